//! A slide of the talk. The screen sets it in large letters ([`crate::page::flow()`]); it is drilled as any page is.

use crate::briefing::decisive_reason::by_itself;
use crate::briefing::scale::Direction;
use crate::briefing::sentences::sentences;
use crate::briefing::{Item, ItemKind, Slide};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{confidence_dots, dissent, judged, summary, with_threshold};
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::figure::Figure;
use crate::page::styled_text::{Role, Text};

pub fn page(held: &HeldBriefing, at: usize) -> Doc {
    let slides = held.resolved.briefing.talk();
    let mut page = Page::new(held, &format!("Slide {}", at + 1), &format!("{} of {}", at + 1, slides.len()));
    match slides.get(at) {
        Some(Slide::BottomLine) => bottom_line(&mut page),
        Some(Slide::Judgement(index)) => judgement(&mut page, *index),
        Some(Slide::Indicators(items)) => list(&mut page, &slides, at, ItemKind::Indicator, items),
        Some(Slide::Gaps(items)) => list(&mut page, &slides, at, ItemKind::Gap, items),
        None => {}
    }
    page.finish()
}

/// What a slide is called where others are named.
#[must_use]
pub fn title(held: &HeldBriefing, at: usize) -> String {
    let briefing = &held.resolved.briefing;
    match briefing.talk().get(at) {
        Some(Slide::BottomLine) => "The bottom line".to_owned(),
        Some(Slide::Judgement(index)) => {
            let item = Item { kind: ItemKind::Judgement, index: *index };
            format!("{} {}", briefing.id_of(item), summary(&held.resolved, item))
        }
        Some(Slide::Indicators(_)) => heading(ItemKind::Indicator).to_owned(),
        Some(Slide::Gaps(_)) => heading(ItemKind::Gap).to_owned(),
        None => String::new(),
    }
}

fn bottom_line(page: &mut Page<'_>) {
    let briefing = &page.held.resolved.briefing;
    if let Some(question) = &briefing.question {
        page.paragraph("question", false, page.prose(Role::Quiet, question));
    }
    let Some(text) = &briefing.bottom_line else { return page.paragraph("bottom line", true, page.stated(Role::Strong, None)) };
    // Its first sentence is what a room must read.
    let end = sentences(text, &(0..text.value.len())).first().map_or(text.value.len(), |first| first.end);
    page.paragraph("bottom line", true, page.prose(Role::Strong, &text.value[..end]));
    let rest = text.value[end..].trim_start();
    if !rest.is_empty() {
        page.paragraph("bottom line goes on", true, page.prose(Role::Text, rest));
    }
}

fn judgement(page: &mut Page<'_>, index: usize) {
    let judgement = &page.held.resolved.briefing.judgements[index];
    let item = Item { kind: ItemKind::Judgement, index };
    page.figure("likelihood", false, Figure::Likelihood(judged(page.held, index)));
    // The bottom line and the indicators call it by its id.
    let words = Text::new(Role::Accent, page.id(item)).and(Role::Strong, &format!(" {}", page.statement(item)));
    page.link("judgement", true, Found::Item(item), words);
    if let Some(because) = &judgement.because {
        let told: Vec<&str> = judgement.in_short().into_iter().map(|range| &because.value[range]).collect();
        page.field("Because", true, page.prose(Role::Text, &by_itself(&told.join(" "))));
    }
    page.labelled("Confidence", true, Figure::Confidence(confidence_dots(judgement.confidence.as_ref())), None);
    if let Some(views) = dissent(page.resolved(), item) {
        page.field("Dissent", true, Text::new(Role::Text, &views));
    }
}

fn heading(kind: ItemKind) -> &'static str {
    if kind == ItemKind::Indicator { "What would change our mind" } else { "What we do not know" }
}

fn list(page: &mut Page<'_>, slides: &[Slide], slide: usize, kind: ItemKind, items: &[usize]) {
    // Which of all in the talk they are: those before them stand on the slides of their kind before this one.
    let of_kind = |slide: &Slide| match slide {
        Slide::Indicators(items) if kind == ItemKind::Indicator => items.len(),
        Slide::Gaps(items) if kind == ItemKind::Gap => items.len(),
        _ => 0,
    };
    let (before, all): (usize, usize) = (slides.iter().take(slide).map(of_kind).sum(), slides.iter().map(of_kind).sum());
    let part = if items.len() < all { format!("{}–{} of {all}", before + 1, before + items.len()) } else { String::new() };
    page.heading_with(heading(kind), Text::new(Role::Quiet, &part));
    if items.is_empty() {
        page.none_recorded(heading(kind));
    }
    let rows = items.iter().map(|index| {
        let (item, row) = whole(page.row(Item { kind, index: *index }, ""));
        let text = match kind {
            ItemKind::Indicator => with_threshold(page.resolved(), item),
            _ => page.statement(item),
        };
        (item, ListRow { text: Text::new(Role::Strong, &text), tail: Text::new(Role::Quiet, &bears_on(page, item)), ..row })
    });
    let rows = page.rows_of(&format!("slide {slide}"), rows.collect());
    let list = page.new_list();
    for (key, to, row) in rows {
        page.push(&key, true, to, Body::ListRow(ListRow { list, ..row }));
    }
}

/// The judgements that an indicator moves, and that a gap limits: "J1 up, J3 down".
fn bears_on(page: &Page<'_>, item: Item) -> String {
    let briefing = &page.held.resolved.briefing;
    let is_judgement = |id: &str| page.resolved().graph.find(id).is_some_and(|item| item.kind == ItemKind::Judgement);
    let words: Vec<String> = match item.kind {
        ItemKind::Indicator => {
            let moves = briefing.indicators[item.index].moves.iter().filter(|(id, _)| is_judgement(id));
            moves.map(|(id, way)| format!("{} {}", id.value, way.value.map_or("?", Direction::arrow))).collect()
        }
        _ => briefing.gaps[item.index].limits.iter().filter(|id| is_judgement(id)).map(|id| id.value.clone()).collect(),
    };
    words.join(", ")
}
