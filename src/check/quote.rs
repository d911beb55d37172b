//! Quotes must stand in their source, once, in those words.

use super::{Reporter, Subject};
use crate::briefing::reanchor::{Proposal, Proposals, Stretch};
use crate::briefing::resolved::Quote;
use crate::briefing::source_text::Sentence;
use crate::briefing::{Anchor, ItemKind, SourceText};
use crate::text::fold::{Folded, Folding};
use crate::text::line_end_hyphens::says_the_same;
use crate::text::line_ends::is_hyphen;
use crate::text::phrases::words;
use crate::text::single_spaced;
use crate::text::unseen_difference::{Seen, unlike, unlike_in};
use crate::text::word_diff::difference;
use std::collections::HashMap;
use std::ops::Range;

pub fn not_found(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let mut proposals: HashMap<usize, Proposals<'_>> = HashMap::new();
    let mut seen: HashMap<usize, Seen<'_>> = HashMap::new();
    for quote in subject.resolved.quotes() {
        let Some(at) = quote.source else {
            unsourced(subject, &quote, report);
            continue;
        };
        let source = &subject.briefing().sources[at].head.id.value;
        match quote.anchor {
            Anchor::OutOfContext { count, prefix } => {
                let (field, around) = if *prefix { ("prefix", &quote.passage.prefix) } else { ("suffix", &quote.passage.suffix) };
                let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
                let message = format!("the words stand {times} in {source}, and not at this `{field}`");
                let span = around.as_ref().map_or(quote.span(), |text| text.span);
                report.at(quote.by.id(subject.briefing()), span, message, "quote what stands right beside the words");
            }
            Anchor::Missing { nearest } => {
                let Some(text) = subject.resolved.text(at) else { continue };
                let proposals = proposals.entry(at).or_insert_with(|| Proposals::new(text));
                let looks = seen.entry(at).or_insert_with(|| Seen::new(text.text())).like(quote.passage.exact.trim());
                let (what, hint) = match looks.map(|(range, named)| (proposals.told_apart(&range), named)) {
                    Some((stretch, named)) => ("these words", alike(subject, &quote, source, text, &stretch, &named)),
                    None => proposed(subject, &quote, source, text, &proposals.propose(quote.passage, quote.anchor), *nearest),
                };
                report.at(quote.by.id(subject.briefing()), quote.span(), format!("{what} are not in {source}"), hint);
            }
            _ => {}
        }
    }
}

/// Where words stand that look like the quoted ones, and by which characters they are others.
fn alike(subject: &Subject<'_>, quote: &Quote<'_>, source: &str, text: &SourceText, stretch: &Stretch, named: &str) -> String {
    let place = text.number(text.sentences_in(&stretch.range).start).unwrap_or_default();
    let line = stretch.line(quote.passage, quote.by.passages(subject.briefing()));
    let line = line.map_or_else(String::new, |line| format!("; if that is meant, write `{line}`"));
    let words = difference(&quote.passage.exact, &stretch.exact);
    let signed: Vec<String> = words.iter().map(|(became, words)| became.signed(words)).collect();
    format!("nearest, {source}:{place}: {} ({named}){line}", signed.join(" "))
}

/// What is not in the source, and what may be meant instead: as the page of its drift says it, in a line.
fn proposed(
    subject: &Subject<'_>,
    quote: &Quote<'_>,
    source: &str,
    text: &SourceText,
    proposal: &Proposal,
    nearest: Option<usize>,
) -> (&'static str, String) {
    let sentence = |stretch: &Stretch| format!("{source}:{}", text.number(text.sentences_in(&stretch.range).start).unwrap_or_default());
    let line = |stretch: &Stretch| match stretch.line(quote.passage, quote.by.passages(subject.briefing())) {
        Some(line) => format!("write `{line}`"),
        None => "quote more: these words stand too often to be told apart".to_owned(),
    };
    match proposal {
        Proposal::Near { stretch, others, .. } => {
            let changes = difference(&quote.passage.exact, &stretch.exact);
            let signed: Vec<String> = changes.iter().map(|(became, words)| became.signed(words)).collect();
            let named = unlike_in(&changes).map_or_else(String::new, |named| format!(" ({named})"));
            // The first of several is a guess.
            let nearest = if *others { "nearest, as near as others" } else { "nearest" };
            let hint = format!("{nearest}, {}: {}{named}; if that is meant, {}", sentence(stretch), signed.join(" "), line(stretch));
            ("these words", hint)
        }
        Proposal::Places { first, .. } => match first.first() {
            Some(stretch) => {
                let hint = format!("without them the words stand in {}; {}", sentence(stretch), line(stretch));
                ("the quotation marks around these words", hint)
            }
            None => ("these words", LETTER_BY_LETTER.to_owned()),
        },
        _ => {
            let nearest = nearest.map(|at| &text.sentences()[at]);
            let words = |sentence: &Sentence| single_spaced(&text.text()[sentence.range.clone()]);
            let hint = nearest.map(|sentence| format!("nearest: “{}” ({source}:{})", words(sentence), sentence.number));
            ("these words", hint.unwrap_or_else(|| LETTER_BY_LETTER.to_owned()))
        }
    }
}

const LETTER_BY_LETTER: &str = "quote the source letter by letter";

/// Only where a briefing has one source may a passage leave it out. A source that is named and not defined is `id/dangling`.
fn unsourced(subject: &Subject<'_>, quote: &Quote<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    if quote.passage.source.is_none() && briefing.complete && !briefing.unread.kinds.contains(&ItemKind::Source) {
        let message = format!("the passage names no source, and the briefing has {}", briefing.sources.len());
        report.at(quote.by.id(subject.briefing()), quote.span(), message, "write `quote: {SOURCE: words}`");
    }
}

/// A quote of more words shows nothing but its length.
const MOST_WORDS: usize = 60;

/// What is set aside may be as long as it is.
pub fn too_long(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for claim in &subject.briefing().claims {
        for passage in &claim.passages {
            let number = words(&passage.exact).count();
            if number > MOST_WORDS {
                let hint = format!("quote {MOST_WORDS} words at most, in several passages if need be");
                report.at(&claim.head.id, passage.exact.span, format!("{number} words"), hint);
            }
        }
    }
}

pub fn ambiguous(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for quote in subject.resolved.quotes() {
        let (Anchor::Ambiguous { count }, Some(at)) = (quote.anchor, quote.source) else { continue };
        let message = format!("these words stand {count} times in {}", subject.briefing().sources[at].head.id.value);
        let hint = "write `{exact: …, prefix: …, suffix: …}` with the words around it, or quote more";
        report.at(quote.by.id(subject.briefing()), quote.span(), message, hint);
    }
}

pub fn folded(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for quote in subject.resolved.quotes() {
        let Anchor::Found { range, folded: true } = quote.anchor else { continue };
        let Some(text) = quote.source.and_then(|at| subject.resolved.text(at)) else { continue };
        // Where a source breaks its lines says nothing of its words.
        if says(text, range, quote.passage.exact.trim()) {
            continue;
        }
        let message = "found only after quotation marks, dashes, spaces or accents were folded";
        let written = &text.text()[range.clone()];
        let named = match unlike(quote.passage.exact.trim(), written) {
            Some(named) => format!(": {named}"),
            None if single_spaced(written) == single_spaced(&quote.passage.exact) => {
                ", over the end of a line or with other spaces".to_owned()
            }
            None => String::new(),
        };
        report.at(quote.by.id(subject.briefing()), quote.span(), message, format!("the source writes “{}”{named}", single_spaced(written)));
    }
}

/// A range of a source says these words letter by letter, wherever its lines end.
fn says(text: &SourceText, range: &Range<usize>, words: &str) -> bool {
    let unwrapped = text.unwrapped(range);
    let [written, quoted] = [&text.text()[range.clone()], words].map(|text| Folded::new(text, Folding::Typography));
    // Nothing else may be folded.
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !is_hyphen(*c)).collect::<String>();
    unwrapped == words || written.has_line_end_hyphens() && says_the_same(&written, &quoted) && letters(&unwrapped) == letters(words)
}
