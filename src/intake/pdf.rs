//! A PDF: its words in the order in which they are read. It knows places on pages and no paragraphs, so those are found again.

mod breaks;
mod columns;
mod contents;
mod edges;
mod folio;
mod from_right;
mod headings;
mod marks;
mod mend;
mod order;
mod pages;
mod pairs;
mod running;
mod sheets;
mod words;

use super::block::{self, Block, written};
use super::metadata::{date, said};
use super::taken::{Stated, Taken, some};
use super::tidy::Tidied;
use breaks::{Break, breaks, parted};
use marks::{Marked, apart};
use order::in_order;
use pages::{Pages, is_note, joined};
use running::Running;
use sheets::{Sheet, without_heads, without_running};
use std::borrow::Cow;
use std::collections::HashMap;
use unpdf::{Document, InlineContent, Page, Paragraph, ParseOptions, PdfParser};
use words::{is_arabic, marks_astray, words};

/// The first bytes of a file.
const BEGINS: &[u8] = b"%PDF-";
const READER: &str = "unpdf 0.52.1";

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    // What a program or a mail has written before it is no part of it.
    let bytes = &bytes[bytes.windows(BEGINS.len()).position(|window| window == BEGINS).unwrap_or_default()..];
    let failed = |error: unpdf::Error| match error {
        unpdf::Error::Encrypted | unpdf::Error::InvalidPassword => "it is locked by a password: save it without one".to_owned(),
        error => format!("it is no PDF that is understood ({error}): open it in its own program and save it again"),
    };
    let (bytes, backend, mended) = mend::mended(bytes);
    let mut sheets = backend.as_ref().map(sheets::sheets).unwrap_or_default();
    let mut running = Running::default();
    let file = backend.as_ref().and_then(|backend| without_heads(&bytes, backend, &mut sheets, &mut running));
    let bytes = file.map_or(bytes, Cow::Owned);
    let parser = PdfParser::from_bytes_with_options(&bytes, ParseOptions::new().sequential()).map_err(failed)?;
    let document = parser.parse().map_err(failed)?;
    let mut tidied = Tidied::default();
    document.pages.iter().for_each(|page| tidied.learn(&page.plain_text()));
    let (mut marks, mut mixed) = (0, 0);
    let mut by_number: HashMap<u32, Sheet> = sheets.into_iter().map(|sheet| (sheet.number, sheet)).collect();
    let sheets: Vec<Sheet> = document.pages.iter().map(|page| by_number.remove(&page.number).unwrap_or_default()).collect();
    let usual = headings::usual(sheets.iter().flat_map(|sheet| &sheet.lines));
    let mut taken = |(page, Sheet { lines, marked, .. }): (&Page, &Sheet)| {
        let breaks = breaks(lines);
        let blocks = if columns::are_mixed(lines, &page.plain_text()) {
            mixed += 1;
            columns::blocks(lines, &breaks, &mut tidied)
        } else {
            in_order(blocks(page, &breaks, marked, &mut marks, &mut tidied), lines)
        };
        (page.number, headings::apart(from_right::whole(blocks, lines, usual), lines, usual))
    };
    let mut pages: Pages = document.pages.iter().zip(&sheets).map(&mut taken).collect();
    headings::level(&mut pages, &sheets.iter().map(|sheet| sheet.lines.as_slice()).collect::<Vec<_>>(), usual);
    let astray = pages.iter().flat_map(|(_, blocks)| blocks).map(marks_astray).sum::<usize>();
    let pages = without_running(pages, &sheets, &mut running);
    let (mut blocks, contents) = contents::as_rows(joined(pages, &mut tidied));
    let turned = pairs::turned(&mut blocks);
    let mut left = left_out(&document);
    left.extend(mended.said());
    left.extend(running.said());
    left.extend(some(contents, "line~ of a table of contents", ": kept as rows, which are no sentences"));
    left.extend(some(marks, "mark~ of a note", ""));
    left.extend(some(
        mixed,
        "page~",
        " with columns close together: in the order of the file, tables on them line by line, without marks of notes",
    ));
    left.extend(of_right(astray, turned, if mended.without_map > 0 { &blocks } else { &[] }));
    let text = written(&blocks);
    let unread = document.pages.iter().map(|page| page.suppressed_text_runs + page.clipped_text_runs as usize).sum::<usize>();
    if unread > text.split_whitespace().count() {
        left.insert(0, "most of its text: where its own program shows more, save the words there as text, and add that".to_owned());
    }
    left.extend(block::said(&blocks));
    left.extend(tidied.said());
    Ok(Taken { text, stated: stated(&document), left, reader: READER.to_owned() })
}

/// Of text from the right: marks that may stand at the wrong end, marks that were turned round, and what the file does not say.
fn of_right(astray: usize, turned: usize, unsaid: &[Block]) -> impl Iterator<Item = String> {
    let arabic = unsaid.iter().filter(|block| is_arabic(block)).count();
    let said = [
        some(astray, "mark~", " in text from right to left that may stand at the wrong end of a line: compare with the original"),
        some(turned, "mark~", " in pairs, in text from right to left, that stood the wrong way: turned round"),
        some(
            arabic,
            "paragraph~",
            " in Arabic letters, in a file that does not say them all: لا may be written ال there, compare with the original",
        ),
    ];
    said.into_iter().flatten()
}

fn blocks(page: &Page, breaks: &[Break], marked: &[Marked], marks: &mut usize, tidied: &mut Tidied) -> Vec<Block> {
    let mut blocks = Vec::new();
    for element in &page.elements {
        match element {
            unpdf::Block::Paragraph(paragraph) => {
                for words in words(paragraph, marks, tidied).into_iter().filter(|words| !words.trim().is_empty()) {
                    match paragraph.heading_level() {
                        Some(level) => blocks.push(Block::Heading(level, words)),
                        None if paragraph.is_list_item() || is_note(&words) => blocks.push(Block::Item(words)),
                        None => blocks.extend(parted(&words, breaks).into_iter().map(Block::Paragraph)),
                    }
                }
            }
            unpdf::Block::Table(table) => {
                let cell = |cell: &unpdf::TableCell| cell.content.iter().map(Paragraph::plain_text).collect::<Vec<_>>().join(" ");
                for row in &table.rows {
                    blocks.push(Block::Row(row.cells.iter().map(|each| tidied.words(&apart(&cell(each), marked, marks))).collect()));
                }
            }
            unpdf::Block::Code { content } | unpdf::Block::Raw { content } => blocks.push(Block::Paragraph(tidied.words(content))),
            _ => {}
        }
    }
    blocks
}

fn left_out(document: &Document) -> Vec<String> {
    let sum = |of: fn(&Page) -> u32| document.pages.iter().map(|page| of(page) as usize).sum::<usize>();
    let tables = document.tables().count();
    let pictures = document.pages.iter().filter(|page| page.elements.is_empty() && page.image_op_count > 0).count();
    let unread: usize = document.pages.iter().map(|page| page.suppressed_text_runs).sum();
    let is_struck =
        |part: &InlineContent| matches!(part, InlineContent::Text(run) if run.style.strikethrough && !run.text.trim().is_empty());
    let struck = |page: &Page| {
        let paragraphs = page.elements.iter().filter_map(|element| match element {
            unpdf::Block::Paragraph(paragraph) => Some(paragraph.content.iter().filter(|part| is_struck(part)).count()),
            _ => None,
        });
        paragraphs.sum::<usize>()
    };
    let said = [
        // A line may be drawn through words to take them back, and for other reasons.
        some(document.pages.iter().map(struck).sum(), "piece~ of text", " that a line is drawn through: kept, compare with the original"),
        some(sum(|page| page.image_op_count), "image~", ""),
        some(pictures, "page~", " without words, only a picture"),
        some(tables, "table~", ": kept row by row"),
        some(sum(|page| page.omitted_page_number_chars), "character~", " of page numbers"),
        some(sum(|page| page.undecoded_text_codes), "character~", " without Unicode: left out"),
        some(unread, "piece~", " of text in a font that does not say its letters"),
        some(sum(|page| page.invisible_text_chars), "character~", " that nobody sees on the page: kept, as a scan has its words so"),
        some(sum(|page| page.rotated_text_runs), "piece~", " of text that stands askew"),
        some(
            sum(|page| page.clipped_text_runs),
            "piece~",
            " of text outside its page or cut off there: left out, compare with the original",
        ),
        some(document.extraction_quality.skipped_object_count, "object~", " that could not be read"),
        some(document.form_fields.len(), "field~", " of a form"),
        document.extraction_quality.pages_incomplete.then(|| "pages that the file names and does not hold".to_owned()),
    ];
    said.into_iter().flatten().collect()
}

/// What its dictionary says. The day is that on which it was made.
fn stated(document: &Document) -> Stated {
    let metadata = &document.metadata;
    let authors = metadata.author.as_deref().map(|names| names.split(';').filter_map(said).collect());
    Stated {
        title: metadata.title.as_deref().and_then(said),
        authors: authors.unwrap_or_default(),
        date: metadata.created.and_then(|made| date(&made.to_rfc3339())),
        ..Stated::default()
    }
}
