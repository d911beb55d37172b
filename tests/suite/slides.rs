//! Slides: the talk of the terminal as HTML and as PDF.

use crate::crawl::crawl;
use crate::support::hostile::{HOSTILE, fields, hostile_world};
use crate::support::markup::{Read, read};
use crate::support::{Scratch, desk, embedded, program, project, world_of_scripts};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bluf::export::html;
use bluf::export::page_set::{Extent, Handed};
use bluf::export::slides::Deck;
use bluf::page::styled_text::one_line;
use bluf::page::{Body, Found, Place, Spot, World, locate, page};
use sha2::{Digest, Sha256};

fn deck<T>(world: &World, place: &Place, extent: Extent, each: impl FnOnce(&Deck<'_>) -> T) -> Result<T, String> {
    let handed = Handed::new(world, locate(world, place).expect("a place"), extent);
    let deck = Deck::new(&handed).map_err(|why| why.to_string())?;
    Ok(each(&deck))
}

const WHOLE: Extent = Extent { details: true, notes: false };

fn written(deck: &Deck<'_>) -> String {
    let bytes = html::slides(deck).expect("HTML");
    assert_eq!(bytes, html::slides(deck).expect("HTML"), "the same input gives the same bytes");
    String::from_utf8(bytes).expect("UTF-8")
}

/// Reads the document strictly, without its one script; that is the one of the program, and the policy names it.
fn without_script(html: &str) -> Read {
    let script = std::fs::read_to_string(project("assets/slides.js")).expect("the script");
    let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(script.as_bytes())));
    assert!(html.contains(&format!("default-src 'none'; style-src 'unsafe-inline'; script-src '{hash}'\"")), "the hash is {hash}");
    let element = format!("<script>{script}</script>\n");
    assert_eq!((html.matches(&element).count(), html.to_lowercase().matches("<script").count()), (1, 1));
    read(&html.replace(&element, ""))
}

/// The words of a text, whatever space stands between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Every slide of every briefing of the three libraries.
fn decks(mut each: impl FnMut(&World, &Place, &Deck<'_>)) {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            let place = Place::within(&held.id, Spot::Cover);
            deck(&world, &place, WHOLE, |deck| each(&world, &place, deck)).unwrap_or_else(|why| panic!("{place}: {why}"));
        }
    }
}

#[test]
fn e25_a_slide_says_what_the_terminal_says_on_it_between_its_markings() {
    decks(|world, place, deck| {
        let html = written(deck);
        without_script(&html);
        let held = world.entry(place.briefing().expect("a briefing")).expect("held");
        let sections: Vec<&str> = html.split("<section class=\"slide ").skip(1).collect();
        assert_eq!(sections.len(), held.resolved.briefing.talk().len(), "{place}");
        for (at, section) in sections.into_iter().enumerate() {
            let section = section.split_once('>').and_then(|(_, rest)| rest.split_once("</section>")).expect("it ends").0;
            // What its links lead to stands behind it.
            let read = read(&format!("<!DOCTYPE html>\n<h1></h1>{}", section.replace(" href=\"#", " title=\"")));
            let (marking, _) = deck.handed.marking.as_ref().expect("a marking");
            assert!(read.text.trim().starts_with(marking) && read.text.trim().ends_with(marking), "{place}: {}", read.text);
            assert!(read.text.contains(&format!("\n{} / {}\n", at + 1, deck.slides[at].of)), "{place}");
            let text = words(&read.text);
            let shown = page(world, &Found::Slide(at).place(held)).expect("a slide");
            for block in &shown.blocks {
                let parts = block.parts();
                // The terminal has no label before a reason either; headings it has in capitals.
                let parts = if matches!(block.body, Body::Field { label: "Because", .. }) { &parts[1..] } else { &parts[..] };
                for part in parts {
                    let said = words(&part.plain());
                    let is_said = text.contains(&said) || text.to_uppercase().contains(&said);
                    assert!(is_said, "{place}, slide {}: no {said} in {text}", at + 1);
                }
            }
        }
    });
}

#[test]
fn e25_slides_lead_to_the_lit_words_behind_them() {
    let html = deck(&embedded(), &Place::within("russia-iran-treaty", Spot::Cover), WHOLE, written).expect("slides");
    let second = html.split("id=\"slide_2\"").nth(1).and_then(|rest| rest.split_once("</section>")).expect("the second").0;
    assert!(second.contains("href=\"#J1\"") && second.contains("href=\"#C17\""), "{second}");
    assert_eq!(second.matches("<desc id=").count(), 1);
    assert!(second.contains(">likely, 55–80 %, by Dec 2027</desc>"), "{second}");
    let claim = html.split("id=\"C17\"").nth(1).and_then(|rest| rest.split_once("</details>")).expect("the claim").0;
    assert!(claim.contains("<mark>The pledge to conduct joint military exercises</mark>"), "{claim}");
}

/// Of what has a slide there is one, and of the rest it is said that there is none.
#[test]
fn e25_every_place_has_slides_or_is_refused() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for (address, _) in crawl(&world) {
            let place: Place = address.parse().expect("an address");
            match deck(&world, &place, Extent { details: false, notes: false }, written) {
                Ok(html) => _ = without_script(&html),
                Err(why) => assert!(why.starts_with("slides are of a briefing"), "{address}: {why}"),
            }
        }
    }
    let slides = |address: &str| {
        let place = address.parse().expect("an address");
        deck(&embedded(), &place, WHOLE, |deck| deck.slides.iter().map(|slide| slide.number).collect::<Vec<_>>())
    };
    assert_eq!(slides("russia-iran-treaty#J2"), Ok(vec![3]));
    assert_eq!(slides("russia-iran-treaty/slide/9"), Ok(vec![9]));
    assert!(slides("russia-iran-treaty/regional-security").is_ok_and(|slides| slides.contains(&2) && !slides.contains(&1)));
    assert!(slides("russia-iran-treaty#C17").is_err());
}

#[test]
fn e25_hostile_words_are_text_on_every_slide() {
    for (at, words) in HOSTILE.iter().enumerate() {
        let world = hostile_world(&format!("slides-{at}"), words);
        let place = Place::within("hostile", Spot::Cover);
        let extent = Extent { details: true, notes: true };
        let html = deck(&world, &place, extent, written).expect("slides");
        let read = without_script(&html);
        let said = one_line(words);
        let seen = fields().iter().filter(|field| read.text.contains(&format!("{field} {said}"))).count();
        assert!(seen > 25, "{words:?}: {seen}");
        assert!(read.links.iter().all(|link| link.starts_with('#')), "{words:?}: {:?}", read.links);
        #[cfg(feature = "pdf")]
        deck(&world, &place, extent, |deck| _ = bluf::export::pdf::slides(deck).unwrap_or_else(|why| panic!("{words:?}: {why}")))
            .expect("slides");
    }
}

#[cfg(feature = "pdf")]
fn pages(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.match_indices("/Type/Page")
        .chain(text.match_indices("/Type /Page"))
        .filter(|(at, kind)| !text[at + kind.len()..].starts_with('s'))
        .count()
}

/// The writer holds what it writes to PDF/UA-1 and PDF/A-2a, and refuses what is neither.
#[cfg(feature = "pdf")]
#[test]
fn e25_every_slide_fits_on_its_page_of_a_pdf() {
    decks(|_, place, deck| {
        let bytes = bluf::export::pdf::slides(deck).unwrap_or_else(|why| panic!("{place}: {why}"));
        assert_eq!(bytes, bluf::export::pdf::slides(deck).expect("PDF"), "the same again");
        assert_eq!(pages(&bytes), deck.slides.len(), "{place}: {:?}", deck.handed.notices());
    });
}

/// What not even the least type lets fit is told, and stands on pages that are marked each.
#[test]
fn e25_a_slide_that_is_too_long_goes_on_and_that_is_told() {
    let scratch = Scratch::with_port("slides-long");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    let from = text.find("bottom_line:").expect("a bottom line");
    let to = from + text[from..].find("\nsources:").expect("what follows");
    let long = format!("bottom_line: {}", "A closure is unlikely, and nobody in the port of Sarn expects one [J1]. ".repeat(60));
    std::fs::write(&file, format!("{}{}{}", &text[..from], long.trim_end(), &text[to..])).expect("written");
    let forms: &[&str] = if cfg!(feature = "pdf") { &["html", "pdf"] } else { &["html"] };
    for form in forms {
        let output = program()
            .current_dir(&scratch.0)
            .args(["export", "--library", ".", "port", "--to", "slides", "--anyway", "--as", form])
            .output();
        let output = output.expect("it runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("slide 1 has more than a page holds") && !said.contains("slide 2"), "{form}: {said}");
        let html = String::from_utf8_lossy(&output.stdout);
        assert!(*form != "html" || html.matches("<section class=\"slide s8 long\"").count() == 1);
    }
}

#[test]
fn e25_the_form_of_slides_is_told_as_that_of_a_memo() {
    let scratch = Scratch::with_port("slides");
    let export = |arguments: &[&str]| {
        let output =
            program().current_dir(&scratch.0).args(["export", "--library", ".", "port", "--to", "slides"]).args(arguments).output();
        let output = output.expect("it runs");
        (output.status.code(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert!(export(&[]).1.starts_with(b"<!DOCTYPE html>"));
    assert_eq!(export(&["-o", "port.html"]).0, Some(0));
    assert!(export(&["-o", "port.html"]).2.contains("is there already"));
    let (code, _, why) = export(&["-o", "port.docx"]);
    assert!(code == Some(2) && why.contains("`slides` is not written as docx; say `--as` html or pdf"), "{why}");
    assert!(export(&["--as", "markdown"]).2.contains("`slides` is not written as markdown"));
    if cfg!(feature = "pdf") {
        assert!(export(&["--as", "pdf"]).1.starts_with(b"%PDF"));
        assert_eq!(export(&["-o", "port.pdf"]).0, Some(0));
        assert!(std::fs::read(scratch.0.join("port.pdf")).expect("written").starts_with(b"%PDF"));
    }
}

/// What a briefing gives whoever speaks, and the reader's own notes, are on no slide unless that is meant; then they stand
/// behind it.
#[test]
fn e25_notes_go_along_only_when_that_is_meant() {
    let scratch = Scratch::with_port("slides-notes");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replacen("    likelihood:", "    speaker: Say it slowly.\n    likelihood:", 1)).expect("written");
    scratch.write("own/port.md", "# Notes on port\n\n## Note on port#J1, 2026-11-20\n\nAsk Anna.\n");
    for (flags, has) in [(&["--notes"][..], true), (&[], false)] {
        let mut command = program();
        command.current_dir(&scratch.0).env("BLUF_NOTES", "own").args(["export", "--library", ".", "port", "--to", "slides", "--anyway"]);
        let output = command.args(flags).output().expect("it runs");
        let html = String::from_utf8_lossy(&output.stdout);
        for words in ["Say it slowly.", "Your note: Ask Anna.", "<summary>Notes on slide 2</summary>"] {
            assert_eq!(html.contains(words), has, "{flags:?} {words} {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn e25_a_judgement_from_the_right_stands_so_on_its_slide() {
    let world = world_of_scripts();
    let html = deck(&world, &Place::within("sabzan-water", Spot::Cover), WHOLE, written).expect("slides");
    assert!(html.contains("<bdi><span class=\"accent\">J1</span></bdi>") || html.contains("<bdi>J1</bdi>"), "its id is said by itself");
    let english = deck(&world, &Place::within("verin-rail", Spot::Cover), WHOLE, written).expect("slides");
    let slides = english.split("class=\"behind\"").next().expect("slides");
    assert!(!slides.contains("<bdi>"), "only where the words turn");
}
