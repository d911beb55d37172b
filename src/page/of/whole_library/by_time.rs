//! A long list in time: where it is too long for a page, its years lead to pages of their own, these to months, and what is too
//! long in one month is on several pages.

use super::Paper;
use crate::briefing::date::{MONTHS, month_of};
use crate::catalogue::item_row::{At, Entry};
use crate::page::doc::ListRow;
use crate::page::library_page::{Over, Period};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::text::count;
use std::ops::Range;

/// A page has no more rows; the reader finds what is beyond by its year.
const MOST: usize = 400;
/// So many of the newest stand on a page of years.
const NEWEST: usize = 60;

/// What is listed, and its day.
pub type Dated = (At, Option<i64>);

fn year(day: Option<i64>) -> Period {
    day.map_or(Period::Undated, |day| Period::Year(month_of(day).0))
}

fn month(day: Option<i64>) -> Period {
    day.map_or(Period::Undated, |day| {
        let (year, month) = month_of(day);
        Period::Month(year, month)
    })
}

pub fn is_in(day: Option<i64>, period: Option<Period>) -> bool {
    match period {
        None => true,
        Some(Period::Month(..)) => Some(month(day)) == period,
        Some(_) => Some(year(day)) == period,
    }
}

fn name(period: Period) -> String {
    match period {
        Period::Undated => "Undated".to_owned(),
        Period::Year(year) => year.to_string(),
        Period::Month(year, month) => format!("{} {year}", MONTHS[usize::from(month).clamp(1, 12) - 1]),
    }
}

/// Those of the period of the page.
pub fn within<'a>(paper: &Paper<'_>, all: &'a [Dated]) -> Vec<&'a Dated> {
    all.iter().filter(|(_, day)| is_in(*day, paper.over.period)).collect()
}

/// Draws what is of the page's period, in the order in which it is given, which is that of time. `noun` is what it is one of.
pub fn draw(paper: &mut Paper<'_>, all: &[Dated], noun: &str, row: impl Fn(&mut Paper<'_>, &Entry)) {
    let shown = within(paper, all);
    let is_month = matches!(paper.over.period, Some(Period::Month(..) | Period::Undated));
    if shown.len() > MOST && !is_month {
        parts(paper, &shown, noun);
        paper.heading("The first of them", "");
        entries(paper, &shown[..NEWEST], &row);
        return;
    }
    if shown.len() > MOST {
        window(paper, &shown, noun, &row);
        return;
    }
    for part in shown.chunk_by(|one, other| year(one.1) == year(other.1)) {
        paper.heading(&name(paper.over.period.unwrap_or_else(|| year(part[0].1))), &count(part.len(), noun));
        entries(paper, part, &row);
    }
}

/// As many as a page has, with the ways to those before and behind.
fn window(paper: &mut Paper<'_>, shown: &[&Dated], noun: &str, row: &impl Fn(&mut Paper<'_>, &Entry)) {
    let all = shown.len();
    let from = paper.over.from.min(all);
    let to = (from + MOST).min(all);
    paper.heading(&name(paper.over.period.unwrap_or(Period::Undated)), &count(all, noun));
    let step = |paper: &mut Paper<'_>, range: Range<usize>, words: &str| {
        let row = ListRow {
            text: Text::new(Role::Text, words),
            tail: Text::new(Role::Quiet, &format!("{}–{} of {all}", range.start + 1, range.end)),
            ..ListRow::default()
        };
        let to = Over { from: range.start, ..paper.over.clone() };
        paper.row(&format!("rows {}", range.start), Some(Place::Over(to)), row);
    };
    if from > 0 {
        step(paper, from.saturating_sub(MOST)..from, "Those before");
    }
    entries(paper, &shown[from..to], row);
    if to < all {
        step(paper, to..(to + MOST).min(all), "Those that follow");
    }
}

/// Draws rows without looking at their time.
pub fn entries(paper: &mut Paper<'_>, shown: &[&Dated], row: &impl Fn(&mut Paper<'_>, &Entry)) {
    let at: Vec<At> = shown.iter().map(|(at, _)| *at).collect();
    for entry in paper.catalogue.entries(&at) {
        paper.begin_here();
        row(paper, &entry);
    }
}

fn parts(paper: &mut Paper<'_>, shown: &[&Dated], noun: &str) {
    let of = if paper.over.period.is_none() { year } else { month };
    paper.heading(if paper.over.period.is_none() { "By year" } else { "By month" }, &count(shown.len(), noun));
    paper.begin_here();
    for part in shown.chunk_by(|one, other| of(one.1) == of(other.1)) {
        let period = of(part[0].1);
        let row = ListRow {
            text: Text::new(Role::Text, &name(period)),
            tail: Text::new(Role::Quiet, &count(part.len(), noun)),
            ..ListRow::default()
        };
        let to = Paper::to(&paper.over.what, Some(period));
        paper.row(&format!("period {period}"), Some(to), row);
    }
}
