//! The day that the claims of an event give it: "they met on February 28".

use super::Subject;
use super::dates::{Dated, dates};
use super::relative_days::{is_relative, says_day};
use crate::briefing::ItemKind;
use crate::briefing::date::{Day, day_number};
use crate::briefing::model::Event;
use crate::english::{Mark, Sense, Statement};

/// Where all claims of an event quote another day than its own, the first of them and the day as its source writes it. Where a
/// sentence may tell of two things or of two times, it is held to mean the event's.
pub(super) fn other_day<'a>(subject: &'a Subject<'_>, event: &'a Event, day: Day) -> Option<(&'a str, &'a str)> {
    let told = event.claims.iter().map(|reference| {
        let claim = subject.resolved.graph.find(reference).filter(|item| item.kind == ItemKind::Claim)?;
        Some((reference.value.as_str(), other_day_of(subject, claim.index, day)?))
    });
    told.collect::<Option<Vec<_>>>()?.into_iter().next()
}

fn other_day_of<'a>(subject: &'a Subject<'_>, claim: usize, day: Day) -> Option<&'a str> {
    let resolved = subject.resolved;
    // The words around a day are read in English alone.
    subject.readings()[claim].as_ref()?;
    let own = resolved.briefing.claims[claim].text.as_ref().map_or("", |text| &text.value);
    if dates(own).iter().any(|dated| is_day(dated, day)) {
        return None;
    }
    let mut found = None;
    for passage in &resolved.evidence().passages[claim] {
        let text = resolved.text(passage.source?)?;
        let quote = passage.anchor.range()?;
        let sentences = text.sentences().get(text.sentences_in(&quote))?;
        let around = sentences.first()?.range.start.min(quote.start)..sentences.last()?.range.end.max(quote.end);
        let sentence = &text.text()[around.clone()];
        let number = day_number(day);
        if says_day(sentence, day.2) || is_relative(sentence, &(number..=number), None, &[number]) {
            return None;
        }
        match dates(sentence).as_slice() {
            [] => {}
            [dated] => {
                let (from, end) = (quote.start - around.start, quote.end - around.start);
                let is_quoted = from <= dated.range.start && dated.range.end <= end;
                let before = || sentence[from..dated.range.start].to_lowercase();
                let clear = is_quoted && dated.day.is_some() && !is_day(dated, day) && is_of_one_deed(&sentence[from..end], &before());
                found = found.or(clear.then(|| &sentence[dated.range.clone()]));
                clear.then_some(())?;
            }
            _ => return None,
        }
    }
    found
}

fn is_day(dated: &Dated, (year, month, day): Day) -> bool {
    dated.month == Some(month) && dated.day == Some(day) && dated.year.is_none_or(|of| of == year)
}

/// A date stands behind "on" in a quote that says one thing, and from nobody: "said on 2 May that it had closed" and "the treaty signed on
/// 2 May has lapsed" give another day than that of what they tell.
fn is_of_one_deed(quote: &str, before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let mut words = before.rsplit(|c: char| !c.is_alphabetic());
    let on = |word: Option<&str>| word == Some("on");
    let is_on = match words.next() {
        Some(day) if day.ends_with("day") => on(words.next()),
        word => on(word),
    };
    let read = Statement::read(quote);
    let finite: Vec<usize> = (0..read.words.len()).filter(|at| read.clauses.finite[*at]).collect();
    let said = |mark: &Mark| matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless | Sense::Hedge(_) | Sense::Denial);
    let one_verb = finite.windows(2).all(|pair| pair[1] - pair[0] <= 2);
    is_on && !finite.is_empty() && one_verb && !read.marks.iter().any(said)
}
