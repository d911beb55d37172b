//! Whether a text ends as a sentence does.

/// What may close a quotation or an aside behind the end of a sentence.
pub const CLOSERS: [char; 8] = ['"', '\'', '”', '’', '»', ')', ']', '*'];

/// The full stop, or what does its work in other scripts.
#[must_use]
pub fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

/// With a full stop, perhaps within quotation marks or brackets.
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || CLOSERS.contains(&c) || c == '_').ends_with(is_full_stop)
}
