//! What falls if a claim is false, an assumption wrong or a source not to be believed, and what carries a judgement.

use crate::support::{Reader, Scratch, dense, embedded};
use bluf::library::{self, Library};
use bluf::linear::Walk;

/// J1 on one fact and a forecast, J2 on two origins, J3 on one claim alone, J4 on J3 too, J5 against the event.
const BRIEFING: &str = "briefing: x
title: X
marking: TLP:CLEAR
date: 2030-07-01
bottom_line: The gate stays shut [J1]. The ferry sails [J2]. The mill is sold [J3].
sources:
  ART: {title: S, file: seeds/s.txt, reliability: B}
  TWO: {title: T, file: seeds/t.txt, reliability: C}
sections:
  s:
    C1: {fact: The gate is shut, quote: {ART: One.}, credibility: 2}
    C2: {forecast: It may open, quote: {ART: Two.}, credibility: 3}
    C3: {fact: The ferry sailed, quote: {TWO: Three.}, credibility: 2}
    C4: {fact: The ferry is new, quote: {ART: Four.}, credibility: 3}
    C5: {fact: The mill burned, quote: {ART: Five.}, credibility: 2}
    C6: {fact: The town is poor, quote: {ART: Six.}, credibility: 2}
judgements:
  J1: {text: The gate stays shut, likelihood: likely, claims: [C1, C2], against: [C3], assumptions: [A1]}
  J2: {text: The ferry sails, likelihood: likely, claims: [C1, C3, C4]}
  J3: {text: The mill is sold, likelihood: very likely, claims: [C5], assumptions: [A2]}
  J4: {text: 'As the mill goes so goes the town [J3]', likelihood: likely, claims: [C3, C4]}
  J5: {text: The town buys the mill, likelihood: unlikely, claims: [C5], against: [C6]}
assumptions:
  A1: {text: Nobody has a second key, if_wrong: 'Then [J1] falls.'}
  A2: {text: 'The paper reports the fire [C5] correctly', if_wrong: 'Then [J3] falls.'}
alternatives:
  H1: {to: J1, text: The gate is only stuck, for: [C1]}
events:
  T1: {other: The gate is shut, kind: closure, claims: [C1]}
";

fn opened(name: &str) -> Library {
    let scratch = Scratch::new(name);
    scratch.write("seeds/s.txt", "One. Two. Four. Five. Six.\n");
    scratch.write("seeds/t.txt", "Three.\n");
    scratch.write("briefings/x.yaml", BRIEFING);
    library::open(&scratch.0).expect("opens")
}

fn shown(name: &str, address: &str) -> String {
    dense(&Reader::open(opened(name), Some(address), 69, 90).screen().join("\n"))
}

#[test]
fn n10_what_it_means_for_the_reader_falls_with_what_it_rests_on() {
    let scratch = Scratch::new("if-false-implications");
    scratch.write("seeds/s.txt", "One. Two. Four. Five. Six.\n");
    scratch.write("seeds/t.txt", "Three.\n");
    let meaning = "implications: ['Look for another road [J1].', 'Buy no flour there [J3].', 'Ask the crew [J2].']\nsources:\n";
    scratch.write("briefings/x.yaml", BRIEFING.replacen("sources:\n", meaning, 1));
    let page = |address: &str| dense(&Reader::open(library::open(&scratch.0).expect("opens"), Some(address), 69, 90).screen().join("\n"));
    let claim = page("x#C5:if-false");
    for words in ["the second implication, which rests on J3, is judged anew", "WHAT IT MEANS Buy no flour there [J3]."] {
        assert!(claim.contains(&dense(words)), "{words}\n{claim}");
    }
    assert!(!claim.contains(&dense("Look for another road")) && !claim.contains(&dense("Ask the crew")), "{claim}");
    assert!(page("x#C1:if-false").contains(&dense("the first implication, which rests on J1, is weaker")));
}

#[test]
fn n10_what_falls_with_a_claim_is_said_in_a_sentence_and_so_is_what_does_not() {
    for (address, sentences) in [
        (
            "x#C1:if-false",
            &[
                "If C1 is false: J1 loses its only fact and its best grade (grade B2; the best left is grade B3); J2 loses its best grade (grade B2; the best left are grades B3 and C2); the bottom line’s first sentence, which rests on J1, is weaker; the bottom line’s second sentence, which rests on J2, is weaker.",
                "keeps 1 of 2 claims",
                "NO OTHER CLAIM CARRIES THESE",
                "H1 The gate is only stuck",
                "T1 The gate is shut",
                "DOES NOT CITE IT J3 J4 J5",
            ][..],
        ),
        (
            "x#C5:if-false",
            &[
                "If C5 is false: J3 loses its only claim for the event; J4 is judged anew; A2 is in doubt; the bottom line’s third sentence, which rests on J3, is judged anew. J5 loses its only contrary claim.",
                "It hangs on J3.",
                "DOES NOT CITE IT J1 J2",
            ],
        ),
        (
            "x#C3:if-false",
            &[
                "J2 loses its second origin; J4 loses its only claim graded C2 (the best left is grade B3) and its second origin",
                "J1 loses its only contrary claim",
                "keeps 2 of 3 claims, all of one source",
            ],
        ),
        ("x#C2:if-false", &["If C2 is false, no judgement loses what it needs. J1 keeps 1 of 2 claims."]),
        (
            "x#TWO:if-false",
            &[
                "If TWO is not to be believed: J2 loses its second origin; J4 loses its only claim graded C2 (the best left is grade B3) and its second origin",
            ],
        ),
        (
            "x#ART:if-false",
            &[
                "J1, J3 and J5 lose every claim that carries them",
                "J2 loses its best grade (grade B2; the best left is grade C2) and its second origin",
            ],
        ),
        (
            "x#A1:if-false",
            &[
                "If A1 is wrong: J1 is judged anew; the bottom line’s first sentence, which rests on J1, is judged anew.",
                "It hangs on A1; its 2 claims stay.",
                "Then [J1] falls.",
            ],
        ),
    ] {
        let screen = shown("if-false-said", address);
        for sentence in sentences {
            assert!(screen.contains(&dense(sentence)), "{address}: {sentence}\n{screen}");
        }
    }
}

/// The field that links a scenario to a judgement takes the place of the mention in its text, and nothing away.
#[test]
fn n10_a_scenario_is_weighed_anew_with_the_judgements_that_come_in_it_or_do_not() {
    let scratch = Scratch::new("if-false-scenarios");
    scratch.write("seeds/s.txt", "One. Two. Four. Five. Six.\n");
    scratch.write("seeds/t.txt", "Three.\n");
    for fields in [["", ""], [", with: [J1]", ", without: [J1]"]] {
        let scenarios = format!(
            "scenarios:\n  S1: {{baseline: 'The gate stays shut [J1]', by: 2031{}}}\n  S2: {{plausible: 'It does not [J1]', by: 2031{}}}\nevents:\n",
            fields[0], fields[1]
        );
        scratch.write("briefings/x.yaml", BRIEFING.replacen("events:\n", &scenarios, 1));
        let page =
            |address: &str| dense(&Reader::open(library::open(&scratch.0).expect("opens"), Some(address), 99, 200).screen().join("\n"));
        let wrong = page("x#A1:if-false");
        assert!(wrong.contains(&dense("J1 is judged anew; S1 and S2 are weighed anew")), "{fields:?}\n{wrong}");
        let outlook = page("x/outlook");
        assert!(outlook.contains(&dense("Hangs on it: J1; through J1: S1 S2")), "{fields:?}\n{outlook}");
    }
}

#[test]
fn n10_what_carries_a_judgement_is_said_claim_by_claim_and_source_by_source() {
    for (address, sentences) in [
        // Of what is unlikely, what speaks against the event carries the judgement.
        ("x#J5:if-false", &["Of the 2 claims of J5, C6 alone speaks against the event.", "C6 The town is poor"][..]),
        (
            "x#J3:if-false",
            &[
                "C5 is the only claim of J3.",
                "WITHOUT THE CLAIM",
                "Loses its only claim for the event.",
                // The assumption is that the claim is right.
                "It is judged anew; its claim C5 is in doubt.",
            ],
        ),
        (
            "x#J1:if-false",
            &[
                "No single claim carries J1. Without C1 it loses its only fact",
                "Every claim that carries it is of one source, ART.",
                "It is judged anew; its 2 claims stay.",
            ],
        ),
        ("x#J2:if-false", &["No single claim carries J2", "Without TWO it loses"]),
    ] {
        let screen = shown("if-false-carried", address);
        for sentence in sentences {
            assert!(screen.contains(&dense(sentence)), "{address}: {sentence}\n{screen}");
        }
    }
}

#[test]
fn n10_one_key_leads_there_and_back() {
    let mut reader = Reader::open(opened("if-false-key"), Some("x#C1"), 120, 40);
    let place = |reader: &Reader| reader.model.trail().here().place.to_string();
    assert!(reader.press("F").foot().contains("F C1"), "{}", reader.foot());
    assert_eq!(place(&reader), "x#C1:if-false");
    assert_eq!(place(reader.press("F")), "x#C1");
    let mut reader = Reader::open(opened("if-false-key"), Some("x/s"), 120, 40);
    reader.press("j F");
    assert!(place(&reader).ends_with(":if-false"), "where the stop leads to one: {}", place(&reader));
    let mut reader = Reader::open(opened("if-false-key"), Some("x#J3"), 120, 40);
    assert_eq!(place(reader.press("F")), "x#J3:if-false");
    assert_eq!(place(reader.press("Enter")), "x#C5:if-false", "what carries it leads on to what falls with that");
    let mut reader = Reader::open(opened("if-false-key"), Some("x#T1"), 120, 40);
    assert_eq!(place(reader.press("F")), "x#C1:if-false", "its first stop is a claim");
}

#[test]
fn n10_the_linear_mode_reads_it_and_an_address_that_cannot_fall_says_so() {
    let mut walk =
        Walk::new(bluf::page::World::from(opened("if-false-linear")), Some("x#C5".parse().expect("an address")), None).expect("there");
    let text = walk.take("i").text;
    assert!(text.contains("If C5 is false: J3 loses its only claim for the event"), "{text}");
    walk.take("i");
    assert_eq!(walk.place().to_string(), "x#C5");
    let text = walk.take("J3 if-false").text;
    assert!(text.contains("C5 is the only claim of J3."), "{text}");
    let text = walk.take("x#T1:if-false").text;
    assert!(text.contains("what falls is asked of a claim, an assumption or a source"), "{text}");
}

#[test]
fn n10_every_item_of_the_shipped_briefing_that_can_be_false_has_the_page() {
    let world = embedded();
    let held = &world.entries()[0];
    for item in held.resolved.briefing.items().filter(|item| bluf::briefing::Resolved::can_be_false(*item)) {
        let address = format!("{}#{}:if-false", held.id, held.resolved.briefing.id_of(item));
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let screen = Reader::open(embedded(), Some(&address), columns, rows).screen().join("\n");
            assert!(screen.contains("if false"), "{address}\n{screen}");
        }
    }
}
