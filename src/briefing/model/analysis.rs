//! What is ours: judgements, assumptions, alternatives, dissent.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::scale::{Came, Confidence, Likelihood, Way};
use crate::yaml::spanned::{Span, Word};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Judgement {
    pub head: Head,
    /// A slug.
    pub section: Option<Reference>,
    /// Without a likelihood word: that has a field, so that no sentence mixes likelihood and confidence (ICD 203, rule b).
    pub text: Option<Text>,
    /// The horizon: until when the judgement must have come true.
    pub by: Option<Word<Date>>,
    pub likelihood: Option<Word<Likelihood>>,
    /// How sound the basis is, whatever the likelihood.
    pub confidence: Option<Word<Confidence>>,
    pub because: Option<Text>,
    /// Those that speak for the event, however likely it is judged.
    pub claims: Vec<Reference>,
    /// Those that speak against the event.
    pub against: Vec<Reference>,
    pub assumptions: Vec<Reference>,
    /// For whoever presents it: on no page and no slide.
    pub speaker: Option<Text>,
    pub was: Option<Was>,
    /// `None` while it is open.
    pub outcome: Option<Outcome>,
}

/// What became of a judgement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Outcome {
    /// Where the file begins to say it.
    pub span: Span,
    pub came: Option<Word<Came>>,
    /// When it came, or when it was clear that it would not.
    pub on: Option<Word<Date>>,
    pub claims: Vec<Reference>,
    pub note: Option<Text>,
}

impl Judgement {
    /// Without a likelihood it points neither way.
    #[must_use]
    pub fn way(&self) -> Way {
        self.likelihood.as_ref().and_then(|word| word.value).map_or_else(Way::default, Likelihood::way)
    }

    /// What became of it. A word that is none for an outcome leaves it open.
    #[must_use]
    pub fn came(&self) -> Option<Came> {
        self.outcome.as_ref()?.came.as_ref()?.value
    }

    /// Of the claims that it names, those on its judged side.
    pub fn carrying(&self) -> impl Iterator<Item = &Reference> {
        let (above, below) = (self.way() != Way::Below, self.way() != Way::Above);
        self.claims.iter().filter(move |_| above).chain(self.against.iter().filter(move |_| below))
    }
}

/// How the edition before rated a judgement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Was {
    pub likelihood: Option<Word<Likelihood>>,
    pub confidence: Option<Word<Confidence>>,
    /// Why the rating changed.
    pub why: Option<Text>,
}

/// What we take for granted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Assumption {
    pub head: Head,
    pub text: Option<Text>,
    pub if_wrong: Option<Text>,
}

/// A rival reading of what a judgement rests on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Alternative {
    pub head: Head,
    pub to: Option<Reference>,
    pub text: Option<Text>,
    pub likelihood: Option<Word<Likelihood>>,
    pub supports: Vec<Reference>,
    pub against: Vec<Reference>,
}

/// Another view on a judgement, held by somebody of our own house.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Dissent {
    pub head: Head,
    pub to: Option<Reference>,
    pub who: Option<Text>,
    pub text: Option<Text>,
    /// Of the judgement, in this view.
    pub likelihood: Option<Word<Likelihood>>,
}
