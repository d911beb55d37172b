//! A memo on its one page.

use super::draw::Drawing;
use super::pages::{Item, Placed, Sheet, paginate};
use super::picture::points;
use super::set::{Setter, Style};
use super::{Fonts, why, write};
use crate::export::letterhead::{LEADING, MARGIN, Paper as Size, TYPE};
use crate::export::memo::{Memo, fitting, too_long};
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
    printed(memo, &|memo, over| {
        let fits = |kept: &[usize]| {
            let shorter = fitting(memo.handed, kept);
            shorter.is_ok_and(|memo| printed(&memo, &|_, _| NotWritten(String::new())).is_ok())
        };
        too_long(memo, over, " as it is printed", fits)
    })
}

/// `refused` says what to do with a memo that is so many lines too long.
fn printed(memo: &Memo<'_>, refused: &dyn Fn(&Memo<'_>, usize) -> NotWritten) -> Bytes {
    let page = page(memo);
    let mut paper = Paper::of_memo(memo, &page);
    let foot = Piece { kind: Kind::Note, spans: std::mem::take(&mut paper.foot), anchor: None, gap: false };
    paper.pieces.push(foot);
    let sheet = sheet(memo.paper);
    let mut setter = Setter::new(Fonts::new(&super::text(&paper), &memo.handed.fonts)?);
    let mut items: Vec<Item<'_>> = paper.pieces.iter().map(|piece| item(&mut setter, piece, sheet)).collect();
    let foot = items.pop();
    let high = foot.as_ref().map_or(0.0, |foot| foot.set.layout.height());
    let leading = points(LEADING);
    let mut leaves = paginate(&items, 0, sheet.height() - high - leading / 2.0);
    let over: usize = leaves.iter().skip(1).flatten().map(|placed| placed.lines.len()).sum();
    if over > 0 {
        return Err(refused(memo, over));
    }
    if let (Some(foot), Some(leaf)) = (foot, leaves.first_mut()) {
        leaf.push(Placed { item: items.len(), lines: 0..foot.set.layout.len(), top: sheet.height() - high });
        items.push(foot);
    }
    super::tell(memo.handed, &setter.fonts);
    let drawing = Drawing { sheet, paper: &paper, items, leaves, leads: HashMap::new(), numbers: Vec::new(), setter };
    write(drawing, memo.handed).map_err(|error| NotWritten(why(&error)))
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
