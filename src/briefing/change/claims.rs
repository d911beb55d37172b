use super::{Fate, fates};
use crate::briefing::grade::{grade, source_of};
use crate::briefing::model::Briefing;
use crate::text::single_spaced;

/// What differs in a claim. Where only one edition has it, no other difference is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimChange {
    pub fate: Fate,
    /// The 0-based places, in the claim before, of passages that it quotes no longer.
    pub gone: Vec<usize>,
    /// The 0-based places, in the claim now, of passages that it did not quote.
    pub fresh: Vec<usize>,
    pub text: bool,
    pub kind: bool,
    pub grade: bool,
}

impl ClaimChange {
    /// It quotes other words, or another source.
    #[must_use]
    pub fn is_resourced(&self) -> bool {
        !self.gone.is_empty() || !self.fresh.is_empty()
    }

    #[must_use]
    pub fn is_reworded(&self) -> bool {
        self.text || self.kind || self.grade
    }
}

pub(super) fn compare(before: &Briefing, now: &Briefing) -> Vec<ClaimChange> {
    let ids = |briefing: &Briefing| -> Vec<String> { briefing.claims.iter().map(|claim| claim.head.id.value.clone()).collect() };
    let changes = fates(&ids(before), &ids(now)).into_iter().filter_map(|fate| {
        let Fate::Kept { before: old, now: new } = fate else {
            return Some(ClaimChange { fate, gone: Vec::new(), fresh: Vec::new(), text: false, kind: false, grade: false });
        };
        let text = |briefing: &Briefing, at: usize| single_spaced(briefing.claims[at].text.as_ref().map_or("", |text| &text.value));
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

/// The source and the words of each passage. The only source of a briefing is named here even where the file leaves it out:
/// a second source, which makes the name needed, moves no passage.
pub(super) fn passages(briefing: &Briefing, claim: usize) -> Vec<(String, String)> {
    let passages = briefing.claims[claim].passages.iter().map(|passage| {
        let written = || passage.source.as_ref().map_or_else(String::new, |source| source.value.clone());
        let source = source_of(briefing, passage).map_or_else(written, |at| briefing.sources[at].head.id.value.clone());
        (source, single_spaced(&passage.exact.value))
    });
    passages.collect()
}

fn missing(of: &[(String, String)], other: &[(String, String)]) -> Vec<usize> {
    of.iter().enumerate().filter(|(_, passage)| !other.contains(passage)).map(|(place, _)| place).collect()
}
