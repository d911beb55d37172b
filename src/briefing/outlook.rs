//! Scenarios as one exclusive set: one of them comes, so their ranges must be able to make a whole, and each can be no more
//! than the others leave.

use super::Word;
use super::model::{Briefing, Judgement, Reference, Scenario};
use super::scale::Likelihood;

pub const WHOLE: u32 = 100;

/// The lower and the upper end of a range, in percent, both included.
pub type Range = (u32, u32);

/// Scenarios held together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The sums of the lower and of the upper ends.
    pub sum: Range,
    /// Every scenario has a likelihood. Otherwise one without may fill what is missing.
    pub complete: bool,
    /// Of each scenario, in the file's order; all of 0 to the whole where it has none.
    pub stated: Vec<Range>,
    /// What each can be while the others keep to their ranges, whatever its own is; `None` where these leave it nothing.
    pub left: Vec<Option<Range>>,
}

impl Together {
    fn of(stated: Vec<Range>, complete: bool) -> Self {
        let sum = |end: fn(&Range) -> u32| stated.iter().map(end).sum::<u32>();
        let (low, high) = (sum(|range| range.0), sum(|range| range.1));
        let left = stated.iter().map(|own| {
            let at_most = WHOLE.checked_sub(low - own.0)?;
            Some((WHOLE.saturating_sub(high - own.1), at_most))
        });
        let left = left.collect();
        Self { sum: (low, high), complete, stated, left }
    }

    /// One of the scenarios can come, and only one.
    #[must_use]
    pub fn is_coherent(&self) -> bool {
        self.sum.0 <= WHOLE && self.sum.1 >= WHOLE
    }

    /// What each can still be if they are to make a whole: its own range, as far as the others leave it. They are coherent.
    pub fn each(&self) -> impl Iterator<Item = Range> + '_ {
        self.stated.iter().zip(&self.left).map(|(own, left)| left.map_or(*own, |(low, high)| (own.0.max(low), own.1.min(high))))
    }
}

/// Whether an event comes in a scenario; `None` where that is open.
pub type Comes = Option<bool>;

impl Together {
    /// What an event can be that comes in some of the scenarios and not in others, if they are to make a whole.
    #[must_use]
    pub fn event(&self, comes: &[Comes]) -> Range {
        let sum = |of: &[Comes], end: fn(&Range) -> u32| {
            self.stated.iter().zip(comes).filter(|(_, comes)| of.contains(comes)).map(|(range, _)| end(range)).sum::<u32>()
        };
        let (low, high) = (|range: &Range| range.0, |range: &Range| range.1);
        let least = sum(&[Some(true)], low).max(WHOLE.saturating_sub(sum(&[Some(false), None], high)));
        let most = sum(&[Some(true), None], high).min(WHOLE.saturating_sub(sum(&[Some(false)], low)));
        (least, most)
    }
}

/// What two ranges share.
#[must_use]
pub fn shared(one: Range, other: Range) -> Option<Range> {
    let (low, high) = (one.0.max(other.0), one.1.min(other.1));
    (low <= high).then_some((low, high))
}

/// A judgement that scenarios say something of, held together with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Its place among the judgements.
    pub judgement: usize,
    pub stated: Range,
    /// What the scenarios leave it.
    pub left: Range,
}

/// `20–30`, or `20` alone.
#[must_use]
pub fn words((low, high): Range) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

impl Briefing {
    /// `None` for fewer than two scenarios, without any likelihood, and with one that is no word of the yardstick.
    #[must_use]
    pub fn scenarios_together(&self) -> Option<Together> {
        let rated: Vec<_> = self.scenarios.iter().map(|scenario| scenario.likelihood.as_ref()).collect();
        let complete = rated.iter().all(Option::is_some);
        let is_one = self.scenarios.len() > 1 && rated.iter().any(Option::is_some);
        let range = |word: Option<&Word<Likelihood>>| match word {
            None => Some((0, WHOLE)),
            Some(word) => word.value.map(|term| (u32::from(term.low()), u32::from(term.high()))),
        };
        let stated = rated.into_iter().map(range).collect::<Option<Vec<_>>>()?;
        is_one.then(|| Together::of(stated, complete))
    }

    /// The judgements that have a likelihood and stand in a scenario, if the scenarios are coherent.
    #[must_use]
    pub fn held_together(&self) -> Vec<Held> {
        let Some(together) = self.scenarios_together().filter(Together::is_coherent) else { return Vec::new() };
        let held = |(index, judgement): (usize, &Judgement)| {
            let term = judgement.likelihood.as_ref()?.value?;
            let names = |ids: &[Reference]| ids.iter().any(|id| id.value == judgement.head.id.value);
            let comes = |scenario: &Scenario| if names(&scenario.with) { Some(true) } else { names(&scenario.without).then_some(false) };
            let comes: Vec<Comes> = self.scenarios.iter().map(comes).collect();
            let stated = (u32::from(term.low()), u32::from(term.high()));
            comes.iter().any(Option::is_some).then(|| Held { judgement: index, stated, left: together.event(&comes) })
        };
        self.judgements.iter().enumerate().filter_map(held).collect()
    }

    /// "S1 45–55, S2 20–30, S3 0–25 %": each scenario with a range.
    #[must_use]
    pub fn scenarios_with(&self, ranges: impl IntoIterator<Item = Range>) -> String {
        let each = self.scenarios.iter().zip(ranges).map(|(scenario, range)| format!("{} {}", scenario.head.id.value, words(range)));
        let each: Vec<String> = each.collect();
        format!("{} %", each.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every way to share out the whole within the ranges, by trying all.
    fn ways(ranges: &[Range]) -> Vec<Vec<u32>> {
        let mut ways = vec![Vec::new()];
        for (low, high) in ranges {
            ways = ways.into_iter().flat_map(|way: Vec<u32>| (*low..=*high).map(move |next| [way.clone(), vec![next]].concat())).collect();
            ways.retain(|way| way.iter().sum::<u32>() <= WHOLE);
        }
        ways.retain(|way| way.iter().sum::<u32>() == WHOLE);
        ways
    }

    fn range() -> impl Strategy<Value = Range> {
        (0..=WHOLE, 0_u32..20).prop_map(|(low, width)| (low, (low + width).min(WHOLE)))
    }

    proptest! {
        #[test]
        fn n16_what_each_scenario_can_be_is_what_trying_all_shares_gives(ranges in prop::collection::vec(range(), 2..5)) {
            let together = Together::of(ranges.clone(), true);
            let ways = ways(&ranges);
            prop_assert_eq!(together.is_coherent(), !ways.is_empty());
            for (at, (each, left)) in together.each().zip(&together.left).enumerate() {
                let tried = ways.iter().map(|way| way[at]);
                if let Some(tried) = tried.clone().min().zip(tried.max()) {
                    prop_assert_eq!(each, tried);
                }
                // What the others leave, however wide its own range were.
                let mut open = ranges.clone();
                open[at] = (0, WHOLE);
                let tried: Vec<u32> = self::ways(&open).iter().map(|way| way[at]).collect();
                prop_assert_eq!(left.filter(|(low, high)| low <= high), tried.iter().min().copied().zip(tried.iter().max().copied()));
            }
        }
    }

    proptest! {
        #[test]
        fn n16_what_an_event_can_be_in_its_scenarios_is_what_trying_all_shares_gives(
            scenarios in prop::collection::vec((range(), prop::option::of(any::<bool>())), 2..5)
        ) {
            let (ranges, comes): (Vec<Range>, Vec<Comes>) = scenarios.into_iter().unzip();
            let ways = ways(&ranges);
            let sum = |way: &[u32], open: bool| {
                way.iter().zip(&comes).filter(|(_, comes)| comes.unwrap_or(open)).map(|(share, _)| *share).sum::<u32>()
            };
            let tried = ways.iter().map(|way| sum(way, false)).min().zip(ways.iter().map(|way| sum(way, true)).max());
            if let Some(tried) = tried {
                prop_assert_eq!(Together::of(ranges, true).event(&comes), tried);
            }
        }
    }

    #[test]
    fn one_even_chance_leaves_two_unlikely_ones_half_of_their_range() {
        let together = Together::of(vec![(45, 55), (20, 45), (20, 45), (5, 20)], true);
        assert_eq!(together.each().collect::<Vec<_>>(), [(45, 55), (20, 30), (20, 30), (5, 15)]);
    }
}
