//! The place is kept: at another size, when the program is left, and when lines were added above it.

use crate::support::terminal::{Terminal, bluf, foot, head, text};
use crate::support::{Reader, Scratch, desk, embedded, world_of_scripts};
use bluf::page::World;
use bluf::page::{Place, Role, Spot, page};
use bluf::tui::model::Message;
use bluf::tui::position::Share;
use portable_pty::CommandBuilder;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

/// The addresses that can be reached from the library.
fn addresses(world: &World) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![Place::Library, Place::Help];
    while let Some(place) = waiting.pop() {
        // The text and the card of one sentence of ten stand for all.
        if let Some(Spot::Sentence { sentence, .. } | Spot::Source { sentence: Some(sentence), .. }) = place.spot()
            && sentence.of_kind % 10 != 1
        {
            continue;
        }
        if found.insert(place.to_string()) {
            waiting.extend(page(world, &place).expect("a page").links);
        }
    }
    found
}

/// The first character of a text that the view shows: its block, which of the block's texts, its place in it, and all
/// that stands behind it on the row.
fn first_character(reader: &Reader) -> Option<(String, usize, usize)> {
    let here = reader.model.shown()?.here();
    let rows = here.flowed.rows_from(here.top);
    let mut pieces = rows.flat_map(|row| row.pieces.iter().map(move |piece| (row.block, piece)));
    let (block, piece) = pieces.find(|(_, piece)| piece.part.is_some())?;
    Some((here.flowed.doc.blocks[block].key.clone(), piece.part?, piece.offset))
}

/// A character is in the view.
fn is_in_view(reader: &Reader, (key, part, offset): &(String, usize, usize)) -> bool {
    let here = reader.model.shown().expect("a page").here();
    let rows = here.flowed.rows_from(here.top).take(usize::from(here.area.height) - 1);
    let mut pieces = rows.flat_map(|row| row.pieces.iter().map(move |piece| (row.block, piece)));
    pieces.any(|(block, piece)| {
        let range = piece.offset..=piece.offset + piece.text.len();
        here.flowed.doc.blocks[block].key == *key && piece.part == Some(*part) && range.contains(offset)
    })
}

/// Walks a page at 200×50 and makes the screen small and large again at every step.
fn resize_everywhere(world: &Arc<World>, address: &str, steps: &[&str]) {
    let mut reader = Reader::open(Arc::clone(world), Some(address), 200, 50);
    for keys in steps {
        reader.press(keys);
        let (picture, first) = (reader.buffer(), first_character(&reader));
        for (columns, rows) in [(60, 20), (40, 12), (7, 3), (60, 20)] {
            reader.resize(columns, rows);
            let scrolled = reader.model.shown().is_some_and(|shown| shown.here().top > 0);
            if let Some(first) = first.as_ref().filter(|_| (columns, rows) == (60, 20) && scrolled) {
                let at_the_end = reader.model.shown().is_some_and(|shown| shown.here().top == shown.here().flowed.last_top(18 - 1));
                let visit = reader.model.trail().here();
                // What one looks at comes before what is around it.
                let looks = visit.cursor_moved || visit.top.is_none() || visit.seen.is_some_and(|seen| seen.shares != [Share::None; 3]);
                assert!(is_in_view(&reader, first) || at_the_end || looks, "{address} after `{keys}`: {first:?}");
            }
        }
        reader.resize(200, 50);
        assert_eq!(first_character(&reader), first, "{address} after `{keys}`");
        assert_eq!(reader.buffer(), picture, "{address} after `{keys}`");
    }
}

#[test]
fn m12_resize_keeps_the_place_on_every_page() {
    for world in [desk(), embedded()] {
        for address in addresses(&world) {
            resize_everywhere(&world, &address, &["", "j j j", "PageDown", "j", "G", "k k"]);
        }
    }
}

/// The rows that one looks at: what is lit, and those of the stop under the cursor.
fn looked_at(reader: &Reader) -> Vec<std::ops::Range<usize>> {
    let here = reader.model.shown().expect("a page").here();
    here.flowed.lit().into_iter().chain(here.stop.and_then(|stop| here.flowed.rows_of(stop))).collect()
}

/// Which of them are in view, as they are drawn: lit words, and the sign of the cursor.
fn drawn(reader: &Reader) -> [bool; 2] {
    let (here, buffer) = (reader.model.shown().expect("a page").here(), reader.buffer());
    let cells: Vec<_> = here.area.positions().map(|place| &buffer[place]).collect();
    let is_lit = |cell: &&ratatui::buffer::Cell| cell.bg == ratatui::style::Color::LightYellow;
    [cells.iter().any(is_lit), cells.iter().any(|cell| cell.symbol().starts_with('▌'))]
}

/// Every place that a page of a source is opened at.
fn passages() -> Vec<(Arc<World>, String)> {
    let worlds = [desk(), embedded(), world_of_scripts()];
    let places = worlds.into_iter().flat_map(|world| {
        let all = addresses(&world).into_iter().filter(|address| address.contains('#') && address.contains(':'));
        all.map(|address| (Arc::clone(&world), address)).collect::<Vec<_>>()
    });
    places.filter(|(world, address)| !Reader::open(Arc::clone(world), Some(address), 80, 24).text_in(Role::Lit).is_empty()).collect()
}

#[derive(Debug, Clone)]
enum Happening {
    Press(&'static str),
    Resize(u16, u16),
}

fn happening() -> impl Strategy<Value = Happening> {
    let keys = ["j", "j", "k", "k", "PageDown", "PageUp", "G", "g", "J", "K"];
    prop_oneof![
        prop::sample::select(keys.to_vec()).prop_map(Happening::Press),
        (40_u16..220, 12_u16..60).prop_map(|(columns, rows)| Happening::Resize(columns, rows)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// The cursor always, and what is lit wherever there is room for both.
    #[test]
    fn m12_what_is_lit_and_the_cursor_stay_in_view_through_every_size(
        at in any::<prop::sample::Index>(),
        happenings in prop::collection::vec(happening(), 1..16),
    ) {
        static PASSAGES: LazyLock<Vec<(Arc<World>, String)>> = LazyLock::new(passages);
        let (world, address) = at.get(&PASSAGES);
        let mut reader = Reader::open(Arc::clone(world), Some(address), 120, 40);
        prop_assert_eq!(drawn(&reader), [true; 2], "{} as it opens", address);
        let mut untouched = true;
        let size = |reader: &Reader| {
            let here = reader.model.shown().expect("a page").here();
            // A view of as many rows may be set in more of them on a taller screen.
            (here.area.width, here.area.height, here.flowed.density())
        };
        // How large the page was when the reader moved last, and what was in view: back there the old picture is back.
        let mut moved = (size(&reader), drawn(&reader));
        for happening in happenings {
            let before = drawn(&reader);
            match happening {
                Happening::Press(keys) => {
                    reader.press(keys);
                    untouched = false;
                    moved = (size(&reader), drawn(&reader));
                }
                Happening::Resize(columns, rows) => {
                    reader.resize(columns, rows);
                    let height = reader.model.shown().expect("a page").here().height();
                    let rows_of = looked_at(&reader);
                    let from = rows_of.iter().map(|rows| rows.start).min().unwrap_or(0);
                    let to = rows_of.iter().map(|rows| rows.end).max().unwrap_or(0);
                    let [lit, cursor] = drawn(&reader);
                    if size(&reader) == moved.0 {
                        prop_assert_eq!([lit, cursor], moved.1, "{} back at {}×{}", address, columns, rows);
                        continue;
                    }
                    prop_assert!(cursor || !before[1], "{} at {}×{}: no cursor", address, columns, rows);
                    prop_assert!(lit || !before[0] || to - from > height && !untouched, "{} at {}×{}: nothing is lit", address, columns, rows);
                }
            }
        }
    }
}

/// The hit that one stands on is where one looks, too.
#[test]
fn m12_the_hit_of_the_search_stays_in_view_through_every_size() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source"), 160, 50);
    reader.press("/ 'iran' Enter");
    for _ in 0..12 {
        for (columns, rows) in [(40, 12), (80, 24), (60, 14), (160, 50)] {
            reader.resize(columns, rows);
            let buffer = reader.buffer();
            assert!(buffer.content.iter().any(|cell| cell.bg == ratatui::style::Color::LightGreen), "{columns}×{rows}");
        }
        reader.press("n");
    }
}

/// A library whose only source has as many sentences as asked for.
fn long(name: &str, sentences: usize) -> Scratch {
    let scratch = Scratch::with_port(name);
    let path = scratch.0.join("seeds/port.txt");
    let mut text = fs::read_to_string(&path).expect("the source");
    for number in 1..=sentences {
        let words = "and the tide comes in over the bar ".repeat(number % 7);
        text += &format!("Sentence {number} is about berth {}, {words}and nobody has claimed it.\n", number * 3);
    }
    fs::write(path, text).expect("written");
    scratch
}

#[test]
fn m12_resize_keeps_the_place_in_a_long_source() {
    let scratch = long("m12", 600);
    let world = bluf::library::open(&scratch.0).expect("opens").into();
    let steps: Vec<&str> = std::iter::repeat_n(["PageDown", "j", "PageDown", "PageDown PageDown", "k k k k k"], 6).flatten().collect();
    resize_everywhere(&world, "port/source", &steps);
    resize_everywhere(&world, "port/source/ART:300", &steps);
}

/// The first rows of text where we are, as letters alone.
fn top_words(terminal: &Terminal) -> String {
    let text = terminal.text();
    let rows = text.lines().skip(3).take(4);
    rows.map(|row| row.split('│').next().unwrap_or(row).trim_start_matches(['▌', ' ', '■', '□', '▫'])).collect::<Vec<_>>().join(" ")
}

/// The one state file of a library on disk.
fn state_file(command: &CommandBuilder) -> PathBuf {
    let folder = PathBuf::from(command.get_env("XDG_STATE_HOME").expect("set")).join("bluf");
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files = files.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let file = files.next().expect("a state file");
    assert_eq!(files.next(), None);
    file
}

/// The browser of a library, with its arguments behind it.
fn browse(scratch: &Scratch, arguments: &[&str]) -> CommandBuilder {
    let mut command = bluf(&[scratch.0.to_str().expect("UTF-8")]);
    command.args(arguments);
    command
}

#[test]
fn m13_quit_and_reopen_lands_on_the_same_place_with_the_same_trail() {
    for end in ["q", "TERM", "HUP", "INT"] {
        let scratch = Scratch::with_port(&format!("m13-{end}"));
        let command = browse(&scratch, &[]);
        let mut terminal = Terminal::start(command.clone(), 120, 20);
        terminal.wait_until_checked();
        terminal.type_in("j");
        terminal.wait("the second stop", |screen| foot(screen).contains("open J2"));
        let cover = terminal.text();
        terminal.type_in("\r");
        terminal.wait("J2", |screen| head(screen).contains("› J2"));
        terminal.type_in("\rjj");
        terminal.wait("C2", |screen| head(screen).contains("› C2"));
        terminal.wait_for_text("3/");
        let there = terminal.text();
        if end == "q" {
            terminal.quit();
        } else {
            terminal.signal(end);
            assert_ne!(terminal.end(), 0);
            terminal.assert_restored();
        }
        let mut terminal = Terminal::start(command, 120, 20);
        terminal.wait("the same place", |screen| text(screen) == there);
        terminal.type_in("\x7f");
        terminal.wait("J2 again", |screen| head(screen).contains("› J2") && !head(screen).contains("C2"));
        terminal.type_in("\x7f");
        terminal.wait("the cover as it was left", |screen| text(screen) == cover);
        terminal.quit();
    }
}

#[test]
fn m13_lines_added_above_move_nothing() {
    let scratch = long("m13-above", 300);
    let command = browse(&scratch, &[]);
    let mut terminal = Terminal::start(command.clone(), 120, 30);
    terminal.wait_until_checked();
    // The text of the source, far down.
    terminal.type_in("4");
    terminal.wait("the source", |screen| head(screen).contains("› ART"));
    terminal.type_in("     jj");
    terminal.wait("the end of what was typed", |screen| foot(screen).contains("open ART:36"));
    let (words, hint) = (top_words(&terminal), foot(terminal.parser.screen()));
    assert!(words.contains("is about berth"), "{words}");
    terminal.quit();
    // Two sentences at the head of the source; a section, a claim and a judgement at the head of the briefing.
    let source = scratch.0.join("seeds/port.txt");
    let text_before = fs::read_to_string(&source).expect("read");
    fs::write(&source, format!("This is quite new. So is this second sentence.\n{text_before}")).expect("written");
    let briefing = scratch.0.join("briefings/port.yaml");
    let changed = fs::read_to_string(&briefing)
        .expect("read")
        .replace("sections:\n", "sections:\n  harbour:\n    C9:\n      fact: The harbour is blue.\n      quote: The harbour is blue\n")
        .replace("judgements:\n", "judgements:\n  J9:\n    text: The harbour stays blue.\n    claims: [C9]\n");
    assert!(changed.contains("C9:") && changed.contains("J9:"));
    fs::write(&briefing, changed).expect("written");
    let mut terminal = Terminal::start(command, 120, 30);
    terminal.wait_for_text("305 sentences");
    terminal.wait_until_checked();
    assert_eq!(letters(&top_words(&terminal)), letters(&words), "the same words stand first");
    let number = |hint: &str| hint.split("ART:").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    let now = foot(terminal.parser.screen());
    assert_eq!(number(&now), number(&hint).map(|number| number + 2), "the cursor is on the same sentence: {hint} {now}");
    terminal.quit();
}

/// A text without its numbers of sentences.
fn letters(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().filter(|word| word.parse::<usize>().is_err() && word.chars().count() > 1).collect();
    words.join(" ")
}

#[test]
fn m13_an_address_wins_over_the_place_and_each_library_has_its_own() {
    let (one, other) = (Scratch::with_port("m13-one"), Scratch::with_port("m13-other"));
    let command = browse(&one, &[]);
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("\r");
    terminal.wait("J1", |screen| head(screen).contains("› J1"));
    terminal.quit();
    let mut second = bluf(&[other.0.to_str().expect("UTF-8")]);
    second.env("XDG_STATE_HOME", command.get_env("XDG_STATE_HOME").expect("set"));
    let mut terminal = Terminal::start(second, 120, 40);
    terminal.wait_for_text("KEY JUDGEMENTS");
    assert!(!head(terminal.parser.screen()).contains("J1"));
    terminal.quit();
    let mut named = bluf(&["--library", one.0.to_str().expect("UTF-8"), "port#J2"]);
    named.env("XDG_STATE_HOME", command.get_env("XDG_STATE_HOME").expect("set"));
    let mut terminal = Terminal::start(named, 120, 40);
    terminal.wait("J2", |screen| head(screen).contains("› J2"));
    terminal.quit();
}

#[test]
fn m13_what_cannot_be_read_costs_a_notice_and_what_a_later_version_wrote_is_left() {
    let scratch = Scratch::with_port("m13-corrupt");
    let command = browse(&scratch, &[]);
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_until_checked();
    terminal.quit();
    let file = state_file(&command);
    fs::write(&file, "{\"version\": 1, \"trail\": [{").expect("written");
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_for_text("The last place could not be read");
    terminal.wait_for_text("KEY JUDGEMENTS");
    terminal.quit();
    assert!(fs::read_to_string(&file).expect("read").contains("\"trail\""), "it is written anew");
    let later = "{\"version\": 99, \"trail\": 7}";
    fs::write(&file, later).expect("written");
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_for_text("kept by a later bluf");
    terminal.quit();
    assert_eq!(fs::read_to_string(&file).expect("read"), later);
    // Something that hangs whoever reads it, and a place that never was.
    fs::remove_file(&file).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(&file).status().expect("mkfifo runs");
    assert!(made.success());
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_for_text("The last place could not be read: it is no regular file.");
    terminal.quit();
    assert!(!fs::metadata(&file).expect("there").is_file(), "what is no file is not ours to replace");
    fs::remove_file(&file).expect("removed");
    let hostile = r##"{"version": 1, "trail": [
        {"at": {"address": "port#J9"}, "top": {"block": "nowhere", "index": 99999, "offset": 18446744073709551615, "skip": -9223372036854775808}},
        {"at": {"address": "no such/place"}},
        {"at": {"address": "port#C2:7", "words": "\u001b]0;x"}, "stop": {"to": {"address": "#"}, "nth": 18446744073709551615, "at": 77}}]}"##;
    fs::write(&file, hostile).expect("written");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait("the claim that the passage was of", |screen| head(screen).contains("C2"));
    terminal.quit();
}

#[test]
fn m13_where_nothing_can_be_written_that_is_said_and_nothing_else_happens() {
    let scratch = Scratch::with_port("m13-read-only");
    let mut command = browse(&scratch, &[]);
    command.env("XDG_STATE_HOME", "/proc");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.quit();
    let said = terminal.parser.screen().contents();
    assert!(said.contains("bluf: the place was not kept: "), "{said}");
}

#[test]
fn m13_where_outputs_are_to_be_the_same_nothing_is_remembered() {
    let scratch = Scratch::with_port("m13-epoch");
    let mut command = browse(&scratch, &[]);
    command.env("SOURCE_DATE_EPOCH", "1732233600");
    let state = PathBuf::from(command.get_env("XDG_STATE_HOME").expect("set")).join("bluf");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.quit();
    let files = fs::read_dir(state)
        .expect("a folder")
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().extension().is_some_and(|ending| ending == "json")));
    assert_eq!(files.count(), 0);
}

#[test]
fn e10_recent_places_are_listed_newest_first_and_lead_back() {
    let mut reader = Reader::begin();
    reader.press("Enter");
    let first = reader.address();
    reader.press("J");
    let second = reader.address();
    reader.press("Left r").is_at("recent");
    let links: Vec<String> = reader.links();
    assert_eq!(links[..2], [second.clone(), first]);
    assert!(!links.contains(&"recent".to_owned()));
    reader.press("Enter").is_at(&second);
    reader.press("Left Left");
    assert!(!reader.address().contains("recent"));
}

#[test]
fn e10_recent_places_are_remembered() {
    let scratch = Scratch::with_port("recent");
    let command = browse(&scratch, &[]);
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("j\r");
    terminal.wait("J2", |screen| head(screen).contains("› J2"));
    terminal.quit();
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait("J2", |screen| head(screen).contains("› J2"));
    terminal.type_in("\x7fr");
    terminal.wait("the list", |screen| screen.contents().contains("Trade moves elsewhere.") && head(screen).contains("Recent"));
    terminal.quit();
}

#[test]
fn m13_every_page_is_taken_up_as_it_was_left() {
    for world in [desk(), embedded()] {
        for address in addresses(&world) {
            // Pages about the program are not what a reader comes back to.
            if ["help", "action:", "theme", "http"].iter().any(|program| address.starts_with(program)) {
                continue;
            }
            let mut reader = Reader::open(Arc::clone(&world), Some(&address), 120, 20);
            for keys in ["", "j j j", "PageDown j", "G k", "Enter j Left"] {
                reader.press(keys);
                let mut again = Reader::open(Arc::clone(&world), None, 120, 20);
                again.model.resume(&reader.model.state(), true);
                again.model.update(&Message::Begun);
                again.press("E");
                reader.press("E");
                assert_eq!(again.screen(), reader.screen(), "{address} after `{keys}`");
            }
        }
    }
}

#[test]
fn e3_what_is_being_typed_is_typed_on_when_a_file_is_saved() {
    let scratch = Scratch::with_port("e3-typing");
    let open = || bluf::library::open(&scratch.0).expect("opens");
    let mut reader = Reader::open(open(), None, 120, 40);
    reader.press("/ 'clo'");
    reader.model.update(&Message::Reread(open()));
    reader.press("s");
    assert_eq!(reader.model.mode().prompt().map(|(_, line)| line.text().to_owned()).as_deref(), Some("clos"));
    assert!(!reader.model.marks().expect("marks").hits().is_empty());
}

/// A connection that breaks must not take half a thought with it.
#[test]
fn e6_a_note_that_is_being_written_when_the_connection_breaks_comes_back() {
    let scratch = Scratch::with_port("e6-hangup");
    let command = browse(&scratch, &[]);
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("aHalf a thought\x1b");
    terminal.wait_for_text("Not kept");
    terminal.type_in("jaThe other half");
    terminal.wait_for_text("The other half");
    terminal.signal("HUP");
    terminal.end();
    // Another one that is opened and left meanwhile takes nothing away.
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_for_text("A note that was not kept is here again: a on");
    terminal.type_in("a");
    terminal.wait_for_text("The other half");
    terminal.signal("TERM");
    terminal.end();
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_for_text("A note that was not kept is here again");
    terminal.type_in("a");
    terminal.wait_for_text("The other half");
    terminal.type_in("\rka");
    terminal.wait_for_text("Half a thought");
    terminal.type_in("\r");
    terminal.wait_for_text("kept.");
    terminal.quit();
    let state = fs::read_to_string(state_file(&command)).expect("the state");
    assert!(!state.contains("drafts"), "{state}");
    // Given up, they do not come back.
    let mut terminal = Terminal::start(command.clone(), 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("JaNever mind\x1b");
    terminal.wait_for_text("Not kept");
    terminal.type_in("q");
    terminal.wait_for_text("A note is not kept");
    terminal.quit();
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    assert!(!terminal.text().contains("is here again"));
    terminal.quit();
}

/// One connection carries several programs, and all end with it.
#[test]
fn e6_two_programs_that_end_together_leave_both_drafts() {
    let scratch = Scratch::with_port("e6-both");
    let command = browse(&scratch, &[]);
    let mut terminals: Vec<Terminal> = ["a", "ja"]
        .into_iter()
        .enumerate()
        .map(|(number, keys)| {
            let mut terminal = Terminal::start(command.clone(), 120, 40);
            terminal.wait_until_checked();
            terminal.type_in(&format!("{keys}Typed in number {number}"));
            terminal.wait_for_text(&format!("Typed in number {number}"));
            terminal
        })
        .collect();
    for terminal in &terminals {
        terminal.signal("HUP");
    }
    for terminal in &mut terminals {
        terminal.end();
    }
    let state = fs::read_to_string(state_file(&command)).expect("the state");
    assert!((0..2).all(|number| state.contains(&format!("Typed in number {number}"))), "{state}");
}

/// What a larger screen shows beside it is gone with it: the smaller one is as it was left.
#[test]
fn m12_back_at_the_old_size_the_old_picture_is_back() {
    let mut reader = Reader::open(desk(), Some("vellem-blackout#C4:1"), 120, 40);
    reader.resize(126, 12);
    let before = reader.press("PageDown").screen();
    assert_eq!(drawn(&reader), [false, true], "the passage is out of view");
    reader.resize(40, 31);
    assert_eq!(drawn(&reader), [true; 2]);
    reader.resize(126, 12);
    assert_eq!(reader.screen(), before);
}

/// A view without content has no tab, and one can be there all the same.
#[test]
fn m11_the_way_to_a_view_without_content_names_it() {
    let scratch = Scratch::new("crumb");
    scratch.write("briefings/bare.yaml", "briefing: bare\ntitle: T\nmarking: TLP:CLEAR\n");
    for (word, name) in
        [("outlook", "Outlook"), ("timeline", "Timeline"), ("actors", "Actors"), ("alternatives", "Alternatives"), ("check", "Check")]
    {
        let reader = Reader::open(bluf::library::open(&scratch.0).expect("a library"), Some(&format!("bare/{word}")), 120, 40);
        assert!(reader.head().contains(&format!("bare › {name}")), "{word}: {}", reader.head());
    }
}
