//! Words of sources that an act is about, as the file has them.

use super::candidates::Waiting;
use crate::briefing::Resolved;
use crate::briefing::anchor::Anchoring;
use crate::briefing::context::OFTEN;
use crate::briefing::grade::source_of;
use crate::briefing::model::{Passage, Text};
use crate::briefing::reanchor::{Proposals, Stretch};
use crate::text::fold::alike;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Value, pairs};
use std::ops::Range;

/// Words of a source, so that they are found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The id of the source; `None` where the briefing has one only.
    pub source: Option<String>,
    pub exact: String,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
}

impl From<&Stretch> for Quoted {
    fn from(Stretch { exact, prefix, suffix, .. }: &Stretch) -> Self {
        Self { source: None, exact: exact.clone(), prefix: prefix.clone(), suffix: suffix.clone() }
    }
}

/// Words of sources that an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// At least one.
    pub quotes: Vec<Quoted>,
    /// The candidate that quotes them: it has waited for this.
    pub candidate: Option<Waiting>,
}

impl From<Quoted> for Words {
    fn from(quote: Quoted) -> Self {
        Self { quotes: vec![quote], candidate: None }
    }
}

impl Words {
    /// The candidate that quotes them waits no longer.
    pub(super) fn taken(&self, edit: &mut Edit, root: &Node<'_>) -> Result<(), Refused> {
        self.candidate.as_ref().map_or(Ok(()), |candidate| candidate.drop(edit, root))
    }
}

impl Quoted {
    /// Words of a source, as they are found between two of its bytes; `None` where nothing tells them from the same words
    /// elsewhere, or they do not stand there.
    #[must_use]
    pub fn within(resolved: &Resolved, source: usize, exact: &str, range: &Range<usize>) -> Option<Self> {
        let text = resolved.text(source)?;
        let sources = &resolved.briefing.sources;
        let of = (sources.len() > 1).then(|| sources[source].head.id.value.clone());
        let alone = Self { source: of, exact: exact.to_owned(), prefix: None, suffix: None };
        let places = Anchoring::new(text).places(exact, OFTEN + 1);
        if places.len() == 1 {
            return Some(alone);
        }
        let proposals = Proposals::new(text);
        let here = places.iter().find(|place| place.start >= range.start && place.end <= range.end)?;
        let stretch = Some(proposals.told_apart(here)).filter(|stretch| stretch.anchors)?;
        Some(Self { source: alone.source, ..Self::from(&stretch) })
    }

    /// As a passage is written.
    #[must_use]
    pub fn of(resolved: &Resolved, passage: &Passage) -> Self {
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        let source = source_of(&resolved.briefing, passage).map(|at| resolved.briefing.sources[at].head.id.value.clone());
        let source = source.filter(|_| resolved.briefing.sources.len() > 1);
        Self { source, exact: passage.exact.value.clone(), prefix: text(&passage.prefix), suffix: text(&passage.suffix) }
    }

    /// It is among what stands under `quote`, in whatever quotation marks and dashes.
    pub(super) fn stands_in(&self, node: &Node<'_>) -> bool {
        match &node.value {
            Value::Scalar { text, .. } => self.prefix.is_none() && self.suffix.is_none() && alike(text, &self.exact),
            Value::Sequence(nodes) => nodes.iter().any(|node| self.stands_in(node)),
            Value::Mapping(_) if node.at(&["exact"]).is_some() => {
                let field = |name: &str| node.at(&[name]).and_then(Node::text);
                let beside = [("prefix", &self.prefix), ("suffix", &self.suffix)];
                let is_beside =
                    |(name, own): (&str, &Option<String>)| alike(field(name).unwrap_or_default(), own.as_deref().unwrap_or_default());
                field("exact").is_some_and(|exact| alike(exact, &self.exact)) && beside.into_iter().all(is_beside)
            }
            Value::Mapping(by_source) => {
                let is_own = |source: &Node<'_>| self.source.is_none() || source.text() == self.source.as_deref();
                pairs(by_source).any(|(source, quotes)| is_own(source) && self.stands_in(quotes))
            }
        }
    }

    /// As it stands under `quote`.
    pub(super) fn as_field(&self) -> Value<'_> {
        match &self.source {
            Some(source) => [(source.as_str(), self.alone())].into(),
            None => self.alone(),
        }
    }

    /// Without its source.
    pub(super) fn alone(&self) -> Value<'_> {
        let beside = [("prefix", &self.prefix), ("suffix", &self.suffix)];
        let beside = beside.into_iter().filter_map(|(name, words)| Some((name, words.as_deref()?.into())));
        let fields: Vec<(&str, Value<'_>)> = [("exact", self.exact.as_str().into())].into_iter().chain(beside).collect();
        if fields.len() == 1 { self.exact.as_str().into() } else { fields.into_iter().collect() }
    }
}
