//! What is handed on as it stands on paper: headings in levels, paragraphs, rows of lists, notes at the foot.
//!
//! Word processors, Typst and PDF are written from this. It adds no word to the pages but the names of groups: what is read
//! on paper is what was read on the screen.

pub mod language;
pub mod memo;
pub mod slides;

use super::page_set::{Handed, Page, Part};
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::citation::evidence;
use crate::page::about::short_form::summary;
use crate::page::doc::ListRow;
use crate::page::figure::Figure;
use crate::page::styled_text::one_line;
use crate::page::{Block, Body, Found, Place, Role, Text, locate};
use crate::text::capitalised;

#[derive(Debug)]
pub struct Paper<'h> {
    /// Of the document, for those who list it.
    pub title: String,
    pub marking: Option<&'h str>,
    pub pieces: Vec<Piece<'h>>,
    /// What stands at the foot: a claim with its quote, its source and its sentence.
    pub footnotes: Vec<Vec<Span>>,
    /// What stands at the foot of each page, over the marking.
    pub foot: Vec<Span>,
}

#[derive(Debug)]
pub struct Piece<'h> {
    pub kind: Kind<'h>,
    pub spans: Vec<Span>,
    /// What links lead to.
    pub anchor: Option<&'h str>,
    /// Space stands before it.
    pub gap: bool,
}

#[derive(Debug, Clone, Copy)]
pub enum Kind<'h> {
    /// Of the whole document.
    Title,
    Heading(Heading<'h>),
    Paragraph,
    /// A word or two about what stands above it.
    Note,
    /// A row of a list.
    Row,
    /// Goes with the row above it.
    Under,
    /// The words that a claim quotes, in their sentence.
    Quote,
    /// Of a source: its number hangs.
    Sentence,
    /// Its words are what it says to those who do not see it.
    Figure {
        figure: &'h Figure,
        /// Empty where the figure stands for itself.
        label: &'static str,
    },
}

impl Kind<'_> {
    /// A page of the document begins with it.
    #[must_use]
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Heading(Heading { level: 1, .. }))
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Heading<'h> {
    /// 1 to 3.
    pub level: u8,
    /// The page that it is of, for those who list pages; `None` for a heading within one.
    pub page: Option<&'h Page>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub look: Look,
    pub to: Option<To>,
    /// The note that stands at the foot of it.
    pub footnote: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    Strong,
    Quiet,
    /// Quoted words in their sentence.
    Lit,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum To {
    /// An anchor of the document.
    Anchor(String),
    /// An address on the web.
    Web(String),
}

impl Span {
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self::new(Look::Plain, text)
    }

    fn new(look: Look, text: &str) -> Self {
        Self { text: text.to_owned(), look, to: None, footnote: None }
    }
}

impl Piece<'_> {
    #[must_use]
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

impl<'h> Paper<'h> {
    #[must_use]
    pub fn new(handed: &'h Handed<'_>) -> Self {
        let marking = handed.marking.as_ref().map(|(marking, _)| marking.as_str());
        let mut setter = Setter {
            handed,
            paper: Self { title: title(handed), marking, pieces: Vec::new(), footnotes: Vec::new(), foot: Vec::new() },
            cited: Vec::new(),
        };
        let mut group = None;
        for page in &handed.pages {
            if page.part == Part::Detail {
                let own = setter.group(page);
                if group.as_ref() != Some(&own) {
                    setter.push(Kind::Heading(Heading { level: 1, page: None }), vec![Span::new(Look::Plain, &own)], false);
                    group = Some(own);
                }
            }
            setter.page(page);
        }
        setter.paper
    }

    /// What a page is called in a list of pages: an item by its words too.
    #[must_use]
    pub fn listed(handed: &Handed<'_>, page: &Page) -> String {
        let title = one_line(&page.doc.title);
        let item = inside(handed, &page.place)
            .and_then(|(held, found)| Some((held, if let Found::Item(item) = found { item } else { return None })));
        item.map_or_else(|| title.clone(), |(held, item)| format!("{title} {}", one_line(&summary(&held.resolved, item))))
    }
}

fn inside<'w>(handed: &Handed<'w>, place: &Place) -> Option<(&'w HeldBriefing, Found)> {
    locate(handed.world, place).ok()?.inside()
}

/// The title of the briefing; of a part of it, the part too.
fn title(handed: &Handed<'_>) -> String {
    let first = handed.pages.first().map(|page| one_line(&page.doc.title)).unwrap_or_default();
    match handed.inside() {
        Some((held, Found::Cover)) => one_line(held.resolved.briefing.title()),
        Some((held, _)) => format!("{first} · {}", one_line(held.resolved.briefing.title())),
        None => first,
    }
}

struct Setter<'h, 'w> {
    handed: &'h Handed<'w>,
    paper: Paper<'h>,
    /// The claims that the page has a footnote for.
    cited: Vec<usize>,
}

impl<'h> Setter<'h, '_> {
    fn push(&mut self, kind: Kind<'h>, spans: Vec<Span>, gap: bool) {
        if spans.iter().any(|span| !span.text.is_empty()) {
            self.paper.pieces.push(Piece { kind, spans, anchor: None, gap });
        }
    }

    /// The heading over pages of one kind.
    fn group(&self, page: &Page) -> String {
        let whole = matches!(self.handed.inside(), Some((_, Found::Cover)));
        match inside(self.handed, &page.place) {
            Some((_, Found::Item(item))) if whole => capitalised(&format!("{}s", item.kind.name())),
            _ => "Details".to_owned(),
        }
    }

    fn page(&mut self, page: &'h Page) {
        self.cited.clear();
        let doc = &page.doc;
        let level = if page.part == Part::Main { 1 } else { 2 };
        let mut blocks = doc.blocks.as_slice();
        let from = self.paper.pieces.len();
        // The first paragraph of a cover is the title of its briefing.
        if let (true, Some((Block { body: Body::Paragraph(title), .. }, rest))) = (page.place.is_cover(), blocks.split_first()) {
            self.push(Kind::Title, self.spans(title, page), false);
            self.push(Kind::Note, vec![Span::new(Look::Quiet, &one_line(&doc.note))], false);
            blocks = rest;
        } else {
            let between = if doc.note.is_empty() { "" } else { " · " };
            let words = format!("{}{between}{}", one_line(&doc.title), one_line(&doc.note));
            self.push(Kind::Heading(Heading { level, page: Some(page) }), vec![Span::new(Look::Plain, &words)], false);
        }
        if let Some(first) = self.paper.pieces.get_mut(from) {
            first.anchor = Some(&page.anchor);
        }
        for block in blocks {
            self.block(block, page, level + 1);
        }
    }

    fn block(&mut self, block: &'h Block, page: &'h Page, level: u8) {
        let heading = Kind::Heading(Heading { level, page: None });
        match &block.body {
            Body::Heading { text, tail } => {
                let spans = self.joined(&[(text, Look::Plain), (tail, Look::Plain)], " · ", page);
                self.push(heading, spans, true);
            }
            Body::JudgementHeading(text) => self.push(heading, self.spans(text, page), true),
            Body::Paragraph(text) => {
                let quote = text.runs.iter().any(crate::page::Run::is_opened);
                let spans = self.linked(block, self.spans(text, page), page);
                let spans = self.footnoted(spans, text, page);
                self.push(if quote { Kind::Quote } else { Kind::Paragraph }, spans, block.gap);
            }
            Body::Field { label, text } => {
                let spans = labelled(label, self.spans(text, page));
                self.push(Kind::Paragraph, spans, block.gap);
            }
            Body::ListRow(row) => self.list_row(block, row, page),
            Body::Judgement(row) => {
                let id = self.linked(block, self.spans(&row.id, page), page);
                let likely = vec![Span::new(Look::Plain, &format!("{}:", row.likelihood.leading()))];
                let mut spans = spaced([id, likely, self.spans(&row.text, page)]);
                spans.extend(mark(block));
                self.push(Kind::Row, spans, block.gap);
                let words = format!("Confidence: {}.", row.confidence.word().plain());
                self.push(Kind::Under, vec![Span::new(Look::Plain, &words)], false);
            }
            Body::Sentence { number, state, text } => {
                let head = number.map(|number| Span::new(Look::Quiet, format!("{number} {} ", state.sign()).trim_start()));
                let spans = head.into_iter().chain(self.spans(text, page)).collect();
                self.push(if number.is_some() { Kind::Sentence } else { Kind::Paragraph }, spans, block.gap);
            }
            Body::Figure { label, figure, .. } => {
                let spans = labelled(label, vec![Span::new(Look::Plain, &figure.twin())]);
                self.push(Kind::Figure { figure, label }, spans, block.gap);
            }
        }
    }

    fn list_row(&mut self, block: &'h Block, row: &ListRow, page: &'h Page) {
        let id = self.linked(block, self.spans(&row.id, page), page);
        let lead = if row.id.is_empty() { self.linked(block, self.spans(&row.lead, page), page) } else { self.spans(&row.lead, page) };
        let bare = row.id.is_empty() && row.lead.is_empty();
        let text = if bare { self.linked(block, self.spans(&row.text, page), page) } else { self.spans(&row.text, page) };
        let text = self.footnoted(text, &row.text, page);
        let mut spans = spaced([id, lead, text]);
        let behind = row.behind();
        let tail = self.spans(&behind, page);
        if tail.iter().any(|span| !span.text.is_empty()) {
            spans.push(Span::new(Look::Quiet, " ("));
            spans.extend(tail);
            spans.push(Span::new(Look::Quiet, ")"));
        }
        spans.extend(mark(block));
        if let (Some(Item { kind: ItemKind::Claim, index }), Some(last)) = (block.about, spans.last_mut()) {
            last.footnote = last.footnote.or(self.footnote(index, page));
        }
        self.push(Kind::Row, spans, block.gap);
    }

    fn spans(&self, text: &Text, page: &Page) -> Vec<Span> {
        let span = |run: &crate::page::Run| {
            let look = match run.role {
                Role::Strong | Role::Bar => Look::Strong,
                Role::Quiet | Role::Line => Look::Quiet,
                Role::Lit => Look::Lit,
                _ => Look::Plain,
            };
            let to = run.link.as_ref().and_then(|place| self.to(place, page));
            Span { to, ..Span::new(look, run.text()) }
        };
        text.runs.iter().map(span).collect()
    }

    fn joined(&self, texts: &[(&Text, Look)], between: &str, page: &Page) -> Vec<Span> {
        let mut all: Vec<Span> = Vec::new();
        for (text, _) in texts.iter().filter(|(text, _)| !text.is_empty()) {
            if !all.is_empty() {
                all.push(Span::new(Look::Plain, between));
            }
            all.extend(self.spans(text, page));
        }
        all
    }

    /// What a block leads to as a whole, its words lead to.
    fn linked(&self, block: &Block, mut spans: Vec<Span>, page: &Page) -> Vec<Span> {
        if let Some(to) = block.link.as_ref().and_then(|place| self.to(place, page)) {
            for span in &mut spans {
                span.to = Some(to.clone());
            }
        }
        spans
    }

    /// Where a link leads on paper; nowhere where that is no page of the document, or the page that it stands on.
    fn to(&self, place: &Place, page: &Page) -> Option<To> {
        if let Place::Web(address) = place {
            return crate::text::web::web_address(address).map(To::Web);
        }
        let target = self.handed.page_of(place)?;
        (target.anchor != page.anchor).then(|| To::Anchor(target.anchor.clone()))
    }

    /// Claims that running text names have their notes.
    fn footnoted(&mut self, mut spans: Vec<Span>, text: &Text, page: &Page) -> Vec<Span> {
        for (span, run) in spans.iter_mut().zip(&text.runs) {
            let found = run.link.as_ref().and_then(|place| inside(self.handed, place));
            if let Some((_, Found::Item(Item { kind: ItemKind::Claim, index }))) = found {
                span.footnote = self.footnote(index, page);
            }
        }
        spans
    }

    /// The note of a claim; a page has it once, and only a page that is read and not looked up.
    fn footnote(&mut self, claim: usize, page: &Page) -> Option<usize> {
        if page.part == Part::Detail || self.cited.contains(&claim) {
            return None;
        }
        let (held, _) = self.handed.inside()?;
        self.cited.push(claim);
        let found = Found::item(ItemKind::Claim, claim);
        let lines = evidence(held, found, None);
        if lines.is_empty() {
            return None;
        }
        let id = one_line(&held.resolved.briefing.claims[claim].head.id.value);
        let portion = held.resolved.portion_of(Item { kind: ItemKind::Claim, index: claim });
        let mut spans = vec![Span { to: self.to(&found.place(held), page), ..Span::new(Look::Strong, &id) }];
        spans.extend((!portion.is_empty()).then(|| Span::new(Look::Plain, &format!(" {portion}"))));
        spans.extend(lines.iter().map(|line| Span::new(Look::Plain, &format!(" {}", one_line(line)))));
        self.paper.footnotes.push(spans);
        Some(self.paper.footnotes.len() - 1)
    }
}

/// The level of the worst finding on what a row is about.
fn mark(block: &Block) -> Option<Span> {
    block.mark.map(|level| Span::new(Look::Quiet, &format!(" [{}]", level.word())))
}

fn labelled(label: &str, spans: Vec<Span>) -> Vec<Span> {
    let head = (!label.is_empty()).then(|| Span::new(Look::Quiet, &format!("{label}: ")));
    head.into_iter().chain(spans).collect()
}

/// One behind the other, a space between those that are not empty.
fn spaced<const N: usize>(texts: [Vec<Span>; N]) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::new();
    for spans in texts {
        if spans.iter().all(|span| span.text.is_empty()) {
            continue;
        }
        if !all.is_empty() {
            all.push(Span::new(Look::Plain, " "));
        }
        all.extend(spans);
    }
    all
}
