//! To what stands beside where we are: other tabs, other items of the same kind, other sentences.

use super::Model;
use crate::page::about::tabs::{tab_of, tabs};
use crate::page::{Found, Place, locate_in};

impl Model {
    pub(super) fn go_to_tab(&mut self, number: usize) {
        let tab = self.briefing().and_then(|id| {
            let held = self.world.entry(id)?;
            Some(tabs(held).get(number)?.at.place(held))
        });
        match tab {
            Some(place) if place != self.trail.here().place => self.trail.replace(place),
            Some(_) => {}
            None => self.say("There is no such tab here."),
        }
    }

    pub(super) fn turn_tab(&mut self, by: isize) {
        let tab = self.lit_tab().and_then(|(lit, count)| {
            let next = lit.saturating_add_signed(by);
            (next != lit && next < count).then_some(next)
        });
        match tab {
            Some(tab) => self.go_to_tab(tab),
            None => self.say("No further tab."),
        }
    }

    /// The tab that holds where we are, and how many there are.
    pub fn lit_tab(&self) -> Option<(usize, usize)> {
        let place = self.trail.way().rev().find(|place| place.briefing().is_some())?;
        let held = self.world.entry(place.briefing()?)?;
        let lit = locate_in(&self.world, place).map_or(Found::Cover, |(held, found)| tab_of(held, found));
        let tabs = tabs(held);
        Some((tabs.iter().position(|tab| tab.at == lit)?, tabs.len()))
    }

    /// To the next item of the same kind, or the next sentence.
    pub(super) fn turn_item(&mut self, by: isize) {
        match self.neighbour(by) {
            Some(place) => self.trail.replace(place),
            None => self.say("None further."),
        }
    }

    /// The item of the same kind, or the sentence, that is `by` further in the file.
    pub(super) fn neighbour(&self, by: isize) -> Option<Place> {
        let (held, found) = locate_in(&self.world, &self.trail.here().place)?;
        Some(found.neighbour(held, by)?.place(held))
    }
}
