//! Lines that were broken to fit a width (mail, wire, text out of a PDF) told from lines that end where their writer
//! ended them: lists, verse, addresses, titles, tables.
//!
//! Nothing is guessed from the width alone. Some lines must show by their words that they go on; then lines of about
//! the same width beside them are believed to go on too.

use super::abbreviations::leans;
use super::source_lines::{Line, LineKind, NARROWEST};
use crate::text::sentence_end::ends_sentence;
use std::ops::Range;

/// The width of the narrowest column, and the fewest lines that show one.
const COLUMN: (usize, usize) = (20, 4);
/// From here on a line that ends with a comma goes on: a list has shorter items.
const WIDE: usize = 60;
/// A wider text is not wrapped: its lines are paragraphs.
const WIDEST: usize = 160;
/// In percent of the width: a longer line is full.
const FULL: usize = 70;
/// In percent of the long lines of a wrapped text: so many show by their words that they go on.
const SHOWN: usize = 30;

const DASHES: [char; 3] = ['-', '–', '—'];

/// A line, measured once.
struct Measured<'a> {
    words: &'a str,
    width: usize,
    indent: usize,
    is_item: bool,
    begins: Begins,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    Small,
    Capital,
    /// A digit, a quotation mark, a letter of a script without capitals.
    Other,
}

/// The runs of lines that are read as one, for every block of a text: lines that follow each other without a blank one,
/// a heading or furniture between.
#[must_use]
pub fn runs(text: &str, blocks: &[&[Line]]) -> Vec<Vec<Range<usize>>> {
    // A line alone goes on nowhere, and may be long.
    let measured = |block: &&[Line]| if block.len() > 1 { measure_all(text, block) } else { Vec::new() };
    let measured: Vec<Vec<Measured<'_>>> = blocks.iter().map(measured).collect();
    let shown: Vec<Vec<bool>> = measured.iter().map(|block| shown(block)).collect();
    let whole = width(measured.iter().zip(&shown));
    let runs = measured.iter().zip(&shown).map(|(block, shown)| match block.len() {
        0 => std::iter::once(0..1).collect(),
        _ => runs_of(block, shown, width(std::iter::once((block, shown))).or(whole)),
    });
    runs.collect()
}

fn measure_all<'a>(text: &'a str, block: &[Line]) -> Vec<Measured<'a>> {
    let mut lines: Vec<Measured<'a>> = block.iter().map(|line| measure(text, line)).collect();
    for at in 1..lines.len() {
        if lines[at].is_item && is_interruption(&lines, at) {
            lines[at].is_item = false;
        }
    }
    lines
}

/// A dash that parts a sentence stands where a line was broken: no other item has its mark, and the line before goes on.
fn is_interruption(block: &[Measured<'_>], at: usize) -> bool {
    let (before, line) = (&block[at - 1], &block[at]);
    let dash = line.words.chars().next().filter(|mark| DASHES.contains(mark));
    let goes_on = !before.is_item && before.indent == line.indent && before.words.ends_with(|c: char| c.is_alphanumeric() || is_open(c));
    dash.is_some_and(|dash| goes_on && block.iter().filter(|other| other.is_item && other.words.starts_with(dash)).count() == 1)
}

fn measure<'a>(text: &'a str, line: &Line) -> Measured<'a> {
    let words = &text[line.range.clone()];
    // Letters of East Asia are two columns wide.
    let width = words.chars().map(|c| if c > '\u{2e80}' { 2 } else { 1 }).sum();
    let begins = match words.trim_start_matches(['“', '"', '‘', '\'', '(', '«', '„']).chars().next() {
        Some(c) if c.is_lowercase() => Begins::Small,
        Some(c) if c.is_uppercase() => Begins::Capital,
        _ => Begins::Other,
    };
    Measured { words, width, indent: line.indent, is_item: line.kind == LineKind::Item, begins }
}

/// For each line of a block, whether its words and those of the one before show that it goes on.
fn shown(block: &[Measured<'_>]) -> Vec<bool> {
    if block.is_empty() {
        return Vec::new();
    }
    let widest = block.iter().map(|line| line.width).max().unwrap_or(0);
    let has_case = has_case(block);
    let is_column = has_case && is_column(block, widest);
    let is_verse = has_case && block.len() > 3 && block[1..].iter().all(|line| line.begins == Begins::Capital);
    let pairs = block.windows(2).map(|pair| {
        let [before, line] = pair else { return false };
        if is_verse || is_barred(before, line) {
            return false;
        }
        if is_column {
            return is_full(before, line, widest);
        }
        if before.width < NARROWEST {
            return leans(before.words);
        }
        let open = before.words.ends_with(|c: char| c.is_alphanumeric() || is_open(c));
        if has_case {
            let comma = before.words.ends_with(',') && before.width >= WIDE;
            line.begins == Begins::Small && (open || comma) || leans(before.words)
        } else {
            open && before.width * 100 >= widest * FULL
        }
    });
    std::iter::once(false).chain(pairs).collect()
}

/// A text may go on behind it.
fn is_open(c: char) -> bool {
    matches!(
        c,
        ')' | '-' | '\u{ad}' | '\u{2010}' | '%' | '’' | '”' | '"' | '，' | '、' | '；' | '：' | '）' | '」' | '』' | '》' | '،' | '؛'
    )
}

/// The next line's first word had no room in this one.
fn is_full(before: &Measured<'_>, line: &Measured<'_>, widest: usize) -> bool {
    let next = line.words.split(char::is_whitespace).next().map_or(0, |word| word.chars().count());
    before.width + 1 + next > widest
}

/// Narrow lines, each as full as it can be, most of which begin in the middle of a sentence: lists, verse and addresses have
/// lines of any length.
fn is_column(block: &[Measured<'_>], widest: usize) -> bool {
    let (narrowest, fewest) = COLUMN;
    let pairs = || block.windows(2).filter_map(|pair| if let [before, line] = pair { Some((before, line)) } else { None });
    let goes_on = pairs().filter(|(_, line)| line.begins == Begins::Small).count();
    let is_whole = |(before, line): (&Measured<'_>, &Measured<'_>)| {
        !is_barred(before, line) && (is_full(before, line, widest) || ends_sentence(before.words))
    };
    (narrowest..NARROWEST).contains(&widest) && block.len() >= fewest && goes_on * 2 >= block.len() - 1 && pairs().all(is_whole)
}

/// Small letters tell something here: the text is of a script that has them, and not written in capitals as wires are.
fn has_case(block: &[Measured<'_>]) -> bool {
    let letters = || block.iter().flat_map(|line| line.words.chars()).filter(|c| c.is_alphabetic());
    letters().filter(|c| c.is_lowercase()).count() * 100 >= letters().count() * SHOWN
}

/// Something begins with this line, whatever stands before it.
fn is_barred(before: &Measured<'_>, line: &Measured<'_>) -> bool {
    let is_field = |words: &str| {
        let name = words.split_once(": ").map_or("", |(name, _)| name);
        !name.is_empty() && name.starts_with(char::is_uppercase) && !name.contains(' ')
    };
    let begins_paragraph = line.indent > before.indent + 1 && line.begins != Begins::Small && !before.is_item;
    line.is_item || begins_paragraph || is_apart(before.words) || is_apart(line.words) || is_field(before.words) && is_field(line.words)
}

/// The rest of an item of a list, below its words and not below its mark, however short its lines are.
fn hangs(before: &Measured<'_>, line: &Measured<'_>) -> bool {
    let below = line.indent > before.indent && line.indent < before.indent + 6;
    before.is_item && below && line.begins == Begins::Small && !is_barred(before, line) && !ends_sentence(before.words)
}

/// A word is broken at the end of the line, however short that is.
fn parts_word(before: &Measured<'_>, line: &Measured<'_>) -> bool {
    let stem = before.words.strip_suffix(['-', '\u{ad}', '\u{2010}']);
    line.begins == Begins::Small
        && line.words.starts_with(char::is_lowercase)
        && stem.is_some_and(|stem| stem.ends_with(char::is_lowercase))
}

/// Columns of a table. One gap may be of a text that was stretched to the margin.
fn is_apart(words: &str) -> bool {
    words.contains('\t') || words.contains("     ") || words.matches("   ").count() >= 2
}

/// The width that lines were wrapped to, if enough of the long ones show it.
fn width<'a, 'b: 'a>(blocks: impl Iterator<Item = (&'a Vec<Measured<'b>>, &'a Vec<bool>)>) -> Option<usize> {
    let (mut long, mut found) = (0, Vec::new());
    for (block, shown) in blocks {
        for (before, shown) in block.iter().zip(shown.iter().skip(1)) {
            long += usize::from(before.width >= NARROWEST);
            found.extend(shown.then_some(before.width));
        }
    }
    found.sort_unstable();
    let widest = *found.last()?;
    (found.len() * 100 >= long * SHOWN && widest <= WIDEST).then_some(widest)
}

fn runs_of(block: &[Measured<'_>], shown: &[bool], width: Option<usize>) -> Vec<Range<usize>> {
    let capitals = block.len() > 2 && block[1..].iter().all(|line| line.begins == Begins::Capital) && !shown.contains(&true);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in 0..block.len() {
        let goes_on = at > 0 && {
            let (before, line) = (&block[at - 1], &block[at]);
            let full = width.is_some_and(|width| {
                let next = line.words.split(char::is_whitespace).next().map_or(0, |word| word.chars().count());
                before.width * 100 >= width * FULL || before.width + next >= width && before.width >= NARROWEST / 2
            });
            let parted = width.is_some() && parts_word(before, line) && !is_barred(before, line);
            shown[at] || parted || hangs(before, line) || full && !capitals && !is_barred(before, line)
        };
        match runs.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}
