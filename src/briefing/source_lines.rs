//! What each line of a source is: prose, the beginning of a list item, a heading, or furniture of its page.

use super::abbreviations::leans;
use super::furniture::{is_apart_from_text, is_caption, is_row, is_rule};
use super::headings::{BARE, heading, is_bare_heading, underlined};
use super::line_signs::{after_marker, has_words, trim};
use crate::text::line_ends::{is_line_end, quote_marks};
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// A narrower column is told from verse and addresses only by more than its words.
pub(super) const NARROWEST: usize = 40;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Without the white space around it, and of a heading without its marks.
    pub range: Range<usize>,
    /// How far it stands in, in characters.
    pub indent: usize,
    /// How many marks of a quoted mail stand before it; they are none of its words.
    pub quoted: usize,
    pub kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    Blank,
    /// `#` is level 1; [`super::headings::BOLD`] and [`BARE`] ones stand below all others.
    Heading(u8),
    /// A rule, or the line under a heading: it holds no words.
    Rule,
    /// Furniture with words: a row of a table, a link alone, a footnote, a caption, code, the head of a mail.
    Row,
    /// A list item begins.
    Item,
    Prose,
}

/// Every line of a text.
#[must_use]
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut in_code) = (0, false);
    while start < text.len() {
        let end = text[start..].find(is_line_end).map_or(text.len(), |at| start + at);
        let feed = text[end..].chars().next().map_or(0, |c| if text[end..].starts_with("\r\n") { 2 } else { c.len_utf8() });
        let (marks, quoted) = quote_marks(&text[start..end]);
        let range = trim(text, start + marks..end);
        let indent = text[start..range.start].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let is_fence = is_code_fence(text, &range, end, &mut in_code);
        let (range, kind) = if is_fence { (range, LineKind::Rule) } else { classify(text, range, in_code) };
        lines.push(Line { range, indent, quoted, kind });
        start = end + feed;
    }
    underlined_headings(text, &mut lines);
    bare_headings(text, &mut lines);
    furniture(text, &mut lines);
    lines
}

/// Three backticks alone or with a language, where code begins and where it ends. Those that are never closed begin none.
fn is_code_fence(text: &str, range: &Range<usize>, end: usize, in_code: &mut bool) -> bool {
    let words = &text[range.clone()];
    let is_fence = words.starts_with("```") && !words[3..].contains([' ', '`']);
    let closes = *in_code && words == "```";
    let opens = !*in_code && is_fence && text[end..].contains("\n```");
    *in_code = opens || *in_code && !closes;
    opens || closes || is_fence && words == "```"
}

fn classify(text: &str, range: Range<usize>, in_code: bool) -> (Range<usize>, LineKind) {
    let words = &text[range.clone()];
    if words.is_empty() {
        return (range, LineKind::Blank);
    }
    if in_code {
        let kind = if has_words(words) { LineKind::Row } else { LineKind::Rule };
        return (range, kind);
    }
    if let Some((title, level)) = heading(words) {
        let start = range.start + title.as_ptr().addr() - words.as_ptr().addr();
        return (start..start + title.len(), if has_words(title) { LineKind::Heading(level) } else { LineKind::Rule });
    }
    let kind = if is_rule(words) {
        LineKind::Rule
    } else if is_row(words) {
        // The line under the head of a table holds no words.
        if has_words(words) { LineKind::Row } else { LineKind::Rule }
    } else if after_marker(words).is_some() {
        LineKind::Item
    } else {
        LineKind::Prose
    };
    (range, kind)
}

/// A line of signs makes a heading of the line over it, or of two.
fn underlined_headings(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        if lines[at].kind != LineKind::Rule {
            continue;
        }
        let is_text = |at: usize| matches!(lines[at].kind, LineKind::Prose | LineKind::Row);
        let begins = |at: usize| at == 0 || !matches!(lines[at - 1].kind, LineKind::Prose | LineKind::Item | LineKind::Row);
        let words = |at: usize| &text[lines[at].range.clone()];
        let (line, title) = (words(at), at - 1);
        if !is_text(title) {
            continue;
        }
        if begins(title) {
            if let Some(level) = underlined(&[words(title)], line) {
                lines[title].kind = LineKind::Heading(level);
            }
        } else if let Some(first) = title.checked_sub(1).filter(|first| is_text(*first) && begins(*first))
            && let Some(level) = underlined(&[words(first), words(title)], line)
        {
            lines[first].kind = LineKind::Heading(level);
            lines[first].range.end = lines[title].range.end;
            lines[title].kind = LineKind::Rule;
        }
    }
}

/// Pages and documents are stripped of the marks of their headings when they are copied.
fn bare_headings(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.kind == LineKind::Blank);
        if lines[at].kind != LineKind::Prose || !blank(at.checked_sub(1)) || !blank(Some(at + 1)) {
            continue;
        }
        let below = lines[at + 1..].iter().position(|line| line.kind != LineKind::Blank).map_or("", |blank| {
            let below = &lines[at + 1 + blank..];
            first_of_paragraph(text, &below[..below.iter().take_while(|line| line.kind == LineKind::Prose).count()])
        });
        if is_bare_heading(&text[lines[at].range.clone()], below) {
            lines[at].kind = LineKind::Heading(BARE);
        }
    }
}

/// Its first line, and all of them where that was broken to fit a narrow width: the paragraph is as long as it is, however its
/// lines are broken.
fn first_of_paragraph<'t>(text: &'t str, lines: &[Line]) -> &'t str {
    let words = |line: &Line| &text[line.range.clone()];
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return "" };
    let is_broken = words(first).chars().count() >= NARROWEST && !ends_sentence(words(first)) && ends_sentence(words(last));
    if is_broken { &text[first.range.start..last.range.end] } else { words(first) }
}

/// A caption goes on in lines that show it.
fn wrapped_caption(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let [before, words] = [&lines[at - 1], &lines[at]].map(|line| &text[line.range.clone()]);
        let goes_on = !ends_sentence(before) && (words.starts_with(char::is_lowercase) || leans(before));
        if lines[at].kind != LineKind::Prose || !goes_on {
            break;
        }
        lines[at].kind = LineKind::Row;
    }
}

/// Beside a text that goes on such words may be the text's own.
fn furniture(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let above = at.checked_sub(1).map(|above| &lines[above]);
        let is_apart =
            above.is_none_or(|above| !matches!(above.kind, LineKind::Prose | LineKind::Item) || ends_sentence(&text[above.range.clone()]));
        // "(c) 2026" is no item of a list.
        let is_text = match lines[at].kind {
            LineKind::Prose => true,
            LineKind::Item => text[lines[at].range.clone()].starts_with("(c) "),
            _ => false,
        };
        let words = &text[lines[at].range.clone()];
        if is_text && is_apart && is_apart_from_text(words) {
            lines[at].kind = LineKind::Row;
        } else if is_text && is_apart && is_caption(words) {
            lines[at].kind = LineKind::Row;
            wrapped_caption(text, &mut lines[at..]);
        }
    }
}
