//! The house: rooms in order, crates where they belong, tables current.

use crate::support::project;
use bluf::briefing::Level;
use bluf::check::{RULES, find};
use bluf::keys::keymap::Keymap;
use bluf::library::embedded::FILES;
use bluf::tui::theme::palette::PARTS;
use bluf::tui::theme::{THEMES, Themes};
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The rooms, ground floor first, as `lib.rs` lists them.
fn rooms() -> Vec<String> {
    let lib = fs::read_to_string(project("src/lib.rs")).expect("lib.rs");
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

fn room_of(file: &Path) -> String {
    let inside = file.strip_prefix(project("src")).expect("in src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_room_uses_only_what_stands_above_it() {
    let rooms = rooms();
    assert_eq!(rooms.len(), 13);
    let mut wrong = Vec::new();
    for file in sources(&project("src")) {
        let room = room_of(&file);
        let Some(floor) = rooms.iter().position(|name| *name == room) else { continue };
        let text = fs::read_to_string(&file).expect("a source");
        for above in &rooms[floor + 1..] {
            if text.contains(&format!("crate::{above}::")) || text.contains(&format!("crate::{above};")) {
                wrong.push(format!("{} uses {above}", file.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn each_crate_is_named_only_in_its_rooms() {
    let allowed: [(&str, &[&str]); 19] = [
        ("ratatui", &["tui/layout.rs", "tui/theme", "tui/view", "tui/run"]),
        ("crossterm", &["tui/run", "cli/show.rs", "cli/linear.rs"]),
        ("clap", &["cli"]),
        ("clap_complete", &["cli"]),
        ("clap_mangen", &["cli/man.rs"]),
        ("nucleo_matcher", &["text/fuzzy.rs"]),
        ("serde_yaml", &["yaml/tree.rs"]),
        ("serde_json", &["cli/schema.rs", "export.rs", "export/findings", "export/notes", "own/state.rs"]),
        ("annotate_snippets", &["export/findings/drawing.rs"]),
        ("textwrap", &["text/wrap.rs"]),
        ("etcetera", &["own/files.rs"]),
        ("tempfile", &["own/files.rs", "own/state.rs", "library/store/folder/stamp.rs"]),
        ("notify", &["library/store/listen"]),
        ("sha2", &["briefing/pin.rs"]),
        ("rayon", &["library/briefings.rs", "library/renew.rs"]),
        ("shlex", &["tui/editor.rs", "tui/run/web_browser.rs"]),
        ("base64", &["tui/run/clipboard.rs"]),
        ("percent_encoding", &["text/web.rs"]),
        ("anyhow", &["library", "tui/run", "cli"]),
    ];
    let mut wrong = Vec::new();
    for file in sources(&project("src")) {
        let inside = file.strip_prefix(project("src")).expect("in src").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("a source");
        for (name, rooms) in allowed {
            let named = text.contains(&format!("use {name}::")) || text.contains(&format!(" {name}::"));
            if named && !rooms.iter().any(|room| inside.starts_with(room)) {
                wrong.push(format!("{inside} names {name}"));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

/// The functions of rules are handed their rows. Whatever else finds something names its rule, and makes it an error: where
/// that is read from a briefing, it must be a row of the table, and one of errors.
#[test]
fn a_finding_is_of_a_rule_of_the_table() {
    let mut wrong = Vec::new();
    let mut named = 0;
    for file in sources(&project("src")) {
        let room = room_of(&file);
        let text = fs::read_to_string(&file).expect("a source");
        for call in text.split("Finding::new(").skip(1) {
            let id = call.trim_start().strip_prefix('"').and_then(|rest| rest.split('"').next());
            let right = match id {
                None => file.ends_with("check/reporter.rs"),
                Some(id) if ["yaml", "briefing", "library"].contains(&room.as_str()) => {
                    find(id).is_some_and(|rule| rule.level == Level::Error)
                }
                Some(id) => {
                    let family = id.split('/').next();
                    room != "check"
                        && ["config", "theme"].map(Some).contains(&family)
                        && RULES.iter().all(|rule| Some(rule.family()) != family)
                }
            };
            if !right {
                wrong.push(format!("{} makes a finding of {id:?}", file.display()));
            }
            named += 1;
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(named > 50, "{named}");
}

/// What a command leaves behind at the top must not be committed with the rest.
#[test]
fn the_top_level_holds_what_it_should_and_nothing_else() {
    let known = [
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "assets",
        "benches",
        "briefings",
        "build.rs",
        "seeds",
        "src",
        "target",
        "tests",
    ];
    let names = fs::read_dir(project(".")).expect("the project").map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let strange: Vec<String> = names.filter(|name| !name.starts_with('.') && !known.contains(&name.as_str())).collect();
    assert_eq!(strange, [""; 0]);
}

#[test]
fn the_embedded_library_is_the_two_folders() {
    let mut on_disk = Vec::new();
    for folder in ["briefings", "seeds"] {
        for entry in fs::read_dir(project(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = format!("{folder}/{}", path.file_name().expect("a name").to_string_lossy());
            on_disk.push((name, fs::read_to_string(path).expect("text")));
        }
    }
    on_disk.sort();
    let embedded: Vec<(String, String)> = FILES.iter().map(|file| (file.path.to_owned(), file.text.to_owned())).collect();
    assert_eq!(embedded, on_disk);
}

#[test]
fn what_the_build_prepared_is_what_reading_the_files_gives() {
    let mut briefings = 0;
    for (path, _, file) in bluf::library::embedded::briefings() {
        let read = bluf::yaml::tree::Tree::read(&file.text);
        let prepared = file.prepared.expect("the build could read it");
        assert_eq!(prepared.root, read.root, "{path}");
        assert_eq!(read.findings, [], "{path}");
        briefings += 1;
    }
    assert!(briefings > 0);
    for file in FILES.iter().filter(|file| file.path.starts_with("seeds/")) {
        let prepared = bluf::library::embedded::source(file.path).expect("a source");
        assert_eq!(*prepared, bluf::briefing::SourceText::new(file.text.to_owned()), "{}", file.path);
    }
}

#[test]
fn the_readme_lists_the_keys_of_the_table() {
    let mut table = "| key | does | where |\n|---|---|---|\n".to_owned();
    for row in Keymap::default().rows() {
        table += &format!("| {} | {} | {} |\n", row.keys, row.help, row.scope);
    }
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    let current = readme.contains(&table);
    assert!(current, "the table of keys in README.md is stale; it should be\n{table}");
}

#[test]
fn the_readme_lists_the_themes_and_their_parts() {
    let mut table = "| theme | what it is |\n|---|---|\n".to_owned();
    for row in &THEMES {
        table += &format!("| `{}` | {} |\n", row.name, row.help);
    }
    let parts: Vec<&str> = PARTS.iter().map(|(_, name, _)| *name).collect();
    let (last, others) = parts.split_last().expect("parts");
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    for current in [table, format!("The parts are {} and {last}.", others.join(", "))] {
        assert!(readme.contains(&current), "README.md is stale; it should hold\n{current}");
    }
    let example = readme.split("```yaml\nbase").nth(1).and_then(|rest| rest.split("```").next()).expect("an example of a theme");
    let themes = Themes::new([("ours".to_owned(), format!("base{example}"))]);
    assert_eq!(themes.complaint(), None);
}

#[test]
fn the_example_of_the_readme_is_a_briefing_without_findings() {
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    let example = readme.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let scratch = crate::support::Scratch::new("readme");
    scratch.write("seeds/port-strike.txt", "On Monday the dockers of Sarn voted to stop work on Fridays. The port asked for talks.\n");
    let path = scratch.write("briefings/port-strike.yaml", example);
    let world = bluf::library::open(&path).expect("opens");
    assert_eq!(world.entries()[0].findings(), []);
    assert_eq!(world.entries()[0].resolved.basis(0).claims.len(), 1);
}
