//! Acts taken back, the last first.

use crate::acts::file::Rewrite;
use crate::keys::action::{Action, Curating};
use crate::tui::model::{Effect, Model};

/// So many acts can be taken back.
const KEPT: usize = 1000;

impl Model {
    pub(in crate::tui::model) fn can_undo(&self) -> bool {
        !self.curated.acts.is_empty()
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        // In a briefing, what was done to it: that another cannot be taken back is not in its way.
        let file = self.briefing().and_then(|id| self.world.library.on_disk(self.world.entry(id)?));
        let of_here = self.curated.acts.iter().rposition(|act| Some(&act.file) == file.as_ref());
        let Some(at) = of_here.or(self.curated.acts.len().checked_sub(1)) else {
            self.say("Nothing was changed since the program began.");
            return Vec::new();
        };
        let act = self.curated.acts.remove(at);
        vec![Effect::Change(Box::new(act.reversed()))]
    }

    /// What became of a change: the file as it was found and as it is now, or why it is as it was.
    pub(in crate::tui::model) fn hear_of_act(&mut self, result: &Result<(String, String), String>, asked: &Rewrite) -> Vec<Effect> {
        match result {
            Ok((before, after)) if !asked.is_undo => {
                self.say(&format!("{}. {} takes it back.", asked.said, self.keymap.shown(Action::Curate(Curating::Undo))));
                self.curated.acts.push(Rewrite { before: before.clone(), after: after.clone(), ..asked.clone() });
                if self.curated.acts.len() > KEPT {
                    self.curated.acts.remove(0);
                }
            }
            Ok(_) => self.say(&format!("Taken back: {}.", asked.said)),
            Err(why) => {
                let mut others = self.curated.acts.iter().filter(|act| act.file == asked.file);
                let next = others.next().filter(|_| asked.is_undo).map(|_| self.keymap.shown(Action::Curate(Curating::Undo)));
                let next = next.map_or_else(String::new, |key| format!(" {key} goes on to what was done before it."));
                self.say(&format!("Nothing was changed: {why}.{next}"));
                if asked.is_undo {
                    // What cannot be taken back now waits until all before it is.
                    self.curated.acts.insert(0, asked.reversed());
                }
            }
        }
        result.as_ref().map_or_else(|_| Vec::new(), |(before, _)| self.note_written(&asked.file, before))
    }
}
