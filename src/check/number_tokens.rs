//! A text as runs of digits and of letters, of which numbers and dates are made.

use crate::text::digits::{digit, is_separator};
use std::ops::Range;

pub(super) struct Token<'a> {
    pub range: Range<usize>,
    /// In lower case, of letters alone; empty for figures.
    pub word: String,
    pub groups: Vec<&'a str>,
    pub separators: Vec<char>,
}

/// Parts a text into runs of digits, with what joins their groups, and runs of letters.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    let run = |from: usize, is_of: &dyn Fn(char) -> bool| text[from..].find(|c| !is_of(c)).map_or(text.len(), |length| from + length);
    while let Some(c) = text[at..].chars().next() {
        let is_digit = |c: char| digit(c).is_some();
        // "Some .5 million".
        let is_part = c == '.' && !text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(is_digit);
        if is_digit(c) || is_part {
            let mut token = Token { range: at..at, word: String::new(), groups: Vec::new(), separators: Vec::new() };
            if is_part {
                (token.groups, token.separators) = (vec!["0"], vec!['.']);
                at += 1;
            }
            loop {
                let end = run(at, &is_digit);
                token.groups.push(&text[at..end]);
                token.range.end = end;
                at = end;
                let mut behind = text[end..].chars();
                match (behind.next().filter(|c| is_separator(*c)), behind.next().filter(|c| is_digit(*c))) {
                    (Some(separator), Some(_)) => {
                        token.separators.push(separator);
                        at = end + separator.len_utf8();
                    }
                    _ => break,
                }
            }
            tokens.push(token);
        } else if c.is_alphabetic() {
            let end = run(at, &|c| c.is_alphabetic());
            tokens.push(Token { range: at..end, word: text[at..end].to_lowercase(), groups: Vec::new(), separators: Vec::new() });
            at = end;
        } else {
            at += c.len_utf8();
        }
    }
    tokens
}

/// Where a group of digits stands; `None` of the nought that ".5" goes without.
pub(super) fn place_in(text: &str, group: &str) -> Option<Range<usize>> {
    let start = group.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    (start + group.len() <= text.len()).then(|| start..start + group.len())
}

/// White space or a hyphen, or nothing.
pub(super) fn is_joint(gap: &str) -> bool {
    gap.chars().count() <= 2 && gap.chars().all(|c| c.is_whitespace() || c == '-')
}

/// A token stands right behind the one before it.
pub(super) fn joined(text: &str, tokens: &[Token<'_>], at: usize) -> bool {
    is_joint(&text[tokens[at - 1].range.end..tokens[at].range.start])
}
