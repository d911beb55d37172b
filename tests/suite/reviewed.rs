//! What a reviewer could strike as false, in the words of pages: an invented briefing, and what its pages must say of it.

use crate::support::{Reader, Scratch, dense};
use bluf::library::{self, Library};
use std::sync::atomic::{AtomicUsize, Ordering};

/// One source that cannot be judged, J1 against the event by its only F3, J2 on an assumption that names C4 and on J1.
const BRIEFING: &str = "briefing: x
title: X
marking: TLP:CLEAR
date: 2030-07-01
bottom_line: The mill closes [J1]. The town pays [J2]. Our one source is old.
sources:
  ART: {title: Notes on the mill, file: seeds/s.txt, reliability: F, descriptor: 'Unsigned, undated notes on [J1].', accept: {source/undated: 'It has no date [G1].'}}
actors:
  mill: {name: mill, aka: [miller]}
  town: {name: town}
sections:
  s:
    C1: {fact: The mill stands still, quote: One., credibility: 3}
    C2: {assessment: The river is low, quote: Two.}
    C3: {fact: A sale has been reported, quote: A sale has been reported., accept: {claim/agentless: 'The notes name nobody; see [C7].'}}
    C4: {fact: The deed was signed, quote: Four., credibility: 3}
    C5: {assumption: The owner is rich, quote: Five.}
    C6: {assessment: The owner likes the town, quote: Six.}
    C7: {fact: The miller is ill, quote: Seven.}
judgements:
  J1: {text: The mill runs on, by: 2031-01, likelihood: unlikely, confidence: low, because: 'It stands still [C1] and the town is poor.', claims: [C3, C5], against: [C1, C2]}
  J2: {text: 'The town buys it', likelihood: likely, confidence: low, because: 'The mill stops [J1].', claims: [C3, C6], against: [C5], assumptions: [A1]}
assumptions:
  A1: {text: 'The deed holds [C4]', if_wrong: 'Then [J2] falls, and [S1].'}
  A2: {text: The river stays low, if_wrong: 'Then [J1] and [J2] fall, with [A1].'}
alternatives:
  H1: {to: J1, text: It is sold and runs, for: [C3], against: [C2, C4]}
scenarios:
  S1: {plausible: 'Either the mill runs [J1] or the town has it [J2]'}
  S2: {baseline: 'Neither [J1]'}
gaps:
  G1: {text: 'Who wrote the notes, and is the miller ill [C7]?', limits: [J1]}
events:
  T1: {other: The deed is signed, kind: deed, claims: [C4]}
  T2: {other: The mill stops, kind: stop, actors: [mill], claims: [C1]}
  T3: {other: A sale, kind: sale, after: [T1], claims: [C3], mode: alleged}
";

fn opened(changes: &[(&str, &str)]) -> Library {
    // Tests run side by side, each with a folder of its own.
    static FOLDERS: AtomicUsize = AtomicUsize::new(0);
    let scratch = Scratch::new(&format!("reviewed-{}", FOLDERS.fetch_add(1, Ordering::Relaxed)));
    scratch.write("seeds/s.txt", "One. Two. A sale has been reported. Four. Five. Six. Seven.\n");
    let mut text = BRIEFING.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    scratch.write("briefings/x.yaml", text);
    let library = library::open(&scratch.0).expect("opens");
    library.check(|_, _| ());
    library
}

fn shown(address: &str, changes: &[(&str, &str)]) -> String {
    Reader::open(opened(changes), Some(address), 78, 120).screen().join("\n").replace('▌', " ")
}

fn says(address: &str, sentences: &[&str]) {
    let screen = shown(address, &[]);
    for sentence in sentences {
        assert!(dense(&screen).contains(&dense(sentence)), "{address}: {sentence}\n{screen}");
    }
}

fn says_not(address: &str, sentences: &[&str]) {
    let screen = shown(address, &[]);
    for sentence in sentences {
        assert!(!dense(&screen).contains(&dense(sentence)), "{address}: {sentence}\n{screen}");
    }
}

#[test]
fn n10_a_grade_is_the_same_only_where_nothing_better_went() {
    says("x#C1:if-false", &["J1 loses its only fact and its only claim graded F3 (the best left is grade F6)"]);
    says(
        "x#J1:if-false",
        &["No single claim carries J1. Without C1 it loses its only fact and its only claim graded F3 (the best left is grade F6)."],
    );
    says_not("x#J1:if-false", &["of the same grade"]);
    let alike = shown("x#J1:if-false", &[("quote: One., credibility: 3", "quote: One."), ("C2: {assessment", "C2: {fact")]);
    assert!(dense(&alike).contains(&dense("whichever one is false, the other stands, of the same grade and origins")), "{alike}");
}

#[test]
fn n10_a_claim_that_an_assumption_names_puts_it_in_doubt_with_what_hangs_on_it() {
    says(
        "x#C4:if-false",
        &[
            "If C4 is false: A1 is in doubt, and with it J2; S1 is weighed anew; the bottom line’s second sentence, which rests on J2, is judged anew.",
            "IS IN DOUBT",
            "A1 The deed holds [C4] It rests on C4.",
            "It hangs on A1; its 2 claims stay.",
            "DOES NOT CITE IT J1",
            "H1 keeps 1 of 2 contrary claims.",
        ],
    );
    // A gap names it, and that is no use of it.
    says("x#C7:if-false", &["If C7 is false, no judgement loses evidence: none cites it.", "DOES NOT CITE IT J1 J2"]);
    // What an assumption says of another in `if_wrong` hangs on it, and not the other way round.
    says("x#A2:if-false", &["A1 is in doubt", "J1 and J2 are judged anew"]);
    says_not("x#A1:if-false", &["A2 is in doubt"]);
    says("x#A1:if-false", &["NOT LINKED TO IT J1"]);
}

#[test]
fn n10_what_hangs_on_several_names_them_all() {
    says(
        "x#A2:if-false",
        &["S1 Either the mill runs [J1] or the town has it [J2] It hangs on J1, J2 and A1.", "S2 Neither [J1] It hangs on J1."],
    );
    says("x/outlook", &["Hangs on it: J1 J2 A1; through J1, J2 and A1: S1; through J1: S2; and the bottom line"]);
}

#[test]
fn n10_readings_lose_what_speaks_against_them() {
    says("x#C2:if-false", &["H1 keeps 1 of 2 contrary claims.", "LOSES CONTRARY EVIDENCE", "J1 keeps 1 of 2 claims."]);
    let only = shown("x#C4:if-false", &[("against: [C2, C4]", "against: [C4]")]);
    assert!(dense(&only).contains(&dense("H1 loses its only contrary claim.")), "{only}");
}

#[test]
fn n10_a_source_that_takes_every_claim_takes_the_whole_bottom_line() {
    says(
        "x#ART:if-false",
        &["no claim is left, so the whole bottom line is judged anew", "Our one source is old.", "NO OTHER CLAIM CARRIES THESE"],
    );
}

#[test]
fn n10_what_carries_a_judgement_is_said_in_its_direction() {
    let one = shown("x#J1:if-false", &[("against: [C1, C2]", "against: [C1]")]);
    assert!(dense(&one).contains(&dense("Of the 3 claims of J1, C1 alone speaks against the event.")), "{one}");
    let lost = shown("x#C1:if-false", &[("against: [C1, C2]", "against: [C1]")]);
    assert!(dense(&lost).contains(&dense("J1 loses its only claim against the event")), "{lost}");
}

#[test]
fn m7_a_link_between_claim_and_judgement_has_one_name_on_both_pages() {
    says("x#C1", &["J1 against the event · unlikely: The mill runs on"]);
    says(
        "x#C3",
        &["J1 for the event · unlikely: The mill runs on", "J2 for the event · likely: The town buys it", "H1 for it · It is sold"],
    );
    says("x#J1", &["RESTS ON", "against the event"]);
}

#[test]
fn m6_a_citation_stands_behind_the_likelihood_and_never_behind_an_event_that_it_speaks_against() {
    let screen = shown("x#J1", &[]);
    assert!(screen.contains("The mill runs on (against it: C1 and 1 more)"), "{screen}");
}

#[test]
fn n1_what_no_source_states_of_its_origin_is_not_stated() {
    says("x#J1", &["2 claims, 1 source, origin not stated"]);
    says("x#J1:confidence", &["Origins not stated: ART, counted as one"]);
    let stated = shown("x#J1:confidence", &[("reliability: F", "reliability: F, origin: wire")]);
    assert!(stated.contains("2 claims, 1 source, 1 origin") && stated.contains("wire, of ART"), "{stated}");
}

#[test]
fn n1_an_unhedged_passage_is_no_assumption_and_no_report_of_a_report() {
    says("x#J2:confidence", &["■ met an unhedged passage: C6", "moderate, by this program’s rules", "serves ICD 203"]);
    says_not("x#J2:confidence", &["(NIE)", "says it flatly"]);
    let none = shown("x#J2:confidence", &[("claims: [C3, C6]", "claims: [C3, C5]"), ("against: [C5]", "against: [C6]")]);
    assert!(dense(&none).contains(&dense("□ not met an unhedged passage")), "{none}");
}

#[test]
fn n8_the_counts_are_said_to_rank_nothing() {
    for address in ["x/alternatives", "x#J1:alternatives"] {
        says(address, &["The counts rank nothing: a blank was not weighed, and a judgement’s reason says what weighs more."]);
    }
    let bare = shown("x/alternatives", &[("because: 'It stands still [C1] and the town is poor.', ", "")]);
    assert!(dense(&bare).contains(&dense("a blank was not weighed, and one claim may outweigh several.")), "{bare}");
}

#[test]
fn n16_what_is_accepted_of_an_item_stands_on_its_page_and_is_no_use_of_what_it_names() {
    says("x#C3", &["ACCEPTED claim/agentless: The notes name nobody; see [C7]."]);
    says_not("x#C3", &["NAMES"]);
    says_not("x#C7", &["NAMED IN C3"]);
    says("x#ART", &["ACCEPTED source/undated: It has no date [G1]."]);
    says("x#C7", &["Nothing rests on this claim.", "no judgement, alternative, event or relationship uses it"]);
    says_not("x#C7", &["on this claim yet"]);
    says("x/check", &["open", "2 accepted"]);
    // What nobody may live with is not accepted, whatever the file says.
    let refused = shown("x#C1", &[("quote: One., credibility: 3", "quote: One., credibility: 3, accept: {quote/not-found: Never mind.}")]);
    assert!(!refused.contains("ACCEPTED"), "{refused}");
}

#[test]
fn m5_the_cover_names_a_source_and_then_says_what_it_is() {
    says("x", &["ART Notes on the mill. Unsigned, undated notes on [J1].", "2 accepted"]);
    says_not("x", &["“Notes on the mill”"]);
    let dated = shown("x", &[("title: Notes on the mill,", "title: Notes on the mill, date: 2030-06-01,")]);
    assert!(dense(&dated).contains(&dense("ART Notes on the mill, 1 Jun 2030. Unsigned")), "{dated}");
    let silent = shown("x", &[("descriptor: 'Unsigned, undated notes on [J1].'", "descriptor: Notes.")]);
    assert!(dense(&silent).contains(&dense("ART Notes on the mill, undated. Notes.")), "{silent}");
}

#[test]
fn m7_a_rule_of_time_without_dates_says_no_order_that_nobody_knows() {
    let text = bluf::linear::Walk::new(bluf::page::World::from(opened(&[])), Some("x/timeline".parse().expect("it")), None);
    let text = text.expect("there").take("").text;
    assert!(text.contains("Undated, in the briefing’s order: T1 (link 1), T2 (link 2), T3 (link 3) (alleged)."), "{text}");
    assert!(text.contains("Known of their order: T3 after T1."), "{text}");
    assert!(!text.contains("Happened"), "{text}");
}

#[test]
fn m7_an_actor_is_named_by_a_judgement_or_by_its_reason_only() {
    says("x#mill", &["REGION OR GROUP", "Found under miller", "JUDGEMENTS THAT NAME IT", "CLAIMS THAT NAME IT"]);
    says("x#town", &["JUDGEMENTS THAT NAME IT", "J2 likely", "JUDGEMENTS WHOSE REASONS NAME IT", "J1 unlikely"]);
}
