//! Copying: what the cursor is on or what is selected, with or without its citation.

use super::mode::{Mode, Selection};
use super::{Effect, Model};
use crate::page::about::citation::{citation, words};
use crate::page::about::file_position;
use crate::page::{Block, Body, Doc, Found, Place, locate, locate_in};
use crate::settings::Setting;
use std::sync::Arc;

/// The most bytes that are copied: written in base 64, the sequence that holds them is not longer than 100,000 bytes, and
/// some terminals drop a longer one.
const MOST: usize = 74_994;

impl Model {
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let (_, text) = self.under_cursor();
        self.hand_over(text)
    }

    pub(super) fn cite(&mut self) -> Vec<Effect> {
        let (place, text) = self.under_cursor();
        // A sentence is cited by the passage that is opened in it.
        let here = self.trail.here().place.clone();
        let opened = file_position::is_in_passage(&self.world, &here, &place);
        let (place, text) = if opened { (here.clone(), self.words(&here).unwrap_or(text)) } else { (place, text) };
        if text.is_empty() {
            return self.hand_over(text);
        }
        self.hand_over(self.cited(&place, &text))
    }

    /// What the cursor is on and its words; without a cursor the place where we are and its.
    fn under_cursor(&mut self) -> (Place, String) {
        let Some(here) = self.here() else { return (self.trail.here().place.clone(), String::new()) };
        let flowed = &here.flowed;
        if let (Some(target), Some(block)) = (here.target(), here.stop.and_then(|stop| flowed.block_of(stop))) {
            let of_block = || flowed.text_of(block);
            return (target.clone(), self.words(target).unwrap_or_else(of_block));
        }
        let whole = || flowed.last_point(-1).zip(flowed.last_point(1)).map(|(first, last)| flowed.text_between(first, last));
        let text = self.words(&here.place).or_else(whole).unwrap_or_default();
        (here.place, text)
    }

    fn words(&self, place: &Place) -> Option<String> {
        words(&locate(&self.world, place).ok()?)
    }

    pub(super) fn cited(&self, place: &Place, text: &str) -> String {
        locate(&self.world, place).map_or_else(|_| text.to_owned(), |at| citation(&self.world, &at, text))
    }

    /// Hands a text to the clipboard, unless it must not or cannot be.
    pub(super) fn hand_over(&mut self, text: String) -> Vec<Effect> {
        if text.is_empty() {
            self.say("Nothing to copy here.");
        } else if !self.settings.is_on(Setting::Clipboard) {
            self.say("Copying is switched off (clipboard: off). Nothing was copied.");
        } else if text.len() > MOST {
            let (asked, most) = (text.len().div_ceil(1000), MOST / 1000);
            self.say(&format!("{asked} KB is more than the terminal takes ({most} KB). Nothing was copied."));
        } else {
            return vec![Effect::Copy { text, why: None }];
        }
        Vec::new()
    }

    /// Opens a web address, or copies it where no other program may be started.
    pub(super) fn browse(&mut self, address: String) -> Vec<Effect> {
        if self.settings.is_on(Setting::Restricted) {
            return self.copy_address(&address, "Restricted, no browser opens");
        }
        vec![Effect::Browse(address)]
    }

    pub(super) fn copy_address(&mut self, address: &str, why: &str) -> Vec<Effect> {
        let mut effects = self.hand_over(address.to_owned());
        match effects.first_mut() {
            Some(Effect::Copy { why: said, .. }) => *said = Some(why.to_owned()),
            _ => self.say(&format!("{why}: {address}")),
        }
        effects
    }

    pub(super) fn copy_selection(&mut self, cited: bool) -> Vec<Effect> {
        let Mode::Select(selection) = std::mem::take(&mut self.mode) else { return Vec::new() };
        let Some(text) = self.selected(&selection) else { return Vec::new() };
        let place = self.place_of(&selection);
        self.hand_over(if cited { self.cited(&place, &text) } else { text })
    }

    /// Copies what was dragged over; it stays selected until the next key or click.
    pub(super) fn copy_dragged(&mut self) -> Vec<Effect> {
        let Mode::Select(selection) = &self.mode else { return Vec::new() };
        let selection = selection.clone();
        self.selected(&selection).map_or_else(Vec::new, |text| self.hand_over(text))
    }

    pub(super) fn selected(&mut self, selection: &Selection) -> Option<String> {
        let (from, to) = selection.ends();
        Some(self.column(selection.pane)?.flowed.text_between(from, to))
    }

    /// The place that a selection is cited by: a sentence or a passage where it begins in one, else its page.
    pub(super) fn place_of(&mut self, selection: &Selection) -> Place {
        let (from, to) = selection.ends();
        let shown = self.column(selection.pane).map(|column| Arc::clone(&column.flowed.doc));
        let link =
            shown.and_then(|doc| doc.blocks.get(from.block)?.link.clone().or_else(|| self.row_of(&selection.place, &doc, from.block)));
        let quoted = link.filter(|link| match locate_in(&self.world, link) {
            Some((_, Found::Sentence { .. } | Found::Passage { .. })) => true,
            Some((_, Found::Item(_))) => from.block == to.block,
            _ => false,
        });
        quoted.unwrap_or_else(|| self.page_of(&selection.place))
    }

    /// The sentence of a text that is no stop on its page, as rows of tables are: the blocks before it are the sentences before it.
    fn row_of(&self, place: &Place, doc: &Doc, block: usize) -> Option<Place> {
        let is_sentence = |block: &&Block| matches!(block.body, Body::Sentence { .. });
        let (held, found) = locate_in(&self.world, place)?;
        let is_text = matches!(found, Found::Sources | Found::Source { .. } | Found::Passage { .. })
            && doc.blocks.get(block).as_ref().is_some_and(is_sentence);
        let sentence = doc.blocks[..block].iter().filter(is_sentence).count();
        Some(Found::Sentence { source: found.source(held).filter(|_| is_text)?, sentence }.place(held))
    }

    /// The page of a place, without the sentence or the passage that it was opened at: what is selected elsewhere on it
    /// does not stand there.
    fn page_of(&self, place: &Place) -> Place {
        let text = locate_in(&self.world, place).and_then(|(held, found)| {
            let opened = matches!(found, Found::Source { .. } | Found::Passage { .. });
            let source = found.source(held).filter(|_| opened)?;
            Some(Found::Source { source, sentence: None }.place(held))
        });
        text.unwrap_or_else(|| place.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::MOST;

    #[test]
    fn m16_the_cap_is_that_of_a_sequence_of_a_hundred_thousand_bytes() {
        let sequence = MOST.div_ceil(3) * 4 + "\x1b]52;c;".len() + 1;
        assert_eq!(sequence, 100_000);
    }
}
