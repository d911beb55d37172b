/// The byte offset where the last word of a text begins. Ctrl-W takes away all from there, with the white space behind it.
#[must_use]
pub fn last_word(text: &str) -> usize {
    let kept = text.trim_end();
    kept.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_at_white_space_of_any_width() {
        for (text, kept) in
            [("", ""), ("one", ""), ("one two", "one "), ("one two  ", "one "), ("日\u{3000}本", "日\u{3000}"), ("a\u{a0}b ", "a\u{a0}")]
        {
            assert_eq!(&text[..last_word(text)], kept, "{text:?}");
        }
    }
}
