//! How well one colour stands out from another.

/// The contrast that a text must have with what is behind it (WCAG 2.2, criterion 1.4.3).
pub const LEAST: f64 = 4.5;

/// The contrast that a theme of high contrast holds (WCAG 2.2, criterion 1.4.6).
pub const HIGH: f64 = 7.0;

/// The red, green and blue of a colour, each from 0 to 1 and in proportion to its light (sRGB, IEC 61966-2-1).
pub fn light(colour: u32) -> [f64; 3] {
    let [_, channels @ ..] = colour.to_be_bytes();
    channels.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    })
}

/// How bright a colour is, from 0 to 1: the relative luminance of WCAG 2.2.
pub fn luminance(colour: u32) -> f64 {
    let [red, green, blue] = light(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast ratio of WCAG 2.2, from 1 to 21.
pub fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_the_most_and_a_colour_on_itself_the_least() {
        assert!((contrast(0, 0xff_ffff) - 21.0).abs() < 1e-9);
        assert!((contrast(0x12_3456, 0x12_3456) - 1.0).abs() < 1e-9);
        // The grey that WCAG's own techniques give as the darkest that fails on white is #777777.
        assert!(contrast(0x77_7777, 0xff_ffff) < LEAST && contrast(0x76_7676, 0xff_ffff) > LEAST);
    }
}
