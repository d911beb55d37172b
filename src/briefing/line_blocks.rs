//! Furniture that several lines make together: the head of a mail, its signature, the fields at the head of a file.

use super::front_matter::parted;
use super::line_signs::has_words;
use super::source_lines::{Line, LineKind};
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// Of a mail's head, in the languages of most programs; with two of these beside each other one begins.
#[rustfmt::skip]
const HEADERS: [&str; 31] = [
    "from", "to", "cc", "bcc", "date", "sent", "subject", "message-id", "reply-to", "received", "return-path", "sender", "in-reply-to", "delivered-to",
    "von", "an", "gesendet", "datum", "betreff", "de", "à", "envoyé", "objet", "para", "enviado", "asunto", "от", "кому", "дата", "тема", "копия",
];
/// What else may stand in one.
#[rustfmt::skip]
const OTHERS: [&str; 15] = [
    "mime-version", "content-type", "content-transfer-encoding", "references", "user-agent", "importance", "priority", "organization", "attachments",
    "list-id", "list-unsubscribe", "dkim-signature", "authentication-results", "thread-topic", "precedence",
];
/// How the names of others begin.
const OTHERS_BEGIN: [&str; 3] = ["x-", "resent-", "arc-"];
/// In lines: of a signature behind its own line, which has a space at its end, and of one where that was lost.
const SIGNATURE: (usize, usize) = (20, 6);

/// Makes rows of the lines that are furniture with those around them.
pub fn mark_blocks(text: &str, lines: &mut [Line]) {
    let (fields, rest) = parted(text);
    if !fields.is_empty() {
        let end = text.len() - rest.len();
        let behind = lines.iter().position(|line| line.range.start >= end).unwrap_or(lines.len());
        set(text, lines, 0..behind);
    }
    let mut at = 0;
    while at < lines.len() {
        let block = head(text, lines, at).or_else(|| signature(text, lines, at));
        at = match block {
            Some(block) => {
                let end = block.end;
                set(text, lines, block);
                end
            }
            None => at + 1,
        };
    }
}

fn set(text: &str, lines: &mut [Line], range: Range<usize>) {
    for line in &mut lines[range] {
        if line.kind != LineKind::Blank {
            line.kind = if has_words(&text[line.range.clone()]) { LineKind::Row } else { LineKind::Rule };
        }
    }
}

/// The lines of the head of a mail that begins at a line, with the rule that a forwarded one has over it.
fn head(text: &str, lines: &[Line], at: usize) -> Option<Range<usize>> {
    let words = |line: &Line| &text[line.range.clone()];
    let is_forwarded = |words: &str| words.starts_with("---") && words.ends_with("---") && has_words(words);
    let first = at + usize::from(is_forwarded(words(&lines[at])));
    let begins = lines.get(first).filter(|line| is_header(words(line)) == Some(true))?;
    let (mut end, mut known) = (first, 0);
    for line in &lines[first..] {
        let header = is_header(words(line));
        let goes_on = line.indent > begins.indent && line.kind != LineKind::Blank;
        if line.quoted != begins.quoted || header.is_none() && !goes_on {
            break;
        }
        end += 1;
        known += usize::from(header == Some(true));
    }
    (known > 1).then_some(at..end)
}

/// A line is one of a mail's head, and whether it is one that only a mail has.
fn is_header(words: &str) -> Option<bool> {
    let (name, _) = words.split_once(':')?;
    let name = name.trim_matches(['*', '_', ' ']).to_lowercase();
    let is_other = || OTHERS.contains(&name.as_str()) || OTHERS_BEGIN.iter().any(|begin| name.starts_with(begin));
    if HEADERS.contains(&name.as_str()) { Some(true) } else { is_other().then_some(false) }
}

/// `-- ` and what stands behind it. Where the space is lost it may be a dash: then only a few lines that say nothing.
fn signature(text: &str, lines: &[Line], at: usize) -> Option<Range<usize>> {
    let line = &lines[at];
    let is_blank = |line: &Line| line.kind == LineKind::Blank;
    let is_first = at.checked_sub(1).is_none_or(|above| lines[above].quoted != line.quoted);
    if &text[line.range.clone()] != "--" || is_first {
        return None;
    }
    let is_spaced = text[line.range.end..].starts_with(' ');
    let most = if is_spaced { SIGNATURE.0 } else { SIGNATURE.1 };
    let (mut end, mut filled) = (at + 1, 0);
    for other in &lines[at + 1..] {
        if other.quoted != line.quoted || !is_spaced && is_blank(other) {
            break;
        }
        filled += usize::from(!is_blank(other));
        if filled > most || !is_spaced && ends_sentence(&text[other.range.clone()]) {
            return Some(at..at + 1);
        }
        end += 1;
    }
    Some(at..end)
}
