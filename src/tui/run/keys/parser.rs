//! What a terminal sends, byte by byte: keys, the mouse, pastes, and the answers to our own questions. Whatever else it
//! sends is passed over whole, and changes nothing.
//!
//! crossterm could read all this, but never gets past a report that it does not know (`CSI ? 2026 ; 2 $ y`, its issue
//! 1104), takes OSC, DCS and APC for keys, and waits for ever for what was cut.
//!
//! A control sequence is what ECMA-48 says, known or not. What never ends is given up after a while, or when a key comes
//! behind it, which shows by the time: what terminals send comes at once, and keys come one by one.

use super::dribble::Dribble;
use super::late_report::is_late_report;
use super::state::{COMMAND, OTHER_TEXT, State, introduced};
use super::{mouse, table};
use crate::keys::key::{Code, Key};
use crate::tui::pointer::Pointer;
use crate::tui::theme::Background;
use std::time::{Duration, Instant};

/// Within this time comes what belongs together; an Escape behind which nothing comes is the key.
const TOGETHER: Duration = Duration::from_millis(50);
/// How long the rest of a sequence may take on a slow link.
const PATIENCE: Duration = Duration::from_millis(500);
/// The same, for an answer that we wait for.
const LATEST: Duration = Duration::from_secs(5);
/// How long a paste may pause. What came by then was pasted, and what comes later is keys.
const PASTE: Duration = Duration::from_secs(2);

/// The longest sequence that we understand, in bytes.
const LONGEST: usize = 256;

const BELL: u8 = 0x07;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESCAPE: u8 = 0x1b;
const DELETE: u8 = 0x7f;
/// ST, where a text began with a control character of 8 bits too. It is also the second half of letters.
const STRING_END: u8 = 0x9c;

const PASTE_BEGINS: &[u8] = b"200";
const PASTE_ENDS: &[u8] = b"\x1b[201~";
/// How tmux begins what it passes on.
const TMUX: &[u8] = b"Ptmux;";
/// The answer that tells the background, without its introducer.
const COLOUR: &[u8] = b"]11;";

/// Control sequences by how they begin, and the letters that end those which terminals send. By them a late letter is told
/// from a key.
const ENDS: [(u8, &[u8]); 3] = [(b'<', b"Mm"), (b'?', b"cnuyRSt"), (b'>', b"cm")];
/// The same, of those that begin with a number or at once.
const USUAL: &[u8] = b"~ABCDFHIMOPQRSZcntuxy";

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    Key(Key),
    Pointer(Pointer),
    Paste(String),
    /// The answer to the question for the background, where it could be understood.
    Background(Option<Background>),
    /// The answer to the question for the attributes, which comes behind that one.
    Attributes,
}

#[derive(Debug, Clone, Default)]
pub struct Parser {
    state: State,
    /// What has come of a letter, of parameters, of a text, of a paste.
    body: Vec<u8>,
    /// What has come of a paste like keys, one by one: its end may be lost.
    dribble: Dribble,
    /// ESC stands before what is open, for Alt.
    alt: bool,
    /// The ESC in a text came first of what came at once: it may be the key.
    early: bool,
    /// We have asked the terminal, and it has not answered.
    asked: bool,
    /// When the last bytes came.
    last: Option<Instant>,
    /// An ESC was given up and was the key; and what may have been the first byte of a report behind it.
    given_up: Option<Vec<u8>>,
}

impl Parser {
    /// The terminal was asked for its background and its attributes.
    pub fn ask(&mut self) {
        self.asked = true;
    }

    /// Takes what came at once.
    pub fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<Heard> {
        let mut heard = Vec::new();
        let pause = self.last.map_or(Duration::MAX, |last| now.saturating_duration_since(last));
        if self.is_left_behind(bytes, pause) || self.is_typed_into(bytes, pause) {
            self.give_up(&mut heard);
        }
        if let Some(begun) = self.given_up.take() {
            self.go_on_late(begun, bytes, pause);
        }
        self.read(bytes, &mut heard);
        self.last = Some(now);
        heard
    }

    /// When what is open is given up; none where nothing is.
    pub fn until(&self) -> Option<Instant> {
        let patience = match self.state {
            State::Ground => return None,
            State::Escape | State::Twice => TOGETHER,
            State::Text | State::Closing if self.asked && self.body.iter().zip(COLOUR).all(|(one, other)| one == other) => LATEST,
            State::Paste => PASTE,
            _ => PATIENCE,
        };
        Some(self.last? + patience)
    }

    /// Nothing has come for so long that what is open is given up.
    pub fn expire(&mut self, now: Instant) -> Vec<Heard> {
        let mut heard = Vec::new();
        if self.until().is_some_and(|until| until <= now) {
            self.given_up = matches!(self.state, State::Escape | State::Twice).then(Vec::new);
            self.give_up(&mut heard);
        }
        heard
    }

    /// Opens again what an ESC has begun that was given up, where the rest of a report comes behind it.
    fn go_on_late(&mut self, mut begun: Vec<u8>, bytes: &[u8], pause: Duration) {
        if self.state != State::Ground || pause >= PATIENCE {
            return;
        }
        let known = begun.len();
        begun.extend_from_slice(bytes);
        if bytes.len() > 1 && is_late_report(&begun) {
            self.begin(State::Escape);
            // It was heard as a key, and a key gives nothing else to hear here.
            self.read(&begun[..known], &mut Vec::new());
        } else if known == 0 && bytes.len() == 1 {
            self.given_up = Some(begun);
        }
    }

    /// Ends what is open: an Escape is the key, and what came of a paste was pasted.
    fn give_up(&mut self, heard: &mut Vec<Heard>) {
        match self.state {
            State::Escape => heard.push(escape()),
            State::Twice => heard.extend([escape(), escape()]),
            State::Closing if self.early => heard.push(escape()),
            State::Paste => return self.give_up_paste(heard),
            _ => {}
        }
        self.begin(State::Ground);
    }

    /// What came last like keys, one by one, is keys.
    fn give_up_paste(&mut self, heard: &mut Vec<Heard>) {
        let typed = self.dribble.typed();
        self.body.truncate(self.body.len().saturating_sub(typed.iter().map(Vec::len).sum()));
        self.paste(self.end_begun(), heard);
        for key in typed {
            self.read(&key, heard);
            self.give_up(heard);
        }
    }

    /// What has come into a paste is keys by now, for what is pasted comes at once.
    fn is_typed_into(&mut self, bytes: &[u8], pause: Duration) -> bool {
        let is_end = self.end_begun() > 0 && PASTE_ENDS[self.end_begun()..].starts_with(bytes);
        let may_be = self.state == State::Paste && !is_end;
        self.dribble.is_typed(bytes, pause, may_be && is_one_key(bytes))
    }

    /// What has come is a key that was pressed behind something that was cut: it comes alone, late, and is no end of it.
    fn is_left_behind(&self, bytes: &[u8], pause: Duration) -> bool {
        let is_end = match (self.state, bytes) {
            (State::Ground | State::Escape | State::Twice | State::Paste, _) | (State::Closing, b"\\") | (State::Text, [ESCAPE]) => true,
            (State::Text, [ESCAPE, ESCAPE, _, ..]) => self.body.starts_with(TMUX),
            (State::Text, [BELL]) => self.ends_with_bell(),
            (State::Sequence, [byte]) => {
                let ends = ENDS.iter().find(|(first, _)| self.body.first() == Some(first)).map_or(USUAL, |(_, ends)| ends);
                ends.contains(byte)
            }
            (State::Shifted, [byte]) => table::shifted(*byte).is_some(),
            _ => false,
        };
        !is_end && pause >= TOGETHER && is_one_key(bytes)
    }

    fn read(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) {
        for (at, byte) in bytes.iter().enumerate() {
            self.byte(*byte, at == 0, heard);
        }
    }

    /// Takes a byte; `first` where it is the first that came at once.
    fn byte(&mut self, byte: u8, first: bool, heard: &mut Vec<Heard>) {
        match (self.state, byte) {
            (State::Paste, _) => {
                self.body.push(byte);
                if self.body.ends_with(PASTE_ENDS) {
                    self.paste(PASTE_ENDS.len(), heard);
                }
            }
            (State::Escape | State::Twice, _) => self.escaped(byte, first, heard),
            (State::Closing, b'\\') => self.close(heard),
            (State::Text, BELL) if self.ends_with_bell() => self.close(heard),
            (State::Text, STRING_END) if self.ends_in_one() => self.begin(State::Ground),
            (State::Text | State::Sequence | State::Shifted | State::Set | State::Console | State::Mouse, CANCEL | SUBSTITUTE)
            | (State::Set, b'0'..=b'~') => self.begin(State::Ground),
            (State::Text, ESCAPE) => (self.state, self.early) = (State::Closing, first),
            // What tmux passes on has each ESC twice.
            (State::Closing, ESCAPE) if self.body.starts_with(TMUX) => self.state = State::Text,
            (State::Closing, _) => {
                self.begin(State::Escape);
                self.escaped(byte, first && self.early, heard);
            }
            (State::Ground, ESCAPE) => self.begin(State::Escape),
            (State::Ground, ..0x80) => heard.extend(table::character(char::from(byte)).map(Heard::Key)),
            (State::Ground, _) | (State::Letter, 0x80..) => self.letter(byte, heard),
            // Terminals pass over it here, and act on a control character without ending what it stands in (ECMA-48).
            (State::Sequence | State::Set, DELETE)
            | (State::Set, b' '..=b'/')
            | (State::Sequence | State::Shifted | State::Set | State::Console | State::Mouse, ..=SUBSTITUTE | 0x1c..=0x1f) => {}
            (State::Mouse, b' '..) => {
                self.keep(byte);
                if self.body.len() == 3 {
                    let pointer = mouse::bytes(&self.body);
                    self.end(pointer.map(Heard::Pointer), heard);
                }
            }
            (State::Text, _) | (State::Sequence, b' '..=b'?') | (State::Shifted, b'0'..=b'9' | b';') => self.keep(byte),
            (State::Sequence | State::Shifted | State::Console, b' '..=b'~') => self.last_of_sequence(byte, heard),
            // It cannot stand here: what is open was cut.
            _ => {
                self.begin(State::Ground);
                self.byte(byte, first, heard);
            }
        }
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.body.clear();
        self.dribble = Dribble::default();
        self.alt = false;
    }

    fn keep(&mut self, byte: u8) {
        if self.body.len() < LONGEST {
            self.body.push(byte);
        }
    }

    /// Takes the byte behind ESC, or ESC ESC.
    fn escaped(&mut self, byte: u8, first: bool, heard: &mut Vec<Heard>) {
        let twice = self.state == State::Twice;
        let (state, pressed) = match byte {
            // Three: the first is the key, and the others are open.
            ESCAPE => (State::Twice, twice),
            b'[' => (State::Sequence, false),
            b'O' => (State::Shifted, false),
            b']' | b'P' | b'X' | b'^' | b'_' => (State::Text, twice),
            b' '..=b'/' if !twice => (State::Set, false),
            0x80.. => (State::Letter, twice),
            _ => (State::Ground, twice),
        };
        if first && matches!(state, State::Ground | State::Letter | State::Set) {
            // It came by itself, and the Escape before it too.
            self.give_up(heard);
            return self.byte(byte, first, heard);
        }
        heard.extend(pressed.then(escape));
        self.begin(state);
        match state {
            State::Text => self.keep(byte),
            State::Letter => {
                self.alt = true;
                self.letter(byte, heard);
            }
            _ => self.alt = twice && state != State::Ground,
        }
    }

    /// Takes a byte of a letter of several.
    fn letter(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.state = State::Letter;
        self.body.push(byte);
        match str::from_utf8(&self.body) {
            Ok(letter) => {
                let letter = letter.chars().next();
                if let Some(state) = letter.and_then(introduced) {
                    self.introduce(state);
                } else {
                    self.end(letter.and_then(table::character).map(Heard::Key), heard);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            // A byte that does not go on with the letter may begin one.
            Err(_) if self.body.len() > 1 => {
                self.begin(State::Ground);
                self.letter(byte, heard);
            }
            Err(_) => match introduced(char::from(byte)) {
                Some(state) => self.introduce(state),
                None => self.begin(State::Ground),
            },
        }
    }

    /// Begins what one character introduces that stands for ESC and another.
    fn introduce(&mut self, (state, kind): (State, u8)) {
        let with_alt = self.alt;
        self.begin(state);
        self.alt = with_alt;
        // No answer to our own question begins so.
        if state == State::Text {
            self.keep(kind);
        }
    }

    /// Takes the letter at the end of CSI or SS3, or what is behind it where that is not the end yet.
    fn last_of_sequence(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        let of = match (self.state, self.body.as_slice(), byte) {
            (State::Sequence, b"", b'[') => return self.state = State::Console,
            (State::Sequence, b"", b'M') => return self.state = State::Mouse,
            (State::Sequence, PASTE_BEGINS, b'~') => {
                heard.extend(self.alt.then(escape));
                return self.begin(State::Paste);
            }
            (State::Sequence, [b'<', parameters @ ..], _) => mouse::sgr(parameters, byte).map(Heard::Pointer),
            (State::Sequence, [b'?', parameters @ ..], b'c') if self.asked && parameters.iter().all(|byte| *byte < b'<') => {
                self.asked = false;
                Some(Heard::Attributes)
            }
            (State::Sequence, [b'0'..=b'9', ..], b'M') => mouse::rxvt(&self.body).map(Heard::Pointer),
            (State::Sequence, parameters, _) => table::sequence(parameters, byte).map(Heard::Key),
            (State::Shifted, b"", _) => table::shifted(byte).map(Heard::Key),
            (State::Console, ..) => table::console(byte).map(Heard::Key),
            _ => None,
        };
        self.end(of, heard);
    }

    /// What is open has ended, and was this; with Alt it is no key of ours.
    fn end(&mut self, of: Option<Heard>, heard: &mut Vec<Heard>) {
        match of {
            Some(Heard::Key(_)) if self.alt => {}
            // Nothing else is held with it: it is the key, and something came behind.
            None if !self.body.first().is_some_and(|byte| (b'<'..=b'?').contains(byte)) => {}
            of => {
                heard.extend(self.alt.then(escape));
                heard.extend(of);
            }
        }
        self.begin(State::Ground);
    }

    /// Of texts only OSC may end with a bell.
    fn ends_with_bell(&self) -> bool {
        matches!(self.body.first(), Some(b']' | &COMMAND))
    }

    fn ends_in_one(&self) -> bool {
        matches!(self.body.first(), Some(&(OTHER_TEXT | COMMAND)))
            && self.body.last().is_some_and(|before| *before < 0x80 || *before == 0xc2)
    }

    /// A text has ended.
    fn close(&mut self, heard: &mut Vec<Heard>) {
        if let Some(colour) = self.body.strip_prefix(COLOUR).filter(|_| self.asked) {
            heard.push(Heard::Background(str::from_utf8(colour).ok().and_then(Background::parse)));
        }
        self.begin(State::Ground);
    }

    /// How many bytes of its end have come of a paste.
    fn end_begun(&self) -> usize {
        (0..PASTE_ENDS.len()).rev().find(|length| self.body.ends_with(&PASTE_ENDS[..*length])).unwrap_or(0)
    }

    /// A paste has ended, but for so many bytes of its end.
    fn paste(&mut self, end: usize, heard: &mut Vec<Heard>) {
        self.body.truncate(self.body.len() - end);
        heard.push(Heard::Paste(String::from_utf8_lossy(&self.body).into_owned()));
        self.begin(State::Ground);
    }
}

fn escape() -> Heard {
    Heard::Key(Key { code: Code::Escape, control: false })
}

/// What a person does at once: one key, or one thing with the mouse.
fn is_one_key(bytes: &[u8]) -> bool {
    if bytes.first() != Some(&ESCAPE) {
        return str::from_utf8(bytes).is_ok_and(|text| text.chars().count() == 1);
    }
    let (mut parser, mut heard) = (Parser::default(), Vec::new());
    // No key is so long that the rest is read for it.
    parser.read(&bytes[..bytes.len().min(LONGEST)], &mut heard);
    bytes == [ESCAPE] || heard.len() == 1 && parser.state == State::Ground
}
