//! The list of a library that is held, filtered, sorted and grouped: the same list in the same words as that of one that is not.

use crate::support::over::{held, large, text};
use crate::support::{Reader, Scratch, keys};
use bluf::catalogue::Catalogue;
use bluf::page::World;
use bluf::tui::model::{Effect, Message};
use std::sync::Arc;

/// Five briefings of several years, markings, sections, actors and tags.
fn desk(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("held-lists-{name}"));
    scratch.write("library/seeds/s.txt", "One ship came late.\n");
    for (at, (id, marking, section, actor, tags)) in [
        ("east", "AMBER", "sea", "Town", "[ice, \"ice jams\"]"),
        ("west", "GREEN", "sea", "Guild", "[ice]"),
        ("south", "CLEAR", "trade", "Town", "[]"),
        ("north", "GREEN", "trade", "Pilots", "[ice, grain, late, wet]"),
        ("mid", "RED", "sea", "Town", "[grain]"),
    ]
    .iter()
    .enumerate()
    {
        let text = format!(
            "briefing: {id}\ntitle: The {id} pier\nmarking: TLP:{marking}\ndate: 202{at}-03-01\nyardstick: icd203\ntags: {tags}\nbottom_line: Late [J1].\n\
             sources:\n  LOG: {{title: Log, parent: The Tide, file: seeds/s.txt, reliability: B}}\n\
             actors:\n  X: {{name: {actor}}}\n\
             sections:\n  {section}:\n    C1: {{fact: One ship came late, quote: One ship came late.}}\n\
             judgements:\n  J1: {{section: {section}, text: Ships stay late, by: 2030-06, likelihood: likely, confidence: low, claims: [C1]}}\n"
        );
        scratch.write(&format!("library/briefings/{id}.yaml"), text);
    }
    scratch
}

/// Does at once what the loop would have another thread do.
fn hear(reader: &mut Reader, message: &Message) -> bool {
    let effects = reader.model.update(message);
    let is_asked = effects.contains(&Effect::MakeCatalogue);
    if is_asked {
        let world = reader.model.shared_world();
        let made = Catalogue::of_library(&world.library, world.today.as_ref().expect("a day")).map_err(|why| why.to_string());
        reader.model.update(&Message::Searchable(made));
    }
    reader.arrange();
    is_asked
}

fn press(reader: &mut Reader, line: &str) {
    for key in keys(line) {
        hear(reader, &Message::Key(key));
    }
}

fn choose(reader: &mut Reader, address: &str) {
    press(reader, ", g");
    let under_cursor = |reader: &Reader| reader.links()[reader.stop().expect("a stop")].clone();
    assert!(reader.links().iter().any(|link| link == address), "no {address} in {:?}", reader.links());
    while under_cursor(reader) != address {
        press(reader, "j");
    }
    press(reader, "Enter Backspace");
    reader.is_at("library");
}

fn both(scratch: &Scratch) -> [Reader; 2] {
    let open = |world: World| Reader::open(world, Some("library"), 120, 40);
    let held = held(scratch);
    held.library.check(|_, _| ());
    [open(held), open(large(scratch))]
}

/// The rows of the list, however wide its column is.
fn rows(reader: &Reader) -> Vec<String> {
    let flowed = &reader.model.shown().expect("a page").here().flowed;
    (0..flowed.height()).filter_map(|row| flowed.row(row)).map(bluf::page::Row::plain).collect()
}

#[test]
fn e9_a_library_that_is_held_is_filtered_sorted_and_grouped_in_the_same_words() {
    let scratch = desk("words");
    for (sets, first) in [
        (&["filter:marking:TLP:GREEN"][..], "north"),
        (&["filter:actor:Town", "sort:title"], "east"),
        (&["filter:tag:ice", "filter:section:sea"], "west"),
        (&["sort:marking"], "mid"),
        (&["sort:date"], "east"),
        (&["group:section"], "group:section:sea"),
        (&["group:actor", "filter:date:2024"], "group:actor:Town"),
        (&["group:month"], "group:date:2024-03"),
        (&["group:marking"], "group:marking:TLP:RED"),
    ] {
        let [mut held, mut large] = both(&scratch);
        for set in sets {
            for reader in [&mut held, &mut large] {
                choose(reader, set);
            }
        }
        assert_eq!(rows(&held), rows(&large), "{sets:?}");
        assert_eq!((held.links().first().map(String::as_str), held.links()), (Some(first), large.links()), "{sets:?}");
        // What each filter would leave is counted alike.
        for reader in [&mut held, &mut large] {
            press(reader, ",");
        }
        assert_eq!(rows(&held), rows(&large), "{sets:?}");
        // A group is opened and left on its row.
        for reader in [&mut held, &mut large] {
            press(reader, "Backspace g Enter");
        }
        assert_eq!(held.address(), large.address(), "{sets:?}");
        // The cover of a briefing says what the rules found as soon as they have run.
        if held.address() == "library" {
            assert_eq!(rows(&held), rows(&large), "{sets:?}");
        }
    }
}

/// What it is sorted by stands in the row.
#[test]
fn e9_a_list_by_judgements_or_horizon_says_what_it_is_sorted_by() {
    let scratch = desk("sorted");
    scratch.write("library/briefings/none.yaml", "briefing: none\ntitle: The pier of nobody\nmarking: TLP:GREEN\n");
    for mut reader in both(&scratch) {
        for (sort, first, last) in [
            ("sort:judgements", "1 judgement  The ", "0 judgements  The pier of nobody"),
            ("sort:horizon", "By Jun 2030  The ", "No horizon  The pier of nobody"),
        ] {
            choose(&mut reader, sort);
            let rows = rows(&reader);
            let rows: Vec<&String> = rows.iter().filter(|row| row.contains("The ")).collect();
            assert!(rows[0].contains(first) && rows[rows.len() - 1].contains(last), "{sort}: {rows:#?}");
        }
    }
}

#[test]
fn e9_a_held_list_is_kept_saved_narrowed_and_follows_what_is_saved() {
    let scratch = desk("kept");
    let [mut reader, _] = both(&scratch);
    assert!(hear(&mut reader, &Message::Key(keys(",")[0])), "its catalogue is made when it is asked for");
    press(&mut reader, "Backspace");
    choose(&mut reader, "filter:tag:ice");
    assert_eq!(reader.links(), ["north", "west", "east"]);
    // Words narrow it, and Escape takes them away.
    press(&mut reader, "/ w e s t Enter");
    assert_eq!(reader.links(), ["west"]);
    press(&mut reader, "Esc");
    assert_eq!(reader.links(), ["north", "west", "east"]);
    // It is there at the next start, from the first frame on.
    let state = reader.model.state();
    let mut again = bluf::tui::model::Model::new(held(&scratch), None).expect("it begins");
    again.resume(&state, true);
    again.update(&Message::Resize { columns: 120, rows: 40 });
    again.arrange();
    let links = |model: &bluf::tui::model::Model| model.shown().expect("a page").here().flowed.doc.links.len();
    assert_eq!(links(&again), 3);
    // A file that is saved changes it, with the cursor where it was; until it is looked at again it stays as it was.
    press(&mut reader, "j");
    let path = scratch.0.join("library/briefings/north.yaml");
    let text = std::fs::read_to_string(&path).expect("the file");
    std::fs::write(&path, text.replace("tags: [ice, grain", "tags: [grain")).expect("written");
    let library = held(&scratch).library;
    let effects = reader.model.update(&Message::Reread(library));
    reader.arrange();
    assert_eq!((reader.links().len(), effects.contains(&Effect::MakeCatalogue)), (3, true));
    let world = reader.model.shared_world();
    let made = Catalogue::of_library(&world.library, world.today.as_ref().expect("a day")).expect("made");
    reader.model.update(&Message::Searchable(Ok(made)));
    reader.arrange();
    assert_eq!((reader.links(), reader.stop()), (vec!["west".to_owned(), "east".to_owned()], Some(0)));
    // All again is the usual list.
    choose(&mut reader, "filter:tag:ice");
    assert_eq!(reader.links().len(), 5);
}

#[test]
fn e9_rows_name_what_a_briefing_is_filed_under() {
    let scratch = desk("tags");
    for world in [held(&scratch), large(&scratch)] {
        let list = text(&world, "library");
        for words in
            ["The east pier  Late [J1]. [ice] [ice jams]", "The south pier  Late", "The north pier  Late [J1]. [ice] [grain] [late] +1"]
        {
            assert!(list.contains(words), "{words} in\n{list}");
        }
        let list = text(&Arc::new(world), "filters");
        assert!(list.contains("ice 3") && list.contains("grain 2"), "{list}");
    }
}

/// A judgement stands in a section itself: a filter of sections holds for the same judgement as those of judgements do, and so does
/// a search.
#[test]
fn e9_a_section_is_that_of_the_judgement_that_the_other_filters_hold_for() {
    let scratch = Scratch::new("held-lists-same");
    scratch.write("library/seeds/s.txt", "One ship came late.\n");
    for (id, sea, trade) in [("east", "likely", "unlikely"), ("west", "unlikely", "likely")] {
        let text = format!(
            "briefing: {id}\ntitle: {id}\nmarking: TLP:CLEAR\ndate: 2026-01-02\nyardstick: icd203\nsources:\n  LOG: {{title: Log, file: seeds/s.txt}}\n\
             sections:\n  sea:\n    C1: {{fact: One ship came late, quote: One ship came late.}}\n  trade:\n    C2: {{forecast: One ship came late, quote: One ship came late.}}\n\
             judgements:\n  J1: {{section: sea, text: Ships stay late, by: 2030, likelihood: {sea}, confidence: low, claims: [C1]}}\n  J2: {{section: trade, text: Ships come, by: 2030, likelihood: {trade}, confidence: low, claims: [C1]}}\n"
        );
        scratch.write(&format!("library/briefings/{id}.yaml"), text);
    }
    let world = large(&scratch);
    let catalogue = world.catalogue.as_ref().expect("a catalogue");
    for (chips, listed) in [
        (&["likelihood:likely", "section:sea"][..], &["east"][..]),
        (&["section:trade", "likelihood:likely"], &["west"]),
        (&["likelihood:likely", "section:sea", "section:trade"], &["east", "west"]),
        (&["section:sea", "kind:forecast"], &[]),
        (&["section:trade", "kind:forecast", "likelihood:unlikely"], &["east"]),
        (&["section:sea"], &["east", "west"]),
    ] {
        let listing = |chips: &[&str]| bluf::catalogue::Listing {
            chips: chips.iter().map(|chip| (*chip).to_owned()).collect(),
            ..Default::default()
        };
        let ids = |chips: &[&str]| {
            let mut ids: Vec<String> = catalogue.rows(&listing(chips), 0..9).expect("rows").rows.iter().map(|row| row.id.clone()).collect();
            ids.sort();
            ids
        };
        assert_eq!(ids(chips), listed, "{chips:?}");
        // Each value says how many briefings are listed with it in place of the other values of its field.
        for values in catalogue.chips(&listing(chips)).expect("chips") {
            for value in &values.values {
                let others = chips.iter().copied().filter(|chip| !chip.starts_with(&format!("{}:", values.field.name())));
                let with: Vec<&str> = others.chain([value.filter.as_str()]).collect();
                assert_eq!(value.count, ids(&with).len(), "{with:?}");
            }
        }
    }
}
