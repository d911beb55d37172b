//! A page with a number before each link, and in words what the screen says by signs, places and colours.

use crate::briefing::ItemKind;
use crate::export::text::write_block;
use crate::library::World;
use crate::page::doc::{Entry, SentenceState};
use crate::page::{Block, Body, Doc, Place, Role, Spot, Text};

/// Said before the opened passage.
pub const BEGINS: &str = "[quoted passage begins] ";
/// Said behind it.
pub const ENDS: &str = " [quoted passage ends]";

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The index of the block that it is of.
    pub block: usize,
    /// What it says.
    pub text: String,
}

/// The lines of a page, wrapped at a width in cells; without one a paragraph is one line.
pub fn lines(world: &World, doc: &Doc, width: Option<usize>) -> Vec<Line> {
    let is_lit = |text: &Text| text.runs.iter().any(|run| run.role == Role::Lit);
    let lit: Vec<usize> = (0..doc.blocks.len()).filter(|at| doc.blocks[*at].parts().iter().any(|part| is_lit(part))).collect();
    let mut lines = Vec::new();
    let mut number = 0;
    for (at, block) in doc.blocks.iter().enumerate() {
        let mut numbering = Numbering { world, number: &mut number, begins: lit.first() == Some(&at), ends: lit.last() == Some(&at) };
        let mut out = Vec::new();
        for said in numbering.block(block) {
            // Writing to a vector does not fail.
            let _ = write_block(&mut out, &said, width);
        }
        if block.gap && at > 0 {
            lines.push(Line { block: at, text: String::new() });
        }
        lines.extend(String::from_utf8_lossy(&out).lines().map(|text| Line { block: at, text: text.to_owned() }));
    }
    lines
}

struct Numbering<'a> {
    world: &'a World,
    /// The number of the last link.
    number: &'a mut usize,
    /// The opened passage begins in this block.
    begins: bool,
    /// And ends.
    ends: bool,
}

impl Numbering<'_> {
    fn next(&mut self) -> usize {
        *self.number += 1;
        *self.number
    }

    fn block(&mut self, block: &Block) -> Vec<Block> {
        if is_legend(block) {
            return Vec::new();
        }
        let with = |body: Body| Block { link: None, body, key: String::new(), ..*block };
        let first = block.link.as_ref().map_or_else(String::new, |_| format!("Link {}: ", self.next()));
        match &block.body {
            Body::Heading { text, tail } => {
                // On one line the exporter parts them by a sign.
                let (text, tail) = (spoken(self.text(text)), spoken(self.text(tail)));
                let between = if text.is_empty() || tail.is_empty() { "" } else { ", " };
                vec![with(Body::Heading { text: text.append(said(between)).append(tail), tail: Text::default() })]
            }
            Body::Paragraph(text) | Body::JudgementHeading(text) => vec![with(Body::Paragraph(said(&first).append(self.paragraph(text))))],
            Body::Field { label, text } => vec![with(Body::Field { label, text: said(&first).append(spoken(self.text(text))) })],
            Body::Entry(row) => vec![with(Body::Entry(self.entry(row, &first, block.link.as_ref())))],
            Body::Judgement(row) => {
                let mut row = row.clone();
                row.id = said(&first).append(row.id).append(said(", judgement:"));
                vec![with(Body::Judgement(row))]
            }
            Body::Sentence { number, state, text, .. } => {
                let what = number.map_or_else(String::new, |number| format!("Sentence {number}, {}: ", state.word()));
                let what = if *state == SentenceState::Heading { "Heading: " } else { what.as_str() };
                vec![with(Body::Paragraph(said(&first).append(said(what)).append(self.text(text))))]
            }
            Body::Figure { label, figure, link } => {
                let twin = figure.twin();
                let mut twin = twin.lines().map(|line| said(&in_words(line)));
                let mut text = said(&first).append(twin.next().unwrap_or_default());
                let mut rest: Vec<Block> = twin.map(|line| with(Body::Paragraph(line))).collect();
                let links: Vec<Place> = figure.words(link.as_ref()).iter().flat_map(links_of).filter(|_| block.link.is_none()).collect();
                if links.len() == 1 && rest.is_empty() {
                    text = text.append(said(&format!(" (link {})", self.next())));
                } else if !links.is_empty() {
                    let links: Vec<String> = links.iter().map(|place| format!("link {} {}", self.next(), self.name(place))).collect();
                    rest.push(with(Body::Paragraph(said(&format!("Its links: {}.", links.join("; "))))));
                }
                let mut blocks = vec![with(Body::Field { label, text })];
                blocks.append(&mut rest);
                blocks
            }
        }
    }

    /// Running text; that of a source is read as it is.
    fn paragraph(&mut self, text: &Text) -> Text {
        let is_quoted = text.runs.iter().any(|run| matches!(run.role, Role::Lit | Role::Passage));
        let text = self.text(text);
        if is_quoted { text } else { spoken(text) }
    }

    /// A row of a list: the number and what it leads to first.
    fn entry(&mut self, row: &Entry, first: &str, link: Option<&Place>) -> Entry {
        let kind = link.and_then(|place| self.kind(place));
        let lead = match (row.lead.plain().as_str(), kind) {
            ("", _) => Text::default(),
            (verb, Some(ItemKind::Claim)) if verb.ends_with('s') => said(&format!("the source {verb}:")),
            _ => spoken(self.text(&row.lead)),
        };
        let id = spoken(self.text(&row.id));
        let id = match kind {
            _ if id.is_empty() => said(first.trim_end()),
            Some(kind) => said(first).append(id).append(said(&format!(", {}{}", kind.name(), if lead.is_empty() { ":" } else { "," }))),
            None => said(first).append(id),
        };
        let tail = match kind {
            Some(ItemKind::Claim) if !row.tail.is_empty() => said("grade ").append(self.text(&row.tail)),
            Some(ItemKind::Source) if !row.tail.is_empty() => said("reliability ").append(self.text(&row.tail)),
            _ => self.text(&row.tail),
        };
        let text = self.text(&row.text);
        let is_quoted = matches!(link.and_then(Place::spot), Some(Spot::Passage { .. } | Spot::Sentence { .. }));
        Entry { id, lead, text: if is_quoted { text } else { spoken(text) }, tail: spoken(tail), ..row.clone() }
    }

    /// A text with the number behind each link, and words around the opened passage.
    fn text(&mut self, text: &Text) -> Text {
        let lit = |at: &usize| text.runs[*at].role == Role::Lit;
        let first = (0..text.runs.len()).find(lit).filter(|_| self.begins);
        let last = (0..text.runs.len()).rev().find(lit).filter(|_| self.ends);
        let mut numbered = Text::default();
        for (at, run) in text.runs.iter().enumerate() {
            if first == Some(at) {
                numbered = numbered.and(Role::Text, BEGINS);
            }
            if matches!(run.role, Role::Line | Role::Bar) {
                continue;
            }
            numbered = numbered.and(if run.role == Role::Lit { Role::Text } else { run.role }, run.text());
            if run.link.is_some() {
                numbered = numbered.and(Role::Text, &format!(" (link {})", self.next()));
            }
            if last == Some(at) {
                numbered = numbered.and(Role::Text, ENDS);
            }
        }
        numbered
    }

    fn kind(&self, place: &Place) -> Option<ItemKind> {
        let Place::In { briefing, spot: Spot::Item(id) } = place else { return None };
        Some(self.world.entry(briefing)?.resolved.graph.find(id)?.kind)
    }

    /// A place of a figure in a word or two.
    fn name(&self, place: &Place) -> String {
        match (place, self.kind(place)) {
            (Place::In { spot: Spot::Item(id), .. }, Some(kind)) => format!("{id}, {}", kind.name()),
            _ => place.to_string(),
        }
    }
}

fn links_of(text: &Text) -> Vec<Place> {
    text.runs.iter().filter_map(|run| run.link.clone()).collect()
}

fn said(text: &str) -> Text {
    Text::default().and(Role::Text, text)
}

fn spoken(text: Text) -> Text {
    if is_spoken(&text.plain()) { text } else { said(&in_words(&text.plain())) }
}

/// A row that only says what the signs of a figure mean.
fn is_legend(block: &Block) -> bool {
    let Body::Paragraph(text) = &block.body else { return false };
    let plain = text.plain();
    block.link.is_none() && plain.contains("   ") && !is_spoken(&plain)
}

/// Signs that a voice would spell, and the words that it says instead.
const SIGNS: [(char, &str); 5] = [('↑', "raises"), ('↓', "lowers"), ('→', "to"), ('←', "from"), ('↵', "Enter")];

/// A sign that a voice need not say: what it means stands beside it.
fn is_drawn(c: char) -> bool {
    matches!(c, '×' | '◦' | '\u{2500}'..='\u{25ff}')
}

fn is_spoken(text: &str) -> bool {
    !text.starts_with('+') && !text.chars().any(|c| is_drawn(c) || SIGNS.iter().any(|(sign, _)| *sign == c))
}

/// A text with its signs in words.
pub fn in_words(text: &str) -> String {
    if is_spoken(text) {
        return text.to_owned();
    }
    let mut words = String::new();
    for c in text.trim_start_matches('+').trim_start().chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == c) {
            Some((_, word)) => words.push_str(word),
            None if is_drawn(c) => {}
            None => words.push(c),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
