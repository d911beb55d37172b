//! What a limit with caveats leaves out, in the words of the briefing's own vocabulary.

use super::{err, export};
use crate::support::{Scratch, program};
use bluf::export::FORMATS;

/// Marked by the US: what is for no other state, what is for some, and what nobody has said that of.
const CAVEATS: &str = "briefing: x
title: X
markings: us
marking: SECRET//NOFORN
date: 2030-07-01
yardstick: icd203
change: initial
question: Does the gate stay shut?
bottom_line: The gate likely stays shut [J1].
implications: [Bring a key.]
source_summary: One paper.
sources:
  ART: {title: Open paper, file: seeds/s.txt, reliability: B, descriptor: D, marking: U}
  TWO: {title: Narrowpaper, file: seeds/t.txt, reliability: C, descriptor: D, marking: SECRET//NOFORN}
sections:
  s:
    C1: {fact: The gate is shut, quote: {ART: One.}, credibility: 2, marking: 'C//REL TO USA, GBR'}
    C2: {fact: Ownclaim, quote: {ART: Two.}, credibility: 2, marking: CONFIDENTIAL//NOFORN}
    C3: {fact: Untoldclaim, quote: {ART: Three.}, credibility: 2, marking: C}
    C4: {fact: Openclaim, quote: {ART: Four.}, credibility: 2}
    C5: {fact: Drawnclaim, quote: {TWO: Narrowquote.}, credibility: 2}
  hidden:
    C6: {fact: Hiddenclaim, quote: {ART: Five.}, credibility: 2, marking: S//NF}
judgements:
  J1: {section: s, text: The gate stays shut, by: 2031-01, likelihood: likely, confidence: low, because: 'It is shut [C1].', claims: [C1, C2, C4], assumptions: [A1], marking: 'C//REL TO USA, GBR', was: {likelihood: unlikely, confidence: low, why: 'Whyhidden [C6].'}, outcome: {came: yes, on: 2030-12, claims: [C6], note: Notehidden}}
assumptions:
  A1: {text: The key is lost, if_wrong: 'Ifhidden [C2].', marking: U}
gaps:
  G1: {text: Who has the key, limits: [J1], collect: 'Askhidden [C6].', marking: U}
candidates:
  s:
    - fact: Waitingclaim
      quote: {ART: Six.}
";

fn marked(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("seeds/s.txt", "One. Two. Three. Four. Five. Six.\n");
    scratch.write("seeds/t.txt", "Narrowquote.\n");
    scratch.write("briefings/x.yaml", CAVEATS);
    scratch
}

#[test]
fn e22_a_limit_has_caveats_and_nothing_stays_whose_caveats_it_does_not_carry() {
    let scratch = marked("limit-caveats");
    for format in FORMATS.iter().filter(|format| format.handed.is_some()) {
        let output = export(&scratch.0, &["x", "--to", format.name, "--max-marking", "CONFIDENTIAL//REL TO USA, GBR"]);
        assert!(output.status.success(), "{}: {}", format.name, err(&output));
        let said = err(&output);
        for line in [
            "left out as above CONFIDENTIAL//REL TO USA, GBR: 5 items, TWO, C2, C3, C5, C6; links that went with them: A1 to C2, G1 to C6, J1 to C2, J1 to C6",
            "of these nobody has said whether other states may have them: C3",
            "left out as resting on what is above it: J1 was.why, A1 if_wrong, G1 collect, J1 outcome",
            "left out, for nothing stands in it any more: hidden",
            "title, question, bottom line, implications and source summary have no marking of their own: read them",
        ] {
            assert!(said.contains(line), "{line} in {said}");
        }
        let text = String::from_utf8_lossy(&output.stdout);
        for gone in [
            "NOFORN",
            "Narrow",
            "Ownclaim",
            "Untold",
            "Drawn",
            "Whyhidden",
            "Ifhidden",
            "Askhidden",
            "Notehidden",
            "Hiddenclaim",
            "Waiting",
            "C6",
        ] {
            assert!(!text.contains(gone), "{}: {gone} in {text}", format.name);
        }
    }
    let text = |limit: &str| {
        String::from_utf8(export(&scratch.0, &["x", "--to", "text", "--anyway", "--max-marking", limit]).stdout).expect("text")
    };
    let released = text("C//REL TO USA, GBR");
    assert!(released.starts_with("CONFIDENTIAL//REL TO USA, GBR\n") && released.contains("(C//REL TO USA, GBR) The gate is shut"));
    assert!(released.contains("(U) Openclaim"), "a claim is marked as what it quotes: {released}");
    let own = text("SECRET//NOFORN");
    assert!(own.starts_with("SECRET//NOFORN\n") && own.contains("(C//NF) Ownclaim") && own.contains("(S//NF) Drawnclaim"), "{own}");
    // Without a caveat it carries none: neither what is for no other state nor what is for two of them.
    let bare = export(&scratch.0, &["x", "--to", "text", "--max-marking", "CONFIDENTIAL"]);
    assert!(err(&bare).contains("`bottom_line` rests on J1, which is above the limit"), "{}", err(&bare));
}

#[test]
fn e22_a_limit_is_read_in_the_words_of_the_briefing() {
    let scratch = marked("limit-words");
    for limit in ["S//NF", "SECRET//NOFORN", "TS//NF", "TOP SECRET//NOFORN"] {
        let output = export(&scratch.0, &["x", "--to", "text", "--anyway", "--max-marking", limit]);
        assert!(output.status.success() && !err(&output).contains("left out"), "{limit}: {}", err(&output));
    }
    for limit in ["TLP:RED", "NATO SECRET", "OFFICIAL"] {
        let output = export(&scratch.0, &["x", "--to", "text", "--max-marking", limit]);
        assert!(err(&output).contains("it is marked by the words of the US, and the limit is none of them"), "{limit}: {}", err(&output));
    }
}

#[test]
fn e22_texts_that_rest_on_what_is_above_a_limit_are_named_all_at_once() {
    let scratch = marked("limit-named");
    let text = CAVEATS
        .replace("Bring a key.", "Bring [C6] and [C2].")
        .replace("One paper.", "One paper [C2].")
        .replace("shut [J1]", "shut [J1] [C6]");
    scratch.write(
        "briefings/x.yaml",
        text.replace("source_summary: One paper [C2].", "source_summary: 'One paper [C2].'")
            .replace("[Bring [C6] and [C2].]", "['Bring [C6] and [C2].']"),
    );
    let output = export(&scratch.0, &["x", "--to", "text", "--max-marking", "C//REL TO USA, GBR", "--anyway"]);
    let said = "`bottom_line` rests on C6, `implications` on C2 and C6 and `source_summary` on C2, which are above the limit";
    assert!(output.status.code() == Some(2) && output.stdout.is_empty() && err(&output).contains(said), "{}", err(&output));
}

/// It is no reference, for nothing leads to a source so, but readers learn from it that there is one.
#[test]
fn e22_the_id_of_a_source_in_a_text_is_held_to_the_limit() {
    let scratch = marked("limit-source");
    let held = |from: &str, to: &str| {
        scratch.write("briefings/x.yaml", CAVEATS.replace(from, to));
        export(&scratch.0, &["x", "--to", "text", "--max-marking", "C//REL TO USA, GBR", "--anyway"])
    };
    let output = held("source_summary: One paper.", "source_summary: 'One paper, and one more [TWO].'");
    assert!(err(&output).contains("`source_summary` rests on TWO, which is above the limit"), "{}", err(&output));
    let output = held("because: 'It is shut [C1].'", "because: 'It is shut [C1], as [TWO] has it.'");
    assert!(output.status.success() && !String::from_utf8_lossy(&output.stdout).contains("TWO"), "{}", err(&output));
}

/// What is missing because of the limit is no mistake of the briefing, and what was one before still is.
#[test]
fn e22_a_limit_makes_no_mistakes() {
    let scratch = marked("limit-mistakes");
    let broken = CAVEATS.replace("{ART: One.}", "{ART: Nowhere.}");
    let refused = |text: &str| {
        scratch.write("briefings/x.yaml", text);
        err(&export(&scratch.0, &["x", "--to", "text", "--max-marking", "C//REL TO USA, GBR"])).contains("not exported")
    };
    assert!(!refused(CAVEATS) && refused(&broken));
}

#[test]
fn e16_what_a_claim_quotes_is_handed_on_with_the_portion_mark_of_the_claim() {
    let scratch = marked("limit-portions");
    for (format, written) in [
        ("markdown", "[^C2]: (C//NF) “Two.”"),
        ("typst", "(C\\/\\/NF) Quote"),
        ("annotations", "\"value\": \"(C//NF) Ownclaim\""),
        ("annotations", "\"value\": \"(S//NF)\""),
        ("annotations", "\"label\": \"SECRET//NOFORN\""),
        ("csl", "\"(C//NF) C2\""),
        ("csl", "\"banner\": \"SECRET//NOFORN\""),
    ] {
        let output = export(&scratch.0, &["x", "--to", format, "--anyway"]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains(written), "{format}: {written} in {text}{}", err(&output));
    }
}

/// What is marked so for few, in ways that nobody reads.
const UNREADABLE: [&str; 8] = [
    "marking: [TLP:RED]",
    "marking: TLP:CLEAR\n      marking: TLP:RED",
    "markng: TLP:RED",
    "Marking: TLP:RED",
    "classification: TLP:RED",
    "marking:",
    "marking:TLP:RED: x",
    "credibility: [2\n      marking: TLP:RED",
];

#[test]
fn e22_a_marking_that_nobody_can_read_is_never_taken_for_none() {
    let text = |claim: &str| {
        format!(
            "briefing: b\ntitle: T\nmarking: TLP:RED\nsources:\n  ART: {{title: t, file: seeds/a.txt, marking: TLP:CLEAR}}\nsections:\n  one:\n    C1:\n      fact: The agent meets Ansel.\n      quote: First words\n      {claim}\n"
        )
    };
    for claim in UNREADABLE {
        let scratch = Scratch::new("limit-unreadable");
        scratch.write("seeds/a.txt", "First words stand here.\n");
        scratch.write("briefings/b.yaml", text(claim));
        let output = export(&scratch.0, &["b", "--to", "text", "--max-marking", "TLP:GREEN", "--anyway"]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{claim}");
        let said = err(&output);
        assert!(said.contains("b.yaml: line ") && said.contains("mend what `bluf check` finds under `yaml` and `id`"), "{claim}: {said}");
        let shown = program().current_dir(&scratch.0).args(["show", "b#C1", "--library", "."]).output().expect("it runs");
        let shown = String::from_utf8(shown.stdout).expect("text");
        assert!(!shown.contains("(TLP:CLEAR) The agent"), "{claim}: {shown}");
    }
    let scratch = Scratch::new("limit-readable");
    scratch.write("seeds/a.txt", "First words stand here.\n");
    scratch.write("briefings/b.yaml", text("marking: TLP:CLEAR"));
    let output = export(&scratch.0, &["b", "--to", "text", "--max-marking", "TLP:GREEN", "--anyway"]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("The agent"), "{}", err(&output));
}

#[test]
fn e16_a_marking_that_nobody_can_read_marks_what_is_shown_as_the_narrowest() {
    for claim in &UNREADABLE[..4] {
        let scratch = Scratch::new("marking-unreadable");
        scratch.write(
            "briefings/b.yaml",
            format!("briefing: b\nmarking: TLP:CLEAR\nsections:\n  one:\n    C1:\n      fact: F.\n      {claim}\n"),
        );
        let shown = program().current_dir(&scratch.0).args(["show", "b#C1", "--library", "."]).output().expect("it runs");
        assert!(String::from_utf8_lossy(&shown.stdout).starts_with("TLP:RED\n"), "{claim}");
    }
}
