//! Where the names stand on a map.

use super::cells::Cells;
use super::frame::{DOTS, Frame};
use crate::text::{clip, width};
use std::borrow::Cow;

/// The most cells of a name.
const LONGEST: usize = 14;
/// How far a name may stand from its point, and a code a little farther. In cells; a row counts two.
const REACH: (f64, f64) = (3.5, 4.5);
/// Names of two points that are nearer than this, in cells and rows, cannot be told apart.
const CROWDED: (f64, f64) = (2.0, 0.75);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which of the map's states it names.
    pub state: usize,
    /// 0-based.
    pub column: usize,
    /// 0-based.
    pub row: usize,
    /// The name, or the code where the name does not fit; with an arrow where the state lies outside.
    pub text: String,
    /// The state lies outside of the frame, in this direction.
    pub beyond: Option<Side>,
}

impl Label {
    #[must_use]
    pub fn cells(&self) -> usize {
        width(&self.text)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    West,
    East,
    North,
    South,
}

/// What is to be named.
pub struct Named<'a> {
    pub code: &'a str,
    pub name: &'a str,
    /// In dots.
    pub at: (f64, f64),
}

impl Named<'_> {
    /// The code stands in for a name that has no visible letter.
    fn short(&self) -> Cow<'_, str> {
        if width(self.name) == 0 { Cow::Borrowed(self.code) } else { clip(self.name, LONGEST) }
    }
}

pub struct Labels {
    cells: Cells,
    pub placed: Vec<Label>,
}

pub fn crowded(frame: &Frame, points: &[(f64, f64)]) -> bool {
    let within: Vec<(f64, f64)> = points.iter().copied().filter(|point| frame.holds(*point)).collect();
    let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < CROWDED.0 * DOTS.0 && (a.1 - b.1).abs() < CROWDED.1 * DOTS.1;
    within.iter().enumerate().any(|(at, a)| within[at + 1..].iter().any(|b| near(*a, *b)))
}

impl Labels {
    /// Names all that can be named without one label touching another, and tells whether nobody within the frame is
    /// left out. Who finds no room at an edge does not count: a smaller frame would only send more states there.
    pub fn place(frame: &Frame, named: &[Named<'_>]) -> (Self, bool) {
        let mut labels = Self { cells: Cells::new(frame.cells), placed: Vec::new() };
        let (mut within, beyond): (Vec<usize>, Vec<usize>) = (0..named.len()).partition(|at| frame.holds(named[*at].at));
        // Those with the nearest neighbours come first: they have the fewest places to choose from.
        let room = |at: usize| {
            let others = within.iter().filter(|other| **other != at).map(|other| distance(named[at].at, named[*other].at));
            others.fold(f64::INFINITY, f64::min)
        };
        let rooms: Vec<f64> = (0..named.len()).map(room).collect();
        within.sort_by(|a, b| rooms[*a].total_cmp(&rooms[*b]));
        let points: Vec<(f64, f64)> = within.iter().map(|at| cell_of(named[*at].at)).collect();
        let mut all = true;
        for at in within {
            all &= labels.inside(at, &named[at], &points);
        }
        for at in beyond {
            labels.outside(frame, at, &named[at]);
        }
        labels.placed.sort_by_key(|label| label.state);
        (labels, all)
    }

    /// Names a state within the frame, as near as possible to its point.
    fn inside(&mut self, state: usize, named: &Named<'_>, points: &[(f64, f64)]) -> bool {
        let name = named.short();
        let at = cell_of(named.at);
        let best = self.nearest(&name, at, points, REACH.0).map(|place| (place, &*name));
        let Some(((column, row), text)) = best.or_else(|| self.nearest(named.code, at, points, REACH.1).map(|place| (place, named.code)))
        else {
            return false;
        };
        self.set(state, column, row, text.to_owned(), None);
        true
    }

    /// The free place for a text that costs least: near its point, and off the points of others.
    fn nearest(&self, text: &str, at: (f64, f64), points: &[(f64, f64)], reach: f64) -> Option<(i32, i32)> {
        let cells = cells_of(text);
        let (x, y) = (floor(at.0), floor(at.1));
        let mut best: Option<(f64, (i32, i32))> = None;
        for row in y - 2..=y + 2 {
            for column in x - cells - 1..=x + 2 {
                if !self.cells.is_free(column, row, cells) {
                    continue;
                }
                let cost = cost(column, row, cells, at, points);
                if cost <= reach && best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, (column, row)));
                }
            }
        }
        best.map(|(_, place)| place)
    }

    /// Names a state at the edge beyond which it lies.
    fn outside(&mut self, frame: &Frame, state: usize, named: &Named<'_>) {
        let (width, height) = self.cells.size;
        let (side, at) = edge(frame, named.at);
        let (x, y) = cell_of(at);
        let name = named.short();
        for text in [&*name, named.code] {
            let text = match side {
                Side::West => format!("◂ {text}"),
                Side::East => format!("{text} ▸"),
                Side::North => format!("▴ {text}"),
                Side::South => format!("▾ {text}"),
            };
            let cells = cells_of(&text);
            let along = if matches!(side, Side::West | Side::East) { height } else { width };
            for step in 0..along {
                for step in [step, -step] {
                    let (column, row) = match side {
                        Side::West => (0, floor(y) + step),
                        Side::East => (width - cells, floor(y) + step),
                        Side::North => ((floor(x) - cells / 2).clamp(0, (width - cells).max(0)) + step, 0),
                        Side::South => ((floor(x) - cells / 2).clamp(0, (width - cells).max(0)) + step, height - 1),
                    };
                    if self.cells.is_free(column, row, cells) {
                        self.set(state, column, row, text, Some(side));
                        return;
                    }
                }
            }
        }
    }

    fn set(&mut self, state: usize, column: i32, row: i32, text: String, beyond: Option<Side>) {
        self.cells.take(column, row, cells_of(&text));
        let place = |cells: i32| usize::try_from(cells).unwrap_or(0);
        self.placed.push(Label { state, column: place(column), row: place(row), text, beyond });
    }
}

/// What it costs to set a text at a place, in cells; a row counts two.
fn cost(column: i32, row: i32, cells: i32, (x, y): (f64, f64), points: &[(f64, f64)]) -> f64 {
    let (left, right) = (f64::from(column), f64::from(column + cells));
    let up = (f64::from(row) + 0.5 - y).abs();
    let beside = (left - x).max(x - right).max(0.0);
    // A name over its point should stand with its middle on it.
    let off_middle = (f64::midpoint(left, right) - x).abs() / f64::from(cells.max(1));
    let covers = |(other_x, other_y): &(f64, f64)| {
        let own = (other_x - x).abs() < 1e-9 && (other_y - y).abs() < 1e-9;
        !own && floor(*other_y) == row && (left - 1.0..right + 1.0).contains(other_x)
    };
    let covered = points.iter().filter(|point| covers(point)).count();
    2.0 * (up - 0.5).max(0.0) + beside + off_middle + 1.5 * f64::from(u8::try_from(covered).unwrap_or(u8::MAX))
}

/// The edge over which a point outside of the frame lies, seen from its middle, and where on that edge.
pub fn edge(frame: &Frame, (x, y): (f64, f64)) -> (Side, (f64, f64)) {
    let (half_x, half_y) = (frame.dots.0 / 2.0, frame.dots.1 / 2.0);
    let (dx, dy) = (x - half_x, y - half_y);
    let (share_x, share_y) = (dx.abs() / half_x, dy.abs() / half_y);
    let share = share_x.max(share_y).max(1e-9);
    let at = (half_x + dx / share, half_y + dy / share);
    let side = match (share_x >= share_y, dx < 0.0, dy < 0.0) {
        (true, true, _) => Side::West,
        (true, false, _) => Side::East,
        (false, _, true) => Side::North,
        (false, _, false) => Side::South,
    };
    (side, (at.0.clamp(0.0, frame.dots.0 - 1.0), at.1.clamp(0.0, frame.dots.1 - 1.0)))
}

fn cell_of((x, y): (f64, f64)) -> (f64, f64) {
    (x / DOTS.0, y / DOTS.1)
}

/// In cells; a row counts two.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    libm::hypot(a.0 - b.0, a.1 - b.1) / DOTS.0
}

pub(super) fn cells_of(text: &str) -> i32 {
    i32::try_from(width(text)).unwrap_or(i32::MAX / 2)
}

/// The whole number at or below. Points far outside of the frame are cut to a million cells.
#[expect(clippy::cast_possible_truncation)]
pub(super) fn floor(number: f64) -> i32 {
    number.floor().clamp(-1e6, 1e6) as i32
}
