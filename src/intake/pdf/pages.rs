//! Pages read as one text, with the paragraphs whole that go over their edges.

use crate::briefing::line_signs::after_marker;
use crate::intake::block::Block;
use crate::intake::tidy::Tidied;
use crate::text::dense::is_dense;
use crate::text::direction::is_from_right;
use crate::text::leaning::LEANING;
use crate::text::months::month_of;
use crate::text::sentence_end::ends_sentence;

/// So many notes may stand between both parts of a paragraph.
const BETWEEN: usize = 3;
/// In letters: a shorter one may be a title.
const WIDE: usize = 60;
/// So many words may be the name and the number of a table, with full stops behind them.
const BEGINS: usize = 4;
pub type Pages = Vec<(u32, Vec<Block>)>;

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
    // Letters without case tell nothing: there only notes may stand between.
    let is_near = |at: usize| !words(block).contains(is_from_right) || !all[at + 1..].iter().any(|one| matches!(one, Block::Paragraph(_)));
    before.find_map(|(between, (at, one))| {
        let whole = is_near(at).then(|| whole(one, block, over_edge && between == 0, tidied)).flatten();
        Some((at, whole?))
    })
}

fn words(block: &Block) -> &str {
    if let Block::Paragraph(words) = block { words } else { "" }
}

/// A note at the foot of a page, which the text goes on behind.
pub fn is_note(words: &str) -> bool {
    let mark = words.strip_prefix('[').and_then(|rest| rest.split_once("] "));
    mark.is_some_and(|(mark, _)| mark.chars().count() <= 4 && !mark.contains(char::is_alphabetic))
}

/// It ends within a sentence, whatever stands behind it: with a word that leans on the next, or as prose that goes before it.
fn is_cut(first: &str) -> bool {
    let last = last_word(first);
    let is_parted = last.strip_suffix(['-', '\u{2010}', '\u{ad}']).is_some_and(|word| word.ends_with(char::is_alphabetic));
    let is_sentence_before = || first.chars().count() >= WIDE && first.split_whitespace().skip(BEGINS).any(ends_sentence);
    leans(first) || is_parted || is_sentence_before()
}

/// Its last word leans on the next: "in", "on 3 May".
fn leans(first: &str) -> bool {
    let last = last_word(first);
    LEANING.contains(&last) || last.ends_with(',') || month_of(&last.to_lowercase()).is_some()
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or_default()
}

/// It may go on with a sentence, and ends one: no title, no item of a list. "2026. It fell" is none behind "in".
fn is_prose(first: &str, second: &str) -> bool {
    (after_marker(second).is_none() || leans(first)) && second.split_whitespace().any(ends_sentence)
}

/// Both blocks as one, if the first goes on in the second: it ends within a sentence, and that begins within one.
fn whole(first: &Block, second: &Block, over_edge: bool, tidied: &mut Tidied) -> Option<String> {
    let (Block::Paragraph(first), Block::Paragraph(second)) = (first, second) else { return None };
    let (first, second) = (first.trim_end(), second.trim_start());
    let begins = second.chars().next()?;
    // The reader parts the last line of a paragraph from the right that begins with a number.
    let is_number = || begins.is_numeric() && first.contains(is_from_right) && after_marker(second).is_none();
    let has_no_case = begins.is_alphabetic() && !begins.is_lowercase() && !begins.is_uppercase() || is_number();
    let is_open = !ends_sentence(first) && !first.ends_with([':', ';', '：', '；']);
    let is_within = begins.is_lowercase() || has_no_case && (over_edge || first.chars().count() >= WIDE);
    if !is_open || !(is_within || over_edge && is_cut(first) && is_prose(first, second)) {
        return None;
    }
    let parted = format!("{first}\n{second}");
    let joined = tidied.parted(&parted).replacen('\n', " ", 1);
    let is_dense = is_dense(begins) && first.chars().next_back().is_some_and(is_dense);
    Some(if is_dense { format!("{first}{second}") } else { joined })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n23_the_last_line_of_a_paragraph_from_the_right_may_begin_with_a_number() {
        let first = "قال األمين العام للنقابة إن العمال ال يريدون التصعيد، ولكن اإلدارة رفضت الحوار. بلغ عدد المضربين";
        let (last, next) = ("٣١٥ عامال.", "من المرجح أن يستمر اإلضراب حتى األسبوع المقبل.");
        let paragraphs = [first, last, next].map(|words| Block::Paragraph(words.to_owned())).to_vec();
        let wanted = [Block::Page(1), Block::Paragraph(format!("{first} {last}")), Block::Paragraph(next.to_owned())];
        assert_eq!(joined(vec![(1, paragraphs)], &mut Tidied::default()), wanted);
    }
}
