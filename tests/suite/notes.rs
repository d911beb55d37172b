//! The reader's own notes and marks: keys in, a file on the disk; never lost, never moved to other words.

use crate::support::terminal::{Terminal, at_home, foot};
use crate::support::{Reader, Scratch, guided, keys, program, until};
use bluf::briefing::Date;
use bluf::library;
use bluf::page::about::notes;
use bluf::page::{Place, World, locate, page};
use bluf::personal::Notes;
use bluf::personal::notes::file::{Change, Changed, What, changed, sections, tidy};
use bluf::personal::notes::{Shelf, keep};
use bluf::tui::model::{Effect, Message, Mode};
use bluf::tui::pointer::Deed;
use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::Arc;

/// A reader of the invented briefing whose notes are on the disk.
struct Desk {
    reader: Reader,
    scratch: Scratch,
    /// What was wanted that no test does.
    left: Vec<Effect>,
}

fn world(scratch: &Scratch) -> World {
    let mut world = guided(library::open(&scratch.0).expect("opens"));
    world.today = Some(Date::day(2026, 11, 23));
    world.notes = Arc::new(Notes::at(Some(Shelf { folder: scratch.0.join("notes"), only: None, of: None })));
    world
}

impl Desk {
    fn open(name: &str, address: &str) -> Self {
        Self::on(Scratch::with_port(name), address)
    }

    fn on(scratch: Scratch, address: &str) -> Self {
        let reader = Reader::open(world(&scratch), Some(address), 120, 40);
        let mut desk = Self { reader, scratch, left: Vec::new() };
        desk.hear(&Message::Begun);
        desk
    }

    /// Takes a message, and does what it asks for as the loop would.
    fn hear(&mut self, message: &Message) {
        for effect in self.reader.model.update(message) {
            match effect {
                Effect::ReadNotes(folder) => self.hear(&Message::Notes(Arc::new(Notes::read(folder)))),
                Effect::Keep { shelf: folder, change, name } => {
                    let result = keep(&folder, &change).map(Arc::new);
                    self.hear(&Message::Kept { result, change, name });
                }
                other => self.left.push(other),
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

    fn path(&self) -> PathBuf {
        self.scratch.0.join("notes/port.md")
    }

    fn file(&self) -> String {
        fs::read_to_string(self.path()).unwrap_or_default()
    }

    fn notice(&self) -> &str {
        self.reader.model.notice().unwrap_or_default()
    }

    fn screen(&self) -> String {
        self.reader.screen().join("\n")
    }

    /// This is said.
    #[track_caller]
    fn says(&self, words: &str) -> &Self {
        assert_eq!(self.notice(), words);
        self
    }

    /// The file holds these words.
    #[track_caller]
    fn keeps(&self, words: &str) -> &Self {
        assert!(self.file().contains(words), "{}", self.file());
        self
    }

    #[track_caller]
    fn keeps_last(&self, words: &str) -> &Self {
        assert!(self.file().ends_with(words), "{}", self.file());
        self
    }

    #[track_caller]
    fn keeps_no(&self, words: &str) -> &Self {
        assert!(!self.file().contains(words), "{}", self.file());
        self
    }

    /// The screen shows these words.
    #[track_caller]
    fn shows(&self, words: &str) -> &Self {
        assert!(self.screen().contains(words), "{}", self.screen());
        self
    }

    #[track_caller]
    fn shows_no(&self, words: &str) -> &Self {
        assert!(!self.screen().contains(words), "{}", self.screen());
        self
    }

    /// Changes the briefing or a source, and reads the library anew.
    fn reword(&mut self, file: &str, old: &str, new: &str) {
        let path = self.scratch.0.join(file);
        let text = fs::read_to_string(&path).expect("the file");
        assert!(text.contains(old));
        fs::write(path, text.replace(old, new)).expect("written");
        self.hear(&Message::Reread(world(&self.scratch).library));
    }
}

/// A page of a long source is not made anew for a mark: what is kept of it gets other signs, and is as if it were new.
#[test]
fn e10_a_mark_makes_no_page_anew_and_every_page_shows_it() {
    let mut desk = Desk::open("marks-alone", "port#J1");
    desk.press("a 'Written.' Enter");
    desk.press("Enter");
    for keys in ["m", "Enter", "m", "j m", "m", "Backspace m", "k m", "Backspace m", "5 m", "j j m", "1 m"] {
        let docs = |desk: &Desk| {
            let columns = &desk.reader.model.shown().expect("pages").columns;
            columns.iter().map(|column| (column.place.clone(), Arc::clone(&column.flowed.doc))).collect::<Vec<_>>()
        };
        let (before, marked) = keys.rsplit_once('m').map_or((keys, ""), |(before, _)| (before.trim(), "m"));
        desk.press(before);
        let kept = docs(&desk);
        desk.press(marked);
        for ((place, old), (_, new)) in kept.iter().zip(docs(&desk)) {
            assert!(Arc::ptr_eq(old, &new), "{place} after {keys}");
        }
        let mut anew = World::clone(desk.reader.model.world());
        anew.notes = Arc::new(Notes::read(Shelf { folder: desk.scratch.0.join("notes"), only: None, of: None }));
        for column in &desk.reader.model.shown().expect("pages").columns {
            let at = locate(&anew, &column.place).expect("a place");
            let doc = notes::over(&anew, &at, bluf::page::page_at(&anew, &at));
            let signs = (0..column.flowed.height()).filter_map(|row| column.flowed.row(row)).map(|row| (row.block, row.sign));
            let shown: Vec<_> = signs.filter_map(|(block, own)| Some((block, own?))).collect();
            assert_eq!(shown, doc.signs.into_iter().collect::<Vec<_>>(), "{} after {keys}", column.place);
        }
    }
}

/// A note on a sentence leaves the text as it was, but for its sign; a note on what a text was opened for stands in it.
#[test]
fn e21_a_note_makes_no_text_anew_that_does_not_show_it() {
    let mut desk = Desk::open("notes-on-text", "port#C1:1");
    let doc = |desk: &Desk| Arc::clone(&desk.reader.model.shown().expect("pages").here().flowed.doc);
    for (keys, is_same) in [
        ("j a 'On a sentence.' Enter", true),
        ("j a 'On another.' Enter", true),
        ("k a ' Longer.' Enter", true),
        ("a Tab 'On what it was opened for.' Enter", false),
        ("j j a 'On a third.' Enter", true),
        ("a Tab ' More of it.' Enter", false),
    ] {
        let before = doc(&desk);
        desk.press(keys);
        assert_eq!(Arc::ptr_eq(&before, &doc(&desk)), is_same, "{keys}: {}", desk.screen());
        assert!(desk.notice().starts_with("Note on"), "{}", desk.notice());
        let mut anew = Reader::open(world(&desk.scratch), Some("port#C1:1"), 120, 40);
        anew.model.update(&Message::Notes(Arc::clone(&desk.reader.model.world().notes)));
        anew.model.arrange();
        let here = anew.model.shown().expect("pages").here();
        let (old, new) = (&desk.reader.model.shown().expect("pages").here().flowed, &here.flowed);
        let rows = |flowed: &bluf::tui::flowed::Flowed| (0..flowed.height()).filter_map(|row| flowed.row(row).cloned()).collect::<Vec<_>>();
        assert_eq!(rows(old), rows(new), "{keys}");
    }
}

#[test]
fn m14_beside_a_page_of_notes_that_leads_nowhere_stands_no_empty_column() {
    let mut desk = Desk::open("empty-notes", "port#J1");
    let columns = |desk: &Desk| desk.reader.model.shown().expect("a page").columns.len();
    desk.press("A");
    assert_eq!(columns(&desk), 1);
    desk.press("Backspace m A");
    assert!(columns(&desk) > 1, "there is something to look at");
}

#[test]
fn e6_a_note_is_written_in_place_and_stands_in_a_file_for_people() {
    let mut desk = Desk::open("note", "port#J1");
    desk.press("a 'Ask the dockers.\nThen the port. — Спросить' Enter").says("Note on C1 kept.");
    let expected = "# Notes on port\n\n## Note on port#C1, 2026-11-23\n\n> The dockers voted to stop work.\n\nAsk the dockers.\nThen the port. — Спросить\n";
    assert_eq!(desk.file(), expected);
    desk.press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("NOTES") && screen.contains("Your note, 23 Nov 2026"), "{screen}");
    assert!(screen.contains(" Ask the dockers.") && screen.contains("Then the port. — Спросить"), "{screen}");
    // The row of the claim on the page we came from has a sign.
    assert!(screen.lines().any(|row| row.starts_with("▌C1") && row.contains('✎')), "{screen}");
}

#[test]
fn e6_a_note_goes_to_the_page_where_the_cursor_can_have_none_and_tab_says_which() {
    let mut desk = Desk::open("subject", "port#J1");
    desk.press("a").shows("New note on C1").shows("Tab: on J1");
    desk.press("Tab 'On the judgement.' Enter")
        .keeps("## Note on port#J1, 2026-11-23\n\n> unlikely: The port closes for a week.\n\nOn the judgement.");
    // What was typed goes along to a place that has nothing; where that has a note, each keeps its own.
    desk.press("a 'On a claim. ' Tab").shows("Tab: on C1").shows_no("On a claim.");
    desk.press("Tab").shows("Tab: on J1").shows("On a claim.");
    desk.press("Enter").keeps("On the judgement.\n\n## Note on port#C1").keeps_last("\n\nOn a claim.\n");
    let mut desk = Desk::open("subject-along", "port#J1");
    desk.press("a 'Typed first.' Tab Enter").keeps("## Note on port#J1").keeps_last("\n\nTyped first.\n").keeps_no("port#C1");
    // A scale is in no briefing: the page is meant.
    let mut desk = Desk::open("subject-scale", "port#J2");
    desk.press("g j a 'x' Enter").keeps("## Note on port#J2");
    let mut desk = Desk::open("subject-none", "scale:marking");
    desk.press("a").says("Notes are written in briefings; there is none here.");
}

#[test]
fn e6_passages_and_sentences_can_be_noted() {
    let mut desk = Desk::open("passage", "port#C1");
    desk.press("a 'Whose words?' Enter")
        .keeps("## Note on port#C1:1, 2026-11-23\n\n> voted to stop work on Fridays\n\nWhose words?")
        .shows(" Whose words?");
    let behind = |screen: &str, words: &str| -> Vec<String> {
        screen.lines().skip_while(|row| !row.contains(words)).skip(1).map(|row| row[..40.min(row.len())].trim().to_owned()).collect()
    };
    // What the source says next is parted from it.
    let next = behind(&desk.screen(), " Whose words?");
    assert!(next[0].trim_matches(['│', ' ']).is_empty(), "{next:?}");
    // In the source it stands at the passage, and has its sign there however the source was opened.
    desk.press("Enter");
    let screen = desk.screen();
    let at = |words: &str| screen.lines().position(|row| row.contains(words));
    assert!(at("voted to stop work") < at(" Whose words?") && at(" Whose words?") < at("Ships will wait"), "{screen}");
    let mut desk = Desk::on(desk.scratch, "port/source/ART:2");
    assert!(desk.screen().lines().any(|row| row.contains("voted to stop work") && row.contains('✎')), "{}", desk.screen());
    desk.press("q");
    let mut desk = Desk::open("sentence", "port/source");
    desk.press("j a 'How long?' Enter").keeps("## Note on port#ART:2, 2026-11-23\n\n> Ships will wait for days.\n\nHow long?");
    assert!(desk.screen().lines().any(|row| row.contains("Ships will wait for days.") && row.contains('✎')), "{}", desk.screen());
    desk.press("Enter").shows(" How long?");
}

#[test]
fn e6_a_note_is_edited_in_its_place_and_emptied_without_losing_its_words() {
    let mut desk = Desk::open("edit", "port#J1");
    desk.press("a 'One' Enter j a 'Other' Enter k a ' and two' Enter");
    let file = desk.file();
    assert_eq!(file.matches("## Note on port#C1,").count(), 1, "{file}");
    assert!(file.contains("One and two\n\n## Note on port#C2"), "{file}");
    desk.press("a C-u Enter")
        .says("Note on C1 deleted; its words stay in the file of notes.")
        .keeps("## Deleted note on port#C1, 2026-11-23\n\n> The dockers voted to stop work.\n\nOne and two\n");
    desk.press("Enter").shows_no("One and two");
}

#[test]
fn e6_escape_asks_nothing_and_loses_nothing() {
    let mut desk = Desk::open("draft", "port#J1");
    desk.press("a 'Half a thought' Esc");
    assert_eq!((desk.notice(), desk.file().as_str()), ("Not kept; a brings it back.", ""));
    desk.press("q");
    assert!(desk.notice().starts_with("A note is not kept") && desk.left.is_empty(), "{}", desk.notice());
    desk.press("a ', whole' Enter").keeps("\nHalf a thought, whole\n");
    desk.press("q");
    assert_eq!(desk.left, [Effect::Quit]);
    // What is typed into a note is no command, and Ctrl-c does not throw it away.
    let mut desk = Desk::open("draft-keys", "port#J1");
    desk.press("a 'q?:/' C-c");
    assert!(desk.left.is_empty());
    desk.press("q q");
    assert_eq!(desk.left, [Effect::Quit]);
}

#[test]
fn e6_what_is_pasted_is_text_and_no_keys() {
    let mut desk = Desk::open("paste", "port#J1");
    desk.press("a");
    desk.hear(&Message::Paste("first\r\nsecond\rqq\n".to_owned()));
    desk.press("Enter").keeps_last("\n\nfirst\nsecond\nqq\n");
    desk.hear(&Message::Paste("qqq".to_owned()));
    assert!(desk.notice().starts_with("What was pasted is ignored"), "{}", desk.notice());
    assert!(desk.left.is_empty());
}

/// What a person wrote around two notes: other headings, prose, another order, trailing blanks, no line end at the end.
const BY_HAND: &str = "My own words first.  \n\n# Shopping\n\n- tea\n\n## Note on the margins of it all\n\nnot a note\n\n## note on port#C2\n\n> Ships will\n> wait.\n\n### my own\n\nby hand  \n\n\n## Questions, 3\n\n    indented\n\n## Mark at port#J2\n\t\nlast, without an end";

#[test]
fn e6_what_a_person_wrote_into_the_file_survives_byte_for_byte() {
    let desk = Desk::open("by-hand", "port#J1");
    desk.scratch.write("notes/port.md", BY_HAND);
    let mut desk = Desk::on(desk.scratch, "port#J1");
    desk.press("a 'New' Enter");
    let after = desk.file();
    assert_eq!(after, format!("{BY_HAND}\n\n## Note on port#C1, 2026-11-23\n\n> The dockers voted to stop work.\n\nNew\n"));
    // The note by hand is one, and its own part alone changes.
    desk.press("j Enter").shows(" ### my own").shows("by hand");
    desk.press("Backspace a ', twice' Enter");
    let (start, end) = (BY_HAND.find("## note on").expect("there"), BY_HAND.find("  \n\n\n## Questions").expect("there"));
    let edited = desk.file();
    assert_eq!(edited[..start], after[..start]);
    assert!(
        edited.contains("## Note on port#C2, 2026-11-23\n\n> Ships will wait.\n\n### my own\n\nby hand, twice  \n\n\n## Questions"),
        "{edited}"
    );
    assert!(edited.ends_with(&after[end..]), "{edited}");
    // A mark under which somebody has written is a note without its mark.
    let marked = fs::read(desk.path()).expect("the file");
    let change =
        Change { briefing: "port".into(), address: "port#J2".into(), quote: String::new(), date: String::new(), what: What::Mark(false) };
    let Changed::Bytes(bytes) = changed(&marked, &change) else { panic!("nothing changed") };
    assert!(String::from_utf8_lossy(&bytes).contains("## Note on port#J2\n\t\nlast, without an end"));
}

#[test]
fn e6_two_programs_that_write_at_once_keep_both() {
    let mut one = Desk::open("second", "port#J1");
    let mut other =
        Desk { reader: Reader::open(world(&one.scratch), Some("port#J1"), 80, 24), scratch: Scratch::new("second-none"), left: Vec::new() };
    other.hear(&Message::Begun);
    one.press("a 'from one'");
    other.press("a 'from the other'");
    one.press("Enter");
    other.press("Enter");
    one.keeps("from one\n");
    one.keeps("from the other\n");
    // Both had seen no note on the place; neither is written over. Nor is one that was changed since it was seen.
    assert_eq!(one.file().matches("## Note on port#C1").count(), 2);
    other.press("j m");
    one.press("j a 'mine' Enter").keeps("## Mark at port#C2").keeps("mine");
    other.press("a 'theirs' Enter");
    one.press("a C-u Enter").keeps("## Deleted note on port#C2").keeps("theirs");
    let mut late =
        Desk { reader: Reader::open(world(&one.scratch), Some("port#J1"), 80, 24), scratch: Scratch::new("second-late"), left: Vec::new() };
    late.hear(&Message::Begun);
    late.press("j a C-u");
    other.press("a ', changed' Enter");
    late.press("Enter");
    assert!(late.notice().starts_with("Not kept: the note was changed by another program meanwhile."), "{}", late.notice());
    one.keeps("theirs, changed");
}

#[test]
fn e6_a_disk_that_takes_nothing_leaves_the_words_in_the_editor_and_says_why() {
    let scratch = Scratch::with_port("read-only");
    // A file where the folder should be: nobody can write there, whatever the rights of who runs this.
    let blocking = scratch.write("notes", "in the way");
    let mut desk = Desk::on(scratch, "port#J1");
    desk.press("a 'Not lost' Enter");
    assert!(desk.notice().starts_with("Not kept: ") && desk.notice().ends_with("Your words are still here."), "{}", desk.notice());
    desk.shows("Not lost");
    fs::remove_file(blocking).expect("removed");
    desk.press("' at all' Enter").keeps("Not lost at all");
}

#[test]
fn e6_a_note_whose_words_are_gone_is_listed_as_orphaned_with_its_old_quote() {
    let mut desk = Desk::open("orphan", "port#J1");
    desk.press("a 'On the vote' Enter j a 'On ships' Enter");
    desk.reword("briefings/port.yaml", "fact: The dockers voted to stop work.", "fact: The dockers went home.");
    desk.press("k Enter");
    assert!(!desk.screen().contains("On the vote"), "it is on other words now: {}", desk.screen());
    desk.press("A");
    let screen = desk.screen();
    let orphaned = screen.find("ORPHANED").expect("a heading");
    assert!(screen[..orphaned].contains("On ships") && !screen[..orphaned].contains("On the vote"), "{screen}");
    assert!(screen[orphaned..].contains("port#C1") && screen[orphaned..].contains("On the vote"), "{screen}");
    assert!(screen[orphaned..].contains("“The dockers voted to stop work.”"), "{screen}");
    // Nothing that is written later drops it, and a new note on the place is another.
    desk.press("Esc a Esc Backspace a 'On going home' Enter").keeps("On the vote").keeps("On going home");
    // Gone for good: the same. Back again: it stands again.
    desk.reword("briefings/port.yaml", "C1", "C9");
    desk.press("A");
    assert!(desk.screen()[desk.screen().find("ORPHANED").expect("a heading")..].contains("On the vote"), "{}", desk.screen());
    desk.reword("briefings/port.yaml", "C9", "C1");
    desk.reword("briefings/port.yaml", "The dockers went home.", "The dockers voted to stop work.");
    assert!(desk.reader.model.world().notes.all().len() == 3);
    let place: Place = "port#C1".parse().expect("an address");
    let world = desk.reader.model.world();
    let handed_on = page(world, &place).expect("a page");
    assert!(!format!("{handed_on:?}").contains("On the vote"), "a page that anybody may have");
    let at = locate(world, &place).expect("there");
    assert!(format!("{:?}", notes::over(world, &at, handed_on)).contains("On the vote"));
}

#[test]
fn e6_a_sentence_that_moved_keeps_its_note_and_one_that_stands_twice_does_not() {
    let mut desk = Desk::open("moved", "port/source");
    desk.press("j a 'How long?' Enter");
    desk.reword("seeds/port.txt", "On Monday", "A word before. On Monday");
    let row = |desk: &Desk, words: &str| desk.screen().lines().find(|row| row.contains(words)).unwrap_or_default().to_owned();
    assert!(row(&desk, "3 ■ Ships will wait for days.").contains('✎'), "{}", desk.screen());
    // It is edited where it is, and not doubled.
    desk.press("/ 'Ships' Enter Esc a ' Weeks?' Enter");
    assert_eq!(desk.file().matches("## Note on").count(), 1, "{}", desk.file());
    desk.keeps("How long? Weeks?");
    desk.reword("seeds/port.txt", "A word before.", "Ships will wait for days. Aha. And. ");
    assert!(!desk.screen().lines().any(|row| row.contains("Ships") && row.contains('✎')), "{}", desk.screen());
    desk.press("A").shows("ORPHANED");
}

#[test]
fn e10_m_marks_a_place_and_again_takes_the_mark_away() {
    let mut desk = Desk::open("mark", "port");
    desk.press("m").says("Marked: J1.");
    assert!(desk.screen().lines().any(|row| row.starts_with("▌J1") && row.contains('◆')), "{}", desk.screen());
    desk.keeps_last("## Mark at port#J1, 2026-11-23\n\n> unlikely: The port closes for a week.\n");
    desk.press("a 'both' Enter");
    assert!(desk.screen().lines().any(|row| row.starts_with("▌J1") && row.contains('◈')), "{}", desk.screen());
    desk.press("m").says("No longer marked: J1.");
    assert_eq!(desk.file(), "# Notes on port\n\n## Note on port#J1, 2026-11-23\n\n> unlikely: The port closes for a week.\n\nboth\n");
}

#[test]
fn e10_all_marks_are_on_one_page_and_enter_goes_there() {
    let mut desk = Desk::open("marks", "port");
    desk.press("m j m A");
    desk.reader.is_at("notes");
    let screen = desk.screen();
    assert!(screen.contains("THE STRIKE") && screen.contains("0 notes, 2 marks"), "{screen}");
    assert!(screen.contains("▌J1 Marked"), "{screen}");
    desk.press("j Enter");
    desk.reader.is_at("port#J2");
    desk.press("Left");
    desk.reader.is_at("notes");
    // From the list a mark is taken away too, and the cursor stays in the list.
    desk.press("m");
    assert!(!desk.file().contains("port#J2") && desk.screen().contains("▌J1 Marked"), "{}", desk.screen());
}

#[test]
fn the_cursor_stays_on_a_list_that_has_become_shorter() {
    let mut desk = Desk::open("shorter", "port#J1");
    desk.press("? G A ? Esc Esc");
    desk.reader.is_at("help");
    let shown = desk.reader.model.shown().expect("a page");
    assert!(shown.here().stop.is_some_and(|stop| stop < shown.here().flowed.doc.links.len()));
}

#[test]
fn e6_without_a_folder_nothing_is_written_and_that_is_said() {
    let scratch = Scratch::with_port("nowhere");
    let mut reader = Reader::open(library::open(&scratch.0).expect("opens"), None, 80, 24);
    for key in ["a", "m"] {
        reader.press(key);
        assert!(reader.notice().starts_with("Notes and marks are off here"));
        assert!(!matches!(reader.model.mode(), Mode::Write(_)));
    }
}

#[test]
fn e6_hostile_files_of_notes_neither_hang_nor_are_destroyed() {
    let heading = b"## Note on port#C1\n\n> The dockers voted to stop work.\n\n".as_slice();
    let many = "## Note on port#C1\n".repeat(200_000);
    let binary: Vec<u8> = (0..100_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let cases: [(&str, Vec<u8>); 6] = [
        ("binary", [&binary[..], b"\n", heading, b"\xff\xfe\x00 said\x1b[2J\x9b31m"].concat()),
        ("control", [heading, b"\x1b[31mred\x07 \xe2\x80\xaeleft\0"].concat()),
        (
            "windows",
            b"\xef\xbb\xbf## Note on port#C1, 2026-01-01\r\n\r\n> The dockers voted to stop work.\r\n\r\none\r\ntwo\r\n\r\n# Mine\r\n"
                .to_vec(),
        ),
        ("many", many.into_bytes()),
        ("long-line", [heading, &b"x".repeat(3 << 20)[..]].concat()),
        ("empty-heads", b"#\n##\n## \n## Note on\n## Note on \n## Note on %\xc3\n".to_vec()),
    ];
    for (name, bytes) in cases {
        let scratch = Scratch::with_port(&format!("hostile-{name}"));
        scratch.write("notes/port.md", &bytes);
        let mut desk = Desk::on(scratch, "port#J2");
        desk.press("A Esc a 'mine' Enter");
        assert_eq!(desk.notice(), "Note on C2 kept.", "{name}");
        let after = fs::read(desk.path()).expect("the file");
        assert!(after.starts_with(&bytes) && String::from_utf8_lossy(&after[bytes.len()..]).contains("mine"), "{name}");
        for cell in &desk.reader.buffer().content {
            assert!(!cell.symbol().chars().any(char::is_control), "{name}: {:?}", cell.symbol());
        }
    }
    // A file of Windows keeps its line ends, and its text is the same.
    let file = b"## Note on port#C1\r\n\r\none\r\ntwo\r\n";
    assert_eq!(sections(file, 9)[0].text, "one\ntwo");
    let what = What::Text { text: "one\ntwo\nthree".into(), was: Some("one\ntwo".into()) };
    let change = Change { briefing: "port".into(), address: "port#C1".into(), quote: String::new(), date: String::new(), what };
    assert_eq!(changed(file, &change), Changed::Bytes(b"## Note on port#C1\r\n\r\none\r\ntwo\r\nthree\r\n".to_vec()));
}

#[test]
fn e6_a_file_of_ten_megabytes_is_left_alone_and_that_is_said() {
    let scratch = Scratch::with_port("huge");
    let path = scratch.write("notes/port.md", vec![b'x'; 10 << 20]);
    let mut desk = Desk::on(scratch, "port#J1");
    desk.press("a 'mine' Enter");
    assert!(desk.notice().starts_with("Not kept: the file of notes is larger than 4 MB."), "{}", desk.notice());
    assert_eq!(fs::metadata(path).expect("there").len(), 10 << 20);
    desk.press("Esc A").shows("The notes in port.md are not shown");
}

proptest! {
    #[test]
    fn e6_any_text_comes_back_the_same(
        text in "([a-z#>\\\\ \t\r\n]|## Note on a#C1\n|\u{202e}|\u{1b}|日|آ|\u{301}|\0|\u{85}){0,60}",
        address in "[a-z #,%éа\n]{1,12}",
        quote in "[a-z>#\\\\]{0,8}( [a-z>#\\\\]{1,8}){0,3}",
        before in "([a-z#>\\\\ \t\r\n]|## Note on a#C1\n){0,40}",
        windows in any::<bool>(),
    ) {
        let before = if windows { "\u{feff}one\r\n".to_owned() + &before } else { before };
        let change = Change {
            briefing: "a".into(), address: address.clone(), quote: quote.trim().to_owned(), date: "2026-11-23".into(),
            what: What::Text { text: text.clone(), was: None },
        };
        match changed(before.as_bytes(), &change) {
            Changed::Bytes(bytes) => {
                prop_assert!(bytes.starts_with(before.as_bytes()));
                let all = sections(&bytes, usize::MAX);
                let last = all.last().expect("a note");
                prop_assert_eq!(&last.text, &tidy(&text));
                prop_assert_eq!(&last.address, &address);
                prop_assert_eq!(&last.quote, quote.trim());
                // What was there is read as before.
                let old = sections(before.as_bytes(), usize::MAX);
                prop_assert_eq!(old.len() + 1, all.len());
                for (old, new) in old.iter().zip(&all) {
                    prop_assert_eq!((&old.text, &old.quote, &old.address), (&new.text, &new.quote, &new.address));
                }
                // Once more: the same words change nothing.
                let again = Change { what: What::Text { text: text.clone(), was: Some(tidy(&text)) }, ..change };
                prop_assert_eq!(changed(&bytes, &again), Changed::Nothing);
            }
            other => prop_assert!(tidy(&text).is_empty(), "{other:?}"),
        }
    }
}

/// The program with a home of its own.
fn command(scratch: &Scratch) -> Command {
    let mut command = program();
    command.env("XDG_DATA_HOME", scratch.0.join("data")).env("XDG_CONFIG_HOME", scratch.0.join("config"));
    command.env("SOURCE_DATE_EPOCH", "1795392000");
    command
}

fn print(scratch: &Scratch, arguments: &[&str]) -> Output {
    command(scratch).args(arguments).output().expect("it runs")
}

const PRINTED: &str = "# Notes on port

## Note on port#C1, 2026-11-20

> The dockers voted to stop work.

Ask.

## Mark at port#J2

> Trade moves elsewhere.

## Note on port#C7, 2026-11-21

> Long gone.

Kept all the same.
";

#[test]
fn e6_notes_are_printed_with_address_quote_and_source_and_the_orphans_last() {
    let scratch = Scratch::with_port("printed");
    let library = scratch.0.to_string_lossy().into_owned();
    let name = scratch.0.file_name().expect("a name").to_string_lossy().into_owned();
    let none = print(&scratch, &["notes", &library]);
    assert_eq!((none.status.code(), none.stdout.is_empty()), (Some(1), true));
    scratch.write(&format!("data/bluf/notes/{name}/port.md"), PRINTED);
    let output = print(&scratch, &["notes", &library]);
    assert_eq!(output.status.code(), Some(0));
    let expected = "TLP:CLEAR

# Notes on The strike

## port#C1, 2026-11-20

> The dockers voted to stop work.

Source: Dockers vote to stop work

Ask.

## port#J2, marked

> Trade moves elsewhere.

# Orphaned notes: their words are gone

## port#C7, 2026-11-21

> Long gone.

Kept all the same.

TLP:CLEAR
";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert_eq!(print(&scratch, &["notes", &library]).stdout, output.stdout, "same input, same bytes");
    // One briefing of it, by its file and by its id.
    let file = format!("{library}/briefings/port.yaml");
    assert_eq!(print(&scratch, &["notes", &file]).stdout, output.stdout);
    assert_eq!(print(&scratch, &["notes", "port", "--library", &library]).stdout, output.stdout);
    let wrong = print(&scratch, &["notes", "prot", "--library", &library]);
    assert_eq!(wrong.status.code(), Some(2));
    let json = print(&scratch, &["notes", &library, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["marking"], "TLP:CLEAR");
    assert_eq!(json["notes"][0]["address"], "port#C1");
    assert_eq!(json["notes"][0]["source"][0], "Dockers vote to stop work");
    assert_eq!((json["notes"][1]["kind"].as_str(), json["notes"][2]["orphaned"].as_bool()), (Some("mark"), Some(true)));
    // Notes are private: no page that is printed has them.
    for address in ["port#C1", "port", "notes", "library"] {
        let shown = print(&scratch, &["show", address, "--library", &library]);
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert!(!shown.contains("Ask.") && !shown.contains("Your note"), "{shown}");
    }
}

#[test]
fn e6_a_setting_puts_notes_beside_the_briefings_or_elsewhere() {
    let scratch = Scratch::with_port("setting");
    let library = scratch.0.to_string_lossy().into_owned();
    let name = scratch.0.file_name().expect("a name").to_string_lossy().into_owned();
    scratch.write("own/port.md", PRINTED);
    scratch.write(&format!("far/{name}/port.md"), PRINTED.replace("Ask.", "Far."));
    let run = |notes: &str| {
        let output = command(&scratch).env("BLUF_NOTES", notes).args(["notes", &library]).output().expect("it runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(run("own").contains("Ask."));
    assert!(run(&scratch.0.join("far").to_string_lossy()).contains("Far."));
    let restricted =
        command(&scratch).env("BLUF_NOTES", "own").env("BLUF_RESTRICTED", "on").args(["notes", &library]).output().expect("it runs");
    assert_eq!((restricted.status.code(), restricted.stdout.is_empty()), (Some(2), true));
}

#[test]
fn e6_of_two_libraries_of_one_name_each_has_its_notes_and_a_moved_one_keeps_them() {
    let scratch = Scratch::with_port("namesakes");
    let port = fs::read_to_string(scratch.0.join("briefings/port.yaml")).expect("the briefing");
    for at in ["one/desk", "two/desk"] {
        scratch.write(&format!("{at}/briefings/port.yaml"), &port);
        let seeds = fs::read_dir(scratch.0.join("seeds")).expect("texts");
        for seed in seeds.map(|seed| seed.expect("a text").path()) {
            let name = seed.file_name().expect("a name").to_string_lossy().into_owned();
            scratch.write(&format!("{at}/seeds/{name}"), fs::read(&seed).expect("its bytes"));
        }
    }
    let notes = |at: &str| {
        let output = command(&scratch).arg("notes").arg(scratch.0.join(at)).output().expect("it runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).contains("Ask."))
    };
    scratch.write("data/bluf/notes/desk/port.md", PRINTED);
    assert_eq!(notes("one/desk"), (Some(0), true));
    assert_eq!(notes("two/desk"), (Some(1), false), "notes on another library");
    fs::rename(scratch.0.join("one/desk"), scratch.0.join("desk")).expect("moved");
    assert_eq!(notes("desk"), (Some(0), true), "it was moved, and its notes with it");
}

/// The program on a terminal with a home of its own.
fn terminal(scratch: &Scratch, before: &str, columns: u16, rows: u16) -> Terminal {
    let mut command = at_home("sh");
    command.args(["-c", &format!("{before} exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_bluf"), &scratch.0.to_string_lossy()]);
    command.env("XDG_DATA_HOME", scratch.0.join("data"));
    command.env("XDG_CONFIG_HOME", scratch.0.join("config"));
    command.env("SOURCE_DATE_EPOCH", "1795392000");
    Terminal::start(command, columns, rows)
}

fn on_disk(scratch: &Scratch) -> String {
    let name = scratch.0.file_name().expect("a name").to_string_lossy().into_owned();
    fs::read_to_string(scratch.0.join(format!("data/bluf/notes/{name}/port.md"))).unwrap_or_default()
}

#[test]
fn e6_what_the_screen_says_is_kept_survives_a_kill() {
    let scratch = Scratch::with_port("kill");
    let mut bluf = terminal(&scratch, "", 80, 24);
    bluf.wait_for_text("anchored");
    bluf.type_in("a");
    bluf.wait_for_text("New note on J1");
    bluf.type_in("до конца\n日本");
    bluf.wait_for_text("日本");
    bluf.type_in("\r");
    bluf.wait_for_text("Note on J1 kept.");
    bluf.signal("KILL");
    bluf.end();
    assert!(on_disk(&scratch).ends_with("\n\nдо конца\n日本\n"), "{}", on_disk(&scratch));
    let mut bluf = terminal(&scratch, "", 80, 24);
    bluf.wait_for_text("✎");
    bluf.type_in("\r");
    bluf.wait_for_text("до конца");
    bluf.quit();
}

#[test]
fn e6_two_programs_on_two_terminals_keep_both_notes() {
    let scratch = Scratch::with_port("two");
    let mut two = [terminal(&scratch, "", 80, 24), terminal(&scratch, "", 120, 40)];
    for (bluf, words) in two.iter_mut().zip(["first words", "second words"]) {
        bluf.wait_for_text("anchored");
        bluf.type_in("a");
        bluf.wait_for_text("New note on J1");
        bluf.type_in(words);
        bluf.wait_for_text(words);
    }
    for bluf in &mut two {
        bluf.type_in("\r");
    }
    for bluf in &mut two {
        bluf.wait_for_text("Note on J1 kept.");
        bluf.quit();
    }
    let file = on_disk(&scratch);
    assert!(file.contains("first words\n") && file.contains("second words\n"), "{file}");
}

#[test]
fn e6_a_disk_that_is_full_loses_no_words() {
    let scratch = Scratch::with_port("full");
    // No file may grow by a byte: what a full disk answers, to whoever writes.
    let mut bluf = terminal(&scratch, "trap '' XFSZ; ulimit -f 0;", 80, 24);
    bluf.wait_for_text("anchored");
    bluf.type_in("a");
    bluf.wait_for_text("New note on J1");
    bluf.type_in("no room for this\r");
    bluf.wait_for_text("Not kept: ");
    assert!(bluf.text().contains("no room for this"), "{}", bluf.text());
    assert_eq!(on_disk(&scratch), "");
    bluf.type_in("\x1b");
    bluf.wait_for_text("brings it back");
    bluf.type_in("qq");
    assert_eq!(bluf.end(), 0);
}

#[test]
fn e6_a_long_note_is_written_in_the_editor_of_the_environment() {
    let scratch = Scratch::with_port("elsewhere");
    let editor = scratch.write(
        "editor.sh",
        "#!/bin/sh\nprintf 'begun: ' > \"$1.new\"; cat \"$1\" >> \"$1.new\"; printf '\\nthird\\n' >> \"$1.new\"; mv \"$1.new\" \"$1\"\n",
    );
    let mut bluf = terminal(&scratch, &format!("export VISUAL='sh {}';", editor.display()), 80, 24);
    bluf.wait_for_text("anchored");
    bluf.type_in("a");
    bluf.wait_for_text("New note on J1");
    bluf.type_in("one\ntwo");
    bluf.wait_for_text("two");
    bluf.type_in("\x05");
    bluf.wait_for_text("third");
    bluf.type_in("\r");
    bluf.wait_for_text("Note on J1 kept.");
    assert!(on_disk(&scratch).ends_with("\n\nbegun: one\ntwo\nthird\n"), "{}", on_disk(&scratch));
    bluf.quit();
}

/// An editor that goes to the background, as those with a window do, unless it is told not to. It writes when it is let.
const FORKS: &str = r#"#!/bin/sh
for word; do file=$word; [ "$word" = -f ] && stays=yes; done
work() { while [ ! -e "$HERE/go" ]; do sleep 0.01; done; printf 'in the window\n' > "$file"; touch "$HERE/written"; }
if [ "$stays" ]; then work; else work </dev/null >/dev/null 2>&1 & fi
"#;

/// A note with `Half.` in it, in an editor of this name, which stands in the folder `bin`.
fn in_the_editor(scratch: &Scratch, script: &str, name: &str, visual: &str) -> Terminal {
    let editor = scratch.write(&format!("bin/{name}"), script);
    fs::set_permissions(editor, fs::Permissions::from_mode(0o755)).expect("set");
    let here = scratch.0.display();
    // A day that is set is one on which nothing is remembered.
    let before =
        format!("unset SOURCE_DATE_EPOCH; export HERE='{here}' PATH=\"{here}/bin:$PATH\" XDG_STATE_HOME='{here}/state' VISUAL='{visual}';");
    let mut bluf = terminal(scratch, &before, 200, 40);
    bluf.wait_for_text("anchored");
    bluf.type_in("a");
    bluf.wait_for_text("New note on J1");
    bluf.type_in("Half.");
    bluf.wait_for_text("Half.");
    bluf.type_in("\x05");
    bluf
}

/// The texts that were left for editors.
fn left_for_editors(scratch: &Scratch) -> Vec<String> {
    let files = fs::read_dir(scratch.0.join("state/bluf")).into_iter().flatten().flatten();
    let texts = files.filter(|file| file.file_name().to_string_lossy().starts_with("note-"));
    texts.map(|file| fs::read_to_string(file.path()).expect("read")).collect()
}

#[test]
fn e6_an_editor_that_would_go_to_the_background_is_waited_for() {
    for visual in ["gvim", "env EDITOR=x gvim", "\"$HERE/bin/gvim\" -u NONE"] {
        let scratch = Scratch::with_port("forks");
        let visual = visual.replace("$HERE", &scratch.0.to_string_lossy());
        let mut bluf = in_the_editor(&scratch, FORKS, "gvim", &visual);
        bluf.wait_until_written("Waiting until ");
        scratch.write("go", "");
        bluf.wait_for_text("in the window");
        bluf.type_in("\r");
        bluf.wait_for_text("Note on J1 kept.");
        assert!(on_disk(&scratch).ends_with("\n\nin the window\n"), "{visual}: {}", on_disk(&scratch));
        assert_eq!(left_for_editors(&scratch), [""; 0]);
        bluf.quit();
    }
}

#[test]
fn e6_what_an_editor_that_nobody_knows_may_have_open_still_is_not_deleted_and_that_is_said() {
    let scratch = Scratch::with_port("background");
    let mut bluf = in_the_editor(&scratch, FORKS, "my-window", "my-window");
    bluf.wait_for_text("keeps what is saved there: `my-window` may have it open still.");
    assert!(foot(bluf.parser.screen()).contains("/state/bluf/note-"), "{}", bluf.text());
    scratch.write("go", "");
    until(|| scratch.0.join("written").exists().then_some(())).expect("it writes");
    assert_eq!(left_for_editors(&scratch), ["in the window\n"]);
    bluf.type_in("\r");
    bluf.wait_for_text("Note on J1 kept.");
    bluf.quit();
    assert_eq!(left_for_editors(&scratch), ["in the window\n"]);
}

#[test]
fn e6_what_was_written_in_an_editor_that_failed_lies_where_that_is_said() {
    let scratch = Scratch::with_port("failed");
    let mut bluf = in_the_editor(&scratch, "#!/bin/sh\nfor word; do :; done\necho written > \"$word\"; exit 3\n", "vim", "vim");
    bluf.wait_for_text("`vim` ended with 3. What was written lies in ");
    assert_eq!(left_for_editors(&scratch), ["written\n"]);
    assert!(bluf.text().contains("Half."), "{}", bluf.text());
    bluf.type_in("\x1b");
    bluf.wait_for_text("brings it back");
    bluf.type_in("qq");
    assert_eq!(bluf.end(), 0);
}

#[test]
fn e6_what_was_saved_in_an_editor_comes_back_behind_a_signal_that_ends_the_program() {
    let scratch = Scratch::with_port("signalled");
    let script = "#!/bin/sh\nfor word; do :; done\necho saved before > \"$word\"; echo EDITOR-HAS-SAVED; while :; do sleep 0.05; done\n";
    let mut bluf = in_the_editor(&scratch, script, "vim", "vim");
    bluf.wait_until_written("EDITOR-HAS-SAVED");
    bluf.signal("TERM");
    assert_ne!(bluf.end(), 0);
    assert_eq!(left_for_editors(&scratch), ["saved before\n"]);
    let mut bluf = terminal(&scratch, &format!("unset SOURCE_DATE_EPOCH; export XDG_STATE_HOME='{}/state';", scratch.0.display()), 80, 24);
    bluf.wait_for_text("is here again");
    bluf.type_in("a");
    bluf.wait_for_text("saved before");
    bluf.type_in("\r");
    bluf.wait_for_text("Note on J1 kept.");
    bluf.quit();
}

#[test]
fn e6_what_a_kill_left_among_the_notes_is_gone_behind_the_next_start() {
    let scratch = Scratch::with_port("left");
    let folder = format!("data/bluf/notes/{}", scratch.0.file_name().expect("a name").to_string_lossy());
    let left = scratch.write(&format!("{folder}/.tmpAb3dEf"), "half a fi");
    let mine = scratch.write(&format!("{folder}/.tmp-mine.md"), "mine");
    let mut bluf = terminal(&scratch, "", 80, 24);
    bluf.wait_for_text("anchored");
    until(|| (!left.exists()).then_some(())).expect("it is removed");
    bluf.quit();
    assert!(mine.exists());
}

/// Where the screen is too small for anything, a key that leaves must not throw away what nobody sees.
#[test]
fn e6_on_a_screen_too_small_for_it_a_note_is_not_lost() {
    let mut desk = Desk::open("tiny", "port#J1");
    desk.press("a 'Half a thought'");
    desk.reader.resize(20, 5);
    desk.press("q q");
    assert!(desk.left.is_empty(), "{:?}", desk.left);
    desk.reader.resize(120, 40);
    desk.shows("Half a thought");
    // Put aside, it is asked for once.
    desk.press("Esc");
    desk.reader.resize(20, 5);
    desk.press("q");
    assert!(desk.left.is_empty(), "{:?}", desk.left);
    desk.press("q");
    assert_eq!(desk.left, [Effect::Quit]);
}

#[test]
fn e6_every_draft_is_warned_of() {
    let mut desk = Desk::open("second-draft", "port#J1");
    desk.press("a 'One' Esc q a Enter");
    assert!(desk.file().contains("One") && desk.left.is_empty());
    desk.press("J a 'Two' Esc q");
    assert!(desk.notice().starts_with("A note is not kept") && desk.left.is_empty(), "{}", desk.notice());
}

#[test]
fn e6_tab_to_a_note_that_is_too_long_loses_nothing() {
    let desk = Desk::open("tab-long", "port#J1");
    let long = "word ".repeat(20_000);
    desk.scratch.write("notes/port.md", format!("## Note on port#J1, 2026-11-23\n\n{long}\n"));
    let mut desk = Desk::on(desk.scratch, "port#J1");
    desk.press("a 'On the claim.' Tab");
    assert!(desk.notice().starts_with("This note is too long"), "{}", desk.notice());
    desk.shows("On the claim.");
    desk.press("Enter");
    assert!(desk.file().contains("## Note on port#C1") && desk.file().ends_with("\n\nOn the claim.\n"));
}

#[test]
fn m18_the_hints_of_the_note_editor_are_clicked() {
    let mut desk = Desk::open("note-clicks", "port#J1");
    desk.press("a 'By hand'");
    let click = |desk: &mut Desk, words: &str| {
        let cell = desk.reader.find(words, 0);
        for effect in desk.reader.click(cell) {
            match effect {
                Effect::Keep { shelf, change, name } => {
                    let result = keep(&shelf, &change).map(Arc::new);
                    desk.hear(&Message::Kept { result, change, name });
                }
                other => desk.left.push(other),
            }
        }
    };
    click(&mut desk, "put aside");
    desk.says("Not kept; a brings it back.");
    desk.press("a");
    click(&mut desk, "keep");
    desk.keeps_last("\n\nBy hand\n");
    desk.press("a");
    click(&mut desk, "in your editor");
    assert!(matches!(desk.left.as_slice(), [Effect::Write(text)] if text == "By hand"), "{:?}", desk.left);
}

#[test]
fn e6_a_drag_that_began_before_a_note_takes_nothing_from_it() {
    let mut desk = Desk::open("note-drag", "port#J1");
    let words = desk.reader.find("One day", 0);
    desk.reader.mouse(Deed::Press, words);
    desk.press("a 'Half a thought'");
    let hint = desk.reader.find("put aside", 0);
    desk.reader.mouse(Deed::Drag, hint);
    desk.press("Enter");
    assert!(desk.file().ends_with("\n\nHalf a thought\n"), "{}", desk.file());
}

#[test]
fn e6_a_draft_stays_with_its_sentence() {
    let mut desk = Desk::open("draft-moves", "port/source/ART:2");
    desk.press("a 'Put aside' Esc");
    desk.reword("seeds/port.txt", "On Monday", "This is new and quite long. On Monday");
    desk.reader.is_at("port/source/ART:3");
    desk.press("a").shows("Put aside");
    // And while it is written.
    desk.reword("seeds/port.txt", "This is new", "This is more. This is new");
    desk.press("Enter").keeps("## Note on port#ART:4, 2026-11-23\n\n> Ships will wait for days.\n\nPut aside\n");
}

/// A briefing with two claims, each with its words, and notes on a claim, a judgement, a passage and a sentence.
fn odd(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("notes-odd-{name}"));
    scratch.write("seeds/s.txt", "The dam leaks. The port is shut.\n");
    let text = "briefing: odd\ntitle: Odd\nmarking: TLP:CLEAR\ndate: 2026-01-05\nsources: {ART: {title: S, file: seeds/s.txt}}\n\
                sections:\n  s:\n    C1: {fact: It leaks., quote: The dam leaks.}\n    C7: {fact: It is shut., quote: The port is shut.}\n\
                judgements:\n  J1: {text: The dam breaks., claims: [C1], likelihood: likely, confidence: low, by: 2027}\n";
    scratch.write("briefings/odd.yaml", text);
    let notes = "# Notes on odd\n\n## Note on odd#C7, 2026-11-23\n\n> It is shut.\n\nOn a claim.\n\n## Mark at odd#J1, 2026-11-23\n\n> likely: The dam breaks.\n\n\
                 ## Note on odd#C7:1, 2026-11-23\n\n> The port is shut.\n\nOn a passage.\n\n## Note on odd/source/ART:2, 2026-11-23\n\n> The port is shut.\n\nOn a sentence.\n";
    scratch.write("own/odd.md", notes);
    scratch
}

/// The addresses of all notes, and the number of orphans.
fn addressed(scratch: &Scratch) -> (Vec<String>, usize) {
    let mut world = guided(library::open(&scratch.0).expect("opens"));
    world.notes = Arc::new(Notes::read(Shelf { folder: scratch.0.join("own"), only: None, of: None }));
    let listed = bluf::export::notes::listed(&world, None);
    let mut all: Vec<String> = listed.iter().map(bluf::export::notes::Listed::address).collect();
    all.sort();
    (all, listed.iter().filter(|one| one.place.is_none()).count())
}

#[test]
fn e6_a_note_is_found_by_its_words_where_what_it_is_on_has_another_name() {
    let all = |of: &[&str]| (of.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>(), 0);
    let scratch = odd("names");
    assert_eq!(addressed(&scratch), all(&["odd#ART:2", "odd#C7", "odd#C7:1", "odd#J1"]));
    let path = scratch.0.join("briefings/odd.yaml");
    let text = fs::read_to_string(&path).expect("read");
    for (old, new, of) in [
        ("C7", "C50", ["odd#ART:2", "odd#C50", "odd#C50:1", "odd#J1"]),
        ("J1", "J9", ["odd#ART:2", "odd#C7", "odd#C7:1", "odd#J9"]),
        ("ART", "LOG", ["odd#C7", "odd#C7:1", "odd#J1", "odd#LOG:2"]),
        ("briefing: odd", "briefing: even", ["even#ART:2", "even#C7", "even#C7:1", "even#J1"]),
    ] {
        fs::write(&path, text.replace(old, new)).expect("written");
        assert_eq!(addressed(&scratch), all(&of), "{old} is {new}");
    }
    // Each has the number of the other.
    fs::write(&path, text.replace("C1", "C0").replace("C7", "C1").replace("C0", "C7")).expect("written");
    assert_eq!(addressed(&scratch), all(&["odd#ART:2", "odd#C1", "odd#C1:1", "odd#J1"]));
    // Where the words stand twice, nothing is guessed.
    let twice = text.replace("judgements:", "    C9: {fact: It is shut., quote: The port is shut.}\njudgements:").replace("C7", "C50");
    fs::write(&path, twice).expect("written");
    assert_eq!(addressed(&scratch).1, 2, "the claim and the passage");
}

#[test]
fn e6_a_new_name_carries_notes_and_what_was_read() {
    let scratch = odd("carried");
    let home = crate::support::home();
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.envs(home.clone()).env("BLUF_NOTES", "own").args(["--library", scratch.0.to_str().expect("UTF-8")]);
        let output = command.args(arguments).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8_lossy(&output.stderr)
    };
    let file = bluf::personal::read::file::path_of(&library::open(&scratch.0).expect("opens").store().place());
    let file = file.expect("a file").file_name().map(|name| home[1].1.join("bluf/read").join(name)).expect("a name");
    fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    // All was read but C7.
    let held = library::open(&scratch.0).expect("opens");
    let held = &held.entries()[0];
    let mut edition = bluf::personal::read::Edition::of(&held.resolved.briefing, held.imprint(), "2026-11-23");
    edition.whole = 0;
    edition.parts.as_mut().expect("parts").items.remove("C7");
    let change = bluf::personal::read::Change { briefing: "odd".to_owned(), read: Some(edition) };
    let before = bluf::personal::ReadBefore::at(Some(file.clone()));
    bluf::personal::read::file::keep(&file, &before, &[change]).expect("kept");
    for (old, new) in [("odd#J1", "J9"), ("odd#C1", "C50"), ("odd", "odd3")] {
        assert!(run(&["rename", old, new]).contains("now"), "{old}");
        assert!(!run(&["notes"]).contains("ORPHANED"), "{}", run(&["notes"]));
    }
    assert!(run(&["notes", "odd3"]).contains("odd3#J9"), "{}", run(&["notes", "odd3"]));
    // The file itself has the new name: what nobody finds by its words, as a note on the briefing, is carried too.
    let moved = scratch.0.join("own/odd3.md");
    assert!(moved.exists() && !scratch.0.join("own/odd.md").exists());
    assert!(fs::read_to_string(moved).expect("read").contains("## Note on odd3#C7"));
    let unread = run(&["search", "is:unread in:claim"]);
    assert!(unread.contains("C7") && !unread.contains("C50"), "{unread}");
    let unread = run(&["search", "is:unread in:judgement"]);
    assert!(!unread.contains("J9"), "{unread}");
    assert!(run(&["renumber", "odd3"]).contains("C7 → C2"));
    let unread = run(&["search", "is:unread in:claim"]);
    assert!(unread.contains("C2") && !unread.contains("C1"), "{unread}");
}
