//! What ids and dates look like, as patterns.

use crate::briefing::model::ItemKind;
use crate::briefing::parse::{RESERVED, VIEWS};

/// Whose id may stand somewhere.
#[derive(Debug, Clone, Copy)]
pub enum Name {
    Any,
    Briefing,
    Section,
    Source,
    Actor,
    /// Of one of these kinds, each of which has a letter.
    Item(&'static [ItemKind]),
}

/// Small letters and digits, in parts joined by hyphens.
const SLUG: &str = "[a-z0-9]+(?:-[a-z0-9]+)*";

impl Name {
    /// The pattern, and what to write where it does not match. `None` where any name fits.
    pub fn pattern(self) -> Option<(String, String)> {
        let slug = "small letters, digits and hyphens";
        Some(match self {
            Self::Any => return None,
            Self::Briefing => (
                format!("^(?!(?:{})$){SLUG}$", RESERVED.join("|")),
                format!("the id of a briefing has {slug}, and is none of: {}", RESERVED.join(", ")),
            ),
            Self::Section => (
                format!("^(?!(?:{})$){SLUG}$", VIEWS.join("|")),
                format!("a section's slug has {slug}, and is none of: {}", VIEWS.join(", ")),
            ),
            Self::Source => (
                format!("^(?![{}][0-9]+$)[A-Z][A-Z0-9-]*$", letters(&ItemKind::ALL)),
                "the id of a source is in capitals, and no item's: ART".to_owned(),
            ),
            Self::Actor => (
                format!("^(?:[A-Z]{{2}}|{SLUG})$"),
                "the id of a state is its ISO code, of any other actor a slug: IR, red-cross".to_owned(),
            ),
            Self::Item([kind]) => {
                let letter = letters(&[*kind]);
                (format!("^{letter}[0-9]+$"), format!("ids here are {letter} and a number: {letter}1"))
            }
            Self::Item(kinds) => {
                let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                (format!("^[{}][0-9]+$", letters(kinds)), format!("write the id of one of: {}", names.join(", ")))
            }
        })
    }

    /// The kinds of item that may have it.
    #[must_use]
    pub fn kinds(self) -> &'static [ItemKind] {
        match self {
            Self::Any => &ItemKind::ALL,
            Self::Briefing | Self::Section => &[],
            Self::Source => &[ItemKind::Source],
            Self::Actor => &[ItemKind::Actor],
            Self::Item(kinds) => kinds,
        }
    }

    /// A YAML reader takes a name such as `2026` for a number.
    pub fn may_be_a_number(self) -> bool {
        matches!(self, Self::Any | Self::Briefing | Self::Section | Self::Actor)
    }
}

fn letters(kinds: &[ItemKind]) -> String {
    kinds.iter().filter_map(|kind| kind.letter()).collect()
}

/// The dates that [`Date::parse`](crate::briefing::Date::parse) reads: a point, or an interval of two that may be open.
pub fn date() -> String {
    // A month, with a day that every month has; then the days that only some have.
    let days = "(?:0[1-9]|1[0-2])(?:-(?:XX|0[1-9]|1[0-9]|2[0-8]))?|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31";
    let leap = "-?(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
    let years = "[0-9]{2}(?:[0-9]X|XX)|Y-?[1-9][0-9]{4,8}";
    let point = format!("(?:-?[0-9]{{4}}(?:-(?:XX(?:-XX)?|2[1-4]|{days}))?|{leap}|{years})[~?%]?");
    format!(r"^(?:(?:\.\.)?/{point}|{point}(?:/(?:\.\.|{point})?)?)$")
}
