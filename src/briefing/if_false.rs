//! What falls if a claim is false, an assumption wrong or a source not to be believed: the sensitivity of every judgement
//! to it, by what carries the judgement in its own direction.

use super::Resolved;
use super::grade::{Grade, at_least, by_rank, is_better, is_improbable};
use super::graph::LinkKind;
use super::model::{Item, ItemKind};
use super::references::references;
use super::scale::{ClaimKind, Way};
use super::sentences::sentences;
use std::collections::BTreeSet;
use std::ops::Range;

/// What is taken away: claims, and a source from those that others say too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gone {
    pub claims: BTreeSet<usize>,
    pub source: Option<usize>,
}

/// What claims offer who rests on them. Numbers are 0-based places among the items of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footing {
    pub claims: Vec<usize>,
    pub facts: usize,
    /// Of each claim.
    pub grades: Vec<Grade>,
    pub sources: usize,
    pub origins: usize,
}

/// What a judgement loses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    pub judgement: usize,
    /// Which way it is judged.
    pub way: Way,
    /// What carries it, before and after.
    pub before: Footing,
    pub after: Footing,
    /// How many claims stand on its other side, before and after.
    pub contrary: (usize, usize),
}

/// What was the only one, or the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All that carries it.
    Everything,
    Facts,
    Grade,
    Origin,
}

impl Loss {
    /// What it loses that nothing else makes good.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let (before, after) = (&self.before, &self.after);
        if !before.claims.is_empty() && after.claims.is_empty() {
            return vec![Part::Everything];
        }
        let lost = [
            (Part::Facts, before.facts > 0 && after.facts == 0),
            (Part::Grade, self.lost_grade().is_some()),
            (Part::Origin, after.origins < before.origins),
        ];
        lost.into_iter().filter(|(_, lost)| *lost).map(|(part, _)| part).collect()
    }

    /// The best grade that nothing that is left makes good. With what is improbable no grade is lost.
    #[must_use]
    pub fn lost_grade(&self) -> Option<Grade> {
        let is_made_good = |grade: &Grade| self.after.grades.iter().any(|left| at_least(*left, *grade) || is_better(*left, *grade));
        self.before.best().into_iter().find(|grade| !is_improbable(*grade) && !is_made_good(grade))
    }

    #[must_use]
    pub fn falls(&self) -> bool {
        self.parts() == [Part::Everything]
    }

    /// Something that carries it is gone, if only one of many.
    #[must_use]
    pub fn is_touched(&self) -> bool {
        self.before != self.after
    }
}

impl Footing {
    /// The grades that no other is better than, those that are judged in both halves first. Two may
    /// be alike or not compare: B3 and C2, F3 and B6.
    #[must_use]
    pub fn best(&self) -> Vec<Grade> {
        let is_beaten = |grade: &Grade| self.grades.iter().any(|other| is_better(*other, *grade));
        let mut best: Vec<Grade> = self.grades.iter().copied().filter(|grade| !is_beaten(grade)).collect();
        best.sort_by_key(|grade| by_rank(*grade));
        best.dedup();
        best
    }
}

impl Resolved {
    /// Sensitivity is asked of these kinds.
    #[must_use]
    pub fn can_be_false(item: Item) -> bool {
        matches!(item.kind, ItemKind::Claim | ItemKind::Assumption | ItemKind::Source)
    }

    /// What goes with an item: a claim alone, a source with all that only it says.
    #[must_use]
    pub fn gone_with(&self, item: Item) -> Gone {
        match item.kind {
            ItemKind::Claim => Gone { claims: BTreeSet::from([item.index]), source: None },
            ItemKind::Source => {
                let only = |claim: &usize| self.sources_of(*claim).into_iter().eq([item.index]);
                Gone { claims: (0..self.briefing.claims.len()).filter(only).collect(), source: Some(item.index) }
            }
            _ => Gone::default(),
        }
    }

    #[must_use]
    pub fn footing(&self, claims: &[usize], gone: &Gone) -> Footing {
        let claims: Vec<usize> = claims.iter().copied().filter(|claim| !gone.claims.contains(claim)).collect();
        let of = |claim: &usize| self.sources_of(*claim).into_iter().filter(|source| Some(*source) != gone.source).collect::<Vec<_>>();
        let sources: BTreeSet<usize> = claims.iter().flat_map(of).collect();
        let reliability = |source: usize| self.briefing.sources[source].reliability.as_ref()?.value;
        let grade = |claim: &usize| (of(claim).into_iter().filter_map(reliability).min(), self.briefing.claims[*claim].credibility());
        Footing {
            facts: claims.iter().filter(|claim| self.briefing.claims[**claim].kind == Some(ClaimKind::Fact)).count(),
            grades: claims.iter().map(grade).collect(),
            origins: sources.iter().map(|source| self.origin(*source)).collect::<BTreeSet<_>>().len(),
            sources: sources.len(),
            claims,
        }
    }

    /// What a judgement loses with what is gone.
    #[must_use]
    pub fn loss(&self, judgement: usize, gone: &Gone) -> Loss {
        let basis = self.basis(judgement);
        // Of an even chance some claims stand on both sides, and carry it.
        let contrary: Vec<usize> = basis.against.iter().copied().filter(|claim| !basis.claims.contains(claim)).collect();
        let left = contrary.iter().filter(|claim| !gone.claims.contains(claim)).count();
        Loss {
            judgement,
            way: basis.way,
            before: self.footing(&basis.claims, &Gone::default()),
            after: self.footing(&basis.claims, gone),
            contrary: (contrary.len(), left),
        }
    }

    /// What else rests on what is gone, and how many claims it had and has: readings by what speaks for them, events, ties,
    /// and judgements by what shows their outcome.
    #[must_use]
    pub fn also_rest(&self, gone: &Gone) -> Vec<(Item, usize, usize)> {
        self.linked(gone, &[LinkKind::AlternativeFor, LinkKind::ReportedBy, LinkKind::TieReportedBy, LinkKind::ShownBy])
    }

    /// The readings that what is gone speaks against, and how many claims did and do.
    #[must_use]
    pub fn less_contrary(&self, gone: &Gone) -> Vec<(Item, usize, usize)> {
        self.linked(gone, &[LinkKind::AlternativeAgainst])
    }

    fn linked(&self, gone: &Gone, kinds: &[LinkKind]) -> Vec<(Item, usize, usize)> {
        let claim = |index: &usize| Item { kind: ItemKind::Claim, index: *index };
        let mut found = Vec::new();
        for kind in kinds.iter().copied() {
            let items: BTreeSet<Item> = gone.claims.iter().flat_map(|index| self.graph.origins(claim(index), kind)).collect();
            found.extend(items.into_iter().map(|item| {
                let all: BTreeSet<usize> = self.graph.targets(item, kind).map(|claim| claim.index).collect();
                (item, all.len(), all.difference(&gone.claims).count())
            }));
        }
        found
    }

    /// The implications, each with the items that it names.
    #[must_use]
    pub fn implications(&self) -> Vec<Vec<Item>> {
        let named = |text: &str| references(text).filter_map(|(_, id)| self.graph.find(id)).collect();
        self.briefing.implications.iter().map(|text| named(&text.value)).collect()
    }

    /// The sentences of the bottom line, each with the items that it names.
    #[must_use]
    pub fn bottom_line_sentences(&self) -> Vec<(Range<usize>, Vec<Item>)> {
        let text = self.briefing.bottom_line.as_ref().map_or("", |text| text.value.as_str());
        let sentences = sentences(text, &(0..text.len())).into_iter();
        sentences.map(|range| (range.clone(), references(&text[range]).filter_map(|(_, id)| self.graph.find(id)).collect())).collect()
    }
}
