//! The sides of a judgement: why this confidence, and what speaks against it.

use crate::dike::{dike, open, whole};
use crate::support::{Reader, dense, desk, embedded};
use bluf::briefing::scale::{ClaimKind, Likelihood, Yardstick};
use bluf::check::confidence_needs::unmet;
use bluf::page::{Body, Place, Role, page};
use bluf::text::phrases::find;
use std::collections::BTreeSet;
use std::sync::Arc;

fn doc(world: &bluf::page::World, address: &str) -> bluf::page::Doc {
    page(world, &address.parse().expect("an address")).expect("a page")
}

fn links(world: &bluf::page::World, address: &str) -> BTreeSet<String> {
    doc(world, address).links.iter().map(Place::to_string).collect()
}

#[test]
fn n1_the_card_counts_what_a_confidence_rests_on() {
    let card = whole(&dike("n1-counts"), "dike#J1:confidence");
    for words in [
        "3 claims, 3 sources, 2 origins (1 not stated)",
        "Claims      3: C1 C3 C4",
        "Hedged      1 of 4 passages hedges or speaks of the future: C3",
        "Kinds       2 facts C1 C4; 1 forecast C3",
        "oldest 1 Mar 2031 POST, 9 days before this edition",
        "newest 8 Mar 2031 HERALD, 2 days before this edition",
        "not stated: GAUGE",
        "A1 1 claim C4",
        "B2 1 claim C1",
        "C6 1 claim C3",
        "Claims      1 against the event: C6",
        "Readings    1: H1",
        "Their basis 1: C6",
        "Dissent     1: D1",
        "Assumptions 1: A1",
        "Gaps        1: G1",
    ] {
        assert!(card.contains(words), "{words} is missing:\n{card}");
    }
}

#[test]
fn n2_sources_that_share_an_origin_are_named_with_it() {
    let card = whole(&dike("n2-origins"), "dike#J1:confidence");
    assert!(card.contains("wire, shared by POST HERALD"), "{card}");
    assert!(card.contains("not stated: GAUGE, counted as one"), "{card}");
    let card = whole(&dike("n2-one"), "dike#J6:confidence");
    assert!(card.contains("1 claim, 2 sources, 1 origin"), "{card}");
}

#[test]
fn n1_every_number_of_the_card_leads_to_its_items() {
    let scratch = dike("n1-links");
    let links = links(&open(&scratch), "dike#J1:confidence");
    for id in ["C1", "C3", "C4", "C6", "C3", "POST", "HERALD", "GAUGE", "H1", "D1", "A1", "G1", "J1", "J1:contrary", "C3:1"] {
        assert!(links.contains(&format!("dike#{id}")), "{id}: {links:?}");
    }
}

#[test]
fn n1_the_next_level_says_what_is_there_and_what_is_missing() {
    let scratch = dike("n1-next");
    let low = whole(&scratch, "dike#J2:confidence");
    assert!(
        low.contains("WHAT THE NEXT LEVEL NEEDS")
            && low.contains("moderate, by this program’s rules")
            && !low.contains("WHAT THE STATED LEVEL NEEDS")
    );
    assert!(low.contains("□ not met a fact among its claims"), "{low}");
    assert!(low.contains("serves ICD 203, standard 3"), "the standard stands beside it:\n{low}");
    assert!(low.contains("■ met     a claim that it rests on: C2"), "{low}");
    let moderate = whole(&scratch, "dike#J1:confidence");
    assert!(moderate.contains("WHAT THE STATED LEVEL NEEDS") && moderate.contains("WHAT THE NEXT LEVEL NEEDS"));
    assert!(moderate.contains("▫ to judge claims of two independent origins: POST HERALD GAUGE"), "{moderate}");
    assert!(moderate.contains("▫ to judge few assumptions: A1"), "{moderate}");
    let high = whole(&scratch, "dike#J6:confidence");
    assert!(high.contains("There is nothing higher."), "{high}");
    assert!(high.contains("□ not met  claims of two independent origins"), "{high}");
}

#[test]
fn n1_a_confidence_above_its_basis_is_flagged() {
    let scratch = dike("n1-flag");
    let reader = |address: &str| Reader::open(open(&scratch), Some(address), 82, 100);
    let flagged = reader("dike#J6:confidence").text_in(Role::Bad);
    for needed in ["More than its basis carries", "two independent origins", "at most 24 months"] {
        assert!(flagged.contains(needed), "{needed}: {flagged}");
    }
    let fits = reader("dike#J1:confidence");
    assert_eq!(fits.text_in(Role::Bad), "");
    assert!(fits.screen().join(" ").contains("Nothing that can be counted is missing."));
}

/// What the rules find of a stated confidence, the card calls missing, and nothing else that a rule looks at.
#[test]
fn n1_the_card_and_the_check_agree() {
    let scratch = dike("n1-agree");
    let rules = ["judgement/high-on-one", "judgement/confidence-over-grade", "judgement/high-and-far"];
    let mut found = 0;
    for world in [Arc::new(open(&scratch)), desk(), embedded()] {
        for entry in world.entries() {
            for (index, judgement) in entry.resolved.briefing.judgements.iter().enumerate() {
                let Some(stated) = judgement.confidence.as_ref().and_then(|word| word.value) else { continue };
                let basis = entry.resolved.basis(index);
                let missing: BTreeSet<&str> = unmet(stated, basis).filter_map(|condition| condition.rule).collect();
                for rule in rules {
                    let finding = entry.findings().iter().any(|finding| finding.rule == rule && finding.id == judgement.head.id.value);
                    assert_eq!(missing.contains(rule), finding, "{rule} of {} in {}", judgement.head.id.value, entry.id);
                    found += usize::from(finding);
                }
            }
        }
    }
    assert_eq!(found, 2);
}

#[test]
fn n1_the_line_on_the_judgement_leads_to_the_card() {
    let scratch = dike("n1-line");
    let judgement = whole(&scratch, "dike#J1");
    assert!(dense(&judgement).contains(&dense("2 origins (1 not stated). Best grade A1: the source is")), "{judgement}");
    let world = open(&scratch);
    let doc = doc(&world, "dike#J1");
    let line = doc.blocks.iter().find(|block| block.key == "why this confidence").expect("the line");
    let Body::Field { text, .. } = &line.body else { panic!("it is a field") };
    let counts = text.runs.iter().find(|run| run.text().contains("2 origins")).and_then(|run| run.link.clone()).expect("a link");
    assert_eq!(counts.to_string(), "dike#J1:confidence");
    assert!(doc.links.iter().any(|link| link.to_string() == "scale:confidence"), "the word still leads to its scale");
}

/// ICD 203: a confidence level and a degree of likelihood never stand in one sentence.
#[test]
fn n1_no_line_of_these_pages_joins_a_likelihood_and_a_confidence() {
    let scratch = dike("n1-apart");
    let mut terms: Vec<&str> = [Yardstick::Icd203, Yardstick::Phia].into_iter().flat_map(Yardstick::terms).map(Likelihood::word).collect();
    terms.sort_unstable();
    for address in ["dike/change", "dike#J1:confidence", "dike#J6:confidence", "dike#J1:contrary", "dike#J2"] {
        for line in whole(&scratch, address).lines() {
            let line = line.to_lowercase();
            let level = line.split([' ', '.', ',', ':', ';']).any(|word| ["confidence", "low", "moderate", "high"].contains(&word));
            assert!(!level || find(&line, &terms).is_empty(), "{address}: {line}");
        }
    }
}

#[test]
fn n7_c_shows_the_other_side_and_goes_back() {
    let scratch = dike("n7-key");
    let mut reader = Reader::open(open(&scratch), Some("dike#J1"), 120, 40);
    let stop = reader.press("j").model.trail().here().stop;
    assert!(reader.foot().contains("c contrary"), "{}", reader.foot());
    reader.press("c").is_at("dike#J1:contrary");
    assert!(reader.foot().contains("c J1"), "{}", reader.foot());
    reader.press("c");
    assert_eq!((reader.address().as_str(), reader.stop()), ("dike#J1", stop), "on the row that it left");
    assert_eq!(reader.model.trail().places().count(), 1, "and no deeper than before");
}

#[test]
fn n7_c_works_wherever_a_judgement_is_at_hand_and_nowhere_else() {
    let scratch = dike("n7-where");
    for (address, keys) in [("dike", ""), ("dike/dike", ""), ("dike/change", ""), ("dike#J1:confidence", ""), ("dike#J1:alternatives", "")]
    {
        let mut reader = Reader::open(open(&scratch), Some(address), 120, 40);
        reader.press(keys);
        assert!(reader.foot().contains("c contrary"), "{address}: {}", reader.foot());
        reader.press("c");
        assert_eq!(reader.address(), "dike#J1:contrary", "from {address}");
        reader.press("c");
        assert_eq!(reader.address(), "dike#J1", "and then to the judgement");
        reader.press("Backspace");
        assert_eq!(reader.address(), address, "and back to where it began");
    }
    for address in ["dike#C4:1", "dike/check", "help", "scale:likelihood", "library", "dike#GAUGE"] {
        let mut reader = Reader::open(open(&scratch), Some(address), 120, 40);
        assert!(!reader.foot().contains("c contrary"), "{address}: {}", reader.foot());
        reader.press("c");
        assert_eq!(reader.address(), address);
        assert!(reader.foot().contains("No judgement here."), "{address}: {}", reader.foot());
    }
}

#[test]
fn n7_the_neighbour_of_an_other_side_turns_back_to_its_own_judgement() {
    let scratch = dike("n7-neighbour");
    let mut reader = Reader::open(open(&scratch), Some("dike#J1"), 120, 40);
    reader.press("c J").is_at("dike#J2:contrary");
    assert_eq!(reader.press("c").address(), "dike#J2");
}

#[test]
fn n7_both_sides_stand_in_the_same_letters_whole_and_with_their_grades() {
    let scratch = dike("n7-weight");
    let world = open(&scratch);
    let doc = doc(&world, "dike#J1:contrary");
    let briefing = &world.entries()[0].resolved.briefing;
    let rows = |side: &str| -> Vec<&bluf::page::doc::ListRow> {
        let of = doc.blocks.iter().filter(|block| block.key.starts_with(&format!("{side} ")));
        of.filter_map(|block| if let Body::ListRow(row) = &block.body { Some(row) } else { None }).collect()
    };
    let (against, support) = (rows("speaks against the event"), rows("rests on"));
    assert_eq!((against.len(), support.len()), (1, 3));
    assert_eq!((rows("against h1").len(), rows("for h1").len()), (1, 1), "a rival reading has both sides too");
    let look = |row: &bluf::page::doc::ListRow| [&row.id, &row.lead, &row.text, &row.tail].map(|text| text.runs[0].role);
    for row in against.iter().chain(&support).chain(&rows("against h1")).chain(&rows("for h1")) {
        let claim = briefing.claims.iter().find(|claim| claim.head.id.value == row.id.plain()).expect("the claim");
        assert_eq!(row.text.plain(), claim.text.as_ref().expect("a text").value);
        assert_eq!(look(row), look(against[0]));
        assert!(!row.one_row && !row.tail.is_empty());
        assert_eq!(Some(row.lead.plain().as_str()), claim.kind.map(ClaimKind::verb));
    }
}

#[test]
fn n7_the_other_side_has_readings_dissent_signs_and_assumptions() {
    let page = whole(&dike("n7-parts"), "dike#J1:contrary");
    for words in [
        "H1 unlikely: The crack is old and harmless.",
        "unlikely",
        "AGAINST H1",
        "FOR H1",
        "D1 very unlikely: The dike was built for more.",
        "Held by     The water desk",
        "very unlikely",
        "I1 ↓ The gauge",
        "Threshold   less than three metres for a week",
        "State       not seen",
        "A1 The rain goes on.",
        "If wrong    Then [J1] has no driver.",
    ] {
        assert!(page.contains(words), "{words} is missing:\n{page}");
    }
    assert!(!page.contains("Sandbags"), "what would raise it is not the other side");
    assert!(!page.contains("None recorded."), "{page}");
}

#[test]
fn n7_an_empty_part_says_so() {
    let page = whole(&dike("n7-none"), "dike#J3:contrary");
    assert_eq!(page.matches("None recorded.").count(), 5, "{page}");
    for heading in ["SPEAKS AGAINST THE EVENT", "OTHER READINGS", "DISSENT", "WOULD LOWER IT", "WE ASSUME"] {
        assert!(page.contains(heading), "{heading}");
    }
}
