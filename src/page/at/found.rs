//! What was found of a place in a briefing.

use crate::briefing::grade::source_of;
use crate::briefing::{Item, ItemKind, Number, Resolved};
use crate::library::HeldBriefing;
use crate::page::place::{Place, Side, Spot};

/// A [`Spot`] with 0-based indices for its words: whoever holds one knows that it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    Cover,
    Section(usize),
    Timeline,
    Actors,
    Outlook,
    Alternatives,
    Candidates,
    Check,
    Tour,
    Slide(usize),
    Sources,
    Source {
        source: usize,
        sentence: Option<usize>,
    },
    Sentence {
        source: usize,
        sentence: usize,
    },
    /// The source is there; the quoted words need not be.
    Passage {
        claim: usize,
        passage: usize,
    },
    Item(Item),
    Side {
        judgement: usize,
        side: Side,
    },
    /// Of a claim, an assumption, a source or a judgement.
    IfFalse(Item),
    Change,
    Drift(usize),
}

impl Found {
    /// The place in words: its address, and what links lead to.
    #[must_use]
    pub fn place(self, held: &HeldBriefing) -> Place {
        let briefing = &held.resolved.briefing;
        let source_id = |source: usize| briefing.sources[source].head.id.value.clone();
        let number = |source: usize, index: usize| held.resolved.text(source).and_then(|text| text.number(index)).unwrap_or_default();
        let spot = match self {
            Self::Cover => Spot::Cover,
            Self::Section(section) => Spot::Section(briefing.sections[section].value.clone()),
            Self::Timeline => Spot::Timeline,
            Self::Actors => Spot::Actors,
            Self::Outlook => Spot::Outlook,
            Self::Alternatives => Spot::Alternatives,
            Self::Candidates => Spot::Candidates,
            Self::Check => Spot::Check,
            Self::Tour => Spot::Tour,
            Self::Slide(slide) => Spot::Slide(slide + 1),
            Self::Sources => Spot::Sources,
            Self::Source { source, sentence } => {
                Spot::Source { source: source_id(source), sentence: sentence.map(|index| number(source, index)) }
            }
            Self::Sentence { source, sentence } => Spot::Sentence { source: source_id(source), sentence: number(source, sentence) },
            Self::Passage { claim, passage } => Spot::Passage { claim: briefing.claims[claim].head.id.value.clone(), passage: passage + 1 },
            Self::Item(item) => Spot::Item(briefing.id_of(item).to_owned()),
            Self::Side { judgement, side } => Spot::Side { judgement: briefing.judgements[judgement].head.id.value.clone(), side },
            Self::IfFalse(item) => Spot::IfFalse(briefing.id_of(item).to_owned()),
            Self::Change => Spot::Change,
            Self::Drift(source) => Spot::Drift { source: source_id(source) },
        };
        Place::within(&held.id, spot)
    }

    #[must_use]
    pub fn item(kind: ItemKind, index: usize) -> Self {
        Self::Item(Item { kind, index })
    }

    /// What is numbered in an item: the sentences of a source, the passages of a claim.
    pub fn numbered(self, held: &HeldBriefing) -> impl Iterator<Item = Self> + use<> {
        let count = match self {
            Self::Item(Item { kind: ItemKind::Source, index }) => held.resolved.text(index).map_or(0, |text| text.sentences().len()),
            Self::Item(Item { kind: ItemKind::Claim, index }) => held.resolved.briefing.claims[index].passages.len(),
            _ => 0,
        };
        (0..count).filter_map(move |at| match self {
            Self::Item(Item { kind: ItemKind::Source, index }) => Some(Self::Sentence { source: index, sentence: at }),
            Self::Item(Item { kind: ItemKind::Claim, index }) => Some(Self::Passage { claim: index, passage: at }),
            _ => None,
        })
    }

    /// The place of the same kind that is `by` further in the file: another item, another sentence of the source.
    #[must_use]
    pub fn neighbour(self, held: &HeldBriefing, by: isize) -> Option<Self> {
        let briefing = &held.resolved.briefing;
        let moved = |index: usize, count: usize| index.checked_add_signed(by).filter(|index| *index < count);
        match self {
            Self::Item(Item { kind, index }) => Some(Self::item(kind, moved(index, briefing.count(kind))?)),
            Self::IfFalse(Item { kind, index }) => Some(Self::IfFalse(Item { kind, index: moved(index, briefing.count(kind))? })),
            Self::Side { judgement, side } => Some(Self::Side { judgement: moved(judgement, briefing.judgements.len())?, side }),
            Self::Slide(slide) => Some(Self::Slide(moved(slide, briefing.talk().len())?)),
            Self::Sentence { source, sentence } => {
                let text = held.resolved.text(source)?;
                let Number { kind, of_kind } = text.number(sentence)?;
                Some(Self::Sentence { source, sentence: text.find(Number { kind, of_kind: of_kind.checked_add_signed(by)? })? })
            }
            _ => None,
        }
    }

    /// What the page is about: a side is about its judgement, a source's text about the source. A sentence, a passage
    /// and a view are about themselves.
    #[must_use]
    pub fn subject(self, held: &HeldBriefing) -> Self {
        match self {
            Self::Side { judgement, .. } => Self::item(ItemKind::Judgement, judgement),
            Self::IfFalse(item) => Self::Item(item),
            Self::Source { source, sentence: None } | Self::Drift(source) => Self::item(ItemKind::Source, source),
            Self::Source { source, sentence: Some(sentence) } => Self::Sentence { source, sentence },
            Self::Sources if held.resolved.briefing.sources.len() == 1 => Self::item(ItemKind::Source, 0),
            other => other,
        }
    }

    #[must_use]
    pub fn judgement(self) -> Option<usize> {
        match self {
            Self::Item(Item { kind: ItemKind::Judgement, index })
            | Self::IfFalse(Item { kind: ItemKind::Judgement, index })
            | Self::Side { judgement: index, .. } => Some(index),
            _ => None,
        }
    }

    /// The item of which it can be asked what falls if it is false, or what carries it.
    #[must_use]
    pub fn doubted(self, held: &HeldBriefing) -> Option<Item> {
        match self.claim().map_or_else(|| self.subject(held), |claim| Self::item(ItemKind::Claim, claim)) {
            Self::Item(item) if Resolved::can_be_false(item) || item.kind == ItemKind::Judgement => Some(item),
            _ => None,
        }
    }

    /// The claim that the page is, or shows a passage of.
    #[must_use]
    pub fn claim(self) -> Option<usize> {
        match self {
            Self::Item(Item { kind: ItemKind::Claim, index }) | Self::Passage { claim: index, .. } => Some(index),
            _ => None,
        }
    }

    /// The source and the sentence that the place is, or that its passage begins in; `None` for a passage without an
    /// anchor.
    #[must_use]
    pub fn sentence(self, held: &HeldBriefing) -> Option<(usize, usize)> {
        match self {
            Self::Sentence { source, sentence } | Self::Source { source, sentence: Some(sentence) } => Some((source, sentence)),
            Self::Passage { claim, passage } => {
                let anchored = held.resolved.evidence().passages.get(claim)?.get(passage)?;
                let source = anchored.source?;
                Some((source, held.resolved.text(source)?.sentences_in(&anchored.anchor.range()?).start))
            }
            _ => None,
        }
    }

    /// The source whose whole text is shown.
    #[must_use]
    pub fn text(self, held: &HeldBriefing) -> Option<usize> {
        self.source(held).filter(|_| !matches!(self, Self::Sentence { .. }))
    }

    /// The source whose text is shown, or that the sentence is of.
    #[must_use]
    pub fn source(self, held: &HeldBriefing) -> Option<usize> {
        match self {
            Self::Source { source, .. } | Self::Sentence { source, .. } => Some(source),
            Self::Passage { claim, passage } => {
                let briefing = &held.resolved.briefing;
                source_of(briefing, briefing.claims.get(claim)?.passages.get(passage)?)
            }
            Self::Sources if held.resolved.briefing.sources.len() == 1 => Some(0),
            _ => None,
        }
    }

    /// The words that the place stands for: the text of a sentence, the quote of a passage as the file has it.
    #[must_use]
    pub fn quote(self, held: &HeldBriefing) -> Option<&str> {
        match self {
            Self::Sentence { source, sentence } | Self::Source { source, sentence: Some(sentence) } => {
                let text = held.resolved.text(source)?;
                Some(&text.text()[text.sentences().get(sentence)?.range.clone()])
            }
            Self::Passage { claim, passage } => Some(&held.resolved.briefing.claims.get(claim)?.passages.get(passage)?.exact.value),
            _ => None,
        }
    }
}
