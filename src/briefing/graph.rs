//! Every link between the items of a briefing, readable both ways.

use super::model::{Briefing, Item, ItemKind, Reference, Text};
use super::references;
use super::scale::{Direction, Way};
use crate::yaml::spanned::Span;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkKind {
    /// From a judgement to a claim that speaks for its event.
    SpeaksFor,
    /// From a judgement to a claim that speaks against its event.
    SpeaksAgainst,
    /// From a judgement to an assumption.
    Assumes,
    /// From a judgement to a claim that shows what became of it.
    ShownBy,
    /// From an alternative to the judgement that it reads otherwise.
    Reads,
    /// From an alternative to a claim.
    AlternativeFor,
    /// From an alternative to a claim.
    AlternativeAgainst,
    /// From a dissent to a judgement.
    DissentsFrom,
    /// From an indicator to what it makes more likely.
    MovesUp,
    /// From an indicator to what it makes less likely.
    MovesDown,
    /// From an indicator to what it moves, where the file does not say which way.
    Moves,
    /// From a scenario to a judgement whose event happens in it.
    With,
    /// From a scenario to a judgement whose event does not.
    Without,
    /// From a gap to a judgement.
    Limits,
    /// From an event to an actor.
    Involves,
    /// From an event to one that came before it.
    After,
    /// From an event to one that it is a part of.
    During,
    /// From an event to a claim.
    ReportedBy,
    /// From a relationship to an actor.
    TieFrom,
    /// From a relationship to an actor.
    TieTo,
    /// From a relationship to a claim.
    TieReportedBy,
    /// From a person to another actor.
    BelongsTo,
    /// From a claim to a source.
    Quotes,
    /// From any text to the item that it names in brackets.
    Mentions,
}

impl LinkKind {
    /// Its name where programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        [
            "speaks-for",
            "speaks-against",
            "assumes",
            "shown-by",
            "reads",
            "alternative-for",
            "alternative-against",
            "dissents-from",
            "moves-up",
            "moves-down",
            "moves",
            "with",
            "without",
            "limits",
            "involves",
            "after",
            "during",
            "reported-by",
            "tie-from",
            "tie-to",
            "tie-reported-by",
            "belongs-to",
            "quotes",
            "mentions",
        ][self as usize]
    }

    /// From a judgement that points this way to the claims that carry it. An even one rests on both sides.
    #[must_use]
    pub fn carrying(way: Way) -> &'static [Self] {
        match way {
            Way::Below => &[Self::SpeaksAgainst],
            Way::Even => &[Self::SpeaksFor, Self::SpeaksAgainst],
            Way::Above => &[Self::SpeaksFor],
        }
    }

    /// From a judgement that points this way to the claims on its other side. Of an even one each side is the other's.
    #[must_use]
    pub fn contrary(way: Way) -> &'static [Self] {
        match way {
            Way::Below => &[Self::SpeaksFor],
            Way::Even => &[],
            Way::Above => &[Self::SpeaksAgainst],
        }
    }
}

/// It leaves the item whose field holds the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub from: Item,
    pub kind: LinkKind,
    pub to: Item,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling {
    /// The id of the item that refers; empty for the briefing itself.
    pub owner: String,
    /// The id that is referred to.
    pub id: String,
    pub span: Span,
    /// The kinds of item that would fit; empty for a section or where any kind would.
    pub expected: Vec<ItemKind>,
    /// The kind of the item that has the id, where that kind does not fit.
    pub found: Option<ItemKind>,
}

#[derive(Debug, Clone, Default)]
pub struct Graph {
    index: HashMap<String, Item>,
    outgoing: Vec<Link>,
    incoming: Vec<Link>,
    dangling: Vec<Dangling>,
}

impl Graph {
    /// `file` is the text of the briefing's file: references within prose are located in it.
    #[must_use]
    pub fn new(briefing: &Briefing, file: &str) -> Self {
        let mut graph = Self { index: HashMap::with_capacity(briefing.items().count()), ..Self::default() };
        for item in briefing.items() {
            graph.index.entry(briefing.id_of(item).to_owned()).or_insert(item);
        }
        Resolver { briefing, file, graph: &mut graph }.resolve();
        graph.outgoing.sort_by_key(|link| link.from);
        graph.outgoing.dedup();
        graph.drop_needless_mentions();
        graph.incoming = graph.outgoing.clone();
        graph.incoming.sort_by_key(|link| link.to);
        graph
    }

    /// A mention says nothing where a field links the two items already, either way.
    fn drop_needless_mentions(&mut self) {
        let linked = |from: Item, to: Item| self.from(from).iter().any(|link| link.kind != LinkKind::Mentions && link.to == to);
        let needed = |link: &Link| link.kind != LinkKind::Mentions || !(linked(link.from, link.to) || linked(link.to, link.from));
        self.outgoing = self.outgoing.iter().copied().filter(needed).collect();
    }

    #[must_use]
    pub fn find(&self, id: &str) -> Option<Item> {
        self.index.get(id).copied()
    }

    /// The ids of all items, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }

    /// The links that leave an item, in the order of the file.
    #[must_use]
    pub fn from(&self, item: Item) -> &[Link] {
        let start = self.outgoing.partition_point(|link| link.from < item);
        let end = self.outgoing.partition_point(|link| link.from <= item);
        &self.outgoing[start..end]
    }

    /// The links that reach an item, in the order of the items that they leave.
    #[must_use]
    pub fn to(&self, item: Item) -> &[Link] {
        let start = self.incoming.partition_point(|link| link.to < item);
        let end = self.incoming.partition_point(|link| link.to <= item);
        &self.incoming[start..end]
    }

    pub fn targets(&self, item: Item, kind: LinkKind) -> impl Iterator<Item = Item> + '_ {
        self.from(item).iter().filter(move |link| link.kind == kind).map(|link| link.to)
    }

    pub fn origins(&self, item: Item, kind: LinkKind) -> impl Iterator<Item = Item> + '_ {
        self.to(item).iter().filter(move |link| link.kind == kind).map(|link| link.from)
    }

    #[must_use]
    pub fn dangling(&self) -> &[Dangling] {
        &self.dangling
    }
}

struct Resolver<'a> {
    briefing: &'a Briefing,
    file: &'a str,
    graph: &'a mut Graph,
}

impl Resolver<'_> {
    fn resolve(&mut self) {
        let briefing = self.briefing;
        for text in briefing.own_prose() {
            self.prose(None, text, false);
        }
        for item in briefing.items() {
            self.item(item);
            for text in briefing.said(item) {
                self.prose(Some(item), text, true);
            }
            // Why something is accepted bears on nothing, so it links nothing either.
            for (_, why) in briefing.accepted_of(Some(item)) {
                self.prose(Some(item), why, false);
            }
        }
    }

    fn item(&mut self, item: Item) {
        let briefing = self.briefing;
        let at = item.index;
        match item.kind {
            ItemKind::Source | ItemKind::Assumption => {}
            ItemKind::Actor => self.links(item, LinkKind::BelongsTo, &briefing.actors[at].of, &[ItemKind::Actor]),
            ItemKind::Claim => self.claim(item),
            ItemKind::Judgement => {
                let judgement = &briefing.judgements[at];
                self.links(item, LinkKind::SpeaksFor, &judgement.claims, &[ItemKind::Claim]);
                self.links(item, LinkKind::SpeaksAgainst, &judgement.against, &[ItemKind::Claim]);
                self.links(item, LinkKind::Assumes, &judgement.assumptions, &[ItemKind::Assumption]);
                let shown = judgement.outcome.as_ref().map_or(&[][..], |outcome| &outcome.claims);
                self.links(item, LinkKind::ShownBy, shown, &[ItemKind::Claim]);
                self.section(item, judgement.section.as_ref());
            }
            ItemKind::Alternative => {
                let alternative = &briefing.alternatives[at];
                self.links(item, LinkKind::Reads, &alternative.to, &[ItemKind::Judgement]);
                self.links(item, LinkKind::AlternativeFor, &alternative.supports, &[ItemKind::Claim]);
                self.links(item, LinkKind::AlternativeAgainst, &alternative.against, &[ItemKind::Claim]);
            }
            ItemKind::Dissent => self.links(item, LinkKind::DissentsFrom, &briefing.dissents[at].to, &[ItemKind::Judgement]),
            ItemKind::Indicator => {
                let indicator = &briefing.indicators[at];
                for (target, direction) in &indicator.moves {
                    let kind = match direction.value {
                        Some(Direction::Up) => LinkKind::MovesUp,
                        Some(Direction::Down) => LinkKind::MovesDown,
                        None => LinkKind::Moves,
                    };
                    self.links(
                        item,
                        kind,
                        [target],
                        &[ItemKind::Judgement, ItemKind::Alternative, ItemKind::Scenario, ItemKind::Assumption],
                    );
                }
            }
            ItemKind::Scenario => {
                self.links(item, LinkKind::With, &briefing.scenarios[at].with, &[ItemKind::Judgement]);
                self.links(item, LinkKind::Without, &briefing.scenarios[at].without, &[ItemKind::Judgement]);
            }
            ItemKind::Gap => self.links(item, LinkKind::Limits, &briefing.gaps[at].limits, &[ItemKind::Judgement]),
            ItemKind::Event => {
                let event = &briefing.events[at];
                self.links(item, LinkKind::Involves, &event.actors, &[ItemKind::Actor]);
                self.links(item, LinkKind::After, &event.after, &[ItemKind::Event]);
                self.links(item, LinkKind::During, &event.during, &[ItemKind::Event]);
                self.links(item, LinkKind::ReportedBy, &event.claims, &[ItemKind::Claim]);
            }
            ItemKind::Relationship => {
                let tie = &briefing.relationships[at];
                self.links(item, LinkKind::TieFrom, &tie.from, &[ItemKind::Actor]);
                self.links(item, LinkKind::TieTo, &tie.to, &[ItemKind::Actor]);
                self.links(item, LinkKind::TieReportedBy, &tie.claims, &[ItemKind::Claim]);
            }
        }
    }

    fn claim(&mut self, item: Item) {
        let claim = &self.briefing.claims[item.index];
        for passage in &claim.passages {
            match &passage.source {
                Some(source) => self.links(item, LinkKind::Quotes, [source], &[ItemKind::Source]),
                None if self.briefing.sources.len() == 1 => {
                    let to = Item { kind: ItemKind::Source, index: 0 };
                    self.graph.outgoing.push(Link { from: item, kind: LinkKind::Quotes, to });
                }
                None => {}
            }
        }
    }

    fn section(&mut self, item: Item, section: Option<&Reference>) {
        let Some(section) = section else { return };
        if !self.briefing.sections.iter().any(|slug| slug.value == section.value) {
            self.dangle(item, section, &[], None);
        }
    }

    fn links<'r>(&mut self, from: Item, kind: LinkKind, references: impl IntoIterator<Item = &'r Reference>, expected: &[ItemKind]) {
        for reference in references {
            match self.graph.find(reference) {
                Some(to) if expected.contains(&to.kind) => self.graph.outgoing.push(Link { from, kind, to }),
                found => self.dangle(from, reference, expected, found),
            }
        }
    }

    /// The item may be there all the same: something unreadable in the file could be it.
    fn unread(&self, id: &str, expected: &[ItemKind]) -> bool {
        let unread = &self.briefing.unread;
        let letter = id.chars().next().filter(|_| expected.is_empty());
        // A small letter begins the slug of a section, and a section that could not be read is noted as claims.
        let section = letter.is_some_and(char::is_lowercase) && unread.kinds.contains(&ItemKind::Claim);
        section
            || unread.ids.contains(id)
            || unread.kinds.iter().any(|kind| expected.contains(kind) || letter.is_some() && kind.letter() == letter)
    }

    fn dangle(&mut self, from: Item, reference: &Reference, expected: &[ItemKind], found: Option<Item>) {
        if found.is_none() && self.unread(reference, expected) {
            return;
        }
        self.graph.dangling.push(Dangling {
            owner: self.briefing.id_of(from).to_owned(),
            id: reference.value.clone(),
            span: reference.span,
            expected: expected.to_vec(),
            found: found.map(|item| item.kind),
        });
    }

    fn prose(&mut self, from: Option<Item>, text: &Text, links: bool) {
        for (range, id) in references::references(text) {
            match (self.graph.find(id), from) {
                (Some(to), Some(from)) if links && to != from => {
                    self.graph.outgoing.push(Link { from, kind: LinkKind::Mentions, to });
                }
                (Some(_), _) => {}
                (None, _) if self.unread(id, &[]) => {}
                (None, from) => {
                    let span = text.span.of(text, &range, self.file);
                    let owner = from.map_or_else(String::new, |item| self.briefing.id_of(item).to_owned());
                    self.graph.dangling.push(Dangling { owner, id: id.to_owned(), span, expected: Vec::new(), found: None });
                }
            }
        }
    }
}
