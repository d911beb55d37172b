use super::banner::counted;
use super::grade::source_of;
use super::model::{Briefing, Item, ItemKind};
use super::scale::Marking;
use super::scale::marking::narrowest;
use crate::yaml::spanned::Word;

/// The marking of a claim: its own, else what the sources come to that it quotes. `None` where neither it nor any of them has
/// one.
#[must_use]
pub fn claim_marking(briefing: &Briefing, claim: usize) -> Option<Word<Marking>> {
    let own = briefing.claims[claim].head.marking.clone();
    own.or_else(|| together(briefing, quoted(briefing, claim).flatten()))
}

/// The marking of an item by itself. Of one with a mistake of form nobody can tell what it was to say, so it is marked at least
/// as its briefing.
#[must_use]
pub fn own_marking(briefing: &Briefing, item: Item) -> Option<Word<Marking>> {
    let head = briefing.head(item);
    let own = match item.kind {
        ItemKind::Claim => claim_marking(briefing, item.index),
        _ => head.marking.clone(),
    };
    let of_all = briefing.marking.as_ref().filter(|_| briefing.unread.malformed.contains(&head.id.value));
    if of_all.is_none() { own } else { together(briefing, own.iter().chain(of_all)) }
}

/// Whether nothing of what a claim says is from a source that has no marking, or from none.
#[must_use]
pub fn is_marked_through(briefing: &Briefing, claim: usize) -> bool {
    briefing.claims[claim].head.marking.is_some() || quoted(briefing, claim).all(|word| word.is_some())
}

/// Of each passage the marking of its source.
fn quoted(briefing: &Briefing, claim: usize) -> impl Iterator<Item = Option<&Word<Marking>>> {
    let passages = briefing.claims[claim].passages.iter();
    passages.map(|passage| source_of(briefing, passage).and_then(|source| briefing.sources[source].head.marking.as_ref()))
}

/// What markings come to, at the place of the narrowest of them. Beside one that can be read one that cannot counts as the
/// narrowest that there is.
#[must_use]
pub fn together<'a>(briefing: &Briefing, words: impl Iterator<Item = &'a Word<Marking>>) -> Option<Word<Marking>> {
    let words: Vec<&Word<Marking>> = words.collect();
    if words.iter().all(|word| word.value.is_none()) {
        return words.first().copied().cloned();
    }
    let read = || words.iter().map(|word| (*word, counted(briefing, word)));
    let (at, (highest, value)) = read().reduce(|highest, other| if other.1.1 > highest.1.1 { other } else { highest })?;
    let differ = read().any(|(_, (text, _))| text != highest);
    let known = read().filter_map(|(_, (text, marking))| Some((text, marking?)));
    match narrowest(known).into_iter().find(|(_, marking)| Some(*marking) == value) {
        Some((text, marking)) if differ => Some(Word { text, value: Some(marking), span: at.span }),
        _ => Some(Word { text: highest.to_owned(), value, span: at.span }),
    }
}
