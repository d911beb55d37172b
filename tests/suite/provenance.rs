//! From any judgement to the exact words of the source, and back.

use crate::support::{Reader, Scratch, dense, desk, embedded};
use bluf::briefing::{Anchor, Level};
use bluf::library;
use bluf::page::{Place, Role, Spot};
use bluf::tui::layout::Pane;

/// Enter, three times, from the first key judgement.
#[test]
fn m1_enter_three_times_ends_on_the_lit_passage_and_back_three_times_on_the_same_row() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut reader = Reader::open(embedded(), None, columns, rows);
        reader.is_at("russia-iran-treaty");
        let first = reader.stop();
        let target = reader.model.shown().expect("a page").here().flowed.doc.links[first.expect("a stop")].to_string();
        assert_eq!(target, "russia-iran-treaty#J1", "the cursor begins on the first key judgement");
        reader.press("Enter Enter Enter");
        let Place::In { spot: Spot::Passage { claim, passage }, .. } = &reader.model.trail().here().place else {
            panic!("{} is no passage", reader.address());
        };
        let entry = reader.model.world().entry("russia-iran-treaty").expect("the briefing");
        let index = entry.resolved.graph.find(claim).expect("the claim").index;
        let quote = &entry.resolved.briefing.claims[index].passages[passage - 1].exact.value;
        assert_eq!(dense(&reader.text_in(Role::Lit)), dense(quote));
        reader.press("Backspace Backspace Backspace").is_at("russia-iran-treaty");
        assert_eq!(reader.stop(), first);
    }
}

/// Every passage of every briefing: the lit text is the quote.
#[test]
fn m1_every_passage_is_lit_in_exactly_its_words() {
    for world in [embedded, desk] {
        let places: Vec<(Place, String)> = world()
            .entries()
            .iter()
            .flat_map(|entry| {
                entry.resolved.briefing.claims.iter().flat_map(|claim| {
                    claim.passages.iter().enumerate().map(|(at, passage)| {
                        let spot = Spot::Passage { claim: claim.head.id.value.clone(), passage: at + 1 };
                        (Place::within(&entry.id, spot), passage.exact.value.clone())
                    })
                })
            })
            .collect();
        assert!(places.len() > 30);
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            for (place, quote) in &places {
                let reader = Reader::open(world(), Some(&place.to_string()), columns, rows);
                assert_eq!(dense(&reader.text_in(Role::Lit)), dense(quote), "{place}");
                let shown = reader.model.shown().expect("a page").here();
                let visible = shown.flowed.rows_from(shown.top).take(usize::from(rows) - 4);
                assert!(visible.flat_map(|row| &row.pieces).any(|piece| piece.role == Role::Lit), "{place} is out of view");
            }
        }
    }
}

/// Deleting one word from the source unanchors exactly the claims that quote it.
#[test]
fn m2_a_word_deleted_from_the_source_unanchors_the_claims_that_quote_it() {
    let scratch = Scratch::with_library("m2");
    let path = scratch.0.join("seeds/russia-iran-treaty.txt");
    let source = std::fs::read_to_string(&path).expect("the source");
    std::fs::write(&path, source.replacen("intelligence indicates", "indicates", 1)).expect("written");
    let world = library::open(&scratch.0).expect("a library");
    let entry = world.entry("russia-iran-treaty").expect("the briefing");
    let found: Vec<_> = entry.findings().iter().filter(|finding| finding.rule == "quote/not-found").collect();
    assert!(!found.is_empty());
    for finding in found {
        assert_eq!(finding.level, Level::Error);
        let index = entry.resolved.graph.find(&finding.id).expect("a claim").index;
        let Anchor::Missing { nearest: Some(nearest) } = entry.resolved.evidence().passages[index][0].anchor else { panic!("{finding:?}") };
        assert_eq!(entry.resolved.text(0).and_then(|text| text.number(nearest)).map(|number| number.to_string()).as_deref(), Some("7"));
        let quoted = &entry.file[finding.span.range()];
        assert!(quoted.contains("share") || quoted.contains("intelligence"), "the caret is under the quote: {quoted}");
        let reader =
            Reader::open(library::open(&scratch.0).expect("a library"), Some(&format!("russia-iran-treaty#{}", finding.id)), 120, 40);
        assert!(reader.screen().iter().any(|row| row.contains("UNANCHORED")), "the page says so");
    }
}

#[test]
fn m3_from_100_columns_on_claim_and_passage_are_on_screen_together() {
    let reader = Reader::open(embedded(), Some("russia-iran-treaty#C1"), 100, 30);
    let shown = reader.model.shown().expect("a page");
    let preview = shown.column(Pane::Preview).expect("a preview");
    let lit = preview.flowed.rows_from(preview.top).take(26).flat_map(|row| &row.pieces).any(|piece| piece.role == Role::Lit);
    assert!(lit, "the source beside the claim shows the passage");
}

/// From a sentence, one key opens the card with the claims that rest on it.
#[test]
fn m4_enter_leads_from_a_sentence_to_its_claims_and_on_to_each() {
    let mut reader = Reader::at("russia-iran-treaty/source/ART:8");
    let preview: Vec<String> = reader.screen();
    reader.press("Enter").is_at("russia-iran-treaty#ART:8");
    let resolved = &reader.model.world().entry("russia-iran-treaty").expect("the briefing").resolved;
    let eighth = resolved.text(0).and_then(|text| text.find("8".parse().expect("a number"))).expect("a sentence");
    let claims = resolved.evidence().coverage[0][eighth].claims.clone();
    assert!(!claims.is_empty());
    for claim in claims {
        let id = reader.model.world().entries()[0].resolved.briefing.claims[claim].head.id.value.clone();
        assert!(reader.screen().iter().any(|row| row.contains(&id)), "{id} is on the card");
        assert!(preview.iter().any(|row| row.contains(&id)), "{id} was in the preview before");
    }
    reader.press("Enter");
    assert!(matches!(reader.model.trail().here().place.spot(), Some(Spot::Item(id)) if id.starts_with('C')));
}

#[test]
fn m5_the_source_card_says_not_stated_and_never_nothing() {
    let reader = Reader::open(embedded(), Some("russia-iran-treaty#C1"), 120, 60);
    let screen = reader.screen().join("\n");
    for label in ["Reliability", "Credibility", "Author", "Publisher", "Published", "Retrieved", "Address"] {
        assert!(screen.contains(label), "{label}");
    }
    assert!(screen.contains(" of 29"));
    assert!(screen.matches("not stated").count() >= 5);
}

/// A judgement's words lead to the scales that explain them.
#[test]
fn m6_one_key_on_a_word_shows_its_scale() {
    let mut reader = Reader::at("russia-iran-treaty#J1");
    let links: Vec<String> = reader.links();
    for scale in ["scale:likelihood", "scale:confidence", "scale:admiralty"] {
        assert!(links.iter().any(|link| link == scale), "{scale}");
    }
    reader.press("g j Enter").is_at("scale:likelihood").shows("roughly even chance");
}

#[test]
fn m7_who_speaks_is_said_in_words() {
    let says = |address: &str, words: &str| {
        let reader = Reader::open(embedded(), Some(address), 80, 24);
        assert!(reader.screen().iter().any(|row| row.contains(words)), "{address}: {words}");
    };
    says("russia-iran-treaty#J1", "WE JUDGE");
    says("russia-iran-treaty#C1", "THE SOURCE");
    says("russia-iran-treaty#A1", "WE ASSUME");
}

/// The judgement page counts what its confidence rests on; sources of one origin count once.
#[test]
fn n2_sources_of_one_origin_count_once() {
    let world = desk();
    let entry = world.entry("ostrel-ferries").expect("the briefing");
    let (at, basis) = (0..entry.resolved.briefing.judgements.len())
        .map(|at| (at, entry.resolved.basis(at)))
        .find(|(_, basis)| basis.sources.len() == 2)
        .expect("a judgement on both sources");
    assert_eq!(basis.origins.len(), 1);
    let id = entry.resolved.briefing.judgements[at].head.id.value.clone();
    let reader = Reader::open(world, Some(&format!("ostrel-ferries#{id}")), 120, 40);
    assert!(reader.screen().join(" ").contains("2 sources, 1 origin"));
}

/// The shipped briefing: every passage anchored, every sentence accounted for, no error.
#[test]
fn the_shipped_briefing_is_whole() {
    let world = embedded();
    let entry = world.entry("russia-iran-treaty").expect("the briefing");
    let (anchored, covered) = (entry.resolved.evidence().anchored(), entry.resolved.evidence().covered_in_all());
    assert_eq!(anchored.part, anchored.whole);
    assert_eq!((covered.part, covered.whole), (29, 29));
    assert_eq!(entry.findings(), []);
    let sections: Vec<&str> = entry.resolved.briefing.sections.iter().map(|slug| slug.value.as_str()).collect();
    assert_eq!(sections, ["context", "regional-security", "economics", "global-repercussions"]);
    assert!(entry.resolved.briefing.judgements.len() >= 5);
    assert!(entry.resolved.briefing.scenarios.len() >= 3);
}
