//! A memo: one page, in every form with the same words.

use crate::support::hostile::{HOSTILE, hostile_world};
use crate::support::markup::read;
use crate::support::{Scratch, desk, embedded, program, world_of_scripts};
use bluf::export::letterhead::{Letter, Paper};
use bluf::export::memo::Memo;
use bluf::export::page_set::{Extent, Handed};
use bluf::export::{html, memo};
use bluf::page::{Place, Spot, World, locate};
use std::process::Output;

fn memo_of(world: &World, place: &Place, letter: Letter) -> Result<(String, String), String> {
    let mut handed = Handed::new(world, locate(world, place).expect("a place"), Extent { details: true, notes: false });
    handed.letter = letter;
    let memo = Memo::new(&handed).map_err(|why| why.to_string())?;
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ok((text(memo::plain(&memo).expect("text")), text(html::memo(&memo).expect("HTML"))))
}

fn cover(briefing: &str) -> Place {
    Place::within(briefing, Spot::Cover)
}

/// The words of a text, however its headings and labels are set off.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| word.trim_end_matches(':').to_uppercase()).collect()
}

#[test]
fn e24_every_briefing_has_a_memo_of_one_page_on_both_papers() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            for paper in [Paper::A4, Paper::Letter] {
                let (text, html) = memo_of(&world, &cover(&held.id), Letter { paper, ..Letter::default() }).expect("it fits");
                let lines: Vec<&str> = text.lines().collect();
                assert!(lines.len() <= paper.lines() + 3, "{}", held.id);
                let (marking, _) = held.resolved.briefing.shown_as.clone().expect("a marking");
                assert_eq!((lines[0], lines[lines.len() - 1]), (marking.as_str(), marking.as_str()), "{}", held.id);
                assert!(text.contains("BOTTOM LINE") && text.contains("WHAT WOULD CHANGE OUR MIND") && text.contains("WHAT TO WATCH"));
                assert_eq!(lines.iter().filter(|line| line.starts_with("Sources: ")).count(), 1);
                let html = words(&read(&html).text);
                // The page of a browser has a link that skips its head, and a name.
                let own = words("Skip to the content Memo");
                // A line may end within a range of numbers.
                let said = |words: Vec<String>| words.into_iter().filter(|word| !own.contains(word)).collect::<String>();
                assert_eq!(said(html), said(words(&text.replace(" · ", " "))), "{}", held.id);
            }
        }
    }
}

#[test]
fn e24_a_memo_says_likelihood_and_confidence_in_two_sentences_in_the_order_of_the_bottom_line() {
    let (text, _) = memo_of(&embedded(), &cover("russia-iran-treaty"), Letter::default()).expect("a memo");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("J1 We judge it likely (55–80 %), by Dec 2027: Russia and Iran hold"), "{text}");
    assert!(text.contains(" Our confidence is low: 2 claims, 1 source."), "{text}");
    let places: Vec<Option<usize>> = ["J1", "J5", "J6", "J2", "J3"].iter().map(|id| text.find(&format!("{id} We judge"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    assert!(!text.contains("J4 We judge") && !text.contains("J7 We judge"), "five at most");
    assert!(text.contains("Not shown: J4 and J7."), "{text}");
    assert!(text.contains("4 claims for, 2 against, 1 source.") && text.contains("reliability F (cannot be judged)"), "{text}");
    assert!(text.contains("J1 Less likely with I2:") && text.contains("J2 More likely with I3:"), "{text}");
    assert!(text.contains("ICD 203: almost no chance 1–5 %, very unlikely 5–20 %"));
    let of_one = memo_of(&embedded(), &Place::item("russia-iran-treaty", "J5"), Letter::default()).expect("a memo").0;
    assert!(of_one.contains("J5 We judge") && !of_one.contains("J1 We judge"), "{of_one}");
    let none = memo_of(&embedded(), &Place::item("russia-iran-treaty", "C1"), Letter::default());
    assert_eq!(none.expect_err("no memo"), "a memo is of a briefing, of a section or of a judgement");
}

/// Sentences that a page has no room for.
#[test]
fn e24_a_memo_that_is_too_long_says_by_how_much_and_what_to_cut_until_it_fits() {
    let scratch = Scratch::new("memo-long");
    scratch.write("seeds/s.txt", "One. Two.\n");
    let long = "The harbour of the old town by the river stays open to every ship that comes from the sea ".repeat(8);
    let judgements: Vec<String> = (1..=6)
        .map(|at| format!("  J{at}: {{section: s, text: \"{long}{at}\", by: 2031-01, likelihood: likely, confidence: low, because: 'x [C1]', claims: [C1]}}\n"))
        .collect();
    let named = (1..=6).map(|at| format!("[J{at}]")).collect::<Vec<_>>().join(", ");
    scratch.write(
        "briefings/x.yaml",
        format!(
            "briefing: x\ntitle: X\nmarking: TLP:CLEAR\ndate: 2030-07-01\nyardstick: icd203\nbottom_line: 'It is likely {named}.'\nsources:\n  \
             ART: {{title: T, file: seeds/s.txt}}\nsections:\n  s:\n    C1: {{fact: A, quote: One.}}\njudgements:\n{}",
            judgements.concat()
        ),
    );
    let world = World::from(bluf::library::open(&scratch.0).expect("opens"));
    let lines = |letter: &Letter| memo_of(&world, &cover("x"), letter.clone());
    let mut letter = Letter { paper: Paper::Letter, ..Letter::default() };
    let why = lines(&letter).expect_err("too long");
    let over: usize = why.split(' ').nth(3).and_then(|word| word.parse().ok()).unwrap_or_else(|| panic!("{why}"));
    assert!(over > 0 && why.contains("too long for one page of Letter") && why.contains("in the order of the bottom line"), "{why}");
    let cut: Vec<String> = why.split("--cut ").skip(1).filter_map(|rest| rest.split([' ', '`']).next()).map(str::to_owned).collect();
    assert_eq!(cut.last().map(String::as_str), Some("J5"), "{why}: the sixth is not in it at all");
    letter.cut = cut[1..].to_vec();
    assert!(lines(&letter).is_err(), "with one more it is too long");
    letter.cut = cut;
    let fits = lines(&letter).expect("it fits").0;
    assert!(fits.contains("J1 We judge") && !fits.contains("J5 We judge"), "{fits}");
    letter.cut = vec!["J9".to_owned()];
    assert!(lines(&letter).expect_err("no such").contains("`J9` is no key judgement of the memo; write J1, J2"));
}

/// Key judgements and an indicator for each, in capitals of the program's own font, which are wider in print than a cell: of
/// letters that it lacks the width would be that of whatever font the machine has.
fn wide(judgements: usize, letters: usize) -> Scratch {
    let scratch = Scratch::new("memo-wide");
    scratch.write("seeds/s.txt", "One. Two.\n");
    let text = "THE HARBOUR COMMISSION WOULD MOVE MORE OF WHAT COMES ".chars().cycle().take(letters).collect::<String>();
    let text = text.trim();
    let all = || 1..=judgements;
    let named = all().map(|at| format!("[J{at}]")).collect::<Vec<_>>().join(", ");
    let judged = all().map(|at| {
        format!(
            "  J{at}: {{section: s, text: {text}, by: 2031-01, likelihood: likely, confidence: low, because: 'x [C1]', claims: [C1]}}\n"
        )
    });
    let watched = all().map(|at| format!("  I{at}: {{text: {text}, threshold: {text}, moves: {{J{at}: up}}}}\n"));
    scratch.write(
        "briefings/port.yaml",
        format!(
            "briefing: port\ntitle: X\nmarking: TLP:CLEAR\ndate: 2030-07-01\nyardstick: icd203\nbottom_line: 'It is likely {text} {named}.'\nsources:\n  \
             ART: {{title: T, file: seeds/s.txt}}\nsections:\n  s:\n    C1: {{fact: A, quote: One.}}\njudgements:\n{}indicators:\n{}",
            judged.collect::<String>(),
            watched.collect::<String>()
        ),
    );
    scratch
}

#[test]
fn e24_a_memo_of_one_judgement_is_never_told_to_leave_out_one() {
    let why = |form: &str| err_of(&export(&wide(1, 2000), &["--to", "memo", "--as", form, "--anyway", "-o", "-"]));
    for form in ["text", "html"] {
        let why = why(form);
        assert!(why.contains("too long for one page") && why.contains("shorten the bottom line") && !why.contains("--cut"), "{why}");
        assert!(!why.contains("with one judgement too"), "{why}");
    }
}

/// In print some letters take more room than in cells.
#[cfg(feature = "pdf")]
#[test]
fn e24_a_memo_that_is_too_long_in_print_alone_names_what_to_cut() {
    let mut told = 0;
    for letters in (40..160).step_by(4) {
        let scratch = wide(5, letters);
        let print = |cut: &[&str]| export(&scratch, &[&["--to", "memo", "--as", "pdf", "--anyway", "-o", "-"], cut].concat());
        let why = err_of(&print(&[]));
        if !why.contains("as it is printed") {
            continue;
        }
        told += 1;
        let cut: Vec<&str> = why.split("--cut ").skip(1).filter_map(|rest| rest.split([' ', '`']).next()).collect();
        assert!(!cut.is_empty(), "{letters}: {why}");
        let cut: Vec<&str> = cut.into_iter().flat_map(|id| ["--cut", id]).collect();
        assert!(print(&cut).status.success(), "{letters}: {}", err_of(&print(&cut)));
        break;
    }
    assert!(told > 0, "no such length");
}

fn err_of(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn export(scratch: &Scratch, arguments: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(&scratch.0).env("BLUF_MEMO_FROM", "The desk").args(["export", "--library", ".", "port"]);
    command.args(arguments).output().expect("it runs")
}

#[test]
fn e24_a_memo_is_addressed_by_flags_and_settings_and_its_form_is_told_by_its_file() {
    let scratch = Scratch::with_port("memo-form");
    let output =
        export(&scratch, &["--to", "memo", "--memo-to", "The harbour master", "--memo-date", "1 May 2031", "--memo-subject", "The strike"]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("To: The harbour master\nFrom: The desk\nDate: 1 May 2031\nSubject: The strike\n"), "{text}");
    for (arguments, is_html) in [(&["--to", "memo", "-o", "a.html"][..], true), (&["--to", "memo", "-o", "a.txt"], false)] {
        let output = export(&scratch, arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = std::fs::read_to_string(scratch.0.join(arguments[3])).expect("written");
        assert_eq!(text.starts_with("<!DOCTYPE html>"), is_html);
        assert!(text.contains("The desk"));
    }
    let html = String::from_utf8(export(&scratch, &["--to", "memo", "--as", "html", "--paper", "letter"]).stdout).expect("text");
    assert!(html.contains("@page{size:letter;"), "{html}");
    let wrong = export(&scratch, &["--to", "memo", "--paper", "a5"]);
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("no paper is called so; write a4 or letter"));
}

#[test]
fn e24_the_heading_of_a_memo_in_markdown_ends_without_the_sign_that_ends_a_sentence() {
    let scratch = Scratch::with_port("memo-heading");
    for (subject, heading) in
        [("The strike.", "# The strike"), ("Strike; port:", "# Strike; port"), ("罢工。", "# 罢工"), ("...", "# Memo")]
    {
        let output = export(&scratch, &["--to", "memo", "--as", "markdown", "--memo-subject", subject]);
        let text = String::from_utf8(output.stdout).expect("text");
        assert!(text.lines().any(|line| line == heading) && text.contains("**Subject:** "), "{subject}: {text}");
    }
}

#[test]
fn e24_hostile_words_are_text_in_a_memo() {
    for (at, words) in HOSTILE.iter().enumerate() {
        let world = hostile_world(&format!("memo-{at}"), words);
        let letter = Letter { to: Some((*words).to_owned()), subject: Some((*words).to_owned()), ..Letter::default() };
        let (text, html) = memo_of(&world, &cover("hostile"), letter).expect("a memo");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text:?}");
        let read = read(&html);
        assert!(read.links.iter().all(|link| link == "#main_content"), "{words:?}: {:?}", read.links);
        assert!(text.lines().count() > 15 && read.text.contains(&format!("To: {}", bluf::page::styled_text::one_line(words))), "{words:?}");
    }
}

/// Our words go on in English behind a sentence that runs from the right: each full stop stays at its end.
#[test]
fn e24_the_full_stop_of_a_sentence_from_the_right_stands_at_its_end() {
    let export = |briefing: &str, form: &str| {
        let mut command = program();
        let arguments = ["export", "--library", "tests/world", briefing, "--to", "memo", "--as", form];
        let output = command.current_dir(crate::support::project("")).args(arguments).output().expect("it runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    for form in ["text", "html", "markdown"] {
        let text = export("sabzan-water", form);
        assert!(text.contains(".\u{200f}") && text.contains(".\u{200e}"), "{form}: {text}");
        let english = export("verin-rail", form);
        assert!(!english.contains(['\u{200f}', '\u{200e}']), "{form}: {english}");
    }
}

#[test]
fn e24_a_memo_says_that_no_indicator_is_recorded_only_where_there_is_none() {
    for (indicators, said) in [
        ("", "No indicator is recorded."),
        ("indicators: {I1: {text: Smoke, moves: {J1: up}}}\n", "No indicator that is recorded would make it less likely."),
        ("indicators: {I1: {text: Smoke, moves: {J1: down}}}\n", "Less likely with I1: Smoke."),
        ("indicators: {I1: {text: Smoke, moves: {J1: down}, seen: 2026-01-02}}\n", "What would make it less likely was seen already: I1."),
    ] {
        let scratch = Scratch::new("memo-indicators");
        scratch.write("seeds/s.txt", "One.\n");
        let text = format!(
            "briefing: x\ntitle: X\nmarking: TLP:CLEAR\ndate: 2026-01-05\nbottom_line: It breaks [J1].\nsources: {{ART: {{title: S, file: seeds/s.txt}}}}\nsections:\n  s:\n    C1: {{fact: It leaks., quote: One.}}\n\
             judgements:\n  J1: {{text: It breaks., claims: [C1], likelihood: likely, confidence: low, by: 2027}}\n{indicators}"
        );
        scratch.write("briefings/x.yaml", text);
        let world = World::from(bluf::library::open(&scratch.0).expect("opens"));
        let (memo, _) = memo_of(&world, &cover("x"), Letter::default()).expect("a memo");
        let memo = memo.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(memo.contains(said), "{said}: {memo}");
    }
}

#[test]
fn e24_the_date_of_a_memo_is_written_as_that_of_the_briefing_is() {
    let scratch = Scratch::with_port("memo-date");
    for (given, written) in [
        ("2031-06-01", "1 Jun 2031"),
        ("1 June 2031", "1 Jun 2031"),
        ("June 1, 2031", "1 Jun 2031"),
        ("Sept 2031", "Sep 2031"),
        ("2031", "2031"),
    ] {
        let text = String::from_utf8(export(&scratch, &["--to", "memo", "--memo-date", given]).stdout).expect("text");
        assert!(text.contains(&format!("Date: {written}\n")), "{given}: {text}");
    }
}

#[test]
fn e24_a_memo_says_how_many_more_there_are_to_watch() {
    let text = memo_of(&embedded(), &cover("russia-iran-treaty"), Letter::default()).expect("a memo").0;
    let heading = text.lines().find(|line| line.starts_with("WHAT TO WATCH")).expect("a heading");
    assert!(heading.ends_with(" more are in the briefing"), "{heading}");
}

/// No form is longer in print than the PDF, and without a typeface to measure by there is a margin.
#[test]
fn e24_a_memo_that_is_too_long_in_print_is_refused_in_every_form_that_is_printed() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            let mut handed =
                Handed::new(&world, locate(&world, &cover(&held.id)).expect("a place"), Extent { details: true, notes: false });
            handed.letter = Letter::default();
            let memo = Memo::new(&handed).expect("it fits");
            assert_eq!(memo::fits_in_wide_letters(&memo), Ok(()), "{}", held.id);
            for form in ["html", "docx"] {
                let row = bluf::export::FORMATS.iter().find(|row| row.name == form).and_then(|row| row.memo).expect("a form");
                assert!(row(&memo).is_ok(), "{}: {form}", held.id);
            }
        }
    }
    let mut told = 0;
    for letters in (40..160).step_by(4) {
        let scratch = wide(5, letters);
        let written = |form: &str| export(&scratch, &["--to", "memo", "--as", form, "--anyway", "-o", "-"]);
        let [html, docx] = ["html", "docx"].map(written);
        assert_eq!((html.status.code(), err_of(&html).replace("html", "docx")), (docx.status.code(), err_of(&docx)), "{letters}");
        #[cfg(feature = "pdf")]
        assert_eq!((html.status.code(), err_of(&html).contains("as it is printed")), {
            let pdf = written("pdf");
            (pdf.status.code(), err_of(&pdf).contains("as it is printed"))
        });
        if html.status.code() == Some(2) && err_of(&html).contains("printed") {
            assert!(written("text").status.success() && html.stdout.is_empty());
            told += 1;
            break;
        }
    }
    assert!(told > 0, "no such length");
}
