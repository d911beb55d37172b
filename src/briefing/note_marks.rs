//! Marks of notes behind the end of a sentence, which belong to it: "It fell.\[1\] It rose.² It stayed.*"

use super::abbreviations::goes_on;
use crate::text::sentence_end::{CLOSERS, is_full_stop};
use std::ops::Range;

/// In bytes, of what stands between the brackets of a mark: "[12, 13]", "[note 2]", "[citation needed]".
const LONGEST: usize = 24;
/// In bytes, of a raised mark with its tags, and of the address that a mark leads to.
const LONGEST_MARKUP: usize = 300;
/// What stands in brackets before a number, or for one.
#[rustfmt::skip]
const WORDS: [&str; 15] = [
    "n", "nb", "note", "notes", "fn", "footnote", "endnote", "ref", "refs", "cit", "citation needed", "source", "verification needed", "who?",
    "when?",
];
/// Signs of notes, of which three may stand together.
const SIGNS: [char; 5] = ['*', '†', '‡', '∗', '⁎'];
/// A number of a note has no more digits.
const DIGITS: usize = 3;

/// Every run of marks that stands right behind the end of a sentence.
#[must_use]
pub fn note_marks(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(is_full_stop) {
        let stop = from + at;
        let end = stop + text[stop..].chars().next().map_or(1, char::len_utf8);
        // Most sentences of most texts end so.
        if text.as_bytes().get(end).is_none_or(|next| matches!(next, b' ' | b'\n')) {
            from = end;
            continue;
        }
        // "*It fell.*[1]", and "It fell.*" alone.
        let closed = end + text[end..].len() - text[end..].trim_start_matches(CLOSERS).len();
        let mark = [closed, end].into_iter().find_map(|begin| Some(begin..run(text, stop, begin)?));
        from = mark.as_ref().map_or(end, |mark| mark.end);
        found.extend(mark);
    }
    found
}

/// Where the marks end that begin at a byte, behind the full stop of a word.
fn run(text: &str, stop: usize, begin: usize) -> Option<usize> {
    let mut end = begin;
    while let Some(length) = mark(&text[end..]) {
        end += length;
        // "[3], [4]" of one sentence.
        let list = text[end..].trim_start_matches([',', ' ']);
        if text[end..].starts_with(',') && list.starts_with('[') && mark(list).is_some() {
            end = text.len() - list.len();
        }
    }
    if end == begin {
        end += bare(&text[..stop], &text[begin..])?;
    }
    Some(end)
}

/// How many bytes a mark has that a text begins with.
fn mark(text: &str) -> Option<usize> {
    match text.chars().next()? {
        '[' | '\\' => bracketed(text),
        '<' => raised(text),
        c if SIGNS.contains(&c) => {
            let rest = text.trim_start_matches(SIGNS);
            let is_short = text[..text.len() - rest.len()].chars().count() <= DIGITS;
            (is_short && (rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == '['))).then(|| text.len() - rest.len())
        }
        c if is_superscript(c) => {
            let is_part = |c: char| is_superscript(c) || matches!(c, ',' | '⁻' | '˒');
            let run = &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())];
            Some(run.trim_end_matches(',').len())
        }
        _ => None,
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

// "[3]", "[^3]", "[4,5]", "[note 2]", "[[6]](https://a.example)".
fn bracketed(text: &str) -> Option<usize> {
    let is_bracket = |c: char| matches!(c, '[' | '\\');
    let opened = text.len() - text.trim_start_matches(is_bracket).len();
    let depth = text[..opened].matches('[').count();
    if !(1..=2).contains(&depth) || opened > 4 {
        return None;
    }
    let inner = &text[opened..text.floor_char_boundary(opened + LONGEST)];
    let inner = &inner[..inner.find([']', '\\', '['])?];
    let mut end = opened + inner.len();
    for _ in 0..depth {
        end += text[end..].strip_prefix('\\').map_or(0, |_| 1);
        end += text[end..].strip_prefix(']').map(|_| 1)?;
    }
    if let Some(address) = text[end..].strip_prefix('(') {
        end += address[..address.floor_char_boundary(LONGEST_MARKUP)].find(')').map_or(0, |at| at + 2);
    }
    says_mark(inner).then_some(end)
}

/// "<sup>4</sup>", with whatever leads to the note around the number.
fn raised(text: &str) -> Option<usize> {
    let head = &text[..text.floor_char_boundary(LONGEST_MARKUP)];
    let small = head.to_ascii_lowercase();
    let inner = small.strip_prefix("<sup").filter(|inner| inner.starts_with(['>', ' ']))?;
    let close = inner.find("</sup>")?;
    let (mut words, mut in_tag) = (String::new(), true);
    for c in inner[..close].chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => words.push(c),
            _ => {}
        }
    }
    let words = words.trim().trim_start_matches('[').trim_end_matches(']');
    (says_mark(words) || words.chars().all(|c| SIGNS.contains(&c))).then_some("<sup".len() + close + "</sup>".len())
}

/// Numbers, with or without a word for notes, or one letter.
fn says_mark(inner: &str) -> bool {
    let inner = inner.trim_start_matches('^').trim();
    let small = inner.to_lowercase();
    let words = small.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.' | '-' | '–' | ';')).trim_end();
    let numbers = &small[words.len()..];
    let is_short = numbers.split(|c: char| !c.is_ascii_digit()).all(|number| number.len() <= DIGITS);
    let is_letter = words.len() == 1 && words.bytes().all(|byte| byte.is_ascii_lowercase()) && numbers.is_empty();
    let has_number = numbers.contains(|c: char| c.is_ascii_digit());
    is_short && !inner.is_empty() && (words.is_empty() && has_number || is_letter || WORDS.contains(&words))
}

/// How many digits of a note stand bare behind a word, as they are copied out of a page: "It fell.12 It rose." What is
/// numbered so ("vol.12") is no end of a sentence.
fn bare(before: &str, text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[digits..];
    let next = behind.trim_start();
    let ends = next.is_empty() || next.len() < behind.len() && next.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«'));
    let begin = before.rfind(char::is_whitespace).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = before[begin..].trim_start_matches(['“', '"', '‘', '(', '«']);
    let is_word = word.chars().count() > 2
        && word.ends_with(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
    ((1..=DIGITS).contains(&digits) && ends && is_word && !goes_on(&format!("{word}."), "1")).then_some(digits)
}
