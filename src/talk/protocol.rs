//! What goes through the socket: a line of JSON each, all of the state one way and what is to be done the other way.
//!
//! A line may be anything: whoever can reach the socket can write to it. What is no command is passed over, and a line that
//! does not end is the end of whoever sends it.

use serde::{Deserialize, Serialize};

/// Of the lines that this program writes. It stays when fields are added.
pub const VERSION: u32 = 1;
/// The longest command, in bytes.
pub const COMMAND: usize = 4096;
/// The longest state, in bytes.
pub const STATE: usize = 4 * 1024 * 1024;

/// All that the speaker's terminal shows: it need not have the library.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    pub bluf: u32,
    pub briefing: String,
    pub title: String,
    pub marking: String,
    /// In whose words: two vocabularies have some words in common.
    #[serde(default)]
    pub markings: String,
    /// 1-based.
    pub slide: usize,
    pub slides: usize,
    /// Which page of the slide the room sees, 1-based, and how many it has; none where it is whole on one.
    #[serde(default)]
    pub page: Option<(usize, usize)>,
    /// Where the talk's own terminal is: the slide, or what a question led to.
    pub here: String,
    /// The words of the slide, a paragraph each.
    pub words: Vec<String>,
    /// What the next slide is called; none on the last.
    #[serde(default)]
    pub next: Option<String>,
    /// What to say, then the reader's own notes.
    #[serde(default)]
    pub notes: Vec<String>,
    #[serde(default)]
    pub questions: Vec<Question>,
    /// What was asked and not answered.
    #[serde(default)]
    pub asked: Vec<String>,
    /// In milliseconds.
    pub spent: u64,
    #[serde(default)]
    pub planned: Option<u64>,
}

/// What somebody may ask on a slide, and what answers it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub words: String,
    pub address: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub enum Command {
    Next,
    Back,
    /// 1-based.
    Goto {
        slide: usize,
    },
    /// The talk's own terminal shows what answers a question.
    Open {
        address: String,
    },
}

/// A line, ready to be sent.
#[must_use]
pub fn line(value: &impl Serialize) -> Vec<u8> {
    // What is written here has text for keys, which is all that JSON asks.
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}

/// The lines of what comes piece by piece.
#[derive(Debug)]
pub struct Lines {
    begun: Vec<u8>,
    longest: usize,
}

/// A line goes on beyond all measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endless;

impl State {
    /// ", page 2 of 4", of a slide that goes on over pages.
    #[must_use]
    pub fn page_words(&self) -> String {
        self.page.map_or_else(String::new, |(page, pages)| format!(", page {page} of {pages}"))
    }
}

impl Lines {
    #[must_use]
    pub fn new(longest: usize) -> Self {
        Self { begun: Vec::new(), longest }
    }

    /// Takes bytes; the lines that end with them.
    ///
    /// # Errors
    ///
    /// A line is longer than any that means something.
    pub fn take(&mut self, bytes: &[u8]) -> Result<Vec<Vec<u8>>, Endless> {
        let mut lines = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            self.begun.extend_from_slice(piece);
            if self.begun.len() > self.longest {
                return Err(Endless);
            }
            if self.begun.ends_with(b"\n") {
                lines.push(std::mem::take(&mut self.begun));
            }
        }
        Ok(lines)
    }
}

#[must_use]
pub fn command(line: &[u8]) -> Option<Command> {
    serde_json::from_slice(line).ok()
}

/// None for what is no state, or one of a later program.
#[must_use]
pub fn state(line: &[u8]) -> Option<State> {
    serde_json::from_slice(line).ok().filter(|state: &State| state.bluf == VERSION)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn n6_whatever_comes_through_the_socket_is_read_to_its_end(bytes in proptest::collection::vec(any::<u8>(), 0..9000), cut in 1_usize..600) {
            let mut lines = Lines::new(COMMAND);
            let mut whole = Vec::new();
            for piece in bytes.chunks(cut) {
                let Ok(found) = lines.take(piece) else {
                    prop_assert!(bytes.split(|byte| *byte == b'\n').any(|line| line.len() >= COMMAND));
                    return Ok(());
                };
                whole.extend(found);
            }
            for line in &whole {
                prop_assert!(line.len() <= COMMAND && line.ends_with(b"\n"));
                let _ = (command(line), state(line));
            }
            let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
            prop_assert_eq!(whole.concat(), bytes[..end].to_vec());
        }
    }

    #[test]
    fn n6_commands_and_states_come_through_as_they_were_sent() {
        for sent in [Command::Next, Command::Back, Command::Goto { slide: 7 }, Command::Open { address: "a#C1".to_owned() }] {
            assert_eq!(command(&line(&sent)), Some(sent));
        }
        let sent = State { bluf: VERSION, words: vec!["\u{1b}[2J\n\"".to_owned()], planned: Some(3), ..State::default() };
        assert_eq!(line(&sent).iter().position(|byte| *byte == b'\n'), Some(line(&sent).len() - 1), "one line");
        assert_eq!(state(&line(&sent)), Some(sent));
        for wrong in [&b"{}"[..], b"next", b"{\"do\":\"quit\"}", b"\xff\xfe", b"{\"do\":\"goto\",\"slide\":-1}"] {
            assert_eq!((command(wrong), state(wrong)), (None, None));
        }
    }
}
