//! What the last line says can be done here: only what does something.

use super::{Model, Writing};
use crate::keys::action::Action;
use crate::keys::key::in_ascii;
use crate::page::about::name::{kind, name};
use crate::page::{Found, Place, locate_in};
use crate::settings::Setting;

/// A key, or two, and what they do here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The keys: "J K".
    pub keys: String,
    /// What they do: "next, previous judgement".
    pub words: String,
    /// The actions of the keys, one for each.
    pub actions: Vec<Action>,
}

impl Model {
    /// The hints for where we are.
    #[must_use]
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints = self.hints_here();
        for hint in hints.iter_mut().filter(|_| self.settings.is_on(Setting::Ascii)) {
            hint.keys = in_ascii(&hint.keys);
        }
        hints
    }

    fn hints_here(&self) -> Vec<Hint> {
        let first = self.first_hints();
        let busy = self.marks.is_some() || self.writing.is_some() || self.letters.is_some() || self.selection.is_some();
        if !first.is_empty() && !busy {
            return first;
        }
        let mut hints = Vec::new();
        let mut hint = |keys: &[Action], words: String| {
            let bound = keys.iter().map(|action| (self.keymap.shown(*action), *action)).filter(|(key, _)| !key.is_empty());
            let (keys, actions): (Vec<String>, Vec<Action>) = bound.unzip();
            if !keys.is_empty() {
                hints.push(Hint { keys: keys.join(" "), words, actions });
            }
        };
        if self.writing.is_some() {
            return Writing::hints();
        }
        if self.letters.is_some() {
            hints.push(Hint { keys: "letters".to_owned(), words: "open a link".to_owned(), actions: Vec::new() });
            hints.push(Hint { keys: "Esc".to_owned(), words: "end".to_owned(), actions: vec![Action::Cancel] });
            return hints;
        }
        if self.selection.is_some() {
            hint(&[Action::Copy], "copy".to_owned());
            hint(&[Action::Cite], "copy with citation".to_owned());
            hints.push(Hint { keys: "Esc".to_owned(), words: "end".to_owned(), actions: vec![Action::Cancel] });
            return hints;
        }
        let here = self.trail.here();
        let target = self.shown.as_ref().and_then(|shown| shown.here().target());
        if let Some(target) = target {
            hint(
                &[Action::Open],
                match target {
                    Place::Action(name) => name.clone(),
                    Place::Theme(name) => format!("keep {name}"),
                    _ => format!("open {}", self.name(target)),
                },
            );
        }
        if matches!(locate_in(&self.world, &here.place), Some((_, Found::Check))) && self.works(Action::Edit) {
            hint(&[Action::Edit], "edit".to_owned());
        }
        if let Some(left) = self.trail.left() {
            hint(&[if self.is_in_row() { Action::Back } else { Action::Left }], self.name(&left.place));
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
        hint(&[Action::Search], "search".to_owned());
        if here.place != Place::Help {
            hint(&[Action::Help], "keys".to_owned());
        }
        hints
    }

    /// A place in a word or two, as seen from within its briefing.
    #[must_use]
    pub fn name(&self, place: &Place) -> String {
        match place {
            Place::Help if self.palette.is_some() => "Actions".to_owned(),
            _ => name(&self.world, place, self.briefing()),
        }
    }
}
