//! Names and numbers of a claim must come from what it quotes, not from what the analyst knows.

use super::dated::{Dated, dates};
use super::name::{Named, Word, name_words};
use super::number::{Number, Written, numbers};
use super::{Reporter, Subject};
use crate::briefing::prose::references;
use crate::text::phrases::words;
use std::ops::Range;

/// What the sources say around the quotes of a claim.
struct Context {
    named: Named,
    numbers: Vec<Number>,
    dates: Vec<Dated>,
}

/// An actor's names, each with its words.
type Actor<'a> = Vec<(&'a str, Vec<Word>)>;

pub fn outside_quote(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let actors: Vec<Actor<'_>> = subject.briefing().actors.iter().map(|actor| {
        let names = actor.name.iter().chain(&actor.aka).map(|name| name.value.as_str());
        names.map(|name| (name, name_words(name))).collect()
    }).collect();
    for (index, claim) in subject.briefing().claims.iter().enumerate() {
        let Some(text) = &claim.text else { continue };
        let Some(context) = context(subject, index) else { continue };
        let (names, mut outside) = (names(&actors, text, &context), figures(text, &context));
        let is_named = !names.is_empty();
        outside.extend(names);
        outside.sort_unstable_by_key(|range| range.start);
        let Some(first) = outside.first() else { continue };
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

/// The quoted sentences and the one before each passage; `None` where a passage is not found.
fn context(subject: &Subject<'_>, claim: usize) -> Option<Context> {
    let resolved = subject.resolved;
    let mut context = String::new();
    for passage in &resolved.evidence().passages[claim] {
        let text = resolved.text(passage.source?)?;
        let sentences = text.sentences_in(&passage.anchor.range()?);
        for sentence in text.sentences().get(sentences.start.saturating_sub(1)..sentences.end)? {
            context.push_str(&text.text()[sentence.range.clone()]);
            context.push('\n');
        }
    }
    let read = || Context { named: Named::new(&context), numbers: numbers(&context), dates: dates(&context) };
    (!context.is_empty()).then(read)
}

/// The names in a claim that its context does not have. A capital that begins a sentence makes a name only if an actor is
/// called so.
fn names(actors: &[Actor<'_>], text: &str, context: &Context) -> Vec<Range<usize>> {
    let dates = dates(text);
    let mut outside = Vec::new();
    let mut end = 0;
    let is_called = |names: &Actor<'_>, word: &Word| names.iter().any(|(_, words)| words.iter().any(|part| part.is_form_of(word)));
    for word in name_words(text) {
        let begins = end == 0 || text[end..word.range.start].contains(['.', '!', '?', ':', '“', '"']);
        end = word.range.end;
        let is_name = text[word.range.clone()].starts_with(char::is_uppercase) && word.letters() > 1;
        let is_dated = dates.iter().any(|date| date.range.contains(&word.range.start));
        let mut called = actors.iter().filter(|names| is_called(names, &word)).peekable();
        if !is_name || is_dated || is_reference(text, &word.range) || begins && called.peek().is_none() {
            continue;
        }
        if !context.named.has(&word) && !called.any(|names| names.iter().any(|(name, _)| context.named.has_name(name))) {
            outside.push(word.range);
        }
    }
    outside
}

fn is_reference(text: &str, range: &Range<usize>) -> bool {
    references(text).any(|(reference, _)| reference.contains(&range.start))
}

/// The dates and numbers in a claim that its context does not have.
fn figures(text: &str, context: &Context) -> Vec<Range<usize>> {
    let mut outside = Vec::new();
    let days: Vec<&Dated> = context.dates.iter().filter(|date| date.day.is_some()).collect();
    // A date in figures alone may be read in two ways, of which one is enough.
    let mut dated: Vec<Range<usize>> = Vec::new();
    let dates = dates(text);
    for date in dates.iter().filter(|date| date.month.is_some() && is_sure(text, date)) {
        dated.push(date.range.clone());
        let readings: Vec<&Dated> = dates.iter().filter(|other| other.range == date.range).collect();
        let is_in = |date: &Dated| {
            context.dates.iter().any(|other| {
                let year = match (date.year, other.year) {
                    (Some(year), None) => context.numbers.iter().any(|number| number.is_year(year)),
                    (Some(year), Some(other)) => year == other,
                    (None, _) => true,
                };
                other.month == date.month && (date.day.is_none() || other.day == date.day) && year
            })
        };
        if date.day.is_some() && days.is_empty() {
            dated.pop();
        } else if !readings.into_iter().any(is_in) && outside.last() != Some(&date.range) {
            outside.push(date.range.clone());
        }
    }
    for number in numbers(text) {
        let definite = DEFINITE.contains(&words(before_of(text, number.range.start)).last().map_or("", |(_, word)| word).to_lowercase().as_str());
        let few = number.worths.first().and_then(|worth| worth.whole()).is_some_and(|worth| worth < 10);
        let is_detail = match number.written {
            Written::Figures => true,
            Written::Inside => false,
            // "One of them", "the two", "a third of it".
            Written::Word => number.whole() != Some(1) && number.whole() != Some(0) && !(few && definite),
            Written::Ordinal => definite && number.whole().is_some_and(|worth| worth > 2),
        };
        let is_dated = dated.iter().any(|date| date.contains(&number.range.start));
        if is_detail && !is_dated && !is_reference(text, &number.range) && !number.is_one_of(&context.numbers) {
            outside.push(number.range);
        }
    }
    outside
}

/// Behind one of these a small number only counts what was named before.
const DEFINITE: [&str; 12] = ["the", "these", "those", "its", "their", "his", "her", "our", "both", "all", "other", "such"];

fn before_of(text: &str, at: usize) -> &str {
    &text[text.floor_char_boundary(at.saturating_sub(24))..at]
}

/// "May" and "March" may be no months where no number stands beside them.
fn is_sure(text: &str, date: &Dated) -> bool {
    date.day.is_some() || date.year.is_some() || text[date.range.clone()].starts_with(char::is_uppercase)
}
