//! Where things stand on a screen of a given size.
//!
//! ```text
//! crumbs                                   state  marking
//! tabs
//! ─ ‹ came from ─┬━ here ━━━━━━━━━━━━━━┬─ › preview ─────
//!                │                     │
//! hints                                 place  marking
//! ```

use crate::page::flow::{Density, MEASURE};
use ratatui::layout::Position;
pub use ratatui::layout::Rect;

/// The smallest screen that a page can be read on, in cells.
pub const SMALLEST: (u16, u16) = (40, 12);
/// From this width on there are three columns.
const THREE: u16 = 100;
/// From this width on there are two.
const TWO: u16 = 70;
/// From this height on the tabs have a line.
const TABS: u16 = 16;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// Where we came from.
    Left,
    /// Where we are.
    Here,
    /// What the cursor points at.
    Preview,
}

/// The parts of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The first line: crumbs, state, marking.
    pub head: Rect,
    /// The line of tabs; none where the screen is too low.
    pub tabs: Option<Rect>,
    /// Where we came from.
    pub left: Option<Rect>,
    /// Where we are. Its first row is the title rule, its first cell of each row the margin of the cursor.
    pub here: Rect,
    /// What the cursor points at.
    pub preview: Option<Rect>,
    /// The last line: hints, place, marking.
    pub foot: Rect,
    /// How much room rows may take.
    pub density: Density,
}

impl Layout {
    /// Where a column stands, if it is shown.
    #[must_use]
    pub fn area(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Left => self.left,
            Pane::Here => Some(self.here),
            Pane::Preview => self.preview,
        }
    }

    /// The column that a cell belongs to.
    #[must_use]
    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        let holds = |pane: &Pane| self.area(*pane).is_some_and(|area| area.contains(Position { x, y }));
        [Pane::Left, Pane::Here, Pane::Preview].into_iter().find(holds)
    }

    /// The layout of a screen, or none where it is too small. `deep` says that there is a place to the left.
    #[must_use]
    pub fn new(columns: u16, rows: u16, deep: bool) -> Option<Self> {
        if columns < SMALLEST.0 || rows < SMALLEST.1 {
            return None;
        }
        let line = |y: u16| Rect::new(0, y, columns, 1);
        let tabs = (rows >= TABS).then(|| line(1));
        let top = 1 + u16::from(tabs.is_some());
        let column = |x: u16, width: u16| Rect::new(x, top, width, rows - top - 1);
        let measure = u16::try_from(MEASURE).unwrap_or(u16::MAX) + 2;
        let (left, here, preview) = match (columns, deep) {
            (THREE.., true) => {
                let left = (columns * 21 / 100).clamp(24, 34);
                let rest = columns - left - 1;
                let here = (rest * 64 / 100).min(measure);
                (Some(left), here, Some(rest - here - 1))
            }
            (THREE.., false) => {
                let here = (columns * 62 / 100).min(measure);
                (None, here, Some(columns - here - 1))
            }
            (TWO.., true) => {
                let here = columns * 62 / 100;
                (None, here, Some(columns - here - 1))
            }
            _ => (None, columns, None),
        };
        let start = left.map_or(0, |left| left + 1);
        Some(Self {
            head: line(0),
            tabs,
            left: left.map(|width| column(0, width)),
            here: column(start, here),
            preview: preview.map(|width| column(start + here + 1, width)),
            foot: line(rows - 1),
            density: Density::of(rows),
        })
    }
}

/// How many cells of text a column holds: a margin on each side.
#[must_use]
pub fn text_width(column: Rect) -> usize {
    usize::from(column.width.saturating_sub(2)).max(1)
}

/// How many rows of text a column holds: its first is the title rule.
#[must_use]
pub fn text_rows(column: Rect) -> usize {
    usize::from(column.height.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m14_columns_fill_the_screen_at_every_size() {
        for columns in 40..=500 {
            for deep in [false, true] {
                let layout = Layout::new(columns, 24, deep).expect("large enough");
                let widths = [layout.left, Some(layout.here), layout.preview].into_iter().flatten().map(|column| column.width + 1);
                assert_eq!(widths.sum::<u16>(), columns + 1, "{columns} {deep}");
                assert!(layout.here.width >= 38);
            }
        }
        assert_eq!(Layout::new(39, 12, false), None);
        assert_eq!(Layout::new(40, 11, false), None);
    }

    #[test]
    fn the_width_decides_on_three_columns_two_or_one() {
        let shown = |columns, deep| {
            let layout = Layout::new(columns, 40, deep).expect("large enough");
            (layout.left.is_some(), layout.preview.is_some())
        };
        assert_eq!(shown(120, true), (true, true));
        assert_eq!(shown(120, false), (false, true));
        assert_eq!(shown(80, true), (false, true));
        assert_eq!(shown(80, false), (false, false));
        assert_eq!(shown(40, true), (false, false));
    }
}
