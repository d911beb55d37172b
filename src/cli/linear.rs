//! `bluf --linear`: lines in, text out.

use crate::linear::Walk;
use crate::page::Address;
use crate::page::World;
use crate::settings::{Setting, Settings};
use crate::text::neutral;
use anyhow::{Context, Result};
use signal_hook::consts::SIGTSTP;
use signal_hook::flag;
use std::io::{self, BufRead, ErrorKind, IsTerminal, Read, Write, stdin, stdout};
use std::process::ExitCode;
use std::sync::Arc;

/// The longest line that is read, in bytes: nobody types more.
const LONGEST: u64 = 4096;

/// The terminal shows text and nothing else.
pub fn is_plain_terminal() -> bool {
    stdout().is_terminal() && std::env::var_os("TERM").is_some_and(|name| name == "dumb")
}

/// Reads lines until one says to quit, or there are no more.
pub fn run(world: World, address: Option<Address>, settings: &Settings) -> Result<ExitCode> {
    if settings.is_on(Setting::Restricted) {
        // Behind a stopped program there would be a shell.
        flag::register(SIGTSTP, Arc::default()).context("cannot hold Ctrl-Z back")?;
    }
    for problem in &world.notes.problems {
        eprintln!("bluf: {}", neutral(problem));
    }
    let size = || crossterm::terminal::size().map_or((80, 24), |(columns, rows)| (usize::from(columns), usize::from(rows)));
    let ascii = settings.is_on(Setting::Ascii);
    let mut walk = Walk::new(world, address, stdout().is_terminal().then(size))?.with_ascii(ascii);
    let prompted = stdin().is_terminal();
    let mut lines = stdin().lock();
    let mut text = walk.begin();
    loop {
        if prompted {
            text.push_str("Number or command: ");
        }
        if !say(&text).context("cannot write")? {
            return Ok(ExitCode::SUCCESS);
        }
        let Some(line) = next_line(&mut lines).context("cannot read the next line")? else {
            // Behind the prompt the shell's own would stand on the same line.
            _ = say(if prompted { "\n" } else { "" });
            return Ok(ExitCode::SUCCESS);
        };
        let answer = walk.take(&line);
        if answer.quits {
            return Ok(ExitCode::SUCCESS);
        }
        text = answer.text;
    }
}

/// Writes; false where nobody reads any more.
fn say(text: &str) -> io::Result<bool> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        result => result.map(|()| true),
    }
}

/// The next line; none where there are no more. What is too long is cut.
fn next_line(lines: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if lines.take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 >= LONGEST {
        lines.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}
