//! Events have happened, when and where their sources say.

use super::detail::contains_name;
use super::{Reporter, Subject};
use crate::briefing::model::Reference;
use crate::briefing::order::is_in_circle;
use crate::briefing::{Date, ItemKind, Span, Word};

pub fn future(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(edition) = &subject.briefing().date else { return };
    let Some(today) = &edition.value else { return };
    for event in &subject.briefing().events {
        let later = |date: &&Word<Date>| date.value.as_ref().is_some_and(|value| value.earliest() > today.latest());
        let Some(date) = event.date.as_ref().filter(later) else { continue };
        let message = format!("{} lies after {}, the date of the briefing", date.text, edition.text);
        report.at(&event.head.id, date.span, message, "what has not happened is a judgement or a scenario").label =
            Some((edition.span, "the date of the briefing".to_owned()));
    }
}

pub fn not_in_source(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(texts) = subject.all_texts() else { return };
    for event in &subject.briefing().events {
        let mut outside = |what: &str, span: Span| {
            let message = format!("“{what}” stands in no source");
            report.at(&event.head.id, span, message, "take it out, or add the source that says so");
        };
        if let Some((date, value)) = event.date.as_ref().and_then(|word| Some((word, word.value.as_ref()?))) {
            let year = value.year().to_string();
            if !texts.iter().any(|text| text.contains(&year)) {
                outside(&year, date.span);
            }
        }
        if let Some(place) = &event.place {
            let actor = subject.briefing().actors.iter().find(|actor| actor.head.id.value == place.value);
            let mut names = actor.into_iter().flat_map(|actor| actor.name.iter().chain(&actor.aka));
            if !names.any(|name| texts.iter().any(|text| contains_name(text, name))) {
                outside(actor.map_or(&place.value, |actor| actor.name()), place.span);
            }
        }
    }
}

/// What is said to come after what, against itself and against the dates.
pub fn order(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (at, event) in briefing.events.iter().enumerate() {
        let id = &event.head.id;
        if let Some(first) = event.after.iter().chain(&event.during).next().filter(|_| is_in_circle(&subject.resolved.graph, at)) {
            let message = format!("by `after` and `during` {} comes after itself", id.value);
            report.at(id, first.span, message, "take one of them out of the circle");
            continue;
        }
        let date = |reference: &Reference| {
            let other = subject.resolved.graph.find(reference).filter(|item| item.kind == ItemKind::Event)?;
            briefing.events[other.index].date.as_ref()
        };
        let Some((own, value)) = event.date.as_ref().and_then(|own| Some((own, own.value.as_ref()?))) else { continue };
        for (field, references) in [("after", &event.after), ("during", &event.during)] {
            for reference in references {
                let Some((word, other)) = date(reference).and_then(|word| Some((word, word.value.as_ref()?))) else { continue };
                let agrees = match field {
                    "after" => value.latest() >= other.earliest(),
                    _ => value.latest() >= other.earliest() && value.earliest() <= other.latest(),
                };
                if !agrees {
                    let message = format!(
                        "{} is of {own}, and so not {field} {}, of {word}",
                        id.value,
                        reference.value,
                        own = own.text,
                        word = word.text
                    );
                    report.at(id, reference.span, message, "mend a date, or take the reference out").label =
                        Some((word.span, format!("the date of {}", reference.value)));
                }
            }
        }
    }
}
