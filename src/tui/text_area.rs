//! A text of several lines that is typed.

use crate::keys::key::{Code, Key};
use crate::text::last_word::last_word;
use crate::text::width;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The longest text, in bytes: who has more to say says it in an editor.
pub const LONGEST: usize = 64 * 1024;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextArea {
    text: String,
    /// The cursor's place, in bytes.
    cursor: usize,
}

impl TextArea {
    pub fn new(text: String) -> Self {
        Self { cursor: text.len(), text }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Sets in words at the cursor; whether there was room. Line ends become line feeds.
    pub fn insert(&mut self, words: &str) -> bool {
        if self.text.len() + words.len() > LONGEST {
            return false;
        }
        let words = words.replace("\r\n", "\n").replace('\r', "\n");
        self.text.insert_str(self.cursor, &words);
        self.cursor += words.len();
        true
    }

    /// Takes a key; whether there was room for what it types. `cells` is how wide the rows are.
    pub fn press(&mut self, key: Key, cells: usize) -> bool {
        match (key.code, key.control) {
            (Code::Char(letter), false) => return self.insert(letter.encode_utf8(&mut [0; 4])),
            (Code::Char('j' | 'n'), true) => return self.insert("\n"),
            (Code::Char('u'), true) => self.remove(self.start_of_line()..self.cursor),
            (Code::Char('w'), true) => {
                let start = self.start_of_line();
                self.remove(start + last_word(&self.text[start..self.cursor])..self.cursor);
            }
            (Code::Backspace, _) => self.remove(self.before()..self.cursor),
            (Code::Delete, _) => self.remove(self.cursor..self.behind()),
            (Code::Left, _) => self.cursor = self.before(),
            (Code::Right, _) => self.cursor = self.behind(),
            (Code::Up, _) => self.go_row(cells, -1),
            (Code::Down, _) => self.go_row(cells, 1),
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = self.start_of_line(),
            (Code::End, _) => self.cursor += self.text[self.cursor..].find('\n').unwrap_or(self.text.len() - self.cursor),
            _ => {}
        }
        true
    }

    fn remove(&mut self, range: Range<usize>) {
        self.cursor = range.start;
        self.text.drain(range);
    }

    fn start_of_line(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn behind(&self) -> usize {
        self.cursor + self.text[self.cursor..].graphemes(true).next().map_or(0, str::len)
    }

    /// The rows of the text at a width in cells, as ranges of bytes: together with the line feeds between them they are
    /// the whole text. Unlike printed text a row is filled before the next begins, so that rows stand still while they
    /// are typed.
    pub fn rows(&self, cells: usize) -> Vec<Range<usize>> {
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            let end = start + line.len();
            rows.extend(filled(&self.text, start..end, cells.max(2)));
            start = end + 1;
        }
        rows
    }

    /// The row and the column of the cursor, both 0-based, the column in cells and at most `cells`.
    pub fn cursor(&self, cells: usize) -> (usize, usize) {
        let rows = self.rows(cells);
        let row = rows.iter().rposition(|row| row.start <= self.cursor).unwrap_or(0);
        let start = rows.get(row).map_or(0, |row| row.start);
        (row, width(&self.text[start..self.cursor]).min(cells))
    }

    /// A row up or down, in the nearest column; past the last one to the end, past the first to the beginning.
    fn go_row(&mut self, cells: usize, by: isize) {
        let rows = self.rows(cells);
        let (row, column) = self.cursor(cells);
        let Some(range) = row.checked_add_signed(by).and_then(|row| rows.get(row)) else {
            self.cursor = if by < 0 { 0 } else { self.text.len() };
            return;
        };
        let mut used = 0;
        let last = range.end;
        self.cursor = self.text[range.clone()]
            .grapheme_indices(true)
            .find_map(|(at, grapheme)| {
                used += width(grapheme);
                (used > column).then_some(range.start + at)
            })
            // The end of a row that goes on is the beginning of the next.
            .unwrap_or_else(|| {
                if self.text[last..].starts_with('\n') || last == self.text.len() {
                    last
                } else {
                    self.text[..last].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
                }
            });
    }
}

/// The rows of one line: broken behind white space, which may hang over the end, and in words longer than a row.
fn filled(text: &str, line: Range<usize>, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut used, mut space) = (line.start, 0, None);
    for (at, grapheme) in text[line.clone()].grapheme_indices(true) {
        let (at, wide) = (line.start + at, width(grapheme));
        let blank = grapheme.chars().all(char::is_whitespace);
        if used + wide > cells && !blank {
            // Behind white space; within the word where that is not enough.
            for end in space.take().into_iter().chain([at]) {
                if used + wide > cells && end > start {
                    rows.push(start..end);
                    used = width(&text[end..at]);
                    start = end;
                }
            }
        }
        used += wide;
        if blank {
            space = Some(at + grapheme.len());
        }
    }
    rows.push(start..line.end);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(keys: &[&str], cells: usize) -> TextArea {
        let mut area = TextArea::default();
        for key in keys {
            area.press(Key::parse(key).expect("a key"), cells);
        }
        area
    }

    #[test]
    fn lines_are_broken_by_a_key_and_edited_by_grapheme() {
        let area = typed(&["a", "e", "\u{301}", "C-j", "日", "本", "Backspace", "Up", "End", "x", "Delete", "Down", "Home", "y"], 20);
        assert_eq!(area.text(), "yae\u{301}x日");
        assert_eq!(typed(&["o", "n", "e", "Space", "t", "w", "o", "C-w", "C-n", "z", "C-u", "w"], 20).text(), "one \nw");
    }

    #[test]
    fn rows_are_filled_and_wide_letters_count_two() {
        let rows = |text: &str, cells| {
            let area = TextArea::new(text.to_owned());
            area.rows(cells).into_iter().map(|row| text[row].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(rows("one two three", 8), ["one two ", "three"]);
        assert_eq!(rows("日本語中文", 4), ["日本", "語中", "文"]);
        assert_eq!(rows("سلام بر شما", 7), ["سلام بر ", "شما"]);
        assert_eq!(rows("a\n\nb", 8), ["a", "", "b"]);
    }

    #[test]
    fn the_cursor_is_where_the_next_letter_goes() {
        assert_eq!(TextArea::new("one two".to_owned()).cursor(8), (0, 7));
        assert_eq!(TextArea::new("one two three".to_owned()).cursor(8), (1, 5));
        assert_eq!(TextArea::new("日本".to_owned()).cursor(9), (0, 4));
        assert_eq!(TextArea::new("a\n".to_owned()).cursor(9), (1, 0));
    }

    proptest! {
        #[test]
        fn any_keys_leave_a_text_and_rows_that_are_all_of_it(keys in proptest::collection::vec(0_usize..16, 0..80), cells in 0_usize..12) {
            let names = ["a", "Space", "日", "م", "\u{301}", "C-j", "Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Delete", "C-w", "C-u"];
            let area = typed(&keys.iter().map(|key| names[*key]).collect::<Vec<_>>(), cells);
            let rows = area.rows(cells);
            let whole: String = rows.iter().map(|row| &area.text()[row.clone()]).collect();
            prop_assert_eq!(whole, area.text().replace('\n', ""));
            for row in rows {
                prop_assert!(width(area.text()[row].trim_end()) <= cells.max(2));
            }
            let (_, column) = area.cursor(cells);
            prop_assert!(column <= cells);
        }
    }
}
