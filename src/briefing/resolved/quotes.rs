//! Every passage that a briefing quotes, whoever quotes it, with its place in the source.

use super::{Anchored, Resolved};
use crate::briefing::anchor::{Anchor, Anchoring};
use crate::briefing::grade::source_of;
use crate::briefing::model::{Briefing, Passage};
use crate::briefing::source_text::SourceText;
use crate::yaml::spanned::Span;
use std::sync::Arc;

#[derive(Debug, Clone, Copy)]
pub struct Quote<'a> {
    pub by: By,
    pub passage: &'a Passage,
    /// The index of its source, if the briefing has that source.
    pub source: Option<usize>,
    pub anchor: &'a Anchor,
}

impl Quote<'_> {
    /// Where the file has its words.
    #[must_use]
    pub fn span(&self) -> Span {
        self.passage.exact.span
    }
}

/// Who quotes it, by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Claim(usize),
    Candidate(usize),
    /// A source that sets it aside.
    Source(usize),
}

impl By {
    /// Of the claim or the source; empty for a candidate.
    #[must_use]
    pub fn id(self, briefing: &Briefing) -> &str {
        match self {
            Self::Claim(at) => &briefing.claims[at].head.id.value,
            Self::Candidate(_) => "",
            Self::Source(at) => &briefing.sources[at].head.id.value,
        }
    }

    /// All passages of the claim or candidate; none where it was set aside.
    #[must_use]
    pub fn passages(self, briefing: &Briefing) -> &[Passage] {
        match self {
            Self::Claim(at) => &briefing.claims[at].passages,
            Self::Candidate(at) => &briefing.candidates[at].passages,
            Self::Source(_) => &[],
        }
    }
}

impl Resolved {
    /// The passages of a source that do not stand at one place in it.
    pub fn lost(&self, source: usize) -> impl Iterator<Item = Quote<'_>> {
        self.quotes().filter(move |quote| quote.source == Some(source) && quote.anchor.range().is_none())
    }

    /// The passages of claims, then of candidates, then those set aside.
    pub fn quotes(&self) -> impl Iterator<Item = Quote<'_>> {
        let (briefing, evidence) = (&self.briefing, self.evidence());
        let claims = evidence.passages.iter().enumerate().map(|(at, anchored)| (By::Claim(at), anchored));
        let candidates = self.candidates().iter().enumerate().map(|(at, anchored)| (By::Candidate(at), anchored));
        let in_passages = claims.chain(candidates).flat_map(|(by, anchored)| {
            let pairs = by.passages(briefing).iter().zip(anchored);
            pairs.map(move |(passage, anchored)| Quote { by, passage, source: anchored.source, anchor: &anchored.anchor })
        });
        let set_aside = briefing.sources.iter().zip(&evidence.set_aside).enumerate().flat_map(|(at, (source, found))| {
            let pairs = source.set_aside.iter().zip(found).flat_map(|(aside, found)| aside.passages().into_iter().zip(&found.anchors));
            pairs.map(move |(passage, anchor)| Quote { by: By::Source(at), passage, source: Some(at), anchor })
        });
        in_passages.chain(set_aside)
    }
}

/// Finds passages in the sources that have a text.
pub(super) struct Finder<'a> {
    briefing: &'a Briefing,
    anchorings: Vec<Option<Anchoring<'a>>>,
}

impl<'a> Finder<'a> {
    pub fn new(briefing: &'a Briefing, texts: &'a [Result<Arc<SourceText>, String>]) -> Self {
        Self { briefing, anchorings: texts.iter().map(|text| text.as_deref().ok().map(Anchoring::new)).collect() }
    }

    pub fn find(&mut self, source: Option<usize>, passage: &Passage) -> Anchor {
        let anchoring = source.and_then(|at| self.anchorings.get_mut(at)?.as_mut());
        anchoring.map_or(Anchor::NoText, |anchoring| anchoring.find(passage))
    }

    /// Each in the source that it names.
    pub fn all(&mut self, passages: &[Passage]) -> Vec<Anchored> {
        let anchored = passages.iter().map(|passage| {
            let source = source_of(self.briefing, passage);
            Anchored { source, anchor: self.find(source, passage) }
        });
        anchored.collect()
    }
}
