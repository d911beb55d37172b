//! A question from the room, while it is typed; and those that nothing answers.

use super::Mode;
use crate::briefing::Slide;
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::page::of::question::found;
use crate::page::styled_text::one_line;
use crate::page::{Place, locate};
use crate::personal::unanswered_questions::Asked;
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

impl Model {
    pub(in crate::tui::model) fn begin_question(&mut self) {
        if self.briefing().is_some() {
            self.begin(Mode::Ask(Prompt::default()));
        } else {
            self.say("A question is put to a briefing; open one first.");
        }
    }

    pub(super) fn press_asking(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Ask(line) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => self.mode = Mode::Walk,
            Code::Backspace if line.text().is_empty() => self.mode = Mode::Walk,
            Code::Enter => {
                let words = one_line(line.text().trim());
                self.mode = Mode::Walk;
                return self.ask(words);
            }
            _ => _ = line.press(key),
        }
        Vec::new()
    }

    /// Opens what bears on a question. One that the sources say nothing on is kept as not answered.
    pub fn ask(&mut self, words: String) -> Vec<Effect> {
        let Some(held) = self.briefing().and_then(|id| self.world.entry(id)).filter(|_| !words.is_empty()) else { return Vec::new() };
        let unsaid = !found(held, &words).is_said();
        let at = self.asked_at();
        let place = Place::Question { briefing: held.id.clone(), words: words.clone() };
        if locate(&self.world, &place).is_ok() {
            self.trail.open(place);
        }
        if unsaid { self.keep_question(Asked { words, at }, true) } else { Vec::new() }
    }

    /// The judgement whose slide is shown.
    fn asked_at(&self) -> Option<String> {
        let (held, slide) = self.slide()?;
        match held.resolved.briefing.talk().get(slide)? {
            Slide::Judgement(index) => Some(held.resolved.briefing.judgements[*index].head.id.value.clone()),
            _ => None,
        }
    }

    /// Keeps the question that is shown as one that is not answered, or takes it back.
    pub(in crate::tui::model) fn turn_unanswered(&mut self) -> Vec<Effect> {
        let Place::Question { words, .. } = &self.trail.here().place else {
            let ask = self.keymap.shown(Action::Ask);
            self.say(&format!("This is the page of no question; {ask} asks one."));
            return Vec::new();
        };
        let kept = self.asked.iter().find(|asked| asked.words == *words).cloned();
        let stays = kept.is_none();
        let asked = kept.unwrap_or_else(|| Asked { words: words.clone(), at: self.asked_at() });
        self.keep_question(asked, stays)
    }

    fn keep_question(&mut self, asked: Asked, on: bool) -> Vec<Effect> {
        let Some(briefing) = self.briefing().map(str::to_owned) else { return Vec::new() };
        self.asked.retain(|other| other.words != asked.words);
        let key = self.keymap.shown(Action::Unanswered);
        if on {
            self.asked.push(asked.clone());
            self.say(&format!("Kept as not answered; {key} takes it back."));
        } else {
            self.say("No longer kept as not answered.");
        }
        let kept = |folder| Effect::KeepQuestion { shelf: folder, briefing, asked, stays: on };
        self.world.notes.shelf.clone().map(kept).into_iter().collect()
    }

    /// What was asked and not answered since the program began.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }
}
