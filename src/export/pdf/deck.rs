//! Slides, each on its page: every step of type is set, and the largest that fits is taken.

use super::draw::Drawing;
use super::pages::{Item, Leaf, Sheet, paginate};
use super::picture::{Picture, points};
use super::set::{QUIET, Setter, Style};
use super::{Fonts, why, write};
use crate::export::figure::on_slide;
use crate::export::paper::slides::Sheet as Shown;
use crate::export::paper::{Kind, Paper};
use crate::export::slides::{Deck, LEADING, MARGIN, SIZE, STEPS, before, small, tell_of_more};
use crate::export::{Bytes, NotWritten};
use crate::page::flow::Weight;
use parley::Alignment;
use std::borrow::Cow;
use std::collections::HashMap;

/// # Errors
///
/// As [`super::handed`].
pub fn slides(deck: &Deck<'_>) -> Bytes {
    let (paper, shown) = Paper::of_slides(deck);
    let sheet = Sheet {
        size: (points(SIZE.0), points(SIZE.1)),
        margin: (points(MARGIN.0), points(MARGIN.1)),
        foot: 38.0,
        marking: 16.0,
        number: (16.0, 0.0, Alignment::Right),
    };
    let mut setter = Setter::new(Fonts::new(&super::text(&paper), &deck.handed.fonts)?);
    let mut items: Vec<Item<'_>> = Vec::new();
    let (mut leaves, mut numbers) = (Vec::new(), Vec::new());
    for one in &shown {
        let from = items.len();
        let own = fitting(&mut setter, &paper, one, sheet, &mut items);
        if !one.is_notes && own.len() > 1 {
            tell_of_more(deck.handed, one.number);
        }
        numbers.extend(std::iter::repeat_n(format!("{} / {}", one.number, one.of), own.len()));
        debug_assert!(own.iter().flatten().all(|placed| placed.item >= from));
        leaves.extend(own);
    }
    super::tell(deck.handed, &setter.fonts);
    let drawing = Drawing { sheet, paper: &paper, items, leaves, leads: HashMap::new(), numbers, setter };
    write(drawing, deck.handed).map_err(|error| NotWritten(why(&error)))
}

/// Sets a slide, in the middle of its page.
fn fitting<'p>(setter: &mut Setter, paper: &'p Paper<'p>, shown: &Shown, sheet: Sheet, items: &mut Vec<Item<'p>>) -> Vec<Leaf> {
    let from = items.len();
    let steps = if shown.is_notes { &STEPS[STEPS.len() - 1..] } else { &STEPS[..] };
    let mut leaves = Vec::new();
    for step in steps {
        items.truncate(from);
        items.extend(shown.pieces.clone().zip(&shown.weights).map(|(at, weight)| item(setter, paper, at, *weight, *step, sheet)));
        leaves = paginate(items, from, sheet.height());
        if leaves.len() == 1 {
            break;
        }
    }
    if let ([leaf], false) = (leaves.as_mut_slice(), shown.is_notes) {
        let bottom = leaf.last().map_or(0.0, |placed| placed.top + items[placed.item].height());
        for placed in leaf {
            placed.top += (sheet.height() - bottom) / 2.0;
        }
    }
    leaves
}

fn item<'p>(setter: &mut Setter, paper: &'p Paper<'p>, at: usize, weight: Weight, step: f64, sheet: Sheet) -> Item<'p> {
    let piece = &paper.pieces[at];
    let size = if weight == Weight::Statement { step } else { small(step) };
    let heads = matches!(piece.kind, Kind::Title) && weight == Weight::Small;
    let style = Style {
        leading: points(size * LEADING),
        before: points(before(piece.gap)),
        bold: weight == Weight::Statement || heads,
        colour: if weight == Weight::Small && !heads { QUIET } else { super::set::INK },
        ..Style::plain(points(size))
    };
    let set = setter.set(&piece.spans, &style, sheet.width(), Alignment::Start);
    let picture = match piece.kind {
        Kind::Figure { figure, .. } => Some(Picture::of(setter, on_slide(figure), "", (sheet.width(), sheet.height()), f32::MAX)),
        _ => None,
    };
    Item { kind: piece.kind, spans: Cow::Borrowed(&piece.spans), style, set, picture }
}
