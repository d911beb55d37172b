//! Furniture of a page: what has words, and is no sentence of the text.

use super::headings::{BARE_HEADING, is_underline};
use super::line_signs::{after_marker, has_words, is_address, is_page_mark};
use crate::text::months::month_of;
use crate::text::sentence_end::ends_sentence;
use crate::text::time_words::is_time_word;

/// Words that a page puts around its links, such as "Source:".
const WORDS_BESIDE_LINKS: usize = 3;
/// In bytes: a file may be one link that never ends.
const LONGEST_ADDRESS: usize = 2000;
/// What says that a line is a caption.
#[rustfmt::skip]
const CAPTIONS: [&str; 16] = [
    "image:", "images:", "image credit:", "photo:", "photos:", "photo by ", "photo credit:", "photograph:", "photographs:", "file photo", "ap photo/",
    "picture:", "caption:", "credit:", "figure:", "illustration:",
];
#[rustfmt::skip]
const NUMBERED_CAPTIONS: [&str; 18] = [
    "figure ", "fig. ", "fig ", "table ", "chart ", "graph ", "map ", "photo ", "image ", "exhibit ", "box ", "plate ", "abbildung ", "tabelle ",
    "tableau ", "cuadro ", "рис. ", "таблица ",
];
/// What stands under a figure or a table, of so many words at most.
const SOURCES: ([&str; 6], usize) = (["source:", "sources:", "data source:", "data sources:", "quelle:", "источник:"], 25);
/// In bytes; a caption is known by fewer.
const LONGEST_BUTTON: usize = 48;
/// Lines that are buttons.
const BUTTONS: [&str; 20] = [
    "skip to content",
    "skip to main content",
    "share",
    "share this",
    "print",
    "listen",
    "advertisement",
    "subscribe",
    "sign in",
    "sign up",
    "log in",
    "menu",
    "search",
    "home",
    "read more",
    "related articles",
    "back to top",
    "continue reading",
    "download pdf",
    "contents",
];

/// Lines that begin so and have at most so many words are buttons too, with or without a full stop.
const INVITATIONS: [(&str, usize); 26] = [
    ("share this ", 6),
    ("share on ", 4),
    ("share via ", 4),
    ("share to ", 4),
    ("follow us on ", 14),
    ("follow us:", 14),
    ("follow @", 6),
    ("like us on ", 10),
    ("join us on ", 10),
    ("find us on ", 10),
    ("subscribe to our ", 12),
    ("subscribe now", 8),
    ("sign up for our ", 12),
    ("sign up to our ", 12),
    ("get our newsletter", 10),
    ("download our app", 10),
    ("download the app", 8),
    ("print this ", 4),
    ("email this ", 4),
    ("save this ", 4),
    ("leave a comment", 5),
    ("view comments", 4),
    ("show comments", 4),
    ("most read", 4),
    ("you may also like", 5),
    ("click here to ", 8),
];
/// Before a colon: what a page says of a text.
const LABELS: [&str; 16] = [
    "tags",
    "tag",
    "topics",
    "filed under",
    "categories",
    "category",
    "keywords",
    "related",
    "related articles",
    "related stories",
    "read more",
    "read also",
    "see also",
    "more on this",
    "also read",
    "share",
];
/// Before a time.
const TIME_LABELS: [&str; 8] =
    ["updated", "last updated", "published", "first published", "posted", "last modified", "modified", "created"];
/// Of a note whose number has no bracket.
const NOTES: [&str; 9] = ["See", "Ibid", "Ibid.", "Id.", "Cf.", "cf.", "Op.", "Loc.", "Supra"];
/// What stands between names over a text.
const BETWEEN_NAMES: [&str; 26] = [
    "and", "for", "in", "of", "de", "van", "von", "al", "bin", "&", "den", "der", "la", "le", "el", "du", "di", "da", "dos", "del", "ibn",
    "bint", "ter", "ten", "zu", "y",
];
/// What a byline begins with: in English, German, French, Spanish and Portuguese, Italian, Dutch, Russian.
const BY: [&str; 9] = ["By", "BY", "Von", "VON", "Par", "Por", "Di", "Door", "Автор:"];
/// Before a day: "le 4 mars 2026", "4 de marzo de 2026".
const BEFORE_DAYS: [&str; 7] = ["le", "de", "del", "vom", "am", "il", "op"];
/// A byline has no more words.
const BYLINE: usize = 9;
/// In words; a line about rights has no more.
const RIGHTS: usize = 25;

pub fn is_rule(words: &str) -> bool {
    words.len() >= 3 && words.chars().all(|c| c.is_whitespace() || "-=_*~+—–─━".contains(c)) || is_page_mark(words) || is_underline(words)
}

pub fn is_row(words: &str) -> bool {
    let small = words[..words.floor_char_boundary(LONGEST_BUTTON)].to_lowercase();
    let begin = small_caption(words);
    let count = |sign: &str| words.matches(sign).count();
    words.starts_with('|')
        || count(" | ") >= 2
        || count("\t") >= 2
        || [" > ", " › ", " » "].into_iter().any(|sign| count(sign) >= 2)
        || CAPTIONS.iter().any(|caption| begin.starts_with(caption))
        || is_leader(words)
        || words.len() < LONGEST_BUTTON && (BUTTONS.contains(&small.as_str()) || is_page_number(&small))
        || is_footnote(words)
        || is_label(words)
        || is_link(words)
        || is_markup(words)
}

/// How a line begins, if that is with a capital: in small letters, and without the marks around it.
fn small_caption(words: &str) -> String {
    let begin = words[..words.floor_char_boundary(LONGEST_BUTTON)].trim_start_matches(['*', '_', '(', '[']);
    if begin.starts_with(char::is_uppercase) { begin.to_lowercase() } else { String::new() }
}

/// Of a line that stands apart: "Figure 3: …", "Table A1. …", "Source: Eurostat". "Figure 3 shows" begins a sentence.
pub fn is_caption(words: &str) -> bool {
    let small = small_caption(words);
    let numbered = NUMBERED_CAPTIONS.iter().find_map(|name| small.strip_prefix(name));
    let is_source = || SOURCES.0.iter().any(|source| small.starts_with(source)) && words.split_whitespace().count() <= SOURCES.1;
    numbered.is_some_and(is_numbered) || is_source()
}

/// "3.", "A1:", "iv –", "3.2 |", or the number alone.
fn is_numbered(rest: &str) -> bool {
    let number = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
    let digits = number.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(number).trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_roman = !number.is_empty() && number.bytes().all(|letter| b"ivxl".contains(&letter));
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let behind = rest[number.len()..].trim_start_matches(['*', '_']);
    let begins = [":", ".", " –", " —", " -", " |"].iter().any(|sign| behind.starts_with(sign));
    (is_number || is_roman) && number.len() < 6 && (begins || behind.trim_end_matches(['*', '_', ')', ']']).is_empty())
}

/// "The strait . . . . . . 12": of a table of contents.
fn is_leader(words: &str) -> bool {
    words.contains(". . . . .") || words.contains("......")
}

/// "12", "- 12 -", "Page 12 of 40".
fn is_page_number(small: &str) -> bool {
    let mut words = small.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()).peekable();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let named = words.next_if(|word| matches!(*word, "page" | "p.")).is_some();
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(number), None, ..) => is_number(number) && (named || number.len() <= 3),
        (Some(number), Some("of" | "/"), Some(all), None) => is_number(number) && is_number(all),
        _ => false,
    }
}

/// "[1] …", "[^1]: …", "¹ …", "^1 …": a note, or its mark alone.
fn is_footnote(words: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(rest) = words.strip_prefix('[') {
        let rest = rest.strip_prefix('^').unwrap_or(rest);
        return digits(rest) > 0 && rest[digits(rest)..].starts_with(']') && !rest[digits(rest)..].starts_with("](");
    }
    words.strip_prefix('^').is_some_and(|rest| digits(rest) > 0) || words.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
}

/// "**Report No.:** R48903": what a page says of itself. Someone who speaks ends with a full stop.
fn is_label(words: &str) -> bool {
    let Some((label, value)) = words.strip_prefix("**").and_then(|rest| rest.split_once("**")) else { return false };
    (label.ends_with(':') || value.starts_with(':')) && !ends_sentence(value) && value.split_whitespace().count() <= BARE_HEADING.1
}

/// Links, with hardly a word beside them, that are no sentence.
fn is_link(words: &str) -> bool {
    if !["](", "://", "www.", "mailto:"].iter().any(|sign| words.contains(sign)) {
        return false;
    }
    let mut beside = String::new();
    let mut labels = String::new();
    let mut links = 0;
    let mut rest = after_marker(words).unwrap_or(words);
    while let Some(c) = rest.chars().next() {
        let image = rest.strip_prefix('!').filter(|rest| rest.starts_with('['));
        if let Some((label, behind)) = link(image.unwrap_or(rest)) {
            labels.push_str(if image.is_some() { "" } else { label });
            (links, rest) = (links + 1, behind);
        } else if is_address(rest) {
            (links, rest) = (links + 1, &rest[rest.find(char::is_whitespace).unwrap_or(rest.len())..]);
        } else {
            beside.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    links > 0
        && !ends_sentence(&labels)
        && !ends_sentence(&beside)
        && beside.split_whitespace().filter(|word| has_words(word)).count() <= WORDS_BESIDE_LINKS
}

/// The label of `[label](address)`, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let label = text.strip_prefix('[')?;
    let label = &label[..label.find(['[', ']'])?];
    let rest = text[1 + label.len()..].strip_prefix("](")?;
    let end = rest[..rest.floor_char_boundary(LONGEST_ADDRESS)].find(')')?;
    Some((label, &rest[end + 1..]))
}

/// Tags and nothing between them: `</div>`, `<br/>`, `<!-- so -->`.
fn is_markup(words: &str) -> bool {
    let mut rest = words;
    while let Some(inner) = rest.strip_prefix('<') {
        let comment = inner.strip_prefix("!--").and_then(|inner| inner.split_once("-->"));
        let tag = || {
            let (tag, behind) = inner.split_once('>')?;
            let name = tag.strip_prefix(['/', '!', '?']).unwrap_or(tag);
            (name.starts_with(|c: char| c.is_ascii_alphabetic()) && !tag.contains(['<', '@']) && !name.contains("://"))
                .then_some((tag, behind))
        };
        let Some((_, behind)) = comment.or_else(tag) else { return false };
        rest = behind.trim_start();
    }
    rest.is_empty() && !words.is_empty()
}

/// What a page puts over and under a text, of a line that stands apart from it.
pub fn is_apart_from_text(words: &str) -> bool {
    let small = words[..words.floor_char_boundary(LONGEST_BUTTON)].to_lowercase();
    let count = words.split_whitespace().count();
    INVITATIONS.iter().any(|(begin, most)| small.starts_with(begin) && count <= *most)
        || is_about_rights(&small, count)
        || is_labelled(words)
        || is_time_of_page(words)
        || is_byline(words)
        || is_bare_note(words)
}

/// "© 2026 Holm Press. All rights reserved."
fn is_about_rights(small: &str, count: usize) -> bool {
    let names =
        |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '©') || rest.trim_start().starts_with("(c)");
    let is_dated = |sign: &str| small.strip_prefix(sign).is_some_and(names);
    count <= RIGHTS && (small.starts_with('©') || is_dated("(c)") || is_dated("copyright") || small.starts_with("all rights reserved"))
}

/// "Tags: port, strike". What ends a sentence is one.
fn is_labelled(words: &str) -> bool {
    let Some((label, value)) = words.split_once(':') else { return false };
    LABELS.iter().any(|known| label.eq_ignore_ascii_case(known)) && !ends_sentence(value)
}

/// "Updated 4:05 p.m. EST, Nov. 22, 2026": a label and nothing but a time.
fn is_time_of_page(words: &str) -> bool {
    let small = words.to_lowercase();
    let behind = TIME_LABELS.iter().filter_map(|label| words.get(label.len()..).filter(|_| small.starts_with(label)));
    let mut behind = behind.filter(|rest| rest.starts_with([' ', ':']));
    behind.any(|rest| {
        let mut parts = rest.split(|c: char| c.is_whitespace() || ",:|•·()-–".contains(c)).filter(|part| !part.is_empty()).peekable();
        parts.peek().is_some() && rest.contains(|c: char| c.is_ascii_digit()) && parts.all(is_time_word)
    })
}

/// "By Anna Berg and Lind Holm, Holm Press", "Von A. Berg, 4. März 2026".
fn is_byline(words: &str) -> bool {
    let behind = |by: &&str| words.strip_prefix(*by)?.strip_prefix(' ');
    let Some((by_whom, dated)) = BY.iter().find_map(behind).map(undated) else { return false };
    // In other languages with its day alone: "Von Köln" may begin a heading.
    let is_english = words.starts_with(BY[0]) || words.starts_with(BY[1]);
    let names = by_whom.trim_end_matches(|c: char| c.is_whitespace() || ",|·•–—-".contains(c));
    let parts: Vec<&str> = names.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty()).collect();
    let is_name = |part: &&&str| part.starts_with(char::is_uppercase) && !is_time_word(part);
    let is_part = |part: &&&str| {
        is_name(part)
            || BETWEEN_NAMES.contains(part)
            || part.to_uppercase() == **part && BETWEEN_NAMES.contains(&part.to_lowercase().as_str())
    };
    let ends = names.ends_with(['!', '?', ':', ';']) || names.ends_with('.') && parts.last().is_none_or(|last| last.len() > 3);
    (2 - usize::from(dated)..BYLINE).contains(&parts.len())
        && (is_english || dated)
        && !ends
        && parts.iter().all(|part| is_part(&part))
        && parts.first().is_some_and(|part| is_name(&part))
        && parts.iter().filter(is_name).count() + usize::from(dated) > 1
}

/// A line without the day at its end, and whether it has one: with its year.
fn undated(line: &str) -> (&str, bool) {
    let is_of_date = |part: &str| {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_day = || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        word.is_empty() || is_day() || is_time_word(&word) || month_of(&word).is_some() || BEFORE_DAYS.contains(&word.as_str())
    };
    let mut end = line.len();
    for part in line.split_whitespace().rev() {
        if !is_of_date(part) {
            break;
        }
        end = line[..end].rfind(part).unwrap_or(end);
    }
    let day = &line[end..];
    let is_year = |word: &str| word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|byte| byte.is_ascii_digit());
    let has_year = day.split(|c: char| !c.is_alphanumeric()).any(is_year);
    if has_year { (&line[..end], true) } else { (line, false) }
}

/// "1 See note 4."
fn is_bare_note(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let number = parts.next().unwrap_or_default();
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && parts.next().is_some_and(|word| NOTES.contains(&word.trim_end_matches(',')))
        && words.split_whitespace().count() <= 2 * BARE_HEADING.1
}
