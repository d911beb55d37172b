//! What kind an event is, by one vocabulary or in a word of one's own.

use crate::support::{Reader, Scratch};
use bluf::library::{self, Library};

fn opened(scratch: &Scratch, head: &str, event: &str) -> Library {
    scratch.write("seeds/s.txt", "One in 2026. Two.\n");
    let text = format!(
        "briefing: x\ntitle: X\nmarking: TLP:CLEAR\n{head}date: 2026-05-05\nsources: {{ART: {{title: S, file: seeds/s.txt}}}}\nsections:\n  s:\n    C1: {{fact: First, quote: One in 2026.}}\nevents:\n  T1: {{{event}, date: 2026-03, claims: [C1]}}\n"
    );
    scratch.write("briefings/x.yaml", text);
    library::open(&scratch.0).expect("opens")
}

fn errors_of_form(library: &Library) -> Vec<String> {
    let findings = library.entries()[0].findings().iter();
    findings.filter(|finding| finding.rule.starts_with("yaml/")).map(|finding| finding.message.clone()).collect()
}

#[test]
fn m7_an_event_says_its_kind_in_the_word_of_its_vocabulary_or_in_its_own() {
    let scratch = Scratch::new("kinds");
    for (head, event, kind) in [
        ("", "ceasefire: The guns fall silent", "ceasefire (CAMEO 0871), material cooperation"),
        ("event_kinds: plover\n", "mobilize: The army is called up", "mobilize (PLOVER MOBILIZE), material conflict"),
        ("event_kinds: plover\n", "consult: They meet", "consult (PLOVER CONSULT), verbal cooperation"),
        ("", "consult: They meet", "consult (CAMEO 040), verbal cooperation"),
        ("", "other: The tanker runs aground, kind: grounding", "grounding (of no vocabulary)"),
        ("event_kinds: plover\n", "other: The tanker runs aground, kind: grounding", "grounding (of no vocabulary)"),
        ("", "negotiate: They talk of a truce, kind: truce talks", "truce talks (CAMEO 046), verbal cooperation"),
    ] {
        let library = opened(&scratch, head, event);
        assert_eq!(errors_of_form(&library), [""; 0], "{event}");
        Reader::open(library.clone(), Some("x#T1"), 80, 24).shows(kind);
        Reader::open(library, Some("x/timeline"), 80, 24).shows("T1");
    }
    assert!(!errors_of_form(&opened(&scratch, "", "mobilize: The army is called up")).is_empty());
    assert!(!errors_of_form(&opened(&scratch, "event_kinds: plover\n", "visit: They come")).is_empty());
}
