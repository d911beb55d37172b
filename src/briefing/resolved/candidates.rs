//! Where the sentences stand that wait to be taken as claims.

use super::{Anchored, Resolved};
use crate::briefing::anchor::{Anchor, Anchoring};
use crate::briefing::grade::source_of;
use std::ops::Range;

impl Resolved {
    /// For each candidate, for each of its passages.
    #[must_use]
    pub fn candidates(&self) -> &[Vec<Anchored>] {
        self.candidates.get_or_init(|| {
            let text = |at: usize| self.text(at).map(Anchoring::new);
            let mut anchorings: Vec<Option<Anchoring<'_>>> = (0..self.texts.len()).map(text).collect();
            let candidates = self.briefing.candidates.iter().map(|candidate| {
                let anchored = candidate.passages.iter().map(|passage| {
                    let source = source_of(&self.briefing, passage);
                    let anchoring = source.and_then(|at| anchorings.get_mut(at)?.as_mut());
                    Anchored { source, anchor: anchoring.map_or(Anchor::NoText, |anchoring| anchoring.find(passage)) }
                });
                anchored.collect()
            });
            candidates.collect()
        })
    }

    /// The candidates that quote from a source, each with the sentences that they quote from, in the order of the file.
    pub fn candidates_of(&self, source: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        let of_source = move |passage: &&Anchored| passage.source == Some(source);
        let sentences = move |passage: &Anchored| Some(self.text(source)?.sentences_in(&passage.anchor.range()?));
        let all = self.candidates().iter().enumerate();
        all.flat_map(move |(at, passages)| passages.iter().filter(of_source).filter_map(sentences).map(move |range| (at, range)))
    }

    /// Candidates quote the source, and no claim does: nobody has worked through it yet.
    #[must_use]
    pub fn is_waiting(&self, source: usize) -> bool {
        let briefing = &self.briefing;
        let is_of =
            |passages: &[crate::briefing::model::Passage]| passages.iter().any(|passage| source_of(briefing, passage) == Some(source));
        briefing.candidates.iter().any(|candidate| is_of(&candidate.passages))
            && !briefing.claims.iter().any(|claim| is_of(&claim.passages))
    }
}
