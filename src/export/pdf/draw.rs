//! Pages drawn: text, links, and what tells a reader aloud which piece the words are of.

use super::ink::{Ink, ground};
use super::line::{Stretch, hull, stretches};
use super::pages::{Item, Leaf, Placed, Sheet};
use super::set::{INK, LINK, LIT, QUIET, Set, Setter, Style};
use super::tags::{Leaves, What, Words};
use crate::export::paper::language::language;
use crate::export::paper::{Kind, Look, Paper, Piece, Span, To};
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::{Destination, NamedDestination, XyzDestination};
use krilla::geom::{Point, Rect};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, TagTree};
use parley::Alignment;
use std::borrow::Cow;
use std::collections::HashMap;

/// What a document is drawn from.
pub struct Drawing<'p> {
    pub sheet: Sheet,
    pub paper: &'p Paper<'p>,
    /// Those of the paper, and behind them the list of pages.
    pub items: Vec<Item<'p>>,
    pub leaves: Vec<Leaf>,
    /// Of an item of the list of pages: the item that it leads to.
    pub leads: HashMap<usize, usize>,
    /// Of each page; none where there is one alone.
    pub numbers: Vec<String>,
    pub setter: Setter,
}

/// A link that is drawn and not yet made.
struct Link {
    item: usize,
    /// The place of its words among those of the item.
    words: usize,
    rect: Rect,
    target: Target,
    says: String,
}

pub struct Pen<'p> {
    drawing: Drawing<'p>,
    ink: Ink,
    /// For each item, the page that it begins on, and where.
    begins: HashMap<usize, (usize, f32)>,
    anchors: HashMap<&'p str, usize>,
    links: Vec<Link>,
    pub leaves: Leaves,
}

impl<'p> Pen<'p> {
    pub fn new(drawing: Drawing<'p>) -> Self {
        let mut begins = HashMap::new();
        for (page, leaf) in drawing.leaves.iter().enumerate() {
            for placed in leaf {
                begins.entry(placed.item).or_insert((page, placed.top));
            }
        }
        let anchors = drawing.paper.pieces.iter().enumerate().filter_map(|(at, piece)| Some((piece.anchor?, at))).collect();
        Self { drawing, ink: Ink::default(), begins, anchors, links: Vec::new(), leaves: Leaves::default() }
    }

    pub fn pages(&mut self, document: &mut krilla::Document) {
        let sheet = self.drawing.sheet;
        let marking = self.line(self.drawing.paper.marking.unwrap_or_default(), sheet.marking, true, Alignment::Center);
        for at in 0..self.drawing.leaves.len() {
            let Some(settings) = PageSettings::from_wh(sheet.size.0, sheet.size.1) else { continue };
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            self.margin(&mut surface, &marking, ArtifactType::Header, sheet.foot - 20.0);
            for placed in std::mem::take(&mut self.drawing.leaves[at]) {
                self.placed(&mut surface, &placed);
            }
            self.margin(&mut surface, &marking, ArtifactType::Footer, sheet.size.1 - sheet.foot);
            if let Some(number) = self.drawing.numbers.get(at).cloned() {
                let (size, below, edge) = sheet.number;
                let number = self.line(&number, size, false, edge);
                self.margin(&mut surface, &number, ArtifactType::PageNumber, sheet.size.1 - sheet.foot + below);
            }
            surface.finish();
            for link in std::mem::take(&mut self.links) {
                let annotation = Annotation::new_link(LinkAnnotation::new(link.rect, link.target), Some(link.says));
                let made = page.add_tagged_annotation(annotation);
                self.leaves.link(link.item, link.words, made);
            }
            page.finish();
        }
    }

    /// One line over the whole width.
    fn line(&mut self, text: &str, size: f32, bold: bool, alignment: Alignment) -> Set {
        let style = Style { bold, ..Style::plain(size) };
        self.drawing.setter.set(&[Span::plain(text)], &style, self.drawing.sheet.width(), alignment)
    }

    fn margin(&mut self, surface: &mut Surface<'_>, set: &Set, kind: ArtifactType, top: f32) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        for line in 0..set.layout.len() {
            let (stretches, baseline) = stretches(set, line);
            for stretch in &stretches {
                self.ink.stretch(surface, set, stretch, (self.drawing.sheet.margin.0, top + baseline), INK, false);
            }
        }
        surface.end_tagged();
    }

    fn placed(&mut self, surface: &mut Surface<'_>, placed: &Placed) {
        if let Some(picture) = &self.drawing.items[placed.item].picture {
            let words = surface.start_tagged(ContentTag::Other);
            picture.draw(surface, &mut self.ink, self.drawing.sheet.margin.0, self.drawing.sheet.margin.1 + placed.top);
            surface.end_tagged();
            self.leaves.push(placed.item, words);
            return;
        }
        let lines = self.drawing.items[placed.item].lines();
        let first = lines.get(placed.lines.start).map_or(0.0, |(top, _)| *top);
        let top = self.drawing.sheet.margin.1 + placed.top - first;
        for line in placed.lines.clone() {
            let (from, to) = lines[line];
            self.text_line(surface, placed.item, line, top, (top + from, top + to));
        }
        if let (Some(lead), true) = (self.drawing.leads.get(&placed.item), placed.lines.start == 0) {
            let page = self.begins.get(lead).map_or(0, |(page, _)| *page) + 1;
            let number = self.line(&page.to_string(), self.drawing.items[placed.item].style.size, false, Alignment::Right);
            let (stretches, baseline) = stretches(&number, 0);
            let words = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            for stretch in &stretches {
                self.ink.stretch(surface, &number, stretch, (self.drawing.sheet.margin.0, top + first + baseline), INK, false);
            }
            surface.end_tagged();
            self.leaves.push(placed.item, words);
        }
    }

    /// Draws a line, cut where a link begins or ends, and where other words are said than are seen: each part is
    /// one span to a reader aloud.
    fn text_line(&mut self, surface: &mut Surface<'_>, item: usize, line: usize, top: f32, (from, to): (f32, f32)) {
        let (stretches, baseline) = stretches(&self.drawing.items[item].set, line);
        let left = self.drawing.sheet.margin.0 + self.drawing.items[item].set.left;
        let mut rest = stretches.as_slice();
        while let Some(first) = rest.first() {
            let goal = self.goal(item, first);
            let replaced = self.is_replaced(item, first);
            let alike = |stretch: &&Stretch| self.goal(item, stretch) == goal && self.is_replaced(item, stretch) == replaced;
            let together = rest.iter().take_while(alike).count();
            let (part, behind) = rest.split_at(together);
            rest = behind;
            self.lit(surface, item, part, left, (from, to));
            let words = self.part(surface, item, part, left, top + baseline, goal.is_some());
            let at = self.leaves.push(item, words);
            let edges = part.iter().fold((f32::MAX, 0.0_f32), |(low, high), one| (low.min(one.x), high.max(one.x + one.width)));
            if let (Some(target), Some(rect)) =
                (goal.and_then(|goal| self.target(&goal)), Rect::from_ltrb(left + edges.0, from, left + edges.1, to))
            {
                let says = part.iter().map(|one| &self.drawing.items[item].set.text[one.range.clone()]).collect();
                self.links.push(Link { item, words: at, rect, target, says });
            }
        }
    }

    fn part(&mut self, surface: &mut Surface<'_>, item: usize, part: &[Stretch], left: f32, baseline: f32, linked: bool) -> Words {
        let set = &self.drawing.items[item].set;
        let range = hull(part.iter().map(|one| &one.range));
        let written = set.written(&range).into_owned();
        let tongue = language(&written);
        let main = language(&self.drawing.paper.title);
        // What the glyphs say is not what was written: characters that no font has.
        let replaced = written != set.text[range];
        let actual = replaced.then_some(written.as_str());
        let span = SpanTag::empty().with_lang((tongue != main).then_some(tongue)).with_actual_text(actual);
        let words = surface.start_tagged(ContentTag::Span(span));
        for stretch in part {
            let colour = self.colour(item, stretch, linked);
            self.ink.stretch(surface, &self.drawing.items[item].set, stretch, (left, baseline), colour, replaced);
        }
        surface.end_tagged();
        words
    }

    fn span(&self, item: usize, stretch: &Stretch) -> Option<&Span> {
        self.drawing.items[item].spans.get(usize::from(stretch.span))
    }

    /// It shows marks for characters that no font has.
    fn is_replaced(&self, item: usize, stretch: &Stretch) -> bool {
        matches!(self.drawing.items[item].set.written(&stretch.range), Cow::Owned(_))
    }

    /// What a stretch leads to.
    fn goal(&self, item: usize, stretch: &Stretch) -> Option<Goal> {
        if let Some(lead) = self.drawing.leads.get(&item) {
            return Some(Goal::Item(*lead));
        }
        match self.span(item, stretch)?.to.as_ref()? {
            To::Anchor(anchor) => self.anchors.get(anchor.as_str()).map(|item| Goal::Item(*item)),
            To::Web(address) => Some(Goal::Web(address.clone())),
        }
    }

    fn target(&self, goal: &Goal) -> Option<Target> {
        match goal {
            Goal::Web(address) => Some(Target::Action(Action::Link(LinkAction::new(address.clone())))),
            Goal::Item(item) => {
                let place = self.destination(*item)?;
                let anchor = self.drawing.paper.pieces.get(*item).and_then(|piece| piece.anchor);
                let named = anchor.map(|anchor| Destination::Named(NamedDestination::new(anchor.to_owned(), place.clone())));
                Some(Target::Destination(named.unwrap_or(Destination::Xyz(place))))
            }
        }
    }

    pub fn pieces(&self) -> &'p [Piece<'p>] {
        &self.drawing.paper.pieces
    }

    /// What was drawn, for readers aloud.
    pub fn tree(self) -> TagTree {
        let Self { drawing, leaves, .. } = self;
        leaves.tree(|item| {
            let one = &drawing.items[item];
            let what = match one.kind {
                _ if drawing.leads.contains_key(&item) => What::Listed,
                Kind::Row | Kind::Under => What::Row,
                _ => What::Piece,
            };
            (what, one.kind, one.set.text.clone())
        })
    }

    /// Where an item begins.
    pub fn destination(&self, item: usize) -> Option<XyzDestination> {
        let (page, top) = self.begins.get(&item)?;
        Some(XyzDestination::new(*page, Point::from_xy(self.drawing.sheet.margin.0, self.drawing.sheet.margin.1 + top)))
    }

    fn colour(&self, item: usize, stretch: &Stretch, linked: bool) -> [u8; 3] {
        let own = self.drawing.items[item].style.colour;
        match self.span(item, stretch).map(|span| span.look) {
            _ if linked => LINK,
            Some(Look::Quiet) => QUIET,
            _ => own,
        }
    }

    /// The ground behind quoted words.
    fn lit(&self, surface: &mut Surface<'_>, item: usize, part: &[Stretch], left: f32, (from, to): (f32, f32)) {
        for stretch in part.iter().filter(|stretch| self.span(item, stretch).is_some_and(|span| span.look == Look::Lit)) {
            let x = left + stretch.x;
            let Some(rect) = Rect::from_ltrb(x, from, x + stretch.width, to) else { continue };
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            ground(surface, rect, LIT);
            surface.end_tagged();
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Goal {
    Item(usize),
    Web(String),
}
