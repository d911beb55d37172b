//! Numbers of lines, as drafts and papers of courts have them in the margin.

use super::Sheet;
use super::pieces::Piece;
use std::collections::BTreeMap;

/// So many on a page, where each line has one, and where every fifth or tenth has.
const EACH: usize = 5;
const SOME: usize = 3;
/// In points: their edges stand one below the other.
const STRAIGHT: f32 = 1.5;
/// In percent of the lines beside them: so many go on with a sentence, as those of a table do not.
const PROSE: usize = 25;
/// In parts of the longest line beside them.
const FULL: f32 = 0.8;
/// So many words a line of prose has at least, figures aside.
const WORDS: usize = 4;

/// The edge at which they stand one below the other.
#[derive(Debug, Clone, Copy)]
struct Column {
    edge: f32,
    is_left_edge: bool,
}

impl Column {
    fn holds(self, piece: &Piece) -> bool {
        (self.edge - if self.is_left_edge { piece.x } else { piece.right }).abs() < STRAIGHT
    }
}

/// Takes them off the pages; how many there were.
pub fn leave_out(sheets: &mut [Sheet]) -> usize {
    let columns: Vec<Column> = sheets.iter().filter_map(|sheet| column(&sheet.pieces)).collect();
    let mut taken = 0;
    for sheet in sheets {
        let numbers = |column: &&Column| {
            let (numbers, others): (Vec<&Piece>, Vec<&Piece>) =
                sheet.pieces.iter().partition(|piece| number(piece).is_some() && column.holds(piece));
            let counted = || step(&numbers).is_some_and(|step| count_lines(&numbers, &others, step));
            !numbers.is_empty() && are_outside(&numbers, &others) && counted()
        };
        let Some(column) = columns.iter().find(numbers).copied() else { continue };
        let (numbers, kept) =
            std::mem::take(&mut sheet.pieces).into_iter().partition(|piece| number(piece).is_some() && column.holds(piece));
        let numbers: Vec<Piece> = numbers;
        taken += numbers.len();
        sheet.without.extend(numbers.iter().flat_map(|piece| piece.ops.iter().copied()));
        sheet.pieces = kept;
    }
    taken
}

/// Of a page that shows by itself that its lines are numbered.
fn column(pieces: &[Piece]) -> Option<Column> {
    let mut edges: BTreeMap<(bool, i32), Vec<&Piece>> = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| number(piece).is_some()) {
        edges.entry((true, rounded(piece.x))).or_default().push(piece);
        edges.entry((false, rounded(piece.right))).or_default().push(piece);
    }
    let columns = edges
        .into_iter()
        .filter(|(_, all)| all.len() >= SOME)
        .map(|((is_left_edge, _), all)| Column { edge: if is_left_edge { all[0].x } else { all[0].right }, is_left_edge });
    columns.into_iter().find(|column| {
        let (mut numbers, others): (Vec<&Piece>, Vec<&Piece>) =
            pieces.iter().partition(|piece| number(piece).is_some() && column.holds(piece));
        numbers.sort_by(|one, other| other.y.total_cmp(&one.y));
        let Some(step) = step(&numbers) else { return false };
        numbers.len() >= if step == 1 { EACH } else { SOME } && are_outside(&numbers, &others) && count_lines(&numbers, &others, step)
    })
}

/// The number that a piece is.
fn number(piece: &Piece) -> Option<u32> {
    let digits = piece.text.trim();
    (digits.len() <= 4).then(|| digits.parse().ok())?
}

/// By how much they rise from line to line, each by as much.
fn step(numbers: &[&Piece]) -> Option<u32> {
    let mut all: Vec<(f32, u32)> = numbers.iter().filter_map(|piece| Some((piece.y, number(piece)?))).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut steps = all.windows(2).map(|pair| pair[1].1.checked_sub(pair[0].1));
    let Some(step) = steps.next() else { return Some(1) };
    step.filter(|step| [1, 5, 10].contains(step) && steps.all(|next| next == Some(*step)))
}

/// Nothing beside them stands further out on their side of the page.
fn are_outside(numbers: &[&Piece], others: &[&Piece]) -> bool {
    let (top, foot) = (highest(numbers) + STRAIGHT, -highest_of(numbers.iter().map(|piece| -piece.y)) - STRAIGHT);
    let mut beside = others.iter().filter(|piece| (foot..=top).contains(&piece.y)).peekable();
    let right = highest_of(numbers.iter().map(|piece| piece.right));
    let left = -highest_of(numbers.iter().map(|piece| -piece.x));
    let has_any = beside.peek().is_some();
    let all: Vec<&&Piece> = beside.collect();
    has_any && (all.iter().all(|piece| piece.x > right) || all.iter().all(|piece| piece.right < left))
}

/// They count the lines beside them, and not the rows of a table or paragraphs.
fn count_lines(numbers: &[&Piece], others: &[&Piece], step: u32) -> bool {
    let (top, foot) = (highest(numbers), -highest_of(numbers.iter().map(|piece| -piece.y)));
    let mut rows: Vec<&&Piece> = others.iter().filter(|piece| (foot - piece.size..=top + piece.size).contains(&piece.y)).collect();
    let all = rows.len();
    rows.sort_by(|one, other| other.y.total_cmp(&one.y).then(one.x.total_cmp(&other.x)));
    rows.dedup_by(|next, row| (next.y - row.y).abs() < row.size / 2.0);
    let goes_on = |row: &&&&Piece| row.text.trim_start().starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
    let lines = (numbers.len() - 1) * step as usize + 1;
    let pitches: Vec<f32> = numbers.windows(2).map(|pair| pair[0].y - pair[1].y).collect();
    let is_even = pitches.iter().all(|pitch| (pitch - pitches[0]).abs() < pitches[0] / 10.0);
    let is_each = rows.len() * 10 <= lines * 13 && lines * 10 <= rows.len() * 13;
    // The rows of a table are of several pieces.
    let is_whole = all * 2 <= rows.len() * 3;
    // Lines of prose are full but for the last of a paragraph; what is listed ends where it ends.
    let (left, right) = (-highest_of(rows.iter().map(|row| -row.x)), highest_of(rows.iter().map(|row| row.right)));
    let is_full = |row: &Piece| row.right - left > (right - left) * FULL;
    // Rows of figures begin with the name of what was measured.
    let has_words = |row: &Piece| row.text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count() >= WORDS;
    let full = rows.iter().filter(|row| is_full(row) && has_words(row)).count();
    is_whole && (is_even || is_each) && full * 2 >= rows.len() && rows.iter().filter(goes_on).count() * 100 >= rows.len() * PROSE
}

fn highest(pieces: &[&Piece]) -> f32 {
    highest_of(pieces.iter().map(|piece| piece.y))
}

fn highest_of(places: impl Iterator<Item = f32>) -> f32 {
    places.fold(f32::MIN, f32::max)
}

#[expect(clippy::cast_possible_truncation, reason = "a place off every page is cut to the nearest")]
fn rounded(place: f32) -> i32 {
    (place / STRAIGHT) as i32
}
