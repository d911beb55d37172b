//! Bytes of a text as places that an editor counts: lines from 0, and in a line units of UTF-16 or bytes.

use crate::yaml::spanned::Span;
use ls_types::{Position, Range};

/// What a place in a line is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Units {
    Utf16,
    Bytes,
}

/// All bytes are those behind a byte order mark, which an editor may hold as a character of the first line.
#[derive(Debug, Clone)]
pub struct Lines<'t> {
    text: &'t str,
    mark: usize,
    starts: Vec<usize>,
    units: Units,
}

pub const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'t> Lines<'t> {
    /// A line ends with a line feed, a carriage return, or both.
    #[must_use]
    pub fn new(text: &'t str, units: Units) -> Self {
        let bytes = text.as_bytes();
        let ends = |at: &usize| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|at| at + 1)).collect();
        let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self { text, mark, starts, units }
    }

    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary((offset + self.mark).min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let before = &self.text[self.starts[line]..offset];
        let before = before.trim_end_matches(['\r', '\n']);
        let column = match self.units {
            Units::Utf16 => before.encode_utf16().count(),
            Units::Bytes => before.len(),
        };
        Position::new(number(line), number(column))
    }

    /// A place behind the end of its line is that end, and one behind the last line the end of the text.
    #[must_use]
    pub fn offset(&self, position: Position) -> usize {
        self.raw(position).saturating_sub(self.mark)
    }

    /// The same in bytes of the text with its byte order mark.
    #[must_use]
    pub fn raw(&self, Position { line, character }: Position) -> usize {
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let Some(start) = self.starts.get(line) else { return self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let content = self.text[*start..end].trim_end_matches(['\r', '\n']);
        let wanted = usize::try_from(character).unwrap_or(usize::MAX);
        let mut units = 0;
        let within = content.char_indices().find(|(_, c)| {
            units += if self.units == Units::Utf16 { c.len_utf16() } else { c.len_utf8() };
            units > wanted
        });
        start + within.map_or(content.len(), |(at, _)| at)
    }

    #[must_use]
    pub fn range(&self, span: impl Into<Span>) -> Range {
        let span = span.into();
        Range::new(self.position(span.start), self.position(span.end))
    }

    /// From 0.
    #[must_use]
    pub fn line(&self, offset: usize) -> u32 {
        self.position(offset).line
    }
}

/// No editor holds so many lines.
pub fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_counted_in_the_units_that_were_agreed_on() {
        let text = "ab\r\nü𝒳y\rz";
        let place = |units, offset| {
            let Position { line, character } = Lines::new(text, units).position(offset);
            (line, character)
        };
        assert_eq!(place(Units::Utf16, 2), (0, 2));
        assert_eq!(place(Units::Utf16, 3), (0, 2), "a line ends before what ends it");
        assert_eq!(place(Units::Utf16, 10), (1, 3));
        assert_eq!(place(Units::Bytes, 10), (1, 6));
        assert_eq!(place(Units::Utf16, 99), (2, 1));
        let lines = Lines::new(text, Units::Utf16);
        assert_eq!(lines.offset(Position::new(1, 2)), 6, "inside a character is before it");
        assert_eq!(lines.offset(Position::new(0, 99)), 2);
        assert_eq!(lines.offset(Position::new(9, 0)), text.len());
        assert_eq!(Lines::new("\u{feff}ab", Units::Utf16).position(1), Position::new(0, 2));
    }

    proptest! {
        #[test]
        fn a_place_leads_back_to_its_byte(text in "(a|é|𝒳|\n|\r|\r\n|\u{feff}){0,20}", at in 0_usize..40) {
            for units in [Units::Utf16, Units::Bytes] {
                let lines = Lines::new(&text, units);
                let position = lines.position(at);
                prop_assert_eq!(lines.position(lines.offset(position)), position);
            }
        }
    }
}
