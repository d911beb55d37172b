//! What is typed to go somewhere: one meaning in the palette and in the linear mode.

use crate::support::{Reader, Scratch, embedded};
use bluf::linear::Walk;

const LINES: [(&str, &str); 16] = [
    ("C12", "russia-iran-treaty#C12"),
    ("c12", "russia-iran-treaty#C12"),
    ("ART:8", "russia-iran-treaty#ART:8"),
    ("art:8", "russia-iran-treaty#ART:8"),
    ("C5:1", "russia-iran-treaty#C5:1"),
    ("J1:contrary", "russia-iran-treaty#J1:contrary"),
    ("J1 contrary", "russia-iran-treaty#J1:contrary"),
    ("outlook", "russia-iran-treaty/outlook"),
    ("Outlook", "russia-iran-treaty/outlook"),
    ("economics", "russia-iran-treaty/economics"),
    ("Regional security", "russia-iran-treaty/regional-security"),
    ("source/ART:8", "russia-iran-treaty/source/ART:8"),
    ("J1 check", "russia-iran-treaty/check"),
    ("check", "russia-iran-treaty/check"),
    ("russia-iran-treaty/timeline", "russia-iran-treaty/timeline"),
    ("scale:likelihood", "scale:likelihood"),
];

fn typed(reader: &mut Reader, line: &str) {
    reader.press(&format!(": '{line}'"));
}

#[test]
fn m15_the_palette_goes_where_a_typed_address_or_word_leads_and_back_to_where_it_was_asked_for() {
    for (line, address) in LINES {
        let mut reader = Reader::at("russia-iran-treaty#J2");
        typed(&mut reader, line);
        reader.press("Enter").is_at(address);
        reader.press("Backspace").is_at("russia-iran-treaty#J2");
    }
}

#[test]
fn m15_the_palette_finds_actors_by_a_word_of_any_of_their_names() {
    for (line, address) in [("Azer", "AZ"), ("moscow", "RU"), ("arabia", "SA"), ("Pezesh", "pezeshkian")] {
        let mut reader = Reader::at("russia-iran-treaty#J2");
        typed(&mut reader, line);
        reader.press("Enter").is_at(&format!("russia-iran-treaty#{address}"));
    }
}

#[test]
fn m11_the_first_line_names_a_cover_that_was_come_to_from_deeper() {
    let mut reader = Reader::at("russia-iran-treaty#J1");
    assert!(reader.head().contains("russia-iran-treaty › J1 "), "{}", reader.head());
    reader.press("1").is_at("russia-iran-treaty");
    let mut reader = Reader::at("russia-iran-treaty");
    reader.press("Enter Enter");
    let deep = reader.head();
    reader.press("1").is_at("russia-iran-treaty");
    assert!(deep.contains("› J1 › C17") && reader.head().contains("› J1 │ Cover"), "{deep}: {}", reader.head());
}

#[test]
fn e15_the_linear_mode_takes_the_same_lines() {
    for (line, address) in LINES {
        let mut walk = Walk::new(embedded(), Some("russia-iran-treaty#J2".parse().expect("an address")), None).expect("a place");
        walk.take(line);
        assert_eq!(walk.place().to_string(), address, "{line}");
    }
}

#[test]
fn m15_an_item_and_a_page_open_the_page_with_the_cursor_on_the_item() {
    let scratch = Scratch::new("typed-check");
    scratch.write("seeds/s.txt", "One. Two.\n");
    scratch.write("briefings/x.yaml", "briefing: x\ntitle: X\nmarking: TLP:CLEAR\nsources: {ART: {title: S, file: seeds/s.txt}}\nsections: {s: {C1: {fact: F, quote: One.}}}\njudgements:\n  J1: {text: A, claims: [C1], likelihood: likely, confidence: low, because: So., by: 2030}\n  J2: {text: B}\n");
    let mut reader = Reader::open(bluf::library::open(&scratch.0).expect("opens"), Some("x"), 80, 24);
    typed(&mut reader, "J2 check");
    reader.press("Enter").is_at("x/check");
    let stop = reader.stop().expect("a stop");
    assert_eq!(reader.links()[stop], "x#J2");
    let mut walk = Walk::new(bluf::library::open(&scratch.0).expect("opens"), None, None).expect("a walk");
    let said = walk.take("J2 check").text;
    assert!(said.contains("The page begins before this") && said.contains("J2, judgement"), "{said}");
}

#[test]
fn m15_where_nothing_fits_the_palette_offers_what_is_near() {
    for (line, near, address) in
        [("outlok", "outlook", "russia-iran-treaty/outlook"), ("scale:likelihod", "scale:likelihood", "scale:likelihood")]
    {
        let mut reader = Reader::at("russia-iran-treaty#J2");
        typed(&mut reader, line);
        reader.shows("Nothing is called that. Did you mean this?").shows(near);
        reader.press("Enter").is_at(address);
        let mut walk = Walk::new(embedded(), None, None).expect("a walk");
        assert!(walk.take(line).text.to_lowercase().contains("did you mean"), "{line}");
    }
}

/// The nearest id is of something else: nobody reads C4 who asked for C42.
#[test]
fn m15_an_id_that_nothing_has_opens_nothing_and_what_is_near_is_named() {
    for (line, words) in [
        ("J77", "No item `J77` in russia-iran-treaty; did you mean `J7`?"),
        ("c99", "No item `C99` in russia-iran-treaty; did you mean `C19`?"),
        ("X12", "No item `X12` in russia-iran-treaty; did you mean `C12`?"),
        ("T16", "No item `T16` in russia-iran-treaty"),
        ("C1:7", "claim C1 has 1 passage"),
        ("ART:99", "ART has 29 sentences, and no sentence 99"),
        ("J77 contrary", "No item `J77` in russia-iran-treaty; did you mean `J7`?"),
        ("russia-iran-treaty#C99", "No item `C99` in russia-iran-treaty; did you mean `C19`?"),
    ] {
        let mut reader = Reader::at("russia-iran-treaty#J2");
        typed(&mut reader, line);
        let screen = reader.screen().join("\n");
        assert!(screen.to_lowercase().contains(&words.to_lowercase()), "{line}: {screen}");
        assert_eq!(reader.links(), [""; 0], "{line}");
        reader.press("Enter").is_at("help");
        reader.press("Esc").is_at("russia-iran-treaty#J2");
        let mut walk = Walk::new(embedded(), Some("russia-iran-treaty#J2".parse().expect("an address")), None).expect("a walk");
        let said = walk.take(line).text;
        assert!(said.to_lowercase().contains(&words.to_lowercase()), "{line}: {said}");
        assert_eq!(walk.place().to_string(), "russia-iran-treaty#J2");
    }
}

/// In the sentences that explain actions the letters of nearly any word stand somewhere, and Enter would do what nobody asked for.
#[test]
fn m15_a_word_that_no_action_has_does_nothing() {
    for line in ["nosuch", "repin", "economcs", "unpublish"] {
        let mut reader = Reader::at("russia-iran-treaty#J2");
        typed(&mut reader, line);
        let screen = reader.screen().join("\n");
        assert!(screen.contains("Nothing is called that") || screen.contains("Did you mean this?"), "{line}: {screen}");
    }
    let mut reader = Reader::at("russia-iran-treaty#J2");
    typed(&mut reader, "to the left wider");
    reader.shows("left-wider");
}

#[test]
fn n11_an_address_with_a_stale_hash_says_so_in_the_palette_too() {
    let mut reader = Reader::at("russia-iran-treaty");
    typed(&mut reader, "C5@deadbeef");
    reader.press("Enter").is_at("russia-iran-treaty#C5");
    assert!(reader.notice().contains("has changed since"), "{}", reader.notice());
}

#[test]
fn m15_a_page_is_found_by_the_beginning_of_its_name() {
    let mut reader = Reader::at("russia-iran-treaty#J2");
    typed(&mut reader, "alter");
    reader.press("Enter").is_at("russia-iran-treaty/alternatives");
}
