//! Markdown: its words without its marks.

use super::block::{self, Block, list_mark, raised, written};
use super::html;
use super::metadata::{said, stated_in};
use super::plain::decoded;
use super::taken::{Stated, Taken, some};
use super::tidy::Tidied;
use crate::briefing::front_matter::parted;
use crate::text::sentence_end::ends_sentence;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// Stands for a bar that parts no cells while they are parted.
const ESCAPED: &str = "\u{0}";
const READER: &str = "pulldown-cmark 0.13.6";

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let text = decoded(bytes)?.replace("\r\n", "\n");
    let (front, text) = parted(&text);
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).into_offset_iter().for_each(|(event, range)| {
        match event {
            Event::End(TagEnd::TableCell) => reader.cell = range.end,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => reader.beyond(&text[reader.cell.min(range.end)..range.end]),
            Event::Start(Tag::Heading { .. }) => reader.is_underlined = !text[range].trim_start().starts_with('#'),
            _ => {}
        }
        reader.event(event);
    });
    reader.flush();
    let mut left = Vec::new();
    left.extend((!front.is_empty()).then(|| "front matter: read for what it states, and left out of the text".to_owned()));
    left.extend(some(reader.images, "image~", ""));
    left.extend(some(reader.markup, "piece~ of HTML", ": its words are kept"));
    left.append(&mut reader.left);
    left.extend(some(reader.struck, html::STRUCK, html::LEFT));
    left.extend(some(reader.marks, "mark~ of a note", ": the note is kept"));
    left.extend(some(reader.tables, "table~", ": kept row by row"));
    let stated = stated_in(&front).or(Stated { title: reader.title(), ..Stated::default() });
    let text = written(&reader.blocks);
    left.extend(block::said(&reader.blocks));
    left.extend(reader.tidied.said());
    Ok(Taken { text, stated, left, reader: READER.to_owned() })
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: String,
    tidied: Tidied,
    heading: Option<u8>,
    /// The heading is one by the line of signs under it, as a paragraph over a rule is.
    is_underlined: bool,
    is_code: bool,
    /// What was left out of blocks of HTML.
    left: Vec<String>,
    /// Lines of a block of HTML.
    html: String,
    /// A tag stands here that raises the words behind it.
    is_raised: bool,
    /// The next number of each list that is open; none of one without numbers.
    lists: Vec<Option<u64>>,
    /// Of the item that begins.
    mark: Option<String>,
    cells: Option<Vec<String>>,
    /// Where the last cell ends.
    cell: usize,
    in_image: usize,
    /// Struck-out words begin and have no end yet.
    in_struck: usize,
    struck: usize,
    images: usize,
    tables: usize,
    markup: usize,
    marks: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak if self.in_struck > 0 => {}
            Event::Text(words) | Event::Code(words) if self.in_image == 0 => {
                self.line += if std::mem::take(&mut self.is_raised) { raised(&self.line, &words) } else { "" };
                self.line += &self.tidied.words(&words);
            }
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::Html(lines) => {
                self.markup += 1;
                self.html += &lines;
            }
            Event::InlineHtml(tag) => {
                self.markup += 1;
                self.tag(&tag.to_ascii_lowercase());
            }
            Event::FootnoteReference(_) => self.marks += 1,
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    /// What a tag within a line means, as for a page.
    fn tag(&mut self, tag: &str) {
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let closes = tag.starts_with("</");
        self.is_raised = name == "sup" && !closes;
        match name {
            "del" | "s" | "strike" if closes => self.in_struck = self.in_struck.saturating_sub(1),
            "del" | "s" | "strike" => self.strike(),
            "q" if self.in_struck == 0 => self.line.push(if closes { '”' } else { '“' }),
            _ => {}
        }
    }

    fn strike(&mut self) {
        self.in_struck += 1;
        self.struck += 1;
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(level as u8);
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                self.flush();
                self.mark = self.lists.last_mut().map(|next| list_mark(next.as_mut()));
            }
            Tag::FootnoteDefinition(name) => {
                self.flush();
                self.mark = Some(format!("[{name}] "));
            }
            Tag::Table(_) => {
                self.flush();
                self.tables += 1;
            }
            Tag::TableHead | Tag::TableRow => self.cells = Some(Vec::new()),
            Tag::Image { .. } => {
                self.images += 1;
                self.in_image += 1;
            }
            Tag::Strikethrough => self.strike(),
            Tag::CodeBlock(kind) => {
                self.flush();
                // What is only set in may be prose of somebody who does not know that this means code.
                self.is_code = matches!(kind, CodeBlockKind::Fenced(_));
            }
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Image => self.in_image -= 1,
            TagEnd::Strikethrough => self.in_struck = self.in_struck.saturating_sub(1),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                // What is too deep for a page is no text.
                let (blocks, left) = html::whole(&html, &mut self.tidied).unwrap_or_default();
                self.blocks.extend(blocks);
                self.left.extend(left);
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.cells.get_or_insert_default().push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => self.blocks.extend(self.cells.take().map(Block::Row)),
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::FootnoteDefinition => self.flush(),
            _ => {}
        }
    }

    /// What stands behind the last column of a table's head is in no cell, and would be lost.
    fn beyond(&mut self, rest: &str) {
        let rest = rest.replace("\\|", ESCAPED);
        let cells = rest.split('|').map(|cell| cell.trim().replace(ESCAPED, "|")).filter(|cell| !cell.is_empty());
        let cells: Vec<String> = cells.map(|cell| self.tidied.words(&cell)).collect();
        self.cells.get_or_insert_default().extend(cells);
    }

    /// A document that begins with a heading of the first level is called so.
    fn title(&self) -> Option<String> {
        let Some(Block::Heading(1, title)) = self.blocks.first() else { return None };
        said(title)
    }

    fn flush(&mut self) {
        // A tag that nobody has closed strikes out no more than its paragraph.
        self.in_struck = 0;
        let words = std::mem::take(&mut self.line);
        let is_code = std::mem::take(&mut self.is_code);
        let heading = self.heading.take().filter(|_| !(self.is_underlined && ends_sentence(&words)));
        if words.trim().is_empty() {
            return;
        }
        self.blocks.push(match (heading, self.mark.take()) {
            (Some(level), _) => Block::Heading(level, words),
            (None, Some(mark)) => Block::Item(mark + words.trim()),
            (None, None) if is_code => Block::Code(words),
            (None, None) => Block::Paragraph(words),
        });
    }
}
