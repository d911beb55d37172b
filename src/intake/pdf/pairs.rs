//! Marks in pairs, in a text from the right: a file has them as they are seen, where one that opens looks as one that closes.

use crate::intake::block::Block;
use crate::text::direction::is_from_right;

const PAIRS: [[char; 2]; 5] = [['(', ')'], ['[', ']'], ['{', '}'], ['«', '»'], ['‹', '›']];

/// Turns those round that stand the wrong way; how many there were.
pub fn turned(blocks: &mut [Block]) -> usize {
    let mut all: Vec<&mut String> = blocks.iter_mut().filter_map(words).filter(|words| words.contains(is_from_right)).collect();
    let mut number = 0;
    for [open, close] in PAIRS {
        let as_they_are = all.iter().filter(|words| are_paired(words, open, close)).count();
        let turned = all.iter().filter(|words| are_paired(words, close, open)).count();
        // Of a quotation that goes over several paragraphs each has one mark: it stands as the others of the document do.
        let are_all = turned > as_they_are;
        for words in &mut all {
            if are_paired(words, close, open) || are_all && !are_paired(words, open, close) {
                number += words.matches([open, close]).count();
                **words = words
                    .chars()
                    .map(|c| {
                        if c == open {
                            close
                        } else if c == close {
                            open
                        } else {
                            c
                        }
                    })
                    .collect();
            }
        }
    }
    number
}

fn words(block: &mut Block) -> Option<&mut String> {
    match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words) => Some(words),
        _ => None,
    }
}

/// It has some, and each that opens is closed behind.
fn are_paired(words: &str, open: char, close: char) -> bool {
    let mut depth = 0_usize;
    let mut has_some = false;
    for c in words.chars().filter(|c| [open, close].contains(c)) {
        has_some = true;
        depth = match (c == open, depth) {
            (true, _) => depth + 1,
            (false, 0) => return false,
            (false, _) => depth - 1,
        };
    }
    has_some && depth == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(words: [&str; 3]) -> Vec<Block> {
        let mut blocks = words.map(|words| Block::Paragraph(words.to_owned())).to_vec();
        turned(&mut blocks);
        blocks
    }

    #[test]
    fn n23_marks_that_close_before_they_open_are_turned_and_others_stay() {
        let turned = after(["سازمان )PMO( گفت: »آب«", "او گفت: »آب نیست.", "و فردا هم نیست.«"]);
        assert_eq!(
            turned,
            ["سازمان (PMO) گفت: «آب»", "او گفت: «آب نیست.", "و فردا هم نیست.»"].map(|words| Block::Paragraph(words.to_owned()))
        );
        for kept in [["سازمان (PMO) گفت", "الف) آب (یک)", "گفت: «آب"], ["Er sagte: »Nein« zu", "1) one", "(two"]] {
            assert_eq!(after(kept), kept.map(|words| Block::Paragraph(words.to_owned())));
        }
    }
}
