//! Searching the page we are on.

use super::{Model, SearchPrompt};
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::page::search::{Hit, search};
use crate::tui::column::Column;
use crate::tui::flowed::Flowed;
use crate::tui::prompt::Prompt;

/// What was searched, and where it stands on the page we are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    words: String,
    /// The page that the hits are of; none where it has changed since.
    place: Option<Place>,
    hits: Vec<Hit>,
    current: Option<usize>,
}

impl Marks {
    /// What was searched.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Where it stands, in reading order.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The hit that we are on, as an index.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.current
    }
}

impl Model {
    pub(super) fn begin_search(&mut self) {
        if self.here().is_some() {
            self.marks = None;
            self.prompt = Some(SearchPrompt { line: Prompt::default(), before: self.trail.here().clone(), changed: false });
        }
    }

    /// Takes a key into the prompt: Enter keeps what was found, Escape undoes all.
    pub(super) fn type_search(&mut self, key: Key) {
        let Some(prompt) = &mut self.prompt else { return };
        match key.code {
            Code::Escape => {
                *self.trail.here_mut() = prompt.before.clone();
                self.prompt = None;
                self.marks = None;
            }
            Code::Backspace if prompt.line.text().is_empty() => {
                self.prompt = None;
                self.marks = None;
            }
            Code::Enter => {
                self.search_typed();
                self.prompt = None;
                if let Some(marks) = self.marks.take_if(|marks| marks.hits.is_empty()) {
                    self.say(&format!("Not in this page: “{}”.", marks.words));
                }
            }
            _ => {
                prompt.changed |= prompt.line.press(key);
            }
        }
    }

    /// Searches for what was typed, if that has not been done.
    pub(super) fn search_typed(&mut self) {
        if let Some(prompt) = self.prompt.as_mut().filter(|prompt| prompt.changed) {
            prompt.changed = false;
            let words = prompt.line.text().to_owned();
            *self.trail.here_mut() = prompt.before.clone();
            self.look_for(words);
        }
    }

    /// Marks the words, and goes to the first place from the top of the view on.
    fn look_for(&mut self, words: String) {
        let Some(here) = self.here() else { return };
        if words.is_empty() {
            self.marks = None;
            return;
        }
        let hits = search(&here.flowed.doc, &words);
        let first = first_from_top(&here, &hits);
        self.marks = Some(Marks { words, place: Some(here.place.clone()), hits, current: None });
        if let Some(first) = first {
            self.go_to_hit(&here, first);
        }
    }

    pub(super) fn next_hit(&mut self, by: isize) {
        let Some(here) = self.here() else { return };
        self.refresh_marks(&here);
        let Some(marks) = &self.marks else {
            let search = self.keymap.shown(Action::Search);
            return self.say(&format!("Nothing is searched; {search} begins."));
        };
        let count = marks.hits.len();
        let Some(first) = first_from_top(&here, &marks.hits) else {
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

    /// Brings a hit into view, and the cursor to the link that holds it, else to the nearest link before it.
    fn go_to_hit(&mut self, here: &Column, index: usize) {
        let Some(marks) = &mut self.marks else { return };
        marks.current = Some(index);
        let flowed = &here.flowed;
        let row = row_of(flowed, &marks.hits[index]);
        let before = (0..flowed.doc.links.len()).rev().find(|stop| flowed.rows_of(*stop).is_some_and(|rows| rows.start <= row));
        if !here.view().contains(&row) {
            self.scroll_to(here, row.saturating_sub(here.height() / 3).min(here.last_top()));
        }
        let visit = self.trail.here_mut();
        visit.stop = before.or(visit.stop);
        visit.follow = false;
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
            marks.place = Some(here.place.clone());
            marks.hits = search(&here.flowed.doc, &marks.words);
            marks.current = None;
        }
    }
}

/// The first hit from the top of the view on, else the first of all.
fn first_from_top(here: &Column, hits: &[Hit]) -> Option<usize> {
    let behind = hits.partition_point(|hit| row_of(&here.flowed, hit) < here.top);
    (!hits.is_empty()).then_some(if behind < hits.len() { behind } else { 0 })
}

/// The row that a hit begins on; of a hit that no row shows, the first row of its block.
fn row_of(flowed: &Flowed, hit: &Hit) -> usize {
    // Rows are in the order of their blocks.
    let first = flowed.rows.partition_point(|row| row.block < hit.block);
    let rows = || flowed.rows.iter().enumerate().skip(first).take_while(|(_, row)| row.block == hit.block);
    let of_block = || rows().filter(|(_, row)| !row.pieces.is_empty());
    let shows = |row: &crate::page::Row| {
        row.pieces
            .iter()
            .any(|piece| piece.part == Some(hit.part) && (piece.offset..piece.offset + piece.text.len()).contains(&hit.range.start))
    };
    of_block().find(|(_, row)| shows(row)).or_else(|| of_block().next()).map_or(0, |(at, _)| at)
}
