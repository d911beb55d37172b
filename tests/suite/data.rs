//! STIX, CSL-JSON, Web Annotations: whole, the same again, and giving every text back, whatever it is.

use crate::graph::{WHOLE, briefings, json};
use crate::support::hostile::{HOSTILE, fields, hostile_world};
use crate::support::{Scratch, guided, program};
use bluf::export::page_set::Handed;
use bluf::export::{Bytes, annotations, csl, graph, stix};
use bluf::library;
use bluf::page::{Found, World, locate};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

type Write = fn(&Handed<'_>) -> Bytes;

/// What is written of the only briefing of a library.
fn written(world: &World, write: Write) -> Value {
    let at = locate(world, &Found::Cover.place(world.entries()[0])).expect("a cover");
    json(&write(&Handed::new(world, at, WHOLE)).expect("written"))
}

fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

fn objects(bundle: &Value) -> &Vec<Value> {
    bundle["objects"].as_array().expect("objects")
}

#[test]
fn n17_whatever_stands_in_a_text_comes_back_from_the_data_as_it_was() {
    // What is handed on of a source alone, and what of claims alone.
    let of_sources = ["source", "writer", "address", "publisher", "origin", "descriptor"];
    let expected: [(Write, Vec<&str>); 4] = [
        (graph::handed, fields()),
        (stix::handed, fields()),
        (csl::handed, of_sources.to_vec()),
        (annotations::handed, vec!["claim", "forecast"]),
    ];
    assert!(fields().len() > 40, "{:?}", fields());
    for (at, words) in HOSTILE.into_iter().enumerate() {
        let world = hostile_world(&format!("data-{at}"), words);
        assert_eq!(world.entries()[0].resolved.briefing.title(), format!("title {words}"));
        for (write, fields) in &expected {
            let value = written(&world, *write);
            let strings = strings(&value);
            for field in fields {
                let whole = format!("{field} {words}");
                assert!(strings.iter().any(|text| text.contains(&whole)), "{whole:?}");
            }
        }
    }
}

#[test]
fn n17_no_data_holds_a_byte_that_commands() {
    for words in HOSTILE {
        let world = hostile_world("data-bytes", words);
        let at = locate(&world, &Found::Cover.place(world.entries()[0])).expect("a cover");
        let handed = Handed::new(&world, at, WHOLE);
        for write in [graph::handed, stix::handed, csl::handed, annotations::handed] {
            let text = String::from_utf8(write(&handed).expect("written")).expect("UTF-8");
            assert_eq!(bluf::text::neutral(&text), text, "{words:?}");
        }
    }
}

#[test]
fn n17_a_bundle_refers_to_nothing_that_is_not_in_it_and_loses_no_item() {
    briefings(|_, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let bytes = stix::handed(handed).expect("a bundle");
        assert_eq!(bytes, stix::handed(handed).expect("a bundle"), "the same again");
        let bundle = json(&bytes);
        let ids: Vec<&str> = objects(&bundle).iter().map(|object| object["id"].as_str().expect("an id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{}: two objects have one identifier", held.id);
        for text in strings(&bundle) {
            let is_reference = text.split_once("--").is_some_and(|(kind, uuid)| uuid.len() == 36 && kind != "bundle");
            assert!(!is_reference || unique.contains(text), "{}: {text}", held.id);
        }
        let briefing = &held.resolved.briefing;
        let all = strings(&bundle).join("\n");
        for text in briefing.items().flat_map(|item| briefing.prose(item)).chain(briefing.own_prose()) {
            assert!(all.contains(&text.value), "{}: {}", held.id, text.value);
        }
        let count = |kind: &str| objects(&bundle).iter().filter(|object| object["type"] == kind).count();
        assert_eq!((count("report"), count("opinion")), (1, briefing.dissents.len()), "{}", held.id);
        assert_eq!(count("identity"), briefing.actors.len() + 1, "{}", held.id);
        // Who dissents from a judgement disagrees with nothing else.
        for opinion in objects(&bundle).iter().filter(|object| object["type"] == "opinion") {
            let [judged] = opinion["object_refs"].as_array().expect("references").as_slice() else { panic!("{opinion}") };
            let note = objects(&bundle).iter().find(|object| object["id"] == *judged).expect("it is there");
            assert!(note["abstract"].as_str().is_some_and(|words| words.starts_with("judgement ")), "{}: {note}", held.id);
        }
    });
}

#[test]
fn n17_in_a_bundle_confidence_is_ours_and_likelihood_is_a_label() {
    let scratch = Scratch::with_port("stix-scales");
    let world = guided(library::open(&scratch.0).expect("opens"));
    let bundle = written(&world, stix::handed);
    let note = objects(&bundle).iter().find(|object| object["abstract"] == "judgement J1").expect("a note");
    assert_eq!(note["confidence"], 15);
    let labels = note["labels"].as_array().expect("labels");
    for label in ["estimative-language:likelihood-probability=\"unlikely\"", "estimative-language:confidence-in-analytic-judgment=\"low\""]
    {
        assert!(labels.iter().any(|one| one == label), "{labels:?}");
    }
    let claim = objects(&bundle).iter().find(|object| object["abstract"] == "claim C1").expect("a note");
    let labels = claim["labels"].as_array().expect("labels");
    for label in ["admiralty-scale:source-reliability=\"c\"", "admiralty-scale:information-credibility=\"6\""] {
        assert!(labels.iter().any(|one| one == label), "{labels:?}");
    }
    let report = objects(&bundle).iter().find(|object| object["type"] == "report").expect("a report");
    assert_eq!((&report["published"], &report["description"]), (&"2026-11-22T00:00:00.000Z".into(), &"A closure is unlikely [J1].".into()));
}

/// By FIRST and OASIS; invented endings of these identifiers go about.
#[test]
fn n17_a_marking_of_tlp_has_the_identifier_that_oasis_gave_it_and_any_other_is_a_statement() {
    let known = [
        ("TLP:CLEAR", "94868c89-83c2-464b-929b-a1a8aa3c8487"),
        ("TLP:GREEN", "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"),
        ("TLP:AMBER", "55d920b0-5e8b-4f79-9ee9-91f868d9b421"),
        ("TLP:AMBER+STRICT", "939a9414-2ddd-4d32-a0cd-375ea402b003"),
        ("TLP:RED", "e828b379-4e03-4974-9ac4-e53a884c97c1"),
    ];
    let marked = |marking: &str| {
        let scratch = Scratch::with_port("stix-marking");
        let file = scratch.0.join("briefings/port.yaml");
        let text = std::fs::read_to_string(&file).expect("read").replace("marking: TLP:CLEAR", marking);
        std::fs::write(&file, text).expect("written");
        let bundle = written(&guided(library::open(&scratch.0).expect("opens")), stix::handed);
        let marking = objects(&bundle)[0].clone();
        for object in objects(&bundle).iter().filter(|object| object["type"] != "marking-definition") {
            assert_eq!(object["object_marking_refs"][0], marking["id"], "{}", object["id"]);
        }
        marking
    };
    for (word, uuid) in known {
        let marking = marked(&format!("marking: {word}"));
        assert_eq!(marking["id"], format!("marking-definition--{uuid}"));
        let extension = &marking["extensions"]["extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"];
        assert_eq!(extension["tlp_2_0"], word.trim_start_matches("TLP:").to_lowercase());
    }
    let secret = marked("markings: us\nmarking: S//NOFORN");
    assert_eq!((&secret["definition_type"], &secret["definition"]["statement"]), (&"statement".into(), &"SECRET//NOFORN".into()));
}

#[test]
fn n17_a_bibliography_has_each_source_by_the_kind_that_bibliographies_know() {
    let mut kinds: BTreeMap<String, String> = BTreeMap::new();
    briefings(|_, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let entries = json(&csl::handed(handed).expect("entries"));
        let entries = entries.as_array().expect("entries");
        assert_eq!(entries.len(), held.resolved.briefing.sources.len());
        for (entry, source) in entries.iter().zip(&held.resolved.briefing.sources) {
            assert_eq!(entry["id"], source.head.id.value);
            assert_eq!(entry.get("issued").is_some(), source.date.is_some(), "no date in the source, none in the entry");
            kinds.insert(source.head.id.value.clone(), entry["type"].as_str().expect("a kind").to_owned());
        }
    });
    let scratch = Scratch::with_port("csl");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    let entry = |fields: &str| {
        std::fs::write(&file, text.replace("    title: Dockers", &format!("    {fields}\n    title: Dockers"))).expect("written");
        written(&guided(library::open(&scratch.0).expect("opens")), csl::handed)[0].clone()
    };
    for (fields, kind) in [
        ("type: article\n    parent: {type: newspaper, title: Post}", "article-newspaper"),
        ("type: Article\n    parent: {type: blog, title: Post}", "post-weblog"),
        ("type: article", "article"),
        ("type: web", "webpage"),
        ("type: treaty", "treaty"),
        ("type: something else", "document"),
    ] {
        assert_eq!(entry(fields)["type"], kind, "{fields}");
    }
    for (date, issued) in [
        ("2030-05-17", r#"{"date-parts":[[2030,5,17]]}"#),
        ("2030-05", r#"{"date-parts":[[2030,5]]}"#),
        ("2030~", r#"{"date-parts":[[2030]],"circa":true}"#),
        ("2030-21", r#"{"date-parts":[[2030]],"season":1}"#),
        ("2030-05/2030-06", r#"{"date-parts":[[2030,5],[2030,6]]}"#),
        ("2030-05/..", r#"{"literal":"2030-05/.."}"#),
        ("203X", r#"{"literal":"203X"}"#),
    ] {
        assert_eq!(entry(&format!("date: {date}"))["issued"], json(issued.as_bytes()), "{date}");
    }
}

/// Anchors as any client of the standard may: by the place in code points, and by the words with those around them.
fn anchored(text: &str, selectors: &Value) -> [Vec<usize>; 2] {
    let letters: Vec<char> = text.chars().collect();
    let of = |name: &str| selectors[0][name].as_str().expect("words").chars().collect::<Vec<char>>();
    let (exact, prefix, suffix) = (of("exact"), of("prefix"), of("suffix"));
    let place = |end: &str| usize::try_from(selectors[1][end].as_u64().expect("a number")).expect("a place");
    let (start, end) = (place("start"), place("end"));
    let by_place = if letters.get(start..end) == Some(&exact[..]) { vec![start] } else { Vec::new() };
    let whole: Vec<char> = [prefix.clone(), exact, suffix].concat();
    let by_words = (0..letters.len()).filter(|at| letters[*at..].starts_with(&whole)).map(|at| at + prefix.len()).collect();
    [by_place, by_words]
}

#[test]
fn n17_every_annotation_is_anchored_again_by_its_words_and_by_its_place() {
    let mut count = 0;
    briefings(|_, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let page = json(&annotations::handed(handed).expect("annotations"));
        let items = page["items"].as_array().expect("items");
        let anchors = held.resolved.evidence().anchored();
        assert_eq!(items.len(), anchors.part, "{}", held.id);
        for item in items {
            let file = item["target"]["source"]["id"].as_str().expect("a file");
            let source =
                held.resolved.briefing.sources.iter().position(|source| source.file.as_ref().is_some_and(|name| name.value == file));
            let text = held.resolved.text(source.expect("a source")).expect("a text").text();
            let [by_place, by_words] = anchored(text, &item["target"]["selector"]);
            assert_eq!((by_place.len(), &by_place), (1, &by_words), "{}", item["id"]);
            count += 1;
        }
    });
    assert!(count > 150, "{count}");
}

#[test]
fn e22_the_whole_ending_of_a_file_tells_the_format() {
    let scratch = Scratch::with_port("export-endings");
    for (file, field) in [("port.stix.json", "objects"), ("port.json", "version"), ("PORT.JSONLD", "@context")] {
        let output = program().current_dir(&scratch.0).args(["export", "port", "-o", file]).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let value = json(&std::fs::read(scratch.0.join(file)).expect("written"));
        assert!(value.get(field).is_some(), "{file}");
    }
}

#[test]
fn n17_a_bibliography_says_what_is_claimed_from_each_source() {
    let scratch = Scratch::new("csl-claims");
    scratch.write("seeds/s.txt", "One. Two.\n");
    let briefing = |marking: &str| {
        format!(
            "briefing: x\ntitle: X\nmarking: TLP:AMBER\ndate: 2026-01-05\nsources: {{ART: {{title: S, file: seeds/s.txt}}, LOG: {{title: T, file: seeds/s.txt}}}}\nsections:\n  s:\n    C1: {{fact: It is one., quote: {{ART: One.}}{marking}}}\n    C2: {{fact: It is two., quote: {{ART: Two.}}}}\n"
        )
    };
    for (marking, first) in [("", "C1"), (", marking: TLP:GREEN", "(TLP:GREEN) C1")] {
        scratch.write("briefings/x.yaml", briefing(marking));
        let entries = written(&guided(library::open(&scratch.0).expect("opens")), csl::handed);
        assert_eq!(entries[0]["custom"]["claims"], serde_json::json!([first, "C2"]));
        assert_eq!(entries[1]["custom"].get("claims"), None);
    }
}

#[test]
fn n17_the_tags_of_a_briefing_are_labels_of_its_report() {
    let scratch = Scratch::with_port("data-tags");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replace("change: initial\n", "change: initial\ntags: [grain, \"</b> & work\"]\n")).expect("written");
    let bundle = written(&World::from(library::open(&scratch.0).expect("opens")), stix::handed);
    let report = objects(&bundle).iter().find(|object| object["type"] == "report").expect("a report");
    assert_eq!(report["labels"], serde_json::json!(["grain", "</b> & work"]));
}
