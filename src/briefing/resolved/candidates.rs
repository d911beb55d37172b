//! Where the sentences stand that wait to be taken as claims.

use super::quotes::Finder;
use super::{Anchored, Resolved};
use crate::briefing::graph::LinkKind;
use crate::briefing::model::{Item, ItemKind};
use std::collections::BTreeSet;

impl Resolved {
    /// For each candidate, for each of its passages.
    #[must_use]
    pub fn candidates(&self) -> &[Vec<Anchored>] {
        self.candidates.get_or_init(|| {
            let mut finder = Finder::new(&self.briefing, &self.texts);
            self.briefing.candidates.iter().map(|candidate| finder.all(&candidate.passages)).collect()
        })
    }

    /// The candidates that quote from a source, in the order of the file, each with the sentences that it quotes from.
    pub fn candidates_of(&self, source: usize) -> impl Iterator<Item = (usize, BTreeSet<usize>)> {
        let sentences = move |passage: &Anchored| Some(self.text(source)?.sentences_in(&passage.anchor.range()?));
        let all = self.candidates().iter().enumerate().map(move |(at, passages)| {
            let of_source = passages.iter().filter(|passage| passage.source == Some(source));
            (at, of_source.filter_map(sentences).flatten().collect::<BTreeSet<_>>())
        });
        all.filter(|(_, sentences)| !sentences.is_empty())
    }

    /// Candidates quote the source, and no claim does: nobody has worked through it yet.
    #[must_use]
    pub fn is_waiting(&self, source: usize) -> bool {
        let item = Item { kind: ItemKind::Source, index: source };
        self.graph.origins(item, LinkKind::Quotes).next().is_none()
            && self.candidates().iter().flatten().any(|passage| passage.source == Some(source))
    }
}
