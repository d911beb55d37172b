//! A draft as the YAML of the format.

use crate::acts::quoted::Quoted;
use crate::briefing::scale::{ClaimKind, Marking, Markings, Mode, Vocabulary};
use crate::text::{neutral, single_spaced};
use crate::yaml::scalar::{Site, scalar_like};
use std::fmt::Write;

const VALUE: Site = Site { is_key: false, in_brackets: false };
const KEY: Site = Site { is_key: true, in_brackets: false };
const INSIDE: Site = Site { is_key: false, in_brackets: true };

/// Lines of YAML, one below the other.
#[derive(Default)]
pub struct Lines(pub String);

impl Lines {
    pub fn comment(&mut self, indent: usize, words: &str) {
        let _ = writeln!(self.0, "{:indent$}# {}", "", neutral(&single_spaced(words)));
    }

    pub fn blank(&mut self) {
        self.0.push('\n');
    }

    /// A key over what stands deeper.
    pub fn over(&mut self, indent: usize, key: &str) {
        let _ = writeln!(self.0, "{:indent$}{}:", "", scalar_like("", key, KEY));
    }

    pub fn field(&mut self, indent: usize, key: &str, text: &str) {
        let _ = writeln!(self.0, "{:indent$}{key}: {}", "", scalar_like("", text, VALUE));
    }

    /// The same, where somebody has said it.
    pub fn stated(&mut self, indent: usize, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(indent, key, text);
        }
    }

    pub fn marking(&mut self, markings: Markings, written: &str) {
        if markings != Markings::Tlp {
            self.field(0, "markings", markings.word());
        }
        self.field(0, "marking", written);
    }

    pub fn actor(&mut self, id: &str, name: &str, aka: &[String]) {
        let inside = |text: &str| scalar_like("", text, INSIDE);
        let others: Vec<String> = aka.iter().map(|name| inside(name)).collect();
        let others = if others.is_empty() { String::new() } else { format!(", aka: [{}]", others.join(", ")) };
        let _ = writeln!(self.0, "  {}: {{name: {}{others}}}", scalar_like("", id, KEY), inside(name));
    }

    pub fn candidate(&mut self, kind: ClaimKind, text: &str, quoted: &Quoted) {
        self.field(4, &format!("- {}", kind.word()), text);
        let beside = [("prefix", &quoted.prefix), ("suffix", &quoted.suffix)];
        let beside: String =
            beside.iter().filter_map(|(field, words)| Some(format!(", {field}: {}", scalar_like("", words.as_ref()?, INSIDE)))).collect();
        let is_in_brackets = quoted.source.is_some() || !beside.is_empty();
        let exact = scalar_like("", &quoted.exact, if is_in_brackets { INSIDE } else { VALUE });
        let words = if beside.is_empty() { exact } else { format!("{{exact: {exact}{beside}}}") };
        let words = quoted.source.as_ref().map_or_else(|| words.clone(), |source| format!("{{{source}: {words}}}"));
        let _ = writeln!(self.0, "      quote: {words}");
    }

    pub fn event(&mut self, number: usize, text: &str, date: &str, mode: Mode) {
        let _ = writeln!(self.0, "  T{number}:");
        self.field(4, "other", text);
        self.field(4, "date", date);
        if mode != Mode::Reported {
            self.field(4, "mode", mode.word());
        }
    }
}

/// The vocabulary of a marking that somebody has written.
#[must_use]
pub fn markings_of(written: &str) -> Option<Markings> {
    Marking::written(written).map(Marking::markings)
}
