use super::Vocabulary;

/// A label of the Traffic Light Protocol 2.0 (FIRST, August 2022). The freest is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marking {
    Clear,
    Green,
    Amber,
    AmberStrict,
    Red,
}

impl Vocabulary for Marking {
    fn all() -> &'static [Self] {
        &[Self::Clear, Self::Green, Self::Amber, Self::AmberStrict, Self::Red]
    }
    fn word(self) -> &'static str {
        ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"][self as usize]
    }
}

impl Marking {
    /// Red, green and blue, to stand on black, from the standard's table of colours.
    #[must_use]
    pub fn colour(self) -> [u8; 3] {
        [[0xff, 0xff, 0xff], [0x33, 0xff, 0x00], [0xff, 0xc0, 0x00], [0xff, 0xc0, 0x00], [0xff, 0x2b, 0x2b]][self as usize]
    }

    #[must_use]
    pub fn audience(self) -> &'static str {
        [
            "Anyone: there is no limit on disclosure.",
            "The community, but no public channel.",
            "The recipient's organisation and its clients, on a need-to-know basis.",
            "The recipient's organisation only, on a need-to-know basis.",
            "The named recipients only.",
        ][self as usize]
    }
}
