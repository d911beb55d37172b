//! The editor in the foreground of the terminal.

use super::input::Input;
use super::program::Program;
use super::screen::Screen;
use super::size_of;
use crate::text::neutral;
use crate::text::os_error::plain;
use crate::tui::editor::{Editor, FilePlace};
use anyhow::{Context, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::Command;

pub enum Outcome {
    Ran(Ran),
    /// It did not run, and why.
    NotRun(String),
}

/// How an editor ended.
pub struct Ran {
    pub name: String,
    /// What there is to say of it.
    pub failed: Option<String>,
    /// It has closed the file. One that nobody knows may have gone to the background with it.
    pub is_done: bool,
    /// A signal came that ends the program, and the editor has ended before it.
    pub signal: Option<i32>,
}

/// Lends the terminal to the editor, and takes it back where no signal ends the program.
pub fn lend(program: &mut impl Program, screen: &mut Screen, input: &mut Input, place: &FilePlace) -> Result<Outcome> {
    screen.lend();
    let outcome = edit(place, input).context("cannot wait for the editor")?;
    if !matches!(outcome, Outcome::Ran(Ran { signal: Some(_), .. })) {
        screen.take_back().context("cannot set up the terminal")?;
        program.update(&size_of(screen));
    }
    Ok(outcome)
}

/// Opens the editor of the environment and waits until it ends. The terminal must be as the program found it.
fn edit(place: &FilePlace, input: &mut Input) -> io::Result<Outcome> {
    let editor = match Editor::parse(&named()) {
        Ok(editor) => editor,
        Err(why) => return Ok(Outcome::NotRun(why)),
    };
    let name = editor.program().to_string_lossy();
    // The end of the editor must not come before we listen for it.
    input.hear_of_children()?;
    let told = editor.told(real_name(editor.editor()).as_deref(), place);
    if told.has_window {
        // A terminal that is gone waits for nothing.
        let _ = writeln!(io::stdout(), "Waiting until `{}` closes the file.", neutral(&editor.editor().to_string_lossy()));
    }
    let mut child = match Command::new(editor.program()).args(told.arguments).spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Outcome::NotRun(format!("`{name}` is not there; $VISUAL or $EDITOR names an editor.")));
        }
        Err(error) => {
            return Ok(Outcome::NotRun(format!("`{name}` does not start: {}.", plain(&error))));
        }
    };
    let (status, signal) = input.wait_for(&mut child)?;
    let failed = match (status.code(), status.signal()) {
        (Some(0), _) => None,
        (Some(code), _) => Some(format!("`{name}` ended with {code}.")),
        (None, signal) => Some(format!("`{name}` was ended by signal {}.", signal.unwrap_or_default())),
    };
    let name = editor.editor().to_string_lossy().into_owned();
    Ok(Outcome::Ran(Ran { name, failed, is_done: told.waits, signal }))
}

fn named() -> OsString {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(env::var_os);
    named.into_iter().find(|words| !words.to_string_lossy().trim().is_empty()).unwrap_or_else(|| "vi".into())
}

/// The name of the file that a program is, behind all links.
fn real_name(program: &OsStr) -> Option<OsString> {
    // A program with a slash in its name joins to itself wherever we are, one without is looked up.
    let folders = if program.to_string_lossy().contains('/') { Some(OsString::from(".")) } else { env::var_os("PATH") };
    let real = env::split_paths(&folders?).find_map(|folder| folder.join(program).canonicalize().ok())?;
    real.file_name().map(OsStr::to_owned)
}
