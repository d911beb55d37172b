//! How far a long task is, on a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What takes less is not worth a word.
const PATIENCE: Duration = Duration::from_millis(400);
/// The line is written no more often.
const STEP: Duration = Duration::from_millis(100);

/// A line on standard error that counts, if that is a terminal. Dropping it wipes the line.
pub struct Progress {
    verb: &'static str,
    /// When the line may be written next. `None`: nobody would see it.
    next: Option<Mutex<Instant>>,
    shown: Mutex<bool>,
}

impl Progress {
    pub fn new(verb: &'static str) -> Self {
        let next = stderr().is_terminal().then(|| Mutex::new(Instant::now() + PATIENCE));
        Self { verb, next, shown: Mutex::new(false) }
    }

    pub fn tell(&self, done: usize, all: usize) {
        self.say(|| format!("{} {done} of {all}", self.verb));
    }

    /// What is said is only worked out if anybody would see it.
    pub fn say(&self, words: impl FnOnce() -> String) {
        // Another thread that is writing says much the same.
        let Some(mut next) = self.next.as_ref().and_then(|next| next.try_lock().ok()) else { return };
        let now = Instant::now();
        if now < *next {
            return;
        }
        *next = now + STEP;
        // A terminal that is gone sees no progress.
        let _ = write!(stderr(), "\r\x1b[K{}", words());
        if let Ok(mut shown) = self.shown.lock() {
            *shown = true;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.lock().is_ok_and(|shown| *shown) {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
