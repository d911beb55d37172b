//! To what stands beside where we are: other tabs, other items of the same kind, other sentences.

use super::Model;
use crate::page::tabs::{holder, tabs};
use crate::page::{Place, Spot};

impl Model {
    pub(super) fn go_to_tab(&mut self, number: usize) {
        let tab = self.briefing().and_then(|id| {
            let tabs = tabs(self.world.entry(id)?);
            Some(Place::within(id, tabs.get(number)?.spot.clone()))
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
        let id = self.briefing()?;
        let spot = self.trail.places().rev().find_map(Place::spot)?;
        let entry = self.world.entry(id)?;
        let tabs = tabs(entry);
        let holder = holder(entry, spot);
        Some((tabs.iter().position(|tab| tab.spot == holder)?, tabs.len()))
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
        let Place::In { briefing, spot } = &self.trail.here().place else { return None };
        let resolved = &self.world.entry(briefing)?.resolved;
        let spot = match spot {
            Spot::Item(id) => {
                let mut item = resolved.graph.find(id)?;
                item.index = item.index.checked_add_signed(by).filter(|index| *index < resolved.briefing.count(item.kind))?;
                Spot::Item(resolved.briefing.id_of(item).to_owned())
            }
            Spot::Side { judgement, side } => {
                let index = resolved.graph.find(judgement)?.index.checked_add_signed(by)?;
                Spot::Side { judgement: resolved.briefing.judgements.get(index)?.head.id.value.clone(), side: *side }
            }
            Spot::Sentence { source, sentence } => {
                let index = resolved.graph.find(source)?.index;
                let count = resolved.evidence().coverage.get(index)?.len();
                let sentence = sentence.checked_add_signed(by).filter(|number| (1..=count).contains(number))?;
                Spot::Sentence { source: source.clone(), sentence }
            }
            _ => return None,
        };
        Some(Place::within(briefing, spot))
    }
}
