//! Another world in place of the one that was walked through.

use super::Model;
use super::found_again::{is_kept, moved, stay};
use super::mode::Mode;
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
        let now = Arc::new(World { library: now.clone(), ..World::clone(&self.world) });
        let before = std::mem::replace(&mut self.world, now);
        self.end_pointing();
        let now = &self.world;
        let pages = self.pages.take();
        self.checked = self.checked && now.library.is_checked();
        // As when the program is left and begun again: the cursor is found in the new page when that is looked at.
        let mut again = |visit: &Visit| {
            if !is_kept(&visit.place) {
                return Some(visit.clone());
            }
            let place = renamed(&before, now, &visit.place);
            locate(now, &place).ok()?;
            let stay = stay(&before, &pages, visit, |place| quoted(now, &renamed(&before, now, place)));
            Some(Visit { place, resume_at: Some(Box::new(stay)), ..visit.clone() })
        };
        if let Mode::Search(search) = &mut self.mode {
            // What is typed is typed on, where we were before it.
            search.changed = true;
            search.before = again(&search.before).unwrap_or_else(|| search.before.clone());
        }
        let was = renamed(&before, now, &self.trail.here().place);
        self.trail.revisit(&mut again, |place| nearest(&before, now, place));
        if self.trail.here().place != was {
            self.notice = Some(format!("{was} is gone; this is what is nearest to it."));
        }
        if matches!(&self.mode, Mode::Search(search) if search.before.place != self.trail.here().place) {
            self.mode = Mode::Walk;
        }
        for place in &mut self.recent {
            *place = renamed(&before, now, place);
        }
        self.drafts.rename(|place| renamed(&before, now, place));
        if let Mode::Write(writing) = &mut self.mode {
            writing.rename(|place| renamed(&before, now, place));
        }
        self.list_recent();
        self.forget_hits();
        self.tell_of_broken(&before);
    }

    /// Says what was saved and cannot be read; what was said of it before is taken back once it can.
    fn tell_of_broken(&mut self, before: &World) {
        let here = self.briefing().map(str::to_owned);
        let broken = self.world.library.broken();
        let new = broken.iter().find(|now| !before.library.broken().iter().any(|old| Arc::ptr_eq(old, now)));
        if let Some(entry) = new {
            let which = if here.as_deref() == Some(&*entry.id) { String::new() } else { format!(" of {}", entry.id) };
            self.notice = Some(format!("{KEPT}{which}: {}.", entry.first_failure()));
        } else if broken.is_empty() && self.notice.as_ref().is_some_and(|notice| notice.starts_with(KEPT)) {
            self.notice = None;
        }
    }

    /// Counts of findings have changed, and rows may have come with them: the cursor stays on what it was on.
    pub(super) fn count_findings_anew(&mut self) {
        let old = self.here();
        self.pages.forget_findings(&self.world);
        self.stand_where_it_was(old);
        self.forget_hits();
    }

    /// Puts the cursor on what it was on in a page that was made anew.
    pub(super) fn stand_where_it_was(&mut self, old: Option<Column>) {
        if let Some(((old, new), stop)) = old.zip(self.here()).zip(self.trail.here().stop) {
            let (old, new) = (&old.flowed.doc, &new.flowed.doc);
            if old.blocks.len() != new.blocks.len() {
                self.end_pointing();
            }
            self.trail.here_mut().stop = moved(&old.links, &new.links, stop, Place::clone);
        }
    }
}

/// What is said where a file was saved that cannot be read.
const KEPT: &str = "Kept the last good version";
