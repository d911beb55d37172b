//! Pages read as one text: without what stands on each of them, and with the paragraphs whole that go over their edges.

use crate::briefing::lines::ends_sentence;
use crate::intake::block::Block;
use crate::intake::tidy::Tidied;
use std::collections::{HashMap, HashSet};

/// What stands on fewer pages is a text of them.
const FEWEST: usize = 3;
/// In percent of the pages. A book has one head on its left pages and another on its right ones.
const SHARE: usize = 30;
/// In letters: heads and feet are short.
const LONGEST: usize = 160;
/// In letters: a shorter one may be a title.
const WIDE: usize = 60;
/// So many blocks at each end of a page may be heads and feet.
const EDGE: usize = 2;

pub type Pages = Vec<(u32, Vec<Block>)>;

/// Heads, feet and numbers that stand at the edges of many pages are taken out; how many there were.
pub fn without_running(pages: Pages) -> (Pages, usize) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (number, blocks) in &pages {
        let mut shapes: Vec<String> = edges(blocks.len()).filter_map(|at| shape(&blocks[at], *number)).collect();
        shapes.sort_unstable();
        shapes.dedup();
        for shape in shapes {
            *seen.entry(shape).or_default() += 1;
        }
    }
    let most = FEWEST.max(pages.len() * SHARE / 100);
    seen.retain(|_, pages| *pages >= most);
    let mut taken = 0;
    let mut titles: HashSet<String> = HashSet::new();
    let pages = pages.into_iter().map(|(number, blocks)| {
        let edges: HashSet<usize> = edges(blocks.len()).collect();
        let mut kept = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            let running = shape(&block, number).filter(|shape| edges.contains(&at) && seen.contains_key(shape));
            // A title may run over the pages that follow it.
            let is_title = matches!(block, Block::Heading(..)) && running.as_ref().is_some_and(|shape| titles.insert(shape.clone()));
            if running.is_none() || is_title {
                kept.push(block);
            } else {
                taken += 1;
            }
        }
        (number, kept)
    });
    (pages.collect(), taken)
}

fn edges(blocks: usize) -> impl Iterator<Item = usize> {
    (0..blocks).filter(move |at| *at < EDGE || at + EDGE >= blocks)
}

/// The words of a short block. Of a number it has how far it is from that of the page: that of a page stays as far, others do not.
fn shape(block: &Block, page: u32) -> Option<String> {
    let (Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words)) = block else { return None };
    if words.chars().count() > LONGEST {
        return None;
    }
    let is_sentence = ends_sentence(words);
    let (mut shape, mut digits) = (String::new(), String::new());
    for c in words.chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        shape += &match digits.parse::<i64>() {
            Ok(number) if !is_sentence => format!("#{}", number - i64::from(page)),
            _ => digits.clone(),
        };
        digits.clear();
        shape.extend((!c.is_whitespace()).then_some(c));
    }
    Some(shape)
}

/// One text. The mark of a page stands before the first paragraph that begins on it, so a paragraph that goes over its edge
/// is whole.
pub fn joined(pages: Pages, tidied: &mut Tidied) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for (number, blocks) in pages {
        let mut has_begun = false;
        for block in blocks {
            let open = all.iter().rposition(|block| !matches!(block, Block::Page(_)));
            if let Some(open) = open
                && let Some(whole) = whole(&all[open], &block, !has_begun, tidied)
            {
                all[open] = Block::Paragraph(whole);
                continue;
            }
            all.extend((!has_begun).then_some(Block::Page(number)));
            has_begun = true;
            all.push(block);
        }
        all.extend((!has_begun).then_some(Block::Page(number)));
    }
    all
}

/// Of a script that has no spaces between words.
pub fn is_dense(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
}

/// Both blocks as one, if the first goes on in the second: it ends within a sentence, and that begins within one.
fn whole(first: &Block, second: &Block, over_edge: bool, tidied: &mut Tidied) -> Option<String> {
    let (Block::Paragraph(first), Block::Paragraph(second)) = (first, second) else { return None };
    let (first, second) = (first.trim_end(), second.trim_start());
    let begins = second.chars().next()?;
    let has_no_case = begins.is_alphabetic() && !begins.is_lowercase() && !begins.is_uppercase();
    let is_open = !ends_sentence(first) && !first.ends_with([':', ';', '：', '；']);
    if !is_open || !(begins.is_lowercase() || has_no_case && (over_edge || first.chars().count() >= WIDE)) {
        return None;
    }
    let parted = format!("{first}\n{second}");
    let joined = tidied.parted(&parted).replacen('\n', " ", 1);
    let is_dense = is_dense(begins) && first.chars().next_back().is_some_and(is_dense);
    Some(if is_dense { format!("{first}{second}") } else { joined })
}
