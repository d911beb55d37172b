//! A briefing with the texts of its sources: every quote anchored, every link resolved, every sentence accounted for.

pub mod basis;

use super::anchor::{Anchor, Anchoring};
use super::grade::{Grade, grade, source_of, sources_of};
use super::graph::{Graph, LinkKind};
use super::model::{Briefing, Item, ItemKind, Passage};
use super::pin::{Digest, Pin};
use super::source_text::SourceText;
use crate::text::phrases::names;
use basis::Basis;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Evidence, bases and pins are made when they are first asked for: the bottom line need not wait for them.
#[derive(Debug)]
pub struct Resolved {
    pub briefing: Briefing,
    pub graph: Graph,
    /// For each source its text, or why there is none.
    pub texts: Vec<Result<Arc<SourceText>, String>>,
    evidence: OnceLock<Evidence>,
    /// For each judgement.
    bases: Vec<OnceLock<Basis>>,
    /// For each source.
    pins: OnceLock<Vec<Pin>>,
}

/// Where every quote of a briefing stands in its source, and what became of every sentence.
#[derive(Debug)]
pub struct Evidence {
    /// For each claim, for each of its passages.
    pub passages: Vec<Vec<Anchored>>,
    /// For each source, for each of its sentences.
    pub coverage: Vec<Vec<Coverage>>,
    /// For each source, for each passage set aside.
    pub set_aside: Vec<Vec<Anchor>>,
}

/// A passage of a claim, looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchored {
    /// The index of its source, if the briefing has that source.
    pub source: Option<usize>,
    pub anchor: Anchor,
}

/// What the briefing does with a sentence of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The indices of the claims that quote from it, in the file's order.
    pub claims: Vec<usize>,
    /// The indices of the passages set aside in it.
    pub set_aside: Vec<usize>,
}

impl Coverage {
    /// It is neither claimed nor set aside.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.claims.is_empty() && self.set_aside.is_empty()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
}

impl Resolved {
    /// `file` is the text of the briefing's file.
    #[must_use]
    pub fn new(briefing: Briefing, file: &str, texts: Vec<Result<Arc<SourceText>, String>>) -> Self {
        let graph = Graph::new(&briefing, file);
        let bases = briefing.judgements.iter().map(|_| OnceLock::new()).collect();
        Self { briefing, graph, texts, evidence: OnceLock::new(), bases, pins: OnceLock::new() }
    }

    #[must_use]
    pub fn text(&self, source: usize) -> Option<&SourceText> {
        self.texts.get(source)?.as_deref().ok()
    }

    #[must_use]
    pub fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| Evidence::of(&self.briefing, &self.texts))
    }

    #[must_use]
    pub fn basis(&self, judgement: usize) -> &Basis {
        self.bases[judgement].get_or_init(|| Basis::of(self, judgement))
    }

    /// For each source.
    #[must_use]
    pub fn pins(&self) -> &[Pin] {
        self.pins.get_or_init(|| {
            let sources = self.briefing.sources.iter().enumerate();
            sources.map(|(at, source)| Pin::of(source.sha256.as_ref().and_then(|word| word.value), self.text(at))).collect()
        })
    }

    #[must_use]
    pub fn sources_of(&self, claim: usize) -> BTreeSet<usize> {
        sources_of(&self.briefing, claim)
    }

    /// A source without an `origin` is its own.
    #[must_use]
    pub fn origin(&self, source: usize) -> &str {
        let source = &self.briefing.sources[source];
        source.origin.as_ref().map_or(&source.head.id.value, |origin| &origin.value)
    }

    #[must_use]
    pub fn grade(&self, claim: usize) -> Grade {
        grade(&self.briefing, claim)
    }

    #[must_use]
    pub fn support(&self, judgement: usize) -> Vec<usize> {
        let item = Item { kind: ItemKind::Judgement, index: judgement };
        self.graph.targets(item, LinkKind::RestsOn).map(|claim| claim.index).collect()
    }

    #[must_use]
    pub fn origins(&self, claims: &[usize]) -> BTreeSet<&str> {
        claims.iter().flat_map(|claim| self.sources_of(*claim)).map(|source| self.origin(source)).collect()
    }

    /// The items of a kind that name an actor in their texts, by its name or an `aka`.
    #[must_use]
    pub fn naming(&self, actor: usize, kind: ItemKind) -> Vec<Item> {
        let actor = &self.briefing.actors[actor];
        let own: Vec<&str> = std::iter::once(actor.name()).chain(actor.aka.iter().map(|name| name.value.as_str())).collect();
        let items = (0..self.briefing.count(kind)).map(|index| Item { kind, index });
        items.filter(|item| self.briefing.prose(*item).any(|text| own.iter().any(|name| names(text, name)))).collect()
    }

    /// Changes with what a claim says: with its text, and with its quotes as the file has them.
    #[must_use]
    pub fn claim_digest(&self, claim: usize) -> Digest {
        let claim = &self.briefing.claims[claim];
        let quotes = claim.passages.iter().map(|passage| passage.exact.value.as_str());
        Digest::of_texts(claim.text.as_ref().map(|text| text.value.as_str()).into_iter().chain(quotes))
    }

    /// The words of a claim's passages as the sources write them; of those that are not found, as the file does.
    pub fn quoted(&self, claim: usize) -> impl Iterator<Item = &str> {
        let passages = self.briefing.claims[claim].passages.iter().zip(&self.evidence().passages[claim]);
        passages.map(|(passage, anchored)| {
            let found = anchored.source.and_then(|source| self.text(source)?.text().get(anchored.anchor.range()?));
            found.unwrap_or(&passage.exact.value)
        })
    }
}

impl Evidence {
    #[must_use]
    pub fn of(briefing: &Briefing, texts: &[Result<Arc<SourceText>, String>]) -> Self {
        let mut anchorings: Vec<Option<Anchoring<'_>>> =
            texts.iter().map(|text| text.as_ref().ok().map(|text| Anchoring::new(text))).collect();
        let mut find = |source: Option<usize>, passage: &Passage| match source.and_then(|at| anchorings[at].as_mut()) {
            Some(anchoring) => anchoring.find(passage),
            None => Anchor::NoText,
        };
        let mut passages = Vec::with_capacity(briefing.claims.len());
        for claim in &briefing.claims {
            let anchored = claim.passages.iter().map(|passage| {
                let source = source_of(briefing, passage);
                Anchored { source, anchor: find(source, passage) }
            });
            passages.push(anchored.collect::<Vec<_>>());
        }
        let set_aside: Vec<Vec<Anchor>> = briefing
            .sources
            .iter()
            .enumerate()
            .map(|(at, source)| source.set_aside.iter().map(|aside| find(Some(at), &aside.passage)).collect())
            .collect();
        let coverage = texts
            .iter()
            .enumerate()
            .map(|(at, text)| text.as_ref().map_or_else(|_| Vec::new(), |text| coverage(at, text, &passages, &set_aside[at])))
            .collect();
        Self { passages, coverage, set_aside }
    }

    /// The passages of claims that are found in their sources.
    #[must_use]
    pub fn anchored(&self) -> Share {
        let all = self.passages.iter().flatten();
        Share { part: all.clone().filter(|passage| passage.anchor.range().is_some()).count(), whole: all.count() }
    }

    /// The sentences of a source that are claimed or set aside.
    #[must_use]
    pub fn covered(&self, source: usize) -> Share {
        let sentences = &self.coverage[source];
        Share { part: sentences.iter().filter(|sentence| !sentence.is_open()).count(), whole: sentences.len() }
    }

    #[must_use]
    pub fn covered_in_all(&self) -> Share {
        (0..self.coverage.len())
            .map(|source| self.covered(source))
            .fold(Share::default(), |sum, share| Share { part: sum.part + share.part, whole: sum.whole + share.whole })
    }
}

fn coverage(source: usize, text: &SourceText, passages: &[Vec<Anchored>], set_aside: &[Anchor]) -> Vec<Coverage> {
    let mut sentences = vec![Coverage::default(); text.sentences().len()];
    for (claim, anchored) in passages.iter().enumerate() {
        for passage in anchored.iter().filter(|passage| passage.source == Some(source)) {
            for sentence in passage.anchor.range().into_iter().flat_map(|range| text.sentences_in(&range)) {
                if sentences[sentence].claims.last() != Some(&claim) {
                    sentences[sentence].claims.push(claim);
                }
            }
        }
    }
    for (aside, anchor) in set_aside.iter().enumerate() {
        for sentence in anchor.range().into_iter().flat_map(|range| text.sentences_in(&range)) {
            sentences[sentence].set_aside.push(aside);
        }
    }
    sentences
}
