//! What runs over and under the pages goes before they are read: a reader joins it to the paragraph that it stands next to.

use super::pieces::{Piece, pieces};
use super::shown::{STRAIGHT, shown};
use super::{Sheet, change, drawn, file};
use crate::intake::pdf::breaks::Line;
use crate::intake::pdf::running::spelled;
use std::collections::{BTreeMap, HashMap};
use unpdf::parser::backend::{PageId, PdfBackend, RawBackend};

/// In points: as near a line stands to what shows it.
const NEAR: f32 = 1.0;

/// The file without these lines of its pages, if they can be left out, and for each whether it is.
pub fn without(bytes: &[u8], backend: &RawBackend, pages: &[(u32, Vec<&Line>)]) -> (Option<Vec<u8>>, Vec<Vec<bool>>) {
    let ids = backend.pages();
    let mut changes: HashMap<PageId, file::Change> = HashMap::new();
    let mut gone = Vec::new();
    for (number, lines) in pages {
        let mut are_gone = vec![false; lines.len()];
        let page = ids.get(number).filter(|_| !lines.is_empty());
        if let Some((page, (_, ops))) = page.and_then(|page| Some((*page, drawn(backend, *page)?))) {
            let pieces = pieces(&shown(backend, page, &ops, STRAIGHT));
            let mut sheet = Sheet { page, turn: 0, pieces: Vec::new(), without: HashMap::new(), front: Vec::new() };
            for (line, is_gone) in lines.iter().zip(&mut are_gone) {
                let found = shown_by(line, &pieces);
                *is_gone = !found.is_empty();
                sheet.without.extend(found.iter().flat_map(|piece| piece.ops.iter().copied()));
            }
            match change(backend, &sheet).filter(|_| !sheet.without.is_empty()) {
                Some(change) => _ = changes.insert(page, change),
                None => are_gone.fill(false),
            }
        }
        gone.push(are_gone);
    }
    let written = if changes.is_empty() { None } else { file::written(bytes, &changes, BTreeMap::new()) };
    match written {
        Some(written) => (Some(written), gone),
        None => (None, pages.iter().map(|(_, lines)| vec![false; lines.len()]).collect()),
    }
}

/// What shows a line and nothing else.
fn shown_by<'p>(line: &Line, pieces: &'p [Piece]) -> Vec<&'p Piece> {
    let is_on_it = |piece: &&Piece| {
        (piece.y - line.y).abs() < line.size / 2.0 && piece.x > line.left - NEAR && piece.right < line.right + line.size.max(NEAR)
    };
    let on_it: Vec<&Piece> = pieces.iter().filter(is_on_it).collect();
    let sorted = |words: &str| {
        let mut letters: Vec<char> = spelled(words).chars().collect();
        letters.sort_unstable();
        letters
    };
    let shown: String = on_it.iter().map(|piece| piece.text.as_str()).collect();
    if sorted(&shown) == sorted(&line.words) { on_it } else { Vec::new() }
}
