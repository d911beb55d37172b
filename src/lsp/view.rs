//! A document as it is now: its text, what it says, and how its bytes are counted.

use super::capabilities::Taken;
use super::documents::{Document, Documents, Host};
use super::positions::{Lines, Units};
use crate::briefing::Resolved;
use crate::library::HeldBriefing;
use crate::yaml::Tree;
use std::cell::OnceCell;

pub struct View<'a> {
    pub document: &'a Document,
    pub held: &'a HeldBriefing,
    pub lines: Lines<'a>,
    pub taken: Taken,
    tree: OnceCell<Tree<'a>>,
}

impl<'a> View<'a> {
    #[must_use]
    pub fn of(documents: &'a Documents, document: &'a Document, host: &Host<'_>, taken: Taken) -> Self {
        let held = documents.held(document, host);
        Self { document, held, lines: document.lines(taken.units), taken, tree: OnceCell::new() }
    }

    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.body()
    }

    #[must_use]
    pub fn tree(&self) -> &Tree<'a> {
        self.tree.get_or_init(|| Tree::read(self.text()))
    }

    #[must_use]
    pub fn resolved(&self) -> &'a Resolved {
        &self.held.resolved
    }

    #[must_use]
    pub fn units(&self) -> Units {
        self.taken.units
    }
}
