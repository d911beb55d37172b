//! What is copied of a place: its words, or its words with a citation.

use super::short_form::{self, confidence_dots, listed, sentence_numbers, summary, title_of_slug};
use crate::briefing::resolved::Anchored;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::address::Address;
use crate::page::at::{At, Found};
use crate::page::figure::Draw as _;
use crate::page::marking;
use crate::page::styled_text::one_line;
use crate::page::world::World;
use crate::text::fold::{Folded, Folding};
use crate::text::web::{link_to_words, web_address};
use std::collections::BTreeSet;
use std::ops::Range;

/// The words of a place on one line: an item's text, a quote, a sentence, the bottom line. A list or a view has none.
#[must_use]
pub fn words(at: &At<'_>) -> Option<String> {
    match at {
        At::Web(address) => Some(address.clone()),
        At::In(held, found) => words_in(held, *found).filter(|words| !words.is_empty()),
        _ => None,
    }
}

fn words_in(held: &HeldBriefing, found: Found) -> Option<String> {
    let resolved = &held.resolved;
    match found.subject(held) {
        Found::Item(item) => Some(one_line(&summary(resolved, item))),
        Found::Passage { claim, passage } => resolved.quoted(claim).nth(passage).map(one_line),
        sentence @ Found::Sentence { .. } => sentence.quote(held).map(one_line),
        Found::Cover => resolved.briefing.bottom_line.as_ref().map(|text| one_line(&text.value)),
        Found::Section(section) => Some(one_line(&title_of_slug(&resolved.briefing.sections[section]))),
        _ => None,
    }
}

/// `words` with their citation, a line each: what they rest on, the briefing with its marking, the address. What the
/// briefing leaves open is "not stated".
#[must_use]
pub fn citation(world: &World, at: &At<'_>, words: &str) -> String {
    let range = at.inside().and_then(|(held, found)| words_from(held, found, words));
    let is_quoted = range.is_some() || matches!(at, At::In(_, Found::Passage { .. }));
    let mut lines = vec![if is_quoted { format!("“{words}”") } else { words.to_owned() }];
    if let Some((held, found)) = at.inside() {
        lines.extend(evidence(held, found, range.as_ref()));
        let briefing = &held.resolved.briefing;
        let date = briefing.date.as_ref().map_or("date not stated", |date| &date.text);
        let by = if briefing.authors.is_empty() { String::new() } else { format!(", {}", one_line(&listed(&briefing.authors))) };
        let marking = marking(world, Some(&held.id)).0;
        lines.push(format!("Briefing: {}{by}, {}, {marking}", one_line(briefing.title()), one_line(date)));
    }
    lines.push(format!("Address: {}", one_line(&Address::of(at).to_string())));
    lines.join("\n")
}

/// Where `words` stand in the source, if the place is a sentence that they begin in.
fn words_from(held: &HeldBriefing, found: Found, words: &str) -> Option<Range<usize>> {
    let (Found::Sentence { source, sentence } | Found::Source { source, sentence: Some(sentence) }) = found else { return None };
    let text = held.resolved.text(source)?;
    let sentence = &text.sentences().get(sentence)?.range;
    // The source may have more white space than the words, but not twice as much.
    let end = text.text().floor_char_boundary(sentence.end.saturating_add(words.len().saturating_mul(2)));
    let from = Folded::new(&text.text()[sentence.start..end], Folding::Typography);
    let range = from.find(&Folded::new(words.trim(), Folding::Typography)).into_iter().next();
    let range = range.map(|range| range.start + sentence.start..range.end + sentence.start).filter(|range| range.start < sentence.end);
    // The words have marks in place of characters that could command a terminal, so they may not be found as they are.
    range.or_else(|| (one_line(&text.text()[sentence.clone()]) == words).then(|| sentence.clone()))
}

/// What a place rests on, a line each; `range` is where its words stand in its source.
#[must_use]
pub fn evidence(held: &HeldBriefing, found: Found, range: Option<&Range<usize>>) -> Vec<String> {
    let resolved = &held.resolved;
    if let Some(judgement) = found.judgement() {
        return vec![judged(held, judgement)];
    }
    match found {
        Found::Item(Item { kind: ItemKind::Claim, index }) => {
            let anchored = &resolved.evidence().passages[index];
            resolved.quoted(index).zip(anchored).flat_map(|(quote, at)| quoted(held, Some(quote), at)).collect()
        }
        Found::Item(Item { kind: ItemKind::Source, index }) => source_lines(held, index, None),
        Found::Passage { claim, passage } => {
            let item = Item { kind: ItemKind::Claim, index: claim };
            let claimed = format!("Claim: {}: {}", one_line(resolved.briefing.id_of(item)), one_line(&summary(resolved, item)));
            std::iter::once(claimed).chain(quoted(held, None, &resolved.evidence().passages[claim][passage])).collect()
        }
        Found::Drift(source) => source_lines(held, source, None),
        _ => found.source(held).map_or_else(Vec::new, |source| {
            let claimed = range.and_then(|range| claimed_by(held, source, range));
            claimed.into_iter().chain(source_lines(held, source, range)).collect()
        }),
    }
}

fn claimed_by(held: &HeldBriefing, source: usize, words: &Range<usize>) -> Option<String> {
    let resolved = &held.resolved;
    let coverage = resolved.evidence().coverage[source].get(resolved.text(source)?.sentences_in(words))?;
    let claims: BTreeSet<usize> = coverage.iter().flat_map(|sentence| sentence.claims.iter().copied()).collect();
    let ids: Vec<_> = claims.into_iter().map(|claim| one_line(&resolved.briefing.claims[claim].head.id.value)).collect();
    (!ids.is_empty()).then(|| format!("Claimed by: {}", ids.join(", ")))
}

fn judged(held: &HeldBriefing, index: usize) -> String {
    let judgement = &held.resolved.briefing.judgements[index];
    let likelihood = short_form::judged(held, index).twin();
    let confidence = confidence_dots(judgement.confidence.as_ref()).word().plain();
    format!("We judge: {likelihood}; confidence {confidence}")
}

/// Where a passage stands, and its words if they are not said already.
fn quoted(held: &HeldBriefing, quote: Option<&str>, anchored: &Anchored) -> Vec<String> {
    let quote = quote.map(|quote| format!("Quote: “{}”", one_line(quote)));
    let range = anchored.anchor.range();
    let mut lines: Vec<String> = quote.into_iter().collect();
    match anchored.source {
        Some(source) => lines.extend(source_lines(held, source, range.as_ref())),
        None => lines.push("Source: not in this briefing".to_owned()),
    }
    if range.is_none() {
        lines.push("UNANCHORED: these words are not at one place in the source.".to_owned());
    }
    lines
}

/// A source, the sentences that the words are in, and a link that opens the source at them.
fn source_lines(held: &HeldBriefing, index: usize, words: Option<&Range<usize>>) -> Vec<String> {
    let resolved = &held.resolved;
    let source = &resolved.briefing.sources[index];
    let text = resolved.text(index);
    let sentences = text.zip(words).map(|(text, words)| text.sentences_in(words)).filter(|sentences| !sentences.is_empty());
    let numbers = |sentences| text.map_or_else(String::new, |text| format!(", {}", sentence_numbers(text, &sentences)));
    let sentences = sentences.map_or_else(String::new, numbers);
    let stated = |what: &str, value: Option<&str>| value.map_or_else(|| format!("{what} not stated"), one_line);
    let title = stated("title", source.title.as_ref().map(|text| text.value.as_str()));
    let publisher = stated("publisher", source.publisher.as_ref().map(|text| text.value.as_str()));
    let date = stated("date", source.date.as_ref().map(|date| date.text.as_str()));
    let own = source.head.marking.as_ref().map_or_else(String::new, |marking| format!(", {}", one_line(&marking.text)));
    let mut lines = vec![format!("Source: {}{sentences}: {title}, {publisher}, {date}{own}", one_line(&source.head.id.value))];
    if let Some(address) = source.url.as_ref().and_then(|url| web_address(&url.value)) {
        let link = text.zip(words).map(|(text, words)| {
            let touched =
                text.paragraphs().iter().filter(|paragraph| paragraph.range.start < words.end && words.start < paragraph.range.end);
            let around =
                touched.fold(words.clone(), |all, paragraph| all.start.min(paragraph.range.start)..all.end.max(paragraph.range.end));
            link_to_words(&address, text.text(), words, &around)
        });
        lines.push(format!("Link: {}", link.unwrap_or(address)));
    }
    lines
}
