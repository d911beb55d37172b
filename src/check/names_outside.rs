//! The names of a claim that the text around its quote does not have.

use super::aliases::is_alias;
use super::currency::is_currency;
use super::dates::dates;
use super::initials::stand_for;
use super::metonymy::is_told_state;
use super::name::{Word, name_words};
use super::nations::mentions;
use super::number::{Number, Written};
use super::quoted_context::Context;
use super::regions::is_of_several_named;
use super::state_things::stands_for;
use super::titles::{is_ordinal, is_title};
use super::unit_names::is_unit;
use crate::briefing::references::is_reference;
use crate::text::phrases::words;
use std::cell::LazyCell;
use std::ops::Range;

/// An actor's names, each with its words.
pub(super) type Actor<'a> = Vec<(&'a str, Vec<Word>)>;

/// The names in a claim that its context does not have. A capital that begins a sentence makes a name only if a state or an
/// actor is called so.
pub(super) fn names(actors: &[Actor<'_>], text: &str, context: &Context) -> Vec<Range<usize>> {
    let dates = dates(text);
    let states = LazyCell::new(|| mentions(text));
    let mut outside = Vec::new();
    let mut end = 0;
    let mut before = None;
    let is_called = |names: &Actor<'_>, word: &Word| names.iter().any(|(_, words)| words.iter().any(|part| part.is_form_of(word)));
    for word in name_words(text) {
        let begins = end == 0 || text[end..word.range.start].contains(['.', '!', '?', ':', '“', '"']);
        end = word.range.end;
        let before = before.replace(word.clone());
        let is_name = text[word.range.clone()].starts_with(char::is_uppercase) && word.letters() > 1;
        let is_dated = dates.iter().any(|date| date.range.contains(&word.range.start));
        let mut called = actors.iter().filter(|names| is_called(names, &word)).peekable();
        if !is_name || is_dated || is_reference(text, word.range.start) || begins && called.peek().is_none() && !word.is_state() {
            continue;
        }
        let has = context.named.has(&word);
        let stands = has && !context.named.means_another(&word, before.as_ref());
        // Most names do, and no more is looked up of them.
        if stands || called.any(|names| names.iter().any(|(name, _)| context.named.has_name(name))) {
            continue;
        }
        let is_meant = is_currency(text, &word.range, &context.text)
            || is_author(&text[word.range.clone()], context)
            || is_title(&text[word.range.clone()], &context.text)
            || is_part_of_year(&text[word.range.clone()], context)
            || is_told_state(text, &word.range, &states, context)
            || !has && is_ordinal(&text[word.range.clone()], &context.text)
            || !has && stand_for(text, &word.range, &context.text)
            || !has && is_alias(text, &word.range, &context.text)
            || !has && stands_for(&text[word.range.clone()], &context.text)
            || !has && (is_unit(text, &word.range, &context.text) || is_of_several_named(&word, &context.named));
        if !is_meant {
            outside.push(word.range);
        }
    }
    outside
}

/// "The Committee" of what its report says of "us".
fn is_author(word: &str, context: &Context) -> bool {
    let bodies = ["Committee", "Commission", "Court", "Tribunal", "Agency", "Panel", "Board", "Council", "Department", "Ministry"];
    bodies.contains(&word) && words(&context.text).any(|(_, word)| matches!(word, "we" | "We" | "us" | "our" | "Our"))
}

/// "Q3" for the third quarter, "H1" for the first half.
fn is_part_of_year(name: &str, context: &Context) -> bool {
    let ([b'Q', part @ b'1'..=b'4'] | [b'H', part @ b'1'..=b'2']) = name.as_bytes() else { return false };
    let is_it = |number: &Number| number.written == Written::Ordinal && number.whole() == Some(u128::from(part - b'0'));
    context.numbers().iter().any(is_it)
}
