//! Who may see a page: what stands on the first and the last line.

use crate::briefing::scale::marking::{narrowest, portion_mark};
use crate::briefing::scale::{Marking, Markings, Vocabulary as _};
use crate::library::HeldBriefing;
use crate::page::place::Place;
use crate::page::world::World;
use crate::text::{clip, neutral};
use std::borrow::Cow;

/// A marking as it is shown, and its value. `None`: it cannot be read.
pub type Marked = (String, Option<Marking>);

/// The marking of a briefing, or of all of them.
///
/// All together have the narrowest, of each vocabulary one; where one of them has no valid marking that is said beside it:
/// what cannot be read must not look free, nor hide what can.
#[must_use]
pub fn marking(world: &World, briefing: Option<&str>) -> Marked {
    match briefing.and_then(|id| world.entry(id)) {
        Some(held) => {
            let (text, marking) = one(held);
            (text.into_owned(), marking)
        }
        None => together(all(world)).unwrap_or_else(|| (NONE.to_owned(), None)),
    }
}

/// Stands between the markings of several vocabularies.
const BETWEEN: &str = " · ";

const NONE: &str = "NO MARKING";

fn one(held: &HeldBriefing) -> (Cow<'_, str>, Option<Marking>) {
    let briefing = &held.resolved.briefing;
    match (&briefing.shown_as, &briefing.marking) {
        (Some((banner, marking)), _) => (Cow::Borrowed(banner), Some(*marking)),
        // What is no marking may be of any length, and other things stand on its line.
        (None, Some(word)) => (Cow::Owned(clip(&neutral(&word.text), 20).into_owned()), None),
        (None, None) => (Cow::Borrowed(NONE), None),
    }
}

fn all(world: &World) -> impl Iterator<Item = (Cow<'_, str>, Option<Marking>)> {
    let listed: Vec<String> = world.listed().into_iter().flat_map(|catalogue| catalogue.banners().to_vec()).collect();
    let spoken = vocabularies(listed.iter().map(String::as_str));
    let listed =
        listed.into_iter().map(move |banner| (read(&banner, &spoken), Cow::Owned(banner))).map(|(marking, banner)| (banner, marking));
    world.entries().into_iter().map(|held| one(held)).chain(listed).map(in_a_list)
}

/// The vocabularies of those banners that stand in no other.
fn vocabularies<'a>(banners: impl Iterator<Item = &'a str>) -> Vec<Markings> {
    let of = |banner: &str| Markings::all().iter().copied().filter(|markings| Marking::on(*markings, banner).is_some()).collect::<Vec<_>>();
    banners.map(of).filter(|of| of.len() == 1).flatten().collect()
}

/// A banner without its briefing. A word of two vocabularies is that of one which others beside it are of.
fn read(banner: &str, spoken: &[Markings]) -> Option<Marking> {
    spoken.iter().find_map(|markings| Marking::on(*markings, banner)).or_else(|| Marking::written(banner))
}

/// Of a list nobody can tell whose marking it is that cannot be read.
fn in_a_list((text, marking): (Cow<'_, str>, Option<Marking>)) -> (Cow<'_, str>, Option<Marking>) {
    (if marking.is_some() { text } else { NONE.into() }, marking)
}

/// What the banners of several briefings come to, where some may have none; empty where there are none of them.
#[must_use]
pub fn banner_of_all<'a>(banners: impl Iterator<Item = Option<&'a str>>) -> String {
    let banners: Vec<Option<&str>> = banners.collect();
    let spoken = vocabularies(banners.iter().copied().flatten());
    let read = |banner: Option<&'a str>| (Cow::Borrowed(banner.unwrap_or_default()), banner.and_then(|banner| read(banner, &spoken)));
    together(banners.into_iter().map(read).map(in_a_list)).map_or_else(String::new, |(banner, _)| banner)
}

/// What several come to; `None` where there are none.
fn together<'a>(all: impl Iterator<Item = (Cow<'a, str>, Option<Marking>)>) -> Option<Marked> {
    let mut known: Vec<(Cow<'_, str>, Marking)> = Vec::new();
    let mut unread: Option<Cow<'_, str>> = None;
    for (text, marking) in all {
        match marking {
            None => unread = unread.or(Some(text)),
            Some(marking) if !known.iter().any(|(other, _)| *other == text) => known.push((text, marking)),
            Some(_) => {}
        }
    }
    known.sort_by_key(|(_, marking)| marking.markings() as usize);
    let narrowest = narrowest(known.iter().map(|(text, marking)| (&**text, *marking)));
    let loudest = narrowest.iter().map(|(_, marking)| *marking).max_by_key(|marking| marking.hue()).filter(|_| unread.is_none());
    let banners: Vec<String> = narrowest.into_iter().map(|(banner, _)| banner).chain(unread.map(Cow::into_owned)).collect();
    (!banners.is_empty()).then(|| (banners.join(BETWEEN), loudest))
}

/// The same marking by its portion marks, for a line that the words do not fit on: a marking that is cut says less than it
/// means.
#[must_use]
pub fn in_short(shown: &str) -> String {
    let mark = |banner: &str| Marking::written(banner).map(|marking| portion_mark(marking, banner));
    let marks: Vec<String> = shown.split(BETWEEN).map(|banner| mark(banner).unwrap_or_else(|| banner.to_owned())).collect();
    marks.join(" ")
}

/// `None` for a place that shows nothing of any briefing, such as help. A list over briefings has the marking of all.
#[must_use]
pub fn marking_of(world: &World, place: &Place) -> Option<Marked> {
    marking_of_all(world, [place].into_iter())
}

/// What places that are shown together come to.
#[must_use]
pub fn marking_of_all<'a>(world: &World, places: impl Iterator<Item = &'a Place>) -> Option<Marked> {
    let briefings = |place: &Place| {
        let own = place.briefing().and_then(|id| world.entry(id));
        let lists = matches!(
            place,
            Place::In { .. }
                | Place::Question { .. }
                | Place::Library
                | Place::Search(_)
                | Place::Over(_)
                | Place::Saved(_)
                | Place::Filter(_)
                | Place::Sort(_)
                | Place::Group(_)
                | Place::Notes
                | Place::Recent
        );
        own.map(one).into_iter().chain(all(world).filter(move |_| lists && own.is_none()))
    };
    together(places.flat_map(briefings))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e16_a_banner_alone_is_read_in_the_vocabulary_of_those_beside_it() {
        let of = |banners: &[&str]| banner_of_all(banners.iter().copied().map(Some));
        assert_eq!(of(&["SECRET", "CONFIDENTIAL//NOFORN"]), "SECRET//NOFORN");
        assert_eq!(of(&["SECRET//REL TO USA, GBR", "CUI"]), "SECRET//REL TO USA, GBR");
        assert_eq!(of(&["OFFICIAL", "SECRET"]), "SECRET");
    }
}
