//! The search of the whole library, which another thread does: what was found before stays on the screen until it has.

use super::{Effect, Mode, Model, Sought};
use crate::page::words::one_line;
use crate::page::{Doc, Place};

impl Model {
    /// What the frame that comes next wants done: however much was typed at once, one search.
    pub fn due(&mut self) -> Vec<Effect> {
        let sought = match (&self.mode, &self.trail.here().place) {
            (Mode::Find(line), _) => Sought { query: one_line(line.text()), is_typed: true },
            (_, Place::Search(query)) => Sought { query: query.clone(), is_typed: false },
            _ => return Vec::new(),
        };
        if self.world.catalogue.is_none() || !self.pages.seek(&sought) {
            return Vec::new();
        }
        vec![Effect::Search(sought)]
    }

    /// Shows what was found, if it is still what is looked for.
    pub(super) fn hear_of_hits(&mut self, sought: &Sought, page: &Doc) {
        if !self.pages.take_hits(sought, page) {
            return;
        }
        if matches!((&self.mode, &self.trail.here().place), (Mode::Find(_), Place::Search(before)) if *before != sought.query) {
            self.trail.replace(Place::Search(sought.query.clone()));
        }
    }
}
