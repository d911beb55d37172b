use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The width of `text` in cells, summed over its graphemes as ratatui's buffer sums them.
///
/// `unicode-width` measures a whole string otherwise: the Arabic ligature lam-alef counts as one cell there, and is drawn
/// in two. textwrap adds up characters: a family emoji counts as eight cells there, and is drawn in two.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if is_simple(text) {
        return text.chars().count();
    }
    // `unicode-width` gives the sound marks of halfwidth kana no cell. Terminals draw each in a cell of its own
    // (microsoft/terminal#18087), and ratatui's buffer counts it.
    let sound_marks = text.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count();
    text.graphemes(true).map(UnicodeWidthStr::width).sum::<usize>() + sound_marks
}

/// The most cells that `text` takes on a line. mlterm keeps a column for each character without a shape, though it draws
/// nothing there, and what would stand in the last columns is lost.
#[must_use]
pub fn room(text: &str) -> usize {
    if is_simple(text) || !text.contains(is_shapeless) {
        return width(text);
    }
    // What is put together to a sign of two cells has its room there.
    let cells = text.graphemes(true).map(|grapheme| match width(grapheme) {
        cells @ 2.. => cells,
        cells => cells + grapheme.chars().filter(|c| is_shapeless(*c)).count(),
    });
    cells.sum()
}

/// A joiner or a mark of direction: no terminal draws it, but some count it.
#[must_use]
pub fn is_shapeless(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Every character of `text` is a grapheme of one cell: letters of Western languages, typographic punctuation, box
/// drawing. Most text is such, and is measured and drawn without being segmented. No such character commands a terminal.
#[must_use]
pub fn is_simple(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
        || text.chars().all(|c| matches!(c, ' '..='~' | '¡'..='¬' | '®'..='ʯ' | '–'..='\u{2027}' | '─'..='▟'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m23_there_is_room_for_what_no_terminal_draws() {
        for (text, cells) in [("plain", 5), ("سلام", 4), ("می\u{200c}خواهم", 8), ("\u{200e}a\u{200d}", 3), ("日本", 4), ("👩‍👩‍👧", 2)]
        {
            assert_eq!(room(text), cells, "{text}");
        }
    }

    #[test]
    fn simple_characters_are_graphemes_of_one_cell() {
        let simple: Vec<char> = ('\0'..char::MAX).filter(|c| is_simple(&c.to_string())).collect();
        assert!(simple.len() > 700);
        for c in simple {
            // Between letters it joins neither of them.
            let text = format!("a{c}b");
            assert_eq!(text.graphemes(true).count(), 3, "{c:?}");
            assert_eq!(UnicodeWidthStr::width(c.to_string().as_str()), 1, "{c:?}");
        }
    }

    #[test]
    fn counts_cells_in_every_script() {
        for (text, cells) in
            [("plain", 5), ("Россия", 6), ("سلام", 4), ("می\u{200c}خواهم", 7), ("日本", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("", 0)]
        {
            assert_eq!(width(text), cells, "{text}");
        }
    }
}
