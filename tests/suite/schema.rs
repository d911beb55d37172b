//! The JSON Schema: it is today's, it says what the reader says, and it refuses what the corpora break.

use crate::support::{files, project};
use bluf::briefing::schema::schema;
use bluf::briefing::{Date, Finding, parse};
use bluf::yaml::tree::Tree;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use serde_yaml::options::MergeKeyPolicy;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Rules that are about one value at its place, so that a schema can hold a file to them.
const STRUCTURAL: [&str; 11] = [
    "yaml/empty-value",
    "yaml/unknown-field",
    "yaml/wrong-type",
    "yaml/unknown-word",
    "judgement/off-scale",
    "event/bad-date",
    "source/bad-pin",
    "marking/invalid",
    "marking/missing",
    "id/prefix",
    "id/reserved",
];

/// Files that break one of them where no schema sees it, and why.
const UNSEEN: [(&str, &str); 4] = [
    ("yaml-unknown-field-event-kinds", "the kinds of all vocabularies are keys of one mapping"),
    ("event-bad-date-reversed", "a pattern does not compare the ends of an interval"),
    ("yaml-wrong-type-key", "a key that is a list cannot be written in JSON"),
    ("yaml-unknown-word-zero", "03 is the number 3 to a reader of YAML 1.2"),
];

fn whole() -> Value {
    serde_json::to_value(schema()).expect("JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("a schema")
}

/// A file as editors see it: YAML 1.2 made JSON.
fn json_of(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path).ok()?;
    let options = serde_yaml::options! { strict_booleans: true, merge_keys: MergeKeyPolicy::AsOrdinary };
    serde_yaml::from_str_with_options(&text, options).ok()
}

fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn findings(text: &str) -> Vec<Finding> {
    parse(Tree::read(text), "stem").1
}

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().into_iter().flat_map(Map::keys).cloned().collect()
}

#[test]
fn the_schema_that_is_checked_in_is_todays() {
    let today = serde_json::to_string_pretty(&schema()).expect("JSON") + "\n";
    let path = project("assets/briefing.schema.json");
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::write(&path, today).expect("written");
        return;
    }
    let current = fs::read_to_string(&path).unwrap_or_default() == today;
    assert!(current, "assets/briefing.schema.json is not today's schema; run BLUF_BLESS=1 cargo test");
}

/// The page of fields in `assets` is what the rows of the schema give. `BLUF_BLESS=1` rewrites it.
#[test]
fn the_page_of_fields_is_current_and_names_every_field_and_every_word() {
    let page = bluf::export::briefing_format::markdown();
    let path = project("assets/format.md");
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::write(&path, &page).expect("written");
    }
    assert!(fs::read_to_string(&path).is_ok_and(|written| written == page), "assets/format.md is stale: BLUF_BLESS=1 cargo test");
    let schema = whole();
    let definitions = schema["$defs"].as_object().expect("definitions").iter();
    let parts = definitions.map(|(name, part)| (name.as_str(), part)).chain([("briefing", &schema)]);
    for (name, part) in parts.filter(|(_, part)| part["additionalProperties"] == false) {
        let table = page.split("\n## ").find(|table| table.lines().next() == Some(name)).unwrap_or_else(|| panic!("no table {name}"));
        for field in keys(&part["properties"]) {
            assert!(table.contains(&format!("`{field}`")), "{name} has no {field}");
        }
    }
    // Every link of the page leads to a heading of it.
    let anchors: BTreeSet<String> =
        page.lines().filter_map(|line| line.strip_prefix("## ")).map(|heading| heading.replace(',', "").replace(' ', "-")).collect();
    for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.contains(link), "{link}");
    }
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    assert!(readme.contains("](assets/format.md)"), "the README leads to it");
}

#[test]
fn the_schema_is_one_of_its_draft() {
    assert!(jsonschema::draft202012::meta::validate(&whole()).is_ok());
}

#[test]
fn briefings_without_a_finding_are_valid() {
    let validator = validator(&whole());
    for folder in ["briefings", "tests/desk/briefings", "tests/good"] {
        for path in files(folder) {
            let value = json_of(&path).unwrap_or_else(|| panic!("{} is no JSON", path.display()));
            assert_eq!(complaints(&validator, &value), [""; 0], "{}", path.display());
        }
    }
}

#[test]
fn files_of_the_wrong_form_are_refused() {
    let validator = validator(&whole());
    let mut wrong = Vec::new();
    for path in files("tests/bad") {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let world = bluf::library::open(&path).expect("opens as its findings");
        if !world.entries()[0].findings().iter().any(|finding| STRUCTURAL.contains(&finding.rule)) {
            continue;
        }
        let refused = json_of(&path).is_some_and(|value| !validator.is_valid(&value));
        let unseen = UNSEEN.iter().find(|(file, _)| *file == name);
        match (refused, unseen) {
            (false, None) => wrong.push(format!("{name} is not refused")),
            (true, Some((_, why))) => wrong.push(format!("{name} is refused, though {why}")),
            _ => {}
        }
    }
    assert_eq!(wrong, [""; 0]);
    for (file, _) in UNSEEN {
        assert!(project("tests/bad").join(file).with_extension("yaml").exists(), "{file} is no file");
    }
}

/// An unknown key in one mapping of each type: the reader answers with all the keys that it asks for there.
#[test]
fn the_schema_has_exactly_the_fields_that_the_reader_asks_for() {
    let item = |field: &str, id: &str| format!("{field}: {{{id}: {{unheard: 1}}}}");
    let places = BTreeMap::from([
        ("briefing", "unheard: 1".to_owned()),
        ("source", item("sources", "ART")),
        ("address", "sources: {ART: {url: {unheard: 1}}}".to_owned()),
        ("publication", "sources: {ART: {parent: {unheard: 1}}}".to_owned()),
        ("set-aside", "sources: {ART: {set_aside: [{unheard: 1}]}}".to_owned()),
        ("passage", "sources: {ART: {set_aside: [{quote: {exact: x, unheard: 1}}]}}".to_owned()),
        ("actor", item("actors", "RU")),
        ("claim", "sections: {context: {C1: {unheard: 1}}}".to_owned()),
        ("candidate", "candidates: {context: [{unheard: 1}]}".to_owned()),
        ("judgement", item("judgements", "J1")),
        ("was", "judgements: {J1: {was: {unheard: 1}}}".to_owned()),
        ("outcome", "judgements: {J1: {outcome: {unheard: 1}}}".to_owned()),
        ("assumption", item("assumptions", "A1")),
        ("alternative", item("alternatives", "H1")),
        ("dissent", item("dissent", "D1")),
        ("indicator", item("indicators", "I1")),
        ("scenario", item("scenarios", "S1")),
        ("gap", item("gaps", "G1")),
        // Of an unknown vocabulary the words of all pass.
        ("event", format!("event_kinds: any\n{}", item("events", "T1"))),
        ("relationship", item("relationships", "R1")),
    ]);
    let mut schema = whole();
    schema["$defs"]["briefing"] = json!({"additionalProperties": false, "properties": schema["properties"]});
    let types = schema["$defs"].as_object().expect("definitions").iter().filter(|(_, part)| part["additionalProperties"] == false);
    let types: BTreeMap<&str, &Value> = types.map(|(name, part)| (name.as_str(), part)).collect();
    assert_eq!(types.keys().collect::<Vec<_>>(), places.keys().collect::<Vec<_>>());
    for (name, text) in places {
        let found = findings(&format!("briefing: x\n{text}\n"));
        let hints: Vec<&str> = found.iter().filter_map(|finding| finding.hint.as_deref()?.strip_prefix("known here: ")).collect();
        let [hint] = hints.as_slice() else { panic!("{name}: {found:?}") };
        let asked: BTreeSet<String> = hint.split(", ").map(str::to_owned).collect();
        assert_eq!(keys(&types[name]["properties"]), asked, "{name}");
    }
}

#[test]
fn every_type_and_field_is_described_in_a_line() {
    let schema = whole();
    let types = schema["$defs"].as_object().expect("definitions").values().chain([&schema]);
    for part in types.filter(|part| part["additionalProperties"] == false) {
        let fields = part["properties"].as_object().expect("fields");
        for (name, described) in fields.iter().map(|(name, field)| (name.as_str(), field)).chain([("itself", part)]) {
            let line = described["description"].as_str().unwrap_or_default();
            assert!(line.ends_with('.') && !line.contains('\n'), "{name}: {line}");
        }
    }
}

/// Any value of a file that has every field, made blank, a list, a mapping, a number: reader and schema think the same
/// of it, but where the schema asks for what the reader lets be.
#[test]
fn reader_and_schema_agree_on_the_shape_of_every_value() {
    let validator = validator(&whole());
    let good = json_of(&project("tests/good/every-field.yaml")).expect("JSON");
    let mut places = Vec::new();
    walk(&good, String::new(), &mut places);
    assert!(places.len() > 300);
    let mut wrong = Vec::new();
    for place in places {
        // What a reference leads to is for the graph to say.
        let refers = good.pointer(&place).and_then(Value::as_str).is_some_and(|text| text.len() == 2 && text.ends_with(char::is_numeric));
        for other in [Value::Null, json!([]), json!({}), json!(7)] {
            if other == 7 && refers {
                continue;
            }
            let mut changed = good.clone();
            *changed.pointer_mut(&place).expect("a place") = other.clone();
            let found = findings(&changed.to_string());
            let reads = !found.iter().any(|finding| STRUCTURAL.contains(&finding.rule));
            let fits = validator.is_valid(&changed);
            if (reads, fits) != if only_the_schema_asks(&place, &other) { (true, false) } else { (fits, fits) } {
                wrong.push(format!("{place} = {other}: {found:?} {:?}", complaints(&validator, &changed)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `other` at `place` leaves out what a rule behind the reader asks for (a source's file), or empties an event or a
/// scenario, which the reader lets be.
fn only_the_schema_asks(place: &str, other: &Value) -> bool {
    match place.split('/').skip(1).collect::<Vec<_>>().as_slice() {
        ["sources" | "events" | "scenarios", _] => other.is_object(),
        _ => false,
    }
}

/// The pointers of all values inside a value.
fn walk(value: &Value, at: String, places: &mut Vec<String>) {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect(),
        Value::Array(values) => values.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inside {
        walk(value, format!("{at}/{key}"), places);
    }
    places.push(at);
}

#[test]
fn reader_and_schema_agree_on_ids() {
    let validator = validator(&whole());
    let ids = "C1 C01 C1a c1 C 1 K4 ART A-1 ART1 A_R Art art RU RUS R U EU red-cross red--cross -red red- Red-cross cover timeline change library help scale pal3 J2 J H1 D1 I1 S1 G1 T1 R1";
    let fields = ["sources", "actors", "judgements", "assumptions", "alternatives", "dissent", "indicators", "gaps", "relationships"];
    for id in ids.split(' ') {
        let mut briefings = vec![json!({"briefing": id, "marking": "TLP:CLEAR"})];
        briefings.extend(fields.map(|field| json!({"briefing": "x", "marking": "TLP:CLEAR", field: {id: {"accept": {}}}})));
        briefings.push(json!({"briefing": "x", "marking": "TLP:CLEAR", "events": {id: {"visit": "v"}}}));
        briefings.push(json!({"briefing": "x", "marking": "TLP:CLEAR", "scenarios": {id: {"baseline": "b"}}}));
        briefings.push(json!({"briefing": "x", "marking": "TLP:CLEAR", "sections": {id: {}}}));
        briefings.push(json!({"briefing": "x", "marking": "TLP:CLEAR", "sections": {"s": {id: {"fact": "f"}}}}));
        for mut briefing in briefings {
            if let Some(source) = briefing.pointer_mut(&format!("/sources/{id}")) {
                source["file"] = json!("seeds/port.txt");
            }
            let found = findings(&briefing.to_string());
            assert_eq!(validator.is_valid(&briefing), found.is_empty(), "{briefing}: {found:?}");
        }
    }
}

#[test]
fn reader_and_schema_agree_on_dates() {
    let mut schema = whole();
    let date = json!({"$ref": "#/$defs/date", "$defs": schema["$defs"].take()});
    let validator = validator(&date);
    let mut dates: Vec<String> = "Jan 2025|2025-XX|2025-XX-XX|2025-XX-03|2025-01-XX|20250101|2025-1-1|2025-1|2025-01-01-01|25|02025|-2025|/|..|../..|../|2025/|2025/..|/2025|2025//2026|2025/2026/2027|../2025/..|2025~/2026?|2025~?|~2025|2025%|2025-01%|2025-01-01? |2025-01-01\n|\u{0662}\u{0660}\u{0662}\u{0665}|0000-02-29|2025-21|2025-24~|2025-25|2025-20|2025-21-01|202X|20XX?|2XXX|202X-01|20X5|-0044|-0044-02-29|-0043-02-29|Y17000|Y-17000~|Y1700|Y017000|Y1234567890|Y17000-01|/2025-XX|2025-21/202X|../Y17000"
        .split('|')
        .map(str::to_owned)
        .collect();
    for year in [0, 4, 1900, 1999, 2000, 2023, 2024, 2030, 2032, 2100, 9996] {
        for month in 0..=13 {
            dates.extend((0..=32).map(|day| format!("{year:04}-{month:02}-{day:02}")));
            dates.push(format!("{year:04}-{month:02}"));
        }
    }
    let points: Vec<String> = dates.iter().take(12).cloned().chain(["2024-02-29".to_owned(), "2023-02-29".to_owned()]).collect();
    dates.extend(points.iter().flat_map(|first| points.iter().map(move |last| format!("{first}/{last}"))));
    for date in dates {
        // A pattern compares no dates, so the schema takes an interval that ends before it begins.
        let turned = || {
            let (first, last) = date.split_once('/').filter(|(first, _)| !first.is_empty())?;
            Date::parse(&format!("{last}/{first}"))
        };
        assert_eq!(validator.is_valid(&json!(date)), Date::parse(&date).or_else(turned).is_some(), "{date}");
    }
    for year in [999, 1000, 2025, 9999, 10_000] {
        assert_eq!(validator.is_valid(&json!(year)), Date::parse(&year.to_string()).is_some(), "{year}");
    }
}

#[test]
fn a_likelihood_is_held_to_the_yardstick() {
    let validator = validator(&whole());
    for (yardstick, words) in [
        (json!("icd203"), [("roughly even odds", true), ("realistic possibility", false), ("likely", true)]),
        (json!("phia"), [("roughly even odds", false), ("realistic possibility", true), ("likely", true)]),
    ] {
        for (word, fits) in words {
            for items in [
                json!({"judgements": {"J1": {"likelihood": word}}}),
                json!({"judgements": {"J1": {"was": {"likelihood": word}}}}),
                json!({"alternatives": {"H1": {"likelihood": word}}}),
                json!({"dissent": {"D1": {"likelihood": word}}}),
                json!({"scenarios": {"S1": {"baseline": "b", "likelihood": word}}}),
            ] {
                let mut briefing = json!({"briefing": "x", "marking": "TLP:CLEAR", "yardstick": yardstick});
                briefing.as_object_mut().expect("a mapping").extend(items.as_object().expect("a mapping").clone());
                assert_eq!(validator.is_valid(&briefing), fits, "{briefing}");
                assert_eq!(findings(&briefing.to_string()).is_empty(), fits, "{briefing}");
            }
        }
    }
}
