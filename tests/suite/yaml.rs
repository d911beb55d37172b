//! YAML that is read otherwise than it looks, or not by every reader: told by its place, and nothing else is.

use crate::support::{Reader, Scratch, ends};
use bluf::briefing::Finding;
use bluf::library::{self, Library};
use bluf::text::lines::Lines;
use bluf::yaml::Tree;

fn open(text: &str) -> Library {
    let scratch = Scratch::new(&format!("yaml-{:?}", std::thread::current().id()));
    let path = scratch.write("x.yaml", text);
    library::open(&path).expect("every file opens, if only as its findings")
}

/// What is said of one line of a file, message and hint.
fn said(line: &str) -> Vec<String> {
    let text = format!("briefing: x\nmarking: TLP:CLEAR\nquestion: Why?\nchange: initial\n{line}\n");
    let world = open(&text);
    let of_the_form = |finding: &&Finding| finding.rule.starts_with("yaml/") || finding.hint.iter().any(|hint| hint.contains("U+"));
    let findings = world.entries()[0].findings().iter().filter(of_the_form);
    findings.map(|finding| format!("{}: {} [{}]", finding.rule, finding.message, finding.hint.as_deref().unwrap_or_default())).collect()
}

#[test]
fn n16_a_character_that_only_looks_right_is_told_by_its_code() {
    for (line, code) in [
        ("yardstick: icd203\u{200b}", "U+200B"),
        ("yardstick: phia\u{a0}", "U+00A0"),
        ("date: 2026\u{2011}11-22", "U+2011"),
        ("date: 2026-11-22\u{2007}", "U+2007"),
        ("titl\u{200c}e: The strike", "U+200C"),
        ("title\u{202f}: The strike", "U+202F"),
        ("title\u{ff1a}The strike\nprevious: x", "U+FF1A"),
        ("title:\u{3000}The strike", "U+3000"),
        ("\u{2003}title: The strike", "U+2003"),
        ("  \u{a0}title: The strike", "U+00A0"),
        ("\u{feff}title: The strike", "U+FEFF"),
        ("judgements:\n  J1: {likelihood: very\u{a0}likely}", "U+00A0"),
        ("judgements:\n  J1: {confidence: high\u{200e}}", "U+200E"),
        ("judgements:\n  J1: {claims: [С1]}", "U+0421"),
        ("judgements:\n  J1: {section: labour\u{200d}}", "U+200D"),
        ("judgements:\n  J1: {claims: [J1\u{200b}]}", "U+200B"),
        ("judgements:\n  J1\u{200f}: {text: t}", "U+200F"),
        ("judgements:\n\u{a0}\u{a0}J1: {text: t}", "U+00A0"),
        ("sections: \u{a0}\n  labour:\n    C1: {fact: f}", "U+00A0"),
        ("sections:\u{2009}\n  labour:\n    C1: {fact: f}", "U+2009"),
        ("judgements:\n  J1:\n    claims:\n      -\u{a0}C1\n      - C2", "U+00A0"),
        ("sections:\n  sec\u{200b}tion: {}", "U+200B"),
        ("indicators:\n  I1: {moves: {J1\u{a0}: up}}", "U+00A0"),
        ("sources:\n  ART: {file: seeds/no\u{200b}ne.txt}", "U+200B"),
        ("judgements:\n  J1: {likelihood: un\u{2800}likely}", "U+2800, a Braille blank: delete it"),
        ("judgements:\n  J1: {likelihood: very\u{2800}likely}", "U+2800, a Braille blank: write a plain space"),
        ("judgements:\n  J1: {likelihood: un\u{e0020}likely}", "U+E0020"),
        ("judgements:\n  J1: {likelihood: un\u{3164}likely}", "U+3164"),
        ("judgements:\n  J1: {likelihood: un\u{ffa0}likely}", "U+FFA0"),
        ("judgements:\n  J1: {likelihood: un\u{115f}likely}", "U+115F"),
        ("judgements:\n  J1: {likelihood: un\u{1160}likely}", "U+1160"),
        ("judgements:\n  J1: {likelihood: un\u{180b}likely}", "U+180B"),
        ("judgements:\n  J1: {likelihood: un\u{e0100}likely}", "U+E0100"),
        ("judgements:\n  J1: {likelihood: un\u{1d173}likely}", "U+1D173"),
        ("judgements:\n  J1: {confidence: high\u{2800}}", "U+2800, a Braille blank: delete it"),
        ("judgements:\n  J1: {text: t, because: 'It is so [C1\u{a0}].'}", "U+00A0, a no-break space: delete it"),
        ("judgements:\n  J1: {text: t, because: 'It is so [C1\u{202f}].'}", "U+202F"),
        ("judgements:\n  J1: {text: t, because: 'It is so [C1\u{2007}].'}", "U+2007"),
        ("judgements:\n  J1: {text: t, because: 'It is so [C1\u{2003}].'}", "U+2003"),
        ("judgements:\n  J1: {text: t, because: 'It is so [\u{3000}C1].'}", "U+3000"),
        ("judgements:\n  J1: {text: t, because: 'It is so [C1\u{2800}].'}", "U+2800"),
    ] {
        let said = said(line);
        assert!(said.iter().any(|line| line.contains(code)), "{line:?}: {said:?}");
        assert!(!said.iter().any(|line| line.contains("did you mean")), "{line:?}: {said:?}");
    }
}

#[test]
fn n16_words_that_a_comment_a_tag_or_an_anchor_takes_away_are_told() {
    for (line, lost) in [
        ("title: They voted for motion #4 to stop", "`#4` begins a comment"),
        ("title: They wrote\n  #Sarn\n", ""),
        ("title: The strike (see # 4) goes on", "`# 4)` begins a comment"),
        ("title: #Sarn strikes", "`#Sarn` begins a comment"),
        ("title: A second\n  line #4 too", "`#4` begins a comment"),
        ("title: !Talks were held", "`!Talks` is a tag"),
        ("title: ! were held", "`!` is a tag"),
        ("title: &Co is bankrupt", "`&Co` is an anchor"),
        ("indicators:\n  I1:\n    threshold: >5\n    text: Barges", "`>5` begins a text on the lines below"),
        ("title: >2\n    Indented by two.", ""),
        ("judgements:\n  J1: {claims: [C1 #C2\n    ]}", "`#C2` begins a comment"),
        ("judgements:\n  J1: {claims: [C1, #C2\n    ]}", "`#C2` begins a comment"),
        ("judgements:\n  J1: {claims: [ #C1\n    C2]}", "`#C1` begins a comment"),
        ("judgements:\n  J1: {claims: [C1,\n    #C2,\n    ]}", ""),
        ("judgements:\n  J1: {claims: [C1, # and more\n    C2]}", ""),
        ("title: 1_000", "bare `1_000` reads as 1000"),
        ("actors:\n  sarn:\n    aka:\n      - #Sarn", "`#Sarn` begins a comment"),
        ("title: The port of call  #4 asked for talks.", "`#4` begins a comment"),
        ("title: The port of call         #4 asked for talks.", "`#4` begins a comment"),
        ("title: The port\t#4 asked for talks.", "`#4` begins a comment"),
        ("title: The port \t #4 asked for talks.", "`#4` begins a comment"),
        ("title: The port  #Sarn asked for talks.", "`#Sarn` begins a comment"),
        ("title: The port #$4m short asked for talks.", "`#$4m` begins a comment"),
        ("title: The port #€4m short", "`#€4m` begins a comment"),
        ("title: The port #-4 asked", "`#-4` begins a comment"),
        ("title: The port #(4) asked", "`#(4)` begins a comment"),
        ("title: The port ##4 asked", "`##4` begins a comment"),
        ("title: The port #\u{6f4} asked", "begins a comment"),
        ("title: The motion #“4” of the port", "`#“4”` begins a comment"),
        ("title: The motion #'4' of the port", "`#'4'` begins a comment"),
        ("title: The motion #? of the port", "`#?` begins a comment"),
        ("title: The port #\u{fe0f}\u{20e3}4 asked.", "begins a comment"),
        ("title: The port #\u{fe0f}\u{20e3} asked.", "begins a comment"),
        ("title: The port #🔥 asked.", "`#🔥` begins a comment"),
        ("title: The port #\u{a0}4 asked.", "begins a comment"),
        ("title: \"The port\" #4 asked for talks.", "`#4` begins a comment"),
        ("title: 'The port'  #Sarn asked for talks.", "`#Sarn` begins a comment"),
        ("title: 'The port' #(4) asked for talks", "`#(4)` begins a comment"),
        ("title: The port # 4 asked for talks.", "`# 4` begins a comment"),
        ("title: They voted for motion # 4 to stop", "`# 4` begins a comment"),
        ("title: A strike of the # 4 dockers", "`# 4` begins a comment"),
        ("title: Sarn, Karsk, # and more", "`# and` begins a comment"),
        ("title:  #4 to stop", "`#4` begins a comment"),
        ("title:\t#Sarn strikes", "`#Sarn` begins a comment"),
        ("actors: {sarn: {aka: [The port #, the town\n    ]}}", "`#,` begins a comment"),
        ("actors: {sarn: {aka: [The port\t#4\n    ]}}", "`#4` begins a comment"),
        ("actors: {sarn: {aka: [\"The port\" #4, \"x\"\n    ]}}", "`#4,` begins a comment"),
        ("actors: {sarn: {aka: [x,  #4\n    z]}}", "`#4` begins a comment"),
        ("judgements:\n  J1: {text: t}\n  J2: {claims: [J1 #, J2\n    ]}", "`#,` begins a comment"),
        ("judgements:\n  J1: {text: t}\n  J2: {claims: [J1 #J2, J1\n    ]}", "`#J2,` begins a comment"),
    ] {
        let said = said(line);
        let traps: Vec<&String> = said.iter().filter(|line| line.starts_with("yaml/trap")).collect();
        assert_eq!(traps.len(), usize::from(!lost.is_empty()), "{line:?}: {said:?}");
        assert!(traps.iter().all(|trap| trap.contains(lost)), "{line:?}: {said:?}");
    }
}

#[test]
fn n16_words_that_other_readers_misread_are_told() {
    let rules = |text: &str| Tree::read(text).findings.into_iter().map(|finding| finding.rule).collect::<Vec<_>>();
    assert_eq!(rules("NO: {name: Norway}"), ["yaml/trap"]);
    assert_eq!(rules("code: '057'\nby: 2027-12\nname: Nord\nage: !!str 057\n"), [""; 0]);
}

#[test]
fn n16_a_comment_that_is_meant_takes_nothing_away() {
    for line in [
        "title: The strike # of the dockers",
        "title: The strike  #of the dockers",
        "title: The strike\t#of the dockers",
        "title: The strike #",
        "title: The strike #!",
        "title: 'The strike' #4",
        "title: 'The strike' #and no more",
        "title: \"The strike.\" #Mind the port.",
        "title: The strike        #Of the dockers",
        "title: The strike  #TODO: ask the dockers.",
        "title: The strike # 4 or 5 of them",
        "title: The strike # of the dockers.",
        "title: The strike. # 4 days later it ended.",
        "title: The strike           # 4 days later it ended.",
        "title: The strike ## of the dockers",
        "title: The strike #---- dockers ----",
        "title: The strike #═══ dockers",
        "title: The strike # \u{1f525} of the dockers",
        "judgements:\n  J1: {claims: [\n    J1,  # one\n    J1  #and again\n    ]}",
        "title: C# and F#4",
        "title: >- #4\n  The strike",
        "title: The strike # no edition before\n#previous: x",
        "yardstick: icd203 #or phia",
        "date: 2026-11-22 #4 days later",
        "sections: #all of them\n  labour:\n    C1: {fact: f}\njudgements:\n  J1:\n    section: labour #one\n    claims:\n      - C1 #main",
        "actors: &all\n  sarn: {name: &name Sarn, aka: [*name]}",
    ] {
        let said = said(line);
        assert!(!said.iter().any(|line| line.starts_with("yaml/")), "{line:?}: {said:?}");
    }
}

#[test]
fn m25_what_begins_no_text_is_told_by_its_sign() {
    for (line, words) in [
        ("title: @port strikes", "`@` begins no text [put the text into quotation marks"),
        ("title: `port` strikes", "``` begins no text [put the text into quotation marks"),
        ("title: %5 of them", "`%` begins no text [put the text into quotation marks"),
        ("actors: {sarn: {name: @sarn}}", "`@` begins no text [put the text into quotation marks"),
        ("title: The strike\n%5 of them", "`%`"),
        ("title: !Wow! a strike", "`!`"),
        ("title: & Co", "`&`"),
        ("title: > 5 % of them", "`>`"),
        ("title: - a", "`- `"),
        ("title: ? what", "`? `"),
        ("title: a\u{7}b", "a control character, U+0007"),
        ("title: , strikes", "`,` begins no text"),
        ("title: ] strikes", "`]` begins no text"),
        ("title: >-\n\tThe strike", "[begin the line with spaces]"),
        ("judgements:\n  J1:\n    section: labour\n     by: 2026-12", "deeper than its own [indent it like the fields around it]"),
        ("title: \"The strike\nprevious: \"seeds/x.yaml\"", "`\"` is never closed [write `\"` at the end of the text]"),
        ("title: 'The strike\nprevious: x\nauthor: 'Ann'", "`'` is never closed"),
        ("title: \"The strike\n  of the \"port\" goes on\"", "inside double ones"),
    ] {
        let said = said(line);
        assert!(said.iter().any(|line| line.starts_with("yaml/syntax") && line.contains(words)), "{line:?}: {said:?}");
    }
}

#[test]
fn m25_a_tab_in_brackets_is_told_at_its_place() {
    for (lines, line) in [
        ("judgements:\n  J1:\n    claims: [\n\tC1\n\t]\n", 6),
        ("judgements:\n  J1:\n    claims: [C1,\n\tC2]\n", 6),
        ("judgements:\n  J1:\n    claims: [C1\n  \t]\n", 6),
        ("indicators:\n  I1:\n    moves: {\n      J1: up,\n\tJ2: down}\n", 7),
    ] {
        let world = open(&format!("briefing: x\nmarking: TLP:CLEAR\n{lines}"));
        let findings = world.entries()[0].findings();
        let found: Vec<(&str, usize)> = findings
            .iter()
            .filter(|finding| finding.rule == "yaml/syntax")
            .map(|finding| (finding.message.as_str(), Lines::new(&world.entries()[0].file).position(finding.span.start).line))
            .collect();
        assert_eq!(found, [("a tab; YAML indents with spaces", line)], "{lines:?}");
    }
}

#[test]
fn n16_a_name_that_is_defined_with_what_nobody_sees_is_told_where_it_is_used() {
    let world = open(
        "briefing: x\nmarking: TLP:CLEAR\nassumptions:\n  A1: {text: It holds., if_wrong: 'Then [J1] falls.'}\njudgements:\n  J1\u{a0}: {text: t}\n",
    );
    let hints: Vec<&str> = world.entries()[0]
        .findings()
        .iter()
        .filter(|finding| finding.rule == "id/dangling")
        .filter_map(|finding| finding.hint.as_deref())
        .collect();
    assert_eq!(hints, ["where `J1` is defined, it holds U+00A0, a no-break space: delete it"]);
}

#[test]
fn n16_a_hint_leads_to_what_is_accepted() {
    for (line, hint) in [
        ("judgements:\n  J1: {claims: \"[C1]\"}", "[write [C1]]"),
        ("judgements:\n  J1: {claims: \"[C1, C2]\"}", "[write [C1, C2]]"),
        ("judgements:\n  J1: {claims: \"[C1], [C2]\"}", "[write [C1, C2]]"),
        ("judgements:\n  J1: {claims: \"[C1\"}", "[write [C1]]"),
        ("judgements:\n  J1: {claims: C1 C2}", "[write [C1, C2]]"),
        ("judgements:\n  J1: {claims: C1; C2 and C3}", "[write [C1, C2, C3]]"),
        ("judgements:\n  J1: {claims: [[C1]]}", "[take the inner brackets away]"),
        ("actors:\n  sarn: {aka: \"[Sarn, the town: old]\"}", "[write [Sarn, 'the town: old']]"),
        ("indicators:\n  I1: {moves: \"{J1: up}\"}", "[write {J1: up}]"),
        ("indicators:\n  I1: {moves: \"J1: down, J2: up\"}", "[write {J1: down, J2: up}]"),
        ("indicators:\n  I1: {moves: \"[J1, J2]\"}", "[write {J1: up, J2: up}]"),
        ("actors: \"{sarn: {name: Sarn}}\"", "[take the quotation marks around the braces away]"),
        ("actors:\n  sarn: {aka: [C1,,C2]}", "a comma, and no value before it [take it out, or write the value]"),
        ("actors:\n  sarn: {aka: [C1, , C2]}", "a comma, and no value before it"),
        ("actors:\n  sarn: {aka: [,C1]}", "a comma, and no value before it"),
        ("actors:\n  sarn: {aka: [C1,,]}", "a comma, and no value before it"),
        ("indicators:\n  I1: {moves: {J1: up,, J2: down}}", "a comma, and no value before it"),
        ("indicators:\n  I1: {moves: {J1:down}}", "`J1:down` is one word [write a space behind the colon: {J1: down}]"),
        ("indicators:\n  I1: {moves: {J1}}", "nothing says which way it moves J1 [write {J1: up} or {J1: down}]"),
        ("judgements:\n  J1: {text: x, confidence:low}", "[write a space behind the colon: `confidence: low`]"),
        ("title: \"The vote\" was held", "[put the whole text into quotation marks: '\"The vote\" was held']"),
        ("title: 'The vote' was \"held\"", "[put the whole text into quotation marks]"),
        ("title: 'The vote' was held", "[put the whole text into quotation marks: \"'The vote' was held\"]"),
        ("actors:\n  sarn: {aka: [\"The port\" of Sarn, x]}", "[put the whole text into quotation marks"),
        ("title: 'Iran's aim'", "[write '' for an apostrophe"),
        ("title: \"The \"vote\" was held\"", "write \\\" for a quotation mark"),
    ] {
        let said = said(line);
        assert!(said.iter().any(|line| line.contains(hint)), "{line:?}: {said:?}");
        assert!(!said.iter().any(|line| line.contains("EOF")), "{line:?}: {said:?}");
    }
}

#[test]
fn m25_a_comment_inside_a_text_is_told_at_its_own_line() {
    let before = "briefing: x\nmarking: TLP:CLEAR\n";
    for (text, line) in [
        ("question: Does the strike\n  # aside\n  close the port?\n", 4),
        ("question: Does the strike\n\t# aside\n  close the port?\n", 4),
        ("question: Does the strike # aside\n  close the port?\n", 3),
        ("question: Does the strike\n\n# aside\n# more\n  close the port?\n", 5),
        ("actors:\n  sarn: {aka: [Unit #8200, x]}\n  other: {name: y}\n", 4),
        ("actors: {sarn: {aka: [The port\n  # aside\n    of Sarn]}}\n", 4),
        ("judgements:\n  J1:\n    claims:\n    - C1 and\n    # aside\n      C2\n", 7),
        ("title: The strike # of the dockers\n  question: Why?\n", 3),
    ] {
        let world = open(&format!("{before}{text}"));
        let found: Vec<(&str, usize)> = world.entries()[0]
            .findings()
            .iter()
            .filter(|finding| finding.rule == "yaml/syntax")
            .map(|finding| (finding.message.as_str(), Lines::new(&world.entries()[0].file).position(finding.span.start).line))
            .collect();
        assert_eq!(found, [("a comment cannot stand inside a text", line)], "{text:?}");
    }
}

#[test]
fn n16_a_date_of_another_level_says_its_level() {
    for (date, words) in [
        ("2026-11-22T10:30", "EDTF level 0"),
        ("'[2026-01, 2026-03]'", "EDTF level 2"),
        ("156X-12-25", "EDTF level 2"),
        ("2026-25", "EDTF level 2"),
        ("2004-06~-11", "EDTF level 2"),
        ("Y17E8", "EDTF level 2"),
        ("in June", "is no date"),
        ("2XXX", "fewer than two known digits"),
        ("XXXX", "fewer than two known digits"),
        ("2026-1X", "an unknown digit of a month"),
        ("2026-03~%", "has two signs of doubt"),
        ("../..", "has neither beginning nor end"),
        ("2026-02-28/2026-02-27", "has its end before its beginning"),
        ("2025-34", "EDTF level 2"),
    ] {
        let world = open(&format!("briefing: x\nmarking: TLP:CLEAR\ndate: {date}\n"));
        let found: Vec<&str> = world.entries()[0]
            .findings()
            .iter()
            .filter(|finding| finding.rule == "event/bad-date")
            .map(|finding| finding.message.as_str())
            .collect();
        assert!(matches!(found.as_slice(), [message] if message.contains(words)), "{date}: {found:?}");
    }
}

#[test]
fn n16_a_hint_shows_what_was_written_and_what_is_too_long() {
    assert_eq!(said("indicators:\n  I1: {moves: J3}"), ["yaml/wrong-type: `moves` is text; expected a mapping [write {J3: up}]"]);
    assert_eq!(
        said("indicators:\n  I1: {moves: [J3, S2]}"),
        ["yaml/wrong-type: `moves` is a list; expected a mapping [write {J3: up, S2: up}]"]
    );
    let long = |bottom_line: &str| -> Vec<String> {
        let world = open(&format!("briefing: x\nmarking: TLP:CLEAR\nbottom_line: {bottom_line}\n"));
        let found = world.entries()[0].findings().iter().filter(|finding| finding.rule == "bottom-line/long");
        found.map(|finding| format!("{} [{}]", finding.message, finding.hint.as_deref().unwrap_or_default())).collect()
    };
    assert_eq!(long("One is said. Another is said. So is a third."), ["3 sentences [say it in 2 sentences]"]);
    assert_eq!(long(&"word ".repeat(61)), ["61 words [say it in 60 words]"]);
    assert_eq!(long(&"One word more. ".repeat(25)), ["25 sentences and 75 words [say it in 2 sentences and 60 words]"]);
}

#[test]
fn m14_a_rule_of_time_over_a_thousand_million_years_is_drawn() {
    let event = "events:\n  T1: {consult: The talks, date: Y-999999999}\n  T2: {consult: The talks, date: Y999999999}\n";
    let text = format!("briefing: x\nmarking: TLP:CLEAR\ndate: 2026-11-22\n{event}");
    let screen = ends(move || Reader::open(open(&text), Some("x/timeline"), 120, 40).screen().join("\n"));
    assert!(screen.contains("500000000"), "{screen}");
}

#[test]
fn m25_lines_may_stand_where_every_reader_takes_them() {
    for text in [
        "a: [x,\n  v]\nb: {\n  c: d\n}\n",
        "a: [\n  x,\n  # aside\n# another\n\n  v,\n]\n",
        "a:\n- \"x\n\n\n  v\"\n- 'x\n \ty'\n",
        "\u{feff}a: [x,\n v]\n",
        "a:\n- [x,\n v]\n- b: [x,\n   v]\n-\n  - x\n- {x: z,\n v: z}\n- - [x,\n   v]\n",
        "a:\n  x\n\t  \t\n  v\n",
        "a: # - b\n  - b:\n    - 'x\n     v'\n",
        "- - [x,\n   v]\n  - z: {a: b,\n     c: d}\n",
        "\"a\nb\"\n",
        "[a,\nb]\n",
        "a: &x\n  - b\nc: *x\nd: [*x,\n  *x]\n",
        "a: >-\n \u{a0}text\nb: c\n",
        "a: x\r\nb: \"v\r\n  z\"\r\n",
    ] {
        assert_eq!(Tree::read(text).findings, [], "{text:?}");
    }
}

#[test]
fn m25_a_value_stands_deeper_than_its_field() {
    for (text, place) in [
        ("a: [x,\nv]\n", "v"),
        ("a:\n  b: [x,\n  {v: z}]\n", "{"),
        ("a: [x\n, v]\n", ","),
        ("a: [x\nv]\n", "v"),
        ("a: \"x\n}\"\n", "}"),
        ("a: \"x\n# v\"\n", "#"),
        ("a: \"x\nv\"\n", "v"),
        ("a: \"x\n\ty\"\n", "\t"),
        ("a: 'x\n\n'\n", "'"),
        ("a:\n- [x,\nv]\n", "v"),
        ("a:\n  - b:\n    - [x,\n    v]\n", "v"),
        ("- \"x\nv\"\n", "v"),
        ("a: &x b\nc: [\n*x]\n", "*"),
    ] {
        let tree = Tree::read(text);
        let [finding] = tree.findings.as_slice() else { panic!("{text:?}: {:?}", tree.findings) };
        assert_eq!((finding.rule, &text[finding.span.range()]), ("yaml/syntax", place), "{text:?}");
    }
}

/// The parser tells of all that is wrong in a text where the text begins.
#[test]
fn m25_a_mistake_inside_a_text_of_several_lines_is_told_at_its_own_place() {
    let escape = "[write \\\\ for a backslash";
    for (value, place, words) in [
        ("\"One\n    line \\day [C1].\"", "\\d", escape),
        ("\"One \\\"line\\\"\n    \\x4 day.\"", "\\x4", escape),
        ("\"One\n    line \\u00 day.\"", "\\u00", escape),
        ("\"One\n    line \\ud83d day.\"", "\\ud83d", escape),
        ("\"One \\ud83d\\ude00\n    line \\Uffffffff day.\"", "\\Uffffffff", escape),
        (">-\n\t  One day", "\t", "[begin the line with spaces]"),
        (">-\n\n\tOne day", "\t", "tab"),
        ("|\n    One\n\tday", "\t", "tab"),
    ] {
        let text = format!("briefing: x\nmarking: TLP:CLEAR\njudgements:\n  J1:\n    because: {value}\n");
        let world = open(&text);
        let found: Vec<&Finding> = world.entries()[0].findings().iter().filter(|finding| finding.rule == "yaml/syntax").collect();
        let [finding] = found.as_slice() else { panic!("{value:?}: {found:?}") };
        let said = format!("{} [{}]", finding.message, finding.hint.as_deref().unwrap_or_default());
        assert_eq!((&text[finding.span.range()], said.contains(words)), (place, true), "{value:?}: {said}");
    }
}

/// What has one finding with its mend is not said to be missing as well.
#[test]
fn n16_an_indicator_whose_colon_sticks_is_told_once() {
    for moves in ["{J1:down}", "{J1}", "{J1: up, J2:down}"] {
        let world = open(&format!("briefing: x\nmarking: TLP:CLEAR\nindicators:\n  I1: {{text: x, threshold: y, moves: {moves}}}\n"));
        let found: Vec<String> = world.entries()[0]
            .findings()
            .iter()
            .filter(|finding| finding.id == "I1" && (finding.rule.starts_with("yaml/") || finding.rule == "indicator/moves-nothing"))
            .map(|finding| finding.message.clone())
            .collect();
        assert_eq!(found.len(), 1, "{moves}: {found:?}");
    }
}
