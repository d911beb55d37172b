//! The words that quote a sentence, and no other place of its source.

use crate::acts::quoted::Quoted;
use crate::briefing::SourceText;
use crate::briefing::anchor::Anchoring;
use crate::briefing::context::{MOST_COMPARED, OFTEN, apart, far_beside};
use crate::text::single_spaced;
use std::cell::Cell;
use std::ops::Range;

pub struct Quotes<'a> {
    source: &'a SourceText,
    anchoring: Anchoring<'a>,
    /// How many bytes may still be compared for words that stand often.
    left: Cell<usize>,
}

impl<'a> Quotes<'a> {
    #[must_use]
    pub fn new(source: &'a SourceText) -> Self {
        Self { source, anchoring: Anchoring::new(source), left: Cell::new(MOST_COMPARED) }
    }

    /// `None` where the words stand too often to be told apart.
    #[must_use]
    pub fn of(&self, id: Option<&str>, range: &Range<usize>) -> Option<Quoted> {
        let text = self.source.text();
        let spelled = [self.source.unwrapped(range), single_spaced(&text[range.clone()])];
        spelled.into_iter().find_map(|exact| {
            let places = self.anchoring.places(&exact, OFTEN + 1);
            let far = || far_beside(&self.anchoring, text, range, &places, &self.left);
            let (prefix, suffix) = apart(&self.anchoring, text, range, &places).or_else(far)?;
            Some(Quoted { source: id.map(str::to_owned), exact, prefix, suffix })
        })
    }
}
