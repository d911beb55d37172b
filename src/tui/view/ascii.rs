//! Signs in 7 bits, for terminals and fonts that have no others.
//!
//! A finished screen is spelled anew cell by cell, so no page can forget it, and every sign takes the one cell that it
//! took before. Signs are ours or the punctuation of a text, and what a text cannot do without stays: letters, digits and
//! symbols of any script are what the briefing says, and no table could say it in other words.

use ratatui::buffer::Buffer;

/// Signs, and the character that stands for them. Signs that a figure tells apart stay apart.
const SIGNS: [(&str, &str); 40] = [
    // Frames and lines.
    ("─╌┈‐‑‒–—―−·", "-"),
    ("━═█▬", "="),
    ("│┃┼", "|"),
    ("┬┴├┤┌┐└┘", "+"),
    ("┄┅", "."),
    ("╱", "/"),
    ("╲", "\\"),
    ("▌▍▎", ">"),
    // Bars: what was claimed, then, and both.
    ("▓", "#"),
    ("▒░", ":"),
    // Sentences: claimed, open, set aside.
    ("■", "#"),
    ("□", "o"),
    ("▫", "-"),
    // A note, both.
    ("✎", "n"),
    ("◈", "b"),
    // Events and confidence: open said, filled done; round with, pointed against.
    ("●•", "*"),
    ("○", "."),
    ("△", "^"),
    ("▲", "A"),
    ("◇", "o"),
    ("◆", "*"),
    // Arrows and edges.
    ("←‹◂«", "<"),
    ("→›▸»", ">"),
    ("↑▴", "^"),
    ("↓▾", "v"),
    ("↵", "\\"),
    ("↔", "="),
    // Punctuation.
    ("“”„‟″", "\""),
    ("‘’‚‛′ʼ", "'"),
    ("…⋯", "~"),
    ("×✕✗", "x"),
    ("✓", "v"),
    ("°", "o"),
    ("≥", ">"),
    ("≤", "<"),
    ("≈", "~"),
    ("±", "+"),
    ("½", "%"),
    ("\u{a0}\u{2007}\u{2009}\u{202f}", " "),
    ("\u{fffd}", "?"),
];

/// Characters by the dots that they cover in a cell of a map, two columns of four from the left, each from the top; the
/// first of several that are as near is taken.
const DOTS: [(&str, u8); 22] = [
    (" ", 0b0000_0000),
    (".", 0b0000_1000),
    (".", 0b1000_0000),
    (".", 0b0000_0100),
    (".", 0b0100_0000),
    ("'", 0b0000_0001),
    ("'", 0b0001_0000),
    ("'", 0b0000_0010),
    ("'", 0b0010_0000),
    ("-", 0b0010_0010),
    ("-", 0b0100_0100),
    ("_", 0b1000_1000),
    ("\"", 0b0001_0001),
    ("|", 0b0000_1111),
    ("|", 0b1111_0000),
    ("/", 0b0011_1100),
    ("\\", 0b1100_0011),
    (":", 0b0010_1000),
    (":", 0b1010_0101),
    ("+", 0b0110_1111),
    ("=", 0b1010_1010),
    ("#", 0b1111_1111),
];

pub fn spell(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let symbol = cell.symbol();
        if symbol.is_ascii() {
            continue;
        }
        let mut letters = symbol.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && let Some(character) = character(letter)
        {
            cell.set_symbol(character);
        }
    }
}

/// A text with its signs in 7 bits. It need not keep its width, so what was left out is told by three dots.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for c in text.chars() {
        match character(c).filter(|_| !c.is_ascii()) {
            Some(_) if c == '…' => spelled.push_str("..."),
            Some(character) => spelled.push_str(character),
            None => spelled.push(c),
        }
    }
    spelled
}

/// What stands for a sign; none for a letter.
fn character(sign: char) -> Option<&'static str> {
    match u32::from(sign) {
        braille @ 0x2800..=0x28ff => Some(dots(u8::try_from(braille - 0x2800).unwrap_or(0))),
        // What is left of lines and blocks; pictures of controls, and what only a font of its own could draw.
        _ => SIGNS.iter().find(|(signs, _)| signs.contains(sign)).map(|(_, character)| *character).or(match sign {
            '\u{2500}'..='\u{257f}' => Some("+"),
            '\u{2580}'..='\u{259f}' => Some("#"),
            '\u{2400}'..='\u{243f}' | '\u{e000}'..='\u{f8ff}' => Some("?"),
            _ => None,
        }),
    }
}

/// The character that covers nearly the dots of a Braille pattern, whose bits run down the first three dots of each column
/// and then along the last two (Unicode, block 2800).
fn dots(pattern: u8) -> &'static str {
    let bit = |from: u8, to: u8| (pattern >> from & 1) << to;
    let columns = pattern & 0b111 | bit(6, 3) | bit(3, 4) | bit(4, 5) | bit(5, 6) | bit(7, 7);
    DOTS.iter().min_by_key(|(_, covered)| (covered ^ columns).count_ones()).map_or(" ", |(character, _)| character)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn m22_every_sign_has_one_character_of_seven_bits_and_one_cell() {
        for (signs, character) in SIGNS {
            assert!(character.is_ascii() && character.len() == 1);
            for sign in signs.chars().filter(|sign| *sign != '\u{fffd}') {
                assert_eq!(width(&sign.to_string()), 1, "{sign:?}");
                assert_eq!(SIGNS.iter().filter(|(signs, _)| signs.contains(sign)).count(), 1, "{sign} stands twice");
            }
        }
    }

    #[test]
    fn m22_signs_that_a_figure_tells_apart_stay_apart() {
        for together in ["■□▫", "●○△▲◇", "█▒─", "█▓░─", "━─┄", "━╌┄", "─┴┼", "╱●╲", "←→↑↓"]
        {
            let mut characters: Vec<_> = together.chars().filter_map(character).collect();
            assert_eq!(characters.len(), together.chars().count(), "{together}");
            characters.sort_unstable();
            characters.dedup();
            assert_eq!(characters.len(), together.chars().count(), "{together} becomes {characters:?}");
        }
    }

    #[test]
    fn m22_dots_become_the_character_that_covers_them() {
        let spelled: String = "⠀⡀⠁⠤⣀⠉⡇⢸⣿⢄⠔".chars().filter_map(character).collect();
        assert_eq!(spelled.chars().take(9).collect::<String>(), " .'-_\"||#");
        assert_eq!(character('⠤'), Some("-"), "a tie of cooperation");
        assert_eq!(character('⠄'), Some("."), "and of neither");
        for pattern in 0x2800..=0x28ff_u32 {
            assert!(char::from_u32(pattern).and_then(character).is_some_and(str::is_ascii));
        }
    }

    #[test]
    fn m22_letters_of_the_world_stay() {
        for letter in ['é', 'я', 'ی', '中', 'ß', '€', '٤'] {
            assert_eq!(character(letter), None, "{letter}");
        }
    }
}
