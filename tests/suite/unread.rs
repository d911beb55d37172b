//! What changed since the reader last read it: marks down to the claim, for this reader alone.

use crate::support::terminal::{Terminal, at_home, bluf, text};
use crate::support::{Reader, Scratch, guided, keys, until};
use bluf::briefing::Date;
use bluf::library;
use bluf::page::World;
use bluf::personal::ReadBefore;
use bluf::personal::read::file::{has_news, keep, read};
use bluf::personal::read::{Change, Edition, Standing};
use bluf::tui::model::{Effect, Message};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// A reader of a small library who keeps what they have read.
struct Desk {
    reader: Reader,
    scratch: Scratch,
}

fn world(scratch: &Scratch, file: PathBuf) -> World {
    let mut world = guided(library::open(&scratch.0).expect("opens"));
    world.library.check(|_, _| ());
    world.today = Some(Date::day(2026, 11, 23));
    world.read = Arc::new(ReadBefore::at(Some(file)));
    world
}

impl Desk {
    /// A library of two briefings, `port` and `pier`.
    fn open(name: &str) -> Self {
        let scratch = Scratch::with_port(&format!("unread-{name}"));
        let port = fs::read_to_string(scratch.0.join("briefings/port.yaml")).expect("the file");
        scratch
            .write("briefings/pier.yaml", port.replace("briefing: port", "briefing: pier").replace("title: The strike", "title: The pier"));
        let mut desk = Self { reader: Reader::open(world(&scratch, scratch.0.join("read.txt")), None, 120, 40), scratch };
        desk.again("read.txt");
        desk
    }

    /// The program is begun again, by who keeps a file.
    fn again(&mut self, file: &str) {
        self.reader = Reader::open(world(&self.scratch, self.file(file)), Some("library"), 120, 40);
        self.hear(&Message::Begun);
    }

    fn file(&self, name: &str) -> PathBuf {
        self.scratch.0.join(name)
    }

    /// Takes a message, and does what it asks for as the loop would.
    fn hear(&mut self, message: &Message) {
        for effect in self.reader.model.update(message) {
            match effect {
                Effect::LookAtRead(known) => {
                    let file = known.file.clone().expect("a file");
                    if !known.is_known || has_news(&file, &known) {
                        self.hear(&Message::Read(Arc::new(read(&file).0)));
                    }
                }
                Effect::KeepRead { read, changes } => {
                    let kept = keep(read.file.as_deref().expect("a file"), &read, &changes).expect("kept");
                    self.hear(&Message::Read(Arc::new(kept)));
                }
                Effect::Change(asked) => {
                    let result = bluf::acts::file::change(&asked.file, &asked.before, &asked.after).map_err(|why| why.to_string());
                    self.hear(&Message::Reread(world(&self.scratch, self.file("read.txt")).library));
                    self.hear(&Message::Acted { result, asked });
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
        self
    }

    /// Changes a briefing, and reads the library anew.
    fn reword(&mut self, briefing: &str, old: &str, new: &str) -> &mut Self {
        let path = self.scratch.0.join(format!("briefings/{briefing}.yaml"));
        let text = fs::read_to_string(&path).expect("the file");
        assert!(text.contains(old), "{old}");
        fs::write(path, text.replace(old, new)).expect("written");
        self.hear(&Message::Reread(world(&self.scratch, self.file("read.txt")).library));
        self
    }

    /// The row of the middle column that has these words, and the letter in its margin.
    #[track_caller]
    fn letter(&self, words: &str) -> (String, String) {
        let shown = self.reader.model.shown().expect("a page");
        let flowed = &shown.here().flowed;
        let rows = (0..flowed.height()).filter_map(|row| flowed.row(row));
        let row = rows.into_iter().find(|row| row.plain().contains(words)).unwrap_or_else(|| panic!("no {words}"));
        (row.plain(), row.sign.map_or("", |sign| sign.sign()).to_owned())
    }

    #[track_caller]
    fn has(&mut self, words: &str, letter: &str) -> &mut Self {
        let (row, found) = self.letter(words);
        assert_eq!(found, letter, "{row}");
        self
    }

    #[track_caller]
    fn says(&mut self, words: &str) -> &mut Self {
        assert_eq!(self.reader.notice(), words);
        self
    }
}

#[test]
fn n9_what_was_never_opened_and_what_has_changed_since_is_marked_in_the_list() {
    let mut desk = Desk::open("list");
    desk.has("The strike", "N").has("The pier", "N");
    desk.press("Enter Backspace").has("The pier", "").has("The strike", "N");
    // Comments and layout say nothing.
    desk.reword("pier", "briefing: pier", "# A comment.\nbriefing:   pier").has("The pier", "");
    desk.reword("pier", "voted to stop work.", "voted to stop all work.").has("The pier", "C").has("The strike", "N");
    assert!(desk.letter("The pier").0.contains("1 unread"), "{:?}", desk.letter("The pier"));
    // It is kept, and it is this reader's own.
    desk.again("read.txt");
    desk.has("The pier", "C").has("The strike", "N");
    desk.again("other.txt");
    desk.has("The pier", "N").has("The strike", "N");
    assert!(desk.reader.screen().iter().any(|line| line.contains("N│") || line.contains("N │")), "the letter is on the screen");
    for columns in [80, 99, 160, 200] {
        desk.reader.resize(columns, 24);
        let shown = desk.reader.screen().iter().filter(|line| line.contains(" N│") || line.trim_end().ends_with(" N")).count();
        assert_eq!(shown, 2, "at {columns}: {:?}", desk.reader.screen());
    }
}

#[test]
fn n9_within_a_briefing_what_is_new_or_changed_is_marked_until_it_was_opened() {
    let mut desk = Desk::open("within");
    desk.press("Enter").says("").has("Trade moves elsewhere", "").press("Backspace");
    desk.reword("pier", "Ships will wait.", "Ships will wait long.");
    desk.reword("pier", "    likelihood: likely\n", "    likelihood: very likely\n");
    desk.reword("pier", "  trade:\n", "    C9:\n      forecast: They wait.\n      quote: Ships will wait for days.\n  trade:\n");
    desk.press("Enter").says("Since you read this on 23 Nov 2026: 1 new, 2 changed.");
    desk.has("very likely", "C").has("The port closes", "");
    assert!(desk.reader.screen()[1].contains("2 Labour +2"), "{}", desk.reader.screen()[1]);
    desk.press("2").has("Ships will wait long", "C").has("They wait", "N").has("voted to stop", "");
    // A preview is no reading.
    desk.press("j j j").has("Ships will wait long", "C").press("k k k");
    let link = desk.reader.links().iter().position(|link| link == "pier#C9").expect("a link");
    desk.press(&format!("g {}", "j ".repeat(link))).press("Enter").says("C9 is new since you read this on 23 Nov 2026.");
    desk.press("Backspace").has("They wait", "").has("Ships will wait long", "C");
    // A judgement says how it was rated.
    desk.press("1").has("very likely", "C");
    let link = desk.reader.links().iter().position(|link| link == "pier#J2").expect("a link");
    desk.press(&format!("g {}", "j ".repeat(link))).press("Enter");
    desk.says("J2 has changed since you read it on 23 Nov 2026: likely, low then.");
    // What it quotes opens it too.
    desk.press("Backspace Backspace").has("The pier", "C");
    desk.reader.model.visit("pier#C2:1".parse().expect("an address")).expect("a place");
    desk.hear(&Message::Checked);
    desk.press("0").has("The pier", "");
    // An item that is gone is said, and then known.
    desk.reword("pier", "    C9:\n      forecast: They wait.\n      quote: Ships will wait for days.\n", "").has("The pier", "C");
    desk.press("Enter").says("Since you read this on 23 Nov 2026: C9 withdrawn.").press("Backspace").has("The pier", "");
    desk.reword("pier", "A closure is unlikely", "A closure is most unlikely").has("The pier", "C");
    desk.press("Enter").says("Since you read this on 23 Nov 2026: title, bottom line or their like changed.");
    desk.press("Backspace").has("The pier", "");
}

#[test]
fn n9_what_a_reader_writes_they_have_read() {
    let retitled = |desk: &mut Desk, title: &str| {
        desk.press("V t i t l e Enter C-u");
        let typed = title.chars().map(String::from).collect::<Vec<_>>().join(" ");
        desk.press(&typed).press("Enter").press("0");
    };
    let mut desk = Desk::open("written");
    desk.press("Enter");
    retitled(&mut desk, "Pierside");
    desk.has("Pierside", "").press("u").has("The pier", "");
    // What somebody else has changed is as unread as it was.
    desk.reword("pier", "Ships will wait.", "Ships will wait long.").has("The pier", "C").press("Enter");
    retitled(&mut desk, "Pierside");
    desk.has("Pierside", "C");
    assert!(desk.letter("Pierside").0.contains("1 unread"), "{:?}", desk.letter("Pierside"));
}

/// An editor that does not rename writes a file in two parts, and the first may be a briefing.
#[test]
fn n9_what_a_file_lacks_for_a_while_is_as_read_behind_it_as_before() {
    let mut desk = Desk::open("two-parts");
    desk.press("Enter R");
    let path = desk.file("briefings/pier.yaml");
    let whole = fs::read_to_string(&path).expect("the file");
    let write = |desk: &mut Desk, text: &str| {
        fs::write(&path, text).expect("written");
        let read = desk.file("read.txt");
        desk.hear(&Message::Reread(world(&desk.scratch, read).library));
    };
    let cuts: Vec<usize> =
        whole.match_indices("\n    ").map(|(at, _)| at + 1).chain(whole.match_indices("\n  ").map(|(at, _)| at + 1)).collect();
    assert!(cuts.len() > 8, "{cuts:?}");
    for cut in cuts {
        write(&mut desk, &whole[..cut]);
        desk.press("j k");
        write(&mut desk, &whole);
        assert!(!desk.reader.screen()[1].contains('+'), "{cut}: {}", desk.reader.screen()[1]);
        desk.press("R").says("Nothing here is unread.");
    }
    // Who leaves meanwhile comes back to what they have read.
    write(&mut desk, &whole[..whole.find("judgements:").expect("some")]);
    fs::write(&path, &whole).expect("written");
    desk.again("read.txt");
    desk.press("Enter");
    assert!(!desk.reader.screen()[1].contains('+'), "{}", desk.reader.screen()[1]);
    desk.press("0").has("The pier", "");
    // What is marked as read is known to be withdrawn, and not told again.
    let cut = &whole[..whole.find("judgements:").expect("some")];
    write(&mut desk, cut);
    desk.press("R");
    write(&mut desk, &cut.replace("A closure is unlikely", "A closure is most unlikely"));
    desk.press("Enter").says("Since you read this on 23 Nov 2026: title, bottom line or their like changed.").press("Backspace");
    write(&mut desk, &whole);
    // What comes back and says something else has changed.
    write(&mut desk, &whole[..whole.find("judgements:").expect("some")]);
    desk.press("Enter Backspace");
    write(&mut desk, &whole.replace("    likelihood: likely\n", "    likelihood: very likely\n"));
    desk.press("Enter").has("very likely", "C");
}

#[test]
fn n9_a_file_that_cannot_be_read_for_a_while_takes_no_mark_away() {
    let mut desk = Desk::open("broken");
    desk.press("Enter Backspace").has("The pier", "");
    let path = desk.file("briefings/pier.yaml");
    let whole = fs::read(&path).expect("the file");
    fs::write(&path, "briefing: pier\n  broken: [").expect("written");
    desk.again("read.txt");
    let link = desk.reader.links().iter().position(|link| link == "pier").expect("a link");
    desk.press(&format!("g {}", "j ".repeat(link))).press("Enter");
    fs::write(&path, whole).expect("written");
    desk.again("read.txt");
    desk.has("The pier", "");
}

#[test]
fn n9_all_is_marked_as_read_at_one_stroke_and_taken_back_by_the_same() {
    let mut desk = Desk::open("stroke");
    desk.press("R").says("Marked as read: 2 briefings. The same again takes it back.").has("The pier", "").has("The strike", "");
    desk.press("R").says("Unread again.").has("The pier", "N").has("The strike", "N").press("R j R");
    desk.again("read.txt");
    desk.has("The pier", "N").press("R").has("The pier", "").press("g");
    // In a briefing it is the briefing that is read.
    desk.reword("pier", "Ships will wait.", "Ships will wait long.").reword("port", "Ships will wait.", "Ships will wait long.");
    desk.press("Enter 2").has("Ships will wait long", "C").press("R").says("Marked as read: pier. The same again takes it back.");
    desk.has("Ships will wait long", "")
        .press("R")
        .has("Ships will wait long", "C")
        .press("R Backspace")
        .has("The pier", "")
        .has("The strike", "C");
    desk.press("R R R").has("The strike", "").press("?").press("R").says("Briefings are read, and the list of them; this is neither.");
}

/// What is read between two strokes stays read, and so does what another program has read.
#[test]
fn n9_a_stroke_that_is_taken_back_takes_nothing_with_it_that_was_read_since() {
    let mut desk = Desk::open("between");
    let only = |desk: &mut Desk, words: &str| {
        desk.press("g");
        let link = desk.reader.links().iter().position(|link| link == words).expect("a link");
        desk.press(&format!("g {}", "j ".repeat(link)));
    };
    desk.press("R").says("Marked as read: 2 briefings. The same again takes it back.");
    only(&mut desk, "pier");
    desk.press("Enter Backspace R").says("Unread again.").has("The pier", "").has("The strike", "N");
    // Of a briefing that had changed, the item that was opened.
    desk.press("R").reword("pier", "Ships will wait.", "Ships will wait long.").reword(
        "pier",
        "voted to stop work.",
        "voted to stop all work.",
    );
    only(&mut desk, "pier");
    desk.press("Enter 2").has("Ships will wait long", "C").has("voted to stop", "C").press("R").has("Ships will wait long", "");
    let link = desk.reader.links().iter().position(|link| link == "pier#C2").expect("a link");
    desk.press(&format!("g {}", "j ".repeat(link))).press("Enter Backspace R").says("Unread again.");
    desk.has("Ships will wait long", "").has("voted to stop", "C").press("0");
    // Another program has read one of them meanwhile.
    desk.reword("port", "Ships will wait.", "Ships will wait long.").has("The strike", "C").has("The pier", "C").press("R");
    let file = desk.file("read.txt");
    let other = read(&file).0;
    let held = desk.reader.model.world().entry("port").expect("a briefing").imprint().whole;
    let changes = [Change { briefing: "port".to_owned(), read: Some(Edition { on: "2026-11-24".to_owned(), whole: held, parts: None }) }];
    keep(&file, &other.with(&changes), &changes).expect("kept");
    desk.hear(&Message::Read(Arc::new(read(&file).0)));
    desk.press("R").says("Unread again.").has("The pier", "C").has("The strike", "").press("R R").has("The strike", "");
}

/// The whole of a briefing was read.
fn change(id: &str, whole: u64) -> Change {
    Change { briefing: id.to_owned(), read: Some(Edition { on: "2026-11-23".to_owned(), whole, parts: None }) }
}

#[test]
fn n9_programs_that_read_at_once_keep_all_that_either_has_read() {
    let scratch = Scratch::new("unread-at-once");
    let file = scratch.0.join("read.txt");
    let threads: Vec<_> = (0..4)
        .map(|program| {
            let file = file.clone();
            std::thread::spawn(move || {
                let mut known = read(&file).0;
                for at in 0..50 {
                    let changes = [change(&format!("b-{program}-{at}"), 1)];
                    known = keep(&file, &known.with(&changes), &changes).expect("kept");
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("it ends");
    }
    let (all, problem) = read(&file);
    assert_eq!((all.count(), problem), (200, None));
    // Half a line, which a killed program leaves, costs nothing but itself; what nobody understands stays.
    fs::write(&file, format!("{}\nlater something else\nread half 2026-11-23 1", fs::read_to_string(&file).expect("read")))
        .expect("written");
    let (known, _) = read(&file);
    let changes = [change("a b%c,d", 7), Change { briefing: "b-0-0".to_owned(), read: None }];
    let kept = keep(&file, &known.with(&changes), &changes).expect("kept");
    assert_eq!((kept.standing("a b%c,d", 7), kept.standing("b-0-0", 1)), (Standing::Read, Standing::New));
    let (again, _) = read(&file);
    assert_eq!(
        (again.standing("a b%c,d", 7), again.standing("b-0-0", 1), again.standing("b-1-0", 2)),
        (Standing::Read, Standing::New, Standing::Changed)
    );
    assert!(fs::read_to_string(&file).expect("read").contains("\nlater something else\n"));
}

#[test]
fn n9_a_file_of_lines_that_no_longer_count_is_shortened() {
    let scratch = Scratch::new("unread-shortened");
    let file = scratch.0.join("read.txt");
    let line = |at: usize| format!("read port 2026-11-23 {at:x} 1 J1={at:x}~likely/low\n");
    // A line of a later program, and half a line of one that was killed, stay whatever they say.
    let foreign = "later something else\nread por\n";
    fs::write(&file, foreign.to_owned() + &(1..=2000).map(line).collect::<String>()).expect("written");
    let (known, _) = read(&file);
    assert_eq!(known.standing("port", 2000), Standing::Read);
    assert_eq!(fs::read_to_string(&file).expect("read"), foreign.to_owned() + &line(2000));
    assert!(!has_news(&file, &known));
}

/// What nobody understands in the file is said with its place, and stays byte for byte.
#[test]
fn n9_foreign_lines_are_said_with_their_place_and_stay_byte_for_byte() {
    let scratch = Scratch::new("unread-foreign");
    let file = scratch.0.join("read.txt");
    let line = |at: usize| format!("read port 2026-11-23 {at:x}\n").into_bytes();
    let foreign = b"\xff\xfe no text\r\nlater something else\n";
    let text = [line(1), foreign.to_vec(), (2..=2000).flat_map(line).collect(), b"read por".to_vec()].concat();
    fs::write(&file, &text).expect("written");
    let (known, problem) = read(&file);
    assert_eq!(known.standing("port", 2000), Standing::Read);
    assert_eq!(problem, Some(format!("Of what you have read some lines cannot be understood, and they stay: {}:1", file.display())));
    assert_eq!(fs::read(&file).expect("read"), [foreign, &b"read por\n"[..], &line(2000)].concat());
    fs::write(&file, [&line(7)[..], b"\nhalf\n"].concat()).expect("written");
    let (known, problem) = read(&file);
    assert_eq!(problem, Some(format!("Of what you have read one line cannot be understood, and it stays: {}:3", file.display())));
    assert_eq!(known.standing("port", 7), Standing::Read);
}

/// A file of a size that nobody would read again is not written any further.
#[test]
fn n9_the_file_has_its_limit_when_it_is_written_too() {
    let scratch = Scratch::new("unread-limit");
    let file = scratch.0.join("read.txt");
    let most = 64 << 20;
    fs::File::create(&file).expect("made").set_len(most - 20).expect("set");
    let (known, _) = read(&file);
    let changes = [change("port", 7)];
    let why = keep(&file, &known.with(&changes), &changes).expect_err("it is full");
    assert!(why.contains("would have more than 64 mb"), "{why}");
    assert_eq!(fs::metadata(&file).expect("there").len(), most - 20);
}

/// A file that is larger than that is shortened as far as that goes.
#[test]
fn n9_a_file_beyond_its_limit_is_shortened_and_not_given_up() {
    let scratch = Scratch::new("unread-beyond");
    let file = scratch.0.join("read.txt");
    let line = |at: usize| format!("read port 2026-11-23 {at:x} 1 J1=1~{}\n", "x".repeat(1 << 20));
    fs::write(&file, (1..=66).map(line).collect::<String>()).expect("written");
    let (known, problem) = read(&file);
    assert_eq!((known.standing("port", 66), problem), (Standing::Read, None));
    assert_eq!(fs::metadata(&file).expect("there").len(), line(66).len() as u64);
    let changes = [change("pier", 7)];
    let kept = keep(&file, &known.with(&changes), &changes).expect("kept");
    assert_eq!((kept.standing("port", 66), kept.standing("pier", 7)), (Standing::Read, Standing::Read));
}

/// A file that cannot be read is no sign that nothing was read: commands and the walk in plain text say so.
#[test]
fn n9_a_file_that_cannot_be_read_is_said_by_every_way_to_what_was_read() {
    let desk = Desk::open("unreadable");
    let base = at_home(env!("CARGO_BIN_EXE_bluf"));
    let state = PathBuf::from(base.get_env("XDG_STATE_HOME").expect("set"));
    let run = |arguments: &[&str], typed: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_bluf"));
        for variable in ["HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
            command.env(variable, base.get_env(variable).expect("set"));
        }
        let typed = desk.scratch.write("typed.txt", typed);
        let input = fs::File::open(typed).expect("read");
        let output = command.arg("--library").arg(&desk.scratch.0).args(arguments).stdin(input).output().expect("it runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    // Read in plain text it is read for a search, and the other way round.
    let (_, out, err) = run(&["--linear"], "1\nl\n");
    assert!(out.contains("(new)") || out.contains("new"), "{out}{err}");
    let (code, out, err) = run(&["search", "is:read in:briefing"], "");
    assert!(code == Some(0) && out.lines().count() > 0 && !err.contains("What you have read"), "{out}{err}");
    let folder = state.join("bluf/read");
    let file =
        fs::read_dir(&folder).expect("a folder").flatten().map(|file| file.path()).find(|path| path.extension().is_some()).expect("a file");
    let kept = fs::read(&file).expect("read");
    fs::write(&file, [&kept[..], b"from a later program\n"].concat()).expect("written");
    for arguments in [&["--linear"][..], &["search", "is:read"]] {
        let (_, _, err) = run(arguments, "q\n");
        assert!(err.contains("Of what you have read one line cannot be understood, and it stays: "), "{err}");
    }
    fs::remove_file(&file).expect("removed");
    fs::create_dir(&file).expect("in its place");
    for arguments in [&["--linear"][..], &["search", "is:read"]] {
        let (_, _, err) = run(arguments, "q\n");
        assert!(err.contains("What you have read is not known: its file is no regular file: "), "{err}");
    }
    let (code, out, err) = run(&["search", "is:unread"], "");
    assert!(code == Some(2) && out.is_empty() && err.contains("what you have read is not kept here"), "{out}{err}");
    let (code, _, err) = run(&["search", "ships"], "");
    assert!(code == Some(0) && !err.contains("What you have read"), "{err}");
    let (_, out, _) = run(&["--linear"], "r\nq\n");
    assert!(out.contains("What you have read is not kept here.") && !out.contains("(new)"), "{out}");
}

/// Two programs on two terminals, each opens a briefing of its own; both are read afterwards.
#[test]
fn n9_two_programs_on_two_terminals_keep_both_readings() {
    let desk = Desk::open("terminals");
    let command = at_home(env!("CARGO_BIN_EXE_bluf"));
    let state = PathBuf::from(command.get_env("XDG_STATE_HOME").expect("set"));
    let start = || {
        let mut command = command.clone();
        command.arg(&desk.scratch.0);
        Terminal::start(command, 100, 30)
    };
    let lines = || {
        let folder = fs::read_dir(state.join("bluf/read")).ok()?;
        let files = folder.flatten().filter(|file| file.path().extension().is_some_and(|ending| ending == "txt"));
        Some(files.filter_map(|file| fs::read_to_string(file.path()).ok()).collect::<String>())
    };
    let mut programs = [start(), start()];
    for program in &mut programs {
        program.wait_for_text("The pier");
    }
    programs[0].type_in("\r");
    programs[1].type_in("j\r");
    until(|| lines().filter(|lines| lines.contains("read port ") && lines.contains("read pier "))).expect("both are kept");
    // Back in the list each knows what the other has read.
    for program in &mut programs {
        program.type_in("0");
        program.wait("nothing is new", |screen| {
            let rows = text(screen);
            let list = rows.lines().filter(|row| row.contains("The pier") || row.contains("The strike"));
            rows.contains("2 briefings")
                && list.clone().count() >= 2
                && !list.into_iter().any(|row| row.contains("N│") || row.contains("N │"))
        });
        program.quit();
    }
}

/// A folder that cannot be written costs a notice and no mark, however many briefings are opened.
#[test]
fn n9_what_cannot_be_kept_is_said_once_and_holds_while_the_program_runs() {
    let desk = Desk::open("nowhere");
    let mut command = bluf(&[]);
    let state = PathBuf::from(command.get_env("XDG_STATE_HOME").expect("set"));
    // A file stands where the folder would be.
    fs::create_dir_all(state.join("bluf/read")).expect("a folder");
    fs::create_dir_all(state.join("bluf/read/.lock")).expect("in its way");
    command.arg(&desk.scratch.0);
    let mut program = Terminal::start(command, 120, 30);
    program.wait_for_text("The pier");
    program.type_in("\r");
    program.wait_for_text("What you read is not kept: ");
    let letters = |screen: &vt100::Screen| text(screen).lines().filter(|row| row.contains("N│")).count();
    program.type_in("0");
    program.wait("one is read", |screen| text(screen).contains("2 briefings") && letters(screen) == 1);
    program.type_in("j\r");
    program.wait_for_text("The strike");
    program.wait("it was said", |screen| !text(screen).contains("is not kept"));
    program.type_in("0");
    program.wait("both are read", |screen| text(screen).contains("2 briefings") && letters(screen) == 0);
    program.quit();
}
