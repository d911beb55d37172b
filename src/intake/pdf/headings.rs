//! Headings as the document has them: the reader joins one to the one right below it, and counts their levels on each page anew.

use super::breaks::{Line, letters};
use crate::intake::block::Block;
use crate::text::direction::is_from_right;
use std::ops::Range;

/// In parts of the size of most letters: what is larger than that is set larger than the text.
const LARGER: f32 = 1.08;
/// In parts of a size: as near two sizes are one.
const NEAR: f32 = 0.04;
/// In parts of a size: no line of a heading stands further below the one before.
const WRAPPED: f32 = 1.7;
/// In letters: a number that stands over its title has fewer.
const TITLE: usize = 3;
const LOWEST: u8 = 6;

/// The size that most letters have.
pub fn usual<'l>(lines: impl Iterator<Item = &'l Line>) -> f32 {
    let mut sizes: Vec<(f32, usize)> = Vec::new();
    for line in lines {
        match sizes.iter_mut().find(|(size, _)| (size - line.size).abs() < 0.1) {
            Some((_, letters)) => *letters += line.words.len(),
            None => sizes.push((line.size, line.words.len())),
        }
    }
    sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size)
}

/// The blocks of a page with each heading apart from the next, and without those that head a table of figures.
pub fn apart(blocks: Vec<Block>, lines: &[Line], usual: f32) -> Vec<Block> {
    let spelled = spelled(lines);
    let mut all = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let Block::Heading(level, words) = block else {
            all.push(block);
            continue;
        };
        let place = place(lines, &spelled, &words);
        let is_small = place.as_ref().is_some_and(|place| lines[place.start].size <= usual * LARGER);
        if let Some(rows) = blocks.peek().filter(|_| is_small).and_then(|below| table(&words, below)) {
            blocks.next();
            all.extend(rows);
            continue;
        }
        let parts = place.map_or_else(|| vec![words.clone()], |place| parts(&words, &lines[place.clone()], &spelled[place]));
        all.extend(parts.into_iter().map(|part| Block::Heading(level, part)));
    }
    all
}

/// Gives each heading the level that its size has in the document. What only its weight tells is lower than all of those.
pub fn level(pages: &mut [(u32, Vec<Block>)], lines: &[&[Line]], usual: f32) {
    let mut sizes: Vec<f32> = Vec::new();
    let mut found: Vec<Vec<Option<f32>>> = Vec::new();
    for ((_, blocks), lines) in pages.iter().zip(lines) {
        let spelled = spelled(lines);
        let size = |block: &Block| match block {
            Block::Heading(_, words) => place(lines, &spelled, words).map(|place| lines[place.start].size),
            _ => None,
        };
        found.push(blocks.iter().map(size).collect());
        sizes.extend(found.iter().rev().take(1).flatten().flatten().filter(|size| **size > usual * LARGER));
    }
    sizes.sort_by(|one, other| other.total_cmp(one));
    sizes.dedup_by(|one, other| *other - *one < *other * NEAR);
    for ((_, blocks), found) in pages.iter_mut().zip(found) {
        for (block, size) in blocks.iter_mut().zip(found) {
            let (Block::Heading(level, _), Some(size)) = (block, size) else { continue };
            let rank = sizes.iter().position(|other| (size - other).abs() <= other * NEAR);
            let rank = u8::try_from(rank.unwrap_or(sizes.len()) + 1).unwrap_or(LOWEST);
            *level = if size > usual * LARGER { rank } else { rank.max(*level) }.min(LOWEST);
        }
    }
}

pub fn spelled(lines: &[Line]) -> Vec<Vec<char>> {
    lines.iter().map(|line| letters(&line.words)).collect()
}

/// The lines that a heading stands on: the largest, as the title may run over the page as well. From the right only
/// which letters it has counts: the reader may have them in another order.
pub fn place(lines: &[Line], spelled: &[Vec<char>], words: &str) -> Option<Range<usize>> {
    let mut wanted = letters(words);
    let from_right = wanted.iter().copied().any(is_from_right);
    if from_right {
        wanted.sort_unstable();
    }
    let from = |first: usize| {
        let mut all: Vec<char> = Vec::new();
        for (at, line) in spelled.iter().enumerate().skip(first) {
            all.extend(line);
            if all.len() >= wanted.len() {
                if from_right {
                    all.sort_unstable();
                }
                return (all == wanted).then_some(first..at + 1);
            }
            if !from_right && !wanted.starts_with(&all) {
                return None;
            }
        }
        None
    };
    let places = (0..spelled.len()).filter(|first| !wanted.is_empty() && !spelled[*first].is_empty()).filter_map(from);
    places.max_by(|one, other| lines[one.start].size.total_cmp(&lines[other.start].size))
}

/// The headings that were joined to one: on lines of other sizes, set otherwise, or further apart than the lines of one are.
fn parts(words: &str, lines: &[Line], spelled: &[Vec<char>]) -> Vec<String> {
    let (mut parts, mut start, mut before) = (Vec::new(), 0, 0);
    for (pair, above) in lines.windows(2).zip(spelled) {
        before += above.len();
        let (above, below, size) = (&pair[0], &pair[1], pair[0].size);
        let (gap, is_size) = (above.y - below.y, (size - below.size).abs() > size * NEAR);
        // The lines of one begin or end at one edge, or have one middle.
        let offs = [above.left - below.left, above.right - below.right, (above.left + above.right - below.left - below.right) / 2.0];
        let is_set_otherwise = offs.iter().all(|off| off.abs() > size);
        let is_other = gap > below.size / 2.0 && (is_size || is_set_otherwise || gap > size * WRAPPED);
        let first = words.char_indices().filter(|(_, c)| c.is_alphanumeric()).nth(before).map(|(at, _)| at);
        let end = first.and_then(|first| words[..first].rfind(char::is_whitespace));
        let Some(end) = end.filter(|end| is_other && *end > start && letters(&words[start..*end]).len() >= TITLE) else { continue };
        parts.push(words[start..end].trim().to_owned());
        start = end;
    }
    parts.push(words[start..].trim().to_owned());
    parts
}

/// Bold words over as many figures are the head of a table.
fn table(head: &str, below: &Block) -> Option<Vec<Block>> {
    let Block::Paragraph(figures) = below else { return None };
    let is_figure = |word: &str| word.contains(|c: char| c.is_numeric()) && !word.contains(char::is_alphabetic);
    let row = |words: &[&str]| Block::Row(words.iter().map(|word| (*word).to_owned()).collect());
    let (head, figures): (Vec<&str>, Vec<&str>) = (head.split_whitespace().collect(), figures.split_whitespace().collect());
    let is_table =
        head.len() > 1 && !figures.is_empty() && figures.len().is_multiple_of(head.len()) && figures.iter().all(|word| is_figure(word));
    is_table.then(|| std::iter::once(row(&head)).chain(figures.chunks(head.len()).map(row)).collect())
}
