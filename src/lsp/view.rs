//! A document as it is now: its text, what it says, and how its bytes are counted.

use super::documents::{Document, Documents, Host};
use super::lines::{Lines, Units};
use super::offered::Taken;
use crate::briefing::Resolved;
use crate::library::HeldBriefing;
use crate::yaml::Tree;

pub struct View<'a> {
    pub document: &'a Document,
    pub held: &'a HeldBriefing,
    pub lines: Lines<'a>,
    pub taken: Taken,
}

impl<'a> View<'a> {
    #[must_use]
    pub fn of(documents: &'a Documents, document: &'a Document, host: &Host<'_>, taken: Taken) -> Self {
        let held = documents.held(document, host);
        Self { document, held, lines: document.lines(taken.units), taken }
    }

    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.body()
    }

    #[must_use]
    pub fn tree(&self) -> Tree<'a> {
        Tree::read(self.text())
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
