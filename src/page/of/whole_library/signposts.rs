//! What is watched in the whole library, due and seen; and the judgements that should be told by now.

use super::{Paper, by_time, rows};
use crate::briefing::scale::Direction;
use crate::catalogue::item::Watched;
use crate::catalogue::item::facts::{Bearing, Stands, is_known};
use crate::catalogue::{Entry, Standing, Without};
use crate::page::about::short_form::when;
use crate::page::doc::{Block, ListRow};
use crate::page::library_page::What;
use crate::page::of::library::dated;
use crate::page::styled_text::{Role, Text};
use crate::text::count;

/// So many of those that stand alike; the rest have a page.
const FIRST: usize = 50;

pub fn draw(paper: &mut Paper<'_>, of: Option<Standing>) -> Result<(), Without> {
    let mut watch = paper.catalogue.watch(paper.world.day())?;
    let period = paper.over.period;
    watch.all.retain(|one| by_time::is_in(one.day, period));
    if let Some(standing) = of {
        let all: Vec<by_time::Dated> = watch.of(standing).iter().map(|one| (one.at, one.day)).collect();
        paper.doc.note = count(all.len(), "indicator");
        paper.say("what", Role::Quiet, &format!("{}.", standing.heading()));
        by_time::draw(paper, &all, "indicator", |paper, entry| indicator(paper, entry, standing));
        return Ok(());
    }
    paper.doc.note = count(watch.all.len(), "indicator");
    others(paper)?;
    for standing in Standing::ALL {
        let all = watch.of(standing);
        if all.is_empty() {
            continue;
        }
        paper.heading(standing.heading(), &all.len().to_string());
        let dated: Vec<by_time::Dated> = all.iter().take(FIRST).map(|one| (one.at, one.day)).collect();
        let shown: Vec<&by_time::Dated> = dated.iter().collect();
        by_time::entries(paper, &shown, &|paper: &mut Paper<'_>, entry: &Entry| indicator(paper, entry, standing));
        if all.len() > FIRST {
            let text = Text::new(Role::Text, &format!("All {}", all.len()));
            let to = Paper::to(&What::Signposts(Some(standing)), period);
            paper.row(&format!("all {}", standing.name()), Some(to), ListRow { text, ..ListRow::default() });
        }
    }
    if watch.all.is_empty() {
        let words = if period.is_none() { "No briefing of this library has an indicator." } else { "No indicator is of this time." };
        paper.say("none", Role::Quiet, words);
    }
    if watch.replaced > 0 && period.is_none() {
        let words = format!("{} of earlier editions left out: a later edition is here.", count(watch.replaced, "indicator"));
        paper.push(Block::paragraph("replaced", Role::Quiet, &words).gap());
    }
    Ok(())
}

/// The pages beside this one.
fn others(paper: &mut Paper<'_>) -> Result<(), Without> {
    let period = paper.over.period;
    let overdue = paper.catalogue.overdue(paper.world.day())?.judgements;
    let overdue = overdue.iter().filter(|(_, day)| by_time::is_in(Some(*day), period)).count();
    let told = paper.catalogue.outcomes()?.cases;
    let told = told.iter().filter(|told| by_time::is_in(told.day, period)).count();
    let role = if overdue > 0 { Role::Warn } else { Role::Text };
    let row = |text, tail: &str| ListRow { text, tail: Text::new(Role::Quiet, tail), ..ListRow::default() };
    let overdue = Text::new(role, &format!("{} past the horizon, without an outcome", count(overdue, "judgement")));
    paper.begin_here();
    paper.row("overdue", Some(Paper::to(&What::Overdue, period)), row(overdue, "overdue"));
    let told = Text::new(Role::Text, &format!("How {} came out", count(told, "judgement")));
    paper.row("score", Some(Paper::to(&What::Score(None), period)), row(told, "score"));
    Ok(())
}

/// The indicator, then each judgement that it bears on.
fn indicator(paper: &mut Paper<'_>, entry: &Entry, standing: Standing) {
    let watched = entry.facts.watched.clone().unwrap_or_default();
    let lead = match (&watched.seen, standing) {
        (Some(seen), _) => seen.clone(),
        (None, Standing::Due | Standing::Passed) => format!("by {}", until(entry, &watched)),
        (None, _) => "not seen".to_owned(),
    };
    let threshold = watched.threshold.map_or_else(
        || Text::new(Role::Warn, "  No threshold."),
        |threshold| Text::new(Role::Quiet, &format!("  Threshold: {}", threshold.trim_end_matches('.'))).and(Role::Quiet, "."),
    );
    let row = ListRow {
        id: Text::new(if watched.seen.is_some() { Role::Warn } else { Role::Quiet }, &lead),
        text: rows::statement(entry).append(threshold).append(rows::from(entry)),
        ..ListRow::default()
    };
    paper.row(&entry.address, entry.address.parse().ok(), row);
    for bearing in &watched.bears {
        let judged = entry.judgement(&bearing.judgement);
        let likelihood = judged.and_then(|judged| judged.likelihood.clone()).unwrap_or_else(|| "likelihood not stated".to_owned());
        let state = judged.map_or_else(Text::default, |judged| rows::state(paper, entry, judged));
        let text = moves(bearing)
            .and(Role::Accent, &bearing.judgement)
            .and(Role::Strong, &format!(" {likelihood}: "))
            .and(Role::Text, &bearing.text);
        let row = ListRow { text, tail: state, ..ListRow::default() };
        paper.row(&format!("{} {}", entry.address, bearing.judgement), Some(rows::place(entry, &bearing.judgement)), row);
    }
}

/// "↑ " before a judgement that is moved itself; else the arrow stands at what is moved: "↑ H1, an alternative to ".
fn moves(bearing: &Bearing) -> Text {
    let arrow = Text::new(Role::Quiet, &format!("{} ", bearing.way.map_or("?", Direction::arrow)));
    let to = match bearing.stands {
        Stands::Itself => return arrow,
        Stands::Alternative => ", an alternative to ",
        Stands::Assumption => ", assumed by ",
    };
    arrow.and(Role::Accent, &bearing.moved).and(Role::Quiet, to)
}

/// The horizon that comes first of those that are open.
fn until(entry: &Entry, watched: &Watched) -> String {
    let judged = watched.bears.iter().filter_map(|bearing| entry.judgement(&bearing.judgement));
    let open = judged.filter(|judged| !is_known(judged)).filter_map(|judged| judged.by.as_deref()).map(dated);
    let first = open.filter_map(|by| Some((by.value.as_ref()?.last_day()?, by))).min_by_key(|(day, _)| *day);
    when(first.as_ref().map(|(_, by)| by))
}

pub fn overdue(paper: &mut Paper<'_>) -> Result<(), Without> {
    let mut overdue = paper.catalogue.overdue(paper.world.day())?;
    let period = paper.over.period;
    overdue.judgements.retain(|(_, day)| by_time::is_in(Some(*day), period));
    paper.doc.note = count(overdue.judgements.len(), "judgement");
    let words = match (overdue.judgements.is_empty(), period) {
        (true, None) => "No judgement is past its horizon without an outcome.",
        (true, Some(_)) => "No judgement of this time is past its horizon without an outcome.",
        _ => "The horizon has passed, and nobody has said what became of them. The latest horizon first.",
    };
    paper.say("what", Role::Quiet, words);
    let all: Vec<by_time::Dated> = overdue.judgements.iter().map(|(at, day)| (*at, Some(*day))).collect();
    by_time::draw(paper, &all, "judgement", |paper, entry| {
        let judged = entry.judged();
        let by = judged.and_then(|judged| judged.by.as_deref()).map(dated);
        let confidence = judged.and_then(|judged| judged.confidence.clone()).map_or_else(String::new, |word| format!("{word} confidence"));
        let row = ListRow {
            id: Text::new(Role::Warn, &when(by.as_ref())),
            text: rows::statement(entry).append(rows::from(entry)),
            tail: Text::new(Role::Quiet, &confidence),
            ..ListRow::default()
        };
        paper.row(&entry.address, entry.address.parse().ok(), row);
    });
    if overdue.carried_on > 0 && period.is_none() {
        let words =
            format!("{} of earlier editions left out: a later edition has the same judgement.", count(overdue.carried_on, "judgement"));
        paper.push(Block::paragraph("carried on", Role::Quiet, &words).gap());
    }
    Ok(())
}
