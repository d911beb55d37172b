//! An answer that comes when nobody waits for it any more: among the keys.
//!
//! crossterm knows no OSC and takes it for a row of keys, Alt-] first; these are put together again. It takes attributes
//! out itself, unless their beginning was read before it looked.

use super::bytes::{Reply, Start, read, released, start};
use crate::tui::theme::Background;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::{Duration, Instant};

/// How long an answer may come after the question. A link may be slow; a terminal that does not answer must not make
/// Escape wait for ever.
const LATEST: Duration = Duration::from_secs(10);

/// Takes a late answer out of the keys.
#[derive(Debug)]
pub struct Late {
    asked: Instant,
    /// The bytes of what may be an answer.
    held: Vec<u8>,
    /// How many of them were read before there were keys.
    early: usize,
    /// The keys of the rest.
    keys: Vec<KeyEvent>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Passed {
    /// Keys, perhaps with some that were held before; none while there may be an answer.
    Keys(Vec<KeyEvent>),
    /// The end of an answer that tells the background, or nothing that can be understood.
    Answer(Option<Background>),
}

impl Late {
    /// Waits for the answer to a question, of which `rest` has come.
    pub fn new(asked: Instant, rest: &[u8]) -> Self {
        Self { asked, held: rest.to_owned(), early: rest.len(), keys: Vec::new() }
    }

    pub fn is_awaited(&self) -> bool {
        self.asked.elapsed() < LATEST
    }

    /// An Escape is held that may be the key or the first byte of an answer: what comes behind it comes at once.
    pub fn holds_escape(&self) -> bool {
        self.held == [0x1b]
    }

    pub fn pass(&mut self, key: KeyEvent) -> Passed {
        if let Some(bytes) = bytes_of(key) {
            self.held.extend(&bytes);
            self.keys.push(key);
            match start(&self.held) {
                Start::Part => return Passed::Keys(Vec::new()),
                Start::Reply(reply, _) => {
                    (self.held, self.early, self.keys) = (Vec::new(), 0, Vec::new());
                    return match reply {
                        Reply::Background(background) => Passed::Answer(background),
                        Reply::Attributes => Passed::Keys(Vec::new()),
                    };
                }
                Start::Other if self.early > 0 => {
                    // The end of what was cut when patience was: a key then, or what says nothing to us.
                    let parsed = read(&self.held);
                    let (keys, complete) = (parsed.keys, parsed.rest.is_empty());
                    if complete {
                        (self.held, self.early, self.keys) = (Vec::new(), 0, Vec::new());
                    }
                    return Passed::Keys(if complete { keys } else { Vec::new() });
                }
                Start::Other if self.keys.len() == 1 => {}
                Start::Other => {
                    // The key that shows that the others were none of an answer may begin one.
                    self.keys.pop();
                    self.held.truncate(self.held.len() - bytes.len());
                    let mut keys = self.release();
                    if let Passed::Keys(more) = self.pass(key) {
                        keys.extend(more);
                    }
                    return Passed::Keys(keys);
                }
            }
            return Passed::Keys(self.release());
        }
        let mut keys = self.release();
        keys.push(key);
        Passed::Keys(keys)
    }

    pub fn release(&mut self) -> Vec<KeyEvent> {
        let mut keys = released(&self.held[..self.early]);
        keys.append(&mut self.keys);
        (self.held, self.early) = (Vec::new(), 0);
        keys
    }
}

/// The bytes that crossterm has read as a key, where they may be of an answer.
fn bytes_of(key: KeyEvent) -> Option<Vec<u8>> {
    match key.code {
        KeyCode::Esc => Some(vec![0x1b]),
        KeyCode::Char(letter) if letter.is_ascii() => {
            let byte = u8::try_from(letter).ok()?;
            match key.modifiers {
                modifiers if modifiers.contains(KeyModifiers::ALT) => Some(vec![0x1b, byte]),
                modifiers if modifiers.contains(KeyModifiers::CONTROL) => (byte == b'g').then_some(vec![0x07]),
                _ => Some(vec![byte]),
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(letter: char, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), modifiers)
    }

    fn plain(text: &str) -> Vec<KeyEvent> {
        text.chars().map(|letter| key(letter, KeyModifiers::NONE)).collect()
    }

    fn alt(letter: char) -> Vec<KeyEvent> {
        vec![key(letter, KeyModifiers::ALT)]
    }

    fn escape() -> Vec<KeyEvent> {
        vec![KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE)]
    }

    fn bell() -> Vec<KeyEvent> {
        vec![key('g', KeyModifiers::CONTROL)]
    }

    /// The keys that get through, and the answers.
    fn through(rest: &[u8], keys: &[Vec<KeyEvent>]) -> (Vec<KeyEvent>, Vec<Option<Background>>) {
        let mut late = Late::new(Instant::now(), rest);
        let (mut passed, mut answers) = (Vec::new(), Vec::new());
        for key in keys.concat() {
            match late.pass(key) {
                Passed::Keys(keys) => passed.extend(keys),
                Passed::Answer(background) => answers.push(background),
            }
        }
        passed.extend(late.release());
        (passed, answers)
    }

    #[test]
    fn m19_a_late_answer_is_taken_out_of_the_keys() {
        let colour = || plain("11;rgb:ffff/ffff/ffff");
        let light = || vec![Some(Background::Light)];
        let table = [
            (&b""[..], vec![plain("j"), alt(']'), colour(), alt('\\'), plain("k")], light(), plain("jk")),
            (b"", vec![alt(']'), colour(), bell(), plain("k")], light(), plain("k")),
            (b"", vec![escape(), plain("]"), colour(), escape(), plain("\\k")], light(), plain("k")),
            (b"\x1b]11;rgb:ff", vec![plain("ff/ffff/ffff"), bell(), plain("j")], light(), plain("j")),
            (b"\x1b", vec![plain("]"), colour(), bell()], light(), vec![]),
            (b"\x1b[?6", vec![plain("2;4cj")], vec![], plain("j")),
            (b"", vec![alt(']'), plain("11;banana"), bell(), plain("j")], vec![None], plain("j")),
        ];
        for (rest, keys, answer, left) in table {
            assert_eq!(through(rest, &keys), (left, answer), "{rest:?} {keys:?}");
        }
    }

    #[test]
    fn m19_no_key_is_lost_that_is_none_of_an_answer() {
        for keys in [plain("jjk11;rgb:"), escape(), [escape(), escape(), plain("]")].concat(), [alt(']'), plain("12")].concat(), bell()] {
            assert_eq!(through(b"", std::slice::from_ref(&keys)), (keys, vec![]));
        }
        let up = KeyEvent::new(KeyCode::Up, KeyModifiers::NONE);
        assert_eq!(through(b"\x1b[", &[plain("A")]), (vec![up], vec![]), "an arrow that was cut");
    }
}
