//! What a line of a source shows by its signs, whatever its words are.

use std::ops::Range;

#[must_use]
pub fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// A lone closing quotation mark or bracket is no sentence.
#[must_use]
pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// A bare address on the web begins here.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let text = text.trim_start_matches(['<', '(']);
    ["http://", "https://", "www.", "ftp://", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
}

/// What follows the mark of a list item: a dot, a dash, "1.", "(a)".
#[must_use]
pub fn after_marker(words: &str) -> Option<&str> {
    let (mark, rest) = words.split_once([' ', '\t'])?;
    let bullet = ["-", "*", "+", "•", "◦", "▪", "‣", "·", "–", "—"].contains(&mark);
    let inner = mark.strip_prefix('(').unwrap_or(mark).strip_suffix([')', '.']);
    let short = |inner: &str| {
        let roman = inner.len() <= 4 && inner.bytes().all(|letter| b"ivxIVX".contains(&letter));
        let number = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let letter = inner.len() == 1 && (inner.bytes().all(|byte| byte.is_ascii_lowercase()) || mark.ends_with(')'));
        !inner.is_empty() && (roman || number || letter)
    };
    (bullet || inner.is_some_and(short)).then(|| rest.trim_start())
}

/// Where a page of the original begins, as a line of its own that is no word of the source: "--- page 12 ---".
#[must_use]
pub fn page_mark(number: u32) -> String {
    format!("{PAGE_MARK}{number} ---")
}

pub const PAGE_MARK: &str = "--- page ";

#[must_use]
pub fn is_page_mark(words: &str) -> bool {
    let number = words.strip_prefix(PAGE_MARK).and_then(|rest| rest.strip_suffix(" ---"));
    number.is_some_and(|number| !number.is_empty() && number.len() <= 6 && number.bytes().all(|byte| byte.is_ascii_digit()))
}
