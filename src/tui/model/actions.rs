//! What each action does, and the ways that lead on and back.

use super::mode::Mode;
use super::{Effect, Model, SavedWork};
use crate::keys::action::Action;
use crate::page::library_page::What;
use crate::page::{Found, NoPlace, Place, locate};
use crate::settings::Setting;
use crate::tui::layout::Pane;

impl Model {
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.settings.is_on(Setting::Restricted) && action.is_refused_when_restricted() {
            self.say("Not in restricted mode.");
            return Vec::new();
        }
        self.act_in_talk(action).unwrap_or_else(|| self.act_in_reader(action))
    }

    fn act_in_reader(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Quit => return self.quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Note => self.note(),
            Action::Mark => return self.mark(),
            Action::Notes => return self.go_to_notes(),
            Action::MarkRead => return self.read_all(),
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.turn(1),
            Action::PageUp => self.turn(-1),
            Action::Top | Action::End => self.jump(action == Action::End),
            Action::Open => return self.open(),
            Action::Edit => return self.edit(),
            Action::Back => self.back(),
            Action::Right => return self.right(),
            Action::Left => self.left(),
            Action::Forward => self.forward(),
            Action::Library => self.go_to_library(),
            Action::Tour => self.go_to_tour(),
            // What is of the talk was done before.
            Action::Brief | Action::Ask | Action::Unanswered => {}
            Action::Curate(action) => return self.curate(action),
            Action::Tab(number) => self.go_to_tab(usize::from(number)),
            Action::NextTab => self.turn_tab(1),
            Action::PreviousTab => self.turn_tab(-1),
            Action::Next => self.turn_item(1),
            Action::Previous => self.turn_item(-1),
            Action::NextOpen | Action::PreviousOpen => self.turn_open(if action == Action::NextOpen { 1 } else { -1 }),
            Action::Contrary => self.turn_over(),
            Action::IfFalse => self.doubt(),
            Action::HandOn => return self.list_formats(),
            Action::Search => self.begin_search(),
            Action::Find => self.begin_find(),
            Action::SaveSearch => self.begin_naming(),
            Action::Filter => self.open_filters(),
            Action::NextHit | Action::PreviousHit => self.next_hit(if action == Action::NextHit { 1 } else { -1 }),
            Action::Theme => return self.go_to_themes(),
            Action::Help => self.help(),
            Action::Palette => self.begin_palette(),
            Action::Copy => return self.copy(),
            Action::Cite => return self.cite(),
            Action::Select => self.begin_selection(),
            Action::Letters => self.begin_letters(),
            Action::Mouse => return self.turn_mouse(),
            Action::Recent => self.open_recent(),
            Action::Signposts | Action::Score => self.go_to(over(action)),
            Action::Alone => self.alone = !self.alone,
            Action::Wider | Action::Narrower => self.move_border(Pane::Here, action == Action::Wider),
            Action::LeftWider | Action::LeftNarrower => self.move_border(Pane::Left, action == Action::LeftWider),
            Action::Nearer | Action::Farther => self.zoom_map(action == Action::Nearer),
            Action::Cancel => {
                if !self.unmark() && !self.unfilter() && !self.leave_map() {
                    self.back();
                }
            }
        }
        Vec::new()
    }

    /// Leaves, at the second time where something was typed and not kept.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        if self.drafts.hold_back() {
            let (note, quit) = (self.keymap.shown(Action::Note), self.keymap.shown(Action::Quit));
            self.say(&format!("A note is not kept: {note} where you wrote it brings it back, {quit} leaves without it."));
            return Vec::new();
        }
        self.drafts.give_up();
        vec![Effect::Quit]
    }

    /// Opens a place.
    ///
    /// # Errors
    ///
    /// The world has no such place.
    pub fn visit(&mut self, place: Place) -> Result<(), NoPlace> {
        locate(&self.world, &place)?;
        self.trail.open(place);
        Ok(())
    }

    pub(super) fn open(&mut self) -> Vec<Effect> {
        let target = self.here().and_then(|here| here.target().cloned());
        if matches!((&self.mode, &target), (Mode::Palette(_), Some(place)) if !matches!(place, Place::Action(_) | Place::Web(_))) {
            return self.open_offered();
        }
        match target {
            Some(Place::Action(name)) => return self.run(&name),
            Some(Place::Theme(name)) => self.keep_theme(&name),
            Some(Place::Filter(filter)) => self.toggle_filter(&filter),
            Some(Place::Sort(name)) => self.sort_list(&name),
            Some(Place::Group(name)) => self.group_list(&name),
            Some(Place::Saved(name)) if self.lists_saved(&name) => return vec![Effect::Saved(SavedWork::Opened(name))],
            Some(Place::Web(address)) => return self.browse(address),
            Some(Place::Export(format, of)) => return self.hand_on(&format, &of),
            Some(place) => {
                self.begin(Mode::Walk);
                self.trail.open(place);
            }
            None => self.say("Nothing to open here."),
        }
        Vec::new()
    }

    pub(super) fn back(&mut self) {
        if !self.leave_group() && !self.trail.back() {
            let quit = self.keymap.shown(Action::Quit);
            self.say(&format!("This is the first page. {quit} quits."));
        }
    }

    fn forward(&mut self) {
        if !self.trail.forward() {
            self.say("Nothing ahead.");
        }
    }

    /// The tour of the briefing that we are in, else of the first.
    pub(super) fn tour(&self) -> Option<Place> {
        let here = self.briefing().and_then(|id| self.world.entry(id));
        here.or(self.world.entries().first().map(|held| &***held)).map(|held| Found::Tour.place(held))
    }

    /// To the list of briefings, with the cursor on the one that we come from.
    fn go_to_library(&mut self) {
        let left = self.briefing().and_then(|id| self.world.entry(id)).map(|held| Found::Cover.place(held));
        self.go_to(Place::Library);
        self.join_read();
        if let Some(id) = left.as_ref().and_then(Place::briefing) {
            self.list_briefing(id);
        }
        let row = left.zip(self.here()).and_then(|(left, here)| Some((here.flowed.doc.links.iter().position(|link| *link == left)?, here)));
        if let Some((stop, here)) = row {
            self.stand_on(&here, stop);
        }
    }

    fn go_to_tour(&mut self) {
        match self.tour() {
            Some(tour) => self.go_to(tour),
            None => self.say("There is no briefing."),
        }
    }

    fn go_to(&mut self, place: Place) {
        if self.trail.here().place != place {
            self.trail.open(place);
        }
    }
}

/// The page over the library that an action leads to.
pub(super) fn over(action: Action) -> Place {
    Place::Over(if action == Action::Score { What::Score(None) } else { What::Signposts(None) }.into())
}
