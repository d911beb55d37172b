//! The colours of roles, on white and on black.

use crate::page::Role;

#[derive(Debug)]
pub struct Ink {
    pub role: Role,
    /// Its name in a style sheet.
    pub name: &'static str,
    /// Red, green and blue, on [`PAPER`].
    pub light: u32,
    /// The same on [`NIGHT`].
    pub dark: u32,
}

pub const PAPER: u32 = 0x00ff_ffff;
pub const NIGHT: u32 = 0x0010_1418;

/// In the order of [`Role`].
#[rustfmt::skip]
pub static INKS: [Ink; 13] = [
    Ink { role: Role::Text,        name: "text",        light: 0x1b_1f23, dark: 0xe4_e7eb },
    Ink { role: Role::Strong,      name: "strong",      light: 0x00_0000, dark: 0xff_ffff },
    Ink { role: Role::Quiet,       name: "quiet",       light: 0x55_5d66, dark: 0xa3_acb6 },
    Ink { role: Role::Heading,     name: "heading",     light: 0x1d_3a5f, dark: 0x9c_c4f2 },
    Ink { role: Role::Accent,      name: "accent",      light: 0x0b_57a4, dark: 0x7d_b8f5 },
    Ink { role: Role::Line,        name: "line",        light: 0x7a_828b, dark: 0x7f_8994 },
    Ink { role: Role::Bar,         name: "bar",         light: 0x1f_5f99, dark: 0x6f_b1ee },
    Ink { role: Role::Warn,        name: "warn",        light: 0x85_5000, dark: 0xf0_b95a },
    Ink { role: Role::Bad,         name: "bad",         light: 0xa8_1e1e, dark: 0xff_8f85 },
    Ink { role: Role::Lit,         name: "lit",         light: 0x00_0000, dark: 0x00_0000 },
    Ink { role: Role::Passage,     name: "passage",     light: 0x00_0000, dark: 0xff_ffff },
    Ink { role: Role::Cooperation, name: "cooperation", light: 0x0f_6b4c, dark: 0x6f_d3ab },
    Ink { role: Role::Conflict,    name: "conflict",    light: 0xa3_2b17, dark: 0xff_9a80 },
];

#[must_use]
pub fn ink(role: Role) -> &'static Ink {
    &INKS[role as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: u32) -> f64 {
        let channel = |shift: u32| {
            let share = f64::from(colour >> shift & 255) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// WCAG 2.2, success criteria 1.4.3 and 1.4.11: 4.5 for text, 3 for lines.
    #[test]
    fn every_ink_can_be_read_on_paper_and_at_night() {
        for (at, ink) in INKS.iter().enumerate() {
            assert_eq!(ink.role as usize, at);
            let least = if ink.role == Role::Line { 3.0 } else { 4.5 };
            assert!(contrast(ink.light, PAPER) >= least, "{} on paper", ink.name);
            // The opened passage has a ground of its own.
            assert!(ink.role == Role::Lit || contrast(ink.dark, NIGHT) >= least, "{} at night", ink.name);
        }
    }
}
