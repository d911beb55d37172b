//! Lists of what a text cites, an entry at a time: bibliographies, endnotes. They are no sentences of it.

use super::headings::BARE;
use super::line_signs::{after_marker, is_address};
use super::source_lines::{Line, LineKind};
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// The titles of such lists.
#[rustfmt::skip]
const TITLES: [&str; 27] = [
    "references", "reference list", "list of references", "notes and references", "references and notes", "bibliography",
    "select bibliography", "selected bibliography", "works cited", "literature cited", "literature", "citations", "notes", "endnotes",
    "footnotes", "sources", "further reading", "literatur", "literaturverzeichnis", "quellen", "bibliographie", "références", "bibliografía",
    "referencias", "литература", "список литературы", "источники",
];
/// Only entries have them. A letter behind a page or a volume may be missing.
const PAGES: [&str; 10] = ["pp.", "p.", "vol.", "no.", "iss.", "ed.", "eds.", "edn.", "s.", "doi"];
const AGAIN: [&str; 6] = ["Ibid", "Id.", "Op. cit", "Loc. cit", "Supra", "See note"];
const FOUND: [&str; 6] = ["accessed ", "retrieved ", "available at", "available from", "last visited", "et al."];
/// In bytes; an entry has a year or an address, and is hardly ever longer.
const ENTRY: usize = 400;

/// Makes rows of the entries, and headings of titles that nothing marks. Where no blank line parts paragraphs, each line is one.
pub fn mark_references(text: &str, lines: &mut [Line], is_parted: bool) {
    let block = |lines: &[Line], at: usize| {
        let goes_on = |line: &&Line| is_text(line) && !is_title(&text[line.range.clone()]);
        let rest = if is_parted { lines.get(at + 1..).unwrap_or_default() } else { &[] };
        at + 1 + rest.iter().take_while(goes_on).count()
    };
    let words = |range: Range<usize>, lines: &[Line]| {
        let of_range = lines.get(range.clone()).and_then(|lines| Some(lines.first()?.range.start..lines.last()?.range.end));
        of_range.map_or("", |range| &text[range])
    };
    let (mut at, mut is_under) = (0, false);
    while at < lines.len() {
        if let LineKind::Heading(_) = lines[at].kind {
            is_under = is_title(words(at..at + 1, lines));
        }
        if !is_text(&lines[at]) {
            at += 1;
            continue;
        }
        let end = block(lines, at);
        if is_title(words(at..at + 1, lines)) {
            let first = at + 1 + lines[at + 1..].iter().take_while(|line| !is_text(line)).count();
            if are_entries(words(first..block(lines, first), lines)) {
                lines[at].kind = LineKind::Heading(BARE);
                (at, is_under) = (at + 1, true);
                continue;
            }
        }
        let all = words(at..end, lines);
        // A line of wrapped text may begin with a name and its initials.
        let goes_on = at > 0 && is_text(&lines[at - 1]) && !ends_sentence(words(at - 1..at, lines));
        if (is_under || !goes_on && begins_with_author(all)) && are_entries(all) {
            lines[at..end].iter_mut().for_each(|line| line.kind = LineKind::Row);
        }
        at = end;
    }
}

fn is_text(line: &Line) -> bool {
    matches!(line.kind, LineKind::Prose | LineKind::Item)
}

/// "References", "7. References:".
fn is_title(words: &str) -> bool {
    let words = after_marker(words).unwrap_or(words).trim_end_matches(':');
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim();
    words.len() < 40 && TITLES.contains(&words.to_lowercase().as_str())
}

/// Two kinds of signs that prose does not have together, often enough.
fn are_entries(words: &str) -> bool {
    let years: Vec<usize> = years(words).collect();
    let small = words.to_lowercase();
    let addresses = small.split_whitespace().filter(|word| is_address(word) || word.starts_with("doi")).count();
    let is_again = || AGAIN.iter().any(|again| words.starts_with(again));
    let kinds = [
        !years.is_empty(),
        addresses > 0,
        years.iter().any(|year| is_dated(words, *year)),
        begins_with_author(words),
        has_volume(words) || small.split_whitespace().any(|word| PAGES.contains(&word.trim_start_matches('('))),
        [",”", ",\"", ".”", ".\"", ",’"].iter().any(|end| words.contains(end)),
        FOUND.iter().any(|found| small.contains(found)),
        is_again(),
    ];
    let most = (years.len() + addresses + usize::from(is_again())) * ENTRY;
    kinds.iter().filter(|kind| **kind).count() > 1 && words.len() <= most
}

/// Where each year begins.
fn years(words: &str) -> impl Iterator<Item = usize> {
    let bytes = words.as_bytes();
    let digits = move |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let begins = move |at: &usize| *at == 0 || !bytes[at - 1].is_ascii_digit();
    (0..bytes.len()).filter(begins).filter(move |at| digits(*at) == 4 && matches!(&bytes[*at..at + 2], b"17" | b"18" | b"19" | b"20"))
}

/// "(2020).", ". 2020.", or the year that ends the entry.
fn is_dated(words: &str, year: usize) -> bool {
    let (before, behind) = (words[..year].trim_end(), words[year + 4..].trim_start_matches(|c: char| c.is_ascii_lowercase()));
    let is_closed = behind.strip_prefix(')').is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ',', ':']));
    before.ends_with('(') && is_closed || before.ends_with('.') && behind.starts_with('.') || matches!(behind, "" | "." | ").")
}

/// "3(2)", "4–5".
fn has_volume(words: &str) -> bool {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    words.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ';', ':'])).any(|word| {
        let issue = word.strip_suffix(')').and_then(|word| word.split_once('('));
        issue.or_else(|| word.split_once(['–', '-'])).is_some_and(|(one, other)| is_number(one) && is_number(other))
    })
}

/// "Smith, J.", "Ben Ali, K. and": a surname, and an initial behind a comma.
fn begins_with_author(words: &str) -> bool {
    let words = after_marker(words).unwrap_or(words);
    let Some((surname, given)) = words.split_once(", ") else { return false };
    let mut given = given.chars();
    surname.split_whitespace().count() <= 3
        && surname.starts_with(char::is_uppercase)
        && given.next().is_some_and(char::is_uppercase)
        && given.next() == Some('.')
}
