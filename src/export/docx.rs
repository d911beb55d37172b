//! Pages as a document for word processors: Office Open XML (ECMA-376), in styles that they know by their names.
//!
//! Written by hand: what a paragraph from the right needs, and what makes a footnote a footnote for Word, the crates for
//! it do not write.

mod parts;

use super::Bytes;
use super::letterhead::Paper as Size;
use super::markup::escaped;
use super::memo::Memo;
use super::page_set::Handed;
use super::paper::language::{is_right, language};
use super::paper::memo::page;
use super::paper::{Heading, Kind, Look, Paper, Piece, Span, To};
use crate::text::direction::stretches;
use std::collections::HashMap;

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use std::io::{Cursor, Write};

/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    write(&Paper::new(handed), Size::A4, parts::STYLES)
}

/// The lines of a memo have the height that its page was measured in.
///
/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn memo(memo: &Memo<'_>) -> Bytes {
    let page = page(memo);
    write(&Paper::of_memo(memo, &page), memo.paper, parts::MEMO_STYLES)
}

fn write(paper: &Paper<'_>, size: Size, styles: &str) -> Bytes {
    let mut body = Body::new(paper);
    paper.pieces.iter().for_each(|piece| body.piece(piece));
    let footnotes: String = paper.footnotes.iter().enumerate().map(|(at, spans)| body.footnote(at, spans)).collect();
    let foot: String = paper.foot.iter().map(|span| span.text.as_str()).collect();
    let marking = escaped(paper.marking.unwrap_or_default());
    let files = [
        ("[Content_Types].xml", parts::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", parts::RELATIONS.to_owned()),
        ("docProps/core.xml", parts::core(&escaped(&paper.title), language(&paper.title))),
        ("word/document.xml", parts::document(&body.out, size)),
        ("word/_rels/document.xml.rels", parts::relations(&body.addresses)),
        ("word/styles.xml", styles.to_owned()),
        ("word/settings.xml", parts::SETTINGS.to_owned()),
        ("word/footnotes.xml", parts::footnotes(&footnotes)),
        ("word/header1.xml", parts::header(&marking)),
        ("word/footer1.xml", parts::footer(&marking, &escaped(&foot))),
    ];
    packed(&files)
}

/// The same files give the same bytes: the container knows no time of its own.
fn packed(files: &[(&str, String)]) -> Bytes {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(zip::DateTime::default());
    for (name, text) in files {
        zip.start_file(*name, options).map_err(std::io::Error::from)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().map_err(std::io::Error::from)?.into_inner())
}

struct Body<'p> {
    out: String,
    /// The names of anchors that Word takes: letters, digits and `_`, forty of them at most.
    bookmarks: HashMap<&'p str, String>,
    /// The web addresses that are linked to; their places are their relations.
    addresses: Vec<String>,
}

impl<'p> Body<'p> {
    fn new(paper: &'p Paper<'_>) -> Self {
        let anchors = paper.pieces.iter().filter_map(|piece| piece.anchor).enumerate();
        let name = |at: usize, anchor: &str| format!("p{at}_{}", anchor.replace('-', "_").chars().take(24).collect::<String>());
        Self { out: String::new(), bookmarks: anchors.map(|(at, anchor)| (anchor, name(at, anchor))).collect(), addresses: Vec::new() }
    }

    fn piece(&mut self, piece: &Piece<'_>) {
        let style = match piece.kind {
            Kind::Title => "Title",
            Kind::Heading(Heading { level: 1, .. }) => "Heading1",
            Kind::Heading(Heading { level: 2, .. }) => "Heading2",
            Kind::Heading(_) => "Heading3",
            Kind::Paragraph => "BodyText",
            Kind::Note => "Subtitle",
            Kind::Row | Kind::Sentence => "List",
            Kind::Under => "ListContinue",
            Kind::Quote => "Quote",
            Kind::Figure { .. } => "Figure",
        };
        let right = is_right(&piece.plain());
        self.out += &format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{}</w:pPr>", if right { "<w:bidi/>" } else { "" });
        let bookmark = piece.anchor.and_then(|anchor| self.bookmarks.get(anchor).cloned());
        if let Some(name) = &bookmark {
            let id = name.trim_start_matches('p').split('_').next().unwrap_or_default();
            self.out += &format!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/>");
        }
        for span in &piece.spans {
            let runs = self.span(span, right);
            self.out += &runs;
        }
        self.out += "</w:p>\n";
    }

    fn span(&mut self, span: &Span, right: bool) -> String {
        let style = match span.look {
            Look::Plain => "",
            Look::Strong => "Strong",
            Look::Quiet => "Quiet",
            Look::Lit => "QuotedWords",
        };
        let style = if span.to.is_some() && style.is_empty() { "Hyperlink" } else { style };
        let mut runs: String = stretches(&span.text, right).into_iter().map(|(text, right)| run(text, style, right)).collect();
        runs = match &span.to {
            Some(To::Anchor(anchor)) => match self.bookmarks.get(anchor.as_str()) {
                Some(name) => format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{runs}</w:hyperlink>"),
                None => runs,
            },
            Some(To::Web(address)) => {
                let at = self.addresses.iter().position(|other| other == address).unwrap_or_else(|| {
                    self.addresses.push(address.clone());
                    self.addresses.len() - 1
                });
                format!("<w:hyperlink r:id=\"{}\" w:history=\"1\">{runs}</w:hyperlink>", parts::relation(at))
            }
            None => runs,
        };
        if let Some(at) = span.footnote {
            let id = at + 1;
            runs += &format!("<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{id}\"/></w:r>");
        }
        runs
    }

    fn footnote(&mut self, at: usize, spans: &[Span]) -> String {
        let id = at + 1;
        let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>";
        let plain: String = spans.iter().skip(1).map(|span| span.text.as_str()).collect();
        let right = is_right(&plain);
        let bidi = if right { "<w:bidi/>" } else { "" };
        let runs: String = spans.iter().map(|span| self.span(span, right)).collect();
        let space = run(" ", "", right);
        format!(
            "<w:footnote w:id=\"{id}\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/>{bidi}</w:pPr>{mark}{space}{runs}</w:p></w:footnote>\n"
        )
    }
}

/// Text of one direction; its lines are lines of the document.
fn run(text: &str, style: &str, right: bool) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:rStyle w:val=\"{style}\"/>") };
    let language = match language(text) {
        "en" => String::new(),
        right_one @ ("fa" | "ar" | "he") => format!("<w:lang w:bidi=\"{right_one}\"/>"),
        eastern @ ("zh" | "ja" | "ko") => format!("<w:lang w:eastAsia=\"{eastern}\"/>"),
        other => format!("<w:lang w:val=\"{other}\"/>"),
    };
    let right = if right { "<w:rtl/>" } else { "" };
    let lines: Vec<String> = text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:r><w:rPr>{style}{right}{language}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}
