//! The prompt that finds any place by its address or its word, and any action by its name, above the list of what it may
//! mean.

use super::Mode;
use crate::keys::action::{ACTIONS, ActionRow};
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::page::about::tabs::tabs;
use crate::page::go_to::{begun, meant, near, refused};
use crate::page::of::help::Offered;
use crate::settings::Setting;
use crate::text::fuzzy::{holding, ranked};
use crate::text::{capitalised, nearest_word};
use crate::tui::model::page_cache::Offer;
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

impl Model {
    pub(in crate::tui::model) fn begin_palette(&mut self) {
        self.unmark();
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
            Code::Enter => return self.open_offered(),
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

    /// Offers the places and the actions that what was typed may mean.
    fn offer_typed(&mut self) {
        let Mode::Palette(line) = &self.mode else { return };
        let typed = line.text().trim();
        let texts: Vec<String> = self.offered().map(|row| format!("{} {}", row.name, row.help)).collect();
        let mut found = ranked(typed, self.offered().map(|row| row.name));
        let told = holding(typed, texts.iter().map(String::as_str));
        found.extend(told.into_iter().filter(|at| !found.contains(at)).collect::<Vec<_>>());
        let mut names: Vec<&'static str> = found.into_iter().filter_map(|at| Some(self.offered().nth(at)?.name)).collect();
        // Whoever types a whole name means it, or begins to.
        names.sort_by_key(|name| (*name != typed, !name.starts_with(typed)));
        let begun = names.iter().take_while(|name| !typed.is_empty() && name.starts_with(typed)).count();
        let exact = names.iter().take_while(|name| **name == typed).count();
        let (whole, begun, others) = (&names[..exact], &names[exact..begun], &names[begun..]);
        let briefing = self.briefing();
        let meant = meant(&self.world, briefing, typed).map(|meant| meant.address.place);
        let pages = self::begun(&self.world, briefing, typed).into_iter().filter(|page| Some(page) != meant.as_ref());
        let place = meant.iter().map(|place| Offered::Place(typed.to_owned(), place.clone()));
        let action = |name: &&'static str| Offered::Action(name);
        let tabs = if typed.is_empty() { self.tab_places() } else { Vec::new() };
        let mut offered: Vec<Offered> =
            tabs.into_iter().chain(whole.iter().map(action)).chain(place).chain(begun.iter().map(action)).collect();
        offered.extend(pages.map(|page| Offered::Place(page.short(), page)));
        // What stands in `T16` stands in `tab-16` too.
        let is_id = offered.is_empty() && typed.chars().nth(1).is_some_and(char::is_numeric);
        let others = if is_id && refused(&self.world, briefing, typed).is_some() { &[] } else { others };
        offered.extend(others.iter().map(action));
        let offer = if offered.is_empty() { self.nothing_fits(typed) } else { Offer::Ranked(offered, None) };
        self.pages.offer(offer);
    }

    /// Before anything is typed the pages of the briefing come first: their tabs may have had no room.
    fn tab_places(&self) -> Vec<Offered> {
        let held = self.briefing().and_then(|id| self.world.entry(id));
        let tabs = held.into_iter().flat_map(|held| tabs(held).into_iter().map(|tab| (tab.label, tab.at.place(held))));
        tabs.enumerate().map(|(at, (label, place))| Offered::Tab(label, self.tab_key(at), place)).collect()
    }

    /// Where nothing fits. What is near an id is another item: it is named, and not offered to be opened.
    fn nothing_fits(&self, typed: &str) -> Offer {
        if let Some(why) = refused(&self.world, self.briefing(), typed) {
            return Offer::Ranked(Vec::new(), Some(capitalised(&why.to_string())));
        }
        let near: Vec<Offered> = self.near(typed).into_iter().collect();
        let words = if near.is_empty() { "Nothing is called that." } else { "Nothing is called that. Did you mean this?" };
        Offer::Ranked(near, Some(words.to_owned()))
    }

    /// What may have been meant where nothing fits.
    fn near(&self, typed: &str) -> Option<Offered> {
        if let Some(action) = nearest_word(typed, self.offered().map(|row| row.name)) {
            return self.offered().find(|row| row.name == action).map(|row| Offered::Action(row.name));
        }
        let near = near(&self.world, self.briefing(), typed, false)?;
        let place = meant(&self.world, self.briefing(), &near)?.address.place;
        Some(Offered::Place(near, place))
    }

    /// Opens what the cursor is on where the prompt was asked for. What was typed may say more than where: an item on that
    /// page, or the hash of a claim.
    pub(in crate::tui::model) fn open_offered(&mut self) -> Vec<Effect> {
        let Mode::Palette(line) = &self.mode else { return Vec::new() };
        let typed = line.text().to_owned();
        let target = self.here().and_then(|here| here.target().cloned());
        let Some(place) = target.filter(|place| !matches!(place, Place::Action(_) | Place::Web(_))) else { return self.open() };
        self.end_palette();
        let meant = meant(&self.world, self.briefing(), &typed).filter(|meant| meant.address.place == place);
        if self.trail.here().place != place {
            self.trail.open(place);
        }
        if let Some(stale) = meant.as_ref().and_then(|meant| meant.address.stale(&self.world)) {
            self.say(&stale);
        }
        if let Some(item) = meant.and_then(|meant| meant.item) {
            self.stand_on_item(&item);
        }
        Vec::new()
    }

    fn stand_on_item(&mut self, item: &Place) {
        let Some(here) = self.here() else { return };
        match here.flowed.doc.links.iter().position(|link| link == item) {
            Some(stop) => self.stand_on(&here, stop),
            None => self.say(&format!("{} does not stand on this page.", item.short())),
        }
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
