//! The order of what stands around tables, which the reader takes out of their columns to read across then, and of columns that are
//! read from the right.

use super::breaks::{Line, letters};
use crate::intake::block::Block;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::ops::Range;

/// In letters by which a block is found.
const KNOWN_BY: usize = 40;
/// In parts of the size of its letters: so wide a column is.
const NARROWEST: f32 = 10.0;
/// Of a page: columns behind the first, and heads and feet, which many files have before the text.
const MOST: usize = 3;
const ASTRAY: usize = 2;
/// In letters at each side of a line's end.
const AROUND: usize = 12;

/// The blocks of a page in the order of the file, where fewer lines are torn by that, or its columns stand in it one after the other.
pub fn in_order(blocks: Vec<Block>, lines: &[Line]) -> Vec<Block> {
    // The reader goes from the left column to the right one, whichever is the first.
    let from_right = lines.iter().any(|line| line.words.contains(is_from_right));
    if !from_right && !blocks.iter().any(|block| matches!(block, Block::Row(_))) {
        return blocks;
    }
    let mut groups = groups(blocks);
    let all = |order: &[usize]| order.iter().flat_map(|at| groups[*at].iter()).map(known).collect::<String>();
    let (mut file, mut begins) = (String::new(), HashSet::new());
    for line in lines {
        begins.insert(file.len());
        file.extend(letters(&line.words));
    }
    let mut places: Vec<(usize, usize)> = places(&groups, &file, &begins).into_iter().zip(0..).collect();
    let as_read: Vec<usize> = (0..groups.len()).collect();
    places.sort_by_key(|(place, _)| *place);
    let as_written: Vec<usize> = places.into_iter().map(|(_, at)| at).collect();
    let number = |order: &[usize]| torn(lines, &all(order));
    let is_better = || match number(&as_written).cmp(&number(&as_read)) {
        Ordering::Less => true,
        Ordering::Equal => are_in_columns(lines, from_right),
        Ordering::Greater => false,
    };
    let order = if as_written != as_read && is_better() { as_written } else { as_read };
    order.into_iter().flat_map(|at| std::mem::take(&mut groups[at])).collect()
}

/// Where each group begins in the letters of the file. What stands there several times is where no other does, and what is not
/// found stays behind what it stands behind.
fn places(groups: &[Vec<Block>], file: &str, begins: &HashSet<usize>) -> Vec<usize> {
    let known: Vec<String> = groups.iter().map(|group| group.iter().map(known).collect()).collect();
    let all = |at: usize| -> Vec<usize> {
        let first: String = known[at].chars().take(KNOWN_BY).collect();
        let all: Vec<usize> = if first.is_empty() { Vec::new() } else { file.match_indices(&first).map(|(place, _)| place).collect() };
        // A few words may stand within a line as well.
        let at_lines: Vec<usize> = all.iter().copied().filter(|place| begins.contains(place)).collect();
        if at_lines.is_empty() { all } else { at_lines }
    };
    let found: Vec<Vec<usize>> = (0..groups.len()).map(all).collect();
    let mut places: Vec<Option<usize>> = vec![None; groups.len()];
    let mut taken: Vec<Range<usize>> = Vec::new();
    for is_sure in [true, false] {
        for at in (0..groups.len()).filter(|at| (found[*at].len() == 1) == is_sure) {
            let place = found[at].iter().find(|place| is_sure || !taken.iter().any(|range| range.contains(place)));
            places[at] = place.copied();
            taken.extend(place.map(|place| *place..place + known[at].len()));
        }
    }
    let mut before = 0;
    let behind = |place: Option<usize>| {
        before = place.unwrap_or(before);
        before
    };
    places.into_iter().map(behind).collect()
}

/// Each line stands below the one before or beside it, or at the head of the next column.
fn are_in_columns(lines: &[Line], from_right: bool) -> bool {
    let goes_up = |pair: &&[Line]| pair[1].y > pair[0].y + pair[0].size;
    let is_column = |pair: &&[Line]| {
        let on = if from_right { pair[0].right - pair[1].right } else { pair[1].left - pair[0].left };
        on > pair[0].size * NARROWEST
    };
    let (columns, others): (Vec<&[Line]>, Vec<&[Line]>) = lines.windows(2).filter(goes_up).partition(is_column);
    !columns.is_empty() && columns.len() <= MOST && others.len() <= ASTRAY
}

/// How many lines do not go on in the next in these letters, though the words do: at the end of a column too.
fn torn(lines: &[Line], text: &str) -> usize {
    let goes_on = |pair: &&[Line]| {
        let is_same = (pair[0].size - pair[1].size).abs() < pair[0].size / 10.0;
        is_same && !ends_sentence(&pair[0].words) && pair[1].words.trim_start().starts_with(char::is_lowercase)
    };
    let is_torn = |pair: &&[Line]| {
        let (before, behind) = (letters(&pair[0].words), letters(&pair[1].words));
        let end: String = before[before.len().saturating_sub(AROUND)..].iter().chain(behind.iter().take(AROUND)).collect();
        !text.contains(&end)
    };
    lines.windows(2).filter(goes_on).filter(is_torn).count()
}

/// The rows of a table stay together.
fn groups(blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let mut groups: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        match groups.last_mut().filter(|group| matches!((group.last(), &block), (Some(Block::Row(_)), Block::Row(_)))) {
            Some(group) => group.push(block),
            None => groups.push(vec![block]),
        }
    }
    groups
}

/// The letters of a block.
fn known(block: &Block) -> String {
    match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words) | Block::Code(words) => {
            letters(words).into_iter().collect()
        }
        Block::Row(cells) => cells.iter().flat_map(|cell| letters(cell)).collect(),
        Block::Page(_) => String::new(),
    }
}
