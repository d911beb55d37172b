//! Places, in words: what addresses name, and what links lead to.

use super::library_page::Over;
use crate::briefing::{Number, SentenceKind};

/// Anything that can be looked at. It prints as its address, and an address parses back to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    Library,
    Help,
    Notes,
    Recent,
    /// By its name.
    Action(String),
    Scale(ScaleName),
    Themes,
    Theme(String),
    /// An address on the web, in printable ASCII.
    Web(String),
    /// What the whole library is searched for, on one line; empty before anything is typed.
    Search(String),
    /// A saved search, by its name.
    Saved(String),
    /// What the list of the library may be filtered and sorted by.
    Filters,
    /// A filter of the list in the query language: opened, it is set, or taken away again.
    Filter(String),
    /// What the list is sorted by, by its name: opened, it is; a second time, in the opposite order.
    Sort(String),
    /// What the list is grouped by, by its name: opened, it is; a second time, in no groups. Or one of its groups.
    Group(String),
    /// A page over the whole library.
    Over(Over),
    /// A question in plain words, on one line, and what of a briefing bears on it.
    Question {
        briefing: String,
        words: String,
    },
    /// How a place can be handed on.
    Formats(Box<Place>),
    /// A place in a format, by its name.
    Export(String, Box<Place>),
    In {
        briefing: String,
        spot: Spot,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    Cover,
    Section(String),
    Timeline,
    Actors,
    Outlook,
    Alternatives,
    /// What waits to be taken as claims.
    Candidates,
    Check,
    Tour,
    /// Of the talk, 1-based.
    Slide(usize),
    /// The only source's text, or the list of sources.
    Sources,
    Source {
        source: String,
        /// The sentence under the cursor.
        sentence: Option<Number>,
    },
    /// A sentence's card.
    Sentence {
        source: String,
        sentence: Number,
    },
    /// The source's text with a passage of a claim lit.
    Passage {
        claim: String,
        /// 1-based.
        passage: usize,
    },
    Item(String),
    Side {
        judgement: String,
        side: Side,
    },
    /// What falls if a claim, an assumption or a source is false; what carries a judgement.
    IfFalse(String),
    /// This edition beside the one before.
    Change,
    /// A source's text beside what the briefing was written on.
    Drift {
        source: String,
    },
}

/// What stands behind the id of an item in the address of [`Spot::IfFalse`].
pub const IF_FALSE: &str = "if-false";

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
    pub const ALL: [Self; 3] = [Self::Confidence, Self::Contrary, Self::Alternatives];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["confidence", "contrary", "alternatives"][self as usize]
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScaleName {
    Likelihood,
    Confidence,
    Admiralty,
    Marking,
}

impl ScaleName {
    pub const ALL: [Self; 4] = [Self::Likelihood, Self::Confidence, Self::Admiralty, Self::Marking];

    /// Its name in addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["likelihood", "confidence", "admiralty", "marking"][self as usize]
    }
}

impl Place {
    #[must_use]
    pub fn within(briefing: &str, spot: Spot) -> Self {
        Self::In { briefing: briefing.to_owned(), spot }
    }

    #[must_use]
    pub fn item(briefing: &str, id: &str) -> Self {
        Self::within(briefing, Spot::Item(id.to_owned()))
    }

    /// The same place in the briefing with another id.
    #[must_use]
    pub fn in_briefing(&self, id: &str) -> Self {
        match self {
            Self::Question { words, .. } => Self::Question { briefing: id.to_owned(), words: words.clone() },
            _ => self.spot().map_or_else(|| self.clone(), |spot| Self::within(id, spot.clone())),
        }
    }

    /// What it belongs to: the claim of a passage, the source of a sentence, the cover of all else. Its words alone
    /// tell, for this is asked of places that are gone.
    #[must_use]
    pub fn above(&self) -> Option<Self> {
        let Self::In { briefing, spot } = self else { return None };
        let above = match spot {
            Spot::Cover => return None,
            Spot::Passage { claim: id, .. } | Spot::Side { judgement: id, .. } | Spot::IfFalse(id) => Spot::Item(id.clone()),
            Spot::Sentence { source, .. } | Spot::Source { source, sentence: Some(_) } | Spot::Drift { source } => {
                Spot::Source { source: source.clone(), sentence: None }
            }
            Spot::Source { sentence: None, .. } => Spot::Sources,
            _ => Spot::Cover,
        };
        Some(Self::within(briefing, above))
    }

    /// The item that the place is numbered in, and its number there: of a sentence its source, of a passage its claim.
    /// Passages are numbered as sentences are.
    #[must_use]
    pub fn numbered(&self) -> Option<(Self, Number)> {
        let Self::In { briefing, spot } = self else { return None };
        let (id, number) = match spot {
            Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) } => (source, *sentence),
            Spot::Passage { claim, passage } => (claim, Number { kind: SentenceKind::Sentence, of_kind: *passage }),
            _ => return None,
        };
        Some((Self::item(briefing, id), number))
    }

    /// The same with another number; `None` where it has no number.
    #[must_use]
    pub fn with_number(&self, number: Number) -> Option<Self> {
        let mut place = self.clone();
        match &mut place {
            Self::In { spot: Spot::Sentence { sentence, .. } | Spot::Source { sentence: Some(sentence), .. }, .. } => *sentence = number,
            Self::In { spot: Spot::Passage { passage, .. }, .. } => *passage = number.of_kind,
            _ => return None,
        }
        Some(place)
    }

    #[must_use]
    pub fn briefing(&self) -> Option<&str> {
        match self {
            Self::In { briefing, .. } | Self::Question { briefing, .. } => Some(briefing),
            Self::Formats(of) | Self::Export(_, of) => of.briefing(),
            _ => None,
        }
    }

    /// What is there is found by the catalogue.
    #[must_use]
    pub fn is_searched(&self) -> bool {
        matches!(self, Self::Search(_) | Self::Saved(_) | Self::Over(_))
    }

    #[must_use]
    pub fn is_slide(&self) -> bool {
        matches!(self, Self::In { spot: Spot::Slide(_), .. })
    }

    #[must_use]
    pub fn is_cover(&self) -> bool {
        matches!(self, Self::In { spot: Spot::Cover, .. })
    }

    /// It is a page of a whole briefing, and of none of its items.
    #[must_use]
    pub fn is_view(&self) -> bool {
        self.spot().is_some_and(|spot| !matches!(spot, Spot::Item(_))) && self.above().is_some_and(|above| above.is_cover())
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

    #[must_use]
    pub fn spot(&self) -> Option<&Spot> {
        match self {
            Self::In { spot, .. } => Some(spot),
            _ => None,
        }
    }
}
