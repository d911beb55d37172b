//! Curating: from the cursor or a selection to a form, from the form to an act on the briefing's file, and back again.

mod changing;
mod drafting;
mod drifting;
mod quoting;
mod undo;

use super::mode::{Field, Form, Mode};
use super::{Effect, Model};
use crate::acts::changes::Choice;
use crate::acts::curate::{Act, Done, done};
use crate::acts::file::Rewrite;
use crate::briefing::model::ItemKind;
use crate::keys::action::Action;
use crate::library::HeldBriefing;
use drifting::Reanchor;

const BUILT_IN: &str = "This briefing is in no file that can be changed.";

/// What a form changes, by names: the file may be read anew while it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The id of the briefing.
    pub briefing: String,
    /// `None` where it is the briefing itself.
    pub item: Option<(ItemKind, String)>,
}

/// What was done to files since the program began.
#[derive(Debug, Default)]
pub struct Curated {
    /// The section that the last claim went into.
    section: Option<String>,
    /// The claim that was made or added to last.
    claim: Option<String>,
    /// The last is the newest.
    acts: Vec<Rewrite>,
}

impl Subject {
    fn of(held: &HeldBriefing) -> Self {
        Self { briefing: held.id.clone(), item: None }
    }

    /// Empty where it is the briefing.
    fn id(&self) -> &str {
        self.item.as_ref().map_or("", |(_, id)| id)
    }
}

impl Model {
    pub(super) fn curate(&mut self, action: Action) -> Vec<Effect> {
        let form = match action {
            Action::Undo => return self.undo(),
            Action::Draft => return self.draft(),
            Action::KeepOld => return self.keep_old(),
            Action::Reanchor => match self.reanchor() {
                Ok(Reanchor::At(subject, act, said)) => return self.do_act(&subject, &act, &said),
                Ok(Reanchor::Which(form)) => Ok(form),
                Ok(Reanchor::Shown(stop)) => {
                    if let Some(here) = self.here() {
                        self.stand_on(&here, stop);
                    }
                    return Vec::new();
                }
                Err(why) => Err(why),
            },
            Action::Change => self.change_asked(),
            _ => {
                let selection = if let Mode::Select(selection) = &self.mode { Some(selection.clone()) } else { None };
                let selected = selection.and_then(|selection| Some((self.place_of(&selection), self.selected(&selection)?)));
                self.quoting_asked(action, selected.as_ref())
            }
        };
        match form {
            Ok(form) => self.begin(Mode::Form(Box::new(form))),
            Err(why) => self.say(why),
        }
        Vec::new()
    }

    fn is_changeable(&self, held: &HeldBriefing) -> bool {
        self.world.library.on_disk(held).is_some()
    }

    fn do_act(&mut self, subject: &Subject, act: &Act, said: &str) -> Vec<Effect> {
        let held = self.world.entry(&subject.briefing);
        let Some((held, file)) = held.and_then(|held| Some((held, self.world.library.on_disk(held)?))) else {
            self.say(&format!("Nothing was changed: {} is no longer there.", subject.briefing));
            return Vec::new();
        };
        let before = held.file.to_string();
        match done(&before, act) {
            Ok(Done { text, subject }) => {
                if matches!(act, Act::Claim { .. } | Act::AddWords { .. }) {
                    self.curated.claim = Some(subject.clone());
                }
                let said = if subject.is_empty() { format!("The briefing {said}") } else { format!("{subject} {said}") };
                vec![Effect::Change(Box::new(Rewrite { file, before, after: text, said, is_undo: false }))]
            }
            Err(why) => {
                self.say(&format!("Nothing was changed: {why}."));
                Vec::new()
            }
        }
    }
}

impl Field {
    /// One of these, at first the first.
    fn chosen(label: &'static str, choices: Vec<Choice>) -> Self {
        let value = choices.first().map_or_else(String::new, |choice| choice.word.clone());
        Self { label, choices, value, ..Self::default() }
    }

    /// Any words.
    fn said(label: &'static str, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), ..Self::default() }
    }
}

impl Form {
    fn owned(&self, label: &str) -> String {
        self.answer(label).to_owned()
    }
}
