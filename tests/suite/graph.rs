//! The graph as JSON: it is what its schema says, its offsets cut out the quoted words, and it gives every text back.

use crate::support::{Scratch, desk, embedded, files, guided, program, project, world_of_scripts};
use bluf::briefing::scale::{Vocabulary, Yardstick};
use bluf::export::page_set::{Extent, Handed};
use bluf::export::{diff, graph};
use bluf::library;
use bluf::page::{Found, Place, World, locate};
use jsonschema::Validator;
use serde_json::Value;
use std::sync::Arc;

pub const WHOLE: Extent = Extent { details: true, notes: false };

pub fn worlds() -> [Arc<World>; 3] {
    [embedded(), desk(), world_of_scripts()]
}

/// What is handed on of each briefing of the test libraries, whole.
pub fn briefings(mut see: impl FnMut(&World, &Handed<'_>)) {
    for world in worlds() {
        for held in world.entries() {
            let at = locate(&world, &Found::Cover.place(held)).expect("a cover");
            see(&world, &Handed::new(&world, at, WHOLE));
        }
    }
}

pub fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

pub fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error:.300}", error.instance_path())).collect()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&json(graph::SCHEMA.as_bytes())).expect("a schema")
}

#[test]
fn n17_the_graph_of_every_briefing_is_as_its_schema_says_and_the_same_again() {
    let validator = validator();
    briefings(|_, handed| {
        let bytes = graph::handed(handed).expect("a graph");
        assert_eq!(complaints(&validator, &json(&bytes)), [""; 0], "{}", handed.at.place());
        assert_eq!(bytes, graph::handed(handed).expect("a graph"));
    });
}

#[test]
fn n17_the_graph_of_every_bad_briefing_is_as_its_schema_says() {
    let validator = validator();
    for path in files("tests/bad") {
        let world = guided(library::open(&path).expect("opens"));
        let held = &world.entries()[0];
        let at = locate(&world, &Found::Cover.place(held)).expect("a cover");
        let bytes = graph::handed(&Handed::new(&world, at, WHOLE)).expect("a graph");
        let graph = json(&bytes);
        assert_eq!(complaints(&validator, &graph), [""; 0], "{}", held.path);
        let found = |list: &str| graph[list].as_array().map_or(0, Vec::len);
        assert_eq!((found("findings"), found("accepted")), (held.findings().len(), held.accepted().len()), "{}", held.path);
    }
}

/// Cuts words out of a text in bytes, in code points, and in units of UTF-16.
fn cut(text: &str, offsets: &Value) -> [String; 3] {
    let range = |unit: &str| {
        let at = |end: &str| usize::try_from(offsets[unit][end].as_u64().expect("a number")).expect("a place");
        at("start")..at("end")
    };
    let letters: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    [
        text[range("bytes")].to_owned(),
        letters[range("code_points")].iter().collect(),
        String::from_utf16(&units[range("utf16")]).expect("whole letters"),
    ]
}

#[test]
fn n17_offsets_in_every_unit_cut_the_quoted_words_out_of_the_source() {
    let mut cuts = 0;
    briefings(|world, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let graph = json(&graph::handed(handed).expect("a graph"));
        let text_of = |id: &str| held.resolved.text(held.resolved.graph.find(id).expect("a source").index).expect("a text").text();
        let items = graph["items"].as_array().expect("items");
        for passage in items.iter().flat_map(|item| item["passages"].as_array().into_iter().flatten()) {
            let text = text_of(passage["source"].as_str().expect("a source"));
            let sentences = passage["sentences"].as_array().into_iter().flatten().map(|one| (&one["offsets"], &one["text"]));
            for (offsets, words) in sentences.chain([(&passage["offsets"], &passage["found"])]).filter(|(offsets, _)| !offsets.is_null()) {
                let words = words.as_str().expect("words");
                assert_eq!(cut(text, offsets), [words; 3], "{}", passage["exact"]);
                cuts += 1;
            }
        }
        for source in items.iter().filter(|item| item["kind"] == "source") {
            let text = text_of(source["id"].as_str().expect("an id"));
            assert_eq!(cut(text, &source["derived"]["length"]), [text; 3]);
            for sentence in source["derived"]["sentences"].as_array().expect("sentences") {
                let address =
                    format!("{}#{}:{}", held.id, source["id"].as_str().expect("an id"), sentence["number"].as_str().expect("a number"));
                let place: Place = address.parse().expect("an address");
                let at = locate(world, &place).expect("a sentence");
                let words = at.inside().expect("a sentence").1.quote(held).expect("words");
                assert_eq!(cut(text, &sentence["offsets"]), [words; 3]);
            }
        }
    });
    assert!(cuts > 300, "{cuts}");
}

#[test]
fn n17_the_schema_is_printed_by_the_program() {
    let output = program().args(["schema", "--of", "export"]).output().expect("it runs");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), graph::SCHEMA);
}

#[test]
fn n17_a_comparison_of_two_editions_is_as_its_schema_says() {
    let schema = json(diff::SCHEMA.as_bytes());
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    assert_eq!(schema["properties"]["version"]["const"], diff::VERSION);
    let output = program().args(["schema", "--of", "diff"]).output().expect("it runs");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), diff::SCHEMA);
    let desk = project("tests/desk/briefings");
    let named = |name: &str| desk.join(name).display().to_string();
    let earlier = project("tests/desk/earlier/strait-security-2033-11.yaml").display().to_string();
    let now = named("strait-security.yaml");
    // Editions, one against itself, and briefings that have nothing in common.
    let pairs = [(earlier.clone(), now.clone()), (now.clone(), earlier), (now.clone(), now.clone()), (named("sal-harvest.yaml"), now)];
    for (old, new) in pairs {
        let output = program().args(["diff", &old, &new, "--format", "json"]).output().expect("it runs");
        let difference = json(&output.stdout);
        assert_eq!(complaints(&validator, &difference), [""; 0], "{old} {new}");
        assert_eq!(difference["changed"], Value::from(output.status.code() == Some(1)), "{old} {new}");
    }
}

#[test]
fn n17_the_readers_notes_go_along_with_the_graph_only_when_that_is_meant() {
    let scratch = Scratch::with_port("graph-notes");
    scratch.write(
        "own/port.md",
        "# Notes on port\n\n## Note on port#C1, 2026-11-20\n\n> The dockers voted to stop work.\n\nAsk Anna.\n\n## Note on port#J1, 2026-11-21\n\nOn J1.\n\n## Note on port#C2, 2026-11-21\n\n> Words that nobody has written.\n\nOn what is gone.\n",
    );
    let notes = |arguments: &[&str]| {
        let mut command = program();
        command.current_dir(&scratch.0).env("BLUF_NOTES", "own").args(["export", "--library", ".", "--to", "json"]).args(arguments);
        let graph = json(&command.output().expect("it runs").stdout);
        assert_eq!(complaints(&validator(), &graph), [""; 0], "{arguments:?}");
        let notes = graph.get("notes").map(|notes| notes.as_array().expect("notes").clone());
        notes.map(|notes| notes.iter().map(|note| note["text"].as_str().expect("a text").to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(notes(&["port"]), None);
    assert_eq!(notes(&["port", "--notes"]), Some(vec!["Ask Anna.".to_owned(), "On J1.".to_owned()]), "and none whose words are gone");
}

#[test]
fn n17_links_are_there_both_ways() {
    let mut count = 0;
    briefings(|_, handed| {
        let graph = json(&graph::handed(handed).expect("a graph"));
        let links = |way: &'static str| {
            let items = graph["items"].as_array().into_iter().flatten();
            let all = items.flat_map(move |item| item["links"][way].as_array().into_iter().flatten().map(move |link| (item, link)));
            let mut all: Vec<[String; 3]> = all
                .map(|(item, link)| {
                    let (here, there) = (item["id"].to_string(), link["id"].to_string());
                    if way == "to" { [here, link["kind"].to_string(), there] } else { [there, link["kind"].to_string(), here] }
                })
                .collect();
            all.sort();
            all
        };
        assert_eq!(links("to"), links("from"));
        count += links("to").len();
    });
    assert!(count > 500, "{count}");
}

#[test]
fn n17_a_part_has_its_items_and_their_findings_alone() {
    let world = embedded();
    let held = &world.entries()[0];
    let at = locate(&world, &Place::item(&held.id, "J1")).expect("a judgement");
    let graph = json(&graph::handed(&Handed::new(&world, at, WHOLE)).expect("a graph"));
    assert_eq!(complaints(&validator(), &graph), [""; 0]);
    assert_eq!(graph["whole"], false);
    let ids: Vec<&str> = graph["items"].as_array().expect("items").iter().map(|item| item["id"].as_str().expect("an id")).collect();
    assert!(ids.contains(&"J1") && ids.len() < held.resolved.briefing.items().count(), "{ids:?}");
    for finding in ["findings", "accepted"].iter().flat_map(|list| graph[*list].as_array().expect("a list")) {
        let id = finding["id"].as_str().expect("an id");
        assert!(id.is_empty() || ids.contains(&id), "{id}");
    }
    let outside = locate(&world, &Place::Help).expect("help");
    assert!(graph::handed(&Handed::new(&world, outside, WHOLE)).is_err());
}

#[test]
fn n17_the_schema_names_its_version_and_every_word_of_likelihood() {
    let schema = json(&std::fs::read(project("assets/export.schema.json")).expect("the schema"));
    assert_eq!(schema["properties"]["version"]["const"], graph::VERSION);
    let mut terms: Vec<Value> = schema["$defs"]["odds"]["properties"]["word"]["enum"].as_array().expect("words").clone();
    terms.retain(|term| !term.is_null());
    for term in Yardstick::all().iter().flat_map(|yardstick| yardstick.terms()) {
        assert!(terms.contains(&Value::from(term.word())), "{}", term.word());
    }
}
