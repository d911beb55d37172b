//! What is claimed, judged, watched and not known, as notes; dissents as opinions.

use super::Making;
use super::actors::pairs;
use super::content::Content;
use super::object::{Note, Object, Opinion, What};
use super::sources::reference;
use crate::briefing::scale::{Confidence, Likelihood, Mode, Vocabulary, Yardstick};
use crate::briefing::{Item, ItemKind, Word};
use crate::page::about::short::{statement, title_of_slug};
use std::collections::BTreeSet;

/// Of all items that are no actor, no source, and nothing between two actors.
pub fn all(making: &Making<'_>) -> Vec<Object> {
    let has_note = |item: &&Item| !matches!(item.kind, ItemKind::Actor | ItemKind::Source) && pairs(making, **item).is_empty();
    making.ordered.iter().filter(has_note).map(|item| of(making, *item)).collect()
}

/// What the report's own properties have no room for.
pub fn of_briefing(making: &Making<'_>) -> Object {
    let briefing = &making.held.resolved.briefing;
    let mut content = Content::default();
    content.text("Question", briefing.question.as_ref());
    content.text("Bottom line", briefing.bottom_line.as_ref());
    content.texts("What it means", &briefing.implications);
    content.text("Sources", briefing.source_summary.as_ref());
    content.line("Yardstick", briefing.yardstick().name());
    content.word("Change", briefing.change.as_ref());
    content.texts("For", &briefing.customers);
    content.text("Approved by", briefing.approved_by.as_ref());
    content.accepts(&briefing.accept);
    let what = Note {
        headline: making.held.id.clone(),
        content: content.into_text(),
        authors: briefing.authors.iter().map(|author| author.value.clone()).collect(),
        object_refs: vec![making.ids.report()],
    };
    Object::new(making, "note", making.ids.named("note", "briefing"), None, What::Note(what))
}

fn of(making: &Making<'_>, item: Item) -> Object {
    let briefing = &making.held.resolved.briefing;
    let object_refs = refs(making, item);
    let content = content(making, item).into_text();
    let (kind, what) = if item.kind == ItemKind::Dissent {
        let authors = briefing.dissents[item.index].who.iter().map(|who| who.value.clone()).collect();
        ("opinion", What::Opinion(Opinion { opinion: "disagree", explanation: content, authors, object_refs }))
    } else {
        let headline = format!("{} {}", item.kind.name(), briefing.id_of(item));
        ("note", What::Note(Note { headline, content, authors: Vec::new(), object_refs }))
    };
    let mut object = Object::new(making, kind, making.ids.item(item), Some(item), what);
    object.confidence = confidence(making, item);
    object.labels = labels(making, item);
    object.external_references = quoted(making, item).into_iter().map(|source| reference(making, source)).collect();
    object
}

/// The sources that an item quotes.
pub fn quoted(making: &Making<'_>, item: Item) -> BTreeSet<usize> {
    let resolved = &making.held.resolved;
    let claims = match item.kind {
        ItemKind::Claim => vec![item],
        ItemKind::Event | ItemKind::Relationship => resolved.draws_on(item),
        _ => Vec::new(),
    };
    let claims = claims.into_iter().filter(|item| item.kind == ItemKind::Claim);
    claims.flat_map(|claim| resolved.sources_of(claim.index)).collect()
}

/// The actors that it names and the items that it refers to; without any, the report.
fn refs(making: &Making<'_>, item: Item) -> Vec<String> {
    let resolved = &making.held.resolved;
    let actors = (0..resolved.briefing.actors.len()).map(|index| Item { kind: ItemKind::Actor, index });
    let named = actors.filter(|actor| resolved.naming(actor.index, item.kind).contains(&item));
    let linked = resolved.graph.from(item).iter().map(|link| link.to);
    let is_object = |item: &Item| making.items.contains(item) && item.kind != ItemKind::Source && pairs(making, *item).is_empty();
    let mut refs: Vec<String> = Vec::new();
    for id in named.chain(linked).filter(|other| *other != item && is_object(other)).map(|item| making.ids.item(item)) {
        if !refs.contains(&id) {
            refs.push(id);
        }
    }
    if refs.is_empty() { vec![making.ids.report()] } else { refs }
}

/// What STIX calls confidence is how sure its producer is, by the middle of each range of its own scale. How likely the
/// event is stands in the labels: ICD 203 keeps the two apart.
fn confidence(making: &Making<'_>, item: Item) -> Option<u8> {
    let judgement = (item.kind == ItemKind::Judgement).then(|| &making.held.resolved.briefing.judgements[item.index])?;
    Some(match judgement.confidence.as_ref()?.value? {
        Confidence::Low => 15,
        Confidence::Moderate => 50,
        Confidence::High => 85,
    })
}

/// As MISP's taxonomies have them; what those do not know stands under our own name.
pub fn labels(making: &Making<'_>, item: Item) -> Vec<String> {
    let resolved = &making.held.resolved;
    let briefing = &resolved.briefing;
    let mut labels = vec![item.kind.name().to_owned()];
    let at = item.index;
    let likelihood = match item.kind {
        ItemKind::Judgement => briefing.judgements[at].likelihood.as_ref(),
        ItemKind::Alternative => briefing.alternatives[at].likelihood.as_ref(),
        ItemKind::Dissent => briefing.dissents[at].likelihood.as_ref(),
        ItemKind::Scenario => briefing.scenarios[at].likelihood.as_ref(),
        _ => None,
    };
    labels.extend(likelihood.and_then(|word| word.value).map(odds));
    match item.kind {
        ItemKind::Judgement => {
            let level = briefing.judgements[at].confidence.as_ref().and_then(|word| word.value).map(Vocabulary::word);
            labels.extend(level.map(|level| format!("estimative-language:confidence-in-analytic-judgment=\"{level}\"")));
        }
        ItemKind::Claim => {
            let (reliability, credibility) = resolved.grade(at);
            let reliability = reliability.map(|grade| grade.word().to_lowercase());
            labels.extend(briefing.claims[at].kind.map(|kind| format!("bluf:claim=\"{}\"", kind.word())));
            labels.extend(reliability.map(|grade| format!("admiralty-scale:source-reliability=\"{grade}\"")));
            labels.extend(credibility.map(|grade| format!("admiralty-scale:information-credibility=\"{}\"", grade.word())));
        }
        ItemKind::Event | ItemKind::Relationship if resolved.mode(item) != Mode::Reported => {
            labels.push(format!("bluf:mode=\"{}\"", resolved.mode(item).word()));
        }
        _ => {}
    }
    labels
}

fn odds(term: Likelihood) -> String {
    let word = term.word().replace(' ', "-");
    match term.yardstick() {
        Yardstick::Icd203 => format!("estimative-language:likelihood-probability=\"{word}\""),
        Yardstick::Phia => format!("bluf:phia-likelihood=\"{word}\""),
    }
}

/// All that the item says.
pub fn content(making: &Making<'_>, item: Item) -> Content {
    let resolved = &making.held.resolved;
    let briefing = &resolved.briefing;
    let at = item.index;
    let mut content = Content::default();
    match item.kind {
        ItemKind::Claim => claim(making, at, &mut content),
        ItemKind::Judgement => judgement(making, at, &mut content),
        ItemKind::Assumption => {
            content.plain(briefing.assumptions[at].text.as_ref());
            content.text("If wrong", briefing.assumptions[at].if_wrong.as_ref());
        }
        ItemKind::Alternative => {
            let reading = &briefing.alternatives[at];
            content.plain(reading.text.as_ref());
            content.text("Reads otherwise", reading.to.as_ref());
            likely(&mut content, reading.likelihood.as_ref());
            content.list("For it", &reading.supports);
            content.list("Against it", &reading.against);
        }
        ItemKind::Dissent => {
            let dissent = &briefing.dissents[at];
            content.plain(dissent.text.as_ref());
            content.text("Dissents from", dissent.to.as_ref());
            content.text("Who", dissent.who.as_ref());
            likely(&mut content, dissent.likelihood.as_ref());
        }
        ItemKind::Indicator => {
            let sign = &briefing.indicators[at];
            content.plain(sign.text.as_ref());
            content.text("Threshold", sign.threshold.as_ref());
            content.word("Seen", sign.seen.as_ref());
            for (id, way) in &sign.moves {
                content.line(&format!("Moves {}", id.value), &way.text);
            }
        }
        ItemKind::Scenario => {
            content.plain(briefing.scenarios[at].text.as_ref());
            likely(&mut content, briefing.scenarios[at].likelihood.as_ref());
        }
        ItemKind::Gap => {
            content.plain(briefing.gaps[at].text.as_ref());
            content.list("Limits", &briefing.gaps[at].limits);
            content.text("Collect", briefing.gaps[at].collect.as_ref());
        }
        ItemKind::Event => {
            let event = &briefing.events[at];
            content.plain(event.text.as_ref());
            content.text("Kind", event.word.as_ref());
            content.word("Date", event.date.as_ref());
            content.text("Where", event.place.as_ref());
            content.list("Actors", &event.actors);
            content.list("Reported by", &event.claims);
        }
        ItemKind::Relationship => {
            content.line("Tie", &statement(resolved, item));
            content.list("Reported by", &briefing.relationships[at].claims);
        }
        ItemKind::Actor | ItemKind::Source => {}
    }
    content.accepted(briefing.head(item));
    content
}

fn likely(content: &mut Content, likelihood: Option<&Word<Likelihood>>) {
    content.word("Likelihood", likelihood);
}

fn claim(making: &Making<'_>, at: usize, content: &mut Content) {
    let briefing = &making.held.resolved.briefing;
    let claim = &briefing.claims[at];
    content.plain(claim.text.as_ref());
    if let Some(section) = briefing.sections.get(claim.section) {
        content.line("Section", &title_of_slug(section));
    }
    for passage in &claim.passages {
        let source = passage.source.as_ref().or_else(|| match briefing.sources.as_slice() {
            [only] => Some(&only.head.id),
            _ => None,
        });
        content.text("Quoted from", source);
        content.text("Behind", passage.prefix.as_ref());
        content.line("Quote", &passage.exact);
        content.text("Before", passage.suffix.as_ref());
    }
}

fn judgement(making: &Making<'_>, at: usize, content: &mut Content) {
    let judgement = &making.held.resolved.briefing.judgements[at];
    content.plain(judgement.text.as_ref());
    content.text("Section", judgement.section.as_ref());
    content.word("By", judgement.by.as_ref());
    likely(content, judgement.likelihood.as_ref());
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
