//! Marks of notes in tables: the reader joins them to the numbers that they stand behind, which would be other numbers.

use super::words::belongs;
use crate::intake::block::{is_note_sign, raised};
use unpdf::parser::TextSpan;

/// A word as the reader has it, and as it stands on the page.
pub struct Marked {
    joined: String,
    apart: String,
    is_mark: bool,
}

/// The words of a page with a raised number behind them.
pub fn marked(spans: &[TextSpan]) -> Vec<Marked> {
    let marked = spans.windows(2).filter_map(|pair| {
        let ([before, span], mark) = (pair, pair[1].text.trim()) else { return None };
        let gap = span.x - before.x - before.ink_width.unwrap_or(before.width);
        let is_raised =
            span.font_size < before.font_size * 0.85 && (before.font_size * 0.1..before.font_size).contains(&(span.y - before.y));
        let is_close = (-before.font_size..before.font_size / 2.0).contains(&gap);
        let word = before.text.split_whitespace().next_back().filter(|_| is_raised && is_close && is_note_sign(mark))?;
        let is_mark = !belongs(word);
        let apart = if is_mark { word.to_owned() } else { format!("{word}{}{mark}", raised(word, mark)) };
        Some(Marked { joined: format!("{word}{mark}"), apart, is_mark })
    });
    marked.collect()
}

/// The words of a cell with the marks in them apart, or left out and counted as in a text.
pub fn apart(cell: &str, marked: &[Marked], marks: &mut usize) -> String {
    let words = cell.split(' ').map(|word| match marked.iter().find(|marked| marked.joined == word) {
        Some(marked) => {
            *marks += usize::from(marked.is_mark);
            marked.apart.as_str()
        }
        None => word,
    });
    words.collect::<Vec<_>>().join(" ")
}
