//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen. It blocks on one channel that a thread reading keys and a thread waiting
//! for signals send into; nothing ticks. Everything that waits is taken before a frame is drawn, and a frame is one
//! write.

mod input;
mod screen;

use super::model::{Effect, Message, Model};
use super::theme::Theme;
use super::view::draw;
use anyhow::{Context, Result};
use ratatui::buffer::Buffer;
use screen::Screen;
use std::sync::mpsc;

/// A program that the loop can run. The browser is one; tests run others.
pub trait Program {
    /// Takes a message.
    fn update(&mut self, message: &Message) -> Vec<Effect>;
    /// Brings what is to be drawn up to date.
    fn arrange(&mut self);
    /// Draws on a buffer of the screen's size.
    fn draw(&self, buffer: &mut Buffer);
}

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
}

/// What comes through the channel.
enum Event {
    /// Keys and sizes, as many as waited.
    Messages(Vec<Message>),
    /// A signal that ends the program.
    Signal(i32),
    /// There is nothing more to read.
    Closed(std::io::Error),
}

/// Runs a program on the terminal until it ends. A signal that ends it takes its default action once the terminal is
/// restored, so this does not return then.
///
/// # Errors
///
/// The terminal cannot be set up, read or written.
pub fn run(program: &mut impl Program) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let mut screen = Screen::enter().context("cannot set up the terminal")?;
    // Signals first: from here on the terminal is not as it was found.
    input::watch_signals(sender.clone()).context("cannot wait for signals")?;
    let size = screen.size();
    program.update(&Message::Resize { columns: size.width, rows: size.height });
    program.arrange();
    screen.draw(|buffer| program.draw(buffer)).context("cannot write to the terminal")?;
    let keys = input::read_keys(sender);
    loop {
        let mut effects = Vec::new();
        let mut event = events.recv().ok();
        while let Some(waiting) = event {
            match waiting {
                Event::Messages(messages) => {
                    for message in &messages {
                        if let Message::Resize { columns, rows } = message {
                            screen.resize(*columns, *rows);
                        }
                        effects.extend(program.update(message));
                    }
                    // Nothing else reads the terminal now, so the next keys may be read while this frame is drawn.
                    keys.allow();
                }
                Event::Signal(signal) => {
                    drop(screen);
                    signal_hook::low_level::emulate_default_handler(signal).context("cannot end by the signal")?;
                    return Ok(());
                }
                Event::Closed(error) => return Err(error).context("cannot read from the terminal"),
            }
            event = events.try_recv().ok();
        }
        if effects.contains(&Effect::Quit) {
            return Ok(());
        }
        program.arrange();
        screen.draw(|buffer| program.draw(buffer)).context("cannot write to the terminal")?;
    }
}
