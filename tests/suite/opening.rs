//! What stands on the screen when a briefing is opened.

use crate::support::{Reader, Scratch, desk, embedded, world_of_scripts};
use bluf::library;
use bluf::page::World;
use std::sync::Arc;

const SIZES: [(u16, u16); 6] = [(40, 12), (60, 15), (44, 16), (80, 24), (120, 40), (250, 60)];

/// A briefing of two judgements with these words on its cover.
fn briefing(title: &str, question: &str, bottom_line: &str) -> String {
    let judgement = |id: &str| format!("  {id}: {{text: The ferries stop., claims: [C1], likelihood: likely, confidence: low}}\n");
    format!(
        "briefing: x\ntitle: \"{title}\"\nmarking: TLP:CLEAR\ndate: 2026-01-05\nquestion: \"{question}\"\nbottom_line: \"{bottom_line}\"\n\
         sources: {{ART: {{title: S, file: seeds/s.txt}}}}\nsections:\n  s:\n    C1: {{fact: First, quote: One.}}\njudgements:\n{}{}",
        judgement("J1"),
        judgement("J2")
    )
}

/// The bottom line is the product's name: a cover opens with its first words in view, and the cursor in view too.
fn opens_well(world: &Arc<World>) {
    for entry in world.entries() {
        let briefing = &entry.resolved.briefing;
        // In Chinese a line ends where no white space is.
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let begins: String = letters(briefing.bottom_line.as_ref().map_or("", |text| text)).chars().take(12).collect();
        for (columns, rows) in SIZES {
            let reader = Reader::open(Arc::clone(world), Some(&entry.id), columns, rows);
            let here = reader.model.shown().expect("a page").here().clone();
            let what = format!("{} at {columns}×{rows}:\n{}", entry.id, reader.screen().join("\n"));
            let seen: String = here.flowed.rows_from(here.top).take(here.height()).map(|row| letters(&row.plain())).collect();
            assert!(seen.contains(&begins), "no bottom line in {what}");
            assert!(here.stop.is_some_and(|stop| here.shows(stop)), "no cursor in {what}");
        }
    }
}

#[test]
fn m14_every_cover_opens_with_the_first_words_of_its_bottom_line_and_its_cursor() {
    for world in [embedded(), desk(), world_of_scripts()] {
        opens_well(&world);
    }
    let scratch = Scratch::new("opening");
    scratch.write("seeds/s.txt", "One. Two.\n");
    let long = "Does what the harbour council decided in the autumn hold through a second winter, who is hurt first, and ".repeat(4);
    let late = format!("{} until it is likely [J1].", "It goes on and on without a reference".repeat(9));
    let words = ["Ferries", long.as_str()];
    for (title, question) in words.iter().flat_map(|title| words.map(|question| (title, question))) {
        for bottom_line in [late.as_str(), "A stoppage is likely [J2].", "It names no judgement.", &long] {
            scratch.write("briefings/x.yaml", briefing(title, question, bottom_line));
            opens_well(&Arc::new(World::from(library::open(&scratch.0).expect("opens"))));
        }
    }
}

/// On a low screen the cursor stands on the bottom line, and Enter leads to what that rests on first.
#[test]
fn m14_the_words_before_a_reference_lead_where_it_leads() {
    let mut reader = Reader::open(embedded(), None, 40, 12);
    let world = embedded();
    let briefing = &world.entries()[0].resolved.briefing;
    let words: Vec<&str> = briefing.bottom_line.as_ref().map_or("", |text| text).split_whitespace().take(3).collect();
    let begins = words.join(" ");
    reader.shows(&begins).press("Enter").is_at("russia-iran-treaty#J1");
    let mut reader = Reader::open(embedded(), None, 120, 40);
    reader.click_on(&begins).click_on(&begins).is_at("russia-iran-treaty#J1");
}

/// The legend over a figure does not take the room of the figure.
#[test]
fn m14_a_low_screen_opens_at_the_figure_and_not_at_what_its_signs_mean() {
    for (place, row) in [("russia-iran-treaty/alternatives", "×c"), ("russia-iran-treaty/timeline", "Russia")] {
        let screen = Reader::open(embedded(), Some(place), 40, 12).screen();
        assert!(screen.iter().any(|line| line.trim_start().starts_with(row)), "{place}:\n{}", screen.join("\n"));
        let at = screen.iter().position(|line| line.starts_with('▌')).expect("the cursor");
        assert!(at < 6, "{place}:\n{}", screen.join("\n"));
    }
}
