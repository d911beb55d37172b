//! The talk for a projector and for paper: a slide a page. What is on it is what the terminal shows of it, the type as
//! large as it has room for.

use super::page_set::{Handed, Page, Part};
use super::{Bytes, NotWritten};
use crate::briefing::Slide as Shown;
use crate::library::HeldBriefing;
use crate::page::about::speaker_notes::spoken;
use crate::page::figure::Figure;
use crate::page::flow::is_named;
use crate::page::{Block, Body, Doc, Found, Role, Text, page_at};

/// Width and height of a slide: in points of its type.
pub const SIZE: (f64, f64) = (960.0, 540.0);
/// At its sides; above and below, where the marking stands.
pub const MARGIN: (f64, f64) = (48.0, 56.0);
/// The sizes of what is stated, the largest that fits first. The last is what the back row of a room still reads.
pub const STEPS: [f64; 9] = [60.0, 52.0, 46.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0];
/// The size of all else beside that, and the least of it.
const SMALL: (f64, f64) = (0.72, 18.0);
/// From line to line, in sizes of the type.
pub const LEADING: f64 = 1.25;
/// Between two blocks, and between those that belong together.
const GAPS: (f64, f64) = (18.0, 3.0);

#[derive(Debug)]
pub struct Deck<'h> {
    pub handed: &'h Handed<'h>,
    /// Of the briefing.
    pub title: String,
    pub slides: Vec<Slide>,
}

#[derive(Debug)]
pub struct Slide {
    /// Its number in the talk.
    pub number: usize,
    /// How many the talk has.
    pub of: usize,
    /// Headings, paragraphs and figures.
    pub page: Page,
    /// What whoever speaks is to say; a heading and paragraphs, if anything.
    pub notes: Option<Page>,
}

/// In the form that was asked for, else in the usual one.
///
/// # Errors
///
/// No slide shows what was asked for, or the form cannot be written.
pub fn handed(handed: &Handed<'_>, usual: fn(&Deck<'_>) -> Bytes) -> Bytes {
    let form = handed.letter.form.and_then(|form| form.slides);
    form.unwrap_or(usual)(&Deck::new(handed)?)
}

/// The space before a block.
#[must_use]
pub fn before(gap: bool) -> f64 {
    if gap { GAPS.0 } else { GAPS.1 }
}

#[must_use]
pub fn small(statement: f64) -> f64 {
    (statement * SMALL.0).max(SMALL.1)
}

impl<'h> Deck<'h> {
    /// # Errors
    ///
    /// No slide shows what was asked for.
    pub fn new(handed: &'h Handed<'h>) -> Result<Self, NotWritten> {
        let none = || NotWritten("slides are of a briefing, of a section or of a judgement that has a slide".to_owned());
        let (held, found) = handed.inside().ok_or_else(none)?;
        let talk = held.resolved.briefing.talk();
        let shown: Vec<usize> = (0..talk.len()).filter(|at| shows(held, found, *at, &talk[*at])).collect();
        if shown.is_empty() {
            return Err(none());
        }
        let slides = shown.into_iter().map(|at| slide(handed, held, at, talk.len())).collect();
        Ok(Self { handed, title: held.resolved.briefing.title().to_owned(), slides })
    }
}

/// The slide is of what was asked for.
fn shows(held: &HeldBriefing, asked: Found, at: usize, slide: &Shown) -> bool {
    let briefing = &held.resolved.briefing;
    match (asked, slide) {
        (Found::Cover, _) => true,
        (Found::Slide(slide), _) => slide == at,
        (Found::Section(section), Shown::Judgement(index)) => {
            let own = briefing.judgements[*index].section.as_ref();
            own.is_some_and(|own| own.value == briefing.sections[section].value)
        }
        (_, Shown::Judgement(index)) => asked.judgement() == Some(*index),
        _ => false,
    }
}

fn slide(handed: &Handed<'_>, held: &HeldBriefing, at: usize, of: usize) -> Slide {
    let number = at + 1;
    let found = Found::Slide(at);
    let page = |doc: Doc, anchor: String| Page { place: found.place(held), doc, part: Part::Detail, anchor };
    let doc = page_at(handed.world, &crate::page::At::In(held, found));
    let said = if handed.extent.notes { spoken(handed.world, held, at) } else { Vec::new() };
    let notes = (!said.is_empty()).then(|| page(notes(number, &said), format!("notes_{number}")));
    Slide { number, of, page: page(laid(&doc), format!("slide_{number}")), notes }
}

fn notes(slide: usize, said: &[String]) -> Doc {
    let mut doc = Doc::new("", "");
    doc.push(Block::heading("notes", &format!("Notes on slide {slide}")));
    for (at, words) in said.iter().enumerate() {
        doc.push(Block::paragraph(format!("note {at}"), Role::Text, words));
    }
    doc
}

/// The blocks of a slide as the large letters of the terminal have them: running text, and a bar under its words.
fn laid(doc: &Doc) -> Doc {
    let blocks = doc.blocks.iter().flat_map(|block| {
        let paragraph = |text: Text, link: bool, gap: bool| Block {
            link: block.link.clone().filter(|_| link),
            about: block.about,
            gap,
            ..Block::new(block.key.clone(), Body::Paragraph(text))
        };
        match &block.body {
            Body::Figure { figure: Figure::Likelihood(bar), .. } => {
                let [term, range, state] = bar.words();
                let term = Text::new(Role::Strong, &term.plain());
                let words = [range, state].into_iter().filter(|text| !text.is_empty());
                let words = words.fold(term, |words, text| words.and(Role::Strong, ", ").append(text));
                vec![paragraph(words, false, true), block.clone()]
            }
            Body::Figure { label, figure, .. } => {
                vec![paragraph(Text::new(Role::Quiet, &format!("{label} ")).and(Role::Text, &figure.twin()), false, true)]
            }
            Body::Field { label, text } if is_named(label) => {
                vec![paragraph(Text::new(Role::Quiet, &format!("{label} ")).append(text.clone()), false, true)]
            }
            Body::Field { text, .. } => vec![paragraph(text.clone(), false, true)],
            Body::ListRow(row) => {
                let id = row.id.plain();
                let tail = if row.tail.is_empty() { Text::default() } else { Text::new(Role::Quiet, "  ").append(row.tail.clone()) };
                vec![paragraph(row.text.clone(), true, true), paragraph(Text::new(Role::Quiet, &id).append(tail), false, false)]
            }
            _ => vec![block.clone()],
        }
    });
    Doc { blocks: blocks.collect(), ..Doc::new(&doc.title, &doc.note) }
}

/// Says of a slide that not even the least type lets it fit.
pub fn tell_of_more(handed: &Handed<'_>, slide: usize) {
    handed.tell(format!("slide {slide} has more than a page holds, and goes on over others"));
}
