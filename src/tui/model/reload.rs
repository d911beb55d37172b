//! Another world in place of the one that was walked through.

use super::broken_trail::{Cut, back};
use super::found_again::{is_kept, more_of, moved, stay};
use super::mode::Mode;
use super::page_cache::Pages;
use super::{Checked, InMemory, Model};
use crate::library::Library;
use crate::page::about::nearest::{nearest, quoted, renamed};
use crate::page::{Place, World, locate};
use crate::tui::column::Column;
use crate::tui::trail::Visit;
use std::sync::Arc;

impl Model {
    /// Takes a library that was read anew. What is still there stays as it was, with the cursor on what it was on. The
    /// notes are on the disk as they were, and read anew behind this.
    pub(super) fn take(&mut self, now: &Library) {
        let library = self.with_what_is_read(now);
        // What was made of it for searching is of what it held, and stays until there is another.
        if !library.is_large() {
            self.in_memory = InMemory::Old;
        }
        let now = Arc::new(World { library, ..World::clone(&self.world) });
        let before = std::mem::replace(&mut self.world, now);
        self.end_pointing();
        let pages = self.pages.take();
        if !self.world.library.is_large() && !self.world.library.is_checked() {
            self.checked = Checked::No;
        }
        if let Mode::Search(search) = &mut self.mode {
            // What is typed is typed on, where we were before it.
            search.changed = true;
            search.before = again(&before, &self.world, &pages, &search.before).unwrap_or_else(|| search.before.clone());
        }
        self.walk_again(&before, &pages);
        if matches!(&self.mode, Mode::Search(search) if search.before.place != self.trail.here().place) {
            self.mode = Mode::Walk;
        }
        let now = &self.world;
        for place in &mut self.recent {
            *place = renamed(&before, now, place);
        }
        self.drafts.rename(|place| renamed(&before, now, place));
        if let Mode::Write(writing) = &mut self.mode {
            writing.rename(|place| renamed(&before, now, place));
        }
        self.list_recent();
        self.tell_of_stale(&before);
    }

    /// The library with the briefings that we are in, though their files are gone: we leave them, or they come back.
    fn with_what_is_read(&self, now: &Library) -> Library {
        let ids = self.read_here();
        now.with_gone(&self.world.library, &ids).without_old(&ids)
    }

    /// The briefings of the way that we have come.
    fn read_here(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.trail.places().filter_map(Place::briefing).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What was held for a moment of a briefing whose row was still listed when its file was gone is let go of.
    pub(super) fn let_go_of_old(&mut self) {
        let library = self.world.library.without_old(&self.read_here());
        if !library.is_same(&self.world.library) || library.entries().len() != self.world.entries().len() {
            self.world = Arc::new(World { library, ..World::clone(&self.world) });
        }
    }

    /// Takes every visit of the way again, or of the way that was cut, if we stand where it was.
    fn walk_again(&mut self, before: &World, pages: &Pages) {
        let now = &self.world;
        let cut = self.cut.take().filter(|cut| cut.is_at(&self.trail));
        let has_briefing = |cut: &Cut| cut.whole.here().place.briefing().is_none_or(|id| now.entry(id).is_some());
        let came_back = cut.as_ref().filter(|cut| has_briefing(cut)).map(|cut| cut.whole.clone());
        let is_back = came_back.is_some();
        let old = came_back.unwrap_or_else(|| self.trail.clone());
        let mut is_cut = false;
        let mut new = old.clone();
        let taken = |visit: &Visit| {
            let visit = if is_back { back(now, visit) } else { again(before, now, pages, visit) };
            is_cut |= visit.is_none();
            visit
        };
        new.revisit(taken, |place| nearest(before, now, place));
        let was = if is_back { old.here().place.clone() } else { renamed(before, now, &old.here().place) };
        let is_gone = locate(now, &was).is_err();
        if is_gone && !is_back {
            self.notice = Some(format!("{was}{GONE}"));
        } else if !is_gone && self.notice.as_ref().is_some_and(|notice| notice.ends_with(GONE)) {
            self.notice = None;
        }
        self.cut = match cut {
            Some(cut) if is_cut || !is_back => Some(cut.leaving(&new)),
            None if is_cut => Some(Cut::new(&old, &new, before, pages)),
            _ => None,
        };
        self.trail = new;
    }

    /// Says what is newly no longer what its file holds; what was said of it before is taken back once it is.
    fn tell_of_stale(&mut self, before: &World) {
        let here = self.briefing().map(str::to_owned);
        let (now, before) = (&self.world.library, &before.library);
        let said = |notice: &Option<String>, words: &str| notice.as_ref().is_some_and(|notice| notice.starts_with(words));
        if let Some(lost) = now.lost() {
            if before.lost().is_none_or(|before| before.why != lost.why) {
                self.notice = Some(format!("{KEPT_ALL}{}.", lost.why));
            }
            return;
        }
        let why = |library: &Library, held| library.stale(held).map(|stale| stale.why.clone());
        let mut stale = now.entries().into_iter().filter(|held| now.stale(held).is_some()).peekable();
        let none = stale.peek().is_none();
        if let Some(held) = stale.find(|held| why(before, held) != why(now, held)) {
            let which = if here.as_deref() == Some(&*held.id) { String::new() } else { format!(" of {}", held.id) };
            self.notice = Some(format!("{KEPT}{which}: {}.", why(now, held).unwrap_or_default()));
        } else if said(&self.notice, KEPT_ALL) || none && said(&self.notice, KEPT) {
            self.notice = None;
        }
    }

    /// Counts of findings have changed, and rows may have come with them: the cursor stays on what it was on.
    pub(super) fn count_findings_anew(&mut self) {
        let old = self.here();
        self.pages.forget_findings(&self.world);
        self.stand_where_it_was(old);
    }

    /// Puts the cursor on what it was on in a page that was made anew.
    pub(super) fn stand_where_it_was(&mut self, old: Option<Column>) {
        if let Some(((old, new), stop)) = old.zip(self.here()).zip(self.trail.here().stop) {
            let (old, new) = (&old.flowed.doc, &new.flowed.doc);
            if old.blocks.len() != new.blocks.len() {
                self.end_pointing();
            }
            let is_filters = self.trail.here().place == Place::Filters;
            if is_filters && new.links.is_empty() {
                // It is still being made.
                return;
            }
            // A filter that is set stands above as well.
            let above = if is_filters { more_of(&old.links, &new.links, stop) } else { 0 };
            self.trail.here_mut().stop = moved(&old.links, &new.links, stop, above);
        }
    }
}

/// A visit in a world that was read anew, as when the program is left and begun again: the cursor is found in the new page
/// when that is looked at.
fn again(before: &World, now: &World, pages: &Pages, visit: &Visit) -> Option<Visit> {
    if !is_kept(&visit.place) {
        return Some(visit.clone());
    }
    let place = renamed(before, now, &visit.place);
    locate(now, &place).ok()?;
    let stay = stay(before, pages, visit, |place| quoted(now, &renamed(before, now, place)));
    Some(Visit { place, resume_at: Some(Box::new(stay)), ..visit.clone() })
}

/// What is said where a file was saved that cannot be read, where the library cannot, and where a place is gone.
const KEPT: &str = "Kept the last good version";
const KEPT_ALL: &str = "Kept what was read before: ";
const GONE: &str = " is gone; this is what is nearest to it.";
