//! A line that is typed.

use crate::keys::key::{Code, Key};
use crate::text::last_word::last_word;
use unicode_segmentation::UnicodeSegmentation;

/// The longest line, in bytes: nobody types more, and a stray paste must not become one.
const LONGEST: usize = 500;

/// The same where a sentence of a source is on the line.
const LONGEST_TEXT: usize = 8 << 10;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prompt {
    text: String,
    /// The cursor's place, in bytes.
    cursor: usize,
    /// It holds more than what people type.
    is_roomy: bool,
}

impl Prompt {
    /// A line for the words of a text, with some on it already.
    pub fn with_text(text: &str) -> Self {
        let mut prompt = Self { is_roomy: true, ..Self::default() };
        prompt.insert(text);
        prompt
    }

    fn longest(&self) -> usize {
        if self.is_roomy { LONGEST_TEXT } else { LONGEST }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn before_cursor(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// The same with more text behind the cursor.
    #[must_use]
    pub fn with_behind(mut self, text: &str) -> Self {
        self.text.insert_str(self.cursor, text);
        self
    }

    pub fn press(&mut self, key: Key) -> bool {
        match key.code {
            Code::Char('u') if key.control => {
                self.text.drain(..self.cursor);
                self.cursor = 0;
                true
            }
            Code::Char('w') if key.control => {
                let kept = last_word(self.before_cursor());
                self.text.drain(kept..self.cursor);
                self.cursor = kept;
                true
            }
            Code::Char(_) if !key.control && self.text.len() >= self.longest() => false,
            Code::Char(letter) if !key.control => {
                self.text.insert(self.cursor, letter);
                self.cursor += letter.len_utf8();
                true
            }
            Code::Backspace => {
                let start = self.before();
                self.text.drain(start..self.cursor);
                self.cursor = start;
                true
            }
            Code::Left => {
                self.cursor = self.before();
                false
            }
            Code::Right => {
                self.cursor += self.text[self.cursor..].graphemes(true).next().map_or(0, str::len);
                false
            }
            Code::Home => {
                self.cursor = 0;
                false
            }
            Code::End => {
                self.cursor = self.text.len();
                false
            }
            _ => false,
        }
    }

    /// Puts text in at the cursor, as far as there is room; whether the line changed.
    pub fn insert(&mut self, text: &str) -> bool {
        let room = self.longest().saturating_sub(self.text.len());
        let end = text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len()).take_while(|end| *end <= room).last().unwrap_or(0);
        self.text.insert_str(self.cursor, &text[..end]);
        self.cursor += end;
        end > 0
    }

    /// Where the grapheme before the cursor begins.
    fn before(&self) -> usize {
        self.before_cursor().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_by_grapheme() {
        let mut prompt = Prompt::default();
        for key in ["a", "e", "\u{301}", "b", "Left", "Backspace", "Home", "x", "End", "Space", "y", "C-w"] {
            prompt.press(Key::parse(key).expect("a key"));
        }
        assert_eq!(prompt.text(), "xab ");
        prompt.press(Key::parse("C-u").expect("a key"));
        assert_eq!(prompt.text(), "");
    }
}
