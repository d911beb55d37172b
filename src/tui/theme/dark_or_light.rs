//! Whether a terminal is dark or light.

use super::contrast::luminance;
use std::env;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// A dark colour: white stands out from it better than black.
    Dark,
    Light,
}

/// Where black and white stand out alike (WCAG 2.2): `(1.05 / x) = (x / 0.05)`, less the 0.05 of stray light.
const MIDDLE: f64 = 0.179;

/// Consoles that show a question for the background instead of answering or passing over it.
const SHOW_QUESTIONS: [&str; 6] = ["linux", "ansi", "cons25", "cygwin", "pcvt", "wsvt25"];

/// Consoles that are black.
const BLACK: [&str; 1] = ["linux"];

/// A terminal has one of these names, or one of theirs with more behind a hyphen.
fn is_one_of(terminal: &str, names: &[&str]) -> bool {
    names.iter().any(|name| terminal.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
}

fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

impl Background {
    /// What the environment says of it, before the terminal does.
    pub fn of_environment() -> Option<Self> {
        Self::of(variable)
    }

    /// By the variables that `variable` looks up. rxvt names the colours of its text and its paper by their numbers in
    /// `COLORFGBG`. Within tmux and GNU screen that is the terminal they were started from, not where they are shown. The
    /// Linux console is black.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let terminal = variable("TERM").unwrap_or_default();
        if is_one_of(&terminal, &BLACK) {
            return Some(Self::Dark);
        }
        let within = ["tmux", "screen"].iter().any(|name| terminal.starts_with(name));
        let colours = variable("COLORFGBG").filter(|_| !within)?;
        match colours.rsplit_once(';')?.1.parse().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            16_u8.. => None,
        }
    }

    /// The terminal may be asked. Most answer; of the rest, all but a few consoles pass over the question.
    pub fn may_be_asked() -> bool {
        let terminal = variable("TERM").unwrap_or_default();
        !is_one_of(&terminal, &SHOW_QUESTIONS)
    }

    /// By a colour as terminals name it: `rgb:1414/1717/1c1c`, with one to four digits each (X11, `XParseColor`). None
    /// where that is no colour.
    pub fn parse(colour: &str) -> Option<Self> {
        let (digits, parts) =
            colour.strip_prefix("rgb:").map(|digits| (digits, 3)).or(colour.strip_prefix("rgba:").map(|digits| (digits, 4)))?;
        let channel = |digits: &str| {
            let value = u32::from_str_radix(digits, 16).ok().filter(|_| (1..=4).contains(&digits.len()) && !digits.starts_with('+'))?;
            u8::try_from(value * 255 / ((1 << (4 * digits.len())) - 1)).ok()
        };
        let channels: Vec<u8> = digits.split('/').map(channel).collect::<Option<_>>()?;
        let [red, green, blue] = *channels.first_chunk().filter(|_| channels.len() == parts)?;
        Some(if luminance(u32::from_be_bytes([0, red, green, blue])) < MIDDLE { Self::Dark } else { Self::Light })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m19_the_environment_says_of_some_terminals_whether_they_are_dark_or_light() {
        let table = [
            ("rxvt", "0;15", Some(Background::Light)),
            ("rxvt", "15;0", Some(Background::Dark)),
            ("rxvt-unicode-256color", "0;default;15", Some(Background::Light)),
            ("xterm", "15;default;0", Some(Background::Dark)),
            ("mlterm", "default;default", None),
            ("xterm", "0;231", None),
            ("xterm", "15", None),
            ("xterm", "", None),
            ("tmux-256color", "0;15", None),
            ("linux", "", Some(Background::Dark)),
        ];
        for (terminal, colours, expected) in table {
            let variable = |name: &str| match name {
                "TERM" => Some(terminal.to_owned()),
                "COLORFGBG" => Some(colours.to_owned()),
                _ => None,
            };
            assert_eq!(Background::of(variable), expected, "{terminal} {colours}");
        }
    }

    #[test]
    fn m19_colours_as_terminals_name_them_are_dark_or_light() {
        let table = [
            ("rgb:0000/0000/0000", Some(Background::Dark)),
            ("rgb:1414/1717/1c1c", Some(Background::Dark)),
            ("rgb:00/2b/36", Some(Background::Dark)),
            ("rgb:fd/f6/e3", Some(Background::Light)),
            ("rgb:ffff/ffff/ffff", Some(Background::Light)),
            ("rgb:f/f/f", Some(Background::Light)),
            ("rgba:0000/0000/0000/ffff", Some(Background::Dark)),
            ("rgb:0000/0000", None),
            ("rgb:0000/0000/0000/0000", None),
            ("rgb:00000/0/0", None),
            ("rgb:/0/0", None),
            ("rgb:+1/0/0", None),
            ("banana", None),
            ("", None),
        ];
        for (colour, expected) in table {
            assert_eq!(Background::parse(colour), expected, "{colour}");
        }
    }
}
