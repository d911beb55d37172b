//! What differs beside what is said: where items stand, what is set aside, waits to be taken, is accepted, is told in a talk.

use super::field_change::FieldChange;
use crate::briefing::model::{Briefing, Extent, Item, ItemKind, Planned, Source, Text};
use crate::briefing::scale::Vocabulary;
use crate::text::single_spaced;

/// A field, whose it is (empty for the briefing itself), and each thing that stands in it.
type Filled = (&'static str, String, Vec<String>);

/// Of items that only one edition has nothing is told here. Of a list, what only one of the editions has.
#[must_use]
pub fn arrangement(before: &Briefing, now: &Briefing) -> Vec<(&'static str, FieldChange)> {
    let (then, today) = (filled(before), filled(now));
    let differing = today.into_iter().filter_map(|(field, of, now)| {
        let (.., then) = then.iter().find(|(name, whose, _)| *name == field && *whose == of)?;
        let only = |one: &[String], other: &[String]| {
            let only: Vec<&str> = one.iter().filter(|said| !other.contains(said)).map(String::as_str).collect();
            (!only.is_empty()).then(|| only.join(" · "))
        };
        let name = if of.is_empty() { field.to_owned() } else { format!("{field} of {of}") };
        let change = FieldChange { field: name, then: only(then, &now), now: only(&now, then) };
        // Slides in another order.
        let turned = change.then.is_none() && change.now.is_none() && *then != now;
        let turned = turned.then(|| FieldChange { then: Some(then.join(" · ")), now: Some(now.join(" · ")), ..change.clone() });
        Some((field, turned.unwrap_or(change)))
    });
    differing.filter(|(_, change)| change.then != change.now).collect()
}

fn filled(briefing: &Briefing) -> Vec<Filled> {
    let one = |text: &Option<Text>| text.iter().map(|text| single_spaced(&text.value)).collect::<Vec<_>>();
    let slug = |at: usize| briefing.sections.get(at).map(|slug| slug.value.clone()).into_iter().collect();
    let mut all: Vec<Filled> = Vec::new();
    for claim in &briefing.claims {
        all.push(("section", claim.head.id.value.clone(), slug(claim.section)));
    }
    for judgement in &briefing.judgements {
        let id = &judgement.head.id.value;
        all.push(("section", id.clone(), judgement.section.iter().map(|slug| slug.value.clone()).collect()));
        all.push(("speaker", id.clone(), one(&judgement.speaker)));
    }
    for source in &briefing.sources {
        all.push(("set_aside", source.head.id.value.clone(), set_aside(source)));
    }
    let accepted =
        |accept: &[(Text, Text)]| accept.iter().map(|(rule, why)| format!("{}: {}", rule.value, single_spaced(&why.value))).collect();
    // Of the other kinds it stands among their fields.
    for kind in [ItemKind::Claim, ItemKind::Judgement, ItemKind::Source] {
        for item in (0..briefing.count(kind)).map(|index| Item { kind, index }) {
            all.push(("accept", briefing.id_of(item).to_owned(), accepted(&briefing.head(item).accept)));
        }
    }
    let candidates = briefing.candidates.iter().map(|candidate| {
        let quoted = candidate.passages.first().map(|passage| single_spaced(&passage.exact.value));
        one(&candidate.text).pop().or(quoted).unwrap_or_default()
    });
    let slides = briefing.slides.iter().map(|planned| match planned {
        Planned::Part(part) => part.word().to_owned(),
        Planned::Judgement(id) => id.clone(),
    });
    all.push(("candidates", String::new(), candidates.collect()));
    all.push(("slides", String::new(), slides.collect()));
    all.push(("accept", String::new(), accepted(&briefing.accept)));
    all.push(("approved_by", String::new(), one(&briefing.approved_by)));
    all
}

fn set_aside(source: &Source) -> Vec<String> {
    let words = |text: &Text| single_spaced(&text.value);
    let aside = source.set_aside.iter().map(|aside| {
        let what = match &aside.extent {
            Extent::Quote(passage) => words(&passage.exact),
            Extent::Range { from, to } => format!("{} … {}", words(&from.exact), words(&to.exact)),
            Extent::Heading(title) => words(title),
        };
        aside.why.as_ref().map_or_else(|| what.clone(), |why| format!("{what} ({})", words(why)))
    });
    aside.collect()
}
