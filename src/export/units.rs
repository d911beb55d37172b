//! Offsets of a text in the units of other programs.

use crate::briefing::SourceText;
use serde::Serialize;
use std::ops::Range;

/// A place of the tables below for so many bytes: a text of megabytes is asked for many offsets.
const STEP: usize = 1024;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Extent {
    pub start: usize,
    /// Exclusive.
    pub end: usize,
}

/// One range of a text, 0-based, as bytes of UTF-8, as code points, and as units of UTF-16: what Rust and C, Python, and
/// JavaScript and Java count in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Offsets {
    pub bytes: Extent,
    pub code_points: Extent,
    pub utf16: Extent,
}

#[derive(Debug)]
pub struct Units<'a> {
    text: &'a str,
    /// What stands before the text in its file: nothing, or a byte order mark.
    start: [usize; 3],
    /// Bytes, code points and units of UTF-16 before a place, for places about a [`STEP`] apart.
    known: Vec<[usize; 3]>,
}

impl<'a> Units<'a> {
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self::behind([0; 3], text)
    }

    /// Offsets in the file of a source as it is stored.
    #[must_use]
    pub fn in_file(source: &'a SourceText) -> Self {
        Self::behind(if source.has_byte_order_mark() { plus([0; 3], '\u{feff}') } else { [0; 3] }, source.text())
    }

    fn behind(start: [usize; 3], text: &'a str) -> Self {
        let mut known = vec![[0; 3]];
        let mut before = [0; 3];
        for letter in text.chars() {
            before = plus(before, letter);
            if before[0] >= known.len() * STEP {
                known.push(before);
            }
        }
        Self { text, start, known }
    }

    /// `range` is one of bytes, on the boundaries of letters.
    #[must_use]
    pub fn of(&self, range: &Range<usize>) -> Offsets {
        let (start, end) = (self.before(range.start), self.before(range.end));
        let [bytes, code_points, utf16] = [0, 1, 2].map(|unit| Extent { start: start[unit], end: end[unit] });
        Offsets { bytes, code_points, utf16 }
    }

    #[must_use]
    pub fn whole(&self) -> Offsets {
        self.of(&(0..self.text.len()))
    }

    fn before(&self, byte: usize) -> [usize; 3] {
        let near = self.known[self.known.partition_point(|known| known[0] <= byte) - 1];
        let [bytes, code_points, utf16] = self.text[near[0]..byte].chars().fold(near, plus);
        [self.start[0] + bytes, self.start[1] + code_points, self.start[2] + utf16]
    }
}

fn plus(before: [usize; 3], letter: char) -> [usize; 3] {
    [before[0] + letter.len_utf8(), before[1] + 1, before[2] + letter.len_utf16()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_unit_cuts_out_the_same_words(before in "[aé日😀]{0,900}", words in "[aé日😀]{0,9}", behind in "[a😀]{0,9}") {
            let text = format!("{before}{words}{behind}");
            let Offsets { bytes, code_points, utf16 } = Units::new(&text).of(&(before.len()..before.len() + words.len()));
            prop_assert_eq!(&text[bytes.start..bytes.end], &words);
            let letters: String = text.chars().skip(code_points.start).take(code_points.end - code_points.start).collect();
            prop_assert_eq!(&letters, &words);
            let units: Vec<u16> = text.encode_utf16().collect();
            prop_assert_eq!(String::from_utf16(&units[utf16.start..utf16.end]).unwrap(), words);
        }
    }
}
