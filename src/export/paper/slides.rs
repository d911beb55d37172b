//! Slides as they stand on paper. What their links lead to is not there, so they are words.

use super::{Kind, Paper, Setter};
use crate::export::page_set::Page;
use crate::export::slides::Deck;
use crate::page::Body;
use crate::page::flow::{Weight, weight};
use std::ops::Range;

/// A slide, or the notes on one.
#[derive(Debug)]
pub struct Sheet {
    /// Its number in the talk, and how many the talk has.
    pub number: usize,
    pub of: usize,
    pub pieces: Range<usize>,
    /// For each of its pieces.
    pub weights: Vec<Weight>,
    pub is_notes: bool,
}

impl<'h> Paper<'h> {
    #[must_use]
    pub fn of_slides(deck: &'h Deck<'h>) -> (Self, Vec<Sheet>) {
        let marking = deck.handed.marking.as_ref().map(|(marking, _)| marking.as_str());
        let empty = Self { title: deck.title.clone(), marking, pieces: Vec::new(), footnotes: Vec::new(), foot: Vec::new() };
        let mut setter = Setter { handed: deck.handed, paper: empty, cited: Vec::new() };
        let mut sheets = Vec::new();
        for slide in &deck.slides {
            for (page, is_notes) in std::iter::once((&slide.page, false)).chain(slide.notes.as_ref().map(|notes| (notes, true))) {
                let (pieces, weights) = setter.slide(page);
                sheets.push(Sheet { number: slide.number, of: slide.of, pieces, weights, is_notes });
            }
        }
        let mut paper = setter.paper;
        for span in paper.pieces.iter_mut().flat_map(|piece| &mut piece.spans) {
            span.to = None;
        }
        (paper, sheets)
    }
}

impl<'h> Setter<'h, '_> {
    /// What heads a slide, else what it states first, is what bookmarks call it.
    fn slide(&mut self, page: &'h Page) -> (Range<usize>, Vec<Weight>) {
        let from = self.paper.pieces.len();
        let (mut weights, mut head) = (Vec::new(), None);
        for block in &page.doc.blocks {
            let at = self.paper.pieces.len();
            self.block(block, page, 2);
            weights.resize(self.paper.pieces.len() - from, weight(block));
            let heads = match block.body {
                Body::Heading { .. } => Some(0),
                _ => (weight(block) == Weight::Statement).then_some(if block.link.is_some() { 1 } else { 2 }),
            };
            head = head.into_iter().chain(heads.map(|rank| (rank, at))).min();
        }
        let title = head.map_or(from, |(_, at)| at);
        if let Some(piece) = self.paper.pieces.get_mut(title).filter(|piece| !matches!(piece.kind, Kind::Figure { .. })) {
            piece.kind = Kind::Title;
        }
        (from..self.paper.pieces.len(), weights)
    }
}
