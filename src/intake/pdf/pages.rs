//! Pages read as one text: without what stands on each of them, and with the paragraphs whole that go over their edges.

use crate::briefing::line_signs::after_marker;
use crate::intake::block::{Block, is_page};
use crate::intake::tidy::Tidied;
use crate::text::leaning::LEANING;
use crate::text::sentence_end::ends_sentence;
use std::collections::{HashMap, HashSet};

/// What stands on fewer pages is a text of them.
const FEWEST: usize = 3;
/// In percent of the pages. A book has one head on its left pages and another on its right ones.
const SHARE: usize = 30;
/// In percent of the pages: what is no head by its place must stand on so many.
const MOST: usize = 60;
/// In letters of such a one.
const ASIDE: usize = 60;
/// In letters: heads and feet are short.
const LONGEST: usize = 160;
/// So many notes may stand between both parts of a paragraph.
const BETWEEN: usize = 3;
/// In letters: a shorter one may be a title.
const WIDE: usize = 60;
/// So many words may be the name and the number of a table, with full stops behind them.
const BEGINS: usize = 4;
/// What pages are called at their edges: "Page 4 of 6".
const PAGE: [&str; 9] = ["page", "p", "pg", "seite", "página", "pagina", "strona", "стр", "страница"];
const OF: [&str; 7] = ["of", "von", "de", "di", "sur", "z", "из"];
/// So many blocks at each end of a page may be heads and feet.
const EDGE: usize = 2;

pub type Pages = Vec<(u32, Vec<Block>)>;

/// Heads, feet and numbers that stand at the edges of many pages are taken out; how many there were.
pub fn without_running(pages: Pages) -> (Pages, usize) {
    let (at_edges, anywhere) = (seen(&pages, true), seen(&pages, false));
    let (few, most) = (FEWEST.max(pages.len() * SHARE / 100), FEWEST.max(pages.len() * MOST / 100));
    // On two pages only what is the same on both tells: "Table 1" and "Table 2" may be at the edges of them.
    let is_pair = pages.len() == 2;
    let on_both = |shape: &String| at_edges.get(shape) == Some(&2);
    let mut taken = 0;
    let mut titles: HashSet<String> = HashSet::new();
    let pages = pages.into_iter().map(|(number, blocks)| {
        let all = blocks.len();
        let mut kept = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            let on = |seen: &HashMap<String, usize>, shape: &String| seen.get(shape).copied().unwrap_or_default();
            let runs =
                |shape: &String| is_at_edge(at, all) && on(&at_edges, shape) >= few || on(&anywhere, shape) >= most && is_aside(&block);
            let own = shapes(&block, number);
            let is_foot =
                is_at_edge(at, all) && (is_folio(&block, number) || is_pair && is_aside(&block) && own.first().is_some_and(on_both));
            let running = own.into_iter().find(|shape| is_foot || runs(shape));
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

/// On how many pages each shape stands.
fn seen(pages: &Pages, at_edges: bool) -> HashMap<String, usize> {
    let mut seen = HashMap::new();
    for (number, blocks) in pages {
        let counted = blocks.iter().enumerate().filter(|(at, _)| !at_edges || is_at_edge(*at, blocks.len()));
        let all: HashSet<String> = counted.flat_map(|(_, block)| shapes(block, *number)).collect();
        for shape in all {
            *seen.entry(shape).or_default() += 1;
        }
    }
    seen
}

/// The other end of a head may be read with the column below it. So short and no sentence, it is one where it stands, too.
fn is_aside(block: &Block) -> bool {
    matches!(block, Block::Paragraph(words) if words.chars().count() <= ASIDE && !ends_sentence(words))
}

fn is_at_edge(at: usize, blocks: usize) -> bool {
    at < EDGE || at + EDGE >= blocks
}

/// The number of a page with a word for it, or with how many there are.
fn is_folio(block: &Block, page: u32) -> bool {
    let (Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words)) = block else { return false };
    if words.chars().count() > ASIDE {
        return false;
    }
    let lower = words.to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let are_so = |one: &str, all: &str| number(one).zip(number(all)).is_some_and(|(one, all)| 0 < one && one <= all);
    match parts[..] {
        [name, one] => PAGE.contains(&name) && is_page(one) || words.contains('/') && number(name) == Some(page) && are_so(name, one),
        [name, one, all] if PAGE.contains(&name) => words.contains('/') && are_so(one, all),
        [one, of, all] => OF.contains(&of) && number(one) == Some(page) && are_so(one, all),
        [name, one, of, all] => PAGE.contains(&name) && OF.contains(&of) && are_so(one, all),
        _ => false,
    }
}

/// The words of a short block, as they are and with each number, the first or the last as its distance from that of the page:
/// the number of a page stays as far, others do not, and how many pages there are is the same on all.
fn shapes(block: &Block, page: u32) -> Vec<String> {
    let (Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words)) = block else { return Vec::new() };
    if words.chars().count() > LONGEST {
        return Vec::new();
    }
    let same: String = words.split_whitespace().collect();
    if ends_sentence(words) {
        return vec![same];
    }
    let distance =
        |digits: &str| digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |number| format!("#{}", number - i64::from(page)));
    let parts: Vec<(&str, &str)> = words
        .split_inclusive(|c: char| !c.is_ascii_digit())
        .map(|part| part.split_at(part.trim_end_matches(|c: char| !c.is_ascii_digit()).len()))
        .collect();
    let numbered = || parts.iter().enumerate().filter(|(_, (digits, _))| !digits.is_empty()).map(|(at, _)| at);
    let (first, last) = (numbered().next(), numbered().next_back());
    let shape = |is_near: &dyn Fn(usize) -> bool| -> String {
        let shown = |(at, (digits, rest)): (usize, &(&str, &str))| {
            let digits = if is_near(at) { distance(digits) } else { (*digits).to_owned() };
            digits + rest.trim()
        };
        parts.iter().enumerate().map(shown).collect()
    };
    vec![same, shape(&|_| true), shape(&|at| Some(at) == first), shape(&|at| Some(at) == last)]
}

/// One text. The mark of a page stands before the first paragraph that begins on it, so a paragraph that goes over its edge
/// is whole.
pub fn joined(pages: Pages, tidied: &mut Tidied) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    for (number, blocks) in pages {
        let mut has_begun = false;
        for block in blocks {
            if let Some((at, whole)) = open(&all, &block, !has_begun, tidied) {
                all[at] = Block::Paragraph(whole);
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

/// The paragraph that goes on in a block, and both as one. Notes at the foot of a page or a column may stand between.
fn open(all: &[Block], block: &Block, over_edge: bool, tidied: &mut Tidied) -> Option<(usize, String)> {
    let before = all.iter().enumerate().rev().filter(|(_, block)| !matches!(block, Block::Page(_)));
    let mut before = before.take_while(|(_, block)| !matches!(block, Block::Heading(..) | Block::Row(_))).take(BETWEEN + 1).enumerate();
    before.find_map(|(between, (at, one))| Some((at, whole(one, block, over_edge && between == 0, tidied)?)))
}

/// A note at the foot of a page, which the text goes on behind.
pub fn is_note(words: &str) -> bool {
    let mark = words.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    mark.is_some_and(|(mark, _)| mark.chars().count() <= 4 && !mark.contains(char::is_alphabetic))
}

/// Of a script that has no spaces between words.
pub fn is_dense(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}')
}

/// It ends within a sentence, whatever stands behind it: with a word that leans on the next, or as prose that goes before it.
fn is_cut(first: &str) -> bool {
    let last = first.split_whitespace().next_back().unwrap_or_default();
    let is_parted = last.strip_suffix(['-', '\u{2010}', '\u{ad}']).is_some_and(|word| word.ends_with(char::is_alphabetic));
    let is_sentence_before = || first.chars().count() >= WIDE && first.split_whitespace().skip(BEGINS).any(ends_sentence);
    LEANING.contains(&last) || last.ends_with(',') || is_parted || is_sentence_before()
}

/// It may go on with a sentence, and ends one: no title, no item of a list.
fn is_prose(second: &str) -> bool {
    after_marker(second).is_none() && second.split_whitespace().any(ends_sentence)
}

/// Both blocks as one, if the first goes on in the second: it ends within a sentence, and that begins within one.
fn whole(first: &Block, second: &Block, over_edge: bool, tidied: &mut Tidied) -> Option<String> {
    let (Block::Paragraph(first), Block::Paragraph(second)) = (first, second) else { return None };
    let (first, second) = (first.trim_end(), second.trim_start());
    let begins = second.chars().next()?;
    let has_no_case = begins.is_alphabetic() && !begins.is_lowercase() && !begins.is_uppercase();
    let is_open = !ends_sentence(first) && !first.ends_with([':', ';', '：', '；']);
    let is_within = begins.is_lowercase() || has_no_case && (over_edge || first.chars().count() >= WIDE);
    if !is_open || !(is_within || over_edge && is_cut(first) && is_prose(second)) {
        return None;
    }
    let parted = format!("{first}\n{second}");
    let joined = tidied.parted(&parted).replacen('\n', " ", 1);
    let is_dense = is_dense(begins) && first.chars().next_back().is_some_and(is_dense);
    Some(if is_dense { format!("{first}{second}") } else { joined })
}
