//! What the program wants done, done; and what the program makes of what came of it.

use super::edit::{Outcome, Ran, lend};
use super::input::Input;
use super::program::{BackgroundJob, Program};
use super::screen::Screen;
use super::suspend::suspend;
use super::{clipboard, exported_files, notes, web_browser};
use crate::acts::file::{self, Rewrite};
use crate::personal::{Saved, saved_searches, unanswered_questions};
use crate::tui::model::{Effect, Message};
use anyhow::{Context, Result};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

/// Pages that are made so soon are in the frame of their key; for others the frame does not wait.
const PATIENCE: Duration = Duration::from_millis(8);

pub enum End {
    Quit,
    Signal(i32),
}

/// Does what the program wants done, in turn, and what it then wants; how it ends, where it does.
pub fn perform(program: &mut impl Program, screen: &mut Screen, input: &mut Input, effects: Vec<Effect>) -> Result<Option<End>> {
    let mut effects = VecDeque::from(effects);
    while let Some(effect) = effects.pop_front() {
        let then = match effect {
            Effect::Quit => return Ok(Some(End::Quit)),
            Effect::BeginTalk => hear(input, program.begin_talk(), Message::Saved)?,
            Effect::Suspend => {
                suspend(program, screen)?;
                Vec::new()
            }
            Effect::Mouse(captured) => {
                screen.set_mouse(captured);
                Vec::new()
            }
            Effect::Copy { text, why } => {
                let copied = clipboard::copy(&text, program.is_restricted());
                screen.send(&copied.sequence);
                let why = why.map_or_else(String::new, |why| format!("{why}. "));
                program.update(&Message::Notice(why + &copied.notice))
            }
            Effect::Browse(address) => program.update(&web_browser::open(&address)),
            Effect::Measure(places) => hear(input, program.measure(places), Message::Measured)?,
            Effect::WriteFile { name, bytes } => program.update(&Message::Notice(exported_files::write_new(&name, &bytes))),
            Effect::ReadThemes => match program.themes() {
                Some(themes) => program.update(&Message::Themes(Arc::new(themes))),
                None => Vec::new(),
            },
            Effect::Check(briefing) => hear(input, program.check(briefing), Message::Checked)?,
            Effect::Saved(work) => hear(input, program.saved(work), Message::Saved)?,
            Effect::MakeCatalogue => hear(input, program.make_catalogue(), Message::Saved)?,
            Effect::Make(pages) => {
                for work in program.make(pages) {
                    input.hear(work, Message::Saved).context("cannot start a thread")?;
                }
                let made = program.made(PATIENCE);
                made.iter().flat_map(|page| program.update(page)).collect()
            }
            Effect::HoldFew => {
                program.hold_few();
                Vec::new()
            }
            Effect::Edit(place) => match lend(program, screen, input, &place)? {
                Outcome::Ran(Ran { signal: Some(signal), .. }) => return Ok(Some(End::Signal(signal))),
                Outcome::Ran(ran) => reread(program, ran.failed),
                Outcome::NotRun(why) => program.update(&Message::Notice(why)),
            },
            Effect::Change(asked) => change(program, asked),
            Effect::FindOldText(sought) => hear(input, program.find_old_text(sought), Message::Saved)?,
            Effect::Write(text) => match notes::write_elsewhere(program, screen, input, &text)? {
                ControlFlow::Continue(messages) => messages.iter().flat_map(|message| program.update(message)).collect(),
                ControlFlow::Break(signal) => return Ok(Some(End::Signal(signal))),
            },
            own => own_files(own).iter().flat_map(|message| program.update(message)).collect(),
        };
        effects.extend(then);
    }
    Ok(None)
}

/// What became of the reader's own files: notes, what was read, questions.
#[must_use]
pub fn own_files(effect: Effect) -> Vec<Message> {
    match effect {
        Effect::ReadNotes(shelf) => vec![notes::read(shelf)],
        Effect::CarryNotes { shelf, from, to } => notes::carried(shelf, &from, &to),
        Effect::Keep { shelf, change, name } => vec![notes::keep(&shelf, change, name)],
        Effect::LookAtRead(known) => notes::look_at_read(&known),
        Effect::KeepRead { read, changes } => notes::keep_read(&read, &changes),
        Effect::KeepQuestion { shelf, briefing, asked, stays } => {
            let kept = unanswered_questions::keep(&shelf, &briefing, &asked, stays);
            kept.err().map(|why| Message::Trouble(format!("The question is not on the disk: {why}."))).into_iter().collect()
        }
        Effect::ReadSaved(places) => {
            let saved = Saved::read(places);
            let problem = saved.problem.clone();
            let read = Message::Searches { result: Ok(Arc::new(saved)), change: None };
            std::iter::once(read).chain(problem.map(Message::Trouble)).collect()
        }
        Effect::KeepSaved { places, change } => {
            let result = saved_searches::keep(&places, &change).map(Arc::new);
            vec![Message::Searches { result, change: Some(change) }]
        }
        _ => Vec::new(),
    }
}

/// Begins work on another thread, whose news the program hears.
fn hear(input: &mut Input, work: Option<BackgroundJob>, news: Message) -> Result<Vec<Effect>> {
    if let Some(work) = work {
        input.hear(work, news).context("cannot start a thread")?;
    }
    Ok(Vec::new())
}

/// Changes a briefing's file; the program hears what became of it.
fn change(program: &mut impl Program, asked: Box<Rewrite>) -> Vec<Effect> {
    let result = file::change(&asked.file, &asked.before, &asked.after).map_err(|why| why.to_string());
    let mut effects = if result.is_ok() { reread(program, None) } else { Vec::new() };
    effects.extend(program.update(&Message::Acted { result, asked }));
    effects
}

/// The program hears what has become of its library behind an editor, and what there is to say of the editor's end.
fn reread(program: &mut impl Program, notice: Option<String>) -> Vec<Effect> {
    let library = program.reread();
    let mut effects = program.update(&Message::Reread(library));
    effects.extend(notice.into_iter().flat_map(|words| program.update(&Message::Notice(words))));
    effects
}
