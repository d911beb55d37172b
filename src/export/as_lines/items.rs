//! All that an item says, kind by kind.

use super::Content;
use crate::briefing::change::in_context;
use crate::briefing::model::{Alternative, Dissent, Event, Extent, Indicator};
use crate::briefing::scale::{Likelihood, Vocabulary};
use crate::briefing::{Briefing, Item, ItemKind, Resolved, Word};
use crate::page::about::short_form::{statement, title_of_slug};

/// All that the item says.
#[must_use]
pub fn of_item(resolved: &Resolved, item: Item) -> Content {
    let briefing = &resolved.briefing;
    let at = item.index;
    let mut content = Content::default();
    match item.kind {
        ItemKind::Claim => claim(briefing, at, &mut content),
        ItemKind::Judgement => judgement(briefing, at, &mut content),
        ItemKind::Assumption => {
            content.plain(briefing.assumptions[at].text.as_ref());
            content.text("If wrong", briefing.assumptions[at].if_wrong.as_ref());
        }
        ItemKind::Alternative => alternative(&briefing.alternatives[at], &mut content),
        ItemKind::Dissent => dissent(&briefing.dissents[at], &mut content),
        ItemKind::Indicator => indicator(&briefing.indicators[at], &mut content),
        ItemKind::Scenario => {
            let scenario = &briefing.scenarios[at];
            content.plain(scenario.text.as_ref());
            if let Some(kind) = scenario.kind {
                content.line("Kind", kind.word());
            }
            likely(&mut content, scenario.likelihood.as_ref());
            content.list("Happens in it", &scenario.with);
            content.list("Does not happen in it", &scenario.without);
        }
        ItemKind::Gap => {
            content.plain(briefing.gaps[at].text.as_ref());
            content.list("Limits", &briefing.gaps[at].limits);
            content.text("Collect", briefing.gaps[at].collect.as_ref());
        }
        ItemKind::Event => event(&briefing.events[at], &mut content),
        ItemKind::Relationship => {
            content.line("Tie", &statement(resolved, item));
            content.list("Reported by", &briefing.relationships[at].claims);
        }
        ItemKind::Actor => {
            content.plain(briefing.actors[at].name.as_ref());
            content.text("Belongs to", briefing.actors[at].of.as_ref());
            content.texts("Also known as", &briefing.actors[at].aka);
        }
        ItemKind::Source => {
            content.plain(briefing.sources[at].title.as_ref());
            source(briefing, at, &mut content);
        }
    }
    content.accepted(briefing.head(item));
    content
}

fn alternative(reading: &Alternative, content: &mut Content) {
    content.plain(reading.text.as_ref());
    content.text("Reads otherwise", reading.to.as_ref());
    likely(content, reading.likelihood.as_ref());
    content.list("For it", &reading.supports);
    content.list("Against it", &reading.against);
}

fn dissent(dissent: &Dissent, content: &mut Content) {
    content.plain(dissent.text.as_ref());
    content.text("Dissents from", dissent.to.as_ref());
    content.text("Who", dissent.who.as_ref());
    likely(content, dissent.likelihood.as_ref());
}

fn indicator(sign: &Indicator, content: &mut Content) {
    content.plain(sign.text.as_ref());
    content.text("Threshold", sign.threshold.as_ref());
    content.word("Seen", sign.seen.as_ref());
    for (id, way) in &sign.moves {
        content.line(&format!("Moves {}", id.value), &way.text);
    }
}

fn event(event: &Event, content: &mut Content) {
    content.plain(event.text.as_ref());
    if let Some(kind) = event.kind {
        content.line("Is", kind.word());
    }
    content.text("Kind", event.word.as_ref());
    content.word("Date", event.date.as_ref());
    content.text("Where", event.place.as_ref());
    content.word("Mode", event.mode.as_ref());
    content.list("Actors", &event.actors);
    content.list("After", &event.after);
    content.list("During", &event.during);
    content.list("Reported by", &event.claims);
}

fn likely(content: &mut Content, likelihood: Option<&Word<Likelihood>>) {
    content.word("Likelihood", likelihood);
}

fn claim(briefing: &Briefing, at: usize, content: &mut Content) {
    let claim = &briefing.claims[at];
    content.plain(claim.text.as_ref());
    if let Some(kind) = claim.kind {
        content.line("Kind", kind.word());
    }
    content.word("Credibility", claim.credibility.as_ref());
    if let Some(section) = briefing.sections.get(claim.section) {
        content.line("Section", &title_of_slug(section));
    }
    for passage in &claim.passages {
        let source = passage.source.as_ref().or(match briefing.sources.as_slice() {
            [only] => Some(&only.head.id),
            _ => None,
        });
        content.text("Quoted from", source);
        content.text("Behind", passage.prefix.as_ref());
        content.line("Quote", &passage.exact);
        content.text("Before", passage.suffix.as_ref());
    }
}

fn judgement(briefing: &Briefing, at: usize, content: &mut Content) {
    let judgement = &briefing.judgements[at];
    likely(content, judgement.likelihood.as_ref());
    content.plain(judgement.text.as_ref());
    content.text("Section", judgement.section.as_ref());
    content.word("By", judgement.by.as_ref());
    content.word("Confidence", judgement.confidence.as_ref());
    content.text("Because", judgement.because.as_ref());
    content.list("For it", &judgement.claims);
    content.list("Against it", &judgement.against);
    content.list("Assumes", &judgement.assumptions);
    if let Some(was) = &judgement.was {
        content.word("Likelihood before", was.likelihood.as_ref());
        content.word("Confidence before", was.confidence.as_ref());
        content.text("Why it changed", was.why.as_ref());
    }
    if let Some(outcome) = &judgement.outcome {
        content.word("Came true", outcome.came.as_ref());
        content.word("On", outcome.on.as_ref());
        content.list("Shown by", &outcome.claims);
        content.text("Of the outcome", outcome.note.as_ref());
    }
}

/// All but its title.
fn source(briefing: &Briefing, at: usize, content: &mut Content) {
    let source = &briefing.sources[at];
    content.texts("By", &source.authors);
    content.text("Type", source.kind.as_ref());
    content.text("In", source.publisher.as_ref());
    content.text("Which is a", source.publication.as_ref());
    content.word("Date", source.date.as_ref());
    content.text("Address", source.url.as_ref());
    content.word("Read on", source.retrieved.as_ref());
    content.text("File", source.file.as_ref());
    content.text("Origin", source.origin.as_ref());
    content.word("SHA-256", source.sha256.as_ref());
    content.word("Reliability", source.reliability.as_ref());
    content.text("What to know", source.descriptor.as_ref());
    for aside in &source.set_aside {
        match &aside.extent {
            Extent::Quote(passage) => content.line("Set aside", &in_context(passage)),
            Extent::Range { from, to } => {
                content.line("Set aside from", &in_context(from));
                content.line("Set aside to", &in_context(to));
            }
            Extent::Heading(title) => content.line("Set aside, all under", title),
        }
        content.text("Set aside, for", aside.why.as_ref());
    }
}
