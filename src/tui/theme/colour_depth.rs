//! How many colours a terminal has, by what it says of itself in the environment.
//!
//! | what is set | colours |
//! |---|---|
//! | `NO_COLOR`, and not to nothing | none |
//! | `TERM` empty, `dumb` or a `vt…` | none |
//! | `COLORTERM` `truecolor` or `24bit`, unless `TERM` begins with `screen` and `TMUX` is not set | all |
//! | `TERM` of a terminal known for it, or one that ends in `-direct` | all |
//! | `TERM` with `256color` in it, or `COLORTERM` set to anything | 256 |
//! | any other `TERM` | 16 |
//!
//! It is what termenv, supports-color and notcurses agree on; GNU screen passes `COLORTERM` on and knows 256 colours.

use ratatui::style::Color;
use std::env;

/// The sixteen colours in the order of their parameters.
pub const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: text can be bold, dim, underlined and reversed.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    True,
}

/// Terminals that have every colour and say so by their name, where nothing else says it: over ssh `COLORTERM` is lost.
const TRUE: [&str; 6] = ["xterm-kitty", "xterm-ghostty", "alacritty", "wezterm", "foot", "contour"];

impl Depth {
    /// By the environment of the program; `asked` where colours were asked for on the command line, which wins over `NO_COLOR`
    /// (no-color.org).
    pub fn of_environment(asked: bool) -> Self {
        let value = |name: &str| env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Self::of(|name| value(name).filter(|_| !(asked && name == "NO_COLOR")))
    }

    /// By the variables that `variable` looks up.
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name: &str| variable(name).unwrap_or_default().to_ascii_lowercase();
        let (terminal, said) = (value("TERM"), value("COLORTERM"));
        let is_screen = terminal.starts_with("screen") && value("TMUX").is_empty();
        let is_known =
            TRUE.iter().any(|known| terminal == *known || terminal.strip_prefix(known).is_some_and(|rest| rest.starts_with('-')));
        if !value("NO_COLOR").is_empty() || ["", "dumb"].contains(&terminal.as_str()) || terminal.starts_with("vt") {
            Self::None
        } else if is_known || terminal.ends_with("-direct") || (["truecolor", "24bit"].contains(&said.as_str()) && !is_screen) {
            Self::True
        } else if terminal.contains("256color") || !said.is_empty() {
            Self::Indexed
        } else {
            Self::Sixteen
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m20_the_environment_says_how_many_colours_there_are() {
        let table: [(&[(&str, &str)], Depth); 18] = [
            (&[("TERM", "xterm-256color")], Depth::Indexed),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "24bit")], Depth::True),
            (&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("NO_COLOR", "1")], Depth::None),
            (&[("TERM", "xterm-256color"), ("NO_COLOR", "")], Depth::Indexed),
            (&[("TERM", "dumb"), ("COLORTERM", "truecolor")], Depth::None),
            (&[("TERM", "")], Depth::None),
            (&[], Depth::None),
            (&[("TERM", "vt100")], Depth::None),
            (&[("TERM", "xterm")], Depth::Sixteen),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "xterm-16color")], Depth::Sixteen),
            (&[("TERM", "rxvt"), ("COLORTERM", "rxvt-xpm")], Depth::Indexed),
            (&[("TERM", "xterm-kitty")], Depth::True),
            (&[("TERM", "xterm-direct")], Depth::True),
            (&[("TERM", "screen.xterm-256color"), ("COLORTERM", "truecolor")], Depth::Indexed),
            (&[("TERM", "screen-256color"), ("COLORTERM", "truecolor"), ("TMUX", "/tmp/x,1,0")], Depth::True),
            (&[("TERM", "tmux-256color"), ("COLORTERM", "truecolor")], Depth::True),
        ];
        for (variables, depth) in table {
            let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
            assert_eq!(Depth::of(variable), depth, "{variables:?}");
        }
    }
}
