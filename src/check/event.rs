//! Events have happened, when and where their sources say.

use super::dates::{Dated, dates, is_span};
use super::name::Named;
use super::number::{Number, numbers};
use super::part_of_year::names_part;
use super::period::Period;
use super::quoted_day::other_day;
use super::relative_days::{is_beyond, is_relative, says_day};
use super::state_names::names_of;
use super::{Reporter, Subject};
use crate::briefing::date::{Day, day_number};
use crate::briefing::event_order::is_in_circle;
use crate::briefing::model::Reference;
use crate::briefing::scale::Mode;
use crate::briefing::{Date, ItemKind, Word};
use std::cell::OnceCell;

pub fn future(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(edition) = &subject.briefing().date else { return };
    let Some(today) = &edition.value else { return };
    for (item, event) in subject.items(ItemKind::Event).zip(&subject.briefing().events) {
        let later = |date: &&Word<Date>| date.value.as_ref().is_some_and(|value| value.earliest() > today.latest());
        // What a source expects may well come later.
        let is_expected = || subject.resolved.mode(item) == Mode::Expected;
        let Some(date) = event.date.as_ref().filter(later).filter(|_| !is_expected()) else { continue };
        let message = format!("{} lies after {}, the date of the briefing", date.text, edition.text);
        report
            .at(
                &event.head.id,
                date.span,
                message,
                "what has not happened is a judgement, a scenario, or `mode: expected` where a source expects it",
            )
            .label = Some((edition.span, "the date of the briefing".to_owned()));
    }
}

pub fn not_in_source(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(texts) = subject.all_texts() else { return };
    let sources = &subject.briefing().sources;
    let today = subject.briefing().date.as_ref().and_then(|edition| edition.value.as_ref()).map(Date::latest);
    let told: OnceCell<Vec<Told<'_>>> = OnceCell::new();
    let told = || told.get_or_init(|| texts.iter().zip(sources).map(|(text, source)| Told::new(text, source.date.as_ref())).collect());
    let names: OnceCell<Vec<Named>> = OnceCell::new();
    let names = || names.get_or_init(|| texts.iter().map(|text| Named::new(text)).collect());
    for (item, event) in subject.items(ItemKind::Event).zip(&subject.briefing().events) {
        let is_expected = || subject.resolved.mode(item) == Mode::Expected;
        if let Some((date, value)) = event.date.as_ref().and_then(|word| Some((word, word.value.as_ref()?))) {
            let mut past = ends(value).into_iter().filter(|end| today.is_none_or(|today| end.days().0 <= today) || is_expected());
            let outside = past.find(|end| !told().iter().any(|told| told.gives(end)));
            if let Some(end) = outside {
                let nearest = told().iter().filter_map(|told| told.nearest(&end)).min_by_key(|(far, _)| *far);
                let instead = nearest.map_or_else(String::new, |(_, words)| format!("; nearest is “{words}”"));
                let message = format!("“{}” stands in no source{instead}", end.text);
                report.at(&event.head.id, date.span, message, "date it as a source does, or add the source that says so");
            } else if let Some((claim, words)) = only_day(value).and_then(|day| other_day(subject, event, day)) {
                let message = format!("“{}” is not the day that {claim} quotes, “{words}”", date.text);
                report.at(&event.head.id, date.span, message, "date it as its claims do, or name the claim that gives its day");
            }
        }
        if let Some(place) = &event.place {
            let actor = subject.briefing().actors.iter().find(|actor| actor.head.id.value == place.value);
            let own: Vec<&str> =
                actor.into_iter().flat_map(|actor| actor.name.iter().chain(&actor.aka)).map(|name| name.value.as_str()).collect();
            let stands = |name: &str| names().iter().any(|text| text.has_name(name));
            let is_named = own.iter().any(|name| stands(name)) || actor.is_none() && stands(&place.value);
            if !is_named && !of_state(&place.value, &own).into_iter().any(stands) {
                let message = format!("“{}” stands in no source", actor.map_or(place.value.as_str(), |actor| actor.name()));
                let hint = "take it out, list the source's name for it under `aka`, or add the source that says so";
                report.at(&event.head.id, place.span, message, hint);
            }
        }
    }
}

/// The names of the state that a place is, where what an actor is called does not make something else of it.
fn of_state<'a>(place: &'a str, own: &[&str]) -> Vec<&'a str> {
    let names = names_of(place);
    let is_state = own.is_empty() || own.iter().any(|name| names.iter().any(|of_state| of_state.eq_ignore_ascii_case(name)));
    if names.is_empty() || !is_state { Vec::new() } else { names.into_iter().chain([place]).collect() }
}

/// What is said to come after what, against itself and against the dates.
pub fn order(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (at, event) in briefing.events.iter().enumerate() {
        let id = &event.head.id;
        if let Some(first) = event.after.iter().chain(&event.during).next().filter(|_| is_in_circle(&subject.resolved.graph, at)) {
            let message = format!("by `after` and `during` {} comes after itself", id.value);
            report.at(id, first.span, message, "take one of them out of the circle");
            continue;
        }
        let date = |reference: &Reference| {
            let other = subject.resolved.graph.find(reference).filter(|item| item.kind == ItemKind::Event)?;
            briefing.events[other.index].date.as_ref()
        };
        let Some((own, value)) = event.date.as_ref().and_then(|own| Some((own, own.value.as_ref()?))) else { continue };
        for (field, references) in [("after", &event.after), ("during", &event.during)] {
            for reference in references {
                let Some((word, other)) = date(reference).and_then(|word| Some((word, word.value.as_ref()?))) else { continue };
                let agrees = match field {
                    "after" => value.latest() >= other.earliest(),
                    _ => value.latest() >= other.earliest() && value.earliest() <= other.latest(),
                };
                if !agrees {
                    let message = format!(
                        "{} is of {own}, and so not {field} {}, of {word}",
                        id.value,
                        reference.value,
                        own = own.text,
                        word = word.text
                    );
                    report.at(id, reference.span, message, "mend a date, or take the reference out").label =
                        Some((word.span, format!("the date of {}", reference.value)));
                }
            }
        }
    }
}

/// A day, a month or a year that a briefing dates something by.
struct End<'a> {
    text: &'a str,
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// Instead of all of these.
    period: Option<Period>,
    /// The first and the last month of the interval whose end it is, if both are months of one year.
    months: Option<(u8, u8)>,
}

/// A date, or both ends of an interval, as precise as they are written. What is approximate or uncertain counts as less
/// precise by a step; what cannot be looked for is left out.
fn ends(date: &Date) -> Vec<End<'_>> {
    let end = |text| {
        let plain = str::trim_end_matches(text, ['~', '?', '%']);
        if let Some(period) = Period::parse(plain) {
            return Some(End { text, year: period.first_year(), month: None, day: None, period: Some(period), months: None });
        }
        let mut parts = plain.split('-');
        let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let mut small = |most: u8| parts.next().and_then(|part| part.parse().ok()).filter(|part| (1..=most).contains(part));
        let month = small(12);
        let day = month.and_then(|_| small(31));
        let is_sure = plain == text;
        Some(End {
            text,
            year,
            month: if is_sure { month } else { day.and(month) },
            day: day.filter(|_| is_sure),
            period: None,
            months: None,
        })
    };
    let mut ends: Vec<End<'_>> = date.as_str().split('/').filter_map(end).collect();
    if let [first, last] = ends.as_mut_slice()
        && first.year == last.year
        && first.day.is_none()
        && last.day.is_none()
    {
        (first.months, last.months) = (first.month.zip(last.month), first.month.zip(last.month));
    }
    ends
}

/// The day that a date is, if it is sure, and no more than one.
fn only_day(date: &Date) -> Option<Day> {
    match ends(date).as_slice() {
        [End { year, month: Some(month), day: Some(day), .. }] => Some((*year, *month, *day)),
        _ => None,
    }
}

impl End<'_> {
    fn days(&self) -> (Day, Day) {
        let month = self.month.unwrap_or(12);
        ((self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)), (self.year, month, self.day.unwrap_or(31)))
    }
}

/// What a source tells of time.
struct Told<'a> {
    text: &'a str,
    dates: Vec<Dated>,
    numbers: Vec<Number>,
    /// When it was written, at the latest.
    written: Option<Day>,
    is_beyond: bool,
}

impl<'a> Told<'a> {
    fn new(text: &'a str, date: Option<&Word<Date>>) -> Self {
        let written = date.and_then(|word| word.value.as_ref()).map(Date::latest).filter(|(year, ..)| *year < 9999);
        let dates = dates(text);
        let is_beyond = is_beyond(text) && !dates.iter().any(|date| date.day.is_some());
        Self { text, dates, numbers: numbers(text), written, is_beyond }
    }

    fn gives(&self, end: &End<'_>) -> bool {
        if let Some(period) = &end.period {
            // Of a text that gives a year, the year is that one.
            let is_of_text =
                |year: i32| self.written.is_some_and(|(written, ..)| written == year) && !self.numbers.iter().any(Number::is_year_like);
            let has_year = |year: i32| self.has_number(year) || is_of_text(year);
            let has_date = |dated: &Dated, year: i32| dated.year.map_or_else(|| has_year(year), |of| of == year);
            let in_months = |year, month| self.dates.iter().any(|dated| dated.month == Some(month) && has_date(dated, year));
            return self.is_beyond || period.is_told(self.text, &has_year, &in_months);
        }
        let has_year = |dated: &Dated| dated.year.map_or_else(|| self.means_year(end), |year| year == end.year);
        let of_month = |dated: &Dated| dated.month == end.month && has_year(dated);
        let dated = match end.day {
            Some(day) => {
                self.dates.iter().any(|dated| of_month(dated) && dated.day == Some(day)) || self.says_day(end, day) || self.spans(end)
            }
            None if end.month.is_some() => {
                let is_part = |months| self.means_year(end) && names_part(self.text, months);
                self.dates.iter().any(of_month) || end.months.is_some_and(is_part)
            }
            None => self.has_number(end.year) || self.means_year(end) && self.dates.iter().any(|dated| dated.year.is_none()),
        };
        dated || self.is_beyond || self.is_relative(end)
    }

    /// "3 to 7 May": all the days from the one to the other.
    fn spans(&self, end: &End<'_>) -> bool {
        let year = |dated: &Dated| dated.year.unwrap_or(end.year);
        let number = |dated: &Dated, year| Some(day_number((year, dated.month?, dated.day?)));
        self.dates.windows(2).any(|pair| {
            let [from, to] = pair else { return false };
            let is_year = |dated: &Dated| dated.year.map_or_else(|| self.means_year(end), |_| true);
            let of = from.year.unwrap_or_else(|| year(to));
            let days = number(from, of).zip(number(to, year(to)));
            let day = day_number(end.days().0);
            days.is_some_and(|(first, last)| first < day && day < last) && is_year(to) && is_span(self.text, from, to)
        })
    }

    /// "The 28th", where the month is named elsewhere, or is that of the text.
    fn says_day(&self, end: &End<'_>, day: u8) -> bool {
        let is_of_text = self.written.is_some_and(|(year, month, _)| year == end.year && Some(month) == end.month);
        let is_named = || self.dates.iter().any(|dated| dated.day.is_none() && dated.month == end.month);
        (is_of_text || is_named() && self.means_year(end)) && says_day(self.text, day)
    }

    fn is_relative(&self, end: &End<'_>) -> bool {
        let (first, last) = end.days();
        let days = day_number(first)..=day_number(last);
        let others = self.dates.iter().filter_map(|dated| Some((dated.year.or(self.written.map(|day| day.0))?, dated.month?, dated.day?)));
        let others: Vec<i64> = others.map(day_number).collect();
        end.month.is_some() && is_relative(self.text, &days, self.written.map(day_number), &others)
    }

    /// A date without its year may lie in that of `end`: the text has that year too, or was written then.
    fn means_year(&self, end: &End<'_>) -> bool {
        let is_last = |(year, month, _): Day| end.year == year || end.year == year - 1 && end.month.is_some_and(|of| of > month);
        self.has_number(end.year) || self.written.is_some_and(is_last)
    }

    fn has_number(&self, year: i32) -> bool {
        self.numbers.iter().any(|number| number.is_year(year))
    }

    /// The date in the text that lies nearest, as the text writes it, and how far it is.
    fn nearest(&self, end: &End<'_>) -> Option<(i64, &str)> {
        let far = |dated: &Dated| {
            let day = (dated.year.unwrap_or(end.year), dated.month?, dated.day?);
            Some(((day_number(day) - day_number(end.days().0)).abs(), &self.text[dated.range.clone()]))
        };
        self.dates.iter().filter_map(far).min_by_key(|(far, _)| *far)
    }
}
