//! The reader's own notes on the disk, and the text of one in an editor.

use super::edit::Outcome;
use super::input::Input;
use super::screen::Screen;
use super::{Program, lend};
use crate::library::Notes;
use crate::library::notes::keep;
use crate::library::store::Scratch;
use crate::text::failure::without_number;
use crate::tui::model::{Effect, Errand, Message};
use anyhow::Result;
use std::sync::Arc;

/// Does what the program wants done with notes, and tells it what came of it.
pub fn perform(program: &mut impl Program, effect: Effect) {
    let message = match effect {
        Effect::ReadNotes(shelf) => Message::Notes(Arc::new(Notes::read(shelf))),
        Effect::Keep { shelf, change, name } => {
            let result = keep(&shelf, &change).map(Arc::new);
            Message::Kept { result, change, name }
        }
        // The loop does the others.
        _ => return,
    };
    program.update(&message);
}

/// Opens an editor on the text of a note; then the program hears what the text is now. The signal that ends the program,
/// if one came.
pub fn write_elsewhere(program: &mut impl Program, screen: &mut Screen, input: &mut Input, text: &str) -> Result<Option<i32>> {
    let failed = |error: &std::io::Error| {
        Message::Notice(format!("The text cannot be handed to an editor: {}.", without_number(&error.to_string()).to_lowercase()))
    };
    let scratch = match Scratch::new(text) {
        Ok(scratch) => scratch,
        Err(error) => {
            program.update(&failed(&error));
            return Ok(None);
        }
    };
    let errand = Errand { file: scratch.path().to_owned(), line: 1, before: String::new() };
    match lend(program, screen, input, &errand)? {
        Outcome::Signal(signal) => return Ok(Some(signal)),
        Outcome::NotRun(why) | Outcome::Ran(Some(why)) => {
            program.update(&Message::Notice(why));
        }
        Outcome::Ran(None) => {
            let message = scratch.text().map_or_else(|error| failed(&error), Message::Written);
            program.update(&message);
        }
    }
    Ok(None)
}
