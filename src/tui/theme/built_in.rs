//! The themes that the program brings along.

use super::palette::Palette;
use crate::text::meant;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    Terminal,
    Dark,
    Light,
    HighContrast,
    Deuteranopia,
    Tritanopia,
    Monochrome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Terminal,
    /// Bold, dim, underlined and reversed text only.
    Monochrome,
    Painted(Palette),
}

#[derive(Debug, Clone, Copy)]
pub struct BuiltIn {
    pub theme: ThemeName,
    pub name: &'static str,
    pub help: &'static str,
    pub look: Look,
}

const fn row(theme: ThemeName, name: &'static str, help: &'static str, look: Look) -> BuiltIn {
    BuiltIn { theme, name, help, look }
}

/// The name that stands for `dark` or `light`, by the terminal's background.
pub const AUTO: &str = "auto";

#[rustfmt::skip]
pub static THEMES: [BuiltIn; 7] = [
    row(ThemeName::Terminal,     "terminal",      "your terminal's sixteen colours", Look::Terminal),
    row(ThemeName::Dark,         "dark",          "light text on dark paper",                                Look::Painted(DARK)),
    row(ThemeName::Light,        "light",         "dark text on light paper",                                Look::Painted(LIGHT)),
    row(ThemeName::HighContrast, "high-contrast", "white on black, all at 7:1 or more",               Look::Painted(HIGH_CONTRAST)),
    row(ThemeName::Deuteranopia, "deuteranopia",  "dark, without red against green",              Look::Painted(DEUTERANOPIA)),
    row(ThemeName::Tritanopia,   "tritanopia",    "dark, without blue against yellow",            Look::Painted(TRITANOPIA)),
    row(ThemeName::Monochrome,   "monochrome",    "bold, dim and reversed text only",      Look::Monochrome),
];

//                                       paper      stop       text       strong     quiet      line       accent     warn       bad        cooperation conflict  lit        lit-ground hit        hit-ground
#[rustfmt::skip]
const DARK: Palette = Palette([          0x14_171c, 0x25_2d38, 0xd0_d5dc, 0xff_ffff, 0x98_a2af, 0x4a_525d, 0x7f_b8ee, 0xe5_ac5e, 0xff_8f85, 0x62_c9b5, 0xf0_92b8, 0xff_f1b8, 0x5c_4a08, 0xe8_fbff, 0x15_5a70]);
#[rustfmt::skip]
const LIGHT: Palette = Palette([         0xfc_fbf8, 0xe4_ebf4, 0x2a_2e34, 0x00_0000, 0x5b_636e, 0xa9_a69d, 0x1c_5aa6, 0x7d_4a00, 0xad_1f1a, 0x0a_6657, 0x99_2a5e, 0x1f_1a00, 0xff_e27a, 0x06_262f, 0xa9_dced]);
#[rustfmt::skip]
const HIGH_CONTRAST: Palette = Palette([ 0x00_0000, 0x1c_2a40, 0xff_ffff, 0xff_ffff, 0xd4_d4d4, 0x9a_9a9a, 0x7c_c4ff, 0xff_cf5c, 0xff_a39b, 0x58_e6c4, 0xff_a6d9, 0x00_0000, 0xff_e14d, 0x00_0000, 0x6f_e3ff]);
#[rustfmt::skip]
const DEUTERANOPIA: Palette = Palette([  0x14_171c, 0x25_2d38, 0xd0_d5dc, 0xff_ffff, 0x98_a2af, 0x4a_525d, 0x74_b4ff, 0xf7_e25a, 0xe0_8a4a, 0x62_bdf2, 0xe6_a01a, 0xff_f1b8, 0x5c_4a08, 0xe8_fbff, 0x15_5a70]);
#[rustfmt::skip]
const TRITANOPIA: Palette = Palette([    0x14_171c, 0x25_2d38, 0xd0_d5dc, 0xff_ffff, 0x98_a2af, 0x4a_525d, 0x45_c8d8, 0xf5_b3c6, 0xff_7d66, 0x4f_d0b4, 0xff_9284, 0xff_ffff, 0x7a_1f3a, 0xe8_fbff, 0x15_5a70]);

impl ThemeName {
    pub fn named(name: &str) -> Option<Self> {
        THEMES.iter().find(|row| row.name == name).map(|row| row.theme)
    }

    pub fn row(self) -> &'static BuiltIn {
        &THEMES[self as usize]
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoTheme(String);

impl NoTheme {
    pub fn new<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.collect();
        let hint = meant(name, known.iter().copied(), || known.join(", "));
        Self(format!("there is no theme `{name}`: {hint}"))
    }
}

impl fmt::Display for NoTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoTheme {}

#[cfg(test)]
mod tests {
    use super::super::colour_blindness::{Sight, difference};
    use super::super::colours_256::reduced;
    use super::super::contrast::{HIGH, LEAST, contrast};
    use super::*;
    use crate::briefing::scale::{Markings, Vocabulary};
    use crate::tui::theme::palette::Part;

    fn painted() -> impl Iterator<Item = (&'static BuiltIn, Palette)> {
        THEMES.iter().filter_map(|row| match row.look {
            Look::Painted(palette) => Some((row, palette)),
            _ => None,
        })
    }

    #[test]
    fn every_theme_has_its_row_in_the_order_of_the_table() {
        for (at, row) in THEMES.iter().enumerate() {
            assert_eq!(row.theme as usize, at, "{}", row.name);
            assert_ne!(row.name, AUTO);
        }
        assert_eq!(painted().count(), 5);
    }

    /// Also with the colours that a terminal of 256 has.
    #[test]
    fn m19_every_text_stands_out_from_everything_that_it_stands_on() {
        for (row, palette) in painted() {
            let least = if row.theme == ThemeName::HighContrast { HIGH } else { LEAST };
            for (depth, palette) in [("true colour", palette), ("256 colours", reduced(&palette))] {
                for (text, ground, ratio) in palette.pairs() {
                    assert!(ratio >= least, "{} in {depth}: {text:?} on {ground:?} is {ratio:.2}", row.name);
                }
                let [paper, stop] = [Part::Paper, Part::Stop].map(|part| palette.get(part));
                assert_ne!(paper, stop, "{}: the stop is seen", row.name);
            }
        }
    }

    /// TLP 2.0 says which colours its markings have, on black.
    #[test]
    fn m19_every_marking_stands_out_from_its_black() {
        for marking in Markings::all().iter().flat_map(|markings| markings.terms()) {
            let [red, green, blue] = marking.hue().colour();
            let colour = u32::from_be_bytes([0, red, green, blue]);
            for colour in [colour, super::super::colours_256::nearest(colour, |_| true)] {
                assert!(contrast(colour, 0) >= LEAST, "{marking:?}");
            }
        }
    }

    #[test]
    fn e4_a_theme_for_those_who_see_few_colours_keeps_apart_what_colours_tell_apart() {
        let for_whom: [(ThemeName, &[Sight]); 5] = [
            (ThemeName::Dark, &[Sight::Full]),
            (ThemeName::Light, &[Sight::Full]),
            (ThemeName::HighContrast, &[Sight::Full]),
            (ThemeName::Deuteranopia, &[Sight::Full, Sight::Deuteranopia, Sight::Protanopia]),
            (ThemeName::Tritanopia, &[Sight::Full, Sight::Tritanopia]),
        ];
        let pairs = [
            (Part::Cooperation, Part::Conflict),
            (Part::Warn, Part::Bad),
            (Part::Warn, Part::Accent),
            (Part::Bad, Part::Accent),
            (Part::Warn, Part::Quiet),
            (Part::Bad, Part::Quiet),
            (Part::Accent, Part::Text),
        ];
        for (theme, sights) in for_whom {
            let Look::Painted(palette) = theme.row().look else { panic!("{theme:?} is painted") };
            for sight in sights {
                for (depth, palette) in [("true colour", palette), ("256 colours", reduced(&palette))] {
                    for (one, other) in pairs {
                        let apart = difference(palette.get(one), palette.get(other), *sight);
                        assert!(apart >= 20.0, "{theme:?} in {depth}, seen with {sight:?}: {one:?} and {other:?} are {apart:.1} apart");
                    }
                }
            }
        }
    }

    /// The test above can fail: the common dark theme does not serve everyone.
    #[test]
    fn e4_the_dark_theme_would_not_do_for_those_who_see_little_red_and_green() {
        let Look::Painted(dark) = ThemeName::Dark.row().look else { panic!("dark is painted") };
        let apart = |one, other| difference(dark.get(one), dark.get(other), Sight::Deuteranopia);
        assert!(apart(Part::Warn, Part::Bad) < 20.0 || apart(Part::Cooperation, Part::Conflict) < 20.0);
    }
}
