//! A table of contents: its lines say again what the headings say, and are no sentences. They are kept as rows.

use crate::intake::block::{Block, is_page};

/// So many dots lead from a title to the number of its page.
const DOTS: usize = 5;
/// The blocks with their tables of contents as rows, and how many those are.
pub fn as_rows(blocks: Vec<Block>) -> (Vec<Block>, usize) {
    let (mut all, mut rows) = (Vec::new(), 0);
    for block in blocks {
        let Some(words) = block.words() else {
            all.push(block);
            continue;
        };
        let (entries, rest) = led(words);
        if entries.is_empty() {
            all.push(block);
            continue;
        }
        rows += entries.len();
        all.extend(entries.into_iter().map(|(title, page)| Block::Row(vec![title.to_owned(), page.to_owned()])));
        all.extend((!rest.trim().is_empty()).then(|| Block::Paragraph(rest.trim().to_owned())));
    }
    (all, rows)
}

/// The entries of a paragraph whose titles dots lead to their pages, and what stands behind the last.
fn led(words: &str) -> (Vec<(&str, &str)>, &str) {
    let (mut entries, mut rest) = (Vec::new(), words);
    let mut from = 0;
    while let Some((start, end)) = leader(rest, from) {
        let behind = rest[end..].trim_start();
        let page = behind.split_whitespace().next().unwrap_or_default();
        let title = rest[..start].trim_end_matches(|c: char| c.is_whitespace() || weight(c) > 0).trim_start();
        if !is_page(page) || !title.contains(char::is_alphanumeric) {
            from = end;
            continue;
        }
        entries.push((title, page));
        (rest, from) = (&behind[page.len()..], 0);
    }
    (entries, rest)
}

/// Where a run of dots begins and ends, behind a place.
fn leader(words: &str, from: usize) -> Option<(usize, usize)> {
    let (mut start, mut end, mut dots) = (0, 0, 0);
    for (at, c) in words[from..].char_indices().map(|(at, c)| (from + at, c)) {
        if c.is_whitespace() {
            continue;
        }
        let weight = weight(c);
        if weight == 0 {
            if dots >= DOTS {
                break;
            }
            dots = 0;
            continue;
        }
        start = if dots == 0 { at } else { start };
        (end, dots) = (at + c.len_utf8(), dots + weight);
    }
    (dots >= DOTS).then_some((start, end))
}

/// How many dots it shows.
fn weight(c: char) -> usize {
    match c {
        '.' | '·' | '_' => 1,
        '‥' => 2,
        '…' => 3,
        _ => 0,
    }
}
