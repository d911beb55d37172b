//! The mouse, in the browser and on a real terminal.

use crate::support::terminal::{Terminal, foot, head};
use crate::support::{Reader, Scratch, copied, desk, embedded};
use bluf::keys::key::Key;
use bluf::settings::{Setting, Settings};
use bluf::tui::model::{Effect, Message, Mode, Model};
use bluf::tui::pointer::Deed;
use bluf::tui::view::zone_at;
use proptest::prelude::*;

/// The column to the right shows an item.
fn previews(reader: &Reader, id: &str) -> bool {
    reader.screen().iter().any(|row| row.starts_with(['─', '━']) && row.contains(&format!("› {id}")))
}

#[test]
fn m18_a_click_moves_the_cursor_and_a_click_on_the_cursor_opens() {
    let mut reader = Reader::begin();
    let second = reader.find("Russia delivers major arms", 0);
    reader.click(second);
    assert!(previews(reader.is_at("russia-iran-treaty"), "J2"), "the preview follows");
    reader.click(second);
    reader.is_at("russia-iran-treaty#J2");
}

#[test]
fn m18_a_link_within_running_text_is_clicked() {
    let mut reader = Reader::at("russia-iran-treaty#J1");
    let (x, y) = reader.find("[C", 0);
    let link = (x + 1, y);
    reader.click(link);
    reader.click(link);
    assert!(reader.address().starts_with("russia-iran-treaty#C"), "{}", reader.address());
}

#[test]
fn m18_what_goes_down_on_one_thing_and_up_on_another_is_no_click() {
    let mut reader = Reader::begin();
    let tab = reader.find("3 Regional", 0);
    reader.mouse(Deed::Press, (0, 39));
    reader.mouse(Deed::Release, tab);
    reader.mouse(Deed::Release, tab);
    reader.is_at("russia-iran-treaty");
}

#[test]
fn m18_tabs_crumbs_and_hints_are_clicked() {
    let mut reader = Reader::begin();
    reader.click_on("3 Regional").is_at("russia-iran-treaty/regional-security");
    reader.press("1 Enter Enter Enter");
    let deep = reader.address();
    reader.click_on("J1").is_at("russia-iran-treaty#J1");
    reader.press("L L");
    assert_eq!(reader.address(), deep, "what was left is ahead");
    reader.click((2, 0));
    reader.is_at("russia-iran-treaty");
    reader.click_on("open J1").is_at("russia-iran-treaty#J1");
    reader.click_on("J K next").is_at("russia-iran-treaty#J2");
}

#[test]
fn m18_the_columns_beside_are_clicked() {
    let mut reader = Reader::begin();
    reader.press("Enter");
    // The left column is a step back, to what was clicked.
    reader.click_on("J3").is_at("russia-iran-treaty");
    assert!(previews(&reader, "J3"));
    let (x, y) = reader.find("› J3", 0);
    reader.click((x + 1, y + 1));
    reader.is_at("russia-iran-treaty#J3");
}

#[test]
fn m18_the_wheel_scrolls_the_column_under_it_and_the_trail_stays() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty#J1"), 120, 24);
    let column = |reader: &Reader, from: usize| -> String {
        reader.screen().iter().skip(3).take(19).map(|row| row.chars().skip(from).collect::<String>() + "\n").collect()
    };
    let before = (column(&reader, 76), reader.address(), reader.model.trail().here().clone());
    reader.mouse(Deed::WheelDown, (100, 10));
    assert_ne!(column(&reader, 76), before.0);
    assert_eq!((reader.address(), reader.model.trail().here().clone()), (before.1, before.2));
    reader.mouse(Deed::WheelUp, (100, 10));
    assert_eq!(column(&reader, 76), before.0);
    // Without the sign of the cursor, which stays in view.
    let here = |reader: &Reader| -> Vec<String> { reader.screen().iter().map(|row| row.chars().skip(1).take(73).collect()).collect() };
    let top = here(&reader);
    reader.mouse(Deed::WheelDown, (10, 10));
    assert_eq!(here(&reader)[4..11], top[7..14], "three rows further down");
    reader.is_at("russia-iran-treaty#J1");
    // The left column, of the place that we came from.
    let mut reader = Reader::open(embedded(), None, 120, 24);
    reader.press("Enter");
    let left = |reader: &Reader| -> Vec<String> { reader.screen().iter().map(|row| row.chars().take(24).collect()).collect() };
    let (top, visit) = (left(&reader), reader.model.trail().left().cloned());
    reader.mouse(Deed::WheelUp, (3, 10));
    assert_ne!(left(&reader)[3..20], top[3..20]);
    assert_eq!(reader.model.trail().left().cloned(), visit);
    reader.mouse(Deed::WheelDown, (3, 10));
    assert_eq!(left(&reader)[3..20], top[3..20]);
}

#[test]
fn m18_a_drag_selects_in_one_column_and_copies_at_its_end() {
    let mut reader = Reader::begin();
    reader.press("Enter");
    let (x, y) = reader.find("Joint exercises are", 0);
    // Over the rules and the neighbours, to the other end of the screen.
    let text = copied(&reader.drag((x, y), (119, y + 2))).expect("copied");
    let because = &embedded().entries()[0].resolved.briefing.judgements[0].because.as_ref().expect("a reason").value.clone();
    assert!(because.starts_with(&text) && text.len() > 120, "{text}");
    assert!(matches!(reader.model.mode(), Mode::Select(_)), "it stays lit");
    let cited = copied(&reader.effects("Y")).expect("cited");
    assert!(cited.starts_with(&text) && cited.contains("Address: russia-iran-treaty#J1"), "{cited}");
    assert!(!matches!(reader.model.mode(), Mode::Select(_)));
    let (x, y) = reader.find("Joint exercises are", 0);
    reader.drag((x, y), (x + 5, y));
    reader.press("j");
    assert!(!matches!(reader.model.mode(), Mode::Select(_)), "a key that moves ends it");
}

/// A drag selects, and a selection would end what is typed.
#[test]
fn m18_a_drag_ends_nothing_that_is_typed() {
    for keys in ["/ t r e", ": n e x"] {
        let mut reader = Reader::begin();
        reader.press("Enter");
        let (x, y) = reader.find("Joint exercises are", 0);
        reader.mouse(Deed::Press, (x, y));
        reader.press(keys);
        reader.mouse(Deed::Drag, (x + 9, y));
        assert!(reader.mouse(Deed::Release, (x + 9, y)).is_empty());
        assert_eq!(reader.model.mode().prompt().map(|(_, line)| line.text().len()), Some(3), "{keys}");
    }
}

#[test]
fn m18_the_hints_of_a_selection_and_of_letters_are_clicked() {
    let mut reader = Reader::begin();
    reader.press("Enter v Right Right");
    let selected = reader.copied("y");
    reader.press("v Right Right");
    let copy = reader.find("y copy", 0);
    assert_eq!(copied(&reader.click(copy)), Some(selected));
    for keys in ["v Right", "o"] {
        reader.press(keys);
        reader.click_on("Esc end");
        assert!(!matches!(reader.model.mode(), Mode::Select(_) | Mode::Letters(_)));
        assert_eq!(reader.address(), "russia-iran-treaty#J1", "it ends that, and nothing else");
    }
}

#[test]
fn m18_a_key_and_a_setting_leave_the_mouse_to_the_terminal() {
    let mut reader = Reader::begin();
    let second = reader.find("Russia delivers major arms", 0);
    assert_eq!(reader.effects("M"), [Effect::Mouse(false)]);
    reader.click(second);
    assert!(!previews(&reader, "J2"));
    assert_eq!(reader.effects("M"), [Effect::Mouse(true)]);
    reader.click(second);
    assert!(previews(&reader, "J2"));
    let settings = Settings::default().with(Setting::Mouse, "off");
    reader.model = Model::new(embedded(), None).expect("a place").with_settings(settings);
    reader.resize(120, 40);
    assert!(!reader.model.takes_mouse());
    reader.click(second);
    assert!(!previews(&reader, "J2"));
}

#[test]
fn m18_the_terminal_is_asked_for_buttons_and_drags_only_and_given_the_mouse_back() {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    for mode in ["\x1b[?1000h", "\x1b[?1002h", "\x1b[?1006h"] {
        assert_eq!(written.matches(mode).count(), 1, "{mode:?}");
    }
    assert!(!written.contains("?1003h"), "an idle hand costs nothing");
    terminal.type_in("M");
    terminal.wait_for_text("The mouse is the terminal’s; M takes it back.");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    terminal.type_in("M");
    terminal.wait_for_text("The mouse is taken again");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
    // A click on the third tab, as a terminal reports it.
    terminal.type_in("\x1b[<0;25;2M\x1b[<0;25;2m");
    terminal.wait("its page", |screen| head(screen).contains("› Regional security"));
    terminal.quit();
}

#[test]
fn m18_without_the_mouse_nothing_is_asked_for_and_no_report_is_a_key() {
    let mut terminal = Terminal::bluf(&["--no-mouse"], 120, 40);
    terminal.wait_until_checked();
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b[?1000h"));
    // Reports in both forms, with letters in them that are keys.
    terminal.type_in("\x1b[<0;25;2M\x1b[<0;25;2m\x1b[M qq\x1b[<35;9;9M");
    terminal.type_in("j");
    terminal.wait_for_text("› J2");
    terminal.quit();
}

#[test]
fn m21_the_mouse_and_pastes_are_given_back_after_signals() {
    for signal in ["TERM", "HUP"] {
        let mut terminal = Terminal::bluf(&[], 100, 30);
        terminal.wait_until_checked();
        assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
        assert!(terminal.parser.screen().bracketed_paste());
        terminal.signal(signal);
        assert_ne!(terminal.end(), 0);
        terminal.assert_restored();
    }
}

#[test]
fn m18_an_editor_gets_the_terminal_without_mouse_and_pastes() {
    let scratch = Scratch::with_port("mouse-editor");
    let editor = scratch.write("editor", "#!/bin/sh\necho the editor\nread line\n");
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("executable");
    let mut command = crate::support::terminal::bluf(&["--library", &scratch.0.to_string_lossy()]);
    command.env("VISUAL", &editor);
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_until_written("the editor");
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert!(!terminal.parser.screen().bracketed_paste());
    terminal.type_in("\n");
    terminal.wait_until_checked();
    assert_eq!(terminal.parser.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::ButtonMotion);
    assert!(terminal.parser.screen().bracketed_paste());
    terminal.quit();
}

#[test]
fn a_paste_is_no_keys() {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("\x1b[200~q\rqq\x1b[201~");
    terminal.wait_for_text("What was pasted is ignored");
    terminal.type_in("/");
    // A line behind the first, and a sequence that would clear the screen.
    terminal.type_in("\x1b[200~treaty\x1b[2J\r\nq\x1b[201~");
    terminal.wait_for_text("/treaty␛[2J");
    // Behind the Escape, and mostly while that is held because it may begin an answer of the terminal.
    terminal.type_alone("\x1b");
    // More than is read at once.
    terminal.type_in(&format!("\x1b[200~{}\x1b[201~", "quit\r".repeat(20_000)));
    terminal.wait_for_text("What was pasted is ignored");
    terminal.quit();
}

/// Both may wait when the program next looks.
#[test]
fn m18_a_click_behind_a_new_size_is_one_on_what_was_drawn() {
    for (columns, rows) in [(80, 24), (120, 39), (20, 5), (200, 60)] {
        let mut reader = Reader::begin();
        let before = zone_at(&reader.model, &reader.theme, 2, 39);
        assert!(before.is_some());
        reader.model.update(&Message::Resize { columns, rows });
        assert_eq!(zone_at(&reader.model, &reader.theme, 2, 39), before);
    }
}

/// A slow link delivers what the mouse did in one go. Each event has ten bytes, and 1,024 of them are read at once.
#[test]
fn m18_keys_work_behind_a_long_burst_of_the_mouse() {
    for events in [1, 110, 500, 3000] {
        let mut terminal = Terminal::bluf(&[], 120, 40);
        terminal.wait_until_checked();
        terminal.type_in(&"\x1b[<65;20;9M".repeat(events));
        terminal.type_in(&"\x1b[<64;20;9M".repeat(events));
        terminal.type_in("T");
        terminal.wait_for_text("━ Themes ━");
        terminal.quit();
    }
}

/// Where the terminal does not mark a paste, its letters are keys: none is lost.
#[test]
fn letters_of_a_long_burst_are_not_lost() {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("/");
    terminal.wait("the prompt", |screen| foot(screen).starts_with(" /"));
    terminal.type_in(&"x\x7f".repeat(4000));
    terminal.type_in("treaty");
    terminal.wait("the word alone", |screen| foot(screen).starts_with(" /treaty "));
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![Just(Deed::Press), Just(Deed::Drag), Just(Deed::Release), Just(Deed::WheelUp), Just(Deed::WheelDown)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever the hand does, on screens of any size, the cursor is on the page and drawing does not panic.
    #[test]
    fn any_clicks_keys_and_sizes_are_survived(
        deeds in prop::collection::vec((deed(), 0u16..140, 0u16..50, 0usize..24), 1..60),
        size in prop_oneof![Just((120u16, 40u16)), Just((80, 24)), Just((40, 12)), Just((3, 3))],
    ) {
        let keys = ["y", "Y", "v", "o", "f", "M", "Down", "Up", "Left", "Right", "PageDown", "Home", "End", "G", "g", "Esc", "Enter", "/", "a", "3", "]", "?", ":", "Backspace"];
        let mut reader = Reader::open(desk(), None, size.0, size.1);
        for (deed, x, y, key) in deeds {
            if key % 3 == 0 {
                reader.model.update(&Message::Key(Key::parse(keys[key]).expect("a key")));
                reader.model.arrange();
            }
            reader.mouse(deed, (x, y));
            let buffer = reader.buffer();
            prop_assert_eq!(buffer.area.width, size.0);
            if let Some(shown) = reader.model.shown() {
                let links = shown.here().flowed.doc.links.len();
                prop_assert!(reader.stop().is_none_or(|stop| stop < links));
            }
        }
    }
}

/// The list of actions gives way to what was clicked beside it, and the way back is as it was.
#[test]
fn m18_a_click_beside_the_list_of_actions_leads_away_from_where_it_was_asked_for() {
    for (words, address) in [("russia-iran-treaty", "russia-iran-treaty"), ("3 Regional", "russia-iran-treaty/regional-security")] {
        let mut reader = Reader::begin();
        reader.press("Enter Enter :");
        reader.click_on(words).is_at(address);
        // Letters are keys again.
        reader.press("j j").is_at(address);
        assert!(!reader.model.trail().places().any(|place| *place == bluf::page::Place::Help));
    }
    let mut reader = Reader::begin();
    reader.press("Enter Enter");
    let before: Vec<String> = reader.model.trail().places().map(ToString::to_string).collect();
    reader.press(":");
    reader.click((3, 20));
    let after: Vec<String> = reader.model.trail().places().map(ToString::to_string).collect();
    assert_eq!(after, before);
}
