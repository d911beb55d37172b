//! Which way a judgement points: what is shown, counted and asked for follows the side that it is held on.

use crate::support::{Reader, Scratch};
use bluf::library;
use bluf::page::World;

/// Two agencies and a paper that reprints one of them. J1 is held not to come, J2 to come, J3 neither.
const LOCK: &str = "briefing: lock
title: The lock at Orn, invented
marking: TLP:CLEAR
date: 2031-03-10
yardstick: icd203
sources:
  A: {title: First, file: seeds/a.txt, reliability: B, origin: wire}
  B: {title: Reprint, file: seeds/b.txt, reliability: E, origin: wire}
  C: {title: Second, file: seeds/c.txt, reliability: F}
sections:
  lock:
    C1: {fact: The lock was repaired., quote: {A: The lock was repaired}, credibility: 2}
    C2: {fact: The lock was mended., quote: {B: The lock was mended}, credibility: 2}
    C3: {forecast: Floods could burst the lock., quote: {C: [Floods, could burst the lock]}, credibility: 2}
    C4: {fact: The keeper left., quote: {C: The keeper left}, credibility: 2}
judgements:
  J1: {section: lock, text: The lock bursts., by: 2031-06, likelihood: unlikely, confidence: low, because: 'It was repaired [C1].', claims: [C3], against: [C1, C2], assumptions: [A1]}
  J2: {section: lock, text: The lock reopens., by: 2031-06, likelihood: likely, confidence: low, because: 'It was repaired [C1].', claims: [C1, C2], against: [C4]}
  J3: {section: lock, text: The keeper returns., by: 2031-06, likelihood: roughly even chance, confidence: low, because: Who knows., claims: [C1], against: [C4]}
assumptions:
  A1: {text: Rain stays mild., if_wrong: 'Then [J1] moves up.'}
alternatives:
  H1: {to: J1, text: A barge breaks a gate., for: [C3, C4], against: [C1, C2]}
indicators:
  I1: {text: Rain, threshold: 40 mm in a day, moves: {J1: up, J2: down, J3: up}}
  I2: {text: Works, threshold: a crane at the lock, moves: {J1: down, J2: up, J3: down}}
";

/// The library with these words of the briefing changed.
fn lock(name: &str, changes: &[(&str, &str)]) -> (Scratch, World) {
    let scratch = Scratch::new(name);
    scratch.write("seeds/a.txt", "The lock was repaired.\n");
    scratch.write("seeds/b.txt", "The lock was mended.\n");
    scratch.write("seeds/c.txt", "Floods, it says, could burst the lock. The keeper left.\n");
    let text = changes.iter().fold(LOCK.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let path = scratch.write("briefings/lock.yaml", text);
    let world = library::open(&path).expect("opens").into();
    (scratch, world)
}

fn screen(name: &str, address: &str) -> String {
    changed(name, address, &[])
}

fn changed(name: &str, address: &str, changes: &[(&str, &str)]) -> String {
    let (_scratch, world) = lock(name, changes);
    Reader::open(world, Some(address), 90, 200).screen().join("\n")
}

/// The ids that begin the rows under a heading, up to the next one.
fn under(screen: &str, heading: &str) -> Vec<String> {
    let rows = screen.lines().map(|line| line.trim_start_matches(['▌', ' ', '!', '?', '·'])).skip_while(|line| !line.starts_with(heading));
    let rows = rows.skip(1).take_while(|line| !line.is_empty());
    rows.filter_map(|row| row.split_whitespace().next()).filter(|word| word.len() == 2).map(str::to_owned).collect()
}

#[test]
fn m6_a_judgement_rests_on_the_claims_of_its_judged_side() {
    let below = screen("way-below", "lock#J1");
    assert!(below.contains("WE JUDGE IT UNLIKELY"), "{below}");
    assert_eq!((under(&below, "RESTS ON"), under(&below, "SPEAKS FOR THE EVENT")), (vec!["C1".into(), "C2".into()], vec!["C3".into()]));
    assert_eq!(under(&below, "WE ASSUME"), ["A1"]);
    assert!(!below.contains("SPEAKS AGAINST"), "{below}");
    let above = screen("way-above", "lock#J2");
    assert_eq!((under(&above, "RESTS ON"), under(&above, "SPEAKS AGAINST THE EVENT")), (vec!["C1".into(), "C2".into()], vec!["C4".into()]));
    let even = screen("way-even", "lock#J3");
    assert!(even.contains("WE JUDGE THAT THERE IS A ROUGHLY EVEN CHANCE"), "{even}");
    let (sides, last) = even.split_once("RESTS ON").and_then(|(_, rest)| rest.split_once("RESTS ON")).expect("both sides carry it");
    assert!(sides.contains("for the event") && sides.contains("C1 states"), "{even}");
    assert!(last.contains("against the event") && last.contains("C4 states"), "{even}");
}

#[test]
fn n1_what_is_counted_is_the_judged_side() {
    let below = screen("way-counts", "lock#J1:confidence");
    for words in [
        "2 claims, 2 sources, 1 origin",
        "Judged side what speaks against the event",
        "Claims      1 for the event: C3",
        "Hedged      none of 2 passages",
    ] {
        assert!(below.contains(words), "{words} is missing:\n{below}");
    }
    let even = screen("way-counts-even", "lock#J3:confidence");
    for words in ["2 claims, 2 sources, 2 origins (1 not stated)", "Claims      1 for the event: C1", "            1 against the event: C4"]
    {
        assert!(even.contains(words), "{words} is missing:\n{even}");
    }
}

/// F is no grade below E: nothing is known of that source, and so it is not compared.
#[test]
fn n1_a_grade_that_was_not_judged_is_neither_best_nor_worst() {
    let rests_on = |claims: &str| {
        let shown = changed("way-best", "lock#J2", &[("claims: [C1, C2], against: [C4]", &format!("claims: {claims}"))]);
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let reprint = rests_on("[C2, C4]");
    assert!(
        reprint.contains("Best grade E2: the source is unreliable, the content probably true. Not judged for both: F2."),
        "of the judged: {reprint}"
    );
    assert!(rests_on("[C4, C1]").contains("Best grade B2: the source is usually reliable"));
    let unjudged = rests_on("[C4]");
    assert!(unjudged.contains("Graded F2: the source cannot be judged, the content is probably true."), "{unjudged}");
    let several = changed(
        "way-none",
        "lock#J2",
        &[("claims: [C1, C2], against: [C4]", "claims: [C3, C4]"), ("could burst the lock]}, credibility: 2", "could burst the lock]}")],
    );
    let several = several.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(several.contains("No claim is judged for both source and content: F2 F6."), "{several}");
    let card = screen("way-card", "lock#J3:confidence");
    assert!(card.contains("B2 1 claim C1") && card.contains("best") && card.contains("F2 1 claim C4"), "{card}");
}

/// A reliable source makes nothing of what is improbable.
#[test]
fn n1_grades_are_ordered_by_what_both_halves_say() {
    let first = ("reliability: B, origin: wire", "reliability: A, origin: wire");
    let reprint = ("reliability: E, origin: wire", "reliability: B, origin: wire");
    let of = |claim: &str, to: &str| {
        let from = format!("quote: {{{claim}}}, credibility: 2");
        (from.clone(), from.replace("credibility: 2", to))
    };
    let shown = |name: &str, address: &str, credibility: &[(&str, &str)]| {
        let graded: Vec<(String, String)> = credibility.iter().map(|(claim, to)| of(claim, to)).collect();
        let graded = graded.iter().map(|(from, to)| (from.as_str(), to.as_str()));
        let screen = changed(name, address, &[first, reprint].into_iter().chain(graded).collect::<Vec<_>>());
        screen.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (own, other) = ("A: The lock was repaired", "B: The lock was mended");
    let improbable = [(own, "credibility: 5")];
    let page = shown("way-grades", "lock#J2", &improbable);
    assert!(page.contains("Best grade B2: the source is usually reliable, the content probably true."), "{page}");
    let card = shown("way-grades-card", "lock#J2:confidence", &improbable);
    assert!(card.contains("B2 1 claim C2 best A5 1 claim C1"), "{card}");
    let falls = shown("way-grades-false", "lock#C1:if-false", &improbable);
    assert!(!falls.contains("best grade") && !falls.contains("A5"), "nothing is lost with what is improbable: {falls}");
    let doubtful = shown("way-grades-doubtful", "lock#J2", &[(own, "credibility: 3"), (other, "credibility: 1")]);
    assert!(doubtful.contains("Best grade B1"), "{doubtful}");
    let none = shown("way-grades-none", "lock#J2", &[(own, "credibility: 5"), (other, "credibility: 5")]);
    assert!(none.contains("No content is better than improbable: A5 B5.") && !none.contains("Best grade"), "{none}");
}

/// "Floods … could burst": the first passage alone says nothing flatly. So do a forecast, and words that a hedge stands over.
#[test]
fn n1_a_passage_is_hedged_by_its_sentence_and_its_claim() {
    let with = |name: &str, claim: &str| {
        changed(
            name,
            "lock#J2:confidence",
            &[
                ("C3: {forecast: Floods could burst the lock., quote: {C: [Floods, could burst the lock]}, credibility: 2}", claim),
                ("claims: [C1, C2], against: [C4]", "claims: [C3]"),
            ],
        )
    };
    for (name, claim, counted) in [
        (
            "way-beside",
            "C3: {assessment: Floods could burst it., quote: {C: [Floods, could burst the lock]}}",
            "2 of 2 passages hedge or speak of the future: C3:1 C3:2",
        ),
        (
            "way-over",
            "C3: {assessment: It says a flood could burst it., quote: {C: burst the lock}}",
            "the only passage hedges or speaks of the future: C3",
        ),
        (
            "way-forecast",
            "C3: {forecast: The keeper is gone., quote: {C: The keeper left}}",
            "the only passage hedges or speaks of the future: C3",
        ),
        ("way-flat", "C3: {fact: The keeper is gone., quote: {C: The keeper left}}", "no (1 passage)"),
    ] {
        let card = with(name, claim);
        assert!(card.contains(counted), "{counted} is missing:\n{card}");
        assert_eq!(card.contains("■ met     an unhedged passage"), name == "way-flat", "{card}");
    }
}

#[test]
fn n7_the_other_side_of_an_unlikely_event_is_what_would_bring_it() {
    let below = screen("way-contrary", "lock#J1:contrary");
    assert_eq!((under(&below, "SPEAKS FOR THE EVENT"), under(&below, "RESTS ON")), (vec!["C3".into()], vec!["C1".into(), "C2".into()]));
    assert!(below.contains("WOULD RAISE IT") && !below.contains("WOULD LOWER IT"), "{below}");
    assert!(below.contains("I1 ↑ Rain") && !below.contains("Works"), "{below}");
    let above = screen("way-contrary-above", "lock#J2:contrary");
    assert!(above.contains("WOULD LOWER IT") && !above.contains("WOULD RAISE IT"), "{above}");
    let even = screen("way-contrary-even", "lock#J3:contrary");
    assert!(even.contains("WOULD LOWER IT") && even.contains("WOULD RAISE IT"), "{even}");
}

#[test]
fn m6_a_claim_bears_on_the_event_beside_how_likely_that_is_held() {
    let repaired = screen("way-bears", "lock#C1");
    for row in [
        "J1 against the event · unlikely: The lock bursts.",
        "J2 for the event ·     likely: The lock reopens.",
        "J3 for the event ·     roughly even chance",
    ] {
        assert!(repaired.contains(row), "{row} is missing:\n{repaired}");
    }
    let floods = screen("way-bears-against", "lock#C3");
    assert!(floods.contains("J1 for the event · unlikely: The lock bursts."), "{floods}");
}

/// J1 is held not to come: the repairs fit it, and the flood hurts it. Two papers of one agency hurt H1 once.
#[test]
fn n8_a_judgement_is_compared_as_it_is_held_and_harm_is_weighed_by_origin() {
    let matrix = screen("way-matrix", "lock#J1:alternatives");
    for row in [
        "J1 We judge it unlikely: The lock bursts.",
        "1 claim, 1 origin against",
        "2 claims, 1 origin against",
        "Judged below even, so that × speaks for the event: J1.",
    ] {
        assert!(matrix.contains(row), "{row} is missing:\n{matrix}");
    }
    let signs = |id: &str| {
        matrix
            .lines()
            .find(|line| line.trim_start_matches(['▌', ' ']).starts_with(id))
            .map(|line| line.chars().filter(|c| "+×".contains(*c)).collect())
    };
    assert_eq!((signs("C1 "), signs("C3 "), signs("C4 ")), (Some("+×".to_owned()), Some("×+".to_owned()), Some("+".to_owned())));
}

/// The timeline that was opened from a claim is the briefing's, and not the claim's.
#[test]
fn m11_a_view_on_the_way_is_parted_from_the_item_that_it_was_opened_from() {
    let (_scratch, world) = lock("way-trail", &[]);
    let mut reader = Reader::open(world, Some("lock#J1"), 120, 40);
    reader.press("Enter Enter").is_at("lock#C1:1");
    let line = reader.press("4").screen()[0].clone();
    assert!(line.contains("lock › J1 › C1 │ Outlook"), "{line}");
    let (_scratch, world) = lock("way-trail-first", &[]);
    let line = Reader::open(world, Some("lock/outlook"), 120, 40).screen()[0].clone();
    assert!(line.contains("lock › Outlook"), "{line}");
}
