//! From YAML text to a briefing and every finding of its form.
//!
//! Each type asks a `reader::Fields` for its fields by name; what nobody asked for is an unknown field. A bad field
//! is a finding and reading goes on, so all mistakes of a file are reported at once.

mod analysis;
mod outlook;
mod reader;
mod sources;

use super::date::Date;
use super::model::{Briefing, Head, Text, Unread};
use super::scale::{Likelihood, Marking, Vocabulary, Yardstick};
use crate::text::nearest_word;
use crate::yaml::finding::Finding;
use crate::yaml::spanned::{Span, Word};
use crate::yaml::tree::Tree;
use reader::{Fields, Reader};

/// Names that address something else, so no section may have them.
pub const VIEWS: [&str; 9] = ["cover", "timeline", "actors", "outlook", "alternatives", "source", "check", "change", "tour"];
/// Names that address something above the briefings, so no briefing may have them.
pub const RESERVED: [&str; 8] = ["library", "help", "notes", "recent", "scale", "search", "theme", "themes"];

/// Makes a briefing of the tree of its file. `stem` is the name of the file without ending: the briefing's id where
/// the file gives none.
#[must_use]
pub fn parse(tree: Tree<'_>, stem: &str) -> (Briefing, Vec<Finding>) {
    let complete = tree.broken_at.is_none();
    let mut reader = Reader { findings: Vec::new(), unread: Unread::default(), complete };
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
    let mut findings = reader.findings;
    // What stands last before the place where reading broke off is itself broken off.
    findings.retain(|finding| tree.broken_at.is_none_or(|end| finding.span.end < end));
    let misread = |trap: &Finding| trap.rule == "yaml/trap" && findings.iter().any(|finding| finding.span == trap.span);
    let of_the_tree: Vec<Finding> = tree.findings.into_iter().filter(|finding| !misread(finding)).collect();
    findings.extend(of_the_tree);
    findings.sort_by_key(|finding| finding.span);
    (briefing, findings)
}

fn read(reader: &mut Reader, mut fields: Fields<'_>, briefing: &mut Briefing) {
    read_id(reader, &mut fields, briefing);
    briefing.title = fields.text(reader, "title");
    briefing.marking = fields.text(reader, "marking").map(|text| marking(reader, "", text));
    briefing.date = fields.date(reader, "date");
    briefing.yardstick = fields.word(reader, "yardstick");
    briefing.change = fields.word(reader, "change");
    briefing.previous = fields.text(reader, "previous");
    briefing.question = fields.text(reader, "question");
    briefing.bottom_line = fields.text(reader, "bottom_line");
    // With an unknown yardstick every word of either is let pass.
    let yardstick = match &briefing.yardstick {
        Some(word) => word.value,
        None => Some(Yardstick::Icd203),
    };
    briefing.sources = fields.items(reader, "sources", None, sources::source);
    briefing.actors = fields.items(reader, "actors", None, sources::actor);
    sources::sections(reader, &mut fields, briefing);
    briefing.judgements = fields.items(reader, "judgements", Some('J'), |r, f, h| analysis::judgement(r, f, h, yardstick));
    briefing.assumptions = fields.items(reader, "assumptions", Some('A'), analysis::assumption);
    briefing.alternatives = fields.items(reader, "alternatives", Some('H'), |r, f, h| analysis::alternative(r, f, h, yardstick));
    briefing.dissents = fields.items(reader, "dissent", Some('D'), |r, f, h| analysis::dissent(r, f, h, yardstick));
    briefing.indicators = fields.items(reader, "indicators", Some('I'), outlook::indicator);
    briefing.scenarios = fields.items(reader, "scenarios", Some('S'), |r, f, h| outlook::scenario(r, f, h, yardstick));
    briefing.gaps = fields.items(reader, "gaps", Some('G'), outlook::gap);
    briefing.events = fields.items(reader, "events", Some('T'), outlook::event);
    briefing.relationships = fields.items(reader, "relationships", Some('R'), outlook::relationship);
    fields.finish(reader);
    report_duplicates(reader, briefing);
}

/// Every id that two items have.
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
        let hint = "an id has small letters, digits and hyphens";
        reader.report(Finding::new("id/prefix", "", id.span, message).hint(hint));
    }
}

/// Small letters and digits, in parts joined by hyphens.
fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Reads what every item has.
fn head(reader: &mut Reader, fields: &mut Fields<'_>, id: Text) -> Head {
    let accept = fields.map(reader, "accept", |reader, rule, why| {
        let why = reader.text(why, &rule, "accept")?;
        Some((rule, why))
    });
    Head { id, accept }
}

/// A marking word, with its own family of findings.
fn marking(reader: &mut Reader, id: &str, text: Text) -> Word<Marking> {
    let value = Marking::from_word(&text.value);
    if value.is_none() {
        let found = |message: String| Finding::new("marking/invalid", id, text.span, message);
        reader.report(match text.value.as_str() {
            "TLP:WHITE" => found("`TLP:WHITE` is TLP 1".to_owned()).hint("write TLP:CLEAR"),
            other => found(format!("`{other}` is no marking of TLP 2.0"))
                .meant(nearest_word(other, Marking::words()), || format!("write {}", list(&Marking::words()))),
        });
    }
    Word { text: text.value, value, span: text.span }
}

/// A likelihood word of the briefing's yardstick.
fn likelihood(reader: &mut Reader, fields: &mut Fields<'_>, yardstick: Option<Yardstick>) -> Option<Word<Likelihood>> {
    let text = fields.text(reader, "likelihood")?;
    let value = match yardstick {
        Some(yardstick) => Likelihood::on(yardstick, &text.value),
        None => Yardstick::all().iter().find_map(|yardstick| Likelihood::on(*yardstick, &text.value)),
    };
    if let (None, Some(yardstick)) = (value, yardstick) {
        let other = if yardstick == Yardstick::Icd203 { Yardstick::Phia } else { Yardstick::Icd203 };
        let words: Vec<&str> =
            yardstick.terms().flat_map(|term| std::iter::once(term.word()).chain(term.synonyms().iter().copied())).collect();
        let message = if Likelihood::on(other, &text.value).is_some() {
            format!("`{}` is {}'s, the yardstick is {}", text.value, other.name(), yardstick.name())
        } else {
            format!("`{}` is no likelihood term of {}", text.value, yardstick.name())
        };
        let terms: Vec<&str> = yardstick.terms().map(Likelihood::word).collect();
        let finding = Finding::new("judgement/off-scale", fields.id(), text.span, message);
        reader.report(finding.meant(nearest_word(&text.value, words), || format!("write {}", list(&terms))));
    }
    Some(Word { text: text.value, value, span: text.span })
}

/// Words as a choice: "low, moderate or high".
fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [word] => (*word).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A date word.
fn date(reader: &mut Reader, id: &str, text: Text) -> Word<Date> {
    let value = Date::parse(&text.value);
    if value.is_none() {
        let message = format!("`{}` is no date", text.value);
        let hint = "write a day, month or year of EDTF level 1: 2025-01-17, 2025-01, 2025, 2025-01~";
        reader.report(Finding::new("event/bad-date", id, text.span, message).hint(hint));
    }
    Word { text: text.value, value, span: text.span }
}

/// Reports that an item has no text under any of its kinds, unless it has, under a word that could not be read.
fn says_nothing<K: Vocabulary>(reader: &mut Reader, fields: &Fields<'_>, head: &Head, what: &str) {
    if reader.complete && !fields.has_unknown() {
        let kinds: Vec<String> = K::words().iter().map(|word| format!("`{word}`")).collect();
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        let message = format!("`{}` says nothing", head.id.value);
        let hint = format!("write {what} under {}", list(&kinds));
        reader.report(Finding::new("yaml/wrong-type", &head.id, head.id.span, message).hint(hint));
    }
}

/// The key under which a text of several kinds stands: `fact`, `visit`, `baseline`.
fn kind<K: Vocabulary>(reader: &mut Reader, fields: &mut Fields<'_>) -> (Option<K>, Option<Text>) {
    let mut found: Vec<(Span, K, Text)> = Vec::new();
    for kind in K::all() {
        if let Some((key, value)) = fields.take(kind.word()) {
            found.extend(reader.text(value, fields.id(), kind.word()).map(|text| (key, *kind, text)));
        }
    }
    found.sort_by_key(|(key, ..)| *key);
    let mut found = found.into_iter();
    let Some((first, kind, text)) = found.next() else { return (None, None) };
    for (key, other, _) in found {
        let message = format!("both `{}` and `{}`; an item has one kind", kind.word(), other.word());
        let finding = Finding::new("yaml/wrong-type", fields.id(), key, message).label(first, "the first one");
        reader.report(finding.hint("keep one, or make two items of it"));
    }
    (Some(kind), Some(text))
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
            "event/bad-date J1: `Jan 2025` is no date [write a day, month or year of EDTF level 1: 2025-01-17, 2025-01, 2025, 2025-01~]",
            "yaml/wrong-type J1: `claims` is text; expected a list [write [C1]]",
        ] {
            assert!(found.iter().any(|line| line == expected), "{expected}\nnot in\n{}", found.join("\n"));
        }
        assert_eq!(found.len(), 10);
    }

    #[test]
    fn blank_values_read_as_absent() {
        let (briefing, findings) = parse(Tree::read("briefing: x\ntitle:\nsources: ~\njudgements:\n  J1:\n    claims:\n"), "stem");
        assert_eq!(findings, []);
        assert!(briefing.title.is_none());
        assert_eq!(briefing.judgements.len(), 1);
    }

    #[test]
    fn a_file_without_an_id_takes_the_name_of_its_file() {
        assert_eq!(parse(Tree::read("title: t"), "stem").0.id, "stem");
        assert_eq!(findings("briefing: help").len(), 1);
    }
}
