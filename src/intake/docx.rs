//! A Word document: its words as they stand with all tracked changes taken, and its notes at the end.

mod nodes;
mod numbering;
mod part;
mod styles;
mod symbols;

use super::block::{self, written};
use super::metadata::{date, said};
use super::taken::{Stated, Taken, some};
use numbering::Numbering;
use part::Reader;
use roxmltree::{Document, ParsingOptions};
use std::io::{Cursor, Read};
use styles::Styles;
use zip::ZipArchive;

const READER: &str = "zip 8.6.0 and roxmltree 0.21.2";
/// In bytes of a part, unpacked. That of a book has some ten million.
const LARGEST: u64 = 64 << 20;
/// A document has some fifty parts beside its pictures.
const PARTS: usize = 10_000;
/// In elements and texts of a part.
const NODES: u32 = 4_000_000;
/// What reads a part takes a place on the stack for each element in another.
const DEEPEST: usize = 200;

const BODY: &str = "word/document.xml";
/// The parts of notes, and how each is called.
const NOTES: [(&str, &str); 2] = [("word/footnotes.xml", "footnote~"), ("word/endnotes.xml", "endnote~")];

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let damaged = |error: zip::result::ZipError| format!("it is a zip archive that is damaged ({error}): save the document again");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > PARTS {
        return Err(format!("it has {} parts, as no document has: open it in its own program and save it again", archive.len()));
    }
    let links = part_of(&mut archive, "_rels/.rels")?;
    let body = links.as_deref().and_then(|links| body(&parsed(links).ok()?)).filter(|body| archive.index_for_name(body).is_some());
    let Some(text) = part_of(&mut archive, body.as_deref().unwrap_or(BODY))? else {
        return Err("it is a zip archive that is no Word document: save it as DOCX or PDF".to_owned());
    };
    let styles = part_of(&mut archive, "word/styles.xml")?;
    let styles = styles.as_deref().map(parsed).transpose()?.map(|styles| Styles::of(&styles)).unwrap_or_default();
    let numbering = part_of(&mut archive, "word/numbering.xml")?;
    let numbering = numbering.as_deref().map(parsed).transpose()?.map(|numbering| Numbering::of(&numbering)).unwrap_or_default();
    let mut reader = Reader::new(styles, numbering);
    let mut blocks = reader.within(parsed(&text)?.root_element());
    let mut left = Vec::new();
    for (name, noun) in NOTES {
        let Some(text) = part_of(&mut archive, name)? else { continue };
        let found = reader.notes(&parsed(&text)?);
        left.extend(some(found.len(), noun, ": kept at the end"));
        blocks.extend(found);
    }
    let around = archive.file_names().filter(|name| name.starts_with("word/header") || name.starts_with("word/footer")).count();
    left.extend(some(around, "running line~", " over or under the pages"));
    left.extend(archive.file_names().any(|name| name == "word/comments.xml").then(|| "comments".to_owned()));
    left.extend(reader.counts.said());
    let stated: Stated =
        part_of(&mut archive, "docProps/core.xml")?.as_deref().map(parsed).transpose()?.map(|core| stated(&core)).unwrap_or_default();
    let text = written(&blocks);
    left.extend(block::said(&blocks));
    left.extend(reader.tidied.said());
    Ok(Taken { text, stated, left, reader: READER.to_owned() })
}

/// The part that the archive says is its document. Most call it as Word does, some do not.
fn body(links: &Document<'_>) -> Option<String> {
    let is_document = |node: &roxmltree::Node<'_, '_>| node.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
    let target = links.descendants().find(is_document)?.attribute("Target")?;
    Some(target.trim_start_matches('/').to_owned())
}

/// The text of a part. What an archive says of its size may be a lie, so no more is unpacked than may be there.
fn part_of(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, String> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut bytes = Vec::new();
    let damaged = |error: std::io::Error| format!("its part {name} is damaged ({error}): save the document again");
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("its part {name} unpacks to more than {} MB, as no text does", LARGEST >> 20));
    }
    super::plain::decoded(&bytes).map(Some).map_err(|_| format!("its part {name} is not in UTF-8: save the document again"))
}

fn parsed(text: &str) -> Result<Document<'_>, String> {
    let mut depth = 0_usize;
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let is_closed = rest.find('>').is_some_and(|end| rest[..end].ends_with('/'));
        match rest.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'?' | b'!') => {}
            _ => depth += usize::from(!is_closed),
        }
        if depth > DEEPEST {
            return Err(format!("its elements stand more than {DEEPEST} deep in each other, as in no document"));
        }
    }
    // Entities are declared in a document type; no document of Word has one.
    let options = ParsingOptions { allow_dtd: false, nodes_limit: NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| format!("it is damaged ({error}): save the document again"))
}

/// The core properties. They are of the file: the day is that on which it was made.
fn stated(core: &Document<'_>) -> Stated {
    let text = |name: &str| core.descendants().find(|node| node.tag_name().name() == name).and_then(|node| said(node.text()?));
    let authors = text("creator").map(|names| names.split(';').filter_map(said).collect()).unwrap_or_default();
    Stated {
        title: text("title"),
        authors,
        date: text("created").as_deref().and_then(date),
        language: text("language"),
        ..Stated::default()
    }
}
