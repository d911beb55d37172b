//! Columns that stand so close together that the reader reads across them: their lines are in the order of the file, which is
//! that of its typesetter.

use super::breaks::{Break, Line, are_close, letters, parted};
use super::headings::usual;
use super::words::unbroken;
use crate::intake::block::Block;
use crate::intake::tidy::Tidied;
use crate::text::direction::is_from_right;

/// In letters at each side of a line's end by which it is found again.
const KNOWN_BY: usize = 12;
/// A page is read across where so many lines do not go on in the next, and one in so many.
const FEWEST: usize = 5;
const SHARE: usize = 3;
/// In parts of the size of most letters.
const HEADING: f32 = 1.15;
/// The level of a heading that nothing but its size tells.
const LEVEL: u8 = 2;

/// Whether lines that go on in the next do not in a text that was read of them. Of a text from the right the file has the letters
/// as they are seen.
pub fn are_mixed(lines: &[Line], text: &str) -> bool {
    if text.chars().any(is_from_right) {
        return false;
    }
    let text: String = letters(text).into_iter().collect();
    let ends = lines.windows(2).filter(|pair| are_close(&pair[0], &pair[1])).filter_map(|pair| {
        let (before, behind) = (letters(&pair[0].words), letters(&pair[1].words));
        let is_long = before.len() >= KNOWN_BY && behind.len() >= KNOWN_BY;
        is_long.then(|| before[before.len() - KNOWN_BY..].iter().chain(&behind[..KNOWN_BY]).collect::<String>())
    });
    let torn: Vec<bool> = ends.map(|end| !text.contains(&end)).collect();
    let number = torn.iter().filter(|is_torn| **is_torn).count();
    number >= FEWEST && number * SHARE >= torn.len()
}

/// The same lines as paragraphs.
pub fn blocks(lines: &[Line], breaks: &[Break], tidied: &mut Tidied) -> Vec<Block> {
    let most = usual(lines.iter());
    let mut blocks = Vec::new();
    let mut first = 0;
    for last in 0..lines.len() {
        if lines.get(last + 1).is_some_and(|next| are_close(&lines[last], next)) {
            continue;
        }
        let words: Vec<&str> = lines[first..=last].iter().map(|line| line.words.trim()).collect();
        let words = unbroken(&words.join(" "), tidied);
        if lines[first].size > most * HEADING {
            blocks.push(Block::Heading(LEVEL, words));
        } else {
            blocks.extend(parted(&words, breaks).into_iter().map(Block::Paragraph));
        }
        first = last + 1;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: [&str; 6] = [
        "The port of Sarn closed on Monday after dock-",
        "ers voted to stop work for as long as talks",
        "over the night shift go nowhere. The union",
        "said that it would not be the first to leave",
        "the table, whatever the owners tell the",
        "papers of the town about it.",
    ];
    const RIGHT: [&str; 6] = [
        "Ships that were due this week wait off the",
        "bar, and two of them have turned to Vell,",
        "where berths are free until the middle of",
        "the month. The harbour master said that",
        "more of them would follow within days, and",
        "that nobody counts them.",
    ];

    fn column(lines: [&str; 6], left: f32) -> impl Iterator<Item = Line> {
        let ys = [700.0, 688.0, 676.0, 664.0, 652.0, 640.0];
        lines.map(str::to_owned).into_iter().zip(ys).map(move |(words, y)| Line {
            words,
            left,
            right: left + 200.0,
            y,
            size: 10.0,
            is_bold: false,
        })
    }

    #[test]
    fn n23_columns_that_are_read_across_are_known_and_put_in_order() {
        let title = Line { words: "Port of Sarn closes".to_owned(), left: 72.0, right: 200.0, y: 740.0, size: 18.0, is_bold: true };
        let lines: Vec<Line> = std::iter::once(title).chain(column(LEFT, 72.0)).chain(column(RIGHT, 282.0)).collect();
        let across = LEFT.iter().zip(RIGHT).map(|(left, right)| format!("{left} {right}")).collect::<Vec<_>>().join(" ");
        assert!(are_mixed(&lines, &across));
        assert!(!are_mixed(&lines, &[LEFT.join(" "), RIGHT.join(" ")].concat()));
        let unbroken = LEFT.join(" ").replace("dock- ers", "dockers");
        let paragraphs = [unbroken, RIGHT.join(" ")].map(Block::Paragraph);
        let heading = Block::Heading(LEVEL, "Port of Sarn closes".to_owned());
        let blocks = blocks(&lines, &[], &mut Tidied::default());
        assert_eq!(blocks.split_first(), Some((&heading, &paragraphs[..])));
        // Of a text from the right the file may have the letters as they are seen.
        assert!(!are_mixed(&lines, &(across + "بندر")));
    }
}
