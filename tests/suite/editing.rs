//! From what is on the screen to a place in a file, and back into a library that was read anew.

use crate::support::{Reader, Scratch, embedded, guided};
use bluf::keys::action::Action;
use bluf::keys::key::Key;
use bluf::library;
use bluf::library::live::Live;
use bluf::page::World;
use bluf::tui::editor::FilePlace;
use bluf::tui::model::{Effect, Message};
use std::fs;
use std::path::{Path, PathBuf};

const BRIEFING: &str = "briefings/port.yaml";

fn read(path: &Path) -> World {
    guided(library::open(path).expect("opens"))
}

/// What `e` asks for.
fn file_place(reader: &mut Reader) -> Option<FilePlace> {
    let effects = reader.model.update(&Message::Key(Key::parse("e").expect("a key")));
    reader.model.arrange();
    effects.into_iter().find_map(|effect| if let Effect::Edit(place) = effect { Some(place) } else { None })
}

/// The text of the file from the place on that `e` asks for, to the end of its line.
fn words_at(reader: &mut Reader) -> String {
    let place = file_place(reader).expect("a place in a file");
    let text = fs::read_to_string(&place.file).expect("the file");
    let line = text.lines().nth(place.line - 1).expect("the line");
    line.strip_prefix(&place.before).expect("what stands before the place").to_owned()
}

/// Changes the briefing's file and reads the library anew, as behind an editor.
fn change(reader: &mut Reader, scratch: &Scratch, change: impl Fn(&str) -> String) {
    let file = scratch.0.join(BRIEFING);
    let text = fs::read_to_string(&file).expect("the file");
    let changed = change(&text);
    assert_ne!(changed, text);
    fs::write(&file, changed).expect("written");
    look_again(reader);
}

/// Reads again what has changed on disk.
fn look_again(reader: &mut Reader) {
    let live = Live::new(reader.model.world().library.clone(), Box::new(|_| Ok(())));
    live.look();
    reader.model.update(&Message::Reread(live.library()));
    reader.model.arrange();
}

#[test]
fn the_editor_opens_where_the_cursor_is() {
    let scratch = Scratch::with_port("where");
    for (address, keys, expected) in [
        // The stop under the cursor decides: an item, a claim in running text, a passage.
        ("port", "", "J1:"),
        ("port", "j", "J2:"),
        ("port", "/ '[J1]' Enter", "J1:"),
        ("port/trade", "j", "C3:"),
        ("port/timeline", "", "T1:"),
        ("port#C2", "", "Ships will wait for days."),
        // In a source: its title, and sentences, at the words that quote them, of the open claim before any other.
        ("port/source", "g", "ART:"),
        ("port/source", "", "voted to stop work on Fridays"),
        ("port/source", "j", "Ships will wait for days."),
        ("port/source", "j j", "The harbour is blue"),
        ("port#C3:1", "", "for days"),
        ("port#C3:1", "k", "voted to stop work on Fridays"),
        // What leads into no briefing leaves it to the page.
        ("port#J1", "g j", "J1:"),
        // A section at its name, a view at the briefing's.
        ("port", "/ 'CONTENTS' Enter j", "labour:"),
        ("port", "/ 'Timeline' Enter", "port"),
    ] {
        let mut reader = Reader::open(read(&scratch.0), Some(address), 120, 40);
        reader.press(keys);
        let words = words_at(&mut reader);
        assert!(words.starts_with(expected), "{address} after `{keys}`: {words}");
    }
}

#[test]
fn away_from_a_briefing_the_editor_opens_where_we_came_from() {
    let scratch = Scratch::with_port("away");
    let mut reader = Reader::open(read(&scratch.0), Some("port#J2"), 120, 40);
    reader.press("?");
    assert!(words_at(&mut reader).starts_with("J2:"));
    let mut reader = Reader::open(read(&scratch.0), Some("scale:marking"), 120, 40);
    assert_eq!(file_place(&mut reader), None);
    reader.says("Nothing to edit here.");
}

#[test]
fn from_the_library_the_briefing_under_the_cursor_is_edited() {
    let mut reader = Reader::open(crate::support::desk(), None, 120, 40);
    assert!(words_at(&mut reader).starts_with("strait-security"));
    reader.press("j j");
    let place = file_place(&mut reader).expect("a place in a file");
    assert!(place.file.ends_with("briefings/sal-harvest.yaml"));
}

#[test]
fn on_the_check_page_the_editor_opens_at_the_finding() {
    let scratch = Scratch::with_port("finding");
    let mut reader = Reader::open(read(&scratch.0), Some("port/check"), 120, 40);
    change(&mut reader, &scratch, |text| {
        let text = text.replacen("likelihood: unlikely", "likelihood: quite likely", 1);
        text.replacen("quote: voted to stop", "quote: voted to end", 1) + "stray: field\n"
    });
    reader.press("g");
    let mut opened = Vec::new();
    // Where the next stop is out of view a key scrolls.
    for _ in 0..4 * reader.links().len() {
        opened.push(words_at(&mut reader));
        reader.press("j");
    }
    for expected in ["quite likely", "voted to end work", "stray: field"] {
        assert!(opened.iter().any(|words| words.starts_with(expected)), "{expected} in {opened:?}");
    }
    assert!(reader.foot().contains("e edit"), "{}", reader.foot());
}

#[test]
fn the_built_in_library_is_not_edited_and_says_how_to_open_another() {
    let mut reader = Reader::open(embedded(), None, 80, 24);
    assert_eq!(reader.model.act(Action::Edit), []);
    reader.model.arrange();
    let last = reader.screen()[23].clone();
    assert!(last.contains("This library is built in; `bluf FOLDER` opens yours."), "{last}");
}

#[test]
fn a_changed_word_is_shown_and_everything_else_stays() {
    let scratch = Scratch::with_port("word");
    let world = read(&scratch.0);
    world.library.check(|_, _| ());
    let mut reader = Reader::open(world, None, 120, 20);
    reader.press("j Enter j j Left Enter j");
    let trail = |reader: &Reader| -> Vec<_> {
        reader.model.trail().visits().map(|visit| (visit.place.clone(), visit.stop, visit.cursor_moved)).collect()
    };
    let (walked, before) = (trail(&reader), reader.screen());
    change(&mut reader, &scratch, |text| text.replace("Trade moves", "Goods moves"));
    let expected: Vec<String> = before.iter().map(|row| row.replace("Trade moves", "Goods moves")).collect();
    for (row, expected) in reader.screen().iter().zip(&expected) {
        assert_eq!(row, expected);
    }
    assert_ne!(expected, before);
    assert_eq!(trail(&reader), walked);
}

#[test]
fn the_cursor_stays_on_what_it_was_on() {
    let scratch = Scratch::with_port("cursor");
    let mut reader = Reader::open(read(&scratch.0), None, 120, 40);
    reader.press("/ 'Timeline' Enter");
    let row = |reader: &Reader| reader.screen().into_iter().find(|row| row.starts_with('▌')).unwrap_or_default();
    assert!(row(&reader).contains("Timeline"), "{}", row(&reader));
    change(&mut reader, &scratch, |text| {
        text.replace("judgements:\n", "judgements:\n  J7:\n    text: Above all others.\n    stray: field\n")
    });
    assert!(row(&reader).contains("Timeline"), "{}", row(&reader));
    // The count of findings comes with a row of its own.
    reader.model.world().library.check(|_, _| ());
    reader.model.update(&Message::Checked);
    reader.model.arrange();
    reader.shows("CHECK");
    assert!(row(&reader).contains("Timeline"), "{}", row(&reader));
}

#[test]
fn a_place_that_is_gone_steps_up_to_the_nearest_that_is_not() {
    let scratch = Scratch::with_port("gone");
    let mut reader = Reader::open(read(&scratch.0), Some("port/trade"), 120, 40);
    reader.press("j Enter Enter").is_at("port#C3:1");
    // From the passage past its claim to the section, which stood before both.
    change(&mut reader, &scratch, |text| text.replace("C3:", "C4:").replace(", C3]", "]").replace("It takes days", "It takes a week"));
    reader.is_at("port/trade");
    reader.says("port#C3:1 is gone; this is what is nearest to it.");
    assert!(reader.model.trail().left().is_none());
    reader.press("j Enter").is_at("port#C4");
    // The file is the same, whatever it calls its briefing.
    change(&mut reader, &scratch, |text| text.replace("briefing: port", "briefing: harbour"));
    reader.is_at("harbour#C4");
    assert_eq!(reader.model.notice(), None);
    reader.press("Left").is_at("harbour/trade");
}

/// The first line says that what is shown is no longer what the file holds, since when and why.
#[track_caller]
fn says_stale(reader: &Reader, why: &str) {
    let head = reader.head();
    let since = head.split("STALE since ").nth(1).unwrap_or_else(|| panic!("not stale: {head}"));
    let time: String = since.chars().take(6).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(time, "00:00Z", "{head}");
    assert!(since.contains(why) && !head.contains("anchored"), "{head}");
}

#[test]
fn e3_a_briefing_whose_file_is_gone_stays_as_long_as_it_is_read_and_is_called_stale() {
    let scratch = Scratch::new("gone-file");
    let write = |name: &str| scratch.write(name, format!("briefing: {}\nmarking: TLP:CLEAR\ntitle: T\n", &name[..1]));
    let files: Vec<PathBuf> = ["a.yaml", "b.yaml", "c.yaml"].map(write).to_vec();
    let mut reader = Reader::open(read(&scratch.0), None, 120, 40);
    reader.press("j Enter").is_at("b");
    fs::remove_file(&files[1]).expect("removed");
    look_again(&mut reader);
    reader.is_at("b").says("Kept the last good version: its file is gone.");
    reader.press("E");
    says_stale(&reader, ": its file is gone ");
    // It comes back.
    write("b.yaml");
    look_again(&mut reader);
    reader.is_at("b");
    assert!(!reader.head().contains("STALE"), "{}", reader.head());
    // Who leaves it does not find it again.
    fs::remove_file(&files[1]).expect("removed");
    look_again(&mut reader);
    says_stale(&reader, ": its file is gone ");
    reader.press("Left").is_at("library");
    write("d.yaml");
    look_again(&mut reader);
    assert_eq!(reader.links(), ["a", "c", "d"]);
}

/// The reason gives way from its end, and never whole.
#[test]
fn e3_why_something_is_stale_is_cut_and_not_left_out() {
    let scratch = Scratch::with_port("stale-why");
    let mut reader = Reader::open(read(&scratch.0), Some("port#J2"), 120, 40);
    change(&mut reader, &scratch, |text| text.to_owned() + "#" + &"x".repeat(5_000_000));
    let why = |reader: &Reader| {
        let head = reader.head();
        head.split("Z: ").nth(1).map(|why| why.split(" TLP").next().unwrap_or_default().trim().to_owned()).unwrap_or(head)
    };
    let whole = why(&reader);
    for columns in [110, 100, 90, 80, 70] {
        reader.resize(columns, 24);
        let cut = why(&reader);
        let begin = cut.strip_suffix('…').unwrap_or(&cut);
        assert!(whole.starts_with(begin) && begin.len() > 12, "{columns}: {whole} | {}", reader.head());
    }
    for columns in [60, 50, 40] {
        reader.resize(columns, 12);
        assert!(why(&reader).len() > 4, "{columns}: {}", reader.head());
    }
}

#[test]
fn e3_what_is_stale_is_said_in_the_first_line_as_long_as_it_is_at_every_size() {
    let scratch = Scratch::with_port("stale");
    let world = read(&scratch.0);
    world.library.check(|_, _| ());
    let mut reader = Reader::open(world, Some("port#J2"), 120, 40);
    let good = reader.head();
    assert!(good.contains("3 quotes anchored"), "{good}");
    change(&mut reader, &scratch, |text| text.replacen("judgements:\n", "judgements: [\n", 1));
    // No key takes it away, and no page of the briefing is without it.
    for keys in ["j", "x", "1", "2 Enter", "4", "6", "?"] {
        reader.press(keys);
        says_stale(&reader, ": line 32, `[` is never closed ");
    }
    let since = reader.head().split("STALE since ").nth(1).map(|words| words[..6].to_owned());
    for (columns, rows, words) in [(80, 24, "Z: line 32"), (40, 12, "Z: line 32 ")] {
        for address in ["1", "2 Enter", "3 Enter Enter"] {
            reader.resize(columns, rows);
            reader.press(address);
            let head = reader.head();
            assert!(head.contains("STALE") && head.contains(words) && head.ends_with("TLP:CLEAR"), "{columns}: {head}");
            assert!(since.as_ref().is_some_and(|since| head.contains(since)), "{columns}: {head}");
        }
    }
    reader.resize(120, 40);
    // Broken elsewhere it is stale for another reason, since the same time.
    change(&mut reader, &scratch, |text| text.replacen("sections:\n", "sections: [\n", 1));
    let head = reader.head();
    assert!(head.contains("line 20") && since.is_some_and(|since| head.contains(&since)), "{head}");
    fs::remove_file(scratch.0.join(BRIEFING)).expect("removed");
    look_again(&mut reader);
    assert!(reader.head().contains("Z: holds no briefing") || reader.head().contains(": not read"), "{}", reader.head());
    reader.says(&format!(
        "Kept what was read before: {} holds no briefing: expected *.yaml in it, or in its folder `briefings`.",
        scratch.0.display()
    ));
    let whole = Scratch::with_port("stale-whole");
    fs::copy(whole.0.join(BRIEFING), scratch.0.join(BRIEFING)).expect("back");
    look_again(&mut reader);
    reader.press("1");
    assert!(reader.head().contains("3 quotes anchored"), "{}", reader.head());
}

/// Where a reader is: every visit of the way, and the cursor in it.
fn way(reader: &Reader) -> Vec<(String, Option<usize>)> {
    reader.model.trail().visits().map(|visit| (visit.place.to_string(), visit.stop)).collect()
}

/// Who writes a file in parts, and who takes it away and brings it back, has deleted nothing.
#[test]
fn e3_a_briefing_that_is_cut_anywhere_and_whole_again_gives_the_way_and_the_place_back() {
    let scratch = Scratch::with_port("cut");
    let whole = fs::read_to_string(scratch.0.join(BRIEFING)).expect("the file");
    let world = read(&scratch.0);
    world.library.check(|_, _| ());
    let mut reader = Reader::open(world, None, 120, 40);
    reader.press("Enter Enter Enter");
    let (before, screen) = (way(&reader), reader.screen());
    assert_eq!(before.len(), 4, "{before:?}");
    let ends = whole.match_indices('\n').map(|(at, _)| at + 1);
    let cuts: Vec<usize> = [0].into_iter().chain(ends).flat_map(|at| [at, (at + 9).min(whole.len())]).collect();
    let mut lost = 0;
    for cuts in cuts.windows(2) {
        // In one part too many, and in several.
        for cut in cuts {
            fs::write(scratch.0.join(BRIEFING), &whole[..whole.floor_char_boundary(*cut)]).expect("cut");
            look_again(&mut reader);
            lost += usize::from(way(&reader) != before);
        }
        fs::write(scratch.0.join(BRIEFING), &whole).expect("whole");
        look_again(&mut reader);
        assert_eq!(way(&reader), before, "cut at {cuts:?}");
        assert_eq!(reader.screen(), screen, "cut at {cuts:?}");
    }
    assert!(lost > 20, "the places were gone in between: {lost}");
}

#[test]
fn e3_who_goes_elsewhere_while_a_place_is_gone_is_not_called_back() {
    let scratch = Scratch::with_port("gone-on");
    let mut reader = Reader::open(read(&scratch.0), Some("port/trade"), 120, 40);
    reader.press("j Enter Enter").is_at("port#C3:1");
    let rename = |text: &str| text.replace("C3:", "C4:").replace(", C3]", "]").replace("It takes days", "It takes a week");
    change(&mut reader, &scratch, rename);
    reader.is_at("port/trade").press("1").is_at("port");
    change(&mut reader, &scratch, |text| text.replace("C4:", "C3:"));
    reader.is_at("port");
    // What is ahead comes back as well.
    reader.press("3 j Enter Left").is_at("port/trade");
    change(&mut reader, &scratch, rename);
    change(&mut reader, &scratch, |text| text.replace("C4:", "C3:"));
    assert!(reader.model.trail().has_ahead());
}

#[test]
fn e3_of_a_file_that_breaks_off_the_last_good_version_stays_and_check_shows_where() {
    let scratch = Scratch::with_port("broken");
    let mut reader = Reader::open(read(&scratch.0), Some("port#J2"), 120, 40);
    let before = reader.screen();
    change(&mut reader, &scratch, |text| text.replacen("judgements:\n", "judgements: [\n", 1));
    let notice = reader.model.notice().expect("a notice").to_owned();
    assert!(notice.starts_with("Kept the last good version: line "), "{notice}");
    assert_eq!(reader.screen()[1..39], before[1..39], "the page stays");
    says_stale(&reader, ": line ");
    reader.model.update(&Message::Key(Key::parse("E").expect("a key")));
    let tabs = bluf::page::about::tabs::tabs(reader.model.world().entry("port").expect("there"));
    let check = tabs.iter().position(|tab| tab.label == "Check").expect("a tab") + 1;
    reader.press(&check.to_string());
    assert!(reader.screen().join("\n").contains("yaml/syntax"), "{}", reader.screen().join("\n"));
    let warned = reader.text_in(bluf::page::Role::Warn);
    assert!(warned.contains("show the last good version"), "{warned}");
    assert!(file_place(&mut reader).is_some_and(|place| place.line > 1));
    // Mended at the place that the editor opened, the page is clean.
    change(&mut reader, &scratch, |text| text.replacen("judgements: [\n", "judgements:\n", 1));
    assert!(!reader.screen().join("\n").contains("yaml/syntax"), "{}", reader.screen().join("\n"));
    reader.is_at("port/check");
}

#[test]
fn the_marks_of_a_search_are_those_of_the_new_text() {
    let scratch = Scratch::with_port("marks");
    let mut reader = Reader::open(read(&scratch.0), None, 120, 40);
    reader.press("/ 'clos' Enter");
    let hits = reader.model.marks().expect("marks").hits().len();
    change(&mut reader, &scratch, |text| text.replace("The port closes", "The port shuts"));
    let left = reader.model.marks().expect("marks").hits().len();
    assert!(left < hits, "{left} of {hits}");
}
