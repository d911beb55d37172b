//! Markdown: its words without its marks.

use super::block::{Block, list_mark, written};
use super::metadata::stated_in;
use super::plain::decoded;
use super::taken::{Taken, some};
use super::tidy::Tidied;
use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

const READER: &str = "pulldown-cmark 0.13.6";

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let text = decoded(bytes)?.replace("\r\n", "\n");
    let mut reader = Reader::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    Parser::new_ext(&text, options).into_offset_iter().for_each(|(event, range)| {
        match event {
            Event::End(TagEnd::TableCell) => reader.cell = range.end,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => reader.beyond(&text[reader.cell.min(range.end)..range.end]),
            _ => {}
        }
        reader.event(event);
    });
    reader.flush();
    let mut left = Vec::new();
    left.extend((!reader.front.is_empty()).then(|| "front matter: read for what it states, and left out of the text".to_owned()));
    left.extend(some(reader.images, "image~", ""));
    left.extend(some(reader.markup, "piece~ of HTML", ""));
    left.extend(some(reader.marks, "mark~ of a note", ": the note is kept"));
    left.extend(some(reader.tables, "table~", ": kept row by row"));
    let text = written(&reader.blocks);
    left.extend(reader.tidied.said());
    Ok(Taken { text, stated: stated_in(&reader.front), left, reader: READER.to_owned() })
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: String,
    tidied: Tidied,
    front: String,
    in_front: bool,
    heading: Option<u8>,
    /// The next number of each list that is open; none of one without numbers.
    lists: Vec<Option<u64>>,
    /// Of the item that begins.
    mark: Option<String>,
    cells: Option<Vec<String>>,
    /// Where the last cell ends.
    cell: usize,
    in_image: usize,
    images: usize,
    tables: usize,
    markup: usize,
    marks: usize,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) if self.in_front => self.front += &words,
            Event::Text(words) | Event::Code(words) if self.in_image == 0 => self.line += &self.tidied.words(&words),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::Html(_) | Event::InlineHtml(_) => self.markup += 1,
            Event::FootnoteReference(_) => self.marks += 1,
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front = true,
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
            Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::Image => self.in_image -= 1,
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
        let cells = rest.split('|').map(str::trim).filter(|cell| !cell.is_empty());
        let cells: Vec<String> = cells.map(|cell| self.tidied.words(cell)).collect();
        self.cells.get_or_insert_default().extend(cells);
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.line);
        let heading = self.heading.take();
        if words.trim().is_empty() {
            return;
        }
        self.blocks.push(match (heading, self.mark.take()) {
            (Some(level), _) => Block::Heading(level, words),
            (None, Some(mark)) => Block::Item(mark + words.trim()),
            (None, None) => Block::Paragraph(words),
        });
    }
}
