//! Items and values in short: what lists and fields print of them.

use crate::briefing::model::{Event, Reference, Text as Words};
use crate::briefing::scale::tie::UNKNOWN;
use crate::briefing::scale::{Confidence, Credibility, Likelihood, Mode, Reliability, Vocabulary};
use crate::briefing::source_text::{Sentence, SourceText};
use crate::briefing::{Briefing, Date, Finding, Item, ItemKind, LinkKind, Resolved, Word};
use crate::library::HeldBriefing;
use crate::page::figure::{ConfidenceDots, LikelihoodBar, State};
use crate::page::styled_text::{Role, Text};
use crate::text::article::with_its_article;
use crate::text::{capitalised, series, single_spaced, spaced};
use std::ops::Range;

pub fn advice(finding: &Finding) -> Text {
    let text = Text::new(Role::Text, &finding.message);
    match &finding.hint {
        Some(hint) => text.and(Role::Quiet, &format!("; {hint}")),
        None => text,
    }
}

/// The analyst's own word for what kind an event is, else that of the vocabulary.
pub fn event_kind(event: &Event) -> String {
    event.word.as_ref().map_or_else(|| event.kind.map_or("", Vocabulary::word).to_owned(), |word| word.value.clone())
}

/// "seen 24 Jan 2025", or "not seen".
pub fn seen(date: Option<&Word<Date>>) -> String {
    date.map_or_else(|| "not seen".to_owned(), |date| format!("seen {}", date_words(date)))
}

/// What is no date is shown as it is written.
pub fn date_words(date: &Word<Date>) -> String {
    date.value.as_ref().map_or_else(|| date.text.clone(), Date::to_string)
}

/// A date, or "undated".
pub fn when(date: Option<&Word<Date>>) -> String {
    date.map_or_else(|| "undated".to_owned(), date_words)
}

/// Sentences of a source by their numbers: "sentence 8", "sentences 8–9", "heading 1, sentence 1".
pub fn sentence_numbers(text: &SourceText, sentences: &Range<usize>) -> String {
    let same = |one: &Sentence, other: &Sentence| one.number.kind == other.number.kind;
    let stretches = text.sentences().get(sentences.clone()).unwrap_or_default().chunk_by(same);
    let words = stretches.filter_map(|stretch| match stretch {
        [only] => Some(only.number.words()),
        [first, .., last] => Some(format!("{}s {}–{}", first.number.kind.name(), first.number.of_kind, last.number.of_kind)),
        [] => None,
    });
    words.collect::<Vec<_>>().join(", ")
}

/// `F6`; a question mark for what the file does not say.
pub fn grade_badge((reliability, credibility): (Option<Reliability>, Option<Credibility>)) -> Text {
    let letter = reliability.map_or("?", Vocabulary::word);
    let digit = credibility.map_or("?", Vocabulary::word);
    Text::new(Role::Quiet, &format!("{letter}{digit}"))
}

/// The likelihood of a judgement with its horizon, and what became of it.
pub fn judged(held: &HeldBriefing, index: usize) -> LikelihoodBar {
    let judgement = &held.resolved.briefing.judgements[index];
    LikelihoodBar { state: state(held, index), ..likelihood_bar(judgement.likelihood.as_ref(), judgement.by.as_ref()) }
}

/// The outcome of a judgement, or that its horizon has passed without one.
pub fn state(held: &HeldBriefing, index: usize) -> Option<State> {
    let known = held.resolved.briefing.judgements[index].came().map(State::Known);
    known.or_else(|| held.has_passed(index).then_some(State::Passed))
}

pub fn likelihood_bar(likelihood: Option<&Word<Likelihood>>, by: Option<&Word<Date>>) -> LikelihoodBar {
    LikelihoodBar {
        likelihood: likelihood.and_then(|word| word.value),
        written: likelihood.map(|word| word.text.clone()),
        by: by.map(date_words),
        state: None,
    }
}

pub fn confidence_dots(confidence: Option<&Word<Confidence>>) -> ConfidenceDots {
    ConfidenceDots { confidence: confidence.and_then(|word| word.value), written: confidence.map(|word| word.text.clone()) }
}

/// "regional-security" as a title: "Regional security".
pub fn title_of_slug(slug: &str) -> String {
    capitalised(&slug.replace('-', " "))
}

/// The title of the section with a slug; empty where the briefing has none.
pub fn section_title(held: &HeldBriefing, slug: Option<&str>) -> String {
    let known = |slug: &&str| held.resolved.briefing.sections.iter().any(|section| section.value == **slug);
    slug.filter(known).map_or_else(String::new, title_of_slug)
}

/// Names as people list them: "A, B".
pub fn listed(names: &[Words]) -> String {
    names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>().join(", ")
}

/// An item in one line, as it is named wherever it is not drawn, behind its portion mark.
pub fn named(resolved: &Resolved, item: Item) -> Text {
    Text::new(Role::Text, &portion(resolved, item)).append(with_likelihood(resolved, item))
}

/// What is held to be likely or unlikely never stands without that: "Russia delivers arms" alone would say the opposite of
/// "unlikely".
pub fn with_likelihood(resolved: &Resolved, item: Item) -> Text {
    let words = statement(resolved, item);
    match likelihood_word(&resolved.briefing, item) {
        Some(likelihood) if !words.is_empty() => Text::new(Role::Strong, &format!("{likelihood}: ")).and(Role::Text, &words),
        _ => Text::new(Role::Text, &words),
    }
}

/// "We judge it unlikely": what is judged never stands without which way it is judged.
pub fn we_judge(briefing: &Briefing, judgement: usize) -> String {
    let likelihood = briefing.judgements[judgement].likelihood.as_ref();
    match likelihood.and_then(|word| word.value) {
        Some(term) => format!("We judge {}", term.held()),
        None => format!("We judge: {}", term_or_missing(likelihood)),
    }
}

/// [`named`] without roles.
pub fn summary(resolved: &Resolved, item: Item) -> String {
    named(resolved, item).plain()
}

/// "unlikely". What is no term is shown as it is written; only a judgement owes one.
pub fn likelihood_word(briefing: &Briefing, item: Item) -> Option<&str> {
    let word = match item.kind {
        ItemKind::Judgement => return Some(term_or_missing(briefing.judgements[item.index].likelihood.as_ref())),
        ItemKind::Alternative => &briefing.alternatives[item.index].likelihood,
        ItemKind::Dissent => &briefing.dissents[item.index].likelihood,
        ItemKind::Scenario => &briefing.scenarios[item.index].likelihood,
        _ => return None,
    };
    word.as_ref().map(term)
}

pub fn term_or_missing(likelihood: Option<&Word<Likelihood>>) -> &str {
    likelihood.map_or("likelihood not stated", term)
}

fn term(word: &Word<Likelihood>) -> &str {
    word.value.map_or(word.text.as_str(), |term| term.word())
}

/// "(S//NF) ", to stand before the words of an item; nothing where neither it nor what it draws on has a marking of its own.
pub fn portion(resolved: &Resolved, item: Item) -> String {
    spaced(&resolved.portion_of(item))
}

/// The text of an item, a name, a title, and nothing of how likely it is.
pub fn statement(resolved: &Resolved, item: Item) -> String {
    let briefing = &resolved.briefing;
    let at = item.index;
    let text = match item.kind {
        ItemKind::Source => {
            let source = &briefing.sources[at];
            return source.title.as_ref().or(source.descriptor.as_ref()).map_or_else(String::new, |text| text.value.clone());
        }
        ItemKind::Actor => return briefing.actors[at].name().to_owned(),
        ItemKind::Relationship => return tie(resolved, at),
        ItemKind::Claim => &briefing.claims[at].text,
        ItemKind::Judgement => &briefing.judgements[at].text,
        ItemKind::Assumption => &briefing.assumptions[at].text,
        ItemKind::Alternative => &briefing.alternatives[at].text,
        ItemKind::Dissent => &briefing.dissents[at].text,
        ItemKind::Indicator => &briefing.indicators[at].text,
        ItemKind::Scenario => &briefing.scenarios[at].text,
        ItemKind::Gap => &briefing.gaps[at].text,
        ItemKind::Event => &briefing.events[at].text,
    };
    text.as_ref().map_or_else(String::new, |text| text.value.clone())
}

/// What an indicator is, and from when on it counts: without its threshold it may be read the wrong way round.
pub fn with_threshold(resolved: &Resolved, item: Item) -> String {
    let threshold = resolved.briefing.indicators[item.index].threshold.as_ref();
    statement(resolved, item) + &threshold.map_or_else(String::new, |text| format!(": {}", text.value))
}

/// Who sees a judgement otherwise, and how likely it is in their view: "the fleet desk, roughly even chance; station B".
/// `None`: nobody does.
pub fn dissent(resolved: &Resolved, judgement: Item) -> Option<String> {
    let view = |item: Item| {
        let dissent = &resolved.briefing.dissents[item.index];
        let who = dissent.who.as_ref().map_or_else(|| resolved.briefing.id_of(item).to_owned(), |who| single_spaced(&who.value));
        dissent.likelihood.as_ref().map_or_else(|| who.clone(), |word| format!("{who}, {}", word.text))
    };
    let views: Vec<String> = resolved.graph.origins(judgement, LinkKind::DissentsFrom).map(view).collect();
    (!views.is_empty()).then(|| views.join("; "))
}

/// "Russia partners with Iran", and no firmer than its claims: "Russia may partner with Iran".
fn tie(resolved: &Resolved, at: usize) -> String {
    let tie = &resolved.briefing.relationships[at];
    let kind = tie.kind.as_ref().and_then(|word| word.value).unwrap_or(UNKNOWN);
    let phrase = kind.said(tie.from.len(), resolved.mode(Item { kind: ItemKind::Relationship, index: at }));
    let from = names(resolved, &tie.from);
    let from = if from.starts_with("the ") { capitalised(&from) } else { from };
    format!("{from} {phrase} {}", names(resolved, &tie.to))
}

/// "alleged", "expected": the mode of a tie or an event; empty where a source reports it.
pub fn unreported(resolved: &Resolved, item: Item) -> &'static str {
    match resolved.mode(item) {
        Mode::Reported => "",
        mode => mode.word(),
    }
}

/// The names of actors as a phrase: "Russia, China and the European Union".
pub fn names(resolved: &Resolved, actors: &[Reference]) -> String {
    let name = |id: &str| match resolved.graph.find(id) {
        Some(Item { kind: ItemKind::Actor, index }) => with_its_article(resolved.briefing.actors[index].name()),
        _ => id.to_owned(),
    };
    let names: Vec<String> = actors.iter().map(|actor| name(actor)).collect();
    if names.is_empty() { "nobody".to_owned() } else { series(&names) }
}
