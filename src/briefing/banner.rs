//! What stands on the first and the last line for what is shown together.

use super::model::Briefing;
use super::scale::marking::{banner, narrowest};
use super::scale::{Marking, Markings, Vocabulary as _};
use crate::yaml::spanned::Word;
use std::borrow::Cow;

/// A marking as it is shown, and its value. `None`: some of it cannot be read.
pub type Marked = (String, Option<Marking>);

/// Stands between the markings of several vocabularies.
pub const BETWEEN: &str = " · ";

pub const NONE: &str = "NO MARKING";

/// The narrowest marking of a briefing and its items. An item that is marked narrower than its briefing is a mistake, and
/// until it is mended nobody may be shown more for it. `None`: nothing in it is marked.
#[must_use]
pub fn shown_as(briefing: &Briefing) -> Option<Marked> {
    let of_items = || briefing.items().filter_map(|item| briefing.head(item).marking.as_ref());
    let own = briefing.marking.as_ref();
    if own.is_none() && of_items().next().is_none() {
        return None;
    }
    let unmarked = own.is_none().then_some((Cow::Borrowed(NONE), None));
    let words = own.into_iter().chain(of_items()).map(|word| counted(briefing, word));
    together(words.map(|(text, marking)| (Cow::Borrowed(text), marking)).chain(unmarked))
}

/// A marking of a briefing as it counts. Nobody can tell who may see what has one that cannot be read, so it counts as the
/// narrowest that there is.
#[must_use]
pub fn counted<'a>(briefing: &Briefing, word: &'a Word<Marking>) -> (&'a str, Option<Marking>) {
    let top = || briefing.markings().top().map(|(text, marking)| (text, Some(marking)));
    if word.value.is_some() { (&word.text, word.value) } else { top().unwrap_or((&word.text, None)) }
}

/// The same as it stands on a line.
#[must_use]
pub fn written(briefing: &Briefing, word: &Word<Marking>) -> String {
    let (text, marking) = counted(briefing, word);
    marking.map_or_else(|| text.to_owned(), |marking| banner(marking, text))
}

/// The markings that a line is made of.
pub fn parts<'a>(shown: &'a str, marking: Option<Marking>, spoken: &[Markings]) -> Vec<(Cow<'a, str>, Option<Marking>)> {
    if !shown.contains(BETWEEN) {
        return vec![(Cow::Borrowed(shown), marking.or_else(|| read(shown, spoken)))];
    }
    shown.split(BETWEEN).map(|part| (Cow::Borrowed(part), read(part, spoken))).collect()
}

/// The vocabularies of those lines that stand in no other.
pub fn vocabularies<'a>(shown: impl Iterator<Item = &'a str>) -> Vec<Markings> {
    let of = |banner: &str| Markings::all().iter().copied().filter(|markings| Marking::on(*markings, banner).is_some()).collect::<Vec<_>>();
    shown.flat_map(|shown| shown.split(BETWEEN)).map(of).filter(|of| of.len() == 1).flatten().collect()
}

/// A banner without its briefing. A word of two vocabularies is that of one which others beside it are of.
fn read(banner: &str, spoken: &[Markings]) -> Option<Marking> {
    spoken.iter().find_map(|markings| Marking::on(*markings, banner)).or_else(|| Marking::written(banner))
}

/// What two editions come to that are shown side by side.
#[must_use]
pub fn of_both(one: Option<&Marked>, other: Option<&Marked>) -> Option<Marked> {
    let of = |marked: Option<&'_ Marked>| marked.map_or_else(|| vec![(NONE.into(), None)], |(shown, marking)| owned(shown, *marking));
    if one.is_none() && other.is_none() { None } else { together(of(one).into_iter().chain(of(other))) }
}

fn owned(shown: &str, marking: Option<Marking>) -> Vec<(Cow<'static, str>, Option<Marking>)> {
    parts(shown, marking, &[]).into_iter().map(|(text, marking)| (Cow::Owned(text.into_owned()), marking)).collect()
}

/// What several come to; `None` where there are none. What cannot be read must not look free, nor hide what can: it is said
/// beside it.
pub fn together<'a>(all: impl Iterator<Item = (Cow<'a, str>, Option<Marking>)>) -> Option<Marked> {
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
