//! The colours of a painted theme, and which of them stand on which.

use super::contrast::contrast;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Paper,
    /// What is behind the stop under the cursor.
    Stop,
    Text,
    Strong,
    /// Labels and context.
    Quiet,
    Line,
    /// Ids, links and bars.
    Accent,
    /// Something to look at.
    Warn,
    Bad,
    /// What joins actors.
    Cooperation,
    /// What sets actors against each other.
    Conflict,
    Lit,
    LitGround,
    Hit,
    HitGround,
}

/// What the text of a row of the table stands on.
type Grounds = &'static [Part];

const PAGE: Grounds = &[Part::Paper, Part::Stop];

/// Every part in the order of the columns of palettes, its name in files, and what it must stand out from. Grounds stand
/// on nothing, and lines are no text.
pub const PARTS: [(Part, &str, Grounds); 15] = [
    (Part::Paper, "paper", &[]),
    (Part::Stop, "stop", &[]),
    (Part::Text, "text", PAGE),
    (Part::Strong, "strong", PAGE),
    (Part::Quiet, "quiet", PAGE),
    (Part::Line, "line", &[]),
    (Part::Accent, "accent", PAGE),
    (Part::Warn, "warn", PAGE),
    (Part::Bad, "bad", PAGE),
    (Part::Cooperation, "cooperation", PAGE),
    (Part::Conflict, "conflict", PAGE),
    (Part::Lit, "lit", &[Part::LitGround]),
    (Part::LitGround, "lit-ground", &[]),
    (Part::Hit, "hit", &[Part::HitGround]),
    (Part::HitGround, "hit-ground", &[]),
];

impl Part {
    pub fn name(self) -> &'static str {
        PARTS[self as usize].1
    }

    pub fn grounds(self) -> Grounds {
        PARTS[self as usize].2
    }
}

/// The colours of a painted theme, each as `0xRRGGBB`, in the order of [`PARTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette(pub [u32; PARTS.len()]);

impl Palette {
    pub fn get(&self, part: Part) -> u32 {
        self.0[part as usize]
    }

    pub fn set(&mut self, part: Part, colour: u32) {
        self.0[part as usize] = colour;
    }

    /// Every text with each ground that it stands on, and their contrast.
    pub fn pairs(&self) -> impl Iterator<Item = (Part, Part, f64)> + '_ {
        let pairs = PARTS.into_iter().flat_map(|(text, _, grounds)| grounds.iter().map(move |ground| (text, *ground)));
        pairs.map(|(text, ground)| (text, ground, contrast(self.get(text), self.get(ground))))
    }

    /// The lowest contrast of any text with what it stands on.
    pub fn least(&self) -> f64 {
        self.pairs().map(|(.., ratio)| ratio).fold(f64::INFINITY, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_row_in_the_order_of_the_table() {
        for (at, (part, ..)) in PARTS.into_iter().enumerate() {
            assert_eq!(part as usize, at, "{part:?}");
        }
    }
}
