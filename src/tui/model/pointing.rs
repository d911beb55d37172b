//! The mouse: a click moves the cursor, a click on the cursor opens, the wheel scrolls what is under it, a drag selects.

use super::select::Selection;
use super::{Action, Effect, Model};
use crate::page::{Piece, Place};
use crate::text::width;
use crate::tui::column::Column;
use crate::tui::layout::Pane;
use crate::tui::pointer::{Deed, Pointer, Zone};
use std::collections::HashMap;

/// How many rows a notch of the wheel scrolls.
const NOTCH: isize = 3;

/// What the mouse is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hand {
    /// The terminal tells us of the mouse.
    pub(super) ours: bool,
    /// Where the button went down, and whether the pointer has moved since.
    pressed: Option<(Pointer, bool)>,
    /// The columns beside ours that the wheel has scrolled: their place, and the row that stands first.
    pub(super) scrolled: HashMap<Pane, (Place, usize)>,
}

impl Default for Hand {
    fn default() -> Self {
        Self::new(true)
    }
}

impl Hand {
    /// A mouse that is ours, or the terminal's.
    pub(super) fn new(ours: bool) -> Self {
        Self { ours, pressed: None, scrolled: HashMap::new() }
    }

    /// The row that a column was scrolled to, if it shows the same place still; at most the `last` that may stand first.
    pub(super) fn top(&self, pane: Pane, place: &Place, last: usize) -> Option<usize> {
        self.scrolled.get(&pane).filter(|(of, _)| of == place).map(|(_, top)| *top.min(&last))
    }
}

impl Model {
    /// The terminal is asked for the mouse.
    #[must_use]
    pub fn takes_mouse(&self) -> bool {
        self.hand.ours
    }

    /// Leaves the mouse to the terminal, or takes it back.
    pub(super) fn turn_mouse(&mut self) -> Vec<Effect> {
        self.hand.ours = !self.hand.ours;
        self.hand.pressed = None;
        let key = self.keymap.shown(Action::Mouse);
        self.say(&if self.hand.ours {
            "The mouse is taken again: it clicks, scrolls and selects here.".to_owned()
        } else {
            format!("The mouse is the terminal’s; {key} takes it back.")
        });
        vec![Effect::Mouse(self.hand.ours)]
    }

    /// Takes what the mouse did; `on` is what is drawn there around the columns.
    pub(super) fn point(&mut self, pointer: Pointer, on: Option<Zone>) -> Vec<Effect> {
        let typing = self.prompt.is_some() || self.writing.is_some() && !matches!(on, Some(Zone::Hint(_)));
        let Some(layout) = self.layout().filter(|_| self.hand.ours && !typing) else { return Vec::new() };
        match pointer.deed {
            Deed::WheelUp | Deed::WheelDown => {
                self.letters = None;
                let by = if pointer.deed == Deed::WheelUp { -NOTCH } else { NOTCH };
                self.scroll(layout.pane_at(pointer.x, pointer.y).unwrap_or(Pane::Here), by);
            }
            Deed::Press => {
                self.notice = None;
                // A key in the line of hints does what it does to them.
                if !matches!(on, Some(Zone::Hint(_))) {
                    self.letters = None;
                    self.selection = None;
                }
                self.hand.pressed = Some((pointer, false));
            }
            Deed::Drag => self.drag(pointer),
            Deed::Release => match self.hand.pressed.take() {
                Some((_, true)) => return self.end_drag(),
                // A button that went up elsewhere was not meant for what is there.
                Some((pressed, false)) if (pressed.x, pressed.y) == (pointer.x, pointer.y) => return self.click(pointer, on),
                _ => {}
            },
        }
        Vec::new()
    }

    /// Scrolls a column; the trail stays as it is.
    fn scroll(&mut self, pane: Pane, by: isize) {
        let Some(column) = self.column(pane) else { return };
        // Beside ours there may have been more than one notch since the column was drawn.
        let top = self.hand.top(pane, &column.place, column.last_top()).unwrap_or(column.top);
        let target = top.saturating_add_signed(by).min(column.last_top().max(top));
        if pane != Pane::Here {
            self.hand.scrolled.insert(pane, (column.place, target));
        } else if self.selection.is_some() {
            self.scroll_to(&column, target);
            self.trail.here_mut().follow = false;
        } else if target != top {
            self.trail.here_mut().follow = true;
            self.move_view(column, target);
        }
    }

    /// Selects from where the button went down, in that column only.
    fn drag(&mut self, pointer: Pointer) {
        let Some((pressed, moved)) = self.hand.pressed else { return };
        let pane = self.layout().and_then(|layout| layout.pane_at(pressed.x, pressed.y));
        let Some((pane, area)) = pane.and_then(|pane| Some((pane, self.column(pane)?.area))) else { return };
        if pressed.y == area.y || !moved && (pressed.x, pressed.y) == (pointer.x, pointer.y) {
            return;
        }
        // The pointer beyond the column's first or last row leads on.
        if pointer.y <= area.y {
            self.scroll_selecting(pane, -1);
        } else if pointer.y >= area.bottom() {
            self.scroll_selecting(pane, 1);
        }
        let Some(column) = self.column(pane) else { return };
        let point = |at: Pointer| {
            let y = at.y.clamp(area.y + 1, area.bottom().saturating_sub(1).max(area.y + 1));
            let (row, at) = column.cell_at(at.x.clamp(area.x, area.right().saturating_sub(1)), y)?;
            column.flowed.point_at(row.min(column.flowed.rows.len().saturating_sub(1)), at.unwrap_or(0))
        };
        if !moved {
            self.selection = point(pressed).map(|anchor| Selection::new(pane, column.place.clone(), anchor).by_mouse());
            self.hand.pressed = Some((pressed, true));
        }
        if let (Some(selection), Some(head)) = (&mut self.selection, point(pointer)) {
            selection.lead(head);
        }
    }

    fn scroll_selecting(&mut self, pane: Pane, by: isize) {
        if self.selection.is_some() {
            self.scroll(pane, by);
        }
    }

    /// Copies what was dragged over; it stays selected until the next key or click.
    fn end_drag(&mut self) -> Vec<Effect> {
        let selection = self.selection.clone();
        let text = selection.and_then(|selection| self.selected(&selection));
        text.map_or_else(Vec::new, |text| self.hand_over(text))
    }

    fn click(&mut self, pointer: Pointer, on: Option<Zone>) -> Vec<Effect> {
        // What is beside the list of actions leads away from where it was asked for.
        let asked = self.palette.is_some();
        if asked && matches!(on, Some(Zone::Crumb(_) | Zone::Tab(_))) {
            self.end_palette();
        }
        match on {
            Some(Zone::Crumb(depth)) => {
                while self.trail.places().count() > depth + 1 && self.trail.back() {}
                return Vec::new();
            }
            Some(Zone::Tab(number)) => {
                self.go_to_tab(number);
                return Vec::new();
            }
            Some(Zone::Hint(action)) => return self.click_hint(action),
            None => {}
        }
        let Some(pane) = self.layout().and_then(|layout| layout.pane_at(pointer.x, pointer.y)) else { return Vec::new() };
        let column = self.column(pane);
        let stop = column.as_ref().and_then(|column| stop_at(column, pointer));
        match pane {
            Pane::Here if stop.is_some() && self.trail.here().stop == stop => return self.open(),
            Pane::Here => self.stand_if(stop),
            Pane::Left => {
                if asked {
                    self.end_palette();
                } else {
                    self.back();
                }
                self.stand_if(stop);
            }
            Pane::Preview => {
                let effects = self.open();
                if column.is_some_and(|column| column.place == self.trail.here().place) {
                    self.stand_if(stop);
                }
                return effects;
            }
        }
        Vec::new()
    }

    /// Does what a key in the line of hints does here.
    fn click_hint(&mut self, action: Action) -> Vec<Effect> {
        if self.writing.is_some() {
            return self.click_in_note(action);
        }
        match (self.selection.is_some(), self.letters.take().is_some(), action) {
            (true, _, Action::Copy) => self.copy_selection(false),
            (true, _, Action::Cite) => self.copy_selection(true),
            (true, _, _) => {
                self.selection = None;
                Vec::new()
            }
            (false, true, _) => Vec::new(),
            (false, false, action) => self.act(action),
        }
    }

    fn stand_if(&mut self, stop: Option<usize>) {
        if let Some((here, stop)) = self.here().zip(stop) {
            self.stand_on(&here, stop);
        }
    }
}

/// The stop at a cell of a column.
fn stop_at(column: &Column, pointer: Pointer) -> Option<usize> {
    let (row, at) = column.cell_at(pointer.x, pointer.y)?;
    let row = column.flowed.rows.get(row)?;
    let holds = |piece: &&Piece| at.is_some_and(|at| (piece.column..piece.column + width(&piece.text)).contains(&at));
    row.pieces.iter().find(holds).and_then(|piece| piece.stop).or(row.stop)
}
