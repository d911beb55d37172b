//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen, and waits for keys and signals at once; nothing ticks. Everything that
//! waits is taken before a frame is drawn, and a frame is one write. While an editor has the terminal, nothing here reads
//! it.

mod background;
mod browser;
mod clipboard;
mod edit;
mod input;
mod notes;
mod screen;
mod sgr;
mod suspend;

use super::model::{Effect, Errand, Message, Model};
use super::theme::{AUTO, Depth, Look, Theme, Themes};
use super::view::{WebLink, draw, web_links, zone_at};
use crate::library::World;
use crate::settings::Setting;
use crate::text::failure::without_number;
use anyhow::{Context, Result};
use edit::{Outcome, edit};
use input::{Event, Input};
use ratatui::buffer::Buffer;
use screen::Screen;
use std::collections::VecDeque;
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
    /// The program looks another way on a dark terminal than on a light one, and hears which it is before its first frame.
    fn wants_background(&self) -> bool {
        false
    }
    /// The web addresses on what is drawn.
    fn web_links(&self) -> Vec<WebLink> {
        Vec::new()
    }
    /// The terminal is asked for the mouse from the first frame on.
    fn takes_mouse(&self) -> bool {
        false
    }
    /// No other program may be started.
    fn is_restricted(&self) -> bool {
        false
    }
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
    /// The looks that it can have.
    pub themes: Arc<Themes>,
    /// The colours that its terminal has.
    pub depth: Depth,
    /// The look that it has, and the name of it.
    worn: (String, Theme),
    /// Opens its library.
    pub reread: R,
}

impl<R> Browser<R> {
    /// A browser in its theme.
    pub fn new(model: Model, themes: Arc<Themes>, depth: Depth, reread: R) -> Self {
        let worn = (String::new(), Theme::of(&Look::Terminal, depth));
        Self { model, themes, depth, worn, reread }
    }

    /// Changes into the theme that the model says. One that has no look leaves the one before.
    fn wear(&mut self) {
        let name = self.model.theme();
        if self.worn.0 != name {
            let theme = self.themes.look(name).map(|look| Theme::of(&look, self.depth));
            self.worn = (name.to_owned(), theme.unwrap_or_else(|| self.worn.1.clone()));
        }
    }
}

impl<R: Fn() -> Result<World>> Program for Browser<R> {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Pointer { pointer, on: None } => {
                let on = zone_at(&self.model, &self.worn.1, pointer.x, pointer.y);
                return self.model.update(&Message::Pointer { pointer: *pointer, on });
            }
            Message::Themes(themes) => {
                self.themes = Arc::clone(themes);
                self.worn.0.clear();
            }
            _ => {}
        }
        self.model.update(message)
    }
    fn arrange(&mut self) {
        self.model.arrange();
        self.wear();
    }
    fn wants_background(&self) -> bool {
        // With fewer colours nothing is painted anyway.
        self.depth >= Depth::Indexed && self.model.settings().word(Setting::Theme) == AUTO
    }
    fn draw(&self, buffer: &mut Buffer) {
        draw(&self.model, &self.worn.1, buffer);
    }
    fn web_links(&self) -> Vec<WebLink> {
        web_links(&self.model)
    }
    fn takes_mouse(&self) -> bool {
        self.model.takes_mouse()
    }
    fn is_restricted(&self) -> bool {
        self.model.settings().is_on(Setting::Restricted)
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
    let mut screen = Screen::enter(program.takes_mouse()).context("cannot set up the terminal")?;
    if program.wants_background() {
        let heard = background::ask().context("cannot ask the terminal")?;
        program.update(&Message::Background(heard.background));
        input.take(heard);
    }
    program.update(&size_of(&screen));
    program.arrange();
    screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
    input.guard().context("cannot wait for signals")?;
    for effect in program.update(&Message::Begun) {
        notes::perform(program, effect);
    }
    work_behind(program, &mut input)?;
    loop {
        program.arrange();
        screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
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
                    let mut effects = VecDeque::from(effects);
                    while let Some(effect) = effects.pop_front() {
                        match effect {
                            Effect::Quit => return Ok(()),
                            Effect::Suspend => suspend(program, &mut screen)?,
                            Effect::Mouse(ours) => screen.set_mouse(ours),
                            Effect::Copy { text, why } => {
                                let copied = clipboard::copy(&text, program.is_restricted());
                                screen.send(&copied.sequence);
                                let why = why.map_or_else(String::new, |why| format!("{why}. "));
                                effects.extend(program.update(&Message::Notice(why + &copied.notice)));
                            }
                            Effect::Browse(address) => {
                                let message = browser::open(&address);
                                effects.extend(program.update(&message));
                            }
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
