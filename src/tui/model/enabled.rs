//! Which actions would do something here and now.

use super::Model;
use super::actions::over;
use super::page_cache::Offer;
use crate::keys::action::{ACTIONS, Action};
use crate::page::Place;
use crate::settings::Setting;
use crate::tui::column::Shown;
use crate::tui::layout::Pane;

impl Model {
    pub(super) fn help(&mut self) {
        if self.trail.here().place == Place::Help {
            return;
        }
        let any_tab = (0..u8::MAX).any(|tab| self.works(Action::Tab(tab)));
        // The tabs are one row of the list.
        let works = |action| self.works(action) || action == Action::Tab(0) && any_tab;
        let working = ACTIONS.iter().filter(|row| works(row.action)).map(|row| row.name).collect();
        self.pages.offer(Offer::Working(working));
        self.trail.open(Place::Help);
    }

    /// An action would do something here and now.
    pub(super) fn works(&self, action: Action) -> bool {
        if self.settings.is_on(Setting::Restricted) && action.is_refused_when_restricted() {
            return false;
        }
        let here = self.shown.as_ref().map(Shown::here);
        let stops = here.map_or(0, |here| here.flowed.doc.links.len());
        let longer = here.is_some_and(|here| here.last_top() > 0);
        let place = &self.trail.here().place;
        if let Some(works) = self.works_on_slide(action) {
            return works;
        }
        match action {
            Action::Down | Action::Up | Action::PageDown | Action::PageUp | Action::Top | Action::End => stops > 1 || longer,
            Action::Open | Action::Right => self.target().is_some(),
            Action::Back => self.trail.left().is_some() || self.group().is_some(),
            Action::Left => self.trail.left().is_some() || self.is_in_row() || self.group().is_some(),
            Action::Forward => self.trail.has_ahead(),
            Action::Filter => self.can_filter() && *place != Place::Filters,
            Action::Library => *place != Place::Library,
            Action::Tab(number) => self.lit_tab().is_some_and(|(lit, count)| usize::from(number) < count && usize::from(number) != lit),
            Action::NextTab => self.lit_tab().is_some_and(|(lit, count)| lit + 1 < count),
            Action::PreviousTab => self.lit_tab().is_some_and(|(lit, _)| lit > 0),
            Action::Next => self.neighbour(1).is_some(),
            Action::Previous => self.neighbour(-1).is_some(),
            Action::NextOpen | Action::PreviousOpen => self.has_open(),
            Action::Contrary => self.turned(self.target()).is_some(),
            Action::IfFalse => self.doubted(self.target()).is_some(),
            Action::NextHit | Action::PreviousHit => self.marks.is_some(),
            Action::Cancel => self.marks.is_some() || self.moves_map() || self.trail.left().is_some() || self.group().is_some(),
            Action::Edit => self.can_edit(),
            Action::Curate(action) => self.can_curate(action),
            Action::HandOn => self.handed().is_some(),
            Action::Theme => *place != Place::Themes,
            Action::Note | Action::Mark => self.can_note(),
            Action::SaveSearch => self.can_save(),
            Action::MarkRead => self.can_read(),
            Action::Notes => *place != Place::Notes,
            Action::Signposts | Action::Score => *place != over(action),
            Action::Recent => *place != Place::Recent,
            Action::Tour => self.tour().is_some_and(|tour| tour != *place),
            Action::Brief => !place.is_slide() && self.slide_of_here().is_some(),
            Action::Ask => self.briefing().is_some(),
            Action::Unanswered => matches!(place, Place::Question { .. }),
            Action::Help => *place != Place::Help,
            Action::Copy | Action::Cite => self.settings.is_on(Setting::Clipboard),
            Action::Letters => stops > 0,
            Action::Alone => self.alone || self.shown.as_ref().is_some_and(|shown| shown.layout.columns.len() > 1),
            Action::Wider | Action::Narrower => self.has_border(Pane::Here),
            Action::LeftWider | Action::LeftNarrower => self.has_border(Pane::Left),
            Action::Nearer | Action::Farther => self.has_map(),
            Action::Search | Action::Find | Action::Palette | Action::Select | Action::Mouse | Action::Suspend | Action::Quit => true,
        }
    }

    /// The cursor is in a figure, and there are cells beside it.
    pub(super) fn is_in_row(&self) -> bool {
        self.shown.as_ref().map(Shown::here).is_some_and(|here| here.stop.is_some_and(|stop| here.flowed.has_neighbours(stop)))
    }
}
