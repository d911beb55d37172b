//! What is handed on: the command, what it refuses, what a limit leaves out; and the list of formats in the reader.

mod files;
mod limit;
mod options;
mod readers;

use crate::support::{Reader, Scratch, program, project};
use bluf::export::FORMATS;
use bluf::settings::{Setting, Settings};
use bluf::tui::model::Effect;
use std::path::Path;
use std::process::Output;

fn export(library: &Path, arguments: &[&str]) -> Output {
    program().current_dir(library).args(["export", "--library", "."]).args(arguments).output().expect("it runs")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn e22_an_export_is_written_whole_and_over_no_file_unless_that_is_meant() {
    let scratch = Scratch::with_port("export-file");
    let first = export(&scratch.0, &["port#J1", "-o", "j1.txt"]);
    assert!(first.status.success(), "{}", err(&first));
    assert!(err(&first).starts_with("bluf: wrote j1.txt (") && err(&first).ends_with(", TLP:CLEAR)\n"), "{}", err(&first));
    let written = std::fs::read_to_string(scratch.0.join("j1.txt")).expect("written");
    assert!(written.starts_with("TLP:CLEAR\nport#J1 ·") && written.ends_with("TLP:CLEAR\n"), "{written}");
    // Others may read it, as any new file.
    let mode = |name: &str| std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(scratch.0.join(name)).expect("there").permissions());
    assert_eq!(mode("j1.txt"), mode("briefings/port.yaml"));
    assert!(!export(&scratch.0, &["port#J1", "-o", "nowhere/j1.txt"]).status.success(), "no folder is made");
    let again = export(&scratch.0, &["port#J2", "-o", "j1.txt"]);
    assert_eq!((again.status.code(), err(&again)), (Some(2), "bluf: j1.txt is there already; `--force` writes over it\n".to_owned()));
    assert_eq!(std::fs::read_to_string(scratch.0.join("j1.txt")).expect("there"), written);
    assert!(export(&scratch.0, &["port#J1", "-o", "j1.txt", "--force"]).status.success());
    assert_eq!(std::fs::read_to_string(scratch.0.join("j1.txt")).expect("there"), written, "the same input gives the same bytes");
    assert_eq!(export(&scratch.0, &["port#J1", "--to", "text", "-o", "-"]).stdout, written.as_bytes());
    let untold = export(&scratch.0, &["port#J1", "-o", "j1.odt"]);
    assert!(
        untold.status.code() == Some(2) && err(&untold).contains("in which format? No format's files end in `.odt`; say `--to`"),
        "{}",
        err(&untold)
    );
    assert!(!scratch.0.join("j1.odt").exists());
}

#[test]
fn e22_a_briefing_with_errors_is_handed_on_only_when_that_is_meant() {
    let scratch = Scratch::with_port("export-broken");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replace("voted to stop work on Fridays", "voted to stop work on Sundays")).expect("written");
    let refused = export(&scratch.0, &["port", "--to", "text", "-o", "port.txt"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(err(&refused).contains("not exported: 1 error in") && err(&refused).contains("`--anyway`"), "{}", err(&refused));
    assert!(!scratch.0.join("port.txt").exists());
    assert!(export(&scratch.0, &["port", "--to", "text", "--anyway"]).status.success());
}

/// A briefing of the community, in which two items and a source are for fewer: neither their words nor what stands on them
/// alone is in any format.
const MARKED: &str = "briefing: x
title: X
marking: TLP:AMBER
date: 2030-07-01
yardstick: icd203
change: initial
question: Does the gate stay shut?
bottom_line: The gate likely stays shut [J1].
sources:
  ART: {title: Open paper, file: seeds/s.txt, reliability: B, descriptor: D, marking: TLP:GREEN}
  TWO: {title: Secretpaper, file: seeds/t.txt, reliability: C, descriptor: D}
sections:
  s:
    C1: {fact: The gate is shut, quote: {ART: One.}, credibility: 2, marking: TLP:GREEN}
    C2: {fact: Secretclaim, quote: {TWO: Secretquote.}, credibility: 2, marking: TLP:GREEN}
    C3: {fact: Secretfact, quote: {ART: Three.}, credibility: 2, marking: TLP:RED}
judgements:
  J1: {section: s, text: The gate stays shut, by: 2031-01, likelihood: likely, confidence: low, because: 'It is shut [C1].', claims: [C1, C2], marking: TLP:GREEN}
  J2: {section: s, text: Secretjudgement, by: 2031-01, likelihood: likely, confidence: low, because: 'So it is [C3].', claims: [C3]}
alternatives:
  H1: {to: J2, text: Secretreading, likelihood: unlikely, for: [C1], marking: TLP:GREEN}
";

#[test]
fn e22_a_limit_leaves_out_what_is_above_it_and_says_what_went_with_it() {
    let scratch = Scratch::new("export-limit");
    scratch.write("seeds/s.txt", "One. Two. Three.\n");
    scratch.write("seeds/t.txt", "Secretquote.\n");
    scratch.write("briefings/x.yaml", MARKED);
    for format in FORMATS.iter().filter(|format| format.handed.is_some()) {
        let output = export(&scratch.0, &["x", "--to", format.name, "--max-marking", "TLP:GREEN", "--anyway"]);
        assert!(output.status.success(), "{}: {}", format.name, err(&output));
        assert!(
            err(&output).contains("as above TLP:GREEN: 5 items, TWO, C2, C3, J2, H1; links that went with them: H1 to C1, J1 to C2"),
            "{}",
            err(&output)
        );
        assert!(err(&output).contains("title, question and bottom line have no marking of their own"));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(!text.contains("Secret") && !text.contains("AMBER") && !text.contains("TLP:RED"), "{}: {text}", format.name);
    }
    let text =
        String::from_utf8(export(&scratch.0, &["x", "--to", "text", "--max-marking", "TLP:GREEN", "--anyway"]).stdout).expect("text");
    assert!(text.starts_with("TLP:GREEN\n") && text.contains("The gate stays shut"), "{text}");
    let refused = |bottom_line: &str, limit: &str| {
        scratch.write("briefings/x.yaml", MARKED.replace("The gate likely stays shut [J1].", bottom_line));
        let output = export(&scratch.0, &["x", "--to", "text", "--max-marking", limit, "--anyway"]);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{}", err(&output));
        err(&output)
    };
    assert!(refused("Nobody passes [J2].", "TLP:GREEN").contains("`bottom_line` rests on J2, which is above the limit"));
    assert!(refused("Nobody passes.", "TLP:GREEN").contains("names no judgement, so it is marked as the briefing, TLP:AMBER"));
    let misspelt = export(&scratch.0, &["x", "--to", "text", "--max-marking", "tlp:gren"]);
    assert!(err(&misspelt).contains("no marking is called so; did you mean `TLP:GREEN`?"), "{}", err(&misspelt));
    assert!(refused("The gate likely stays shut [J1].", "SECRET").contains("it is marked by the words of TLP 2.0"));
    let gone = export(&scratch.0, &["x#J2", "--to", "text", "--max-marking", "TLP:GREEN", "--anyway"]);
    assert!(gone.status.code() == Some(2) && err(&gone).contains("`x#J2` itself is above TLP:GREEN"), "{}", err(&gone));
}

#[test]
fn e22_the_readers_own_notes_are_handed_on_only_when_that_is_meant() {
    let scratch = Scratch::with_port("export-notes");
    scratch.write("own/port.md", "# Notes on port\n\n## Note on port#C1, 2026-11-20\n\n> The dockers voted to stop work.\n\nAsk Anna.\n");
    for (flags, has) in [(&["--notes"][..], true), (&[], false)] {
        let mut command = program();
        command.current_dir(&scratch.0).env("BLUF_NOTES", "own").args(["export", "--library", ".", "port#C1", "--to", "text"]);
        let output = command.args(flags).output().expect("it runs");
        assert!(output.status.success(), "{}", err(&output));
        assert_eq!(String::from_utf8_lossy(&output.stdout).contains("Ask Anna."), has, "{flags:?}");
    }
}

#[test]
fn e22_a_key_lists_the_formats_for_what_the_cursor_is_on_and_enter_writes_one() {
    let mut reader = Reader::begin();
    let effects = reader.effects("w");
    let [Effect::Measure(places)] = &effects[..] else { panic!("{effects:?}") };
    let places: Vec<String> = places.iter().map(ToString::to_string).collect();
    assert_eq!(places, ["russia-iran-treaty#J1", "russia-iran-treaty"]);
    reader.is_at("formats:russia-iran-treaty#J1").shows("text").shows("THE WHOLE BRIEFING");
    let sizes = reader.model.sizes().expect("a list of formats");
    sizes.measure(reader.model.world(), &["russia-iran-treaty#J1".parse().expect("an address")], &|| ());
    reader.model.update(&bluf::tui::model::Message::Measured);
    reader.resize(120, 40);
    reader.shows("kB");
    let first = FORMATS.iter().find(|format| format.handed.is_some()).expect("a format");
    match &reader.effects("Enter")[..] {
        [Effect::WriteFile { name, bytes }] => {
            assert_eq!(*name, format!("russia-iran-treaty-J1.{}", first.ending));
            assert!(!bytes.is_empty());
        }
        other => panic!("{other:?}"),
    }
    reader.press("Esc").is_at("russia-iran-treaty");
}

#[test]
fn e24_a_memo_from_the_reader_is_addressed_as_the_configuration_says() {
    let mut reader = Reader::begin();
    let settings = Settings::default().with(Setting::MemoTo, "The board").with(Setting::MemoFrom, "The desk");
    reader.model = reader.model.with_settings(settings);
    reader.press("w");
    let at = FORMATS.iter().filter(|format| format.handed.is_some()).position(|format| format.name == "memo").expect("a memo");
    reader.press(&"Down ".repeat(at));
    match &reader.effects("Enter")[..] {
        [Effect::WriteFile { name, bytes }] => {
            let text = String::from_utf8_lossy(bytes);
            assert!(name.ends_with(".memo.txt") && text.contains("To: The board\nFrom: The desk\n"), "{name}: {text}");
        }
        other => panic!("{other:?}"),
    }
}

/// A briefing in Chinese, in every format: its words are there, and the same again.
#[test]
fn e22_a_briefing_in_chinese_is_handed_on_in_every_format() {
    let library = project("tests/world");
    for format in FORMATS.iter().filter(|format| format.handed.is_some()) {
        let output = export(&library, &["qinghe-ferry", "--to", format.name]);
        assert!(output.status.success() && !output.stdout.is_empty(), "{}: {}", format.name, err(&output));
        assert_eq!(output.stdout, export(&library, &["qinghe-ferry", "--to", format.name]).stdout, "{}", format.name);
        if let Ok(text) = String::from_utf8(output.stdout) {
            let words = if format.name == "csl" { "夜班船" } else { "青禾渡口的夜班船" };
            assert!(text.contains(words), "{}: {text}", format.name);
        }
    }
}

/// Nobody writes every format of a briefing for a list that nobody looks at; and what has changed is measured again.
#[test]
fn e22_sizes_are_found_out_as_long_as_they_are_looked_at_and_again_after_a_change() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    let scratch = Scratch::with_port("sizes");
    let world = || bluf::library::open(&scratch.0).expect("opens");
    let mut reader = Reader::open(std::sync::Arc::new(crate::support::guided(world())), Some("port"), 120, 40);
    let measured = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::Measure(_)));
    assert!(measured(&reader.effects("w")));
    let (sizes, shared) = (reader.model.sizes().expect("a list of formats"), reader.model.shared_world());
    let told = AtomicUsize::new(0);
    let places = ["port".parse().expect("an address")];
    let message = bluf::tui::model::Message::Reread(shared.library.clone());
    assert!(!measured(&reader.model.update(&message)), "nothing has changed");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replace("Fridays", "Saturdays")).expect("written");
    let message = bluf::tui::model::Message::Reread(world());
    assert!(measured(&reader.model.update(&message)), "a change is measured again");
    sizes.measure(&shared, &places, &|| _ = told.fetch_add(1, Ordering::Relaxed));
    assert_eq!(told.load(Ordering::Relaxed), 0, "and not what was before it");
    let sizes = reader.model.sizes().expect("a list of formats");
    reader.press("Backspace");
    sizes.measure(&shared, &places, &|| _ = told.fetch_add(1, Ordering::Relaxed));
    assert_eq!((told.load(Ordering::Relaxed), reader.model.sizes().is_none()), (0, true), "nor what is not looked at");
}

#[test]
fn e22_the_readme_lists_the_formats_of_the_table() {
    let mut table = "| format | its files | also of | what it is |\n|---|---|---|---|\n".to_owned();
    for row in FORMATS.iter().filter(|format| format.handed.is_some()) {
        let forms = FORMATS.iter().filter(|format| format.forms.is_some_and(|fits| fits(row))).map(|format| format.name);
        table += &format!("| `{}` | `.{}` | {} | {} |\n", row.name, row.ending, forms.collect::<Vec<_>>().join(", "), row.help);
    }
    let path = project("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README");
    let from = readme.find("| format | its files |").expect("the table");
    let to = from + readme[from..].find("\n\n").expect("its end") + 1;
    if std::env::var_os("BLUF_BLESS").is_some() {
        std::fs::write(path, format!("{}{table}{}", &readme[..from], &readme[to..])).expect("written");
    } else {
        assert!(readme[from..to] == table, "the table of formats in README.md is stale; run BLUF_BLESS=1 cargo test");
    }
}
