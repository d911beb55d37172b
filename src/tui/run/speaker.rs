//! The speaker's terminal as a program: it joins the talk, and draws what it is told.

use super::program::{BackgroundJob, Program};
use super::time_of_day::Zone;
use crate::library::Library;
use crate::talk::guest::{Guest, Wanted};
use crate::tui::model::{Effect, Message};
use crate::tui::speaker::{Speaker, Wish};
use crate::tui::theme::Theme;
use crate::tui::view::speaker::draw;
use ratatui::buffer::Buffer;
use std::time::Duration;

pub struct SpeakerScreen {
    speaker: Speaker,
    guest: Guest,
    wanted: Wanted,
    theme: Theme,
    zone: Zone,
    ascii: bool,
    restricted: bool,
}

impl SpeakerScreen {
    pub fn new(wanted: Wanted, theme: Theme, ascii: bool, restricted: bool) -> Self {
        Self { speaker: Speaker::default(), guest: Guest::default(), wanted, theme, zone: Zone::of_system(), ascii, restricted }
    }
}

impl Program for SpeakerScreen {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Resize { columns, rows } => self.speaker.size = (*columns, *rows),
            Message::Key(key) => match self.speaker.press(*key) {
                Some(Wish::Quit) => return vec![Effect::Quit],
                Some(Wish::Suspend) if !self.restricted => return vec![Effect::Suspend],
                Some(Wish::Say(command)) => _ = self.guest.say(&command),
                _ => {}
            },
            _ => {}
        }
        Vec::new()
    }
    fn arrange(&mut self) {
        let joined = self.guest.joined();
        let (state, came) = joined.told.unzip();
        self.speaker.take(state, came.map_or(Duration::ZERO, |came| came.elapsed()), joined.away);
        self.speaker.now = self.zone.now();
    }
    fn draw(&self, buffer: &mut Buffer) {
        draw(&self.speaker, &self.theme, self.ascii, buffer);
    }
    fn watch(&self) -> Option<BackgroundJob> {
        let (guest, wanted) = (self.guest.clone(), self.wanted.clone());
        Some(Box::new(move |tell| guest.listen(&wanted, tell)))
    }
    fn changes_in(&self) -> Option<Duration> {
        self.speaker.changes_in()
    }
    fn reread(&self) -> Library {
        Library::default()
    }
}
