//! What was searched for, marked on the page we are on, and the way from one place of it to the next.
//!
//! Of a long page what is on the screen is searched first, and the rest behind the frame.

use super::Model;
use super::found_again::stay;
use crate::keys::action::Action;
use crate::page::about::nearest::quoted;
use crate::page::find_in_page::{Hit, Needle};
use crate::page::{Doc, Place};
use crate::tui::column::Column;
use crate::tui::flowed::Flowed;
use crate::tui::trail::Visit;
use std::ops::Range;
use std::sync::Arc;

/// So many blocks are searched at a time: all of an ordinary page.
const AT_ONCE: usize = 500;

/// What was searched, and where it stands on the page we are on.
#[derive(Debug, Clone)]
pub struct Marks {
    words: String,
    needle: Needle,
    /// The page that the hits are of, and its place.
    doc: Arc<Doc>,
    place: Place,
    /// Those in the blocks that are searched; their places are counted from the first of them.
    hits: Vec<Hit>,
    searched: Range<usize>,
    /// Those in the blocks from the first of the page on, up to which they are searched.
    above: (Vec<Hit>, usize),
    current: Option<usize>,
    /// The list of the library is filtered by them.
    filter: bool,
}

impl Marks {
    /// Finds the words from the top of the view on, as far as the first place; where that is none, on the whole page.
    pub(super) fn of(words: String, here: &Column, filter: bool) -> Self {
        let (needle, doc) = (Needle::new(&words), Arc::clone(&here.flowed.doc));
        let first = here.flowed.block_at(here.top).filter(|_| doc.blocks.len() > AT_ONCE).unwrap_or(0);
        let from = needle.cut(&doc, first, -1);
        let (place, above) = (here.place.clone(), (Vec::new(), 0));
        let mut marks = Self { words, needle, doc, place, hits: Vec::new(), searched: from..from, above, current: None, filter };
        while marks.hits.last().is_none_or(|hit| row_of(&here.flowed, hit) < here.top) && marks.search_on() {}
        marks
    }

    /// Searches some blocks more; false where all are searched.
    pub(super) fn search_on(&mut self) -> bool {
        let more = |from: usize, most: usize| from..self.needle.cut(&self.doc, (from + AT_ONCE).min(most), 1);
        if self.searched.end < self.doc.blocks.len() {
            let blocks = more(self.searched.end, self.doc.blocks.len());
            self.searched.end = blocks.end;
            append(&mut self.hits, self.needle.find(&self.doc, blocks));
        } else if self.above.1 < self.searched.start {
            let blocks = more(self.above.1, self.searched.start);
            self.above.1 = blocks.end;
            append(&mut self.above.0, self.needle.find(&self.doc, blocks));
            if self.above.1 == self.searched.start {
                self.searched.start = 0;
                let (mut hits, _) = std::mem::take(&mut self.above);
                self.current = self.current.map(|current| current + places(&hits));
                append(&mut hits, std::mem::take(&mut self.hits));
                self.hits = hits;
            }
        } else {
            return false;
        }
        true
    }

    /// All of the page is searched.
    fn is_whole(&self) -> bool {
        self.searched == (0..self.doc.blocks.len())
    }

    /// How many blocks of the page are searched.
    pub fn searched(&self) -> usize {
        self.searched.len() + self.above.1
    }

    pub fn words(&self) -> &str {
        &self.words
    }

    /// How many places there are; none as long as not all of them are found.
    pub fn places(&self) -> Option<usize> {
        self.is_whole().then(|| places(&self.hits))
    }

    /// Where it stands, in reading order, as far as it is found.
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The place that we are on.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// The place that we are on, if it is on this page.
    pub(super) fn hit_on(&self, doc: &Arc<Doc>) -> Option<&Hit> {
        let current = self.current.filter(|_| Arc::ptr_eq(&self.doc, doc))?;
        let first = self.hits.partition_point(|hit| hit.place < current);
        self.hits.get(first)
    }

    /// The first place from the top of the view on, else the first of all.
    fn first_from_top(&self, here: &Column) -> Option<usize> {
        let behind = self.hits.partition_point(|hit| row_of(&here.flowed, hit) < here.top);
        self.hits.get(behind).or_else(|| self.hits.first()).map(|hit| hit.place)
    }
}

fn places(hits: &[Hit]) -> usize {
    hits.last().map_or(0, |hit| hit.place + 1)
}

/// Counts the places of later hits on from those of earlier ones.
fn append(hits: &mut Vec<Hit>, more: Vec<Hit>) {
    let before = places(hits);
    hits.extend(more.into_iter().map(|hit| Hit { place: hit.place + before, ..hit }));
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
        let Some(marks) = &mut self.marks else {
            let search = self.keymap.shown(Action::Search);
            return self.say(&format!("Nothing is searched; {search} begins."));
        };
        while marks.search_on() {}
        let count = places(&marks.hits);
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

    /// On another page, and on one that was made anew, the same words are marked anew.
    pub(super) fn refresh_marks(&mut self, here: &Column) {
        let Some(marks) = &mut self.marks else { return };
        if !Arc::ptr_eq(&marks.doc, &here.flowed.doc) {
            let anew = Marks::of(std::mem::take(&mut marks.words), here, marks.filter);
            let before = std::mem::replace(marks, anew);
            // Of a map that is moved the words stay.
            marks.current = before.current.filter(|_| (&before.place, &before.hits) == (&marks.place, &marks.hits));
        }
        let view = here.view();
        let is_searched = |marks: &Marks, row: usize| here.flowed.block_at(row).is_none_or(|block| marks.searched.contains(&block));
        while ![view.start, view.end].into_iter().all(|row| is_searched(marks, row)) && marks.search_on() {}
    }

    /// Searches a part of the page for what is marked, while nothing waits: whether there may be more, and whether
    /// that was the last of it.
    pub fn search_ahead(&mut self) -> Option<bool> {
        let marks = self.marks.as_mut().filter(|marks| !marks.is_whole())?;
        marks.search_on();
        Some(marks.is_whole())
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
        row.pieces.iter().any(|piece| {
            piece.part == Some(hit.part) && (piece.offset..piece.offset + piece.text.len()).contains(&hit.range.start)
                || piece.stands_for.as_ref().is_some_and(|(part, range)| *part == hit.part && range.contains(&hit.range.start))
        })
    };
    of_block().find(|(_, row)| shows(row)).or_else(|| of_block().next()).map_or(range.start, |(at, _)| at)
}
