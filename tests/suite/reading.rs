//! Reading and moving: the trail, tabs, search, resizing, any keys at all.

use crate::crawl::crawl;
use crate::support::{Reader, Scratch, desk, embedded, marked, world_of_scripts};
use bluf::keys::key::Key;
use bluf::page::doc::Purpose;
use bluf::page::{Place, Role, Row};
use bluf::tui::model::{Effect, Message};
use proptest::prelude::*;
use std::sync::Arc;

#[test]
fn a_library_of_several_briefings_opens_on_the_list_and_enter_opens_one() {
    let mut reader = Reader::open(desk(), None, 120, 40);
    reader.is_at("library");
    reader.press("Enter").is_at("strait-security");
    reader.press("Esc").is_at("library");
}

#[test]
fn back_returns_to_the_same_row_and_forward_goes_there_again() {
    let mut reader = Reader::begin();
    reader.press("j j");
    let (stop, screen) = (reader.stop(), reader.screen());
    reader.press("Enter").is_at("russia-iran-treaty#J3");
    reader.press("Left");
    assert_eq!(reader.stop(), stop);
    assert_eq!(reader.screen(), screen, "the same picture");
    reader.press("L").is_at("russia-iran-treaty#J3");
    reader.press("L").says("Nothing ahead.");
}

#[test]
fn m11_escape_goes_up_exactly_one_and_never_quits() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    reader.press("Esc").is_at("russia-iran-treaty#J1");
    reader.press("Esc Esc").is_at("russia-iran-treaty").says("This is the first page. q quits.");
}

#[test]
fn m11_the_crumbs_are_the_trail() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter Enter");
    let head = reader.head();
    assert!(head.starts_with(" russia-iran-treaty › J1 › C"), "{head}");
    assert!(head.contains(" › ART:"), "{head}");
    reader.resize(44, 20);
    assert!(reader.head().contains("…"), "the middle gives way: {}", reader.head());
}

/// From one briefing to another: the first line and the tabs are those of the briefing that is read.
#[test]
fn m11_the_library_begins_a_new_trail_and_the_first_line_says_which_briefing_is_read() {
    let mut reader = Reader::open(desk(), Some("strait-security#J1"), 120, 40);
    reader.press("Enter Enter 0").is_at("library");
    assert!(reader.head().starts_with(" Library "), "{}", reader.head());
    assert!(!reader.screen().iter().any(|row| row.contains("1 Cover")), "the library has no tabs");
    assert_eq!(reader.links()[reader.stop().expect("a stop")], "strait-security", "the cursor is on the briefing just left");
    reader.press("End Enter");
    let other = reader.address();
    assert_ne!(other, "strait-security");
    assert!(reader.head().starts_with(&format!(" {other} ")), "{}", reader.head());
    reader.press("Esc").is_at("library");
    reader.press("L").is_at(&other);
}

#[test]
fn m11_no_two_crumbs_in_a_row_are_alike() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter Enter Enter");
    let head = reader.head();
    let crumbs: Vec<&str> = head.split("  ").next().expect("crumbs").split('›').map(str::trim).collect();
    assert!(crumbs.len() == 5 && crumbs.windows(2).all(|pair| pair[0] != pair[1]), "{head}");
}

/// Enter opens what is seen: nobody presses it for a row below the screen.
#[test]
fn m14_the_cursor_is_in_view_on_every_page_that_is_opened_at_every_size() {
    for world in [embedded(), desk()] {
        let places: Vec<Place> = crawl(&world).into_keys().map(|address| address.parse().expect("an address")).collect();
        for (columns, rows) in [(40, 12), (60, 19), (80, 24), (120, 40)] {
            let mut reader = Reader::open(world.clone(), None, columns, rows);
            for place in &places {
                reader.model.visit(place.clone()).expect("a place");
                reader.model.arrange();
                let here = reader.model.shown().expect("large enough").here().clone();
                assert!(here.stop.is_none_or(|stop| here.shows(stop)), "{place} at {columns}×{rows}: {:?}", reader.screen());
            }
        }
    }
}

/// A newcomer sees what there is, and every tab has a key that is shown.
#[test]
fn m15_every_tab_has_a_name_and_a_key() {
    let mut reader = Reader::open(embedded(), None, 80, 24);
    let names = ["6 Source", "7 Timeline", "8 Actors", "9 Outlook", "s Alternatives", "d Check"];
    for name in names {
        reader.shows(name);
    }
    reader.press("s").is_at("russia-iran-treaty/alternatives");
    reader.press("d").is_at("russia-iran-treaty/check");
    reader.press("1").click_on("Check").is_at("russia-iran-treaty/check");
    reader.resize(40, 30);
    reader.press("1").shows("2 Context").shows("d");
}

/// Where there is little room names are cut, and where there is less the rest stands in a list under one key, each with its own.
#[test]
fn m15_every_tab_has_a_name_on_every_screen() {
    for columns in [100, 80, 72, 66, 60] {
        let mut reader = Reader::open(embedded(), None, columns, 24);
        for name in ["Conte", "Outlo", "Alter", "Check"] {
            reader.shows(name);
        }
    }
    let scratch = Scratch::new("many-tabs");
    let sections: Vec<String> = (1..=15).map(|number| format!("  pier-{number}: {{C{number}: {{says: Shut}}}}\n")).collect();
    let others = "events: {E1: {text: x}}\nalternatives: {A1: {text: y}}\n";
    scratch.write("briefings/tide.yaml", format!("briefing: tide\ntitle: T\nsections:\n{}{others}", sections.concat()));
    for (columns, rows, is_cut) in [(200, 40, false), (120, 40, false), (80, 24, true), (60, 24, true), (40, 16, true)] {
        let mut reader = Reader::open(bluf::library::open(&scratch.0).expect("opens"), Some("tide"), columns, rows);
        let labels = reader.model.fitted_tabs(usize::from(columns), if rows < 20 { 1 } else { 2 });
        assert!(labels.iter().all(|label| !label.key.is_empty() && label.name.chars().count() > 4), "{columns}: {labels:?}");
        let shown = labels.iter().filter(|label| label.tab.is_some()).count();
        assert_eq!(labels.last().is_some_and(|label| label.tab.is_none()), is_cut, "{columns}: {labels:?}");
        if is_cut {
            let more = format!(": {} more", 19 - shown);
            reader.shows(&more).click_on(&more).shows("Pier 1").press("Esc");
        } else {
            assert_eq!(shown, 19);
        }
        // The tab that is lit has its place in the line.
        reader.press(": 'Timeline' Enter").is_at("tide/timeline").shows(": Timeli");
    }
}

#[test]
fn m15_where_there_is_no_line_of_tabs_one_key_lists_them() {
    let mut reader = Reader::open(embedded(), None, 40, 12);
    reader.model = reader.model.with_first_steps(&[]);
    reader.arrange();
    reader.shows("↵ open  : tabs  ? keys").press(":").shows("Cover").shows("Context");
    reader.press("Down Enter").is_at("russia-iran-treaty/context").resize(80, 24);
    assert!(!reader.foot().contains(": tabs"), "{}", reader.foot());
    // Who has been here before is told where there is room.
    let mut reader = Reader::open(embedded(), None, 60, 14);
    reader.shows("↵ open J1").shows(": tabs");
    // They are listed with their keys, before any action.
    reader.press(":");
    let row = reader.screen().into_iter().find(|row| row.contains("Alternatives") && !row.contains("Outlook")).expect("a row");
    assert!(row.trim_end().ends_with(" s"), "{row}");
}

#[test]
fn m11_the_library_lists_the_newest_first_with_the_likelihoods_below() {
    let reader = Reader::open(desk(), Some("library"), 120, 40);
    let page = reader.model.shown().expect("large enough").here().clone();
    assert_eq!(page.flowed.height(), 2 * page.flowed.doc.links.len(), "two rows a briefing");
    let days: Vec<_> = page
        .flowed
        .doc
        .links
        .iter()
        .map(|link| {
            let held = reader.model.world().entry(link.briefing().expect("a briefing")).expect("held");
            held.resolved.briefing.date.as_ref().and_then(|date| date.value.as_ref()).map(bluf::briefing::Date::latest)
        })
        .collect();
    assert!(days.len() > 2 && days.windows(2).all(|pair| pair[0] >= pair[1]), "{days:?}");
    let first = reader.model.world().entry(page.flowed.doc.links[0].briefing().expect("a briefing")).expect("held");
    let bottom_line = &first.resolved.briefing.bottom_line.as_ref().expect("one").value;
    assert!(reader.screen().iter().any(|line| line.contains(&bottom_line[..12])), "the bottom line stands beside the list");
}

#[test]
fn number_keys_and_brackets_walk_the_tabs() {
    let mut reader = Reader::begin();
    reader.press("3").is_at("russia-iran-treaty/regional-security");
    reader.press("]").is_at("russia-iran-treaty/economics");
    reader.press("[ [").is_at("russia-iran-treaty/context");
    reader.press("1").is_at("russia-iran-treaty");
    reader.press("[").says("No further tab.");
}

#[test]
fn shift_with_j_or_k_goes_to_the_next_or_the_one_before_of_the_same_kind() {
    let mut reader = Reader::at("russia-iran-treaty#J1");
    reader.press("J J").is_at("russia-iran-treaty#J3");
    reader.press("K").is_at("russia-iran-treaty#J2");
    reader.press("K K").says("None further.");
    Reader::at("russia-iran-treaty#ART:28").press("J J").is_at("russia-iran-treaty#ART:29");
}

#[test]
fn m8_search_marks_every_hit_counts_them_and_escape_restores_the_place() {
    let mut reader = Reader::at("russia-iran-treaty/source");
    let (before, stop) = (reader.screen(), reader.stop());
    reader.press("/ 'military'");
    let hits = reader.model.marks().expect("marks").hits().len();
    let source = include_str!("../../seeds/russia-iran-treaty.txt");
    assert_eq!(hits, source.to_lowercase().matches("military").count());
    assert!(reader.foot().contains(&format!("1/{hits}")), "{}", reader.foot());
    let marked = marked(&reader.buffer());
    assert!(marked.len() >= 3 && marked.iter().all(|words| words.to_lowercase() == "military"), "{marked:?}");
    reader.press("Enter n n");
    assert!(reader.foot().contains(&format!("3/{hits}")));
    let target = reader.model.shown().expect("a page").here().flowed.doc.links[reader.stop().expect("a stop")].clone();
    reader.press("N N N");
    assert!(reader.foot().contains(&format!("{hits}/{hits}")), "before the first comes the last");
    assert!(matches!(target, Place::In { .. }));
    reader.press("Esc");
    assert!(reader.model.marks().is_none());
    let mut reader = Reader::at("russia-iran-treaty/source");
    // Each press is a frame: what Escape undoes has really happened.
    reader.press("/ 'volatile'");
    assert_ne!(reader.screen()[5..35], before[5..35], "the hit is further down");
    reader.press("Esc");
    assert_eq!(reader.screen(), before);
    assert_eq!(reader.stop(), stop);
}

#[test]
fn m8_after_n_enter_opens_what_the_eye_is_on() {
    Reader::at("russia-iran-treaty/source").press("/ 'volatile' Enter Enter").is_at("russia-iran-treaty#ART:24");
}

#[test]
fn a_search_without_a_hit_says_so() {
    let mut reader = Reader::begin();
    reader.press("/ 'zzz' Enter").says("Not in this page: “zzz”.");
    assert!(reader.model.marks().is_none());
    reader.press("n").says("Nothing is searched; / begins.");
}

#[test]
fn m12_resizing_and_back_leaves_the_same_picture() {
    for address in [
        "russia-iran-treaty",
        "russia-iran-treaty#J2",
        "russia-iran-treaty/source",
        "russia-iran-treaty#C5:1",
        "russia-iran-treaty/economics",
    ] {
        for moves in ["", "j j j", "PageDown", "PageDown k", "G"] {
            let mut reader = Reader::open(embedded(), Some(address), 200, 50);
            reader.press(moves);
            let before = reader.screen();
            reader.resize(60, 20);
            reader.resize(41, 12);
            reader.resize(200, 50);
            assert_eq!(reader.screen(), before, "{address} after `{moves}`");
        }
    }
}

#[test]
fn m12_the_first_character_in_view_stays_through_a_narrower_size() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source"), 120, 30);
    reader.press("PageDown");
    let first_words = |reader: &Reader| {
        let here = reader.model.shown().expect("a page").here();
        let row = here.flowed.rows_from(here.top).find(|row| row.pieces.iter().any(|piece| piece.part == Some(0)));
        row.and_then(|row| row.pieces.iter().find(|piece| piece.part == Some(0)))
            .map(|piece| piece.text.chars().take(12).collect::<String>())
    };
    let before = first_words(&reader).expect("words");
    reader.resize(60, 20);
    let here = reader.model.shown().expect("a page").here();
    // A blank row above a sentence stays above it.
    let visible: String = here.flowed.rows_from(here.top).take(2).map(Row::plain).collect();
    assert!(visible.contains(before.split(' ').next().expect("a word")), "{before} / {visible}");
}

#[test]
fn m14_too_small_says_so_with_the_marking() {
    let reader = Reader::open(embedded(), None, 32, 8);
    let screen = reader.screen();
    assert!(screen.join(" ").contains("bluf needs 40×12; this is 32×8."));
    assert!(screen[0].contains("TLP:CLEAR") && screen[7].contains("TLP:CLEAR"));
}

/// Neither is cut by the other, down to a screen of nothing.
#[test]
fn m14_what_is_said_on_a_screen_that_is_too_small_and_the_marking_do_not_overlap() {
    for columns in 1..40 {
        for rows in 1..12 {
            let screen = Reader::open(embedded(), None, columns, rows).screen();
            let marking = bluf::text::clip("TLP:CLEAR", usize::from(columns)).into_owned();
            let middle = if rows > 2 {
                assert_eq!([screen[0].trim(), screen[usize::from(rows) - 1].trim()], [marking.as_str(); 2], "{columns}×{rows}");
                &screen[1..usize::from(rows) - 1]
            } else {
                &screen[..]
            };
            let said = middle.join(" ").split_whitespace().collect::<String>();
            let known = [format!("blufneeds40×12;thisis{columns}×{rows}."), "needs40×12".to_owned(), "40×12".to_owned(), String::new()];
            assert!(known.contains(&said), "{columns}×{rows}: {screen:?}");
            assert!(!said.is_empty() || columns < 5, "{columns}×{rows}: {screen:?}");
        }
    }
    assert_eq!(Reader::open(embedded(), None, 10, 3).screen(), ["TLP:CLEAR", "40×12", "TLP:CLEAR"]);
}

#[test]
fn every_hint_names_a_key_that_does_something() {
    let mut reader = Reader::begin();
    assert!(reader.foot().starts_with(" ↵ open J1   c contrary   / search   ? keys"), "{}", reader.foot());
    assert!(reader.press("Enter").foot().contains("J K next, previous judgement"));
    reader.press("?").is_at("help").shows("top of the page");
    assert!(!reader.foot().contains("? keys"));
    reader.press("Esc").is_at("russia-iran-treaty#J1");
}

#[test]
fn e16_the_marking_stands_on_the_first_and_the_last_line_of_every_page() {
    let mut reader = Reader::begin();
    for key in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "]", "]", "?", "0"] {
        reader.press(key);
        let screen = reader.screen();
        assert!(screen[0].ends_with("TLP:CLEAR") && screen[39].ends_with("TLP:CLEAR"), "{key}");
    }
}

/// On a low screen too what we judge stands above what leads on, and that leads to the words.
#[test]
fn m14_a_judgement_opens_with_its_sentence_and_the_first_stop_in_view() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for entry in world.entries() {
            let briefing = &entry.resolved.briefing;
            for (index, judgement) in briefing.judgements.iter().enumerate() {
                for (columns, rows) in [(40, 12), (60, 16), (80, 24), (120, 40)] {
                    let address = format!("{}#{}", entry.id, judgement.head.id.value);
                    let mut reader = Reader::open(Arc::clone(&world), Some(&address), columns, rows);
                    let here = reader.model.shown().expect("a page").here().clone();
                    let of_sentence = |row: &&Row| here.flowed.doc.blocks[row.block].purpose == Purpose::Subject;
                    let whole = here.flowed.rows_from(0).filter(of_sentence).count();
                    let seen = here.flowed.rows_from(here.top).take(here.height()).filter(of_sentence).count();
                    assert!(whole > 0 && seen == whole, "{address} at {columns}×{rows}: {seen} rows of {whole}");
                    assert!(here.stop.is_some_and(|stop| here.shows(stop)), "{address} at {columns}×{rows}: no cursor");
                    if !entry.resolved.basis(index).claims.is_empty() {
                        reader.press("Enter Enter");
                        assert!(!reader.text_in(Role::Lit).is_empty(), "{address} at {columns}×{rows}: {}", reader.address());
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_can_be_read_to_its_end_by_one_key_at_every_size() {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        for address in [
            "russia-iran-treaty",
            "russia-iran-treaty#J1",
            "russia-iran-treaty#C1",
            "russia-iran-treaty/source",
            "scale:likelihood",
            "help",
        ] {
            let mut reader = Reader::open(embedded(), Some(address), columns, rows);
            // A low screen opens a page as far down as its first stop.
            reader.press("g");
            let total = reader.model.shown().expect("a page").here().flowed.height();
            let mut seen = vec![false; total];
            for _ in 0..total + 60 {
                let here = reader.model.shown().expect("a page").here();
                let end = (here.top + usize::from(here.area.height) - 1).min(total);
                seen[here.top..end].fill(true);
                reader.press("j");
            }
            // The source opens at its passage only when one is opened, so here all begin at their top.
            assert!(seen.iter().all(|seen| *seen), "{address} at {columns}×{rows}: {seen:?}");
        }
    }
}

#[test]
fn a_passage_is_read_in_its_context_and_other_passages_of_the_claim_are_underlined() {
    let world = desk();
    let several = world.entries().iter().find_map(|entry| {
        let at = entry
            .resolved
            .evidence()
            .passages
            .iter()
            .position(|passages| passages.len() > 1 && passages.iter().all(|p| p.source == Some(0)))?;
        Some(format!("{}#{}:1", entry.id, entry.resolved.briefing.claims[at].head.id.value))
    });
    let reader = Reader::open(desk(), Some(&several.expect("a claim with two passages in one source")), 120, 40);
    assert!(!reader.text_in(Role::Lit).is_empty());
    assert!(!reader.text_in(Role::Passage).is_empty());
}

fn any_key() -> impl Strategy<Value = Key> {
    let names: Vec<&'static str> =
        bluf::keys::action::ACTIONS.iter().filter(|row| row.name != "quit").flat_map(|row| row.keys.iter().copied()).collect();
    let typed = ["a", "e", "m", "т", "س", "Esc", "Enter", "Backspace"];
    prop::sample::select(names.into_iter().chain(typed).map(|name| Key::parse(name).expect("a key")).collect::<Vec<_>>())
}

#[derive(Debug, Clone)]
enum Happening {
    Press(Key),
    Resize(u16, u16),
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        9 => any_key().prop_map(Happening::Press),
        1 => (0_u16..220, 0_u16..60).prop_map(|(columns, rows)| Happening::Resize(columns, rows)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever happens: the cursor is on a stop, drawing does not panic, and drawing twice draws the same.
    #[test]
    fn m14_any_keys_at_any_size(happenings in prop::collection::vec(happening(), 1..120), several in any::<bool>()) {
        let mut reader = Reader::open(if several { desk() } else { embedded() }, None, 100, 30);
        for happening in happenings {
            match happening {
                Happening::Press(key) => { reader.model.update(&Message::Key(key)); }
                Happening::Resize(columns, rows) => { reader.model.update(&Message::Resize { columns, rows }); }
            }
            reader.model.arrange();
            if let Some(shown) = reader.model.shown() {
                let stops = shown.here().flowed.doc.links.len();
                prop_assert!(shown.here().stop.is_none_or(|stop| stop < stops));
                prop_assert!(shown.here().top <= shown.here().flowed.height());
            }
            prop_assert_eq!(reader.buffer(), reader.buffer());
        }
    }
}

/// Whatever is pasted: what there is to draw is made once, and the trail stays walkable.
#[test]
fn a_megabyte_of_keys_is_survived_and_leaves_a_short_trail() {
    let mut reader = Reader::at("russia-iran-treaty/source");
    reader.press("/");
    let [letter, enter] = ["x", "Enter"].map(|name| Message::Key(Key::parse(name).expect("a key")));
    for _ in 0..1_000_000 {
        reader.model.update(&letter);
    }
    reader.press("Esc");
    for _ in 0..20_000 {
        reader.model.update(&enter);
    }
    reader.model.arrange();
    assert!(reader.model.trail().places().count() <= 1001);
}

#[test]
fn m21_the_key_of_suspending_works_where_text_is_typed() {
    for typed in ["/", "/ 'trea'", ":", "o"] {
        let effects = Reader::begin().press(typed).effects("Ctrl-z");
        assert!(matches!(effects[..], [Effect::Suspend]), "{typed}: {effects:?}");
    }
}

#[test]
fn e20_the_tour_leads_from_the_bottom_line_to_the_words_of_the_source_and_back_to_its_row() {
    let mut reader = Reader::begin();
    reader.press("t").is_at("russia-iran-treaty/tour");
    let stops = [
        "russia-iran-treaty",
        "russia-iran-treaty#J1",
        "russia-iran-treaty#J1:confidence",
        "russia-iran-treaty#J1:contrary",
        "russia-iran-treaty#C17",
        "russia-iran-treaty#C17:1",
        "russia-iran-treaty/alternatives",
        "russia-iran-treaty/check",
    ];
    for (at, stop) in stops.into_iter().enumerate() {
        assert_eq!(reader.model.shown().expect("a page").here().stop, Some(at));
        reader.press("Enter").is_at(stop);
        reader.press("Backspace j").is_at("russia-iran-treaty/tour");
    }
}

#[test]
fn e20_the_tour_of_an_unfinished_briefing_leads_to_what_there_is() {
    let library = Scratch::new("tour");
    library.write("briefings/begun.yaml", "briefing: begun\ntitle: Only begun\n");
    let mut reader = Reader::open(bluf::library::open(&library.0).expect("read"), Some("begun/tour"), 120, 40);
    assert_eq!(reader.links(), ["begun", "begun/check"]);
    reader.press("j Enter").is_at("begun/check");
}

/// A Japanese keyboard types a space of three bytes.
#[test]
fn m8_a_word_behind_a_wide_space_is_taken_away() {
    for opens in ["/", ":"] {
        let mut reader = Reader::begin();
        let foot = reader.press(&format!("{opens} '日\u{3000}本' C-w")).foot();
        assert!(foot.contains('日') && !foot.contains('本'), "{foot}");
    }
}

/// Whoever copies the screen hands on all of it.
#[test]
fn e16_the_marking_is_the_narrowest_of_what_the_columns_show() {
    let marking = |reader: &Reader| {
        let screen = reader.screen();
        let of = |line: &String| line.split_whitespace().last().unwrap_or_default().to_owned();
        let (head, foot) = (of(&screen[0]), of(&screen[screen.len() - 1]));
        assert_eq!(head, foot);
        head
    };
    let mut reader = Reader::open(desk(), None, 120, 40);
    assert_eq!(marking(&reader), "TLP:AMBER+STRICT");
    // This one is clear, and the list to the left of it is not.
    while reader.links()[reader.stop().expect("a stop")] != "vellem-blackout" {
        reader.press("j");
    }
    reader.press("Enter").is_at("vellem-blackout");
    assert_eq!(marking(&reader), "TLP:AMBER+STRICT");
    assert_eq!(marking(reader.press("Enter")), "TLP:CLEAR");
    for list in ["0", "A", "r"] {
        assert_eq!(marking(reader.press(list)), "TLP:AMBER+STRICT", "{list}");
        reader.press("Backspace");
    }
    // A page of no briefing has that of the one beside it.
    assert_eq!(marking(reader.press("T")), "TLP:CLEAR");
    // Where one column is shown, it alone counts.
    assert_eq!(marking(Reader::open(desk(), None, 40, 12).press("j Enter")), "TLP:CLEAR");
}

#[test]
fn m8_what_is_typed_last_is_seen() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40)] {
        for opens in ["/", ":"] {
            let mut reader = Reader::open(embedded(), None, columns, rows);
            let words = "a very long search that goes on and on, beyond whatever room the last line of any screen has, until here";
            let foot = reader.press(&format!("{opens} '{words}'")).foot();
            assert!(foot.contains("until here "), "{foot}");
            let foot = reader.press("Home").foot();
            assert!(foot.starts_with(&format!(" {opens}a very")), "{foot}");
        }
    }
}
