//! What the last line says can be done here: only what does something.

use super::{Model, Writing};
use crate::keys::action::Action;
use crate::keys::key::in_ascii;
use crate::page::tabs::title;
use crate::page::{Place, Spot};
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
        if matches!(here.place, Place::In { spot: Spot::Check, .. }) && self.works(Action::Edit) {
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
        if self.neighbour(1).is_some() || self.neighbour(-1).is_some() {
            hint(&[Action::Next, Action::Previous], format!("next, previous {}", self.kind(&here.place)));
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
            Place::Library => "Library".to_owned(),
            Place::Help if self.palette.is_some() => "Actions".to_owned(),
            Place::Help => "Keys".to_owned(),
            Place::Notes => "Notes".to_owned(),
            Place::Action(name) | Place::Theme(name) => name.clone(),
            Place::Recent => "Recent".to_owned(),
            Place::Scale(scale) => scale.name().to_owned(),
            Place::Themes => "Themes".to_owned(),
            Place::Web(_) => "web address".to_owned(),
            Place::In { spot: Spot::Cover, briefing } if self.briefing() != Some(briefing) => briefing.clone(),
            Place::In { spot: Spot::Item(id), .. } => id.clone(),
            Place::In { spot: Spot::Side { judgement, side }, .. } => format!("{judgement} {}", side.name()),
            Place::In { spot: Spot::Drift { source }, .. } => format!("{source} drift"),
            Place::In { spot: Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) }, .. } => {
                format!("{source}:{sentence}")
            }
            Place::In { spot: Spot::Passage { claim, passage }, briefing } => {
                let found = self.sentence_of(briefing, claim, *passage);
                found.map_or_else(|| format!("{claim}:{passage}"), |(source, number)| format!("{source}:{number}"))
            }
            Place::In { briefing, spot } => self.world.entry(briefing).map_or_else(|| place.to_string(), |entry| title(entry, spot)),
        }
    }

    /// The source that a passage stands in, and the number of the sentence that it begins in.
    pub(super) fn sentence_of(&self, briefing: &str, claim: &str, passage: usize) -> Option<(&str, usize)> {
        let resolved = &self.world.entry(briefing)?.resolved;
        let claim = resolved.graph.find(claim)?.index;
        let anchored = resolved.evidence().passages.get(claim)?.get(passage.checked_sub(1)?)?;
        let source = anchored.source?;
        let sentence = resolved.text(source)?.sentences_in(&anchored.anchor.range()?).start;
        Some((&resolved.briefing.sources[source].head.id.value, sentence + 1))
    }

    /// What kind of thing a place shows.
    fn kind(&self, place: &Place) -> &'static str {
        match place {
            Place::In { briefing, spot: Spot::Item(id) | Spot::Side { judgement: id, .. } } => {
                self.world.entry(briefing).and_then(|entry| entry.resolved.graph.find(id)).map_or("item", |item| item.kind.name())
            }
            _ => "sentence",
        }
    }
}
