//! Scripts by their names, and the blocks that their letters stand in.

use std::ops::RangeInclusive;

#[derive(Debug, PartialEq, Eq)]
pub struct Script {
    pub name: &'static str,
    letters: &'static [RangeInclusive<char>],
}

/// Those that a font may be given for; each has the marks that are drawn as its letters are.
#[rustfmt::skip]
pub static SCRIPTS: [Script; 16] = [
    Script { name: "arabic",     letters: &['\u{600}'..='\u{6ff}', '\u{750}'..='\u{77f}', '\u{8a0}'..='\u{8ff}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{fefc}'] },
    Script { name: "hebrew",     letters: &['\u{590}'..='\u{5ff}', '\u{fb1d}'..='\u{fb4f}'] },
    Script { name: "kana",       letters: &['\u{3040}'..='\u{30ff}', '\u{31f0}'..='\u{31ff}', '\u{ff66}'..='\u{ff9f}'] },
    Script { name: "hangul",     letters: &['\u{1100}'..='\u{11ff}', '\u{3130}'..='\u{318f}', '\u{ac00}'..='\u{d7af}'] },
    Script { name: "han",        letters: &['\u{2e80}'..='\u{303f}', '\u{ff00}'..='\u{ff65}', '\u{3400}'..='\u{4dbf}', '\u{4e00}'..='\u{9fff}', '\u{f900}'..='\u{faff}', '\u{20000}'..='\u{3ffff}'] },
    Script { name: "cyrillic",   letters: &['\u{400}'..='\u{52f}', '\u{1c80}'..='\u{1c8f}', '\u{2de0}'..='\u{2dff}', '\u{a640}'..='\u{a69f}'] },
    Script { name: "greek",      letters: &['\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1fff}'] },
    Script { name: "latin",      letters: &['A'..='Z', 'a'..='z', '\u{c0}'..='\u{24f}', '\u{1e00}'..='\u{1eff}'] },
    Script { name: "armenian",   letters: &['\u{530}'..='\u{58f}', '\u{fb13}'..='\u{fb17}'] },
    Script { name: "georgian",   letters: &['\u{10a0}'..='\u{10ff}', '\u{1c90}'..='\u{1cbf}', '\u{2d00}'..='\u{2d2f}'] },
    Script { name: "ethiopic",   letters: &['\u{1200}'..='\u{139f}', '\u{2d80}'..='\u{2ddf}'] },
    Script { name: "devanagari", letters: &['\u{900}'..='\u{97f}', '\u{a8e0}'..='\u{a8ff}'] },
    Script { name: "bengali",    letters: &['\u{980}'..='\u{9ff}'] },
    Script { name: "tamil",      letters: &['\u{b80}'..='\u{bff}'] },
    Script { name: "thai",       letters: &['\u{e00}'..='\u{e7f}'] },
    Script { name: "khmer",      letters: &['\u{1780}'..='\u{17ff}', '\u{19e0}'..='\u{19ff}'] },
];

impl Script {
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SCRIPTS.iter().find(|script| script.name.eq_ignore_ascii_case(name))
    }

    #[must_use]
    pub fn of(letter: char) -> Option<&'static Self> {
        SCRIPTS.iter().find(|script| script.has(letter))
    }

    #[must_use]
    pub fn has(&self, letter: char) -> bool {
        self.letters.iter().any(|letters| letters.contains(&letter))
    }
}

/// Chinese and Japanese letters, with their punctuation.
#[must_use]
pub fn is_written_without_spaces(letter: char) -> bool {
    letter >= '\u{2e80}' && Script::of(letter).is_some_and(|script| matches!(script.name, "han" | "kana"))
}
