//! A slide: its blocks as large as they all have room for, and shared out over the height of the screen.

use super::block_pieces::{Parts, drawing, sign};
use super::large_text::{Stretch, lines, set};
use super::letter_shapes::Size;
use super::paged::{self, Chunk, Page};
use super::row::Row;
use super::{Density, Flow, Plan};
use crate::page::doc::{Block, Body, Doc};
use crate::page::figure::{Figure, LikelihoodBar};
use crate::page::styled_text::{Role, Text};
use std::ops::Range;

/// More pages of one slide nobody turns while somebody speaks: then letters are small.
const MOST: usize = 8;

/// What blocks weigh on a slide: none is set larger than one of the kinds before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Figure,
    Statement,
    Small,
}

/// A slide that is laid out: what its blocks come to at a size.
struct Slide<'a> {
    plan: &'a Plan,
    doc: &'a Doc,
    parts: Vec<Parts>,
    cells: usize,
    height: usize,
}

/// The rows of every block of a slide, on `height` rows of so many cells. What has no room there in letters that a room can
/// read goes on over more pages of that height: all rows together are so many times as many.
pub(super) fn rows(plan: &Plan, doc: &Doc, cells: usize, height: usize, ascii: bool) -> Vec<Vec<Row>> {
    let sizes: &[Size] = if ascii { &Size::ASCII } else { &Size::ALL };
    let parts = doc.blocks.iter().zip(&plan.stops).map(|(block, stop)| Parts::new(block, *stop)).collect();
    let slide = Slide { plan, doc, parts, cells, height };
    let read = sizes.iter().position(|size| *size >= Size::READ).unwrap_or(0);
    let paged = || Size::PAGED.iter().filter(|size| sizes.contains(size)).filter_map(|size| slide.on_pages(*size));
    // On as few pages as can be, and on these in the larger letters.
    let on_pages = || paged().min_by_key(|rows| rows.iter().map(Vec::len).sum::<usize>());
    slide.on_one(&sizes[read..]).or_else(on_pages).or_else(|| slide.on_one(sizes)).unwrap_or_else(|| slide.turned(slide.pages(Size::Plain)))
}

impl Slide<'_> {
    fn blocks(&self) -> Range<usize> {
        0..self.doc.blocks.len()
    }

    /// The rows of a block; none where it has no letters of this size. A script without large letters has those of the
    /// terminal at every size.
    fn at_size(&self, index: usize, size: Size) -> Option<Vec<Row>> {
        let (block, parts) = (&self.doc.blocks[index], &self.parts[index]);
        if size == Size::Plain || !has_letters(block, parts) {
            return Some(finished(plain(self.plan, block, parts, self.cells), index, parts, self.doc));
        }
        Some(finished(large(block, parts, size, self.cells)?, index, parts, self.doc))
    }

    /// All on one page, as large as there is room for; none where the smallest of the sizes has no room.
    fn on_one(&self, sizes: &[Size]) -> Option<Vec<Vec<Row>>> {
        // By block and size.
        let laid: Vec<Vec<Option<Vec<Row>>>> =
            self.blocks().map(|index| sizes.iter().map(|size| self.at_size(index, *size)).collect()).collect();
        let weights: Vec<Weight> = self.doc.blocks.iter().map(weight).collect();
        let gaps = self.doc.blocks.len().saturating_sub(1);
        let needs = |chosen: &[usize; 3]| {
            let rows = weights.iter().zip(&laid).map(|(weight, sizes)| Some(sizes[chosen[*weight as usize]].as_ref()?.len()));
            rows.sum::<Option<usize>>()
        };
        // Where letters are small, a size more is worth more than the rows between blocks.
        let between = |chosen: &[usize; 3]| if sizes[chosen[Weight::Statement as usize]] < Size::Halves { 0 } else { gaps };
        let fits = |chosen: &[usize; 3]| needs(chosen).is_some_and(|rows| rows + between(chosen) <= self.height);
        let chosen = by_size(sizes).into_iter().find(fits)?;
        let left = self.height.saturating_sub(needs(&chosen)?);
        let mut rows: Vec<Vec<Row>> =
            weights.iter().zip(laid).map(|(weight, mut sizes)| sizes[chosen[*weight as usize]].take().unwrap_or_default()).collect();
        // Between blocks three rows at most, and what is left around all of them.
        let gap = left.checked_div(gaps).unwrap_or(0).min(3);
        let above = left.saturating_sub(gap * gaps) / 2;
        for (index, rows) in rows.iter_mut().enumerate() {
            let blank = Row { block: index, ..Row::default() };
            rows.splice(0..0, std::iter::repeat_n(blank, if index == 0 { above } else { gap }));
        }
        Some(rows)
    }

    /// On several pages; none where they are too many to be turned while somebody speaks.
    fn on_pages(&self, size: Size) -> Option<Vec<Vec<Row>>> {
        Some(self.pages(size)).filter(|pages| pages.len() <= MOST).map(|pages| self.turned(pages))
    }

    fn pages(&self, size: Size) -> Vec<Page> {
        paged::pages(self.blocks().flat_map(|index| self.chunks(index, size)).collect(), self.height)
    }

    fn turned(&self, pages: Vec<Page>) -> Vec<Vec<Row>> {
        paged::rows(pages, self.doc.blocks.len(), self.height)
    }

    /// A block in pieces that have room on a page each.
    fn chunks(&self, index: usize, size: Size) -> Vec<Chunk> {
        let (block, parts) = (&self.doc.blocks[index], &self.parts[index]);
        let cut = |rows: Vec<Row>| rows.chunks(self.height).map(<[Row]>::to_vec).collect::<Vec<_>>();
        let rows = self.at_size(index, size);
        let pieces = match (rows, said(block, parts)) {
            (Some(rows), _) if rows.len() <= self.height => vec![rows],
            (Some(_), Some(said)) if size != Size::Plain && has_letters(block, parts) => {
                paged::split(parts, &said, (size, self.cells, self.height))
            }
            (Some(rows), _) => cut(rows),
            // A word is wider than the screen.
            (None, _) => cut(plain(self.plan, block, parts, self.cells)),
        };
        pieces.into_iter().map(|rows| Chunk { block: index, rows: finished(rows, index, parts, self.doc) }).collect()
    }
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

/// A field whose label is said on a slide: a reason speaks for itself, and who sees it otherwise is taken for us without it.
#[must_use]
pub fn is_named(label: &str) -> bool {
    label != "Because"
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
        first.sign = doc.signs.get(&index).copied();
    }
    rows
}

/// As a page has it, but over the whole width.
fn plain(plan: &Plan, block: &Block, parts: &Parts, cells: usize) -> Vec<Row> {
    let mut flow = Flow { rows: Vec::new(), cells, room: cells, density: Density::Compact, columns: &plan.columns };
    flow.block(block, parts);
    flow.rows
}

/// The words of a block in large letters; none of a bar, which is drawn.
fn said(block: &Block, parts: &Parts) -> Option<Vec<Stretch>> {
    let whole = |part: usize| (part, 0..parts.plain(part).len());
    match &block.body {
        Body::Figure { figure: Figure::Confidence(_), .. } | Body::Heading { .. } => Some(vec![whole(0), whole(1)]),
        Body::Field { label, .. } if is_named(label) => Some(vec![whole(0), whole(1)]),
        Body::Field { .. } => Some(vec![whole(1)]),
        Body::Paragraph(_) => Some(vec![whole(0)]),
        // Its id, and what it bears on behind it.
        Body::ListRow(_) => Some(vec![whole(0), whole(2), whole(3)]),
        _ => None,
    }
}

fn large(block: &Block, parts: &Parts, size: Size, cells: usize) -> Option<Vec<Row>> {
    if let Body::Figure { figure: Figure::Likelihood(bar), .. } = &block.body {
        return likelihood(bar, parts, size, cells);
    }
    set(parts, &said(block, parts)?, size, cells)
}

/// The script has large letters, if perhaps none that are narrow enough.
fn has_letters(block: &Block, parts: &Parts) -> bool {
    matches!(block.body, Body::Figure { figure: Figure::Likelihood(_), .. })
        || said(block, parts).is_some_and(|said| lines(parts, &said, Size::Quarters, usize::MAX).is_some())
}

/// The term, its range and the horizon, and the bar as wide as the screen with the numbers of its rule.
fn likelihood(bar: &LikelihoodBar, parts: &Parts, size: Size, cells: usize) -> Option<Vec<Row>> {
    let words: Vec<Stretch> = (1..=3).map(|part| (part, 0..parts.plain(part).len())).collect();
    let mut rows = set(parts, &words, size, cells)?;
    let Some(term) = bar.likelihood else { return Some(rows) };
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
    Some(rows)
}
