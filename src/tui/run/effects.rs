//! What the program wants done, done; and what the program makes of what came of it.

use super::edit::{Outcome, edit};
use super::input::Input;
use super::screen::Screen;
use super::suspend::suspend;
use super::{Program, browser, clipboard, notes, size_of};
use crate::text::failure::without_number;
use crate::tui::model::{Effect, Errand, Message};
use anyhow::{Context, Result};
use std::collections::VecDeque;
use std::sync::Arc;

/// How the program ends.
pub enum End {
    /// By itself.
    Quit,
    /// By a signal.
    Signal(i32),
}

/// Does what the program wants done, in turn, and what it then wants; how it ends, where it does.
pub fn perform(program: &mut impl Program, screen: &mut Screen, input: &mut Input, effects: Vec<Effect>) -> Result<Option<End>> {
    let mut effects = VecDeque::from(effects);
    while let Some(effect) = effects.pop_front() {
        let then = match effect {
            Effect::Quit => return Ok(Some(End::Quit)),
            Effect::Suspend => {
                suspend(program, screen)?;
                Vec::new()
            }
            Effect::Mouse(ours) => {
                screen.set_mouse(ours);
                Vec::new()
            }
            Effect::Copy { text, why } => {
                let copied = clipboard::copy(&text, program.is_restricted());
                screen.send(&copied.sequence);
                let why = why.map_or_else(String::new, |why| format!("{why}. "));
                program.update(&Message::Notice(why + &copied.notice))
            }
            Effect::Browse(address) => program.update(&browser::open(&address)),
            Effect::ReadThemes => match program.themes() {
                Some(themes) => program.update(&Message::Themes(Arc::new(themes))),
                None => Vec::new(),
            },
            Effect::ReadNotes(shelf) => program.update(&notes::read(shelf)),
            Effect::Keep { shelf, change, name } => program.update(&notes::keep(&shelf, change, name)),
            Effect::Edit(errand) => match lend(program, screen, input, &errand)? {
                Outcome::Signal(signal) => return Ok(Some(End::Signal(signal))),
                Outcome::Ran(notice) => reread(program, notice),
                Outcome::NotRun(why) => program.update(&Message::Notice(why)),
            },
            Effect::Write(text) => match notes::write_elsewhere(program, screen, input, &text)? {
                Ok(message) => program.update(&message),
                Err(signal) => return Ok(Some(End::Signal(signal))),
            },
        };
        effects.extend(then);
    }
    Ok(None)
}

/// Lends the terminal to the editor, and takes it back where no signal ends the program.
pub fn lend(program: &mut impl Program, screen: &mut Screen, input: &mut Input, errand: &Errand) -> Result<Outcome> {
    screen.lend();
    let outcome = edit(errand, input).context("cannot wait for the editor")?;
    if !matches!(outcome, Outcome::Signal(_)) {
        screen.take_back().context("cannot set up the terminal")?;
        program.update(&size_of(screen));
    }
    Ok(outcome)
}

/// The program hears what has become of its library behind an editor, and what there is to say of the editor's end.
fn reread(program: &mut impl Program, notice: Option<String>) -> Vec<Effect> {
    let (mut effects, notice) = match program.reread() {
        Ok(world) => (program.update(&Message::Reread(world)), notice),
        Err(error) => (Vec::new(), Some(format!("Kept what was read before: {}.", without_number(&format!("{error:#}"))))),
    };
    effects.extend(notice.into_iter().flat_map(|words| program.update(&Message::Notice(words))));
    effects
}
