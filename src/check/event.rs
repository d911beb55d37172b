//! Events have happened, when and where their sources say.

use super::detail::contains_name;
use super::{Reporter, Subject};
use crate::briefing::{Date, Span, Word};

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
        if let Some((date, value)) =
            event.date.as_ref().and_then(|word| Some((word, word.value.as_ref().filter(|value| value.names_its_year())?)))
        {
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
