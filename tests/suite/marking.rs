//! Markings of every vocabulary, and whose work a briefing is.

use crate::support::{Reader, Scratch, copied, program};
use bluf::briefing::scale::{Markings, Vocabulary};
use bluf::library::{self, Library};
use bluf::linear::Walk;

/// A briefing with these lines in its head and these fields on its claim and its judgement.
fn write(scratch: &Scratch, name: &str, head: &str, claim: &str, judgement: &str) {
    scratch.write("seeds/s.txt", "One. Two.\n");
    let text = format!(
        "briefing: {name}\ntitle: The {name}\n{head}date: 2026-01-05\nsources: {{ART: {{title: S, file: seeds/s.txt}}}}\nsections:\n  s:\n    C1: {{fact: The dam leaks., quote: One.{claim}}}\njudgements:\n  J1: {{text: The dam breaks., claims: [C1], likelihood: likely, confidence: low, by: 2027{judgement}}}\n"
    );
    scratch.write(&format!("briefings/{name}.yaml"), text);
}

fn opened(scratch: &Scratch) -> Library {
    library::open(&scratch.0).expect("opens")
}

fn ends(screen: &[String]) -> [String; 2] {
    [screen[0].trim_end().to_owned(), screen[screen.len() - 1].trim_end().to_owned()]
}

#[test]
fn e16_the_marking_of_every_vocabulary_stands_whole_on_the_first_and_the_last_line_at_every_width() {
    for markings in Markings::all() {
        for marking in markings.terms() {
            let scratch = Scratch::new("marking-whole");
            write(&scratch, "x", &format!("markings: {}\nmarking: {}\n", markings.word(), marking.word()), "", "");
            for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
                let screen = Reader::open(opened(&scratch), Some("x"), columns, rows).screen();
                for line in ends(&screen) {
                    assert!(line.ends_with(marking.word()), "{columns}: {line}");
                }
            }
            let findings = opened(&scratch).entries()[0].findings().to_vec();
            assert!(findings.iter().all(|finding| !finding.rule.starts_with("marking/")), "{findings:?}");
        }
    }
}

#[test]
fn e16_a_portion_mark_stands_before_the_sentence_wherever_it_is_shown_and_goes_with_it_when_it_is_copied() {
    let scratch = Scratch::new("marking-portion");
    write(&scratch, "x", "markings: us\nmarking: SECRET//NOFORN\n", ", marking: C", ", marking: S//NOFORN");
    for (place, words) in [
        ("x", "(S//NF) The dam breaks."),
        ("x#J1", "(S//NF) The dam breaks."),
        ("x#J1", "(C) The dam leaks."),
        ("x/s", "(C) The dam leaks."),
        ("x#C1", "(C) The dam leaks."),
    ] {
        let mut reader = Reader::open(opened(&scratch), Some(place), 120, 40);
        reader.shows(words);
    }
    let mut walk = Walk::new(opened(&scratch), None, None).expect("a walk");
    assert!(walk.take("J1").text.contains("(S//NF) The dam breaks."));
    let mut reader = Reader::open(opened(&scratch), Some("x"), 120, 40);
    assert_eq!(reader.copied("y"), "(S//NF) likely: The dam breaks.");
    assert!(copied(&reader.effects("Y")).is_some_and(|text| text.contains("SECRET//NOFORN")));
}

#[test]
fn e16_what_is_narrower_than_its_briefing_is_a_mistake_and_the_screen_is_marked_by_it() {
    for (markings, own, item, shown) in [
        ("uk", "OFFICIAL", "SECRET", "SECRET"),
        ("nato", "NATO RESTRICTED", "CTS", "COSMIC TOP SECRET"),
        ("eu", "LIMITE", "EU SECRET", "SECRET UE/EU SECRET"),
        ("us", "SECRET", "C//NOFORN", "SECRET//NOFORN"),
        ("tlp", "TLP:GREEN", "TLP:RED", "TLP:RED"),
    ] {
        let scratch = Scratch::new(&format!("marking-breach-{markings}"));
        let head = format!("markings: {markings}\nmarking: {own}\n");
        write(&scratch, "x", &head, "", &format!(", marking: {item}"));
        let library = opened(&scratch);
        assert!(library.entries()[0].findings().iter().any(|finding| finding.rule == "marking/above"), "{item} in {own}");
        let screen = Reader::open(library, Some("x"), 80, 24).screen();
        assert!(ends(&screen).iter().all(|line| line.ends_with(shown)), "{screen:?}");
        write(&scratch, "x", &head, "", &format!(", marking: {own}"));
        assert!(opened(&scratch).entries()[0].findings().iter().all(|finding| finding.rule != "marking/above"));
    }
}

/// No vocabulary says what a word of another is worth, so a list of both is marked by both.
#[test]
fn e16_a_list_over_two_vocabularies_is_marked_by_the_narrowest_of_each() {
    let scratch = Scratch::new("marking-both");
    write(&scratch, "a", "markings: uk\nmarking: SECRET\n", "", "");
    write(&scratch, "b", "marking: TLP:AMBER\n", "", "");
    write(&scratch, "c", "markings: uk\nmarking: OFFICIAL\n", "", "");
    let screen = Reader::open(opened(&scratch), Some("library"), 80, 24).screen();
    assert!(ends(&screen).iter().all(|line| line.ends_with("TLP:AMBER · SECRET")), "{screen:?}");
    write(&scratch, "d", "markings: eu\nmarking: EU TOP SECRET\n", "", "");
    let screen = Reader::open(opened(&scratch), Some("library"), 40, 12).screen();
    assert!(ends(&screen).iter().all(|line| line.ends_with("(TLP:AMBER) (S) (TS-UE/EU-TS)")), "by portion marks: {screen:?}");
    write(&scratch, "d", "markings: uk\nmarking: SECRIT\n", "", "");
    let screen = Reader::open(opened(&scratch), Some("library"), 80, 24).screen();
    assert!(
        ends(&screen).iter().all(|line| line.ends_with("TLP:AMBER · TOP SECRET")),
        "what cannot be read must not look free: {screen:?}"
    );
}

#[test]
fn e16_a_word_of_another_vocabulary_is_told_with_the_field_that_would_name_it() {
    let scratch = Scratch::new("marking-other");
    write(&scratch, "x", "marking: TOP SECRET\n", "", "");
    let library = opened(&scratch);
    let found = library.entries()[0].findings().iter().find(|finding| finding.rule == "marking/invalid").expect("found");
    assert!(found.message.contains("of the UK or the US"), "{}", found.message);
    assert!(found.hint.as_ref().is_some_and(|hint| hint.contains("`markings: uk` or `markings: us`")), "{:?}", found.hint);
}

#[test]
fn e16_a_caveat_that_stands_right_behind_a_marking_is_told_where_it_stands() {
    for (markings, written, right) in [
        ("uk", "OFFICIAL-SENSITIVE COMMERCIAL", "OFFICIAL-SENSITIVE//COMMERCIAL"),
        ("uk", "OFFICIAL SENSITIVE - PERSONAL", "OFFICIAL SENSITIVE//PERSONAL"),
        ("us", "TOP SECRET/NOFORN", "TOP SECRET//NOFORN"),
        ("us", "Secret NOFORN", "SECRET//NOFORN"),
        ("tlp", "TLP:AMBER NOFORN", ""),
    ] {
        let scratch = Scratch::new("marking-caveat");
        write(&scratch, "x", &format!("markings: {markings}\nmarking: {written}\n"), "", "");
        let library = opened(&scratch);
        let found = library.entries()[0].findings().iter().find(|finding| finding.rule == "marking/invalid").expect("found");
        let hint = found.hint.as_deref().unwrap_or_default();
        let expected = format!("a caveat stands behind `//`: write {right}");
        assert!(if right.is_empty() { !hint.contains("caveat") } else { hint == expected }, "{written}: {hint}");
        write(&scratch, "x", &format!("markings: {markings}\nmarking: {right}\n"), "", "");
        let library = opened(&scratch);
        assert!(right.is_empty() || library.entries()[0].findings().iter().all(|finding| finding.rule != "marking/invalid"), "{right}");
    }
}

#[test]
fn m5_the_cover_and_the_citation_say_who_wrote_a_briefing_who_let_it_go_and_for_whom() {
    let scratch = Scratch::new("people");
    write(&scratch, "x", "marking: TLP:CLEAR\nauthor: [A. Lind, B. Moe]\napproved_by: C. Roth\ncustomer: the port authority\n", "", "");
    for (columns, rows) in [(120, 40), (80, 24), (40, 24)] {
        let screen = Reader::open(opened(&scratch), Some("x"), columns, rows).screen().join(" ");
        let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        for name in ["For the port authority", "by A. Lind, B. Moe", "approved by C. Roth"] {
            assert!(words.contains(name) || columns == 120 && words.contains("port authority"), "{columns}: {words}");
        }
    }
    let mut reader = Reader::open(opened(&scratch), Some("x"), 80, 24);
    assert!(reader.copied("Y").contains("Briefing: The x, A. Lind, B. Moe, 2026-01-05, TLP:CLEAR"));
}

/// Cut at its beginning, a marking would be a lower one: neither the trail nor the place in the page is drawn over it.
#[test]
fn e16_nothing_is_drawn_over_a_marking_however_long_it_is() {
    for (head, level, short) in [
        ("markings: us\nmarking: TOP SECRET//SI/TK//REL TO USA, AUS, CAN, GBR, NZL\n", "TOP SECRET//SI/TK//REL", "(TS//SI/TK//REL"),
        ("markings: uk\nmarking: OFFICIAL-SENSITIVE//RECIPIENTS ONLY\n", "OFFICIAL-SENSITIVE//RECIPIENTS", "(O-S//RECIPIENTS"),
    ] {
        let scratch = Scratch::new("marking-long");
        write(&scratch, "a-briefing-with-a-long-name", head, "", "");
        for (columns, keys) in [(40, ""), (40, "Enter"), (40, "Enter Enter"), (44, "Enter"), (52, "Enter")] {
            let mut reader = Reader::open(opened(&scratch), Some("a-briefing-with-a-long-name"), columns, 12);
            reader.press(keys);
            let screen = reader.screen();
            let is_whole = |line: &String| line.contains(level) || line.contains(short);
            assert!(ends(&screen).iter().all(is_whole), "{columns} {keys}: {:?}", ends(&screen));
        }
    }
}

/// Nobody can tell who may see what has a marking that cannot be read: it counts as the narrowest that there is.
#[test]
fn e16_what_cannot_be_read_marks_the_screen_and_what_is_handed_on_as_the_narrowest_and_hides_nothing_narrower() {
    for (head, claim, shown, is_above) in [
        ("marking: \"TLP:WHITE\"\n", ", marking: TLP:RED", "TLP:RED", true),
        ("marking: \"TLP:WHITE\"\n", "", "TLP:RED", false),
        ("marking: TLP:GREEN\n", ", marking: RED", "TLP:RED", true),
        ("marking: TLP:GREEN\n", ", marking: nobody", "TLP:RED", false),
        ("markings: us\nmarking: SECRET/NOFORN\n", ", marking: TOP SECRET//SI", "TOP SECRET//SI//NOFORN", true),
        ("markings: us\nmarking: UNCLASSIFIED\n", ", marking: secret//noforn", "TOP SECRET//NOFORN", true),
        ("markings: nato\nmarking: SECRET\n", ", marking: COSMIC TOP SECRET", "COSMIC TOP SECRET", true),
        ("markings: unknown\nmarking: SECRET\n", ", marking: COSMIC TOP SECRET", "SECRET · COSMIC TOP SECRET", false),
        ("", ", marking: TLP:RED", "TLP:RED · NO MARKING", false),
        ("", "", "NO MARKING", false),
    ] {
        let scratch = Scratch::new("marking-unread");
        write(&scratch, "x", head, claim, "");
        let library = opened(&scratch);
        let found = library.entries()[0].findings().iter().any(|finding| finding.rule == "marking/above");
        assert_eq!(found, is_above, "{head}{claim}");
        for place in ["x", "library"] {
            let screen = Reader::open(opened(&scratch), Some(place), 120, 40).screen();
            assert!(ends(&screen).iter().all(|line| line.ends_with(shown)), "{shown}: {screen:?}");
        }
        let library = scratch.0.to_str().expect("UTF-8");
        let output = program().args(["export", "x", "--to", "text", "--anyway", "--library", library]).output().expect("it runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!((lines.first(), lines.last()), (Some(&shown), Some(&shown)), "{head}{claim}");
    }
}
