//! The prompt that finds any action by its name, above the list of what it may mean.

use super::Mode;
use crate::keys::action::{ACTIONS, ActionRow};
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::settings::Setting;
use crate::text::fuzzy::ranked;
use crate::tui::model::pages::Offer;
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

impl Model {
    pub(in crate::tui::model) fn begin_palette(&mut self) {
        self.marks = None;
        self.begin(Mode::Palette(Prompt::default()));
        if self.trail.here().place == Place::Help {
            self.trail.replace(Place::Help);
        } else {
            self.trail.open(Place::Help);
        }
        self.offer_typed();
    }

    /// Takes a key into the prompt: Enter does what the cursor is on, Escape gives up.
    pub(super) fn press_palette(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Palette(line) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => self.end_palette(),
            Code::Backspace if line.text().is_empty() => self.end_palette(),
            Code::Enter => return self.open(),
            Code::Down | Code::Tab => self.step(1),
            Code::Up | Code::BackTab => self.step(-1),
            Code::PageDown => self.turn(1),
            Code::PageUp => self.turn(-1),
            _ => {
                if line.press(key) {
                    self.offer_again();
                }
            }
        }
        Vec::new()
    }

    /// Offers again, behind a line that has changed.
    pub(super) fn offer_again(&mut self) {
        self.trail.replace(Place::Help);
        self.offer_typed();
    }

    /// The actions that can be done at all.
    fn offered(&self) -> impl Iterator<Item = &'static ActionRow> {
        let restricted = self.settings.is_on(Setting::Restricted);
        ACTIONS.iter().filter(move |row| !(restricted && row.action.is_refused_when_restricted()))
    }

    /// Offers the actions that what was typed may mean.
    fn offer_typed(&mut self) {
        let Mode::Palette(line) = &self.mode else { return };
        let texts: Vec<String> = self.offered().map(|row| format!("{} {}", row.name, row.help)).collect();
        let typed = line.text();
        let ranked = ranked(typed, texts.iter().map(String::as_str));
        let mut names: Vec<_> = ranked.into_iter().filter_map(|at| Some(self.offered().nth(at)?.name)).collect();
        // Whoever types a whole name means it.
        names.sort_by_key(|name| (*name != typed, !name.starts_with(typed)));
        self.pages.offer(Offer::Ranked(names));
    }

    /// Back to where the prompt was asked for.
    pub(in crate::tui::model) fn end_palette(&mut self) {
        self.begin(Mode::Walk);
        if self.trail.here().place == Place::Help {
            self.trail.leave();
        }
    }

    /// Does the action with a name where Help was asked for.
    pub(in crate::tui::model) fn run(&mut self, name: &str) -> Vec<Effect> {
        self.end_palette();
        match ACTIONS.iter().find(|row| row.name == name) {
            Some(row) => self.act(row.action),
            None => Vec::new(),
        }
    }
}
