//! A map: the land as areas, its ties as lines, and the names where the screen has them.

use super::{Anchor, CELL, Dash, Drawing, EDGE, Fill, Mark, Point, length, number};
use crate::briefing::scale::{Mode, Polarity, Vocabulary};
use crate::page::figure::map::frame::{DOTS, Frame};
use crate::page::figure::map::ties::Drawn;
use crate::page::figure::map::{Map, NARROWEST, Sheet, tie_role, tie_sign};
use crate::page::figure::outlines::{Outline, Point as Place, world};
use crate::page::{Role, Text};

/// Rows of cells for so many columns.
const SHAPE: (u16, u16) = (2, 7);
/// The most cells across, and the fewest down.
const CELLS: (u16, u16) = (90, 12);
/// Points of a coast that are nearer to each other are one.
const FINE: f64 = 0.8;
/// More ties would hide each other and the map.
const TIES: usize = 24;

pub fn map(map: &Map, width: f64) -> Drawing {
    let columns = whole(width / CELL.0).clamp(NARROWEST, CELLS.0);
    let rows = (columns * SHAPE.0 / SHAPE.1).max(CELLS.1);
    let sheet = map.sheet(columns, rows);
    let mut drawing = Drawing::new(f64::from(columns) * CELL.0, f64::from(rows) * CELL.1);
    let is_state = |code: &str| map.states().iter().any(|state| state.outline.code == code);
    for outline in world().iter().filter(|outline| !is_state(outline.code)) {
        land(&mut drawing, &sheet.frame, outline, Role::Line, Fill::Light);
    }
    for state in map.states() {
        land(&mut drawing, &sheet.frame, state.outline, Role::Quiet, Fill::Half);
    }
    let ties = map.drawn(&sheet, map.ties().iter());
    for drawn in ties.iter().take(if ties.len() > TIES { 0 } else { TIES }) {
        tie(&mut drawing, drawn);
    }
    names(&mut drawing, map, &sheet);
    let end = (drawing.width - EDGE / 2.0, drawing.height - EDGE / 2.0);
    drawing.area((EDGE / 2.0, EDGE / 2.0), end, Role::Line, Fill::Open);
    legend(&mut drawing, &ties);
    drawing
}

/// What the lines mean, below the map.
fn legend(drawing: &mut Drawing, ties: &[Drawn<'_>]) {
    let kinds = [Polarity::Cooperation, Polarity::Conflict, Polarity::Neutral].into_iter();
    let present = kinds.filter(|kind| ties.iter().any(|drawn| drawn.tie.polarity == *kind));
    let said = present.map(|kind| Text::new(tie_role(kind), tie_sign(kind)).and(Role::Quiet, &format!(" {}", kind.label())));
    let modes: Vec<&str> = [Mode::Alleged, Mode::Expected]
        .into_iter()
        .filter(|mode| ties.iter().any(|drawn| drawn.tie.mode == *mode))
        .map(Mode::word)
        .collect();
    let gaps = (!modes.is_empty()).then(|| Text::new(Role::Quiet, &format!("wide gaps: {}", modes.join(" or "))));
    let (mut left, mut base) = (0.0, drawing.height + CELL.1);
    for text in said.chain(gaps) {
        let long = length(&text);
        if left > 0.0 && left + long > drawing.width {
            (left, base) = (0.0, base + CELL.1);
        }
        drawing.words((left, base), Anchor::Start, text);
        left += long + 2.0 * CELL.0;
        drawing.height = base + 4.0;
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> u16 {
    number.clamp(1.0, 1_000.0) as u16
}

fn unit((x, y): Point) -> Point {
    (x * CELL.0 / DOTS.0, y * CELL.1 / DOTS.1)
}

/// The land of a state, as far as the frame holds it.
fn land(drawing: &mut Drawing, frame: &Frame, outline: &Outline, role: Role, fill: Fill) {
    let mut rings = Vec::new();
    for ring in &outline.rings {
        // A ring that the frame shows beyond the antimeridian is there once more, a turn of the globe on.
        for turn in [-360.0, 0.0, 360.0] {
            let place = |point: &Place| frame.place(Place { longitude: point.longitude + turn, ..*point });
            let north_west = Place { longitude: ring.least.longitude, latitude: ring.most.latitude };
            let south_east = Place { longitude: ring.most.longitude, latitude: ring.least.latitude };
            if frame.touches(place(&north_west), place(&south_east)) {
                let points: Vec<Point> = ring.points.iter().map(|point| unit(place(point))).collect();
                rings.push(thinned(&cut(points, (drawing.width, drawing.height))));
            }
        }
    }
    rings.retain(|ring| ring.len() > 2);
    if !rings.is_empty() {
        drawing.marks.push(Mark::Area { rings, role, fill });
    }
}

/// A ring within the frame, edge by edge (Sutherland and Hodgman, 1974).
fn cut(mut ring: Vec<Point>, (right, bottom): Point) -> Vec<Point> {
    let inside: [&dyn Fn(Point) -> f64; 4] = [&|at| at.0, &|at| right - at.0, &|at| at.1, &|at| bottom - at.1];
    for depth in inside {
        let mut kept = Vec::with_capacity(ring.len());
        for (at, to) in ring.iter().enumerate() {
            let from = ring[(at + ring.len() - 1) % ring.len()];
            let (before, here) = (depth(from), depth(*to));
            if (before >= 0.0) != (here >= 0.0) {
                let share = before / (before - here);
                kept.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
            }
            if here >= 0.0 {
                kept.push(*to);
            }
        }
        ring = kept;
    }
    ring
}

fn thinned(ring: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(ring.len());
    for point in ring {
        if kept.last().is_none_or(|last| (last.0 - point.0).abs() + (last.1 - point.1).abs() >= FINE) {
            kept.push(*point);
        }
    }
    kept
}

/// Cooperation drawn through, conflict in dashes, what is neither in dots; with gaps where no source reports it.
fn tie(drawing: &mut Drawing, drawn: &Drawn<'_>) {
    let dash = match (drawn.tie.mode, drawn.tie.polarity) {
        (Mode::Alleged | Mode::Expected, _) => Dash::Gaps,
        (_, Polarity::Cooperation) => Dash::None,
        (_, Polarity::Conflict) => Dash::Long,
        (_, Polarity::Neutral) => Dash::Short,
    };
    let (from, to) = (unit(drawn.from), unit(drawn.to));
    let role = tie_role(drawn.tie.polarity);
    drawing.line(from, to, role, 1.5, dash);
    let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1) - 2.0);
    drawing.words(middle, Anchor::Middle, Text::new(role, tie_sign(drawn.tie.polarity)));
}

fn names(drawing: &mut Drawing, map: &Map, sheet: &Sheet) {
    for label in &sheet.labels {
        let state = &map.states()[label.state];
        let at = sheet.frame.project(state.outline.label);
        if label.beyond.is_none() && sheet.frame.holds(at) {
            drawing.marks.push(Mark::Circle { middle: unit(at), radius: 1.8, role: Role::Strong, fill: Fill::Full });
        }
        let left = number(label.column) * CELL.0;
        drawing.words((left, number(label.row) * CELL.1 + 11.0), Anchor::Start, Text::new(Role::Strong, &label.text));
    }
}
