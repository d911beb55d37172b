//! `bluf new`: a library from a name, a question and a document.

use crate::support::Scratch;
use crate::support::terminal::{Terminal, bluf, foot};
use bluf::briefing::Level;
use bluf::library;
use std::fs;
use std::process::{Command, Output, Stdio};

const PAGE: &str = "<!doctype html><html lang=en><head><title>Dockers vote</title><meta name=author content='A. Port'></head><body><article><h1>Dockers vote</h1><h2>The vote</h2><p>On Monday the dockers voted to stop work on Fridays. Ships may wait for days, the port said in a long statement that it gave to the paper.</p><h2>The harbour</h2><p>The harbour is blue and the sky above it is bluer still, as every visitor of the place has been told for years and years.</p></article></body></html>";

fn new(scratch: &Scratch, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluf"));
    command.arg("new").args(arguments).current_dir(&scratch.0).stdin(Stdio::null());
    command.output().expect("run")
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn n25_where_nothing_is_written_the_folders_go_that_were_made_for_it() {
    let scratch = Scratch::new("new-fails");
    scratch.write("kept/note.txt", "ours");
    scratch.write("empty.txt", "# A heading\n");
    for folder in ["a/b/c", "kept/b/c", "kept/c"] {
        let failed = new(&scratch, &[folder, "--source", "empty.txt"]);
        assert_eq!(failed.status.code(), Some(2), "{}", words(&failed));
    }
    let inside = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(scratch.0.join(folder)).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = entries.map(|name| name.into_string().expect("UTF-8")).collect();
        names.sort();
        names
    };
    assert_eq!((inside(""), inside("kept")), (vec!["empty.txt".to_owned(), "kept".to_owned()], vec!["note.txt".to_owned()]));
}

#[test]
fn n25_a_library_is_begun_from_a_document_and_passes_the_check_as_far_as_it_can() {
    let scratch = Scratch::new("new-page");
    scratch.write("vote.html", PAGE);
    let flags =
        ["port-strike", "--source", "vote.html", "--question", "Does the port stop?", "--marking", "TLP:GREEN", "--yardstick", "phia"];
    let made = new(&scratch, &flags);
    assert_eq!(made.stdout, b"port-strike/briefings/port-strike.yaml\n", "{}", words(&made));
    let file = fs::read_to_string(scratch.0.join("port-strike/briefings/port-strike.yaml")).expect("the briefing");
    for line in [
        "title: Dockers vote\n",
        "marking: TLP:GREEN\n",
        "question: Does the port stop?\n",
        "yardstick: phia\n",
        "    author: A. Port\n",
        "  the-vote:\n",
    ] {
        assert!(file.contains(line), "{line}\n{file}");
    }
    assert!(scratch.0.join("port-strike/seeds/originals/vote.html").is_file());
    let library = library::open(&scratch.0.join("port-strike")).expect("a library");
    let held = &library.entries()[0];
    assert_eq!(held.findings().iter().filter(|finding| finding.level == Level::Error).count(), 0, "{:?}", held.findings());
    assert_eq!(held.resolved.briefing.candidates.len(), 3);
    assert!(held.resolved.briefing.claims.is_empty() && held.resolved.briefing.judgements.is_empty());
    // The same document is one source, however often it is named.
    let twice = new(&scratch, &["twice", "--source", "vote.html", "--source", "vote.html"]);
    assert_eq!(twice.stdout, b"twice/briefings/twice.yaml\n", "{}", words(&twice));
    let library = library::open(&scratch.0.join("twice")).expect("a library");
    let briefing = &library.entries()[0].resolved.briefing;
    assert_eq!((briefing.sources.len(), briefing.candidates.len()), (1, 3));
    // A second time nothing is touched.
    let again = new(&scratch, &flags);
    assert_eq!(again.status.code(), Some(2));
    assert!(words(&again).contains("is there already, and stays as it is"), "{}", words(&again));
}

const NOTE: &str = "# The note of the port\n\nNobody came on Monday.\n";

#[test]
fn n25_the_title_is_that_of_the_first_source_which_states_it_or_has_it_as_a_heading() {
    let scratch = Scratch::new("new-titles");
    scratch.write("note.txt", NOTE);
    scratch.write("vote.html", PAGE);
    for (name, sources, title) in [
        ("first", ["note.txt", "vote.html"], "title: The note of the port\n"),
        ("second", ["vote.html", "note.txt"], "title: Dockers vote\n"),
    ] {
        let made = new(&scratch, &[name, "--source", sources[0], "--source", sources[1]]);
        assert!(made.status.success(), "{}", words(&made));
        let file = fs::read_to_string(scratch.0.join(format!("{name}/briefings/{name}.yaml"))).expect("the briefing");
        assert!(file.contains(&format!("briefing: {name}\n{title}")), "{file}");
    }
}

#[test]
fn n25_a_draft_of_a_text_says_what_the_document_stated_that_it_was_taken_of() {
    let scratch = Scratch::new("new-stated");
    scratch.write("vote.html", PAGE.replace("<meta", "<meta name=date content='2026-11-20'><link rel=canonical href='https://example.com/vote'><meta property='og:site_name' content='The Port'><meta"));
    assert!(new(&scratch, &["port", "--source", "vote.html"]).status.success());
    let made = fs::read_to_string(scratch.0.join("port/briefings/port.yaml")).expect("the briefing");
    let sources = |text: &str| text.split("\nsources:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("sources").to_owned();
    assert!(
        ["author: A. Port", "date: 2026-11-20", "url: https://example.com/vote", "parent: The Port"].iter().all(|line| made.contains(line)),
        "{made}"
    );
    let mut draft = Command::new(env!("CARGO_BIN_EXE_bluf"));
    let drafted = draft.args(["--library", "port", "draft", "seeds/vote.txt"]).current_dir(&scratch.0).output().expect("run");
    assert_eq!(sources(&String::from_utf8_lossy(&drafted.stdout)), sources(&made));
}

#[test]
fn n25_what_fails_leaves_nothing_behind() {
    let scratch = Scratch::new("new-fails");
    scratch.write("taken/file", "x");
    scratch.write("blank.txt", "\n");
    for (flags, why) in [
        (&["Port Strike"][..], "small letters, digits and hyphens: port-strike"),
        (&["help"], "that is a page of the program"),
        (&["taken"], "is there already"),
        (&["port", "--source", "nowhere.html"], "nowhere.html is not added: the file is not there"),
        (&["port", "--source", "blank.txt"], "blank.txt"),
        (&["port", "--marking", "TLP:GREN"], "`TLP:GREN` is no marking"),
        (&["port", "--yardstick", "ours"], "icd203"),
        (&[], "say what it is called"),
    ] {
        let failed = new(&scratch, flags);
        assert_eq!(failed.status.code(), Some(2), "{flags:?}");
        assert!(words(&failed).contains(why), "{flags:?}: {}", words(&failed));
    }
    let mut restricted = Command::new(env!("CARGO_BIN_EXE_bluf"));
    let refused = restricted.args(["--restricted", "new", "port"]).current_dir(&scratch.0).stdin(Stdio::null()).output().expect("run");
    assert!(words(&refused).contains("restricted mode writes no file"), "{}", words(&refused));
    let mut left: Vec<_> = fs::read_dir(&scratch.0).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    left.sort();
    assert_eq!(left, ["blank.txt", "taken"]);
}

#[test]
fn n25_on_a_terminal_it_asks_says_what_is_wrong_with_an_answer_and_opens_what_it_wrote() {
    let scratch = Scratch::new("new-asks");
    scratch.write("vote.html", PAGE);
    let mut command = bluf(&["new"]);
    command.cwd(&scratch.0);
    // No shell reads what is typed here.
    command.env("HOME", &scratch.0);
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_until_written("What is the library called?");
    terminal.type_in("Port\r");
    terminal.wait_until_written("small letters, digits and hyphens: port");
    terminal.type_in("port\r");
    terminal.wait_until_written("Which question");
    terminal.type_in("Does it stop?\r");
    terminal.wait_until_written("What is it written from?");
    terminal.type_in("vote.htm\r");
    terminal.wait_until_written("there is no file vote.htm");
    terminal.type_in("~/vote.htm\r");
    terminal.wait_until_written("there is no file ~/vote.htm");
    terminal.type_in("~/vote.html\r");
    terminal.wait_until_written("Who may have it?");
    terminal.type_in("TLP:AMBER\r");
    terminal.wait_until_written("Whose words for likelihood?");
    terminal.type_in("ic\r");
    terminal.wait_until_written("that is none of them");
    terminal.type_in("\r");
    terminal.wait("the briefing", |screen| foot(screen).contains("TLP:AMBER"));
    terminal.wait_until_checked();
    terminal.quit();
    let file = fs::read_to_string(scratch.0.join("port/briefings/port.yaml")).expect("the briefing");
    assert!(
        file.contains("change: initial\nquestion: Does it stop?\nyardstick: icd203\n") && file.contains("marking: TLP:AMBER\n"),
        "{file}"
    );
}

/// Somebody at a terminal, with the keys counted that are no words of theirs.
struct Walk {
    terminal: Terminal,
    keys: usize,
}

impl Walk {
    fn press(&mut self, keys: &str) -> &mut Self {
        self.keys += keys.chars().count();
        self.terminal.type_in(keys);
        self
    }

    fn say(&mut self, words: &str) -> &mut Self {
        self.terminal.type_in(words);
        self
    }

    /// What the last line says of an act.
    fn hears(&mut self, words: &str) -> &mut Self {
        self.terminal.wait(words, |screen| foot(screen).contains(words));
        self
    }
}

#[test]
fn n25_an_article_that_nobody_has_read_becomes_a_briefing_that_passes_the_check_with_few_keys_a_claim() {
    let scratch = Scratch::new("new-walk");
    let article = fs::read_to_string(crate::support::project("tests/desk/seeds/ostrel-post.txt")).expect("an article");
    scratch.write("ostrel.txt", article);
    let mut command =
        bluf(&["new", "ferries", "--source", "ostrel.txt", "--marking", "TLP:GREEN", "--question", "Do the Ostrel ferries stop?"]);
    command.cwd(&scratch.0);
    // Of the year that the article is of: 2031-04-10.
    command.env("SOURCE_DATE_EPOCH", "1933545600");
    let mut walk = Walk { terminal: Terminal::start(command, 120, 40), keys: 0 };
    walk.terminal.wait_until_written("Whose words for likelihood?");
    walk.press("\r");
    walk.terminal.wait_until_checked();
    walk.press("3");
    walk.terminal.wait_for_text("wait to be taken");
    // Each candidate as it was read, and a grade.
    let mut claims = 0;
    for _ in 0..14 {
        claims += 1;
        walk.press("Q\r\r\r3\r").hears(&format!("C{claims} was made"));
    }
    walk.press("Z").say("A platitude").press("\r").hears("has these words set aside");
    // The source, then what is judged, each by the letters that tell its field from others.
    walk.press("3").terminal.wait_for_text("15 sentences");
    walk.press("Vrel\rB\r").hears("another reliability");
    walk.press("Vdes\r").say("A local paper; its reporter was there.").press("\r").hears("another descriptor");
    walk.press("1Vnew j\r").say("The ferries stop for at most a week").press("\r\rlikely\r").say("2031-07").press("\rl\r");
    walk.say("The ballot [C1] and the analyst [C14]").press("\r").hears("J1 was made");
    walk.press(":J1\r").terminal.wait_for_text("at most a week");
    for claim in ["C1", "C14"] {
        walk.press("Vcla\r").press(claim).press("\r").hears(&format!("names {claim}"));
    }
    walk.press("1Vbot\r").say("It is likely that the ferries stop for at most a week [J1].").press("\r").hears("another bottom_line");
    walk.terminal.quit();
    let mut check = Command::new(env!("CARGO_BIN_EXE_bluf"));
    let checked = check.args(["check", "ferries"]).env("SOURCE_DATE_EPOCH", "1933545600").current_dir(&scratch.0).output().expect("run");
    assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stdout));
    assert!(walk.keys < 12 * claims, "{} keys for {claims} claims", walk.keys);
}
