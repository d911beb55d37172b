//! What a briefing says: its items, typed, in the file's order, each value with its place.
//!
//! Everything but the briefing's id may be missing: what is missing is for a rule to say.

use super::date::Date;
use super::scale::{
    Change, ClaimKind, Confidence, Credibility, Direction, EventKind, Likelihood, Marking, Reliability, ScenarioKind, TieKind, Yardstick,
};
use super::spanned::{Span, Spanned, Word};
use std::collections::HashSet;

/// A text with the place it was written at.
pub type Text = Spanned<String>;
/// The id of another item, with the place it was written at.
pub type Reference = Spanned<String>;

/// A briefing as its file has it.
#[derive(Debug, Clone, Default)]
pub struct Briefing {
    /// Its id: the first part of every address in it.
    pub id: String,
    /// Where the id stands.
    pub id_span: Span,
    /// The whole file was read; if not, the syntax broke off somewhere.
    pub complete: bool,
    /// What is there and could not be read.
    pub unread: Unread,
    /// Its title.
    pub title: Option<Text>,
    /// Its handling marking.
    pub marking: Option<Word<Marking>>,
    /// The date of this edition.
    pub date: Option<Word<Date>>,
    /// The only likelihood words that it may use.
    pub yardstick: Option<Word<Yardstick>>,
    /// How it stands to the edition before.
    pub change: Option<Word<Change>>,
    /// The file of the edition before, relative to the library.
    pub previous: Option<Text>,
    /// The question that it answers.
    pub question: Option<Text>,
    /// The answer.
    pub bottom_line: Option<Text>,
    /// What it reads.
    pub sources: Vec<Source>,
    /// Who acts.
    pub actors: Vec<Actor>,
    /// The slugs of its sections.
    pub sections: Vec<Text>,
    /// What the sources say, section by section.
    pub claims: Vec<Claim>,
    /// What we conclude.
    pub judgements: Vec<Judgement>,
    /// What we take for granted.
    pub assumptions: Vec<Assumption>,
    /// Rival readings.
    pub alternatives: Vec<Alternative>,
    /// Other views within our own house.
    pub dissents: Vec<Dissent>,
    /// What we watch.
    pub indicators: Vec<Indicator>,
    /// What may come.
    pub scenarios: Vec<Scenario>,
    /// What we do not know.
    pub gaps: Vec<Gap>,
    /// What happened, in time order.
    pub events: Vec<Event>,
    /// Who is tied to whom.
    pub relationships: Vec<Relationship>,
}

/// What stands in a file and could not be read: a finding names it, so it must not be called missing as well.
#[derive(Debug, Clone, Default)]
pub struct Unread {
    /// Kinds of item, some of which could not be read.
    pub kinds: HashSet<ItemKind>,
    /// Ids of items and slugs that could not be read, or that are written wrongly where they are defined.
    pub ids: HashSet<String>,
    /// Fields, by the id of their item and by the name that was meant.
    pub fields: HashSet<(String, &'static str)>,
}

impl Unread {
    /// The field `name` of the item `id` is there, if under another name.
    #[must_use]
    pub fn field(&self, id: &str, name: &'static str) -> bool {
        self.fields.contains(&(id.to_owned(), name))
    }
}

impl Briefing {
    /// The yardstick, ICD 203 where the file names none.
    #[must_use]
    pub fn yardstick(&self) -> Yardstick {
        self.yardstick.as_ref().and_then(|word| word.value).unwrap_or(Yardstick::Icd203)
    }

    /// The marking, if the file has a valid one.
    #[must_use]
    pub fn marking(&self) -> Option<Marking> {
        self.marking.as_ref()?.value
    }

    /// The title, or the id where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.as_ref().map_or(&self.id, |title| &title.value)
    }

    /// Every item, in the order of the format.
    pub fn items(&self) -> impl Iterator<Item = Item> + '_ {
        ItemKind::ALL.iter().flat_map(|kind| (0..self.count(*kind)).map(|index| Item { kind: *kind, index }))
    }

    /// How many items of `kind` there are.
    #[must_use]
    pub fn count(&self, kind: ItemKind) -> usize {
        match kind {
            ItemKind::Source => self.sources.len(),
            ItemKind::Actor => self.actors.len(),
            ItemKind::Claim => self.claims.len(),
            ItemKind::Judgement => self.judgements.len(),
            ItemKind::Assumption => self.assumptions.len(),
            ItemKind::Alternative => self.alternatives.len(),
            ItemKind::Dissent => self.dissents.len(),
            ItemKind::Indicator => self.indicators.len(),
            ItemKind::Scenario => self.scenarios.len(),
            ItemKind::Gap => self.gaps.len(),
            ItemKind::Event => self.events.len(),
            ItemKind::Relationship => self.relationships.len(),
        }
    }

    /// What all items have: id and acknowledged findings.
    #[must_use]
    pub fn head(&self, item: Item) -> &Head {
        let index = item.index;
        match item.kind {
            ItemKind::Source => &self.sources[index].head,
            ItemKind::Actor => &self.actors[index].head,
            ItemKind::Claim => &self.claims[index].head,
            ItemKind::Judgement => &self.judgements[index].head,
            ItemKind::Assumption => &self.assumptions[index].head,
            ItemKind::Alternative => &self.alternatives[index].head,
            ItemKind::Dissent => &self.dissents[index].head,
            ItemKind::Indicator => &self.indicators[index].head,
            ItemKind::Scenario => &self.scenarios[index].head,
            ItemKind::Gap => &self.gaps[index].head,
            ItemKind::Event => &self.events[index].head,
            ItemKind::Relationship => &self.relationships[index].head,
        }
    }

    /// The id of an item.
    #[must_use]
    pub fn id_of(&self, item: Item) -> &str {
        &self.head(item).id.value
    }
}

/// An item of a briefing: its kind and its 0-based place among its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// Its kind.
    pub kind: ItemKind,
    /// Its place among its kind, 0-based, in the file's order.
    pub index: usize,
}

/// The kinds of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// A source.
    Source,
    /// An actor.
    Actor,
    /// A claim.
    Claim,
    /// A judgement.
    Judgement,
    /// An assumption of ours.
    Assumption,
    /// An alternative reading (a hypothesis).
    Alternative,
    /// A dissent.
    Dissent,
    /// An indicator.
    Indicator,
    /// A scenario.
    Scenario,
    /// A gap.
    Gap,
    /// An event.
    Event,
    /// A relationship.
    Relationship,
}

impl ItemKind {
    /// Every kind, in the order of the format.
    pub const ALL: [Self; 12] = [
        Self::Source,
        Self::Actor,
        Self::Claim,
        Self::Judgement,
        Self::Assumption,
        Self::Alternative,
        Self::Dissent,
        Self::Indicator,
        Self::Scenario,
        Self::Gap,
        Self::Event,
        Self::Relationship,
    ];

    /// Its name: "judgement".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Actor => "actor",
            Self::Claim => "claim",
            Self::Judgement => "judgement",
            Self::Assumption => "assumption",
            Self::Alternative => "alternative",
            Self::Dissent => "dissent",
            Self::Indicator => "indicator",
            Self::Scenario => "scenario",
            Self::Gap => "gap",
            Self::Event => "event",
            Self::Relationship => "relationship",
        }
    }

    /// The letter that its ids begin with; sources and actors have none.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self {
            Self::Source | Self::Actor => None,
            Self::Claim => Some('C'),
            Self::Judgement => Some('J'),
            Self::Assumption => Some('A'),
            Self::Alternative => Some('H'),
            Self::Dissent => Some('D'),
            Self::Indicator => Some('I'),
            Self::Scenario => Some('S'),
            Self::Gap => Some('G'),
            Self::Event => Some('T'),
            Self::Relationship => Some('R'),
        }
    }
}

/// What every item has.
#[derive(Debug, Clone)]
pub struct Head {
    /// Its id: the key that it stands under.
    pub id: Text,
    /// Findings looked at and lived with: rule and reason.
    pub accept: Vec<(Text, Text)>,
}

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
    pub sha256: Option<Text>,
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

impl Actor {
    /// What the actor is, derived: two capitals are a state, `of` makes a person, all else is a group.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        let id = &self.head.id.value;
        if id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase()) && id != "EU" {
            "state"
        } else if self.of.is_some() {
            "person"
        } else {
            "bloc or group"
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
    /// Its section, an index into [`Briefing::sections`].
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

/// What we watch.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Id and acknowledged findings.
    pub head: Head,
    /// What is watched.
    pub text: Option<Text>,
    /// From when on it counts.
    pub threshold: Option<Text>,
    /// What it moves, and which way.
    pub moves: Vec<(Reference, Word<Direction>)>,
    /// When it was seen.
    pub seen: Option<Word<Date>>,
}

/// What may come.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Id and acknowledged findings.
    pub head: Head,
    /// Its kind.
    pub kind: Option<ScenarioKind>,
    /// The scenario.
    pub text: Option<Text>,
    /// How likely it is.
    pub likelihood: Option<Word<Likelihood>>,
}

/// What we do not know.
#[derive(Debug, Clone)]
pub struct Gap {
    /// Id and acknowledged findings.
    pub head: Head,
    /// The question.
    pub text: Option<Text>,
    /// The judgements that it limits.
    pub limits: Vec<Reference>,
    /// Where the answer could be had.
    pub collect: Option<Text>,
}

/// What happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// Id and acknowledged findings.
    pub head: Head,
    /// What kind of event.
    pub kind: Option<EventKind>,
    /// The event.
    pub text: Option<Text>,
    /// When, if a source says so.
    pub date: Option<Word<Date>>,
    /// Where, as an ISO 3166-1 code.
    pub place: Option<Text>,
    /// Who took part, the doer first.
    pub actors: Vec<Reference>,
    /// The claims that report it.
    pub claims: Vec<Reference>,
}

/// Who is tied to whom.
#[derive(Debug, Clone)]
pub struct Relationship {
    /// Id and acknowledged findings.
    pub head: Head,
    /// From whom.
    pub from: Vec<Reference>,
    /// To whom.
    pub to: Vec<Reference>,
    /// How.
    pub kind: Option<Word<TieKind>>,
    /// The claims that report it.
    pub claims: Vec<Reference>,
}
