//! How judgements came out: terms against what came, Brier's score, and by whom, in which section and when.

use super::{Group, Paper, by_time, groups_of, rows};
use crate::briefing::scale::{Came, Likelihood, Vocabulary, Yardstick};
use crate::catalogue::item_row::{At, Entry};
use crate::catalogue::{Outcomes, Told, Without};
use crate::page::about::short_form::title_of_slug;
use crate::page::doc::{Block, Body, ListRow, Purpose};
use crate::page::figure::{Calibration, Figure, SIGNS};
use crate::page::library_page::{Slice, What};
use crate::page::place::{Place, ScaleName};
use crate::page::styled_text::{Role, Text};
use crate::score::interval::{percent, real};
use crate::score::term::middle;
use crate::score::{Brier, LEAST, Row, Said, Score, Verdict};
use crate::text::count;
use std::collections::HashMap;

/// So many parts of a kind are listed.
const MOST: usize = 100;

pub fn draw(paper: &mut Paper<'_>, slice: Option<&Slice>) -> Result<(), Without> {
    let outcomes = paper.catalogue.outcomes()?;
    let period = paper.over.period;
    let cases: Vec<&Told> = cases_of(&outcomes, slice).into_iter().filter(|told| by_time::is_in(told.day, period)).collect();
    let score = Score::of(cases.iter().map(|told| &told.case));
    paper.doc.note = count(cases.len(), "outcome");
    if let Some(slice) = slice {
        paper.say("slice", Role::Strong, &shown_name(slice));
    }
    if cases.is_empty() {
        paper.say("none", Role::Quiet, "No judgement here has an outcome yet, so there is nothing to score.");
        return Ok(());
    }
    match &score.brier {
        Some(brier) => brier_words(paper, brier),
        None => paper.say("brier", Role::Warn, "Nothing can be scored: no judgement with a likelihood came about or did not."),
    }
    calibration(paper, &score.rows);
    left_out(paper, &score, &outcomes, slice);
    if slice.is_none() {
        for group in Group::ALL {
            parts(paper, group, &cases);
        }
        score.brier.iter().for_each(|brier| reckoned(paper, brier));
        return Ok(());
    }
    let mut dated: Vec<by_time::Dated> = cases.iter().map(|told| (told.at, told.day)).collect();
    dated.sort_by_key(|(at, day)| (std::cmp::Reverse(*day), *at));
    let rated: HashMap<At, Option<Likelihood>> = cases.iter().map(|told| (told.at, told.case.rated)).collect();
    by_time::draw(paper, &dated, "judgement", |paper, entry| case(paper, entry, rated.get(&entry.at).copied().flatten()));
    Ok(())
}

/// Those that a page is of.
#[must_use]
pub fn cases_of<'a>(outcomes: &'a Outcomes, slice: Option<&Slice>) -> Vec<&'a Told> {
    let is_of = |told: &&Told| {
        let case = &told.case;
        match slice {
            None => true,
            Some(Slice::Likelihood(name)) => case.rated.is_some_and(|term| term_name(term) == *name),
            Some(Slice::Author(name)) => case.authors.contains(name),
            Some(Slice::Section(slug)) => case.section.as_ref() == Some(slug),
            Some(Slice::Year(year)) => case.year == Some(*year),
            Some(Slice::Outcome(word)) => case.came.word() == word,
        }
    };
    outcomes.cases.iter().filter(is_of).collect()
}

/// `icd203 likely`: one word stands on two yardsticks for two ranges.
fn term_name(term: Likelihood) -> String {
    format!("{} {}", term.yardstick().word(), term.word())
}

#[must_use]
pub fn shown_name(slice: &Slice) -> String {
    match slice {
        Slice::Likelihood(name) => {
            let terms = Yardstick::all().iter().flat_map(|yardstick| yardstick.terms());
            let known = terms.into_iter().find(|term| term_name(*term) == *name);
            known.map_or_else(|| name.clone(), |term| format!("{}, {} ({})", term.word(), term.range(), term.yardstick().name()))
        }
        Slice::Author(name) => name.clone(),
        Slice::Section(slug) => title_of_slug(slug),
        Slice::Year(year) => year.to_string(),
        Slice::Outcome(came) => Came::from_word(came).map_or_else(|| came.clone(), |came| came.label().to_owned()),
    }
}

fn brier_words(paper: &mut Paper<'_>, brier: &Brier) {
    let cases = count(brier.cases, "case");
    let came = format!("{} of them came about, {} %", brier.came, percent(real(brier.came) / real(brier.cases)));
    let text = Text::new(Role::Strong, &format!("Brier score {:.2}", brier.score))
        .and(Role::Text, &format!(" over {cases}; {came}. 0 is best, and saying 50 % each time makes 0.25."));
    // A stop at the beginning: on a low screen the page opens with it. It leads to what the terms state.
    paper.begin_here();
    paper.push(Block::new("brier", Body::Paragraph(text)).leads_to(Place::Scale(ScaleName::Likelihood)));
    let promised =
        format!("Were every word right, it would lie within {}, and chance leads up to {:.2} beyond that", span(brier), brier.reach);
    let said = match brier.said() {
        Said::TooFew => {
            format!("Too few cases to say anything of who judged: {cases}, and nothing is said of fewer than {LEAST}. {promised}.")
        }
        Said::AsPromised => format!("{promised}: the words held."),
        Said::Worse => format!("{promised}: what came was farther from the words than chance explains."),
        Said::Better => format!("{promised}: what came was nearer than the words promised. They were more cautious than they had to be."),
    };
    let role = if matches!(brier.said(), Said::AsPromised | Said::Better) { Role::Text } else { Role::Warn };
    paper.say("promised", role, &said);
}

/// "0.12–0.17".
fn span(brier: &Brier) -> String {
    format!("{:.2}–{:.2}", brier.promised.0, brier.promised.1)
}

/// What the numbers mean, for who asks.
fn reckoned(paper: &mut Paper<'_>, brier: &Brier) {
    paper.heading("How it is reckoned", "");
    let base = format!(
        "With the end of each range that is nearer to what came it is {:.2}, with the farther one {:.2}. Always saying the share that came about would have made {:.2}; only hindsight knows that share.",
        brier.ends.0, brier.ends.1, brier.base
    );
    paper.say("ends", Role::Quiet, &base);
    let how = format!(
        "Brier’s score is the mean of (forecast − outcome)²: the outcome is 1 or 0, and the forecast the middle of the term’s range, so likely, 55–80 %, is {:.3}. What shares may be shares of are Wilson’s intervals at 95 %, and what chance explains is Spiegelhalter’s test, with the range of a term in place of a number.",
        Likelihood::on(Yardstick::Icd203, "likely").map_or(0.0, middle)
    );
    paper.say("how", Role::Quiet, &how);
}

fn calibration(paper: &mut Paper<'_>, all: &[Row]) {
    for yardstick in Yardstick::all() {
        let of: Vec<&Row> = all.iter().filter(|row| row.term.yardstick() == *yardstick).collect();
        if of.is_empty() {
            continue;
        }
        paper.heading(&format!("Said and came, {}", yardstick.name()), "");
        paper.push(Block::paragraph(format!("signs {}", yardstick.word()), Role::Quiet, SIGNS).purpose(Purpose::Legend));
        let terms = of.iter().map(|row| ((*row).clone(), of_term(paper, row)));
        let figure = Figure::Calibration(Calibration { terms: terms.collect() });
        paper.begin_here();
        paper.push(Block::new(format!("figure {}", yardstick.word()), Body::Figure { label: "", figure, link: None }).gap());
        paper.heading("What that says", "");
        for row in of {
            let role = if matches!(row.verdict(), Verdict::More | Verdict::Less) { Role::Warn } else { Role::Text };
            let list_row = ListRow {
                id: Text::new(Role::Strong, row.term.word()),
                text: Text::new(role, &verdict_words(row)).and(Role::Quiet, "."),
                ..ListRow::default()
            };
            let to = of_term(paper, row);
            paper.row(&format!("said {}", term_name(row.term)), to, list_row);
        }
    }
}

/// The page of a term's cases, unless that is this one.
fn of_term(paper: &Paper<'_>, row: &Row) -> Option<Place> {
    let what = What::Score(Some(Slice::Likelihood(term_name(row.term))));
    (paper.over.what != what).then(|| Paper::to(&what, paper.over.period))
}

/// What the cases of a term say, and why they do not say more.
#[must_use]
pub fn verdict_words(row: &Row) -> String {
    let (low, high) = row.interval().percent();
    let cases = count(row.of, "case");
    let may = format!("with {cases} the true share may be anything from {low} to {high} %");
    match row.verdict() {
        Verdict::None => "nothing that came about or did not".to_owned(),
        Verdict::Holds => format!("as stated: {may}, all of it within {}", row.term.range()),
        Verdict::Agrees => format!("agrees, as far as can be said: {may}; some {} cases would tell", row.enough()),
        Verdict::Open => format!("too few to say: {may}; some {} cases would tell", row.enough()),
        Verdict::More => format!("came about more often than it states: {may}, all of it above {}", row.term.range()),
        Verdict::Less => format!("came about less often than it states: {may}, all of it below {}", row.term.range()),
    }
}

fn left_out(paper: &mut Paper<'_>, score: &Score, outcomes: &Outcomes, slice: Option<&Slice>) {
    let period = paper.over.period;
    let to = |came: Came| slice.is_none().then(|| Paper::to(&What::Score(Some(Slice::Outcome(came.word().to_owned()))), period));
    let told_again = if slice.is_none() && period.is_none() { outcomes.told_again } else { 0 };
    if score.partly + score.void + score.unrated + told_again == 0 {
        return;
    }
    paper.heading("Counted apart", "");
    if score.partly > 0 {
        let with = score.brier.as_ref().and_then(|brier| brier.with_parts);
        let with =
            with.map_or_else(String::new, |(come, not)| format!(". Counted as come, the score would be {come:.2}, as not come {not:.2}"));
        let words = format!("{} came about in part: neither a hit nor a miss{with}.", count(score.partly, "judgement"));
        paper.row("partly", to(Came::Partly), ListRow { text: Text::new(Role::Text, &words), ..ListRow::default() });
    }
    if score.void > 0 {
        let words = format!("{} void: nobody can tell what became of it, or the question has fallen away.", count(score.void, "judgement"));
        paper.row("void", to(Came::Void), ListRow { text: Text::new(Role::Text, &words), ..ListRow::default() });
    }
    if score.unrated > 0 {
        let words = format!("{} without a likelihood that could be held against what came.", count(score.unrated, "judgement"));
        paper.row("unrated", None, ListRow { text: Text::new(Role::Text, &words), ..ListRow::default() });
    }
    if told_again > 0 {
        let words =
            format!("{} of earlier editions: a later edition tells the outcome too, and is counted.", count(told_again, "judgement"));
        paper.row("told again", None, ListRow { text: Text::new(Role::Text, &words), ..ListRow::default() });
    }
}

fn parts(paper: &mut Paper<'_>, group: Group, cases: &[&Told]) {
    let all = groups_of(cases, group);
    if all.is_empty() {
        return;
    }
    paper.heading(group.heading(), &all.len().to_string());
    for (slice, score) in all.iter().take(MOST) {
        let (role, words) = part_words(score);
        let row = ListRow {
            id: Text::new(Role::Strong, &shown_name(slice)),
            text: Text::new(role, &words),
            tail: Text::new(Role::Quiet, &count(score.cases(), "case")),
            ..ListRow::default()
        };
        paper.row(&slice.to_string(), Some(Paper::to(&What::Score(Some(slice.clone())), paper.over.period)), row);
    }
    if all.len() > MOST {
        paper.say(&format!("more {}", group.name()), Role::Quiet, &format!("{} more, of fewer cases.", all.len() - MOST));
    }
}

/// "Brier score 0.17; the words promise 0.15–0.22, ± 0.08 by chance: they held".
fn part_words(score: &Score) -> (Role, String) {
    let Some(brier) = &score.brier else { return (Role::Quiet, "nothing that can be scored".to_owned()) };
    let against = format!("Brier score {:.2}; the words promise {}, ± {:.2} by chance", brier.score, span(brier), brier.reach);
    match brier.said() {
        Said::TooFew => (Role::Quiet, format!("too few to say: it takes {LEAST}")),
        Said::AsPromised => (Role::Text, format!("{against}: they held")),
        Said::Worse => (Role::Warn, format!("{against}: worse than chance explains")),
        Said::Better => (Role::Text, format!("{against}: better than promised")),
    }
}

/// What was rated anew once the outcome was known is scored as it was rated before.
fn case(paper: &mut Paper<'_>, entry: &Entry, rated: Option<Likelihood>) {
    let before = rated.filter(|rated| rated.word() != entry.lead);
    let before = before.map_or_else(String::new, |rated| format!("  Scored as {}, its rating before the outcome was known.", rated.word()));
    let came = entry.judged().map_or_else(Text::default, |judged| rows::state(paper, entry, judged));
    let row = ListRow {
        id: rows::day(entry),
        text: rows::statement(entry).append(rows::from(entry)).and(Role::Warn, &before),
        tail: came,
        ..ListRow::default()
    };
    paper.row(&entry.address, entry.address.parse().ok(), row);
}
