//! A page with a number for each link, and in words what the screen says by signs, places and colours.

use crate::briefing::{ItemKind, Number};
use crate::export::text::write_block;
use crate::page::doc::{ListRow, Purpose, SentenceState, Sign};
use crate::page::{Block, Body, Doc, Found, Place, Role, Text, World, locate_in};
use crate::text::{capitalised, single_spaced};

pub const BEGINS: &str = "[quoted passage begins] ";
pub const ENDS: &str = " [quoted passage ends]";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// An index into [`Doc::blocks`].
    pub block: usize,
    pub text: String,
}

/// A page as it is read aloud.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbered {
    pub lines: Vec<Line>,
    /// Link 1 first.
    pub links: Vec<Place>,
}

/// Lines are wrapped at a width in cells; without one a paragraph is one line.
pub fn read(world: &World, doc: &Doc, width: Option<usize>) -> Numbered {
    // A passage may go on from block to block, and is announced once: which blocks begin with its words, and which end
    // with them?
    let (begin, end): (Vec<bool>, Vec<bool>) = doc.blocks.iter().map(Block::opened_edges).unzip();
    let mut numbered = Numbered::default();
    for (at, block) in doc.blocks.iter().enumerate().filter(|(_, block)| !matches!(block.purpose, Purpose::How | Purpose::Legend)) {
        let goes_on = |at: usize| end.get(at).zip(begin.get(at + 1)).is_some_and(|(end, begin)| *end && *begin);
        let mut numbering =
            Numbering { world, links: &mut numbered.links, comes: at > 0 && goes_on(at - 1), goes: goes_on(at), own: doc.signs.get(&at) };
        let mut out = Vec::new();
        for said in numbering.block(block) {
            // Writing to a vector does not fail.
            let _ = write_block(&mut out, &said, width);
        }
        if block.gap && at > 0 {
            numbered.lines.push(Line { block: at, text: String::new() });
        }
        numbered.lines.extend(String::from_utf8_lossy(&out).lines().map(|text| Line { block: at, text: text.to_owned() }));
    }
    numbered
}

struct Numbering<'a> {
    world: &'a World,
    links: &'a mut Vec<Place>,
    /// The opened passage comes from the block before.
    comes: bool,
    /// The opened passage goes on in the next block.
    goes: bool,
    /// What the reader has left at the block, and whether it was read.
    own: Option<&'a Sign>,
}

impl Numbering<'_> {
    fn next(&mut self, place: &Place) -> usize {
        self.links.push(place.clone());
        self.links.len()
    }

    fn block(&mut self, block: &Block) -> Vec<Block> {
        let with = |body: Body| Block { link: None, body, key: String::new(), ..*block };
        let first = block.link.as_ref().map_or_else(String::new, |place| format!("Link {}: ", self.next(place)));
        let own = self.own.map_or_else(String::new, |own| format!(" ({})", own.words()));
        match &block.body {
            Body::Heading { text, tail } => {
                // The text export would part the two by a sign, which a voice spells.
                let (text, tail) = (spoken(self.text(text)), spoken(self.text(tail)));
                let between = if text.is_empty() || tail.is_empty() { "" } else { ", " };
                vec![with(Body::Heading { text: text.append(said(between)).append(tail), tail: Text::default() })]
            }
            Body::JudgementHeading(_) => vec![with(block.body.clone())],
            Body::Paragraph(text) => {
                vec![with(Body::Paragraph(said(&first).append(self.paragraph(text)).append(said(&own))))]
            }
            Body::Field { label, text } => vec![with(Body::Field { label, text: said(&first).append(spoken(self.text(text))) })],
            Body::ListRow(row) => vec![with(Body::ListRow(self.list_row(row, &first, block.link.as_ref())))],
            Body::Judgement(row) => {
                let mut row = row.clone();
                row.id = said(&first).append(row.id).append(said(&format!(", judgement{own}:")));
                vec![with(Body::Judgement(row))]
            }
            Body::Sentence { number, state, text, .. } => {
                let named = |number: &Number| match state {
                    SentenceState::Free => format!("{}: ", capitalised(&number.words())),
                    _ => format!("{}, {}: ", capitalised(&number.words()), state.word()),
                };
                let what = number.as_ref().map_or_else(String::new, named);
                vec![with(Body::Paragraph(said(&first).append(said(&what)).append(self.text(text)).append(said(&own))))]
            }
            Body::Figure { label, figure, link } => {
                let places = figure.words(link.as_ref()).iter().flat_map(links_of).collect();
                let places = if block.link.is_none() { self.unread(places) } else { Vec::new() };
                let twin = figure.twin();
                let mut lines = self.figure(twin.lines(), places).into_iter();
                let text = said(&first).append(said(&lines.next().unwrap_or_default()));
                let mut blocks = vec![with(Body::Field { label, text })];
                blocks.extend(lines.map(|line| with(Body::Paragraph(said(&line)))));
                blocks
            }
        }
    }

    /// The places without a number on this page, each once: most of a figure's links stand in the lists around it too.
    fn unread(&self, places: Vec<Place>) -> Vec<Place> {
        let mut unread: Vec<Place> = Vec::new();
        for place in places {
            if !unread.contains(&place) && !self.links.contains(&place) {
                unread.push(place);
            }
        }
        unread
    }

    /// The lines of a figure's twin. A link's number stands behind the name of its place; links that no line names are
    /// listed at the end.
    fn figure<'t>(&mut self, twin: impl Iterator<Item = &'t str>, places: Vec<Place>) -> Vec<String> {
        let id_of = |place: &Place| self.kind(place).map_or_else(String::new, |_| place.short());
        let mut places: Vec<(String, Place)> = places.into_iter().map(|place| (id_of(&place), place)).collect();
        let mut lines: Vec<String> = Vec::new();
        for line in twin {
            let line = in_words(line);
            let mut said = String::new();
            for piece in line.split_inclusive(' ') {
                let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
                let named = places.iter().position(|(id, _)| !id.is_empty() && id == word);
                said.push_str(word);
                if let Some(named) = named {
                    let (_, place) = places.remove(named);
                    said.push_str(&format!(" (link {})", self.next(&place)));
                }
                said.push_str(&piece[word.len()..]);
            }
            lines.push(said);
        }
        if let ([(_, place)], [line]) = (places.as_slice(), lines.as_mut_slice()) {
            line.push_str(&format!(" (link {})", self.next(place)));
        } else if !places.is_empty() {
            let others: Vec<String> = places.iter().map(|(_, place)| format!("link {} {}", self.next(place), self.name(place))).collect();
            lines.push(format!("Its links: {}.", others.join("; ")));
        }
        lines
    }

    /// What is quoted from a source is read letter by letter: its signs are not put in words.
    fn paragraph(&mut self, text: &Text) -> Text {
        let is_quoted = text.runs.iter().any(|run| matches!(run.role, Role::Lit | Role::Passage));
        let text = self.text(text);
        if is_quoted { text } else { spoken(text) }
    }

    /// The number of the link and what it leads to come first: a listener may skip the rest.
    fn list_row(&mut self, row: &ListRow, first: &str, link: Option<&Place>) -> ListRow {
        let kind = link.and_then(|place| self.kind(place));
        let id = spoken(self.text(&row.id)).plain();
        let lead = match (spoken(self.text(&row.lead)).plain(), kind) {
            // "states" alone would not say who does.
            (verb, Some(ItemKind::Claim)) if verb.ends_with('s') => format!("the source {verb}"),
            // A list of several kinds says the kind itself.
            (lead, Some(kind)) if lead == kind.name() => String::new(),
            (lead, _) => lead,
        };
        let text = self.text(&row.text);
        let names = [id.as_str(), kind.filter(|_| !id.is_empty()).map_or("", ItemKind::name), lead.as_str()];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let colon = if names.is_empty() || text.is_empty() { "" } else { ":" };
        let id = said(format!("{first}{}{colon}", names.join(", ")).trim_end());
        let tail = match kind {
            Some(ItemKind::Claim) if !row.tail.is_empty() => said("grade ").append(self.text(&row.tail)),
            Some(ItemKind::Source) if !row.tail.is_empty() => said("reliability ").append(self.text(&row.tail)),
            _ => self.text(&row.tail),
        };
        let tail = match (spoken(tail), self.own) {
            (tail, None) => tail,
            (tail, Some(own)) if tail.is_empty() => said(&own.words()),
            (tail, Some(own)) => tail.append(said(", ")).append(said(&own.words())),
        };
        let is_quoted = link.and_then(|link| locate_in(self.world, link)).is_some_and(|(held, found)| found.quote(held).is_some());
        ListRow { id, lead: Text::default(), text: if is_quoted { text } else { spoken(text) }, tail, ..row.clone() }
    }

    /// A text with the number behind each link, and words around the opened passage.
    fn text(&mut self, text: &Text) -> Text {
        let runs: Vec<_> = text.runs.iter().filter(|run| !matches!(run.role, Role::Line | Role::Bar)).collect();
        let is_lit = |at: usize| runs.get(at).is_some_and(|run| run.is_opened());
        let mut numbered = Text::default();
        for (at, run) in runs.iter().enumerate() {
            let comes = if at == 0 { self.comes } else { is_lit(at - 1) };
            let goes = if at + 1 == runs.len() { self.goes } else { is_lit(at + 1) };
            if is_lit(at) && !comes {
                numbered = numbered.and(Role::Text, BEGINS);
            }
            numbered = numbered.and(if is_lit(at) { Role::Text } else { run.role }, run.text());
            if let Some(place) = &run.link {
                numbered = numbered.and(Role::Text, &format!(" (link {})", self.next(place)));
            }
            if is_lit(at) && !goes {
                numbered = numbered.and(Role::Text, ENDS);
            }
        }
        numbered
    }

    fn kind(&self, place: &Place) -> Option<ItemKind> {
        match locate_in(self.world, place)? {
            (_, Found::Item(item)) => Some(item.kind),
            _ => None,
        }
    }

    fn name(&self, place: &Place) -> String {
        self.kind(place).map_or_else(|| place.to_string(), |kind| format!("{}, {}", place.short(), kind.name()))
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

/// Signs that a voice would spell, and what is said instead.
const SIGNS: [(char, &str); 5] = [('↑', "raises"), ('↓', "lowers"), ('→', "to"), ('←', "from"), ('↵', "Enter")];

/// A sign whose meaning stands beside it in words.
fn is_drawn(c: char) -> bool {
    matches!(c, '×' | '◦' | '\u{2500}'..='\u{25ff}')
}

fn is_spoken(text: &str) -> bool {
    !text.starts_with('+') && !text.chars().any(|c| is_drawn(c) || SIGNS.iter().any(|(sign, _)| *sign == c))
}

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
    single_spaced(&words)
}
