//! The command line: what it prints, where, and how it ends.

use crate::support::{Scratch, ends, program, project};
use bluf::export::FORMATS;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn bluf(arguments: &[impl AsRef<OsStr>]) -> Output {
    program().args(arguments).stdin(Stdio::null()).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn help_and_version_succeed_on_standard_output() {
    for flag in ["--help", "--version"] {
        let output = bluf(&[flag]);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).contains("bluf") && output.stderr.is_empty());
    }
}

#[test]
fn e14_without_a_terminal_it_prints_the_page() {
    let none: [&str; 0] = [];
    assert_eq!(out(&bluf(&none)), out(&bluf(&["show", "russia-iran-treaty"])));
    assert!(out(&bluf(&["russia-iran-treaty#J1"])).contains("WE JUDGE"));
}

#[test]
fn to_a_pipe_a_paragraph_is_one_line() {
    let output = bluf(&["show", "russia-iran-treaty/source"]);
    let source = include_str!("../../seeds/russia-iran-treaty.txt");
    let sentence = "This alliance not only enables Iran to extend its military reach but presents Russia with a strategic foothold in a region critical for its own geopolitical maneuvers, especially as it faces isolation from Europe and North America.";
    assert!(source.contains(sentence));
    assert!(out(&output).lines().any(|line| line.contains(sentence)));
}

#[test]
fn an_unknown_address_says_what_may_have_been_meant() {
    for (address, words) in [
        ("russia-iran-traety", "did you mean `russia-iran-treaty`?"),
        ("russia-iran-treaty/economic", "did you mean `economics`?"),
        ("russia-iran-treaty#J99", "no item `J99`"),
        ("russia-iran-treaty/source/ART:30", "29 sentences"),
        ("russia-iran-treaty/J1", "no section `J1` in russia-iran-treaty; did you mean `russia-iran-treaty#J1`?"),
        ("russia-iran-treaty/ART:8", "did you mean `russia-iran-treaty#ART:8`?"),
        ("russia-iran-treaty#timeline", "did you mean `russia-iran-treaty/timeline`?"),
        ("russia-iran-treaty#ART/drift", "did you mean `russia-iran-treaty/source/ART/drift`?"),
        ("C5:1", "did you mean `russia-iran-treaty#C5:1`?"),
        ("scale:x", "is no address"),
    ] {
        let output = bluf(&["show", address]);
        assert_eq!(output.status.code(), Some(2), "{address}");
        assert!(err(&output).contains(words), "{address}: {}", err(&output));
        assert!(output.stdout.is_empty());
    }
    for address in ["russia-iran-traety", "russia-iran-traety#J1", "russia-iran-treaty/source/ART"] {
        let output = bluf(&["drift", address]);
        assert!(err(&output).ends_with("; did you mean `russia-iran-treaty`?\n"), "{address}: {}", err(&output));
    }
}

#[test]
fn check_prints_no_finding_on_the_shipped_library() {
    let output = bluf(&["check", "--strict"]);
    let printed = out(&output);
    let accepted = printed.matches("\naccepted[").count() + 1;
    assert!(printed.ends_with(&format!("\n1 briefing: 0 errors, 0 warnings, 0 notes, {accepted} accepted\n")), "{printed}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn schema_prints_the_schema() {
    let output = bluf(&["schema"]);
    assert_eq!(output.status.code(), Some(0));
    let written = serde_json::to_string_pretty(&bluf::briefing::schema::schema()).expect("JSON");
    assert_eq!(out(&output), written + "\n");
}

/// Deleting one word from a copy of the source names the claim at <file:line:column> and exits with 1.
#[test]
fn m2_check_names_the_unanchored_claim_at_its_place() {
    let scratch = Scratch::with_library("check-m2");
    let source = scratch.0.join("seeds/russia-iran-treaty.txt");
    let text = std::fs::read_to_string(&source).expect("the source");
    std::fs::write(&source, text.replacen("joint military exercises", "joint exercises", 1)).expect("written");
    let output = bluf(&[OsStr::new("check"), scratch.0.as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    let briefing = std::fs::read_to_string(scratch.0.join("briefings/russia-iran-treaty.yaml")).expect("the briefing");
    let line = briefing.lines().position(|line| line.contains("quote:") && line.contains("joint military exercises")).expect("quoted") + 1;
    let printed = out(&output);
    assert!(printed.contains("error[quote/not-found]: C"), "{printed}");
    assert!(printed.contains(&format!("russia-iran-treaty.yaml:{line}:")), "{printed}");
    assert!(
        printed.contains("^^^") && printed.contains("nearest, ART:7: The pledge to conduct joint −military− exercises; if"),
        "{printed}"
    );
}

#[test]
fn json_findings_have_every_field() {
    let output = bluf(&[OsStr::new("check"), OsStr::new("--format"), OsStr::new("json"), project("tests/bad").as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert!(!findings.is_empty());
    for finding in findings {
        for field in ["file", "line", "column", "end_line", "end_column", "rule", "level", "id", "message", "hint"] {
            assert!(finding.get(field).is_some(), "{field} is missing in {finding}");
        }
        assert!(finding["line"].as_u64().expect("a number") >= 1);
    }
}

#[test]
fn what_cannot_be_opened_fails_with_2_and_says_why() {
    let scratch = Scratch::new("cannot");
    std::fs::create_dir(scratch.0.join("empty")).expect("a folder");
    for (path, words) in [("nowhere.yaml", "no file or folder"), ("empty", "holds no briefing")] {
        let output = program().arg(path).current_dir(&scratch.0).stdin(Stdio::null()).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{path}");
        assert!(err(&output).contains(words), "{path}: {}", err(&output));
    }
}

#[test]
fn a_pipe_as_a_file_is_refused_at_once() {
    let scratch = Scratch::new("fifo");
    scratch.write("briefings/x.yaml", "briefing: x\nmarking: TLP:CLEAR\nsources: {ART: {file: pipe}}\n");
    for name in ["pipe", "pipe.yaml"] {
        let made = Command::new("mkfifo").arg(scratch.0.join(name)).status().expect("mkfifo runs");
        assert!(made.success());
    }
    let check = |path: &Path| {
        let path = path.to_owned();
        ends(move || bluf(&[OsStr::new("check"), path.as_os_str()]))
    };
    let output = check(&scratch.0);
    assert!(out(&output).contains("no regular file"), "{}", out(&output));
    assert_eq!(check(&scratch.0.join("pipe.yaml")).status.code(), Some(2));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = program()
        .args(["show", "russia-iran-treaty/source"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn the_library_can_be_named_by_the_environment() {
    let output =
        program().args(["show", "library"]).env("BLUF_LIBRARY", project("tests/desk")).stdin(Stdio::null()).output().expect("it runs");
    assert!(out(&output).contains("Invented"), "{}", err(&output));
}

#[test]
fn control_bytes_of_an_argument_are_not_printed() {
    for arguments in [vec!["show", "a\u{1b}[31mb"], vec!["--\u{1b}[31m"], vec!["check", "\u{1b}]0;x\u{7}"]] {
        let output = bluf(&arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(!output.stderr.contains(&0x1b) && !output.stdout.contains(&0x1b), "{arguments:?}");
    }
}

#[test]
fn the_library_can_be_named_before_or_behind_the_subcommand() {
    let desk = project("tests/desk");
    let desk = desk.to_str().expect("UTF-8");
    let before = bluf(&["--library", desk, "show", "ostrel-ferries"]);
    let behind = bluf(&["show", "ostrel-ferries", "--library", desk]);
    assert_eq!(before.status.code(), Some(0), "{}", err(&before));
    assert_eq!(out(&before), out(&behind));
}

#[test]
fn a_library_before_a_command_is_not_passed_over() {
    for arguments in [&["tests/bad", "check"][..], &["tests/desk", "show", "library"]] {
        let output = bluf(arguments);
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        assert!(err(&output).contains(&format!("write `bluf check {}`", arguments[0])), "{}", err(&output));
    }
}

#[test]
fn m7_a_printed_claim_marks_the_quoted_words() {
    let claim = out(&bluf(&["show", "russia-iran-treaty#C1"]));
    assert!(claim.contains('‹') && claim.contains('›'), "{claim}");
}

/// A marking that cannot be read must not make a library look free, nor hide a narrow one.
#[test]
fn an_invalid_marking_is_said_beside_that_of_the_others() {
    let scratch = Scratch::new("unmarked");
    scratch.write("a.yaml", "briefing: a\ntitle: A\n");
    scratch.write("b.yaml", "briefing: b\nmarking: TLP:AMBER\n");
    let shown = || out(&bluf(&["show", "library", "--library", scratch.0.to_str().expect("UTF-8")]));
    assert!(shown().starts_with("TLP:AMBER · NO MARKING\n"), "{}", shown());
    scratch.write("a.yaml", "briefing: a\nmarking: TLP:REDD\n");
    assert!(shown().starts_with("TLP:RED\n"), "{}", shown());
}

#[test]
fn a_briefing_that_cannot_be_read_is_printed_as_its_findings_and_is_a_failure() {
    let scratch = Scratch::new("unreadable");
    let file = scratch.write("broken.yaml", "briefing: broken\nquestion: [oops\n");
    let library = scratch.0.to_str().expect("UTF-8");
    for arguments in
        [&["show", "broken", "--library", library][..], &["show", "broken#J1", "--library", library], &[file.to_str().expect("UTF-8")]]
    {
        let output = bluf(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(out(&output).contains("2:11 unclosed bracket") && !out(&output).contains("Enter"), "{}", out(&output));
    }
}

#[test]
fn in_restricted_mode_an_export_is_printed_and_never_written() {
    let scratch = Scratch::new("restricted-export");
    let file = scratch.0.join("x.txt");
    let export = ["--restricted", "export", "russia-iran-treaty", "--to", "text"];
    let written = program().args(export).arg("-o").arg(&file).output().expect("it runs");
    assert!(written.status.code() == Some(2) && err(&written).contains("restricted mode writes no file") && !file.exists());
    let font = program().args(export).args(["--font", "/etc/hostname"]).output().expect("it runs");
    assert_eq!(font.status.code(), Some(2), "no other file is opened");
    assert!(out(&program().args(export).output().expect("it runs")).starts_with("TLP:CLEAR\n"));
}

#[test]
fn thousands_of_findings_are_counted_and_not_all_drawn() {
    let scratch = Scratch::new("many");
    let keys = (0..20_000).map(|at| format!("k{at}: 1")).collect::<Vec<_>>().join("\n");
    let path = scratch.write("a.yaml", format!("briefing: a\nmarking: TLP:CLEAR\n{keys}"));
    let output = bluf(&[OsStr::new("check"), path.as_os_str()]);
    assert!(out(&output).contains("19950 more of yaml/unknown-field"), "{}", err(&output));
    assert!(out(&output).contains("20000 errors"));
    assert_eq!(out(&output).matches("error[yaml/unknown-field]").count(), 50);
}

#[test]
fn the_library_has_the_narrowest_marking_of_its_briefings() {
    let output = bluf(&[OsStr::new("show"), OsStr::new("library"), OsStr::new("--library"), project("tests/desk").as_os_str()]);
    assert!(out(&output).starts_with("TLP:AMBER+STRICT\n"), "clear, green, amber and amber+strict: {}", out(&output));
}

/// Mistakes of form, of links and of tradecraft in one file: none hides another.
#[test]
fn six_mistakes_of_different_kinds_in_one_file_are_six_findings() {
    let scratch = Scratch::new("six");
    scratch.write("seeds/six.txt", "The port is open. The port could close.\n");
    let text = "briefing: six\nmarking: TLP:WHITE\ndate: 2026-11-22\nchange: initial\nquestion: Why?\n\
                bottom_line: A change is very likely [J1].\n\
                sources:\n  ART: {title: T, date: 2026-01-01, file: seeds/six.txt, reliability: C, descriptor: D}\n\
                sections:\n  s:\n    C1: {fact: The port is open., qoute: The port is open}\n    \
                C2: {assessment: The port closed., quote: The port could close}\n\
                judgements:\n  J1: {text: It may change., by: 2027, likelihood: likely, confidence: lwo, because: B, claims: [C2, C9]}\n";
    let path = scratch.write("briefings/six.yaml", text);
    let output = bluf(&[OsStr::new("check"), OsStr::new("--format"), OsStr::new("json"), path.as_os_str()]);
    let report: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let found: Vec<&str> = report["findings"].as_array().expect("a list").iter().filter_map(|finding| finding["rule"].as_str()).collect();
    for rule in [
        "marking/invalid",
        "yaml/unknown-field",
        "yaml/unknown-word",
        "id/dangling",
        "claim/hedge-dropped",
        "judgement/hedge-word",
        "bottom-line/drift",
    ] {
        assert!(found.contains(&rule), "{rule} is hidden: {found:?}");
    }
}

#[test]
fn sarif_holds_every_finding_with_its_rule_and_its_place() {
    let output = bluf(&[OsStr::new("check"), OsStr::new("--format"), OsStr::new("sarif"), project("tests/bad").as_os_str()]);
    let log: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 100);
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a number");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let number = |name: &str| region[name].as_u64().expect("a number");
        assert!((number("startLine"), number("startColumn")) <= (number("endLine"), number("endColumn")));
    }
    let shipped: serde_json::Value = serde_json::from_str(&out(&bluf(&["check", "--format", "sarif"]))).expect("JSON");
    let results = shipped["runs"][0]["results"].as_array().expect("results");
    assert!(!results.is_empty());
    assert!(results.iter().all(|result| result["suppressions"][0]["justification"].is_string()), "all is acknowledged");
}

/// What a reader of SARIF finds a file by.
fn uris(output: &Output) -> Vec<String> {
    let log: serde_json::Value = serde_json::from_str(&out(output)).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results").clone();
    let uri = |result: &serde_json::Value| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    results.iter().map(|result| uri(result).as_str().expect("a text").to_owned()).collect()
}

#[test]
fn sarif_names_an_absolute_file_with_its_scheme_and_a_relative_one_without() {
    let scratch = Scratch::new("sarif");
    let folder = scratch.0.join("my désk, 100% #1");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("a b.yaml"), "briefing: a\n").expect("written");
    let check = |named: &Path| {
        let arguments = [OsStr::new("check"), OsStr::new("--format"), OsStr::new("sarif"), named.as_os_str()];
        program().args(arguments).current_dir(&scratch.0).output().expect("it runs")
    };
    let escaped = "my%20d%C3%A9sk%2C%20100%25%20%231/a%20b.yaml";
    let root = scratch.0.to_str().expect("UTF-8");
    for (named, expected) in [
        (folder.clone(), format!("file://{root}/{escaped}")),
        (Path::new("/").join(format!("/{}", folder.display())), format!("file://{root}/{escaped}")),
        (folder.strip_prefix(&scratch.0).expect("in it").to_owned(), escaped.to_owned()),
    ] {
        let uris = uris(&check(&named));
        assert!(!uris.is_empty() && uris.iter().all(|uri| *uri == expected), "{uris:?}");
    }
}

/// Without a library on the command line, every command is about the one that we stand in.
#[test]
fn where_no_library_is_named_the_one_that_we_stand_in_is_meant_and_check_says_which() {
    let scratch = Scratch::with_port("stand-in");
    let root = std::fs::canonicalize(&scratch.0).expect("there");
    scratch.write("briefings/deep/other.yaml", "briefing: other\n");
    scratch.write("empty/briefings/notes.txt", "no briefing\n");
    scratch.write("flat/a.yaml", "briefing: a\n");
    let run = |folder: &str, arguments: &[&str]| program().args(arguments).current_dir(scratch.0.join(folder)).output().expect("it runs");
    scratch.write("seeds/originals/port.json", "{}\n");
    for folder in ["", "briefings", "briefings/deep", "seeds", "seeds/originals"] {
        let checked = run(folder, &["check"]);
        assert_eq!(checked.status.code(), Some(1), "{folder}: {}", err(&checked));
        assert!(out(&checked).contains("2 briefings: "), "{folder}: {}", out(&checked));
        assert_eq!(err(&checked), format!("bluf: checking {}\n", root.display()), "{folder}");
        // The browser, a page and a note are of the same library.
        for arguments in [&[][..], &["show", "library"]] {
            assert!(out(&run(folder, arguments)).contains("library · 2 briefings"), "{folder} {arguments:?}");
        }
        assert_eq!(run(folder, &["show", "port#J1"]).status.code(), Some(0));
    }
    scratch.write("flat/seeds/port.txt", "The port is shut.\n");
    for (folder, hint) in [("flat/seeds", ""), ("empty", ""), ("flat", "; `bluf check .` checks the files of this folder")] {
        let checked = run(folder, &["check", "--format", "json"]);
        assert_eq!(checked.status.code(), Some(0), "{folder}: {}", out(&checked));
        assert_eq!(err(&checked), format!("bluf: checking the built-in library{hint}\n"), "{folder}");
    }
    // What is named wins, and in restricted mode where we stand is no way to a library.
    assert!(out(&run("", &["--library", "flat", "check"])).contains("1 briefing: "));
    assert!(err(&run("", &["--library", "flat", "check"])).ends_with("/flat\n"));
    assert!(err(&run("", &["--restricted", "check"])).ends_with("checking the built-in library\n"));
    assert_eq!(err(&run("", &["check", "."])), "");
}

/// The first command of the README, where it is given.
#[test]
fn where_the_program_was_built_from_it_opens_what_is_built_in_until_that_is_changed() {
    let scratch = Scratch::new("as-built");
    for name in ["briefings/russia-iran-treaty.yaml", "seeds/russia-iran-treaty.txt"] {
        scratch.write(name, std::fs::read(project(name)).expect("read"));
    }
    let library = || out(&program().args(["show", "library"]).current_dir(&scratch.0).output().expect("it runs"));
    assert!(!library().contains("Changed. "), "{}", library());
    scratch.write("briefings/other.yaml", "briefing: other\n");
    assert!(library().contains("2 briefings"), "{}", library());
    std::fs::remove_file(scratch.0.join("briefings/other.yaml")).expect("removed");
    let file = "briefings/russia-iran-treaty.yaml";
    let text = std::fs::read_to_string(scratch.0.join(file)).expect("read").replace("title: ", "title: Changed. ");
    scratch.write(file, text);
    assert!(library().contains("Changed. "), "{}", library());
}

#[test]
fn one_rule_or_family_can_be_asked_for_and_explained() {
    let bad = project("tests/bad");
    let output = bluf(&[
        OsStr::new("check"),
        OsStr::new("--rule"),
        OsStr::new("quote"),
        OsStr::new("--format"),
        OsStr::new("json"),
        bad.as_os_str(),
    ]);
    let report: serde_json::Value = serde_json::from_str(&out(&output)).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    assert!(!findings.is_empty());
    assert!(findings.iter().all(|finding| finding["rule"].as_str().is_some_and(|rule| rule.starts_with("quote/"))));
    let explained = out(&bluf(&["check", "--explain", "judgement/hedge-word"]));
    assert!(explained.contains("PHIA") && explained.contains("Good:") && explained.contains("Bad:"), "{explained}");
    let unknown = bluf(&["check", "--explain", "judgement/hedge-wrod"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("did you mean `judgement/hedge-word`?"), "{}", err(&unknown));
}

/// A row of the table of formats is all that the command line needs: what a format has no function for is refused, with the
/// names of those that have one.
#[test]
fn every_format_writes_what_its_row_says_and_nothing_else() {
    for format in &FORMATS {
        let checked = bluf(&["check", "--format", format.name]);
        let explained = bluf(&["check", "--format", format.name, "--explain", "quote"]);
        let noted = bluf(&["notes", "--format", format.name, "no-such-briefing"]);
        let is_value = !err(&noted).contains("possible values: markdown, json]");
        assert_eq!(checked.status.success(), format.findings.is_some(), "{}: {}", format.name, err(&checked));
        assert_eq!(explained.status.success(), format.rules.is_some(), "{}: {}", format.name, err(&explained));
        assert_eq!(is_value, format.notes.is_some(), "{}: {}", format.name, err(&noted));
        let refused = if format.rules.is_some() { "write human, json or sarif" } else { "possible values: human, json, sarif, markdown" };
        assert!(format.findings.is_some() || err(&checked).contains(refused), "{}", err(&checked));
        assert!(
            format.rules.is_some() || format.findings.is_none() || err(&explained).contains("as human or as markdown"),
            "{}",
            err(&explained)
        );
    }
}

#[test]
fn the_environment_sets_today_for_outputs_that_are_to_be_the_same_tomorrow() {
    let shown = |seconds: &str| {
        let output = program().args(["show", "russia-iran-treaty/timeline"]).env("SOURCE_DATE_EPOCH", seconds).output().expect("runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (before, after) = (shown("1798761600"), shown("1830297600"));
    assert!(before.contains("today, 1 Jan 2027") && !before.contains("(passed)"), "{before}");
    assert!(after.contains("today, 1 Jan 2028") && after.contains("(passed)"), "{after}");
}
