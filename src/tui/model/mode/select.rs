//! A stretch of text on one page: chosen by keys from `v` on, or by dragging the mouse.

use super::Mode;
use crate::keys::action::{Action, Curating};
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::tui::column::Column;
use crate::tui::flowed::{Point, bytes_between};
use crate::tui::layout::Pane;
use crate::tui::model::hint::Hint;
use crate::tui::model::{Effect, Model};
use std::ops::Range;

/// What is selected: both ends are in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub pane: Pane,
    /// Where it stays: on another page it ends.
    pub place: Place,
    anchor: Point,
    /// Where it was led from there.
    head: Point,
    /// The column that ↓ and ↑ keep to.
    column: usize,
    /// It was made by the mouse: keys that move end it.
    dragged: bool,
}

impl Selection {
    pub fn new(pane: Pane, place: Place, anchor: Point) -> Self {
        Self { pane, place, anchor, head: anchor, column: 0, dragged: false }
    }

    pub(in crate::tui::model) fn by_mouse(self) -> Self {
        Self { dragged: true, ..self }
    }

    /// Its first and its last place.
    pub fn ends(&self) -> (Point, Point) {
        (self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// The selected bytes of a part of a block, with the first byte of the last character.
    pub fn bytes(&self, block: usize, part: usize) -> Range<usize> {
        let (from, to) = self.ends();
        bytes_between(from, to, block, part)
    }

    /// Leads it to another place.
    pub(in crate::tui::model) fn lead(&mut self, head: Point) {
        self.head = head;
    }
}

impl Model {
    /// Begins to select at the cursor if it is in view, else at the top of the view.
    pub(in crate::tui::model) fn begin_selection(&mut self) {
        let Some(here) = self.here() else { return };
        let flowed = &here.flowed;
        let row = here.stop.and_then(|stop| flowed.rows_of(stop)).map(|rows| rows.start).filter(|row| here.view().contains(row));
        let column = row.and_then(|row| flowed.row(row)?.pieces.iter().find(|piece| piece.stop.is_some() && piece.stop == here.stop));
        let column = column.map_or(0, |piece| piece.column);
        match flowed.point_at(row.unwrap_or(here.top), column) {
            Some(point) => self.begin(Mode::Select(Selection { column, ..Selection::new(Pane::Here, here.place, point) })),
            None => self.say("There is no text to select here."),
        }
    }

    /// Takes a key while text is selected: what moves extends it, `y` copies, Esc ends.
    pub(super) fn press_selecting(&mut self, key: Key, action: Option<Action>) -> Vec<Effect> {
        let Mode::Select(selection) = &self.mode else { return Vec::new() };
        match (key.code, action) {
            (Code::Escape, _) | (_, Some(Action::Cancel)) => self.mode = Mode::Walk,
            (_, Some(Action::Select)) => self.begin_anew(),
            (_, Some(Action::Copy)) => return self.copy_selection(false),
            (_, Some(Action::Cite)) => return self.copy_selection(true),
            (_, Some(action)) if matches!(action, Action::Curate(_) | Action::Quit | Action::Suspend | Action::Mouse) => {
                return self.act(action);
            }
            (_, action) if selection.dragged => {
                self.mode = Mode::Walk;
                return action.map_or_else(Vec::new, |action| self.act(action));
            }
            _ => {
                if !self.extend(key, action) {
                    let copy = self.keymap.shown(Action::Copy);
                    self.say(&format!("Text is selected: {copy} copies it, Esc ends."));
                }
            }
        }
        Vec::new()
    }

    /// The word that the selection was led to is its first.
    fn begin_anew(&mut self) {
        let Mode::Select(selection) = &self.mode else { return };
        let (pane, head) = (selection.pane, selection.head);
        let word = self.column(pane).and_then(|shown| shown.near(head.block).flowed.word_at(head));
        let (anchor, head) = word.unwrap_or((head, head));
        if let Mode::Select(selection) = &mut self.mode {
            *selection = Selection { anchor, head, dragged: false, ..selection.clone() };
        }
    }

    /// A click on a hint does what its key does.
    pub(super) fn click_selecting(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Copy => return self.copy_selection(false),
            Action::Cite => return self.copy_selection(true),
            Action::Curate(_) => return self.act(action),
            Action::Select => self.begin_anew(),
            _ => self.mode = Mode::Walk,
        }
        Vec::new()
    }

    pub(super) fn selection_hints(&self) -> Vec<Hint> {
        let of = |actions: &[Action], words| Hint::of(&self.keymap, actions, words);
        let quote = of(&[Action::Curate(Curating::MakeClaim)], "claim").filter(|_| self.can_quote());
        let copy = [of(&[Action::Copy], "copy"), of(&[Action::Cite], "copy with citation")];
        let word = [Some(Hint::fixed("w b", "by words", None)), of(&[Action::Select], "begin here")];
        let end = [Some(Hint::fixed("Esc", "end", Some(Action::Cancel)))];
        quote.into_iter().chain(word.into_iter().chain(copy).chain(end).flatten()).collect()
    }

    /// Leads the selection on; whether the key does that.
    fn extend(&mut self, key: Key, action: Option<Action>) -> bool {
        let Mode::Select(selection) = &self.mode else { return false };
        let selection = selection.clone();
        let Some(shown) = self.column(selection.pane) else { return false };
        let shown = shown.near(selection.head.block);
        let flowed = &shown.flowed;
        let page = isize::try_from(shown.height() - 1).unwrap_or(isize::MAX).max(1);
        let (mut anchor, head) = (selection.anchor, selection.head);
        let rows = |by: isize| flowed.rows_away(head, by, selection.column);
        let (next, keeps_column) = match (key.code, action) {
            (Code::Home, _) => (flowed.row_end(head, -1), false),
            (Code::End, _) => (flowed.row_end(head, 1), false),
            (_, Some(Action::Right)) => (flowed.next_point(head, 1), false),
            (_, Some(Action::Left)) => (flowed.next_point(head, -1), false),
            (_, Some(Action::Down)) => (rows(1), true),
            (_, Some(Action::Up)) => (rows(-1), true),
            (_, Some(Action::PageDown)) => (rows(page), true),
            (_, Some(Action::PageUp)) => (rows(-page), true),
            (_, Some(Action::Top)) => (flowed.last_point(-1), false),
            (_, Some(Action::End)) => (flowed.last_point(1), false),
            (Code::Char(by @ ('w' | 'b')), _) => {
                let led = flowed.by_word(selection.anchor, head, if by == 'w' { 1 } else { -1 });
                anchor = led.map_or(anchor, |(anchor, _)| anchor);
                (led.map(|(_, head)| head), false)
            }
            _ => return false,
        };
        let head = next.unwrap_or(head);
        let shown = shown.near(head.block);
        let cell = shown.flowed.cell_of(head);
        let column = if keeps_column { selection.column } else { cell.map_or(selection.column, |(_, column)| column) };
        if let (Some((row, _)), Pane::Here) = (cell, selection.pane) {
            self.bring_into_view(&shown, row);
        }
        self.mode = Mode::Select(Selection { anchor, head, column, ..selection });
        true
    }

    /// Scrolls so that a row is in view; the cursor stays where it is.
    fn bring_into_view(&mut self, here: &Column, row: usize) {
        self.scroll_to(here, if row < here.top { row } else { (row + 1).saturating_sub(here.height()).max(here.top) });
        self.trail.here_mut().cursor_moved = false;
    }
}
