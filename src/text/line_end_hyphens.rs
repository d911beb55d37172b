//! Words that a hyphen parts at the end of a line: whether the hyphen is the word's own, nobody knows.

use super::fold::Folded;
use std::ops::Range;

/// A folded text without its hyphens, to find by letters what may be written with and without them.
#[derive(Debug, Clone)]
pub struct WithoutHyphens {
    text: String,
    /// For every byte of `text` the byte of the folded text where it stands.
    origins: Vec<usize>,
}

impl WithoutHyphens {
    #[must_use]
    pub fn new(folded: &Folded) -> Self {
        let mut without = Self { text: String::with_capacity(folded.as_str().len()), origins: Vec::new() };
        let mut behind_hyphen = false;
        for (at, c) in folded.as_str().char_indices() {
            // A hyphen at a line end may also be written with the space that stands for the line end.
            let is_left_out = c == '-' || behind_hyphen && c == ' ';
            behind_hyphen = c == '-';
            if !is_left_out {
                without.text.push(c);
                without.origins.resize(without.text.len(), at);
            }
        }
        without
    }

    /// The places of `quote` in the text that was `folded`, where a hyphen at a line end of it counts as a letter of the
    /// word, or as none: byte ranges of the original, in order.
    pub fn places<'a>(&'a self, folded: &'a Folded, quote: &'a Folded) -> impl Iterator<Item = Range<usize>> + 'a {
        let dense = Self::new(quote).text;
        let step = dense.chars().next().map_or(1, char::len_utf8);
        let mut from = 0;
        std::iter::from_fn(move || {
            while !dense.is_empty() && from < self.text.len() {
                let at = from + self.text[from..].find(&dense)?;
                from = at + step;
                let start = self.origins[at];
                if let Some(end) = read(folded, start, quote.as_str()).filter(|end| folded.is_whole(&(start..*end))) {
                    return Some(folded.original(start..end));
                }
            }
            None
        })
    }
}

/// Where a quote ends that stands at a byte of a folded text.
fn read(folded: &Folded, start: usize, quote: &str) -> Option<usize> {
    let text = folded.as_str();
    let (mut at, mut rest) = (start, quote);
    while let Some(wanted) = rest.chars().next() {
        let here = text[at..].chars().next()?;
        if folded.is_line_end_hyphen(at) {
            let behind = at + here.len_utf8();
            rest = match rest.strip_prefix('-') {
                Some(hyphened) => hyphened.strip_prefix(' ').unwrap_or(hyphened),
                None if text[..at].ends_with(char::is_alphabetic) && text[behind..].starts_with(char::is_alphabetic) => rest,
                None => return None,
            };
            at = behind;
            continue;
        }
        if here != wanted {
            return None;
        }
        at += here.len_utf8();
        rest = &rest[wanted.len_utf8()..];
    }
    Some(at)
}

/// A quote says what a stretch of a source says, where a hyphen at a line end may be any word's own.
#[must_use]
pub fn says_the_same(written: &Folded, quote: &Folded) -> bool {
    read(written, 0, quote.as_str()) == Some(written.as_str().len())
}
