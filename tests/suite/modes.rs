//! Reported, alleged, expected: how firmly a tie or an event stands in the sources, and how that is seen.

use crate::support::{Reader, Scratch};
use bluf::briefing::scale::{Mode, Vocabulary};
use bluf::briefing::{Item, ItemKind};
use bluf::library::{self, Library};
use bluf::page::World;

/// A briefing of claims, each on a line `KIND: TEXT`, and of items that rest on them.
fn briefing(name: &str, claims: &[&str], items: &str) -> Library {
    let scratch = Scratch::new(name);
    scratch.write("seeds/s.txt", "One.\n");
    let claims = claims.iter().enumerate().map(|(at, claim)| {
        let (kind, text) = claim.split_once(": ").expect("a kind");
        format!("    C{}: {{{kind}: \"{text}\", quote: One.}}\n", at + 1)
    });
    let head = "briefing: x\ntitle: X\nmarking: TLP:CLEAR\ndate: 2030-07-01\nyardstick: icd203\nsources: {ART: {title: S, file: seeds/s.txt}}\nsections:\n  s:\n";
    let actors = "actors: {TR: {name: Turkey}, RU: {name: Russia}, IR: {name: Iran}}\n";
    let path = scratch.write("briefings/x.yaml", format!("{head}{}{actors}{items}", claims.collect::<String>()));
    library::open(&path).expect("opens")
}

fn screen(library: Library, address: &str, columns: u16) -> String {
    Reader::open(World::from(library), Some(address), columns, 70).screen().join("\n")
}

/// The modes of the items of a kind, each of which rests on the claim of its number.
fn modes(name: &str, kind: ItemKind, item: &str, claims: &[&str]) -> Vec<&'static str> {
    let (under, letter) = if kind == ItemKind::Event { ("events", 'T') } else { ("relationships", 'R') };
    let items = (1..=claims.len()).map(|at| format!("  {letter}{at}: {{{item}, claims: [C{at}]}}\n"));
    let library = briefing(name, claims, &format!("{under}:\n{}", items.collect::<String>()));
    let resolved = &library.entries()[0].resolved;
    (0..claims.len()).map(|index| resolved.mode(Item { kind, index }).word()).collect()
}

#[test]
fn m7_a_tie_is_no_firmer_than_its_claim_by_kind_and_by_words() {
    let claims = [
        ("fact: Russia trains Iranian crews.", "reported"),
        ("fact: Parliament passed a law on 3 May.", "reported"),
        ("assessment: The treaty gives Russia a foothold.", "alleged"),
        ("assumption: Russia supplies Iran.", "alleged"),
        ("forecast: Russia will supply Iran.", "expected"),
        ("assessment: The deal may draw Turkey in.", "expected"),
        ("assessment: Turkey could join them.", "expected"),
        ("fact: Russia has reportedly sent instructors.", "alleged"),
        ("fact: Instructors have been reported in Iran.", "alleged"),
        ("fact: The minister said that Russia trains crews.", "alleged"),
        ("fact: According to a defector, Russia trains crews.", "alleged"),
        ("assessment: Russia may have sent instructors.", "alleged"),
        ("assessment: Redirecting gas would bypass the sanctions.", "alleged"),
        ("fact: Turkey said that it would join.", "expected"),
        ("fact: Russia trained crews in May; its minister says that they did well.", "reported"),
        ("fact: Increased use has already been reported; the article names no one.", "alleged"),
        ("fact: The minister said that crews came; that they trained.", "alleged"),
        ("assessment: The deal may draw in the U.S. and its allies.", "expected"),
        ("fact: Russia has pledged to train crews.", "expected"),
        ("fact: The two states agreed to trade in gas.", "expected"),
    ];
    let texts = claims.map(|(text, _)| text);
    let found = modes("modes-ties", ItemKind::Relationship, "from: [RU], to: [IR], type: trains", &texts);
    assert_eq!(texts.into_iter().zip(found).collect::<Vec<_>>(), claims);
}

#[test]
fn m7_what_is_itself_said_has_happened_once_somebody_says_it() {
    let claims = [
        ("forecast: The guild expects that the town pays.", "reported"),
        ("fact: Russia and Iran pledged to hold exercises.", "reported"),
        ("fact: Russia has reportedly asked for more.", "alleged"),
        ("forecast: Turkey may threaten Russia.", "expected"),
    ];
    let texts = claims.map(|(text, _)| text);
    let found = modes("modes-said", ItemKind::Event, "express-intent: A pledge", &texts);
    assert_eq!(texts.into_iter().zip(found).collect::<Vec<_>>(), claims);
    let signed = modes("modes-signed", ItemKind::Event, "sign-agreement: A treaty", &["fact: Officials said that a treaty may be signed."]);
    assert_eq!(signed, ["expected"], "a signature takes more than words");
}

/// Whoever speaks in a source is made known by it.
#[test]
fn m7_who_belongs_to_whom_is_reported_where_somebody_speaks() {
    let claims = ["forecast: Vask of the board expects that the ferry sails.", "forecast: Vask may join the board."];
    let found = modes("modes-members", ItemKind::Relationship, "from: [RU], to: [IR], type: member-of", &claims);
    assert_eq!(found, ["reported", "expected"]);
}

#[test]
fn m7_the_firmest_claim_counts_and_a_field_overrides_it() {
    let claims = ["fact: Russia trains crews.", "forecast: Turkey may join.", "assumption: Russia sells arms."];
    let ties = "relationships:
  R1: {from: [RU], to: [IR], type: trains, claims: [C2, C3, C1]}
  R2: {from: [RU], to: [IR], type: trains, claims: [C2, C3]}
  R3: {from: [RU], to: [IR], type: trains, claims: [C1], mode: expected}
";
    let library = briefing("modes-firmest", &claims, ties);
    let entry = &library.entries()[0];
    let mode = |index| entry.resolved.mode(Item { kind: ItemKind::Relationship, index });
    assert_eq!([mode(0), mode(1), mode(2)], [Mode::Reported, Mode::Alleged, Mode::Expected]);
    assert!(!entry.findings().iter().any(|finding| finding.rule == "relationship/mode"), "less firm than the claims is no mistake");
}

const TIES: &str = "relationships:
  R1: {from: [RU], to: [IR], type: partners-with, claims: [C1]}
  R2: {from: [TR, RU], to: [IR], type: counterbalances, claims: [C2]}
  R3: {from: [TR], to: [IR], type: member-of, claims: [C3]}
";
const CLAIMS: [&str; 3] = ["fact: They signed.", "forecast: Turkey may be drawn in.", "assumption: Turkey belongs to them."];

#[test]
fn m7_a_tie_says_how_firm_it_is_wherever_it_is_named() {
    let lines = |address: &str| {
        let shown = screen(briefing("modes-shown", &CLAIMS, TIES), address, 69);
        let lines: Vec<String> = shown.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.join("\n")
    };
    let actors = lines("x/actors");
    for words in [
        "Russia partners with Iran",
        "Turkey and Russia may counterbalance Iran",
        "Turkey is said to be a member of Iran",
        "R2 ×> conflict",
        "R3 ○? neutral",
        "behind a sign: ? alleged > expected",
        "expected",
    ] {
        assert!(actors.contains(words), "{words}:\n{actors}");
    }
    let card = lines("x#TR");
    assert!(card.contains("×> counterbalances Iran expected") && card.contains("○? member-of Iran alleged"), "{card}");
    assert!(lines("x#R2").contains("Mode expected, by C2"), "{}", lines("x#R2"));
}

#[test]
fn m7_what_a_source_expects_is_not_among_what_happened() {
    let events = "events:
  T1: {sign-agreement: They sign, date: 2030-06, actors: [RU, IR], claims: [C1]}
  T2: {other: Turkey joins, kind: entry, date: 2031-06, actors: [TR], claims: [C2]}
  T3: {fight: Turkey fights, actors: [TR], claims: [C3]}
";
    let library = briefing("modes-events", &CLAIMS, events);
    assert!(!library.entries()[0].findings().iter().any(|finding| finding.rule == "event/future"), "what is expected may come later");
    let page = screen(library, "x/timeline", 69);
    let (happened, expected) = page.split_once("EXPECTED BY A SOURCE").expect("a list of its own");
    assert!(happened.contains("▲? T3") && happened.contains("alleged"), "{page}");
    assert!(!happened.contains("Turkey joins") && expected.contains("Turkey joins"), "{page}");
    assert!(happened.contains("behind a sign: ? alleged   > expected"), "{page}");
}

#[test]
fn m7_every_mode_of_a_tie_has_a_line_of_its_own_on_the_map() {
    let line = |mode: &str| {
        let ties = format!("relationships: {{R1: {{from: [RU], to: [IR], type: partners-with, claims: [C1], mode: {mode}}}}}\n");
        let library = briefing("modes-map", &CLAIMS, &ties);
        let mut reader = Reader::open(World::from(library), Some("x/actors"), 120, 40);
        // On Russia: the ties of the state under the cursor are drawn.
        reader.press("j");
        reader.screen().join("\n")
    };
    let shown = ["reported", "alleged", "expected"].map(line);
    assert!(shown[0] != shown[1] && shown[1] != shown[2], "{}", shown.join("\n"));
    assert!(shown[1].contains("is said to partner with") && shown[2].contains("may partner with"), "{}", shown.join("\n"));
}
