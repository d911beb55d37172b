//! What the terminal's background is, asked before anything else reads the terminal, or with a frame.
//!
//! The question goes out together with one that every terminal answers (DA1), and whose answer comes second: where only
//! that one comes, the terminal does not tell its background. Nobody waits longer than a tenth of a second. What was typed
//! meanwhile is kept, and an answer that comes later is taken out of the keys by [`Late`].

mod bytes;
mod late;

pub use late::{Late, Passed};

use crate::tui::theme::Background;
use bytes::{Reply, read as parse};
use crossterm::event::KeyEvent;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use std::io::{self, Write, stdin};
use std::time::{Duration, Instant};

/// The terminal's background (xterm, OSC 11), then its primary attributes (ECMA-48, DA).
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

const PATIENCE: Duration = Duration::from_millis(100);

pub struct Heard {
    pub background: Option<Background>,
    /// What was typed before the answer.
    pub typed: Vec<KeyEvent>,
    /// Takes the answer out of the keys, where it has not come yet.
    pub late: Option<Late>,
}

impl Heard {
    /// Nothing yet: the question goes out now, and nobody waits.
    pub fn later() -> Self {
        Self { background: None, typed: Vec::new(), late: Some(Late::new(Instant::now(), &[])) }
    }
}

/// Asks the terminal, which must be in raw mode.
pub fn ask() -> io::Result<Heard> {
    let mut out = io::stdout().lock();
    out.write_all(QUESTION)?;
    out.flush()?;
    let asked = Instant::now();
    let mut bytes = Vec::new();
    let mut parsed = parse(&bytes);
    while !parsed.replies.contains(&Reply::Attributes) && wait(asked)? {
        let mut chunk = [0; 1024];
        match read(stdin(), &mut chunk) {
            // The loop hears of a terminal that is gone.
            Ok(0) => break,
            Ok(length) => bytes.extend_from_slice(&chunk[..length]),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        parsed = parse(&bytes);
    }
    let background = parsed.background();
    let mut typed = std::mem::take(&mut parsed.keys);
    let complete = parsed.replies.contains(&Reply::Attributes);
    if complete {
        typed.extend(bytes::released(parsed.rest));
    }
    Ok(Heard { background, typed, late: (!complete).then(|| Late::new(asked, parsed.rest)) })
}

/// Waits until there is something to read, or all patience is gone; whether there is.
fn wait(asked: Instant) -> io::Result<bool> {
    loop {
        let Some(left) = PATIENCE.checked_sub(asked.elapsed()).filter(|left| !left.is_zero()) else { return Ok(false) };
        let time = Timespec { tv_sec: 0, tv_nsec: i64::from(left.subsec_nanos()) };
        match poll(&mut [PollFd::new(&stdin(), PollFlags::IN)], Some(&time)) {
            Ok(ready) => return Ok(ready > 0),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
