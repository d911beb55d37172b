//! A mistake in a sound briefing is named, at the place where it was made.

use crate::support::Random;
use bluf::briefing::model::{Briefing, Reference};
use bluf::briefing::references::references;
use bluf::briefing::scale::{Likelihood, Yardstick};
use bluf::briefing::{ItemKind, SourceText, Span, Word};
use bluf::library::HeldBriefing;
use bluf::library::embedded::{FILES, source};
use bluf::library::held_briefing::FileText;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

const EDITS: usize = 1000;
const SEED: u64 = 203;

/// A mistake in the file, and what must be said of it.
struct Edit {
    /// The bytes that are replaced.
    range: Range<usize>,
    /// What stands there instead.
    new: String,
    /// The rule that it breaks.
    rule: &'static str,
    /// The item that it is made in; none for the briefing itself.
    id: String,
    /// The finding must be at the very place, and not only about the item: there is something left to point at.
    at_the_place: bool,
}

/// Where each kind of mistake can be made.
struct Sites<'a> {
    file: &'a str,
    /// Words inside quotes, with the item that quotes them.
    words: Vec<(Range<usize>, &'a str)>,
    /// Ids that lead to another item, with the item that they stand in.
    references: Vec<(Range<usize>, &'a str)>,
    /// Fields with their lines, with the item that needs them and the rule that says so.
    fields: Vec<(Range<usize>, &'a str, &'static str)>,
    /// Likelihoods, with their items.
    likelihoods: Vec<(&'a Word<Likelihood>, &'a str)>,
    /// Those that the bottom line repeats.
    repeated: Vec<(&'a Word<Likelihood>, &'a str)>,
}

impl<'a> Sites<'a> {
    fn new(briefing: &'a Briefing, file: &'a str) -> Self {
        let bottom_line = briefing.bottom_line.as_ref().expect("a bottom line");
        let named: Vec<&str> = references(bottom_line).map(|(_, id)| id).collect();
        let judgements = || briefing.judgements.iter().filter_map(|item| Some((item.likelihood.as_ref()?, item.head.id.value.as_str())));
        let scenarios = briefing.scenarios.iter().filter_map(|item| Some((item.likelihood.as_ref()?, item.head.id.value.as_str())));
        let dissents = briefing.dissents.iter().filter_map(|item| Some((item.likelihood.as_ref()?, item.head.id.value.as_str())));
        Self {
            file,
            words: quoted_words(briefing, file),
            references: all_references(briefing, file),
            fields: required_fields(file),
            likelihoods: judgements().chain(scenarios).chain(dissents).collect(),
            repeated: judgements().filter(|(_, id)| named.contains(id)).collect(),
        }
    }

    fn edit(&self, random: &mut Random) -> Edit {
        match random.below(5) {
            0 => {
                let (range, id) = random.of(&self.words);
                Edit { range: range.clone(), new: String::new(), rule: "quote/not-found", id: (*id).to_owned(), at_the_place: true }
            }
            1 => {
                let (range, id) = random.of(&self.references);
                let letter: String = self.file[range.clone()].chars().take_while(char::is_ascii_uppercase).collect();
                let new = if letter.len() == 1 { format!("{letter}{}", 100 + random.below(900)) } else { "nowhere".to_owned() };
                Edit { range: range.clone(), new, rule: "id/dangling", id: (*id).to_owned(), at_the_place: true }
            }
            2 => {
                let (range, id, rule) = random.of(&self.fields);
                Edit { range: range.clone(), new: String::new(), rule, id: (*id).to_owned(), at_the_place: false }
            }
            3 => {
                let (word, id) = random.of(&self.likelihoods);
                let foreign: Vec<&str> = Yardstick::Phia
                    .terms()
                    .map(Likelihood::word)
                    .filter(|word| Likelihood::on(Yardstick::Icd203, word).is_none())
                    .collect();
                let new = (*random.of(&foreign)).to_owned();
                Edit { range: word.span.range(), new, rule: "judgement/off-scale", id: (*id).to_owned(), at_the_place: true }
            }
            _ => {
                let (word, _) = random.of(&self.repeated);
                let others: Vec<&str> = Yardstick::Icd203.terms().map(Likelihood::word).filter(|other| *other != word.text).collect();
                let new = (*random.of(&others)).to_owned();
                Edit { range: word.span.range(), new, rule: "bottom-line/drift", id: String::new(), at_the_place: true }
            }
        }
    }
}

/// The words of every quote but its first and its last, without which it would be a shorter quote of the same source.
fn quoted_words<'a>(briefing: &'a Briefing, file: &str) -> Vec<(Range<usize>, &'a str)> {
    let claims = briefing.claims.iter().flat_map(|claim| claim.passages.iter().map(|passage| (passage, &claim.head.id)));
    let aside = briefing
        .sources
        .iter()
        .flat_map(|source| source.set_aside.iter().flat_map(|aside| aside.passages()).map(|passage| (passage, &source.head.id)));
    let mut found = Vec::new();
    for (passage, id) in claims.chain(aside) {
        let raw = &file[passage.exact.span.range()];
        let words: Vec<&str> = raw.split_ascii_whitespace().filter(|word| !matches!(*word, ">-" | "|-")).collect();
        for word in words.iter().skip(1).take(words.len().saturating_sub(2)) {
            let start = word.as_ptr() as usize - file.as_ptr() as usize;
            // With the space behind it, so that a line does not begin further in than the others.
            let behind = file[start + word.len()..].starts_with(' ');
            found.push((start..start + word.len() + usize::from(behind), id.value.as_str()));
        }
    }
    found
}

/// Every id that leads to another item, in fields and in prose.
fn all_references<'a>(briefing: &'a Briefing, file: &str) -> Vec<(Range<usize>, &'a str)> {
    let mut found: Vec<(Span, &str)> = Vec::new();
    for item in briefing.items() {
        let at = item.index;
        let fields: Vec<&Reference> = match item.kind {
            ItemKind::Source | ItemKind::Claim | ItemKind::Assumption | ItemKind::Scenario => Vec::new(),
            ItemKind::Actor => briefing.actors[at].of.iter().collect(),
            ItemKind::Judgement => {
                let judgement = &briefing.judgements[at];
                judgement.section.iter().chain(&judgement.claims).chain(&judgement.against).chain(&judgement.assumptions).collect()
            }
            ItemKind::Alternative => {
                let alternative = &briefing.alternatives[at];
                alternative.to.iter().chain(&alternative.supports).chain(&alternative.against).collect()
            }
            ItemKind::Dissent => briefing.dissents[at].to.iter().collect(),
            ItemKind::Indicator => briefing.indicators[at].moves.iter().map(|(target, _)| target).collect(),
            ItemKind::Gap => briefing.gaps[at].limits.iter().collect(),
            ItemKind::Event => briefing.events[at].actors.iter().chain(&briefing.events[at].claims).collect(),
            ItemKind::Relationship => {
                let tie = &briefing.relationships[at];
                tie.from.iter().chain(&tie.to).chain(&tie.claims).collect()
            }
        };
        let id = briefing.id_of(item);
        found.extend(fields.into_iter().map(|reference| (reference.span, id)));
        found.extend(briefing.prose(item).flat_map(|text| in_prose(file, text.span)).map(|span| (span, id)));
    }
    found.extend(briefing.own_prose().flat_map(|text| in_prose(file, text.span)).map(|span| (span, "")));
    found.into_iter().map(|(span, id)| (span.range(), id)).collect()
}

/// The ids between brackets of a text, where they stand in the file.
fn in_prose(file: &str, span: Span) -> impl Iterator<Item = Span> {
    references(&file[span.range()]).map(move |(range, _)| Span { start: span.start + range.start + 1, end: span.start + range.end - 1 })
}

/// The lines of every field that something must have. They are found in the file and not in the model: what is dropped
/// is a key with all that stands below it.
fn required_fields(file: &str) -> Vec<(Range<usize>, &str, &'static str)> {
    const REQUIRED: [(&str, &str, &str); 9] = [
        ("", "marking", "marking/missing"),
        ("J", "likelihood", "judgement/no-likelihood"),
        ("J", "confidence", "judgement/no-confidence"),
        ("J", "because", "judgement/no-basis"),
        ("C", "quote", "claim/no-quote"),
        ("A", "if_wrong", "assumption/no-if-wrong"),
        ("I", "threshold", "indicator/no-threshold"),
        ("ART", "reliability", "source/no-grade"),
        ("ART", "descriptor", "source/no-descriptor"),
    ];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    let mut owner = "";
    let mut start = 0;
    let lines: Vec<(usize, &str)> = file
        .split_inclusive('\n')
        .map(|line| {
            start += line.len();
            (start - line.len(), line)
        })
        .collect();
    for (at, (start, line)) in lines.iter().enumerate() {
        let Some((key, value)) = line.trim_start().split_once(':') else { continue };
        if value.trim().is_empty() && key.starts_with(|c: char| c.is_ascii_uppercase()) {
            owner = key;
        }
        let top = indent(line) == 0;
        let row = REQUIRED.iter().find(|(of, field, _)| {
            *field == key && if of.len() == 1 { owner.trim_end_matches(|c: char| c.is_ascii_digit()) == *of } else { top == of.is_empty() }
        });
        let Some((of, _, rule)) = row else { continue };
        let below = lines[at + 1..].iter().take_while(|(_, below)| indent(below) > indent(line) && !below.trim().is_empty());
        let end = below.map(|(start, line)| start + line.len()).last().unwrap_or(start + line.len());
        found.push((*start..end, if of.is_empty() { "" } else { owner }, *rule));
    }
    found
}

/// The built-in briefing with another text of its file.
fn read(text: String, article: &Arc<SourceText>) -> HeldBriefing {
    let file = FileText { text: Cow::Owned(text), problem: None, prepared: None };
    HeldBriefing::new(FILES[0].path.to_owned(), "russia-iran-treaty", file, |_| Ok(Arc::clone(article)))
}

/// Why the mistake is not named as it should be.
fn unnamed(edit: &Edit, text: &str, entry: &HeldBriefing) -> Option<String> {
    let old = &FILES[0].text[edit.range.clone()];
    let place = edit.range.start..edit.range.start + edit.new.len();
    let touches = |span: Span| span.start <= place.end && place.start <= span.end;
    let is_named = entry.findings().iter().any(|finding| {
        let here = touches(finding.span) || finding.label.as_ref().is_some_and(|(span, _)| touches(*span));
        finding.rule == edit.rule && finding.id == edit.id && (here || !edit.at_the_place)
    });
    let is_in_the_file = entry.findings().iter().all(|finding| text.get(finding.span.range()).is_some());
    let line = FILES[0].text[..edit.range.start].matches('\n').count() + 1;
    let found = || entry.findings().iter().map(|finding| format!("{} {}", finding.id, finding.rule)).collect::<Vec<_>>();
    (!is_named || !is_in_the_file)
        .then(|| format!("line {line}, {}: “{old}” became “{}”; {} expected, found {:?}", edit.id, edit.new, edit.rule, found()))
}

#[test]
fn n16_each_harmful_edit_of_the_shipped_briefing_is_named_at_its_place() {
    let article = source("seeds/russia-iran-treaty.txt").expect("the article");
    let original = read(FILES[0].text.to_owned(), &article);
    assert_eq!(original.findings(), []);
    let sites = Sites::new(&original.resolved.briefing, FILES[0].text);
    let mut random = Random(SEED);
    let edits: Vec<Edit> = (0..EDITS).map(|_| sites.edit(&mut random)).collect();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for edit in &edits {
        *tried.entry(edit.rule).or_default() += 1;
    }
    assert_eq!(tried.len(), 13, "each kind of edit was made: {tried:?}");
    let apply = |edit: &Edit| {
        let text = format!("{}{}{}", &FILES[0].text[..edit.range.start], edit.new, &FILES[0].text[edit.range.end..]);
        unnamed(edit, &text, &read(text.clone(), &article))
    };
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = edits
            .chunks(EDITS.div_ceil(workers))
            .map(|part| scope.spawn(move || part.iter().filter_map(apply).collect::<Vec<_>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().expect("no edit panics")).collect()
    });
    assert!(wrong.is_empty(), "{} of {EDITS}, as of each kind {tried:?}\n{}", wrong.len(), wrong.join("\n"));
}
