//! The list of a large library: a page has a part of its rows, and another part is put in its place before the cursor
//! comes to its end.

use super::slow_pages::is_of_list;
use super::{Effect, InMemory, Model};
use crate::catalogue::{Catalogue, Group, Listing, Sort};
use crate::page::of::filters::{sorted, toggled};
use crate::page::of::library::{List, ROWS};
use crate::page::{Place, Reading, World};
use crate::personal::last_place::Listed;
use crate::text::capitalised;
use crate::tui::trail::Visit;
use std::sync::Arc;

const MANY: usize = 500;

impl Model {
    /// The catalogue of the library has more, or something else. `reading` is `None` when it is up to date.
    pub(super) fn hear_of_catalogue(&mut self, reading: Option<Reading>) {
        let old = self.lists().then(|| self.here()).flatten();
        self.join_read();
        self.let_go_of_old();
        self.pages.forget_list();
        self.world = Arc::new(World { reading, ..World::clone(&self.world) });
        self.stand_where_it_was(old);
    }

    /// A library that is held gets a catalogue when it is searched for the first time.
    pub(super) fn want_catalogue(&mut self) -> Vec<Effect> {
        let shown = self.shown.iter().flat_map(|shown| &shown.columns).map(|column| &column.place);
        let mut places = shown.chain([&self.trail.here().place]);
        let lists = !self.world.saved.all.is_empty() || !self.pages.listed().listing.is_usual();
        let needs = |place: &Place| place.is_searched() || is_of_list(place) || lists && *place == Place::Library;
        // Before the first frame nobody makes one.
        let is_due = match self.in_memory {
            InMemory::Asked => false,
            InMemory::Old => true,
            InMemory::Current => self.world.catalogue.is_none(),
        };
        if !self.begun || !is_due || !places.any(needs) {
            return Vec::new();
        }
        self.in_memory = InMemory::Asked;
        vec![Effect::MakeCatalogue]
    }

    /// Whoever begins where the library is searched, or in a list that was kept, waits for it, and sees nothing that is no answer;
    /// where it holds so many that anybody would notice, it is said that they wait.
    pub(super) fn begin_searchable(&mut self) {
        let is_known = self.world.catalogue.is_some() || self.world.library.count() > MANY;
        if self.begun || is_known || self.size == (0, 0) {
            return;
        }
        let place = &self.trail.here().place;
        if place.is_searched() || *place == Place::Library && !self.pages.listed().listing.is_usual() {
            self.world = Arc::new(World { catalogue: self.world.searchable().ok(), ..World::clone(&self.world) });
        }
    }

    pub(super) fn hear_of_search(&mut self, made: &Result<Catalogue, String>) {
        let old = self.here().filter(|_| self.lists() || self.trail.here().place == Place::Filters);
        match made {
            Ok(catalogue) => {
                self.in_memory = InMemory::Current;
                self.world = Arc::new(World { catalogue: Some(catalogue.clone()), ..World::clone(&self.world) });
            }
            Err(why) => self.say(&format!("{}.", capitalised(why))),
        }
        self.counted = None;
        self.join_read();
        self.pages.forget_list();
        self.stand_where_it_was(old);
    }

    /// The first frame is on the screen, and the page gets all of its rows.
    pub(super) fn list_whole(&mut self) {
        if self.pages.listed().is_first {
            let old = self.lists().then(|| self.here()).flatten();
            self.pages.list(List { is_first: false, ..self.pages.listed().clone() });
            self.stand_where_it_was(old);
        }
    }

    /// What is listed of a large library.
    pub fn listed(&self) -> Option<(&Catalogue, Listing)> {
        Some((self.world.listed()?, self.world.today_of(&self.pages.listed().listing)))
    }

    /// We are in a list that is made by the catalogue.
    pub(super) fn lists(&self) -> bool {
        self.trail.here().place == Place::Library && self.world.lists_by(&self.pages.listed().listing).is_some()
    }

    /// Puts another part of the list on the page where the cursor is nearer to an end of this one than so many screens.
    pub(super) fn keep_list_near(&mut self, screens: usize) -> bool {
        if !self.begun || !self.lists() {
            return false;
        }
        let Some(here) = self.here() else { return false };
        let Some(part) = here.flowed.doc.part else { return false };
        let (rows, near) = (here.flowed.doc.links.len() - part.before, (screens * here.height()).min(ROWS / 3));
        let at = here.stop.or_else(|| here.flowed.block_at(here.top)).unwrap_or(0).saturating_sub(part.before);
        let is_near = part.from > 0 && at < near || part.from + rows < part.of && at + near >= rows;
        is_near && self.list_around(part.from + at, part.of) && {
            self.stand_where_it_was(Some(here));
            true
        }
    }

    /// Puts the part of the list on the page that has a row in its middle. False where that is what is there.
    fn list_around(&mut self, row: usize, of: usize) -> bool {
        let from = row.saturating_sub(ROWS / 2).min(of.saturating_sub(ROWS));
        let is_another = from != self.pages.listed().from;
        self.pages.list(List { from, ..self.pages.listed().clone() });
        is_another
    }

    /// Puts the first part of the list on the page, or the last.
    pub(super) fn list_end(&mut self, end: bool) {
        if let Some(part) = self.lists().then(|| self.here()).flatten().and_then(|here| here.flowed.doc.part) {
            self.list_around(if end { part.of } else { 0 }, part.of);
        }
    }

    /// Puts the part of the list on the page that has a briefing.
    pub(super) fn list_briefing(&mut self, id: &str) {
        let listing = &self.pages.listed().listing;
        let Some(catalogue) = self.world.lists_by(listing).filter(|_| listing.groups().is_none()) else { return };
        if let Ok(Some(row)) = catalogue.rank_of(id, &self.world.today_of(&self.pages.listed().listing)) {
            self.list_around(row, catalogue.count());
        }
    }

    /// The list by words that are typed, or all of it again; one that the catalogue makes by a query.
    pub(super) fn filter_list(&mut self, words: Option<&str>) {
        if self.world.lists_by(&self.pages.listed().listing).is_some() {
            let listing = Listing { query: words.unwrap_or_default().to_owned(), ..self.pages.listed().listing.clone() };
            self.list_anew(listing);
        } else {
            self.pages.filter(words);
        }
    }

    /// Another list, from its beginning; where we stand in the page of filters, we stay.
    pub(super) fn list_anew(&mut self, listing: Listing) {
        if listing != self.pages.listed().listing {
            self.join_read();
            self.pages.filter(None);
            let old = (self.trail.here().place == Place::Filters).then(|| self.here()).flatten();
            if let Some(list) = self.trail.left_mut().filter(|left| left.place == Place::Library) {
                *list = Visit::new(Place::Library);
            }
            self.pages.list(List { listing, from: 0, ..self.pages.listed().clone() });
            self.stand_where_it_was(old);
        }
    }

    /// Sets a filter of the list, or takes it away.
    pub(super) fn toggle_filter(&mut self, filter: &str) {
        self.list_anew(toggled(&self.pages.listed().listing, filter));
    }

    pub(super) fn sort_list(&mut self, name: &str) {
        if let Some(sort) = Sort::named(name) {
            self.list_anew(sorted(&self.pages.listed().listing, sort));
        }
    }

    /// The first row of the list that the next start shows, 0-based. It begins without the words that were typed.
    pub fn first_row(&self) -> usize {
        if !self.pages.listed().listing.query.is_empty() {
            return 0;
        }
        let here = self.shown().map(super::Shown::here).filter(|here| here.place == Place::Library);
        let seen = here.and_then(|here| {
            let part = here.flowed.doc.part?;
            Some(part.from + here.flowed.block_at(here.top)?.saturating_sub(part.before))
        });
        seen.unwrap_or(self.pages.listed().from)
    }

    /// What is kept of the list. Words that were typed are not: whoever comes back sees all that they had chosen.
    pub(super) fn list_to_keep(&self) -> Option<Listed> {
        let listing = Listing { query: String::new(), ..self.pages.listed().listing.clone() };
        let is_kept = self.world.library.is_large() || !listing.is_usual();
        let Listing { sort, is_reversed, chips, group, within, .. } = listing;
        let (sort, group) = (sort.name().to_owned(), group.map_or("", Group::name).to_owned());
        let from = self.first_row();
        is_kept.then_some(Listed { sort, reversed: is_reversed, filters: chips, group, within, from })
    }

    pub(super) fn resume_list(&mut self, listed: &Listed) {
        let Listed { sort, reversed, filters, group, within, from } = listed.clone();
        let (sort, group) = (Sort::named(&sort).unwrap_or_default(), Group::named(&group));
        let listing = Listing { sort, is_reversed: reversed, chips: filters, group, within, ..Listing::default() };
        self.pages.list(List { listing, from, ..self.pages.listed().clone() });
    }

    /// One briefing is no list; a large library may have been read to its first.
    pub(super) fn can_filter(&self) -> bool {
        self.world.library.is_large() || self.world.library.count() > 1
    }

    pub(super) fn open_filters(&mut self) {
        if self.can_filter() {
            self.trail.open(Place::Filters);
        } else {
            self.say("One briefing is no list: there is nothing to filter or sort.");
        }
    }

    /// Takes the words away that such a list was filtered by; whether there were any.
    pub(super) fn unfilter(&mut self) -> bool {
        let is_filtered = self.lists() && !self.pages.listed().listing.query.is_empty();
        if is_filtered {
            self.filter_list(None);
            *self.trail.here_mut() = Visit::new(Place::Library);
        }
        is_filtered
    }
}
