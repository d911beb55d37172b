//! What the reader cannot know of a page is mended in the file before it reads: text that stands sideways is turned, letters that
//! are printed over themselves count once, numbers of lines go, an initial stands before its word, and a ligature from the right has
//! its letters in the order of the others.

mod file;
pub mod heads;
mod initials;
mod ligatures;
mod numbers;
mod overprinted;
mod pieces;
mod shown;

use crate::intake::taken::some;
use crate::text::direction::is_from_right;
use ligatures::Turned;
use pieces::{Piece, pieces};
use shown::{Matrix, STRAIGHT, Shown, shown};
use std::borrow::Cow;
use std::collections::HashMap;
use unpdf::parser::backend::{ContentOp, PageBox, PageId, PdfBackend, RawBackend};

/// What was done to how much.
#[derive(Default)]
pub struct Mended {
    turned: usize,
    overprinted: usize,
    numbers: usize,
    ligatures: usize,
    /// Fonts that do not say what their signs stand for, where some of that may be letters from the right.
    pub without_map: usize,
}

impl Mended {
    pub fn said(&self) -> impl Iterator<Item = String> {
        let said = [
            some(self.turned, "page~", " whose text stands sideways: turned"),
            some(self.overprinted, "piece~ of text", " printed over itself: kept once"),
            some(self.numbers, "number~", " of lines in the margin: left out"),
            some(self.ligatures, "sign~", " for several letters from the right, as لا: in the order of these"),
        ];
        said.into_iter().flatten()
    }
}

/// A page and what becomes of it.
struct Sheet {
    page: PageId,
    /// In degrees, clockwise.
    turn: u16,
    pieces: Vec<Piece>,
    /// The operations whose words are left out, and how far each goes on.
    without: HashMap<usize, f32>,
    /// What is drawn first.
    front: Vec<u8>,
}

/// The file to be read, what is loaded of it, if it can be, and what was done to it.
pub fn mended(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<RawBackend>, Mended) {
    let mut done = Mended::default();
    let Ok(backend) = RawBackend::load_bytes(bytes) else { return (Cow::Borrowed(bytes), None, done) };
    let mut sheets: Vec<Sheet> = backend.pages().into_values().filter_map(|page| sheet(&backend, page, &mut done)).collect();
    done.numbers = numbers::leave_out(&mut sheets);
    initials::put_back(&backend, &mut sheets);
    let has_from_right = sheets.iter().flat_map(|sheet| &sheet.pieces).any(|piece| piece.text.contains(is_from_right));
    let letters = if has_from_right { ligatures::turned(bytes) } else { Turned::default() };
    (done.ligatures, done.without_map) = (letters.signs, letters.without);
    let changed = sheets.iter().filter(|sheet| sheet.turn != 0 || !sheet.without.is_empty());
    let changed: HashMap<PageId, file::Change> = changed.filter_map(|sheet| Some((sheet.page, change(&backend, sheet)?))).collect();
    let is_same = changed.is_empty() && letters.maps.is_empty();
    let written = if is_same { None } else { file::written(bytes, &changed, letters.maps) };
    match written {
        Some(written) => {
            let backend = RawBackend::load_bytes(&written).ok();
            (Cow::Owned(written), backend, done)
        }
        None => (Cow::Borrowed(bytes), Some(backend), Mended { without_map: done.without_map, ..Mended::default() }),
    }
}

/// How a page is drawn, in bytes and in operations. Those of a book would not fit into memory.
fn drawn(backend: &RawBackend, page: PageId) -> Option<(Vec<u8>, Vec<ContentOp>)> {
    let content = backend.page_content(page).ok()?;
    let ops = backend.decode_content(&content).ok()?;
    Some((content, ops))
}

fn sheet(backend: &RawBackend, page: PageId, done: &mut Mended) -> Option<Sheet> {
    let (_, ops) = drawn(backend, page)?;
    let mut all = shown(backend, page, &ops, STRAIGHT);
    let turn = turn(&all);
    if turn != 0 {
        done.turned += 1;
        all = shown(backend, page, &ops, turned(backend.page_box(page), turn));
    }
    let without = overprinted::again(&all);
    done.overprinted += without.len();
    all.retain(|shown| !without.contains_key(&shown.op));
    Some(Sheet { page, turn, pieces: pieces(&all), without, front: Vec::new() })
}

/// How far a page must be turned for most of its letters to stand upright.
fn turn(all: &[Shown]) -> u16 {
    let letters = |turn: u16| all.iter().filter(|shown| shown.turn == Some(turn)).map(|shown| shown.text.trim().len()).sum::<usize>();
    let upright = letters(0);
    [90, 180, 270].into_iter().max_by_key(|turn| letters(*turn)).filter(|turn| letters(*turn) > upright).unwrap_or_default()
}

fn turned(page: PageBox, turn: u16) -> Matrix {
    match turn {
        90 => [0.0, -1.0, 1.0, 0.0, -page.lly, page.urx],
        180 => [-1.0, 0.0, 0.0, -1.0, page.urx, page.ury],
        270 => [0.0, 1.0, -1.0, 0.0, page.ury, -page.llx],
        _ => STRAIGHT,
    }
}

fn change(backend: &RawBackend, sheet: &Sheet) -> Option<file::Change> {
    let (drawn, ops) = drawn(backend, sheet.page)?;
    let page = backend.page_box(sheet.page);
    let matrix = turned(page, sheet.turn);
    let mut content = sheet.front.clone();
    if sheet.turn != 0 {
        content.extend(file::numbers(&matrix));
        content.extend_from_slice(b" cm\n");
    }
    if sheet.without.is_empty() {
        content.extend_from_slice(&drawn);
    } else {
        for (at, op) in ops.iter().enumerate() {
            content.extend(sheet.without.get(&at).map_or_else(|| file::operation(op), |on| file::silent(op, *on)));
        }
    }
    let boxes = (sheet.turn != 0).then(|| [page, backend.crop_box(sheet.page)].map(|area| shown::area(&matrix, area)));
    Some(file::Change { content, boxes })
}
