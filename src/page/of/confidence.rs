//! Why this confidence: what a judgement rests on, counted, and what the next level would need.

mod needs;

use crate::briefing::basis::{Basis, Origin};
use crate::briefing::scale::{ClaimKind, Vocabulary, Way};
use crate::briefing::{Age, Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{confidence_dots, date_words, grade_badge};
use crate::page::at::Found;
use crate::page::builder::{Page, side};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName, Side};
use crate::page::styled_text::{Role, Text};
use crate::text::count;

pub fn page(held: &HeldBriefing, judgement: usize) -> Doc {
    let described = &held.resolved.briefing.judgements[judgement];
    let basis = held.resolved.basis(judgement);
    let stated = described.confidence.as_ref().and_then(|word| word.value);
    let mut page = side(held, judgement, Side::Confidence, "why this confidence?");
    page.heading("We judge");
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    page.subject(Some(Found::Item(item)), Text::new(Role::Strong, &page.summary(item)));
    let dots = Figure::Confidence(confidence_dots(described.confidence.as_ref()));
    page.labelled("Confidence", true, dots, Some(Place::Scale(ScaleName::Confidence)));
    page.push("carried", false, None, Body::Field { label: "", text: needs::carried(stated, basis) });
    page.begin_here();
    rests_on(&mut page, basis);
    grades(&mut page, basis);
    let contrary = page.to(Found::Side { judgement, side: Side::Contrary });
    page.heading_with("Contradictions", Text::default().link("the other side", contrary));
    contradictions(&mut page, basis);
    counted(&mut page, "Readings", ItemKind::Alternative, &basis.readings);
    if !basis.readings.is_empty() {
        counted(&mut page, "Their basis", ItemKind::Claim, &basis.for_readings);
    }
    counted(&mut page, "Dissent", ItemKind::Dissent, &basis.dissents);
    page.heading("Limits");
    counted(&mut page, "Assumptions", ItemKind::Assumption, &basis.assumptions);
    counted(&mut page, "Gaps", ItemKind::Gap, &basis.gaps);
    needs::list(&mut page, stated, basis);
    page.finish()
}

/// The other side; of an even judgement both, for each is the other's.
fn contradictions(page: &mut Page<'_>, basis: &Basis) {
    let against = |claim: &&usize| basis.against.contains(claim);
    let (against, others): (Vec<usize>, Vec<usize>) = basis.claims.iter().partition(against);
    let (for_it, against_it) = ("for the event", "against the event");
    let sides = match basis.way {
        Way::Above => vec![(against_it, &basis.against)],
        Way::Below => vec![(for_it, &basis.against)],
        Way::Even => vec![(for_it, &others), (against_it, &against)],
    };
    for (at, (side, claims)) in sides.into_iter().enumerate() {
        let text = match claims.as_slice() {
            [] => Text::new(Role::Quiet, &format!("none {side}")),
            claims => linked(page, Text::new(Role::Text, &format!("{} {side}: ", claims.len())), ItemKind::Claim, claims),
        };
        page.field(if at == 0 { "Claims" } else { "" }, false, text);
    }
}

fn rests_on(page: &mut Page<'_>, basis: &Basis) {
    page.heading_with("Rests on", Text::new(Role::Quiet, &sums(basis)));
    let sides = match basis.way {
        Way::Above => "what speaks for the event",
        Way::Even => "what speaks for the event and what speaks against it",
        Way::Below => "what speaks against the event",
    };
    page.field("Judged side", false, Text::new(Role::Text, sides));
    counted(page, "Claims", ItemKind::Claim, &basis.claims);
    counted(page, "Sources", ItemKind::Source, &basis.sources);
    origins(page, basis);
    page.field("Hedged", false, hedged(page, basis));
    page.field("Kinds", false, kinds(page, basis));
    age(page, basis);
}

/// "7 claims, 2 sources, 1 origin". What no source states is not known: one source may draw on another.
pub fn sums(basis: &Basis) -> String {
    let unstated = basis.origins.iter().filter(|origin| !origin.stated).count();
    let origins = match (basis.origins.len(), unstated) {
        (1, 1) => "origin not stated".to_owned(),
        (all, unstated) if all == unstated && all > 0 => "origins not stated".to_owned(),
        (all, 0) => count(all, "origin"),
        (all, unstated) => format!("{} ({unstated} not stated)", count(all, "origin")),
    };
    format!("{}, {}, {origins}", count(basis.claims.len(), "claim"), count(basis.sources.len(), "source"))
}

fn origins(page: &mut Page<'_>, basis: &Basis) {
    let (stated, unstated): (Vec<&Origin>, Vec<&Origin>) = basis.origins.iter().partition(|origin| origin.stated);
    let mut lines: Vec<Text> = Vec::new();
    for origin in stated {
        let shared = if origin.sources.len() > 1 { ", shared by " } else { ", of " };
        let text = Text::new(Role::Text, &origin.name).and(Role::Quiet, shared);
        lines.push(linked(page, text, ItemKind::Source, &origin.sources));
    }
    let unstated: Vec<usize> = unstated.into_iter().flat_map(|origin| origin.sources.clone()).collect();
    if !unstated.is_empty() {
        let counted = if unstated.len() > 1 { ", each counted as one" } else { ", counted as one" };
        let text = Text::new(Role::Warn, "not stated").and(Role::Text, ": ");
        lines.push(linked(page, text, ItemKind::Source, &unstated).and(Role::Quiet, counted));
    }
    for (at, text) in lines.into_iter().enumerate() {
        page.field(if at == 0 { "Origins" } else { "" }, false, text);
    }
}

fn counted(page: &mut Page<'_>, label: &'static str, kind: ItemKind, indices: &[usize]) {
    let text = match indices {
        [] => Text::new(Role::Quiet, "None recorded."),
        _ => linked(page, Text::new(Role::Text, &format!("{}: ", indices.len())), kind, indices),
    };
    page.field(label, false, text);
}

fn linked(page: &Page<'_>, text: Text, kind: ItemKind, indices: &[usize]) -> Text {
    text.append(page.ids(Role::Text, indices.iter().map(|index| Item { kind, index: *index })))
}

fn hedged(page: &Page<'_>, basis: &Basis) -> Text {
    let all = basis.passages.len();
    if all == 0 {
        return Text::new(Role::Quiet, "no passage");
    }
    let text = match (basis.conditional.len(), all) {
        (0, 1) => return Text::new(Role::Text, "no (1 passage)"),
        (0, _) => return Text::new(Role::Text, &format!("none of {all} passages")),
        (1, 1) => "the only passage hedges or speaks of the future".to_owned(),
        (1, _) => format!("1 of {all} passages hedges or speaks of the future"),
        (hedged, _) => format!("{hedged} of {all} passages hedge or speak of the future"),
    };
    let text = Text::new(Role::Text, &text);
    let resolved = page.resolved();
    basis.conditional.iter().enumerate().fold(text, |text, (at, (claim, passage))| {
        let text = text.and(Role::Text, if at == 0 { ": " } else { " " });
        let id = page.id(Item { kind: ItemKind::Claim, index: *claim });
        let passages = &resolved.evidence().passages[*claim];
        let name = if passages.len() > 1 { format!("{id}:{}", passage + 1) } else { id.to_owned() };
        // A passage of a source that the briefing does not have opens nothing.
        let to = match passages[*passage].source {
            Some(_) => Found::Passage { claim: *claim, passage: *passage },
            None => Found::item(ItemKind::Claim, *claim),
        };
        text.link(&name, page.to(to))
    })
}

/// What the sources do. A basis without a fact says so.
fn kinds(page: &Page<'_>, basis: &Basis) -> Text {
    let fact = basis.kinds.iter().any(|(kind, _)| *kind == Some(ClaimKind::Fact));
    let text = if fact { Text::default() } else { Text::new(Role::Text, "no fact") };
    basis.kinds.iter().fold(text, |text, (kind, claims)| {
        let text = if text.is_empty() { text } else { text.and(Role::Text, "; ") };
        let noun = kind.map_or("claim", Vocabulary::word);
        let unknown = if kind.is_none() { " of no kind" } else { "" };
        let text = text.and(Role::Text, &format!("{}{unknown} ", count(claims.len(), noun)));
        linked(page, text, ItemKind::Claim, claims)
    })
}

/// The oldest and the newest source, with their age at the date of the edition, and those without a date.
fn age(page: &mut Page<'_>, basis: &Basis) {
    let briefing = &page.resolved().briefing;
    let date = |source: usize| briefing.sources[source].date.as_ref().and_then(|word| Some((word, word.value.as_ref()?)));
    let (mut dated, undated): (Vec<usize>, Vec<usize>) = basis.sources.iter().partition(|source| date(**source).is_some());
    dated.sort_by_key(|source| date(*source).map(|(_, date)| date.latest()));
    let edition = briefing.date.as_ref().and_then(|word| word.value.as_ref());
    let told = |source: usize, lead: &str| {
        let (word, day) = date(source)?;
        let text = Text::new(Role::Text, &format!("{lead}{} ", date_words(word)));
        let age = edition.and_then(|edition| Age::between(day, edition));
        let age = age.map_or_else(String::new, |age| format!(", {age} this edition"));
        Some(linked(page, text, ItemKind::Source, &[source]).and(Role::Text, &age))
    };
    let mut lines: Vec<Text> = match dated.as_slice() {
        [] => Vec::new(),
        [only] => told(*only, "").into_iter().collect(),
        [oldest, .., newest] => told(*oldest, "oldest ").into_iter().chain(told(*newest, "newest ")).collect(),
    };
    if !undated.is_empty() {
        lines.push(linked(page, Text::new(Role::Warn, "not stated").and(Role::Text, ": "), ItemKind::Source, &undated));
    }
    for (at, text) in lines.into_iter().enumerate() {
        page.field(if at == 0 { "Age" } else { "" }, false, text);
    }
}

/// The best grade first.
fn grades(page: &mut Page<'_>, basis: &Basis) {
    page.heading_with("Grades", Text::default().link("what they mean", Place::Scale(ScaleName::Admiralty)));
    if basis.grades.is_empty() {
        page.none_recorded("Grades");
    }
    let rows = basis.grades.iter().enumerate().map(|(at, (grade, claims))| {
        let badge = grade_badge(*grade).plain();
        let best = basis.best.is_some() && at == 0;
        let row = ListRow {
            id: Text::new(Role::Text, &badge),
            lead: Text::new(Role::Quiet, &count(claims.len(), "claim")),
            text: linked(page, Text::default(), ItemKind::Claim, claims),
            tail: Text::new(Role::Quiet, if best { "best" } else { "" }),
            ..ListRow::default()
        };
        (format!("grade {badge}"), None, row)
    });
    page.list(rows.collect());
}
