//! Pages with their rows, kept as long as they may be shown again.

use super::message::Awaited;
use super::slow_pages::{Elsewhere, drawn, is_of_list, title};
use crate::page::about::notes;
use crate::page::figure::Figure;
use crate::page::figure::map::frame::View;
use crate::page::flow::Density;
use crate::page::of::help::{self, Offered};
use crate::page::of::library::List;
use crate::page::of::{hits, library, recent, saved};
use crate::page::{At, Body, Doc, Found, Place, World, locate, page_at};
use crate::tui::flowed::Flowed;
use crate::tui::layout::{Rect, text_rows, text_width};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// So many at most; beyond it what is on the screen stays.
const KEPT: usize = 64;

/// Of a place, at a size in cells, its map as it is looked at.
type Key = (Place, (usize, usize), Density, Option<View>);

fn key(place: &Place, area: Rect, density: Density, view: Option<View>) -> Key {
    (place.clone(), (text_width(area), text_rows(area)), density, view)
}

#[derive(Debug, Default)]
pub struct Pages {
    kept: HashMap<Key, Arc<Flowed>>,
    /// Those of them that may show other marks than the reader's own today.
    unmarked: HashSet<Key>,
    offer: Option<Offer>,
    recent: Vec<Place>,
    /// What the list of the library is filtered by.
    filter: Option<String>,
    /// The same of a large library, and which of its rows are on the page.
    list: List,
    /// What the library is searched for is still typed.
    is_finding: bool,
    /// Pages that another thread makes.
    pub(super) elsewhere: Elsewhere,
}

/// What Help lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// The actions that did something where Help was asked for.
    Working(Vec<&'static str>),
    /// What is typed may mean these, best first; what is said where nothing fits.
    Ranked(Vec<Offered>, Option<String>),
}

impl Pages {
    pub fn new() -> Self {
        Self { list: List { is_first: true, ..List::default() }, ..Self::default() }
    }

    pub fn forget_findings(&mut self, world: &World) {
        let shows = |place: &Place| match locate(world, place) {
            Ok(At::Library | At::In(_, Found::Cover | Found::Check)) => true,
            Ok(At::In(held, _)) => held.known_findings().is_some_and(|findings| !findings.is_empty()),
            _ => false,
        };
        self.kept.retain(|(place, ..), _| !shows(place));
    }

    pub fn forget(&mut self) {
        self.elsewhere.age();
        self.kept.clear();
    }

    /// The reader's marks have changed, and nothing else: a page is as it was but for its signs, and gets them when it is
    /// looked at. A slide and the list of notes are made anew.
    pub fn mark_anew(&mut self) {
        self.elsewhere.age();
        self.sign_anew();
    }

    /// What was read is another, and no page is: each gets its signs when it is looked at.
    pub fn sign_anew(&mut self) {
        self.kept.retain(|(place, _, density, _), _| *place != Place::Notes && !matches!(density, Density::Slide { .. }));
        self.unmarked = self.kept.keys().cloned().collect();
    }

    /// The pages as they were; here they are forgotten.
    pub fn take(&mut self) -> Self {
        Self { kept: std::mem::take(&mut self.kept), list: self.list.clone(), ..Self::default() }
    }

    /// The reader's notes have changed, and nothing else: a text that shows none of them is as it was but for its signs. Other
    /// pages are short, and are made anew.
    pub fn note_anew(&mut self, before: &World, now: &World) {
        let same = notes::unchanged_texts(before, now, self.kept.keys().map(|(place, ..)| place));
        self.kept.retain(|(place, ..), _| same.contains(place));
        self.mark_anew();
    }

    pub fn offer(&mut self, offer: Offer) {
        self.kept.retain(|(place, ..), _| *place != Place::Help);
        self.offer = Some(offer);
    }

    pub fn forget_formats(&mut self) {
        self.kept.retain(|(place, ..), _| !matches!(place, Place::Formats(_) | Place::Export(..)));
    }

    pub fn list_recent(&mut self, places: Vec<Place>) {
        self.kept.retain(|(place, ..), _| *place != Place::Recent);
        self.recent = places;
    }

    pub fn filter(&mut self, words: Option<&str>) {
        if self.filter.as_deref() != words {
            self.kept.retain(|(place, ..), _| *place != Place::Library);
            self.filter = words.map(str::to_owned);
        }
    }

    /// What is listed of a large library. Its page is made anew where that is something else; what was found in the library
    /// has nothing to do with it.
    pub fn list(&mut self, list: List) {
        if self.list != list {
            self.forget_rows();
            self.list = list;
        }
    }

    pub fn listed(&self) -> &List {
        &self.list
    }

    /// What the library is searched for is still typed, or is done.
    pub fn find_typed(&mut self, is_typed: bool) {
        if self.is_finding != is_typed {
            self.kept.retain(|(place, ..), _| !matches!(place, Place::Search(_)));
            self.is_finding = is_typed;
        }
    }

    /// The list of the library, and what it may become.
    pub fn forget_rows(&mut self) {
        self.elsewhere.age();
        self.kept.retain(|(place, ..), _| *place != Place::Library && !is_of_list(place));
    }

    /// The same, and what was found in it.
    pub fn forget_list(&mut self) {
        self.forget_rows();
        self.kept.retain(|(place, ..), _| !matches!(place, Place::Search(_) | Place::Saved(_) | Place::Over(_)));
    }

    /// What another thread makes of a place. The first frame waits for what it shows.
    pub(super) fn awaited(&self, world: &World, place: &Place) -> Option<Awaited> {
        // What is counted for a list in groups is worth no waiting.
        let awaited = Awaited::at(world, place, &self.list.listing, self.is_finding);
        awaited.filter(|_| !self.list.is_first || *place == Place::Library).map(|awaited| self.elsewhere.of_age(awaited))
    }

    /// The page of a place at any width, if it was shown of late.
    pub fn any(&self, place: &Place) -> Option<&Flowed> {
        self.kept.iter().find(|((kept, ..), _)| kept == place).map(|(_, flowed)| &**flowed)
    }

    /// The page of a place is kept for an area.
    pub fn has(&self, place: &Place, area: Rect, density: Density) -> bool {
        self.kept.contains_key(&key(place, area, density, None))
    }

    /// The page of a place for an area, its map as it is looked at; none where there is no such place.
    pub fn get(&mut self, world: &World, place: &Place, area: Rect, density: Density, view: Option<View>) -> Option<Arc<Flowed>> {
        let key = key(place, area, density, view);
        let (width, height) = key.1;
        if self.unmarked.remove(&key)
            && let Some(flowed) = self.kept.get_mut(&key)
            && let Ok(at) = locate(world, place)
        {
            *flowed = Arc::new(flowed.signed(notes::signs(world, &at, &flowed.doc)));
        }
        if let Some(flowed) = self.kept.get(&key) {
            return Some(Arc::clone(flowed));
        }
        let is_same = |key: &&Key| (&key.0, key.3) == (place, view) && !self.unmarked.contains(*key);
        let same = self.kept.keys().find(is_same).and_then(|key| self.kept.get(key)).map(|flowed| flowed.at(width, height, density));
        if self.kept.len() >= KEPT {
            self.kept.retain(|_, flowed| Arc::strong_count(flowed) > 1);
        }
        let flowed = match (same, self.awaited(world, place)) {
            (Some(flowed), _) => flowed,
            (None, None) => {
                let doc = self.made(world, place, view)?;
                // Whatever is told behind the first frame: until it is made anew it stays.
                let later = Awaited::at(world, place, &self.list.listing, self.is_finding).filter(|_| self.list.is_first);
                if let Some(awaited) = later {
                    self.elsewhere.keep(self.elsewhere.of_age(awaited), doc.clone());
                }
                Flowed::new(doc, width, height, density)
            }
            (None, Some(awaited)) => {
                let (mut doc, is_made) = self.elsewhere.page(awaited);
                if *place == Place::Library {
                    doc = if doc.links.is_empty() { doc } else { saved::over(world, doc) };
                }
                let flowed = Flowed::new(doc, width, height, density);
                if !is_made {
                    return Some(Arc::new(flowed));
                }
                flowed
            }
        };
        let flowed = Arc::new(flowed);
        self.kept.insert(key, Arc::clone(&flowed));
        Some(flowed)
    }

    /// The same page with what is near these blocks laid out; where it was not, it is kept so. The first frame waits for no
    /// more than it shows.
    pub fn near(&mut self, flowed: &Arc<Flowed>, blocks: impl IntoIterator<Item = usize>, height: usize, begun: bool) -> Arc<Flowed> {
        let near = if begun { Flowed::near } else { Flowed::glance };
        let further = blocks.into_iter().fold(Arc::clone(flowed), |flowed, block| near(&flowed, block, height));
        if !Arc::ptr_eq(flowed, &further)
            && let Some(kept) = self.kept.values_mut().find(|kept| Arc::ptr_eq(kept, flowed))
        {
            *kept = Arc::clone(&further);
        }
        further
    }

    fn made(&self, world: &World, place: &Place, view: Option<View>) -> Option<Doc> {
        let at = locate(world, place).ok()?;
        let mut doc = match (&at, &self.offer) {
            (At::Help, Some(Offer::Working(names))) => help::working(world, names),
            (At::Help, Some(Offer::Ranked(offered, unfit))) => help::ranked(world, offered, unfit.as_deref()),
            (At::Recent, _) => recent::page(world, &self.recent),
            (At::Filters | At::Filter(_) | At::Sort(_) | At::Group(_) | At::Search(_) | At::Saved(_) | At::Over(_), _) => {
                let Some(catalogue) = &world.catalogue else { return Some(hits::waiting(&title(place))) };
                drawn(world, catalogue, &at, &self.list.listing, self.is_finding)?
            }
            (At::Library, _) => {
                let listing = &self.list.listing;
                let doc = match (world.lists_by(listing), &self.filter) {
                    (Some(catalogue), _) => saved::over(world, library::listed(world, catalogue, &self.list)),
                    (None, _) if !listing.is_usual() => hits::waiting(&title(place)),
                    (None, Some(words)) => library::filtered(world, words),
                    (None, None) => page_at(world, &at),
                };
                notes::over(world, &at, doc)
            }
            _ => notes::over(world, &at, page_at(world, &at)),
        };
        let maps = doc.blocks.iter_mut().filter_map(|block| match &mut block.body {
            Body::Figure { figure: Figure::Map(map), .. } => Some(map),
            _ => None,
        });
        maps.for_each(|map| map.view = view);
        Some(doc)
    }
}
