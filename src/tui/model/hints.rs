//! What the last line says can be done while walking: only what does something.

use super::Model;
use super::hint::Hint;
use crate::keys::action::{Action, Curating};
use crate::page::about::place_names::kind;
use crate::page::{Found, Place, locate_in};

impl Model {
    pub(super) fn walking_hints(&self) -> Vec<Hint> {
        let first = self.first_hints();
        if !first.is_empty() && self.marks.is_none() && !self.moves_map() {
            return first;
        }
        let mut hints = Vec::new();
        if self.moves_map() {
            hints.extend(Hint::of(&self.keymap, &[Action::Left, Action::Down, Action::Up, Action::Right], "move"));
            hints.extend(Hint::of(&self.keymap, &[Action::Nearer, Action::Farther], "zoom"));
            hints.extend(Hint::of(&self.keymap, &[Action::Cancel], "whole map"));
        }
        let mut hint = |actions: &[Action], words: String| hints.extend(Hint::of(&self.keymap, actions, words));
        let here = self.trail.here();
        let target = self.target();
        if let Some(target) = target {
            hint(&[Action::Open], self.opens(target));
        }
        if matches!(locate_in(&self.world, &here.place), Some((_, Found::Check))) && self.works(Action::Edit) {
            hint(&[Action::Edit], "edit".to_owned());
        }
        if self.has_map() && !self.moves_map() {
            hint(&[Action::Nearer, Action::Farther], "map".to_owned());
        }
        let left = || self.trail.left().filter(|_| !self.moves_map()).map(|left| self.name(&left.place));
        if let Some(left) = self.group().map(|_| "groups".to_owned()).or_else(left) {
            hint(&[if self.is_in_row() { Action::Back } else { Action::Left }], left);
        }
        if self.marks.is_some() {
            hint(&[Action::NextHit, Action::PreviousHit], "next, previous hit".to_owned());
        }
        if let Some(place) = self.turned(target) {
            hint(&[Action::Contrary], if self.is_contrary() { self.name(&place) } else { "contrary".to_owned() });
        }
        let found = locate_in(&self.world, &here.place).map(|(_, found)| found);
        if let Some(found) = found.filter(|_| self.neighbour(1).is_some() || self.neighbour(-1).is_some()) {
            hint(&[Action::Next, Action::Previous], format!("next, previous {}", kind(found)));
        }
        if self.has_open() {
            hint(&[Action::NextOpen, Action::PreviousOpen], "next, previous open sentence".to_owned());
        }
        hints.extend(self.curating_hints());
        let mut hint = |actions: &[Action], words: String| hints.extend(Hint::of(&self.keymap, actions, words));
        if let (Some(place), Some(true)) = (self.doubted(None), found.map(|found| found.judgement().is_none())) {
            hint(&[Action::IfFalse], if self.is_doubt() { self.name(&place) } else { "if false".to_owned() });
        }
        if self.alone {
            hint(&[Action::Alone], "columns".to_owned());
        }
        hint(&[Action::Search], "search".to_owned());
        if here.place == Place::Library {
            hint(&[Action::Find], "search all".to_owned());
        }
        if self.lists() {
            hint(&[Action::Filter], "filter, sort".to_owned());
        }
        if here.place != Place::Help {
            hint(&[Action::Help], "keys".to_owned());
        }
        hints
    }

    /// Where the screen is too low for tabs, the key of the list that has them: for who has never been here right behind what Enter
    /// does.
    pub(super) fn put_way_to_tabs(&self, hints: &mut Vec<Hint>) {
        let has_none = self.layout().is_some_and(|layout| layout.tabs.is_none() && !layout.bare);
        let way = Hint::of(&self.keymap, &[Action::Palette], "tabs").filter(|_| has_none && self.lit_tab().is_some());
        let Some(way) = way else { return };
        let is_new = !self.first_hints().is_empty();
        hints.insert(if is_new { hints.len().min(1) } else { hints.len().saturating_sub(1) }, way);
    }

    fn curating_hints(&self) -> Option<Hint> {
        let can = [(Curating::Reanchor, "anchor anew"), (Curating::MakeClaim, "make it a claim")]
            .map(|(act, words)| (Action::Curate(act), words));
        let (action, words) = can.into_iter().find(|(action, _)| self.works(*action))?;
        Hint::of(&self.keymap, &[action], words.to_owned())
    }

    /// What Enter does where it leads to a place.
    pub(super) fn opens(&self, target: &Place) -> String {
        match target {
            Place::Action(name) => name.clone(),
            Place::Theme(name) => format!("keep {name}"),
            Place::Filter(filter) => filter.clone(),
            Place::Sort(name) => format!("by {name}"),
            Place::Group(_) => self.name(target),
            Place::Export(format, _) => format!("write {format}"),
            _ => format!("open {}", self.name(target)),
        }
    }
}
