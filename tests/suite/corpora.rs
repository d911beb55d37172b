//! The corpora: good briefings have no finding, bad ones exactly those that their comments show with carets.

use crate::support::{Scratch, files, project};
use bluf::library::{self, HeldBriefing};
use bluf::text::lines::Lines;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// `LINE:COLUMN-END_LINE:END_COLUMN rule`, all counted as findings count.
fn found(entry: &HeldBriefing) -> BTreeSet<String> {
    let lines = Lines::new(&entry.file);
    let show = |finding: &bluf::briefing::Finding| {
        let (start, end) = (lines.position(finding.span.start), lines.position(finding.span.end));
        format!("{}:{}-{}:{} {}", start.line, start.column, end.line, end.column, finding.rule)
    };
    entry.findings().iter().map(show).collect()
}

/// The findings that a file's comments ask for.
fn expected(path: &Path) -> BTreeSet<String> {
    let beside = path.with_extension("expect");
    if let Ok(text) = fs::read_to_string(beside) {
        return text.lines().map(|line| line.trim_start_matches("expect ").to_owned()).collect();
    }
    let text = String::from_utf8_lossy(&fs::read(path).expect("a file")).into_owned();
    let mut wanted = BTreeSet::new();
    let mut value_line = 0;
    for (at, line) in text.lines().enumerate() {
        let comment = line.trim_start();
        if let Some(rest) = comment.strip_prefix("# expect ") {
            wanted.insert(rest.to_owned());
        } else if let Some((carets, rule)) = comment
            .strip_prefix('#')
            .and_then(|rest| rest.trim_start().split_once(' '))
            .filter(|(carets, _)| !carets.is_empty() && carets.bytes().all(|byte| byte == b'^'))
        {
            let column = line.chars().position(|c| c == '^').expect("a caret") + 1;
            wanted.insert(format!("{value_line}:{column}-{value_line}:{} {rule}", column + carets.len()));
        } else {
            value_line = at + 1;
        }
    }
    wanted
}

/// An empty span is shown by one caret at its place.
fn same(found: &BTreeSet<String>, expected: &BTreeSet<String>) -> bool {
    let widened = |finding: &String| -> Option<String> {
        let (span, rule) = finding.split_once(' ')?;
        let (start, end) = span.split_once('-')?;
        let (line, column) = start.split_once(':')?;
        (start == end).then(|| format!("{start}-{line}:{} {rule}", column.parse::<usize>().unwrap_or(0) + 1))
    };
    found.len() == expected.len()
        && found.iter().all(|finding| expected.contains(finding) || widened(finding).is_some_and(|wide| expected.contains(&wide)))
}

#[test]
fn each_bad_file_has_its_finding_at_its_caret_and_no_other() {
    let mut wrong = Vec::new();
    for path in files("tests/bad") {
        let world = library::open(&path).expect("opens as its findings");
        let (found, expected) = (found(world.entries()[0]), expected(&path));
        assert!(!expected.is_empty(), "{} expects nothing", path.display());
        if !same(&found, &expected) {
            wrong.push(format!("{}\n   found {found:?}\nexpected {expected:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn good_files_have_no_finding() {
    let mut wrong = Vec::new();
    for path in files("tests/good") {
        let world = library::open(&path).expect("opens");
        let found = found(world.entries()[0]);
        if !found.is_empty() {
            wrong.push(format!("{}: {found:?}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_bad_file_has_a_good_twin() {
    for path in files("tests/bad") {
        let twin = project("tests/good").join(path.file_name().expect("a name"));
        assert!(twin.exists(), "{} has no twin", path.display());
    }
}

#[test]
fn each_rule_has_a_bad_file() {
    let all: BTreeSet<String> = files("tests/bad")
        .iter()
        .flat_map(|path| expected(path))
        .filter_map(|finding| Some(finding.split_once(' ')?.1.to_owned()))
        .collect();
    for rule in bluf::check::RULES {
        assert!(all.contains(rule.id), "no file of tests/bad breaks {}", rule.id);
    }
}

#[test]
fn the_desk_has_one_finding_a_judgement_that_changed_silently() {
    let world = crate::support::desk();
    let found: Vec<(&str, &str, &str)> = world
        .entries()
        .iter()
        .flat_map(|entry| entry.findings().iter().map(|finding| (entry.id.as_str(), finding.id.as_str(), finding.rule)))
        .collect();
    assert_eq!(found, [("strait-security", "J4", "judgement/silent-change")]);
}

/// An earlier edition is no briefing of the library. Where it is one, it too is sound.
#[test]
fn the_earlier_edition_of_the_desk_is_read_beside_it_and_has_no_finding() {
    let world = crate::support::desk();
    let ids: Vec<&str> = world.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["ostrel-ferries", "sal-harvest", "strait-security", "vellem-blackout"]);
    let later = world.entry("strait-security").expect("the briefing");
    assert!(matches!(&later.previous, Some(Ok(previous)) if !previous.judgements.is_empty()));

    let scratch = Scratch::new("earlier");
    for folder in ["earlier", "seeds"] {
        for file in fs::read_dir(project("tests/desk").join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let to = if folder == "earlier" { format!("briefings/{name}") } else { format!("seeds/{name}") };
            scratch.write(&to, fs::read(&path).expect("its bytes"));
        }
    }
    let earlier = library::open(&scratch.0).expect("opens");
    assert_eq!(earlier.entries().len(), 1);
    assert_eq!(earlier.entries()[0].findings(), []);
}
