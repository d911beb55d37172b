//! Markings go upward: who draws on an item draws its marking along.

use super::Resolved;
use super::Word;
use super::claim_marking::{own_marking, together};
use super::graph::{Graph, LinkKind};
use super::model::{Briefing, Item};
use super::scale::marking::portion_mark;
use super::scale::{Marking, Markings};

/// A claim may quote the freer part of a source, which is marked as its narrowest one: it draws a marking only where it has
/// none.
const DRAWN: [LinkKind; 8] = [
    LinkKind::SpeaksFor,
    LinkKind::SpeaksAgainst,
    LinkKind::Assumes,
    LinkKind::ShownBy,
    LinkKind::AlternativeFor,
    LinkKind::AlternativeAgainst,
    LinkKind::ReportedBy,
    LinkKind::TieReportedBy,
];

impl Resolved {
    /// The items that an item says something from, but for the sources of a claim.
    #[must_use]
    pub fn draws_on(&self, item: Item) -> Vec<Item> {
        drawn(&self.graph, item)
    }

    /// The marking of an item itself, else what those come to that it draws on.
    #[must_use]
    pub fn marking_of(&self, item: Item) -> Option<Word<Marking>> {
        marking_in(&self.briefing, &self.graph, item)
    }

    /// `(S//NF)`, to stand before the words of an item; empty where neither it nor what it draws on has a marking of its own.
    #[must_use]
    pub fn portion_of(&self, item: Item) -> String {
        portion_in(&self.briefing, &self.graph, item)
    }
}

fn drawn(graph: &Graph, item: Item) -> Vec<Item> {
    graph.from(item).iter().filter(|link| DRAWN.contains(&link.kind)).map(|link| link.to).collect()
}

fn marking_in(briefing: &Briefing, graph: &Graph, item: Item) -> Option<Word<Marking>> {
    let own = |item: Item| own_marking(briefing, item);
    own(item).or_else(|| {
        let drawn: Vec<Word<Marking>> = drawn(graph, item).into_iter().filter_map(own).collect();
        together(briefing, drawn.iter())
    })
}

/// The same as [`Resolved::portion_of`] of an edition that has no texts.
#[must_use]
pub fn portion_in(briefing: &Briefing, graph: &Graph, item: Item) -> String {
    // What is no marking is shown as it is written, so that it is not taken for none.
    let mark = |word: Word<Marking>| word.value.map_or_else(|| format!("({})", word.text), |marking| portion_mark(marking, &word.text));
    // Nothing is told by a long word in front of each sentence that stands above the page already.
    let is_as_all = |word: &Word<Marking>| {
        let is_tlp = word.value.is_some_and(|marking| marking.markings() == Markings::Tlp);
        let own = briefing.head(item).marking.is_some();
        !own && is_tlp && briefing.marking.as_ref().is_some_and(|all| all.value == word.value)
    };
    marking_in(briefing, graph, item).filter(|word| !is_as_all(word)).map_or_else(String::new, mark)
}
