//! Keys, pastes and the mouse, as the terminal reports them; its answers taken out of them.

use super::background::{Late, Passed};
use super::keyboard::key_of;
use crate::tui::model::Message;
use crate::tui::pointer::{Deed, Pointer};
use crossterm::event::{self, Event, MouseButton, MouseEvent, MouseEventKind};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::io::{self, stdin};
use std::time::Duration;

/// The most events that are taken in one batch: a paste of megabytes must not hold up a frame.
const BATCH: usize = 4096;

/// How long what comes behind an Escape may take, where both are of one answer.
const TOGETHER: Duration = Duration::from_millis(50);

/// How long bytes that have come may take to become keys.
pub const PATIENCE: Duration = Duration::from_millis(20);

#[derive(Default)]
pub struct Keys {
    /// Takes an answer of the terminal out of the keys, while one may come.
    pub late: Option<Late>,
}

impl Keys {
    /// Takes the keys that wait; whether there was anything to take.
    pub fn take(&mut self, messages: &mut Vec<Message>, mut patience: Duration) -> io::Result<bool> {
        let mut taken = false;
        if self.late.as_ref().is_some_and(|late| !late.is_awaited()) {
            self.release_held(messages);
            self.late = None;
        }
        while messages.len() < BATCH && hears(patience)? {
            patience = Duration::ZERO;
            taken = true;
            let event = event::read()?;
            if !matches!(event, Event::Key(_)) {
                // What was typed before it is done before it.
                self.release_held(messages);
            }
            let key = match event {
                Event::Key(key) => key,
                Event::Mouse(mouse) => {
                    messages.extend(pointer(mouse));
                    continue;
                }
                Event::Paste(text) => {
                    messages.push(Message::Paste(text));
                    continue;
                }
                _ => continue,
            };
            let keys = match self.late.as_mut().map(|late| late.pass(key)) {
                None => vec![key],
                Some(Passed::Keys(keys)) => keys,
                Some(Passed::Answer(background)) => {
                    messages.push(Message::Background(background));
                    self.late = None;
                    continue;
                }
            };
            messages.extend(keys.into_iter().filter_map(key_of).map(Message::Key));
            if self.late.as_ref().is_some_and(Late::holds_escape) {
                patience = TOGETHER;
            }
        }
        if self.late.as_ref().is_some_and(Late::holds_escape) {
            self.release_held(messages);
        }
        Ok(taken)
    }

    /// The keys that are held because they may be of an answer are keys.
    fn release_held(&mut self, messages: &mut Vec<Message>) {
        let held = self.late.as_mut().map(Late::release).unwrap_or_default();
        messages.extend(held.into_iter().filter_map(key_of).map(Message::Key));
    }
}

/// What the mouse did, as far as it means anything: the left button and the wheel.
fn pointer(mouse: MouseEvent) -> Option<Message> {
    let deed = match mouse.kind {
        MouseEventKind::Down(MouseButton::Left) => Deed::Press,
        MouseEventKind::Drag(MouseButton::Left) => Deed::Drag,
        MouseEventKind::Up(MouseButton::Left) => Deed::Release,
        MouseEventKind::ScrollUp => Deed::WheelUp,
        MouseEventKind::ScrollDown => Deed::WheelDown,
        _ => return None,
    };
    Some(Message::Pointer { pointer: Pointer { deed, x: mouse.column, y: mouse.row }, on: None })
}

/// crossterm has a key, or will have one within this time.
///
/// It hears of bytes once, when they come, and takes 1,024 of them: the rest of a longer burst, from a mouse on a slow link,
/// would wait for the next key. When the modes of a terminal are set, Linux wakes whoever reads it; so they are set as they
/// are.
fn hears(patience: Duration) -> io::Result<bool> {
    // Of a key behind the terminal's attributes, which it keeps to itself, it tells when it is asked again.
    if event::poll(patience)? || event::poll(Duration::ZERO)? {
        return Ok(true);
    }
    let input = stdin();
    let mut waiting = [PollFd::new(&input, PollFlags::IN)];
    poll(&mut waiting, Some(&Timespec::default()))?;
    if !waiting[0].revents().contains(PollFlags::IN) {
        return Ok(false);
    }
    tcsetattr(&input, OptionalActions::Now, &tcgetattr(&input)?)?;
    event::poll(PATIENCE)
}
