//! The mouse: a click moves the cursor, a click on the cursor opens, the wheel scrolls what is under it, a drag selects.

use super::map::state_at;
use super::mode::{Mode, Selection};
use super::{Effect, Model};
use crate::keys::action::Action;
use crate::page::{Piece, Place};
use crate::text::width;
use crate::tui::column::Column;
use crate::tui::layout::Pane;
use crate::tui::pointer::{Deed, Pointer, Zone};
use crate::tui::position::Position;
use std::collections::HashMap;

const NOTCH: isize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mouse {
    /// The terminal tells us of it, and does nothing with it itself.
    captured: bool,
    /// Where the button went down, and whether the pointer has moved since.
    pressed: Option<(Pointer, bool)>,
    /// It holds the right border of this column.
    border: Option<Pane>,
    /// The columns beside ours that the wheel has scrolled: their place, and what stands first.
    scrolled: HashMap<Pane, (Place, Position)>,
}

impl Default for Mouse {
    fn default() -> Self {
        Self::new(true)
    }
}

impl Mouse {
    pub(super) fn new(captured: bool) -> Self {
        Self { captured, pressed: None, border: None, scrolled: HashMap::new() }
    }

    /// Forgets how columns were scrolled that show other places now.
    pub(super) fn forget_others(&mut self, stays: impl Fn(Pane, &Place) -> bool) {
        self.scrolled.retain(|pane, (place, _)| stays(*pane, place));
    }

    /// What a column was scrolled to, if it shows the same place still.
    pub(super) fn top(&self, pane: Pane, place: &Place) -> Option<&Position> {
        self.scrolled.get(&pane).filter(|(of, _)| of == place).map(|(_, top)| top)
    }
}

impl Model {
    /// The terminal is asked for the mouse.
    pub fn takes_mouse(&self) -> bool {
        self.mouse.captured
    }

    /// Leaves the mouse to the terminal, or takes it back.
    pub(super) fn turn_mouse(&mut self) -> Vec<Effect> {
        self.mouse.captured = !self.mouse.captured;
        self.mouse.pressed = None;
        let key = self.keymap.shown(Action::Mouse);
        self.say(&if self.mouse.captured {
            "The mouse is taken again: it clicks, scrolls and selects here.".to_owned()
        } else {
            format!("The mouse is the terminal’s; {key} takes it back.")
        });
        vec![Effect::Mouse(self.mouse.captured)]
    }

    /// Takes what the mouse did; `on` is what is drawn there around the columns.
    pub(super) fn point(&mut self, pointer: Pointer, on: Option<Zone>) -> Vec<Effect> {
        let heard = self.mouse.captured && self.mode.hears(pointer.deed, on);
        let Some(layout) = self.layout().filter(|_| heard) else { return Vec::new() };
        match pointer.deed {
            Deed::WheelUp | Deed::WheelDown => {
                if matches!(self.mode, Mode::Letters(_)) {
                    self.mode = Mode::Walk;
                }
                let by = if pointer.deed == Deed::WheelUp { -NOTCH } else { NOTCH };
                self.scroll(layout.pane_at(pointer.x, pointer.y).unwrap_or(Pane::Here), by);
            }
            Deed::Press => {
                self.notice = None;
                // A key in the line of hints does what it does to them.
                if !matches!(on, Some(Zone::Hint(_))) {
                    self.end_pointing();
                }
                self.mouse.border = layout.border_at(pointer.x, pointer.y);
                self.mouse.pressed = Some((pointer, false));
            }
            Deed::Drag => match self.mouse.border {
                Some(pane) => self.put_border(pane, pointer.x),
                None => self.drag(pointer),
            },
            Deed::Release if self.mouse.border.take().is_some() => self.mouse.pressed = None,
            Deed::Release => match self.mouse.pressed.take() {
                Some((_, true)) => return self.copy_dragged(),
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
        let scrolled = self.mouse.top(pane, &column.place);
        let column = scrolled.map_or(column.clone(), |top| column.clone().near(top.block(&column.flowed.doc)));
        let top = scrolled.and_then(|top| top.row(&column.flowed)).map_or(column.top, |top| top.min(column.last_top()));
        let target = top.saturating_add_signed(by).min(column.last_top().max(top));
        if pane != Pane::Here {
            if let Some(target) = Position::of(&column.flowed, target) {
                self.mouse.scrolled.insert(pane, (column.place, target));
            }
        } else if matches!(self.mode, Mode::Select(_)) {
            self.scroll_to(&column, target);
            self.trail.here_mut().cursor_moved = false;
        } else if target != top && self.trail.here().place.is_slide() {
            self.turn_page_of_slide(target > top);
        } else if target != top {
            self.trail.here_mut().cursor_moved = true;
            self.move_view(column, target);
        }
    }

    /// Selects from where the button went down, in that column only.
    fn drag(&mut self, pointer: Pointer) {
        let Some((pressed, moved)) = self.mouse.pressed else { return };
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
            column.flowed.point_at(row, at.unwrap_or(0))
        };
        if !moved {
            if let Some(anchor) = point(pressed) {
                self.begin(Mode::Select(Selection::new(pane, column.place.clone(), anchor).by_mouse()));
            }
            self.mouse.pressed = Some((pressed, true));
        }
        if let (Mode::Select(selection), Some(head)) = (&mut self.mode, point(pointer)) {
            selection.lead(head);
        }
    }

    fn scroll_selecting(&mut self, pane: Pane, by: isize) {
        if matches!(self.mode, Mode::Select(_)) {
            self.scroll(pane, by);
        }
    }

    fn click(&mut self, pointer: Pointer, on: Option<Zone>) -> Vec<Effect> {
        // What is beside the list of actions leads away from where it was asked for.
        let asked = matches!(self.mode, Mode::Palette(_));
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
        let Some(layout) = self.layout() else { return Vec::new() };
        let Some(pane) = layout.pane_at(pointer.x, pointer.y) else { return Vec::new() };
        let column = self.column(pane);
        let stop = column.as_ref().and_then(|column| {
            let on_map = || state_at(column, layout.density, pointer.x, pointer.y);
            stop_at(column, pointer).or_else(on_map)
        });
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

    fn stand_if(&mut self, stop: Option<usize>) {
        if let Some((here, stop)) = self.here().zip(stop) {
            self.stand_on(&here, stop);
        }
    }
}

/// The stop at a cell of a column.
fn stop_at(column: &Column, pointer: Pointer) -> Option<usize> {
    let (row, at) = column.cell_at(pointer.x, pointer.y)?;
    let row = column.flowed.row(row)?;
    let holds = |piece: &&Piece| at.is_some_and(|at| (piece.column..piece.column + width(&piece.text)).contains(&at));
    row.pieces.iter().find(holds).and_then(|piece| piece.stop).or(row.stop)
}
