//! Curating: from the cursor or a selection to a form, from the form to an act on the briefing's file, and back again.

mod changing;
mod drafting;
mod drifting;
mod quoting;
mod undo;

use super::mode::{Mode, Subject};
use super::{Effect, Model};
use crate::acts::curate::{Act, Done, done};
use crate::acts::file::Rewrite;
use crate::acts::old_text::Sought;
use crate::acts::quoting::Quoting;
use crate::keys::action::Curating;
use crate::library::HeldBriefing;
use drifting::Reanchor;
use quoting::Selected;
use std::borrow::Cow;
use std::collections::HashMap;

const BUILT_IN: &str = "This briefing is in no file that can be changed.";

/// What was done to files since the program began.
#[derive(Debug, Default)]
pub struct Curated {
    /// The section that the last claim went into, by the id of the briefing.
    sections: HashMap<String, String>,
    /// The claim that was made or added to last; the same.
    claims: HashMap<String, String>,
    /// The last is the newest.
    acts: Vec<Rewrite>,
    /// The old text that another thread looks for.
    looking: Option<Sought>,
}

impl Model {
    pub(super) fn curate(&mut self, action: Curating) -> Vec<Effect> {
        // Keys may have led on since the last frame: what counts is where the cursor is.
        self.arrange();
        let form = match action {
            Curating::Undo => return self.undo(),
            Curating::Draft => return self.draft(),
            Curating::KeepOld => return self.keep_old(),
            Curating::Reanchor => match self.reanchor() {
                Ok(Reanchor::At(subject, act, said)) => return self.do_act(&subject, &act, &said),
                Ok(Reanchor::Which(form)) => Ok(form),
                Ok(Reanchor::Shown(stop)) => {
                    if let Some(here) = self.here() {
                        self.stand_on(&here, stop);
                    }
                    return Vec::new();
                }
                Err(why) => Err(why.into()),
            },
            Curating::Change => self.change_asked().map_err(Cow::from),
            _ => {
                let selected = self.selected_here();
                self.quoting_asked(action, selected.as_ref())
            }
        };
        match form {
            Ok(form) => self.begin(Mode::Form(Box::new(form))),
            Err(why) => self.say(&why),
        }
        Vec::new()
    }

    pub(super) fn can_curate(&self, action: Curating) -> bool {
        match action {
            Curating::Draft => self.can_draft(),
            Curating::Reanchor => self.can_reanchor(),
            Curating::KeepOld => self.can_keep_old(),
            Curating::MakeClaim | Curating::AddWords | Curating::SetAside => self.can_quote(),
            Curating::Change => self.can_change(),
            Curating::Undo => self.can_undo(),
        }
    }

    fn selected_here(&mut self) -> Option<Selected> {
        let Mode::Select(selection) = &self.mode else { return None };
        let selection = selection.clone();
        let (place, words) = (self.place_of(&selection), self.selected(&selection)?);
        let (from, _) = selection.ends();
        let within = self.column(selection.pane)?.flowed.text_at(from)?;
        Some(Selected { place, words, within, at: from.offset })
    }

    fn is_changeable(&self, held: &HeldBriefing) -> bool {
        self.world.library.on_disk(held).is_some()
    }

    fn do_act(&mut self, of: &Subject, act: &Act, said: &str) -> Vec<Effect> {
        let held = self.world.entry(&of.briefing);
        let Some((held, file)) = held.and_then(|held| Some((held, self.world.library.on_disk(held)?))) else {
            self.say(&format!("Nothing was changed: {} is no longer there.", of.briefing));
            return Vec::new();
        };
        let before = held.file.to_string();
        match done(&before, act) {
            Ok(Done { text, .. }) if text == before => {
                self.say("Nothing was changed: it says so already.");
                Vec::new()
            }
            Ok(Done { text, subject }) => {
                if let Act::Quote(Quoting::Claim { .. } | Quoting::AddWords { .. }) = act {
                    self.curated.claims.insert(of.briefing.clone(), subject.clone());
                }
                if let Act::Quote(Quoting::Claim { section, .. }) = act {
                    self.curated.sections.insert(of.briefing.clone(), section.clone());
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
