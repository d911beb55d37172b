use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width of `text` in cells, summed over its graphemes.
///
/// `unicode-width` measures a whole string otherwise: the Arabic ligature lam-alef counts as one cell there, and is drawn
/// in two. textwrap adds up characters: a family emoji counts as eight cells there, and is drawn in two.
///
/// Letters that are put together have as many cells as the widest of the usual terminals gives them: xterm, urxvt, VTE and
/// tmux add up characters, and what has no cell of ours is written over there. Where a terminal takes fewer, a blank stays.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    if is_simple(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(cells_of).sum()
}

/// What an emoji loses to the cells behind it where a terminal adds up its characters is a colour of skin. Its own two cells
/// hold what it shows.
fn cells_of(grapheme: &str) -> usize {
    let added = grapheme.chars().map(cells_alone).sum();
    let mut characters = grapheme.chars();
    if characters.next().is_some() && characters.next().is_none() {
        return added;
    }
    let together = UnicodeWidthStr::width(grapheme);
    let is_emoji = grapheme.chars().any(|c| matches!(c, '\u{fe0f}' | '\u{1f000}'..='\u{1faff}'));
    if is_emoji { together } else { together.max(added) }
}

/// `unicode-width` gives no cell to vowel signs that extend a grapheme, nor to the sound marks of halfwidth kana. The C
/// library, and terminals with it, gives them one (jgm/doclayout#16, mattn/go-runewidth#102, microsoft/terminal#18087).
fn cells_alone(c: char) -> usize {
    match c {
        // Bengali, Oriya, Tamil, Kannada, Malayalam, Sinhala.
        '\u{9be}' | '\u{9d7}' | '\u{b3e}' | '\u{b57}' | '\u{bbe}' | '\u{bd7}' | '\u{cc0}' | '\u{cc2}' | '\u{cc7}' | '\u{cc8}'
        | '\u{cca}' | '\u{ccb}' | '\u{cd5}' | '\u{cd6}' | '\u{d3e}' | '\u{d4e}' | '\u{d57}' | '\u{dcf}' | '\u{ddf}'
        // Tagalog, Hanunoo, Balinese, Sundanese, Batak, Rejang, Javanese.
        | '\u{1715}' | '\u{1734}' | '\u{1b35}' | '\u{1b3b}' | '\u{1b3d}' | '\u{1b43}' | '\u{1b44}' | '\u{1baa}' | '\u{1bf2}'
        | '\u{1bf3}' | '\u{a953}' | '\u{a9c0}'
        // Sharada, Khojki, Grantha, Tirhuta, Siddham, Takri, Dives Akuru, Soyombo, Masaram Gondi.
        | '\u{111c0}' | '\u{111c2}' | '\u{111c3}' | '\u{11235}' | '\u{1133e}' | '\u{1134d}' | '\u{11357}' | '\u{114b0}'
        | '\u{114bd}' | '\u{115af}' | '\u{116b6}' | '\u{11930}' | '\u{1193d}' | '\u{1193f}' | '\u{11941}'
        | '\u{11a84}'..='\u{11a89}' | '\u{11d46}' | '\u{ff9e}' | '\u{ff9f}' => 1,
        _ => c.width().unwrap_or(1),
    }
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

    /// As tmux 3.3a, xterm 379 and urxvt 9.30 say where their cursor is (ESC [ 6 n) when a word is written.
    #[test]
    fn m23_letters_that_are_put_together_have_the_cells_that_terminals_give_them() {
        for (text, cells) in [
            ("क्षत्रिय", 6),
            ("हिन्दी", 5),
            ("বাংলা", 5),
            ("ক্ষি", 3),
            ("কৌ", 2),
            ("தமிழ்நாடு", 8),
            ("தா", 2),
            ("ଓଡ଼ିଶା", 4),
            ("ಕೊ", 2),
            ("മലയാളം", 6),
            ("සිංහල", 4),
            ("မြန်မာ", 5),
            ("ខ្មែរ", 4),
            ("กำ", 2),
            ("ｶﾞ", 2),
            ("각", 2),
        ] {
            assert_eq!(width(text), cells, "{text}");
        }
    }
}
