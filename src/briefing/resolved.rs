//! A briefing with the texts of its sources: every quote anchored, every link resolved, every sentence accounted for.

pub mod basis;
mod candidates;
pub mod coverage;
mod quotes;

use super::anchor::Anchor;
use super::grade::{Grade, grade, sources_of};
use super::graph::Graph;
use super::model::{Briefing, Extent, Item, ItemKind, Passage};
use super::pin::{Digest, Pin};
use super::scale::Mode;
use super::source_text::{SentenceKind, SourceText};
use crate::text::fold::{Folded, Folding};
use crate::text::phrases::names;
use basis::Basis;
pub use coverage::Coverage;
use coverage::coverage;
use quotes::Finder;
pub use quotes::{By, Quote};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// Evidence, bases and pins are made when they are first asked for: the bottom line need not wait for them.
#[derive(Debug)]
pub struct Resolved {
    pub briefing: Briefing,
    pub graph: Graph,
    /// For each source its text, or why there is none.
    pub texts: Vec<Result<Arc<SourceText>, String>>,
    evidence: OnceLock<Evidence>,
    /// For each candidate, for each of its passages. There may be a thousand, and most pages show none.
    pub(super) candidates: OnceLock<Vec<Vec<Anchored>>>,
    /// For each judgement.
    bases: Vec<OnceLock<Basis>>,
    /// For each event, and for each tie.
    pub(super) carried: [Vec<OnceLock<Carried>>; 2],
    /// For each source.
    pins: OnceLock<Vec<Pin>>,
}

/// The firmest mode that claims carry, and the first of them that does.
pub(super) type Carried = Option<(Mode, usize)>;

/// Where every quote of a briefing stands in its source, and what became of every sentence.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// For each claim, for each of its passages.
    pub passages: Vec<Vec<Anchored>>,
    /// For each source, for each of its sentences.
    pub coverage: Vec<Vec<Coverage>>,
    /// For each source, how many of its sentences are claimed or set aside.
    covered: Vec<Share>,
    /// For each source, for each part of it that is set aside.
    pub set_aside: Vec<Vec<Aside>>,
}

/// A part of a source that is set aside, looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Of each of its [`passages`](super::model::SetAside::passages).
    pub anchors: Vec<Anchor>,
    /// `None` where its words are not found, or end before they begin.
    pub range: Option<Range<usize>>,
}

/// A passage of a claim, looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchored {
    /// The index of its source, if the briefing has that source.
    pub source: Option<usize>,
    pub anchor: Anchor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    pub part: usize,
    pub whole: usize,
}

impl Share {
    fn plus(self, other: Self) -> Self {
        Self { part: self.part + other.part, whole: self.whole + other.whole }
    }
}

impl Resolved {
    /// `file` is the text of the briefing's file.
    #[must_use]
    pub fn new(briefing: Briefing, file: &str, texts: Vec<Result<Arc<SourceText>, String>>) -> Self {
        let graph = Graph::new(&briefing, file);
        let bases = briefing.judgements.iter().map(|_| OnceLock::new()).collect();
        let carried = [briefing.events.len(), briefing.relationships.len()].map(|count| (0..count).map(|_| OnceLock::new()).collect());
        Self { briefing, graph, texts, evidence: OnceLock::new(), candidates: OnceLock::new(), bases, carried, pins: OnceLock::new() }
    }

    /// The same without what waits to be taken as claims. No quote of a claim has to be looked for again.
    #[must_use]
    pub fn without_candidates(&self, file: &str) -> Self {
        let mut briefing = self.briefing.clone();
        briefing.candidates.clear();
        let evidence = self.evidence.get().cloned().map_or_else(OnceLock::new, OnceLock::from);
        Self { evidence, ..Self::new(briefing, file, self.texts.clone()) }
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
    pub fn origins(&self, claims: &[usize]) -> BTreeSet<&str> {
        claims.iter().flat_map(|claim| self.sources_of(*claim)).map(|source| self.origin(source)).collect()
    }

    /// The items of a kind that name an actor in their texts, by its name or an `aka`.
    #[must_use]
    pub fn naming(&self, actor: usize, kind: ItemKind) -> Vec<Item> {
        let items = (0..self.briefing.count(kind)).map(|index| Item { kind, index });
        items.filter(|item| self.briefing.said(*item).any(|text| self.is_named(actor, text))).collect()
    }

    #[must_use]
    pub fn is_named(&self, actor: usize, text: &str) -> bool {
        let actor = &self.briefing.actors[actor];
        let mut own = std::iter::once(actor.name()).chain(actor.aka.iter().map(|name| name.value.as_str()));
        own.any(|name| names(text, name))
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
        let mut finder = Finder::new(briefing, texts);
        let passages: Vec<Vec<Anchored>> = briefing.claims.iter().map(|claim| finder.all(&claim.passages)).collect();
        let mut aside = |at: usize, extent: &Extent, passages: Vec<&Passage>| {
            let anchors: Vec<Anchor> = passages.into_iter().map(|passage| finder.find(Some(at), passage)).collect();
            let text = texts.get(at).and_then(|text| text.as_deref().ok());
            Aside { range: text.and_then(|text| extent_in(text, extent, &anchors)), anchors }
        };
        let sources = briefing.sources.iter().enumerate();
        let set_aside: Vec<Vec<Aside>> =
            sources.map(|(at, source)| source.set_aside.iter().map(|one| aside(at, &one.extent, one.passages())).collect()).collect();
        let coverage: Vec<Vec<Coverage>> = texts
            .iter()
            .enumerate()
            .map(|(at, text)| text.as_ref().map_or_else(|_| Vec::new(), |text| coverage(at, text, &passages, &set_aside[at])))
            .collect();
        let covered = coverage.iter().map(|sentences| accounted_for(sentences)).collect();
        Self { passages, coverage, covered, set_aside }
    }

    /// The passages of claims that are found in their sources.
    #[must_use]
    pub fn anchored(&self) -> Share {
        let all = self.passages.iter().flatten();
        Share { part: all.clone().filter(|passage| passage.anchor.range().is_some()).count(), whole: all.count() }
    }

    /// The claims that quote words between two bytes of a source.
    pub fn claims_in(&self, source: usize, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let is_in = move |passage: &Anchored| {
            passage.source == Some(source) && passage.anchor.range().is_some_and(|quoted| overlap(&quoted, range))
        };
        self.passages.iter().enumerate().filter(move |(_, passages)| passages.iter().any(is_in)).map(|(claim, _)| claim)
    }

    /// Words between two bytes of a source are set aside.
    #[must_use]
    pub fn is_aside(&self, source: usize, range: &Range<usize>) -> bool {
        self.set_aside[source].iter().filter_map(|aside| aside.range.as_ref()).any(|aside| overlap(aside, range))
    }

    /// The sentences of a source that are claimed or set aside.
    #[must_use]
    pub fn covered(&self, source: usize) -> Share {
        self.covered[source]
    }

    /// The letters and digits of a source's sentences that are quoted or set aside.
    #[must_use]
    pub fn letters(&self, source: usize) -> Share {
        self.coverage[source].iter().map(|sentence| sentence.letters).fold(Share::default(), Share::plus)
    }

    #[must_use]
    pub fn covered_in_all(&self) -> Share {
        self.covered.iter().copied().fold(Share::default(), Share::plus)
    }
}

fn accounted_for(sentences: &[Coverage]) -> Share {
    let due = || sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Sentence);
    Share { part: due().filter(|sentence| !sentence.is_open()).count(), whole: due().count() }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The bytes that are set aside.
fn extent_in(text: &SourceText, extent: &Extent, anchors: &[Anchor]) -> Option<Range<usize>> {
    match (extent, anchors) {
        (Extent::Heading(title), _) => match headings_called(text, title).as_slice() {
            [heading] => Some(text.section(*heading)),
            _ => None,
        },
        (_, [only]) => only.range(),
        (_, [from, to]) => {
            let (from, to) = (from.range()?, to.range()?);
            (from.start < to.end).then_some(from.start..to.end)
        }
        _ => None,
    }
}

/// The headings with a title, by their indices. Typography does not count.
#[must_use]
pub fn headings_called(text: &SourceText, title: &str) -> Vec<usize> {
    let plain = |words: &str| Folded::new(words.trim(), Folding::Typography).as_str().to_owned();
    let title = plain(title);
    let headings = text.sentences().iter().enumerate().filter(|(_, one)| one.number.kind == SentenceKind::Heading);
    headings.filter(|(_, one)| plain(&text.text()[one.range.clone()]) == title).map(|(at, _)| at).collect()
}
