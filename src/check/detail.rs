//! Names and numbers of a claim must come from what it quotes, not from what the analyst knows.

use super::currency::is_currency;
use super::dates::{Dated, dates};
use super::fraction::{Fraction, fractions};
use super::frame::changed;
use super::initials::{is_alias, stand_for};
use super::longer_name::shortened;
use super::name::{Named, Word, name_words};
use super::number::{Number, Written, numbers};
use super::opening_name::opening_name;
use super::part_counts::is_other_part;
use super::part_of_year::is_of_part;
use super::regions::is_of_several_named;
use super::rounded::{is_converted, is_counted_year, is_rest, is_rounded, is_span};
use super::state_things::stands_for;
use super::swapped_pairs::swapped;
use super::titles::{is_ordinal, is_title};
use super::told_months::is_told_month;
use super::unit_names::is_unit;
use super::{Reporter, Subject};
use crate::briefing::references::references;
use crate::text::line_ends::with_parted_words;
use crate::text::phrases::words;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the sources say around the quotes of a claim.
struct Context {
    text: String,
    named: Named,
    numbers: OnceCell<Vec<Number>>,
    dates: OnceCell<Vec<Dated>>,
    fractions: OnceCell<Vec<Fraction>>,
}

/// An actor's names, each with its words.
type Actor<'a> = Vec<(&'a str, Vec<Word>)>;

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
        let (range, theirs) = changed(text, context.text.lines().chain(quotes), &context.named)?;
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

/// How verbs of motion begin.
const MOVES: [&str; 14] = ["fl", "went", "go", "trave", "mov", "sen", "ship", "retur", "com", "came", "arriv", "visit", "trip", "deport"];

/// "In Ottawa": where something was, and not who has done it.
fn is_place(text: &str, word: &Range<usize>) -> bool {
    let before = text[..word.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    // "The cost of sanctions to Tehran" is the government's; "flew to Tehran" is the town.
    let verb = text[..word.start].trim_end().rsplit(char::is_whitespace).nth(1).unwrap_or_default().to_lowercase();
    match before.as_str() {
        "to" => MOVES.iter().any(|start| verb.starts_with(start)) || verb.len() < 3,
        before => matches!(before, "in" | "at" | "near" | "from" | "outside" | "around" | "into"),
    }
}

/// The names in a claim that its context does not have. A capital that begins a sentence makes a name only if a state or an
/// actor is called so.
fn names(actors: &[Actor<'_>], text: &str, context: &Context) -> Vec<Range<usize>> {
    let dates = dates(text);
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
        if !is_name || is_dated || is_reference(text, &word.range) || begins && called.peek().is_none() && !word.is_state() {
            continue;
        }
        let has = context.named.has(&word);
        let is_meant = is_currency(text, &word.range, &context.text)
            || is_author(&text[word.range.clone()], context)
            || is_title(&text[word.range.clone()], &context.text)
            || is_part_of_year(&text[word.range.clone()], context)
            || context.named.has_capital_of(&word)
            || !is_place(text, &word.range) && context.named.has_state_of(&word)
            || !has && is_ordinal(&text[word.range.clone()], &context.text)
            || !has && stand_for(text, &word.range, &context.text)
            || !has && is_alias(text, &word.range, &context.text)
            || !has && stands_for(&text[word.range.clone()], &context.text)
            || !has && (is_unit(text, &word.range, &context.text) || is_of_several_named(&word, &context.named));
        if is_meant {
            continue;
        }
        let has = has && !context.named.means_another(&word, before.as_ref());
        if !has && !called.any(|names| names.iter().any(|(name, _)| context.named.has_name(name))) {
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

fn is_reference(text: &str, range: &Range<usize>) -> bool {
    references(text).any(|(reference, _)| reference.contains(&range.start))
}

/// The dates and numbers in a claim that its context does not have.
fn figures(text: &str, context: &Context) -> Vec<Range<usize>> {
    let numbers = numbers(text);
    let (mut outside, dated) = dates_outside(text, &numbers, context);
    for number in &numbers {
        let is_detail = match number.written {
            Written::Figures => true,
            Written::Inside => false,
            Written::Word if number.whole().is_none_or(|worth| worth >= FEW) => true,
            // A claim may count what its source lists: "the two", "four hours", "a third of it".
            Written::Word | Written::Ordinal => {
                context.counts(text, number)
                    || context.is_uncounted(text, number)
                    || is_other_part((text, &context.text), number, &numbers, context.numbers())
            }
        };
        let is_dated = dated.iter().any(|date| date.contains(&number.range.start));
        let is_part = || {
            let of_whole = |part: &Fraction| numbers.iter().any(|whole| whole.is_one_of(context.numbers()) && part.is_of(number, whole));
            let parts = context.fractions();
            is_percent(text, number) && parts.iter().any(|part| part.is(number)) || parts.iter().any(of_whole)
        };
        let is_told = || {
            is_part()
                || is_rounded(text, number, context.numbers())
                || is_rest((text, &context.text), number, &numbers, context.numbers())
                || is_span(number, &context.text)
                || is_counted_year(number, (&context.text, context.numbers()))
                || is_even(text, &number.range, context)
                || number.whole() == Some(10)
                    && ["single-digit", "double-digit", "single digit"].iter().any(|words| context.text.contains(words))
                || is_converted(text, number, (&context.text, context.numbers()))
        };
        if is_detail && !is_dated && !is_reference(text, &number.range) && !number.is_one_of(context.numbers()) && !is_told() {
            outside.push(number.range.clone());
        }
    }
    outside
}

/// "Fifty-fifty" of an even chance.
fn is_even(text: &str, number: &Range<usize>, context: &Context) -> bool {
    let whole = text.get(..number.end + 6).unwrap_or(text);
    let told = ["fifty-fifty", "50-50", "50/50", "50:50"].iter().any(|odds| {
        let at = whole.to_ascii_lowercase().rfind(odds);
        at.is_some_and(|at| (at..at + odds.len()).contains(&number.start))
    });
    let even = |text: &str| {
        ["even chance", "even odds", "evens", "toss-up", "coin toss", "as likely as not"].iter().any(|words| text.contains(words))
    };
    told && even(&context.text.to_lowercase())
}

/// "75 percent", "75%".
fn is_percent(text: &str, number: &Number) -> bool {
    let rest = text[number.range.end..].trim_start();
    ["%", "percent", "per cent"].iter().any(|sign| rest.starts_with(sign))
}

/// A word for a smaller number is held only against another number of the same things.
const FEW: u128 = 10;

impl Context {
    fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            named: Named::new(text),
            numbers: OnceCell::new(),
            dates: OnceCell::new(),
            fractions: OnceCell::new(),
        }
    }

    /// Few claims have a number to look for.
    fn numbers(&self) -> &[Number] {
        self.numbers.get_or_init(|| numbers(&self.text))
    }

    fn fractions(&self) -> &[Fraction] {
        self.fractions.get_or_init(|| fractions(&self.text))
    }

    fn dates(&self) -> &[Dated] {
        self.dates.get_or_init(|| dates(&self.text))
    }

    /// "The six applicants" of "the applicants": nothing there can be counted.
    fn is_uncounted(&self, text: &str, number: &Number) -> bool {
        let Some(count) = number.whole().filter(|count| (3..FEW).contains(count)) else { return false };
        let thing =
            words(&text[number.range.end..]).next().filter(|(range, word)| range.start == 1 && word.len() > 4 && word.ends_with('s'));
        let all: Vec<&str> = words(&self.text).map(|(_, word)| word).collect();
        let told = |thing: &str| {
            let places = (1..all.len()).filter(|at| all[*at].eq_ignore_ascii_case(thing)).collect::<Vec<_>>();
            !places.is_empty() && places.iter().all(|at| matches!(all[at - 1], "the" | "The" | "its" | "their"))
        };
        let joints = self.text.matches(',').count() + self.text.matches(" and ").count();
        let is_it = |other: &Number| other.whole() == Some(count);
        // "Two in three respondents".
        let before = text[..number.range.start].split_whitespace().next_back().unwrap_or_default();
        number.written == Written::Word
            && !matches!(before, "in" | "of" | "than" | "by")
            && thing.is_some_and(|(_, thing)| told(thing))
            && (joints as u128) < count - 1
            && !self.numbers().iter().any(is_it)
    }

    /// The context has a number of what the claim has one of.
    fn counts(&self, text: &str, number: &Number) -> bool {
        let counted = |text: &str, number: &Number| {
            let mut next = words(&text[number.range.end..]);
            let (range, word) = next.next().filter(|(range, _)| range.start == 1)?;
            // "Two of the five defendants": so many of those.
            if word == "of" {
                let (_, thing) = next.filter(|(_, word)| !matches!(*word, "the" | "its" | "their" | "these" | "those")).nth(1)?;
                return Some(format!("of {}", thing.to_lowercase().trim_end_matches('s')));
            }
            (range.len() > 2).then(|| word.to_lowercase().trim_end_matches('s').to_owned())
        };
        let thing = counted(text, number);
        thing.is_some() && self.numbers().iter().any(|other| counted(&self.text, other) == thing)
    }
}

/// What dates of a claim the context does not give, and where the dates stand that were compared: the numbers in them are
/// not compared again.
fn dates_outside(text: &str, numbers: &[Number], context: &Context) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let (mut outside, mut compared) = (Vec::new(), Vec::new());
    let dates = dates(text);
    if dates.is_empty() {
        return (outside, compared);
    }
    let has_days = context.dates().iter().any(|date| date.day.is_some());
    for date in dates.iter().filter(|date| date.month.is_some() && is_sure(text, date) && (date.day.is_none() || has_days)) {
        if compared.contains(&date.range) {
            continue;
        }
        compared.push(date.range.clone());
        // A date in figures alone may be read in two ways, of which one is enough.
        let readings = || dates.iter().filter(|other| other.range == date.range);
        let all = || readings().flat_map(|date| context.dates().iter().map(move |other| (date, other)));
        let of_day = |(date, other): &(&Dated, &Dated)| date.month == other.month && (date.day.is_none() || date.day == other.day);
        let of_year = |(date, other): &(&Dated, &Dated)| match (date.year, other.year) {
            (Some(year), Some(other)) => year == other,
            (Some(year), None) => context.numbers().iter().any(|number| number.is_year(year)),
            (None, _) => true,
        };
        if all().any(|pair| of_day(&pair) && of_year(&pair))
            || is_eve(text, date, context)
            || is_told_month(date, (&context.text, context.dates()))
            || is_of_part(date, &dates, &context.text)
        {
            continue;
        }
        // Only what differs, if the rest of the date is there.
        let part = |number: Option<i32>| {
            let is_it = |range: &&Number| date.range.contains(&range.range.start) && number.is_some_and(|number| range.is_year(number));
            numbers.iter().find(is_it).map(|number| number.range.clone())
        };
        let of_month = all().any(|(date, other)| date.month == other.month && date.year == other.year);
        let differs = match (all().any(|pair| of_day(&pair)), of_month) {
            (true, _) => part(date.year),
            (_, true) => part(date.day.map(i32::from)),
            _ => None,
        };
        outside.push(differs.unwrap_or_else(|| date.range.clone()));
    }
    (outside, compared)
}

/// "Before December" of "by the end of November".
fn is_eve(text: &str, date: &Dated, context: &Context) -> bool {
    let ends = |text: &str, start: usize, with: &str| text[..start].to_ascii_lowercase().trim_end().ends_with(with);
    let month = |date: &Dated| date.month.map_or(0, |month| month % 12);
    let eve = |other: &Dated| {
        let end = ends(&context.text, other.range.start, "end of") || ends(&context.text, other.range.start, "end-");
        other.month.is_some_and(|_| (month(other) + 1) % 12 == month(date)) && end
    };
    date.day.is_none() && date.month.is_some() && ends(text, date.range.start, "before") && context.dates().iter().any(eve)
}

/// "May" and "March" may be no months where no number stands beside them.
fn is_sure(text: &str, date: &Dated) -> bool {
    date.day.is_some() || date.year.is_some() || text[date.range.clone()].starts_with(char::is_uppercase)
}
