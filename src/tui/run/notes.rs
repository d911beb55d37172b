//! The reader's own notes on the disk, and the text of one in an editor.

use super::edit::{Outcome, Ran, lend};
use super::input::Input;
use super::program::Program;
use super::screen::Screen;
use crate::page::Place;
use crate::personal::files::Scratch;
use crate::personal::notes::{Change, Shelf, carry, keep as keep_on_disk};
use crate::personal::read::Change as ReadChange;
use crate::personal::read::file::{keep as keep_on_file, news};
use crate::personal::{Notes, ReadBefore};
use crate::text::os_error::plain;
use crate::tui::editor::FilePlace;
use crate::tui::model::Message;
use anyhow::Result;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

pub fn read(shelf: Shelf) -> Message {
    Message::Notes(Arc::new(Notes::read(shelf)))
}

/// Puts the notes on a briefing on its new name, and reads them.
pub fn carried(shelf: Shelf, from: &str, to: &str) -> Vec<Message> {
    let result = carry(&shelf, from, to, |address| Some(address.parse::<Place>().ok()?.in_briefing(to).to_string()));
    let notice = result.err().map(|why| Message::Trouble(format!("Your notes are still on {from}: {why}.")));
    std::iter::once(read(shelf)).chain(notice).collect()
}

/// Changes the notes on the disk; what became of that.
pub fn keep(shelf: &Shelf, change: Box<Change>, name: String) -> Message {
    let result = keep_on_disk(shelf, &change).map(Arc::new);
    Message::Kept { result, change, name }
}

/// What was read, where other programs have written since, and what there is to say of it.
pub fn look_at_read(known: &ReadBefore) -> Vec<Message> {
    let Some((read, problem)) = news(known) else { return Vec::new() };
    std::iter::once(Message::Read(Arc::new(read))).chain(problem.map(Message::Trouble)).collect()
}

/// Where it cannot be kept, that is said once, and holds as long as the program runs.
pub fn keep_read(read: &ReadBefore, changes: &[ReadChange]) -> Vec<Message> {
    let Some(file) = &read.file else { return Vec::new() };
    match keep_on_file(file, read, changes) {
        Ok(read) => vec![Message::Read(Arc::new(read))],
        Err(why) => {
            vec![Message::Read(Arc::new(read.kept_nowhere())), Message::Trouble(format!("What you read is not kept: {why}."))]
        }
    }
}

/// Opens an editor on the text of a note: what the text is now or what there is to say, or the signal that ends the program.
///
/// The file is removed where its text was taken, or where nothing was written and nobody can hold it any more. In every
/// other case it stays, and where it lies is said.
pub fn write_elsewhere(
    program: &mut impl Program,
    screen: &mut Screen,
    input: &mut Input,
    text: &str,
) -> Result<ControlFlow<i32, Vec<Message>>> {
    let failed = |error: &io::Error| Message::Notice(format!("The text cannot be handed to an editor: {}.", plain(&error)));
    let scratch = match Scratch::new(text) {
        Ok(scratch) => scratch,
        Err(error) => return Ok(ControlFlow::Continue(vec![failed(&error)])),
    };
    let place = FilePlace { file: scratch.path().to_owned(), line: 1, before: String::new() };
    let Ran { name, failed: why, is_done, signal } = match lend(program, screen, input, &place)? {
        Outcome::NotRun(why) => return Ok(ControlFlow::Continue(vec![Message::Notice(why)])),
        Outcome::Ran(ran) => ran,
    };
    let now = scratch.text();
    let is_changed = now.as_ref().is_ok_and(|now| now != text);
    if let Some(signal) = signal {
        // It is kept with the note that was being written, and where nothing is remembered, in its file.
        if let Some(text) = now.ok().filter(|_| is_changed) {
            program.update(&Message::Written(text));
        }
        let _ = scratch.keep_if(is_changed || !is_done);
        return Ok(ControlFlow::Break(signal));
    }
    let is_taken = why.is_none() && (is_changed || is_done);
    let place = scratch.keep_if(if why.is_some() { is_changed || !is_done } else { !is_taken });
    let kept = place.map(|place| {
        if is_changed {
            format!("What was written lies in {place}.")
        } else {
            format!("{place} keeps what is saved there: `{name}` may have it open still.")
        }
    });
    let said = [why, kept].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let written = is_taken.then(|| now.map_or_else(|error| failed(&error), Message::Written));
    let said = (!said.is_empty()).then_some(Message::Notice(said));
    Ok(ControlFlow::Continue(written.into_iter().chain(said).collect()))
}
