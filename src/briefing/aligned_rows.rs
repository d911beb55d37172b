//! Rows of a table whose columns are aligned by spaces, as programs write them that print a page as text.

use super::line_signs::has_words;
use super::source_lines::{Line, LineKind};
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// So many spaces part columns, and so many where numbers stand in most of them.
const GAP: (usize, usize) = (3, 2);
/// In words: the cells of a row have no more on average. Columns of prose are wider.
const CELL: usize = 4;
/// Letters of a number's unit.
const UNIT: usize = 2;
/// What stands for a number that nobody has.
const NONE: [&str; 7] = ["-", "–", "—", "n/a", "N/A", "..", "…"];
/// A table is seen by rows that show this much together.
const TABLE: usize = 4;

/// Makes rows of lines that show together that they are a table.
pub fn mark_rows(text: &str, lines: &mut [Line]) {
    let mut run: Range<usize> = 0..0;
    let mut shown = 0;
    for at in 0..=lines.len() {
        let line = lines.get(at);
        // Blank lines part groups of rows, not tables.
        if shown > 0 && line.is_some_and(|line| line.kind == LineKind::Blank) {
            continue;
        }
        let here =
            line.filter(|line| matches!(line.kind, LineKind::Prose | LineKind::Item)).map_or(0, |line| shows(&text[line.range.clone()]));
        if here > 0 {
            run = if shown == 0 { at..at + 1 } else { run.start..at + 1 };
            shown += here;
            continue;
        }
        if shown >= TABLE {
            let filled = lines[run.clone()].iter_mut().filter(|line| line.kind != LineKind::Blank);
            filled.for_each(|line| line.kind = LineKind::Row);
        }
        shown = 0;
    }
}

/// How much a line shows by itself that it is a row: [`TABLE`] that it is, nothing that it is none.
fn shows(words: &str) -> usize {
    let (wide, narrow) = (cells(words, GAP.0), cells(words, GAP.1));
    let numbers = |cells: &[&str]| cells.iter().skip(1).filter(|cell| is_number(cell)).count();
    let is_short = |cells: &[&str]| cells.iter().map(|cell| cell.split_whitespace().count()).sum::<usize>() <= CELL * cells.len();
    let is_sentence = || ends_sentence(words) && !is_number(wide.last().copied().unwrap_or_default());
    match (wide.len(), narrow.len()) {
        (2.., _) if !is_short(&wide) || is_sentence() => 0,
        (3.., _) if numbers(&wide) > 1 => TABLE,
        (_, 3..) if numbers(&narrow) > 1 && numbers(&narrow) + 1 == narrow.len() => TABLE,
        (3.., _) => TABLE / 2,
        (2, _) if numbers(&wide) == 1 => TABLE / 2,
        (2, _) => 1,
        _ => 0,
    }
}

/// What runs of so many spaces part.
fn cells(words: &str, gap: usize) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut begin, mut from) = (0, 0);
    while let Some(at) = words[from..].find("  ") {
        let end = from + at;
        from = words.len() - words[end..].trim_start_matches(' ').len();
        if from - end >= gap {
            cells.push(&words[begin..end]);
            begin = from;
        }
    }
    cells.push(&words[begin..]);
    cells
}

/// "1,200", "(3.5)", "12 %", "4.1 m", or a sign for none.
fn is_number(cell: &str) -> bool {
    let is_sign = |c: char| c.is_numeric() || c.is_whitespace() || ".,%‰$€£¥+-–−()/:~<>'*".contains(c);
    let letters = cell.chars().filter(|c| !is_sign(*c)).count();
    NONE.contains(&cell) || has_words(cell) && cell.contains(char::is_numeric) && letters <= UNIT
}
