//! What is read: sources, their passages, who acts in them, and what they say.

use super::{Head, Reference, Text};
use crate::briefing::date::Date;
use crate::briefing::pin::Digest;
use crate::briefing::scale::{ClaimKind, Credibility, Marking, Reliability};
use crate::yaml::spanned::Word;

/// A source article.
#[derive(Debug, Clone)]
pub struct Source {
    /// Id and acknowledged findings.
    pub head: Head,
    /// Its type, as Hayagriva names it (`article`, `web`, …).
    pub kind: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// Its authors.
    pub authors: Vec<Text>,
    /// The date of publication.
    pub date: Option<Word<Date>>,
    /// Its address on the web.
    pub url: Option<Text>,
    /// When the address was read.
    pub retrieved: Option<Word<Date>>,
    /// What it appeared in: the title of the newspaper, the site.
    pub publisher: Option<Text>,
    /// The file of its text, relative to the library.
    pub file: Option<Text>,
    /// Its own handling marking.
    pub marking: Option<Word<Marking>>,
    /// Where it goes back to: sources with a common origin count once.
    pub origin: Option<Text>,
    /// The hash that pins its text.
    pub sha256: Option<Word<Digest>>,
    /// Its reliability.
    pub reliability: Option<Word<Reliability>>,
    /// What an analyst should know of it.
    pub descriptor: Option<Text>,
    /// Passages read and left out on purpose.
    pub set_aside: Vec<SetAside>,
}

/// A passage left out, and why.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// The passage.
    pub passage: Passage,
    /// The reason.
    pub why: Option<Text>,
}

/// Quoted words, as the briefing writes them.
#[derive(Debug, Clone)]
pub struct Passage {
    /// The id of the source, if the file names one.
    pub source: Option<Reference>,
    /// The words.
    pub exact: Text,
    /// Words that stand right before it.
    pub prefix: Option<Text>,
    /// Words that stand right behind it.
    pub suffix: Option<Text>,
}

/// An actor.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The name.
    pub name: Option<Text>,
    /// Other names that the sources use.
    pub aka: Vec<Text>,
    /// The actor that a person belongs to.
    pub of: Option<Reference>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    State,
    Person,
    Group,
}

impl ActorKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        ["state", "person", "bloc or group"][self as usize]
    }
}

impl Actor {
    /// Two capitals are a state, `of` makes a person, all else is a group.
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

    /// The name, or the id where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_ref().map_or(&self.head.id.value, |name| &name.value)
    }
}

/// What a source says.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Id and acknowledged findings.
    pub head: Head,
    /// Its section, an index into [`super::Briefing::sections`].
    pub section: usize,
    /// What kind of thing the source says.
    pub kind: Option<ClaimKind>,
    /// What it says, in the analyst's words.
    pub text: Option<Text>,
    /// The words that say it.
    pub passages: Vec<Passage>,
    /// The credibility of the information; absent means 6.
    pub credibility: Option<Word<Credibility>>,
}

impl Claim {
    /// The credibility; 6 where the file gives none.
    #[must_use]
    pub fn credibility(&self) -> Option<Credibility> {
        self.credibility.as_ref().map_or(Some(Credibility::Unjudged), |word| word.value)
    }
}
