//! Places and their addresses.

use crate::text::web::web_address;
use std::fmt;
use std::str::FromStr;

/// Anything that can be looked at. It prints as its address, and an address parses back to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The list of briefings.
    Library,
    /// The keys.
    Help,
    /// The reader's own notes and marks.
    Notes,
    /// The places that were opened last.
    Recent,
    /// What a key can do, by its name.
    Action(String),
    /// A scale with its terms.
    Scale(ScaleName),
    /// The list of themes.
    Themes,
    /// A theme, by its name.
    Theme(String),
    /// An address on the web, in printable ASCII.
    Web(String),
    /// Somewhere in a briefing.
    In {
        /// The briefing's id.
        briefing: String,
        /// Where in it.
        spot: Spot,
    },
}

/// A place within a briefing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The cover.
    Cover,
    /// A section, by its slug.
    Section(String),
    /// The events in order.
    Timeline,
    /// The actors and their ties.
    Actors,
    /// What may come.
    Outlook,
    /// The rival readings.
    Alternatives,
    /// The findings.
    Check,
    /// A short tour.
    Tour,
    /// The only source's text, or the list of sources.
    Sources,
    /// A source's text.
    Source {
        /// The source's id.
        source: String,
        /// The sentence under the cursor, 1-based.
        sentence: Option<usize>,
    },
    /// A sentence's card.
    Sentence {
        /// The source's id.
        source: String,
        /// The sentence's number, 1-based.
        sentence: usize,
    },
    /// The source's text with a passage of a claim lit.
    Passage {
        /// The claim's id.
        claim: String,
        /// Which of its passages, 1-based.
        passage: usize,
    },
    /// An item's page, by its id.
    Item(String),
    /// One side of a judgement, on a page of its own.
    Side {
        /// The judgement's id.
        judgement: String,
        /// Which side.
        side: Side,
    },
    /// This edition beside the one before.
    Change,
    /// A source's text beside what the briefing was written on.
    Drift {
        /// The source's id.
        source: String,
    },
}

/// A side of a judgement that has a page of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// What its confidence rests on.
    Confidence,
    /// What speaks against it.
    Contrary,
    /// Its rival readings by the claims that bear on them.
    Alternatives,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 3] = [Self::Confidence, Self::Contrary, Self::Alternatives];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["confidence", "contrary", "alternatives"][self as usize]
    }
}

/// The scales that have a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScaleName {
    /// Likelihood: the yardsticks.
    Likelihood,
    /// Confidence.
    Confidence,
    /// The Admiralty code.
    Admiralty,
    /// The Traffic Light Protocol.
    Tlp,
}

impl ScaleName {
    /// Every scale.
    pub const ALL: [Self; 4] = [Self::Likelihood, Self::Confidence, Self::Admiralty, Self::Tlp];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["likelihood", "confidence", "admiralty", "tlp"][self as usize]
    }
}

impl Place {
    /// A place in a briefing.
    #[must_use]
    pub fn within(briefing: &str, spot: Spot) -> Self {
        Self::In { briefing: briefing.to_owned(), spot }
    }

    /// The page of an item.
    #[must_use]
    pub fn item(briefing: &str, id: &str) -> Self {
        Self::within(briefing, Spot::Item(id.to_owned()))
    }

    /// The same place in the briefing with another id.
    #[must_use]
    pub fn in_briefing(&self, id: &str) -> Self {
        self.spot().map_or_else(|| self.clone(), |spot| Self::within(id, spot.clone()))
    }

    /// The place that it belongs to, as far as its words tell: a passage's claim, a sentence's source, the cover of all else.
    #[must_use]
    pub fn above(&self) -> Option<Self> {
        let Self::In { briefing, spot } = self else { return None };
        let above = match spot {
            Spot::Cover => return None,
            Spot::Passage { claim: id, .. } | Spot::Side { judgement: id, .. } => Spot::Item(id.clone()),
            Spot::Sentence { source, .. } | Spot::Source { source, sentence: Some(_) } | Spot::Drift { source } => {
                Spot::Source { source: source.clone(), sentence: None }
            }
            Spot::Source { sentence: None, .. } => Spot::Sources,
            _ => Spot::Cover,
        };
        Some(Self::within(briefing, above))
    }

    /// The item that the place is numbered in, and its number there, 1-based: of a sentence its source, of a passage its
    /// claim.
    #[must_use]
    pub fn numbered(&self) -> Option<(Self, usize)> {
        let Self::In { briefing, spot } = self else { return None };
        let (id, number) = match spot {
            Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) } => (source, sentence),
            Spot::Passage { claim, passage } => (claim, passage),
            _ => return None,
        };
        Some((Self::item(briefing, id), *number))
    }

    /// The same with another number, where it has one.
    #[must_use]
    pub fn with_number(&self, number: usize) -> Option<Self> {
        let mut place = self.clone();
        match &mut place {
            Self::In { spot: Spot::Sentence { sentence, .. } | Spot::Source { sentence: Some(sentence), .. }, .. } => *sentence = number,
            Self::In { spot: Spot::Passage { passage, .. }, .. } => *passage = number,
            _ => return None,
        }
        Some(place)
    }

    /// The id of the briefing that it is in.
    #[must_use]
    pub fn briefing(&self) -> Option<&str> {
        match self {
            Self::In { briefing, .. } => Some(briefing),
            _ => None,
        }
    }

    #[must_use]
    pub fn is_cover(&self) -> bool {
        matches!(self, Self::In { spot: Spot::Cover, .. })
    }

    /// The place in a word, its briefing left out: `J1`, `ART:8`, `timeline`.
    #[must_use]
    pub fn short(&self) -> String {
        match self {
            Self::In { spot: Spot::Cover, .. } => "cover".to_owned(),
            Self::In { briefing, .. } => self.to_string().split_off(briefing.len() + 1),
            _ => self.to_string(),
        }
    }

    /// Where in its briefing it is.
    #[must_use]
    pub fn spot(&self) -> Option<&Spot> {
        match self {
            Self::In { spot, .. } => Some(spot),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library => f.write_str("library"),
            Self::Help => f.write_str("help"),
            Self::Notes => f.write_str("notes"),
            Self::Recent => f.write_str("recent"),
            Self::Action(name) => write!(f, "action:{name}"),
            Self::Scale(scale) => write!(f, "scale:{}", scale.name()),
            Self::Themes => f.write_str("themes"),
            Self::Theme(name) => write!(f, "theme:{name}"),
            Self::Web(address) => f.write_str(address),
            Self::In { briefing, spot } => match spot {
                Spot::Cover => f.write_str(briefing),
                Spot::Section(slug) => write!(f, "{briefing}/{slug}"),
                Spot::Timeline => write!(f, "{briefing}/timeline"),
                Spot::Actors => write!(f, "{briefing}/actors"),
                Spot::Outlook => write!(f, "{briefing}/outlook"),
                Spot::Alternatives => write!(f, "{briefing}/alternatives"),
                Spot::Check => write!(f, "{briefing}/check"),
                Spot::Tour => write!(f, "{briefing}/tour"),
                Spot::Sources => write!(f, "{briefing}/source"),
                Spot::Source { source, sentence: None } => write!(f, "{briefing}/source/{source}"),
                Spot::Source { source, sentence: Some(number) } => write!(f, "{briefing}/source/{source}:{number}"),
                Spot::Sentence { source, sentence } => write!(f, "{briefing}#{source}:{sentence}"),
                Spot::Passage { claim, passage } => write!(f, "{briefing}#{claim}:{passage}"),
                Spot::Item(id) => write!(f, "{briefing}#{id}"),
                Spot::Side { judgement, side } => write!(f, "{briefing}#{judgement}:{}", side.name()),
                Spot::Change => write!(f, "{briefing}/change"),
                Spot::Drift { source } => write!(f, "{briefing}/source/{source}/drift"),
            },
        }
    }
}

/// What is no address, and what an address looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAddress(String);

impl NoAddress {
    pub(super) fn new(address: &str) -> Self {
        Self(address.to_owned())
    }
}

impl fmt::Display for NoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no address; expected BRIEFING, BRIEFING/SECTION, BRIEFING#J1, BRIEFING/source/ART:8, scale:likelihood, library or help",
            self.0
        )
    }
}

impl std::error::Error for NoAddress {}

impl FromStr for Place {
    type Err = NoAddress;

    fn from_str(address: &str) -> Result<Self, NoAddress> {
        let wrong = || NoAddress(address.to_owned());
        match address {
            "" => return Err(wrong()),
            "library" => return Ok(Self::Library),
            "help" => return Ok(Self::Help),
            "themes" => return Ok(Self::Themes),
            "notes" => return Ok(Self::Notes),
            "recent" => return Ok(Self::Recent),
            _ => {}
        }
        if let Some(name) = address.strip_prefix("action:").filter(|name| !name.is_empty()) {
            return Ok(Self::Action(name.to_owned()));
        }
        if let Some(name) = address.strip_prefix("theme:") {
            return if name.is_empty() { Err(wrong()) } else { Ok(Self::Theme(name.to_owned())) };
        }
        if let Some(name) = address.strip_prefix("scale:") {
            return ScaleName::ALL.into_iter().find(|scale| scale.name() == name).map(Self::Scale).ok_or_else(wrong);
        }
        if let Some(web) = web_address(address) {
            return Ok(Self::Web(web));
        }
        if let Some((briefing, item)) = address.split_once('#') {
            if briefing.is_empty() {
                return Err(wrong());
            }
            let spot = match item.rsplit_once(':') {
                None if item.is_empty() => return Err(wrong()),
                None => Spot::Item(item.to_owned()),
                Some((id, name)) => {
                    if let Some(side) = Side::ALL.into_iter().find(|side| side.name() == name) {
                        Spot::Side { judgement: id.to_owned(), side }
                    } else {
                        let number = name.parse().map_err(|_| wrong())?;
                        if is_claim(id) {
                            Spot::Passage { claim: id.to_owned(), passage: number }
                        } else {
                            Spot::Sentence { source: id.to_owned(), sentence: number }
                        }
                    }
                }
            };
            return Ok(Self::within(briefing, spot));
        }
        let Some((briefing, rest)) = address.split_once('/') else { return Ok(Self::within(address, Spot::Cover)) };
        if briefing.is_empty() {
            return Err(wrong());
        }
        let spot = match rest {
            "" => return Err(wrong()),
            "cover" => Spot::Cover,
            "timeline" => Spot::Timeline,
            "actors" => Spot::Actors,
            "outlook" => Spot::Outlook,
            "alternatives" => Spot::Alternatives,
            "check" => Spot::Check,
            "tour" => Spot::Tour,
            "change" => Spot::Change,
            "source" => Spot::Sources,
            _ => match rest.strip_prefix("source/") {
                None => Spot::Section(rest.to_owned()),
                Some(source) => match source.rsplit_once(':') {
                    None => match source.strip_suffix("/drift") {
                        Some(source) => Spot::Drift { source: source.to_owned() },
                        None => Spot::Source { source: source.to_owned(), sentence: None },
                    },
                    Some((source, number)) => {
                        Spot::Source { source: source.to_owned(), sentence: Some(number.parse().map_err(|_| wrong())?) }
                    }
                },
            },
        };
        Ok(Self::within(briefing, spot))
    }
}

/// An id of the letter C and a number: a claim's, and no source's.
fn is_claim(id: &str) -> bool {
    id.strip_prefix('C').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_print_and_parse_back() {
        for address in [
            "library",
            "help",
            "notes",
            "recent",
            "scale:likelihood",
            "scale:tlp",
            "https://a.example/x?y#z:8",
            "action:next-hit",
            "themes",
            "theme:high-contrast",
            "a-b",
            "a-b/economics",
            "a-b/timeline",
            "a-b/actors",
            "a-b/outlook",
            "a-b/alternatives",
            "a-b/check",
            "a-b/tour",
            "a-b/source",
            "a-b/source/ART",
            "a-b/source/ART:8",
            "a-b#J1",
            "a-b#ART",
            "a-b#ART:8",
            "a-b#C5:2",
            "a-b#J1:confidence",
            "a-b#J1:contrary",
            "a-b#J1:alternatives",
            "a-b/change",
            "a-b/source/ART/drift",
            "a-b/source/ART/drift/drift",
        ] {
            assert_eq!(address.parse::<Place>().map(|place| place.to_string()), Ok(address.to_owned()));
        }
        assert_eq!("a-b/cover".parse(), Ok(Place::within("a-b", Spot::Cover)));
        for wrong in ["", "#J1", "/x", "a#", "a/", "scale:x", "theme:", "a#ART:x", "a/source/ART:x"] {
            assert!(wrong.parse::<Place>().is_err(), "{wrong}");
        }
    }
}
