//! Keys, sizes and signals, from threads of their own.

use super::Event;
use crate::tui::key::Key;
use crate::tui::model::Message;
use crossterm::event::{self, Event as TerminalEvent};
use signal_hook::consts::{SIGHUP, SIGTERM};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

/// The most events that are taken in one batch: a paste of megabytes must not hold up a frame.
const BATCH: usize = 4096;

/// Leave to read the terminal once more.
pub struct Keys(Sender<()>);

impl Keys {
    /// Lets the next batch be read.
    pub fn allow(&self) {
        // The reader is gone only when the terminal is, and then the loop hears of it.
        let _ = self.0.send(());
    }
}

/// Reads keys and sizes in batches: one at once, each further one when it is allowed.
pub fn read_keys(sender: Sender<Event>) -> Keys {
    let (allow, allowed) = mpsc::channel();
    thread::spawn(move || {
        loop {
            let event = batch().map_or_else(Event::Closed, Event::Messages);
            let closed = matches!(event, Event::Closed(_));
            if sender.send(event).is_err() || closed || allowed.recv().is_err() {
                break;
            }
        }
    });
    Keys(allow)
}

/// Waits for an event and takes all that wait behind it.
fn batch() -> io::Result<Vec<Message>> {
    let mut messages = Vec::new();
    loop {
        messages.extend(message(&event::read()?));
        if messages.len() >= BATCH || !event::poll(Duration::ZERO)? {
            return Ok(messages);
        }
    }
}

fn message(event: &TerminalEvent) -> Option<Message> {
    match event {
        TerminalEvent::Key(key) => Key::from_terminal(*key).map(Message::Key),
        TerminalEvent::Resize(columns, rows) => Some(Message::Resize { columns: *columns, rows: *rows }),
        _ => None,
    }
}

/// Waits for the signals that end a program.
pub fn watch_signals(sender: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP])?;
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _ = sender.send(Event::Signal(signal));
        }
    });
    Ok(())
}
