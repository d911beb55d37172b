//! What a terminal sends while it is asked: replies, and keys between them.

use crate::tui::theme::Background;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Its background, where it could be understood.
    Background(Option<Background>),
    Attributes,
}

/// What stands at the beginning of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// A reply, and how many bytes it has.
    Reply(Reply, usize),
    /// What may become a reply.
    Part,
    Other,
}

/// The longest reply, in bytes; what is longer was never one.
const LONGEST: usize = 256;

const BACKGROUND: &[u8] = b"\x1b]11;";
const ATTRIBUTES: &[u8] = b"\x1b[?";
const ESCAPE: u8 = 0x1b;
const BELL: u8 = 0x07;

/// The reply that some bytes begin with.
pub fn start(bytes: &[u8]) -> Start {
    if BACKGROUND.starts_with(bytes) || ATTRIBUTES.starts_with(bytes) {
        return if bytes.is_empty() { Start::Other } else { Start::Part };
    }
    if let Some(body) = bytes.strip_prefix(BACKGROUND) {
        let Some(end) = body.iter().position(|byte| *byte < b' ') else {
            return if body.len() < LONGEST { Start::Part } else { Start::Other };
        };
        let closing = match body[end..] {
            [ESCAPE] => return Start::Part,
            [ESCAPE, b'\\', ..] => 2,
            [BELL, ..] => 1,
            // Broken off: what it says counts for nothing, and what broke it off is something else.
            _ => 0,
        };
        let colour = str::from_utf8(&body[..end]).ok().filter(|_| closing > 0);
        return Start::Reply(Reply::Background(colour.and_then(Background::parse)), BACKGROUND.len() + end + closing);
    }
    if let Some(body) = bytes.strip_prefix(ATTRIBUTES) {
        return match body.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b';')) {
            Some(end) if body[end] == b'c' => Start::Reply(Reply::Attributes, ATTRIBUTES.len() + end + 1),
            None if body.len() < LONGEST => Start::Part,
            _ => Start::Other,
        };
    }
    Start::Other
}

pub struct Parsed<'b> {
    pub replies: Vec<Reply>,
    pub keys: Vec<KeyEvent>,
    /// What is not all there yet.
    pub rest: &'b [u8],
}

impl Parsed<'_> {
    /// The background, where a reply has told it.
    pub fn background(&self) -> Option<Background> {
        self.replies.iter().find_map(|reply| match reply {
            Reply::Background(background) => *background,
            Reply::Attributes => None,
        })
    }
}

pub fn read(bytes: &[u8]) -> Parsed<'_> {
    let mut parsed = Parsed { replies: Vec::new(), keys: Vec::new(), rest: bytes };
    while !parsed.rest.is_empty() {
        match start(parsed.rest) {
            Start::Reply(reply, length) => {
                parsed.replies.push(reply);
                parsed.rest = &parsed.rest[length..];
            }
            Start::Part => break,
            Start::Other => {
                let Some((key, length)) = key(parsed.rest) else { break };
                parsed.keys.extend(key);
                parsed.rest = &parsed.rest[length..];
            }
        }
    }
    parsed
}

/// The keys of bytes that nothing will come behind.
pub fn released(bytes: &[u8]) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (key, length) = key(rest).unwrap_or_else(|| (simple(rest[0]), 1));
        keys.extend(key);
        rest = &rest[length..];
    }
    keys
}

/// What terminals send for keys without a character.
const SEQUENCES: [(&[u8], KeyCode); 18] = [
    (b"\x1b[A", KeyCode::Up),
    (b"\x1b[B", KeyCode::Down),
    (b"\x1b[C", KeyCode::Right),
    (b"\x1b[D", KeyCode::Left),
    (b"\x1b[H", KeyCode::Home),
    (b"\x1b[F", KeyCode::End),
    (b"\x1bOA", KeyCode::Up),
    (b"\x1bOB", KeyCode::Down),
    (b"\x1bOC", KeyCode::Right),
    (b"\x1bOD", KeyCode::Left),
    (b"\x1bOH", KeyCode::Home),
    (b"\x1bOF", KeyCode::End),
    (b"\x1b[1~", KeyCode::Home),
    (b"\x1b[4~", KeyCode::End),
    (b"\x1b[7~", KeyCode::Home),
    (b"\x1b[8~", KeyCode::End),
    (b"\x1b[5~", KeyCode::PageUp),
    (b"\x1b[6~", KeyCode::PageDown),
];

/// The key that some bytes begin with, and how many of them; none where more must come. A sequence that is no key of
/// ours is passed over whole, whatever it says.
fn key(bytes: &[u8]) -> Option<(Option<KeyEvent>, usize)> {
    if let Some((sequence, code)) = SEQUENCES.into_iter().find(|(sequence, _)| bytes.starts_with(sequence)) {
        return Some((Some(KeyEvent::new(code, KeyModifiers::NONE)), sequence.len()));
    }
    match *bytes {
        [ESCAPE, ESCAPE, ..] => Some((simple(ESCAPE), 1)),
        [ESCAPE, b'[', ref rest @ ..] => {
            let end = rest.iter().position(|byte| matches!(byte, 0x40..=0x7e))?;
            Some((None, 2 + end + 1))
        }
        [ESCAPE, b']' | b'P' | b'X' | b'^' | b'_', ref rest @ ..] => {
            let end = rest.iter().position(|byte| matches!(*byte, BELL | ESCAPE))?;
            let closing = if rest[end] == BELL { 1 } else { rest.get(end + 1).map(|_| 2)? };
            Some((None, 2 + end + closing))
        }
        [ESCAPE, b'O', _, ..] => Some((None, 3)),
        [ESCAPE] | [ESCAPE, b'O'] => None,
        // Held with Alt.
        [ESCAPE, ref rest @ ..] => key(rest).map(|(_, length)| (None, 1 + length)),
        [byte @ (..b' ' | 0x7f), ..] => Some((simple(byte), 1)),
        _ => {
            let text = match str::from_utf8(bytes) {
                Ok(text) => text,
                Err(error) if error.valid_up_to() > 0 => str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
                Err(error) => return error.error_len().map(|length| (None, length)),
            };
            let letter = text.chars().next()?;
            Some((Some(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)), letter.len_utf8()))
        }
    }
}

fn simple(byte: u8) -> Option<KeyEvent> {
    let (code, modifiers) = match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
        ESCAPE => (KeyCode::Esc, KeyModifiers::NONE),
        1..=26 => (KeyCode::Char(char::from(byte - 1 + b'a')), KeyModifiers::CONTROL),
        _ => return None,
    };
    Some(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::run::keyboard::key_of;

    fn keys(bytes: &[u8]) -> String {
        let keys: Vec<String> = read(bytes).keys.into_iter().filter_map(key_of).map(|key| key.to_string()).collect();
        keys.join(" ")
    }

    const DARK: &[u8] = b"\x1b]11;rgb:1414/1717/1c1c\x1b\\";

    #[test]
    fn m19_replies_are_told_from_keys_wherever_they_are_cut() {
        let bytes = [b"j", DARK, b"\x1b[B\r", b"\x1b[?62;4;22c", "я".as_bytes()].concat();
        let all = read(&bytes);
        assert_eq!(all.replies, [Reply::Background(Some(Background::Dark)), Reply::Attributes]);
        assert_eq!(keys(&bytes), "j ↓ ↵ я");
        for cut in 0..bytes.len() {
            // What is not all there waits, and nothing of a reply becomes a key.
            let (first, rest) = (read(&bytes[..cut]), read(&bytes[..cut]).rest.len());
            let second = read(&bytes[cut - rest..]);
            let replies: Vec<Reply> = first.replies.into_iter().chain(second.replies).collect();
            assert_eq!(replies, all.replies, "cut at {cut}");
            assert_eq!(first.keys.len() + second.keys.len(), 4, "cut at {cut}");
        }
    }

    #[test]
    fn m19_garbage_is_no_key_and_no_background() {
        let table: [(&[u8], &str); 9] = [
            (b"\x1b]11;banana\x07j", "j"),
            (b"\x1b]11;rgb:zz/zz/zz\x1b\\j", "j"),
            (b"\x1b]11;rgb:00/00\x1b[?1;2cj", "j"),
            (b"\x1b]4;1;rgb:00/00/00\x1b\\j", "j"),
            (b"\x1bP1$r0m\x1b\\j", "j"),
            (b"\x1b[12;40Rj", "j"),
            (b"\x1b[1;5Aj", "j"),
            (b"\x1bxj", "j"),
            (b"\xff\xfej", "j"),
        ];
        for (bytes, expected) in table {
            assert_eq!(keys(bytes), expected, "{bytes:?}");
            assert_eq!(read(bytes).background(), None, "{bytes:?}");
        }
    }

    #[test]
    fn what_is_typed_before_there_is_a_loop_becomes_the_same_keys() {
        assert_eq!(keys(b"\x1b[A\x1bOB\x1b[5~\x1b[H\t\x7f\x03\x1b\x1b[D"), "↑ ↓ PgUp Home Tab Backspace Ctrl-c Esc ←");
        let escape = released(b"\x1b");
        assert_eq!(escape.len(), 1, "an Escape behind which nothing comes is the key");
        for bytes in [&b"\x1b["[..], b"\x1b]11;rgb", b"\x1bO", b"\xd1", b"\x1b\x1b"] {
            assert!(released(bytes).len() <= bytes.len());
        }
    }
}
