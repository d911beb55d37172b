//! `bluf diff`: two editions of a briefing, files or revisions of Git; and what Git itself makes of it.

mod every_field;

use crate::dike::{BEFORE, NOW, dike};
use crate::support::hostile::{HOSTILE, fields, hostile};
use crate::support::{Scratch, program};
use serde_json::Value;
use std::process::{Command, Output};

fn diff(scratch: &Scratch, arguments: &[&str]) -> Output {
    program().current_dir(&scratch.0).arg("diff").args(arguments).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Git, with nothing of whoever runs the tests.
fn git(scratch: &Scratch, arguments: &[&str]) -> Output {
    let mut git = Command::new("git");
    git.current_dir(&scratch.0).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", &scratch.0).env("GIT_PAGER", "cat");
    git.args(["-c", "user.name=A", "-c", "user.email=a@x.test", "-c", "init.defaultBranch=main"]).args(arguments);
    let output = git.output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", err(&output));
    output
}

const FILE: &str = "briefings/port.yaml";

/// Two editions of the port, committed one behind the other.
fn committed(name: &str) -> Scratch {
    let scratch = Scratch::with_port(name);
    git(&scratch, &["init", "-q", "."]);
    git(&scratch, &["add", "-A"]);
    git(&scratch, &["commit", "-qm", "first"]);
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    scratch.write(
        FILE,
        text.replace("text: Trade moves elsewhere.", "text: Trade moves north.").replace("likelihood: likely", "likelihood: very likely"),
    );
    git(&scratch, &["commit", "-qam", "second"]);
    scratch
}

#[test]
fn n9_two_files_are_compared_as_the_page_of_changes_does_and_the_code_tells() {
    let scratch = dike("diff-files");
    // The page of the library is marked with what the check finds.
    let unmarked = |output: &Output| [" [error]", " [warning]", " [note]"].iter().fold(out(output), |text, mark| text.replace(mark, ""));
    let page = program().current_dir(&scratch.0).args(["--library", ".", "show", "dike/change"]).output().expect("it runs");
    scratch.write("elsewhere/old.yaml", BEFORE);
    let both = diff(&scratch, &["elsewhere/old.yaml", "briefings/dike.yaml"]);
    assert_eq!((both.status.code(), out(&both)), (Some(1), unmarked(&page)), "{}", err(&both));
    let same = diff(&scratch, &["briefings/dike.yaml", "briefings/dike.yaml"]);
    assert_eq!(same.status.code(), Some(0), "{}", out(&same));
    let of_library = diff(&scratch, &["dike"]);
    assert_eq!((of_library.status.code(), out(&of_library)), (Some(1), unmarked(&page)), "{}", err(&of_library));
}

#[test]
fn n9_a_change_of_one_word_anywhere_is_told() {
    let scratch = dike("diff-word");
    for (old, new, told) in [
        ("A flood", "The flood", "CLAIMS REWORDED OR REGRADED"),
        ("because: ", "because: Then ", "GROUNDS CHANGED"),
        ("reliability: B", "reliability: C", "Reliability: B → C"),
        ("question: ", "question: Now ", "Question: Does the dike hold? → Now Does the dike hold?"),
    ] {
        assert!(NOW.contains(old), "{old}");
        scratch.write("new.yaml", NOW.replacen(old, new, 1));
        let output = diff(&scratch, &["briefings/dike.yaml", "new.yaml"]);
        assert_eq!(output.status.code(), Some(1), "{old}: {}", err(&output));
        assert!(out(&output).contains(told), "{told}: {}", out(&output));
    }
}

#[test]
fn n9_a_comparison_is_handed_on_as_json_and_markdown() {
    let scratch = dike("diff-formats");
    scratch.write("old.yaml", BEFORE);
    let json = diff(&scratch, &["old.yaml", "briefings/dike.yaml", "--format", "json"]);
    let value: Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!((json.status.code(), &value["changed"]), (Some(1), &true.into()));
    let of = |list: &str, id: &str| value[list].as_array().expect("a list").iter().find(|one| one["id"] == id).cloned().unwrap_or_default();
    assert_eq!(of("judgements", "J1")["outcome"], "changed");
    assert_eq!(of("judgements", "J1")["then"]["likelihood"], "unlikely");
    assert_eq!(of("judgements", "J2")["account"], "silent");
    assert_eq!(of("judgements", "J4")["outcome"], "dropped");
    assert_eq!((&of("claims", "C9")["fate"], &of("sources", "RADIO")["fate"]), (&"dropped".into(), &"dropped".into()));
    let markdown = diff(&scratch, &["old.yaml", "briefings/dike.yaml", "--format", "markdown"]);
    assert!(out(&markdown).contains("# Change\n") && out(&markdown).contains("## Bottom line\n"), "{}", out(&markdown));
}

#[test]
fn n9_a_comparison_has_the_narrower_marking_of_the_two() {
    let scratch = dike("diff-marking");
    for (old, new) in [("TLP:RED", "TLP:GREEN"), ("TLP:GREEN", "TLP:RED")] {
        let marked = |text: &str, marking: &str| {
            let line = text.lines().find(|line| line.starts_with("marking: ")).expect("a marking");
            text.replace(line, &format!("marking: {marking}"))
        };
        scratch.write("old.yaml", marked(BEFORE, old));
        scratch.write("new.yaml", marked(NOW, new));
        let text = out(&diff(&scratch, &["old.yaml", "new.yaml"]));
        assert!(text.starts_with("TLP:RED\n") && text.ends_with("\nTLP:RED\n"), "{text}");
    }
}

#[test]
fn n9_a_version_that_cannot_be_read_ends_no_comparison_of_git() {
    let scratch = committed("diff-broken");
    let bluf = program().get_program().to_owned();
    let bluf = bluf.to_string_lossy();
    scratch.write(".gitattributes", "briefings/*.yaml diff=bluf\n");
    git(&scratch, &["config", "diff.bluf.textconv", &format!("{bluf} diff")]);
    git(&scratch, &["config", "diff.bluf.command", &format!("{bluf} diff")]);
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    scratch.write(FILE, "x: [\n");
    git(&scratch, &["commit", "-qam", "broken"]);
    scratch.write(FILE, text.replace("Trade moves north.", "Trade moves \u{1b}[31msouth."));
    scratch.write("briefings/zebra.yaml", text.replace("briefing: port", "briefing: zebra"));
    git(&scratch, &["add", "-A"]);
    let shown = out(&git(&scratch, &["diff", "--cached"]));
    assert!(shown.contains("briefings/port.yaml: ") && shown.contains("-x: [\n") && !shown.contains('\u{1b}'), "{shown}");
    assert!(shown.contains("zebra/change"), "what follows is compared too: {shown}");
    let log = out(&git(&scratch, &["log", "-p", "--no-ext-diff", "--format=%s"]));
    assert!(log.contains("broken") && log.contains("+x: [") && log.contains("second"), "{log}");
}

/// Where items stand, what is set aside, waits to be taken, is accepted and is told in a talk.
#[test]
fn n9_what_is_no_word_of_the_briefing_is_compared_too() {
    let scratch = Scratch::with_port("diff-arranged");
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    scratch.write("old.yaml", &text);
    let at = text.find("  trade:\n").expect("a section");
    for (new, said) in [
        (text.replace("    section: labour\n", "    section: trade\n"), "Section: J1 labour → trade"),
        (
            text.replace("  trade:\n", "")
                .replace("    C3:\n", "  trade:\n    C3:\n")
                .replacen("    C2:\n", "  trade:\n    C2:\n", 1)
                .replacen("  trade:\n    C3", "    C3", 1),
            "Section: C2 labour → trade",
        ),
        (
            text.replace("why: Colour.", "why: It is only colour."),
            "Set aside: ART The harbour is blue and the sky above it is bluer. (Colour.) → ",
        ),
        (format!("{text}slides: [bottom-line]\n"), "Slides: not stated → bottom-line"),
        (format!("{text}accept: {{meta/no-question: It has one.}}\n"), "Accepted: not stated → meta/no-question: It has one."),
        (
            text.replacen("    likelihood: unlikely\n", "    likelihood: unlikely\n    speaker: Wait here.\n", 1),
            "Speaker: J1 not stated → Wait here.",
        ),
        (
            format!(
                "{}{}",
                &text[..at],
                text[at..].replacen(
                    "judgements:\n",
                    "candidates:\n  trade:\n    - fact: It waits.\n      quote: Ships will wait\njudgements:\n",
                    1
                )
            ),
            "Candidates: not stated → It waits.",
        ),
    ] {
        assert_ne!(new, text, "{said}");
        scratch.write("new.yaml", &new);
        let output = diff(&scratch, &["old.yaml", "new.yaml"]);
        let told = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(output.status.code() == Some(1) && told.contains(said.trim()), "{said}: {}{}", out(&output), err(&output));
    }
}

/// Whoever numbers a briefing anew, or gives an item another id, changes no word of it.
#[test]
fn n9_an_item_with_another_id_is_the_item_with_its_words() {
    let scratch = Scratch::with_port("diff-renamed");
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    scratch.write("old.yaml", &text);
    let swap = |text: &str, pairs: &[(&str, &str)]| {
        let apart = pairs.iter().fold(text.to_owned(), |text, (then, now)| text.replace(then, &format!("{}\u{1}{}", &now[..1], &now[1..])));
        apart.replace('\u{1}', "")
    };
    // Two claims have each other's ids, and a judgement one of its own.
    scratch.write("new.yaml", swap(&text, &[("C1", "C2"), ("C2", "C1"), ("J1", "J9")]));
    let same = diff(&scratch, &["old.yaml", "new.yaml"]);
    assert_eq!(same.status.code(), Some(0), "{}{}", out(&same), err(&same));
    assert!(out(&same).contains("Ids are those of this edition: C2 was C1, C1 was C2 and J9 was J1."), "{}", out(&same));
    let json: Value = serde_json::from_str(&out(&diff(&scratch, &["old.yaml", "new.yaml", "--format", "json"]))).expect("JSON");
    assert_eq!(json["renamed"][2], serde_json::json!({"then": "J1", "now": "J9"}), "{json}");
    // The first claim is gone, and the others are numbered anew: one is withdrawn, and none is another.
    let at = text.find("    C1:").expect("a claim");
    let end = at + text[at..].find("    C2:").expect("the next");
    let gone = swap(&format!("{}{}", &text[..at], &text[end..]).replace("[C1]", "then"), &[("C2", "C1"), ("C3", "C2")]);
    scratch.write("new.yaml", gone);
    let told = out(&diff(&scratch, &["old.yaml", "new.yaml"]));
    assert!(told.contains("1 claim withdrawn.") && told.contains("C1-before") && told.contains("(C1-before was C1)"), "{told}");
    // A silent change is found under whatever id.
    let silent = swap(&text.replace("likelihood: unlikely", "likelihood: likely"), &[("J1", "J9")]);
    scratch
        .write("briefings/port.yaml", silent.replace("change: initial", "change: changed\nprevious: old.yaml").replace("11-22", "12-22"));
    let check = program().current_dir(&scratch.0).args(["check", "."]).output().expect("it runs");
    assert!(out(&check).contains("judgement/silent-change"), "{}", out(&check));
    let page = program().current_dir(&scratch.0).args(["--library", ".", "show", "port/change"]).output().expect("it runs");
    assert!(out(&page).contains("J9 was J1") && out(&page).contains("changed silently"), "{}", out(&page));
}

#[test]
fn n9_a_draft_of_the_same_edition_owes_its_account_to_the_edition_before() {
    let scratch = Scratch::with_port("diff-draft");
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    let was = "    likelihood: very likely\n    was: {likelihood: unlikely, confidence: high, why: Ships had waited.}\n";
    scratch.write("old.yaml", &text);
    scratch.write("new.yaml", text.replace("    likelihood: likely\n", was));
    let told = out(&diff(&scratch, &["old.yaml", "new.yaml"]));
    assert!(told.contains("likely (55–80 %) → very likely") && !told.contains("Account") && !told.contains("Ships had waited"), "{told}");
    let next = std::fs::read_to_string(scratch.0.join("new.yaml"))
        .expect("read")
        .replace("date: 2026-11-22", "date: 2026-12-01")
        .replace("change: initial", "change: changed");
    scratch.write("next.yaml", next);
    let told = out(&diff(&scratch, &["old.yaml", "next.yaml"]));
    assert!(told.contains("Account: What this edition says was said before is not what was said."), "{told}");
}

#[test]
fn n9_what_was_dropped_keeps_its_mark_and_grounds_are_told_then_and_now() {
    let scratch = Scratch::with_port("diff-grounds");
    let text = std::fs::read_to_string(scratch.0.join(FILE)).expect("read");
    let marked = text.replace("    text: The port closes for a week.\n", "    text: The port closes for a week.\n    marking: TLP:AMBER\n");
    assert_ne!(marked, text);
    scratch.write("old.yaml", &marked);
    let at = marked.find("  J1:").expect("a judgement");
    let end = at + marked[at..].find("  J2:").expect("another");
    let because = marked.lines().find(|line| line.trim_start().starts_with("because: ")).expect("a reason").to_owned();
    let dropped = format!("{}{}", &marked[..at], &marked[end..]);
    scratch.write("new.yaml", &dropped);
    let told = out(&diff(&scratch, &["old.yaml", "new.yaml"]));
    assert!(told.contains("J1 (TLP:AMBER) unlikely: The port closes for a week."), "{told}");
    scratch.write("other.yaml", marked.replacen(&because, "    because: The dockers voted.", 1));
    let told = out(&diff(&scratch, &["old.yaml", "other.yaml"]));
    let then = because.trim_start().trim_start_matches("because: ").trim_matches('\'');
    assert!(told.contains(&format!("Because: {then}")) && told.contains("→ The dockers voted."), "{told}");
}

#[test]
fn n9_a_file_is_compared_with_a_revision_of_git() {
    let scratch = committed("diff-git");
    let old = format!("HEAD~1:{FILE}");
    for new in [FILE.to_owned(), format!("HEAD:{FILE}"), format!("HEAD:./{FILE}")] {
        let output = diff(&scratch, &[&old, &new]);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        for words in
            ["1 changed, 1 of them silently; 1 consistent", "J2 very likely: Trade moves north.", "Text then: Trade moves elsewhere."]
        {
            assert!(out(&output).contains(words), "{words}: {}", out(&output));
        }
    }
    assert_eq!(diff(&scratch, &[&format!("HEAD:{FILE}"), FILE]).status.code(), Some(0));
    for (old, why) in [
        ("HEAD~9:briefings/port.yaml", "HEAD~9:briefings/port.yaml cannot be read: git says: "),
        ("HEAD:briefings/none.yaml", "git says: path 'briefings/none.yaml' does not exist in 'HEAD'"),
        ("none.yaml", "there is no file none.yaml"),
        ("HEAD:seeds/port.txt", "HEAD:seeds/port.txt: "),
        ("seeds", "seeds is a folder: name a briefing's file in it"),
    ] {
        let output = diff(&scratch, &[old, FILE]);
        assert!(output.status.code() == Some(2) && err(&output).contains(why), "{old}: {}", err(&output));
    }
    let confined =
        program().current_dir(&scratch.0).args(["--restricted", "diff", &old, &format!("HEAD:{FILE}")]).output().expect("it runs");
    assert!(
        confined.status.code() == Some(2) && err(&confined).contains("in restricted mode no revision of Git is read"),
        "{}",
        err(&confined)
    );
}

/// As the README says it.
#[test]
fn n9_git_log_speaks_in_judgements() {
    let scratch = committed("diff-textconv");
    let readme = std::fs::read_to_string(crate::support::project("README.md")).expect("the README");
    let bluf = env!("CARGO_BIN_EXE_bluf");
    for (name, line) in [
        ("diff.bluf.textconv", "git config diff.bluf.textconv \"bluf diff\""),
        ("diff.bluf.command", "git config diff.bluf.command \"bluf diff\""),
    ] {
        assert!(readme.contains(line) && readme.contains("briefings/*.yaml diff=bluf"), "{name}");
    }
    scratch.write(".gitattributes", "briefings/*.yaml diff=bluf\n");
    git(&scratch, &["config", "diff.bluf.textconv", &format!("{bluf} diff")]);
    let log = out(&git(&scratch, &["log", "-p", "-1", "--", FILE]));
    for line in ["-J2 Trade moves elsewhere.", "+J2 Trade moves north.", "-J2 Likelihood: likely", "+J2 Likelihood: very likely"] {
        assert!(log.lines().any(|one| one == line), "{line}: {log}");
    }
    assert_eq!(diff(&scratch, &[&format!("HEAD~1:{FILE}"), FILE]).status.code(), Some(1));
    git(&scratch, &["config", "diff.bluf.command", &format!("{bluf} diff")]);
    let told = out(&git(&scratch, &["diff", "HEAD~1", "HEAD"]));
    assert!(told.contains("J2 very likely: Trade moves north.") && told.contains("CHANGED"), "{told}");
    git(&scratch, &["mv", FILE, "briefings/harbour.yaml"]);
    let renamed = out(&git(&scratch, &["diff", "--cached", "-M"]));
    assert!(renamed.is_empty() || renamed.contains("2 consistent"), "{renamed}");
    git(&scratch, &["rm", "-qf", "briefings/harbour.yaml"]);
    git(&scratch, &["commit", "-qm", "third"]);
    assert_eq!(
        out(&git(&scratch, &["diff", "HEAD~1", "HEAD", "--", "briefings"])),
        "briefings/port.yaml: deleted, with 2 judgements and 3 claims\n"
    );
    let added = out(&git(&scratch, &["diff", "HEAD", "HEAD~1", "--", "briefings"]));
    assert!(added.contains("2 new; 3 claims added") && !added.contains("could not be read"), "{added}");
}

#[test]
fn n9_nothing_that_an_edition_says_commands_whoever_reads_the_comparison() {
    for (at, words) in HOSTILE.into_iter().enumerate() {
        let scratch = hostile(&format!("diff-hostile-{at}"), words);
        let text = std::fs::read_to_string(scratch.0.join("briefings/hostile.yaml")).expect("read");
        scratch.write("old.yaml", text.replace("likelihood: likely", "likelihood: unlikely").replace("fact: \"claim ", "fact: \"saying "));
        for format in ["text", "markdown", "html", "json"] {
            let output = diff(&scratch, &["old.yaml", "briefings/hostile.yaml", "--format", format]);
            assert_eq!(output.status.code(), Some(1), "{words:?}: {}", err(&output));
            assert_eq!(bluf::text::neutral(&out(&output)), out(&output), "{words:?}");
            if let Ok(Value::Object(value)) = serde_json::from_slice(&output.stdout) {
                assert_eq!(value["judgements"][0]["now"]["text"], format!("judgement {words}"));
            }
        }
        let lines = out(&diff(&scratch, &["old.yaml"]));
        assert_eq!(bluf::text::neutral(&lines), lines, "{words:?}");
        for field in fields() {
            assert!(lines.contains(&format!("{} ", if field == "claim" { "saying" } else { field })), "{field}");
        }
    }
}
