//! The words of a sentence as names are looked for among them.

use crate::check::name::{Word, name_words};
use crate::text::phrases::without_possessive;

/// Behind these begins a sentence within one.
const OPENERS: [char; 14] = ['“', '"', '‘', '«', '(', '[', ':', '—', '–', '*', '_', '•', '…', '>'];

pub struct Token<'t> {
    pub word: Word,
    /// Without its possessive.
    pub text: &'t str,
    pub begins: bool,
    /// Nothing but white space or a hyphen stands before it.
    pub joined: bool,
}

#[must_use]
pub fn tokens(sentence: &str) -> Vec<Token<'_>> {
    let mut before = 0;
    let mut tokens = Vec::new();
    for word in name_words(sentence) {
        let gap = &sentence[before..word.range.start];
        // "It fell.Prices rose": nobody has set a space there.
        let is_glued = || matches!(gap, "." | "!" | "?") && tokens.last().is_some_and(|last: &Token<'_>| last.text.chars().count() > 2);
        let begins = tokens.is_empty() || gap.contains(OPENERS) || is_glued();
        let joined = !tokens.is_empty() && (gap.trim().is_empty() || gap == "-");
        before = word.range.end;
        let text = without_possessive(&sentence[word.range.clone()]);
        tokens.push(Token { word, text, begins, joined });
    }
    tokens
}
