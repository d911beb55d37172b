//! The list of a library too large to be held, and of one that is where it is filtered, sorted or grouped: as many of its rows as a
//! few screens show, from the catalogue.

use crate::briefing::banner::{self, BETWEEN};
use crate::briefing::scale::Marking;
use crate::briefing::{Date, Span, Word};
use crate::catalogue::first_rows::FIRST;
use crate::catalogue::group::NONE;
use crate::catalogue::{Catalogue, Chip, Groups, Judged, Listing, Row, Sort};
use crate::page::about::short_form::when;
use crate::page::about::unread;
use crate::page::doc::{Block, Body, Doc, ListRow, Part};
use crate::page::figure::PASSED;
use crate::page::of::check::state;
use crate::page::place::{Place, Spot};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::{capitalised, clip, count, neutral, plain_name};
use std::borrow::Cow;

/// So many rows are on the page; the reader sees one list all the same.
pub const ROWS: usize = 180;

/// What is listed, and which of it is on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    pub listing: Listing,
    /// The first row, 0-based.
    pub from: usize,
    /// The first frame is not on the screen yet.
    pub is_first: bool,
}

#[must_use]
pub fn listed(world: &World, catalogue: &Catalogue, list: &List) -> Doc {
    let listing = world.today_of(&list.listing);
    let all = catalogue.count();
    if let Some(group) = listing.groups() {
        return match catalogue.groups(&listing, group) {
            Ok(groups) => grouped(world, &listing, all, groups),
            Err(why) => unlisted(&why.to_string()),
        };
    }
    let rows = if list.is_first { FIRST } else { ROWS };
    let part = |from: usize| catalogue.rows(&listing, from..from + rows).map(|found| (from, found));
    // It may have been longer when it was left.
    let found = part(list.from)
        .and_then(|(from, found)| if from == 0 || from < found.total { Ok((from, found)) } else { part(found.total.saturating_sub(rows)) });
    let from = found.as_ref().map_or(0, |(from, _)| *from);
    let found = found.map(|(_, found)| found);
    let total = found.as_ref().map_or(0, |rows| rows.total);
    let held = counted(total, all);
    let mut doc = Doc::new("Library", &note(world, held));
    if let Some(set) = set(&list.listing).filter(|_| from == 0) {
        doc.push(Block::paragraph("set", Role::Quiet, &set));
    }
    match found {
        Err(why) => doc.push(Block::paragraph("none", Role::Warn, &capitalised(&why.to_string()))),
        Ok(rows) if rows.rows.is_empty() => doc.push(none(world)),
        Ok(rows) => {
            let rows = rows.rows.iter().filter_map(|one| current(world, one));
            doc.blocks.extend(rows.map(|one| row(world, &one, sorted_by(&one, list.listing.sort), false)));
        }
    }
    doc.part = Some(Part { from, of: total, before: 0 });
    doc.finish(None)
}

/// What a list is in the order of, where no row says it otherwise.
fn sorted_by(row: &Row, sort: Sort) -> Text {
    let words = match sort {
        Sort::Judgements => count(row.judgements.len(), "judgement"),
        Sort::Horizon => row.horizon.as_ref().map_or_else(|| "No horizon".to_owned(), |by| format!("By {}", when(Some(&dated(by))))),
        _ => return Text::default(),
    };
    Text::new(Role::Quiet, &format!("{words}  "))
}

/// What is held is shown as it is now: the rules may have run since the catalogue was made, and a briefing may be gone.
fn current<'a>(world: &World, row: &'a Row) -> Option<Cow<'a, Row>> {
    if world.library.is_large() { Some(Cow::Borrowed(row)) } else { world.entry(&row.id).map(|held| Cow::Owned(Row::of(held))) }
}

fn unlisted(why: &str) -> Doc {
    let mut doc = Doc::new("Library", "");
    doc.push(Block::paragraph("none", Role::Warn, &capitalised(why)));
    doc.finish(None)
}

/// How many there are, or how far their reading is.
fn note(world: &World, held: String) -> String {
    match world.reading {
        Some(reading) => reading.words(&held),
        None => held,
    }
}

fn none(world: &World) -> Block {
    let is_read = world.caution().is_none();
    let words = if is_read { "No briefing is like this." } else { "The briefings are being read; each stands here as soon as it is." };
    Block::paragraph("none", Role::Quiet, words)
}

/// A row for each group.
fn grouped(world: &World, listing: &Listing, all: usize, Groups { total, groups, more }: Groups) -> Doc {
    let mut doc = Doc::new("Library", &note(world, counted(total, all)));
    if let Some(set) = set(listing) {
        doc.push(Block::paragraph("set", Role::Quiet, &set));
    }
    if groups.is_empty() {
        doc.push(none(world));
    }
    for Chip { filter, shown, count: briefings } in groups {
        let text = Text::new(if filter == NONE { Role::Text } else { Role::Strong }, &shown).and(Role::Quiet, &format!(" · {briefings}"));
        let row = ListRow { text, one_row: true, ..ListRow::default() };
        doc.push(Block::new(format!("group {filter}"), Body::ListRow(row)).leads_to(Place::Group(filter)));
    }
    if more > 0 {
        let words = format!("Left out: {} of fewer briefings. A filter or words make the list shorter.", count(more, "group"));
        doc.push(Block::paragraph("more", Role::Quiet, &words));
    }
    doc.finish(None)
}

/// What the list is filtered, sorted and grouped by, where that is anything.
fn set(listing: &Listing) -> Option<String> {
    let order = (listing.sort != Sort::default() || listing.is_reversed)
        .then(|| format!("By {}{}", listing.sort.name(), if listing.is_reversed { ", the other way round" } else { "" }));
    let query = (!listing.query.is_empty()).then(|| listing.query.clone());
    let filters: Vec<String> = listing.chips.iter().cloned().chain(query).collect();
    let filters = (!filters.is_empty()).then(|| format!("Only {}", filters.join(" · ")));
    let group = listing.group.map(|group| match listing.within.as_deref() {
        None => format!("Grouped by {}", group.name()),
        Some(NONE) => format!("Grouped by {}: {}", group.name(), group.none()),
        Some(within) => {
            let value = within.split_once(':').map_or(within, |(_, value)| value).trim_matches('"');
            format!("Grouped by {}: {value}", group.name())
        }
    });
    let set: Vec<String> = [filters, order, group].into_iter().flatten().collect();
    (!set.is_empty()).then(|| set.join("   "))
}

/// How many of all are listed, in words.
#[must_use]
pub fn counted(listed: usize, all: usize) -> String {
    if listed == all { count(all, "briefing") } else { format!("{listed} of {}", count(all, "briefing")) }
}

/// That a horizon has passed leads: a long title may leave no room behind it. `below` stands how likely things are, where the
/// bottom line does not stand in full and says so itself.
pub(super) fn row(world: &World, row: &Row, leading: Text, below: bool) -> Block {
    let date = row.date.as_deref().map(dated);
    let passed = has_passed(world, row, date.as_ref()).then(|| Text::new(Role::Warn, &format!("{}. ", capitalised(PASSED))));
    let leading = leading.append(passed.unwrap_or_default());
    let list_row = ListRow {
        id: Text::new(Role::Text, &when(date.as_ref())),
        lead: Text::new(Role::Quiet, &marking(row)),
        text: leading.and(Role::Strong, &row.title).and(Role::Quiet, &format!("  {}", gist(row))).append(tags(row)),
        tail: unread(world, row).append(stale(world, row).unwrap_or_else(|| state(row.check))),
        one_row: true,
        imprint: Some(row.imprint),
        below: if below { likelihoods(row) } else { Text::default() },
        ..ListRow::default()
    };
    Block::new(&*row.id, Body::ListRow(list_row)).leads_to(Place::within(&row.id, Spot::Cover))
}

/// "Unlikely J1 J2 · likely J3": the bottom line has no room where a row is short, and no judgement stands without it.
fn likelihoods(row: &Row) -> Text {
    let mut terms: Vec<(Cow<'_, str>, String)> = Vec::new();
    for Judged { id, likelihood, .. } in &row.judgements {
        let word = likelihood.as_deref().map_or("not stated".into(), |word| clip(word, 24));
        match terms.iter_mut().find(|(term, _)| *term == word) {
            Some((_, ids)) => ids.push_str(&format!(" {id}")),
            None => terms.push((word, id.clone())),
        }
    }
    terms.iter().enumerate().fold(Text::default(), |text, (at, (term, ids))| {
        let between = if at == 0 { "" } else { " · " };
        text.and(Role::Quiet, between).and(Role::Text, term).and(Role::Quiet, &format!(" {ids}"))
    })
}

/// What is no marking may be of any length, and other things stand on its line.
fn marking(row: &Row) -> Cow<'_, str> {
    match row.marking.as_deref() {
        None => "unmarked".into(),
        Some(banner) if banner.split(BETWEEN).all(|part| part == banner::NONE || Marking::written(part).is_some()) => banner.into(),
        Some(other) => clip(&neutral(other), 20).into_owned().into(),
    }
}

/// "STALE: line 41": what the check found is of the version that is shown, and the file holds another, or is gone.
fn stale(world: &World, row: &Row) -> Option<Text> {
    let old = world.library.stale_file(&row.path)?;
    Some(Text::new(Role::Warn, &format!("STALE: {}", old.short)))
}

/// "3 unread": of a briefing that has changed since it was read.
fn unread(world: &World, row: &Row) -> Text {
    match unread::count_of(world, row) {
        Some(count) if count > 0 => Text::new(Role::Accent, &format!("{count} unread")).and(Role::Quiet, " · "),
        _ => Text::default(),
    }
}

/// " [energy] [ice jams]": so many, and how many more.
fn tags(row: &Row) -> Text {
    let shown = row.tags.iter().take(TAGS).fold(Text::default(), |text, tag| text.and(Role::Accent, &format!(" [{}]", plain_name(tag))));
    let more = row.tags.len().saturating_sub(TAGS);
    if more > 0 { shown.and(Role::Quiet, &format!(" +{more}")) } else { shown }
}

const TAGS: usize = 3;

#[must_use]
pub fn dated(text: &str) -> Word<Date> {
    Word { text: text.to_owned(), value: Date::parse(text), span: Span::default() }
}

/// A judgement without an outcome has a horizon that lies before today, or before the edition where that is later.
fn has_passed(world: &World, row: &Row, date: Option<&Word<Date>>) -> bool {
    let by = row.horizon.as_deref().and_then(Date::parse);
    let edition = date.and_then(|date| Some(date.value.as_ref()?.earliest()));
    let day = edition.max(world.today.as_ref().map(Date::earliest));
    by.zip(day).is_some_and(|(by, day)| by.latest() < day)
}

/// What is worth a line beside the title: that it changes what was said before, and the bottom line. Of a file that could not
/// be read, which file that is.
fn gist(row: &Row) -> String {
    if row.is_broken {
        return row.path.clone();
    }
    row.change.as_deref().map_or_else(String::new, |change| capitalised(change) + ". ") + &row.bottom_line
}
