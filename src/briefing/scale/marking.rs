//! Handling markings: who may be shown a briefing, an item, a source. A briefing holds to one vocabulary; none of them says
//! what a word of another is worth.

use super::Vocabulary;
use super::caveats::{Caveats, in_short, together};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A vocabulary of markings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Markings {
    /// Traffic Light Protocol 2.0 (FIRST, August 2022).
    Tlp,
    /// *Government Security Classifications Policy* (UK Cabinet Office, 2023). It sets no portion marks: the initials are ours.
    Uk,
    /// Executive Order 13526 (2009), section 1.2; banner lines and portion marks after the marking booklet of the Information
    /// Security Oversight Office (32 CFR 2001.21). CUI is that of 32 CFR 2002.
    Us,
    /// *Security within NATO*, C-M(2002)49.
    Nato,
    /// Council Decision 2013/488/EU, article 2 and the abbreviations of its annex III. LIMITE is the Council's mark for what is
    /// unclassified and yet not public.
    Eu,
}

impl Vocabulary for Markings {
    fn all() -> &'static [Self] {
        &[Self::Tlp, Self::Uk, Self::Us, Self::Nato, Self::Eu]
    }
    fn word(self) -> &'static str {
        ["tlp", "uk", "us", "nato", "eu"][self as usize]
    }
}

/// What a marking is painted in, on black.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hue {
    White,
    Green,
    Blue,
    Purple,
    Amber,
    Orange,
    Red,
}

impl Hue {
    /// Red, green and blue. White, green, amber and red are those of TLP 2.0; the others are ours.
    #[must_use]
    pub fn colour(self) -> [u8; 3] {
        [
            [0xff, 0xff, 0xff],
            [0x33, 0xff, 0x00],
            [0x66, 0xb2, 0xff],
            [0xd0, 0x9c, 0xff],
            [0xff, 0xc0, 0x00],
            [0xff, 0x95, 0x2b],
            [0xff, 0x2b, 0x2b],
        ][self as usize]
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Row {
    markings: Markings,
    /// As it stands on the first and the last line.
    word: &'static str,
    /// Before the sentence that it is of, in brackets.
    portion: &'static str,
    /// How else people write it.
    synonyms: &'static [&'static str],
    hue: Hue,
    audience: &'static str,
}

#[rustfmt::skip]
const fn row(markings: Markings, word: &'static str, portion: &'static str, synonyms: &'static [&'static str], hue: Hue, audience: &'static str) -> Row {
    Row { markings, word, portion, synonyms, hue, audience }
}

/// In each vocabulary the freest comes first. In the US the colours are those of the forms that lie on top (SF 703 to 705, SF
/// 710, SF 901); the UK, NATO and the EU prescribe none, and theirs rise in the same order.
#[rustfmt::skip]
static ROWS: [Row; 24] = [
    row(Markings::Tlp,  "TLP:CLEAR",        "TLP:CLEAR",        &[], Hue::White, "Anyone: there is no limit on disclosure."),
    row(Markings::Tlp,  "TLP:GREEN",        "TLP:GREEN",        &[], Hue::Green, "The community, but no public channel."),
    row(Markings::Tlp,  "TLP:AMBER",        "TLP:AMBER",        &[], Hue::Amber, "The recipient's organisation and its clients, on a need-to-know basis."),
    row(Markings::Tlp,  "TLP:AMBER+STRICT", "TLP:AMBER+STRICT", &[], Hue::Amber, "The recipient's organisation only, on a need-to-know basis."),
    row(Markings::Tlp,  "TLP:RED",          "TLP:RED",          &[], Hue::Red,   "The named recipients only."),

    row(Markings::Uk,   "OFFICIAL",           "O",  &["UK OFFICIAL"], Hue::White, "Whoever works with it for the government: the routine business of the state."),
    row(Markings::Uk,   "OFFICIAL-SENSITIVE", "OS", &["UK OFFICIAL-SENSITIVE", "OFFICIAL SENSITIVE", "OFFICIAL: SENSITIVE"], Hue::Amber, "Those who need to know: its loss could do moderate damage. No class of its own, but a marking within OFFICIAL."),
    row(Markings::Uk,   "SECRET",             "S",  &["UK SECRET"], Hue::Orange, "Cleared people who need to know: its loss could do serious damage, or cost a life."),
    row(Markings::Uk,   "TOP SECRET",         "TS", &["UK TOP SECRET"], Hue::Red, "Highly cleared people who need to know: its loss could do exceptionally grave damage, or cost many lives."),

    row(Markings::Us,   "UNCLASSIFIED", "U",   &[], Hue::Green, "Whoever may have it by other rules: it is not classified."),
    row(Markings::Us,   "CUI",          "CUI", &["CONTROLLED"], Hue::Purple, "Those with a lawful government purpose: it is not classified, and controlled."),
    row(Markings::Us,   "CONFIDENTIAL", "C",   &[], Hue::Blue, "Cleared people who need to know: its disclosure could do damage to national security."),
    row(Markings::Us,   "SECRET",       "S",   &[], Hue::Red, "Cleared people who need to know: its disclosure could do serious damage to national security."),
    row(Markings::Us,   "TOP SECRET",   "TS",  &[], Hue::Orange, "Cleared people who need to know: its disclosure could do exceptionally grave damage to national security."),

    row(Markings::Nato, "NATO UNCLASSIFIED", "NU",  &[], Hue::White, "Official purposes of NATO: it is not classified, and not public by itself."),
    row(Markings::Nato, "NATO RESTRICTED",   "NR",  &[], Hue::Green, "Those who need to know: its disclosure would be detrimental to NATO."),
    row(Markings::Nato, "NATO CONFIDENTIAL", "NC",  &[], Hue::Blue, "Cleared people who need to know: its disclosure would damage NATO."),
    row(Markings::Nato, "NATO SECRET",       "NS",  &[], Hue::Orange, "Cleared people who need to know: its disclosure would do grave damage to NATO."),
    row(Markings::Nato, "COSMIC TOP SECRET", "CTS", &[], Hue::Red, "Cleared people who need to know: its disclosure would do exceptionally grave damage to NATO."),

    row(Markings::Eu,   "LIMITE",                         "LIMITE",        &["EU LIMITE"], Hue::White, "The institutions and the member states: it is not classified, and not public."),
    row(Markings::Eu,   "RESTREINT UE/EU RESTRICTED",     "R-UE/EU-R",     &["RESTREINT UE", "EU RESTRICTED"], Hue::Green, "Those who need to know: its disclosure could be disadvantageous to the Union or a member state."),
    row(Markings::Eu,   "CONFIDENTIEL UE/EU CONFIDENTIAL", "C-UE/EU-C",    &["CONFIDENTIEL UE", "EU CONFIDENTIAL"], Hue::Blue, "Cleared people who need to know: its disclosure could harm essential interests of the Union or a member state."),
    row(Markings::Eu,   "SECRET UE/EU SECRET",            "S-UE/EU-S",     &["SECRET UE", "EU SECRET"], Hue::Orange, "Cleared people who need to know: its disclosure could seriously harm essential interests of the Union or a member state."),
    row(Markings::Eu,   "TRÈS SECRET UE/EU TOP SECRET",   "TS-UE/EU-TS",   &["TRES SECRET UE/EU TOP SECRET", "TRÈS SECRET UE", "TRES SECRET UE", "EU TOP SECRET"], Hue::Red, "Cleared people who need to know: its disclosure could do exceptionally grave harm to essential interests of the Union or a member state."),
];

/// A word of one vocabulary. Words of two are in no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marking(&'static Row);

impl PartialOrd for Marking {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.markings() == other.markings()).then(|| self.rank().cmp(&other.rank()))
    }
}

impl Markings {
    /// As people know it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["TLP 2.0", "the UK", "the US", "NATO", "the EU"][self as usize]
    }

    #[must_use]
    pub fn standard(self) -> &'static str {
        [
            "Traffic Light Protocol 2.0",
            "UK Government Security Classifications 2023",
            "US Executive Order 13526; CUI, 32 CFR 2002",
            "NATO C-M(2002)49",
            "EU Council Decision 2013/488/EU",
        ][self as usize]
    }

    /// The freest first.
    pub fn terms(self) -> impl Iterator<Item = Marking> {
        ROWS.iter().filter(move |row| row.markings == self).map(Marking)
    }

    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        self.terms().map(Marking::word).collect()
    }

    /// How a marking is written whose caveat does not stand behind `//`: "SECRET//NOFORN" for "SECRET NOFORN".
    #[must_use]
    pub fn with_caveat_apart(self, written: &str) -> Option<String> {
        let written = written.to_uppercase();
        let spellings = self.terms().flat_map(Marking::spellings).filter_map(|word| Some((word, written.strip_prefix(word)?)));
        let (word, rest) = spellings.max_by_key(|(word, _)| word.len())?;
        let caveat = rest.trim_start_matches([' ', '/', ',', ':', '-']);
        (self.has_caveats() && caveat.len() < rest.len() && is_caveat(caveat)).then(|| format!("{word}//{caveat}"))
    }

    /// `TLP:RED`, `NATO SECRET`.
    fn is_named_in_its_words(self) -> bool {
        matches!(self, Self::Tlp | Self::Nato)
    }

    /// What nobody can be told to have less of: where a marking cannot be read, this holds.
    #[must_use]
    pub fn top(self) -> Option<(&'static str, Marking)> {
        let top = self.terms().last()?;
        // Whether other states may have it has not been said either.
        Some((if self == Self::Us { "TOP SECRET//NOFORN" } else { top.word() }, top))
    }

    /// States and their alliances add who else may or may not have it: `SECRET//NOFORN`.
    #[must_use]
    pub fn has_caveats(self) -> bool {
        self != Self::Tlp
    }
}

impl Marking {
    /// The marking that is written so: by its word, by its portion mark, or with caveats behind it.
    #[must_use]
    pub fn on(markings: Markings, written: &str) -> Option<Self> {
        let (word, caveats) = parted(written);
        if caveats.is_some_and(|caveats| !markings.has_caveats() || !is_caveat(caveats)) {
            return None;
        }
        markings.terms().find(|marking| marking.spellings().any(|spelling| spelling == word))
    }

    /// The same in whichever vocabulary has it. Two have the word SECRET: with a caveat that tells of other states it is that
    /// of the US.
    #[must_use]
    pub fn written(written: &str) -> Option<Self> {
        let by_caveats = Caveats::of(parted(written).1).tells_of_others().then_some(&Markings::Us);
        by_caveats.into_iter().chain(Markings::all()).find_map(|markings| Self::on(*markings, written))
    }

    /// What somebody means who wrote what is no marking: in small letters, without the name of its vocabulary, by the word of
    /// TLP 1, or with one slash. `None`: nobody can tell.
    #[must_use]
    pub fn meant(markings: Markings, written: &str) -> Option<Self> {
        let written = written.to_uppercase();
        let word = written.split('/').next().unwrap_or_default().trim();
        let word = if word.trim_start_matches("TLP:") == "WHITE" { "CLEAR" } else { word };
        let short = |spelling: &'static str| spelling.split_once([':', ' ']).map_or(spelling, |(_, rest)| rest);
        let is_so = |spelling: &'static str| spelling == word || markings.is_named_in_its_words() && short(spelling) == word;
        Self::on(markings, &written).or_else(|| markings.terms().find(|marking| marking.spellings().any(is_so)))
    }

    /// The word, and how else it may be written.
    pub fn spellings(self) -> impl Iterator<Item = &'static str> {
        let Row { word, portion, synonyms, .. } = self.0;
        std::iter::once(*word).chain((portion != word).then_some(*portion)).chain(synonyms.iter().copied())
    }

    #[must_use]
    pub fn markings(self) -> Markings {
        self.0.markings
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        self.0.word
    }

    /// Its place in the order of its vocabulary.
    fn rank(self) -> usize {
        self.markings().terms().take_while(|term| *term != self).count()
    }

    /// Without caveats.
    #[must_use]
    pub fn portion(self) -> &'static str {
        self.0.portion
    }

    /// No state keeps it from others: what is not even controlled. The freest words of all others say that it is not public.
    fn is_for_anyone(self) -> bool {
        matches!(self.0.word, "UNCLASSIFIED" | "TLP:CLEAR")
    }

    #[must_use]
    pub fn hue(self) -> Hue {
        self.0.hue
    }

    #[must_use]
    pub fn audience(self) -> &'static str {
        self.0.audience
    }
}

/// A marking as it is written, and the caveats behind it.
fn parted(written: &str) -> (&str, Option<&str>) {
    written.split_once("//").map_or((written, None), |(word, caveats)| (word, Some(caveats)))
}

fn is_caveat(text: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    text.starts_with(is_letter) && text.chars().all(|c| is_letter(c) || " ,/-".contains(c))
}

/// The caveats by which what is marked so is for fewer than what is marked as the other.
#[must_use]
pub fn caveats_beyond<'a>(written: &'a str, other: &'a str) -> Vec<&'a str> {
    Caveats::of(parted(written).1).beyond(&Caveats::of(parted(other).1))
}

/// How a marking stands to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    Yes,
    /// Its word stands above, or it has a caveat that the limit does not carry.
    No,
    /// The limit is for other states, and nobody has said whether they may have it.
    Untold,
}

/// Whether all who may have what is marked as the limit may have what is marked so, both as they are written.
#[must_use]
pub fn within((written, marking): (&str, Marking), (limit, highest): (&str, Marking)) -> Within {
    let is_below = marking.partial_cmp(&highest).is_some_and(Ordering::is_le);
    if !is_below || !caveats_beyond(written, limit).is_empty() {
        return Within::No;
    }
    let (own, of_limit) = (Caveats::of(parted(written).1), Caveats::of(parted(limit).1));
    if of_limit.is_released() && !own.tells_of_others() && !marking.is_for_anyone() { Within::Untold } else { Within::Yes }
}

/// What stands before the sentence that a marking as it is written is of: `(S//NF)`.
#[must_use]
pub fn portion_mark(marking: Marking, written: &str) -> String {
    let portion = marking.portion();
    parted(written).1.map_or_else(|| format!("({portion})"), |caveats| format!("({portion}//{})", in_short(caveats)))
}

/// What stands on the first and the last line for a marking as it is written.
#[must_use]
pub fn banner(marking: Marking, written: &str) -> String {
    parted(written).1.map_or_else(|| marking.word().to_owned(), |caveats| format!("{}//{caveats}", marking.word()))
}

/// Of markings as they are written the narrowest, a word of each vocabulary, with the caveats that hold for all together.
pub fn narrowest<'a>(marked: impl Iterator<Item = (&'a str, Marking)>) -> Vec<(String, Marking)> {
    let mut found: Vec<(Marking, Vec<&str>)> = Vec::new();
    for (written, marking) in marked {
        if !found.iter().any(|(other, _)| other.markings() == marking.markings()) {
            found.push((marking, Vec::new()));
        }
        let Some((narrowest, behind)) = found.iter_mut().find(|(other, _)| other.markings() == marking.markings()) else { continue };
        if *narrowest < marking {
            *narrowest = marking;
        }
        behind.extend(parted(written).1.filter(|caveats| !behind.contains(caveats)));
    }
    let shown = |(marking, behind): (Marking, Vec<&str>)| {
        let caveats = together(&behind);
        (if caveats.is_empty() { marking.word().to_owned() } else { format!("{}//{caveats}", marking.word()) }, marking)
    };
    found.into_iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e16_every_vocabulary_rises_and_no_word_of_it_means_two_things() {
        for markings in Markings::all() {
            let terms: Vec<Marking> = markings.terms().collect();
            assert!(terms.len() >= 4 && terms.windows(2).all(|pair| pair[0] < pair[1]), "{markings:?}");
            for term in terms {
                for spelling in term.spellings() {
                    assert_eq!(Marking::on(*markings, spelling), Some(term), "{spelling}");
                }
            }
        }
    }

    #[test]
    fn words_of_two_vocabularies_are_in_no_order() {
        let (uk, us) = (Marking::on(Markings::Uk, "SECRET"), Marking::on(Markings::Us, "TOP SECRET"));
        assert!(uk.is_some() && us.is_some() && uk != us);
        assert_eq!(uk.partial_cmp(&us), None);
    }

    #[test]
    fn caveats_stand_behind_the_markings_of_states_and_not_behind_those_of_tlp() {
        let on = |markings, text| Marking::on(markings, text).map(Marking::word);
        assert_eq!(on(Markings::Us, "SECRET//NOFORN"), Some("SECRET"));
        assert_eq!(on(Markings::Us, "TS//SI/TK//REL TO USA, FVEY"), Some("TOP SECRET"));
        for wrong in ["SECRET//", "SECRET//noforn", "SECRET/NOFORN", "SECRETNOFORN"] {
            assert_eq!(on(Markings::Us, wrong), None, "{wrong}");
        }
        assert_eq!(on(Markings::Tlp, "TLP:RED//NOFORN"), None);
        let marking = Marking::on(Markings::Us, "S//NOFORN").expect("a marking");
        assert_eq!((portion_mark(marking, "S//NOFORN").as_str(), banner(marking, "S//NOFORN").as_str()), ("(S//NF)", "SECRET//NOFORN"));
    }

    #[test]
    fn e16_a_word_of_two_vocabularies_is_that_of_its_caveats() {
        let of = |text| Marking::written(text).map(Marking::markings);
        assert_eq!(of("SECRET//NOFORN"), Some(Markings::Us));
        assert_eq!((of("SECRET"), of("NATO SECRET//REL TO SWE")), (Some(Markings::Uk), Some(Markings::Nato)));
    }

    #[test]
    fn e22_a_limit_has_caveats_too() {
        let us = |text: &'static str| (text, Marking::on(Markings::Us, text).expect("a marking"));
        for (marked, limit, said) in [
            ("CONFIDENTIAL//NOFORN", "CONFIDENTIAL//REL TO USA, GBR", Within::No),
            ("CONFIDENTIAL//NOFORN", "SECRET", Within::No),
            ("C//NF", "SECRET//NOFORN", Within::Yes),
            ("CONFIDENTIAL//REL TO USA, GBR", "C//REL TO USA, GBR", Within::Yes),
            ("CONFIDENTIAL//REL TO USA, GBR", "CONFIDENTIAL", Within::No),
            ("CONFIDENTIAL", "CONFIDENTIAL//REL TO USA, GBR", Within::Untold),
            ("U", "CONFIDENTIAL//REL TO USA, GBR", Within::Yes),
            ("CONFIDENTIAL//ORCON", "CONFIDENTIAL//NOFORN", Within::No),
            ("SECRET", "CONFIDENTIAL", Within::No),
        ] {
            assert_eq!(within(us(marked), us(limit)), said, "{marked} within {limit}");
        }
        let together = |all: &[&'static str]| narrowest(all.iter().map(|text| us(text))).remove(0).0;
        assert_eq!(together(&["CONFIDENTIAL//NOFORN", "SECRET//REL TO USA, GBR"]), "SECRET//NOFORN");
        assert_eq!(together(&["C//REL TO USA, AUS, GBR", "C//REL TO USA, GBR, NZL"]), "CONFIDENTIAL//REL TO USA, GBR");
    }
}
