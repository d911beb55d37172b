//! Actions by their names: the list of those that work here, and the prompt that finds any.

use super::pages::Offer;
use super::{Effect, Model};
use crate::keys::action::{ACTIONS, Action, Row};
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::settings::Setting;
use crate::text::fuzzy::ranked;
use crate::tui::column::{Column, Shown};
use crate::tui::prompt::Prompt;

impl Model {
    /// Lists the keys that work here.
    pub(super) fn help(&mut self) {
        if self.trail.here().place == Place::Help {
            return;
        }
        let any_tab = (0..9).any(|tab| self.works(Action::Tab(tab)));
        // The tabs are one row of the list.
        let works = |action| self.works(action) || action == Action::Tab(0) && any_tab;
        let working = ACTIONS.iter().filter(|row| works(row.action)).map(|row| row.name).collect();
        self.pages.offer(Offer::Working(working));
        self.trail.open(Place::Help);
    }

    /// Begins to ask for an action by its name.
    pub(super) fn begin_palette(&mut self) {
        self.marks = None;
        self.palette = Some(Prompt::default());
        if self.trail.here().place == Place::Help {
            self.trail.replace(Place::Help);
        } else {
            self.trail.open(Place::Help);
        }
        self.offer_typed();
    }

    /// Takes a key into the prompt: Enter does what the cursor is on, Escape gives up.
    pub(super) fn type_palette(&mut self, key: Key) -> Vec<Effect> {
        let Some(line) = &mut self.palette else { return Vec::new() };
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
    fn offered(&self) -> impl Iterator<Item = &'static Row> {
        let restricted = self.settings.is_on(Setting::Restricted);
        ACTIONS.iter().filter(move |row| !(restricted && row.action.is_refused_when_restricted()))
    }

    /// Offers the actions that what was typed may mean.
    fn offer_typed(&mut self) {
        let Some(line) = &self.palette else { return };
        let texts: Vec<String> = self.offered().map(|row| format!("{} {}", row.name, row.help)).collect();
        let typed = line.text();
        let ranked = ranked(typed, texts.iter().map(String::as_str));
        let mut names: Vec<_> = ranked.into_iter().filter_map(|at| Some(self.offered().nth(at)?.name)).collect();
        // Whoever types a whole name means it.
        names.sort_by_key(|name| (*name != typed, !name.starts_with(typed)));
        self.pages.offer(Offer::Ranked(names));
    }

    /// Back to where the prompt was asked for.
    pub(super) fn end_palette(&mut self) {
        self.palette = None;
        if self.trail.here().place == Place::Help {
            self.trail.leave();
        }
    }

    /// Does the action with a name where Help was asked for.
    pub(super) fn run(&mut self, name: &str) -> Vec<Effect> {
        self.end_palette();
        match ACTIONS.iter().find(|row| row.name == name) {
            Some(row) => self.act(row.action),
            None => Vec::new(),
        }
    }

    /// An action would do something here and now.
    pub(super) fn works(&self, action: Action) -> bool {
        let here = self.shown.as_ref().map(Shown::here);
        let stops = here.map_or(0, |here| here.flowed.doc.links.len());
        let target = here.and_then(Column::target);
        let longer = here.is_some_and(|here| here.last_top() > 0);
        let place = &self.trail.here().place;
        match action {
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::Top | Action::End => stops > 1 || longer,
            Action::Open | Action::Right => target.is_some(),
            Action::Back => self.trail.left().is_some(),
            Action::Left => self.trail.left().is_some() || self.is_in_row(),
            Action::Forward => self.trail.has_ahead(),
            Action::Library => *place != Place::Library,
            Action::Tab(number) => self.lit_tab().is_some_and(|(lit, count)| usize::from(number) < count && usize::from(number) != lit),
            Action::NextTab => self.lit_tab().is_some_and(|(lit, count)| lit + 1 < count),
            Action::PreviousTab => self.lit_tab().is_some_and(|(lit, _)| lit > 0),
            Action::Next => self.neighbour(1).is_some(),
            Action::Previous => self.neighbour(-1).is_some(),
            Action::NextOpen | Action::PreviousOpen => self.has_open(),
            Action::Contrary => self.turned(target).is_some(),
            Action::NextHit | Action::PreviousHit => self.marks.is_some(),
            Action::Cancel => self.marks.is_some() || self.trail.left().is_some(),
            Action::Edit => self.can_edit() && !self.settings.is_on(Setting::Restricted),
            Action::Theme => *place != Place::Themes,
            Action::Note | Action::Mark => self.can_note(),
            Action::Notes => *place != Place::Notes,
            Action::Recent => *place != Place::Recent,
            Action::Tour => self.tour().is_some_and(|tour| tour != *place),
            Action::Help => *place != Place::Help,
            Action::Copy | Action::Cite => self.settings.is_on(Setting::Clipboard),
            Action::Letters => stops > 0,
            Action::Search | Action::Palette | Action::Select | Action::Mouse | Action::Quit => true,
            Action::Suspend => !self.settings.is_on(Setting::Restricted),
        }
    }

    /// The cursor is in a figure, and there are cells beside it.
    pub(super) fn is_in_row(&self) -> bool {
        self.shown.as_ref().map(Shown::here).is_some_and(|here| here.stop.is_some_and(|stop| here.flowed.has_neighbours(stop)))
    }
}
