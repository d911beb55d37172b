//! How a cell's look and its place are written for the terminal.
//!
//! Only what the look names is written: sixteen colours as the sixteen that every terminal knows, and nothing of colour
//! for a look without one. crossterm writes the sixteen as colours of 256, and with `NO_COLOR` set takes a reverse back.

use crate::tui::theme::colour_depth::SIXTEEN;
use ratatui::style::{Color, Modifier};

/// The modifiers and the parameters that set them (ECMA-48, 8.3.117).
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// Sets a look, whatever was set before.
pub fn set(out: &mut Vec<u8>, foreground: Color, background: Color, modifier: Modifier) {
    out.extend_from_slice(b"\x1b[0");
    for (_, parameter) in MODIFIERS.into_iter().filter(|(known, _)| modifier.contains(*known)) {
        parameters(out, &[parameter]);
    }
    colour(out, foreground, 30);
    colour(out, background, 40);
    out.push(b'm');
}

/// Sets the cursor on a cell: column and row, 0-based (ECMA-48, CUP). A frame has hundreds, and formatting them the usual
/// way costs a twentieth of it.
pub fn move_to(out: &mut Vec<u8>, x: u16, y: u16) {
    out.extend_from_slice(b"\x1b[");
    decimal(out, y.saturating_add(1));
    out.push(b';');
    decimal(out, x.saturating_add(1));
    out.push(b'H');
}

fn parameters(out: &mut Vec<u8>, parameters: &[u8]) {
    for parameter in parameters {
        out.push(b';');
        decimal(out, u16::from(*parameter));
    }
}

fn decimal(out: &mut Vec<u8>, number: u16) {
    if number > 9 {
        decimal(out, number / 10);
    }
    out.extend(u8::try_from(number % 10).map(|digit| b'0' + digit));
}

/// A colour: `first` is the parameter of the first of the sixteen, 30 for text and 40 for what is behind it.
fn colour(out: &mut Vec<u8>, colour: Color, first: u8) {
    match colour {
        Color::Reset => {}
        Color::Indexed(number) => parameters(out, &[first + 8, 5, number]),
        Color::Rgb(red, green, blue) => parameters(out, &[first + 8, 2, red, green, blue]),
        named => match (0..).zip(SIXTEEN).find(|(_, known)| *known == named) {
            Some((number @ 0..8, _)) => parameters(out, &[first + number]),
            Some((number, _)) => parameters(out, &[first + 60 + number - 8]),
            None => {}
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_written_row_first_and_counted_from_one() {
        for ((x, y), expected) in [((0, 0), "\x1b[1;1H"), ((119, 39), "\x1b[40;120H"), ((9, 999), "\x1b[1000;10H")] {
            let mut out = Vec::new();
            move_to(&mut out, x, y);
            assert_eq!(String::from_utf8_lossy(&out), expected);
        }
    }

    #[test]
    fn m20_a_look_is_written_with_the_parameters_of_its_colours() {
        let table = [
            (Color::Reset, Color::Reset, Modifier::REVERSED | Modifier::BOLD, "\x1b[0;1;7m"),
            (Color::Red, Color::Reset, Modifier::empty(), "\x1b[0;31m"),
            (Color::Black, Color::Yellow, Modifier::UNDERLINED, "\x1b[0;4;30;43m"),
            (Color::DarkGray, Color::White, Modifier::empty(), "\x1b[0;90;107m"),
            (Color::Gray, Color::LightGreen, Modifier::DIM, "\x1b[0;2;37;102m"),
            (Color::Indexed(231), Color::Indexed(16), Modifier::empty(), "\x1b[0;38;5;231;48;5;16m"),
            (Color::Rgb(1, 2, 3), Color::Rgb(0, 0, 0), Modifier::ITALIC, "\x1b[0;3;38;2;1;2;3;48;2;0;0;0m"),
            (Color::Reset, Color::Reset, Modifier::empty(), "\x1b[0m"),
        ];
        for (foreground, background, modifier, expected) in table {
            let mut out = Vec::new();
            set(&mut out, foreground, background, modifier);
            assert_eq!(String::from_utf8_lossy(&out), expected);
        }
    }
}
