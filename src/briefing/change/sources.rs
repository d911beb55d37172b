use super::{Fate, fates};
use crate::briefing::model::{Briefing, Source, Text};
use crate::text::single_spaced;

/// What differs in a source. Where only one edition has it, no other difference is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceChange {
    pub fate: Fate,
    pub grade: bool,
    /// Title, author, publisher, date, address, origin, or what to know of it.
    pub described: bool,
    /// It is read from another file, or its text is another.
    pub text: bool,
}

pub(super) fn compare(before: &Briefing, now: &Briefing) -> Vec<SourceChange> {
    let ids = |briefing: &Briefing| -> Vec<String> { briefing.sources.iter().map(|source| source.head.id.value.clone()).collect() };
    let changes = fates(&ids(before), &ids(now)).into_iter().filter_map(|fate| {
        let Fate::Kept { before: old, now: new } = fate else {
            return Some(SourceChange { fate, grade: false, described: false, text: false });
        };
        let (then, today) = (&before.sources[old], &now.sources[new]);
        let grade = |source: &Source| source.reliability.as_ref().map(|word| word.text.clone());
        let pin = |source: &Source| source.sha256.as_ref().map(|word| word.text.to_lowercase());
        let file = |source: &Source| source.file.as_ref().map(|file| file.value.clone());
        let change = SourceChange {
            fate,
            grade: grade(then) != grade(today),
            described: description(then) != description(today),
            text: file(then) != file(today) || pin(then) != pin(today),
        };
        (change.grade || change.described || change.text).then_some(change)
    });
    changes.collect()
}

pub(super) fn description(source: &Source) -> Vec<Option<String>> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| single_spaced(&text.value));
    let date = source.date.as_ref().map(|date| date.text.clone());
    let fields = [&source.kind, &source.title, &source.publisher, &source.url, &source.origin, &source.descriptor];
    fields.into_iter().map(text).chain([date]).chain(source.authors.iter().map(|name| Some(name.value.clone()))).collect()
}
