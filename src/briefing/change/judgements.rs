use super::{Fate, fates};
use crate::briefing::Word;
use crate::briefing::model::{Briefing, Judgement};
use crate::briefing::scale::{Change, Confidence, Likelihood, Vocabulary};
use crate::text::single_spaced;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgementChange {
    pub fate: Fate,
    pub outcome: Outcome,
    pub differs: Vec<Aspect>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    Likelihood,
    Confidence,
    Text,
    Horizon,
    /// What became of it.
    Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It has another likelihood or confidence. `None`: both are drafts of one edition, and its account is of another change.
    Changed(Option<Account>),
    /// It has the same rating, and is told what became of it, or otherwise.
    Told,
    /// It has the same rating, and another text or horizon.
    Restated,
    Consistent,
    New,
    Dropped,
}

/// How an edition accounts for another rating of a judgement (ICD 203, standard 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    Told,
    /// It has no `was`.
    Silent,
    /// It has a `was`, and the briefing's `change` says that nothing changed.
    Denied,
    /// Its `was` says something else than the edition before.
    Mistold,
}

impl JudgementChange {
    #[must_use]
    pub fn has(&self, aspect: Aspect) -> bool {
        self.differs.contains(&aspect)
    }
}

/// How `edition` accounts for rating `now` otherwise than `before`; `None` if it rates it the same.
#[must_use]
pub fn account(before: &Judgement, now: &Judgement, edition: &Briefing) -> Option<Account> {
    let of = |judgement: &Judgement| rating(judgement.likelihood.as_ref(), judgement.confidence.as_ref());
    let then = of(before);
    if then == of(now) {
        return None;
    }
    let Some(was) = &now.was else { return Some(Account::Silent) };
    if let Some(Change::Initial | Change::Consistent) = edition.change.as_ref().and_then(|word| word.value) {
        return Some(Account::Denied);
    }
    let told = rating(was.likelihood.as_ref(), was.confidence.as_ref());
    let whole = was.likelihood.is_some() && was.confidence.is_some();
    Some(if whole && told != then { Account::Mistold } else { Account::Told })
}

/// What another edition has of a judgement: under its id, or in its words.
#[must_use]
pub fn same_in<'a>(edition: &'a Briefing, judgement: &Judgement) -> Option<&'a Judgement> {
    let text = |judgement: &Judgement| single_spaced(judgement.text.as_ref().map_or("", |text| &text.value));
    let by_id = edition.judgements.iter().find(|other| other.head.id.value == judgement.head.id.value);
    by_id.or_else(|| {
        let own = text(judgement);
        edition.judgements.iter().find(|other| !own.is_empty() && text(other) == own)
    })
}

/// Likelihood and confidence as the scale words them, so that synonyms are equal. What is not on the scale stays as written.
#[must_use]
pub fn rating(likelihood: Option<&Word<Likelihood>>, confidence: Option<&Word<Confidence>>) -> Vec<String> {
    let likelihood = likelihood.map(|word| word.value.map_or(word.text.as_str(), |term| term.word()));
    let confidence = confidence.map(|word| word.value.map_or(word.text.as_str(), |level| level.word()));
    likelihood.into_iter().chain(confidence).map(str::to_owned).collect()
}

/// What is told of its outcome: the word and the day, as they are written.
pub(super) fn came(judgement: &Judgement) -> Option<(Option<&str>, Option<&str>)> {
    let outcome = judgement.outcome.as_ref()?;
    Some((outcome.came.as_ref().map(|word| word.text.as_str()), outcome.on.as_ref().map(|word| word.text.as_str())))
}

pub(super) fn compare(before: &Briefing, now: &Briefing) -> Vec<JudgementChange> {
    let ids =
        |briefing: &Briefing| -> Vec<String> { briefing.judgements.iter().map(|judgement| judgement.head.id.value.clone()).collect() };
    let date = |briefing: &Briefing| briefing.date.as_ref().map(|date| date.text.clone());
    let is_one = date(before).is_some() && date(before) == date(now);
    let changes = fates(&ids(before), &ids(now)).into_iter().map(|fate| match fate {
        Fate::Kept { before: old, now: new } => kept(fate, &before.judgements[old], &now.judgements[new], now, is_one),
        Fate::Added(_) => alone(fate, Outcome::New),
        Fate::Dropped(_) => alone(fate, Outcome::Dropped),
    });
    changes.collect()
}

fn alone(fate: Fate, outcome: Outcome) -> JudgementChange {
    JudgementChange { fate, outcome, differs: Vec::new() }
}

fn kept(fate: Fate, before: &Judgement, now: &Judgement, edition: &Briefing, is_one: bool) -> JudgementChange {
    let text = |judgement: &Judgement| single_spaced(judgement.text.as_ref().map_or("", |text| &text.value));
    let horizon = |judgement: &Judgement| judgement.by.as_ref().map(|by| by.text.clone());
    let (text, horizon) = (text(before) != text(now), horizon(before) != horizon(now));
    let told = came(before) != came(now);
    let outcome = match account(before, now, edition) {
        // `was` and `change` speak of the edition before: of a draft of the same one they tell nothing false.
        Some(Account::Denied | Account::Mistold) if is_one => Outcome::Changed(None),
        Some(account) => Outcome::Changed(Some(account)),
        None if told => Outcome::Told,
        None if text || horizon => Outcome::Restated,
        None => Outcome::Consistent,
    };
    // A synonym is the same term. The same word of another yardstick is another term, since it stands for another range.
    let likelihood = match (&before.likelihood, &now.likelihood) {
        (Some(before), Some(now)) if before.value.is_some() && now.value.is_some() => before.value != now.value,
        (before, now) => before.as_ref().map(|word| &word.text) != now.as_ref().map(|word| &word.text),
    };
    let level = |judgement: &Judgement| rating(None, judgement.confidence.as_ref());
    let differs = [
        (Aspect::Likelihood, likelihood),
        (Aspect::Confidence, level(before) != level(now)),
        (Aspect::Text, text),
        (Aspect::Horizon, horizon),
        (Aspect::Outcome, told),
    ];
    let differs = differs.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect();
    JudgementChange { fate, outcome, differs }
}
