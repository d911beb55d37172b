//! A memo on its one page.

use super::draw::Drawing;
use super::pages::{Item, Placed, Sheet, paginate};
use super::picture::points;
use super::set::{Setter, Style};
use super::{Fonts, why, write};
use crate::export::letterhead::{LEADING, MARGIN, Paper as Size, TYPE};
use crate::export::memo::{Memo, fitting, too_long};
use crate::export::page_set::Page;
use crate::export::paper::memo::page;
use crate::export::paper::{Kind, Paper, Piece};
use crate::export::{Bytes, NotWritten};
use parley::Alignment;
use std::borrow::Cow;
use std::collections::HashMap;

/// Points in a millimetre.
const MILLIMETRE: f64 = 72.0 / 25.4;

/// # Errors
///
/// When it is too long for its page in the type of this format, or as [`super::handed`].
pub fn memo(memo: &Memo<'_>) -> Bytes {
    let page = page(memo);
    let paper = paper(memo, &page);
    let Laid { sheet, setter, mut items, mut leaves, foot } = laid(memo, &paper)?;
    refused(memo, over(&leaves))?;
    if let (Some(foot), Some(leaf)) = (foot, leaves.first_mut()) {
        let top = sheet.height() - foot.set.layout.height();
        leaf.push(Placed { item: items.len(), lines: 0..foot.set.layout.len(), top });
        items.push(foot);
    }
    super::tell(memo.handed, &setter.fonts);
    let drawing = Drawing { sheet, paper: &paper, items, leaves, leads: HashMap::new(), numbers: Vec::new(), setter };
    write(drawing, memo.handed).map_err(|error| NotWritten(why(&error)))
}

/// Every form of a memo is printed: none is longer than this one.
///
/// # Errors
///
/// When it is too long for its page in the type of this format.
pub fn fits(memo: &Memo<'_>) -> Result<(), NotWritten> {
    // Where a font that is set cannot be read there is no PDF, and other forms need none.
    refused(memo, measured(memo).unwrap_or(0))
}

/// What to do with a memo that is so many lines too long.
fn refused(memo: &Memo<'_>, over: usize) -> Result<(), NotWritten> {
    let fits = |kept: &[usize]| fitting(memo.handed, kept).and_then(|memo| measured(&memo)).is_ok_and(|over| over == 0);
    if over == 0 { Ok(()) } else { Err(too_long(memo, over, " as it is printed", fits)) }
}

/// By how many lines it is too long.
fn measured(memo: &Memo<'_>) -> Result<usize, NotWritten> {
    let page = page(memo);
    Ok(over(&laid(memo, &paper(memo, &page))?.leaves))
}

fn over(leaves: &[Vec<Placed>]) -> usize {
    leaves.iter().skip(1).flatten().map(|placed| placed.lines.len()).sum()
}

/// With its foot as the last piece.
fn paper<'p>(memo: &'p Memo<'p>, page: &'p Page) -> Paper<'p> {
    let mut paper = Paper::of_memo(memo, page);
    let foot = Piece { kind: Kind::Note, spans: std::mem::take(&mut paper.foot), anchor: None, gap: false };
    paper.pieces.push(foot);
    paper
}

/// The lines of a memo on as many pages as they take.
struct Laid<'p> {
    sheet: Sheet,
    setter: Setter,
    items: Vec<Item<'p>>,
    leaves: Vec<Vec<Placed>>,
    /// It stands at the end of the first page, which has room for it.
    foot: Option<Item<'p>>,
}

fn laid<'p>(memo: &Memo<'_>, paper: &'p Paper<'p>) -> Result<Laid<'p>, NotWritten> {
    let sheet = sheet(memo.paper);
    let mut setter = Setter::new(Fonts::new(&super::text(paper), &memo.handed.fonts)?);
    let mut items: Vec<Item<'_>> = paper.pieces.iter().map(|piece| item(&mut setter, piece, sheet)).collect();
    let foot = items.pop();
    let high = foot.as_ref().map_or(0.0, |foot| foot.set.layout.height());
    let leaves = paginate(&items, 0, sheet.height() - high - points(LEADING) / 2.0);
    Ok(Laid { sheet, setter, items, leaves, foot })
}

fn item<'p>(setter: &mut Setter, piece: &'p Piece<'p>, sheet: Sheet) -> Item<'p> {
    let style = style(piece);
    let set = setter.set(&piece.spans, &style, sheet.width(), Alignment::Start);
    Item { kind: piece.kind, spans: Cow::Borrowed(&piece.spans), style, set, picture: None }
}

/// Lines of one height: as long as the page of text is the page of print.
fn style(piece: &Piece<'_>) -> Style {
    let (size, leading) = (points(TYPE), points(LEADING));
    let gap = if piece.gap { leading } else { 0.0 };
    let plain = Style { size, leading, before: gap, after: 0.0, ..Style::of(piece) };
    match piece.kind {
        Kind::Title => Style { bold: true, keep: false, ..plain },
        Kind::Heading(_) => Style { before: leading, ..plain },
        Kind::Note => Style { size: size - 2.0, leading: leading - 2.0, ..plain },
        _ => plain,
    }
}

fn sheet(size: Size) -> Sheet {
    let (width, height) = size.size();
    let margin = points(MARGIN * MILLIMETRE);
    Sheet { size: (points(width * MILLIMETRE), points(height * MILLIMETRE)), margin: (margin, margin), foot: 52.0, ..super::A4 }
}
