//! What a document is made of, whatever its format, and how that is written as a text that the library reads.

use crate::briefing::line_signs::{is_page_mark, page_mark};
use crate::intake::taken::some;
use crate::text::space::single_spaced;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// 1 stands over 2.
    Heading(u8, String),
    /// A paragraph. A line break in it is the document's own.
    Paragraph(String),
    /// A paragraph of a list, with the mark before it.
    Item(String),
    /// Lines of a program, or of what it says.
    Code(String),
    /// The cells of a row of a table.
    Row(Vec<String>),
    /// Here begins the page of a number: no paragraph before it begins there.
    Page(u32),
}

impl Block {
    /// Those of a heading, a paragraph or an item.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Heading(_, words) | Self::Paragraph(words) | Self::Item(words) => Some(words),
            _ => None,
        }
    }
}

/// Blank lines part all but the items of a list and the rows of a table. Pages without words are no text.
#[must_use]
pub fn written(blocks: &[Block]) -> String {
    if blocks.iter().all(|block| matches!(block, Block::Page(_))) {
        return String::new();
    }
    let mut text = String::new();
    let mut last: Option<&Block> = None;
    for block in blocks {
        let Some(line) = line(block) else { continue };
        let are_close = matches!((last, block), (Some(Block::Item(_)), Block::Item(_)) | (Some(Block::Row(_)), Block::Row(_)));
        text += match last {
            None => "",
            Some(_) if are_close => "\n",
            Some(_) => "\n\n",
        };
        text += &line;
        last = Some(block);
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// What is written another way than in the document, a line for each.
#[must_use]
pub fn said(blocks: &[Block]) -> Vec<String> {
    let (mut bars, mut signs) = (0, 0);
    for block in blocks {
        match block {
            Block::Row(cells) => bars += cells.iter().map(|cell| cell.matches('|').count()).sum::<usize>(),
            Block::Paragraph(words) | Block::Item(words) => signs += words.lines().filter(|line| is_sign(line.trim())).count(),
            _ => {}
        }
    }
    let bars = some(bars, "sign~ | within cells", ": written as /, as | parts the cells");
    let signs = some(signs, "line~ with the signs of a heading or of a page", ": written with \\ before them");
    bars.into_iter().chain(signs).collect()
}

/// The words of blocks, each on a line, as a note or a cell of a table holds them.
#[must_use]
pub fn words(blocks: Vec<Block>) -> String {
    let words = blocks.into_iter().map(|block| match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words) | Block::Code(words) => words.trim().to_owned(),
        Block::Row(cells) => cells.join(" "),
        Block::Page(_) => String::new(),
    });
    words.collect::<Vec<_>>().join("\n")
}

/// The mark of the next item of a list, which counts where it has a number.
pub fn list_mark(next: Option<&mut u64>) -> String {
    next.map_or_else(|| "- ".to_owned(), |number| format!("{}. ", std::mem::replace(number, number.saturating_add(1))))
}

/// What parts a raised number from the one before it: 10^6 is not 106.
#[must_use]
pub fn raised(before: &str, text: &str) -> &'static str {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '–');
    if before.ends_with(|c: char| c.is_ascii_digit()) && text.trim_start().starts_with(is_number) { "^" } else { "" }
}

/// The number or the sign that leads to a note: "12", "*", "3,4".
#[must_use]
pub fn is_note_sign(text: &str) -> bool {
    (1..=4).contains(&text.chars().count()) && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | ','))
}

/// The number of a page, as a list of contents has it: "12", "A-3", "xiv".
#[must_use]
pub fn is_page(word: &str) -> bool {
    let is_short = (1..=6).contains(&word.len());
    let is_number = word.bytes().any(|byte| byte.is_ascii_digit()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_short && (is_number || word.bytes().all(|byte| b"ivxlc".contains(&byte)))
}

fn line(block: &Block) -> Option<String> {
    Some(match block {
        Block::Heading(level, title) => format!("{} {}", "#".repeat(usize::from((*level).clamp(1, 6))), one_line(title)?),
        Block::Paragraph(words) | Block::Item(words) => lines(words)?,
        Block::Code(words) => fenced(words)?,
        Block::Row(cells) => {
            let cells: Vec<String> = cells.iter().map(|cell| one_line(cell).unwrap_or_default().replace('|', "/")).collect();
            cells.iter().any(|cell| !cell.is_empty()).then(|| format!("| {} |", cells.join(" | ")))?
        }
        Block::Page(number) => page_mark(*number),
    })
}

/// Without white space that says nothing; `None` for no words.
fn one_line(words: &str) -> Option<String> {
    Some(single_spaced(words)).filter(|line| !line.is_empty())
}

/// The same, with the line breaks; a blank line would end the paragraph.
fn lines(words: &str) -> Option<String> {
    let lines: Vec<String> = words.split('\n').filter_map(one_line).map(plain).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// With a sign before it, as Markdown has it, where the library would take it for a heading or for the mark of a page.
fn plain(line: String) -> String {
    if is_sign(&line) { format!("\\{line}") } else { line }
}

fn is_sign(line: &str) -> bool {
    line.starts_with('#') || is_page_mark(line)
}

/// Between lines that say that it is code, as far as it has none itself.
fn fenced(words: &str) -> Option<String> {
    const FENCE: &str = "```";
    let lines = words.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    let lines = lines.trim_matches('\n');
    let has_fence = lines.lines().any(|line| line.trim_start().starts_with(FENCE));
    (!lines.is_empty()).then(|| if has_fence { lines.to_owned() } else { format!("{FENCE}\n{lines}\n{FENCE}") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::{SentenceKind, SourceText};

    #[test]
    fn n4_a_mark_of_a_page_is_no_sentence_and_no_row() {
        let blocks = [
            Block::Page(1),
            Block::Heading(2, "Outlook".to_owned()),
            Block::Paragraph("It begins on one page and ends on the next.".to_owned()),
            Block::Page(2),
            Block::Item("- One.".to_owned()),
            Block::Item("- Two.".to_owned()),
            Block::Row(vec!["a".to_owned(), "1".to_owned()]),
        ];
        let text = written(&blocks);
        assert_eq!(
            text,
            "--- page 1 ---\n\n## Outlook\n\nIt begins on one page and ends on the next.\n\n--- page 2 ---\n\n- One.\n- Two.\n\n| a | 1 |\n"
        );
        let source = SourceText::new(text);
        assert_eq!(SentenceKind::ALL.map(|kind| source.count(kind)), [3, 1, 1]);
    }
}
