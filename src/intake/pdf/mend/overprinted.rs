//! Letters that are drawn again at nearly the same place, as programs do for want of a bold font.

use super::shown::Shown;
use std::collections::HashMap;

/// In parts of their size, and in points at most.
const NEAR: f32 = 0.12;
const NEAREST: f32 = 2.0;

/// How far from the left and from the foot, and how large.
type Drawn = (f32, f32, f32);

/// The operations that show nothing but letters that stand there already, and how far each goes on.
pub fn again(all: &[Shown]) -> HashMap<usize, f32> {
    let mut drawn: HashMap<(&str, i32, i32), Vec<Drawn>> = HashMap::new();
    let mut again = HashMap::new();
    for shown in all {
        let near = (shown.size * NEAR).min(NEAREST);
        let is_drawn = |(letter, x, y): &(String, f32, f32)| {
            let (column, row) = cell(*x, *y);
            let around = (-1..=1).flat_map(|right| (-1..=1).map(move |up| (column + right, row + up)));
            let mut there = around.filter_map(|(column, row)| drawn.get(&(letter.as_str(), column, row))).flatten();
            there.any(|(left, foot, size)| (left - x).abs() < near && (foot - y).abs() < near && (size - shown.size).abs() < size / 20.0)
        };
        let mut letters = shown.glyphs.iter().filter(|(letter, ..)| !letter.trim().is_empty()).peekable();
        if letters.peek().is_some() && letters.all(is_drawn) {
            again.insert(shown.op, shown.on);
            continue;
        }
        for (letter, x, y) in &shown.glyphs {
            let (column, row) = cell(*x, *y);
            drawn.entry((letter, column, row)).or_default().push((*x, *y, shown.size));
        }
    }
    again
}

#[expect(clippy::cast_possible_truncation, reason = "a place off every page is cut to the nearest")]
fn cell(x: f32, y: f32) -> (i32, i32) {
    let at = |place: f32| ((place / NEAREST) as i32).clamp(i32::MIN + 1, i32::MAX - 1);
    (at(x), at(y))
}
