use super::model::{Briefing, Passage};
use super::scale::{Credibility, Reliability};
use std::collections::BTreeSet;

/// Of the source, and of what it says. `None` where a half is not stated or could not be read.
pub type Grade = (Option<Reliability>, Option<Credibility>);

/// The best reliability among the sources of a claim, and its credibility.
#[must_use]
pub fn grade(briefing: &Briefing, claim: usize) -> Grade {
    let reliability = |source: usize| briefing.sources[source].reliability.as_ref()?.value;
    (sources_of(briefing, claim).into_iter().filter_map(reliability).min(), briefing.claims[claim].credibility())
}

/// Both halves have been judged: F and 6 mean that there was no basis for it.
#[must_use]
pub fn is_judged((reliability, credibility): Grade) -> bool {
    reliability.is_some_and(|grade| grade != Reliability::F) && credibility.is_some_and(|grade| grade != Credibility::Unjudged)
}

/// What both halves say: that a claim is improbable takes all from its source, then how good the worse half is, then both
/// together. `None` where a half was not judged.
fn standing(grade: Grade) -> Option<(bool, usize, usize)> {
    let ((reliability, credibility), true) = (grade, is_judged(grade)) else { return None };
    let (source, content) = (reliability? as usize, credibility? as usize);
    Some((is_improbable(grade), source.max(content), source + content))
}

/// Its content is improbable, however good its source.
#[must_use]
pub fn is_improbable((_, credibility): Grade) -> bool {
    credibility == Some(Credibility::Improbable)
}

/// The best first, and behind all others those that are not judged in both halves.
#[must_use]
pub fn by_rank(grade: Grade) -> impl Ord {
    let standing = standing(grade);
    (standing.is_none(), standing, grade)
}

/// Better by what both halves say; of grades that were not judged in both, by each half.
#[must_use]
pub fn is_better(grade: Grade, other: Grade) -> bool {
    match (standing(grade), standing(other)) {
        (Some(grade), Some(other)) => grade < other,
        _ => at_least(grade, other) && !at_least(other, grade),
    }
}

/// As good in both halves. F and 6 tell nothing: whatever else there is takes their place, and they take that of no grade.
#[must_use]
pub fn at_least(grade: Grade, other: Grade) -> bool {
    fn half<G: Ord>(grade: Option<G>, other: Option<G>) -> bool {
        other.is_none_or(|other| grade.is_some_and(|grade| grade <= other))
    }
    let known = |(reliability, credibility): Grade| {
        (reliability.filter(|half| *half != Reliability::F), credibility.filter(|half| *half != Credibility::Unjudged))
    };
    let (grade, other) = (known(grade), known(other));
    half(grade.0, other.0) && half(grade.1, other.1)
}

/// A fairly reliable source, and information that is possibly true.
#[must_use]
pub fn is_credible((reliability, credibility): Grade) -> bool {
    reliability.is_some_and(|grade| grade <= Reliability::C) && credibility.is_some_and(|grade| grade <= Credibility::Possible)
}

/// A usually reliable source, and information that is probably true.
#[must_use]
pub fn is_proven((reliability, credibility): Grade) -> bool {
    reliability.is_some_and(|grade| grade <= Reliability::B) && credibility.is_some_and(|grade| grade <= Credibility::Probable)
}

#[must_use]
pub fn sources_of(briefing: &Briefing, claim: usize) -> BTreeSet<usize> {
    briefing.claims[claim].passages.iter().filter_map(|passage| source_of(briefing, passage)).collect()
}

/// The source that a passage is quoted from: the one it names, or the only one.
#[must_use]
pub fn source_of(briefing: &Briefing, passage: &Passage) -> Option<usize> {
    match &passage.source {
        Some(id) => briefing.sources.iter().position(|source| source.head.id.value == id.value),
        None => (briefing.sources.len() == 1).then_some(0),
    }
}
