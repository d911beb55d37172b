//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen, and waits for keys and signals at once; nothing ticks. Everything that
//! waits is taken before a frame is drawn, and a frame is one write.

mod input;
mod screen;

use super::model::{Effect, Message, Model};
use super::theme::Theme;
use super::view::draw;
use anyhow::{Context, Result};
use input::{Event, Input};
use ratatui::buffer::Buffer;
use screen::Screen;

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
}

/// Work for another thread; it calls what it is given to tell that there is news.
pub type Behind = Box<dyn FnOnce(&(dyn Fn() + Sync)) + Send>;

/// The browser with a theme.
pub struct Browser {
    /// Its state.
    pub model: Model,
    /// Its look.
    pub theme: Theme,
}

impl Program for Browser {
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
    Input::guard().context("cannot wait for signals")?;
    program.update(&Message::Begun);
    if let Some(work) = program.behind() {
        input.hear(work).context("cannot start a thread")?;
    }
    loop {
        program.arrange();
        screen.draw(|buffer| program.draw(buffer)).context("cannot write to the terminal")?;
        match input.wait().context("cannot read from the terminal")? {
            Event::Signal(signal) => {
                drop(screen);
                return signal_hook::low_level::emulate_default_handler(signal).context("cannot end by the signal");
            }
            Event::Messages(messages) => {
                for message in &messages {
                    let effects = match message {
                        Message::Resize { columns, rows } => {
                            screen.resize(*columns, *rows);
                            program.update(&size_of(&screen))
                        }
                        _ => program.update(message),
                    };
                    if effects.contains(&Effect::Quit) {
                        return Ok(());
                    }
                }
            }
        }
    }
}

/// The size of the screen, as the program hears of it.
fn size_of(screen: &Screen) -> Message {
    let size = screen.size();
    Message::Resize { columns: size.width, rows: size.height }
}
