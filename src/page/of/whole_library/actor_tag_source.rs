//! An actor, a tag or a source over the whole library: all that names it, in time order, and how sources were graded.

use super::{Paper, by_time, rows};
use crate::briefing::ItemKind;
use crate::briefing::date::month_of;
use crate::briefing::scale::{Reliability, Vocabulary};
use crate::catalogue::across::TOLD;
use crate::catalogue::vocabulary::Kind;
use crate::catalogue::{Entry, Found, Subject, Without};
use crate::page::doc::{Block, Body, ListRow};
use crate::page::library_page::What;
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::text::{count, neutral, series, spaced};
use std::collections::{BTreeMap, HashSet};

const TIME: &str = "The newest first: events at the day when they happened, claims at the day when their source was published, judgements \
                    and ties at the day of their edition.";

pub fn draw(paper: &mut Paper<'_>) -> Result<(), Without> {
    let (subject, is_one) = match &paper.over.what {
        What::Tag(name) => (Subject::Tag(name.clone()), false),
        What::Source(name) => {
            let called = paper.catalogue.source_called(name)?;
            (Subject::Source(called.keys), called.is_one)
        }
        What::Actor(name) => (Subject::Actor(name.clone()), false),
        _ => return Ok(()),
    };
    let found = paper.catalogue.across(&subject, &TOLD)?;
    let uses = match &subject {
        Subject::Source(_) => paper.catalogue.across(&subject, &[ItemKind::Source])?,
        _ => Vec::new(),
    };
    if found.is_empty() && uses.is_empty() {
        let actors = match &subject {
            Subject::Actor(_) => paper.catalogue.across(&subject, &[ItemKind::Actor])?,
            _ => Vec::new(),
        };
        if actors.is_empty() {
            nothing(paper, &subject);
        } else {
            unnamed(paper, &actors);
        }
        return Ok(());
    }
    let all: Vec<by_time::Dated> = found.iter().map(|found| (found.at, found.day)).collect();
    let within = by_time::within(paper, &all).len();
    paper.doc.note = if within == all.len() { count(all.len(), "item") } else { format!("{within} of {}", count(all.len(), "item")) };
    head(paper, &found, &uses, is_one);
    match (paper.over.period, uses.is_empty()) {
        (None, true) => grades(paper, "Its claims, by how their sources are graded", &found),
        (None, false) => grades(paper, "Its reliability, by the year of the edition that grades it", &uses),
        (Some(_), _) => {}
    }
    used(paper, &uses, is_one);
    by_time::draw(paper, &all, "item", rows::row);
    Ok(())
}

/// "12 judgements, 40 claims and 3 events in 9 briefings, 2019 to 2026."
fn head(paper: &mut Paper<'_>, found: &[Found], uses: &[Found], is_one: bool) {
    let verb = match &paper.over.what {
        What::Tag(_) => "What is filed under",
        What::Source(_) => "What rests on",
        _ => "What names",
    };
    let title = format!("{verb} {}", paper.over.title());
    paper.say("name", Role::Strong, &title);
    let nouns =
        [(ItemKind::Judgement, "judgement"), (ItemKind::Claim, "claim"), (ItemKind::Event, "event"), (ItemKind::Relationship, "tie")];
    let counted = nouns.iter().map(|(kind, noun)| (found.iter().filter(|found| found.kind == Kind::Item(*kind)).count(), noun));
    let counted: Vec<String> = counted.filter(|(number, _)| *number > 0).map(|(number, noun)| count(number, noun)).collect();
    let counted: Vec<&str> = counted.iter().map(String::as_str).collect();
    let briefings = found.iter().chain(uses).map(|found| found.of).collect::<HashSet<_>>().len();
    let years: Vec<i64> = found.iter().filter_map(|found| Some(month_of(found.day?).0)).collect();
    let years = match (years.iter().min(), years.iter().max()) {
        (Some(first), Some(last)) if first == last => format!(", {first}"),
        (Some(first), Some(last)) => format!(", {first} to {last}"),
        _ => String::new(),
    };
    let what = if counted.is_empty() { "Nothing rests on it".to_owned() } else { series(&counted) };
    paper.say("counted", Role::Text, &format!("{what} in {}{years}.", count(briefings, "briefing")));
    if !uses.is_empty() {
        let words = if is_one {
            format!("{}, one origin: the same address, or the same text.", count(briefings, "briefing"))
        } else {
            format!("All sources of this publisher: {} in {}.", count(uses.len(), "use"), count(briefings, "briefing"))
        };
        paper.say("origin", Role::Text, &words);
    }
    if let What::Actor(name) = &paper.over.what {
        let shown = paper.catalogue.actors_called(name);
        let others: Vec<&String> = shown.iter().filter(|shown| *shown != name).collect();
        if !others.is_empty() {
            let called = others.into_iter().enumerate().fold(Text::new(Role::Quiet, "Also called "), |text, (at, other)| {
                let text = if at > 0 { text.and(Role::Quiet, ", ") } else { text };
                text.link(other, Place::Over(What::Actor(other.clone()).into()))
            });
            let called = called.and(Role::Quiet, ", by briefings that have this name for it too.");
            paper.push(Block::new("called", Body::Paragraph(called)));
        }
        if paper.catalogue.has_publisher(name) {
            let row = ListRow {
                text: Text::new(Role::Text, "What it published itself"),
                tail: Text::new(Role::Quiet, "source"),
                ..ListRow::default()
            };
            paper.begin_here();
            paper.row("as a source", Some(Place::Over(What::Source(name.clone()).into())), row);
        }
    }
    paper.say("time", Role::Quiet, TIME);
}

/// Each use of a source, with its grade there.
fn used(paper: &mut Paper<'_>, uses: &[Found], is_one: bool) {
    let all: Vec<by_time::Dated> = uses.iter().map(|found| (found.at, found.day)).collect();
    let shown = by_time::within(paper, &all);
    if shown.is_empty() {
        return;
    }
    let using = |paper: &mut Paper<'_>, entry: &Entry| using(paper, entry, is_one);
    if shown.len() > MOST {
        by_time::draw(paper, &all, "use", using);
        return;
    }
    paper.heading("Used by", &count(shown.len(), "use"));
    by_time::entries(paper, &shown, &using);
}

/// More uses are parted by their years.
const MOST: usize = 60;

fn using(paper: &mut Paper<'_>, entry: &Entry, is_one: bool) {
    let origin = entry.facts.origin.clone().unwrap_or_default();
    let address = origin.address.filter(|_| is_one).map_or_else(String::new, |address| format!("  {address}"));
    let title = origin.title.unwrap_or_default();
    let text = Text::new(Role::Accent, &format!("{} ", entry.id)).and(Role::Text, &(spaced(&entry.portion) + &title));
    let row = ListRow {
        id: rows::day(entry),
        lead: Text::new(Role::Strong, &entry.facts.grade),
        text: text.append(rows::from(entry)).and(Role::Quiet, &neutral(&address)),
        ..ListRow::default()
    };
    paper.row(&format!("use {}", entry.address), entry.address.parse().ok(), row);
}

/// "2024  A 3, B 10, not graded 2", a row a year.
fn grades(paper: &mut Paper<'_>, heading: &str, found: &[Found]) {
    let graded = found.iter().filter(|found| matches!(found.kind, Kind::Item(ItemKind::Claim | ItemKind::Source)));
    let mut years: BTreeMap<Option<i64>, BTreeMap<Option<usize>, usize>> = BTreeMap::new();
    for one in graded {
        let year = years.entry(one.day.map(|day| month_of(day).0)).or_default();
        let letters: Vec<Reliability> = one.letters().collect();
        for letter in letters.iter().map(|letter| Some(*letter as usize)).chain(letters.is_empty().then_some(None)) {
            *year.entry(letter).or_default() += 1;
        }
    }
    if years.is_empty() {
        return;
    }
    paper.heading(heading, "");
    for (year, letters) in years.iter().rev() {
        let name =
            |letter: Option<usize>| letter.and_then(|letter| Reliability::all().get(letter)).map_or("not graded", |letter| letter.word());
        // What has no letter is last.
        let ordered = letters.iter().filter(|(letter, _)| letter.is_some()).chain(letters.iter().filter(|(letter, _)| letter.is_none()));
        let words: Vec<String> = ordered.map(|(letter, number)| format!("{} {number}", name(*letter))).collect();
        let year = year.map_or_else(|| "undated".to_owned(), |year| year.to_string());
        let row = ListRow { id: Text::new(Role::Text, &year), text: Text::new(Role::Text, &words.join(", ")), ..ListRow::default() };
        paper.row(&format!("graded {year}"), None, row);
    }
}

/// An actor that briefings have, and that nothing else in them names.
fn unnamed(paper: &mut Paper<'_>, actors: &[Found]) {
    paper.say("none", Role::Warn, &format!("{} is an actor of this library, and no item names it.", paper.over.title()));
    paper.heading("Where it stands", &count(actors.len(), "briefing"));
    let all: Vec<by_time::Dated> = actors.iter().map(|found| (found.at, found.day)).collect();
    by_time::entries(paper, &all.iter().collect::<Vec<_>>(), &rows::row);
}

fn nothing(paper: &mut Paper<'_>, subject: &Subject) {
    let what = match &paper.over.what {
        What::Tag(_) => "No briefing is filed under",
        What::Source(_) => "No briefing has a source that is called, lies at, or has the hash",
        _ => "No item of this library names",
    };
    let name = match &paper.over.what {
        What::Actor(name) | What::Tag(name) | What::Source(name) => name.clone(),
        _ => String::new(),
    };
    paper.say("none", Role::Warn, &format!("{what} {name}."));
    if let Some(near) = paper.catalogue.nearest_to(subject) {
        let what = if let What::Tag(_) = paper.over.what { What::Tag(near.clone()) } else { What::Actor(near.clone()) };
        let text = Text::new(Role::Text, "Did you mean ").link(&near, Place::Over(what.into())).and(Role::Text, "?");
        paper.push(Block::new("near", Body::Paragraph(text)));
    }
}
