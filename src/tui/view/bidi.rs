//! Fences around text from right to left: marks of no width, so that a terminal that reorders a line reorders no more than
//! the text. [`crate::text::direction`] says which marks, and why.

use crate::text::direction::{Direction, LRM, PDF, RLE, direction};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A stretch of a line that is one text: its first column, the one behind it, and which way it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub from: usize,
    pub to: usize,
    pub direction: Direction,
}

/// Fences the stretches of a line, which are in order. A line without text from the right is left alone.
pub fn fence(buffer: &mut Buffer, line: Rect, stretches: &[Stretch]) {
    if line.is_empty() || stretches.iter().all(|stretch| stretch.direction == Direction::Left) {
        return;
    }
    ride(buffer, line, 0, &[LRM]);
    for Stretch { from, to, direction } in stretches {
        let behind = is_blank(buffer, line, *to);
        match direction {
            Direction::Left => {}
            Direction::Mixed => ride(buffer, line, if behind { *to } else { to - 1 }, &[LRM]),
            // A blank on both sides is inside the fence: reordered they change places, and the text stays.
            Direction::Right if behind && *from >= 2 && is_blank(buffer, line, from - 1) => {
                ride(buffer, line, from - 2, &[RLE]);
                ride(buffer, line, *to, &[PDF, LRM]);
            }
            Direction::Right => {
                if let Some(before) = from.checked_sub(1) {
                    ride(buffer, line, before, &[RLE]);
                    ride(buffer, line, to - 1, &[PDF]);
                }
                ride(buffer, line, to - 1, &[LRM]);
            }
        }
    }
    ride(buffer, line, usize::from(line.width) - 1, &[LRM]);
}

/// Stretches of a line from texts that stand at columns, in order: those that touch are one.
pub fn stretches<'a>(texts: impl Iterator<Item = (usize, &'a str, Direction)>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (from, text, direction) in texts.filter(|(_, text, _)| !text.is_empty()) {
        let to = from + width(text);
        match stretches.last_mut() {
            Some(last) if last.to == from && last.direction == direction => last.to = to,
            _ => stretches.push(Stretch { from, to, direction }),
        }
    }
    stretches
}

/// Fences the texts of a line of short texts: they are parted by two blanks, by lines, or by the sign of the crumbs.
pub fn fence_texts(buffer: &mut Buffer, line: Rect) {
    if (line.left()..line.right()).all(|x| direction(buffer[(x, line.y)].symbol()) == Direction::Left) {
        return;
    }
    let symbols: Vec<String> = (line.left()..line.right()).map(|x| buffer[(x, line.y)].symbol().to_owned()).collect();
    let twice = |x: usize| symbols.get(x + 1) == Some(&symbols[x]) || x > 0 && symbols[x - 1] == symbols[x];
    let is_rule = |x: usize| match symbols[x].as_str() {
        "›" | "‹" | "─" | "━" | "│" => true,
        "-" | "=" => twice(x),
        _ => false,
    };
    let parts = |x: usize| {
        let blank = |x: usize| symbols.get(x).is_none_or(|symbol| symbol == " ");
        blank(x) && (blank(x + 1) || x == 0 || blank(x - 1) || symbols[x - 1] == "›" || symbols[x + 1] == "›") || is_rule(x)
    };
    let mut texts: Vec<(usize, String)> = Vec::new();
    let mut between = true;
    for (x, symbol) in symbols.iter().enumerate() {
        match texts.last_mut().filter(|_| !between) {
            _ if parts(x) => between = true,
            Some((_, text)) => text.push_str(symbol),
            None => {
                texts.push((x, symbol.clone()));
                between = false;
            }
        }
    }
    let found = texts.iter().map(|(from, text)| (*from, text.as_str(), direction(text)));
    fence(buffer, line, &stretches(found));
}

fn is_blank(buffer: &Buffer, line: Rect, column: usize) -> bool {
    at(line, column).is_some_and(|place| buffer[place].symbol() == " ")
}

/// Sets marks behind the symbol of a cell; of the second cell of a wide symbol, behind that symbol.
fn ride(buffer: &mut Buffer, line: Rect, column: usize, marks: &[char]) {
    let wide = column.checked_sub(1).and_then(|before| at(line, before)).filter(|place| width(buffer[*place].symbol()) > 1);
    let Some(place) = wide.or_else(|| at(line, column)) else { return };
    let cell = &mut buffer[place];
    let mut symbol = cell.symbol().to_owned();
    for mark in marks {
        if !symbol.ends_with(*mark) {
            symbol.push(*mark);
        }
    }
    cell.set_symbol(&symbol);
}

fn at(line: Rect, column: usize) -> Option<(u16, u16)> {
    let column = u16::try_from(column).ok().filter(|column| *column < line.width)?;
    Some((line.x + column, line.y))
}
