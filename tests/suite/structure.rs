//! What a briefing must be as a whole: what it means, what it was drawn from, what an analyst may live with.

use crate::support::{Reader, Scratch, dense, desk, project};
use bluf::check::{RULES, example};
use bluf::library;

#[test]
fn n16_the_cover_says_what_it_means_for_the_reader_and_what_all_sources_are_good_for() {
    let world = desk();
    let briefing = &world.entry("strait-security").expect("the briefing").resolved.briefing;
    let screen = dense(&Reader::open(world.clone(), Some("strait-security"), 69, 200).screen().join("\n"));
    let summary = briefing.source_summary.as_ref().expect("a summary");
    assert_eq!(briefing.implications.len(), 2);
    for text in briefing.implications.iter().chain([summary]) {
        assert!(screen.contains(&dense(text)), "{}", text.value);
    }
    let place = |words: &str| screen.find(words).expect(words);
    assert!(place("WHATITMEANS") > place("KEYJUDGEMENTS"), "the answer stands first");
    assert!(place(&dense(summary)) > place("SOURCES"), "under its heading");
}

#[test]
fn n16_what_a_finding_says_is_english() {
    for (file, message) in [
        ("judgement-outruns-source", "its only passage is conditional, and the likelihood is very likely"),
        ("alternative-incoherent-within", "H1 is at least 55 %, and the event of J1, which comes in it, 20 % at most"),
        (
            "bottom-line-drift-turned",
            "the bottom line says “very unlikely to stay open” [J1], the field says very unlikely of the opposite",
        ),
        ("indicator-one-of-set-contrary", "lowers J1 and raises S1, in which it comes"),
    ] {
        let library = library::open(&project(&format!("tests/bad/{file}.yaml"))).expect("opens");
        let said: Vec<&str> = library.entries()[0].findings().iter().map(|finding| finding.message.as_str()).collect();
        assert!(said.contains(&message), "{file}: {said:?}");
    }
}

/// The rules of the example whose finding is on the briefing itself, each with an `accept` of the briefing.
#[test]
fn n16_what_is_found_on_the_briefing_is_acknowledged_on_it_if_it_may_be_lived_with() {
    let base = example::FILES[0].1;
    let mut tried = 0;
    for (number, rule) in RULES.iter().enumerate() {
        let scratch = Scratch::new(&format!("accepted-{number}"));
        for (path, text) in example::FILES {
            scratch.write(path, text);
        }
        let text = format!("{}accept: {{{}: We know.}}\n", base.replacen(rule.good, rule.bad, 1), rule.id);
        scratch.write(example::FILES[0].0, &text);
        let world = library::open(&scratch.0).expect("the library opens");
        let held = &world.entries()[0];
        let stays = held.findings().iter().any(|finding| finding.rule == rule.id && finding.id.is_empty());
        let accepted = held.accepted().iter().any(|accepted| accepted.finding.rule == rule.id);
        let refused = held.findings().iter().any(|finding| finding.rule == "accept/refused");
        if held.resolved.briefing.complete {
            assert_eq!(refused, !rule.acceptable, "{}", rule.id);
            assert!(!(rule.acceptable && stays || refused && accepted), "{}", rule.id);
            tried += usize::from(accepted);
        }
    }
    assert!(tried > 6, "{tried}");
}
