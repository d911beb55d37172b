//! Sources with their sentences, claims with their passages: where they stand, in bytes, code points and units of UTF-16 of
//! the source's text.

use super::words::{Day, Term, text, texts};
use crate::briefing::grade::Grade;
use crate::briefing::model::{Extent, Passage, SetAside, Source};
use crate::briefing::resolved::{Aside, Coverage, Share};
use crate::briefing::scale::{Credibility, Reliability, Vocabulary};
use crate::briefing::source_text::Sentence;
use crate::briefing::{Anchor, Digest, Pin, Resolved, SourceText};
use crate::export::units::{Offsets, Units};
use crate::page::doc::SentenceState;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub struct JsonSource<'a> {
    #[serde(rename = "type")]
    kind: Option<&'a str>,
    title: Option<&'a str>,
    authors: Vec<&'a str>,
    date: Option<Day<'a>>,
    url: Option<&'a str>,
    retrieved: Option<Day<'a>>,
    publisher: Option<&'a str>,
    publication: Option<&'a str>,
    file: Option<&'a str>,
    origin: Option<&'a str>,
    sha256: Option<&'a str>,
    reliability: Option<Term<'a>>,
    descriptor: Option<&'a str>,
    set_aside: Vec<JsonAside<'a>>,
    derived: OfText<'a>,
}

/// `None` everywhere where its text cannot be read, and why.
#[derive(Debug, Serialize)]
struct OfText<'a> {
    unread: Option<&'a str>,
    /// Where its news comes from first: itself, where it does not say.
    origin: &'a str,
    /// Of its file.
    sha256: Option<String>,
    pin: &'static str,
    length: Option<Offsets>,
    covered: Part,
    sentences: Vec<JsonSentence<'a>>,
}

#[derive(Debug, Serialize)]
struct Part {
    part: usize,
    whole: usize,
}

impl From<Share> for Part {
    fn from(Share { part, whole }: Share) -> Self {
        Self { part, whole }
    }
}

/// A sentence, a heading (`H1`) or a row of furniture (`R4`).
#[derive(Debug, Serialize)]
struct JsonSentence<'a> {
    number: String,
    kind: &'static str,
    state: &'static str,
    claims: Vec<&'a str>,
    offsets: Offsets,
}

#[derive(Debug, Serialize)]
struct JsonAside<'a> {
    quote: Option<&'a str>,
    from: Option<&'a str>,
    to: Option<&'a str>,
    heading: Option<&'a str>,
    why: Option<&'a str>,
    offsets: Option<Offsets>,
}

#[derive(Debug, Serialize)]
pub struct JsonClaim<'a> {
    section: Option<&'a str>,
    claim_kind: Option<&'static str>,
    text: Option<&'a str>,
    credibility: Option<Term<'a>>,
    passages: Vec<JsonPassage<'a>>,
    derived: OfClaim,
}

#[derive(Debug, Serialize)]
struct OfClaim {
    grade: Graded,
    /// What an address with a hash begins with.
    sha256: String,
}

/// The best reliability among its sources, and its credibility; `badge` is both, `?` for what is not judged by a word.
#[derive(Debug, Serialize)]
pub struct Graded {
    reliability: Option<&'static str>,
    credibility: Option<&'static str>,
    badge: String,
}

impl Graded {
    pub fn of((reliability, credibility): Grade) -> Self {
        let (reliability, credibility) = (reliability.map(Reliability::word), credibility.map(Credibility::word));
        Self { reliability, credibility, badge: format!("{}{}", reliability.unwrap_or("?"), credibility.unwrap_or("?")) }
    }
}

#[derive(Debug, Serialize)]
struct JsonPassage<'a> {
    source: Option<&'a str>,
    exact: &'a str,
    prefix: Option<&'a str>,
    suffix: Option<&'a str>,
    anchor: &'static str,
    /// As the source writes it.
    found: Option<&'a str>,
    offsets: Option<Offsets>,
    /// All that it touches, whole.
    sentences: Vec<Around<'a>>,
}

#[derive(Debug, Serialize)]
struct Around<'a> {
    number: String,
    text: &'a str,
    offsets: Offsets,
}

impl<'a> JsonSource<'a> {
    pub fn of(resolved: &'a Resolved, units: &[Option<Units<'_>>], at: usize) -> Self {
        let source: &Source = &resolved.briefing.sources[at];
        let units = units[at].as_ref();
        let asides = source.set_aside.iter().zip(&resolved.evidence().set_aside[at]);
        Self {
            kind: text(source.kind.as_ref()),
            title: text(source.title.as_ref()),
            authors: texts(&source.authors),
            date: source.date.as_ref().map(Day::of),
            url: text(source.url.as_ref()),
            retrieved: source.retrieved.as_ref().map(Day::of),
            publisher: text(source.publisher.as_ref()),
            publication: text(source.publication.as_ref()),
            file: text(source.file.as_ref()),
            origin: text(source.origin.as_ref()),
            sha256: source.sha256.as_ref().map(|word| word.text.as_str()),
            reliability: source.reliability.as_ref().map(Term::of),
            descriptor: text(source.descriptor.as_ref()),
            set_aside: asides.map(|(aside, found)| JsonAside::of(aside, found, units)).collect(),
            derived: OfText::of(resolved, at, units),
        }
    }
}

impl<'a> OfText<'a> {
    fn of(resolved: &'a Resolved, at: usize, units: Option<&Units<'_>>) -> Self {
        let sentences = resolved.text(at).zip(units).map_or_else(Vec::new, |(text, units)| {
            let coverage = &resolved.evidence().coverage[at];
            text.sentences()
                .iter()
                .zip(coverage)
                .map(|(sentence, coverage)| JsonSentence::of(resolved, sentence, coverage, units))
                .collect()
        });
        Self {
            unread: resolved.texts[at].as_ref().err().map(String::as_str),
            origin: resolved.origin(at),
            sha256: resolved.text(at).map(|text| Digest::of(text).to_string()),
            pin: pin(&resolved.pins()[at]),
            length: units.map(Units::whole),
            covered: resolved.evidence().covered(at).into(),
            sentences,
        }
    }
}

fn pin(pin: &Pin) -> &'static str {
    match pin {
        Pin::Absent => "absent",
        Pin::NoText => "no text",
        Pin::Unchanged => "unchanged",
        Pin::Changed { .. } => "changed",
    }
}

impl<'a> JsonSentence<'a> {
    fn of(resolved: &'a Resolved, sentence: &Sentence, coverage: &Coverage, units: &Units<'_>) -> Self {
        let state = match coverage {
            Coverage { claims, .. } if !claims.is_empty() => SentenceState::Claimed,
            Coverage { set_aside, .. } if !set_aside.is_empty() => SentenceState::SetAside,
            coverage if coverage.is_open() => SentenceState::Open,
            _ => SentenceState::Free,
        };
        Self {
            number: sentence.number.to_string(),
            kind: sentence.number.kind.name(),
            state: if state == SentenceState::Free { "free" } else { state.word() },
            claims: coverage.claims.iter().map(|claim| resolved.briefing.claims[*claim].head.id.value.as_str()).collect(),
            offsets: units.of(&sentence.range),
        }
    }
}

impl<'a> JsonAside<'a> {
    fn of(aside: &'a SetAside, found: &Aside, units: Option<&Units<'_>>) -> Self {
        let mut json = Self {
            quote: None,
            from: None,
            to: None,
            heading: None,
            why: text(aside.why.as_ref()),
            offsets: found.range.as_ref().zip(units).map(|(range, units)| units.of(range)),
        };
        match &aside.extent {
            Extent::Quote(passage) => json.quote = Some(&passage.exact),
            Extent::Range { from, to } => (json.from, json.to) = (Some(from.exact.as_str()), Some(to.exact.as_str())),
            Extent::Heading(title) => json.heading = Some(title),
        }
        json
    }
}

impl<'a> JsonClaim<'a> {
    pub fn of(resolved: &'a Resolved, units: &[Option<Units<'_>>], at: usize) -> Self {
        let claim = &resolved.briefing.claims[at];
        let passages = claim.passages.iter().zip(&resolved.evidence().passages[at]);
        let passages = passages.map(|(passage, anchored)| {
            let source = anchored.source.map(|source| resolved.briefing.sources[source].head.id.value.as_str());
            let text = anchored.source.and_then(|source| resolved.text(source).zip(units[source].as_ref()));
            JsonPassage::of(passage, source, text, &anchored.anchor)
        });
        Self {
            section: resolved.briefing.sections.get(claim.section).map(|slug| slug.value.as_str()),
            claim_kind: claim.kind.map(Vocabulary::word),
            text: text(claim.text.as_ref()),
            credibility: claim.credibility.as_ref().map(Term::of),
            passages: passages.collect(),
            derived: OfClaim { grade: Graded::of(resolved.grade(at)), sha256: resolved.claim_digest(at).to_string() },
        }
    }
}

impl<'a> JsonPassage<'a> {
    fn of(passage: &'a Passage, source: Option<&'a str>, text: Option<(&'a SourceText, &Units<'_>)>, anchor: &Anchor) -> Self {
        let found = text.zip(anchor.range());
        let around = found.as_ref().map_or_else(Vec::new, |((text, units), range)| {
            let sentences = text.sentences().get(text.sentences_in(range)).unwrap_or_default();
            let around = sentences.iter().map(|sentence| Around {
                number: sentence.number.to_string(),
                text: &text.text()[sentence.range.clone()],
                offsets: units.of(&sentence.range),
            });
            around.collect()
        });
        Self {
            source,
            exact: &passage.exact,
            prefix: self::text(passage.prefix.as_ref()),
            suffix: self::text(passage.suffix.as_ref()),
            anchor: state(anchor),
            offsets: found.as_ref().map(|((_, units), range)| units.of(range)),
            found: found.map(|((text, _), range)| &text.text()[range]),
            sentences: around,
        }
    }
}

fn state(anchor: &Anchor) -> &'static str {
    match anchor {
        Anchor::Found { folded: false, .. } => "found",
        Anchor::Found { folded: true, .. } => "folded",
        Anchor::Missing { .. } => "missing",
        Anchor::OutOfContext { .. } => "out of context",
        Anchor::Ambiguous { .. } => "ambiguous",
        Anchor::NoText => "no text",
    }
}
