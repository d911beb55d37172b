//! Whether a text ends as a sentence does.

/// The full stop, or what does its work in other scripts, perhaps within quotation marks or brackets.
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_'));
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}
