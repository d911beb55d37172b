use super::grade::source_of;
use super::model::Briefing;
use super::scale::Marking;
use super::scale::marking::narrowest;
use crate::yaml::spanned::Word;

/// The marking of a claim: its own, else what the sources come to that it quotes. `None` where neither it nor any of them has
/// one.
#[must_use]
pub fn claim_marking(briefing: &Briefing, claim: usize) -> Option<Word<Marking>> {
    let own = briefing.claims[claim].head.marking.clone();
    own.or_else(|| together(quoted(briefing, claim).flatten()))
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

/// What markings come to, at the place of the narrowest of them. What can be read goes before what cannot.
#[must_use]
pub fn together<'a>(words: impl Iterator<Item = &'a Word<Marking>>) -> Option<Word<Marking>> {
    let words: Vec<&Word<Marking>> = words.collect();
    let read = || words.iter().filter_map(|word| Some((word.text.as_str(), word.value?)));
    let highest = words.iter().copied().reduce(|highest, other| if other.value > highest.value { other } else { highest })?;
    let differ = read().any(|(text, _)| text != highest.text);
    match narrowest(read()).into_iter().find(|(_, marking)| Some(*marking) == highest.value) {
        Some((text, marking)) if differ => Some(Word { text, value: Some(marking), span: highest.span }),
        _ => Some(highest.clone()),
    }
}
