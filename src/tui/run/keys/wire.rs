//! A terminal for tests.

use super::parser::{Heard, Parser};
use std::time::{Duration, Instant};

/// A terminal whose clock is the test's.
pub struct Wire {
    pub parser: Parser,
    now: Instant,
}

impl Wire {
    pub fn new() -> Self {
        Self { parser: Parser::default(), now: Instant::now() }
    }

    pub fn asked() -> Self {
        let mut wire = Self::new();
        wire.parser.ask();
        wire
    }

    /// What is heard of bytes that come so many milliseconds behind those before; what is over by then is given up.
    pub fn after(&mut self, pause: u64, bytes: &[u8]) -> Vec<Heard> {
        let then = self.now + Duration::from_millis(pause);
        let mut heard = Vec::new();
        if let Some(until) = self.parser.until().filter(|until| *until < then) {
            heard.extend(self.parser.expire(until));
        }
        self.now = then;
        heard.extend(self.parser.take(bytes, then));
        heard
    }

    /// What is heard when nothing comes any more.
    pub fn end(&mut self) -> Vec<Heard> {
        let heard = self.parser.until().map(|until| self.parser.expire(until)).unwrap_or_default();
        assert_eq!(self.parser.until(), None, "nothing is open");
        heard
    }
}

pub fn all(bytes: &[u8]) -> Vec<Heard> {
    let mut wire = Wire::new();
    let mut heard = wire.after(0, bytes);
    heard.extend(wire.end());
    heard
}

/// The keys as the screen names them, and nothing but keys.
pub fn names(heard: &[Heard]) -> String {
    let name = |one: &Heard| if let Heard::Key(key) = one { key.to_string() } else { format!("{one:?}") };
    heard.iter().map(name).collect::<Vec<_>>().join(" ")
}

/// What is no key of ours, whole.
pub const REPORTS: [&[u8]; 24] = [
    b"\x1b[?2026;2$y",
    b"\x1b[?997;2n",
    b"\x1b[?62;4;22c",
    b"\x1b[>84;0;0c",
    b"\x1b[>4;2m",
    b"\x1b[?1u",
    b"\x1b[?1049h",
    b"\x1b[8;24;80t",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]52;c;cXVpdA==\x07",
    b"\x1bP1$r0 q\x1b\\",
    b"\x1bP>|xterm(390)\x1b\\",
    b"\x1bP0+r\x1b\\",
    b"\x1bPtmux;\x1b\x1b]11;rgb:00/00/00\x07\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^q\x1b\\",
    b"\x1bXq\x1b\\",
    b"\x1b[\x7f2n",
    b"\x9b?997;1n",
    "\u{90}1$r0 q\u{9c}".as_bytes(),
    b"\x1b\x1b[A",
];
