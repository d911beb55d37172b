//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen, and waits for keys and signals at once; nothing ticks. Everything that
//! waits is taken before a frame is drawn, and a frame is one write. While an editor has the terminal, nothing here reads
//! it.

mod edit;
mod input;
mod notes;
mod screen;
mod suspend;

use super::model::{Effect, Errand, Message, Model};
use super::theme::Theme;
use super::view::draw;
use crate::library::World;
use crate::text::failure::without_number;
use anyhow::{Context, Result};
use edit::{Outcome, edit};
use input::{Event, Input};
use ratatui::buffer::Buffer;
use screen::Screen;
use std::sync::Arc;
use suspend::suspend;

/// A program that the loop can run. The browser is one; tests run others.
pub trait Program {
    /// Takes a message.
    fn update(&mut self, message: &Message) -> Vec<Effect>;
    /// Brings what is to be drawn up to date.
    fn arrange(&mut self);
    /// Draws on a buffer of the screen's size.
    fn draw(&self, buffer: &mut Buffer);
    /// Work for another thread once the first frame is shown. Whenever it tells so, and when it ends, the program hears
    /// [`Message::Checked`].
    fn behind(&self) -> Option<Behind> {
        None
    }
    /// The library, read anew.
    ///
    /// # Errors
    ///
    /// It cannot be opened any more.
    fn reread(&self) -> Result<World>;
}

/// Work for another thread; it calls what it is given to tell that there is news.
pub type Behind = Box<dyn FnOnce(&(dyn Fn() + Sync)) + Send>;

/// The browser with a theme and a library.
pub struct Browser<R> {
    /// Its state.
    pub model: Model,
    /// Its look.
    pub theme: Theme,
    /// Opens its library.
    pub reread: R,
}

impl<R: Fn() -> Result<World>> Program for Browser<R> {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        self.model.update(message)
    }
    fn arrange(&mut self) {
        self.model.arrange();
    }
    fn draw(&self, buffer: &mut Buffer) {
        draw(&self.model, &self.theme, buffer);
    }
    fn behind(&self) -> Option<Behind> {
        let world = self.model.shared_world();
        let step = (world.entries().len() / 100).max(1);
        Some(Box::new(move |tell| {
            world.check(|done, _| {
                if done % step == 0 {
                    tell();
                }
            });
        }))
    }
    fn reread(&self) -> Result<World> {
        (self.reread)()
    }
}

/// Runs a program on the terminal until it ends. A signal that ends it takes its default action once the terminal is
/// restored, so this does not return then.
///
/// # Errors
///
/// The terminal cannot be set up, read or written.
pub fn run(program: &mut impl Program) -> Result<()> {
    let mut input = Input::new().context("cannot wait for signals")?;
    let mut screen = Screen::enter().context("cannot set up the terminal")?;
    program.update(&size_of(&screen));
    program.arrange();
    screen.draw(|buffer| program.draw(buffer)).context("cannot write to the terminal")?;
    input.guard().context("cannot wait for signals")?;
    for effect in program.update(&Message::Begun) {
        notes::perform(program, effect);
    }
    work_behind(program, &mut input)?;
    loop {
        program.arrange();
        screen.draw(|buffer| program.draw(buffer)).context("cannot write to the terminal")?;
        match input.wait().context("cannot read from the terminal")? {
            Event::Signal(signal) => return end_by(signal, screen),
            Event::Stop => suspend(program, &mut screen)?,
            Event::Messages(messages) => {
                for message in &messages {
                    let effects = match message {
                        Message::Resize { columns, rows } => {
                            screen.resize(*columns, *rows);
                            program.update(&size_of(&screen))
                        }
                        _ => program.update(message),
                    };
                    for effect in effects {
                        match effect {
                            Effect::Quit => return Ok(()),
                            Effect::Suspend => suspend(program, &mut screen)?,
                            Effect::Edit(errand) => {
                                if let Some(signal) = lend_to_editor(program, &mut screen, &mut input, &errand)? {
                                    return end_by(signal, screen);
                                }
                            }
                            Effect::Write(text) => {
                                if let Some(signal) = notes::write_elsewhere(program, &mut screen, &mut input, &text)? {
                                    return end_by(signal, screen);
                                }
                            }
                            effect => notes::perform(program, effect),
                        }
                    }
                }
            }
        }
    }
}

/// Ends the program by a signal, the terminal given back.
fn end_by(signal: i32, screen: Screen) -> Result<()> {
    drop(screen);
    signal_hook::low_level::emulate_default_handler(signal).context("cannot end by the signal")
}

/// Starts the program's work for another thread.
fn work_behind(program: &impl Program, input: &mut Input) -> Result<()> {
    program.behind().map_or(Ok(()), |work| input.hear(work)).context("cannot start a thread")
}

/// Lends the terminal to the editor, and takes it back where no signal ends the program.
fn lend(program: &mut impl Program, screen: &mut Screen, input: &mut Input, errand: &Errand) -> Result<Outcome> {
    screen.lend();
    let outcome = edit(errand, input).context("cannot wait for the editor")?;
    if !matches!(outcome, Outcome::Signal(_)) {
        screen.take_back().context("cannot set up the terminal")?;
        program.update(&size_of(screen));
    }
    Ok(outcome)
}

/// Lends the terminal to the editor; then the program hears what has become of its library and its screen. The signal
/// that ends the program, if one came.
fn lend_to_editor(program: &mut impl Program, screen: &mut Screen, input: &mut Input, errand: &Errand) -> Result<Option<i32>> {
    let outcome = lend(program, screen, input, errand)?;
    if let Outcome::Signal(signal) = outcome {
        return Ok(Some(signal));
    }
    let notice = match outcome {
        Outcome::Ran(notice) => match program.reread() {
            Ok(world) => {
                for effect in program.update(&Message::Reread(Arc::new(world))) {
                    notes::perform(program, effect);
                }
                work_behind(program, input)?;
                notice
            }
            Err(error) => Some(format!("Kept what was read before: {}.", without_number(&format!("{error:#}")))),
        },
        Outcome::NotRun(why) => Some(why),
        Outcome::Signal(_) => None,
    };
    if let Some(words) = notice {
        program.update(&Message::Notice(words));
    }
    Ok(None)
}

/// The size of the screen, as the program hears of it.
fn size_of(screen: &Screen) -> Message {
    let size = screen.size();
    Message::Resize { columns: size.width, rows: size.height }
}
