//! How each role looks.

use crate::briefing::scale::Marking;
use crate::page::Role;
use crate::text::nearest_word;
use ratatui::style::{Color, Modifier, Style};
use std::fmt;

/// The themes, by the names that `--theme` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    /// The terminal's own sixteen colours and background.
    Terminal,
    /// Light text on dark paper.
    Dark,
    /// Dark text on light paper.
    Light,
}

/// No theme has such a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoTheme(String);

impl fmt::Display for NoTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoTheme {}

impl ThemeName {
    /// Every theme with its name.
    pub const ALL: [(Self, &str); 3] = [(Self::Terminal, "terminal"), (Self::Dark, "dark"), (Self::Light, "light")];

    /// The theme with a name.
    ///
    /// # Errors
    ///
    /// There is none.
    pub fn named(name: &str) -> Result<Self, NoTheme> {
        let found = Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(theme, _)| theme);
        found.ok_or_else(|| {
            let names = || Self::ALL.into_iter().map(|(_, known)| known);
            let hint = nearest_word(name, names())
                .map_or_else(|| names().collect::<Vec<_>>().join(", "), |near| format!("did you mean `{near}`?"));
            NoTheme(format!("there is no theme `{name}`: {hint}"))
        })
    }
}

/// A look for every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// What every cell begins as.
    pub paper: Style,
    text: Style,
    strong: Style,
    quiet: Style,
    line: Style,
    accent: Style,
    warn: Style,
    bad: Style,
    cooperation: Style,
    conflict: Style,
    lit: Style,
    /// The opened passage on the stop under the cursor: it must stand out there too.
    pub lit_on_stop: Style,
    /// The stop under the cursor, laid over the role.
    pub stop: Style,
    /// A hit of the search, laid over the role.
    pub hit: Style,
    /// The hit that the search stands on.
    pub current_hit: Style,
    /// Whether the marking may use its own colours, and which kind.
    marking: Palette,
}

/// Which colours a theme may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Palette {
    None,
    Sixteen,
    True,
}

const fn rgb(hex: u32) -> Color {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color::Rgb(red, green, blue)
}

/// The colours of a painted theme, in the order of the table of roles.
struct Colours {
    paper: u32,
    text: u32,
    strong: u32,
    quiet: u32,
    line: u32,
    accent: u32,
    stop: u32,
    lit: (u32, u32),
    hit: (u32, u32),
    warn: u32,
    bad: u32,
    cooperation: u32,
    conflict: u32,
}

const DARK: Colours = Colours {
    paper: 0x14_171c,
    text: 0xd0_d5dc,
    strong: 0xff_ffff,
    quiet: 0x98_a2af,
    line: 0x4a_525d,
    accent: 0x7f_b8ee,
    stop: 0x25_2d38,
    lit: (0xff_f1b8, 0x5c_4a08),
    hit: (0xe8_fbff, 0x15_5a70),
    warn: 0xe5_ac5e,
    bad: 0xff_8f85,
    cooperation: 0x62_c9b5,
    conflict: 0xf0_92b8,
};

const LIGHT: Colours = Colours {
    paper: 0xfc_fbf8,
    text: 0x2a_2e34,
    strong: 0x00_0000,
    quiet: 0x5b_636e,
    line: 0xa9_a69d,
    accent: 0x1c_5aa6,
    stop: 0xe4_ebf4,
    lit: (0x1f_1a00, 0xff_e27a),
    hit: (0x06_262f, 0xa9_dced),
    warn: 0x7d_4a00,
    bad: 0xad_1f1a,
    cooperation: 0x0a_6657,
    conflict: 0x99_2a5e,
};

impl Theme {
    /// The theme with a name. With `colour` off, only the terminal's own colour and its modifiers are used.
    #[must_use]
    pub fn new(name: ThemeName, colour: bool) -> Self {
        match name {
            _ if !colour => Self::monochrome(),
            ThemeName::Terminal => Self::terminal(),
            ThemeName::Dark => Self::painted(&DARK),
            ThemeName::Light => Self::painted(&LIGHT),
        }
    }

    fn painted(colours: &Colours) -> Self {
        let paper = Style::new().fg(rgb(colours.text)).bg(rgb(colours.paper));
        let on = |colour: u32| Style::new().fg(rgb(colour));
        let pair = |(text, ground): (u32, u32)| Style::new().fg(rgb(text)).bg(rgb(ground));
        Self {
            paper,
            text: on(colours.text),
            strong: on(colours.strong).add_modifier(Modifier::BOLD),
            quiet: on(colours.quiet),
            line: on(colours.line),
            accent: on(colours.accent).add_modifier(Modifier::BOLD),
            warn: on(colours.warn),
            bad: on(colours.bad),
            cooperation: on(colours.cooperation),
            conflict: on(colours.conflict),
            lit: pair(colours.lit),
            lit_on_stop: pair(colours.lit),
            stop: Style::new().bg(rgb(colours.stop)),
            hit: pair(colours.hit),
            current_hit: pair(colours.hit).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            marking: Palette::True,
        }
    }

    fn terminal() -> Self {
        let plain = Style::new();
        let on = |colour: Color| Style::new().fg(colour);
        Self {
            paper: plain,
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            quiet: plain.add_modifier(Modifier::DIM),
            line: plain.add_modifier(Modifier::DIM),
            accent: on(Color::Cyan).add_modifier(Modifier::BOLD),
            warn: on(Color::Yellow),
            bad: on(Color::Red),
            cooperation: on(Color::Green),
            conflict: on(Color::Magenta),
            lit: on(Color::Black).bg(Color::Yellow),
            lit_on_stop: on(Color::Black).bg(Color::Yellow).remove_modifier(Modifier::REVERSED),
            stop: plain.add_modifier(Modifier::REVERSED),
            hit: on(Color::Black).bg(Color::Cyan),
            current_hit: on(Color::Black).bg(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            marking: Palette::Sixteen,
        }
    }

    fn monochrome() -> Self {
        let plain = Style::new();
        let with = |modifier: Modifier| Style::new().add_modifier(modifier);
        Self {
            paper: plain,
            text: plain,
            strong: with(Modifier::BOLD),
            quiet: with(Modifier::DIM),
            line: with(Modifier::DIM),
            accent: with(Modifier::BOLD),
            warn: plain,
            bad: with(Modifier::BOLD),
            cooperation: plain,
            conflict: plain,
            lit: with(Modifier::REVERSED),
            lit_on_stop: with(Modifier::BOLD | Modifier::UNDERLINED).remove_modifier(Modifier::REVERSED),
            stop: with(Modifier::REVERSED),
            hit: with(Modifier::UNDERLINED.union(Modifier::BOLD)),
            current_hit: with(Modifier::UNDERLINED.union(Modifier::BOLD).union(Modifier::REVERSED)),
            marking: Palette::None,
        }
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        match role {
            Role::Text => self.text,
            Role::Strong => self.strong,
            Role::Quiet | Role::Heading => self.quiet,
            Role::Accent => self.accent,
            Role::Line => self.line,
            Role::Bar => Style { add_modifier: Modifier::empty(), ..self.accent },
            Role::Warn => self.warn,
            Role::Bad => self.bad,
            Role::Cooperation => self.cooperation,
            Role::Conflict => self.conflict,
            Role::Lit => self.lit,
            Role::Passage => self.text.add_modifier(Modifier::UNDERLINED),
        }
    }

    /// A look on the stop under the cursor. Reversed, a colour would become a patch and dim text grey on grey, so there
    /// only weight is kept.
    #[must_use]
    pub fn on_stop(&self, style: Style) -> Style {
        if self.stop.add_modifier.contains(Modifier::REVERSED) {
            return self.stop.add_modifier(style.add_modifier.intersection(Modifier::BOLD | Modifier::UNDERLINED));
        }
        style.patch(self.stop)
    }

    /// A look on the stop under the cursor where that is a cell of a figure.
    #[must_use]
    pub fn stop_cell(&self, style: Style) -> Style {
        Style { fg: style.fg, bg: None, ..self.on_stop(style).add_modifier(Modifier::REVERSED) }
    }

    /// The handling marking: its colour on black (TLP 2.0), where there are colours.
    #[must_use]
    pub fn marking(&self, marking: Option<Marking>) -> Style {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        match (self.marking, marking) {
            (Palette::None, _) => bold.add_modifier(Modifier::REVERSED),
            (Palette::Sixteen, marking) => {
                let colour = match marking {
                    Some(Marking::Clear) | None => Color::White,
                    Some(Marking::Green) => Color::LightGreen,
                    Some(Marking::Amber | Marking::AmberStrict) => Color::LightYellow,
                    Some(Marking::Red) => Color::LightRed,
                };
                bold.fg(colour).bg(Color::Black)
            }
            (Palette::True, marking) => {
                let [red, green, blue] = marking.unwrap_or(Marking::Clear).colour();
                bold.fg(Color::Rgb(red, green, blue)).bg(Color::Rgb(0, 0, 0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast ratio as WCAG 2.2 defines them.
    fn contrast(a: u32, b: u32) -> f64 {
        let luminance = |colour: u32| {
            let channel = |shift: u32| {
                let value = f64::from((colour >> shift) & 0xff) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn m19_every_text_stands_out_from_paper_and_stop() {
        for colours in [&DARK, &LIGHT] {
            for ground in [colours.paper, colours.stop] {
                for text in [
                    colours.text,
                    colours.strong,
                    colours.quiet,
                    colours.accent,
                    colours.warn,
                    colours.bad,
                    colours.cooperation,
                    colours.conflict,
                ] {
                    let ratio = contrast(text, ground);
                    assert!(ratio >= 4.5, "{text:06x} on {ground:06x}: {ratio:.2}");
                }
            }
            for (text, ground) in [colours.lit, colours.hit] {
                assert!(contrast(text, ground) >= 4.5, "{text:06x} on {ground:06x}");
            }
        }
    }

    #[test]
    fn the_terminal_theme_paints_no_background() {
        assert_eq!(Theme::new(ThemeName::Terminal, true).paper, Style::new());
    }
}
