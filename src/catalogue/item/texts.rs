//! The words that something is found by, and where it is.

use super::Document;
use crate::briefing::model::Text;
use crate::briefing::scale::{Likelihood, Vocabulary};
use crate::briefing::{Item, ItemKind, SourceText, Word};
use crate::catalogue::vocabulary::Kind;
use crate::library::HeldBriefing;

pub fn briefing(held: &HeldBriefing) -> Document {
    let briefing = &held.resolved.briefing;
    let own = [&briefing.title, &briefing.question, &briefing.bottom_line].into_iter().flatten();
    let prose = own.chain(&briefing.implications).chain(&briefing.source_summary);
    let people = briefing.authors.iter().chain(&briefing.approved_by).chain(&briefing.customers).chain(&briefing.tags);
    let mut texts: Vec<String> = prose.chain(people).map(|text| text.value.clone()).collect();
    texts.push(held.id.clone());
    if held.is_broken() {
        texts.insert(0, held.in_library.clone());
    }
    Document::new(Kind::Briefing, String::new(), texts)
}

pub fn item(held: &HeldBriefing, item: Item) -> Document {
    let briefing = &held.resolved.briefing;
    let at = item.index;
    let mut texts: Vec<String> = match item.kind {
        ItemKind::Actor => {
            let actor = &briefing.actors[at];
            actor.name.iter().chain(&actor.aka).map(|name| name.value.clone()).chain([actor.head.id.value.clone()]).collect()
        }
        ItemKind::Relationship => vec![tie(held, at)],
        _ => briefing.said(item).map(|text| text.value.clone()).collect(),
    };
    let more: Vec<&Option<Text>> = match item.kind {
        ItemKind::Source => vec![&briefing.sources[at].publisher, &briefing.sources[at].url, &briefing.sources[at].origin],
        ItemKind::Dissent => vec![&briefing.dissents[at].who],
        _ => Vec::new(),
    };
    texts.extend(more.into_iter().flatten().map(|text| text.value.clone()));
    if item.kind == ItemKind::Source {
        texts.extend(briefing.sources[at].authors.iter().map(|author| author.value.clone()));
    }
    let document = Document::new(Kind::Item(item.kind), format!("#{}", briefing.id_of(item)), texts);
    Document { lead: lead(held, item), ..document }
}

/// What is judged never stands without how likely it is held, and what a source says not without what it is.
fn lead(held: &HeldBriefing, item: Item) -> String {
    let briefing = &held.resolved.briefing;
    let term = |word: &Option<Word<Likelihood>>| {
        word.as_ref().map(|word| word.value.map_or_else(|| word.text.clone(), |term| term.word().to_owned()))
    };
    match item.kind {
        ItemKind::Judgement => term(&briefing.judgements[item.index].likelihood).or_else(|| Some("likelihood not stated".to_owned())),
        ItemKind::Alternative => term(&briefing.alternatives[item.index].likelihood),
        ItemKind::Dissent => term(&briefing.dissents[item.index].likelihood),
        ItemKind::Scenario => term(&briefing.scenarios[item.index].likelihood),
        ItemKind::Claim => briefing.claims[item.index].kind.map(|kind| kind.word().to_owned()),
        _ => None,
    }
    .unwrap_or_default()
}

/// "Russia, China: partner: Iran".
fn tie(held: &HeldBriefing, at: usize) -> String {
    let briefing = &held.resolved.briefing;
    let tie = &briefing.relationships[at];
    let name = |id: &Text| {
        let actor = briefing.actors.iter().find(|actor| actor.head.id.value == id.value);
        actor.map_or_else(|| id.value.clone(), |actor| actor.name().to_owned())
    };
    let names = |ids: &[Text]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
    let kind = tie.kind.as_ref().map_or("", |kind| kind.text.as_str());
    format!("{} – {kind} – {}", names(&tie.from), names(&tie.to))
}

/// Each paragraph of a source's text.
pub fn paragraphs<'a>(held: &'a HeldBriefing, source: usize, text: &'a SourceText) -> impl Iterator<Item = Document> + 'a {
    let id = &held.resolved.briefing.sources[source].head.id.value;
    text.paragraphs().iter().filter(|paragraph| !paragraph.sentences.is_empty()).map(move |paragraph| {
        let words = text.text()[paragraph.range.clone()].to_owned();
        let sentences = text.sentences()[paragraph.sentences.clone()].iter().map(|sentence| {
            let at = sentence.range.start.saturating_sub(paragraph.range.start);
            (u32::try_from(at).unwrap_or(u32::MAX), sentence.number.to_string())
        });
        Document { sentences: sentences.collect(), ..Document::new(Kind::Text, format!("/source/{id}"), vec![words]) }
    })
}
