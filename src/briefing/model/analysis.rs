//! What is ours: judgements, assumptions, alternatives, dissent.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::scale::{Confidence, Likelihood};
use crate::yaml::spanned::Word;

/// What we conclude.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The slug of its section.
    pub section: Option<Reference>,
    /// The judgement, with no likelihood word in it.
    pub text: Option<Text>,
    /// Its horizon.
    pub by: Option<Word<Date>>,
    /// How likely it is.
    pub likelihood: Option<Word<Likelihood>>,
    /// How sound its basis is.
    pub confidence: Option<Word<Confidence>>,
    /// The basis.
    pub because: Option<Text>,
    /// The claims that it rests on.
    pub claims: Vec<Reference>,
    /// The claims that speak against it.
    pub against: Vec<Reference>,
    /// The assumptions that hold it up.
    pub assumptions: Vec<Reference>,
    /// What the last edition said.
    pub was: Option<Was>,
}

/// What the last edition said of a judgement.
#[derive(Debug, Clone)]
pub struct Was {
    /// Its likelihood then.
    pub likelihood: Option<Word<Likelihood>>,
    /// Its confidence then.
    pub confidence: Option<Word<Confidence>>,
    /// Why that changed.
    pub why: Option<Text>,
}

/// What we take for granted.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The assumption.
    pub text: Option<Text>,
    /// What follows if it is wrong.
    pub if_wrong: Option<Text>,
}

/// A rival reading of a judgement.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The judgement that it reads otherwise.
    pub to: Option<Reference>,
    /// The reading.
    pub text: Option<Text>,
    /// How likely it is.
    pub likelihood: Option<Word<Likelihood>>,
    /// The claims that speak for it.
    pub supports: Vec<Reference>,
    /// The claims that speak against it.
    pub against: Vec<Reference>,
}

/// A named other view on one judgement.
#[derive(Debug, Clone)]
pub struct Dissent {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The judgement.
    pub to: Option<Reference>,
    /// Who holds it.
    pub who: Option<Text>,
    /// The view.
    pub text: Option<Text>,
    /// The likelihood that this view gives.
    pub likelihood: Option<Word<Likelihood>>,
}
