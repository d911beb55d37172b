//! A slide that goes on over several pages of the screen: sentence by sentence, and as many blocks on each as have room.

use super::block_pieces::Parts;
use super::large_text::{Stretch, set, words};
use super::letter_shapes::Size;
use super::row::Row;

use std::ops::Range;

/// What stays together on a page: a block, or a part of one.
pub(super) struct Chunk {
    pub block: usize,
    pub rows: Vec<Row>,
}

pub(super) type Page = Vec<Chunk>;

/// Between two chunks.
const GAP: usize = 1;

pub(super) fn pages(chunks: Vec<Chunk>, height: usize) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut used = 0;
    for chunk in chunks {
        let needed = GAP + chunk.rows.len();
        match pages.last_mut() {
            Some(page) if used + needed <= height => {
                used += needed;
                page.push(chunk);
            }
            _ => {
                used = chunk.rows.len();
                pages.push(vec![chunk]);
            }
        }
    }
    pages
}

/// The rows by block: each page in the middle of as many rows as the screen has.
pub(super) fn rows(pages: Vec<Page>, blocks: usize, height: usize) -> Vec<Vec<Row>> {
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); blocks];
    for page in pages {
        let used = page.iter().map(|chunk| chunk.rows.len()).sum::<usize>() + GAP * page.len().saturating_sub(1);
        let left = height.saturating_sub(used);
        let last = page.len() - 1;
        for (at, chunk) in page.into_iter().enumerate() {
            let offset = chunk.rows.first().map_or(0, |row| row.offset);
            let blank = Row { block: chunk.block, offset, ..Row::default() };
            let own = &mut rows[chunk.block];
            own.extend(std::iter::repeat_n(blank.clone(), if at == 0 { left / 2 } else { GAP }));
            own.extend(chunk.rows);
            own.extend(std::iter::repeat_n(blank, if at == last { left - left / 2 } else { 0 }));
        }
    }
    rows
}

/// Text in large letters, cut where a sentence ends, else a part of one, else a word.
pub(super) fn split(parts: &Parts, said: &[Stretch], (size, cells, height): (Size, usize, usize)) -> Vec<Vec<Row>> {
    let all: Vec<(usize, Range<usize>)> =
        said.iter().flat_map(|(part, range)| words(&parts.plain(*part), range).into_iter().map(|word| (*part, word))).collect();
    let rows_of = |words: &[(usize, Range<usize>)]| set(parts, &joined(words), size, cells).unwrap_or_default();
    let ends = |at: usize, signs: &[char]| parts.plain(all[at].0)[all[at].1.clone()].ends_with(signs);
    let mut pieces = Vec::new();
    let mut from = 0;
    while from < all.len() {
        let room = |to: &usize| rows_of(&all[from..*to]).len() <= height;
        // More words never take fewer rows.
        let (mut fits, mut over) = (from + 1, all.len() + 1);
        while over - fits > 1 {
            let middle = fits.midpoint(over);
            if room(&middle) { fits = middle } else { over = middle }
        }
        let half = from.midpoint(fits);
        let cut = |signs: &[char]| (half..fits).rev().find(|at| ends(*at, signs)).map(|at| at + 1);
        let to = if fits == all.len() { fits } else { cut(&['.', '!', '?', ';', ':']).or_else(|| cut(&[','])).unwrap_or(fits) };
        pieces.push(rows_of(&all[from..to]));
        from = to;
    }
    pieces
}

/// Words that follow one another as stretches of their parts.
fn joined(words: &[(usize, Range<usize>)]) -> Vec<Stretch> {
    let runs = words.chunk_by(|one, other| one.0 == other.0);
    runs.filter_map(|run| Some((run[0].0, run[0].1.start..run.last()?.1.end))).collect()
}
