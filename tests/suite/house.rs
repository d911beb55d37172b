//! The house: rooms in order, crates where they belong, tables current.

mod circles;
pub mod files;
mod modules;
mod sizes;

use crate::support::{Scratch, project};
use bluf::briefing::Level;
use bluf::check::{RULES, find};
use bluf::keys::keymap::Keymap;
use bluf::library::embedded::FILES;
use bluf::tui::theme::palette::PARTS;
use bluf::tui::theme::{THEMES, Themes};
use files::files;
use modules::{Modules, first_words};
use std::collections::BTreeSet;
use std::fs;

/// The rooms, ground floor first, as `lib.rs` lists them.
fn rooms() -> Vec<String> {
    let lib = fs::read_to_string(project("src/lib.rs")).expect("lib.rs");
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

/// The room that a file of `src/` is in, as a name in `lib.rs`.
fn room_of(file: &str) -> &str {
    file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default()
}

#[test]
fn a_room_uses_only_what_stands_above_it() {
    let rooms = rooms();
    let graph = Modules::read(&files("src")).graph();
    let floors: BTreeSet<&str> = graph.keys().map(|file| room_of(file)).filter(|room| *room != "lib").collect();
    assert_eq!(floors, rooms.iter().map(String::as_str).collect(), "every room has its place in lib.rs");
    let floor = |file: &str| rooms.iter().position(|room| room == room_of(file));
    let uses = graph.iter().flat_map(|(file, used)| used.iter().map(move |other| (file, other)));
    let wrong = uses.filter(|(file, other)| floor(file) < floor(other) && room_of(file) != "lib");
    assert_eq!(wrong.map(|(file, other)| format!("{file} uses {other}")).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_room_has_a_sentence_above_it() {
    let lib = fs::read_to_string(project("src/lib.rs")).expect("lib.rs");
    let lines: Vec<&str> = lib.lines().collect();
    let is_told = |line: &str| line.starts_with("//") && !line.starts_with("//!") && line.ends_with('.');
    let rooms = lines.windows(2).filter(|pair| pair[1].starts_with("pub mod "));
    let silent: Vec<&str> = rooms.filter(|pair| !is_told(pair[0])).map(|pair| pair[1]).collect();
    assert_eq!(silent, [""; 0]);
}

/// What something is, a type says: a compiler misses no branch of it, and a new name for it is written once. Words of the
/// environment are not ours to type.
#[test]
fn no_text_is_compared_with_to_learn_what_something_is() {
    let is_word = |word: &str| word.contains(char::is_alphabetic) && word.chars().all(|letter| letter.is_lowercase() || letter == '-');
    let compares = |line: &str| {
        let compared = ["== \"", "!= \""].iter().flat_map(|sign| line.split(sign).skip(1)).filter_map(|rest| rest.split('"').next());
        compared.filter(|word| word.len() > 1).any(is_word) && !line.contains("env::")
    };
    let takes_apart = |line: &str| ["split", "starts_with", "as_str"].iter().any(|method| line.contains(&format!(".key.{method}(")));
    let mut wrong = Vec::new();
    for file in files("src").iter().filter(|file| ["page", "export", "linear", "tui"].contains(&room_of(&file.name))) {
        // The text has the literals; the code is blank where the text is for tests.
        let lines = file.text.lines().zip(file.code.lines()).zip(1..).filter(|((_, code), _)| !code.trim().is_empty());
        let found = lines.filter(|((text, _), _)| compares(text) || takes_apart(text));
        wrong.extend(found.map(|((text, _), number)| format!("{}:{number} {}", file.name, text.trim())));
    }
    assert_eq!(wrong, [""; 0]);
}

/// Where each crate may be named: in a file, or in a folder and the file that bears its name.
const CRATES: [(&str, &[&str]); 44] = [
    ("annotate_snippets", &["export/findings/caret"]),
    ("anyhow", &["library", "tui/run", "cli"]),
    ("base64", &["tui/run/clipboard"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli/man"]),
    ("crossterm", &["tui/run", "cli/show", "cli/linear"]),
    ("dom_query", &["intake/html"]),
    ("dom_smoothie", &["intake/html"]),
    ("encoding_rs", &["intake/html"]),
    ("etcetera", &["personal/files"]),
    ("frostem", &["catalogue/stems"]),
    ("krilla", &["export/pdf"]),
    ("libm", &["page/figure/map", "tui/theme/contrast"]),
    ("ls_types", &["lsp"]),
    ("lsp_server", &["lsp"]),
    ("mail_parser", &["intake/mail"]),
    ("memchr", &["text/fold", "briefing/anchor", "text/search_signs"]),
    ("notify", &["library/store/watcher"]),
    ("nucleo_matcher", &["text/fuzzy"]),
    ("parley", &["export/pdf"]),
    ("percent_encoding", &["text/web"]),
    ("postcard", &["library/store/embedded", "library/prepared", "catalogue", "intake/sandbox"]),
    ("pulldown_cmark", &["intake/markdown"]),
    ("ratatui", &["tui/layout", "tui/theme", "tui/view", "tui/run"]),
    ("rayon", &["library/briefings", "library/reread", "catalogue/refresh"]),
    ("roxmltree", &["intake/docx"]),
    ("rustix", &["tui/run", "personal/files", "talk", "intake/sandbox"]),
    (
        "serde",
        &[
            "yaml",
            "briefing",
            "library/prepared",
            "personal/last_place",
            "catalogue",
            "export",
            "lsp/server",
            "talk/protocol",
            "intake/taken",
            "intake/seed_files",
        ],
    ),
    ("serde_json", &["export", "lsp/server", "personal/last_place", "talk/protocol", "intake/html", "intake/seed_files"]),
    ("serde_yaml", &["yaml/syntax", "yaml/tree"]),
    ("sha2", &["briefing/pin"]),
    ("shlex", &["tui/editor", "tui/run/web_browser"]),
    ("signal_hook", &["tui/run", "cli/linear"]),
    ("similar", &["acts/merge", "text/line_diff"]),
    ("tantivy", &["catalogue"]),
    ("tempfile", &["personal/files", "talk/host"]),
    ("textwrap", &["text/wrap"]),
    ("unicode_normalization", &["text/search_fold"]),
    ("unicode_segmentation", &["text", "briefing/sentences", "tui"]),
    ("unicode_width", &["text"]),
    ("unpdf", &["intake/pdf"]),
    ("uuid", &["export/stix/ids"]),
    ("zip", &["export/docx", "intake/docx"]),
];

#[test]
fn every_crate_has_its_rooms() {
    let cargo = fs::read_to_string(project("Cargo.toml")).expect("Cargo.toml");
    let table = cargo.split("[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).expect("dependencies");
    let named: Vec<String> = table.lines().filter_map(|line| Some(line.split_once(" = ")?.0.replace('-', "_"))).collect();
    let mut known: Vec<&str> = CRATES.iter().map(|(name, _)| *name).collect();
    assert!(known.is_sorted());
    known.retain(|name| !named.iter().any(|other| other == name));
    assert_eq!(known, [""; 0], "no dependency");
    let homeless: Vec<&String> = named.iter().filter(|name| !CRATES.iter().any(|(other, _)| other == name)).collect();
    assert_eq!(homeless, [""; 0], "no room");
}

#[test]
fn each_crate_is_named_only_in_its_rooms() {
    let mut unused: BTreeSet<(&str, &str)> = CRATES.iter().flat_map(|(name, places)| places.iter().map(|place| (*name, *place))).collect();
    let mut wrong = Vec::new();
    for file in files("src") {
        let inside = file.name.trim_start_matches("src/").trim_end_matches(".rs");
        let named = first_words(&file);
        for (name, places) in CRATES.iter().filter(|(name, _)| named.contains(*name)) {
            let place =
                places.iter().find(|place| inside.strip_prefix(**place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
            match place {
                Some(place) => drop(unused.remove(&(*name, *place))),
                None => wrong.push(format!("{} names {name}", file.name)),
            }
        }
    }
    wrong.extend(unused.iter().map(|(name, place)| format!("{name} is not needed in {place}")));
    assert_eq!(wrong, [""; 0]);
}

/// The functions of rules are handed their rows. Whatever else finds something names its rule, and makes it an error: where
/// that is read from a briefing, it must be a row of the table, and one of errors.
#[test]
fn a_finding_is_of_a_rule_of_the_table() {
    let mut wrong = Vec::new();
    let mut named = 0;
    for file in files("src") {
        let room = room_of(&file.name);
        // The reader of fields is handed the rules of whoever reads.
        let made =
            ["Finding::new(", "wrong_type: \"", "twice: \"", "unknown: \""].map(|how| (how.ends_with('"'), file.text.split(how).skip(1)));
        for (is_row, call) in made.into_iter().flat_map(|(is_row, calls)| calls.map(move |call| (is_row, call))) {
            let quoted = if is_row { Some(call) } else { call.trim_start().strip_prefix('"') };
            let id = quoted.and_then(|rest| rest.split('"').next());
            let right = match id {
                None => ["src/check/reporter.rs", "src/yaml/fields.rs"].contains(&file.name.as_str()),
                Some(id) if ["yaml", "briefing", "library"].contains(&room) => find(id).is_some_and(|rule| rule.level == Level::Error),
                Some(id) => {
                    let family = id.split('/').next();
                    room != "check"
                        && ["config", "theme"].map(Some).contains(&family)
                        && RULES.iter().all(|rule| Some(rule.family()) != family)
                }
            };
            if !right {
                wrong.push(format!("{} makes a finding of {id:?}", file.name));
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
        "CHANGELOG.md",
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
    for (path, stem, file) in bluf::library::embedded::briefings() {
        let (read, findings) = bluf::briefing::parse(bluf::yaml::Tree::read(&file.text), stem);
        let prepared = file.prepared.expect("the build could read it");
        assert_eq!(format!("{prepared:?}"), format!("{read:?}"), "{path}");
        assert_eq!(findings, [], "{path}");
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
    let scratch = Scratch::new("readme");
    scratch.write("seeds/port-strike.txt", "On Monday the dockers of Sarn voted to stop work on Fridays. The port asked for talks.\n");
    let path = scratch.write("briefings/port-strike.yaml", example);
    let world = bluf::library::open(&path).expect("opens");
    assert_eq!(world.entries()[0].findings(), []);
    assert_eq!(world.entries()[0].resolved.basis(0).claims.len(), 1);
}
