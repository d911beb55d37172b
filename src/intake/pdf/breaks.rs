//! Where paragraphs begin that stand close together, which the reader joins: the places of their lines tell.

use super::words::belongs;
use crate::intake::block::{is_note_sign, raised};
use crate::intake::tidy::Tidied;
use crate::text::dense::is_dense;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use unpdf::parser::TextSpan;
use unpdf::parser::bidi::reorder_bidi;

/// In parts of the distance between the lines around it: what stands further apart is set apart.
const APART: f32 = 1.15;
/// In letters of a line by which a break is known.
const KNOWN_BY: usize = 20;
/// Of a page; books have some fifty.
const MOST: usize = 1000;
/// So many lines above and below tell how wide a column is.
const AROUND: usize = 3;

/// The last letters before a break and the first ones behind it.
pub type Break = (Vec<char>, Vec<char>);

/// Lengths are in points, from the left and from the foot of the page.
pub struct Line {
    pub words: String,
    pub left: f32,
    pub right: f32,
    pub y: f32,
    pub size: f32,
    pub is_bold: bool,
}

/// Letters and digits alone, as they are typed.
pub fn letters(words: &str) -> Vec<char> {
    Tidied::default().words(words).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The breaks between the lines of a page, in its order.
pub fn breaks(lines: &[Line]) -> Vec<Break> {
    let are_close: Vec<bool> = lines.windows(2).map(|pair| are_close(&pair[0], &pair[1])).collect();
    let begins = |at: &usize| {
        let above = (1..=AROUND).take_while(|back| at.checked_sub(*back).is_some_and(|at| are_close[at])).count();
        let below = are_close[at + 1..].iter().take(AROUND).take_while(|are_close| **are_close).count();
        begins(&lines[at - above..=at + 1 + below], above)
    };
    let known_by = |at: usize| {
        let (before, behind) = (letters(&lines[at].words), letters(&lines[at + 1].words));
        (before[before.len().saturating_sub(KNOWN_BY)..].to_vec(), behind.into_iter().take(KNOWN_BY).collect())
    };
    (0..are_close.len()).filter(|at| are_close[*at]).filter(begins).take(MOST).map(known_by).collect()
}

/// In the order of the file, which is that of its typesetter. Raised numbers that lead to notes are no words of a line.
pub fn lines(spans: &[TextSpan]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for span in spans.iter().filter(|span| !span.is_rotated() && !span.text.trim().is_empty()) {
        let right = span.x + span.ink_width.unwrap_or(span.width);
        let goes_on = |line: &&mut Line| {
            let size = line.size.max(span.font_size);
            (line.y - span.y).abs() < size / 2.0 && (-size..2.0 * size).contains(&(span.x - line.right))
        };
        match lines.last_mut().filter(goes_on) {
            Some(line) if span.font_size < line.size * 0.8 => {
                line.words += &script(line, span);
                line.right = right;
            }
            Some(line) if line.size < span.font_size * 0.8 => {
                *line = Line { left: line.left, ..line_of(span, right) };
            }
            Some(line) => {
                line.words += if span.x - line.right > line.size / 5.0 { " " } else { "" };
                line.words += &span.text;
                line.right = right;
            }
            None => lines.push(line_of(span, right)),
        }
    }
    // A file has the letters as they are seen, from the left.
    for line in lines.iter_mut().filter(|line| line.words.contains(is_from_right)) {
        line.words = reorder_bidi(&line.words);
    }
    lines
}

fn line_of(span: &TextSpan, right: f32) -> Line {
    Line { words: span.text.clone(), left: span.x, right, y: span.y, size: span.font_size, is_bold: span.is_bold }
}

/// What is set smaller beside a line, as it is written in it: "CO2", "10^6", "2nd". The mark of a note is no word of it.
fn script(line: &Line, span: &TextSpan) -> String {
    let words = span.text.trim();
    let is_raised = span.y > line.y;
    if is_raised && is_note_sign(words) && !belongs(&line.words) {
        return String::new();
    }
    format!("{}{words}", if is_raised { raised(&line.words, words) } else { "" })
}

/// The second may go on what the first begins.
pub fn are_close(first: &Line, second: &Line) -> bool {
    let is_below = (0.0..2.5 * first.size).contains(&(first.y - second.y)) && first.y > second.y;
    is_below && (first.size - second.size).abs() < first.size / 10.0 && first.left < second.right && second.left < first.right
}

/// A paragraph begins behind the line `last` of these. It does only where a sentence ends there, so none is ever torn.
fn begins(around: &[Line], last: usize) -> bool {
    let (last, first, next) = (&around[last], &around[last + 1], around.get(last + 2));
    if !ends_sentence(&last.words) {
        return false;
    }
    let pitches = || around.windows(2).map(|pair| pair[0].y - pair[1].y);
    if last.y - first.y > pitches().fold(f32::MAX, f32::min) * APART {
        return true;
    }
    if first.words.chars().any(is_from_right) {
        return false;
    }
    let left = around.iter().map(|line| line.left).fold(f32::MAX, f32::min);
    let right = around.iter().map(|line| line.right).fold(f32::MIN, f32::max);
    let is_set_in = |line: &Line| line.left - left > line.size * 0.8;
    // In a list whose entries hang, the last line of each is set in, and mostly short.
    let is_short = |line: &Line| right - line.right > (right - left) * 0.2;
    let hangs = around.iter().any(|line| is_set_in(line) && is_short(line));
    let is_indented = is_set_in(first) && !hangs && !next.is_some_and(is_set_in);
    // A typesetter who had not to would not have ended the line before its next word.
    is_indented || right - last.right > first.size / 2.0 + 1.3 * first_word(first)
}

/// How wide the first word of a line is.
fn first_word(line: &Line) -> f32 {
    let word = line.words.split_whitespace().next().unwrap_or_default();
    let letters = if word.starts_with(is_dense) { 2 } else { word.chars().count() };
    #[expect(clippy::cast_precision_loss, reason = "a line has some hundred letters")]
    let share = letters as f32 / line.words.chars().count().max(1) as f32;
    share * (line.right - line.left)
}

/// The paragraphs of a text that stand on the lines of a page. Pages say the same at several places, and another paragraph may
/// have begun there before.
pub fn parted(text: &str, breaks: &[Break]) -> Vec<String> {
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
    let is_there = |from: Option<usize>, known: &[char]| {
        let there = from.and_then(|from| letters.get(from..from + known.len()));
        there.is_some_and(|there| there.iter().map(|(_, c)| c).eq(known))
    };
    let is_break = |at: &usize| {
        breaks.iter().any(|(before, behind)| {
            // Behind a line of stars or dots no letter may follow.
            let is_known = !before.is_empty() && !behind.is_empty();
            is_known && is_there(Some(*at), behind) && is_there(at.checked_sub(before.len()), before)
        })
    };
    let (mut parts, mut start) = (Vec::new(), 0);
    for at in (1..letters.len()).filter(is_break) {
        let (first, _) = letters[at];
        let Some(end) = text[..first].rfind(char::is_whitespace).filter(|end| *end > start && ends_sentence(&text[start..*end])) else {
            continue;
        };
        parts.push(text[start..end].to_owned());
        start = end;
    }
    parts.push(text[start..].to_owned());
    parts
}
