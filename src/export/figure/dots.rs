//! Confidences: one to three filled dots and their word.

use super::{Anchor, CELL, Drawing, Fill, Mark, Point, length};
use crate::page::figure::{ConfidenceDots, ConfidenceShift};
use crate::page::{Role, Text};

const RADIUS: f64 = 4.0;
const STEP: f64 = 11.0;
const HEIGHT: f64 = 16.0;
/// Where words stand beside dots, from above.
const BASE: f64 = 12.0;

pub fn alone(one: &ConfidenceDots) -> Drawing {
    let mut drawing = Drawing::new(3.0 * STEP, HEIGHT);
    dots(&mut drawing, 0.0, one);
    drawing
}

pub fn confidence(one: &ConfidenceDots) -> Drawing {
    with_words(&[one], one.word())
}

pub fn shift(shift: &ConfidenceShift) -> Drawing {
    let words = shift.then.word().and(Role::Quiet, " → ").append(shift.now.word());
    with_words(&[&shift.then, &shift.now], words)
}

/// Dots side by side with arrows between them, and their words behind.
fn with_words(all: &[&ConfidenceDots], words: Text) -> Drawing {
    let mut drawing = Drawing::new(0.0, HEIGHT);
    let mut left = 0.0;
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            drawing.words((left + CELL.0, BASE), Anchor::Middle, Text::new(Role::Quiet, "→"));
            left += 2.0 * CELL.0;
        }
        left = dots(&mut drawing, left, one);
    }
    drawing.width = left + CELL.0 + length(&words);
    drawing.words((left + CELL.0, BASE), Anchor::Start, words);
    drawing
}

/// Where the dots end.
fn dots(drawing: &mut Drawing, left: f64, one: &ConfidenceDots) -> f64 {
    let mut middle: Point = (left + STEP / 2.0, HEIGHT / 2.0);
    for sign in one.dots().plain().chars() {
        let fill = if sign == '●' { Fill::Full } else { Fill::Open };
        drawing.marks.push(Mark::Circle { middle, radius: RADIUS, role: Role::Text, fill });
        middle.0 += STEP;
    }
    middle.0 - STEP / 2.0
}
