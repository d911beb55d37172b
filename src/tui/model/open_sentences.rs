//! From one open sentence of a source to the next: those that nobody has claimed or set aside.

use super::Model;
use crate::briefing::resolved::Coverage;
use crate::page::{Found, Place, locate_in};

impl Model {
    /// To the next open sentence (1) or the one before (-1): the cursor on the text of a source, another card on a card.
    pub(super) fn turn_open(&mut self, by: isize) {
        if let Some(card) = self.open_card(by) {
            self.trail.replace(card);
        } else if let Some((stop, here)) = self.here().and_then(|here| Some((self.open_stop(&here.flowed.doc.links, by)?, here))) {
            self.stand_on(&here, stop);
        } else {
            self.say("No open sentence further.");
        }
    }

    /// There is an open sentence to go to.
    pub(super) fn has_open(&self) -> bool {
        match locate_in(&self.world, &self.trail.here().place) {
            Some((_, Found::Sentence { .. })) => self.open_card(1).is_some() || self.open_card(-1).is_some(),
            _ => self.sentences().is_some_and(|sentences| sentences.iter().any(Coverage::is_open)),
        }
    }

    /// The sentences of the source whose text, or the card of whose sentence, is here.
    fn sentences(&self) -> Option<&[Coverage]> {
        let (held, found) = locate_in(&self.world, &self.trail.here().place)?;
        held.resolved.evidence().coverage.get(found.source(held)?).map(Vec::as_slice)
    }

    /// The card of the next open sentence, where the card of one is here.
    fn open_card(&self, by: isize) -> Option<Place> {
        let (held, Found::Sentence { source, sentence }) = locate_in(&self.world, &self.trail.here().place)? else { return None };
        let mut open = self.sentences()?.iter().enumerate().filter(|(_, coverage)| coverage.is_open()).map(|(index, _)| index);
        let next = if by > 0 { open.find(|index| *index > sentence) } else { open.take_while(|index| *index < sentence).last() };
        next.map(|sentence| Found::Sentence { source, sentence }.place(held))
    }

    /// The stop of the next open sentence, where the text of a source is here.
    fn open_stop(&self, links: &[Place], by: isize) -> Option<usize> {
        let sentences = self.sentences()?;
        let is_open = |stop: &usize| match locate_in(&self.world, &links[*stop]) {
            Some((_, Found::Sentence { sentence, .. })) => sentences.get(sentence).is_some_and(Coverage::is_open),
            _ => false,
        };
        let stop = self.trail.here().stop;
        if by > 0 {
            (stop.map_or(0, |stop| stop + 1)..links.len()).find(is_open)
        } else {
            (0..stop.unwrap_or(links.len()).min(links.len())).rev().find(is_open)
        }
    }
}
