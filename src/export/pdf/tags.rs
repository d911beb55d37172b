//! The tree of what is on the pages, for readers aloud.

use crate::export::paper::{Heading, Kind};
use krilla::tagging::{Identifier, ListNumbering, Node, Tag, TagGroup, TagTree};
use std::collections::HashMap;
use std::num::NonZeroU16;

/// Words on a page.
pub type Words = Identifier;

/// The words of each item, and the links on them.
#[derive(Default)]
pub struct Leaves {
    /// In the order in which they were drawn.
    order: Vec<usize>,
    words: HashMap<usize, Vec<(Words, Option<Identifier>)>>,
}

impl Leaves {
    /// Says which place among the words of their item these have.
    pub fn push(&mut self, item: usize, words: Words) -> usize {
        let all = self.words.entry(item).or_insert_with(|| {
            self.order.push(item);
            Vec::new()
        });
        all.push((words, None));
        all.len() - 1
    }

    pub fn link(&mut self, item: usize, words: usize, link: Identifier) {
        if let Some((_, own)) = self.words.get_mut(&item).and_then(|all| all.get_mut(words)) {
            *own = Some(link);
        }
    }

    fn nodes(&mut self, item: usize) -> Vec<Node> {
        let all = self.words.remove(&item).unwrap_or_default();
        let node = |(words, link): (Words, Option<Identifier>)| match link {
            None => Node::from(words),
            Some(link) => TagGroup::with_children(Tag::Link, vec![Node::from(link), Node::from(words)]).into(),
        };
        all.into_iter().map(node).collect()
    }

    /// The tree; rows of a list that follow one another are one list.
    pub fn tree<'p>(mut self, what: impl Fn(usize) -> (What, Kind<'p>, String)) -> TagTree {
        let mut tree = TagTree::new();
        let mut list: Option<(What, TagGroup)> = None;
        for item in std::mem::take(&mut self.order) {
            let (what, kind, plain) = what(item);
            let nodes = self.nodes(item);
            if list.as_ref().is_some_and(|(open, _)| *open != what) {
                tree.children.extend(list.take().map(|(_, group)| group.into()));
            }
            match what {
                What::Piece => tree.push(TagGroup::with_children(tag(kind, plain), nodes)),
                What::Row => {
                    let (_, list) = list.get_or_insert_with(|| (What::Row, TagGroup::new(Tag::L(ListNumbering::None))));
                    if let (Kind::Under, Some(Node::Group(row))) = (kind, list.children.last_mut()) {
                        row.push(TagGroup::with_children(Tag::LBody, nodes));
                    } else {
                        list.push(TagGroup::with_children(Tag::LI, vec![TagGroup::with_children(Tag::LBody, nodes).into()]));
                    }
                }
                What::Listed => {
                    let (_, list) = list.get_or_insert_with(|| (What::Listed, TagGroup::new(Tag::TOC)));
                    list.push(TagGroup::with_children(Tag::TOCI, nodes));
                }
            }
        }
        tree.children.extend(list.map(|(_, group)| group.into()));
        tree
    }
}

/// What an item is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Piece,
    /// Of a list.
    Row,
    /// Of the list of pages.
    Listed,
}

fn tag(kind: Kind<'_>, plain: String) -> krilla::tagging::TagKind {
    let level = match kind {
        Kind::Title => Some(1),
        Kind::Heading(Heading { level, .. }) => Some(u16::from(level)),
        _ => None,
    };
    match (level.and_then(NonZeroU16::new), kind) {
        (Some(level), _) => Tag::Hn(level, Some(plain)).into(),
        (None, Kind::Quote) => Tag::BlockQuote.into(),
        (None, Kind::Figure { .. }) => Tag::Figure(Some(plain)).into(),
        _ => Tag::P.into(),
    }
}
