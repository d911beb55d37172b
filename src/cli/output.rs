//! Writing to standard output and standard error.

use super::terminal_name;
use crate::personal::Notes;
use crate::text::neutral;
use crate::text::os_error::without_number;
use anyhow::Context;
use std::error::Error;
use std::ffi::OsStr;
use std::fmt;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// The exit code of a command that could not do it.
pub const FAILED: u8 = 2;

/// A stream is a terminal that shows colours, and nobody asked for none (no-color.org).
pub fn colour_of(stream: &impl IsTerminal) -> bool {
    let asked = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !asked && !is_dumb()
}

/// The terminal shows text and nothing else, or nobody says what it shows.
pub fn is_dumb() -> bool {
    std::env::var_os("TERM").is_none_or(|name| is_no_name(&name) || !terminal_name::draws(&name))
}

/// What people write where they know no terminal.
fn is_no_name(name: &OsStr) -> bool {
    name.is_empty() || name.eq_ignore_ascii_case("unknown")
}

/// Says why a terminal gets plain text, where its user may not have meant that.
pub fn plain_text() {
    let why = match std::env::var_os("TERM") {
        None => "TERM is not set".to_owned(),
        Some(name) if name.is_empty() => "TERM is empty".to_owned(),
        Some(name) if is_no_name(&name) => "TERM is `unknown`".to_owned(),
        Some(name) if terminal_name::is_dumb(&name) => return,
        Some(name) => format!("no terminal is known as `{}`", neutral(&name.to_string_lossy())),
    };
    eprintln!("bluf: {why}, so this is plain text; where the terminal can do more, `TERM=xterm-256color bluf` draws pages.");
}

/// Writes to standard output. A reader that has seen enough is no failure.
///
/// # Errors
///
/// What the operating system says, but for a closed pipe.
pub fn print(text: &str) -> io::Result<()> {
    say(text).map(drop)
}

/// Writes all that a command has to say.
pub fn answer(text: &str) -> anyhow::Result<ExitCode> {
    print(text).context("cannot write to standard output")?;
    Ok(ExitCode::SUCCESS)
}

/// Writes as [`print`] does; false where nobody reads any more.
pub fn say(text: &str) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        result => result.map(|()| true),
    }
}

/// Writes what may be no text; that is nothing for a terminal.
pub fn print_bytes(bytes: &[u8], name: &str) -> anyhow::Result<()> {
    let mut out = io::stdout();
    if std::str::from_utf8(bytes).is_err() && out.is_terminal() {
        anyhow::bail!("{name} is nothing for a terminal; write it to a file");
    }
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.context("cannot write to standard output"),
    }
}

pub fn problems(notes: &Notes) {
    notes.problems.iter().for_each(|problem| problem_of(Some(problem)));
}

/// What there is to say of one of the person's own files.
pub fn problem_of(problem: Option<&str>) {
    if let Some(problem) = problem {
        eprintln!("bluf: {}", neutral(problem));
    }
}

/// Help and version go to standard output and succeed; a wrong command line goes to standard error and fails.
pub fn usage(error: &clap::Error) -> ExitCode {
    let text = neutral(&error.to_string()).into_owned();
    if error.use_stderr() {
        eprint!("{text}");
        return ExitCode::from(FAILED);
    }
    match print(&text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(FAILED),
    }
}

/// The command has said already why it failed: there was more to show than a line.
#[derive(Debug)]
pub struct Told;

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it was told")
    }
}

impl Error for Told {}

pub fn failure(error: &anyhow::Error) -> ExitCode {
    if !error.is::<Told>() {
        let _ = writeln!(io::stderr(), "bluf: {}", neutral(without_number(&format!("{error:#}"))));
    }
    ExitCode::from(FAILED)
}

/// What an address names has changed since it was copied, or nothing has: the code tells it.
pub fn said_of_stale(why: Option<&str>) -> ExitCode {
    let Some(why) = why else { return ExitCode::SUCCESS };
    eprintln!("bluf: {}", neutral(why));
    ExitCode::from(1)
}
