//! What is handed on of a library: pages, in reading order, and where a link on them leads.

use super::letterhead::Letter;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::marking::Marked;
use crate::page::about::notes;
use crate::page::{At, Block, Doc, Found, Place, Spot, World, locate, marking_of, page_at};
use crate::settings::GivenFont;
use crate::text::hyphened;
use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, PoisonError};

/// How a page that is handed on is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Read from top to bottom.
    Main,
    /// Looked up from a link.
    Detail,
}

#[derive(Debug)]
pub struct Page {
    pub place: Place,
    pub doc: Doc,
    pub part: Part,
    /// What links within the document lead to: letters, digits and hyphens, on no other page.
    pub anchor: String,
}

/// What one export writes. Every format reads this, so that nothing on paper differs from what was read.
#[derive(Debug)]
pub struct Handed<'w> {
    pub world: &'w World,
    /// What was asked for.
    pub at: At<'w>,
    pub extent: Extent,
    /// The page that was asked for stands first.
    pub pages: Vec<Page>,
    /// The narrowest marking of what is in it; stands first and last. `None` where nothing of a briefing is in it.
    pub marking: Option<Marked>,
    /// What is said of it if it is a memo.
    pub letter: Letter,
    /// They are asked first.
    pub fonts: Vec<GivenFont>,
    /// What whoever hands it on should know of what was written.
    notices: Mutex<Vec<String>>,
    index: HashMap<Place, usize>,
}

/// How much is handed on with what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// What its links lead to; of a cover the whole briefing.
    pub details: bool,
    /// The reader's own notes.
    pub notes: bool,
}

impl<'w> Handed<'w> {
    #[must_use]
    pub fn new(world: &'w World, at: At<'w>, extent: Extent) -> Self {
        let asked = at.place();
        let marking = marking_of(world, &asked);
        let (fonts, notices) = (Vec::new(), Mutex::default());
        let (pages, letter, index) = (Vec::new(), Letter::default(), HashMap::new());
        let mut handed = Self { world, at, extent, pages, marking, letter, fonts, notices, index };
        handed.push(&asked, Part::Main, extent);
        if extent.details {
            let places = match handed.at.inside() {
                Some((held, Found::Cover)) => of_briefing(held),
                Some((held, _)) => linked(held, &handed.pages[0].doc),
                None => Vec::new(),
            };
            for (place, part) in places {
                handed.push(&place, part, extent);
            }
        }
        handed
    }

    /// Tells whoever hands it on.
    pub fn tell(&self, notice: String) {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(notice);
    }

    /// What was told.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn push(&mut self, place: &Place, part: Part, extent: Extent) {
        if self.index.contains_key(place) {
            return;
        }
        let Ok(at) = locate(self.world, place) else { return };
        let mut doc = page_at(self.world, &at);
        if extent.details && at.inside().is_some_and(|(held, _)| held.known_findings().is_none_or(<[_]>::is_empty)) {
            // It would lead to what is not told.
            let leads_to_check = |block: &Block| block.link.as_ref().is_some_and(|to| to.spot() == Some(&Spot::Check));
            doc.blocks.retain(|block| !leads_to_check(block));
        }
        let doc = if extent.notes { notes::over(self.world, &at, doc) } else { doc };
        let anchor = self.unused(&anchor(&place.short()));
        self.index.insert(place.clone(), self.pages.len());
        self.pages.push(Page { place: place.clone(), doc, part, anchor });
    }

    fn unused(&self, anchor: &str) -> String {
        let is_used = |anchor: &str| self.pages.iter().any(|page| page.anchor == anchor);
        let numbered = (2..).map(|number| format!("{anchor}-{number}"));
        std::iter::once(anchor.to_owned()).chain(numbered).find(|anchor| !is_used(anchor)).unwrap_or_default()
    }

    /// The briefing that it is of, and what of it was asked for.
    #[must_use]
    pub fn inside(&self) -> Option<(&'w HeldBriefing, Found)> {
        self.at.inside()
    }

    /// The page of a place, else the page of what the place belongs to: the claim of a passage, the source of a sentence.
    #[must_use]
    pub fn page_of(&self, place: &Place) -> Option<&Page> {
        let mut place = place.clone();
        loop {
            if let Some(at) = self.index.get(&place) {
                return Some(&self.pages[*at]);
            }
            // A cover is no answer to the question for an item.
            place = place.above().filter(|above| !above.is_cover())?;
        }
    }

    /// The items that it is about; of a cover all of them.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let Some((held, found)) = self.inside() else { return Vec::new() };
        let briefing = &held.resolved.briefing;
        if found == Found::Cover {
            return briefing.items().collect();
        }
        let handed: HashSet<Item> = self.pages.iter().filter_map(|page| item_of(self.world, &page.place)).collect();
        briefing.items().filter(|item| handed.contains(item)).collect()
    }
}

fn item_of(world: &World, place: &Place) -> Option<Item> {
    match locate(world, place).ok()?.inside()?.1 {
        Found::Item(item) | Found::IfFalse(item) => Some(item),
        Found::Side { judgement: index, .. } => Some(Item { kind: ItemKind::Judgement, index }),
        Found::Source { source: index, .. } | Found::Sentence { source: index, .. } => Some(Item { kind: ItemKind::Source, index }),
        Found::Passage { claim: index, .. } => Some(Item { kind: ItemKind::Claim, index }),
        _ => None,
    }
}

/// A whole briefing in the order of its cover: sections, judgements, views, the texts of its sources; behind them what is
/// looked up.
fn of_briefing(held: &HeldBriefing) -> Vec<(Place, Part)> {
    let briefing = &held.resolved.briefing;
    let items = |kind: ItemKind| (0..briefing.count(kind)).map(move |index| Found::Item(Item { kind, index }));
    let views = [
        (Found::Outlook, &[ItemKind::Scenario, ItemKind::Indicator, ItemKind::Gap, ItemKind::Assumption][..]),
        (Found::Alternatives, &[ItemKind::Alternative]),
        (Found::Timeline, &[ItemKind::Event]),
        (Found::Actors, &[ItemKind::Actor]),
        (Found::Sources, &[ItemKind::Source]),
    ];
    let mut main: Vec<Found> = (0..briefing.sections.len()).map(Found::Section).collect();
    main.extend(items(ItemKind::Judgement));
    main.extend(views.into_iter().filter(|(_, kinds)| kinds.iter().any(|kind| briefing.count(*kind) > 0)).map(|(view, _)| view));
    main.extend(briefing.previous.as_ref().map(|_| Found::Change));
    // The page of all sources is the text itself where there is one only.
    if briefing.sources.len() > 1 {
        main.extend((0..briefing.sources.len()).map(|source| Found::Source { source, sentence: None }));
    }
    let looked_up = ItemKind::ALL.into_iter().filter(|kind| *kind != ItemKind::Judgement).flat_map(items);
    let parts = main.into_iter().map(|found| (found, Part::Main)).chain(looked_up.map(|found| (found, Part::Detail)));
    parts.map(|(found, part)| (found.place(held), part)).collect()
}

/// The items that a page leads to, in reading order: of a passage its claim, of a sentence its source.
fn linked(held: &HeldBriefing, doc: &Doc) -> Vec<(Place, Part)> {
    let is_item = |place: &Place| matches!(place.spot(), Some(Spot::Item(_))) && place.briefing() == Some(&held.id);
    let item = |place: &Place| std::iter::successors(Some(place.clone()), Place::above).find(is_item);
    doc.links.iter().filter_map(item).map(|place| (place, Part::Detail)).collect()
}

/// A name that is safe in an address, and begins with a letter.
#[must_use]
pub fn anchor(name: &str) -> String {
    let safe = hyphened(name);
    if safe.starts_with(|letter: char| letter.is_ascii_alphabetic()) { safe } else { format!("p-{safe}") }
}
