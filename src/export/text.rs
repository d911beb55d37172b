//! Pages as plain text: what `bluf show` prints.

use super::Bytes;
use super::page_set::Handed;
use crate::page::flow::Columns;
use crate::page::{Block, Body, Doc, Text};
use crate::text::{neutral, wrap};
use std::io::{self, Write};

/// Between two pages of a document, in cells.
const RULE: usize = 72;

/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let mut out = Vec::new();
    let marking = handed.marking.as_ref().map(|(marking, _)| marking.as_str());
    for (at, page) in handed.pages.iter().enumerate() {
        if at > 0 {
            writeln!(out, "\n{}\n", "-".repeat(RULE))?;
        }
        write(&mut out, &page.doc, &page.place.to_string(), marking, None)?;
    }
    Ok(out)
}

/// Writes a page as text, its marking first and last.
///
/// With a width in cells paragraphs are wrapped. Without one a paragraph is one line, so that `grep` finds a sentence
/// whole.
///
/// # Errors
///
/// What the writer says.
pub fn write(out: &mut dyn Write, doc: &Doc, address: &str, marking: Option<&str>, width: Option<usize>) -> io::Result<()> {
    let mut lines = Lines { out, width, numbers: Columns::of(doc).numbers };
    if let Some(marking) = marking {
        lines.line(marking)?;
    }
    lines.line(&if doc.note.is_empty() { address.to_owned() } else { format!("{address} · {}", doc.note) })?;
    lines.line("")?;
    for (at, block) in doc.blocks.iter().enumerate() {
        if block.gap && at > 0 {
            lines.line("")?;
        }
        lines.block(block)?;
    }
    if let Some(marking) = marking {
        lines.line("")?;
        lines.line(marking)?;
    }
    Ok(())
}

/// Writes one block of a page, as [`write()`] does; sentences have no column of numbers.
///
/// # Errors
///
/// What the writer says.
pub fn write_block(out: &mut dyn Write, block: &Block, width: Option<usize>) -> io::Result<()> {
    Lines { out, width, numbers: 0 }.block(block)
}

struct Lines<'a> {
    out: &'a mut dyn Write,
    width: Option<usize>,
    /// The width of the numbers of sentences, in cells.
    numbers: usize,
}

impl Lines<'_> {
    fn line(&mut self, text: &str) -> io::Result<()> {
        self.hanging(text, 0)
    }

    /// The lines behind the first begin with `indent` spaces.
    fn hanging(&mut self, text: &str, indent: usize) -> io::Result<()> {
        let text = neutral(text);
        let Some(width) = self.width else { return writeln!(self.out, "{text}") };
        let first = wrap(&text, width);
        let Some(line) = first.first() else { return writeln!(self.out) };
        writeln!(self.out, "{}", &text[line.clone()])?;
        let rest = text[line.end..].trim_start();
        if rest.is_empty() {
            return Ok(());
        }
        for line in wrap(rest, width.saturating_sub(indent).max(1)) {
            writeln!(self.out, "{:indent$}{}", "", &rest[line])?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        let mark = block.mark.map_or_else(String::new, |level| format!(" [{}]", level.word()));
        match &block.body {
            Body::Heading { text, tail } => self.line(&join(&[&text.headed(), tail], " · ")),
            Body::JudgementHeading(text) => self.line(&text.headed().plain()),
            Body::Paragraph(text) | Body::Sentence { number: None, text, .. } => self.line(&marked(text)),
            Body::Field { label, text } => self.line(&labelled(label, &text.plain())),
            Body::Figure { label, figure, .. } => {
                for (at, line) in figure.twin().lines().enumerate() {
                    self.line(&if at == 0 { labelled(label, line) } else { line.to_owned() })?;
                }
                Ok(())
            }
            Body::ListRow(row) => {
                let behind = row.behind();
                let tail = if behind.is_empty() { String::new() } else { format!(" ({})", behind.plain()) };
                let text = join(&[&row.id, &row.lead, &row.text], " ");
                self.hanging(&format!("{text}{tail}{mark}"), 4)
            }
            Body::Judgement(row) => {
                self.hanging(&format!("{} {}: {}{mark}", row.id.plain(), row.likelihood.leading(), row.text.plain()), 4)?;
                self.line(&format!("    Confidence: {}.", row.confidence.word().plain()))
            }
            Body::Sentence { number: Some(number), state, text } => {
                let number_width = self.numbers;
                let gutter = format!("{number:>number_width$} {} ", state.sign());
                self.hanging(&format!("{gutter}{}", marked(text)), number_width + 3)
            }
        }
    }
}

/// Angle marks stand around the opened passage, in place of colour.
fn marked(text: &Text) -> String {
    let runs = text.runs.iter().map(|run| if run.is_opened() { format!("‹{}›", run.text()) } else { run.text().to_owned() });
    runs.collect()
}

fn labelled(label: &str, text: &str) -> String {
    if label.is_empty() { text.to_owned() } else { format!("{label}: {text}") }
}

fn join(texts: &[&Text], between: &str) -> String {
    let plain: Vec<String> = texts.iter().map(|text| text.plain()).filter(|text| !text.is_empty()).collect();
    plain.join(between)
}
