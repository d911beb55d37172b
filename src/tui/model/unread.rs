//! What was read: an item is once its page was opened, a briefing that was never opened is by opening it.

use super::{Effect, Model};
use crate::briefing::{Date, Imprint, parse};
use crate::catalogue::Listing;
use crate::library::HeldBriefing;
use crate::page::about::unread::read_at;
use crate::page::of::help::with_keys;
use crate::page::{Found, Place, World, locate_in};
use crate::personal::ReadBefore;
use crate::personal::read::{Change, Edition, Fresh, Standing};
use crate::text::count;
use crate::yaml::Tree;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// What was called read at one stroke.
#[derive(Debug)]
pub struct Stroke {
    /// Where that was, and of which list: there it can be taken back.
    at: (Place, Listing),
    /// How each stood before, and stood then.
    marked: Vec<(Change, Change)>,
    /// What was opened since: that was read, whoever takes the stroke back.
    opened: Vec<Place>,
}

impl Model {
    /// Notes that the page that was opened is read, and what changes on it under the reader's eyes.
    pub fn note_read(&mut self) -> Vec<Effect> {
        if !self.world.read.is_known {
            return Vec::new();
        }
        let place = self.trail.here().place.clone();
        let whole = locate_in(&self.world, &place).map_or(0, |(held, _)| held.imprint().whole);
        let before = self.read_at.replace((place, whole));
        let place = &self.trail.here().place;
        if before.as_ref().is_some_and(|before| (&before.0, before.1) == (place, whole)) {
            return Vec::new();
        }
        if *place == Place::Library {
            return self.look_at_read().into_iter().collect();
        }
        let is_opened = before.is_none_or(|before| before.0 != *place);
        if let Some(stroke) = self.stroke.as_mut().filter(|_| is_opened) {
            stroke.opened.push(place.clone());
        }
        let (change, words) = self.opened().unwrap_or_default();
        if self.notice.is_none() && is_opened {
            self.notice = words;
        }
        change.map_or_else(Vec::new, |change| self.change_read(vec![change]))
    }

    /// What opening the page changes, and what there is to say of it.
    fn opened(&self) -> Option<(Option<Change>, Option<String>)> {
        let (held, found) = locate_in(&self.world, &self.trail.here().place)?;
        self.reading(held, found, self.world.read.edition(&held.id))
    }

    /// The same of a briefing that was read before as an edition of it.
    fn reading(&self, held: &HeldBriefing, found: Found, edition: Option<&Edition>) -> Option<(Option<Change>, Option<String>)> {
        // A file that cannot be read says nothing, and what it said before was read all the same.
        if held.is_broken() {
            return None;
        }
        let (briefing, imprint) = (&held.resolved.briefing, held.imprint());
        let today = self.world.today.as_ref().map_or("", |today| today.as_str());
        let read = |edition: Edition| Change { briefing: held.id.clone(), read: Some(edition) };
        let all = || Some(read(Edition::of(briefing, imprint, today).beside(edition)));
        let Some(edition) = edition else { return Some((all(), None)) };
        if edition.whole == imprint.whole {
            return Some((all().filter(|_| edition.parts.is_none()), None));
        }
        let Some(fresh) = edition.fresh(briefing, imprint) else {
            return Some((all(), Some(format!("{} has changed since it was marked as read{}.", held.id, on(edition)))));
        };
        // It has lost something for a while, and says again what it said.
        if fresh.is_none() {
            return Some((all(), None));
        }
        if found == Found::Cover {
            let is_more = fresh.own || !fresh.withdrawn.is_empty();
            return Some((is_more.then(|| read(edition.after(briefing, imprint, None, today))), Some(since(edition, &fresh))));
        }
        let item = read_at(held, found)?;
        let (_, standing) = fresh.items.iter().find(|(other, _)| *other == item)?;
        Some((Some(read(edition.after(briefing, imprint, Some(item), today))), Some(of_item(edition, briefing.id_of(item), *standing))))
    }

    /// A reader has written what a file says now, where it said something else before.
    pub(super) fn note_written(&mut self, file: &Path, before: &str) -> Vec<Effect> {
        let held = self.world.entries().into_iter().find(|held| self.world.library.on_disk(held).is_some_and(|path| path == file));
        let Some(held) = held else { return Vec::new() };
        let (old, _) = parse(Tree::read(before), &held.id);
        let is_renamed = old.id != held.resolved.briefing.id;
        let id = if is_renamed { &old.id } else { &held.id };
        let (from, to) = (id.clone(), held.id.clone());
        let notes = self.world.notes.shelf.clone().filter(|_| is_renamed);
        let mut effects: Vec<Effect> = notes.map(|shelf| Effect::CarryNotes { shelf, from, to }).into_iter().collect();
        let Some(edition) = self.world.read.edition(id) else { return effects };
        let today = self.world.today.as_ref().map_or("", |today| today.as_str());
        let then = Imprint::of(id, &old);
        let written = edition.written((&old, &then), (&held.resolved.briefing, held.imprint()), today);
        let change = Change { briefing: held.id.clone(), read: Some(written) };
        if is_renamed || change.read.as_ref() != Some(edition) {
            effects.extend(self.change_read(vec![change]));
        }
        effects
    }

    /// Changes what was read, on the screen at once.
    fn change_read(&mut self, changes: Vec<Change>) -> Vec<Effect> {
        let read = Arc::new(self.world.read.with(&changes));
        self.take_read(Arc::clone(&read));
        vec![Effect::KeepRead { read, changes }]
    }

    /// Reads the file of what was read, if it has news.
    pub(super) fn look_at_read(&self) -> Option<Effect> {
        self.world.read.file.clone().map(|_| Effect::LookAtRead(Arc::clone(&self.world.read)))
    }

    /// Takes what was read; pages get other signs, and a list other counts.
    pub(super) fn take_read(&mut self, read: Arc<ReadBefore>) {
        let (is_first, is_same) = (!self.world.read.is_known, self.world.read.is_same(&read));
        self.world = Arc::new(World { read, ..World::clone(&self.world) });
        if is_first {
            self.join_read();
            self.tell_of_marks();
        }
        if !is_same {
            self.pages.sign_anew();
        }
    }

    /// Whoever comes to a large library has read none of it: what the letters say, and how to be rid of them.
    fn tell_of_marks(&mut self) {
        if self.lists() && self.world.read.is_known && self.world.read.is_empty() && self.notice.is_none() {
            self.say(&with_keys(&self.world, "You have read none of these yet: N. {mark-read} marks them all as read."));
        }
    }

    /// From now on lists and searches ask for what was read until now.
    pub(super) fn join_read(&mut self) {
        if let Some(catalogue) = self.world.catalogue.clone()
            && catalogue.reads(&self.world.read)
        {
            self.pages.forget_rows();
        }
    }

    /// Calls all of the briefing read, or all that the list shows; where nothing is unread, takes back what was done so
    /// last.
    pub(super) fn read_all(&mut self) -> Vec<Effect> {
        if !self.world.read.is_known {
            self.say("What you have read is not kept here.");
            return Vec::new();
        }
        let place = self.trail.here().place.clone();
        let changes = self.unread_here();
        let Some(changes) = changes else {
            self.say("Briefings are read, and the list of them; this is neither.");
            return Vec::new();
        };
        let at = (place.clone(), self.pages.listed().listing.clone());
        if changes.is_empty() {
            let back = self.stroke.take_if(|stroke| stroke.at == at).map(|stroke| self.taken_back(&stroke)).unwrap_or_default();
            if back.is_empty() {
                self.say("Nothing here is unread.");
                return Vec::new();
            }
            self.say("Unread again.");
            return self.change_read(back);
        }
        let marked = changes.iter().map(|change| {
            let before = Change { briefing: change.briefing.clone(), read: self.world.read.edition(&change.briefing).cloned() };
            (before, change.clone())
        });
        let marked = marked.collect();
        let what = match place {
            Place::Library => count(changes.len(), "briefing"),
            _ => changes[0].briefing.clone(),
        };
        self.say(&format!("Marked as read: {what}. The same again takes it back."));
        self.stroke = Some(Stroke { at, marked, opened: Vec::new() });
        self.change_read(changes)
    }

    /// What a stroke alone has marked, as it was before: what was opened since is read, and what another program has marked since
    /// is that program's.
    fn taken_back(&self, stroke: &Stroke) -> Vec<Change> {
        let mut opened: HashMap<&str, Vec<&Place>> = HashMap::new();
        for place in &stroke.opened {
            place.briefing().into_iter().for_each(|briefing| opened.entry(briefing).or_default().push(place));
        }
        let back = stroke.marked.iter().filter_map(|(before, marked)| {
            let now = self.world.read.edition(&before.briefing);
            let opened = opened.get(before.briefing.as_str()).map_or(&[][..], Vec::as_slice);
            if opened.is_empty() && now != marked.read.as_ref() {
                return None;
            }
            let mut back = before.clone();
            for place in opened {
                let read = locate_in(&self.world, place).and_then(|(held, found)| self.reading(held, found, back.read.as_ref())?.0);
                back = read.unwrap_or(back);
            }
            (back.read.as_ref() != now).then_some(back)
        });
        back.collect()
    }

    /// What is unread of the briefing that we are in, or of the list, as it would be read. `None`: we are in neither.
    fn unread_here(&mut self) -> Option<Vec<Change>> {
        let today = self.world.today.as_ref().map_or_else(String::new, |today| today.as_str().to_owned());
        let here = self.here()?;
        let of = |id: &str| {
            let held = self.world.entry(id)?;
            let before = self.world.read.edition(id);
            let edition = Edition::of(&held.resolved.briefing, held.imprint(), &today).beside(before);
            let is_unread = before.is_none_or(|before| before.whole != edition.whole);
            is_unread.then(|| Change { briefing: id.to_owned(), read: Some(edition) })
        };
        match &self.trail.here().place {
            Place::Library if self.lists() => {
                let listing = self.world.today_of(&self.pages.listed().listing);
                let all = self.world.lists_by(&listing)?.imprints(&listing).ok()?;
                if !self.world.library.is_large() {
                    return Some(all.iter().filter_map(|(id, _)| of(id)).collect());
                }
                let unread = all.into_iter().filter(|(id, whole)| self.world.read.standing(id, *whole) != Standing::Read);
                // Those that were never opened are not opened for it.
                let read = |whole| Some(Edition { on: today.clone(), whole, parts: None });
                Some(unread.map(|(briefing, whole)| Change { briefing, read: read(whole) }).collect())
            }
            Place::Library => Some(here.flowed.doc.links.iter().filter_map(|link| of(link.briefing()?)).collect()),
            place => Some(of(place.briefing()?).into_iter().collect()),
        }
    }

    /// There is something that could be called read here.
    pub(super) fn can_read(&self) -> bool {
        let place = &self.trail.here().place;
        self.world.read.is_known && (*place == Place::Library || place.briefing().is_some())
    }
}

/// "Since you read this on 23 Nov 2026: 2 new, 1 changed, C7 withdrawn."
fn since(edition: &Edition, fresh: &Fresh) -> String {
    let of = |standing: Standing, word: &str| {
        let count = fresh.items.iter().filter(|(_, other)| *other == standing).count();
        (count > 0).then(|| format!("{count} {word}"))
    };
    let withdrawn = match fresh.withdrawn.as_slice() {
        [] => None,
        few if few.len() <= 3 => Some(format!("{} withdrawn", few.join(", "))),
        many => Some(format!("{} withdrawn", many.len())),
    };
    let own = fresh.own.then(|| "title, bottom line or their like changed".to_owned());
    let parts = [of(Standing::New, "new"), of(Standing::Changed, "changed"), withdrawn, own];
    format!("Since you read this{}: {}.", on(edition), parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// "J1 has changed since you read it on 23 Nov 2026: likely, low then."
fn of_item(edition: &Edition, id: &str, standing: Standing) -> String {
    if standing == Standing::New {
        return format!("{id} is new since you read this{}.", on(edition));
    }
    let part = edition.parts.as_ref().and_then(|parts| parts.items.get(id));
    let then = part.filter(|part| !part.rating.is_empty()).map(|part| format!(": {} then", part.rating.replace('/', ", ")));
    format!("{id} has changed since you read it{}{}.", on(edition), then.unwrap_or_default())
}

/// " on 23 Nov 2026".
fn on(edition: &Edition) -> String {
    Date::parse(&edition.on).map_or_else(String::new, |date| format!(" on {date}"))
}
