//! The configuration: settings, keys, the palette, and what is said of mistakes.

use crate::support::terminal::{Terminal, bluf as terminal_command, foot};
use crate::support::{Reader, Scratch, desk, embedded, program, project};
use bluf::keys::action::{ACTIONS, Action};
use bluf::keys::key::Key;
use bluf::keys::keymap::Keymap;
use bluf::tui::model::{Message, Mode};
use std::fs;
use std::process::Output;

/// Runs the program with a configuration folder of its own.
fn bluf(scratch: &Scratch, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.args(arguments).env_clear().env("HOME", &scratch.0).envs(variables.iter().copied());
    command.output().expect("runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn e2_the_sample_of_the_configuration_is_current() {
    let scratch = Scratch::new("sample");
    let sample = text(&bluf(&scratch, &["config", "--sample"], &[]).stdout);
    let path = project("assets/config.yaml");
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::write(&path, &sample).expect("written");
    }
    assert!(fs::read_to_string(&path).is_ok_and(|asset| asset == sample), "assets/config.yaml is stale; run BLUF_BLESS=1 cargo test");
}

#[test]
fn e2_the_sample_says_what_holds_anyway() {
    let scratch = Scratch::new("uncommented");
    let sample = fs::read_to_string(project("assets/config.yaml")).expect("the sample");
    let said = sample.lines().filter_map(|line| {
        line.strip_prefix("# ").filter(|rest| rest.starts_with(' ') || rest.split_once(':').is_some_and(|(name, _)| !name.contains(' ')))
    });
    scratch.write(".config/bluf/config.yaml", said.collect::<Vec<_>>().join("\n") + "\n");
    let with = bluf(&scratch, &["config"], &[]);
    assert_eq!(text(&with.stderr), "");
    let values = |output: &str| -> Vec<String> {
        output.lines().skip(1).map(|line| line.split("  ").filter(|word| !word.is_empty()).take(2).collect::<Vec<_>>().join(" ")).collect()
    };
    let without = bluf(&Scratch::new("nothing"), &["config"], &[]);
    assert_eq!(values(&text(&with.stdout)), values(&text(&without.stdout)));
    assert!(text(&with.stdout).contains("configuration file, line"));
}

#[test]
fn e1_the_order_of_precedence_is_shown() {
    let scratch = Scratch::new("precedence");
    scratch.write(".config/bluf/config.yaml", "theme: dark\nmouse: off\nlinks: no\nkeys: {quit: E}\n");
    let output = text(&bluf(&scratch, &["--theme", "light", "config"], &[("BLUF_MOUSE", "on"), ("BLUF_THEME", "dark")]).stdout);
    let row = |name: &str| {
        output.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(row("theme"), "theme light command line (--theme)");
    assert_eq!(row("mouse"), "mouse on environment (BLUF_MOUSE)");
    assert_eq!(row("links"), "links off configuration file, line 3");
    assert_eq!(row("ascii"), "ascii off default");
    assert_eq!(row("quit"), "quit E quit");
}

#[test]
fn e1_a_wrong_configuration_is_refused_with_every_mistake_at_its_line() {
    let scratch = Scratch::new("wrong");
    scratch.write(".config/bluf/config.yaml", "moose: off\nascii: perhaps\nkeys:\n  next-hit: q\n  upp: k\ntheme: lihgt\n");
    for arguments in [&["config"][..], &[]] {
        let output = bluf(&scratch, arguments, &[]);
        let said = text(&output.stderr);
        if arguments.is_empty() {
            // With no terminal the page is printed, and nothing is set for a page.
            assert_eq!(output.status.code(), Some(2), "{said}");
        }
        assert_eq!(output.status.code(), Some(2));
        for words in [
            "config.yaml:1:1",
            "unknown field `moose`",
            "did you mean `mouse`?",
            "config.yaml:2:8",
            "config.yaml:4:13",
            "q is given to `next-hit`, and `quit` has it too",
            "config.yaml:5:3",
            "no action is called `upp`",
            "did you mean `up`?",
            "config.yaml:6:8",
            "there is no theme `lihgt`: did you mean `light`?",
            "the configuration has 5 mistakes",
        ] {
            assert!(said.contains(words), "{words}:\n{said}");
        }
    }
    assert_eq!(bluf(&scratch, &["--config", "/dev/null", "config"], &[]).status.code(), Some(0));
    assert_eq!(bluf(&scratch, &["--config", "/nowhere.yaml", "config"], &[]).status.code(), Some(2));
}

#[test]
fn m15_help_lists_what_works_here_and_what_it_leaves_out_does_nothing() {
    for address in
        ["russia-iran-treaty", "russia-iran-treaty#J1", "russia-iran-treaty/source", "scale:marking", "russia-iran-treaty/alternatives"]
    {
        let mut reader = Reader::open(embedded(), Some(address), 120, 40);
        reader.press("?");
        let shown = reader.model.shown().expect("a page");
        let listed: Vec<String> = shown.here().flowed.doc.blocks.iter().map(|block| block.key.clone()).collect();
        assert!(listed.iter().any(|name| name == "quit") && !listed.iter().any(|name| name == "next-hit"), "{address}: {listed:?}");
        for row in &ACTIONS {
            let mut reader = Reader::open(embedded(), Some(address), 120, 40);
            let before = format!("{:?}{:?}", reader.model.trail(), reader.model.layout());
            let effects = reader.effects(row.keys[0]);
            let model = &reader.model;
            let begins = model.mode().prompt().is_some() || matches!(model.mode(), Mode::Select(_) | Mode::Letters(_));
            let does = !effects.is_empty() || begins || format!("{:?}{:?}", model.trail(), model.layout()) != before;
            match row.action {
                // The cursor begins where nothing is above, and in a figure nothing to its left; all tabs have one row.
                Action::Up | Action::PageUp | Action::Top | Action::Tab(_) => {}
                Action::Left if address.ends_with("alternatives") => {}
                _ => assert_eq!(listed.iter().any(|name| name == row.name), does, "{address}: {}", row.name),
            }
        }
    }
}

#[test]
fn m15_the_palette_finds_every_action_by_its_name_and_does_it() {
    for row in &ACTIONS {
        let mut reader = Reader::begin();
        reader.press(":");
        for letter in row.name.chars() {
            reader.press(&letter.to_string());
        }
        let shown = reader.model.shown().expect("a page");
        let first = shown.here().flowed.doc.blocks[0].key.as_str();
        assert_eq!(first, row.name);
    }
    let mut reader = Reader::begin();
    reader.press("Enter : 'nxttab' Enter");
    assert_eq!(reader.address(), "russia-iran-treaty/economics", "from the section of J1 to the next");
    assert!(reader.model.mode().prompt().is_none());
    reader.press(": 'nothingzzz'");
    assert!(reader.screen().join("\n").contains("Nothing is called that."));
    reader.press("Enter Esc").is_at("russia-iran-treaty/economics");
}

#[test]
fn m15_enter_on_a_key_in_help_does_what_it_says() {
    let mut reader = Reader::at("russia-iran-treaty#J1");
    reader.press("?");
    let shown = reader.model.shown().expect("a page");
    let at = shown.here().flowed.doc.links.iter().position(|link| link.to_string() == "action:next").expect("a row");
    // A step may be a row of the page.
    for _ in 0..2 * at {
        if reader.stop() != Some(at) {
            reader.press("Down");
        }
    }
    reader.press("Enter").is_at("russia-iran-treaty#J2");
}

#[test]
fn n14_keys_work_by_position_on_other_layouts_and_prompts_take_letters_as_they_are() {
    for (down, open) in [("о", "д"), ("ت", "م"), ("ξ", "λ")] {
        let mut latin = Reader::begin();
        latin.press("j l");
        let mut other = Reader::begin();
        other.press(down).press(open);
        assert_eq!(other.address(), latin.address(), "{down}");
    }
    let mut reader = Reader::begin();
    reader.press("/ о т");
    assert_eq!(reader.model.mode().prompt().map(|(_, line)| line.text().to_owned()).as_deref(), Some("от"));
}

#[test]
fn e1_hints_help_and_palette_show_the_keys_that_were_given() {
    let file = bluf::settings::ConfigurationFile::read("keys: {open: E, search: F3, help: [H]}");
    let keymap = Keymap::new(&file.bindings).expect("a keymap");
    let mut reader = Reader::at("sal-harvest");
    reader.model = bluf::tui::Model::new(desk(), Some("sal-harvest".parse().expect("an address"))).expect("a model").with_keymap(keymap);
    for message in [Message::Begun, Message::Checked] {
        reader.model.update(&message);
    }
    reader.resize(120, 40);
    let foot = reader.foot();
    assert!(foot.contains("E open J1") && foot.contains("F3 search") && foot.contains("H keys"), "{foot}");
    reader.model.update(&Message::Key(Key::parse("Enter").expect("a key")));
    reader.model.arrange();
    reader.is_at("sal-harvest");
    reader.press("E").is_at("sal-harvest#J1");
}

#[test]
fn the_readme_lists_the_settings_of_the_table() {
    let mut table = "| setting | flag | variable | default | what it does |\n|---|---|---|---|---|\n".to_owned();
    for row in &bluf::settings::SETTINGS {
        let flag = row.flag.map_or_else(String::new, |flag| format!("`--{flag}`"));
        table += &format!("| {} | {flag} | `{}` | {} | {} |\n", row.name, row.variable, row.default, row.help);
    }
    let path = project("README.md");
    let readme = fs::read_to_string(&path).expect("the README");
    let from = readme.find("| setting | flag |").expect("the table");
    let to = from + readme[from..].find("\n\n").expect("its end") + 1;
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::write(path, format!("{}{table}{}", &readme[..from], &readme[to..])).expect("written");
    } else {
        assert!(readme[from..to] == table, "the table of settings in README.md is stale; run BLUF_BLESS=1 cargo test");
    }
}

#[test]
fn e2_a_configuration_that_is_saved_holds_at_once_and_a_wrong_one_leaves_the_last_good_one() {
    let scratch = Scratch::new("configured");
    scratch.write("config/bluf/config.yaml", "mouse: off\n");
    // By a path that is relative: the program hears of the file by another.
    let mut command = terminal_command(&["russia-iran-treaty", "--config", "config/bluf/config.yaml"]);
    command.cwd(&scratch.0);
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    assert!(!terminal.is_written("\x1b[?1000h"));
    scratch.write("config/bluf/config.yaml", "mouse: on\nkeys: {search: F3}\n");
    terminal.wait_for_text("The configuration was read anew.");
    terminal.wait_until_written("\x1b[?1000h");
    terminal.type_in("\x1bOR");
    terminal.wait("the prompt", |screen| foot(screen).starts_with(" /"));
    terminal.type_in("\x1b");
    terminal.wait("the new key", |screen| foot(screen).contains("F3 search"));
    terminal.type_in("t");
    terminal.wait_for_text("F3 searches;");
    terminal.type_in("h");
    scratch.write("config/bluf/config.yaml", "# mine\nmose: off\n");
    terminal.wait_for_text("Kept the last good configuration: line 2, unknown field `mose`.");
    terminal.type_in("jk");
    terminal.wait("the keys as before", |screen| foot(screen).contains("F3 search"));
    terminal.quit();
}

#[test]
fn e1_a_theme_that_is_not_there_is_refused_by_every_command() {
    let scratch = Scratch::new("no-theme");
    for arguments in [&["show", "help"][..], &["check"], &["--linear"], &["config"], &["search", "treaty"], &[]] {
        for (flag, variables) in [(&["--theme", "drak"][..], &[][..]), (&[], &[("BLUF_THEME", "drak")])] {
            let refused = bluf(&scratch, &[flag, arguments].concat(), variables);
            let said = text(&refused.stderr);
            assert_eq!(refused.status.code(), Some(2), "{arguments:?}: {said}");
            assert!(said.contains("there is no theme `drak`: did you mean `dark`?"), "{arguments:?}: {said}");
        }
    }
    assert!(bluf(&scratch, &["--theme", "dark", "show", "help"], &[]).status.success());
}

#[test]
fn e1_what_is_set_holds_for_printed_pages_too() {
    let scratch = Scratch::new("printed");
    scratch.write(".config/bluf/config.yaml", "keys: {next-hit: F3}\n");
    let printed = text(&bluf(&scratch, &["show", "help"], &[]).stdout);
    assert!(printed.lines().any(|line| line.contains("F3") && line.contains("next hit")), "{printed}");
    assert_eq!(bluf(&scratch, &["--config", "/nowhere.yaml", "show", "help"], &[]).status.code(), Some(2));
}

#[test]
fn e1_what_is_said_names_the_keys_that_were_given() {
    let file = bluf::settings::ConfigurationFile::read("keys: {quit: F10, search: F3, open: F5, back: E}");
    let keymap = Keymap::new(&file.bindings).expect("a keymap");
    let mut reader = Reader::at("sal-harvest");
    reader.model = bluf::tui::Model::new(desk(), Some("sal-harvest".parse().expect("an address"))).expect("a model").with_keymap(keymap);
    reader.resize(120, 40);
    for (keys, said) in [("E", "This is the first page. F10 quits."), ("n", "Nothing is searched; F3 begins.")] {
        reader.press(keys);
        assert_eq!(reader.model.notice(), Some(said));
    }
}

/// As the program is started, with a file of its own.
#[test]
fn e1_the_lists_of_keys_show_those_that_were_given() {
    let scratch = Scratch::new("given-keys");
    let file = scratch.write("config.yaml", "keys: {search: F3, help: H}\n");
    let mut terminal = Terminal::start(terminal_command(&["--config", file.to_str().expect("UTF-8")]), 120, 40);
    terminal.wait_until_checked();
    let row =
        |screen: &vt100::Screen, keys: &str, words: &str| screen.contents().lines().any(|line| line.contains(keys) && line.contains(words));
    terminal.type_in("H");
    terminal.wait("the key in Help", |screen| row(screen, "F3", "search this page") && row(screen, " H ", "the keys that work here"));
    terminal.type_in("h");
    terminal.wait_for_text("━ Cover ━");
    terminal.type_in(":search");
    terminal.wait("the key in the palette", |screen| foot(screen).starts_with(" :search") && row(screen, "search", "F3"));
    terminal.type_in("\x1b");
    terminal.wait("no prompt", |screen| !foot(screen).starts_with(" :"));
    terminal.quit();
}

/// The last four control characters have several names.
#[test]
fn e1_keys_with_control_and_a_sign_can_be_given() {
    let scratch = Scratch::new("signs");
    let file = scratch.write("config.yaml", "keys: {help: 'C-/', theme: 'C-]'}\n");
    let mut terminal = Terminal::start(terminal_command(&["--config", file.to_str().expect("UTF-8")]), 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("\x1d");
    terminal.wait_for_text("━ Themes ━");
    terminal.type_in("\x1f");
    terminal.wait_for_text("that work here");
    // What holds later is said.
    terminal.wait_until_watched(&scratch.0);
    fs::write(&file, "reload: off\nnotes: elsewhere\n").expect("written");
    terminal.wait_for_text("The configuration was read anew. From the next start on: notes, reload.");
    terminal.quit();
    for (name, other) in [("C-7", "Ctrl-/"), ("C-8", "Backspace"), ("C-_", "Ctrl-/")] {
        let found = bluf::settings::ConfigurationFile::read(&format!("keys: {{help: {name}}}"));
        let findings = Keymap::new(&found.bindings).expect_err("no such key");
        assert!(findings.iter().any(|finding| finding.message.contains(&format!("as {other}"))), "{findings:?}");
    }
}
