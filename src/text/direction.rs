//! Which way a text runs, and what that means on a terminal.
//!
//! Text is kept in logical order, as it was written: lines break, quotes anchor, searches mark and copies leave in that
//! order. Nothing here reorders letters or joins them.
//!
//! **What a program can do.** Terminals fall into two camps, and none says which it is in. Some reorder each line that
//! they show, as a word processor would: mlterm, Konsole, the VTE of GNOME, Terminal.app. All others set the characters
//! from left to right: xterm, tmux, Alacritty, foot, and kitty, which joins the letters of a word all the same. A program
//! that reorders by itself is wrong in the first camp. So the text stays logical, and marks that take no cell fence what
//! is *around* it:
//!
//! - U+200E (LRM) in the margins of a column: the line begins from the left whatever its first letter is, and no run of
//!   letters reaches over a border. Without it VTE exchanges the texts of two columns, with the border between them.
//! - U+202B (RLE) before a line of a paragraph that runs from the right, and U+202C (PDF) behind it: its words, numbers
//!   and full stop stand in the order of the paragraph, though the line of the terminal runs from the left.
//!
//! A mark rides on a blank cell: kitty stops joining letters where one rides on a letter. A blank is kept on both sides
//! inside the fence: a terminal that reorders exchanges the two, and the text stays in its cells. A line with marks is
//! written whole and in one go. Isolates (U+2066 to U+2069) would be the modern way, but mlterm gives each of them a cell,
//! and the border moves. All this was seen to hold in Konsole 22.12, VTE 0.70, kitty 0.26, xterm 379 and tmux 3.3.
//!
//! The Linux console and mlterm 3.9 are sent no marks. The console gives them cells. mlterm takes room on the line for
//! them, as it does for the joiners of a text, and it never reorders across the borders of a frame anyway.
//!
//! **What it cannot do.** Where a terminal does not reorder, a line from the right reads from the left, letter by letter;
//! only the terminal can change that. Where it gets no marks, the full stop of such a line may stand at its wrong end.
//! Long texts are read better in an export.

use super::width::is_simple;

/// Left-to-right mark: a letter of no width.
pub const LRM: char = '\u{200e}';
/// Right-to-left embedding.
pub const RLE: char = '\u{202b}';
/// Pop directional formatting: it ends an embedding.
pub const PDF: char = '\u{202c}';

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    Left,
    /// From the left, with letters in it that run from the right.
    Mixed,
    Right,
}

/// The first letter decides, as in UAX 9 (rules P2 and P3).
#[must_use]
pub fn direction(text: &str) -> Direction {
    if is_simple(text) {
        return Direction::Left;
    }
    match text.chars().find(|c| is_strong(*c)) {
        Some(first) if is_from_right(first) => Direction::Right,
        Some(_) if text.chars().any(|c| is_from_right(c) && is_strong(c)) => Direction::Mixed,
        _ => Direction::Left,
    }
}

/// The text in stretches of one direction, as UAX 9 would have them; true for those that run from the right. What has no
/// direction of its own goes with what stands on both sides of it, else with the paragraph.
#[must_use]
pub fn stretches(text: &str, right: bool) -> Vec<(&str, bool)> {
    if is_simple(text) && !right {
        return vec![(text, false)];
    }
    // Where the last strong letter ends, and its direction.
    let (mut behind, mut last) = (0, right);
    let mut borders: Vec<(usize, bool)> = Vec::new();
    let begin = |borders: &mut Vec<(usize, bool)>, at: usize, direction: bool| {
        if borders.last().is_none_or(|(_, before)| *before != direction) {
            borders.push((at, direction));
        }
    };
    for (at, c) in text.char_indices().filter(|(_, c)| is_strong(*c)) {
        let own = is_from_right(c);
        if at > behind && own != last {
            begin(&mut borders, behind, right);
        } else if at > behind {
            begin(&mut borders, behind, own);
        }
        begin(&mut borders, at, own);
        (behind, last) = (at + c.len_utf8(), own);
    }
    if behind < text.len() {
        begin(&mut borders, behind, right);
    }
    let ends = borders.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    borders.iter().zip(ends).map(|((from, right), to)| (&text[*from..to], *right)).collect()
}

/// The character has a direction of its own. Digits and punctuation run as the text around them does.
fn is_strong(c: char) -> bool {
    c.is_alphabetic() || matches!(c, LRM | '\u{200f}' | '\u{61c}')
}

/// Whole blocks of Unicode that run from the right, and the right-to-left mark: no need of a table of bidi classes.
#[must_use]
pub fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m23_a_text_is_cut_where_its_direction_turns() {
        assert_eq!(stretches("plain, text", false), [("plain, text", false)]);
        assert_eq!(stretches("او گفت «OPEC+» است.", true), [("او گفت «", true), ("OPEC", false), ("+» است.", true)]);
        assert_eq!(stretches("see «متن دو», 12", false), [("see «", false), ("متن دو", true), ("», 12", false)]);
        assert_eq!(stretches("۱۲", true), [("۱۲", true)]);
        assert_eq!(stretches("", true), []);
    }

    #[test]
    fn m23_the_first_letter_says_which_way_a_text_runs() {
        for (text, expected) in [
            ("plain", Direction::Left),
            ("Россия 日本", Direction::Left),
            ("12 «متن»", Direction::Right),
            ("שלום", Direction::Right),
            ("he said «متن»", Direction::Mixed),
            ("۱۲، ۱۳", Direction::Left),
            ("", Direction::Left),
        ] {
            assert_eq!(direction(text), expected, "{text}");
        }
    }
}
