//! Saved searches: at the head of the list like folders, with what they find and what of it is new.

use crate::support::{Reader, Scratch, guided, keys, program};
use bluf::briefing::Date;
use bluf::catalogue::Catalogue;
use bluf::library;
use bluf::page::World;
use bluf::page::of::saved::{counted, opened};
use bluf::page::reading::Reading;
use bluf::personal::Saved;
use bluf::personal::saved_searches::{Places, keep};
use bluf::tui::model::{Effect, Message, SavedWork};
use std::fs;
use std::process::Command;
use std::sync::Arc;

struct Desk {
    reader: Reader,
    scratch: Scratch,
}

fn world(scratch: &Scratch) -> World {
    let mut world = guided(library::open(&scratch.0).expect("opens"));
    world.library.check(|_, _| ());
    world.today = Some(Date::day(2026, 11, 23));
    world.saved = Arc::new(Saved::at(Some(Places::within(&scratch.0))));
    world
}

impl Desk {
    /// A library of two briefings, `port` and `pier`.
    fn open(name: &str) -> Self {
        let scratch = Scratch::with_port(&format!("saved-{name}"));
        let port = fs::read_to_string(scratch.0.join("briefings/port.yaml")).expect("the file");
        scratch
            .write("briefings/pier.yaml", port.replace("briefing: port", "briefing: pier").replace("title: The strike", "title: The pier"));
        Self::on(scratch)
    }

    fn on(scratch: Scratch) -> Self {
        let mut desk = Self { reader: Reader::open(world(&scratch), Some("library"), 120, 40), scratch };
        desk.hear(&Message::Begun);
        desk
    }

    /// Takes a message, and does what it asks for as the loop would.
    fn hear(&mut self, message: &Message) {
        for effect in self.reader.model.update(message) {
            let shared = self.reader.model.shared_world();
            match effect {
                Effect::ReadSaved(places) => self.hear(&Message::Searches { result: Ok(Arc::new(Saved::read(places))), change: None }),
                Effect::KeepSaved { places, change } => {
                    let result = keep(&places, &change).map(Arc::new);
                    self.hear(&Message::Searches { result, change: Some(change) });
                }
                Effect::MakeCatalogue => {
                    let made = Catalogue::of_library(&shared.library, &Date::day(2026, 11, 23)).map_err(|why| why.to_string());
                    self.hear(&Message::Searchable(made));
                }
                Effect::Saved(SavedWork::Count) => self.hear(&Message::Counted(Arc::new(counted(&shared)), u64::MAX)),
                Effect::Saved(SavedWork::Opened(name)) => {
                    if let Some(change) = opened(&shared, &name) {
                        let result = keep(shared.saved.places.as_ref().expect("a place"), &change).map(Arc::new);
                        self.hear(&Message::Searches { result, change: Some(change) });
                    }
                }
                _ => {}
            }
        }
        self.reader.model.arrange();
    }

    fn press(&mut self, line: &str) -> &mut Self {
        for key in keys(line) {
            self.hear(&Message::Key(key));
        }
        // What is typed is searched for with the frame.
        self.reader.press("");
        self
    }

    #[track_caller]
    fn shows(&mut self, words: &str) -> &mut Self {
        self.reader.shows(words);
        self
    }

    #[track_caller]
    fn shows_no(&mut self, words: &str) -> &mut Self {
        let screen = self.reader.screen();
        assert!(!screen.iter().any(|line| line.contains(words)), "{}", screen.join("\n"));
        self
    }

    fn file(&self) -> String {
        fs::read_to_string(self.scratch.0.join("searches.txt")).unwrap_or_default()
    }
}

#[test]
fn m9_a_search_is_saved_and_counts_what_is_new_since_it_was_opened() {
    let mut desk = Desk::open("search");
    desk.press("f 'ships in:claim' Enter W 'Late  ships' Enter").shows("Saved: Late ships.");
    assert_eq!(desk.file(), "Late ships = ships in:claim\n");
    desk.press("0").shows("Late ships  ships in:claim").shows("2 hits").shows_no("new");
    // The cursor begins on a briefing; the search stands above it.
    desk.press("g").shows("Late ships");
    assert_eq!(desk.reader.links()[..1], ["saved:Late ships"]);
    let path = desk.scratch.0.join("briefings/pier.yaml");
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replace("Ships will wait.", "Ships will wait long.")).expect("written");
    desk.hear(&Message::Reread(world(&desk.scratch).library));
    desk.press("j k").shows("1 new · 2 hits");
    // Opened, it is not new any more; and so it is for who comes back.
    desk.press("g Enter").shows("Ships will wait long");
    assert_eq!(desk.reader.address(), "saved:Late ships");
    desk.press("Backspace").shows("2 hits").shows_no("new");
    let mut desk = Desk::on(Scratch(desk.scratch.0.clone()));
    desk.press("j").shows("2 hits").shows_no("new");
    // Renamed, and with no name deleted.
    desk.press("g W").shows("Name: Late ships");
    desk.press(&format!("{}'Ships = late' Enter", "Backspace ".repeat(10))).shows("Renamed: Ships – late.");
    assert_eq!(desk.file(), "Ships – late = ships in:claim\n");
    desk.press("g W").press(&format!("{}Enter", "Backspace ".repeat(20))).shows("No longer saved: Ships – late.").shows_no("in:claim");
    assert_eq!(desk.file(), "");
    desk.press("W").shows("A search is saved, or a list that is filtered; this is neither.");
}

#[test]
fn m9_while_the_library_is_read_a_saved_search_has_found_so_much_so_far() {
    let mut desk = Desk::open("so-far");
    desk.press("f 'ships in:claim' Enter W 'Late  ships' Enter 0").shows("2 hits").shows_no("so far");
    let reading = Reading { done: 1, all: 2, rate: 0, seconds_left: 0, is_checking: false, files: 2 };
    desk.hear(&Message::Catalogued(Some(reading)));
    desk.press("j k").shows("2 hits so far");
    desk.hear(&Message::Catalogued(None));
    desk.press("j k").shows("2 hits").shows_no("so far");
}

#[test]
fn m9_a_saved_search_that_is_not_understood_says_so_in_its_row() {
    let scratch = Scratch::with_port("saved-bad");
    scratch.write("searches.txt", "# By hand.\nodd = likelihod:x\nvotes = voted\n");
    let mut desk = Desk::on(scratch);
    desk.press("0 j").shows("there is no field `likelihod`").shows("votes  voted");
    desk.press("g j Enter").shows("voted");
    assert_eq!(desk.reader.address(), "saved:votes");
}

#[test]
fn m9_saved_searches_are_used_from_the_command_line_and_in_the_linear_mode() {
    let scratch = Scratch::with_port("saved-command");
    let base = program();
    let home: Vec<_> = base.get_envs().map(|(name, value)| (name.to_owned(), value.map(ToOwned::to_owned))).collect();
    let run = |arguments: &[&str], typed: &str| {
        let mut command = Command::new(base.get_program());
        for (name, value) in &home {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let typed = scratch.write("typed.txt", typed);
        let output = command
            .current_dir(&scratch.0)
            .arg("--library")
            .arg(&scratch.0)
            .args(arguments)
            .stdin(fs::File::open(typed).expect("read"))
            .output();
        let output = output.expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, out, err) = run(&["search", "--save", "Late ships", "ships", "in:claim"], "");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("port#C2"));
    assert_eq!(run(&["search", "--saved"], "").1, "Late ships = ships in:claim\n");
    assert_eq!(run(&["search", "--saved", "Late ships"], "").1, out);
    for name in ["=", " # = ", ""] {
        let (code, out, err) = run(&["search", "--save", name, "ships"], "");
        assert_eq!((code, &*out), (Some(2), ""), "{name}: {err}");
        assert!(err.contains("is no name for a search"), "{err}");
    }
    let (code, shown, err) = run(&["show", "saved:Late ships"], "");
    assert!(code == Some(0) && shown.contains("ships in:claim"), "{shown}{err}");
    let (code, _, err) = run(&["search", "--saved", "Late shops"], "");
    assert!(code == Some(2) && err.contains("did you mean `Late ships`"), "{err}");
    // A walk in plain text searches, saves and opens what was saved.
    let (_, out, err) = run(&["--linear"], "search voted\nsave Votes\nl\n1\n");
    assert!(out.contains("search:voted, ") && out.contains("Saved: Votes. It stands at the head of the list."), "{out}{err}");
    assert!(out.contains("Link 1: Saved: Late ships") && out.contains("Link 2: Saved: Votes"), "{out}");
    assert!(out.contains("saved:Late ships, "), "{out}");
    assert_eq!(run(&["search", "--forget", "Votes"], "").0, Some(0));
    assert_eq!(run(&["search", "--saved"], "").1, "Late ships = ships in:claim\n");
}

/// The program's own file of a library has a number in its name, which nobody who writes one knows.
#[test]
fn m9_a_file_of_searches_that_a_person_has_written_has_the_name_of_the_library_alone() {
    let scratch = Scratch::new("saved-own");
    for (library, file) in [("by-hand", "by-hand.txt"), ("by hand.v2", "by%20hand.v2.txt")] {
        let base = program();
        let searches = base.get_envs().find(|(name, _)| *name == "XDG_CONFIG_HOME").and_then(|(_, value)| value).expect("set");
        let searches = std::path::PathBuf::from(searches).join("bluf/searches");
        scratch.write(&format!("{library}/briefings/a.yaml"), "briefing: a\nmarking: TLP:CLEAR\ntitle: Ships wait\n");
        let run = |arguments: &[&str]| {
            let mut command = Command::new(base.get_program());
            command.envs(base.get_envs().filter_map(|(name, value)| Some((name, value?))));
            let output = command.arg("--library").arg(scratch.0.join(library)).arg("search").args(arguments).output().expect("it runs");
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        fs::create_dir_all(&searches).expect("a folder");
        fs::write(searches.join(file), "Mine = ships\n").expect("written");
        assert!(run(&["--saved"]).contains("Mine = ships\n"), "{library}");
        run(&["--save", "Other", "title"]);
        assert_eq!(fs::read_to_string(searches.join(file)).expect("read"), "Mine = ships\nOther = title\n");
    }
}

#[test]
fn m9_a_walk_in_plain_text_says_what_has_become_of_a_search_and_not_what_was_meant_to() {
    let scratch = Scratch::with_port("saved-walk");
    let base = program();
    let at = |variable: &str| {
        let found = base.get_envs().find(|(name, _)| *name == variable).and_then(|(_, value)| value);
        std::path::PathBuf::from(found.expect("set"))
    };
    let walk = |typed: &str| {
        let mut command = Command::new(base.get_program());
        command.envs(base.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let typed = scratch.write("typed.txt", typed);
        let output = command.arg("--linear").arg(&scratch.0).stdin(fs::File::open(typed).expect("read")).output().expect("it runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    // Nobody can write where it would be kept.
    fs::create_dir_all(at("XDG_CONFIG_HOME").join("bluf/searches/.lock")).expect("in its way");
    let (out, err) = walk("search voted\nsave Votes\nl\n");
    assert!(out.contains("Not saved: ") && !out.contains("Saved: "), "{out}{err}");
    fs::remove_dir(at("XDG_CONFIG_HOME").join("bluf/searches/.lock")).expect("removed");
    // What it found when it was saved is not new afterwards.
    let (out, err) = walk("search voted\nsave Votes\nl\n");
    assert!(out.contains("Saved: Votes. It stands at the head of the list.") && out.contains("Link 1: Saved: Votes"), "{out}{err}");
    let path = scratch.0.join("briefings/port.yaml");
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replace("voted to stop work.", "voted to stop all work.")).expect("written");
    let (out, err) = walk("l\n1\nl\n");
    let lists: Vec<&str> = out.lines().filter(|line| line.contains("Saved: Votes")).collect();
    assert!(lists[0].contains("1 new") && !lists[lists.len() - 1].contains("new"), "{lists:?}\n{out}{err}");
    // What they had found cannot be read: that is said, and stays as it is.
    let seen = at("XDG_STATE_HOME").join("bluf/searches");
    let file =
        fs::read_dir(&seen).expect("a folder").flatten().map(|file| file.path()).find(|path| path.extension().is_some()).expect("a file");
    fs::remove_file(&file).expect("removed");
    fs::create_dir(&file).expect("in its place");
    let (out, err) = walk("l\nsearch ships\nsave Ships\nq\n");
    assert!(err.contains("What is new in saved searches is not known: the file of what they had found is no regular file."), "{err}");
    assert!(out.contains("Not saved: the file of what they had found is no regular file."), "{out}");
}

/// Of what finds more than anybody keeps no new ones can be told, and that is said.
#[test]
fn m9_a_search_that_finds_too_much_says_so_in_place_of_what_is_new() {
    use bluf::page::saved_counts::{Counted, Counts};
    let scratch = Scratch::with_port("saved-many");
    scratch.write("searches.txt", "late = late\nships = ships\n");
    let mut desk = Desk::on(scratch);
    let counts = Counts::from([("late".to_owned(), Counted::Found(61_234, None)), ("ships".to_owned(), Counted::Found(50_000, Some(3)))]);
    desk.hear(&Message::Counted(Arc::new(counts), u64::MAX));
    desk.shows("61234 hits, 50000+ are too many to tell the new").shows("3 new · 50000 hits");
}
