//! A slide: its blocks as large as they all have room for, and shared out over the height of the screen.

use super::letters::{Drawn, Size};
use super::parts::{Parts, drawing, sign};
use super::row::{Piece, Row};
use super::{Density, Flow, Plan};
use crate::page::doc::{Block, Body, Doc};
use crate::page::figure::{Figure, LikelihoodBar};
use crate::page::words::{Role, Text};
use crate::text::direction::Direction;
use crate::text::width;
use std::ops::Range;

/// What blocks weigh on a slide: none is set larger than one of the kinds before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Figure,
    Statement,
    Small,
}

/// The bytes of a part.
type Stretch = (usize, Range<usize>);

/// The rows of every block of a slide, on `height` rows of so many cells.
pub(super) fn rows(plan: &Plan, doc: &Doc, cells: usize, height: usize, ascii: bool) -> Vec<Vec<Row>> {
    let sizes: &[Size] = if ascii { &Size::ASCII } else { &Size::ALL };
    let at_size = |index: usize, size: Size| {
        let parts = Parts::new(&doc.blocks[index], plan.stops[index]);
        let rows = match size {
            Size::Plain => Some(plain(plan, &doc.blocks[index], &parts, cells)),
            _ => large(&doc.blocks[index], &parts, size, cells),
        };
        rows.map(|rows| finished(rows, index, &parts, doc))
    };
    // By block and size.
    let laid: Vec<Vec<Option<Vec<Row>>>> =
        (0..doc.blocks.len()).map(|index| sizes.iter().map(|size| at_size(index, *size)).collect()).collect();
    let weights: Vec<Weight> = doc.blocks.iter().map(weight).collect();
    let gaps = doc.blocks.len().saturating_sub(1);
    let needs = |chosen: &[usize; 3]| {
        let rows = weights.iter().zip(&laid).map(|(weight, sizes)| Some(sizes[chosen[*weight as usize]].as_ref()?.len()));
        rows.sum::<Option<usize>>()
    };
    // Where letters are small, a size more is worth more than the rows between blocks.
    let between = |chosen: &[usize; 3]| if sizes[chosen[Weight::Statement as usize]] < Size::Halves { 0 } else { gaps };
    let fits = |chosen: &[usize; 3]| needs(chosen).is_some_and(|rows| rows + between(chosen) <= height);
    let fitting = by_size(sizes).into_iter().find(fits);
    let chosen = fitting.unwrap_or([0; 3]);
    let used = needs(&chosen).unwrap_or(0);
    let left = height.saturating_sub(used);
    let mut rows: Vec<Vec<Row>> =
        weights.iter().zip(laid).map(|(weight, mut sizes)| sizes[chosen[*weight as usize]].take().unwrap_or_default()).collect();
    // Between blocks three rows at most, and what is left around all of them.
    let gap = left.checked_div(gaps).unwrap_or(0).min(3);
    let above = left.saturating_sub(gap * gaps) / 2;
    for (index, rows) in rows.iter_mut().enumerate() {
        let blank = Row { block: index, ..Row::default() };
        rows.splice(0..0, std::iter::repeat_n(blank, if index == 0 { above } else { gap }));
    }
    rows
}

/// Every choice of a size for the three weights, the best first: the statement is what a room came for.
fn by_size(sizes: &[Size]) -> Vec<[usize; 3]> {
    // Dots are thin: small text is read better as the terminal has it.
    let is_thin = |size: &usize| matches!(sizes[*size], Size::DotsClose | Size::Dots);
    let count = sizes.len();
    let mut choices = Vec::new();
    for statement in (0..count).rev() {
        for figure in (statement..count).rev() {
            choices.extend((0..=statement).rev().filter(|small| !is_thin(small)).map(|small| [figure, statement, small]));
        }
    }
    choices
}

#[must_use]
pub fn weight(block: &Block) -> Weight {
    match &block.body {
        Body::Figure { figure: Figure::Likelihood(_), .. } => Weight::Figure,
        Body::Paragraph(text) if text.runs.first().is_some_and(|run| run.role == Role::Strong) => Weight::Statement,
        Body::ListRow(_) => Weight::Statement,
        _ => Weight::Small,
    }
}

fn finished(mut rows: Vec<Row>, index: usize, parts: &Parts, doc: &Doc) -> Vec<Row> {
    for row in &mut rows {
        (row.block, row.stop) = (index, parts.whole);
        row.pieces.sort_by_key(|piece| piece.column);
    }
    if let Some(first) = rows.first_mut() {
        first.own = doc.signs.get(&index).copied();
    }
    rows
}

/// As a page has it, but over the whole width.
fn plain(plan: &Plan, block: &Block, parts: &Parts, cells: usize) -> Vec<Row> {
    let mut flow = Flow { rows: Vec::new(), cells, room: cells, density: Density::Compact, columns: &plan.columns };
    flow.block(block, parts);
    flow.rows
}

fn large(block: &Block, parts: &Parts, size: Size, cells: usize) -> Option<Vec<Row>> {
    let whole = |part: usize| (part, 0..parts.plain(part).len());
    match &block.body {
        Body::Figure { figure: Figure::Likelihood(bar), .. } => likelihood(bar, parts, size, cells),
        Body::Figure { figure: Figure::Confidence(_), .. } | Body::Heading { .. } => set(parts, &[whole(0), whole(1)], size, cells),
        Body::Field { .. } => set(parts, &[whole(1)], size, cells),
        Body::Paragraph(_) => set(parts, &[whole(0)], size, cells),
        Body::ListRow(_) => {
            let mut rows = set(parts, &[whole(2)], size, cells)?;
            let mut pieces = parts.one_row(0, 0, cells);
            let id = parts.width(0) + 2;
            pieces.extend(parts.one_row(3, id, cells.saturating_sub(id)));
            rows.push(Row { pieces, ..Row::default() });
            Some(rows)
        }
        _ => None,
    }
}

/// The term and its range, the bar as wide as the screen with the numbers of its rule, and the horizon.
fn likelihood(bar: &LikelihoodBar, parts: &Parts, size: Size, cells: usize) -> Option<Vec<Row>> {
    let Some(term) = bar.likelihood else { return set(parts, &[(1, 0..parts.plain(1).len())], size, cells) };
    let words = parts.plain(2);
    let range = term.range().len();
    let (name, all) = ((1, 0..parts.plain(1).len()), (2, 0..words.len()));
    let line = |stretches: &[Stretch]| Some(lines(parts, stretches, size, cells)?.len());
    let in_one = line(&[name.clone(), all.clone()]) == Some(1);
    let mut rows = set(parts, &[name, if in_one { all } else { (2, 0..range) }], size, cells)?;
    let start = usize::from(term.low()) * cells / 100;
    let end = (usize::from(term.high()) * cells).div_ceil(100).min(cells);
    let thick = match size {
        Size::Double | Size::Cells => 3,
        Size::Halves => 2,
        _ => 1,
    };
    rows.iter_mut().flat_map(|row| &mut row.pieces).for_each(|piece| piece.role = Role::Strong);
    rows.extend((size >= Size::Quarters).then(Row::default));
    for row in 0..thick {
        let rule = if row + 1 == thick { "─" } else { " " };
        let text =
            Text::new(Role::Line, &rule.repeat(start)).and(Role::Bar, &"█".repeat(end - start)).and(Role::Line, &rule.repeat(cells - end));
        rows.push(Row { pieces: drawing(&text, 0, cells), ..Row::default() });
    }
    let number = |at: usize, words: &str| sign(at, words, Role::Quiet);
    rows.push(Row {
        pieces: vec![number(0, "0"), number((cells / 2).saturating_sub(1), "50"), number(cells.saturating_sub(3), "100")],
        ..Row::default()
    });
    let rest = if in_one { words.len() } else { range + words[range..].find(char::is_alphanumeric).unwrap_or(words.len() - range) };
    let mut pieces = parts.pieces(2, &(rest..words.len()), 0);
    let column = pieces.iter().map(|piece| width(&piece.text)).sum::<usize>();
    let column = if column == 0 { 0 } else { column + 2 };
    pieces.extend(parts.one_row(3, column, cells.saturating_sub(column)));
    if !pieces.is_empty() {
        rows.push(Row { pieces, ..Row::default() });
    }
    Some(rows)
}

/// A word, in the pieces that its runs make of it.
struct Word {
    pieces: Vec<(Piece, Drawn)>,
    cells: usize,
}

/// Text in large letters. None where a word has none, runs from the right, or is wider than the screen.
fn set(parts: &Parts, stretches: &[Stretch], size: Size, cells: usize) -> Option<Vec<Row>> {
    let lines = lines(parts, stretches, size, cells)?;
    let accents = lines.iter().flatten().flat_map(|word| &word.pieces).any(|(_, drawn)| drawn.has_accents());
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        if !rows.is_empty() {
            rows.extend(std::iter::repeat_n(Row::default(), size.between()));
        }
        let first = rows.len();
        let mut column = 0;
        for word in line {
            for (piece, drawn) in word.pieces {
                let stands_for = piece.part.map(|part| (part, piece.offset..piece.offset + piece.text.len()));
                for (at, text) in drawn.lines(size, accents).into_iter().enumerate() {
                    if rows.len() <= first + at {
                        rows.push(Row { offset: piece.offset, ..Row::default() });
                    }
                    let stands_for = stands_for.clone();
                    rows[first + at].pieces.push(Piece { column, text, part: None, offset: 0, stands_for, ..piece.clone() });
                }
                column += drawn.cells(size);
            }
            column += size.space();
        }
    }
    Some(rows)
}

/// The words of a text, line by line.
fn lines(parts: &Parts, stretches: &[Stretch], size: Size, cells: usize) -> Option<Vec<Vec<Word>>> {
    let mut lines: Vec<Vec<Word>> = vec![Vec::new()];
    let mut used = 0;
    for (part, range) in stretches {
        if parts.direction(*part) == Direction::Right {
            return None;
        }
        let plain = parts.plain(*part);
        for range in words(&plain, range) {
            let drawn = |piece: Piece| Drawn::of(&piece.text).map(|drawn| (piece, drawn));
            let pieces = parts.pieces(*part, &range, 0).into_iter().map(drawn).collect::<Option<Vec<_>>>()?;
            let word = Word { cells: pieces.iter().map(|(_, drawn)| drawn.cells(size)).sum(), pieces };
            if word.cells > cells {
                return None;
            }
            let before = if used == 0 { 0 } else { size.space() };
            if used + before + word.cells > cells {
                lines.push(Vec::new());
                used = 0;
            } else {
                used += before;
            }
            used += word.cells;
            lines.last_mut()?.push(word);
        }
    }
    Some(lines)
}

/// What stands between white space in a range of a text.
fn words(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for piece in text[range.clone()].split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            found.push(at..at + word.len());
        }
        at += piece.len();
    }
    found
}
