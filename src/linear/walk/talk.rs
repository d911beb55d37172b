//! A talk in the linear mode: it begins, hears whoever speaks, and keeps what it has no answer to.

use super::Walk;
use crate::keys::action::Action;
use crate::page::Place;
use crate::talk::protocol::Command;
use crate::talk::rehearsal::clock;
use crate::tui::model::{Message, Model};
use std::time::Duration;

impl Walk {
    /// A talk begins, as long as somebody plans it to be.
    pub fn begin_talk(&mut self, plan: impl FnOnce(&mut Model)) {
        let effects = self.model.begin_talk();
        self.effects.extend(effects);
        plan(&mut self.model);
    }

    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What the clock says.
    pub fn spend(&mut self, spent: Duration) {
        self.model.spend(spent);
    }

    /// Does what the speaker's terminal has said, and reads what that leads to.
    pub fn follow(&mut self, command: &Command) -> String {
        let before = self.place().clone();
        self.hear(&Message::Follow(command.clone()));
        if *self.place() == before {
            return self.heard();
        }
        self.arrive();
        self.print()
    }

    /// How much of the time is over, where somebody has planned it and a slide is read.
    pub(super) fn time_words(&self) -> Option<String> {
        let talk = self.model.talk().filter(|_| self.place().is_slide())?;
        let (_, is_over) = talk.bar()?;
        let over = if is_over { ", over" } else { "" };
        Some(format!("Time: {} of {}{over}.", clock(talk.spent), clock(talk.planned?)))
    }

    /// Reads what bears on a question. One that the sources say nothing on is kept as not answered.
    pub(super) fn ask(&mut self, words: String) -> String {
        if self.model.briefing().is_none() {
            return self.marked(&["A question is put to a briefing; open one first.".to_owned()]);
        }
        let before = self.model.asked().len();
        let effects = self.model.ask(words);
        self.effects.extend(effects);
        self.arrive();
        if self.model.asked().len() > before {
            self.notices.push(KEPT.to_owned());
        }
        self.print()
    }

    pub(super) fn turn_unanswered(&mut self) -> String {
        if !matches!(self.place(), Place::Question { .. }) {
            return self.marked(&["This is the page of no question; type ask and a question.".to_owned()]);
        }
        let before = self.model.asked().len();
        let effects = self.model.act(Action::Unanswered);
        self.effects.extend(effects);
        _ = self.model.take_notice();
        let is_kept = self.model.asked().len() > before;
        self.marked(&[if is_kept { KEPT } else { "No longer kept as not answered." }.to_owned()])
    }
}

const KEPT: &str = "Kept as not answered; x takes it back.";
