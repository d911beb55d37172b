//! Input that nobody should have to read: a clear finding, never a panic, never a raw control byte.

use crate::support::{Reader, Scratch, ends};
use bluf::library::{self, HeldBriefing, Library};
use bluf::page::{Place, World};
use proptest::prelude::*;

fn open(bytes: &[u8]) -> Library {
    let scratch = Scratch::new(&format!("bad-{:?}", std::thread::current().id()));
    let path = scratch.write("x.yaml", bytes);
    library::open(&path).expect("every file opens, if only as its findings")
}

fn rules(entry: &HeldBriefing) -> Vec<&'static str> {
    entry.findings().iter().map(|finding| finding.rule).collect()
}

#[test]
fn every_kind_of_broken_file_has_its_finding() {
    let deep = "[".repeat(10_000);
    let wide = format!("briefing: x\ntitle: [{}]\n", "a, ".repeat(100_000));
    let mut bomb = "briefing: x\na0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for i in 1..9 {
        bomb += &format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(", "));
    }
    let cases: [(&[u8], &str); 12] = [
        (b"", "yaml/wrong-type"),
        (b"- a\n- b\n", "yaml/wrong-type"),
        (b"just words", "yaml/wrong-type"),
        (b"briefing: x\ntitle: \"open\n", "yaml/syntax"),
        (b"briefing: x\n\ttitle: y\n", "yaml/syntax"),
        (b"briefing: x\ntitle: \xff\xfe\n", "yaml/encoding"),
        (b"\xff\xfeb\x00r\x00", "yaml/encoding"),
        (b"briefing: x\nmarking: TLP:CLEAR\nactors: {NO: {name: Norway}}\n", "yaml/trap"),
        (b"briefing: x\nmarking: TLP:CLEAR\nmarking: TLP:RED\n", "yaml/trap"),
        (deep.as_bytes(), "yaml/budget"),
        (bomb.as_bytes(), "yaml/budget"),
        (wide.as_bytes(), "yaml/wrong-type"),
    ];
    for (bytes, rule) in cases {
        let bytes = bytes.to_owned();
        let world = ends(move || open(&bytes));
        let entry = &world.entries()[0];
        assert!(rules(entry).contains(&rule), "{rule}: {:?}", entry.findings());
        assert!(entry.findings().len() < 20, "one mistake, few findings: {:?}", entry.findings());
        let reader = Reader::open(world, None, 80, 24);
        assert!(reader.screen().len() == 24);
    }
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_no_mistake() {
    let text = "briefing: x\nmarking: TLP:CLEAR\nquestion: Why?\nchange: initial\n";
    for text in [format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
        let world = open(text.as_bytes());
        assert_eq!(world.entries()[0].findings(), []);
        assert_eq!(world.entries()[0].id, "x");
    }
}

/// M26: what could command a terminal is shown as a mark, wherever it stands.
#[test]
fn m26_control_bytes_never_reach_the_screen_or_the_text() {
    let nasty = "a\u{1b}[2Jb\u{9b}31mc\u{202e}d\u{7}e\u{200b}f\u{2066}g";
    let scratch = Scratch::new("m26");
    scratch.write("seeds/s.txt", format!("{nasty}.\n"));
    let quoted = bluf::text::neutral::neutral_json(&serde_json::to_string(nasty).expect("JSON"));
    let yaml = format!(
        "briefing: x\nmarking: {quoted}\ntitle: {quoted}\nquestion: {quoted}\nbottom_line: {quoted}\nsources: {{ART: {{file: seeds/s.txt, title: {quoted}, descriptor: {quoted}}}, {quoted}: {{file: {quoted}}}}}\nsections:\n  {quoted}:\n    C1: {{fact: {quoted}, quote: {{ART: {quoted}}}, {quoted}: {quoted}}}\njudgements:\n  J1: {{text: {quoted}, likelihood: {quoted}, by: {quoted}, claims: [{quoted}, C1]}}\n"
    );
    let path = scratch.write("briefings/x.yaml", yaml);
    let harmful = |text: &str| {
        text.chars().any(|c| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'))
    };
    for address in ["library", "x", "x#J1", "x#C1", "x#C1:1", "x#ART", "x/source", "x/check"] {
        let world = library::open(&path).expect("opens");
        let doc = bluf::page::page(&World::from(world.clone()), &address.parse::<Place>().expect("an address"))
            .unwrap_or_else(|error| panic!("{address}: {error}"));
        let mut out = Vec::new();
        bluf::export::text::write(&mut out, &doc, address, None, None).expect("text");
        let out = String::from_utf8(out).expect("UTF-8");
        assert!(!harmful(&out), "{address}: {out:?}");
        let reader = Reader::open(world, Some(address), 120, 40);
        assert!(!harmful(&reader.screen().join("\n")), "{address}");
    }
    let world = library::open(&path).expect("opens");
    assert!(world.entries()[0].resolved.evidence().passages[0][0].anchor.range().is_some(), "the quote still stands in its source");
}

#[test]
fn a_zero_width_non_joiner_stays() {
    let world = open("briefing: x\nmarking: TLP:CLEAR\ntitle: می\u{200c}خواهم\n".as_bytes());
    let reader = Reader::open(world, None, 80, 24);
    assert!(reader.screen().join("").contains("می\u{200c}خواهم"));
}

#[test]
fn m25_a_broken_briefing_names_its_place_and_the_others_still_open() {
    let scratch = Scratch::with_library("m25");
    scratch.write("briefings/broken.yaml", "briefing: broken\ntitle: [\n");
    let world = library::open(&scratch.0).expect("opens");
    assert_eq!(world.entries().len(), 2);
    assert!(world.entry("russia-iran-treaty").is_some_and(|entry| entry.findings().is_empty()));
    let reader = Reader::open(world, Some("broken"), 80, 24);
    assert!(reader.screen().join("\n").contains("keeps this briefing from being read. Enter shows it."));
    let mut reader = reader;
    reader.press("Enter").is_at("broken/check");
    assert!(reader.screen().join("\n").contains("2:8"), "{}", reader.screen().join("\n"));
}

#[test]
fn a_source_never_leaves_the_library() {
    let scratch = Scratch::new("leave");
    scratch.write("outside.txt", "Secret words.\n");
    let inside = scratch.write("library/briefings/x.yaml", "");
    std::os::unix::fs::symlink(scratch.0.join("outside.txt"), scratch.0.join("library/link.txt")).expect("a link");
    std::fs::create_dir(scratch.0.join("library/folder")).expect("a folder");
    let absolute = scratch.0.join("outside.txt").display().to_string();
    for (file, words) in [
        ("../outside.txt", "leaves the library"),
        ("folder/../../outside.txt", "leaves the library"),
        (absolute.as_str(), "leaves the library"),
        ("link.txt", "leaves the library"),
        ("folder", "is a folder"),
        ("nothing.txt", "no such file"),
    ] {
        std::fs::write(&inside, format!("briefing: x\nmarking: TLP:CLEAR\nsources: {{ART: {{file: '{file}'}}}}\n")).expect("written");
        let world = library::open(&scratch.0.join("library")).expect("opens");
        let findings = world.entries()[0].findings();
        let finding = findings.iter().find(|finding| finding.rule == "source/file-missing").expect("the finding");
        assert!(finding.message.contains(words), "{file}: {}", finding.message);
    }
}

#[test]
fn two_briefings_with_one_id_are_both_shown() {
    let scratch = Scratch::new("twice");
    scratch.write("a.yaml", "briefing: x\nmarking: TLP:CLEAR\ntitle: First\n");
    scratch.write("b.yaml", "briefing: x\nmarking: TLP:CLEAR\ntitle: Second\n");
    let world = library::open(&scratch.0).expect("opens");
    let ids: Vec<&str> = world.entries().iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["x", "x-2"]);
    assert!(rules(world.entries()[1]).contains(&"id/duplicate"));
    assert!(!rules(world.entries()[0]).contains(&"id/duplicate"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Any edit of the shipped briefing opens; every span lies in the text; every page can be made.
    #[test]
    fn any_damage_to_the_shipped_briefing_is_only_findings(at in 0.0_f64..1.0, cut in 0_usize..60, put in "[\\[\\]{}:,&*!|>'\"%@`#\n\t a-zJ0-9-]{0,12}") {
        let text = library::embedded::FILES[0].text;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a share of a length")]
        let start = text.floor_char_boundary((text.len() as f64 * at) as usize);
        let end = text.floor_char_boundary((start + cut).min(text.len()));
        let damaged = format!("{}{put}{}", &text[..start], &text[end..]);
        let file = library::held_briefing::FileText { text: damaged.into(), problem: None, prepared: None };
        let entry = HeldBriefing::new("x.yaml".to_owned(), "x", file, library::embedded::source);
        for finding in entry.findings() {
            prop_assert!(entry.file.get(finding.span.range()).is_some(), "{finding:?}");
        }
        let world = World::from(Library::new(vec![entry]));
        let mut waiting = vec![Place::Library];
        let mut seen = std::collections::HashSet::new();
        while let Some(place) = waiting.pop() {
            if seen.insert(place.clone()) && seen.len() < 60 {
                let doc = bluf::page::page(&world, &place);
                prop_assert!(doc.is_ok(), "{place}: {doc:?}");
                waiting.extend(doc.into_iter().flat_map(|doc| doc.links));
            }
        }
    }
}
