//! Where a source stands, and how its entry gets into a briefing.

use super::{Added, add, add_piped, field};
use crate::support::{Scratch, program};
use std::fs;
use std::io::Write;
use std::process::Stdio;

const STRIKE: &str = "On Monday the dockers voted to stop work.\n\nShips wait.\n";
const GRADED: [&str; 4] = ["--reliability", "C", "--descriptor", "A local paper: it was there."];

fn hash(bytes: &[u8]) -> String {
    bluf::briefing::Digest::of_bytes(bytes).to_string()
}

#[test]
fn n23_the_original_stands_beside_the_text_and_both_are_hashed() {
    let scratch = Scratch::with_port("intake-beside");
    let (output, said) = add(
        &scratch,
        "The Strike.txt",
        STRIKE,
        &["--title", "The strike: \"a\" day", "--url", "https://example.com/a", "--retrieved", "2026-11-20"],
    );
    assert_eq!(output.status.code(), Some(0), "{said}");
    let entry = String::from_utf8(output.stdout).expect("UTF-8");
    assert_eq!(field(&entry, "file"), Some("seeds/the-strike.txt"));
    let text = fs::read(scratch.0.join("seeds/the-strike.txt")).expect("the text");
    assert_eq!(field(&entry, "sha256"), Some(hash(&text).as_str()));
    assert_eq!(fs::read(scratch.0.join("seeds/originals/the-strike.txt")).expect("the original"), STRIKE.as_bytes());
    let record = fs::read_to_string(scratch.0.join("seeds/originals/the-strike.json")).expect("the record");
    let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
    assert_eq!(record["original"]["sha256"], hash(STRIKE.as_bytes()).as_str());
    assert_eq!(record["text"]["sha256"], hash(&text).as_str());
    assert!(record["read_by"].as_str().is_some_and(|reader| reader.starts_with("bluf ")));
    assert!(entry.starts_with("  THE:\n    title: "), "{entry}");
    assert!(entry.contains("value: https://example.com/a") && entry.contains("date: 2026-11-20"), "{entry}");
}

#[test]
fn n23_a_name_that_is_taken_is_never_overwritten() {
    let scratch = Scratch::with_port("intake-taken");
    let before = fs::read(scratch.0.join("seeds/port.txt")).expect("the source");
    let (output, said) = add(&scratch, "port.txt", STRIKE, &[]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(field(&String::from_utf8_lossy(&output.stdout), "file"), Some("seeds/port-2.txt"));
    assert_eq!(fs::read(scratch.0.join("seeds/port.txt")).expect("the source"), before);
    // The same bytes under another name are there.
    let (output, said) = add(&scratch, "copy.txt", STRIKE, &[]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("seeds/port-2.txt is there already"), "{said}");
    assert_eq!(field(&String::from_utf8_lossy(&output.stdout), "file"), Some("seeds/port-2.txt"));
    let (output, _) = add(&scratch, "port.txt", "Another text.\n", &[]);
    assert_eq!(field(&String::from_utf8_lossy(&output.stdout), "file"), Some("seeds/port-3.txt"));
    let names = fs::read_dir(scratch.0.join("seeds/originals")).expect("the originals").count();
    assert_eq!(names, 4, "two originals, each with its record, and nothing half");
}

#[test]
fn n23_who_adds_under_the_same_name_at_the_same_time_loses_no_text() {
    let endings = ["txt", "text", "md", "markdown", "eml"];
    let words = |ending: &str| format!("The port said {ending} on Monday.\n");
    for round in 0..5 {
        let scratch = Scratch::with_port(&format!("intake-together-{round}"));
        let start = |ending: &&str| {
            let head = if *ending == "eml" { "From: a@b.example\nTo: c@d.example\nSubject: x\n\n" } else { "" };
            let document = scratch.write(&format!("inbox/{ending}/words.{ending}"), head.to_owned() + &words(ending));
            let mut bluf = program();
            bluf.arg("--library").arg(&scratch.0).arg("add").arg(document).stdout(Stdio::null()).stderr(Stdio::null());
            bluf.spawn().expect("it starts")
        };
        let started: Vec<_> = endings.iter().map(start).collect();
        for mut program in started {
            assert!(program.wait().expect("it ends").success());
        }
        let texts = fs::read_dir(scratch.0.join("seeds")).expect("a folder").filter_map(|entry| {
            let path = entry.expect("an entry").path();
            path.is_file().then(|| fs::read_to_string(path).expect("a text"))
        });
        let texts: Vec<String> = texts.collect();
        for ending in endings {
            assert!(texts.contains(&words(ending)), "{ending}: {texts:?}");
        }
    }
}

#[test]
fn n23_the_entry_goes_into_the_briefing_and_all_else_in_it_stays() {
    let scratch = Scratch::with_port("intake-to");
    let path = scratch.0.join("briefings/port.yaml");
    let before = fs::read_to_string(&path).expect("the briefing");
    let flags = [&["--to", "port", "--date", "2026-11-03"][..], &GRADED].concat();
    let (output, said) = add(&scratch, "art.txt", STRIKE, &flags);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(output.stdout, b"", "the entry is in the briefing");
    let after = fs::read_to_string(&path).expect("the briefing");
    let (start, end) = (after.find("  ART2:\n").expect("the entry"), after.find("sections:").expect("the sections"));
    assert!(after[start..end].contains("descriptor: 'A local paper: it was there.'"), "{}", &after[start..end]);
    // Passages that needed to name no source name the one that was there; that is all.
    let named = |words: &str| before_named(&before, words);
    assert_eq!(format!("{}{}", &after[..start], &after[end..]), named("ART"));
    // What the check says of the text is nothing; that no claim quotes it yet is true.
    let output =
        program().arg("check").arg(&scratch.0).args(["--rule", "source", "--rule", "yaml", "--rule", "id"]).output().expect("it runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    for line in printed.lines().filter(|line| line.contains("[source/") && line.contains("ART2")) {
        assert!(line.contains("source/unused") || line.contains("source/coverage"), "{printed}");
    }
    // Added again, it is there.
    let (output, said) = add(&scratch, "art.txt", STRIKE, &flags);
    assert_eq!(output.status.code(), Some(0));
    assert!(said.contains("has it already, as ART2"), "{said}");
    assert_eq!(fs::read_to_string(&path).expect("the briefing"), after);
}

/// The briefing with each quote of its claims under the id of a source.
fn before_named(before: &str, id: &str) -> String {
    let line = |line: &str| match line.strip_prefix("      quote: ") {
        Some(words) => format!("      quote: {{{id}: {words}}}\n"),
        None => format!("{line}\n"),
    };
    before.lines().map(line).collect()
}

#[test]
fn n23_a_second_source_leaves_every_passage_with_the_first() {
    let scratch = Scratch::new("intake-second");
    let text: String = (1..=300)
        .map(|at| format!("Ship {at} waits. It may wait. On day {at} it \"left\": nobody knows.\n\n"))
        .collect::<Vec<_>>()
        .concat();
    scratch.write("strike.txt", &text);
    let run = |arguments: &[&str]| program().args(arguments).current_dir(&scratch.0).stdin(Stdio::null()).output().expect("it runs");
    assert!(run(&["new", "port", "--source", "strike.txt"]).status.success());
    let path = scratch.0.join("port/briefings/port.yaml");
    let quoting = "\nsections:\n  sea:\n    C1:\n      fact: Ship 1 waits.\n      quote:\n        - Ship 1 waits. # twice\n        - {exact: It may wait., prefix: Ship 1 waits.}\n";
    let before = fs::read_to_string(&path).expect("the briefing") + quoting;
    scratch.write("port/briefings/port.yaml", &before);
    scratch.write("note.txt", "Nobody came.\n");
    let added = run(&["--library", "port", "add", "note.txt", "--to", "port"]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let after = fs::read_to_string(&path).expect("the briefing");
    assert!(after.contains("      quote:\n        STRIKE:\n          - Ship 1 waits. # twice\n"), "{}", &after[after.len() - 300..]);
    let held = &bluf::library::open(&scratch.0.join("port")).expect("a library").entries()[0].clone();
    assert_eq!((held.resolved.briefing.sources.len(), held.resolved.briefing.candidates.len()), (2, 600));
    let lost: Vec<_> = held.findings().iter().filter(|finding| finding.rule.starts_with("quote/")).collect();
    assert!(lost.is_empty(), "{:?}", &lost[..2]);
}

#[test]
fn n23_bytes_that_stand_among_the_seeds_are_not_put_there_again() {
    let scratch = Scratch::with_port("intake-there");
    let bytes = fs::read(scratch.0.join("seeds/port.txt")).expect("the source");
    scratch.write("seeds/2026/other.txt", "Another text stands here.\n");
    for (name, bytes, file, by) in [
        ("copy.txt", bytes, "seeds/port.txt", "it is ART of port"),
        ("elsewhere.txt", b"Another text stands here.\n".to_vec(), "seeds/2026/other.txt", "no briefing names it"),
    ] {
        let (output, said) = add(&scratch, name, bytes, &[]);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains(&format!("{file} is there already")) && said.contains(by), "{said}");
        assert_eq!(field(&String::from_utf8_lossy(&output.stdout), "file"), Some(file));
    }
    let names: Vec<_> = fs::read_dir(scratch.0.join("seeds")).expect("the seeds").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!(fs::read_dir(scratch.0.join("seeds/originals")).expect("the originals").count(), 0);
}

#[test]
fn n23_a_briefing_is_named_by_its_id_or_its_file_whatever_that_is_called() {
    let scratch = Scratch::with_port("intake-called");
    let (port, other) = (scratch.0.join("briefings/port.yaml"), scratch.0.join("briefings/harbour.yaml"));
    fs::rename(&port, &other).expect("renamed");
    // Another one has the name of its file.
    scratch.write("briefings/port.yaml", fs::read_to_string(&other).expect("read").replace("briefing: port", "briefing: vell"));
    let has = |path: &std::path::Path, words: &str| fs::read_to_string(path).expect("the briefing").contains(words);
    let (_, said) = add(&scratch, "art.txt", STRIKE, &[&["--to", "port"][..], &GRADED].concat());
    assert!(has(&other, "seeds/art.txt") && !has(&port, "seeds/art.txt"), "{said}");
    for (name, to) in [("sea.txt", "briefings/port.yaml".to_owned()), ("bay.txt", port.display().to_string())] {
        let (_, said) = add(&scratch, name, format!("{name} is here.\n"), &[&["--to", &to][..], &GRADED].concat());
        assert!(has(&port, name) && !has(&other, name), "{said}");
    }
    let (output, said) = add(&scratch, "no.txt", "No words.\n", &["--to", "harbour"]);
    assert_eq!(output.status.code(), Some(2), "{said}");
}

/// The document is read behind the briefing: once its first bytes are taken, that has been read.
fn add_while(scratch: &Scratch, flags: &[&str], meanwhile: impl FnOnce()) -> (Option<i32>, String) {
    let mut command = program();
    command.arg("--library").arg(&scratch.0).args(["add", "-", "--to", "port", "--name", "long"]).args(flags);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("its input");
    // More than a pipe holds.
    input.write_all("The dockers voted to stop work.\n".repeat(100_000).as_bytes()).expect("it reads");
    meanwhile();
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn n23_what_another_program_does_to_a_briefing_meanwhile_stays() {
    let another = |id: &str| format!("  {id}:\n    title: Another\n    url: https://example.com/another\nsections:");
    let meanwhile = |name: &str, flags: &[&str], id: &str| {
        let scratch = Scratch::with_port(name);
        let path = scratch.0.join("briefings/port.yaml");
        let changed = fs::read_to_string(&path).expect("the briefing").replace("sections:", &another(id));
        let (code, said) = add_while(&scratch, &[flags, &GRADED].concat(), || fs::write(&path, &changed).expect("written"));
        (code, said, changed, fs::read_to_string(&path).expect("the briefing"))
    };
    let (code, said, changed, after) = meanwhile("intake-meanwhile", &[], "LONG");
    assert_eq!(code, Some(0), "{said}");
    assert!(after.contains("title: Another") && after.contains("  LONG2:\n") && after.len() > changed.len(), "{after}");
    // Where it cannot be put as it was said, the entry is shown.
    let (code, said, changed, after) = meanwhile("intake-meanwhile-refused", &["--id", "BAY"], "BAY");
    assert_eq!((code, after), (Some(2), changed), "{said}");
    assert!(said.contains("is there already") && said.contains("file: seeds/long.txt"), "{said}");
}

#[test]
fn n23_where_it_cannot_be_added_nothing_is_left() {
    let scratch = Scratch::with_port("intake-refused");
    let refused = |flags: &[&str], words: &str| {
        let (output, said) = add(&scratch, "art.txt", STRIKE, flags);
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
        assert!(said.contains(words), "{flags:?}: {said}");
        assert!(!scratch.0.join("seeds/art.txt").exists(), "{flags:?}");
    };
    refused(&["--to", "prot"], "did you mean `port`?");
    refused(&["--date", "3/11/2026"], "expected a day, a month or a year");
    refused(&["--url", "example.com"], "http://");
    refused(&["--reliability", "G"], "possible values");
    refused(&["--retrieved", "2026-11-03"], "--url");
    refused(&["--id", "C1"], "no id for a source");
    refused(&["--name", "//"], "no name for a file");
}

#[test]
fn n23_restricted_mode_adds_nothing() {
    let scratch = Scratch::with_port("intake-restricted");
    let document = scratch.write("inbox/art.txt", STRIKE);
    let output =
        program().arg("--library").arg(&scratch.0).arg("add").arg(document).env("BLUF_RESTRICTED", "on").output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("restricted mode"));
    assert!(!scratch.0.join("seeds/art.txt").exists());
}

#[test]
fn n23_standard_input_is_a_document_and_no_library_is_said() {
    let scratch = Scratch::with_port("intake-piped");
    let (output, said) = add_piped(&scratch, STRIKE.as_bytes(), &["--title", "Dockers vote"]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(field(&String::from_utf8_lossy(&output.stdout), "file"), Some("seeds/dockers-vote.txt"));
    let missing = scratch.0.join("missing/desk");
    let output = program().arg("--library").arg(&missing).args(["add", "-"]).stdin(Stdio::null()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no library at"));
    let output = program().args(["add", "-"]).stdin(Stdio::null()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--library"));
}

#[test]
fn n23_the_name_of_an_original_that_lies_is_mended() {
    let added = Added::of("article.pdf", STRIKE);
    assert!(added.said.contains("is plain text, whatever its name says"), "{}", added.said);
    assert!(added.said.contains("seeds/originals/article.txt"), "{}", added.said);
}

/// The record of an original names what read it, in the version that is built in.
#[test]
fn n23_readers_are_recorded_in_their_versions() {
    let lock = fs::read_to_string(crate::support::project("Cargo.lock")).expect("Cargo.lock");
    let mut named = 0;
    for file in crate::house::files::files("src").iter().filter(|file| file.name.starts_with("src/intake/")) {
        for reader in file.text.lines().filter_map(|line| line.split_once("const READER: &str = \"")?.1.split('"').next()) {
            for (name, version) in reader.split(" and ").filter_map(|one| one.split_once(' ')) {
                assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")), "{reader} is not in Cargo.lock");
                named += 1;
            }
        }
    }
    assert!(named >= 5, "{named}");
}
