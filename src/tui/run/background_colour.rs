//! What the terminal's background is, asked before anything else reads the terminal, or with a frame.
//!
//! The question goes out together with one that every terminal answers (DA1), and whose answer comes second: where only
//! that one comes, the terminal does not tell its background. Nobody waits longer than a tenth of a second. What was typed
//! meanwhile is kept, and an answer that comes later is heard among the keys.

use super::keys::{Keys, wait};
use crate::tui::model::Message;
use rustix::event::{PollFd, PollFlags};
use std::io::{self, Write, stdin};
use std::time::{Duration, Instant};

/// The terminal's background (xterm, OSC 11), then its primary attributes (ECMA-48, DA).
pub const QUESTION: &[u8] = b"\x1b]11;?\x1b\\\x1b[c";

const PATIENCE: Duration = Duration::from_millis(100);

/// Asks the terminal, which must be in raw mode; what came until it had answered.
pub fn ask(keys: &mut Keys) -> io::Result<Vec<Message>> {
    let mut out = io::stdout().lock();
    out.write_all(QUESTION)?;
    out.flush()?;
    keys.ask();
    let until = Instant::now() + PATIENCE;
    let mut messages = Vec::new();
    while !keys.answered {
        let input = stdin();
        let mut waiting = [PollFd::new(&input, PollFlags::IN)];
        let left = until.saturating_duration_since(Instant::now());
        // The loop hears of a terminal that is gone.
        if left.is_zero() || !wait(&mut waiting, Some(left))? || waiting[0].revents() != PollFlags::IN {
            break;
        }
        keys.take(&mut messages)?;
    }
    Ok(messages)
}
