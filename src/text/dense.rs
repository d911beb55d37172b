//! Scripts that have no spaces between words.

/// Of such a script.
#[must_use]
pub fn is_dense(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
}

/// How many words a text has: of such a script two letters are about one.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let words = text.split_whitespace().map(|word| word.chars().filter(|c| is_dense(*c) && c.is_alphanumeric()).count());
    words.map(|dense| dense.div_ceil(2).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n4_words_are_counted_where_no_spaces_part_them() {
        for (text, words) in [("", 0), ("The port closed.", 3), ("名古屋港の作業が再開される。", 7), ("2026年10月2日 9時", 3), ("— a", 2)]
        {
            assert_eq!(count_words(text), words, "{text}");
        }
    }
}
