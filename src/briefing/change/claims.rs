//! Claims then and now: added, withdrawn, and what differs in those that stayed.

use super::{Fate, fates, words};
use crate::briefing::grade::{grade, source_of};
use crate::briefing::model::Briefing;

/// A claim that is not the same in two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimChange {
    /// Where it stands in them.
    pub fate: Fate,
    /// Its passages that only the edition before quotes, by their 0-based places in it there.
    pub gone: Vec<usize>,
    /// Its passages that only this edition quotes, by their 0-based places in it here.
    pub fresh: Vec<usize>,
    /// It has other words of its own.
    pub text: bool,
    /// Its source is said to do something else: to forecast, and not to state.
    pub kind: bool,
    /// It has another grade, of its source or of its content.
    pub grade: bool,
}

impl ClaimChange {
    /// It quotes other words, or another source.
    #[must_use]
    pub fn is_resourced(&self) -> bool {
        !self.gone.is_empty() || !self.fresh.is_empty()
    }

    /// It has other words, another kind or another grade.
    #[must_use]
    pub fn is_reworded(&self) -> bool {
        self.text || self.kind || self.grade
    }
}

/// The claims that differ.
pub(super) fn compare(before: &Briefing, now: &Briefing) -> Vec<ClaimChange> {
    let ids = |briefing: &Briefing| -> Vec<String> { briefing.claims.iter().map(|claim| claim.head.id.value.clone()).collect() };
    let changes = fates(&ids(before), &ids(now)).into_iter().filter_map(|fate| {
        let Fate::Kept { before: old, now: new } = fate else {
            return Some(ClaimChange { fate, gone: Vec::new(), fresh: Vec::new(), text: false, kind: false, grade: false });
        };
        let text = |briefing: &Briefing, at: usize| words(briefing.claims[at].text.as_ref().map_or("", |text| &text.value));
        let (then, today) = (passages(before, old), passages(now, new));
        let change = ClaimChange {
            fate,
            gone: missing(&then, &today),
            fresh: missing(&today, &then),
            text: text(before, old) != text(now, new),
            kind: before.claims[old].kind != now.claims[new].kind,
            grade: grade(before, old) != grade(now, new),
        };
        (change.is_resourced() || change.is_reworded()).then_some(change)
    });
    changes.collect()
}

/// The passages of a claim: the id of the source, and the words. A source that needs no name, being the only one, has
/// its name.
fn passages(briefing: &Briefing, claim: usize) -> Vec<(String, String)> {
    let passages = briefing.claims[claim].passages.iter().map(|passage| {
        let written = || passage.source.as_ref().map_or_else(String::new, |source| source.value.clone());
        let source = source_of(briefing, passage).map_or_else(written, |at| briefing.sources[at].head.id.value.clone());
        (source, words(&passage.exact.value))
    });
    passages.collect()
}

/// The places of those passages of one edition that the other does not quote.
fn missing(of: &[(String, String)], other: &[(String, String)]) -> Vec<usize> {
    of.iter().enumerate().filter(|(_, passage)| !other.contains(passage)).map(|(place, _)| place).collect()
}
