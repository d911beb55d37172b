//! Events have happened, when and where their sources say.

use super::Subject;
use super::detail::contains_name;
use crate::briefing::{Finding, Span};

pub fn future(subject: &Subject<'_>) -> Vec<Finding> {
    let Some(edition) = subject.briefing().date.as_ref() else { return Vec::new() };
    let Some(today) = edition.value.as_ref() else { return Vec::new() };
    let events = subject.briefing().events.iter();
    let future = events.filter_map(|event| {
        let date = event.date.as_ref()?;
        let later = date.value.as_ref()?.earliest() > today.latest();
        let message = format!("{} lies after {}, the date of the briefing", date.text, edition.text);
        let finding = Finding::new("event/future", &event.head.id, date.span, message).label(edition.span, "the date of the briefing");
        later.then(|| finding.hint("what has not happened is a judgement or a scenario"))
    });
    future.collect()
}

pub fn not_in_source(subject: &Subject<'_>) -> Vec<Finding> {
    let texts = || subject.resolved.texts.iter().flatten().map(|text| text.text());
    let mut findings = Vec::new();
    if texts().count() < subject.resolved.texts.len() {
        return findings; // the source that could not be read may say so
    }
    for event in &subject.briefing().events {
        let mut outside = |what: &str, span: Span| {
            let message = format!("“{what}” stands in no source");
            let finding = Finding::new("event/date-not-in-source", &event.head.id, span, message);
            findings.push(finding.hint("take it out, or add the source that says so"));
        };
        if let Some((date, value)) = event.date.as_ref().and_then(|word| Some((word, word.value.as_ref()?))) {
            let year = value.year().to_string();
            if !texts().any(|text| text.contains(&year)) {
                outside(&year, date.span);
            }
        }
        if let Some(place) = &event.place {
            let actor = subject.briefing().actors.iter().find(|actor| actor.head.id.value == place.value);
            let names = actor.into_iter().flat_map(|actor| actor.name.iter().chain(&actor.aka));
            if !names.into_iter().any(|name| texts().any(|text| contains_name(text, name))) {
                outside(actor.map_or(&place.value, |actor| actor.name()), place.span);
            }
        }
    }
    findings
}
