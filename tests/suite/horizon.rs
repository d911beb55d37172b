//! Judgements whose horizon has passed.

use crate::support::{Reader, Scratch};
use bluf::briefing::Date;
use bluf::library::{self, Library};

/// A library of one briefing whose judgement has this horizon, read on a day.
fn opened(scratch: &Scratch, judgement: &str, day: &str) -> Library {
    scratch.write("seeds/s.txt", "One. Two.\n");
    let head = "briefing: x\ntitle: X\nmarking: TLP:CLEAR\ndate: 2026-01-05\nsources: {ART: {title: S, file: seeds/s.txt}}\nsections:\n  s:\n    C1: {fact: First, quote: One.}\n";
    scratch.write(
        "briefings/x.yaml",
        format!("{head}judgements:\n  J1: {{text: A, claims: [C1], likelihood: likely, confidence: low, {judgement}}}\n"),
    );
    library::open(&scratch.0).expect("opens").on(Date::parse(day).as_ref())
}

fn is_over(library: &Library) -> bool {
    library.entries()[0].findings().iter().any(|finding| finding.rule == "judgement/overdue")
}

#[test]
fn n16_a_horizon_passes_as_exactly_as_it_is_dated() {
    let scratch = Scratch::new("horizon-exact");
    for (by, day, over) in [
        ("2026-06", "2026-06-30", false),
        ("2026-06", "2026-07-01", true),
        ("2026-06-15", "2026-06-15", false),
        ("2026-06-15", "2026-06-16", true),
        ("2026", "2026-12-31", false),
        ("2026", "2027-01-01", true),
        ("2026-03/2026-06", "2026-06-30", false),
        ("2026-03/2026-06", "2026-07-01", true),
        ("2026-03/..", "2030-01-01", false),
        ("../2026-03", "2026-04-01", true),
        // The edition is of 5 January 2026, and no clock before it makes it older.
        ("2025-12", "2020-01-01", true),
        ("2026-02", "2020-01-01", false),
        ("some day", "2030-01-01", false),
    ] {
        assert_eq!(is_over(&opened(&scratch, &format!("by: {by}"), day)), over, "{by} on {day}");
    }
}

/// A judgement that is over is told apart from a live one wherever it stands.
#[test]
fn n16_a_judgement_whose_horizon_has_passed_says_so_on_every_page_at_every_width() {
    let scratch = Scratch::new("horizon-pages");
    for (day, over) in [("2026-06-30", false), ("2026-07-01", true)] {
        for (columns, rows) in [(120, 40), (80, 24), (40, 40)] {
            for place in ["library", "x", "x/outlook", "x#J1", "x#J1:contrary"] {
                let library = opened(&scratch, "by: 2026-06", day);
                let screen = Reader::open(library, Some(place), columns, rows).screen().join("\n").to_lowercase();
                assert_eq!(screen.contains("horizon passed"), over, "{day} {place} {columns}:\n{screen}");
            }
        }
    }
}

#[test]
fn n16_that_a_horizon_has_passed_can_be_accepted() {
    let scratch = Scratch::new("horizon-accepted");
    let library = opened(&scratch, "by: 2026-06, accept: {judgement/overdue: Kept as it was judged.}", "2026-07-01");
    assert!(!is_over(&library));
    assert_eq!(library.entries()[0].accepted().len(), 1);
}

/// What is saved while the browser runs is read on the same day.
#[test]
fn n16_a_briefing_that_is_read_again_is_read_on_the_same_day() {
    let scratch = Scratch::new("horizon-again");
    let before = opened(&scratch, "by: 2026-08", "2026-07-01");
    assert!(!is_over(&before));
    let live = library::live::Live::new(before, Box::new(|_| Ok(())));
    drop(opened(&scratch, "by: 2026-06 ", "2026-07-01"));
    assert!(live.look(), "it is still there");
    assert!(is_over(&live.library()));
}
