//! Paragraphs and headings from the right: the reader parts them where a line begins with a number or is short, and takes no line for a
//! heading that only its size tells.

use super::breaks::{Line, are_close};
use super::headings::{place, spelled};
use crate::intake::block::Block;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// In parts of the size of most letters.
const HEADING: f32 = 1.15;
/// In parts of the size of its letters: no line of a paragraph stands further below the one before.
const PITCH: f32 = 1.8;
/// In parts of a size: as near two sizes are one.
const NEAR: f32 = 0.04;
/// The level of a heading that nothing but its size tells.
const LEVEL: u8 = 2;

/// The blocks of a page as whole as its lines show them.
pub fn whole(blocks: Vec<Block>, lines: &[Line], usual: f32) -> Vec<Block> {
    if !lines.iter().any(|line| line.words.contains(is_from_right)) {
        return blocks;
    }
    let spelled = spelled(lines);
    let mut all: Vec<(Block, Option<Range<usize>>)> = Vec::new();
    for block in blocks {
        let place = block.words().and_then(|words| place(lines, &spelled, words));
        let is_large = place.as_ref().is_some_and(|place| lines[place.start].size > usual * HEADING);
        let block = match block {
            Block::Paragraph(words) if is_large && !ends_sentence(&words) => Block::Heading(LEVEL, words),
            block => block,
        };
        if let (Some((last, Some(before))), Some(place)) = (all.last_mut(), &place)
            && before.end == place.start
            && goes_on(last, &lines[before.end - 1], &lines[place.start])
            && join(last, &block)
        {
            before.end = place.end;
            continue;
        }
        all.push((block, place));
    }
    all.into_iter().map(|(block, _)| block).collect()
}

fn goes_on(block: &Block, last: &Line, next: &Line) -> bool {
    let is_open = block.words().is_some_and(|words| !ends_sentence(words) && !words.ends_with([':', '؛']));
    let is_same = (last.size - next.size).abs() < last.size * NEAR;
    is_open && is_same && are_close(last, next) && last.y - next.y < last.size * PITCH
}

/// Whether both are of a kind, and the second stands behind the first then.
fn join(first: &mut Block, second: &Block) -> bool {
    match (first, second) {
        (Block::Paragraph(first), Block::Paragraph(second)) | (Block::Heading(_, first), Block::Heading(_, second)) => {
            *first = format!("{} {}", first.trim_end(), second.trim_start());
            true
        }
        _ => false,
    }
}
