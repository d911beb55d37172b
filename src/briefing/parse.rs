//! From YAML text to a briefing and every finding of its form.
//!
//! Each type asks a `reader::Fields` for its fields by name; what nobody asked for is an unknown field. A bad field
//! is a finding and reading goes on, so all mistakes of a file are reported at once.

mod analysis;
mod candidates;
mod ids;
mod outlook;
mod reader;
mod sources;
mod talk;
mod words;
mod written_as;

pub use ids::{RESERVED, VIEWS, is_slug, misnamed};

use super::banner::shown_as;
use super::model::{Briefing, Text, Unread};
use super::scale::{EventKind, EventKinds, Markings, Vocabulary, Yardstick};
use crate::text::lookalike::lookalikes;
use crate::yaml::finding::Finding;
use crate::yaml::spanned::Span;
use crate::yaml::tree::{Node, Tree, Value};
use reader::{Fields, Reader};
use std::collections::HashSet;

/// `stem` is the file's name without its ending: the briefing's id if the file gives none.
#[must_use]
pub fn parse(tree: Tree<'_>, stem: &str) -> (Briefing, Vec<Finding>) {
    let complete = tree.broken_at.is_none();
    let mut reader =
        Reader { findings: Vec::new(), unread: Unread::default(), complete, whole: HashSet::new(), truths: HashSet::new(), markings: None };
    let mut briefing = Briefing { id: stem.to_owned(), complete, ..Briefing::default() };
    match &tree.root {
        Some(root) => match reader.fields(root, "") {
            Some(fields) => read(&mut reader, fields, &mut briefing),
            None => briefing.complete = false,
        },
        None if complete => {
            briefing.complete = false;
            reader.report(
                Finding::new("yaml/wrong-type", "", Span::default(), "the file is empty").hint("a briefing begins with `briefing: ITS-ID`"),
            );
        }
        None => {}
    }
    briefing.unread = reader.unread;
    briefing.unread.malformed = malformed(&briefing, &reader.findings, tree.broken_at);
    let mut findings = reader.findings;
    // What stands last before the place where reading broke off is itself broken off.
    findings.retain(|finding| tree.broken_at.is_none_or(|end| finding.span.end < end));
    // A comment that took the whole of a value is found where it stands, right behind the key.
    let took = |empty: &Finding, trap: &Finding| trap.span.start.checked_sub(empty.span.end).is_some_and(|between| between < 8);
    findings.retain(|finding| finding.rule != "yaml/empty-value" || !tree.findings.iter().any(|trap| took(finding, trap)));
    let is_known = |span: &Span| reader.truths.contains(span) || findings.iter().any(|finding| finding.span == *span);
    let misread = |trap: &Finding| trap.rule == "yaml/trap" && is_known(&trap.span);
    let whole = whole(&tree, reader.whole, &briefing);
    // A comment that begins with the id of an item has taken it out of a list.
    let items: HashSet<&str> = briefing.items().map(|item| briefing.id_of(item)).collect();
    let took_item = |trap: &Finding| trap.message.split(['#', '`', ',', ']', '}']).any(|word| items.contains(word));
    let cut = |trap: &Finding| trap.label.as_ref().is_none_or(|(left, _)| !whole.contains(left)) || took_item(trap);
    let of_the_tree: Vec<Finding> = tree.findings.into_iter().filter(|trap| !misread(trap) && cut(trap)).collect();
    findings.extend(of_the_tree);
    findings.sort_by_key(|finding| finding.span);
    (briefing, findings)
}

/// The ids of items with a mistake of form, and of the one that the end of what could be read cuts.
fn malformed(briefing: &Briefing, findings: &[Finding], broken_at: Option<usize>) -> HashSet<String> {
    let heads = || briefing.items().map(|item| &briefing.head(item).id);
    let cut = broken_at.and_then(|end| heads().filter(|id| id.span.start < end).max_by_key(|id| id.span.start));
    let found = findings.iter().filter(|finding| is_of_form(finding)).map(|finding| finding.id.as_str());
    found.filter(|id| !id.is_empty()).chain(cut.map(|id| id.value.as_str())).map(str::to_owned).collect()
}

/// Something stands in the file that nobody reads as it was meant.
#[must_use]
pub fn is_of_form(finding: &Finding) -> bool {
    finding.rule.starts_with("yaml/") || finding.rule.starts_with("id/")
}

/// The places of texts from which a comment behind them has taken nothing: the words that were `understood`, and ids.
fn whole(tree: &Tree<'_>, mut understood: HashSet<Span>, briefing: &Briefing) -> HashSet<Span> {
    let left: HashSet<Span> = tree.findings.iter().filter_map(|trap| Some(trap.label.as_ref()?.0)).collect();
    if let Some(root) = tree.root.as_ref().filter(|_| !left.is_empty()) {
        let sections = briefing.sections.iter().map(|slug| slug.value.as_str());
        let ids: HashSet<&str> = briefing.items().map(|item| briefing.id_of(item)).chain(sections).collect();
        let is_id = |node: &&Node<'_>| matches!(&node.value, Value::Scalar { text, .. } if ids.contains(text.as_ref()));
        understood.extend(root.all().filter(|node| left.contains(&node.span)).filter(is_id).map(|node| node.span));
    }
    understood
}

fn read(reader: &mut Reader, mut fields: Fields<'_>, briefing: &mut Briefing) {
    read_id(reader, &mut fields, briefing);
    briefing.title = fields.text(reader, "title");
    briefing.markings = fields.word(reader, "markings");
    // If the vocabulary is unknown, the words of all pass: one mistake is not reported many times.
    reader.markings = briefing.markings.as_ref().map_or(Some(Markings::Tlp), |word| word.value);
    briefing.marking = fields.marking(reader);
    briefing.date = fields.date(reader, "date");
    briefing.yardstick = fields.word(reader, "yardstick");
    briefing.event_kinds = fields.word(reader, "event_kinds");
    briefing.change = fields.word(reader, "change");
    briefing.previous = fields.text(reader, "previous");
    briefing.authors = fields.one_or_several(reader, "author");
    briefing.approved_by = fields.text(reader, "approved_by");
    briefing.customers = fields.one_or_several(reader, "customer");
    briefing.tags = fields.texts(reader, "tags");
    briefing.question = fields.text(reader, "question");
    briefing.bottom_line = fields.text(reader, "bottom_line");
    briefing.implications = fields.one_or_several(reader, "implications");
    briefing.source_summary = fields.text(reader, "source_summary");
    briefing.accept = fields.accept(reader);
    // If the yardstick is unknown, the words of both pass: one mistake is not reported many times.
    let yardstick = match &briefing.yardstick {
        Some(word) => word.value,
        None => Some(Yardstick::Icd203),
    };
    briefing.sources = fields.items(reader, "sources", None, sources::source);
    briefing.actors = fields.items(reader, "actors", None, sources::actor);
    sources::sections(reader, &mut fields, briefing);
    briefing.candidates = candidates::candidates(reader, &mut fields);
    briefing.judgements = fields.items(reader, "judgements", Some('J'), |r, f, h| analysis::judgement(r, f, h, yardstick));
    briefing.assumptions = fields.items(reader, "assumptions", Some('A'), analysis::assumption);
    briefing.alternatives = fields.items(reader, "alternatives", Some('H'), |r, f, h| analysis::alternative(r, f, h, yardstick));
    briefing.dissents = fields.items(reader, "dissent", Some('D'), |r, f, h| analysis::dissent(r, f, h, yardstick));
    briefing.indicators = fields.items(reader, "indicators", Some('I'), outlook::indicator);
    briefing.scenarios = fields.items(reader, "scenarios", Some('S'), |r, f, h| outlook::scenario(r, f, h, yardstick));
    briefing.gaps = fields.items(reader, "gaps", Some('G'), outlook::gap);
    let kinds: Vec<EventKind> = match &briefing.event_kinds {
        Some(word) => word.value.map_or_else(|| EventKind::all().to_vec(), |kinds| kinds.terms().collect()),
        None => EventKinds::Cameo.terms().collect(),
    };
    briefing.events = fields.items(reader, "events", Some('T'), |r, f, h| outlook::event(r, f, h, &kinds));
    briefing.relationships = fields.items(reader, "relationships", Some('R'), outlook::relationship);
    briefing.slides = talk::slides(reader, &mut fields, briefing);
    fields.finish(reader);
    briefing.shown_as = shown_as(briefing);
    report_duplicates(reader, briefing);
}

/// Items of all kinds share their ids.
fn report_duplicates(reader: &mut Reader, briefing: &Briefing) {
    let mut ids: Vec<&Text> = briefing.items().map(|item| &briefing.head(item).id).collect();
    ids.sort_by_key(|id| id.value.as_str());
    for same in ids.chunk_by(|one, other| one.value == other.value) {
        for id in &same[1..] {
            let finding = Finding::new("id/duplicate", id, id.span, format!("`{}` is defined twice", id.value));
            reader.report(finding.label(same[0].span, "the first one").hint("give one of them another id"));
        }
    }
}

fn read_id(reader: &mut Reader, fields: &mut Fields<'_>, briefing: &mut Briefing) {
    let Some(id) = fields.text(reader, "briefing") else {
        if reader.complete && !fields.has_like("briefing") {
            let message = "no `briefing`: the id of the briefing";
            reader.report(
                Finding::new("yaml/wrong-type", "", fields.start(), message).hint(format!("begin with `briefing: {}`", briefing.id)),
            );
        }
        return;
    };
    briefing.id_span = id.span;
    if RESERVED.contains(&id.value.as_str()) {
        let message = format!("a briefing may not be called `{}`: that is a page of the program", id.value);
        reader.report(Finding::new("id/reserved", "", id.span, message).hint("choose another id"));
    } else if is_slug(&id.value) {
        briefing.id = id.value;
    } else {
        let message = format!("`{}` is no id of a briefing", id.value);
        let hint = lookalikes(&id.value).unwrap_or_else(|| "an id has small letters, digits and hyphens".to_owned());
        reader.report(Finding::new("id/prefix", "", id.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<String> {
        let (_, findings) = parse(Tree::read(text), "stem");
        findings.into_iter().map(|f| format!("{} {}: {} [{}]", f.rule, f.id, f.message, f.hint.unwrap_or_default())).collect()
    }

    #[test]
    fn all_mistakes_of_a_file_are_reported_at_once() {
        let text = "briefing: x\ntitel: t\nmarking: TLP:WHITE\nsources: [1]\nsections:\n  s:\n    C1: {fact: f, qoute: q, credibility: 7}\n    C1: {fact: g}\njudgements:\n  J1: {likelihood: realistic possibility, confidence: hgih, by: Jan 2025, claims: C1}\n";
        let found = findings(text);
        for expected in [
            "yaml/unknown-field : unknown field `titel` [did you mean `title`?]",
            "marking/invalid : `TLP:WHITE` is TLP 1 [write TLP:CLEAR]",
            "yaml/wrong-type : `sources` is a list; expected a mapping []",
            "yaml/unknown-field C1: unknown field `qoute` [did you mean `quote`?]",
            "yaml/unknown-word C1: `7` is no value of `credibility` [write 1, 2, 3, 4, 5 or 6]",
            "id/duplicate C1: `C1` is defined twice [give one of them another id]",
            "judgement/off-scale J1: `realistic possibility` is PHIA's, the yardstick is ICD 203 [write almost no chance, very unlikely, unlikely, roughly even chance, likely, very likely or almost certain]",
            "yaml/unknown-word J1: `hgih` is no value of `confidence` [did you mean `high`?]",
            "event/bad-date J1: `Jan 2025` is no date [write a day, month, season, year or interval of EDTF level 1: 2025-01-17, 2025-01, 2025-21, 2025, 2025-01~, 202X, 2025-01/..]",
            "yaml/wrong-type J1: `claims` is text; expected a list [write [C1]]",
        ] {
            assert!(found.iter().any(|line| line == expected), "{expected}\nnot in\n{}", found.join("\n"));
        }
        assert_eq!(found.len(), 10);
    }

    #[test]
    fn blank_values_read_as_absent_and_each_is_a_finding() {
        let text =
            "briefing: x\ntitle:\nsources: ~\njudgements:\n  J1:\n    claims: [C1, ]\n    was: {why: ''}\n    by:\n  J2:\nactors:\n  RU:\n";
        let (briefing, found) = parse(Tree::read(text), "stem");
        assert!(found.iter().all(|finding| finding.rule == "yaml/empty-value"));
        let mut words: Vec<&str> = found.iter().map(|finding| &text[finding.span.range()]).collect();
        words.sort_unstable();
        assert_eq!(words, ["J2", "by", "sources", "title", "why"]);
        assert!(briefing.title.is_none());
        assert_eq!(briefing.judgements.len(), 2);
    }

    #[test]
    fn a_file_without_an_id_takes_the_name_of_its_file() {
        assert_eq!(parse(Tree::read("title: t"), "stem").0.id, "stem");
        assert_eq!(findings("briefing: help").len(), 1);
    }
}
