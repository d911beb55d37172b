//! What became of judgements: told, dated, shown, and missed where it is missing.

use crate::support::{Reader, Scratch, dense};
use bluf::briefing::Date;
use bluf::library::{self, Library};

const HEAD: &str = "briefing: x\ntitle: X\nmarking: TLP:CLEAR\nsources: {ART: {title: S, file: seeds/s.txt}}\nsections:\n  s:\n    C1: {fact: First, quote: One.}\n    C2: {fact: The port opened, quote: Two.}\n";

/// An edition of a date whose judgement has an outcome, read on a day.
fn opened(scratch: &Scratch, head: &str, outcome: &str, day: &str) -> Library {
    scratch.write("seeds/s.txt", "One. Two.\n");
    let judgement = "text: A, claims: [C1], likelihood: likely, confidence: low, by: 2026-06";
    let outcome = if outcome.is_empty() { String::new() } else { format!(", outcome: {outcome}") };
    scratch.write("briefings/x.yaml", format!("{HEAD}{head}judgements:\n  J1: {{{judgement}{outcome}}}\n"));
    library::open(&scratch.0).expect("opens").on(Date::parse(day).as_ref())
}

/// The rules about outcomes that are broken.
fn broken(library: &Library) -> Vec<&'static str> {
    let of_outcomes = |rule: &&str| rule.starts_with("outcome/") || ["judgement/overdue", "yaml/trap", "yaml/unknown-word"].contains(rule);
    library.entries()[0].findings().iter().map(|finding| finding.rule).filter(of_outcomes).collect()
}

#[test]
fn n16_an_outcome_is_told_once_the_horizon_has_passed_and_dated_between() {
    let scratch = Scratch::new("outcome-rules");
    for (outcome, day, expected) in [
        ("", "2026-06-30", &[][..]),
        ("", "2026-07-01", &["judgement/overdue"]),
        ("{came: yes, on: 2026-05-02, claims: [C2]}", "2026-07-01", &[]),
        ("{came: true, on: 2026-05-02, claims: [C2]}", "2026-07-01", &[]),
        ("{came: no}", "2026-07-01", &[]),
        ("{came: false, on: 2026-07}", "2026-07-01", &[]),
        ("{came: partly, claims: [C2], note: One gate of two.}", "2026-07-01", &[]),
        ("{came: void, note: The port was sold.}", "2026-07-01", &[]),
        ("{came: yes}", "2026-07-01", &["outcome/no-claim"]),
        ("{came: partly, claims: [C2]}", "2026-07-01", &["outcome/unexplained"]),
        ("{came: void}", "2026-07-01", &["outcome/unexplained"]),
        ("{on: 2026-05-02}", "2026-07-01", &["outcome/no-word"]),
        ("{came: yes, on: 2026-01-04, claims: [C2]}", "2026-07-01", &["outcome/misdated"]),
        ("{came: yes, on: 2026-01, claims: [C2]}", "2026-07-01", &[]),
        ("{came: no, on: 2026-07-02}", "2026-07-01", &["outcome/misdated"]),
        ("{came: yes, on: 2026-07-01, claims: [C2]}", "2026-08-01", &["outcome/misdated"]),
        ("{came: no, on: 2026-07-01}", "2026-08-01", &[]),
        ("{came: maybe, claims: [C2]}", "2026-07-01", &["yaml/unknown-word"]),
    ] {
        assert_eq!(broken(&opened(&scratch, "date: 2026-01-05\n", outcome, day)), expected, "{outcome} on {day}");
    }
}

/// A later edition tells what became of what an earlier one judged.
#[test]
fn n16_an_outcome_is_held_against_the_edition_that_judged_it() {
    let scratch = Scratch::new("outcome-editions");
    scratch.write("earlier/x.yaml", format!("{HEAD}date: 2026-01-05\njudgements:\n  J1: {{text: A, claims: [C1], by: 2026-06}}\n"));
    let told = "{came: yes, on: 2026-05-02, claims: [C2]}";
    let head = "date: 2026-07-05\n";
    let library = opened(&scratch, head, told, "2026-07-05");
    assert_eq!(broken(&library), ["outcome/misdated"], "no edition before is named");
    // Its horizon had passed by then, so that this edition cannot have judged it.
    let message = "2026-05-02 lies before this edition of 2026-07-05, and none is named that judged it";
    assert!(library.entries()[0].findings().iter().any(|finding| finding.message == message));
    let library = opened(&scratch, &format!("{head}previous: earlier/x.yaml\n"), told, "2026-07-05");
    assert_eq!(broken(&library), [""; 0]);
    let screen = Reader::open(library, Some("x/change"), 100, 60).screen().join("\n");
    assert!(screen.contains("open → came about, 2 May 2026"), "{screen}");
}

/// What a third edition repeats or mends is held against the edition that judged it, however far back that is.
#[test]
fn n16_an_outcome_that_an_earlier_edition_has_told_is_no_fault_in_a_later_one() {
    let scratch = Scratch::new("outcome-third");
    let edition = |name: &str, head: &str, judgement: &str| {
        scratch.write(&format!("earlier/{name}.yaml"), format!("{HEAD}{head}\njudgements:\n  {judgement}\n"));
    };
    let open = "{text: A, claims: [C1], by: 2026-06}";
    let told = "{came: yes, on: 2026-05-02, claims: [C2]}";
    edition("first", "date: 2026-01-05", &format!("J1: {open}"));
    edition("open", "date: 2026-05-20\nprevious: earlier/first.yaml", &format!("J1: {open}"));
    edition("lost", "date: 2026-05-20\nprevious: earlier/gone.yaml", &format!("J1: {open}"));
    edition("ring", "date: 2026-05-20\nprevious: earlier/ring.yaml", &format!("J1: {open}"));
    edition("renamed", "date: 2026-01-05", &format!("J7: {open}"));
    for name in ["told", "told-after-gone"] {
        let previous = if name == "told" { "first" } else { "gone" };
        let judgement = format!("J1: {{text: A, claims: [C1], by: 2026-06, outcome: {told}}}");
        edition(name, &format!("date: 2026-07-05\nprevious: earlier/{previous}.yaml"), &judgement);
    }
    let too_early = "{came: yes, on: 2026-01-04, claims: [C2]}";
    for (previous, outcome, expected) in [
        ("told", told, &[][..]),
        ("told-after-gone", told, &[]),
        ("told", too_early, &["outcome/misdated"]),
        ("told-after-gone", too_early, &[]),
        ("open", told, &[]),
        ("open", too_early, &["outcome/misdated"]),
        ("lost", told, &[]),
        ("ring", told, &[]),
        ("renamed", told, &[]),
        ("renamed", too_early, &["outcome/misdated"]),
        ("told", "{came: yes, on: 2026-07-01, claims: [C2]}", &["outcome/misdated"]),
    ] {
        let head = format!("date: 2026-08-05\nprevious: earlier/{previous}.yaml\n");
        assert_eq!(broken(&opened(&scratch, &head, outcome, "2026-08-05")), expected, "{outcome} after {previous}");
    }
}

#[test]
fn n16_an_outcome_is_shown_wherever_the_judgement_is_and_overdue_is_not_said_then() {
    let scratch = Scratch::new("outcome-pages");
    let outcome = "{came: partly, on: 2026-05-02, claims: [C2], note: One gate of two.}";
    for (columns, rows) in [(120, 60), (80, 60), (40, 90)] {
        for place in ["x", "x/outlook", "x/timeline", "x#J1", "x#J1:contrary"] {
            let library = opened(&scratch, "date: 2026-01-05\n", outcome, "2026-07-01");
            let screen = Reader::open(library, Some(place), columns, rows).screen().join("\n");
            assert!(dense(&screen).contains(&dense("came about in part")), "{place} {columns}:\n{screen}");
            assert!(!screen.to_lowercase().contains("horizon passed"), "{place} {columns}:\n{screen}");
        }
    }
    let library = opened(&scratch, "date: 2026-01-05\n", outcome, "2026-07-01");
    let screen = Reader::open(library, Some("x#J1"), 60, 60).screen().join("\n");
    for words in ["WHAT BECAME OF IT", "came about in part, 2 May 2026", "One gate of two.", "C2 states The port opened"] {
        assert!(dense(&screen).contains(&dense(words)), "{words}:\n{screen}");
    }
}

/// What fell due is told in the next edition, and not left out of it.
#[test]
fn n16_a_judgement_that_fell_due_is_missed_in_the_edition_that_drops_it() {
    let scratch = Scratch::new("outcome-dropped");
    let before =
        "briefing: x\ndate: 2026-01-05\njudgements:\n  J9: {text: The port closes., by: 2026-02, likelihood: likely, confidence: low";
    for (earlier, judgements, day, expected) in [
        ("}\n", "J1: {text: A}", "2026-03-01", &["judgement/overdue"][..]),
        ("}\n", "J1: {text: A}", "2026-02-20", &[]),
        (", outcome: {came: no}}\n", "J1: {text: A}", "2026-03-01", &[]),
        ("}\n", "J9: {text: The port closes., by: 2026-02, outcome: {came: no}}", "2026-03-01", &[]),
        ("}\n", "J2: {text: The port closes., by: 2026-02, outcome: {came: no}}", "2026-03-01", &[]),
    ] {
        scratch.write("seeds/s.txt", "One. Two.\n");
        scratch.write("seeds/earlier.yaml", format!("{before}{earlier}"));
        scratch.write("briefings/x.yaml", format!("{HEAD}date: 2026-02-10\nprevious: seeds/earlier.yaml\njudgements:\n  {judgements}\n"));
        let library = library::open(&scratch.0).expect("opens").on(Date::parse(day).as_ref());
        assert_eq!(broken(&library), expected, "{earlier} {judgements} {day}");
    }
}

#[test]
fn n16_a_finding_about_a_judgement_says_which_way_it_points() {
    let scratch = Scratch::new("outcome-direction");
    scratch.write("seeds/s.txt", "One. Two.\n");
    let of = |likelihood: &str| {
        scratch.write("briefings/x.yaml", format!("{HEAD}judgements:\n  J1: {{text: A, {likelihood}}}\n"));
        let output = crate::support::program().args(["check", "--format", "json"]).arg(&scratch.0).output().expect("runs");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let findings = document["findings"].as_array().expect("findings");
        let of = |id: &str| findings.iter().find(|one| one["id"] == id).expect("a finding")["direction"].as_str().map(str::to_owned);
        assert_eq!(of("ART"), None);
        of("J1")
    };
    for (likelihood, direction) in [
        ("likelihood: likely", Some("above")),
        ("likelihood: very unlikely", Some("below")),
        ("likelihood: roughly even chance", Some("even")),
        ("by: 2026-06", None),
    ] {
        assert_eq!(of(likelihood).as_deref(), direction, "{likelihood}");
    }
}

/// However the edition lies to it.
#[test]
fn n16_the_check_says_that_a_horizon_has_passed_in_the_words_of_the_pages() {
    let scratch = Scratch::new("outcome-words");
    for head in ["date: 2026-01-05\n", "date: 2026-07-05\n"] {
        let library = opened(&scratch, head, "", "2026-08-01");
        let entries = library.entries();
        let message =
            entries[0].findings().iter().find(|finding| finding.rule == "judgement/overdue").map(|finding| finding.message.clone());
        assert!(message.as_ref().is_some_and(|message| message.starts_with("horizon passed: 2026-06 ")), "{head}: {message:?}");
    }
}
