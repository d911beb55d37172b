//! `bluf search` and `bluf index`, as people and scripts call them.

use super::Scratch;
use super::library::{briefing, small};
use crate::support::{program, project};
use bluf::catalogue::fields::FIELDS;
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The program with a library and a cache.
struct Shell {
    scratch: Scratch,
}

impl Shell {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(&format!("search-{name}"));
        small(&scratch);
        Self { scratch }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command.args(arguments).arg("--library").arg(self.scratch.0.join("library"));
        command.env("XDG_CACHE_HOME", self.scratch.0.join("cache")).env("XDG_DATA_HOME", self.scratch.0.join("data")).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        said(&self.command(arguments).output().expect("it runs"))
    }
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

#[test]
fn m9_a_search_prints_items_with_their_addresses_between_markings() {
    let shell = Shell::new("text");
    let (code, out, err) = shell.run(&["search", "stays", "low", "in:judgement", "likelihood>=likely"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(code, 0, "{err}");
    assert_eq!((lines[0], lines[lines.len() - 1]), ("TLP:RED", "TLP:RED"));
    assert_eq!(lines[1], "water#J1  likely  2026-01-02  Water");
    assert_eq!(lines[2], "    The water stays low");
    assert_eq!((lines[3], lines[5]), ("dam#J1  likely  2025-03-01  A dam on the upper river", "port#J1  likely  2024  The port"));
    assert!(err.contains("3 hits for “stays”, and “low”, and in is judgement, and likelihood is likely, very likely"), "{err}");
    // A hit in a source is the sentence that has the words.
    let (_, out, _) = shell.run(&["search", "briefing:dam \"when it comes\""]);
    assert!(out.contains("dam/source/ART:3  text  2025-03-01"), "{out}");
    let (code, out, err) = shell.run(&["search", "rivre~ -in:text", "--limit", "1", "--explain"]);
    assert_eq!((code, out.lines().count()), (0, 5), "{out}{err}");
    assert!(
        out.contains("why here: briefing: titles and judgements come first; of these the newest come first, and it is of 2025-03-01"),
        "{out}"
    );
}

#[test]
fn m9_titles_and_judgements_stand_before_claims_and_these_before_texts_each_newest_first() {
    let shell = Shell::new("ranks");
    let (_, out, _) = shell.run(&["search", "low OR river", "--limit", "100", "--format", "json"]);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    let hits = document["hits"].as_array().expect("hits");
    let tier = |hit: &Value| match hit["kind"].as_str().expect("a kind") {
        "briefing" | "judgement" => 0,
        "source" | "text" => 2,
        _ => 1,
    };
    let ranks: Vec<(i32, std::cmp::Reverse<String>)> =
        hits.iter().map(|hit| (tier(hit), std::cmp::Reverse(hit["briefing"]["date"].as_str().unwrap_or("0").to_owned()))).collect();
    assert!(ranks.is_sorted() && ranks.len() > 8, "{ranks:?}");
}

#[test]
fn m9_hits_as_data_are_of_their_schema_and_lit_in_code_points() {
    let shell = Shell::new("json");
    shell.scratch.write("library/briefings/d.yaml", briefing("d", "Ёлка и договор", "2026-05", "TLP:CLEAR", "dam.txt"));
    let schema: Value = serde_json::from_str(&shell.run(&["schema", "--of", "search"]).1).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let (code, out, _) = shell.run(&["search", "ДОГОВОР", "--format", "json", "--explain"]);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(validator.iter_errors(&document).map(|error| error.to_string()).collect::<Vec<_>>(), [""; 0]);
    assert_eq!((code, document["total"].as_u64()), (0, Some(2)));
    let hit = &document["hits"][0];
    let text: Vec<char> = hit["text"].as_str().expect("a text").chars().collect();
    let range = |at: usize| usize::try_from(hit["lit"][0][at].as_u64().expect("a number")).expect("a place");
    assert_eq!(text[range(0)..range(1)].iter().collect::<String>(), "договор");
    let (code, out, _) = shell.run(&["search", "no-such-word", "--format", "json"]);
    let document: Value = serde_json::from_str(&out).expect("JSON");
    assert!(code == 1 && validator.is_valid(&document) && document["total"] == 0);
}

#[test]
fn m9_a_query_that_is_not_understood_says_where_and_what_was_meant() {
    let shell = Shell::new("bad");
    for (query, caret, words) in [
        ("acter:iran", "^^^^^", "there is no field `acter`; did you mean `actor`?"),
        ("river likelihood:likly", "                 ^^^^^", "`likly` is no likelihood; did you mean `likely`?"),
        ("confidence:loww", "           ^^^^", "did you mean `low`?"),
        ("kind>fact", "     ^^^^", "the words of `kind` are in no order; write kind:forecast"),
        ("date:2025-13", "     ^^^^^^^", "`2025-13` is no date"),
        ("date:2026..2025", "     ^^^^^^^^^^", "this ends before it begins"),
        ("(river OR port", "^", "this bracket is not closed"),
        ("river)", "     ^", "this bracket closes none"),
        ("\"river", "^", "this quotation mark is not closed"),
        ("river OR", "        ^", "there is nothing beside OR"),
        ("river & port", "      ^", "`&` has no letter and no digit"),
        ("section:econmy", "        ^^^^^^", "nothing here has `econmy` as its section; did you mean `economy`?"),
        ("tag:x", "    ^", "no briefing here has a tag"),
        ("credibility>6", "            ^", "nobody could judge"),
        ("*iver", "^", "a star stands behind what a word begins with"),
        ("договор acter:x", "        ^^^^^", "there is no field `acter`"),
        ("河流 acter:x", "     ^^^^^", "there is no field `acter`"),
        ("   ", "^", "there is nothing to look for"),
        ("()", " ^", "there is nothing in this group"),
        ("ir~", "^^^", "in so short a word every letter counts"),
        ("actor:", "^^^^^^", "what `actor` is to be is missing; for example actor:iran"),
        ("likelihood!=likely", "          ^^", "nothing is compared by `!=`; write -likelihood:likely"),
        ("kind!:fact", "    ^^", "nothing is compared by `!:`; write -kind:fact"),
        ("river date≠2025", "          ^", "write -date:2025"),
        ("likelihood=>likely", "          ^^", "write likelihood>=likely"),
        ("likelihood >= likely", "           ^^", "there is white space beside `>=`; write likelihood>=likely"),
        ("likelihood >=likely", "           ^^", "write likelihood>=likely"),
        ("kind: fact", "    ^", "write kind:fact"),
        ("likelihood >= \"very likely\" x", "           ^^", "write likelihood>=\"very likely\""),
    ] {
        let (code, out, err) = shell.run(&["search", query]);
        let lines: Vec<&str> = err.lines().collect();
        // What nothing has, nor anything like it, is no mistake.
        let is_absent = query == "tag:x";
        assert_eq!((code, out.as_str()), (if is_absent { 1 } else { 2 }, ""), "{query}: {err}");
        assert_eq!(lines[0], if is_absent { "bluf: nothing is found" } else { "bluf: the query is not understood" });
        assert_eq!((lines[1], lines[2]), (query, caret), "{err}");
        assert!(lines[3].contains(words), "{err}");
    }
    let (code, _, err) = shell.run(&["search", "watre rain"]);
    assert!(
        code == 1 && err.contains("nothing is found") && err.contains("`watre` stands nowhere in this library; did you mean `water`?"),
        "{err}"
    );
}

#[test]
fn m9_own_notes_are_found_and_lie_in_no_catalogue() {
    let shell = Shell::new("notes");
    shell.scratch.write("data/bluf/notes/library/dam.md", "## Note on dam#J1, 2026-02-03\n\nAsk the hydrologist.\n");
    let (_, shown, _) = shell.run(&["notes"]);
    let (code, out, err) = shell.run(&["search", "hydrologist", "in:note"]);
    assert_eq!(code, 0, "{shown}{err}");
    assert!(out.contains("dam#J1  note  2025-03-01  A dam on the upper river\n    Ask the hydrologist."), "{out}");
    let mut files = vec![shell.scratch.0.join("cache")];
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(fs::read_dir(&path).expect("read").flatten().map(|file| file.path()));
        } else {
            let bytes = fs::read(&path).expect("read");
            assert!(!bytes.windows(11).any(|window| window == b"hydrologist"), "{}", path.display());
        }
    }
}

#[test]
fn m9_the_built_in_library_is_searched_without_a_cache() {
    let scratch = Scratch::new("search-built-in");
    let run = |arguments: &[&str]| {
        said(&program().args(arguments).env("XDG_CACHE_HOME", &scratch.0).stdin(Stdio::null()).output().expect("it runs"))
    };
    let (code, out, err) = run(&["search", "actor:iran", "in:judgement", "likelihood>=likely"]);
    assert!(code == 0 && out.contains("russia-iran-treaty#J"), "{out}{err}");
    assert_eq!(run(&["search", "in:event actor:RU"]).0, 0);
    assert_eq!(run(&["index"]).0, 2);
    assert_eq!(fs::read_dir(&scratch.0).expect("there").count(), 0);
    // So is one briefing, and a library where there is no cache.
    let file = project("tests/desk/briefings/sal-harvest.yaml").display().to_string();
    assert_eq!(run(&["search", "harvest", "--library", &file]).0, 0);
    assert_eq!(fs::read_dir(&scratch.0).expect("there").count(), 0);
    let shell = Shell::new("no-cache");
    let blocked = shell.scratch.write("blocked", "no folder");
    let output = shell.command(&["search", "water"]).env("XDG_CACHE_HOME", blocked).output().expect("it runs");
    let (code, out, err) = said(&output);
    assert!(
        code == 0 && out.contains("water#J1") && err.contains("there is no catalogue of this library") && err.contains("all of it is read"),
        "{err}"
    );
}

#[test]
fn m9_the_catalogue_is_made_looked_at_and_taken_away() {
    let shell = Shell::new("index");
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 1 && out.contains("nothing yet, of 4 briefings"), "{out}");
    assert_eq!(shell.run(&["index"]).1, "4 briefings: 4 read\n");
    assert_eq!(shell.run(&["index"]).1, "4 briefings: nothing has changed\n");
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 0 && out.contains("4 briefings of 4, in ") && out.contains("up to date"), "{out}");
    shell.scratch.write("library/briefings/d.yaml", briefing("d", "Another", "2026-05", "TLP:CLEAR", "dam.txt"));
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 1 && out.contains("1 to be read"), "{out}");
    assert_eq!(shell.run(&["index", "--rebuild"]).1, "5 briefings: 5 read\n");
    assert!(shell.run(&["index", "--drop"]).1.starts_with("the catalogue is gone: "));
    assert!(shell.run(&["index", "--drop"]).1.starts_with("there was no catalogue: "));
    // Only its owner reads it.
    shell.run(&["index"]);
    let folder = shell.scratch.0.join("cache/bluf/catalogues");
    let mode = |path: &Path| std::os::unix::fs::PermissionsExt::mode(&fs::metadata(path).expect("there").permissions()) & 0o077;
    assert_eq!((mode(&folder), fs::read_dir(&folder).expect("there").flatten().map(|file| mode(&file.path())).max()), (0, Some(0)));
}

/// The files of a shell's catalogue.
fn index_of(shell: &Shell) -> std::path::PathBuf {
    let folder = fs::read_dir(shell.scratch.0.join("cache/bluf/catalogues")).expect("a folder").flatten().next().expect("a library").path();
    let is_index = |path: &std::path::PathBuf| path.is_dir();
    fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).find(is_index).expect("an index")
}

/// As on a read-only disk: what cannot be locked is not written.
#[test]
fn m9_a_catalogue_that_can_only_be_read_is_used_where_it_is_current_and_else_that_is_said() {
    let shell = Shell::new("read-only");
    shell.run(&["index"]);
    let lock = index_of(&shell).join(".tantivy-meta.lock");
    fs::remove_file(&lock).and_then(|()| fs::create_dir(&lock)).expect("made");
    let (code, out, err) = shell.run(&["search", "water"]);
    assert!(code == 0 && out.contains("water#J1") && !err.contains("all of it is read"), "{out}{err}");
    assert_eq!(shell.run(&["index"]).1, "4 briefings: nothing has changed\n");
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 0 && out.contains("4 briefings of 4") && out.contains("up to date") && out.contains("; cannot be written: "), "{out}");
    shell.scratch.write("library/briefings/d.yaml", briefing("d", "Another", "2026-05", "TLP:CLEAR", "dam.txt"));
    let (code, out, err) = shell.run(&["search", "another"]);
    assert!(code == 0 && out.contains("d#J1") || out.contains("d  "), "{out}{err}");
    assert!(err.contains("the catalogue of this library cannot be brought up to date: ") && err.contains("; all of it is read"), "{err}");
    let (code, out, err) = shell.run(&["index"]);
    assert!(code == 2 && out.is_empty() && err.contains("cannot be brought up to date"), "{out}{err}");
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 1 && out.contains("4 briefings of 5") && out.contains("1 to be read"), "{out}");
}

#[test]
fn m9_a_damaged_catalogue_is_told_and_stays_as_it_is_until_it_is_made_anew_with_a_word() {
    let shell = Shell::new("damaged");
    shell.run(&["index"]);
    let index = index_of(&shell);
    let files = || {
        let mut files: Vec<_> =
            fs::read_dir(&index).expect("a folder").flatten().map(|file| (file.file_name(), fs::read(file.path()).ok())).collect();
        files.sort();
        files
    };
    let words = fs::read_dir(&index)
        .expect("a folder")
        .flatten()
        .map(|file| file.path())
        .find(|path| path.extension().is_some_and(|end| end == "term"));
    fs::write(words.expect("words"), b"nothing of the kind").expect("written");
    let before = files();
    let (code, out, _) = shell.run(&["index", "--status"]);
    assert!(code == 1 && out.contains("state     damaged"), "{out}");
    assert_eq!(files(), before);
    let (code, out, err) = shell.run(&["search", "water"]);
    assert!(
        code == 0 && out.contains("water#J1") && err.contains("the catalogue of this library was damaged, and is made anew"),
        "{out}{err}"
    );
    assert!(!shell.run(&["search", "water"]).2.contains("damaged"));
}

#[test]
fn m9_nothing_outside_the_library_is_indexed() {
    let shell = Shell::new("outside");
    let secret = shell.scratch.write("secret.yaml", "briefing: secret\ntitle: Gribble\nmarking: TLP:RED\n");
    std::os::unix::fs::symlink(secret, shell.scratch.0.join("library/briefings/leak.yaml")).expect("linked");
    let (code, out, err) = shell.run(&["search", "gribble"]);
    assert!(code == 1 && !out.contains("Gribble"), "{out}{err}");
    assert!(err.contains("leak.yaml"), "it is named: {err}");
    let (_, out, _) = shell.run(&["check"]);
    assert!(out.contains("leak.yaml") && out.contains("leaves the library") && !out.contains("Gribble"), "{out}");
}

/// What is written as one sign, in full width, with a blank for a joiner, or as groups of digits.
#[test]
fn e17_a_query_is_read_however_its_signs_are_written() {
    let shell = Shell::new("signs");
    let hits = |query: &str| {
        let (code, out, err) = shell.run(&["search", query]);
        assert_eq!(code, 0, "{query}: {err}");
        out
    };
    for (written, plain) in [
        ("likelihood≥likely", "likelihood>=likely"),
        ("likelihood≤likely", "likelihood<=likely"),
        ("kind：fact", "kind:fact"),
        ("date≥2025", "date>=2025"),
    ] {
        assert_eq!(hits(written), hits(plain), "{written}");
    }
    // What an editor has made long rules out still.
    for sign in "‐‑‒–—−﹣－".chars() {
        assert_eq!(hits(&format!("river {sign}in:text")), hits("river -in:text"), "{sign}");
        assert_eq!(hits(&format!("water {sign}\"upper river\"")), hits("water -\"upper river\""), "{sign}");
    }
    shell.scratch.write("library/seeds/more.txt", "آنها می\u{200c}گویند. There were 41 000 of them.\n\nAnd 52000 came.\n");
    shell.scratch.write(
        "library/briefings/more.yaml",
        "briefing: more\ntitle: More\nmarking: TLP:CLEAR\nsources:\n  ART: {title: T, file: seeds/more.txt}\n",
    );
    for query in ["می گویند", "41000", "41 000", "52 000", "52000"] {
        assert!(hits(query).contains("more/source/ART"), "{query}");
    }
}

/// A word that is nearer is meant rather than one that is commoner.
#[test]
fn m9_the_nearest_word_is_proposed_before_the_commonest() {
    let shell = Shell::new("nearest");
    shell
        .scratch
        .write("library/seeds/more.txt", "They say that they and they came. A treaty stands.\n\nThey went. They came.\n\nThey stay.\n");
    shell.scratch.write(
        "library/briefings/more.yaml",
        "briefing: more\ntitle: More\nmarking: TLP:CLEAR\nsources:\n  ART: {title: T, file: seeds/more.txt}\n",
    );
    assert!(shell.run(&["search", "trety"]).2.contains("did you mean `treaty`?"));
}

/// A word that no vocabulary has is told before any file is read.
#[test]
fn m9_what_is_wrong_by_itself_is_told_without_the_library() {
    let shell = Shell::new("early");
    let (code, _, err) = shell.run(&["search", "state:error"]);
    assert!(code == 2 && err.contains("did you mean `errors`?"), "{err}");
    assert!(!shell.scratch.0.join("cache/bluf/catalogues").exists(), "nothing was indexed");
}

/// What stands behind broken syntax is found by nobody, and that is said.
#[test]
fn m25_a_search_names_the_files_that_could_not_be_read() {
    let shell = Shell::new("cut");
    assert!(!shell.run(&["search", "river"]).2.contains("could not be read"));
    shell.scratch.write("library/briefings/early.yaml", "briefing: early\ntitle: [River\nmarking: TLP:CLEAR\nquestion: Whither?\n");
    shell.scratch.write("library/briefings/bytes.yaml", b"briefing: bytes\ntitle: R\xffver\n");
    let said = "2 files could not be read to the end: bytes.yaml, early.yaml; `bluf check` says why";
    for arguments in [&["search", "river"][..], &["search", "whither"], &["index"], &["index", "--status"]] {
        let (_, _, err) = shell.run(arguments);
        assert!(err.replace("briefings/", "").contains(said), "{arguments:?}: {err}");
    }
}

#[test]
fn m9_a_saved_search_has_the_name_that_it_was_given_or_none() {
    let shell = Shell::new("names");
    for name in ["a = b", "#c", "= d"] {
        let (code, _, err) = shell.run(&["search", "--save", name, "river"]);
        assert!(code == 2 && err.contains("is no name for a search") && err.contains("--save '"), "{name}: {err}");
    }
}

/// Of many files the rules run later, unless somebody asks for what they find.
#[test]
fn m9_who_asks_for_what_the_rules_find_waits_for_them_however_the_field_is_written() {
    for (at, query) in ["state:errors", "STATE:errors", "State=errors"].iter().enumerate() {
        let shell = Shell::new(&format!("state-{at}"));
        for number in 0..60 {
            let id = format!("day-{number}");
            shell.scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, "A day", "2025-07-01", "TLP:GREEN", "dam.txt"));
        }
        let (code, _, err) = shell.run(&["search", query]);
        assert!(code == 0 && err.contains("hits for state is errors"), "{query}: {err}");
    }
}

/// From its catalogue a page is what it is where all briefings are read.
#[test]
fn m9_a_page_of_a_large_library_is_shown_as_its_file_is_now() {
    let shell = Shell::new("show");
    for number in 0..520 {
        let id = format!("day-{number}");
        let title = format!("Day {number}");
        shell.scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, &title, "2025-07-01", "TLP:GREEN", "dam.txt"));
    }
    // Of two with one id the later in the order of files has another; that is so too where only it is read.
    shell.scratch.write("library/briefings/zz.yaml", briefing("day-3", "The same id", "2025-07-02", "TLP:GREEN", "dam.txt"));
    let pages = ["day-7#J1", "day-3-2", "day-3", "nobody#J1", "library", "day-9/source/ART"];
    let whole: Vec<_> = pages.iter().map(|page| shell.run(&["show", page])).collect();
    assert_eq!((whole[0].0, whole[3].0), (0, 2), "{whole:?}");
    let (_, said, _) = shell.run(&["index"]);
    assert!(said.starts_with("525 briefings"), "{said}");
    for (page, before) in pages.iter().zip(&whole) {
        assert_eq!(shell.run(&["show", page]), *before, "{page}");
    }
    let to_markdown = |page: &str| shell.run(&["export", page, "--to", "markdown", "--anyway"]);
    assert!(to_markdown("day-7").1.contains("Day 7"), "{:?}", to_markdown("day-7"));
    shell.scratch.write("library/briefings/day-7.yaml", briefing("day-7", "Another day", "2025-07-01", "TLP:GREEN", "dam.txt"));
    assert!(shell.run(&["show", "day-7"]).1.contains("Another day"));
    assert!(to_markdown("day-7").1.contains("Another day"));
}

#[test]
fn m9_an_untrusted_archive_is_indexed_file_by_file() {
    let shell = Shell::new("untrusted");
    let folder = shell.scratch.0.join("library/briefings");
    let write = |name: &[u8], text: &str| fs::write(folder.join(OsStr::from_bytes(name)), text).expect("written");
    write(b"broken.yaml", "briefing: broken\ntitle: [\njudgements: {J1: {text: x}");
    write(b"binary.yaml", "\u{0}\u{1}\u{1b}]0;owned\u{7}");
    write(b"line\nfeed.yaml", &briefing("feed", "A line feed in its name", "2026-01", "TLP:CLEAR", "dam.txt"));
    write(b"\x1b[31mred.yaml", "title: no id\nmarking: TLP:CLEAR\nbottom_line: \"escaped \\e[31mred\"\n");
    write(b"byte-\xff.yaml", &briefing("byte", "No UTF-8 in its name", "2026-01", "TLP:CLEAR", "dam.txt"));
    write(b"out.yaml", &briefing("out", "A source outside", "2026-01", "TLP:CLEAR", "../../outside.txt"));
    shell.scratch.write("outside.txt", "The secret outside of the library.\n");
    assert!(Command::new("mkfifo").arg(folder.join("pipe.yaml")).status().expect("it runs").success());
    std::os::unix::fs::symlink(&folder, folder.join("loop")).expect("linked");
    std::os::unix::fs::symlink("self.yaml", folder.join("self.yaml")).expect("linked");
    fs::create_dir(folder.join("folder.yaml")).expect("made");
    fs::File::create(folder.join("huge.yaml")).and_then(|file| file.set_len(50 << 20)).expect("written");
    let (code, out, err) = shell.run(&["search", "low", "--limit", "1000"]);
    assert_eq!(code, 0, "{err}");
    for id in ["feed#J1", "byte#J1", "out#J1", "dam#J1"] {
        assert!(out.contains(id), "{id}: {out}");
    }
    assert_eq!(shell.run(&["search", "secret"]).0, 1);
    let (_, out, err) = shell.run(&["search", "escaped OR owned OR pipe OR broken OR huge", "--limit", "100"]);
    assert!(out.contains("red") && out.contains("pipe") && out.contains("huge"), "{out}{err}");
    for (_, out, err) in [
        shell.run(&["index"]),
        shell.run(&["search", "(-zzz)", "--limit", "1000"]),
        shell.run(&["search", "state:errors", "--format", "json"]),
    ] {
        assert!(!format!("{out}{err}").contains(['\u{1b}', '\u{7}', '\u{1}']), "{out}{err}");
    }
    assert_eq!(shell.run(&["index", "--status"]).0, 0);
}

#[test]
fn e17_a_search_of_the_library_folds_letters_as_a_search_of_a_page_does() {
    let shell = Shell::new("folds");
    let text = "briefing: folds\ntitle: \"Ещё Straße, café; علي می‌خواهم; 中国军队 １２３; 4,500 men left the U.S.\"\nmarking: TLP:CLEAR\n";
    shell.scratch.write("library/briefings/folds.yaml", text);
    for query in [
        "еще",
        "ЕЩЁ",
        "strasse",
        "CAFE",
        "cafe\u{301}",
        "علی",
        "علي",
        "میخواهم",
        "国军",
        "队",
        "中国军",
        "123",
        "4500",
        "4,500",
        "\"men left the us\"",
        "U.S.",
        "\"中国 军队\" OR 军",
    ] {
        let (code, out, err) = shell.run(&["search", query, "in:briefing"]);
        assert!(code == 0 && out.contains("folds  "), "{query}: {out}{err}");
    }
    for query in ["=еще", "国中", "иод"] {
        assert_ne!(shell.run(&["search", query]).0, 0, "{query}");
    }
}

#[test]
fn m9_the_readme_lists_the_fields_of_the_table() {
    let mut table = "| field | example | what it is |\n|---|---|---|\n".to_owned();
    for row in &FIELDS {
        table += &format!("| `{}` | `{}` | {} |\n", row.name, row.example, row.help);
    }
    let readme = fs::read_to_string(project("README.md")).expect("the README");
    assert!(readme.contains(&table), "the table of fields in README.md is stale; it should be\n{table}");
}
