//! Where sentences end: as UAX 29 says, but for abbreviations, addresses on the web and quotations that go on.

use super::abbreviations::goes_on;
use super::line_signs::{after_marker, has_words, is_address};
use crate::text::line_ends::flat;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a stretch of text whose line ends are spaces.
#[must_use]
pub fn sentences(text: &str, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let words = flat(&text[stretch.clone()]);
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, piece) in words.split_sentence_bound_indices() {
        let start = stretch.start + at;
        let end = start + piece.len();
        // "It fell.[1] It rose.": the mark of a note belongs to the sentence before it.
        let mark = found.last().filter(|last| text[last.start..last.end].ends_with('[')).map_or(0, |_| note_mark(piece));
        if let Some(last) = found.last_mut().filter(|_| mark > 0) {
            last.end = start + mark;
        }
        // Line ends and the marks of a mail are spaces in the piece, and not in the text.
        let inner = &piece[mark..];
        let begin = end - inner.trim_start().len();
        let range = begin..begin.max(start + mark + inner.trim_end().len());
        match found.last_mut() {
            Some(last) if goes_on_with(&words, stretch.start, last, &range) => last.end = range.end.max(last.end),
            _ if range.is_empty() => {}
            _ => found.push(range),
        }
    }
    found
}

/// How many bytes of a text the rest of a mark such as `[1]` or `[12][13]` has, whose bracket stands before it.
fn note_mark(text: &str) -> usize {
    let mut end = 0;
    let mut rest = Some(text);
    while let Some(number) = rest {
        let figures = number.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&figures) || !number[figures..].starts_with(']') {
            break;
        }
        end = text.len() - number.len() + figures + 1;
        rest = text[end..].strip_prefix('[');
    }
    end
}

/// Of a sentence that goes on and on only so many bytes are looked at: a file may be one address.
const LOOKED_BACK: usize = 2000;

/// Of `words` the first stands at the byte `start` of the text.
fn goes_on_with(words: &str, start: usize, last: &Range<usize>, next: &Range<usize>) -> bool {
    let (begin, end) = (last.start - start, last.end - start);
    let before = &words[words.floor_char_boundary(end.saturating_sub(LOOKED_BACK)).max(begin)..end];
    let after = &words[next.start - start..next.end - start];
    !has_words(after)
        || goes_on(before, after)
        // The number of a list item is no sentence.
        || before.len() < 8 && before.len() == last.len() && after_marker(&words[begin..next.end - start]).is_some_and(|rest| rest.len() == after.len())
        || last.end == next.start && is_in_address(before, after)
        || after.starts_with(char::is_lowercase) && before.ends_with(['”', '"', '’', '»'])
}

/// A question mark within an address asks nothing.
fn is_in_address(before: &str, after: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    is_address(word.rsplit('(').next().unwrap_or_default()) && after.starts_with(|c: char| c.is_ascii_graphic())
}
