//! The judgements of two editions, by what became of them.

use super::{SILENT, gone};
use crate::briefing::change::{Account, Aspect, Fate, JudgementChange, Outcome};
use crate::briefing::model::Judgement;
use crate::briefing::{Briefing, Item, ItemKind};
use crate::page::about::short_form::{confidence_dots, date_words, likelihood_bar, term_or_missing};
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, ListRow};
use crate::page::figure::{ConfidenceShift, Figure, LikelihoodShift};
use crate::page::styled_text::{Role, Text};

type Part = (&'static str, fn(&Outcome) -> bool);

/// A heading, and the outcomes that stand under it.
const PARTS: [Part; 6] = [
    ("Changed", |outcome| matches!(outcome, Outcome::Changed(_))),
    ("Outcome known", |outcome| *outcome == Outcome::Told),
    ("Restated, rated as before", |outcome| *outcome == Outcome::Restated),
    ("New in this edition", |outcome| *outcome == Outcome::New),
    ("Dropped", |outcome| *outcome == Outcome::Dropped),
    ("Consistent", |outcome| *outcome == Outcome::Consistent),
];

pub fn list(page: &mut Page<'_>, before: &Briefing, changes: &[JudgementChange]) {
    page.begin_here();
    for (heading, wanted) in PARTS {
        let part: Vec<&JudgementChange> = changes.iter().filter(|change| wanted(&change.outcome)).collect();
        if part.is_empty() {
            continue;
        }
        let bars = part.iter().any(|change| change.has(Aspect::Likelihood));
        let legend = Text::new(Role::Quiet, if bars { "░ then  ▓ both  █ now" } else { "" });
        page.heading_with(heading, legend);
        for (at, change) in part.into_iter().enumerate() {
            match change.fate {
                Fate::Dropped(index) => {
                    let judgement = &before.judgements[index];
                    let named = format!("{}: {}", term_or_missing(judgement.likelihood.as_ref()), text(judgement));
                    page.list(vec![gone(before, Item { kind: ItemKind::Judgement, index }, "", &named)]);
                }
                Fate::Added(index) => row(page, index, at > 0, ""),
                Fate::Kept { before: old, now } => kept(page, &before.judgements[old], now, change, at > 0),
            }
        }
    }
}

fn text(judgement: &Judgement) -> &str {
    judgement.text.as_ref().map_or("", |text| &text.value)
}

/// "came about, 3 Mar 2027", as an edition tells it.
fn told(judgement: &Judgement) -> String {
    let Some(outcome) = &judgement.outcome else { return "open".to_owned() };
    let came = outcome.came.as_ref().map_or("not stated", |word| word.value.map_or(word.text.as_str(), |came| came.label()));
    outcome.on.as_ref().map_or_else(|| came.to_owned(), |on| format!("{came}, {}", date_words(on)))
}

/// The judgement as it is now, with what became of it at the right.
fn row(page: &mut Page<'_>, index: usize, gap: bool, state: &str) {
    let item = Item { kind: ItemKind::Judgement, index };
    let (_, row) = whole(page.row(item, ""));
    let role = if state.ends_with("silently") { Role::Bad } else { Role::Quiet };
    let row = ListRow { list: page.new_list(), tail: Text::new(role, state), ..row };
    page.push(&format!("judgement {}", page.id(item)), gap, Some(Found::Item(item)), Body::ListRow(row));
}

fn kept(page: &mut Page<'_>, then: &Judgement, index: usize, change: &JudgementChange, gap: bool) {
    let now = &page.resolved().briefing.judgements[index];
    let state = match change.outcome {
        Outcome::Changed(Some(Account::Silent)) => "changed silently",
        Outcome::Changed(_) => "changed",
        Outcome::Told => "outcome known",
        Outcome::Restated => "restated",
        _ => "Consistent.",
    };
    row(page, index, gap && change.outcome != Outcome::Consistent, state);
    let mut shift = |label: &'static str, figure: Figure| {
        let key = format!("{} {}", label.to_lowercase(), now.head.id.value);
        page.push(&key, false, None, Body::Figure { label, figure, link: None });
    };
    if change.has(Aspect::Likelihood) {
        let (then, now) = (likelihood_bar(then.likelihood.as_ref(), None), likelihood_bar(now.likelihood.as_ref(), None));
        shift("Likelihood", Figure::LikelihoodShift(LikelihoodShift { then, now }));
    }
    if change.has(Aspect::Confidence) {
        let (then, now) = (confidence_dots(then.confidence.as_ref()), confidence_dots(now.confidence.as_ref()));
        shift("Confidence", Figure::ConfidenceShift(ConfidenceShift { then, now }));
    }
    if change.has(Aspect::Horizon) {
        let by = |judgement: &Judgement| judgement.by.as_ref().map_or_else(|| "not stated".to_owned(), date_words);
        page.field("Horizon", false, Text::new(Role::Text, &format!("{} → {}", by(then), by(now))));
    }
    if change.has(Aspect::Outcome) {
        page.field("Outcome", false, Text::new(Role::Text, &format!("{} → {}", told(then), told(now))));
    }
    if change.has(Aspect::Text) {
        page.field("Text then", false, Text::new(Role::Quiet, text(then)));
        page.field("Text now", false, Text::new(Role::Text, text(now)));
    }
    if let Outcome::Changed(Some(account)) = change.outcome {
        let said = match account {
            Account::Told => None,
            Account::Silent => Some(SILENT),
            Account::Denied => Some("It changed, and this edition says of itself that nothing did."),
            Account::Mistold => Some("What this edition says was said before is not what was said."),
        };
        if let Some(said) = said {
            page.field("Account", false, Text::new(Role::Bad, said));
        }
    }
    let speaks_of_then = !matches!(change.outcome, Outcome::Consistent | Outcome::Changed(None));
    if let Some(was) = now.was.as_ref().filter(|_| speaks_of_then) {
        page.field("Why", false, page.stated(Role::Text, was.why.as_ref()));
    }
}
