//! The plain card of an item that has no page of its own kind: what it says, its fields, its links both ways.

use super::links::lists;
use super::{source, used_elsewhere};
use crate::briefing::model::Extent;
use crate::briefing::model::Text as Words;
use crate::briefing::scale::{Likelihood, Vocabulary};
use crate::briefing::{Item, ItemKind, SentenceKind, Word};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{date_words, event_kind, likelihood_bar, seen};
use crate::page::at::Found;
use crate::page::builder::Page;
use crate::page::doc::Doc;
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;

pub fn page(world: &World, held: &HeldBriefing, item: Item) -> Doc {
    let mut page = Page::of_item(held, item, item.kind.name());
    page.heading(heading(item));
    page.subject(None, page.prose(Role::Strong, &page.statement(item)));
    fields(&mut page, item);
    if item.kind == ItemKind::Source {
        used_elsewhere::say(&mut page, world, item.index);
    }
    lists(&mut page, item, |_, _| true);
    page.finish()
}

/// Says who speaks: we, the source, or somebody who dissents.
fn heading(item: Item) -> &'static str {
    match item.kind {
        ItemKind::Source => "Source",
        ItemKind::Actor => "Actor",
        ItemKind::Claim => "The source says",
        ItemKind::Judgement => "We judge",
        ItemKind::Assumption => "We assume",
        ItemKind::Alternative => "Another reading",
        ItemKind::Dissent => "Dissent",
        ItemKind::Indicator => "We watch",
        ItemKind::Scenario => "Scenario",
        ItemKind::Gap => "We do not know",
        ItemKind::Event => "Event",
        ItemKind::Relationship => "Tie",
    }
}

fn fields(page: &mut Page<'_>, item: Item) {
    let briefing = &page.resolved().briefing;
    let at = item.index;
    match item.kind {
        ItemKind::Source => source_fields(page, at),
        ItemKind::Assumption => prose(page, "If wrong", briefing.assumptions[at].if_wrong.as_ref()),
        ItemKind::Alternative => likelihood(page, briefing.alternatives[at].likelihood.as_ref()),
        ItemKind::Dissent => {
            prose(page, "Held by", briefing.dissents[at].who.as_ref());
            likelihood(page, briefing.dissents[at].likelihood.as_ref());
        }
        ItemKind::Indicator => {
            prose(page, "Threshold", briefing.indicators[at].threshold.as_ref());
            page.field("State", true, Text::new(Role::Text, &seen(briefing.indicators[at].seen.as_ref())));
        }
        ItemKind::Scenario => {
            let kind = briefing.scenarios[at].kind.map_or("not stated", Vocabulary::word);
            page.field("Kind", true, Text::new(Role::Text, kind));
            likelihood(page, briefing.scenarios[at].likelihood.as_ref());
        }
        ItemKind::Gap => prose(page, "To collect", briefing.gaps[at].collect.as_ref()),
        ItemKind::Event => {
            let event = &briefing.events[at];
            if let Some(kind) = event.kind {
                let class = kind.quad().map_or_else(String::new, |quad| format!(", {}", quad.label()));
                page.field("Kind", true, Text::new(Role::Text, &format!("{} ({}){class}", event_kind(event), kind.code())));
            }
            let date =
                event.date.as_ref().map_or_else(|| Text::new(Role::Quiet, "not stated"), |date| Text::new(Role::Text, &date_words(date)));
            page.field("Date", true, date);
            if let Some(place) = &event.place {
                page.field("Where", true, Text::new(Role::Text, place));
            }
            mode(page, item, event.mode.is_some());
        }
        ItemKind::Relationship => {
            if let Some(kind) = briefing.relationships[at].kind.as_ref().and_then(|word| word.value) {
                page.field("Type", true, Text::new(Role::Text, &format!("{}, {}", kind.word(), kind.polarity().label())));
            }
            mode(page, item, briefing.relationships[at].mode.is_some());
        }
        ItemKind::Actor | ItemKind::Claim | ItemKind::Judgement => {}
    }
}

/// How firmly the sources say it, and by which claim or on whose word that is known.
fn mode(page: &mut Page<'_>, item: Item, is_stated: bool) {
    let mode = page.resolved().mode(item);
    let text = Text::new(Role::Text, mode.word());
    let text = match page.resolved().carried(item) {
        _ if is_stated => text.and(Role::Quiet, ", as the briefing says"),
        None => text.and(Role::Quiet, ", by no claim"),
        Some((_, claim)) => {
            let claim = Item { kind: ItemKind::Claim, index: claim };
            text.and(Role::Quiet, ", by ").link(page.id(claim), page.place(claim))
        }
    };
    page.field("Mode", true, text);
}

fn prose(page: &mut Page<'_>, label: &'static str, text: Option<&Words>) {
    page.field(label, true, page.stated(Role::Text, text));
}

fn likelihood(page: &mut Page<'_>, word: Option<&Word<Likelihood>>) {
    if word.is_some() {
        page.labelled("Likelihood", true, Figure::Likelihood(likelihood_bar(word, None)), Some(Place::Scale(ScaleName::Likelihood)));
    }
}

fn source_fields(page: &mut Page<'_>, at: usize) {
    let described = &page.resolved().briefing.sources[at];
    prose(page, "Descriptor", described.descriptor.as_ref());
    source::fields(page, at, source::Rating::None);
    page.field("Pinned text", false, source::pinned(page, at));
    let sentences = page.resolved().text(at).map_or(0, |text| text.count(SentenceKind::Sentence));
    page.begin_here();
    let words = Text::new(Role::Accent, &format!("Read the text, {sentences} sentences"));
    page.link("read", true, Found::Source { source: at, sentence: None }, words);
    if !described.set_aside.is_empty() {
        page.heading("Set aside");
    }
    for (index, aside) in described.set_aside.iter().enumerate() {
        let why = aside.why.as_ref().map_or("no reason given", |why| &why.value);
        let words = match &aside.extent {
            Extent::Quote(passage) => format!("“{}”", passage.exact.value),
            Extent::Range { from, to } => format!("From “{}” to “{}”", from.exact.value, to.exact.value),
            Extent::Heading(title) => format!("All under the heading “{}”", title.value),
        };
        let text = Text::new(Role::Text, &words).and(Role::Quiet, &format!(" ({why})"));
        page.paragraph(&format!("set aside {index}"), false, text);
    }
}
