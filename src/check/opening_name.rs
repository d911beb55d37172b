//! A name that a claim begins with, where every sentence has a capital.

use super::Subject;
use super::name::{Named, name_words};
use crate::briefing::source_text::SourceText;
use crate::english::lexicon::look_up;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// The first word of a claim, where the text around its quote does not have it: a name that the source writes with a capital within its
/// sentences, or with a comma behind it, and never in small letters.
pub(super) fn opening_name(subject: &Subject<'_>, claim: usize, text: &str, around: &Named) -> Option<Range<usize>> {
    let first = name_words(text).into_iter().next().filter(|word| word.letters() > 2 && !word.is_state())?;
    let own = without_possessive(&text[first.range.clone()]);
    // "Parliament", "Ministers": words that begin sentences of all sources.
    if around.has(&first) || !own.starts_with(char::is_uppercase) || look_up(own).lemma != 0 {
        return None;
    }
    let mut sources = subject.resolved.evidence().passages[claim].iter().filter_map(|passage| subject.resolved.text(passage.source?));
    let named = |source: &SourceText| {
        if !source.text().contains(own) {
            return false;
        }
        let places: Vec<Range<usize>> =
            words(source.text()).filter(|(_, word)| without_possessive(word).eq_ignore_ascii_case(own)).map(|(range, _)| range).collect();
        let capital = places.iter().all(|place| source.text()[place.clone()].starts_with(own));
        let within = |place: &Range<usize>| {
            let before = source.text()[..place.start].trim_end();
            before.ends_with(|c: char| c.is_alphanumeric() || c == ',') || source.text()[place.end..].starts_with([',', '\'', '’'])
        };
        capital && places.iter().any(within)
    };
    sources.any(named).then_some(first.range)
}
