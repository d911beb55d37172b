//! Where the reader was: kept when the program is left, and taken up again.

use super::Model;
use super::found_again::{is_kept, stay};
use crate::page::Place;
use crate::page::about::nearest::{found, quoted};
use crate::page::of::recent;
use crate::personal::last_place::{RECENT, State, Stay};
use crate::tui::trail::{Trail, Visit};

/// The most places of the trail that are kept: the last ones.
const LONGEST: usize = 100;

impl Model {
    /// Takes up what was kept: the places that were opened last, and where `there` is set the trail with the place that
    /// was left. One that is gone steps up to the nearest that is not, when it is shown.
    /// The notes that were being written come back when a note is written at their places; what there is to say of that.
    pub fn resume(&mut self, state: &State, there: bool) -> Option<String> {
        self.recent = state.recent.iter().filter_map(|place| found(&self.world, place)).take(RECENT).collect();
        if there {
            let visits = state.trail.iter().filter_map(|stay| self.visit_of(stay));
            if let Some(trail) = Trail::of(visits.collect()) {
                self.trail = trail;
            }
        }
        self.shares = state.shares;
        if let Some(list) = &state.list {
            self.resume_list(list);
        }
        self.list_recent();
        self.take_drafts(&state.drafts)
    }

    fn visit_of(&self, stay: &Stay) -> Option<Visit> {
        let place = found(&self.world, &stay.at)?;
        Some(Visit { resume_at: Some(Box::new(stay.clone())), ..Visit::new(place) })
    }

    pub fn state(&self) -> State {
        let quote = |place: &Place| quoted(&self.world, place);
        // A talk is begun anew, and who reads next does not begin on a slide.
        let stays = |visit: &&Visit| is_kept(&visit.place) && !visit.place.is_slide();
        let last = self.trail.visits().rev().filter(stays).take(LONGEST);
        let mut trail: Vec<Stay> = last.map(|visit| stay(&self.world, &self.pages, visit, quote)).collect();
        trail.reverse();
        State {
            trail,
            recent: self.recent.iter().map(quote).collect(),
            shares: self.shares,
            list: self.list_to_keep(),
            ..self.drafts_to_keep()
        }
    }

    /// Notes where we are as the newest of the recent places.
    pub(super) fn note_place(&mut self) {
        let place = &self.trail.here().place;
        if self.recent.first() != Some(place) && is_kept(place) && *place != Place::Library && !place.is_slide() {
            let place = place.clone();
            self.recent.retain(|other| *other != place);
            self.recent.insert(0, place);
            self.recent.truncate(RECENT);
        }
    }

    /// Opens the list of the places that were opened last.
    pub(super) fn open_recent(&mut self) {
        if self.trail.here().place != Place::Recent {
            self.list_recent();
            self.trail.open(Place::Recent);
        }
    }

    /// The list holds where we were, and not where we are.
    pub(super) fn list_recent(&mut self) {
        let here = &self.trail.here().place;
        self.pages.list_recent(self.recent.iter().filter(|place| *place != here).cloned().collect());
    }

    /// Drops the places of a trail taken up that are no longer there.
    pub(super) fn forget_lost(&mut self) {
        let world = &self.world;
        self.trail
            .retain(|visit| visit.resume_at.is_none() || visit.place == Place::Library || recent::about(world, &visit.place).is_some());
    }
}
