//! What is read: sources, their passages, who acts in them, and what they say.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::pin::Digest;
use crate::briefing::scale::{ClaimKind, Credibility, Reliability};
use crate::yaml::spanned::{Span, Word};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Source {
    pub head: Head,
    /// Hayagriva's name for its type: `article`, `web`, ….
    pub kind: Option<Text>,
    pub title: Option<Text>,
    pub authors: Vec<Text>,
    /// Of publication.
    pub date: Option<Word<Date>>,
    pub url: Option<Text>,
    /// When the address was read.
    pub retrieved: Option<Word<Date>>,
    /// The newspaper or the site that it appeared in.
    pub publisher: Option<Text>,
    /// What that is, by Hayagriva's name: `newspaper`, `blog`.
    pub publication: Option<Text>,
    /// Holds its text; relative to the library.
    pub file: Option<Text>,
    /// Where its news comes from first. Sources with a common origin count once.
    pub origin: Option<Text>,
    /// Pins its text: a change of the file behind our back is seen.
    pub sha256: Option<Word<Digest>>,
    pub reliability: Option<Word<Reliability>>,
    /// What a reader should know of it: access, motive, bias (ICD 203, standard 1).
    pub descriptor: Option<Text>,
    /// Read and left out on purpose.
    pub set_aside: Vec<SetAside>,
}

/// What no claim uses, and why.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SetAside {
    pub extent: Extent,
    pub why: Option<Text>,
}

/// How much is set aside.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Extent {
    Quote(Passage),
    /// From the first words of one passage to the last of another.
    Range {
        from: Passage,
        to: Passage,
    },
    /// A heading by its title, and all that stands under it.
    Heading(Text),
}

impl SetAside {
    /// The passages that must be found in the source.
    #[must_use]
    pub fn passages(&self) -> Vec<&Passage> {
        match &self.extent {
            Extent::Quote(passage) => vec![passage],
            Extent::Range { from, to } => vec![from, to],
            Extent::Heading(_) => Vec::new(),
        }
    }

    /// Where the file says what is set aside.
    #[must_use]
    pub fn span(&self) -> Span {
        match &self.extent {
            Extent::Quote(passage) | Extent::Range { from: passage, .. } => passage.exact.span,
            Extent::Heading(title) => title.span,
        }
    }
}

/// Quoted words, as the briefing writes them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Passage {
    /// `None` where the file leaves it out, as it may where there is only one.
    pub source: Option<Reference>,
    pub exact: Text,
    /// Words right before the quoted ones, to tell one of several places.
    pub prefix: Option<Text>,
    /// Words right behind the quoted ones.
    pub suffix: Option<Text>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Actor {
    pub head: Head,
    pub name: Option<Text>,
    /// Other names that the sources use.
    pub aka: Vec<Text>,
    /// The actor that a person acts for.
    pub of: Option<Reference>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorKind {
    State,
    Person,
    Group,
}

impl ActorKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        ["state", "person", "region or group"][self as usize]
    }
}

impl Actor {
    /// Two capitals are a state, `of` makes a person, all else is a group. `EU` is reserved in ISO 3166-1 and no state.
    #[must_use]
    pub fn kind(&self) -> ActorKind {
        let id = &self.head.id.value;
        if id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase()) && id != "EU" {
            ActorKind::State
        } else if self.of.is_some() {
            ActorKind::Person
        } else {
            ActorKind::Group
        }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or(&self.head.id.value, |name| &name.value)
    }
}

/// What a source says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claim {
    pub head: Head,
    /// An index into [`super::Briefing::sections`].
    pub section: usize,
    pub kind: Option<ClaimKind>,
    /// In the analyst's words.
    pub text: Option<Text>,
    pub passages: Vec<Passage>,
    /// `None` in the file means 6: it has not been judged.
    pub credibility: Option<Word<Credibility>>,
}

/// A sentence of a source that waits until somebody takes it as a claim, or takes it out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Candidate {
    /// The slug of the section that its claim would stand in; there need be no such section yet.
    pub section: Text,
    /// Its 0-based place in the list under that slug.
    pub at: usize,
    /// All of it in the file.
    pub span: Span,
    pub kind: Option<ClaimKind>,
    /// In the words of the source.
    pub text: Option<Text>,
    pub passages: Vec<Passage>,
}

impl Claim {
    /// `None` only where the file has a word that is no credibility.
    #[must_use]
    pub fn credibility(&self) -> Option<Credibility> {
        self.credibility.as_ref().map_or(Some(Credibility::Unjudged), |word| word.value)
    }
}
