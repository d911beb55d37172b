//! Lists on screens with little room.

mod held;

use super::support::{Reader, Scratch, desk, embedded, guided};
use bluf::library;
use bluf::library::live::Live;
use bluf::tui::model::{Message, Model};

/// A library of one briefing with this title.
fn titled(name: &str, title: &str) -> Reader {
    let scratch = Scratch::new(name);
    let text = format!("briefing: x\ntitle: {title}\nmarking: TLP:CLEAR\ndate: 2026-01-05\nbottom_line: As reported, nothing moves.\n");
    scratch.write("x.yaml", text);
    Reader::open(guided(library::open(&scratch.0).expect("it opens")), Some("library"), 80, 24)
}

#[test]
fn m14_what_stands_behind_a_title_is_left_out_where_only_letters_of_it_have_room() {
    for length in 20..44 {
        let title = format!("Ab{}", "c".repeat(length));
        let reader = titled(&format!("titled-{length}"), &title);
        let line = reader.screen().into_iter().find(|line| line.contains("Abc")).expect("the row");
        let behind = line.split_once(&title).map_or("", |(_, behind)| behind.trim_start());
        assert!(!behind.starts_with('A') || behind.contains("As reported"), "{line}");
    }
}

#[test]
fn m14_a_narrow_list_names_what_it_lists() {
    let mut reader = Reader::open(desk(), Some("library"), 40, 12);
    for title in ["Invented: pilots, boardings", "Invented: the night", "Invented: the barley harvest"] {
        reader.shows(title);
    }
    reader.press("G").shows("Invented: ferry traffic");
}

#[test]
fn e20_as_long_as_hints_of_the_first_run_stand_it_is_said_what_opens() {
    for place in ["library", "greywater-outage", "ferry-dispute#J1"] {
        let taken: Vec<String> = ["move", "open"].map(str::to_owned).into();
        let place = place.parse().expect("an address");
        let Ok(model) = Model::new(desk(), Some(place)) else { continue };
        let mut reader = Reader { model: model.with_first_steps(&taken), ..Reader::begin() };
        reader.resize(80, 24);
        reader.press("j").shows("↵ open").shows("? all keys");
    }
    let place = "russia-iran-treaty#J1".parse().expect("an address");
    let mut reader = Reader { model: Model::new(embedded(), Some(place)).expect("a place").with_first_steps(&[]), ..Reader::begin() };
    reader.resize(80, 24);
    reader.shows("↵ open C17").press("j").shows("↵ open likelihood");
}

/// Where the last line has no room for all that it says elsewhere, it says what Enter does and that a key shows all keys.
#[test]
fn m14_the_narrowest_screen_says_in_words_what_opens_and_what_shows_all_keys() {
    let taken = ["move", "open", "back", "keys"].map(str::to_owned);
    for place in ["", "#J1", "#C17", "/source/ART:7", "/timeline", "/actors", "/outlook", "/alternatives", "/check"] {
        for taken in [&taken[..0], &taken[..1], &taken[..]] {
            let place = format!("russia-iran-treaty{place}").parse().expect("an address");
            let model = Model::new(embedded(), Some(place)).expect("a place").with_first_steps(taken);
            let mut reader = Reader { model, ..Reader::begin() };
            reader.resize(40, 12);
            for keys in ["", "j", "G"] {
                reader.press(keys);
                let foot = reader.foot();
                assert!(foot.starts_with(" ↵ open") && foot.contains("  ? keys "), "{foot}");
            }
        }
    }
}

/// The title of a column beside ours says of a judgement how likely it is, cut where it must be.
#[test]
fn m6_a_narrow_column_says_how_likely_what_it_shows_is() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    let title = reader.screen().into_iter().find(|line| line.contains("‹ J1")).expect("a title");
    assert!(title.contains("‹ J1 ─") && title.contains("─ likely ─┬"), "{title}");
}

/// Where a row has no room for its bottom line, the likelihoods stand below it; a few briefings have the whole line there.
#[test]
fn m6_a_list_says_of_each_briefing_how_likely_its_judgements_are() {
    for (columns, rows) in [(80, 24), (120, 40), (40, 12)] {
        let screen = Reader::open(desk(), Some("library"), columns, rows).screen();
        let below = |title: &str| {
            let at = screen.iter().position(|line| line.contains(title)).expect("the row");
            screen[at + 1].clone()
        };
        for (title, likely) in [("Invented: pilots", "likely J1 · unlikely J2"), ("Invented: the night", "likely J1 · unlikely J2 · very")]
        {
            assert!(below(title).contains(likely), "{title} at {columns}×{rows}:\n{}", screen.join("\n"));
        }
    }
    let whole = Reader::open(desk(), Some("library"), 80, 24).screen().join("\n");
    assert!(whole.contains(" likely J1 · unlikely J2 J4 J6 · very unlikely J3 · very likely J7"), "a term stands once:\n{whole}");
    let few = Reader::open(embedded(), Some("library"), 80, 24).screen().join("\n");
    assert!(!few.contains(" unlikely J"), "{few}");
    // Where all of them would not be in view, each has a row.
    for (count, is_said) in [(9, true), (10, false)] {
        let scratch = Scratch::new(&format!("list-of-{count}"));
        for number in 0..count {
            let judgement = "judgements:\n  J1: {text: It stays late, likelihood: unlikely}\n";
            scratch.write(&format!("briefings/tide-{number}.yaml"), format!("briefing: tide-{number}\ntitle: Tide {number}\n{judgement}"));
        }
        let world = bluf::page::World::from(library::open(&scratch.0).expect("a library"));
        let screen = Reader::open(world, Some("library"), 80, 24).screen();
        let rows = screen.iter().filter(|line| line.contains("unlikely J1")).count();
        assert_eq!(rows, if is_said { count } else { 0 }, "{}", screen.join("\n"));
        assert_eq!(screen.iter().filter(|line| line.contains("Tide ")).count(), count);
    }
}

/// Half a date is another date, half a word of likelihood another likelihood: what does not fit beside a title is left out.
#[test]
fn m6_what_stands_beside_a_title_is_never_cut() {
    for (columns, rows) in [(40, 12), (60, 20), (72, 24), (80, 24), (100, 30), (120, 40), (160, 50)] {
        for (world, place) in [(embedded(), "russia-iran-treaty"), (embedded(), "russia-iran-treaty#J4"), (desk(), "strait-security")] {
            let mut reader = Reader::open(world, Some(place), columns, rows);
            for key in ["Enter", "Enter", "Enter", "Backspace", "Backspace", "Backspace"] {
                reader.press(key);
                let screen = reader.screen();
                let titles = screen.iter().filter(|line| line.starts_with(['━', '─']));
                for title in titles.flat_map(|line| line.split(['┬', '│'])) {
                    assert!(!title.contains('…'), "{title} of {place} at {columns}×{rows}");
                }
            }
        }
    }
}

/// A library of three briefings with the people who stand behind them.
fn with_people(name: &str) -> Reader {
    let scratch = Scratch::new(name);
    for (id, date, title, people) in [
        ("ports", "2026-01-05", "Ports in winter", "author: [N. Okafor, L. Brandt]\napproved_by: Chief of desk\n"),
        ("grain", "2026-02-05", "Grain by rail", "author: T. Ivanova\ncustomer: [Port authority, Ministry]\n"),
        ("cables", "2026-03-05", "Cables under the sound", "approved_by: N. Okafor\n"),
    ] {
        let text =
            format!("briefing: {id}\ntitle: {title}\nmarking: TLP:CLEAR\ndate: {date}\n{people}bottom_line: Nothing of {id} moves.\n");
        scratch.write(&format!("{id}.yaml"), text);
    }
    Reader::open(guided(library::open(&scratch.0).expect("it opens")), Some("library"), 120, 40)
}

/// The titles on the page, from top to bottom.
fn titles(reader: &Reader) -> Vec<&'static str> {
    let screen = reader.screen();
    let column = |line: &str| line.split('│').next().unwrap_or_default().to_owned();
    let title = |line: &String| ["Ports in winter", "Grain by rail", "Cables under"].into_iter().find(|title| column(line).contains(title));
    screen.iter().filter_map(title).collect()
}

#[test]
fn m8_what_is_typed_in_the_library_finds_briefings_by_their_people_and_says_which_field_it_is() {
    let mut reader = with_people("people");
    for (typed, found, said) in [
        ("okafor", vec!["Cables under", "Ports in winter"], vec!["Approved by: N. Okafor. Cables", "Author: N. Okafor. Ports"]),
        ("brandt", vec!["Ports in winter"], vec!["Author: L. Brandt. Ports"]),
        ("chief", vec!["Ports in winter"], vec!["Approved by: Chief of desk. Ports"]),
        ("port auth", vec!["Grain by rail"], vec!["Customer: Port authority. Grain"]),
        ("port", vec!["Grain by rail", "Ports in winter"], vec!["2 of 3 briefings"]),
        ("of cables", vec!["Cables under"], vec!["1 of 3 briefings"]),
        ("nobody", vec![], vec!["No briefing has this", "0 of 3 briefings"]),
        ("=okafor", vec![], vec![]),
    ] {
        reader.press(&format!("/ '{typed}'"));
        assert_eq!(titles(&reader), found, "{typed}");
        for words in said {
            reader.shows(words);
        }
        reader.press("Esc");
        assert_eq!(titles(&reader).len(), 3, "{typed}");
    }
}

#[test]
fn m8_a_filtered_library_is_walked_left_and_whole_again_with_the_cursor_where_it_was() {
    let mut reader = with_people("filtered");
    reader.press("j / 'okafor' Enter");
    assert_eq!(titles(&reader).len(), 2);
    reader.press("n Enter").is_at("ports").press("Backspace").is_at("library");
    assert_eq!(titles(&reader).len(), 2, "the way back leads to what was left");
    reader.press("Esc");
    assert_eq!(titles(&reader).len(), 3);
    assert!(reader.foot().contains("open ports"), "{}", reader.foot());
    // Elsewhere the words are let go too, and the list is whole when one is back.
    reader.press("/ 'okafor' Enter n Enter Esc Backspace").is_at("library");
    assert_eq!(titles(&reader).len(), 3);
    assert!(reader.foot().contains("open ports"), "{}", reader.foot());
    reader.press("/ 'nobody' Enter").says("Not in this page: “nobody”.");
    assert_eq!(titles(&reader).len(), 3);
}

#[test]
fn e3_a_row_says_that_its_briefing_is_no_longer_what_its_file_holds() {
    let scratch = Scratch::new("stale-row");
    let briefing = |id: &str| format!("briefing: {id}\ntitle: The {id}\nmarking: TLP:CLEAR\ndate: 2026-01-05\n");
    for id in ["one", "two", "three", "four"] {
        scratch.write(&format!("{id}.yaml"), briefing(id));
    }
    let live = Live::new(library::open(&scratch.0).expect("it opens"), Box::new(|_| Ok(())));
    let mut reader = Reader::open(guided(live.library()), Some("library"), 120, 40);
    let look = |reader: &mut Reader| {
        live.look();
        reader.model.update(&Message::Reread(live.library()));
        reader.arrange();
    };
    let row = |reader: &Reader| reader.screen().into_iter().find(|line| line.contains("CLEAR The two")).expect("the row");
    scratch.write("two.yaml", "title: [x");
    look(&mut reader);
    reader.press("j");
    assert!(row(&reader).contains("STALE: line 1"), "{}", row(&reader));
    // So does the page beside it, and nothing else would on the pages of the whole library.
    while !row(&reader).starts_with('▌') {
        reader.press("j");
    }
    let preview = |reader: &Reader| reader.screen().into_iter().find(|line| line.contains("› ")).expect("a title");
    assert!(preview(&reader).contains("5 Jan 2026 · STALE: line 1"), "{}", preview(&reader));
    scratch.write("two.yaml", briefing("two"));
    look(&mut reader);
    assert!(!row(&reader).contains("STALE"), "{}", row(&reader));
    assert!(!preview(&reader).contains("STALE"), "{}", preview(&reader));
    // Whoever reads it keeps it, and its row says so.
    reader.model.visit("two".parse().expect("an address")).expect("a place");
    reader.arrange();
    std::fs::remove_file(scratch.0.join("two.yaml")).expect("removed");
    look(&mut reader);
    reader.press("0").is_at("library");
    assert!(row(&reader).contains("STALE: file gone"), "{}", row(&reader));
}
