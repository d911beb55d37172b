//! The reader's own notes on the disk, and the text of one in an editor.

use super::edit::{Outcome, lend};
use super::input::Input;
use super::program::Program;
use super::screen::Screen;
use crate::own::Notes;
use crate::own::files::Scratch;
use crate::own::notes::{Change, Shelf, keep as keep_on_disk};
use crate::text::failure::without_number;
use crate::tui::editor::FilePlace;
use crate::tui::model::Message;
use anyhow::Result;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

pub fn read(shelf: Shelf) -> Message {
    Message::Notes(Arc::new(Notes::read(shelf)))
}

/// Changes the notes on the disk; what became of that.
pub fn keep(shelf: &Shelf, change: Box<Change>, name: String) -> Message {
    let result = keep_on_disk(shelf, &change).map(Arc::new);
    Message::Kept { result, change, name }
}

/// Opens an editor on the text of a note: what the text is now or what there is to say, or the signal that ends the program.
pub fn write_elsewhere(
    program: &mut impl Program,
    screen: &mut Screen,
    input: &mut Input,
    text: &str,
) -> Result<ControlFlow<i32, Message>> {
    let failed = |error: &io::Error| {
        Message::Notice(format!("The text cannot be handed to an editor: {}.", without_number(&error.to_string()).to_lowercase()))
    };
    let scratch = match Scratch::new(text) {
        Ok(scratch) => scratch,
        Err(error) => return Ok(ControlFlow::Continue(failed(&error))),
    };
    let place = FilePlace { file: scratch.path().to_owned(), line: 1, before: String::new() };
    Ok(match lend(program, screen, input, &place)? {
        Outcome::Signal(signal) => ControlFlow::Break(signal),
        Outcome::NotRun(why) | Outcome::Ran(Some(why)) => ControlFlow::Continue(Message::Notice(why)),
        Outcome::Ran(None) => ControlFlow::Continue(scratch.text().map_or_else(|error| failed(&error), Message::Written)),
    })
}
