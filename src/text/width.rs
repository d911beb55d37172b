//! How many cells a text takes on the screen.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of `text` in cells, summed over its graphemes as the screen buffer sums them.
///
/// The width of the whole string would differ: ligatures such as Arabic lam-alef count as one cell there, and are
/// drawn in two.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[cfg(test)]
mod tests {
    use super::width;

    #[test]
    fn counts_cells_in_every_script() {
        for (text, cells) in
            [("plain", 5), ("Россия", 6), ("سلام", 4), ("می\u{200c}خواهم", 7), ("日本", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("", 0)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }
}
