//! A page far longer than the screen: what is laid out of it, and that nothing else of it is different.

use super::support::{Reader, Scratch, guided, keys};
use bluf::library;
use bluf::page::find_in_page::{Hit, search};
use bluf::page::{Role, Row, World, flow};
use bluf::tui::layout::{text_rows, text_width};
use bluf::tui::model::{Done, Marks, Message};
use std::sync::{Arc, LazyLock};

const SENTENCES: usize = 3000;
/// Every so many sentences one is quoted.
const QUOTED: usize = 250;

/// A sentence of which every length, script and sign comes up.
fn sentence(at: usize) -> String {
    let words =
        ["the treaty", "of arms", "—as reported—", "государства", "شرکت ملی نفت", "two-thirds", "“the strait”", "日本と中国は", "again"];
    let middle: Vec<&str> = (0..at * 7 % 31).map(|word| words[(at + word * word) % words.len()]).collect();
    format!("Report {at} says {} on day {at}.", middle.join(" "))
}

/// A briefing on a long article, with a claim in every part of it.
fn world() -> Arc<World> {
    static READ: LazyLock<Arc<World>> = LazyLock::new(|| {
        let scratch = Scratch::new("long-page");
        let paragraphs: Vec<String> = (0..SENTENCES)
            .collect::<Vec<_>>()
            .chunks(5)
            .map(|at| at.iter().map(|at| sentence(*at)).collect::<Vec<_>>().join(" "))
            .collect();
        scratch.write("long.txt", paragraphs.join("\n\n"));
        let claims = (0..SENTENCES / QUOTED).map(|at| format!("    C{at}: {{fact: It says so., quote: on day {}.}}\n", at * QUOTED + 100));
        let head = "briefing: long\ntitle: Long\nmarking: TLP:CLEAR\ndate: 2026-11-22\nsources: {ART: {file: long.txt, title: The text}}\n";
        let judgement = "judgements:\n  J1: {section: context, text: It goes on., by: 2027-12, likelihood: likely, confidence: low, because: It says so., claims: [C1, C5]}\n";
        scratch.write("long.yaml", format!("{head}sections:\n  context:\n{}{judgement}", claims.collect::<String>()));
        Arc::new(guided(library::open(&scratch.0).expect("it opens")))
    });
    Arc::clone(&READ)
}

/// The rows in view, as the whole page laid out at once has them, and where among those they begin.
fn seen(reader: &Reader) -> (usize, Vec<Row>, Vec<Row>) {
    let shown = reader.model.shown().expect("a page");
    let here = shown.here();
    let whole = flow(&here.flowed.doc, text_width(here.area), shown.layout.density);
    let view: Vec<Row> = here.flowed.rows_from(here.top).take(text_rows(here.area)).cloned().collect();
    let from = (0..whole.len()).find(|at| whole[*at..].starts_with(&view)).expect("what is seen is a part of the page, without a break");
    assert!(view.len() == text_rows(here.area).min(whole.len()), "the screen is full");
    (from, view, whole)
}

fn laid_out(reader: &Reader) -> usize {
    let shown = reader.model.shown().expect("a page");
    shown.columns.iter().map(|column| column.flowed.laid_out()).max().unwrap_or(0)
}

#[test]
fn e21_of_a_long_page_only_what_is_near_is_laid_out() {
    let mut reader = Reader::open(world(), Some("long#J1"), 120, 40);
    reader.press("Enter Enter").is_at("long#C1:1");
    assert!(!reader.text_in(Role::Lit).is_empty());
    let most = SENTENCES / 4;
    assert!((20..most).contains(&laid_out(&reader)), "{}", laid_out(&reader));
    for size in [(100, 30), (80, 24), (40, 12), (200, 60), (120, 40)] {
        reader.resize(size.0, size.1);
        assert!(laid_out(&reader) < most, "{size:?}: {}", laid_out(&reader));
    }
    reader.press("PageDown PageDown PageUp j j k");
    assert!(laid_out(&reader) < most);
    reader.press("G");
    assert!(laid_out(&reader) < 2 * most, "the end is laid out, and not what lies before it: {}", laid_out(&reader));
}

#[test]
fn e21_what_is_seen_of_a_long_page_is_the_page_as_if_all_of_it_were_laid_out() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut reader = Reader::open(world(), Some("long#C5:1"), columns, rows);
        assert!(seen(&reader).1.iter().flat_map(|row| &row.pieces).any(|piece| piece.role == Role::Lit));
        reader.press("G");
        let (from, view, whole) = seen(&reader);
        assert_eq!(from + view.len(), whole.len(), "the end");
        let at_end = if columns < 60 { "3037/3037" } else { "end" };
        assert!(reader.foot().contains(at_end), "{}", reader.foot());
        reader.press("g");
        assert_eq!(seen(&reader).0, 0, "the beginning");
        for (search, day) in [("/ 'on day 2876.' Enter", 2876), ("/ 'on day 1234.' Enter", 1234), ("/ 'on day 7.' Enter", 7)] {
            reader.press(search);
            assert!(seen(&reader).1.iter().any(|row| row.plain().contains(&format!("{day}."))), "{day}");
            assert!(reader.foot().contains("1/1"), "{}", reader.foot());
        }
        reader.press("Esc");
    }
}

/// Words that stand in every sentence, at its ends, over the ends of several, and nowhere; some overlap themselves.
const WORDS: [&str; 14] = [
    "e",
    "r",
    "say",
    "=Report 2",
    ". report",
    ".",
    ". ",
    " report",
    "day 7. report 8",
    "—as",
    "the treaty the",
    "=again",
    "日本",
    "nowhere",
];

fn marked(reader: &Reader) -> &[Hit] {
    reader.model.marks().map_or(&[], Marks::hits)
}

#[test]
fn e21_the_first_letter_of_a_search_searches_what_is_near_and_the_rest_goes_on_behind_the_frame() {
    for (words, address) in WORDS.into_iter().zip(["long#C1:1", "long#C6:1", "long#C11:1"].into_iter().cycle()) {
        let mut reader = Reader::open(world(), Some(address), 120, 40);
        for key in keys(&format!("/ '{words}'")) {
            reader.model.update(&Message::Key(key));
        }
        reader.model.arrange();
        let all = search(&reader.model.shown().expect("a page").here().flowed.doc, words);
        let near = reader.model.marks().expect("marks").searched();
        // Some stand far away, and some over the end of every sentence.
        let is_near = all.len() >= 100 && !["=Report 2", ". report"].contains(&words);
        assert!(near < SENTENCES / 2 || !is_near, "{words}: {near} blocks at once");
        // What is in view is marked as if all were searched.
        let here = reader.model.shown().expect("a page").here();
        let blocks: Vec<usize> = here.flowed.rows_from(here.top).take(text_rows(here.area)).map(|row| row.block).collect();
        let in_view = |hits: &[Hit]| {
            let hits = hits.iter().filter(|hit| blocks.contains(&hit.block));
            hits.map(|hit| (hit.block, hit.part, hit.range.clone())).collect::<Vec<_>>()
        };
        assert_eq!(in_view(marked(&reader)), in_view(&all), "{words} from {address}");
        // No part of the rest is more than what was near.
        let mut searched = near;
        while reader.model.search_ahead().is_some() {
            let now = reader.model.marks().expect("marks").searched();
            assert!(now - searched <= SENTENCES / 4 || !is_near, "{words}: {searched}, then {now}");
            searched = now;
        }
        assert_eq!(marked(&reader), all, "{words} from {address}");
    }
}

#[test]
fn e21_whatever_key_comes_before_a_long_page_is_searched_the_places_are_right() {
    for keys_behind in ["n", "N", "Enter n n", "Enter N", "Enter G", "Enter g n", "Enter PageUp PageUp n"] {
        for words in ["e", ". report"] {
            let after = |is_quiet: bool| {
                let mut reader = Reader::open(world(), Some("long#C6:1"), 80, 24);
                for key in keys(&format!("/ '{words}' {}", if keys_behind.starts_with("Enter") { keys_behind } else { "Enter" })) {
                    reader.model.update(&Message::Key(key));
                    reader.model.arrange();
                    while is_quiet && reader.model.search_ahead().is_some() {}
                }
                reader.press(if keys_behind.starts_with("Enter") { "" } else { keys_behind });
                (reader.model.marks().and_then(Marks::current), reader.screen(), marked(&reader).to_vec())
            };
            assert!(after(false) == after(true), "{keys_behind} of {words}");
        }
    }
}

/// A letter more, and the count stands at the foot once all is searched.
#[test]
fn e21_the_count_of_a_search_stands_there_when_all_of_a_long_page_is_searched() {
    let mut reader = Reader::open(world(), Some("long#C6:1"), 120, 40);
    for key in keys("/ '=Report ' Enter") {
        reader.model.update(&Message::Key(key));
    }
    reader.model.arrange();
    assert!(reader.foot().contains('…') && !reader.foot().contains("/3000"), "{}", reader.foot());
    let mut done = Done::Part;
    while done == Done::Part {
        done = reader.model.go_ahead();
    }
    assert_eq!(done, Done::Shown);
    reader.model.arrange();
    assert!(reader.foot().contains("/3000"), "{}", reader.foot());
}

/// Rows that were guessed get their place while one scrolls: nothing that is on the screen may move for it.
#[test]
fn e21_a_step_on_a_long_page_goes_no_further_than_the_next_sentence() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut reader = Reader::open(world(), Some("long#C6:1"), columns, rows);
        for key in ["k", "j"] {
            let whole = seen(&reader).2;
            let mut before = seen(&reader).0;
            for step in 0..700 {
                reader.press(key);
                let here = reader.model.shown().expect("a page").here();
                let view: Vec<&Row> = here.flowed.rows_from(here.top).take(text_rows(here.area)).collect();
                // A sentence that begins in view comes into view as a whole.
                let near = before.saturating_sub(30)..before + 30;
                let now = near.into_iter().find(|at| whole[*at..].iter().take(view.len()).eq(view.iter().copied()));
                before = now.unwrap_or_else(|| panic!("{key} {step} at {columns}×{rows}: from row {before} to {}", seen(&reader).0));
            }
        }
    }
}

#[test]
fn e21_the_size_of_the_screen_keeps_the_place_on_a_long_page() {
    let mut reader = Reader::open(world(), Some("long#C7:1"), 120, 40);
    let before = reader.screen();
    for size in [(40, 12), (80, 24), (300, 100), (52, 17), (120, 40)] {
        reader.resize(size.0, size.1);
        assert!(seen(&reader).1.iter().flat_map(|row| &row.pieces).any(|piece| piece.role == Role::Lit), "{size:?}");
    }
    assert_eq!(reader.screen(), before);
}
