//! Lists on screens with little room.

use super::support::{Reader, Scratch, desk, guided};
use bluf::library;
use bluf::tui::model::Model;

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
    let reader = Reader::open(desk(), Some("library"), 40, 12);
    let screen = reader.screen().join("\n");
    for title in ["Invented: pilots, boardings", "Invented: the barley harvest", "Invented: ferry traffic"] {
        assert!(screen.contains(title), "{title} in\n{screen}");
    }
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
}

/// The title of a column beside ours says of a judgement how likely it is, cut where it must be.
#[test]
fn m6_a_narrow_column_says_how_likely_what_it_shows_is() {
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    let title = reader.screen().into_iter().find(|line| line.contains("‹ J1")).expect("a title");
    assert!(title.contains("‹ J1 ── likely"), "{title}");
}
