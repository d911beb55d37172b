//! Looks places up, once: whoever needs to know what the words of a place name takes what was found.

mod found;

use super::about_program::{FormatRow, ThemeRow};
use super::library_page::Over;
use super::place::{Place, ScaleName, Spot};
use super::world::World;
use crate::briefing::grade::source_of;
use crate::briefing::{ItemKind, Number, Resolved};
use crate::catalogue::Sort;
use crate::keys::KeyRow;
use crate::library::HeldBriefing;
use crate::personal::saved_searches::Search;
use crate::text::{count, meant, some_of, with_article};
pub use found::Found;
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
    Search(String),
    Saved(&'w Search),
    Over(Over),
    Filters,
    Filter(String),
    Sort(Sort),
    Group(String),
    Question(&'w HeldBriefing, String),
    /// Of what, and there.
    Formats(&'w HeldBriefing, Found),
    Export(&'w FormatRow, &'w HeldBriefing, Found),
    In(&'w HeldBriefing, Found),
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
        Place::Search(query) => At::Search(query.clone()),
        Place::Over(over) => At::Over(over.clone()),
        Place::Saved(name) => {
            let all = &world.saved.all;
            let search = world.saved.find(name);
            At::Saved(
                search.ok_or_else(|| missing(&format!("no saved search `{name}`"), name, all.iter().map(|search| search.name.as_str())))?,
            )
        }
        Place::Filters => At::Filters,
        Place::Filter(filter) => At::Filter(filter.clone()),
        Place::Sort(name) => At::Sort(Sort::named(name).ok_or_else(|| NoPlace(format!("nothing is sorted by `{name}`")))?),
        Place::Group(name) => At::Group(name.clone()),
        Place::Question { briefing, words } => At::Question(held(world, briefing)?, words.clone()),
        Place::Formats(of) => {
            let (held, found) = handed(world, of)?;
            At::Formats(held, found)
        }
        Place::Export(name, of) => {
            let formats = &world.guide.formats;
            let row = formats.iter().find(|row| row.name == name);
            let row = row.ok_or_else(|| missing(&format!("no format `{name}`"), name, formats.iter().map(|row| row.name)))?;
            let (held, found) = handed(world, of)?;
            At::Export(row, held, found)
        }
        Place::In { briefing, spot } => {
            let held = held(world, briefing)?;
            At::In(held, within(held, spot).map_err(|why| otherwise(held, spot).unwrap_or(why))?)
        }
    })
}

fn held<'w>(world: &'w World, briefing: &str) -> Result<&'w HeldBriefing, NoPlace> {
    world.entry(briefing).ok_or_else(|| {
        // Who reads a single briefing may name what is in it alone.
        if let Some(place) = <[_; 1]>::try_from(world.entries()).ok().and_then(|[only]| written_otherwise(only, briefing)) {
            return NoPlace(format!("no briefing `{briefing}` in this library; did you mean `{place}`?"));
        }
        let ids = world.library.ids();
        missing(&format!("no briefing `{briefing}` in this library"), briefing, ids.iter().map(String::as_str))
    })
}

fn handed<'w>(world: &'w World, place: &Place) -> Result<(&'w HeldBriefing, Found), NoPlace> {
    locate(world, place)?.inside().ok_or_else(|| NoPlace(format!("`{place}` is in no briefing")))
}

/// Where people begin who name no place: the cover of the only briefing, or the list of several.
#[must_use]
pub fn beginning(world: &World) -> Place {
    match *world.entries() {
        [only] if world.library.count() == 1 => Found::Cover.place(only),
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
            Self::Search(query) => Place::Search(query.clone()),
            Self::Over(over) => Place::Over(over.clone()),
            Self::Saved(search) => Place::Saved(search.name.clone()),
            Self::Filters => Place::Filters,
            Self::Filter(filter) => Place::Filter(filter.clone()),
            Self::Sort(sort) => Place::Sort(sort.name().to_owned()),
            Self::Group(name) => Place::Group(name.clone()),
            Self::Question(held, words) => Place::Question { briefing: held.id.clone(), words: words.clone() },
            Self::Formats(held, found) => Place::Formats(Box::new(found.place(held))),
            Self::Export(row, held, found) => Place::Export(row.name.to_owned(), Box::new(found.place(held))),
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
        Spot::Candidates if held.resolved.briefing.candidates.is_empty() => {
            return Err(NoPlace(format!("{} has no candidates: nothing waits to be taken as a claim", held.id)));
        }
        Spot::Candidates => Found::Candidates,
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

/// Why there is no such place, where its words are an address in the briefing if another mark stands before them.
fn otherwise(held: &HeldBriefing, spot: &Spot) -> Option<NoPlace> {
    let (noun, words) = match spot {
        Spot::Section(words) => ("section", words),
        Spot::Item(words) => ("item", words),
        _ => return None,
    };
    let place = written_otherwise(held, words)?;
    Some(NoPlace(format!("{}; did you mean `{place}`?", none(noun, words, held))))
}

fn written_otherwise(held: &HeldBriefing, words: &str) -> Option<Place> {
    let addresses = ["#", "/", "/source/"].map(|mark| format!("{}{mark}{words}", held.id));
    let mut places = addresses.iter().filter_map(|address| address.parse::<Place>().ok());
    places.find(|place| matches!(place, Place::In { briefing, spot } if *briefing == held.id && within(held, spot).is_ok()))
}

fn none(noun: &str, named: &str, held: &HeldBriefing) -> String {
    format!("no {noun} `{named}` in {}", held.id)
}

fn section(held: &HeldBriefing, slug: &str) -> Result<usize, NoPlace> {
    let sections = &held.resolved.briefing.sections;
    sections.iter().position(|section| section.value == slug).ok_or_else(|| {
        let names = sections.iter().map(|section| section.value.as_str()).chain(crate::briefing::parse::VIEWS);
        missing(&none("section", slug, held), slug, names.filter(|name| *name != slug))
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
    missing(&none("item", id, held), id, ids)
}

/// No more are told where none of them is like the one that was asked for.
const FEW: usize = 5;

fn missing<'a>(what: &str, named: &str, known: impl IntoIterator<Item = &'a str>) -> NoPlace {
    let known: Vec<&str> = known.into_iter().collect();
    let all = || if known.len() <= FEW { some_of(known.iter().copied()).unwrap_or_default() } else { String::new() };
    let hint = meant(named, known.iter().copied(), all);
    NoPlace(if hint.is_empty() { what.to_owned() } else { format!("{what}; {hint}") })
}
