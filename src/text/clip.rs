//! Cutting a text to a width.

use super::width::width;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;

/// `text` cut to at most `cells` cells, between graphemes; an ellipsis stands for what was cut.
#[must_use]
pub fn clip(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let end = end_within(text, cells - 1);
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// The byte offset behind the last grapheme of `text` that still ends within `cells` cells.
#[must_use]
pub fn end_within(text: &str, cells: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::clip;

    #[test]
    fn cuts_between_graphemes_and_says_so() {
        for (text, cells, expected) in [
            ("judgement", 9, "judgement"),
            ("judgement", 6, "judge…"),
            ("two words", 5, "two…"),
            ("日本語", 4, "日…"),
            ("word", 1, "…"),
            ("word", 0, ""),
        ] {
            assert_eq!(clip(text, cells), expected);
        }
    }
}
