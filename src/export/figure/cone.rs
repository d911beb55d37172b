//! Scenarios as branches that spread from the present, what goes on as it does in the middle.

use super::{Anchor, CELL, Dash, Drawing, Fill, Mark, length, number, range_rule};
use crate::briefing::scale::ScenarioKind;
use crate::page::Role;
use crate::page::figure::{Cone, Figure};

/// From one branch to the next.
const STEP: f64 = 22.0;
/// From this width on the branches have bars.
const WIDE: f64 = 440.0;
const POINT: f64 = 3.5;

pub fn cone(cone: &Cone, width: f64) -> Drawing {
    let words = Figure::Cone(cone.clone()).words(None);
    let (order, present) = cone.order();
    let widest = |nth: usize| words.iter().skip(nth).step_by(3).map(length).fold(0.0, f64::max);
    let is_wide = width >= WIDE;
    let apex = (POINT + 1.0, (number(present) + 0.5) * STEP);
    let spread = if is_wide { 110.0 } else { 40.0 };
    let id = spread + CELL.0;
    let kind = id + widest(0) + CELL.0;
    let bar = kind + widest(1) + CELL.0;
    let range = if is_wide { bar + range_rule::SMALL + 2.0 * CELL.0 } else { bar };
    let mut drawing = Drawing::new((range + widest(2)).max(id), STEP * number(order.len()));
    for (row, branch) in order.into_iter().enumerate() {
        let middle = (number(row) + 0.5) * STEP;
        // The nearer to the middle, the firmer.
        let (stroke, dash) = match cone.branches[branch].kind {
            Some(ScenarioKind::Baseline) => (3.0, Dash::None),
            Some(ScenarioKind::Plausible) => (1.5, Dash::None),
            Some(ScenarioKind::Wildcard) | None => (1.5, Dash::Long),
        };
        drawing.line(apex, (spread, middle), Role::Bar, stroke, dash);
        for (column, word) in [id, kind, range].into_iter().zip(branch * 3..) {
            drawing.words((column, middle + 4.0), Anchor::Start, words[word].clone());
        }
        if is_wide {
            range_rule::range(&mut drawing, &cone.branches[branch].likelihood, (bar, middle - 5.0), range_rule::SMALL);
        }
    }
    drawing.marks.push(Mark::Circle { middle: apex, radius: POINT, role: Role::Bar, fill: Fill::Full });
    drawing
}
