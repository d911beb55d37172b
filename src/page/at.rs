//! Looks places up, once: whoever needs to know what the words of a place name takes what was found.

use super::guide::ThemeRow;
use super::place::{Place, ScaleName, Side, Spot};
use super::world::World;
use crate::briefing::grade::source_of;
use crate::briefing::{Item, ItemKind, Number, Resolved};
use crate::keys::KeyRow;
use crate::library::HeldBriefing;
use crate::text::{count, meant, with_article};
use std::fmt;

/// What a place names.
#[derive(Debug, Clone)]
pub enum At<'w> {
    Library,
    Help,
    Notes,
    Recent,
    Action(&'w KeyRow),
    Scale(ScaleName),
    Themes,
    Theme(&'w ThemeRow),
    Web(String),
    Question(&'w HeldBriefing, String),
    In(&'w HeldBriefing, Found),
}

/// A [`Spot`] with 0-based indices for its words: whoever holds one knows that it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    Cover,
    Section(usize),
    Timeline,
    Actors,
    Outlook,
    Alternatives,
    Check,
    Tour,
    Slide(usize),
    Sources,
    Source {
        source: usize,
        sentence: Option<usize>,
    },
    Sentence {
        source: usize,
        sentence: usize,
    },
    /// The source is there; the quoted words need not be.
    Passage {
        claim: usize,
        passage: usize,
    },
    Item(Item),
    Side {
        judgement: usize,
        side: Side,
    },
    /// Of a claim, an assumption, a source or a judgement.
    IfFalse(Item),
    Change,
    Drift(usize),
}

/// Why there is no such place, and what may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoPlace(pub String);

impl fmt::Display for NoPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoPlace {}

/// Looks a place up. It costs a look into an index: no page is made, no quote is searched, no rule is run.
///
/// # Errors
///
/// The world has no such place.
pub fn locate<'w>(world: &'w World, place: &Place) -> Result<At<'w>, NoPlace> {
    Ok(match place {
        Place::Library => At::Library,
        Place::Help => At::Help,
        Place::Notes => At::Notes,
        Place::Recent => At::Recent,
        Place::Action(name) => {
            let actions = &world.guide.actions;
            let row = actions.iter().find(|row| row.name == name);
            At::Action(row.ok_or_else(|| missing(&format!("no action `{name}`"), name, actions.iter().map(|row| row.name)))?)
        }
        Place::Scale(name) => At::Scale(*name),
        Place::Themes => At::Themes,
        Place::Theme(name) => {
            let themes = &world.guide.themes;
            let row = themes.iter().find(|row| row.name == *name);
            At::Theme(row.ok_or_else(|| missing(&format!("no theme `{name}`"), name, themes.iter().map(|row| row.name.as_str())))?)
        }
        Place::Web(address) => At::Web(address.clone()),
        Place::Question { briefing, words } => At::Question(held(world, briefing)?, words.clone()),
        Place::In { briefing, spot } => {
            let held = held(world, briefing)?;
            At::In(held, within(held, spot)?)
        }
    })
}

fn held<'w>(world: &'w World, briefing: &str) -> Result<&'w HeldBriefing, NoPlace> {
    world.entry(briefing).ok_or_else(|| {
        let ids = world.entries().iter().map(|held| held.id.as_str());
        missing(&format!("no briefing `{briefing}` in this library"), briefing, ids)
    })
}

/// Where people begin who name no place: the cover of the only briefing, or the list of several.
#[must_use]
pub fn beginning(world: &World) -> Place {
    match world.entries() {
        [only] => Found::Cover.place(only),
        _ => Place::Library,
    }
}

/// The briefing that a place is in, and what it names there; `None` for a place outside of all briefings, or one that
/// is gone.
#[must_use]
pub fn locate_in<'w>(world: &'w World, place: &Place) -> Option<(&'w HeldBriefing, Found)> {
    locate(world, place).ok()?.inside()
}

impl<'w> At<'w> {
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Library => Place::Library,
            Self::Help => Place::Help,
            Self::Notes => Place::Notes,
            Self::Recent => Place::Recent,
            Self::Action(row) => Place::Action(row.name.to_owned()),
            Self::Scale(scale) => Place::Scale(*scale),
            Self::Themes => Place::Themes,
            Self::Theme(row) => Place::Theme(row.name.clone()),
            Self::Web(address) => Place::Web(address.clone()),
            Self::Question(held, words) => Place::Question { briefing: held.id.clone(), words: words.clone() },
            Self::In(held, found) => found.place(held),
        }
    }

    #[must_use]
    pub fn inside(&self) -> Option<(&'w HeldBriefing, Found)> {
        match self {
            Self::In(held, found) => Some((held, *found)),
            _ => None,
        }
    }
}

fn within(held: &HeldBriefing, spot: &Spot) -> Result<Found, NoPlace> {
    Ok(match spot {
        Spot::Cover => Found::Cover,
        Spot::Section(slug) => Found::Section(section(held, slug)?),
        Spot::Timeline => Found::Timeline,
        Spot::Actors => Found::Actors,
        Spot::Outlook => Found::Outlook,
        Spot::Alternatives => Found::Alternatives,
        Spot::Check => Found::Check,
        Spot::Tour => Found::Tour,
        Spot::Slide(number) => Found::Slide(slide(held, *number)?),
        Spot::Sources => Found::Sources,
        Spot::Source { source, sentence: None } => Found::Source { source: item_of(held, source, ItemKind::Source)?, sentence: None },
        Spot::Source { source, sentence: Some(number) } => {
            let (source, sentence) = sentence(held, source, *number)?;
            Found::Source { source, sentence: Some(sentence) }
        }
        Spot::Sentence { source, sentence: number } => {
            let (source, sentence) = sentence(held, source, *number)?;
            Found::Sentence { source, sentence }
        }
        Spot::Passage { claim, passage: number } => {
            let (claim, passage) = passage(held, claim, *number)?;
            Found::Passage { claim, passage }
        }
        Spot::Item(id) => Found::Item(held.resolved.graph.find(id).ok_or_else(|| no_item(held, id))?),
        Spot::Side { judgement, side } => Found::Side { judgement: item_of(held, judgement, ItemKind::Judgement)?, side: *side },
        Spot::IfFalse(id) => {
            let item = held.resolved.graph.find(id).ok_or_else(|| no_item(held, id))?;
            let may_be = Resolved::can_be_false(item) || item.kind == ItemKind::Judgement;
            may_be.then_some(Found::IfFalse(item)).ok_or_else(|| {
                let what = with_article(item.kind.name());
                NoPlace(format!(
                    "`{id}` is {what}; what falls is asked of a claim, an assumption or a source, and what carries it of a judgement"
                ))
            })?
        }
        Spot::Change if held.previous.is_none() => return Err(NoPlace(format!("{} has no edition before it", held.id))),
        Spot::Change => Found::Change,
        Spot::Drift { source } => Found::Drift(item_of(held, source, ItemKind::Source)?),
    })
}

fn section(held: &HeldBriefing, slug: &str) -> Result<usize, NoPlace> {
    let sections = &held.resolved.briefing.sections;
    sections.iter().position(|section| section.value == slug).ok_or_else(|| {
        let names = sections.iter().map(|section| section.value.as_str()).chain(crate::briefing::parse::VIEWS);
        missing(&format!("no section `{slug}` in {}", held.id), slug, names.filter(|name| *name != slug))
    })
}

fn item_of(held: &HeldBriefing, id: &str, kind: ItemKind) -> Result<usize, NoPlace> {
    match held.resolved.graph.find(id) {
        Some(item) if item.kind == kind => Ok(item.index),
        Some(other) => {
            let words = format!("`{id}` in {} is {}, and not {}", held.id, with_article(other.kind.name()), with_article(kind.name()));
            Err(NoPlace(words))
        }
        None => Err(no_item(held, id)),
    }
}

/// The indices of a source and of its sentence with a number.
fn sentence(held: &HeldBriefing, id: &str, number: Number) -> Result<(usize, usize), NoPlace> {
    let source = item_of(held, id, ItemKind::Source)?;
    let text = held.resolved.text(source);
    let index = text.and_then(|text| text.find(number));
    let of_kind = text.map_or(0, |text| text.count(number.kind));
    let why = || NoPlace(format!("{id} has {}, and no {}", count(of_kind, number.kind.name()), number.words()));
    Ok((source, index.ok_or_else(why)?))
}

/// The indices of a claim and of its passage with a 1-based number.
fn passage(held: &HeldBriefing, id: &str, number: usize) -> Result<(usize, usize), NoPlace> {
    let claim = item_of(held, id, ItemKind::Claim)?;
    let briefing = &held.resolved.briefing;
    let passages = &briefing.claims[claim].passages;
    // A passage of a source that the briefing does not have can be shown in no text.
    let index = number.checked_sub(1).filter(|index| passages.get(*index).and_then(|passage| source_of(briefing, passage)).is_some());
    let why = || NoPlace(format!("claim {id} has {}", count(passages.len(), "passage")));
    Ok((claim, index.ok_or_else(why)?))
}

fn slide(held: &HeldBriefing, number: usize) -> Result<usize, NoPlace> {
    let slides = held.resolved.briefing.talk().len();
    let index = number.checked_sub(1).filter(|index| *index < slides);
    index.ok_or_else(|| NoPlace(format!("the talk of {} has {}", held.id, count(slides, "slide"))))
}

fn no_item(held: &HeldBriefing, id: &str) -> NoPlace {
    let mut ids: Vec<&str> = held.resolved.graph.ids().collect();
    ids.sort_unstable();
    missing(&format!("no item `{id}` in {}", held.id), id, ids)
}

fn missing<'a>(what: &str, named: &str, known: impl IntoIterator<Item = &'a str>) -> NoPlace {
    let hint = meant(named, known, String::new);
    NoPlace(if hint.is_empty() { what.to_owned() } else { format!("{what}; {hint}") })
}

impl Found {
    /// The place in words: its address, and what links lead to.
    #[must_use]
    pub fn place(self, held: &HeldBriefing) -> Place {
        let briefing = &held.resolved.briefing;
        let source_id = |source: usize| briefing.sources[source].head.id.value.clone();
        let number = |source: usize, index: usize| held.resolved.text(source).and_then(|text| text.number(index)).unwrap_or_default();
        let spot = match self {
            Self::Cover => Spot::Cover,
            Self::Section(section) => Spot::Section(briefing.sections[section].value.clone()),
            Self::Timeline => Spot::Timeline,
            Self::Actors => Spot::Actors,
            Self::Outlook => Spot::Outlook,
            Self::Alternatives => Spot::Alternatives,
            Self::Check => Spot::Check,
            Self::Tour => Spot::Tour,
            Self::Slide(slide) => Spot::Slide(slide + 1),
            Self::Sources => Spot::Sources,
            Self::Source { source, sentence } => {
                Spot::Source { source: source_id(source), sentence: sentence.map(|index| number(source, index)) }
            }
            Self::Sentence { source, sentence } => Spot::Sentence { source: source_id(source), sentence: number(source, sentence) },
            Self::Passage { claim, passage } => Spot::Passage { claim: briefing.claims[claim].head.id.value.clone(), passage: passage + 1 },
            Self::Item(item) => Spot::Item(briefing.id_of(item).to_owned()),
            Self::Side { judgement, side } => Spot::Side { judgement: briefing.judgements[judgement].head.id.value.clone(), side },
            Self::IfFalse(item) => Spot::IfFalse(briefing.id_of(item).to_owned()),
            Self::Change => Spot::Change,
            Self::Drift(source) => Spot::Drift { source: source_id(source) },
        };
        Place::within(&held.id, spot)
    }

    #[must_use]
    pub fn item(kind: ItemKind, index: usize) -> Self {
        Self::Item(Item { kind, index })
    }

    /// What is numbered in an item: the sentences of a source, the passages of a claim.
    pub fn numbered(self, held: &HeldBriefing) -> impl Iterator<Item = Self> + use<> {
        let count = match self {
            Self::Item(Item { kind: ItemKind::Source, index }) => held.resolved.text(index).map_or(0, |text| text.sentences().len()),
            Self::Item(Item { kind: ItemKind::Claim, index }) => held.resolved.briefing.claims[index].passages.len(),
            _ => 0,
        };
        (0..count).filter_map(move |at| match self {
            Self::Item(Item { kind: ItemKind::Source, index }) => Some(Self::Sentence { source: index, sentence: at }),
            Self::Item(Item { kind: ItemKind::Claim, index }) => Some(Self::Passage { claim: index, passage: at }),
            _ => None,
        })
    }

    /// The place of the same kind that is `by` further in the file: another item, another sentence of the source.
    #[must_use]
    pub fn neighbour(self, held: &HeldBriefing, by: isize) -> Option<Self> {
        let briefing = &held.resolved.briefing;
        let moved = |index: usize, count: usize| index.checked_add_signed(by).filter(|index| *index < count);
        match self {
            Self::Item(Item { kind, index }) => Some(Self::item(kind, moved(index, briefing.count(kind))?)),
            Self::IfFalse(Item { kind, index }) => Some(Self::IfFalse(Item { kind, index: moved(index, briefing.count(kind))? })),
            Self::Side { judgement, side } => Some(Self::Side { judgement: moved(judgement, briefing.judgements.len())?, side }),
            Self::Slide(slide) => Some(Self::Slide(moved(slide, briefing.talk().len())?)),
            Self::Sentence { source, sentence } => {
                let text = held.resolved.text(source)?;
                let Number { kind, of_kind } = text.number(sentence)?;
                Some(Self::Sentence { source, sentence: text.find(Number { kind, of_kind: of_kind.checked_add_signed(by)? })? })
            }
            _ => None,
        }
    }

    /// What the page is about: a side is about its judgement, a source's text about the source. A sentence, a passage
    /// and a view are about themselves.
    #[must_use]
    pub fn subject(self, held: &HeldBriefing) -> Self {
        match self {
            Self::Side { judgement, .. } => Self::item(ItemKind::Judgement, judgement),
            Self::IfFalse(item) => Self::Item(item),
            Self::Source { source, sentence: None } | Self::Drift(source) => Self::item(ItemKind::Source, source),
            Self::Source { source, sentence: Some(sentence) } => Self::Sentence { source, sentence },
            Self::Sources if held.resolved.briefing.sources.len() == 1 => Self::item(ItemKind::Source, 0),
            other => other,
        }
    }

    #[must_use]
    pub fn judgement(self) -> Option<usize> {
        match self {
            Self::Item(Item { kind: ItemKind::Judgement, index })
            | Self::IfFalse(Item { kind: ItemKind::Judgement, index })
            | Self::Side { judgement: index, .. } => Some(index),
            _ => None,
        }
    }

    /// The item of which it can be asked what falls if it is false, or what carries it.
    #[must_use]
    pub fn doubted(self, held: &HeldBriefing) -> Option<Item> {
        match self.claim().map_or_else(|| self.subject(held), |claim| Self::item(ItemKind::Claim, claim)) {
            Self::Item(item) if Resolved::can_be_false(item) || item.kind == ItemKind::Judgement => Some(item),
            _ => None,
        }
    }

    /// The claim that the page is, or shows a passage of.
    #[must_use]
    pub fn claim(self) -> Option<usize> {
        match self {
            Self::Item(Item { kind: ItemKind::Claim, index }) | Self::Passage { claim: index, .. } => Some(index),
            _ => None,
        }
    }

    /// The source and the sentence that the place is, or that its passage begins in; `None` for a passage without an
    /// anchor.
    #[must_use]
    pub fn sentence(self, held: &HeldBriefing) -> Option<(usize, usize)> {
        match self {
            Self::Sentence { source, sentence } | Self::Source { source, sentence: Some(sentence) } => Some((source, sentence)),
            Self::Passage { claim, passage } => {
                let anchored = held.resolved.evidence().passages.get(claim)?.get(passage)?;
                let source = anchored.source?;
                Some((source, held.resolved.text(source)?.sentences_in(&anchored.anchor.range()?).start))
            }
            _ => None,
        }
    }

    /// The source whose text is shown, or that the sentence is of.
    #[must_use]
    pub fn source(self, held: &HeldBriefing) -> Option<usize> {
        match self {
            Self::Source { source, .. } | Self::Sentence { source, .. } => Some(source),
            Self::Passage { claim, passage } => {
                let briefing = &held.resolved.briefing;
                source_of(briefing, briefing.claims.get(claim)?.passages.get(passage)?)
            }
            Self::Sources if held.resolved.briefing.sources.len() == 1 => Some(0),
            _ => None,
        }
    }

    /// The words that the place stands for: the text of a sentence, the quote of a passage as the file has it.
    #[must_use]
    pub fn quote(self, held: &HeldBriefing) -> Option<&str> {
        match self {
            Self::Sentence { source, sentence } | Self::Source { source, sentence: Some(sentence) } => {
                let text = held.resolved.text(source)?;
                Some(&text.text()[text.sentences().get(sentence)?.range.clone()])
            }
            Self::Passage { claim, passage } => Some(&held.resolved.briefing.claims.get(claim)?.passages.get(passage)?.exact.value),
            _ => None,
        }
    }
}
