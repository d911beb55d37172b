//! Where sentences end: as UAX 29 says, but for abbreviations, addresses on the web and quotations that go on.

use super::abbreviations::goes_on;
use super::line_signs::{after_marker, has_words, is_address};
use super::note_marks::note_marks;
use crate::text::line_ends::flat;
use crate::text::sentence_end::CLOSERS;
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a stretch of text whose line ends are spaces.
#[must_use]
pub fn sentences(text: &str, stretch: &Range<usize>) -> Vec<Range<usize>> {
    let words = flat(&text[stretch.clone()]);
    let marks = note_marks(&words);
    let words = plainer(words, &marks);
    let mut marks = marks.into_iter().peekable();
    let mut found: Vec<Range<usize>> = Vec::new();
    let pieces: Vec<(usize, &str)> = words.split_sentence_bound_indices().flat_map(|(at, piece)| parts(at, piece)).collect();
    let pieces = opened(&words, &pieces);
    for (at, piece) in pieces {
        let start = stretch.start + at;
        let end = start + piece.len();
        // Line ends and the marks of a mail are spaces in the piece, and not in the text.
        let begin = end - piece.trim_start().len();
        let mut range = begin..begin.max(start + piece.trim_end().len());
        while let Some(mark) = marks.next_if(|mark| stretch.start + mark.start < end) {
            range.end = range.end.max(stretch.start + mark.end);
        }
        match found.last_mut() {
            Some(last) if goes_on_with(&words, stretch.start, last, &range) => last.end = range.end.max(last.end),
            _ if range.is_empty() => {}
            _ => found.push(range),
        }
    }
    found
}

/// What opens a bracket or a quotation.
const OPENERS: [char; 12] = ['（', '「', '『', '《', '〈', '【', '“', '‘', '«', '(', '[', '〔'];

/// The pieces, each with what opens it: to UAX 29 a bracket that opens behind a full stop closes the sentence, where no space parts
/// the two.
fn opened<'t>(words: &'t str, pieces: &[(usize, &'t str)]) -> Vec<(usize, &'t str)> {
    let ends: Vec<usize> = pieces.iter().map(|(at, piece)| at + piece.trim_end_matches(OPENERS).len()).collect();
    let mut from = 0;
    let parted = pieces.iter().zip(ends).enumerate().map(|(index, ((at, piece), end))| {
        let end = if index + 1 == pieces.len() || end == *at { at + piece.len() } else { end };
        let part = (from, &words[from..end]);
        from = end;
        part
    });
    parted.collect()
}

/// The words without what keeps the end of a sentence from being seen: for marks of notes stands what UAX 29 reads over, and for
/// "…" behind a word three dots. All bytes keep their places.
fn plainer<'t>(words: Cow<'t, str>, marks: &[Range<usize>]) -> Cow<'t, str> {
    let is_end = |at: &usize| {
        let is_behind = words[..*at].ends_with(char::is_alphanumeric);
        is_behind && words[at + '…'.len_utf8()..].trim_start_matches(CLOSERS).chars().next().is_none_or(char::is_whitespace)
    };
    let dots: Vec<usize> = words.match_indices('…').map(|(at, _)| at).filter(is_end).collect();
    if marks.is_empty() && dots.is_empty() {
        return words;
    }
    let mut plain = words.into_owned();
    for mark in marks {
        plain.replace_range(mark.clone(), &unseen(mark.len()));
    }
    for at in dots {
        plain.replace_range(at..at + '…'.len_utf8(), "...");
    }
    Cow::Owned(plain)
}

/// What has no width, of two bytes and of three.
const UNSEEN: [char; 2] = ['\u{ad}', '\u{2060}'];

/// So many bytes that UAX 29 reads over, with a space behind them: "It fell.[1]It rose." Of many spaces it would count the rest
/// at each.
fn unseen(bytes: usize) -> String {
    let [two, three] = UNSEEN.map(String::from);
    match bytes.checked_sub(1) {
        None | Some(0 | 1) => " ".repeat(bytes),
        Some(rest) if rest.is_multiple_of(2) => two.repeat(rest / 2) + " ",
        Some(rest) => three + &two.repeat(rest / 2 - 1) + " ",
    }
}

/// Behind a full stop UAX 29 looks for the next letter, and where that is a small one it sees no end. A number may begin a
/// sentence all the same: "It fell. 12 men died."
fn parts(at: usize, piece: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    let ends: Vec<usize> = piece.match_indices('.').filter_map(|(stop, _)| begins_with_number(piece, stop)).collect();
    ends.into_iter().chain([piece.len()]).map(move |end| {
        let part = (at + from, &piece[from..end]);
        from = end;
        part
    })
}

/// Where a number begins the next sentence behind a full stop with what closes it.
fn begins_with_number(piece: &str, stop: usize) -> Option<usize> {
    let behind = piece[stop + 1..].trim_start_matches(CLOSERS).trim_start_matches(UNSEEN);
    let next = behind.trim_start();
    let number = next.trim_start_matches(['“', '"', '(', '[', '‘', '«', '$', '€', '£', '¥', '+', '±', '~', '≈']);
    if next.len() == behind.len() || !number.starts_with(char::is_numeric) {
        return None;
    }
    let before = &piece[piece.floor_char_boundary(stop.saturating_sub(LONGEST_WORD))..stop];
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    // "On 3. 12. 2024": an ordinal.
    let is_ordinal = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_long = word.chars().filter(|c| c.is_alphanumeric()).count() > 1;
    let is_end = is_long && !is_ordinal && !goes_on(&format!("{word}."), next);
    is_end.then_some(piece.len() - next.len())
}

/// In bytes, of a word before the end of a sentence.
const LONGEST_WORD: usize = 60;
/// Of a sentence that goes on and on only so many bytes are looked at: a file may be one address.
const LOOKED_BACK: usize = 2000;

/// Of `words` the first stands at the byte `start` of the text.
fn goes_on_with(words: &str, start: usize, last: &Range<usize>, next: &Range<usize>) -> bool {
    let (begin, end) = (last.start - start, last.end - start);
    let before = &words[words.floor_char_boundary(end.saturating_sub(LOOKED_BACK)).max(begin)..end];
    let after = &words[next.start - start..next.end - start];
    let words_before = before.trim_end_matches(UNSEEN);
    !has_words(after)
        || goes_on(words_before, after)
        // The number of a list item is no sentence.
        || before.len() < 8 && before.len() == last.len() && after_marker(&words[begin..next.end - start]).is_some_and(|rest| rest.len() == after.len())
        // "Q. Will it close?", "A. It might."
        || before.len() == last.len() && matches!(before, "Q." | "A.")
        || last.end == next.start && is_in_address(before, after)
        // "Yahoo! is a firm", "“Who?” she asked", "「行きます。」と述べた".
        || after.starts_with(char::is_lowercase) && words_before.ends_with(['”', '"', '’', '»', '!', '?'])
        || after.starts_with('と') && words_before.ends_with(['」', '』'])
}

/// A question mark within an address asks nothing.
fn is_in_address(before: &str, after: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    is_address(word.rsplit('(').next().unwrap_or_default()) && after.starts_with(|c: char| c.is_ascii_graphic())
}
