//! What a source says that nobody claimed, and whether it still says what it said.

use crate::support::{Reader, Scratch, dense, ends};
use bluf::briefing::{Digest, Pin, SourceText};
use bluf::library;
use bluf::library::Library;
use bluf::page::{Place, Role, Spot};

const DRIFT: &str = "port/source/ART/drift";

/// The library of the port, its briefing edited.
fn port(name: &str, edit: impl Fn(&str) -> String) -> Scratch {
    let scratch = Scratch::with_port(name);
    let path = scratch.0.join("briefings/port.yaml");
    let briefing = std::fs::read_to_string(&path).expect("the briefing");
    std::fs::write(&path, edit(&briefing)).expect("written");
    scratch
}

/// The same, pinned to its text as it is.
fn pinned(name: &str) -> Scratch {
    let scratch = Scratch::with_port(name);
    let stored = std::fs::read_to_string(scratch.0.join("seeds/port.txt")).expect("the source");
    let digest = Digest::of(&SourceText::new(stored)).to_string();
    let path = scratch.0.join("briefings/port.yaml");
    let briefing = std::fs::read_to_string(&path).expect("the briefing");
    std::fs::write(&path, briefing.replace("    reliability", &format!("    sha256: {digest}\n    reliability"))).expect("written");
    scratch
}

impl Scratch {
    /// Puts other words into the source.
    fn reword(&self, old: &str, new: &str) {
        let path = self.0.join("seeds/port.txt");
        let text = std::fs::read_to_string(&path).expect("the source");
        assert!(text.contains(old), "{old}");
        std::fs::write(&path, text.replacen(old, new, 1)).expect("written");
    }

    fn world(&self) -> Library {
        let world = library::open(&self.0).expect("a library");
        world.check(|_, _| ());
        world
    }

    /// The rules that look at the text of the source.
    fn rules(&self) -> Vec<&'static str> {
        let world = self.world();
        let rules = world.entries()[0].findings().iter().map(|finding| finding.rule);
        rules.filter(|rule| rule.starts_with("quote/") || *rule == "source/changed").collect()
    }

    /// A page as text, a paragraph a line.
    fn text(&self, address: &str) -> String {
        let place: Place = address.parse().expect("an address");
        let doc = bluf::page::page(&self.world().into(), &place).expect("a page");
        let mut out = Vec::new();
        bluf::export::text::write(&mut out, &doc, address, None, None).expect("text");
        String::from_utf8(out).expect("UTF-8")
    }
}

/// The sentence card or the sentence that the cursor stands on.
fn at(reader: &Reader) -> String {
    let visit = reader.model.trail().here();
    match &visit.place {
        Place::In { spot: Spot::Sentence { .. }, .. } => visit.place.to_string(),
        _ => reader.model.shown().expect("a page").here().flowed.doc.links[visit.stop.expect("a stop")].to_string(),
    }
}

/// The port, with only its second sentence claimed.
fn with_open_sentences(name: &str) -> Scratch {
    port(name, |briefing| {
        let briefing = briefing.replace("quote: voted to stop work on Fridays", "quote: Ships will wait");
        let aside = briefing.find("    set_aside:").expect("set aside")..briefing.find("sections:").expect("sections");
        briefing.replace(&briefing[aside], "")
    })
}

#[test]
fn n3_the_head_of_a_source_says_the_share_and_names_the_open_sentences() {
    let reader = Reader::at("russia-iran-treaty/source");
    assert!(reader.screen().join("\n").contains("29 of 29 sentences: 26 claimed, 3 set aside, 0 open, 100 %"));
    let scratch = with_open_sentences("n3-head");
    for (columns, rows) in [(120, 40), (40, 12)] {
        let mut reader = Reader::open(scratch.world(), Some("port/source"), columns, rows);
        let screen = dense(&reader.screen().join(""));
        assert!(dense(&scratch.text("port/source")).contains(&dense("1 of 3 sentences: 1 claimed, 0 set aside, 2 open, 33 %")));
        assert!(screen.contains("33%"), "{screen}");
        let links: Vec<String> =
            reader.model.shown().expect("a page").here().flowed.doc.links.iter().take(3).map(Place::to_string).collect();
        assert_eq!(links, ["port#ART", "port/source/ART:1", "port/source/ART:3"]);
        reader.press("g j j Enter").is_at("port/source/ART:3");
        assert_eq!(at(&reader), "port#ART:3");
    }
}

#[test]
fn n3_two_keys_walk_all_open_sentences_on_the_text_and_on_the_cards() {
    let scratch = with_open_sentences("n3-keys");
    for address in ["port/source", "port/source/ART", "port#C2:1"] {
        let mut reader = Reader::open(scratch.world(), Some(address), 120, 40);
        reader.press("g");
        for wanted in [1, 3] {
            reader.press(")");
            assert_eq!(at(&reader), format!("port#ART:{wanted}"), "{address}");
        }
        assert!(reader.foot().contains(") ( next, previous open sentence"), "{}", reader.foot());
        reader.press(")");
        assert_eq!(at(&reader), "port#ART:3");
        reader.says("No open sentence further.");
        reader.press("(");
        assert_eq!(at(&reader), "port#ART:1");
        assert_eq!(reader.address(), address, "the cursor moves, the page stays");
    }
    let mut reader = Reader::open(scratch.world(), Some("port#ART:2"), 120, 40);
    reader.press(")").is_at("port#ART:3");
    reader.press("( ").is_at("port#ART:1");
    reader.press("(").says("No open sentence further.");
}

#[test]
fn n3_where_nothing_is_open_the_keys_say_so_and_no_hint_offers_them() {
    let mut reader = Reader::at("russia-iran-treaty/source");
    assert!(!reader.foot().contains("open sentence"));
    for key in [")", "("] {
        reader.press(key);
        reader.says("No open sentence further.");
    }
}

/// The cursor on a sentence that was set aside shows why beside it; one key opens it.
#[test]
fn n3_why_a_sentence_was_set_aside_is_one_key_away() {
    let scratch = Scratch::with_port("n3-aside");
    let mut reader = Reader::open(scratch.world(), Some("port/source/ART:3"), 120, 40);
    let beside = reader.screen().join("\n");
    assert!(beside.contains("SET ASIDE") && beside.contains("Colour."), "{beside}");
    reader.resize(60, 20);
    reader.press("Enter");
    assert!(reader.screen().join("\n").contains("Colour."));
}

#[test]
fn n4_the_first_line_says_whether_the_sources_are_unchanged() {
    let head = |scratch: &Scratch, columns| {
        let address = if columns > 100 { "port/source" } else { "port" };
        Reader::open(scratch.world(), Some(address), columns, 24).screen()[0].clone()
    };
    let free = Scratch::with_port("n4-line-free");
    assert!(head(&free, 120).contains("3 quotes anchored · 3/3 sentences accounted for"), "{}", head(&free, 120));
    let scratch = pinned("n4-line");
    assert!(head(&scratch, 120).contains("3 quotes anchored, source unchanged · 3/3 sentences accounted for"), "{}", head(&scratch, 120));
    assert!(!head(&scratch, 60).contains("unchanged") && head(&scratch, 60).contains("3 quotes anchored"), "{}", head(&scratch, 60));
    scratch.reword("blue", "green");
    assert!(head(&scratch, 120).contains(" · 1 source changed"), "{}", head(&scratch, 120));
    assert!(head(&scratch, 60).contains("3 quotes anchored · 1 source changed"), "{}", head(&scratch, 60));
}

/// `sha256sum` says the same of the file, whatever reading it leaves out.
#[test]
fn n4_a_byte_order_mark_and_line_ends_are_hashed_as_they_are_stored() {
    let scratch = port("n4-bytes", |briefing| {
        let digest = "a452787bf20da68867f47fdde35ef7e8c0c16a89e8e515c302b189f08a91962a";
        briefing.replace("    reliability", &format!("    sha256: {digest}\n    reliability"))
    });
    let text = "\u{feff}On Monday the dockers voted to stop work on Fridays. Ships will wait for days.\r\nThe harbour is blue and the sky above it is bluer.\r\n";
    scratch.write("seeds/port.txt", text);
    let world = scratch.world();
    assert_eq!(world.entries()[0].resolved.pins(), [Pin::Unchanged], "{}", scratch.text(DRIFT));
    assert!(!world.entries()[0].resolved.text(0).expect("a text").text().starts_with('\u{feff}'));
}

#[test]
fn n4_a_changed_word_is_noticed_and_exactly_the_new_words_are_proposed() {
    let scratch = pinned("n4-changed");
    assert_eq!(scratch.rules(), [""; 0]);
    let before = scratch.text(DRIFT);
    assert!(before.contains("Nothing has drifted") && before.contains("unchanged"), "{before}");
    scratch.reword("stop work on Fridays", "halt work on Fridays");
    assert_eq!(scratch.rules(), ["source/changed", "quote/not-found"]);
    let world = scratch.world();
    let changed = world.entries()[0].findings().iter().find(|finding| finding.rule == "source/changed").expect("changed");
    let Pin::Changed { pinned, today } = world.entries()[0].resolved.pins()[0] else { panic!("not changed") };
    assert!(changed.message.contains(&pinned.to_string()[..12]) && changed.message.contains(&today.to_string()[..12]));
    assert!(changed.hint.as_ref().is_some_and(|hint| hint.contains(DRIFT)), "{changed:?}");
    let drift = scratch.text(DRIFT);
    for words in [
        &pinned.to_string(),
        &today.to_string(),
        "changed: the text is not the one that was pinned",
        "1 of 4 passages does not stand at one place",
        "“voted to stop work on Fridays”",
        "voted to −stop− +halt+ work on Fridays",
        "sentence 1, 5 of 6 words agree",
        "quote: 'voted to halt work on Fridays'",
        "nothing was changed",
    ] {
        assert!(drift.contains(words), "{words}: {drift}");
    }
    let path = scratch.0.join("briefings/port.yaml");
    let briefing = std::fs::read_to_string(&path).expect("the briefing");
    assert!(briefing.contains("quote: voted to stop work on Fridays"), "nothing was applied");
    std::fs::write(&path, briefing.replace("quote: voted to stop work on Fridays", "quote: 'voted to halt work on Fridays'"))
        .expect("written");
    assert_eq!(scratch.rules(), ["source/changed"], "the line that is proposed is one that anchors");
    assert!(scratch.text(DRIFT).contains("All of its 4 passages still stand in the changed text."));
}

/// The page that proposes anchors nothing: the claim stays unanchored wherever it is shown or counted.
#[test]
fn m2_a_proposal_is_no_anchor() {
    let scratch = pinned("m2-proposal");
    scratch.reword("stop work", "halt work");
    let mut reader = Reader::open(scratch.world(), Some(DRIFT), 120, 40);
    let anchored = |reader: &Reader| reader.model.world().entries()[0].resolved.evidence().anchored();
    assert_eq!((anchored(&reader).part, anchored(&reader).whole), (2, 3));
    assert!(reader.head().contains("1 of 3 quotes not anchored"), "{}", reader.head());
    let links: Vec<String> = reader.links();
    assert!(links.contains(&"port#C1".to_owned()) && links.contains(&"port/source/ART:1".to_owned()), "{links:?}");
    reader.press("Enter").is_at("port#C1");
    assert!(reader.screen().join("\n").contains("UNANCHORED"));
    assert!(reader.text_in(Role::Lit).is_empty());
    let links: Vec<String> = reader.links();
    assert!(links.contains(&DRIFT.to_owned()), "{links:?}");
    assert_eq!((anchored(&reader).part, anchored(&reader).whole), (2, 3));
}

#[test]
fn n4_a_change_that_no_quote_notices_is_noticed() {
    let scratch = pinned("n4-unquoted");
    scratch.reword("On Monday", "On Tuesday");
    assert_eq!(scratch.rules(), ["source/changed"]);
    let drift = scratch.text(DRIFT);
    assert!(drift.contains("All of its 4 passages still stand in the changed text."), "{drift}");
    assert!(scratch.text("port#ART").contains("changed since it was pinned"));
    assert!(scratch.text("port/source").contains("changed since it was pinned"));
}

#[test]
fn n4_a_source_that_is_not_pinned_says_how() {
    let scratch = Scratch::with_port("n4-free");
    let stored = std::fs::read_to_string(scratch.0.join("seeds/port.txt")).expect("the source");
    let drift = scratch.text(DRIFT);
    assert!(drift.contains("not pinned") && drift.contains(&format!("sha256: {}", Digest::of(&SourceText::new(stored)))), "{drift}");
    let mut reader = Reader::open(scratch.world(), Some("port#ART"), 120, 40);
    reader.press("g");
    let stops = reader.model.shown().expect("a page").here().flowed.doc.links.clone();
    let row = stops.iter().position(|link| link.to_string() == DRIFT).expect("a link");
    reader.press(&"j ".repeat(row));
    reader.press("Enter");
    assert_eq!(reader.address(), DRIFT);
}

#[test]
fn n4_a_sentence_that_is_gone_has_no_proposal() {
    let scratch = pinned("n4-gone");
    scratch.reword("\nThe harbour is blue and the sky above it is bluer.", "");
    let drift = scratch.text(DRIFT);
    assert!(drift.contains("no proposal: nowhere do more than half of these words stand together"), "{drift}");
    assert_eq!(scratch.rules(), ["source/changed", "quote/not-found"]);
}

#[test]
fn n4_words_that_stand_twice_now_are_told_apart() {
    let scratch = pinned("n4-twice");
    scratch.reword("Ships will wait for days.", "Ships will wait for days. Trucks will wait for days.");
    assert!(scratch.rules().contains(&"quote/ambiguous"));
    let drift = scratch.text(DRIFT);
    assert!(drift.contains("the same words stand 2 times"), "{drift}");
    let path = scratch.0.join("briefings/port.yaml");
    let briefing = std::fs::read_to_string(&path).expect("the briefing");
    let lines: Vec<&str> = drift.lines().filter_map(|line| line.trim().strip_prefix("Write")).collect();
    assert_eq!(lines.len(), 2, "{drift}");
    for (line, sentence) in lines.iter().zip([1, 2]) {
        let line = line.trim_start_matches([':', ' ']);
        std::fs::write(&path, briefing.replace("quote: for days", line)).expect("written");
        let world = scratch.world();
        let resolved = &world.entries()[0].resolved;
        let range = resolved.evidence().passages[2][0].anchor.range().expect("anchored");
        assert_eq!(resolved.text(0).expect("a text").sentences_in(&range), sentence..sentence + 1, "{line}");
    }
}

/// Whatever a source and a quote hold, the page comes.
#[test]
fn n4_hostile_texts_neither_hang_nor_panic() {
    let words = |number: usize, of: usize| (0..number).map(|at| format!("w{}", at * 7919 % of)).collect::<Vec<_>>().join(" ");
    let long = words(1000, 400);
    for (name, source, quote) in [
        ("long", words(900_000, 5000), long.clone()),
        ("same", "a ".repeat(2_500_000), "a ".repeat(999) + "b"),
        ("longer", words(1000, 50), words(3000, 50)),
        ("marks", ". ".repeat(200_000) + "x", ". ".repeat(50_000) + "x y"),
        ("controls", "one \u{1b}[31mtwo\u{1b}]0;x\u{7} \u{202e}three \u{0}four five".to_owned(), "one two three four six".to_owned()),
        ("empty", String::new(), "one two".to_owned()),
        ("letters", "é\u{301}\u{301}日本語".repeat(3000), "日本木語 é\u{301}".to_owned()),
    ] {
        let scratch = Scratch::new(&format!("n4-hostile-{name}"));
        scratch.write("seeds/port.txt", &source);
        let quote = serde_json::to_string(&quote).expect("a string");
        let path = scratch.write(
            "briefings/port.yaml",
            format!("briefing: port\nsources: {{ART: {{file: seeds/port.txt}}}}\nsections: {{s: {{C1: {{fact: f, quote: {quote}}}}}}}\n"),
        );
        let world = library::open(&path).expect("opens");
        let _ = world.entries()[0].resolved.evidence();
        let screen = ends(|| Reader::open(world, Some(DRIFT), 80, 24).screen());
        assert!(screen.iter().all(|row| !row.chars().any(char::is_control)), "{name}");
        assert!(scratch.text(DRIFT).contains("1 of 1 passage"), "{name}");
    }
}
