//! What a terminal sends that is no key, is cut, or has no end; and what interrupts whoever reads it.

use crate::support::terminal::{Terminal, at_home, bluf, foot};
use crate::support::{Reader, Scratch};
use bluf::tui::model::Message;
use portable_pty::CommandBuilder;
use std::thread::sleep;
use std::time::Duration;

/// Reports that no terminal was asked for by us, and keys that are none of ours.
const REPORTS: [&str; 18] = [
    "\x1b[?2026;2$y",
    "\x1b[?997;2n",
    "\x1b[?62;4;22c",
    "\x1b[>84;0;0c",
    "\x1b[?1049h",
    "\x1b[I\x1b[O",
    "\x1b[8;24;80t",
    "\x1b[12;40R",
    "\x1b]11;rgb:0000/0000/0000\x1b\\",
    "\x1b]52;c;cXVpdA==\x07",
    "\x1bP1$r0 q\x1b\\",
    "\x1bP>|xterm(390)\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^quit\x1b\\",
    "\x1bXquit\x1b\\",
    "\x1b\x1b[A",
    "\x1b(B\x1b)0\x1b#8\x1b F",
    "\u{9b}?997;1n",
];

/// What never ends by itself.
const CUT: [&str; 7] = ["\x1b[<0;", "\x1b[?1049", "\x1b[?2026;2$", "\x1b]11;rgb:", "\x1bP1$r", "\x1b[M ", "\x1b[200~quit"];

fn cover() -> Terminal {
    let mut terminal = Terminal::bluf(&[], 120, 40);
    terminal.wait_until_checked();
    terminal
}

/// Down and up again: both keys are heard.
fn walk(terminal: &mut Terminal) {
    for (key, there) in [("j", "› J2"), ("k", "› J1")] {
        terminal.type_in(key);
        terminal.wait(there, |screen| screen.contents().contains(there));
    }
}

#[test]
fn m28_reports_of_a_terminal_are_no_keys_and_swallow_none() {
    let mut terminal = cover();
    let before = terminal.text();
    for report in REPORTS {
        terminal.type_alone(report);
        walk(&mut terminal);
        assert_eq!(terminal.text(), before, "{report:?}");
    }
    terminal.type_in(&REPORTS.concat());
    terminal.quit();
}

#[test]
fn m28_behind_what_was_cut_keys_sizes_and_signals_are_heard() {
    for cut in CUT {
        let mut terminal = cover();
        terminal.type_alone(cut);
        let before = terminal.text();
        for (columns, rows) in [(60, 20), (120, 40)] {
            terminal.written.clear();
            terminal.resize(columns, rows);
            terminal.wait_until_written("\x1b[?2026l");
        }
        assert_eq!(terminal.text(), before);
        // Whoever types is slower than a terminal.
        sleep(Duration::from_millis(400));
        walk(&mut terminal);
        terminal.type_alone(cut);
        terminal.signal("TERM");
        assert_eq!(terminal.status().signal(), Some("Terminated"), "{cut:?}");
        terminal.assert_restored();
    }
}

#[test]
fn m28_a_paste_without_an_end_is_taken() {
    let mut terminal = cover();
    terminal.type_in("/\x1b[200~treaty of\nthe two\x1b[201~");
    terminal.wait("the words on one line", |screen| foot(screen).starts_with(" /treaty of the two "));
    terminal.type_in("\x15\x1b[200~pipeline");
    // Nobody presses a key.
    terminal.wait("what came of it", |screen| foot(screen).starts_with(" /pipeline "));
}

#[test]
fn e17_what_is_pasted_into_a_line_has_one_space_for_each_white_space() {
    let mut reader = Reader::begin();
    reader.press("/");
    reader.model.update(&Message::Paste("\r\ntreaty\r\n  on\tcomprehensive\u{a0}x\n".to_owned()));
    assert!(reader.foot().starts_with(" /treaty on comprehensive x "), "{}", reader.foot());
    reader.press("Esc :");
    reader.model.update(&Message::Paste("copy\nthe".to_owned()));
    assert!(reader.foot().starts_with(" :copy the "), "{}", reader.foot());
}

/// The program with a home that stays.
fn at(scratch: &Scratch) -> CommandBuilder {
    let mut command = at_home(env!("CARGO_BIN_EXE_bluf"));
    command.args(["--library", &scratch.0.display().to_string()]);
    std::fs::create_dir_all(scratch.0.join("home")).expect("a home");
    for variable in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
        command.env(variable, scratch.0.join("home"));
    }
    command
}

#[test]
fn e6_a_note_comes_back_behind_a_signal_that_comes_while_a_sequence_is_open() {
    for (number, cut) in CUT.iter().enumerate() {
        let scratch = Scratch::with_port(&format!("cut-note-{number}"));
        let mut terminal = Terminal::start(at(&scratch), 100, 30);
        terminal.wait_until_checked();
        terminal.type_in("a");
        terminal.wait_for_text("New note on");
        terminal.type_in("half a thought");
        terminal.wait_for_text("half a thought");
        terminal.type_alone(cut);
        let (signal, words) = [("TERM", "Terminated"), ("HUP", "Hangup")][number % 2];
        terminal.signal(signal);
        assert_eq!(terminal.status().signal(), Some(words));
        let mut terminal = Terminal::start(at(&scratch), 100, 30);
        terminal.wait_until_checked();
        terminal.type_in("a");
        terminal.wait_for_text("half a thought");
    }
}

#[test]
fn e6_what_has_come_of_a_paste_is_in_the_note_that_is_kept() {
    let scratch = Scratch::with_port("cut-paste");
    let mut terminal = Terminal::start(at(&scratch), 100, 30);
    terminal.wait_until_checked();
    terminal.type_in("a");
    terminal.wait_for_text("New note on");
    terminal.type_in("half a thought");
    terminal.wait_for_text("half a thought");
    terminal.type_alone("\x1b[200~ and pasted words");
    terminal.signal("TERM");
    assert_eq!(terminal.status().signal(), Some("Terminated"));
    let mut terminal = Terminal::start(at(&scratch), 100, 30);
    terminal.wait_until_checked();
    terminal.type_in("a");
    terminal.wait_for_text("half a thought and pasted words");
}

#[test]
fn m28_an_answer_to_an_editor_that_has_ended_is_no_key() {
    let scratch = Scratch::with_port("answered");
    let editor = scratch.write("editor", "printf '\\033[?2026$p'\n");
    let mut command = bluf(&["--library", &scratch.0.display().to_string()]);
    command.env("VISUAL", format!("sh '{}'", editor.display()));
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_until_written("\x1b[?2026$p");
    terminal.wait_until_checked();
    let before = terminal.text();
    terminal.type_alone("\x1b[?2026;2$y");
    terminal.type_in("?");
    terminal.wait_for_text("that work here");
    terminal.type_in("\x1b");
    terminal.wait("the page as it was", |screen| crate::support::terminal::text(screen) == before);
    terminal.quit();
}

/// A signal interrupts whoever waits, reads or writes, and nothing ends by that.
#[test]
fn m12_sizes_that_come_between_keys_end_nothing() {
    let mut terminal = cover();
    let mut random = 7u32;
    let mut next = |below: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) % below
    };
    for _ in 0..10_000 {
        let size = |random: u32| u16::try_from(random).expect("small");
        terminal.resize(size(30 + next(120)), size(8 + next(40)));
        let keys = ["j", "k", "\r", "\x7f", "\x1b[B", "\x1b[A", "\x1b[<65;9;9M", "]", "[", "\x1b[?2026;2$y"];
        terminal.type_in(keys[next(10) as usize]);
        assert_ne!(terminal.read(), None, "it has ended");
    }
    terminal.resize(120, 40);
    terminal.type_in("0");
    terminal.type_in("T");
    terminal.wait_for_text("━ Themes ━");
    terminal.quit();
}

#[test]
fn m12_sizes_that_come_while_an_editor_runs_do_not_end_the_wait_for_it() {
    let scratch = Scratch::with_port("sizes-editor");
    let editor = scratch.write("editor", "echo EDITOR-RUNS\nread line\n");
    let mut command = bluf(&["--library", &scratch.0.display().to_string()]);
    command.env("VISUAL", format!("sh '{}'", editor.display()));
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("e");
    terminal.wait_until_written("EDITOR-RUNS");
    for columns in (60..160).cycle().take(1000) {
        terminal.resize(columns, 40);
    }
    terminal.resize(120, 40);
    terminal.type_in("done\n");
    terminal.wait_until_checked();
    terminal.type_in("?");
    terminal.wait_for_text("that work here");
    terminal.quit();
}
