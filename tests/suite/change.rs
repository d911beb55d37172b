//! This edition beside the one before.

use crate::dike::{BEFORE, NOW, dike, library, open, whole};
use crate::support::{Reader, Scratch};
use bluf::page::flow::Density;
use bluf::page::{Place, Role, flow, page};

fn links(scratch: &Scratch) -> Vec<String> {
    let doc = page(&open(scratch), &"dike/change".parse().expect("an address")).expect("a page");
    doc.links.iter().map(Place::to_string).collect()
}

#[test]
fn n9_every_kind_of_change_is_found_and_counted() {
    let scratch = dike("n9-all");
    let page = whole(&scratch, "dike/change");
    let summary = "2 changed, 1 of them silently; 1 restated; 1 consistent; 1 new; 1 dropped; 3 claims added, 1 withdrawn, \
                   2 re-sourced, 3 reworded or regraded.";
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(summary), "{page}");
    for part in [
        "10 Feb 2031 → 10 Mar 2031",
        "────░░░░░──█████────  unlikely (20–45 %)",
        "→ likely (55–80 %)",
        "●○○ → ●●○  low → moderate",
        "Why         Engineers found the crack since.",
        "J4 very unlikely: The council resigns.",
        "Horizon     Mar 2031 → May 2031",
        "Text then   Help is asked for.",
        "Text now    Help is asked for abroad.",
        "C9 states The water stood at four metres.",
        "Then        POST “The council will close the road”",
        "Now         HERALD “The road may stay open”",
        "Now also    HERALD “Engineers found a crack in the dike at Varn”",
        "Words then  A flood could come.",
        "Grade       C3 → B2",
        "RADIO Radio notes",
        "Then        A closure of the road is likely [J2].",
        "Now         A failure of the dike is likely [J1].",
    ] {
        assert!(page.contains(part), "{part} is missing:\n{page}");
    }
    let links = links(&scratch);
    for id in ["J1", "J2", "J3", "J5", "J6", "C1", "C2", "C3", "C4", "C5", "C6", "HERALD", "GAUGE"] {
        assert!(links.contains(&format!("dike#{id}")), "{id}");
    }
    for id in ["J4", "C9", "RADIO"] {
        assert!(!links.contains(&format!("dike#{id}")), "{id} has no place any more");
    }
}

#[test]
fn n9_of_every_field_that_differs_both_editions_are_shown() {
    let then = NOW.replace("date: 2031-03-10", "date: 2031-02-10").replace("previous: seeds/before.yaml\n", "");
    let now = NOW
        .replace("Does the dike hold?", "Does the dike at Varn hold?")
        .replace("less than three metres for a week", "less than two metres for a week")
        .replace("moves: {J1: up}", "moves: {J1: down}")
        .replace("collect: divers", "collect: drones")
        .replace("{to: J1, who: The water desk", "{to: J2, who: The river desk")
        .replace("for: [C6], against: [C5]", "for: [C6, C4]")
        .replace("if_wrong: 'Then [J1] has no driver.'", "if_wrong: 'Then [J1] falls.'");
    let scratch = library("n9-fields", then, &now);
    let page = whole(&scratch, "dike/change").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Question Does the dike hold? → Does the dike at Varn hold?",
        "Threshold less than three metres for a week → less than two metres for a week",
        "Moves J1 up → down",
        "Collect divers → drones",
        "Who The water desk → The river desk",
        "To J1 → J2",
        "For C6 → C6 C4",
        "Against C5 → not stated",
        "If wrong Then [J1] has no driver. → Then [J1] falls.",
    ] {
        assert!(page.contains(part), "{part} is missing:\n{page}");
    }
}

#[test]
fn n9_a_silent_change_is_marked_and_what_is_consistent_is_not() {
    let scratch = dike("n9-silent");
    let reader = Reader::open(open(&scratch), Some("dike/change"), 82, 100);
    let bad = reader.text_in(Role::Bad);
    assert_eq!(bad.matches("Changed silently: no reason is given.").count(), 1, "{bad}");
    let screen = reader.screen();
    let of = |words: &str| screen.iter().find(|row| row.contains(words)).unwrap_or_else(|| panic!("no {words}")).clone();
    assert!(of("The road is closed.").ends_with("changed silently"));
    assert!(of("J3 likely: The water rises.").ends_with("Consistent."));
    let silent: Vec<String> = {
        let world = open(&scratch);
        let found = world.entries()[0].findings().iter().filter(|finding| finding.rule == "judgement/silent-change");
        found.map(|finding| finding.id.clone()).collect()
    };
    assert_eq!(silent, ["J2"], "the check says the same");
    let judgement = whole(&scratch, "dike#J2");
    assert!(judgement.contains("THE LAST EDITION SAID") && judgement.contains("Changed silently"), "{judgement}");
}

#[test]
fn n9_an_account_that_is_false_is_called_so() {
    let denied = library("n9-denied", BEFORE, &NOW.replace("change: changed", "change: consistent"));
    assert!(whole(&denied, "dike/change").contains("It changed, and this edition says of itself that nothing did."));
    let mistold = library("n9-mistold", BEFORE, &NOW.replace("was: {likelihood: unlikely", "was: {likelihood: very unlikely"));
    assert!(whole(&mistold, "dike/change").contains("What this edition says was said before is not what was said."));
    let unexplained = library("n9-why", BEFORE, &NOW.replace(", why: Engineers found the crack since.", ""));
    assert!(whole(&unexplained, "dike/change").contains("Why         not stated"));
}

#[test]
fn n9_an_edition_beside_itself_has_not_changed() {
    let page = whole(&library("n9-same", NOW, NOW), "dike/change");
    assert!(page.contains("5 consistent; no claim changed."), "{page}");
    assert_eq!(page.matches("Consistent.").count(), 5);
    assert_eq!(page.matches('→').count(), 1, "only the two dates:\n{page}");
    assert!(!page.contains("Why"), "{page}");
}

#[test]
fn n9_two_yardsticks_are_told_and_one_word_shows_both_its_ranges() {
    let before = BEFORE.replace("yardstick: icd203", "yardstick: phia").replace("very unlikely", "highly unlikely");
    let page = whole(&library("n9-yardstick", before, NOW), "dike/change");
    assert!(page.contains("The yardsticks differ, PHIA then and ICD 203 now"), "{page}");
    assert!(page.contains("likely (55–75 %)") && page.contains("───────────▓▓▓▓█────"), "{page}");
}

#[test]
fn n9_an_edition_that_cannot_be_read_says_why() {
    for (name, now) in
        [("missing", NOW.replace("seeds/before.yaml", "seeds/befor.yaml")), ("outside", NOW.replace("seeds/before.yaml", "../x.yaml"))]
    {
        let scratch = library(&format!("n9-{name}"), BEFORE, &now);
        let page = whole(&scratch, "dike/change");
        assert!(page.contains("The edition before cannot be read: "), "{page}");
        assert!(page.contains("seeds/befor.yaml") || page.contains("../x.yaml"), "{page}");
    }
    let page = whole(&library("n9-bytes", [0xff, 0xfe, 0x00, 0x41], NOW), "dike/change");
    assert!(page.contains("The edition before cannot be read: ") || page.contains("holds no judgement"), "{page}");
}

/// What was cut off, or never was a briefing, is compared as far as it goes, and that is said.
#[test]
fn n9_a_broken_edition_before_breaks_nothing() {
    let nested = format!("judgements: {}\n", "[".repeat(500));
    let twice = "judgements:\n  J1: {text: a}\n  J1: {text: b}\n";
    let strange = "judgements:\n  J1: {text: \"\\u001b[2J\\u202e\", likelihood: [x], by: 2031-01/.., claims: J1}\nsections:\n  s:\n    C1: {fact: 3, quote: [{}]}\n";
    let broken = ["", "no briefing at all", "- a\n- b\n", "judgements: [\n", &nested, twice, strange, "\u{feff}: : :\n"];
    let cut: Vec<&str> = (0..BEFORE.len()).step_by(97).filter(|at| BEFORE.is_char_boundary(*at)).map(|at| &BEFORE[..at]).collect();
    for (at, before) in broken.into_iter().chain(cut).enumerate() {
        let scratch = library(&format!("n9-broken-{at}"), before, NOW);
        let world = open(&scratch);
        for address in ["dike/change", "dike#J1", "dike#J2"] {
            let doc = page(&world, &address.parse().expect("an address")).expect("a page");
            for cells in [20, 38, 60, 76] {
                let rows = flow(&doc, cells, Density::Roomy);
                assert!(rows.iter().all(|row| !row.plain().contains(['\u{1b}', '\u{202e}'])), "{before}");
            }
        }
    }
    let page = whole(&library("n9-prose", "no briefing at all", NOW), "dike/change");
    assert!(page.contains("`seeds/before.yaml` holds no judgement and no claim that could be read."), "{page}");
    let page = whole(&library("n9-cut", &BEFORE[..BEFORE.len() - 40], NOW), "dike/change");
    assert!(page.contains("Some of the edition before could not be read"), "{page}");
}

#[test]
fn n9_the_tab_and_the_judgement_lead_to_it() {
    let scratch = dike("n9-ways");
    let mut reader = Reader::open(open(&scratch), Some("dike"), 120, 40);
    assert!(reader.screen()[1].contains("6 Change"), "{}", reader.screen()[1]);
    assert_eq!(reader.press("6").address(), "dike/change");
    let doc = page(&open(&scratch), &"dike#J1".parse().expect("an address")).expect("a page");
    assert!(doc.links.iter().any(|link| link.to_string() == "dike/change"));
}
