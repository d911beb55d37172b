//! Painted themes on terminals of 256 colours.
//!
//! The first sixteen of them are whatever a person made of them, so only the cube of 6 × 6 × 6 and the greys behind it are
//! used, which are the same everywhere.

use super::contrast::{HIGH, LEAST, contrast};
use super::palette::{PARTS, Palette, Part};

/// The levels of red, green and blue in the cube.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colours behind the first sixteen, each with its number.
pub fn colours() -> impl Iterator<Item = (u8, u32)> {
    let cube = LEVELS.into_iter().flat_map(|red| LEVELS.into_iter().flat_map(move |green| LEVELS.map(|blue| [0, red, green, blue])));
    let greys = (0..24).map(|step| 8 + 10 * step).map(|grey| [0, grey, grey, grey]);
    (16..=255).zip(cube.chain(greys).map(u32::from_be_bytes))
}

pub fn number(colour: u32) -> u8 {
    colours().min_by_key(|(_, known)| distance(*known, colour)).map_or(16, |(number, _)| number)
}

/// The nearest colour of those that will do; the colour itself where none will.
pub fn nearest(colour: u32, will_do: impl Fn(u32) -> bool) -> u32 {
    let colours = colours().map(|(_, known)| known).filter(|known| will_do(*known));
    colours.min_by_key(|known| distance(*known, colour)).unwrap_or(colour)
}

fn distance(one: u32, other: u32) -> u32 {
    one.to_be_bytes().into_iter().zip(other.to_be_bytes()).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
}

/// A palette of colours that a terminal of 256 has. Grounds stay apart, and no text stands out less than the least of the
/// palette did, up to 7:1.
pub fn reduced(palette: &Palette) -> Palette {
    let mut reduced = *palette;
    let mut taken = Vec::new();
    for ground in [Part::Paper, Part::Stop, Part::LitGround, Part::HitGround] {
        let colour = nearest(palette.get(ground), |colour| !taken.contains(&colour));
        taken.push(colour);
        reduced.set(ground, colour);
    }
    reduced.set(Part::Line, nearest(palette.get(Part::Line), |colour| !taken.contains(&colour)));
    let wanted = palette.least().min(HIGH);
    for (text, _, grounds) in PARTS.into_iter().filter(|(.., grounds)| !grounds.is_empty()) {
        let stands_out = |colour: u32, least: f64| grounds.iter().all(|ground| contrast(colour, reduced.get(*ground)) >= least);
        let least = [wanted, LEAST].into_iter().find(|least| colours().any(|(_, colour)| stands_out(colour, *least)));
        reduced.set(text, nearest(palette.get(text), |colour| least.is_none_or(|least| stands_out(colour, least))));
    }
    reduced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_xterm() {
        let all: Vec<(u8, u32)> = colours().collect();
        assert_eq!(all.len(), 240);
        assert_eq!(all[0], (16, 0x00_0000));
        assert_eq!(all[196 - 16], (196, 0xff_0000));
        assert_eq!(all[231 - 16], (231, 0xff_ffff));
        assert_eq!(all[239], (255, 0xee_eeee));
        for (number_of_it, colour) in all.into_iter().filter(|(_, colour)| *colour != 0xff_ffff) {
            assert_eq!(nearest(colour, |_| true), colour);
            assert_eq!(colours().find(|(number, _)| *number == number_of_it).map(|(_, colour)| colour), Some(colour));
        }
    }
}
