//! Whether a terminal is dark or light.

use super::contrast::luminance;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// A dark colour: white stands out from it better than black.
    Dark,
    Light,
}

/// Where black and white stand out alike (WCAG 2.2): `(1.05 / x) = (x / 0.05)`, less the 0.05 of stray light.
const MIDDLE: f64 = 0.179;

impl Background {
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
