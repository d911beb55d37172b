//! Who may see a page: what stands on the first and the last line.

use crate::briefing::banner::{BETWEEN, NONE, parts, together, vocabularies};
use crate::briefing::scale::Marking;
use crate::briefing::scale::marking::portion_mark;
use crate::library::HeldBriefing;
use crate::page::place::Place;
use crate::page::world::World;
use std::borrow::Cow;

pub use crate::briefing::banner::Marked;

/// A marking as one among others.
type One<'a> = (Cow<'a, str>, Option<Marking>);

/// The marking of a briefing, or of all of them.
///
/// All together have the narrowest, of each vocabulary one; where one of them has no valid marking that is said beside it:
/// what cannot be read must not look free, nor hide what can.
#[must_use]
pub fn marking(world: &World, briefing: Option<&str>) -> Marked {
    let marked = match briefing.and_then(|id| world.entry(id)) {
        Some(held) => held.resolved.briefing.shown_as.clone(),
        None => together(all(world)),
    };
    marked.unwrap_or_else(|| (NONE.to_owned(), None))
}

fn one(held: &HeldBriefing) -> Vec<One<'_>> {
    let shown = held.resolved.briefing.shown_as.as_ref();
    shown.map_or_else(|| vec![(NONE.into(), None)], |(shown, marking)| parts(shown, *marking, &[]))
}

fn all(world: &World) -> impl Iterator<Item = One<'_>> {
    let listed: Vec<String> = world.listed().into_iter().flat_map(|catalogue| catalogue.banners().to_vec()).collect();
    let spoken = vocabularies(listed.iter().map(String::as_str));
    let read = move |shown: String| {
        let owned = |(text, marking): One<'_>| (Cow::Owned(text.into_owned()), marking);
        parts(&shown, None, &spoken).into_iter().map(owned).collect::<Vec<_>>()
    };
    world.entries().into_iter().flat_map(|held| one(held)).chain(listed.into_iter().flat_map(read)).map(in_a_list)
}

/// Of a list nobody can tell whose marking it is that cannot be read.
fn in_a_list((text, marking): One<'_>) -> One<'_> {
    (if marking.is_some() { text } else { NONE.into() }, marking)
}

/// What the banners of several briefings come to, where some may have none; empty where there are none of them.
#[must_use]
pub fn banner_of_all<'a>(banners: impl Iterator<Item = Option<&'a str>>) -> String {
    let banners: Vec<&str> = banners.map(Option::unwrap_or_default).collect();
    let spoken = vocabularies(banners.iter().copied());
    let read = banners.into_iter().flat_map(|banner| parts(banner, None, &spoken));
    together(read.map(in_a_list)).map_or_else(String::new, |(banner, _)| banner)
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
        own.map(one).into_iter().flatten().chain(all(world).filter(move |_| lists && own.is_none()))
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
