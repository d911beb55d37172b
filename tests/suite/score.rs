//! What is watched in a whole library, what is overdue, and how judgements came out: by hand-counted cases, in a library that is
//! held and in one that is not.

use crate::support::over::{held, large, says, text};
use crate::support::{Reader, Scratch, program, project};
use bluf::page::{Place, page};
use serde_json::Value;
use std::process::Stdio;

/// A judgement in a line: its id, likelihood, horizon, and outcome, if any.
type Judged<'a> = (&'a str, &'a str, &'a str, &'a str);

/// A briefing with judgements and whatever else stands behind them.
fn briefing(scratch: &Scratch, id: &str, head: &str, judgements: &[Judged<'_>], behind: &str) {
    scratch.write("library/seeds/s.txt", "One ship came. Two ships came.\n");
    let judged = judgements.iter().map(|(id, likelihood, by, outcome)| {
        let outcome = if outcome.is_empty() { String::new() } else { format!(", outcome: {outcome}") };
        format!("  {id}: {{section: sea, text: Ships of {id} come, by: {by}, likelihood: {likelihood}, confidence: low, claims: [C1]{outcome}}}\n")
    });
    let judged: String = judged.collect();
    scratch.write(
        &format!("library/briefings/{id}.yaml"),
        format!(
            "briefing: {id}\ntitle: Of {id}\nmarking: TLP:GREEN\n{head}bottom_line: Ships [J1].\n\
             sources:\n  LOG: {{title: Log, file: seeds/s.txt, reliability: B}}\n\
             sections:\n  sea:\n    C1: {{fact: One ship came, quote: One ship came.}}\njudgements:\n{judged}{behind}"
        ),
    );
}

const YES: &str = "{came: yes, on: 2025-02-01, claims: [C1]}";
const NO: &str = "{came: no}";

/// Likely came, likely did not, unlikely did not, PHIA's remote chance did not: the Brier score is 0.166875, as the room of the
/// score works out by hand. One came in part, one is void, one is open and overdue, one is open.
fn desk(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("score-{name}"));
    let head = "date: 2024-03-01\nyardstick: icd203\nauthor: [Orla Vesk]\n";
    let told = [("J1", "likely", "2025-06", YES), ("J2", "likely", "2025-06", NO), ("J3", "unlikely", "2025-06", NO)];
    briefing(&scratch, "told", head, &told, "");
    let head = "date: 2023-05-02\nyardstick: phia\nauthor: [Orla Vesk, Bo Lind]\n";
    let phia = [
        ("J1", "remote chance", "2024", NO),
        ("J2", "likely", "2024", "{came: partly, claims: [C1], note: Half.}"),
        ("J3", "likely", "2024", "{came: void, note: Nobody knows.}"),
    ];
    briefing(&scratch, "phia", head, &phia, "");
    let head = "date: 2026-01-05\nyardstick: icd203\nauthor: [Bo Lind]\n";
    let open = [("J1", "very likely", "2026-06", ""), ("J2", "unlikely", "2030, assumptions: [A1]", "")];
    let watched = "assumptions:\n  A1: {text: The ice goes, if_wrong: 'Then [J2] falls.'}\nalternatives:\n  H1: {to: J2, text: They stay, for: [C1]}\nindicators:\n  \
                   I1: {text: Smoke, threshold: two plumes, moves: {J1: up}, seen: 2026-03-04}\n  \
                   I2: {text: Lights, threshold: ten lamps, moves: {H1: down, A1: up}}\n  \
                   I3: {text: Bells, threshold: one bell, moves: {J1: down}}\n";
    briefing(&scratch, "open", head, &open, watched);
    scratch
}

#[test]
fn n18_a_score_counts_what_came_and_did_not_and_says_what_it_leaves_out() {
    let scratch = desk("counts");
    for world in [held(&scratch), large(&scratch)] {
        let score = text(&world, "score");
        says(
            &score,
            &[
                "Brier score 0.17 over 4 cases; 1 of them came about, 25 %",
                "nothing is said of fewer than 10",
                "SAID AND CAME, ICD 203",
                "likely, 55–80 %: 1 of 2, 50 % (9–91 %)",
                "unlikely, 20–45 %: 0 of 1, 0 % (0–80 %)",
                "SAID AND CAME, PHIA",
                "remote chance, 0–5 %: 0 of 1, 0 % (0–80 %)",
                "1 judgement came about in part: neither a hit nor a miss. Counted as come, the score would be 0.16, as not come 0.22",
                "1 judgement void",
                "Orla Vesk too few to say: it takes 10 4 cases",
                "Bo Lind too few to say: it takes 10 1 case",
                "2024 too few to say: it takes 10 3 cases",
                "2023 too few to say: it takes 10 1 case",
            ],
        );
        // Each number leads to its cases, and each of these to its judgement.
        says(
            &text(&world, "score:likelihood:icd203 likely"),
            &["J1 likely: Ships of J1 come", "J2 likely: Ships of J2 come", "did not come about"],
        );
        says(&text(&world, "score:author:Bo Lind"), &["Brier score 0.00 over 1 case", "J1 remote chance", "came about in part", "void"]);
        says(&text(&world, "score:outcome:void"), &["J3 likely: Ships of J3 come"]);
        assert!(world.library.entries().is_empty() || !world.library.is_large(), "no briefing is read for it");
    }
}

#[test]
fn n18_signposts_stand_by_how_they_are_with_the_likelihood_of_what_they_bear_on() {
    let scratch = desk("signposts");
    for world in [held(&scratch), large(&scratch)] {
        let signposts = text(&world, "signposts");
        says(
            &signposts,
            &[
                "1 judgement past the horizon, without an outcome",
                "How 6 judgements came out",
                "SEEN 1\n4 Mar 2026 I1 Smoke  Threshold: two plumes.  Of open, 5 Jan 2026, TLP:GREEN\n↑ J1 very likely: Ships of J1 come was due Jun 2026",
                "DUE: NOT SEEN, THE HORIZON LIES AHEAD 1\nby 2030 I2 Lights  Threshold: ten lamps.  Of open, 5 Jan 2026, TLP:GREEN\n↑ A1, assumed by J2 unlikely: Ships of J2 come by 2030\n↓ H1, an alternative to J2 unlikely: Ships of J2 come by 2030",
                "NOT SEEN, AND THE HORIZON HAS PASSED 1\nby Jun 2026 I3 Bells",
            ],
        );
        says(&text(&world, "overdue"), &["Jun 2026 J1 very likely: Ships of J1 come  Of open, 5 Jan 2026, TLP:GREEN low confidence"]);
        assert!(!text(&world, "overdue").contains("J2"));
    }
}

#[test]
fn n18_a_judgement_of_several_editions_counts_once_and_as_it_was_rated_before_it_was_known() {
    let scratch = Scratch::new("score-editions");
    let head = |date: &str, previous: &str| {
        let previous =
            if previous.is_empty() { String::new() } else { format!("previous: ./briefings/{previous}.yaml\nchange: changed\n") };
        format!("date: {date}\nyardstick: icd203\n{previous}")
    };
    let behind = "indicators:\n  I1: {text: Smoke, threshold: two plumes, moves: {J2: up}}\n";
    briefing(&scratch, "one", &head("2024-01-01", ""), &[("J1", "unlikely", "2025-06", YES), ("J2", "likely", "2025", "")], behind);
    // Rated anew once it was known, and by an edition that was written before it was.
    let was = ", was: {likelihood: unlikely, confidence: low, why: New}";
    let known = format!("{YES}{was}");
    let early = format!("{{came: yes, on: 2026-08-01, claims: [C1]}}{was}");
    briefing(
        &scratch,
        "two",
        &head("2026-02-01", "one"),
        &[("J1", "almost certain", "2025-06", &known), ("J2", "likely", "2025", ""), ("J3", "likely", "2026-09", &early)],
        behind,
    );
    for world in [held(&scratch), large(&scratch)] {
        let score = text(&world, "score");
        says(
            &score,
            &[
                "Brier score 0.28 over 2 cases",
                "unlikely, 20–45 %: 1 of 1",
                "likely, 55–80 %: 1 of 1",
                "1 judgement of earlier editions: a later edition tells the outcome too, and is counted.",
                // Judged by the first edition.
                "2024 too few to say",
            ],
        );
        assert!(!score.contains("almost certain"));
        says(&text(&world, "score:likelihood:icd203 unlikely"), &["Scored as unlikely, its rating before the outcome was known."]);
        let overdue = text(&world, "overdue");
        says(&overdue, &["Of two", "1 judgement of earlier editions left out"]);
        assert!(!overdue.contains("Of one"), "{overdue}");
        says(&text(&world, "signposts"), &["1 indicator of earlier editions left out"]);
    }
}

/// The head of an edition of the same question.
fn edition(date: &str, previous: &str) -> String {
    let previous = if previous.is_empty() { String::new() } else { format!("previous: ./briefings/{previous}.yaml\nchange: changed\n") };
    format!("date: {date}\nyardstick: icd203\n{previous}")
}

#[test]
fn n18_a_page_of_a_period_counts_and_scores_what_is_of_it_and_its_numbers_lead_to_the_same_period() {
    let scratch = desk("period");
    for world in [held(&scratch), large(&scratch)] {
        let score = text(&world, "score@2023");
        says(&score, &["Brier score 0.00 over 1 case", "1 judgement void"]);
        assert!(!score.contains("unlikely, 20–45 %: 0 of 1"), "{score}");
        let places = page(&world, &"score@2023".parse().expect("an address")).expect("a page").links;
        let links: Vec<String> = places.iter().map(Place::to_string).filter(|to| to.starts_with("score")).collect();
        assert!(!links.is_empty() && links.iter().all(|to| to.starts_with("score@2023:")), "{links:?}");
        says(&text(&world, "score@2024:author:Orla Vesk"), &["Brier score 0.22 over 3 cases"]);
        says(&text(&world, "score@1999"), &["nothing to score"]);
        says(&text(&world, "signposts@2030"), &["0 judgements past the horizon", "How 0 judgements came out", "AHEAD 1"]);
        assert!(!text(&world, "signposts@2030").contains("Smoke"));
        says(&text(&world, "signposts@2026-03"), &["SEEN 1"]);
        says(&text(&world, "signposts@1999"), &["No indicator is of this time."]);
        says(&text(&world, "overdue@2026"), &["nobody has said", "J1 very likely"]);
        says(&text(&world, "overdue@2025"), &["No judgement of this time is past its horizon"]);
        let notes = ["overdue@2025", "signposts@2030", "signposts@2025:seen", "score@2023"]
            .map(|address| page(&world, &address.parse().expect("an address")).expect("a page").note);
        assert_eq!(notes, ["0 judgements", "1 indicator", "0 indicators", "3 outcomes"]);
    }
}

#[test]
fn n18_what_later_editions_carry_on_is_scored_as_it_was_rated_and_judged_before_the_outcome_was_known() {
    let scratch = Scratch::new("score-carried");
    let was = |likelihood: &str| format!(", was: {{likelihood: {likelihood}, confidence: low, why: New}}");
    let (one, two) = (format!("{YES}{}", was("unlikely")), format!("{NO}{}", was("very likely")));
    // A horizon that lies ahead is no day on which an outcome was known.
    briefing(&scratch, "e1", &edition("2023-01-01", ""), &[("J1", "unlikely", "2025-06", ""), ("J2", "very likely", "2030", "")], "");
    let told = [("J1", "almost certain", "2025-06", one.as_str()), ("J2", "almost no chance", "2030", two.as_str())];
    briefing(&scratch, "e2", &edition("2025-03-01", "e1"), &told, "");
    let on = [("J1", "almost certain", "2025-06", YES), ("J2", "almost no chance", "2030", NO)];
    briefing(&scratch, "e3", &edition("2026-03-01", "e2"), &on, "");
    for world in [held(&scratch), large(&scratch)] {
        let score = text(&world, "score");
        says(
            &score,
            &["over 2 cases", "unlikely, 20–45 %: 1 of 1", "very likely, 80–95 %: 0 of 1", "2023 too few to say: it takes 10 2 cases"],
        );
        assert!(!score.contains("almost"), "{score}");
        // The last edition is where the reader finds it.
        says(&text(&world, "score:year:2023"), &["Of e3", "Scored as unlikely"]);
    }
}

#[test]
fn n18_an_outcome_of_no_known_word_and_a_day_that_is_none_leave_judgement_and_indicator_without() {
    let scratch = Scratch::new("score-words");
    let behind = "indicators:\n  I1: {text: Smoke, threshold: two plumes, moves: {J1: up}}\n  \
                  I2: {text: Lights, threshold: ten lamps, moves: {J1: up}, seen: soon}\n";
    briefing(&scratch, "x", &edition("2024-01-01", ""), &[("J1", "likely", "2025", "{came: maybe}")], behind);
    for world in [held(&scratch), large(&scratch)] {
        says(&text(&world, "overdue"), &["J1 likely: Ships of J1 come"]);
        says(
            &text(&world, "signposts"),
            &["1 judgement past the horizon", "HORIZON HAS PASSED 1\nby 2025 I1 Smoke", "SEEN 1\nsoon I2 Lights"],
        );
        let seen = text(&world, "signposts:seen");
        says(&seen, &["UNDATED 1 indicator\nsoon I2 Lights"]);
        assert!(!seen.contains("5877641"), "{seen}");
    }
    // Nor does such a word of a later edition tell it again.
    briefing(&scratch, "y", &edition("2026-01-01", "z"), &[("J1", "likely", "2025", "{came: maybe}")], "");
    briefing(&scratch, "z", &edition("2024-02-01", ""), &[("J1", "unlikely", "2025", YES)], "");
    says(&text(&held(&scratch), "score"), &["over 1 case", "unlikely, 20–45 %: 1 of 1"]);
}

#[test]
fn n18_two_editions_that_follow_the_same_one_both_carry_it_on() {
    for (first, second) in [("J1", "J2"), ("J2", "J1")] {
        let scratch = Scratch::new(&format!("score-two-{first}"));
        let both = [("J1", "likely", "2025", ""), ("J2", "likely", "2025", "")];
        briefing(&scratch, "f0", &edition("2024-01-01", ""), &both, "");
        briefing(&scratch, "f1", &edition("2024-02-01", "f0"), &[(first, "likely", "2025", "")], "");
        briefing(&scratch, "f2", &edition("2024-03-01", "f0"), &[(second, "likely", "2025", "")], "");
        for world in [held(&scratch), large(&scratch)] {
            let overdue = text(&world, "overdue");
            says(&overdue, &["2 judgements of earlier editions left out", "Of f1", "Of f2"]);
            assert!(!overdue.contains("Of f0"), "{overdue}");
        }
    }
}

#[test]
fn n18_a_library_without_outcomes_says_so_and_scores_nothing() {
    let scratch = Scratch::new("score-none");
    briefing(&scratch, "x", "date: 2026-01-05\n", &[("J1", "likely", "2030", "")], "");
    briefing(&scratch, "y", "date: 2026-01-05\nyardstick: icd203\n", &[("J1", "perhaps", "2025", YES)], "");
    let world = held(&scratch);
    says(&text(&world, "score"), &["Nothing can be scored", "1 judgement without a likelihood"]);
    says(&text(&world, "score:year:1999"), &["nothing to score"]);
    says(&text(&world, "signposts"), &["No briefing of this library has an indicator."]);
}

/// A script changes a file and asks at once.
#[test]
fn m9_what_was_written_a_moment_ago_is_told_at_once() {
    let scratch = Scratch::new("score-at-once");
    let score = || {
        let mut command = program();
        command.arg("score").arg("--library").arg(scratch.0.join("library")).env("XDG_CACHE_HOME", scratch.0.join("cache"));
        let output = command.stdin(Stdio::null()).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for round in 0..3 {
        briefing(&scratch, "x", "date: 2024-01-05\n", &[("J1", "likely", "2025", "")], &"# again\n".repeat(round));
        assert!(score().contains("No judgement here has an outcome yet"), "{round}");
        briefing(&scratch, "x", "date: 2024-01-05\n", &[("J1", "likely", "2025", YES)], "");
        assert!(score().contains("1 outcome"), "{round}");
    }
}

#[test]
fn n18_keys_lead_to_signposts_and_score_and_back_to_the_same_row() {
    let scratch = desk("keys");
    {
        let mut reader = Reader::open(large(&scratch), None, 120, 40);
        reader.press("S").is_at("signposts").shows("1 judgement past the horizon");
        reader
            .press("Enter")
            .is_at("overdue")
            .press("Enter")
            .is_at("open#J1")
            .press("Esc")
            .is_at("overdue")
            .press("Esc")
            .is_at("signposts");
        reader.press("Down Enter").is_at("score").shows("Brier score 0.17");
        let (stop, screen) = (reader.press("Down Down").stop(), reader.screen());
        reader.press("Enter").is_at("score:likelihood:icd203 likely").press("Backspace").is_at("score");
        assert_eq!((reader.stop(), reader.screen()), (stop, screen));
        reader.press("Esc").is_at("signposts").press("Esc").is_at("library").press("C").is_at("score");
    }
    // Every size has all of it.
    for (columns, rows) in [(80, 24), (40, 12)] {
        let mut reader = Reader::open(large(&scratch), Some("score"), columns, rows);
        reader.press("g").shows("Brier score 0.17").press("PageDown PageDown").shows("likely, 55–80 %");
    }
}

fn run(scratch: &Scratch, arguments: &[&str]) -> (i32, String) {
    let mut command = program();
    command.args(arguments).arg("--library").arg(scratch.0.join("library")).stdin(Stdio::null());
    command.env("XDG_CACHE_HOME", scratch.0.join("cache")).env("XDG_DATA_HOME", scratch.0.join("data"));
    let output = command.output().expect("it runs");
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn n18_scripts_get_numbers_and_codes_and_each_field_is_in_the_schema() {
    let scratch = desk("scripts");
    let (code, out) = run(&scratch, &["score", "--format", "json"]);
    let score: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(code, 0);
    assert_eq!(score["brier"]["score"], 0.166_875);
    assert_eq!(
        (&score["cases"], &score["partly"], &score["void"], &score["marking"]),
        (&4.into(), &1.into(), &1.into(), &"TLP:GREEN".into())
    );
    assert_eq!(score["terms"][1]["interval"], serde_json::json!([0.094_531, 0.905_469]));
    assert_eq!((&score["authors"][0]["name"], &score["authors"][0]["address"]), (&"Orla Vesk".into(), &"score:author:Orla Vesk".into()));
    let (code, out) = run(&scratch, &["signposts", "--format", "json"]);
    let signposts: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!((code, signposts["overdue"][0]["address"].as_str()), (1, Some("open#J1")));
    let standings: Vec<&str> = signposts["indicators"].as_array().expect("all").iter().filter_map(|one| one["standing"].as_str()).collect();
    assert_eq!(standings, ["seen", "due", "passed"]);
    let moves = serde_json::json!({"address": "open#H1", "kind": "alternative", "way": "down"});
    assert_eq!(signposts["indicators"][1]["bears"][1]["moves"], moves, "the way is that of what is moved, and not the judgement’s");
    for (document, name) in [(&score, "score"), (&signposts, "signposts")] {
        let schema: Value =
            serde_json::from_str(&std::fs::read_to_string(project(&format!("assets/{name}.schema.json"))).expect("a schema"))
                .expect("JSON");
        follows(document, &schema, &schema);
        assert_eq!(serde_json::from_str::<Value>(&run(&scratch, &["schema", "--of", name]).1).expect("JSON"), schema);
    }
    let (code, out) = run(&scratch, &["score"]);
    assert!(code == 0 && out.starts_with("TLP:GREEN\nscore · 6 outcomes\n") && out.trim_end().ends_with("TLP:GREEN"), "{out}");
    let (code, out) = run(&scratch, &["show", "score:author:Bo Lind"]);
    assert!(code == 0 && out.contains("Brier score 0.00 over 1 case"), "{out}");
    // Nothing to score, and nothing overdue.
    let scratch = Scratch::new("score-scripts-none");
    briefing(&scratch, "x", "date: 2026-01-05\nyardstick: icd203\n", &[("J1", "likely", "9998", "")], "");
    assert_eq!(run(&scratch, &["score"]).0, 1);
    assert_eq!(run(&scratch, &["signposts"]).0, 0);
}

/// The fields of a document are those that its schema requires.
#[track_caller]
fn follows(document: &Value, schema: &Value, root: &Value) {
    let schema = match schema["$ref"].as_str() {
        Some(name) => &root["$defs"][name.trim_start_matches("#/$defs/")],
        None => schema
            .get("anyOf")
            .map_or(schema, |any| &root["$defs"][any[0]["$ref"].as_str().expect("a name").trim_start_matches("#/$defs/")]),
    };
    match document {
        Value::Object(fields) => {
            let mut wanted: Vec<&str> = schema["required"].as_array().expect("required").iter().filter_map(Value::as_str).collect();
            let mut has: Vec<&str> = fields.keys().map(String::as_str).collect();
            wanted.sort_unstable();
            has.sort_unstable();
            assert_eq!(has, wanted);
            fields.iter().for_each(|(name, value)| follows(value, &schema["properties"][name], root));
        }
        Value::Array(all) => all.iter().for_each(|one| follows(one, &schema["items"], root)),
        _ => {}
    }
}

/// What is no word for an outcome tells none: such a judgement is open, wherever it stands.
#[test]
fn n18_an_outcome_that_is_no_word_for_one_is_none() {
    let scratch = Scratch::new("score-no-word");
    let head = "date: 2024-03-01\nyardstick: icd203\nauthor: [Orla Vesk]\n";
    let told = [("J1", "likely", "2025-06", "{came: maybe}"), ("J2", "likely", "2030", "{came: soon}")];
    let watched = "indicators:\n  I1: {text: Smoke, threshold: two plumes, moves: {J1: up, J2: up}}\ntags: [ice]\n";
    briefing(&scratch, "odd", head, &told, watched);
    for world in [held(&scratch), large(&scratch)] {
        for address in ["signposts", "overdue", "tag:ice", "score"] {
            let text = text(&world, address);
            assert!(!text.contains("maybe") && !text.contains("soon"), "{address}: {text}");
        }
        says(&text(&world, "tag:ice"), &["was due Jun 2025", "by 2030"]);
    }
}
