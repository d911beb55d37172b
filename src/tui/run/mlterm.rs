//! A row with Arabic letters as mlterm is to be sent it.
//!
//! mlterm 3.9 keeps a column of its line for every joiner and draws nothing there, and draws lam and alef in one cell and
//! keeps two. Columns that it is told to go to are those of its line, so such a row is written in one go. What it draws is
//! then as wide as its cells again, but the line is full before its last cells are written, and they would be lost.

use crate::text::direction::{LRM, PDF, RLE};
use crate::text::width;
use crate::text::width::is_shapeless;
use ratatui::buffer::Cell;
use std::env;

const LAM: &str = "ل";
const ALEFS: [char; 4] = ['ا', 'أ', 'إ', 'آ'];

/// The program writes to mlterm itself: within tmux or GNU screen these set the cells.
pub fn is_used() -> bool {
    let terminal = env::var("TERM").unwrap_or_default();
    let within = ["tmux", "screen"].iter().any(|name| terminal.starts_with(name));
    !within && (env::var_os("MLTERM").is_some() || terminal.starts_with("mlterm"))
}

/// What is written for each cell of a row, nothing for some; none where the row needs no such care.
pub fn row(cells: &[Cell]) -> Option<Vec<String>> {
    let mut texts: Vec<String> = Vec::with_capacity(cells.len());
    while let Some(cell) = cells.get(texts.len()) {
        let symbol = cell.symbol().trim_end_matches([LRM, RLE, PDF]);
        texts.push(symbol.to_owned());
        texts.extend((1..width(symbol).min(cells.len())).map(|_| String::new()));
    }
    let joiners: usize = texts.iter().map(|text| text.chars().filter(|c| is_shapeless(*c)).count()).sum();
    let joined: Vec<usize> = (1..texts.len()).filter(|at| texts[at - 1] == LAM && texts[*at].starts_with(ALEFS)).collect();
    if joiners + joined.len() == 0 {
        return None;
    }
    let end = texts.iter().rposition(|text| !matches!(text.as_str(), "" | " ")).map_or(0, |at| at + 1);
    // Behind the word it is as wide again as its cells.
    for at in &joined {
        if let Some(blank) = texts[*at..].iter().position(|text| text == " ") {
            texts[at + blank].push(' ');
        }
    }
    let mut over = joiners + joined.len();
    // What is left out: blanks behind all text, then blanks before the last text of the last column, then joiners.
    let border = texts[..end].iter().rposition(|text| matches!(text.as_str(), "│" | "|")).map_or(0, |at| at + 1);
    let gap = texts[border..end].windows(2).rposition(|pair| *pair == [" ", " "]).map_or(border, |at| border + at + 1);
    let leading = (border..gap).rev().take_while(|at| texts[*at] == " ");
    let given: Vec<usize> = (end..texts.len()).rev().chain(leading).take(over).collect();
    over -= given.len();
    for at in given {
        texts[at].clear();
    }
    for text in &mut texts {
        while let Some(at) = text.find(is_shapeless).filter(|_| over > 0) {
            text.remove(at);
            over -= 1;
        }
    }
    Some(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn sent(text: &str, columns: u16) -> Option<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
        buffer.set_stringn(0, 0, text, usize::from(columns), Style::new());
        row(&buffer.content).map(|texts| texts.concat())
    }

    /// As wide on mlterm as the cells are, and no longer than its line.
    #[test]
    fn m23_a_row_for_mlterm_loses_no_letter_and_keeps_its_borders() {
        let table = [
            ("plain │ text", 14, None),
            ("می\u{200c}رود │ x", 14, Some("می\u{200c}رود │ x    ")),
            ("می\u{200c}رود │ xyz", 11, Some("میرود │ xyz")),
            ("سلام │ x", 12, Some("سلام  │ x   ")),
            ("a │    می\u{200c}رود", 12, Some("a │   می\u{200c}رود")),
            ("می\u{200c}رود   │ می\u{200c}رود", 15, Some("میرود   │ میرود")),
            ("a │ می\u{200c}رود", 9, Some("a │ میرود")),
        ];
        for (text, columns, expected) in table {
            assert_eq!(sent(text, columns).as_deref(), expected, "{text}");
        }
    }
}
