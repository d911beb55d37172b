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
/// From this height on the tabs have a line, and from that on two, if their names need them.
const TABS: [u16; 2] = [16, 20];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// Where we came from.
    Left,
    Here,
    /// What the cursor points at.
    Preview,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The first line: crumbs, state, marking.
    pub head: Rect,
    /// The one or two lines of tabs; none where the screen is too low.
    pub tabs: Option<Rect>,
    /// Which columns stand where, from left to right. The first row of each is the rule with its title, the first cell of
    /// every other row the margin of the cursor.
    pub columns: Vec<(Pane, Rect)>,
    /// The last line: hints, place, marking.
    pub foot: Rect,
    pub density: Density,
}

impl Layout {
    /// For reading: where we are, and as far as there is room what the cursor points at and where we came from, if the trail
    /// is `deep`; `lines_of_tabs` is how many their names need. None where the screen is too small for a page. Another way to look at a page is another function like this.
    pub fn reading(columns: u16, rows: u16, deep: bool, lines_of_tabs: usize) -> Option<Self> {
        if columns < SMALLEST.0 || rows < SMALLEST.1 {
            return None;
        }
        let measure = u16::try_from(MEASURE).unwrap_or(u16::MAX) + 2;
        let widths = match (columns, deep) {
            (THREE.., true) => {
                let left = (columns * 21 / 100).clamp(24, 34);
                let rest = columns - left - 1;
                let here = (rest * 64 / 100).min(measure);
                vec![(Pane::Left, left), (Pane::Here, here), (Pane::Preview, rest - here - 1)]
            }
            (THREE.., false) => with_preview(columns, (columns * 62 / 100).min(measure)),
            (TWO.., true) => with_preview(columns, columns * 62 / 100),
            _ => vec![(Pane::Here, columns)],
        };
        let lines_of_tabs = TABS.iter().take(lines_of_tabs).filter(|least| rows >= **least).map(|_| 1).sum();
        Some(Self::of(columns, rows, lines_of_tabs, &widths))
    }

    /// Columns of these widths between the lines at the top and at the bottom, parted by rules of a cell.
    fn of(columns: u16, rows: u16, lines_of_tabs: u16, widths: &[(Pane, u16)]) -> Self {
        let line = |y: u16| Rect::new(0, y, columns, 1);
        let tabs = (lines_of_tabs > 0).then(|| Rect { height: lines_of_tabs, ..line(1) });
        let top = 1 + lines_of_tabs;
        let mut x = 0;
        let place = |(pane, width): &(Pane, u16)| {
            let area = Rect::new(x, top, *width, rows - top - 1);
            x = area.right() + 1;
            (*pane, area)
        };
        Self { head: line(0), tabs, columns: widths.iter().map(place).collect(), foot: line(rows - 1), density: Density::of(rows) }
    }

    pub fn area(&self, pane: Pane) -> Option<Rect> {
        self.columns.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area)
    }

    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        self.columns.iter().find(|(_, area)| area.contains(Position { x, y })).map(|(pane, _)| *pane)
    }
}

fn with_preview(columns: u16, here: u16) -> Vec<(Pane, u16)> {
    vec![(Pane::Here, here), (Pane::Preview, columns - here - 1)]
}

/// How many cells of text a column holds: a margin on each side.
pub fn text_width(column: Rect) -> usize {
    usize::from(column.width.saturating_sub(2)).max(1)
}

/// How many rows of text a column holds: its first is the title rule.
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
                let layout = Layout::reading(columns, 24, deep, 1).expect("large enough");
                let widths = layout.columns.iter().map(|(_, column)| column.width + 1);
                assert_eq!(widths.sum::<u16>(), columns + 1, "{columns} {deep}");
                assert!(layout.area(Pane::Here).is_some_and(|here| here.width >= 38));
            }
        }
        assert_eq!(Layout::reading(39, 12, false, 1), None);
        assert_eq!(Layout::reading(40, 11, false, 1), None);
    }

    #[test]
    fn the_width_decides_on_three_columns_two_or_one() {
        let shown = |columns, deep| {
            let layout = Layout::reading(columns, 40, deep, 1).expect("large enough");
            (layout.area(Pane::Left).is_some(), layout.area(Pane::Preview).is_some())
        };
        assert_eq!(shown(120, true), (true, true));
        assert_eq!(shown(120, false), (false, true));
        assert_eq!(shown(80, true), (false, true));
        assert_eq!(shown(80, false), (false, false));
        assert_eq!(shown(40, true), (false, false));
    }
}
