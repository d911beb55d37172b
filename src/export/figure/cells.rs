//! Figures that are laid out in cells: the same layout, with strokes in place of the signs that draw them on a screen.

use super::{Anchor, CELL, Dash, Drawing, Fill, Mark, number};
use crate::page::figure::{Figure, What};
use crate::page::{Role, Text};
use crate::text::{clip, width};

/// Where letters stand in their row, from its top.
const BASE: f64 = 11.0;

pub fn figure(figure: &Figure, wide: f64) -> Drawing {
    let cells = whole(wide / CELL.0);
    let words = figure.words(None);
    let rows = figure.rows(cells);
    let mut drawing = Drawing::new(0.0, number(rows.len()) * CELL.1);
    for (at, row) in rows.into_iter().enumerate() {
        let top = number(at) * CELL.1;
        for placed in row {
            let text = match placed.what {
                What::Drawing(text) => text,
                What::Word(word, room) => clipped(&words[word], room),
            };
            let mut column = placed.column;
            for run in &text.runs {
                for (signs, cells) in alike(run.text()) {
                    stroke(&mut drawing, (column, cells), top, run.role, &signs);
                    column += cells;
                }
            }
            drawing.width = drawing.width.max(number(column) * CELL.0);
        }
    }
    drawing
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(number: f64) -> usize {
    number.clamp(1.0, 10_000.0) as usize
}

fn clipped(text: &Text, room: usize) -> Text {
    let plain = text.plain();
    match text.runs.first() {
        Some(run) if width(&plain) > room => Text::new(run.role, &clip(&plain, room)),
        _ => text.clone(),
    }
}

/// Stretches of one sign that is drawn, and stretches of words, with their cells.
fn alike(text: &str) -> Vec<(String, usize)> {
    let sign = |letter: char| Some(letter).filter(|letter| SIGNS.contains(*letter));
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunk_by(|one, other| sign(*one) == sign(*other)).map(|part| part.iter().collect::<String>());
    parts.map(|part| (part.clone(), width(&part))).collect()
}

/// The signs of figures that are no text.
const SIGNS: &str = "─━┄╌│┴┼◇";

fn stroke(drawing: &mut Drawing, (column, cells): (usize, usize), top: f64, role: Role, signs: &str) {
    let (left, right) = (number(column) * CELL.0, number(column + cells) * CELL.0);
    let (center, middle, bottom) = (f64::midpoint(left, right), top + CELL.1 / 2.0, top + CELL.1);
    let mut across = |width: f64, dash: Dash| drawing.line((left, middle), (right, middle), role, width, dash);
    match signs.chars().next() {
        Some('─') => across(1.0, Dash::None),
        Some('━') => across(3.0, Dash::None),
        Some('┄') => across(1.0, Dash::Short),
        Some('╌') => across(1.5, Dash::Long),
        Some('┴') => {
            across(1.0, Dash::None);
            each(column, cells, |x| drawing.line((x, top + 3.0), (x, middle), role, 1.0, Dash::None));
        }
        Some('┼') => {
            across(1.0, Dash::None);
            each(column, cells, |x| drawing.line((x, top), (x, bottom), role, 1.5, Dash::None));
        }
        Some('│') => each(column, cells, |x| drawing.line((x, top), (x, bottom), role, 1.0, Dash::None)),
        Some('◇') => each(column, cells, |x| {
            let rings = vec![vec![(x, middle - 3.4), (x + 3.4, middle), (x, middle + 3.4), (x - 3.4, middle)]];
            drawing.marks.push(Mark::Area { rings, role, fill: Fill::Light });
        }),
        // A sign stands in the middle of its cell, and words begin at their column.
        _ if cells == 1 => drawing.words((center, top + BASE), Anchor::Middle, Text::new(role, signs)),
        _ if signs.trim().is_empty() => {}
        _ => drawing.words((left, top + BASE), Anchor::Start, Text::new(role, signs)),
    }
}

/// The middle of each cell.
fn each(column: usize, cells: usize, mut draw: impl FnMut(f64)) {
    for at in column..column + cells {
        draw((number(at) + 0.5) * CELL.0);
    }
}
