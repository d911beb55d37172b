//! Drafts: what a source's words tell by themselves, and nothing more.

use crate::support::{Scratch, program, project};
use bluf::briefing::{Anchor, ItemKind, Level, SentenceKind, SourceText};
use bluf::draft::{Said, Source, draft};
use bluf::library;
use bluf::page::{Place, Spot, page};
use proptest::prelude::*;
use std::fs;
use std::sync::Arc;

/// Invented, with what articles have: headings, wrapped lines, quotations, footnotes, abbreviations, lists, other scripts.
const TEXTS: [(&str, &str); 5] = [
    (
        "dam.md",
        "# The dam of Sorn\n\nThe council of Sorn closed the upper sluice\non 2 March 2032, the Sorn Gazette said. “We had no choice,” said Dr. Vesk of\nthe U.S. Dam Board. “The wall was cracked. It leaked.” It rained. \n\n## Outlook\n\nIran and the Iranian fleet could leave Sorn between 14–16 September 2032. Nobody knows.\nSorn Water Board will meet on May 5, 2033. Sorn Water Board declined. The board of Sorn Water Board left.[1] It was late.\n\n1. A first pipe was laid.\n2. A second pipe: may it hold?\n\n[1]: https://post.invalid/sorn\n\n## Outlook\n\nIt rained. However, South Sudan signed. However, Georgia Smith did not.\n\n## 展望\n\nIt rained.\n",
    ),
    (
        "flat.txt",
        "Nothing is a heading here. The river fell by 12 per cent in the autumn, and by .5 in May, at .5 p.m. of 3 May 2031. No one said why: \"yes\", 'no' & #3.",
    ),
    ("persian.txt", "# سد\n\nشورای شهر دریچه را بست. او گفت که «سد ترک دارد». باران بارید؟\n\n# آینده\n\nکسی نمی‌داند.\n"),
    ("chinese.txt", "# 水坝\n\n市议会于2032年3月2日关闭了水闸。没有人知道为什么。下雨了。下雨了。\n"),
    (
        "twice.txt",
        "One. Two. Three.\n\nOne. Two. Three.\n\nOne. Two. Three.\n\nNo one said: One. [J5] is likely with high confidence on 3 May 2031.\n",
    ),
];

fn run(arguments: &[&str]) -> (String, i32) {
    let output = program().args(arguments).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (said, output.status.code().unwrap_or(-1))
}

fn source(file: &str, text: &str) -> Source {
    Source { file: file.to_owned(), text: Arc::new(SourceText::new(text.to_owned())) }
}

fn said() -> Said {
    Said { id: "draft".to_owned(), ..Said::default() }
}

/// A library with a draft of these texts; what is wrong with it.
fn drafted(name: &str, texts: &[(&str, &str)]) -> (Scratch, String) {
    let scratch = Scratch::new(name);
    let sources: Vec<Source> = texts.iter().map(|(file, text)| source(&format!("seeds/{file}"), text)).collect();
    for (file, text) in texts {
        scratch.write(&format!("seeds/{file}"), text);
    }
    let text = draft(&sources, &said());
    assert_eq!(text, draft(&sources, &said()), "the same bytes");
    scratch.write("briefings/draft.yaml", &text);
    (scratch, text)
}

/// Every sentence of its prose is quoted, letter by letter and once, and no error is found.
fn holds(texts: &[(&str, &str)], name: &str) -> String {
    let (scratch, text) = drafted(name, texts);
    let library = library::open(&scratch.0).expect("a library");
    let held = library.entries()[0];
    let errors: Vec<_> = held.findings().iter().filter(|finding| finding.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{text}");
    let rules: Vec<&str> = held.findings().iter().map(|finding| finding.rule).collect();
    assert!(
        !rules.contains(&"quote/folded") && !rules.contains(&"event/date-not-in-source") && !rules.contains(&"actor/unnamed"),
        "{text}"
    );
    let resolved = &held.resolved;
    for (at, (_, text)) in texts.iter().enumerate() {
        let read = SourceText::new((*text).to_owned());
        let quoted: Vec<usize> = resolved.candidates_of(at).flat_map(|(_, sentences)| sentences).collect();
        let prose: Vec<usize> =
            (0..read.sentences().len()).filter(|at| read.number(*at).is_some_and(|number| number.kind == SentenceKind::Sentence)).collect();
        assert_eq!(quoted, prose, "each sentence once, in order");
    }
    for (candidate, anchored) in resolved.briefing.candidates.iter().zip(resolved.candidates()) {
        assert!(candidate.kind.is_some() && matches!(anchored.as_slice(), [one] if matches!(one.anchor, Anchor::Found { .. })));
    }
    let open = held.findings().iter().filter(|finding| finding.rule == "candidate/open").count();
    assert_eq!(open, usize::from(!resolved.briefing.candidates.is_empty()));
    text
}

#[test]
fn n24_every_sentence_of_a_text_is_a_candidate_with_its_exact_quote() {
    let article = fs::read_to_string(project("seeds/russia-iran-treaty.txt")).expect("the article");
    holds(&[("article.txt", &article)], "draft-article");
    for (at, text) in TEXTS.iter().enumerate() {
        holds(&[*text], &format!("draft-{at}"));
    }
    let all = holds(&TEXTS, "draft-all");
    assert!(all.contains("quote: {DAM: ") && all.contains("quote: {TWICE: {exact: One., "), "{all}");
}

#[test]
fn n24_a_text_that_says_the_same_again_and_again_is_drafted_as_far_as_it_can_be_told_apart() {
    let paragraph =
        |at: usize| format!("The {at}th berth of the port is closed for repairs. Ships of line {at} wait off the bar until it opens.\n\n");
    let page: String = (0..16).map(paragraph).collect();
    let text = format!("The port of Sarn closed.\n\n{}The port opened again.\n", page.repeat(40));
    let (scratch, draft) = drafted("draft-again", &[("again.txt", &text)]);
    let comment = draft.lines().find(|line| line.ends_with("stand too often in it to be told apart, and are left out."));
    assert!(comment.is_some(), "{}", &draft[..400]);
    let held = library::open(&scratch.0).expect("a library");
    let candidates = &held.entries()[0].resolved.briefing.candidates;
    let quoted: Vec<&str> = candidates.iter().flat_map(|candidate| &candidate.passages).map(|passage| passage.exact.as_str()).collect();
    assert!(quoted.contains(&"The port opened again.") && quoted.len() > 32, "{}", quoted.len());
    let beside = candidates.iter().flat_map(|candidate| &candidate.passages).flat_map(|passage| [&passage.prefix, &passage.suffix]);
    assert!(beside.flatten().all(|words| words.len() < 14_000), "no quote drags half of the text along");
    assert!(held.entries()[0].findings().iter().all(|finding| finding.rule != "quote/ambiguous"));
}

#[test]
fn n24_sections_are_the_headings_of_the_document() {
    let text = holds(&TEXTS[..1], "draft-sections");
    let slugs: Vec<&str> = text
        .split("candidates:\n")
        .nth(1)
        .expect("candidates")
        .lines()
        .filter(|line| line.starts_with("  ") && line.ends_with(':') && !line.starts_with("   "))
        .collect();
    assert_eq!(slugs, ["  the-dam-of-sorn:", "  outlook-2:", "  outlook-3:", "  section:"]);
    assert!(text.contains("  # Outlook\n  outlook-2:\n") && text.contains("  # 展望\n  section:\n"), "{text}");
    assert!(text.contains("\ntitle: The dam of Sorn\n"));
    assert!(holds(&TEXTS[1..2], "draft-flat").contains("candidates:\n  text:\n"));
}

#[test]
fn n24_a_draft_says_what_words_tell_and_concludes_nothing() {
    let text = holds(&TEXTS[..1], "draft-words");
    for line in [
        "    - fact: The council of Sorn closed the upper sluice on 2 March 2032, the Sorn Gazette said.\n",
        "    - forecast: Iran and the Iranian fleet could leave Sorn between 14–16 September 2032.\n",
        "    - forecast: Sorn Water Board will meet on May 5, 2033.\n",
        "    - fact: The board of Sorn Water Board left.[1]\n",
        "    - fact: It was late.\n",
        "    - assessment: '2. A second pipe: may it hold?'\n",
        "  IR: {name: Iran, aka: [Iranian]}\n",
        "  US: {name: U.S.}\n",
        "  SS: {name: South Sudan}\n",
        "  sorn-water-board: {name: Sorn Water Board}\n",
        "    date: 2032-03-02\n    mode: alleged\n",
        "    date: 2032-09-14/2032-09-16\n    mode: expected\n",
        "    date: 2033-05-05\n    mode: expected\n",
        "marking: TLP:RED\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    for none in
        ["however", "GE:", "SD:", "judgements", "likelihood", "confidence:", "bottom_line", "sections:", "reliability", "credibility"]
    {
        assert!(!text.contains(none), "{none}\n{text}");
    }
    let persian = holds(&TEXTS[2..3], "draft-persian");
    assert!(persian.contains("not in English") && !persian.contains("fact:") && persian.contains("assessment:"), "{persian}");
    let twice = holds(&TEXTS[4..5], "draft-twice");
    assert!(!twice.contains("events:"), "what reads as ours is no event\n{twice}");
}

#[test]
fn n24_an_event_is_what_happened_on_its_day() {
    let text = "The port closed on 2 May 2022. Nobody met on 3 May 2022. The strike of 1 May 2024 did not take place. If it began on \
                1 May 2023, it is old. Before 7 July 2024 it was so. By 1 March 2020 all had left. They met from 3 to 5 May 2021.";
    let text = draft(&[source("seeds/port.txt", text)], &said());
    let dates: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("    date: ")).collect();
    assert_eq!(dates, ["2021-05-03/2021-05-05", "2022-05-02"], "{text}");
}

#[test]
fn n24_what_is_named_by_two_letters_is_a_state_and_no_source() {
    let text = draft(&[source("seeds/ru.txt", "Russia signed a pact with Iran.")], &said());
    assert!(text.contains("sources:\n  TEXT:\n"), "{text}");
}

#[test]
fn n24_a_document_is_no_text_to_draft_from_and_one_source_is_drafted_once() {
    let scratch = Scratch::new("draft-document");
    let file = scratch.write("seeds/page.html", "<p>The port closed.</p>");
    let library = scratch.0.to_str().expect("UTF-8");
    let (said, code) = run(&["--library", library, "draft", file.to_str().expect("UTF-8")]);
    assert!(code != 0 && said.contains("bluf add"), "{said}");
    scratch.write("seeds/port.txt", "The port closed.\n");
    let (said, code) = run(&["--library", library, "draft", "seeds/port.txt", "seeds/port.txt"]);
    assert!(code == 0 && said.matches("The port closed.").count() == 2, "{said}");
}

#[test]
fn n24_a_name_that_recurs_is_an_actor_unless_it_is_a_place_a_thing_or_what_another_is_like() {
    let text = "The Marsh Guild signed the Reed Accord in March 2031. The Reed Accord binds the Marsh Guild. Members of the Marsh Guild \
                met in Lower Tarn. Barges reach Lower Tarn and Upper Tarn by the Wend Canal. Ice lay across Upper Tarn and Lower Tarn. Boats \
                left the town of Upper Tarn on the Wend Canal. In all, the Wend Canal froze twice. A Veltish crew came. The Veltish pilots \
                slept, and a Veltish flag flew. The Reed Accord was read to the Council. A council is slow, and the Council met. The Council of \
                old was three. Nobody trusts the Tarn Fleet. With the Tarn Fleet came rain, and the Tarn Fleet sank. They fear the Wolves. \
                To the Wolves all is prey; of the Wolves none spoke. The Green Quay burned. The Green Quay was rebuilt.";
    let text = draft(&[source("seeds/a.txt", text)], &said());
    let actors = text.split("actors:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default();
    let names: Vec<&str> = actors.lines().filter_map(|line| line.split("{name: ").nth(1)?.strip_suffix('}')).collect();
    assert_eq!(names, ["Marsh Guild", "Tarn Fleet", "Wolves"], "{text}");
}

#[test]
fn n24_kinds_are_those_of_the_check() {
    for (sentence, kind) in [
        ("Engineers found two cracks in the wall.", "fact"),
        ("The mayor said the wall was safe.", "fact"),
        ("The river is expected to rise in April.", "forecast"),
        ("The dam is likely to close.", "forecast"),
        ("The ministry plans to build a second dam.", "forecast"),
        ("The fleet could have left before dawn.", "assessment"),
        ("The wall appears to be sound.", "assessment"),
        ("The fleet was probably at sea.", "assessment"),
        ("The council should act.", "assessment"),
        ("He’ll leave.", "forecast"),
        ("The harbour is to be closed on Monday.", "forecast"),
        ("The harbour is to be found behind the wall.", "fact"),
        ("Analysts believe the port is closed.", "assessment"),
        ("The page https://gov.example/dams?id=3 lists the dams.", "fact"),
    ] {
        let text = draft(&[source("seeds/a.txt", sentence)], &said());
        assert!(text.contains(&format!("    - {kind}: {sentence}\n")), "{kind}: {sentence}\n{text}");
    }
}

#[test]
fn n24_candidates_stand_apart_and_count_as_no_claim() {
    let (scratch, _) = drafted("draft-apart", &TEXTS[..1]);
    let library = library::open(&scratch.0).expect("a library");
    let held = library.entries()[0];
    assert_eq!(held.resolved.briefing.count(ItemKind::Claim), 0);
    assert_eq!(held.resolved.evidence().covered(0).part, 0, "no sentence is claimed");
    let show = |address: &str| {
        let (out, code) = run(&["--library", scratch.0.to_str().expect("UTF-8"), "show", address]);
        assert_eq!(code, 0, "{out}");
        out
    };
    let candidates = show("draft/candidates");
    assert!(candidates.contains("forecast") && candidates.contains("Nobody knows."), "{candidates}");
    assert!(show("draft/source/DAM").contains("waiting"), "the page of the source says so");
    assert!(show("draft#DAM:1").contains("WAITS TO BE TAKEN AS"), "and the card of the sentence");
    let world = library.into();
    let doc = page(&world, &Place::within("draft", Spot::Candidates)).expect("the page");
    let leads =
        doc.blocks.iter().filter(|block| matches!(block.link.as_ref().and_then(Place::spot), Some(Spot::Source { sentence: Some(_), .. })));
    assert_eq!(leads.count(), held_candidates(&scratch), "each leads to its sentence");
    for format in ["json", "markdown", "html"] {
        let (out, code) = run(&["--library", scratch.0.to_str().expect("UTF-8"), "export", "draft", "--to", format]);
        assert_eq!(code, 0, "{out}");
        assert!(!out.contains("forecast: Iran") && !out.contains("Waits to be taken as"), "{format} writes none");
    }
}

fn held_candidates(scratch: &Scratch) -> usize {
    library::open(&scratch.0).expect("a library").entries()[0].resolved.briefing.candidates.len()
}

#[test]
fn n24_a_sentence_that_only_waits_is_open_and_its_words_may_drift() {
    let (scratch, text) = drafted("draft-waits", &TEXTS[1..2]);
    let quote = "      quote: Nothing is a heading here.";
    assert!(text.contains(quote));
    let show = |address: &str| run(&["--library", scratch.0.to_str().expect("UTF-8"), "show", address]).0;
    scratch.write("briefings/draft.yaml", text.replace(quote, "      quote: [Nothing is, a heading here.]"));
    let card = show("draft#FLAT:1");
    assert_eq!(card.matches("“Nothing is”").count(), 1, "what quotes it twice waits once\n{card}");
    assert!(card.contains("Open: no claim quotes it"), "{card}");
    let drift = show("draft/source/FLAT/drift");
    assert!(drift.contains("Nothing has drifted: all of its 4 passages"), "{drift}");
    scratch.write("briefings/draft.yaml", text.replace(quote, "      quote: Nothing is a heading there."));
    let drift = show("draft/source/FLAT/drift");
    assert!(drift.contains("1 of 3 passages") && drift.contains("quote: 'Nothing is a heading here.'"), "{drift}");
}

#[test]
fn n24_what_waits_and_is_not_in_its_source_is_an_error() {
    let (scratch, text) = drafted("draft-wrong", &TEXTS[1..2]);
    scratch
        .write("briefings/draft.yaml", text.replace("      quote: Nothing is a heading here.", "      quote: Nothing is a heading there."));
    let library = library::open(&scratch.0).expect("a library");
    let found: Vec<&str> =
        library.entries()[0].findings().iter().filter(|finding| finding.level == Level::Error).map(|finding| finding.rule).collect();
    assert_eq!(found, ["quote/not-found"]);
}

#[test]
fn n24_a_draft_is_written_and_overwrites_nothing() {
    let scratch = Scratch::new("draft-written");
    scratch.write("lib/briefings/old.yaml", "briefing: old\nmarking: TLP:CLEAR\n");
    scratch.write("lib/seeds/dam.md", TEXTS[0].1);
    scratch.write("other.txt", TEXTS[1].1);
    let lib = scratch.0.join("lib");
    let bluf = |arguments: &[&str]| run(&[&["--library", lib.to_str().expect("UTF-8")], arguments].concat());
    let (out, code) = bluf(&["draft", "seeds/dam.md", "--title", "The dam: why?", "--question", "Why now?", "--marking", "TLP:GREEN"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("\nbriefing: the-dam-why\n") && out.contains("\ntitle: 'The dam: why?'\n") && out.contains("\nquestion: Why now?\n"),
        "{out}"
    );
    assert!(out.contains("\nmarking: TLP:GREEN\n") && out.contains("    file: seeds/dam.md\n"), "{out}");
    let other = scratch.0.join("other.txt");
    let other = other.to_str().expect("UTF-8");
    assert_eq!(bluf(&["draft", other]).1, 2, "a text outside is none of its sources");
    assert_eq!(bluf(&["draft", other, "seeds/dam.md", "--to", "new"]).1, 0);
    assert_eq!(fs::read_to_string(lib.join("seeds/other.txt")).expect("copied"), TEXTS[1].1);
    let written = fs::read_to_string(lib.join("briefings/new.yaml")).expect("written");
    assert!(written.contains("\nbriefing: new\n"), "{written}");
    assert_eq!(bluf(&["check", lib.join("briefings/new.yaml").to_str().expect("UTF-8")]).1, 0, "no error");
    assert_eq!(bluf(&["draft", "seeds/dam.md", "--to", "new"]).1, 2, "it is there");
    assert_eq!(bluf(&["draft", "seeds/dam.md", "--to", "help"]).1, 2, "a page of the program");
    assert_eq!(bluf(&["draft", "seeds/dam.md", "--marking", "TLP:PINK"]).1, 2);
    assert_eq!(fs::read_to_string(lib.join("briefings/new.yaml")).expect("kept"), written);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn n24_a_draft_of_any_text_holds(
        text in "(# |## |Iran |It rained\\. |No: |\\[J1\\] |may |“a”|'b' |1\\. |[a-c]{1,3}|[.?!] |\n|\n\n|é|e\u{301}|کسی|下雨。|\u{a0}| {2}|\\| |- |5 May 2032 |confidence |\u{1b}|\r\n|\t){1,40}",
    ) {
        prop_assume!(SourceText::new(text.clone()).count(SentenceKind::Sentence) > 0);
        holds(&[("any.txt", &text)], "draft-any");
    }
}

#[test]
fn n24_a_name_that_may_be_another_ones_is_no_state_and_a_pronoun_is_nobody() {
    let named = |name: &str, text: &str| -> Vec<String> {
        let drafted = holds(&[("text.txt", text)], &format!("draft-named-{name}"));
        let actors = drafted.split("\nactors:\n").nth(1).unwrap_or_default();
        actors.lines().take_while(|line| line.starts_with("  ")).map(|line| line.trim().trim_end_matches(':').to_owned()).collect()
    };
    let has = |all: &[String], id: &str| all.iter().any(|line| line.split(':').next() == Some(id));
    let text = "\"I'm sure,\" the governor said. 'I'm not afraid.' Chad Smith came to Albuquerque. Michael Jordan met Chad Smith. \"It's done,\" said Chad. 'I'm done,' he said. Voters in Georgia and Michigan chose governors. Turkey prices rose. Then he said 'I'm gone.'";
    assert_eq!(named("doubtful", text), Vec::<String>::new());
    let text = "Chad signed the treaty. Voters in Georgia chose a president. Turkey signed too. The king of Jordan did not.";
    let all = named("sure", text);
    for id in ["TD", "GE", "TR", "JO"] {
        assert!(has(&all, id), "{id}: {all:?}");
    }
    let text = "Georgian troops left Georgia. The aid came from Michigan. Turkey officials said so in Turkey.";
    let all = named("other", text);
    assert!(has(&all, "GE") && has(&all, "TR"), "{all:?}");
}

fn actors_of(text: &str) -> Vec<String> {
    let text = draft(&[source("seeds/a.txt", text)], &said());
    let actors = text.split("actors:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).unwrap_or_default().to_owned();
    actors.lines().filter_map(|line| Some(line.split("{name: ").nth(1)?.strip_suffix('}')?.to_owned())).collect()
}

#[test]
fn n24_who_wrote_a_text_and_when_is_neither_a_fact_nor_an_event() {
    for by in [
        "By K. Shikongo, 4 March 2026",
        "By K. Shikongo and Anna Berg | March 4, 2026",
        "By Reuters, 2026-03-04",
        "Von Anna Berg, 4. März 2026",
        "Par Jean Martin, le 4 mars 2026",
        "Por Ana Ruiz, 4 de marzo de 2026",
    ] {
        let text = draft(&[source("seeds/a.txt", &format!("# Copper\n\n{by}\n\nThe mine closed.\n"))], &said());
        assert!(!text.contains("events:") && text.matches("quote:").count() == 1, "{by}\n{text}");
    }
    for sentence in ["By 4 March 2026 the mine was closed", "Par hasard le 4 mars 2026 la mine fut close", "By March 2026"] {
        let text = draft(&[source("seeds/a.txt", &format!("# Copper\n\n{sentence}\n\nThe mine closed.\n"))], &said());
        assert_eq!(text.matches("quote:").count(), 2, "{sentence}\n{text}");
    }
}

#[test]
fn n24_a_month_in_any_language_and_a_noun_that_begins_sentences_are_no_actors() {
    let german = "Im Mai fiel der Preis. Der Mai war kalt. Auch im Mai und im März stieg er. Der März sagte nichts. Mit März und mit Mai sagte er ab.";
    assert_eq!(actors_of(german), [""; 0]);
    let english = "The port said that März agreed. Then März denied it, and so März sent grain. They met März.";
    assert_eq!(actors_of(english), [""; 0]);
    let glued =
        "Growth is likely to slow next year.Growth is likely to slow next year.Growth said so. Prices fell.Prices cut output.Prices rose.";
    assert_eq!(actors_of(glued), [""; 0]);
    let begins = "Kansanshi Mining said that output fell. Kansanshi Mining denied it. Kansanshi Mining closed the pit.";
    assert_eq!(actors_of(begins), ["Kansanshi Mining"]);
}

#[test]
fn n24_a_sum_in_short_and_a_day_in_german_are_within_their_sentences() {
    let sentences = [
        "Die Regierung hat 2,4 Mio. Euro und dann noch 3,2 Mrd. Dollar gezahlt.",
        "Erste Runde: 12. Mai in Berlin.",
        "Nur bis zum 3. April, dann 12. März war es so.",
    ];
    let text = draft(&[source("seeds/a.txt", &sentences.join(" "))], &said());
    for sentence in sentences {
        assert!(
            text.lines().any(|line| line.ends_with(&format!(": {sentence}")) || line.ends_with(&format!(": '{sentence}'"))),
            "{sentence}\n{text}"
        );
    }
    let english = "The score was 12. April brought rain.";
    assert_eq!(draft(&[source("seeds/a.txt", english)], &said()).matches("quote:").count(), 2);
}
