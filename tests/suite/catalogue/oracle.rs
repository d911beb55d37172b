//! The same searches without an index: every item of every file is looked at, with code that shares nothing with the index but
//! how letters are folded.

use bluf::briefing::model::{Briefing, Source, Text};
use bluf::briefing::scale::{Likelihood, Marking, Vocabulary};
use bluf::briefing::{Date, Item, ItemKind, Word};
use bluf::library::{HeldBriefing, Library};
use bluf::text::fold::{Folded, Folding};
use bluf::text::search_fold::begins_letter;
use std::collections::HashMap;

/// What a search may find: the kind, the briefing, the spot in it, and which paragraph of a source.
pub type Id = (String, String, String, Option<usize>);

/// A run of letters, and whether its script puts no space between words.
pub type Part = (bool, String);

#[derive(Debug, Default)]
pub struct Entry {
    pub id: Id,
    pub texts: Vec<Vec<Part>>,
    /// Words and names by the field, folded.
    pub values: HashMap<&'static str, Vec<String>>,
    pub days: HashMap<&'static str, (i64, i64)>,
}

pub fn folded(text: &str) -> String {
    Folded::new(text, Folding::SearchWords).as_str().to_owned()
}

pub fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut goes_on = false;
    for c in folded(text).chars() {
        let unspaced = matches!(u32::from(c), 0xe00..=0xe7f | 0x1100..=0x11ff | 0x3041..=0x30ff | 0x4e00..=0x9fff);
        if c.is_alphanumeric() {
            match parts.last_mut() {
                Some((same, part)) if goes_on && *same == unspaced => part.push(c),
                _ => parts.push((unspaced, c.to_string())),
            }
            goes_on = true;
        } else if goes_on && !begins_letter(c) {
            parts.last_mut().expect("a letter").1.push(c);
        } else {
            goes_on = false;
        }
    }
    parts.iter_mut().filter(|(unspaced, _)| !unspaced).for_each(|(_, part)| *part = part.chars().take(64).collect());
    parts
}

/// Everything that there is to find.
pub fn entries(library: &Library) -> Vec<Entry> {
    library.entries().into_iter().flat_map(|held| of(held)).collect()
}

fn of(held: &HeldBriefing) -> Vec<Entry> {
    let briefing = &held.resolved.briefing;
    let mut all = vec![itself(held)];
    all.extend(briefing.items().map(|item| entry(held, item)));
    for (source, text) in held.resolved.texts.iter().enumerate() {
        let Ok(text) = text else { continue };
        for (number, paragraph) in text.paragraphs().iter().enumerate().filter(|(_, paragraph)| !paragraph.sentences.is_empty()) {
            let described = &briefing.sources[source];
            let mut entry = common(held, "text", &format!("/source/{}", described.head.id.value), &[&text.text()[paragraph.range.clone()]]);
            entry.id.3 = Some(number);
            mark(&mut entry, described.head.marking.as_ref().or(briefing.marking.as_ref()));
            actors(&mut entry, briefing, |_| true);
            add_source(&mut entry, described);
            all.push(entry);
        }
    }
    all
}

fn common(held: &HeldBriefing, kind: &str, spot: &str, texts: &[&str]) -> Entry {
    let briefing = &held.resolved.briefing;
    let mut entry = Entry {
        id: (kind.to_owned(), held.id.clone(), spot.to_owned(), None),
        texts: texts.iter().map(|text| parts(text)).collect(),
        ..Entry::default()
    };
    entry.add("in", [kind]);
    entry.add("briefing", [held.id.as_str()]);
    entry.add("tag", briefing.tags.iter().map(|tag| tag.value.as_str()));
    entry.add("author", briefing.authors.iter().map(|author| author.value.as_str()));
    entry.date("date", briefing.date.as_ref());
    let (errors, all) = (held.findings().iter().filter(|finding| finding.level.word() == "error").count(), held.findings().len());
    let state = match (errors, all, held.accepted().len()) {
        (0, 0, 0) => "clean",
        (0, 0, _) => "accepted",
        (0, ..) => "findings",
        _ => "errors",
    };
    entry.add("state", [state]);
    entry
}

fn itself(held: &HeldBriefing) -> Entry {
    let briefing = &held.resolved.briefing;
    let one = |text: &Option<Text>| text.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let all = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect::<Vec<_>>();
    let texts = [
        one(&briefing.title),
        one(&briefing.question),
        one(&briefing.bottom_line),
        all(&briefing.implications),
        one(&briefing.source_summary),
        all(&briefing.authors),
        one(&briefing.approved_by),
        all(&briefing.customers),
        all(&briefing.tags),
        vec![held.id.clone()],
        if held.is_broken() { vec![held.in_library.clone()] } else { Vec::new() },
    ];
    let texts = texts.concat();
    let mut entry = common(held, "briefing", "", &texts.iter().map(String::as_str).collect::<Vec<_>>());
    actors(&mut entry, briefing, |_| true);
    if let Some((_, Some(marking))) = &briefing.shown_as {
        entry.add("marking", [marking.word()]);
    }
    entry
}

fn entry(held: &HeldBriefing, item: Item) -> Entry {
    let briefing = &held.resolved.briefing;
    let at = item.index;
    let names = |ids: &[Text]| {
        let name = |id: &Text| {
            briefing.actors.iter().find(|actor| actor.head.id.value == id.value).map_or(id.value.clone(), |actor| actor.name().to_owned())
        };
        ids.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    let mut texts: Vec<String> = briefing.said(item).map(|text| text.value.clone()).collect();
    match item.kind {
        ItemKind::Source => {
            let source = &briefing.sources[at];
            texts.extend([&source.publisher, &source.url, &source.origin].into_iter().flatten().map(|text| text.value.clone()));
            texts.extend(source.authors.iter().map(|author| author.value.clone()));
        }
        ItemKind::Actor => {
            let actor = &briefing.actors[at];
            texts.extend(actor.name.iter().chain(&actor.aka).chain([&actor.head.id]).map(|text| text.value.clone()));
        }
        ItemKind::Dissent => texts.extend(briefing.dissents[at].who.iter().map(|text| text.value.clone())),
        ItemKind::Relationship => {
            let tie = &briefing.relationships[at];
            texts.push(format!("{} {} {}", names(&tie.from), tie.kind.as_ref().map_or("", |kind| &kind.text), names(&tie.to)));
        }
        _ => {}
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut entry = common(held, item.kind.name(), &format!("#{}", briefing.id_of(item)), &texts);
    mark(&mut entry, briefing.head(item).marking.as_ref().or(briefing.marking.as_ref()));
    match item.kind {
        ItemKind::Actor => actors(&mut entry, briefing, |id| id == briefing.actors[at].head.id.value),
        ItemKind::Event => actors(&mut entry, briefing, |id| briefing.events[at].actors.iter().any(|other| other.value == id)),
        ItemKind::Relationship => {
            let tie = &briefing.relationships[at];
            actors(&mut entry, briefing, |id| tie.from.iter().chain(&tie.to).any(|other| other.value == id));
        }
        _ => actors(&mut entry, briefing, |_| true),
    }
    own(&mut entry, held, item);
    entry
}

fn own(entry: &mut Entry, held: &HeldBriefing, item: Item) {
    let briefing = &held.resolved.briefing;
    let at = item.index;
    let likelihood = match item.kind {
        ItemKind::Judgement => &briefing.judgements[at].likelihood,
        ItemKind::Alternative => &briefing.alternatives[at].likelihood,
        ItemKind::Dissent => &briefing.dissents[at].likelihood,
        ItemKind::Scenario => &briefing.scenarios[at].likelihood,
        _ => &None,
    };
    entry.add("likelihood", likelihood.iter().filter_map(|word| word.value).map(Likelihood::word));
    match item.kind {
        ItemKind::Judgement => {
            let judgement = &briefing.judgements[at];
            entry.add("confidence", judgement.confidence.iter().filter_map(|word| word.value).map(Vocabulary::word));
            entry.add("section", judgement.section.iter().map(|slug| slug.value.as_str()));
            entry.date("by", judgement.by.as_ref());
            let came = judgement.outcome.as_ref().map(|outcome| outcome.came.as_ref().and_then(|word| word.value).map(Vocabulary::word));
            entry.add("outcome", came.unwrap_or(Some("open")));
        }
        ItemKind::Claim => {
            let claim = &briefing.claims[at];
            entry.add("kind", claim.kind.map(Vocabulary::word));
            entry.add("credibility", claim.credibility().map(Vocabulary::word));
            entry.add("section", briefing.sections.get(claim.section).map(|slug| slug.value.as_str()));
            held.resolved.sources_of(at).into_iter().for_each(|source| add_source(entry, &briefing.sources[source]));
        }
        ItemKind::Source => add_source(entry, &briefing.sources[at]),
        _ => {}
    }
}

fn mark(entry: &mut Entry, word: Option<&Word<Marking>>) {
    entry.add("marking", word.and_then(|word| word.value).map(Marking::word));
}

fn actors(entry: &mut Entry, briefing: &Briefing, is_wanted: impl Fn(&str) -> bool) {
    for actor in briefing.actors.iter().filter(|actor| is_wanted(&actor.head.id.value)) {
        entry.add("actor", [actor.name(), &actor.head.id.value].into_iter().chain(actor.aka.iter().map(|name| name.value.as_str())));
    }
}

fn add_source(entry: &mut Entry, source: &Source) {
    entry.add("reliability", source.reliability.iter().filter_map(|word| word.value).map(Vocabulary::word));
    let names = [&source.publisher, &source.title, &source.url, &source.origin].into_iter().flatten().map(|text| text.value.as_str());
    entry.add("source", names.chain([source.head.id.value.as_str()]));
}

impl Entry {
    fn add<'a>(&mut self, field: &'static str, values: impl IntoIterator<Item = &'a str>) {
        let folds = matches!(field, "actor" | "tag" | "author" | "section" | "source" | "briefing");
        let values = values.into_iter().map(|value| if folds { folded(value.trim()) } else { value.to_owned() });
        self.values.entry(field).or_default().extend(values);
    }

    fn date(&mut self, field: &'static str, date: Option<&Word<Date>>) {
        if let Some(date) = date.and_then(|word| word.value.as_ref()) {
            self.days.insert(field, (date.first_day().unwrap_or(-1_000_000), date.last_day().unwrap_or(1_000_000)));
        }
    }

    pub fn has(&self, field: &str, value: &str) -> bool {
        self.values.get(field).is_some_and(|values| values.iter().any(|other| other == value))
    }

    pub fn is_any(&self, field: &str, values: &[&str]) -> bool {
        values.iter().any(|value| self.has(field, value))
    }

    /// Some day of its date is among these.
    pub fn is_within(&self, field: &str, from: Option<i64>, to: Option<i64>) -> bool {
        self.days.get(field).is_some_and(|(first, last)| from.is_none_or(|from| *last >= from) && to.is_none_or(|to| *first <= to))
    }

    /// The words stand together, and perhaps the last goes on.
    pub fn says(&self, words: &str, goes_on: bool) -> bool {
        let wanted = parts(words);
        let last = wanted.len() - 1;
        let fits = |at: usize, (unspaced, part): &Part, (sought_unspaced, sought): &Part| {
            unspaced == sought_unspaced
                && match (unspaced, at == 0, at == last) {
                    (true, true, true) => part.contains(sought.as_str()),
                    (true, true, false) => part.ends_with(sought.as_str()),
                    (true, false, true) => part.starts_with(sought.as_str()),
                    (false, _, true) if goes_on => part.starts_with(sought.as_str()),
                    _ => part == sought,
                }
        };
        let stands = |window: &[Part]| window.iter().zip(&wanted).enumerate().all(|(at, (part, sought))| fits(at, part, sought));
        self.texts.iter().any(|text| text.windows(wanted.len()).any(stands))
    }

    /// A word with so many edits, found by trying them all.
    pub fn says_nearly(&self, word: &str, edits: usize) -> bool {
        let (_, sought) = parts(word).remove(0);
        let near = |part: &str| distance(&part.chars().collect::<Vec<_>>(), &sought.chars().collect::<Vec<_>>()) <= edits;
        self.texts.iter().flatten().any(|(unspaced, part)| !unspaced && near(part))
    }
}

/// Letters that are put in, taken out, changed, or swapped with their neighbour, each once.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i.max(j)
            } else {
                let same = usize::from(one[i - 1] != other[j - 1]);
                let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + same);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[one.len()][other.len()]
}
