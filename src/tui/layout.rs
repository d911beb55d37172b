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
use crate::personal::last_place::Shares;
use ratatui::layout::Position;
pub use ratatui::layout::Rect;

/// The smallest screen that a page can be read on, in cells.
pub const SMALLEST: (u16, u16) = (40, 12);
/// From this width on there are three columns.
const THREE: u16 = 100;
/// From this width on there are two.
const TWO: u16 = 70;
/// The fewest cells of the column that we are in, and of one beside it.
const LEAST: (u16, u16) = (38, 20);
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

/// What a page is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filled {
    #[default]
    Text,
    /// The page is a view: its figures need the room, and what we came from is not shown beside it.
    Figures,
    /// Rows of a table, which may be longer than those of a text.
    Table,
}

/// What a layout is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// There is a page that we came from.
    pub deep: bool,
    pub page: Filled,
    /// The page alone, on the whole screen.
    pub alone: bool,
    /// As many as the names of the tabs need.
    pub lines_of_tabs: usize,
    pub shares: Shares,
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
    /// A slide: nothing stands around it but its marking, its number and the time.
    pub bare: bool,
}

impl Layout {
    /// For reading: where we are, and as far as there is room what the cursor points at and where we came from. None where
    /// the screen is too small for a page. Another way to look at a page is another function like this.
    pub fn reading((columns, rows): (u16, u16), wanted: Wanted) -> Option<Self> {
        if columns < SMALLEST.0 || rows < SMALLEST.1 {
            return None;
        }
        let lines = TABS.iter().take(wanted.lines_of_tabs).filter(|least| rows >= **least).map(|_| 1).sum();
        let deep = wanted.deep && wanted.page != Filled::Figures;
        let has_left = deep && columns >= THREE && !wanted.alone;
        let has_preview = (columns >= THREE || deep && columns >= TWO) && !wanted.alone;
        if !has_preview {
            return Some(Self::of(columns, rows, lines, &[(Pane::Here, columns)]));
        }
        let measure = u16::try_from(MEASURE).unwrap_or(u16::MAX) + 2;
        let left = if has_left {
            let usual = (columns * 21 / 100).clamp(24, 34);
            let most = columns - LEAST.0 - LEAST.1 - 2;
            wanted.shares.left.map_or(usual, |share| cells(share, columns).clamp(LEAST.1, most)) + 1
        } else {
            0
        };
        let rest = columns - left;
        let here = match (wanted.page, has_left, columns) {
            (Filled::Figures, ..) => (columns * 66 / 100).max(columns - 1 - measure.min(columns / 2)),
            (_, true, _) => (rest * 64 / 100).min(measure),
            (Filled::Text, _, THREE..) => (columns * 62 / 100).min(measure),
            _ => columns * 62 / 100,
        };
        let most = rest - LEAST.0 - 1;
        let preview = wanted.shares.preview.map_or(rest - here - 1, |share| cells(share, columns)).clamp(LEAST.1, most);
        let mut widths = vec![(Pane::Here, rest - preview - 1), (Pane::Preview, preview)];
        if has_left {
            widths.insert(0, (Pane::Left, left - 1));
        }
        Some(Self::of(columns, rows, lines, &widths))
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
        Self {
            head: line(0),
            tabs,
            columns: widths.iter().map(place).collect(),
            foot: line(rows - 1),
            density: Density::of(rows),
            bare: false,
        }
    }

    /// For a room: one column between the first line and the last.
    pub fn slide((columns, rows): (u16, u16), ascii: bool) -> Option<Self> {
        if columns < SMALLEST.0 || rows < SMALLEST.1 {
            return None;
        }
        let layout = Self::of(columns, rows, 0, &[]);
        // The title of a column has its first row, and a slide has none: it shares the row of the marking.
        let here = Rect::new(0, 0, columns, rows - 1);
        Some(Self { columns: vec![(Pane::Here, here)], density: Density::Slide { height: rows - 2, ascii }, bare: true, ..layout })
    }

    pub fn area(&self, pane: Pane) -> Option<Rect> {
        self.columns.iter().find(|(shown, _)| *shown == pane).map(|(_, area)| *area)
    }

    /// The column whose right border is there.
    pub fn border_at(&self, x: u16, y: u16) -> Option<Pane> {
        let last = self.columns.last().map(|(pane, _)| *pane);
        let at = |(pane, area): &&(Pane, Rect)| area.right() == x && (area.top()..area.bottom()).contains(&y) && Some(*pane) != last;
        self.columns.iter().find(at).map(|(pane, _)| *pane)
    }

    /// The shares with the right border of a column at another place.
    pub fn with_border(&self, shares: Shares, pane: Pane, x: u16) -> Shares {
        let columns = self.head.width.max(1);
        let share = |cells: u16| u16::try_from((u32::from(cells) * 1000 + u32::from(columns) / 2) / u32::from(columns)).ok();
        match pane {
            Pane::Left => Shares { left: share(x), ..shares },
            _ => Shares { preview: share(columns.saturating_sub(x + 1)), ..shares },
        }
    }

    pub fn pane_at(&self, x: u16, y: u16) -> Option<Pane> {
        self.columns.iter().find(|(_, area)| area.contains(Position { x, y })).map(|(pane, _)| *pane)
    }
}

fn cells(share: u16, columns: u16) -> u16 {
    u16::try_from((u32::from(share) * u32::from(columns) + 500) / 1000).unwrap_or(columns)
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

    fn layout(columns: u16, wanted: Wanted) -> Layout {
        Layout::reading((columns, 24), wanted).expect("large enough")
    }

    fn every_wish() -> impl Iterator<Item = Wanted> {
        let shares = [None, Some(0), Some(200), Some(500), Some(1000), Some(u16::MAX)];
        let shares = shares.into_iter().flat_map(move |left| shares.map(|preview| Shares { left, preview }));
        let pages = [Filled::Text, Filled::Figures, Filled::Table];
        let flags = (0..12).map(move |bits| (bits & 1 > 0, pages[bits >> 2], bits & 2 > 0));
        shares.flat_map(move |shares| flags.clone().map(move |(deep, page, alone)| Wanted { deep, page, alone, shares, lines_of_tabs: 1 }))
    }

    #[test]
    fn m14_columns_fill_the_screen_at_every_size_however_a_reader_shares_it_out() {
        for columns in (40..=300).chain([500]) {
            for wanted in every_wish() {
                let layout = layout(columns, wanted);
                let widths = layout.columns.iter().map(|(_, column)| column.width + 1);
                assert_eq!(widths.sum::<u16>(), columns + 1, "{columns} {wanted:?}");
                assert!(layout.area(Pane::Here).is_some_and(|here| here.width >= 38), "{columns} {wanted:?}");
                assert!(layout.columns.iter().all(|(_, column)| column.width >= LEAST.1), "{columns} {wanted:?}");
            }
        }
        assert_eq!(Layout::reading((39, 12), Wanted::default()), None);
        assert_eq!(Layout::reading((40, 11), Wanted::default()), None);
    }

    #[test]
    fn the_width_decides_on_three_columns_two_or_one() {
        let shown = |columns, deep| {
            let layout = layout(columns, Wanted { deep, ..Wanted::default() });
            (layout.area(Pane::Left).is_some(), layout.area(Pane::Preview).is_some())
        };
        assert_eq!(shown(120, true), (true, true));
        assert_eq!(shown(120, false), (false, true));
        assert_eq!(shown(80, true), (false, true));
        assert_eq!(shown(80, false), (false, false));
        assert_eq!(shown(40, true), (false, false));
    }

    #[test]
    fn e11_a_border_stands_where_it_was_put() {
        let wanted = Wanted { deep: true, ..Wanted::default() };
        for columns in 120..300 {
            let before = layout(columns, wanted);
            for (pane, x) in [(Pane::Left, 30), (Pane::Here, 80), (Pane::Here, 95)] {
                let shares = before.with_border(wanted.shares, pane, x);
                let after = layout(columns, Wanted { shares, ..wanted });
                assert_eq!(after.border_at(x, 5), Some(pane), "{columns}");
            }
        }
    }
}
