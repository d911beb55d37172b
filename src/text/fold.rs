//! Comparing texts without their accidents: typographic quotes, dashes, white space and, for search, case.

use std::ops::Range;

/// What is folded away before texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// Quotation marks, dashes and runs of white space: all that a quote may differ in.
    Typography,
    /// Typography and case: what a search ignores.
    Search,
}

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// For every byte of `text`, and for its end, the byte offset in the original.
    origins: Vec<usize>,
}

impl Folded {
    /// Folds `original`.
    #[must_use]
    pub fn new(original: &str, folding: Folding) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        let mut in_space = false;
        for (at, c) in original.char_indices() {
            if c.is_whitespace() {
                if !in_space {
                    text.push(' ');
                }
                in_space = true;
            } else if c.is_ascii() {
                // Most characters of most texts: nothing to look up.
                in_space = false;
                text.push(if folding == Folding::Search { c.to_ascii_lowercase() } else { c });
                origins.push(at);
                continue;
            } else {
                in_space = false;
                let c = plain(c);
                match folding {
                    Folding::Typography => text.push(c),
                    Folding::Search => text.extend(c.to_lowercase()),
                }
            }
            origins.resize(text.len(), at);
        }
        origins.push(original.len());
        Self { text, origins }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Every place where `needle`, folded alike, stands: byte ranges of the original, in order, without overlaps.
    #[must_use]
    pub fn find(&self, needle: &Folded) -> Vec<Range<usize>> {
        if needle.text.is_empty() {
            return Vec::new();
        }
        let found = self.text.match_indices(&needle.text);
        found.map(|(at, text)| self.origins[at]..self.origins[at + text.len()]).collect()
    }
}

/// Two characters differ in typography at most.
#[must_use]
pub fn alike(one: char, other: char) -> bool {
    one == other || plain(one) == plain(other) || one.is_whitespace() && other.is_whitespace()
}

/// The plain form of a typographic quotation mark or dash.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'a>(text: &'a str, needle: &str, folding: Folding) -> Vec<&'a str> {
        let ranges = Folded::new(text, folding).find(&Folded::new(needle, folding));
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn quotes_dashes_and_spaces_fold() {
        assert_eq!(find("Iran’s  aim — so", "Iran's aim - so", Folding::Typography), ["Iran’s  aim — so"]);
        assert!(find("Iran’s", "iran's", Folding::Typography).is_empty());
    }

    #[test]
    fn search_ignores_case_in_every_script() {
        assert_eq!(find("МОСКВА и Москва", "москва", Folding::Search), ["МОСКВА", "Москва"]);
        assert_eq!(find("İzmir", "i\u{307}zmir", Folding::Search), ["İzmir"]);
        assert!(find("anything", "", Folding::Search).is_empty());
    }
}
