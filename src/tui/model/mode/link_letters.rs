//! Letters on the links in view: whoever types them opens the link.

use super::Mode;
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::keys::keyboard::latin;
use crate::tui::model::hint::Hint;
use crate::tui::model::{Effect, Model};

/// The letters, those under resting fingers first.
const LETTERS: &str = "fjdkslaghrueiwotyqpvncmxzb";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters {
    /// The stops in view, each with its letters.
    labels: Vec<(usize, String)>,
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
    pub fn of(&self, stop: usize) -> Option<&str> {
        let (_, letters) = self.labels.iter().find(|(labelled, _)| *labelled == stop)?;
        letters.strip_prefix(self.typed.as_str())
    }

    pub(super) fn hints() -> Vec<Hint> {
        vec![Hint::fixed("letters", "open a link", None), Hint::fixed("Esc", "end", Some(Action::Cancel))]
    }
}

impl Model {
    pub(in crate::tui::model) fn begin_letters(&mut self) {
        let Some(here) = self.here() else { return };
        let letters = Letters::new((0..here.flowed.doc.links.len()).filter(|stop| here.shows(*stop)));
        if letters.labels.is_empty() {
            self.say("No link is in view.");
        } else {
            self.begin(Mode::Letters(letters));
        }
    }

    /// Takes a key: the letters of a link open it, Escape ends.
    pub(super) fn press_letter(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Letters(letters) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Backspace if !letters.typed.is_empty() => _ = letters.typed.pop(),
            Code::Char(letter) if !key.control => {
                letters.typed.push(latin(letter).unwrap_or(letter).to_ascii_lowercase());
                let meant = letters.labels.iter().find(|(_, name)| *name == letters.typed).map(|(stop, _)| *stop);
                if let Some(stop) = meant {
                    self.mode = Mode::Walk;
                    if let Some(here) = self.here() {
                        self.stand_on(&here, stop);
                        return self.open();
                    }
                } else if !letters.labels.iter().any(|(_, name)| name.starts_with(&letters.typed)) {
                    self.mode = Mode::Walk;
                    self.say("No link has these letters.");
                }
            }
            _ => self.mode = Mode::Walk,
        }
        Vec::new()
    }
}
