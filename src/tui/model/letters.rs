//! Letters on the links in view: whoever types them opens the link.

use super::{Effect, Model};
use crate::keys::key::{Code, Key};
use crate::keys::keyboard::latin;

/// The letters, those under resting fingers first.
const LETTERS: &str = "fjdkslaghrueiwotyqpvncmxzb";

/// The letters on links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters {
    /// The stops in view, each with its letters.
    labels: Vec<(usize, String)>,
    /// What was typed of them.
    typed: String,
}

impl Letters {
    fn new(stops: impl IntoIterator<Item = usize>) -> Self {
        let stops: Vec<usize> = stops.into_iter().collect();
        let one = || LETTERS.chars().map(String::from);
        let names: Vec<String> = if stops.len() <= LETTERS.len() {
            one().collect()
        } else {
            one().flat_map(|first| one().map(move |second| format!("{first}{second}"))).collect()
        };
        Self { labels: stops.into_iter().zip(names).collect(), typed: String::new() }
    }

    /// The letters of a stop that are still to be typed; none of a stop that what was typed cannot mean.
    #[must_use]
    pub fn of(&self, stop: usize) -> Option<&str> {
        let (_, letters) = self.labels.iter().find(|(labelled, _)| *labelled == stop)?;
        letters.strip_prefix(self.typed.as_str())
    }
}

impl Model {
    /// The letters on links, while one is chosen.
    #[must_use]
    pub fn letters(&self) -> Option<&Letters> {
        self.letters.as_ref()
    }

    /// Puts letters on the links in view.
    pub(super) fn begin_letters(&mut self) {
        let Some(here) = self.here() else { return };
        let letters = Letters::new((0..here.flowed.doc.links.len()).filter(|stop| here.shows(*stop)));
        if letters.labels.is_empty() {
            self.say("No link is in view.");
        } else {
            self.letters = Some(letters);
        }
    }

    /// Takes a key: the letters of a link open it, Escape ends.
    pub(super) fn type_letter(&mut self, key: Key) -> Vec<Effect> {
        let Some(letters) = &mut self.letters else { return Vec::new() };
        match key.code {
            Code::Backspace if !letters.typed.is_empty() => _ = letters.typed.pop(),
            Code::Char(letter) if !key.control => {
                let letter = latin(letter).unwrap_or(letter).to_ascii_lowercase();
                letters.typed.push(letter);
                let meant = letters.labels.iter().find(|(_, name)| *name == letters.typed).map(|(stop, _)| *stop);
                if let Some(stop) = meant {
                    self.letters = None;
                    if let Some(here) = self.here() {
                        self.stand_on(&here, stop);
                        return self.open();
                    }
                } else if !letters.labels.iter().any(|(_, name)| name.starts_with(&letters.typed)) {
                    self.letters = None;
                    self.say("No link has these letters.");
                }
            }
            _ => self.letters = None,
        }
        Vec::new()
    }
}
