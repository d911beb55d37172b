use super::clip::end_measured;
use super::width::{is_shapeless, room, width};
use std::ops::Range;
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

/// The byte ranges of the lines of `text` at a width of `cells`.
///
/// Lines break where UAX 14 lets them, and are made of even length (optimal fit). A word longer than a line is cut between
/// graphemes. White space at a break belongs to no line. There is always at least one line. A line is wider than `cells`
/// only where a single grapheme is.
#[must_use]
pub fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let cells = cells.max(1);
    if room(text) <= cells && !text.contains('\n') {
        return std::iter::once(0..text.trim_end().len()).collect();
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(text, start..start + line.len(), cells, &mut lines);
        start += line.len() + 1;
    }
    lines
}

fn wrap_line(text: &str, range: Range<usize>, cells: usize, lines: &mut Vec<Range<usize>>) {
    let pieces = pieces(text, range.clone(), cells);
    if pieces.is_empty() {
        lines.push(range.start..range.start);
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a line is a few hundred cells")]
    let widths = [cells as f64];
    // By textwrap's own penalty a line one cell too wide is better than a gap of fifty cells, and no column can hold it.
    let rows = wrap_optimal_fit(&pieces, &widths, &Penalties { overflow_penalty: 1_000_000, ..Penalties::default() })
        .unwrap_or_else(|_| wrap_first_fit(&pieces, &widths));
    lines.extend(rows.into_iter().filter_map(|row| Some(row.first()?.range.start..row.last()?.range.end)));
}

/// A word, or a part of a word longer than a line. textwrap's own words measure a text by its characters, so they will not
/// do: see [`room`].
#[derive(Debug)]
struct Piece {
    /// In bytes, without the white space behind the word.
    range: Range<usize>,
    cells: usize,
    space: usize,
}

#[expect(clippy::cast_precision_loss, reason = "a word is a few hundred cells at most")]
impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.cells as f64
    }
    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn pieces(text: &str, range: Range<usize>, cells: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    // In plain prose UAX 14 breaks at spaces only. To look for spaces takes a tenth of the time.
    let plain =
        text[range.clone()].chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | ':' | '’' | '“' | '”'));
    // Thai, Lao, Burmese and Khmer: only a dictionary knows where their words end. We carry none, and without one the line
    // breaker complains on standard error, in the middle of the screen.
    let unknown = text[range.clone()].chars().any(|c| {
        matches!(c, '\u{e01}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{19df}'
            | '\u{1a20}'..='\u{1aaf}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}')
    });
    let separator = if plain || unknown { WordSeparator::AsciiSpace } else { WordSeparator::UnicodeBreakProperties };
    for word in separator.find_words(&text[range]) {
        let end = at + word.word.len();
        let space = word.whitespace.len();
        let mut start = at;
        let is_mark = text[at..end].chars().next().is_some_and(|c| width(c.encode_utf8(&mut [0; 4])) == 0 && !is_shapeless(c));
        if let Some(before) = pieces.pop_if(|_: &mut Piece| is_mark) {
            // It stands on the white space before it, and no line begins with it.
            start = before.range.start;
        }
        while room(&text[start..end]) > cells {
            let cut = start + end_measured(&text[start..end], cells, room).max(first_seen(&text[start..end]));
            if cut == end {
                break;
            }
            pieces.push(Piece { range: start..cut, cells: room(&text[start..cut]), space: 0 });
            start = cut;
        }
        if start < end || space > 0 {
            pieces.push(Piece { range: start..end, cells: room(&text[start..end]), space });
        }
        at = end + space;
    }
    pieces
}

/// The end of the first grapheme that takes room: marks before it stay with it.
fn first_seen(text: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    text.grapheme_indices(true).find(|(_, grapheme)| room(grapheme) > 0).map_or(text.len(), |(at, grapheme)| at + grapheme.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, cells).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn breaks_at_spaces_and_evens_the_lines() {
        assert_eq!(lines("to be, or not to be", 9), ["to be, or", "not to be"]);
        assert_eq!(lines("one", 9), ["one"]);
        assert_eq!(lines("", 9), [""]);
    }

    #[test]
    fn breaks_what_has_no_spaces() {
        assert_eq!(lines("incomprehensible", 6), ["incomp", "rehens", "ible"]);
        assert_eq!(lines("日本語，中文", 6), ["日本", "語，中", "文"]);
        assert_eq!(lines("日本", 1), ["日", "本"]);
    }

    #[test]
    fn plain_prose_breaks_where_uax_14_breaks() {
        for text in ["to be, or not to be: that is it.", "Iran’s “aim” is 1,000 a day; so be it. J2 is 5.5", "a  b   c"] {
            let words = |separator: WordSeparator| separator.find_words(text).map(|word| word.word).collect::<Vec<_>>();
            assert_eq!(words(WordSeparator::AsciiSpace), words(WordSeparator::UnicodeBreakProperties), "{text}");
        }
    }

    #[test]
    fn keeps_line_breaks() {
        assert_eq!(lines("one\n\ntwo", 9), ["one", "", "two"]);
    }

    fn holds(text: &str, cells: usize) -> Result<(), TestCaseError> {
        let mut kept = String::new();
        for range in wrap(text, cells) {
            let line = &text[range];
            prop_assert!(room(line) <= cells || first_seen(line) == line.len(), "{:?} at {}", line, cells);
            let begins_with_mark = line.chars().next().is_some_and(|c| width(c.encode_utf8(&mut [0; 4])) == 0 && !is_shapeless(c));
            prop_assert!(kept.is_empty() || !begins_with_mark, "{:?} at {}", line, cells);
            kept.push_str(line);
        }
        let without_space = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
        prop_assert_eq!(without_space(&kept), without_space(text));
        Ok(())
    }

    /// What proptest has found.
    #[test]
    fn marks_without_a_letter_make_no_line() {
        for (text, cells) in
            [("\u{301}а\u{200c}\u{200c}", 2), ("a \u{301}b", 2), ("ab \u{301}", 2), ("\u{301}\u{301}", 1), ("\u{301} ab", 1)]
        {
            holds(text, cells).unwrap_or_else(|error| panic!("{text:?} at {cells}: {error}"));
        }
    }

    proptest! {
        #[test]
        fn never_exceeds_the_width_and_never_loses_text(
            text in "([a-zа-яآ-ی日本é -]|[\u{301}\u{200c}\u{200d}]|বা|ক্ষি|ﾞ|👩‍👩‍👧){0,60}",
            cells in 1_usize..40,
        ) {
            holds(&text, cells)?;
        }
    }
}
