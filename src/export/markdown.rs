//! Pages as `CommonMark` with the footnotes and heading anchors that GitHub and pandoc know.
//!
//! Whatever a briefing or a source says is text. Lines end before the eightieth column, so that markdownlint has nothing to
//! say with its own defaults; it is told that the marking stands before the title, that headings of two pages may be alike,
//! and of a title that is longer than a line or ends as a sentence does.

mod escape;
mod footnote;
mod names;

use super::Bytes;
use super::memo::Memo;
use super::page_set::{Handed, Page};
use crate::briefing::{Item, ItemKind};
use crate::page::doc::Purpose;
use crate::page::styled_text::one_line;
use crate::page::{Block, Body, Doc, Found, Place, Run, Text, locate_in};
use crate::text::capitalised;
use escape::{escaped, lines, linked};
use footnote::Footnotes;
use names::{Names, headed};

/// A comment, since no line may stand before the marking.
fn lint(title: &str) -> String {
    let long = if escaped(title).chars().count() > LINE { " line-length" } else { "" };
    // Its number, for its name would make the comment itself too long a line.
    let ended = if headed(title) == title { "" } else { " MD026" };
    format!("<!-- markdownlint-disable-file first-line-heading no-duplicate-heading{long}{ended} -->")
}

/// The letters of a heading that fit on a line behind its sign.
const LINE: usize = 78;

/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let marking = handed.marking.as_ref().map(|(marking, _)| escaped(marking));
    // Where a link leads depends on the headings before its own, so all of them are written once before.
    let mut draft = Out { is_draft: true, ..Out::new(handed, Names::of(handed)) };
    draft.pages();
    let mut out = Out::new(handed, draft.names.settled());
    if let Some(marking) = &marking {
        out.text.push_str(&format!("{marking}\n\n{}\n\n", lint(out.names.page(0))));
    }
    out.pages();
    let notes = out.notes.written(handed);
    out.text.push_str(&notes);
    Ok(ended(out.text, marking.as_deref()))
}

/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn memo(memo: &Memo<'_>) -> Bytes {
    let marking = memo.marking.as_ref().map(|marking| escaped(marking));
    let mut out = Out::new(memo.handed, Names::default());
    let [.., (_, subject)] = &memo.letterhead;
    let subject = headed(subject.plain().trim());
    if let Some(marking) = &marking {
        out.text.push_str(&format!("{marking}\n\n{}\n\n", lint(&subject)));
    }
    if let Some(notice) = &memo.notice {
        out.paragraph(&format!("**{}**", escaped(notice)));
    }
    out.heading(1, if subject.is_empty() { "Memo" } else { &subject });
    for (label, text) in &memo.letterhead {
        out.row(&format!("{}{}", labelled(label), escaped(&text.plain())), 0);
    }
    out.text.push('\n');
    out.blocks("", "", &memo.doc);
    out.paragraph(&escaped(&memo.footer.plain()));
    Ok(ended(out.text, marking.as_deref()))
}

/// The marking stands last, and one line end.
fn ended(mut text: String, marking: Option<&str>) -> Vec<u8> {
    text.truncate(text.trim_end().len());
    if let Some(marking) = marking {
        text.push_str(&format!("\n\n{marking}"));
    }
    text.push('\n');
    text.into_bytes()
}

struct Out<'h, 'w> {
    handed: &'h Handed<'w>,
    names: Names,
    notes: Footnotes,
    /// Of the headings within a page.
    level: usize,
    /// Nothing but headings.
    is_draft: bool,
    text: String,
}

impl<'h, 'w> Out<'h, 'w> {
    fn new(handed: &'h Handed<'w>, names: Names) -> Self {
        Self { handed, names, notes: Footnotes::default(), level: 2, is_draft: false, text: String::new() }
    }
}

impl Out<'_, '_> {
    fn pages(&mut self) {
        let handed = self.handed;
        for (at, page) in handed.pages.iter().enumerate() {
            self.page(at, page);
        }
    }

    fn page(&mut self, at: usize, page: &Page) {
        let heading = self.names.page(at).to_owned();
        self.names.write(&heading, Some(&page.anchor));
        self.heading(if at == 0 { 1 } else { 2 }, &heading);
        if !page.doc.note.is_empty() {
            self.paragraph(&escaped(&page.doc.note));
        }
        self.level = if at == 0 { 2 } else { 3 };
        // No heading of the first page needs its name.
        self.blocks(if at == 0 { "" } else { &heading }, &heading, &page.doc);
    }

    /// `page` is the name of the page, for its headings; a paragraph that says what was `said` over it is left out.
    fn blocks(&mut self, page: &str, said: &str, doc: &Doc) {
        let mut in_list = false;
        // A row without an id says more of the row above it that has one.
        let mut under = None;
        // Keys and signs are those of a screen.
        let is_said = |block: &Block| matches!(&block.body, Body::Paragraph(text) if one_line(&text.plain()) == said);
        let is_of_screen = |block: &Block| matches!(block.purpose, Purpose::How | Purpose::Legend);
        let is_heading = |block: &Block| matches!(block.body, Body::Heading { .. } | Body::JudgementHeading(_));
        let is_wanted = |block: &Block| if self.is_draft { is_heading(block) } else { !is_said(block) };
        let wanted: Vec<&Block> = doc.blocks.iter().filter(|block| !is_of_screen(block) && is_wanted(block)).collect();
        for block in wanted {
            let is_row = matches!(block.body, Body::ListRow(_) | Body::Judgement(_));
            if in_list && !is_row {
                self.text.push('\n');
            }
            in_list = is_row;
            let list =
                if let Body::ListRow(row) = &block.body { Some(row).filter(|row| !row.id.is_empty()).map(|row| row.list) } else { None };
            under = match &block.body {
                Body::ListRow(row) if row.id.is_empty() && under == Some(row.list) => under,
                _ => list,
            };
            self.block(page, block, if under.is_some() && list.is_none() { 2 } else { 0 });
        }
        if in_list {
            self.text.push('\n');
        }
    }

    fn block(&mut self, page: &str, block: &Block, indent: usize) {
        let mark = block.mark.map_or_else(String::new, |level| format!(" \\[{}\\]", level.word()));
        let note = self.note_of(block);
        match &block.body {
            Body::Heading { text, tail } => {
                self.under(page, &text.plain());
                if !tail.is_empty() {
                    let tail = self.inline(block, tail);
                    self.paragraph(&tail);
                }
            }
            Body::JudgementHeading(text) => self.under(page, &text.plain()),
            Body::Paragraph(text) | Body::Sentence { number: None, text, .. } => {
                let text = self.inline(block, text);
                self.paragraph(&format!("{text}{note}"));
            }
            Body::Field { label, text } => {
                let text = self.inline(block, text);
                self.paragraph(&format!("{}{text}{note}", labelled(label)));
            }
            Body::Figure { label, figure, .. } => self.figure(label, &figure.twin()),
            Body::ListRow(row) => {
                let link = block.link.as_ref();
                let mut parts = Vec::new();
                for text in [&row.id, &row.lead, &row.text].into_iter().filter(|text| !text.is_empty()) {
                    // What the whole row leads to is said once, by its first word.
                    let leads = link.filter(|_| parts.is_empty());
                    parts.push(leads.map_or_else(|| self.runs(text), |link| self.link(&escaped(&text.plain()), link)));
                }
                let behind = row.behind();
                let tail = if behind.is_empty() { String::new() } else { format!(" ({})", self.runs(&behind)) };
                self.row(&format!("{}{tail}{mark}{note}", parts.join(" ")), indent);
            }
            Body::Judgement(row) => {
                let id = block.link.as_ref().map_or_else(|| self.runs(&row.id), |link| self.link(&escaped(&row.id.plain()), link));
                self.row(&format!("{id} {}: {}{mark}", escaped(&row.likelihood.leading()), self.runs(&row.text)), 0);
                self.row(&format!("Confidence: {}.", escaped(&row.confidence.word().plain())), 2);
            }
            Body::Sentence { number: Some(number), state, text } => {
                let state = if state.word().is_empty() { String::new() } else { format!(" ({})", state.word()) };
                let text = self.runs(text);
                self.paragraph(&format!("**{number}**{state} {text}"));
            }
        }
    }

    /// The lines of a figure in words: the first with its label, the others as a list under it.
    fn figure(&mut self, label: &str, twin: &str) {
        let mut rows = twin.lines().map(str::trim).filter(|line| !line.is_empty());
        if let Some(first) = rows.next() {
            self.paragraph(&format!("{}{}", labelled(label), escaped(first)));
        }
        let rows: Vec<&str> = rows.collect();
        for row in &rows {
            self.row(&escaped(row), 0);
        }
        if !rows.is_empty() {
            self.text.push('\n');
        }
    }

    fn heading(&mut self, level: usize, words: &str) {
        self.text.push_str(&format!("{} {}\n\n", "#".repeat(level), escaped(words)));
    }

    /// A heading within a page behind the first names the page, so that a list of headings can be read.
    fn under(&mut self, page: &str, words: &str) {
        let name = Names::within(page, &capitalised(words));
        self.names.write(&name, None);
        self.heading(self.level, &name);
    }

    fn paragraph(&mut self, words: &str) {
        let written = lines(words, "", "");
        if !written.is_empty() {
            self.text.push_str(&format!("{written}\n\n"));
        }
    }

    fn row(&mut self, words: &str, indent: usize) {
        let first = format!("{:indent$}- ", "");
        let written = lines(words, &first, &" ".repeat(indent + 2));
        if !written.is_empty() {
            self.text.push_str(&format!("{written}\n"));
        }
    }

    fn inline(&self, block: &Block, text: &Text) -> String {
        block.link.as_ref().map_or_else(|| self.runs(text), |link| self.link(&escaped(&text.plain()), link))
    }

    /// Angle marks stand around the opened passage, in place of colour.
    fn runs(&self, text: &Text) -> String {
        let run = |run: &Run| {
            let words = if run.is_opened() { format!("‹{}›", escaped(run.text())) } else { escaped(run.text()) };
            run.link.as_ref().map_or_else(|| words.clone(), |link| self.link(&words, link))
        };
        text.runs.iter().map(run).collect()
    }

    /// What is not in this document is named and not linked.
    fn link(&self, words: &str, place: &Place) -> String {
        let to = match place {
            Place::Web(address) => Some(address.clone()),
            place => self.handed.page_of(place).and_then(|page| self.names.slug(&page.anchor)).map(|slug| format!("#{slug}")),
        };
        to.map_or_else(|| words.to_owned(), |to| linked(words, &to))
    }

    /// The footnote of the claim that a block is about.
    fn note_of(&mut self, block: &Block) -> String {
        let of_link = || match locate_in(self.handed.world, block.link.as_ref()?)?.1 {
            Found::Item(item) => Some(item),
            _ => None,
        };
        match block.about.or_else(of_link) {
            Some(Item { kind: ItemKind::Claim, index }) => self.notes.of(self.handed, index),
            _ => String::new(),
        }
    }
}

fn labelled(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!("**{label}:** ") }
}
