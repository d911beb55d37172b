//! Names that are changed wherever they stand, and hashes that are written, in place.

use crate::support::{Scratch, files, project};
use bluf::acts::rename::numbered;
use bluf::briefing::ItemKind;
use bluf::briefing::rename::{Names, Of, rename};
use bluf::briefing::schema::patterns::Name;
use bluf::briefing::schema::walk::{Meant, spots};
use bluf::yaml::Tree;
use bluf::yaml::tree::Value;
use std::fs;
use std::process::{Command, Output};

/// The shipped briefing, the desk's and the good corpus, each with the line breaks of Unix and of Windows.
fn texts() -> Vec<(String, String)> {
    let paths = ["briefings", "tests/desk/briefings", "tests/good"].into_iter().flat_map(files);
    let texts = paths.map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("text")));
    texts.flat_map(|(path, text)| [(path.clone(), text.replace("\r\n", "\n").replace('\n', "\r\n")), (path, text)]).collect()
}

/// Every name that a file defines.
fn defined(text: &str) -> Vec<(Of, String)> {
    let tree = Tree::read(text);
    let spots = tree.root.iter().flat_map(spots);
    let of = |name| {
        Some(match name {
            Name::Section => Of::Section,
            Name::Source => Of::Item(ItemKind::Source),
            Name::Actor => Of::Item(ItemKind::Actor),
            Name::Item([kind]) => Of::Item(*kind),
            _ => return None,
        })
    };
    let names = spots.filter_map(|spot| match (spot.meant, &spot.node.value) {
        (Meant::Defined(name), Value::Scalar { text, .. }) => Some((of(name)?, text.to_string())),
        _ => None,
    });
    names.collect()
}

/// A name of the same kind that nothing has.
fn another(of: Of) -> &'static str {
    match of {
        Of::Briefing | Of::Section | Of::Item(ItemKind::Actor) => "quite-another",
        Of::Item(ItemKind::Source) => "QUITE-ANOTHER",
        Of::Item(kind) => match kind.letter() {
            Some('C') => "C9001",
            Some('J') => "J9001",
            Some('A') => "A9001",
            Some('H') => "H9001",
            Some('D') => "D9001",
            Some('I') => "I9001",
            Some('S') => "S9001",
            Some('G') => "G9001",
            Some('T') => "T9001",
            _ => "R9001",
        },
    }
}

#[test]
fn n21_a_name_is_changed_wherever_it_stands_and_back_and_nothing_else_is() {
    let mut tried = 0;
    for (path, text) in texts() {
        let all = defined(&text);
        // Some of each file: one of them has a hundred names.
        for (of, old) in all.iter().cloned().step_by(all.len() / 10 + 1) {
            let new = another(of);
            let Ok(there) = rename(&text, &Names::from([((of, old.clone()), new.to_owned())])) else {
                // Two places of one file cannot be told apart: a name that stands twice, an alias.
                continue;
            };
            let back = rename(&there.text, &Names::from([((of, new.to_owned()), old.clone())]))
                .unwrap_or_else(|why| panic!("{path} {new}: {why}"));
            assert_eq!(back.text, text, "{path}: {old}");
            assert_eq!(back.places, there.places, "{path}: {old}");
            for (before, now) in text.lines().zip(there.text.lines()) {
                assert!(before == now || before.contains(&old) && now.contains(new), "{path}: {old}: {before:?} became {now:?}");
            }
            assert!(!defined(&there.text).contains(&(of, old.clone())), "{path}: {old} is still there");
            tried += 1;
        }
    }
    assert!(tried > 600, "{tried}");
}

#[test]
fn n21_the_words_of_sources_keep_what_looks_like_a_name() {
    let text = "briefing: tide\nbottom_line: It is late [C1], says C1.\nsources:\n  S1: {title: 'C1 [C1]', file: s.txt}\nsections:\n  sea:\n    # C1 is the first\n    C1: {fact: 'The tide [C1] is late', quote: 'The tide [C1] is late.'}\njudgements:\n  J1: {text: 'It stays late [C1]', claims: [C1], because: '[C1], \"[C1]\"'}\n";
    let renamed = rename(text, &Names::from([((Of::Item(ItemKind::Claim), "C1".to_owned()), "C7".to_owned())])).expect("renamed");
    let expected = "briefing: tide\nbottom_line: It is late [C7], says C1.\nsources:\n  S1: {title: 'C1 [C7]', file: s.txt}\nsections:\n  sea:\n    # C1 is the first\n    C7: {fact: 'The tide [C7] is late', quote: 'The tide [C1] is late.'}\njudgements:\n  J1: {text: 'It stays late [C7]', claims: [C7], because: '[C7], \"[C7]\"'}\n";
    assert_eq!(renamed.text, expected);
    assert_eq!(renamed.places, 7);
}

#[test]
fn n21_items_are_numbered_in_the_order_of_the_file_and_a_second_time_nothing_is_left() {
    for (path, text) in texts() {
        let names = numbered(&text);
        let Ok(renamed) = rename(&text, &names) else { continue };
        assert_eq!(numbered(&renamed.text), Names::new(), "{path}");
        let back: Names = names.iter().map(|((of, old), new)| ((*of, new.clone()), old.clone())).collect();
        assert_eq!(rename(&renamed.text, &back).expect("back").text, text, "{path}");
    }
    let text = "briefing: tide\nsections:\n  sea:\n    C4: {fact: a}\n    C2: {fact: b}\n  land:\n    C1: {fact: c}\njudgements:\n  J3: {claims: [C1, C2], against: [C4]}\n";
    let renamed = rename(text, &numbered(text)).expect("numbered");
    assert_eq!(
        renamed.text,
        "briefing: tide\nsections:\n  sea:\n    C1: {fact: a}\n    C2: {fact: b}\n  land:\n    C3: {fact: c}\njudgements:\n  J1: {claims: [C3, C2], against: [C1]}\n"
    );
}

fn bluf(scratch: &Scratch, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluf"));
    command.current_dir(&scratch.0).env("HOME", scratch.0.join("home")).env("XDG_CONFIG_HOME", scratch.0.join("config"));
    command.args(arguments).output().expect("it runs")
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

const SEED: &str = "seeds/russia-iran-treaty.txt";

/// The shipped library, on the disk.
fn shipped(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("briefings/treaty.yaml", fs::read(project("briefings/russia-iran-treaty.yaml")).expect("read"));
    scratch.write(SEED, fs::read(project(SEED)).expect("read"));
    scratch
}

#[test]
fn n21_a_command_renames_an_item_a_section_a_source_and_the_briefing_and_the_check_stays_as_clean() {
    let scratch = shipped("rename");
    let file = scratch.0.join("briefings/treaty.yaml");
    let before = fs::read_to_string(&file).expect("read");
    for (old, new, back) in [
        ("J3", "J30", "J30"),
        ("russia-iran-treaty#C5", "C500", "C500"),
        ("russia-iran-treaty/economics", "money", "russia-iran-treaty/money"),
        ("ART", "BERMAN", "russia-iran-treaty#BERMAN"),
        ("russia-iran-treaty", "treaty", "treaty"),
    ] {
        let output = bluf(&scratch, &["rename", old, new]);
        assert!(output.status.success(), "{old}: {}", says(&output));
        assert!(says(&output).contains(&format!("is {new} now")), "{}", says(&output));
        assert_ne!(fs::read_to_string(&file).expect("read"), before, "{old}");
        let check = bluf(&scratch, &["check", "--strict"]);
        assert!(check.status.success(), "{old}: {}", says(&check));
        let name = old.rsplit(['#', '/']).next().expect("a name");
        let output = bluf(&scratch, &["rename", back, name]);
        assert!(output.status.success(), "{back}: {}", says(&output));
        assert_eq!(fs::read_to_string(&file).expect("read"), before, "{back}");
    }
    for (old, new, why) in [
        ("J30", "J31", "there is no `J30` in russia-iran-treaty; did you mean `J3`?"),
        ("J3", "J4", "there is a `J4` already"),
        ("J3", "C99", "`C99` is no name for it; ids here are J and a number: J1"),
        ("ART", "art", "capitals"),
        ("economics", "cover", "that is the name of a page"),
        ("no-such#J1", "J2", "there is no briefing `no-such`"),
    ] {
        let output = bluf(&scratch, &["rename", old, new]);
        assert_eq!(output.status.code(), Some(2), "{old} {new}");
        assert!(says(&output).contains(why), "{old} {new}: {}", says(&output));
    }
    assert_eq!(fs::read_to_string(&file).expect("read"), before);
    let output = bluf(&scratch, &["--restricted", "rename", "J3", "J30"]);
    assert!(!output.status.success() && says(&output).contains("restricted mode changes no file"), "{}", says(&output));
}

#[test]
fn n21_a_command_says_in_how_many_places_a_name_stood() {
    let scratch = Scratch::with_port("naming-places");
    for (old, new, places) in [
        ("J1", "J11", "port.yaml: J1 is J11 now, and 1 other place says so too\n"),
        ("C1", "C11", "port.yaml: C1 is C11 now, and 3 other places say so too\n"),
        ("T1", "T11", "port.yaml: T1 is T11 now, and nothing else names it\n"),
    ] {
        let said = bluf(&scratch, &["rename", old, new]);
        assert!(String::from_utf8_lossy(&said.stdout).ends_with(places), "{}", says(&said));
    }
}

/// A draft has sections that only its candidates are in.
#[test]
fn n21_a_section_of_candidates_is_renamed() {
    let scratch = Scratch::new("rename-candidates");
    scratch.write("seeds/t.txt", "The tide is late. The ferry waits.\n");
    let text = "briefing: tide\ntitle: T\nsources:\n  S: {title: T, file: seeds/t.txt}\ncandidates:\n  sea:\n    - {says: The tide is late, quote: The tide is late.}\n  land:\n    - {says: The ferry waits, quote: The ferry waits.}\n";
    let file = scratch.write("briefings/tide.yaml", text);
    for (old, new, changed) in [("sea", "coast", "\n  coast:\n"), ("tide/land", "shore", "\n  shore:\n")] {
        let output = bluf(&scratch, &["rename", old, new]);
        assert!(output.status.success(), "{old}: {}", says(&output));
        assert!(says(&output).ends_with(&format!("is {new} now, and nothing else names it\n")), "{}", says(&output));
        assert!(fs::read_to_string(&file).expect("read").contains(changed), "{old}");
    }
    let output = bluf(&scratch, &["rename", "coast", "shore"]);
    assert!(says(&output).contains("there is a `shore` already"), "{}", says(&output));
    let output = bluf(&scratch, &["rename", "coats", "x"]);
    assert!(says(&output).contains("did you mean `coast`?"), "{}", says(&output));
    // With claims beside them both keys are changed, and one of them is the section itself.
    scratch.write(
        "briefings/tide.yaml",
        text.replace("candidates:", "sections:\n  sea:\n    C1: {says: The tide is late, quote: The tide is late.}\ncandidates:"),
    );
    let output = bluf(&scratch, &["rename", "sea", "coast"]);
    assert!(says(&output).ends_with("is coast now, and 1 other place says so too\n"), "{}", says(&output));
    assert_eq!(fs::read_to_string(&file).expect("read").matches("\n  coast:\n").count(), 2);
}

#[test]
fn n21_a_command_numbers_items_anew_and_tells_before_it_does() {
    let scratch = shipped("renumber");
    let file = scratch.0.join("briefings/treaty.yaml");
    assert!(bluf(&scratch, &["rename", "J3", "J30"]).status.success());
    let before = fs::read_to_string(&file).expect("read");
    let told = bluf(&scratch, &["renumber", "--dry-run"]);
    assert!(says(&told).contains("J30 → J3\n"), "{}", says(&told));
    assert_eq!(fs::read_to_string(&file).expect("read"), before);
    assert_eq!(says(&bluf(&scratch, &["renumber"])), says(&told));
    assert!(says(&bluf(&scratch, &["renumber"])).contains("numbered in the order of the file"));
    assert!(bluf(&scratch, &["check", "--strict"]).status.success());
}

#[test]
fn n4_a_command_pins_what_is_not_pinned_and_what_has_changed_only_where_that_is_said() {
    let scratch = shipped("pin");
    let file = scratch.0.join("briefings/treaty.yaml");
    let before = fs::read_to_string(&file).expect("read");
    assert!(says(&bluf(&scratch, &["pin"])).contains("ART: pinned already, and unchanged\n"));
    assert_eq!(fs::read_to_string(&file).expect("read"), before);
    // The line of the hash is taken out, and comes back where it belongs.
    let line = before.lines().find(|line| line.trim_start().starts_with("sha256:")).expect("it is pinned");
    fs::write(&file, before.replace(&format!("{line}\n"), "")).expect("written");
    assert!(says(&bluf(&scratch, &["pin"])).contains("ART: pinned\n"));
    let pinned = fs::read_to_string(&file).expect("read");
    assert_eq!(pinned.lines().filter(|other| other == &line).count(), 1, "{pinned}");
    // A changed text is not taken without a word.
    scratch.write(SEED, fs::read_to_string(project(SEED)).expect("read") + "\nOne more.\n");
    let output = bluf(&scratch, &["pin"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(says(&output).contains("its text has changed since it was pinned"), "{}", says(&output));
    assert_eq!(fs::read_to_string(&file).expect("read"), pinned);
    assert!(says(&bluf(&scratch, &["pin", "--changed"])).contains("ART: pinned anew\n"));
    assert!(says(&bluf(&scratch, &["pin"])).contains("unchanged"));
}
