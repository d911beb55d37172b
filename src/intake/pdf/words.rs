//! The words of a paragraph, as it stands in a PDF.

use crate::intake::block::{Block, is_note_sign, raised};
use crate::intake::tidy::Tidied;
use crate::text::dense::is_dense;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use unpdf::{InlineContent, Paragraph};

/// What a raised number behind it is a part of.
const UNITS: [&str; 8] = ["m", "km", "cm", "mm", "ft", "mi", "dm", "s"];

/// What may stand behind a hyphen that nobody set at the end of a line: "pre- and post-war".
const SUSPENDING: [&str; 10] = ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "en"];

/// What ends a sentence or a part of one.
const MARKS: [char; 8] = ['.', ':', '!', '،', '؛', '؟', '۔', ','];

/// The words of a paragraph on one line: where a line ends in a PDF, the typesetter has ended it. The reader puts a space
/// there, so a hyphen before a space was the last of its line.
///
/// Raised numbers are marks of notes, which are counted; where one begins a paragraph, that is the note.
pub fn words(paragraph: &Paragraph, marks: &mut usize, tidied: &mut Tidied) -> Vec<String> {
    parts(paragraph, marks).iter().map(|text| unbroken(text, tidied)).collect()
}

/// A paragraph, or each of the notes that stand close together at the foot of a page.
fn parts(paragraph: &Paragraph, marks: &mut usize) -> Vec<String> {
    let is_raised = |part: &InlineContent| matches!(part, InlineContent::Text(run) if run.style.superscript);
    if !paragraph.content.iter().any(is_raised) {
        return vec![paragraph.plain_text()];
    }
    let (mut parts, mut open) = (Vec::new(), String::new());
    for part in &paragraph.content {
        let (text, mark) = match part {
            InlineContent::Text(run) if run.style.superscript => (run.text.as_str(), mark_of(&run.text)),
            InlineContent::Text(run) => (run.text.as_str(), None),
            InlineContent::Link { text, .. } => (text.as_str(), None),
            InlineContent::LineBreak => (" ", None),
            InlineContent::Image { .. } => continue,
        };
        match mark {
            Some(mark) if open.trim().is_empty() || open.starts_with('[') && (ends_sentence(&open) || follows(mark, &open)) => {
                parts.push(std::mem::replace(&mut open, format!("[{mark}] ")));
            }
            Some(_) if !belongs(&open) => {
                *marks += 1;
                open += if text.ends_with(' ') { " " } else { "" };
            }
            Some(mark) => {
                open += raised(&open, mark);
                open += text;
            }
            None => open += text,
        }
    }
    parts.push(open);
    parts
}

/// A note need not end with a full stop for the next to begin.
fn follows(mark: &str, open: &str) -> bool {
    let number = |mark: &str| mark.parse::<u32>().ok();
    let before = open.strip_prefix('[').and_then(|rest| number(rest.split(']').next()?));
    before.is_some_and(|before| number(mark) == Some(before.saturating_add(1)))
}

/// The number or the sign of a note.
fn mark_of(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|mark| is_note_sign(mark))
}

/// A raised number is an exponent behind this.
pub fn belongs(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    UNITS.contains(&word) || before.ends_with(|c: char| c.is_ascii_digit())
}

pub fn unbroken(text: &str, tidied: &mut Tidied) -> String {
    let text = text.replace('\n', " ");
    let mut lines = String::with_capacity(text.len());
    for word in text.split(' ') {
        let begins = word.chars().next();
        let is_solid = begins.zip(lines.chars().next_back()).is_some_and(|(next, last)| {
            // A dash that stands close to the word before it stands close to the one behind it. Chinese has no spaces, and no
            // mark stands off the word before it in a text from the right.
            let is_dash = last == '—' && !lines.ends_with(" —") || last == '–' && next.is_ascii_digit() && !lines.ends_with(" –");
            is_dash || is_dense(last) && is_dense(next) || is_letter_from_right(last) && word.chars().all(|c| MARKS.contains(&c))
        });
        if is_solid {
            lines += word;
            continue;
        }
        let is_parted =
            lines.ends_with(['-', '\u{2010}', '\u{ad}']) && word.starts_with(char::is_alphabetic) && !SUSPENDING.contains(&word);
        lines.extend((!lines.is_empty()).then_some(if is_parted { '\n' } else { ' ' }));
        lines += word;
    }
    let text = tidied.parted(&lines);
    tidied.words(&text).replace('\n', " ")
}

fn is_letter_from_right(c: char) -> bool {
    c.is_alphabetic() && is_from_right(c)
}

/// Of such a text a file has the letters as they are seen, and many readers turn a ligature of two round.
pub fn is_arabic(block: &Block) -> bool {
    block.words().is_some_and(|words| words.contains(|c: char| matches!(c, '\u{600}'..='\u{6ff}')))
}

/// Where a line runs from the right, its last mark is the first that a reader meets from the left.
pub fn marks_astray(block: &Block) -> usize {
    let Block::Paragraph(words) = block else { return 0 };
    let is_astray = |word: &str| word.starts_with(MARKS) && word[1..].chars().next().is_some_and(is_letter_from_right);
    words.split(' ').filter(|word| word.is_char_boundary(1) && is_astray(word)).count()
}
