//! Names and numbers of a claim must come from what it quotes, not from what the analyst knows.

use super::figures_outside::figures;
use super::frame::changed;
use super::initials::stand_for;
use super::longer_name::shortened;
use super::name::name_words;
use super::names_outside::{Actor, names};
use super::opening_name::opening_name;
use super::quoted_context::Context;
use super::swapped_pairs::swapped;
use super::{Reporter, Subject};
use crate::text::line_ends::with_parted_words;
use std::collections::BTreeMap;
use std::ops::Range;

pub fn outside_quote(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let actors: Vec<Actor<'_>> = subject
        .briefing()
        .actors
        .iter()
        .map(|actor| {
            let names = actor.name.iter().chain(&actor.aka).map(|name| name.value.as_str());
            names.map(|name| (name, name_words(name))).collect()
        })
        .collect();
    // Several claims quote one sentence.
    let mut contexts: BTreeMap<String, Context> = BTreeMap::new();
    for (index, claim) in subject.briefing().claims.iter().enumerate() {
        let Some(text) = &claim.text else { continue };
        let Some(around) = around(subject, index) else { continue };
        let context = contexts.entry(around).or_insert_with_key(|around| Context::new(around));
        let mut names = names(&actors, text, context);
        names.extend(opening_name(subject, index, text, &context.named).filter(|range| !stand_for(text, range, &context.text)));
        let mut outside = figures(text, context);
        let is_named = !names.is_empty();
        outside.extend(names);
        outside.sort_unstable_by_key(|range| range.start);
        let Some(first) = outside.first() else {
            let quotes = || claim.passages.iter().map(|passage| passage.exact.value.as_str());
            if let Some((range, message)) = exchanged(text, context, quotes()) {
                report.at(&claim.head.id, subject.place(text, &range), message, "give each what the source gives it");
            }
            continue;
        };
        let mut listed: Vec<String> = outside.iter().map(|range| format!("“{}”", &text[range.clone()])).collect();
        listed.dedup();
        let verb = if listed.len() == 1 { "stands" } else { "stand" };
        let message = format!("{} {verb} neither in the quoted sentence nor in the one before", listed.join(", "));
        let hint = if is_named {
            "quote the words that name it too, leave it out, or list the source's name for it under `aka`"
        } else {
            "quote the words that give it too, or leave it out"
        };
        report.at(&claim.head.id, subject.place(text, first), message, hint);
    }
}

/// A name or a number of the source that stands for another than there, and what is wrong with it.
fn exchanged<'q>(text: &str, context: &'q Context, quotes: impl Iterator<Item = &'q str>) -> Option<(Range<usize>, String)> {
    let another = || {
        let (range, theirs) = changed(text, context.text.lines().chain(quotes))?;
        let message = format!("“{}” stands where the source has “{theirs}”", &text[range.clone()]);
        Some((range, message))
    };
    let short = || {
        let range = shortened(text, &context.text)?;
        let message = format!("“{}” is another than the one that the source names", &text[range.clone()]);
        Some((range, message))
    };
    swapped(text, &context.text).or_else(short).or_else(another)
}

/// The quoted sentences and the one before each passage; `None` where a passage is not found.
fn around(subject: &Subject<'_>, claim: usize) -> Option<String> {
    let resolved = subject.resolved;
    let mut context = String::new();
    for passage in &resolved.evidence().passages[claim] {
        let text = resolved.text(passage.source?)?;
        let sentences = text.sentences_in(&passage.anchor.range()?);
        for sentence in text.sentences().get(sentences.start.saturating_sub(1)..sentences.end)? {
            context.push_str(&with_parted_words(&text.text()[sentence.range.clone()]));
            context.push('\n');
        }
    }
    (!context.is_empty()).then_some(context)
}
