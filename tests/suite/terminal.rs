//! The program on a real terminal: what it draws, and what it leaves behind.

use crate::support::terminal::{Terminal, at_home, bluf, foot, head, text};
use crate::support::{Scratch, dense, embedded, program, project, until};
use bluf::library::Library;
use bluf::page::Place;
use bluf::tui::editor::FilePlace;
use bluf::tui::layout::{Layout, Wanted};
use bluf::tui::model::{Effect, Message};
use bluf::tui::run::{Program, run};
use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// Claim by claim to each passage and back: the lit words are the quote.
fn walk_every_claim(columns: u16, rows: u16) {
    let world = embedded();
    let entry = &world.entries()[0];
    let mut terminal = Terminal::bluf(&["russia-iran-treaty#C1"], columns, rows);
    let mut walked = 0;
    for (claim, passages) in entry.resolved.briefing.claims.iter().zip(&entry.resolved.evidence().passages) {
        let id = claim.head.id.value.clone();
        let here = move |screen: &vt100::Screen| head(screen).contains(&format!("› {id} ")) && !head(screen).contains("ART:");
        terminal.wait(&claim.head.id.value, &here);
        for (at, anchored) in passages.iter().enumerate() {
            // The next passage may be further down than the screen.
            while !foot(terminal.parser.screen()).contains(&format!(" {}/", at + 1)) {
                step(&mut terminal);
            }
            terminal.type_in("\r");
            let article = entry.resolved.text(0).expect("the article");
            let range = anchored.anchor.range().expect("anchored");
            let sentence = article.number(article.sentences_in(&range).start).expect("a sentence");
            let there = |screen: &vt100::Screen| head(screen).contains(&format!("› ART:{sentence} "));
            terminal.wait(&format!("sentence {sentence} of {}", claim.head.id.value), there);
            let quote = dense(&claim.passages[at].exact.value);
            let mut lit = terminal.lit();
            // A passage longer than the smallest screen is read on.
            let mut seen = lit.clone();
            while !seen.ends_with(&lit_end(&quote)) && !lit.is_empty() {
                step(&mut terminal);
                lit = terminal.lit();
                seen = joined(&seen, &lit);
            }
            assert_eq!(seen, quote, "{} at {columns}×{rows}", claim.head.id.value);
            terminal.type_in("\x7f");
            terminal.wait("back on the claim", &here);
            walked += 1;
        }
        terminal.type_in("J");
    }
    assert_eq!(walked, entry.resolved.evidence().anchored().whole);
    terminal.quit();
}

/// One step down; what is on the screen changes.
fn step(terminal: &mut Terminal) {
    let before = terminal.text();
    terminal.type_in("j");
    terminal.wait("the next row", |screen| text(screen) != before);
}

/// The last letters of a quote, enough to know its end by.
fn lit_end(quote: &str) -> String {
    let letters: Vec<char> = quote.chars().collect();
    letters[letters.len().saturating_sub(12)..].iter().collect()
}

/// Two views of one text, the second further down, as one text.
fn joined(first: &str, second: &str) -> String {
    let overlap =
        (0..=second.len()).rev().filter(|at| second.is_char_boundary(*at)).find(|at| first.ends_with(&second[..*at])).unwrap_or(0);
    format!("{first}{}", &second[overlap..])
}

#[test]
fn m1_a_walk_over_every_claim_at_120x40() {
    walk_every_claim(120, 40);
}

#[test]
fn m1_a_walk_over_every_claim_at_80x24() {
    walk_every_claim(80, 24);
}

#[test]
fn m1_a_walk_over_every_claim_at_40x12() {
    walk_every_claim(40, 12);
}

/// Every row of the columns has its border where the layout says.
fn assert_borders(screen: &vt100::Screen, deep: bool) {
    let (rows, columns) = screen.size();
    let layout =
        Layout::reading((columns.get(), rows.get()), Wanted { deep, lines_of_tabs: 2, ..Wanted::default() }).expect("large enough");
    let mut seen = 0;
    for (_, area) in layout.columns.iter().rev().skip(1) {
        for row in area.top() + 1..area.bottom() {
            // This emulator leaves U+FFFD out, which stands for what cannot be seen; no terminal does.
            let text = screen.contents_between(row, 0, row, columns.get());
            if ["hyphen", "nobreak", "zerowidth"].iter().any(|word| text.contains(word)) {
                continue;
            }
            let cell = screen.cell(row, area.right()).map_or("", vt100::Cell::contents);
            assert!(cell.starts_with('│'), "row {row} of\n{}", screen.contents());
            seen += 1;
        }
    }
    assert!(seen > 0 || columns.get() < 100);
}

/// A terminal that adds up characters gives a family of four eight cells; its borders stay all the same.
#[test]
fn m23_no_script_shifts_a_border_on_a_terminal_that_adds_up_characters() {
    let world = project("tests/world").to_string_lossy().into_owned();
    for (columns, rows) in [(120, 40), (100, 20)] {
        let mut terminal = Terminal::bluf(&["--library", &world, "scripts"], columns, rows);
        terminal.wait_until_checked();
        for _ in 0..13 {
            assert_borders(terminal.parser.screen(), false);
            let before = terminal.text();
            terminal.type_in("]");
            terminal.wait("the next tab", |screen| text(screen) != before);
        }
    }
}

#[test]
fn m1_enter_enter_enter_and_back() {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    let cover = terminal.text();
    terminal.type_in("\r\r\r");
    terminal.wait("the source", |screen| head(screen).contains("› ART:"));
    assert!(!terminal.lit().is_empty());
    terminal.type_in("\x7f\x7f\x7f");
    terminal.wait("the cover as it was", |screen| text(screen) == cover);
    terminal.quit();
}

#[test]
fn a_frame_is_one_synchronized_update_and_clears_nothing_outside_it() {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    terminal.written.clear();
    terminal.type_in("j");
    terminal.wait("J2 in the preview", |screen| screen.contents().contains("› J2"));
    let frame = String::from_utf8_lossy(&terminal.written).into_owned();
    assert_eq!(frame.matches("\x1b[?2026h").count(), 1);
    assert_eq!(frame.matches("\x1b[?2026l").count(), 1);
    assert!(frame.starts_with("\x1b[?2026h") && frame.ends_with("\x1b[?2026l"));
    assert!(!frame.contains("\x1b[2J"));
    terminal.quit();
}

#[test]
fn two_hundred_keys_at_once_are_a_few_frames() {
    let mut terminal = Terminal::bluf(&["russia-iran-treaty/source"], 120, 40);
    terminal.wait_for_text("29 sentences");
    terminal.written.clear();
    terminal.type_in(&"j".repeat(200));
    terminal.wait("the last sentence", |screen| screen.contents().contains("international"));
    terminal.quit();
    assert!(terminal.frames() <= 3, "{} frames", terminal.frames());
}

#[test]
fn m12_a_storm_of_sizes_is_survived_and_the_picture_is_right() {
    let start = |columns, rows| {
        let mut terminal = Terminal::bluf(&["russia-iran-treaty/economics"], columns, rows);
        terminal.wait_until_checked();
        terminal
    };
    let (mut terminal, small) = (start(120, 40), start(80, 24).text());
    let before = terminal.text();
    // As fast as they come: the program may see any of them, and the last.
    for (columns, rows) in [(1, 1), (40, 12), (200, 60), (3, 2), (39, 11), (500, 3), (80, 24)] {
        terminal.resize(columns, rows);
    }
    terminal.wait("the last picture", |screen| text(screen) == small);
    // One by one: each has its frame.
    for (columns, rows) in [(1, 1), (200, 60), (3, 2), (500, 3), (120, 40)] {
        terminal.written.clear();
        terminal.resize(columns, rows);
        terminal.wait_until_written("\x1b[?2026l");
    }
    terminal.wait("the same picture", |screen| text(screen) == before);
    terminal.quit();
}

#[test]
fn m21_the_terminal_is_restored_after_signals() {
    for (signal, words) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt"), ("QUIT", "Quit")] {
        let mut terminal = Terminal::bluf(&[], 100, 30);
        terminal.wait_until_checked();
        // The signal is taken from the first frame on.
        terminal.signal(signal);
        let status = terminal.status();
        terminal.assert_restored();
        assert_eq!(status.signal(), Some(words), "whoever started it is told which signal ended it");
    }
}

#[test]
fn a_key_behind_a_new_size_is_taken() {
    let mut terminal = Terminal::bluf(&["russia-iran-treaty"], 120, 40);
    terminal.wait_until_checked();
    terminal.resize(60, 20);
    terminal.wait("one column", |screen| screen.contents().contains("━ Cover ━") && !screen.contents().contains('┬'));
    terminal.type_in("\r");
    terminal.wait_for_text("━ J1 ━");
}

#[test]
fn m13_where_files_may_not_grow_the_place_is_lost_and_nothing_else() {
    let home = Scratch::new("no-growth");
    let mut command = at_home("sh");
    command.args(["-c", "ulimit -f 0; exec \"$0\"", env!("CARGO_BIN_EXE_bluf")]);
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(variable, &home.0);
    }
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("jq");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert!(terminal.is_written("the place was not kept"));
}

#[test]
fn m21_where_no_shell_waits_nothing_is_suspended() {
    let mut terminal = Terminal::bluf(&["russia-iran-treaty"], 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("\x1a");
    terminal.wait_for_text("There is no shell to go back to.");
    terminal.signal("TSTP");
    terminal.type_in("\r");
    terminal.wait_for_text("━ J1 ━");
}

/// Left goes along the row of a figure: that is no way back.
#[test]
fn e20_a_first_page_with_a_figure_has_no_hint_of_a_way_back() {
    for view in ["timeline", "alternatives"] {
        let home = Scratch::new("first-figure");
        let mut command = at_home(env!("CARGO_BIN_EXE_bluf"));
        command.env("HOME", &home.0);
        command.arg(format!("russia-iran-treaty/{view}"));
        let mut terminal = Terminal::start(command, 120, 40);
        terminal.wait_until_checked();
        let hints = foot(terminal.parser.screen());
        assert!(hints.contains("? all keys") && !hints.contains("back"), "{view}: {hints}");
        terminal.quit();
    }
}

#[test]
fn e20_the_first_run_has_four_hints_that_go_when_they_were_followed() {
    let home = Scratch::new("first");
    let start = || {
        let mut command = at_home(env!("CARGO_BIN_EXE_bluf"));
        command.env("HOME", &home.0);
        command.env("XDG_STATE_HOME", home.0.join("state"));
        let mut terminal = Terminal::start(command, 120, 40);
        terminal.wait_until_checked();
        terminal
    };
    let mut terminal = start();
    let four = ["↓ next judgement", "↵ what it rests on", "← back", "? all keys"];
    let all = foot(terminal.parser.screen());
    assert!(four.iter().all(|hint| all.contains(hint) == (*hint != "← back")), "nothing to go back to yet: {all}");
    terminal.type_in("j");
    terminal.wait("the first is gone", |screen| !foot(screen).contains(four[0]) && foot(screen).contains(four[1]));
    terminal.type_in("\r");
    terminal.wait("the second is gone", |screen| !foot(screen).contains(four[1]) && foot(screen).contains(four[2]));
    terminal.quit();
    let mut terminal = start();
    let rest = foot(terminal.parser.screen());
    assert!(!rest.contains(four[0]) && !rest.contains(four[1]) && rest.contains(four[2]) && rest.contains(four[3]), "{rest}");
    terminal.type_in("?");
    terminal.wait_for_text("that work here");
    terminal.type_in("h");
    // It began where it was left: on the second judgement.
    terminal.wait("the usual hints", |screen| foot(screen).contains("open C11") && foot(screen).contains("search"));
    terminal.quit();
    assert!(!foot(start().parser.screen()).contains("all keys"));
}

#[test]
fn e20_on_a_narrow_screen_the_hints_are_short() {
    let home = Scratch::new("first-narrow");
    let mut command = at_home(env!("CARGO_BIN_EXE_bluf"));
    command.env("HOME", &home.0);
    command.env("XDG_STATE_HOME", home.0.join("state"));
    let mut terminal = Terminal::start(command, 60, 20);
    terminal.wait_until_checked();
    let foot = foot(terminal.parser.screen());
    assert!(["↓ next", "↵ open", "?"].iter().all(|hint| foot.contains(hint)), "{foot}");
}

#[test]
fn restricted_no_editor_no_shell_and_no_file() {
    let home = Scratch::new("restricted");
    let library = Scratch::with_port("restricted-port");
    let mut command = bluf(&["--restricted", "--library", &library.0.display().to_string()]);
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(variable, home.0.display().to_string());
    }
    command.env("EDITOR", "touch");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    for key in ["e", "\x1a"] {
        terminal.type_in("j");
        terminal.type_in(key);
        terminal.wait_for_text("Not in restricted mode.");
        terminal.type_in("?");
        terminal.wait("keys without it", |screen| {
            let page = screen.contents();
            page.contains("that work here") && !page.contains("edit the briefing") && !page.contains("to the shell")
        });
        terminal.type_in("h");
        terminal.wait_for_text("━ Cover ━");
    }
    terminal.quit();
    let left: Vec<_> = std::fs::read_dir(&home.0).expect("the home").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn restricted_no_other_program_is_started_and_no_note_is_written() {
    let scratch = Scratch::with_port("restricted-programs");
    let ran = scratch.0.join("ran");
    for name in ["tmux", "vi", "xdg-open", "editor", "browser"] {
        let path = scratch.write(&format!("bin/{name}"), format!("#!/bin/sh\necho {name} >> {}\n", ran.display()));
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(path, mode).expect("can be run");
    }
    let start = |restricted: bool| {
        let mut arguments = vec!["--library", scratch.0.to_str().expect("UTF-8")];
        arguments.extend(restricted.then_some("--restricted"));
        let mut command = bluf(&arguments);
        command.env("PATH", format!("{}:/usr/bin:/bin", scratch.0.join("bin").display()));
        for (variable, program) in [("VISUAL", "editor"), ("BROWSER", "browser")] {
            command.env(variable, program);
        }
        let mut terminal = Terminal::start_with(command, &[("TMUX", "/nonexistent,1,0")], 120, 40);
        terminal.wait_until_checked();
        terminal
    };
    let mut terminal = start(true);
    terminal.type_in("y");
    terminal.wait_for_text("Copied");
    for key in ["a", "m", "e", "\x1a"] {
        terminal.type_in("j");
        terminal.wait("the hints", |screen| foot(screen).contains("? keys"));
        terminal.type_in(key);
        terminal.wait_for_text("Not in restricted mode.");
    }
    terminal.quit();
    assert!(!ran.exists(), "{}", std::fs::read_to_string(&ran).unwrap_or_default());
    // Elsewhere they are.
    let mut terminal = start(false);
    terminal.written.clear();
    terminal.type_in("ye");
    terminal.wait_until_written("\x1b[?1049h");
    terminal.wait_for_text("anchored");
    terminal.quit();
    assert_eq!(std::fs::read_to_string(&ran).unwrap_or_default(), "tmux\neditor\n");
}

#[test]
fn restricted_no_path_outside_the_library_is_opened() {
    let library = Scratch::with_port("confined");
    let other = Scratch::with_port("elsewhere");
    let inside = library.0.display().to_string();
    let outside = other.0.join("briefings/port.yaml").display().to_string();
    let said = |arguments: &[&str]| {
        let output = program().args(arguments).output().expect("runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    for arguments in [&["--restricted", &outside][..], &["--restricted", "--library", &inside, &outside], &["--restricted", "/etc/passwd"]]
    {
        let (code, words) = said(arguments);
        assert!(code == Some(2) && words.contains("is not in the library"), "{arguments:?}: {words}");
    }
    for arguments in [
        &["--restricted", "--library", &inside, "check", &outside][..],
        &["--restricted", "check", "/etc/passwd"],
        &["--restricted", "--library", &inside, "notes", &outside],
        &["--restricted", "notes", "/etc/passwd"],
    ] {
        let (code, words) = said(arguments);
        assert!(code == Some(2) && words.contains("is not in the library"), "{arguments:?}: {words}");
    }
    let (code, words) = said(&["--restricted", "--config", "/etc/passwd"]);
    assert!(code == Some(2) && words.contains("the configuration has") && !words.contains("root"), "{words}");
    let file = library.0.join("briefings/port.yaml").display().to_string();
    for arguments in [&["--restricted", "--library", &inside, &file][..], &["--restricted", "--library", &inside, "show", "library"]] {
        assert_eq!(said(arguments).0, Some(0), "{arguments:?}");
    }
    // Where the environment sets the mode, the library is the environment's too, whatever a reader names.
    let shared = |library: &str| {
        let mut command = program();
        command.args(["show", "library", "--library", library]).env("BLUF_RESTRICTED", "on").env("BLUF_LIBRARY", &inside);
        command.output().expect("runs").status.code()
    };
    assert_eq!((shared(&inside), shared(&other.0.display().to_string())), (Some(0), Some(2)));
    std::os::unix::fs::symlink(&outside, library.0.join("briefings/link.yaml")).expect("linked");
    let (code, words) = said(&["--restricted", "--library", &inside]);
    assert!(code == Some(2) && words.contains("leads out of the library"), "{words}");
}

/// A program that panics when it is told to, on the real guard and loop.
struct Panicking;

impl Program for Panicking {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        assert!(matches!(message, Message::Resize { .. } | Message::Begun), "the state machine broke");
        Vec::new()
    }
    fn arrange(&mut self) {}
    fn reread(&self) -> Library {
        Library::default()
    }
    fn draw(&self, buffer: &mut Buffer) {
        buffer.set_string(0, 0, "about to panic", ratatui::style::Style::new());
    }
}

/// Not a test of its own: the test below runs it in a terminal.
#[test]
#[ignore = "runs inside a terminal that another test makes"]
fn a_program_that_panics() {
    let _ = run(&mut Panicking);
}

/// One of these tests as a program of its own.
fn inside(name: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(std::env::current_exe().expect("this test"));
    command.env("RUST_BACKTRACE", "0");
    command.args(["--exact", &format!("terminal::{name}"), "--ignored", "--nocapture", "--test-threads=1"]);
    command
}

#[test]
fn m21_the_terminal_is_restored_after_a_panic_and_its_words_can_be_read() {
    let mut terminal = Terminal::start(inside("a_program_that_panics"), 100, 30);
    terminal.wait_for_text("about to panic");
    terminal.type_in("x");
    let code = terminal.end();
    assert_ne!(code, 0);
    terminal.assert_restored();
    assert!(terminal.text().contains("the state machine broke"), "{}", terminal.text());
}

/// A program that opens an editor at a key, and hangs when the editor has ended.
struct Hanging;

impl Program for Hanging {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Key(_) => vec![Effect::Edit(FilePlace { file: "/dev/null".into(), line: 1, before: String::new() })],
            Message::Reread(_) => loop {
                std::thread::park();
            },
            _ => Vec::new(),
        }
    }
    fn arrange(&mut self) {}
    fn reread(&self) -> Library {
        println!("about to hang");
        Library::default()
    }
    fn draw(&self, buffer: &mut Buffer) {
        buffer.set_string(0, 0, "about to edit", ratatui::style::Style::new());
    }
}

/// Not a test of its own: the test below runs it in a terminal.
#[test]
#[ignore = "runs inside a terminal that another test makes"]
fn a_program_that_hangs() {
    let _ = run(&mut Hanging);
}

/// The guard takes one signal after the other: by the end it has let those pass that were for the editor.
#[test]
fn m21_a_program_that_hangs_is_ended_by_a_signal_and_by_none_that_was_for_an_editor() {
    let mut command = inside("a_program_that_hangs");
    command.env("VISUAL", "sh -c \"trap '' INT QUIT; echo EDITOR-RUNS; read line\"");
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_for_text("about to edit");
    terminal.type_in("e");
    terminal.wait_until_written("EDITOR-RUNS");
    terminal.signal("INT");
    terminal.signal("QUIT");
    terminal.type_in("done\r");
    terminal.wait_until_written("about to hang");
    terminal.signal("TERM");
    assert_eq!(terminal.status().signal(), Some("Terminated"));
    terminal.assert_restored();
}

/// Also where the files of a library are watched.
#[test]
fn m24_nothing_is_written_while_nothing_happens() {
    let scratch = Scratch::with_port("idle");
    for library in [&[][..], &[scratch.0.to_str().expect("UTF-8")]] {
        let mut terminal = Terminal::bluf(library, 100, 30);
        terminal.wait_until_checked();
        if !library.is_empty() {
            terminal.wait_until_watched(&scratch.0.join("briefings"));
        }
        // All that begins behind the first frames has ended when no thread has woken between two looks.
        let mut before = None;
        let asleep = || {
            let times = terminal.times_all_asleep();
            (times.is_some() && std::mem::replace(&mut before, times) == times).then_some(times)
        };
        let asleep = until(asleep).expect("it sleeps");
        terminal.read();
        terminal.written.clear();
        // A time of watching and no bound: what ticks would tick in it, and a slow machine makes nothing tick.
        std::thread::sleep(Duration::from_secs(2));
        assert_eq!(terminal.times_all_asleep(), asleep, "it woke while idle: {library:?}");
        terminal.read();
        assert!(terminal.written.is_empty(), "it wrote while idle: {library:?}");
        terminal.quit();
    }
}

#[test]
fn m26_no_control_byte_of_a_briefing_reaches_the_terminal() {
    let scratch = Scratch::new("pty-m26");
    let path = scratch.write("x.yaml", "briefing: x\nmarking: TLP:CLEAR\ntitle: \"a\\e]0;owned\\ab\\x9b31m\"\n");
    let mut terminal = Terminal::bluf(&[path.to_str().expect("UTF-8")], 80, 24);
    terminal.wait_for_text("a␛]0;owned␇b");
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b]0;"));
    terminal.quit();
}

/// Names that are none are shown where names are: in crumbs, titles, tabs, hints and notices.
#[test]
fn m26_no_control_byte_of_a_name_reaches_the_terminal() {
    let scratch = Scratch::new("pty-m26-names");
    let hostile = "briefing: x\nmarking: \"TLP:\\e]0;OWNEDM\\a\"\ntitle: x\nsections:\n  a: {}\n  \"s\\e]0;OWNEDS\\a\":\n    \"C1\\e]0;OWNEDC\\a\": {fact: y}\n\
        judgements:\n  \"J1\\e]0;OWNEDJ\\a\": {section: a, text: t}\n";
    let path = scratch.write("x.yaml", hostile);
    let config = scratch.write("config.yaml", "mouse: on\n");
    let mut terminal = Terminal::bluf(&[path.to_str().expect("UTF-8"), "--config", config.to_str().expect("UTF-8")], 120, 40);
    terminal.wait_for_text("J1␛]0;OWNEDJ␇");
    terminal.type_in("\ry/OWNED\r\r\r");
    terminal.type_in("]]]");
    // A key that is still to be read would take the notice away.
    terminal.wait_for_text("━ Check ━");
    terminal.wait_until_watched(&scratch.0);
    std::fs::write(&config, "\"zz\\e]0;OWNEDN\\aq\": 1\n").expect("written");
    terminal.wait_for_text("Kept the last good configuration");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(written.contains("OWNEDN") && !written.contains("\x1b]0;") && !written.contains("\x07q"), "{written:?}");
    terminal.quit();
}

#[test]
fn an_address_opens_there() {
    let place: Place = "russia-iran-treaty#J2".parse().expect("an address");
    let mut terminal = Terminal::bluf(&[&place.to_string()], 80, 24);
    terminal.wait_for_text("WE JUDGE");
    assert!(head(terminal.parser.screen()).contains("J2"));
    terminal.quit();
}

/// A burst longer than the buffer of the key reader is not stranded: what is typed behind it is heard at once, and the
/// end of it as well.
#[test]
fn a_terminal_that_nobody_names_gets_plain_text_and_is_told_why() {
    let terms = Scratch::new("terms");
    terms.write("x/xterm", "");
    terms.write("o/own-term", "");
    for (term, why) in [
        ("env -u TERM", "TERM is not set, so this is plain text; "),
        ("env TERM=", "TERM is empty, so this is plain text; "),
        ("env TERM=unknown", "TERM is `unknown`, so this is plain text; "),
        ("env TERM=dumb", ""),
        ("env TERM=DUMB", ""),
        ("env TERM=emacs", ""),
        ("env TERM=network", ""),
        ("env TERM=dialup", ""),
        ("env TERM=dumb-emacs-ansi", ""),
        ("env TERM=Unknown", "TERM is `unknown`, so this is plain text; "),
        ("env TERM=nonsense-term TERMINFO=\"$TERMS\"", "no terminal is known as `nonsense-term`, so this is plain text; "),
    ] {
        let mut command = at_home("sh");
        command.env("TERMS", &terms.0);
        command.args(["-c", &format!("exec {term} \"$0\""), env!("CARGO_BIN_EXE_bluf")]);
        let mut terminal = Terminal::start(command, 200, 40);
        terminal.wait_until_written("Number or command: ");
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        assert!(written.contains(why) && !written.contains('\x1b'), "{term}: {written}");
        assert!(written.contains("BOTTOM LINE") && written.contains("bluf: ") != why.is_empty(), "{term}: {written}");
        terminal.type_in("q\n");
        assert_eq!(terminal.end(), 0);
    }
    // One that is described here draws.
    let mut command = bluf(&[]);
    command.env("TERMINFO", &terms.0);
    command.env("TERM", "own-term");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.quit();
}

#[test]
fn a_long_burst_of_keys_leaves_nothing_behind() {
    let burst = "j".repeat(3000);
    for pieces in [vec![burst.clone(), "q".to_owned()], vec![burst + "q"]] {
        let mut terminal = Terminal::bluf(&["russia-iran-treaty/source"], 100, 30);
        terminal.wait_for_text("29 sentences");
        for piece in pieces {
            terminal.type_in(&piece);
            if piece.ends_with('j') {
                terminal.wait("the last sentence", |screen| foot(screen).contains("G5"));
            }
        }
        assert_eq!(terminal.end(), 0);
        terminal.assert_restored();
    }
}

/// A library on disk, and an editor that is a shell script; it finds its own folder in `$HERE`.
fn with_editor(name: &str, script: &str) -> (Scratch, CommandBuilder) {
    let scratch = Scratch::with_port(name);
    scratch.write("editor", format!("{script}\n"));
    let mut command = bluf(&[]);
    command.cwd(&scratch.0);
    command.env("HERE", &scratch.0);
    command.env("VISUAL", format!("sh '{}' --flag 'two words'", scratch.0.join("editor").display()));
    command.args(["--library", ".", "port#J1"]);
    (scratch, command)
}

#[test]
fn the_editor_is_told_the_place_and_what_it_changed_is_shown() {
    let script = r#"printf '%s\n' "$@" > "$HERE/arguments"
        stty -a > "$HERE/modes"
        sed -i 's/closes for a week/reopens in a week/' "$HERE/briefings/port.yaml""#;
    let (scratch, command) = with_editor("editor", script);
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_for_text("closes for a week");
    terminal.wait_until_checked();
    let before = terminal.text();
    terminal.written.clear();
    terminal.type_in("e");
    terminal.wait_for_text("reopens in a week");
    terminal.wait_until_checked();
    assert_eq!(
        terminal.text(),
        before.replace("closes for a week", "reopens in a week").replace("The port closes for a w…", "The port reopens in a w…"),
        "nothing else has moved"
    );
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let (left, entered) = (written.find("\x1b[?1049l"), written.find("\x1b[?1049h"));
    assert!(left < entered, "the screen is left, then entered: {left:?} {entered:?}");
    let entering = &written[entered.expect("entered")..];
    assert!(written[..entered.expect("entered")].ends_with("\x1b[?2026h"), "entering is part of the frame");
    assert!(entering.find("WE JUDGE") < entering.find("\x1b[?2026l"), "and so is the whole page");
    let arguments = std::fs::read_to_string(scratch.0.join("arguments")).expect("it ran");
    assert_eq!(arguments, "--flag\ntwo words\n./briefings/port.yaml\n");
    let modes = std::fs::read_to_string(scratch.0.join("modes")).expect("it ran");
    assert!(modes.contains(" icanon") && modes.contains(" echo "), "the editor finds the terminal as a shell has it: {modes}");
    terminal.quit();
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let (_scratch, command) = with_editor("failing", "stty raw -echo\nexit 3");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    let before = terminal.text();
    terminal.type_in("e");
    terminal.wait_for_text("`sh` ended with 3.");
    // A key that does nothing but take the notice away.
    terminal.type_in("E");
    terminal.wait("the page as it was", |screen| head(screen).contains("anchored") && text(screen) == before);
    terminal.quit();
    // The editor left it raw; it is as it was before the editor.
    terminal.assert_restored();
}

#[test]
fn an_editor_that_is_not_there_is_named() {
    let (_scratch, mut command) = with_editor("missing", "");
    command.env("VISUAL", " ");
    command.env("EDITOR", "no-such-editor -x");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_for_text("`no-such-editor` is not there");
    terminal.quit();
}

#[test]
fn an_editor_that_breaks_the_file_leaves_the_last_good_version_and_leads_to_the_finding() {
    let (_scratch, command) = with_editor("breaking", "sed -i 's/^judgements:/judgements: [/' \"$HERE/briefings/port.yaml\"");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_for_text("Kept the last good version: line ");
    assert!(terminal.text().contains("WE JUDGE"));
    terminal.type_in("6");
    terminal.wait_for_text("yaml/syntax");
    terminal.quit();
}

#[test]
fn a_library_that_is_gone_behind_the_editor_stays_on_the_screen() {
    let (_scratch, command) = with_editor("gone", "mv \"$HERE/briefings\" \"$HERE/elsewhere\"");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_for_text("Kept what was read before: . holds no briefing");
    assert!(terminal.text().contains("WE JUDGE"));
    terminal.quit();
}

/// What is typed to interrupt an editor goes to all of its group, and the size may change while it runs.
#[test]
fn interrupts_and_sizes_during_editing_are_the_editors() {
    let script = "trap '' INT QUIT\necho EDITOR-RUNS\nread line\ntrap - INT\nkill -INT $$";
    let (_scratch, command) = with_editor("interrupted", script);
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_until_written("EDITOR-RUNS");
    terminal.type_in("\x03\x1c");
    terminal.signal("INT");
    terminal.signal("QUIT");
    terminal.resize(100, 30);
    terminal.type_in("done\r");
    terminal.wait_for_text("`sh` was ended by signal 2.");
    assert_eq!(terminal.text().lines().count(), 30, "the new size is taken");
    terminal.type_in("j");
    terminal.wait("the hints again", |screen| foot(screen).contains("↵ open"));
    terminal.quit();
}

#[test]
fn a_signal_during_editing_ends_the_editor_and_the_program() {
    for signal in ["TERM", "HUP"] {
        let script = "trap 'echo over > \"$HERE/over\"; exit 1' TERM HUP\nstty raw -echo\necho EDITOR-RUNS\nwhile :; do sleep 0.05; done";
        let (scratch, command) = with_editor(&format!("ended-{signal}"), script);
        let mut terminal = Terminal::start(command, 120, 40);
        terminal.wait_until_checked();
        terminal.type_in("e");
        terminal.wait_until_written("EDITOR-RUNS");
        terminal.signal(signal);
        assert_ne!(terminal.end(), 0);
        terminal.assert_restored();
        assert!(scratch.0.join("over").exists(), "the editor was told first");
    }
}
