//! What was searched for, marked on the page we are on, and the way from one place of it to the next.

use super::Model;
use super::found_again::stay;
use crate::keys::action::Action;
use crate::page::Place;
use crate::page::about::nearest::quoted;
use crate::page::search::{Hit, search};
use crate::tui::column::Column;
use crate::tui::flowed::Flowed;
use crate::tui::trail::Visit;

/// What was searched, and where it stands on the page we are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    words: String,
    /// The page that the hits are of; none where it has changed since.
    place: Option<Place>,
    hits: Vec<Hit>,
    current: Option<usize>,
    /// The list of the library is filtered by them.
    filter: bool,
}

impl Marks {
    pub(super) fn of(words: String, here: &Column, filter: bool) -> Self {
        let hits = search(&here.flowed.doc, &words);
        Self { words, place: Some(here.place.clone()), hits, current: None, filter }
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    /// How many places there are.
    pub fn places(&self) -> usize {
        self.hits.last().map_or(0, |hit| hit.place + 1)
    }

    /// Where it stands, in reading order.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The place that we are on.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// The place that we are on, if it is on this page.
    pub(super) fn hit_on(&self, place: &Place) -> Option<&Hit> {
        let current = self.current.filter(|_| self.place.as_ref() == Some(place))?;
        let first = self.hits.partition_point(|hit| hit.place < current);
        self.hits.get(first)
    }

    /// The first place from the top of the view on, else the first of all.
    fn first_from_top(&self, here: &Column) -> Option<usize> {
        let behind = self.hits.partition_point(|hit| row_of(&here.flowed, hit) < here.top);
        self.hits.get(behind).or_else(|| self.hits.first()).map(|hit| hit.place)
    }
}

impl Model {
    pub(super) fn go_to_first_hit(&mut self, here: &Column) {
        if let Some(first) = self.marks.as_ref().and_then(|marks| marks.first_from_top(here)) {
            self.go_to_hit(here, first);
        }
    }

    pub(super) fn next_hit(&mut self, by: isize) {
        let Some(here) = self.here() else { return };
        self.refresh_marks(&here);
        let Some(marks) = &self.marks else {
            let search = self.keymap.shown(Action::Search);
            return self.say(&format!("Nothing is searched; {search} begins."));
        };
        let count = marks.places();
        let Some(first) = marks.first_from_top(&here) else {
            let words = marks.words.clone();
            return self.say(&format!("Not in this page: “{words}”."));
        };
        let next = match marks.current {
            Some(current) => current.checked_add_signed(by).unwrap_or(count - 1) % count,
            None if by > 0 => first,
            None => first.checked_sub(1).unwrap_or(count - 1),
        };
        self.go_to_hit(&here, next);
    }

    /// Brings a place into view, and the cursor to the link that holds it, else to the nearest link before it.
    fn go_to_hit(&mut self, here: &Column, place: usize) {
        let Some(marks) = &mut self.marks else { return };
        marks.current = Some(place);
        let first = marks.hits.partition_point(|hit| hit.place < place);
        let Some(hit) = marks.hits.get(first) else { return };
        let here = here.clone().near(hit.block);
        let (flowed, row) = (&here.flowed, row_of(&here.flowed, hit));
        let before = (0..flowed.doc.links.len()).rev().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.start <= row));
        let is_seen = here.view().contains(&row);
        self.scroll_to(&here, if is_seen { here.top } else { row.saturating_sub(here.height() / 3).min(here.last_top()) });
        let visit = self.trail.here_mut();
        visit.stop = before.or(visit.stop);
        visit.cursor_moved = false;
    }

    /// The page has changed; the same words are marked anew.
    pub(super) fn forget_hits(&mut self) {
        if let Some(marks) = &mut self.marks {
            marks.place = None;
        }
    }

    /// On another page the same words are marked anew.
    pub(super) fn refresh_marks(&mut self, here: &Column) {
        if let Some(marks) = self.marks.as_mut().filter(|marks| marks.place.as_ref() != Some(&here.place)) {
            *marks = Marks::of(std::mem::take(&mut marks.words), here, marks.filter);
        }
    }

    /// Ends the marks; whether there were any. A list that was filtered is whole again, and its cursor where it was.
    pub(super) fn unmark(&mut self) -> bool {
        if self.marks.as_ref().is_some_and(|marks| marks.filter) {
            let (world, pages) = (&self.world, &self.pages);
            let whole = |visit: &Visit| Visit {
                resume_at: Some(Box::new(stay(world, pages, visit, |place| quoted(world, place)))),
                ..visit.clone()
            };
            self.trail = self.trail.with(|visit| if visit.place == Place::Library { whole(visit) } else { visit.clone() });
            self.pages.filter(None);
        }
        self.marks.take().is_some()
    }
}

/// The row that a hit begins on; of a hit that no row shows, the first row of its block.
pub(super) fn row_of(flowed: &Flowed, hit: &Hit) -> usize {
    let (range, rows) = (flowed.range_of(hit.block), flowed.rows_of_block(hit.block));
    let of_block = || range.clone().zip(&*rows).filter(|(_, row)| !row.pieces.is_empty());
    let shows = |row: &crate::page::Row| {
        row.pieces
            .iter()
            .any(|piece| piece.part == Some(hit.part) && (piece.offset..piece.offset + piece.text.len()).contains(&hit.range.start))
    };
    of_block().find(|(_, row)| shows(row)).or_else(|| of_block().next()).map_or(range.start, |(at, _)| at)
}
