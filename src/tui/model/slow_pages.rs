//! Pages of a large library that take long: another thread makes them, and what was there before stays on the screen
//! until it has.

use super::message::Awaited;
use super::{Effect, Model};
use crate::catalogue::{Cancel, Catalogue, Listing};
use crate::page::about::notes;
use crate::page::of::library::{self, List};
use crate::page::of::{filters, hits, saved, whole_library};
use crate::page::{At, Doc, Place, World, locate};

/// More answers are not kept: so far people go back.
const KEPT: usize = 16;

/// What other threads are asked for, and what came of it.
#[derive(Debug, Default)]
pub struct Elsewhere {
    /// What the frame needs.
    wanted: Vec<Awaited>,
    /// What is being made.
    asked: Vec<Awaited>,
    /// The last is the newest.
    answers: Vec<Answer>,
    /// Of what is asked for now. What was asked for before is awaited no more, and shows what was.
    age: u64,
}

#[derive(Debug)]
struct Answer {
    awaited: Awaited,
    page: Doc,
}

impl Elsewhere {
    /// The page as it was made, or what stands there until it is; whether that is the page itself.
    pub fn page(&mut self, awaited: Awaited) -> (Doc, bool) {
        let mut answers = self.answers.iter().rev();
        if let Some(answer) = answers.clone().find(|answer| answer.awaited == awaited) {
            return (answer.page.clone(), true);
        }
        let same = answers.clone().find(|answer| awaited.is_same_later(&answer.awaited));
        let before = same.or_else(|| answers.find(|answer| awaited.follows(&answer.awaited)));
        let page = before.map_or_else(|| hits::waiting(&title(&awaited.place)), |answer| answer.page.clone());
        if !self.wanted.contains(&awaited) {
            self.wanted.push(awaited);
        }
        (page, false)
    }

    /// A frame begins: what the last one needed may be of no use to it.
    pub fn begin(&mut self) {
        self.wanted.clear();
    }

    /// It is neither made nor under way.
    fn is_new(&self, awaited: &Awaited) -> bool {
        !self.asked.contains(awaited) && !self.answers.iter().any(|answer| answer.awaited == *awaited)
    }

    /// What is to be made; what else is being made is of no use any more, and ends. `None`: just that is under way.
    fn due(&mut self) -> Option<Vec<Awaited>> {
        let wanted = std::mem::take(&mut self.wanted);
        let is_under_way = wanted.len() == self.asked.len() && wanted.iter().all(|awaited| self.asked.contains(awaited));
        self.asked = wanted;
        (!is_under_way).then(|| self.asked.clone())
    }

    /// False where nobody asks for it any more.
    fn take(&mut self, awaited: &Awaited, page: &Doc) -> bool {
        let is_asked = self.asked.contains(awaited);
        if is_asked {
            self.keep(awaited.clone(), page.clone());
        }
        is_asked
    }

    pub fn keep(&mut self, awaited: Awaited, page: Doc) {
        self.asked.retain(|other| *other != awaited);
        let is_list = awaited.place == Place::Library;
        self.answers.retain(|answer| !(awaited.is_same_later(&answer.awaited) || is_list && answer.awaited.place == Place::Library));
        self.answers.push(Answer { awaited, page });
        if self.answers.len() > KEPT {
            let before = &self.answers[..KEPT];
            // On a high screen as many filters as are kept may be looked at beside the page of all of them.
            let looked_at = before.iter().position(|answer| is_of_list(&answer.awaited.place) && answer.awaited.place != Place::Filters);
            // Whoever has looked at many groups comes back to all of them.
            let oldest = looked_at.or_else(|| before.iter().position(|answer| answer.awaited.place != Place::Library));
            if let Some(oldest) = oldest {
                self.answers.remove(oldest);
            }
        }
    }

    /// What is asked for now, of this age.
    pub fn of_age(&self, awaited: Awaited) -> Awaited {
        Awaited { age: self.age, ..awaited }
    }

    /// Something that they show is another now.
    pub fn age(&mut self) {
        self.age += 1;
    }
}

pub fn title(place: &Place) -> String {
    match place {
        Place::Library => "Library".to_owned(),
        Place::Search(_) => "Search".to_owned(),
        Place::Saved(name) => name.clone(),
        Place::Over(over) => over.title(),
        _ => "Filter".to_owned(),
    }
}

/// What the list may be filtered, sorted and grouped by, and what becomes of it then.
pub fn is_of_list(place: &Place) -> bool {
    matches!(place, Place::Filters | Place::Filter(_) | Place::Sort(_) | Place::Group(_))
}

impl Awaited {
    /// What another thread is asked for at a place. `None`: it is made at once.
    pub fn at(world: &World, place: &Place, listing: &Listing, is_typed: bool) -> Option<Self> {
        let generation = world.listed()?.generation();
        let is_of_list = is_of_list(place) || *place == Place::Library && listing.groups().is_some();
        if !is_of_list && !place.is_searched() {
            return None;
        }
        let listing = is_of_list.then(|| listing.clone());
        Some(Self { place: place.clone(), listing, is_typed: is_typed && matches!(place, Place::Search(_)), generation, age: 0 })
    }

    /// The other is the same page, as it was before or is now.
    fn is_same_later(&self, before: &Self) -> bool {
        (&self.place, &self.listing, self.is_typed) == (&before.place, &before.listing, before.is_typed)
    }

    /// The other stands in its place while it is made: the same of an older catalogue, another filter, the letters before.
    fn follows(&self, before: &Self) -> bool {
        match &self.place {
            Place::Search(_) if self.is_typed => matches!(before.place, Place::Search(_)),
            Place::Filters => before.place == Place::Filters,
            place => before.place == *place,
        }
    }

    /// The page. `None`: it was cancelled, or there is no such place any more.
    #[must_use]
    pub fn made(&self, world: &World, cancel: &Cancel) -> Option<Doc> {
        let at = locate(world, &self.place).ok()?;
        let catalogue = world.catalogue.as_ref()?.ended_by(cancel);
        let world = &World { catalogue: Some(catalogue.clone()), ..world.clone() };
        let doc = match (&at, &self.listing) {
            (At::Library, Some(listing)) => library::listed(world, &catalogue, &List { listing: listing.clone(), ..List::default() }),
            (_, listing) => drawn(world, &catalogue, &at, listing.as_ref().unwrap_or(&Listing::default()), self.is_typed)?,
        };
        // What was ended has only a part, or says why it has none.
        (!cancel.is_cancelled()).then_some(doc)
    }
}

/// A page that the catalogue is asked for. `None`: it is asked for none there.
pub fn drawn(world: &World, catalogue: &Catalogue, at: &At<'_>, listing: &Listing, is_typed: bool) -> Option<Doc> {
    let doc = match at {
        At::Filters | At::Filter(_) | At::Sort(_) | At::Group(_) => return Some(filters::drawn(world, catalogue, listing, at)),
        At::Search(query) => hits::found(world, catalogue, query, is_typed),
        At::Saved(search) => saved::found(world, catalogue, search),
        At::Over(over) => whole_library::drawn(world, catalogue, over),
        _ => return None,
    };
    Some(notes::over(world, at, doc))
}

impl Model {
    /// What another thread is to make for the frame, in the place of all that it was asked for before.
    pub fn due(&mut self) -> Vec<Effect> {
        self.pages.elsewhere.due().map(Effect::Make).into_iter().collect()
    }

    /// A key that comes before any frame was on the screen was typed ahead, and means what it would mean on the page.
    pub(super) fn make_here(&mut self) {
        let place = self.trail.here().place.clone();
        let world = self.seen(&place);
        if let Some(awaited) = self.pages.awaited(&world, &place).filter(|awaited| self.pages.elsewhere.is_new(awaited))
            && let Some(page) = awaited.made(&world, &Cancel::default())
        {
            self.pages.elsewhere.keep(awaited, page);
        }
    }

    /// Shows a page that was made, where it is still asked for.
    pub(super) fn hear_of_page(&mut self, awaited: &Awaited, page: &Doc) {
        let is_here = self.trail.here().place == awaited.place;
        let old = self.here().filter(|_| is_here);
        if !self.pages.elsewhere.take(awaited, page) || !is_here {
            return;
        }
        if awaited.is_typed {
            // The best of what is found is what the next letter is typed for.
            self.trail.here_mut().stop = None;
        } else {
            self.stand_where_it_was(old);
        }
    }
}
