//! Saved files are read again, however an editor saves them, and the place is kept.

use crate::support::terminal::{Terminal, bluf, foot, head, text, wait_until_watched};
use crate::support::{Scratch, until};
use bluf::library;
use bluf::library::live::Live;
use bluf::library::watch::{News, watch};
use bluf::settings::{Setting, Settings};
use bluf::tui::model::Model;
use bluf::tui::run::{Browser, Program};
use bluf::tui::theme::Depth;
use portable_pty::CommandBuilder;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

const BRIEFING: &str = "briefings/port.yaml";

fn browse(scratch: &Scratch) -> CommandBuilder {
    bluf(&[scratch.0.to_str().expect("UTF-8")])
}

/// The browser on J2 of the little library.
fn on_the_second_judgement(command: CommandBuilder) -> Terminal {
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("j\r");
    terminal.wait("J2", |screen| head(screen).contains("› J2"));
    terminal
}

/// The same, where saved files are heard of.
fn watching(scratch: &Scratch) -> Terminal {
    let terminal = on_the_second_judgement(browse(scratch));
    terminal.wait_until_watched(&scratch.0.join("briefings"));
    terminal
}

fn read(scratch: &Scratch, name: &str) -> String {
    fs::read_to_string(scratch.0.join(name)).expect("the file")
}

/// A way in which editors save: its name, and how it writes a text to a file. How long they may take for it is held where
/// the watcher waits.
type Way = (&'static str, fn(&Path, &str));

/// Ways in which editors save.
const WAYS: [Way; 5] = [
    ("in place", |path, text| fs::write(path, text).expect("written")),
    ("by moving a new file there", |path, text| {
        let new = path.with_extension("new");
        fs::write(&new, text).expect("written");
        fs::rename(new, path).expect("moved");
    }),
    ("by moving the old file away", |path, text| {
        fs::rename(path, path.with_extension("yaml~")).expect("moved");
        fs::write(path, text).expect("written");
    }),
    ("in two steps", |path, text| {
        fs::write(path, "").expect("written");
        fs::write(path, &text[..text.len() / 2]).expect("written");
        fs::write(path, text).expect("written");
    }),
    ("by deleting it first", |path, text| {
        fs::remove_file(path).expect("removed");
        fs::write(path, text).expect("written");
    }),
];

#[test]
fn e3_a_saved_briefing_is_shown_however_it_is_saved_and_the_place_is_kept() {
    let scratch = Scratch::with_port("e3-ways");
    let mut terminal = watching(&scratch);
    let mut before = "Trade moves elsewhere.".to_owned();
    for (way, save) in WAYS {
        let shown = terminal.text();
        let after = format!("Trade is saved {way}.");
        save(&scratch.0.join(BRIEFING), &read(&scratch, BRIEFING).replace(&before, &after));
        terminal.wait_for_text(&after);
        let rest =
            |text: &str, words: &str| -> Vec<String> { text.lines().filter(|row| !row.contains(&words[..8])).map(str::to_owned).collect() };
        assert_eq!(rest(&terminal.text(), &after), rest(&shown, &before), "{way}: nothing else has moved");
        before = after;
    }
    // Twice in a row, and a line above the place.
    let file = scratch.0.join(BRIEFING);
    fs::write(&file, read(&scratch, BRIEFING).replace(&before, "Trade goes first.")).expect("written");
    terminal.wait_for_text("Trade goes first.");
    fs::write(
        &file,
        read(&scratch, BRIEFING).replace("judgements:\n", "judgements:\n  J7:\n    text: Above.\n").replace("goes first", "goes last"),
    )
    .expect("written");
    terminal.wait_for_text("Trade goes last.");
    assert!(head(terminal.parser.screen()).contains("› J2"));
    terminal.quit();
}

#[test]
fn e3_a_folder_that_is_put_in_place_of_the_old_one_is_read_and_watched() {
    let scratch = Scratch::with_port("e3-folder");
    let mut terminal = watching(&scratch);
    for (round, words) in ["Trade is elsewhere already.", "Trade is back."].into_iter().enumerate() {
        let text = read(&scratch, BRIEFING);
        let new =
            scratch.write("new/port.yaml", text.replace("Trade moves elsewhere.", words).replace("Trade is elsewhere already.", words));
        fs::rename(scratch.0.join("briefings"), scratch.0.join(format!("old-{round}"))).expect("moved");
        fs::rename(new.parent().expect("a folder"), scratch.0.join("briefings")).expect("moved");
        terminal.wait_for_text(words);
        assert!(head(terminal.parser.screen()).contains("› J2"));
    }
    // In the new folder a save is heard of too.
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade is back.", "Trade is here to stay.")).expect("written");
    terminal.wait_for_text("Trade is here to stay.");
    terminal.quit();
}

#[test]
fn e3_a_broken_save_keeps_the_last_good_version_and_says_where() {
    let scratch = Scratch::with_port("e3-broken");
    let mut terminal = watching(&scratch);
    let good = read(&scratch, BRIEFING);
    let before = terminal.text();
    fs::write(scratch.0.join(BRIEFING), good.replacen("judgements:\n", "judgements: [\n", 1)).expect("written");
    terminal.wait("the notice", |screen| foot(screen).contains("Kept the last good version: line "));
    let rows = |text: &str| text.lines().take(39).skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&terminal.text()), rows(&before), "the page stays");
    // Its findings are on the page of the check.
    terminal.type_in("6");
    terminal.wait_for_text("yaml/syntax");
    fs::write(scratch.0.join(BRIEFING), &good).expect("written");
    terminal.wait("the findings gone", |screen| !text(screen).contains("yaml/syntax"));
    terminal.type_in("2");
    // A briefing that is merely worse is taken.
    fs::write(
        scratch.0.join(BRIEFING),
        good.replace("likelihood: likely", "likelihood: rather likely").replace("Trade moves", "Trade runs"),
    )
    .expect("written");
    terminal.type_in("1");
    terminal.wait_for_text("Trade runs elsewhere");
    assert!(!foot(terminal.parser.screen()).contains("Kept"));
    terminal.quit();
}

/// An editor at work that changes nothing: its swap files, its lock, its copy, and the same bytes again.
fn save_nothing_new(scratch: &Scratch) {
    scratch.write("briefings/.port.yaml.swp", "b0VIM");
    scratch.write("briefings/4913", "");
    scratch.write("briefings/port.yaml~", "old");
    std::os::unix::fs::symlink("someone@somewhere.1", scratch.0.join("briefings/.#port.yaml")).expect("linked");
    for file in [BRIEFING, "seeds/port.txt"] {
        fs::write(scratch.0.join(file), read(scratch, file)).expect("written");
    }
}

#[test]
fn e3_what_changes_nothing_writes_nothing() {
    let scratch = Scratch::with_port("e3-nothing");
    let mut terminal = watching(&scratch);
    terminal.written.clear();
    save_nothing_new(&scratch);
    // What is saved behind it is heard of behind it.
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves", "Trade runs")).expect("written");
    terminal.wait_for_text("Trade runs elsewhere.");
    assert_eq!(terminal.frames(), 1, "{}", String::from_utf8_lossy(&terminal.written));
    terminal.quit();
}

/// Watches a library and files besides it; what is told of them.
fn told_of(library: Option<&Path>, also: &[&PathBuf]) -> Receiver<News> {
    let (sender, told) = channel();
    let also: Vec<PathBuf> = also.iter().map(|file| (*file).clone()).collect();
    let library = library.map(|path| library::open(path).expect("opens")).unwrap_or_default();
    let live = Live::new(library, Box::new(|_| Ok(())));
    std::thread::spawn(move || watch(&live, &also, &|news| sender.send(news).unwrap_or_default()));
    told
}

fn next(told: &Receiver<News>) -> News {
    until(|| told.try_recv().ok()).expect("news")
}

#[test]
fn e3_what_changes_nothing_is_told_to_nobody() {
    let scratch = Scratch::with_port("e3-untold");
    let theme = scratch.write("theme.yaml", "a: 1\n");
    let told = told_of(Some(&scratch.0), &[&theme]);
    for folder in ["", "briefings", "seeds"] {
        wait_until_watched(std::process::id(), &scratch.0.join(folder));
    }
    save_nothing_new(&scratch);
    // Of the file besides it is told first, whatever is told of the library: by its second time all has been told.
    for text in ["a: 2\n", "a: 3\n"] {
        fs::write(&theme, text).expect("written");
        assert_eq!(next(&told), News::File(theme.clone()));
    }
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves", "Trade runs")).expect("written");
    assert_eq!(next(&told), News::Library);
}

#[test]
fn e3_what_is_saved_before_anybody_watches_is_told() {
    let scratch = Scratch::with_port("e3-before");
    let library = library::open(&scratch.0).expect("opens");
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves", "Trade runs")).expect("written");
    let (sender, told) = channel();
    let live = Live::new(library, Box::new(|_| Ok(())));
    std::thread::spawn(move || watch(&live, &[], &|news| sender.send(news).unwrap_or_default()));
    assert_eq!(next(&told), News::Library);
}

#[test]
fn e3_briefings_come_and_go() {
    let scratch = Scratch::with_port("e3-listing");
    scratch.write("briefings/second.yaml", "briefing: second\nmarking: TLP:CLEAR\ntitle: The second one\n");
    let mut terminal = Terminal::start(browse(&scratch), 120, 40);
    terminal.wait_for_text("The second one");
    terminal.wait_until_watched(&scratch.0.join("briefings"));
    scratch.write("briefings/deep/third.yaml", "briefing: third\nmarking: TLP:CLEAR\ntitle: The third one\n");
    terminal.wait_for_text("The third one");
    fs::remove_file(scratch.0.join("briefings/second.yaml")).expect("removed");
    terminal.wait("two briefings", |screen| !text(screen).contains("The second one"));
    // In the new folder too.
    scratch.write("briefings/deep/fourth.yaml", "briefing: third\nmarking: TLP:CLEAR\ntitle: The fourth one\n");
    terminal.wait_for_text("The fourth one");
    terminal.quit();
}

#[test]
fn e3_a_saved_source_and_a_saved_edition_before_are_read_again() {
    let scratch = Scratch::with_port("e3-source");
    scratch.write("earlier/port.yaml", read(&scratch, BRIEFING));
    let text_of = read(&scratch, BRIEFING).replace("change: initial", "change: revised\nprevious: earlier/port.yaml");
    fs::write(scratch.0.join(BRIEFING), text_of).expect("written");
    let mut terminal = watching(&scratch);
    fs::write(scratch.0.join("seeds/port.txt"), format!("{}A fourth sentence is new here.\n", read(&scratch, "seeds/port.txt")))
        .expect("written");
    terminal.type_in("4");
    terminal.wait_for_text("A fourth sentence is new here.");
    terminal.type_in("6");
    terminal.wait("the page of the change", |screen| head(screen).contains("Change"));
    fs::write(
        scratch.0.join("earlier/port.yaml"),
        read(&scratch, "earlier/port.yaml").replace("Trade moves elsewhere.", "Trade stayed at home."),
    )
    .expect("written");
    terminal.wait_for_text("Trade stayed at home.");
    terminal.quit();
}

#[test]
fn e3_reload_can_be_switched_off() {
    let scratch = Scratch::with_port("e3-off");
    let mut command = browse(&scratch);
    command.env("BLUF_RELOAD", "off");
    command.env("VISUAL", "true");
    let mut terminal = on_the_second_judgement(command);
    terminal.written.clear();
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves", "Trade runs")).expect("written");
    // Behind an editor everything is read again, and not before.
    terminal.type_in("e");
    terminal.wait_for_text("Trade runs elsewhere.");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let before = written.split("\x1b[?1049l").next().expect("a beginning");
    assert!(!before.contains("\x1b[?2026h"), "{before:?}");
    terminal.quit();
    let library = library::open(&scratch.0).expect("opens");
    let watches = |reload: &str| {
        let model = Model::new(library.clone(), None).expect("a place").with_settings(Settings::default().with(Setting::Reload, reload));
        let live = Live::new(library.clone(), Box::new(|_| Ok(())));
        Browser::new(model, Arc::default(), Depth::True, Arc::new(live)).watch().is_some()
    };
    assert!(watches("on") && !watches("off"));
}

/// What publishes by replacing a link: how the library is laid out, and how the second version is put in place of the first.
type Publisher = (&'static str, fn(&Path), fn(&Path));

/// A link that is put in the place of another, whole.
fn link(to: &str, at: PathBuf) {
    let new = at.with_file_name("on-its-way");
    std::os::unix::fs::symlink(to, &new).unwrap_or_else(|error| panic!("{}: {error}", at.display()));
    fs::rename(new, at).expect("moved");
}

const PUBLISHERS: [Publisher; 5] = [
    (
        "a folder behind two links",
        |root| {
            link(".v1", root.join("data"));
            link("../data/briefings", root.join("library/briefings"));
            link("../data/seeds", root.join("library/seeds"));
        },
        |root| link(".v2", root.join("data")),
    ),
    (
        "as Kubernetes does",
        |root| {
            fs::create_dir(root.join("library/briefings")).expect("a folder");
            for (version, name) in [(".v1", "..2026_1"), (".v2", "..2026_2")] {
                fs::rename(root.join(version).join("briefings"), root.join("library/briefings").join(name)).expect("moved");
            }
            fs::rename(root.join(".v1/seeds"), root.join("library/seeds")).expect("moved");
            link("..2026_1", root.join("library/briefings/..data"));
            link("..data/port.yaml", root.join("library/briefings/port.yaml"));
        },
        |root| {
            link("..2026_2", root.join("library/briefings/..data"));
            fs::remove_dir_all(root.join("library/briefings/..2026_1")).expect("removed");
        },
    ),
    (
        "as git-sync does",
        |root| {
            fs::remove_dir(root.join("library")).expect("removed");
            link(".v1", root.join("current"));
            link("current", root.join("library"));
        },
        |root| link(".v2", root.join("current")),
    ),
    (
        "as a profile of Nix is switched",
        |root| {
            fs::remove_dir(root.join("library")).expect("removed");
            fs::create_dir_all(root.join("profiles")).expect("a folder");
            for version in ["1", "2"] {
                link(&format!("../.v{version}"), root.join(format!("profiles/system-{version}-link")));
            }
            link("system-1-link", root.join("profiles/system"));
            link("profiles/system", root.join("library"));
        },
        |root| link("system-2-link", root.join("profiles/system")),
    ),
    (
        "one file behind three links",
        |root| {
            fs::create_dir(root.join("library/briefings")).expect("a folder");
            fs::rename(root.join(".v1/seeds"), root.join("library/seeds")).expect("moved");
            for version in [".v1", ".v2"] {
                fs::rename(root.join(version), root.join("library").join(version)).expect("moved");
            }
            fs::create_dir_all(root.join("library/deep/er")).expect("a folder");
            link("../../.v1/briefings/port.yaml", root.join("library/deep/er/three"));
            link("er/three", root.join("library/deep/two"));
            link("../deep/two", root.join("library/briefings/port.yaml"));
        },
        |root| link("../../.v2/briefings/port.yaml", root.join("library/deep/er/three")),
    ),
];

#[test]
fn e3_a_link_that_is_replaced_anywhere_in_a_chain_is_noticed() {
    for (name, layout, publish) in PUBLISHERS {
        let scratch = Scratch::new("e3-chain");
        let port = Scratch::with_port("e3-chain-port");
        for (version, words) in [(".v1", "Trade moves elsewhere."), (".v2", "Trade is published.")] {
            scratch.write(&format!("{version}/{BRIEFING}"), read(&port, BRIEFING).replace("Trade moves elsewhere.", words));
            scratch.write(&format!("{version}/seeds/port.txt"), read(&port, "seeds/port.txt"));
        }
        fs::create_dir(scratch.0.join("library")).expect("a folder");
        layout(&scratch.0);
        let library = scratch.0.join("library");
        let mut terminal = on_the_second_judgement(bluf(&[library.to_str().expect("UTF-8")]));
        let file = fs::canonicalize(library.join(BRIEFING)).expect("the file");
        terminal.wait_until_watched(file.parent().expect("a folder"));
        publish(&scratch.0);
        terminal.wait(name, |screen| text(screen).contains("Trade is published."));
        assert!(head(terminal.parser.screen()).contains("› J2"), "{name}");
        // What is saved in the new place is heard of too.
        let file = fs::canonicalize(library.join(BRIEFING)).expect("the file");
        terminal.wait_until_watched(file.parent().expect("a folder"));
        fs::write(&file, fs::read_to_string(&file).expect("the file").replace("is published", "is corrected")).expect("written");
        terminal.wait(name, |screen| text(screen).contains("Trade is corrected."));
        terminal.quit();
    }
}

#[test]
fn e3_a_library_that_is_gone_stays_on_the_screen_until_it_is_back() {
    let scratch = Scratch::with_port("e3-gone");
    let mut terminal = watching(&scratch);
    let away = scratch.0.with_extension("away");
    fs::rename(&scratch.0, &away).expect("moved");
    terminal.wait_for_text("Kept what was read before");
    assert!(terminal.text().contains("Trade moves elsewhere."));
    terminal.type_in("E");
    terminal.wait("the notice gone", |screen| !text(screen).contains("Kept what was read before"));
    assert!(head(terminal.parser.screen()).contains("STALE since "), "{}", terminal.text());
    fs::rename(&away, &scratch.0).expect("moved");
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves", "Trade runs")).expect("written");
    terminal.wait_for_text("Trade runs elsewhere.");
    assert!(!head(terminal.parser.screen()).contains("STALE"), "{}", terminal.text());
    terminal.quit();
}

#[test]
fn e2_files_beside_the_library_are_heard_of_when_they_hold_other_bytes() {
    let scratch = Scratch::new("e2-also");
    let [theme, other, unwatched] = ["theme.yaml", "other.yaml", "unwatched.yaml"].map(|name| scratch.write(name, "a: 1\n"));
    let told = told_of(None, &[&theme, &other, &scratch.0.join("not-yet.yaml")]);
    wait_until_watched(std::process::id(), &scratch.0);
    fs::write(&unwatched, "a: 2\n").expect("written");
    fs::write(&theme, "a: 1\n").expect("written");
    // What is saved behind them is told, and of them nothing, before it or with it.
    fs::write(&other, "a: 2\n").expect("written");
    assert_eq!(next(&told), News::File(other));
    fs::write(&theme, "a: 2\n").expect("written");
    assert_eq!(next(&told), News::File(theme.clone()));
    let new = scratch.write("new", "a: 3\n");
    fs::rename(new, &theme).expect("moved");
    assert_eq!(next(&told), News::File(theme));
    let created = scratch.write("not-yet.yaml", "a: 1\n");
    assert_eq!(next(&told), News::File(created));
}

/// Settings are often kept elsewhere and linked to.
#[test]
fn e2_a_configuration_that_is_a_link_is_heard_of() {
    let scratch = Scratch::with_port("e2-link");
    let real = scratch.write("dotfiles/bluf.yaml", "mouse: on\n");
    let home = scratch.0.join("config/bluf");
    fs::create_dir_all(&home).expect("a folder");
    std::os::unix::fs::symlink(&real, home.join("config.yaml")).expect("linked");
    let mut command = browse(&scratch);
    command.env("XDG_CONFIG_HOME", scratch.0.join("config"));
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_until_checked();
    terminal.wait_until_watched(&scratch.0.join("dotfiles"));
    fs::write(&real, "keys: {search: F3}\n").expect("written");
    terminal.wait_for_text("The configuration was read anew.");
    terminal.quit();
}

/// A pipe where a theme should be holds nobody up.
#[test]
fn e2_a_pipe_among_the_themes_holds_no_reload_up() {
    let scratch = Scratch::with_port("e2-pipe");
    let themes = scratch.0.join("config/bluf/themes");
    fs::create_dir_all(&themes).expect("a folder");
    let made = std::process::Command::new("mkfifo").arg(themes.join("pipe.yaml")).status().expect("mkfifo runs");
    assert!(made.success());
    let mut command = browse(&scratch);
    command.env("XDG_CONFIG_HOME", scratch.0.join("config"));
    let mut terminal = on_the_second_judgement(command);
    terminal.wait_until_watched(&scratch.0.join("briefings"));
    fs::write(scratch.0.join(BRIEFING), read(&scratch, BRIEFING).replace("Trade moves elsewhere.", "Trade is saved.")).expect("written");
    terminal.wait_for_text("Trade is saved.");
    terminal.quit();
}
