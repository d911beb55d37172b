//! What a memo says: the bottom line, the key judgements, what would change our mind, what to watch, the sources.

use crate::briefing::references::references;
use crate::briefing::scale::{Confidence, Likelihood, Reliability, Vocabulary, Way};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{dissent, judged, seen, we_judge, with_threshold};
use crate::page::builder::{KeyedRow, Page};
use crate::page::doc::ListRow;
use crate::page::{Doc, Found, Role, Text};
use crate::text::direction::is_from_right;
use crate::text::sentence_end::is_full_stop;
use crate::text::{count, series, single_spaced, width};

/// Of the key judgements, as ICD 203 and format.md have it.
const FEWEST: usize = 3;
const MOST: usize = 5;
/// Of the indicators to watch.
const WATCHED: usize = 2;
/// The most cells of the source summary that stands on one line.
const SUMMARY: usize = super::COLUMNS - "Sources: ".len();

/// The key judgements of a memo, the most important first; `None` where there is no memo of it. Those that the bottom line
/// names come in its order: it is the author's own order of importance. Where it names few, those of the file follow.
pub fn judgements(held: &HeldBriefing, found: Found) -> Option<Vec<usize>> {
    let briefing = &held.resolved.briefing;
    let all = 0..briefing.judgements.len();
    let slug = |index: &usize| briefing.judgements[*index].section.as_ref().map(|section| section.value.as_str());
    let of: Vec<usize> = match found {
        Found::Cover => all.collect(),
        Found::Section(section) => all.filter(|index| slug(index) == Some(briefing.sections[section].value.as_str())).collect(),
        Found::Item(Item { kind: ItemKind::Judgement, index }) => vec![index],
        _ => return None,
    };
    let line = briefing.bottom_line.as_ref().map_or("", |text| text.value.as_str());
    let mut chosen: Vec<usize> = Vec::new();
    for (_, id) in references(line) {
        let Some(Item { kind: ItemKind::Judgement, index }) = held.resolved.graph.find(id) else { continue };
        if of.contains(&index) && !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    for index in of {
        if chosen.len() < FEWEST && !chosen.contains(&index) {
            chosen.push(index);
        }
    }
    chosen.truncate(MOST);
    Some(chosen)
}

/// What there is room for.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// From when on an indicator counts.
    pub thresholds: bool,
    /// All of the source summary.
    pub summary: bool,
}

pub fn doc(held: &HeldBriefing, found: Found, judgements: &[usize], room: Room) -> Doc {
    let mut page = Page::new(held, "Memo", "").with_findings(&[]);
    page.heading("Bottom line");
    page.paragraph("bottom line", false, page.stated(Role::Strong, held.resolved.briefing.bottom_line.as_ref()));
    let rows = judgements.iter().map(|index| judgement(&page, *index)).collect();
    page.list_under("Key judgements", rows);
    let rest = left_out(&page, found, judgements);
    if !rest.is_empty() {
        page.paragraph("not shown", true, Text::new(Role::Quiet, &format!("Not shown: {}.", series(&rest))));
    }
    let change = judgements.iter().map(|index| change(&page, *index, room.thresholds)).collect();
    listed(&mut page, "What would change our mind", if room.thresholds { "" } else { "thresholds are in the briefing" }, change);
    let (watched, more) = watched(&page, judgements);
    let watched = watched.into_iter().map(|item| watch(&page, item)).collect();
    let more = if more == 0 { String::new() } else { format!("{more} more {} in the briefing", if more == 1 { "is" } else { "are" }) };
    listed(&mut page, "What to watch", &more, watched);
    page.field("Sources", true, Text::new(Role::Text, &sources(held, room.summary)));
    page.finish()
}

/// The judgements that the memo has no room for; of a part of the briefing, those that the bottom line names all the same.
fn left_out<'p>(page: &Page<'p>, found: Found, judgements: &[usize]) -> Vec<&'p str> {
    let line = page.resolved().briefing.bottom_line.as_ref().map_or("", |text| text.value.as_str());
    let all = (0..page.resolved().briefing.judgements.len()).filter(|index| !judgements.contains(index));
    let ids = all.map(|index| page.id(Item { kind: ItemKind::Judgement, index }));
    ids.filter(|id| found == Found::Cover || references(line).any(|(_, named)| named == *id)).collect()
}

fn listed(page: &mut Page<'_>, heading: &str, state: &str, rows: Vec<KeyedRow>) {
    page.heading_with(heading, Text::new(Role::Quiet, state));
    if rows.is_empty() {
        page.none_recorded(heading);
    }
    page.list(rows);
}

/// The likelihood in one sentence and the confidence in another: no sentence has both (ICD 203).
fn judgement(page: &Page<'_>, index: usize) -> KeyedRow {
    let item = Item { kind: ItemKind::Judgement, index };
    let (held, briefing) = (page.held, &page.resolved().briefing);
    let bar = judged(held, index);
    let range = bar.likelihood.map_or_else(String::new, |term: Likelihood| format!(" ({})", term.range()));
    let by = bar.by.map_or_else(String::new, |by| format!(", by {by}"));
    let state = bar.state.map_or_else(String::new, |state| format!("; {}", state.words()));
    let basis = held.resolved.basis(index);
    // Origins are told where they are fewer than the sources: there a reader would count too much.
    let origins = Some(count(basis.origins.len(), "origin")).filter(|_| basis.origins.len() < basis.sources.len());
    // Of an even judgement the claims of both sides count.
    let own = &briefing.judgements[index];
    let claims = match own.way() {
        Way::Even => format!("{} for, {} against", count(own.claims.len(), "claim"), own.against.len()),
        _ => count(basis.claims.len(), "claim"),
    };
    let counts: Vec<String> = [claims, count(basis.sources.len(), "source")].into_iter().chain(origins).collect();
    let word = briefing.judgements[index].confidence.as_ref();
    let confidence = word.map_or("not stated", |word| word.value.map_or(word.text.as_str(), |level: Confidence| level.word()));
    let likely = format!("{}{range}{by}{state}: ", we_judge(briefing, index));
    let otherwise = dissent(page.resolved(), item).map_or_else(String::new, |views| format!(" Dissent: {}", ended(&views)));
    let sure = format!(" Our confidence is {confidence}: {}.{otherwise}", counts.join(", "));
    let said = page.statement(item);
    let text = Text::new(Role::Text, &likely).and(Role::Strong, &ended(&said)).and(Role::Text, &behind(&said, sure));
    row(page, item, text)
}

fn row(page: &Page<'_>, item: Item, text: Text) -> KeyedRow {
    let id = page.id(item);
    (id.to_owned(), Some(Found::Item(item)), ListRow { id: Text::new(Role::Accent, id), text, ..ListRow::default() })
}

/// The first indicator that would move a judgement against the way it points, and how many more do; of an even one, one each way.
fn change(page: &Page<'_>, index: usize, thresholds: bool) -> KeyedRow {
    let item = Item { kind: ItemKind::Judgement, index };
    let ways = [(LinkKind::MovesUp, Way::Above, "More likely"), (LinkKind::MovesDown, Way::Below, "Less likely")];
    let own = page.resolved().briefing.judgements[index].way();
    let against = || ways.into_iter().filter(|(_, way, _)| *way != own);
    let indicators = &page.resolved().briefing.indicators;
    // What was seen is counted already.
    let is_seen = |other: &Item| indicators[other.index].seen.is_some();
    let moving = |kind| page.resolved().graph.origins(item, kind).filter(|other| other.kind == ItemKind::Indicator);
    let said = against().filter_map(|(kind, _, words)| {
        let mut all = moving(kind).filter(|other| !is_seen(other));
        let first = all.next()?;
        let what = if thresholds { with_threshold(page.resolved(), first) } else { page.statement(first) };
        let more = all.count();
        let more = if more > 0 { format!(" And {more} more.") } else { String::new() };
        Some(format!("{words} with {}: {}{more}", page.id(first), ended(&what)))
    });
    let said: Vec<String> = said.collect();
    let said = if said.is_empty() {
        let words: Vec<String> = against().map(|(.., words)| words.to_lowercase()).collect();
        let seen: Vec<&str> = against().flat_map(|(kind, ..)| moving(kind).filter(is_seen)).map(|other| page.id(other)).collect();
        let is_any = [LinkKind::MovesUp, LinkKind::MovesDown, LinkKind::Moves].into_iter().any(|kind| moving(kind).next().is_some());
        unmoved(is_any, &words, &seen)
    } else {
        said.join(" ")
    };
    let (_, to, row) = row(page, item, Text::new(Role::Text, &said));
    (format!("change {}", page.id(item)), to, row)
}

/// Why no indicator is said that would move a judgement this way or these.
fn unmoved(is_any: bool, ways: &[String], seen: &[&str]) -> String {
    match (is_any, seen) {
        (false, _) => "No indicator is recorded.".to_owned(),
        (true, []) => format!("No indicator that is recorded would make it {}.", ways.join(" or ")),
        (true, seen) => format!("What would make it {} was seen already: {}.", ways.join(" or "), series(seen)),
    }
}

/// The indicators that move most of the judgements, and how many more move any.
fn watched(page: &Page<'_>, judgements: &[usize]) -> (Vec<Item>, usize) {
    let moves = |item: &Item| {
        let kinds = [LinkKind::MovesUp, LinkKind::MovesDown, LinkKind::Moves];
        let moved = kinds.into_iter().flat_map(|kind| page.resolved().graph.targets(*item, kind));
        moved.filter(|to| to.kind == ItemKind::Judgement && judgements.contains(&to.index)).count()
    };
    let count = page.resolved().briefing.count(ItemKind::Indicator);
    let mut indicators: Vec<(usize, Item)> =
        (0..count).map(|index| Item { kind: ItemKind::Indicator, index }).map(|item| (moves(&item), item)).collect();
    indicators.retain(|(moved, _)| *moved > 0);
    indicators.sort_by_key(|(moved, _)| std::cmp::Reverse(*moved));
    let more = indicators.len().saturating_sub(WATCHED);
    (indicators.into_iter().take(WATCHED).map(|(_, item)| item).collect(), more)
}

/// What it is, from when on it counts, and whether it was seen.
fn watch(page: &Page<'_>, item: Item) -> KeyedRow {
    let indicator = &page.resolved().briefing.indicators[item.index];
    let seen = indicator.seen.as_ref().map_or_else(String::new, |date| format!(" It was {}.", seen(Some(date))));
    let said = with_threshold(page.resolved(), item);
    row(page, item, Text::new(Role::Text, &(ended(&said) + &behind(&said, seen))))
}

/// The author's summary where there is room for all of it, else the sources by their numbers. A part of it could say the
/// opposite: praise stands first, and what it hangs on behind that.
fn sources(held: &HeldBriefing, whole: bool) -> String {
    let briefing = &held.resolved.briefing;
    let summary = briefing.source_summary.as_ref().map_or("", |text| text.value.as_str());
    let summary = single_spaced(summary);
    if !summary.is_empty() && (whole || width(&summary) <= SUMMARY) {
        return summary;
    }
    let origins: std::collections::BTreeSet<&str> = (0..briefing.sources.len()).map(|source| held.resolved.origin(source)).collect();
    let mut letters: Vec<&str> = briefing.sources.iter().map(|source| grade(source.reliability.as_ref())).collect();
    letters.sort_unstable();
    letters.dedup();
    let reliability = if letters.is_empty() { String::new() } else { format!("; reliability {}", graded(&letters)) };
    // Sources that state no origin may have one in common, so only what is known to be less is said.
    let fewer = (origins.len() < briefing.sources.len()).then(|| count(origins.len(), "origin"));
    let said = [Some(count(briefing.sources.len(), "source")), fewer, Some(count(briefing.claims.len(), "claim"))];
    format!("{}{reliability}.", said.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// "F (cannot be judged)": a letter alone is read as a mark.
fn graded(letters: &[&str]) -> String {
    let label = |letter: &str| Reliability::all().iter().find(|one| one.word() == letter).map(|one| one.label());
    let said = |letter: &&str| label(letter).map_or_else(|| (*letter).to_owned(), |label| format!("{letter} ({label})"));
    letters.iter().map(said).collect::<Vec<_>>().join(", ")
}

fn grade(word: Option<&crate::briefing::Word<Reliability>>) -> &str {
    word.map_or("not stated", |word| word.value.map_or(word.text.as_str(), |letter| letter.word()))
}

/// With a full stop where no sentence ends; it stays at the end of its sentence where what goes on runs the other way.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    let ends = text.trim_end_matches(['"', '”', '’', '»', ')', '」']).ends_with(is_full_stop);
    let stop = if ends || text.is_empty() { "" } else { "." };
    let mark = if turns(text) { RLM } else { "" };
    format!("{text}{stop}{mark}")
}

/// Words of ours behind a sentence of the briefing: the line may run its way, and their own full stop stays at their end.
fn behind(sentence: &str, words: String) -> String {
    if turns(sentence) && !words.is_empty() { words + LRM } else { words }
}

/// Its last letter runs from the right.
fn turns(text: &str) -> bool {
    text.chars().rfind(|c| c.is_alphabetic()).is_some_and(is_from_right)
}

/// Letters of no width, of which the one runs from the right.
const RLM: &str = "\u{200f}";
const LRM: &str = "\u{200e}";
