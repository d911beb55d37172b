//! What a level of confidence needs of a judgement's basis: a table.

use crate::briefing::basis::{Basis, FAR};
use crate::briefing::grade::{is_credible, is_proven};
use crate::briefing::scale::{ClaimKind, Confidence};
use crate::briefing::{Item, ItemKind};
use Confidence::{High, Moderate};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// Higher levels need it too.
    pub level: Confidence,
    pub needs: &'static str,
    /// The rule that holds judgements to it.
    pub rule: Option<&'static str>,
    weigh: fn(&Basis) -> Weighed,
}

/// The items are those that meet the condition, or that an analyst has to weigh.
type Weighed = (Verdict, Vec<Item>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Met,
    NotMet,
    /// No count can tell: the analyst has to.
    ToJudge,
}

impl Verdict {
    pub fn sign(self) -> &'static str {
        ["■", "□", "▫"][self as usize]
    }

    pub fn word(self) -> &'static str {
        ["met", "not met", "to judge"][self as usize]
    }
}

/// The lower level's first. Low confidence needs nothing.
pub static CONDITIONS: [Condition; 12] = [
    ruled(Moderate, "judgement/no-claims", "a claim that it rests on", |basis| met_by(ItemKind::Claim, &basis.claims)),
    ruled(Moderate, "judgement/no-basis", "the reason in words", |basis| (met(basis.explained), Vec::new())),
    ruled(Moderate, "judgement/no-fact", "a fact among its claims", |basis| {
        let facts = basis.kinds.iter().filter(|(kind, _)| *kind == Some(ClaimKind::Fact));
        met_by(ItemKind::Claim, &facts.flat_map(|(_, claims)| claims.clone()).collect::<Vec<_>>())
    }),
    ruled(Moderate, "judgement/confidence-over-grade", "a claim graded A to C for its source and 1 to 3 for its content", |basis| {
        let judged = basis.grades.iter().filter(|(grade, _)| is_credible(*grade));
        met_by(ItemKind::Claim, &judged.flat_map(|(_, claims)| claims.clone()).collect::<Vec<_>>())
    }),
    ruleless(Moderate, "an unhedged passage", |basis| met_by(ItemKind::Claim, &basis.flat)),
    ruled(High, "judgement/high-on-one", "claims of two independent origins", |basis| {
        // What no source states nobody can count: one may draw on another.
        let stated = basis.origins.iter().filter(|origin| origin.stated).count();
        let verdict = if stated < 2 && basis.origins.len() > 1 { Verdict::ToJudge } else { met(stated > 1) };
        (verdict, items(ItemKind::Source, &basis.sources))
    }),
    ruled(High, "judgement/high-over-grade", "a claim graded A or B for its source and 1 or 2 for its content", |basis| {
        let proven = basis.grades.iter().filter(|(grade, _)| is_proven(*grade));
        met_by(ItemKind::Claim, &proven.flat_map(|(_, claims)| claims.clone()).collect::<Vec<_>>())
    }),
    ruled(High, "judgement/no-alternative", "another reading, written down", |basis| met_by(ItemKind::Alternative, &basis.readings)),
    ruled(High, "judgement/high-and-far", "a horizon of at most 24 months", |basis| {
        (basis.months_ahead.map_or(Verdict::ToJudge, |months| met(months <= FAR)), Vec::new())
    }),
    ruleless(High, "reports that agree", |basis| to_weigh(ItemKind::Claim, &basis.against)),
    ruleless(High, "few assumptions", |basis| to_weigh(ItemKind::Assumption, &basis.assumptions)),
    ruleless(High, "few gaps", |basis| to_weigh(ItemKind::Gap, &basis.gaps)),
];

const fn ruled(level: Confidence, rule: &'static str, needs: &'static str, weigh: fn(&Basis) -> Weighed) -> Condition {
    Condition { level, needs, rule: Some(rule), weigh }
}

const fn ruleless(level: Confidence, needs: &'static str, weigh: fn(&Basis) -> Weighed) -> Condition {
    Condition { level, needs, rule: None, weigh }
}

impl Condition {
    pub fn weigh(&self, basis: &Basis) -> Weighed {
        (self.weigh)(basis)
    }

    /// A judgement of this confidence needs it, and its basis does not meet it.
    pub fn is_unmet(&self, stated: Confidence, basis: &Basis) -> bool {
        self.level <= stated && self.weigh(basis).0 == Verdict::NotMet
    }
}

/// The conditions of a stated level and of those below it that its basis does not meet.
pub fn unmet(stated: Confidence, basis: &Basis) -> impl Iterator<Item = &'static Condition> {
    CONDITIONS.iter().filter(move |condition| condition.is_unmet(stated, basis))
}

fn met(is: bool) -> Verdict {
    if is { Verdict::Met } else { Verdict::NotMet }
}

fn met_by(kind: ItemKind, indices: &[usize]) -> Weighed {
    (met(!indices.is_empty()), items(kind, indices))
}

/// No count tells how much these items weigh, or whether all of them were written down.
fn to_weigh(kind: ItemKind, indices: &[usize]) -> Weighed {
    (Verdict::ToJudge, items(kind, indices))
}

fn items(kind: ItemKind, indices: &[usize]) -> Vec<Item> {
    let indices: BTreeSet<usize> = indices.iter().copied().collect();
    indices.into_iter().map(|index| Item { kind, index }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::find;

    #[test]
    fn a_condition_that_names_a_rule_names_one_of_the_table() {
        for condition in &CONDITIONS {
            assert!(condition.rule.is_none_or(|rule| find(rule).is_some()), "{}", condition.needs);
            assert!(condition.level > Confidence::Low, "low needs nothing");
        }
        assert!(CONDITIONS.iter().any(|condition| condition.needs.contains(&FAR.to_string())), "the number of months is the rule's");
    }

    #[test]
    fn a_judgement_that_rests_on_nothing_meets_no_condition() {
        let basis = Basis::default();
        assert!(CONDITIONS.iter().all(|condition| condition.weigh(&basis).0 != Verdict::Met));
        assert_eq!(unmet(Confidence::Low, &basis).count(), 0);
        assert!(unmet(High, &basis).count() > unmet(Moderate, &basis).count());
    }
}
