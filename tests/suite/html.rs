//! HTML: one file without a script, in which every link resolves and no text is markup.

use crate::crawl::crawl;
use crate::support::hostile::{HOSTILE, fields, hostile, hostile_world};
use crate::support::markup::{Read, read};
use crate::support::{desk, embedded, guided, world_of_scripts};
use bluf::export::html;
use bluf::export::page_set::{Extent, Handed};
use bluf::page::styled_text::one_line;
use bluf::page::{Found, Place, Spot, World, locate};

fn written(handed: &Handed<'_>) -> String {
    let bytes = html::handed(handed).expect("HTML");
    String::from_utf8(bytes).expect("UTF-8")
}

fn whole(world: &World, briefing: &str) -> (String, Read) {
    let place = Place::within(briefing, Spot::Cover);
    let handed = Handed::new(world, locate(world, &place).expect("a briefing"), Extent { details: true, notes: false });
    let html = written(&handed);
    assert_eq!(html, written(&handed), "the same input gives the same bytes");
    let read = read(&html);
    (html, read)
}

#[test]
fn e23_every_place_is_written_as_html_in_which_every_link_resolves() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for address in crawl(&world).keys() {
            let place: Place = address.parse().expect("an address");
            let handed = Handed::new(&world, locate(&world, &place).expect("a place"), Extent { details: false, notes: false });
            let read = read(&written(&handed));
            if let Some((marking, _)) = &handed.marking {
                let text = read.text.trim();
                assert!(text.starts_with("Skip to the content") && text.contains(marking) && text.ends_with(marking), "{address}");
            }
        }
    }
}

/// html-validate takes a longer title, and every validator one without a letter, for a mistake.
#[test]
fn e23_the_title_of_a_window_is_never_empty_and_at_most_seventy_letters() {
    for (at, words) in ["a ".repeat(60), "&".repeat(90), "日".repeat(90), "e\u{301}".repeat(90), String::new()].iter().enumerate() {
        let scratch = hostile(&format!("window-{at}"), words);
        let file = scratch.0.join("briefings/hostile.yaml");
        let text = std::fs::read_to_string(&file).expect("read");
        for title in [None, Some("")] {
            let text = if title.is_some() { text.replacen("title: \"title ", "title: \"", 1) } else { text.clone() };
            std::fs::write(&file, text).expect("written");
            let world = guided(bluf::library::open(&scratch.0).expect("opens"));
            let (html, _) = whole(&world, "hostile");
            let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title");
            assert!((1..=70).contains(&title.encode_utf16().count()) && title.contains(|c: char| !c.is_whitespace()), "{title:?}");
        }
    }
}

#[test]
fn e23_a_whole_briefing_is_one_page_from_the_bottom_line_to_the_lit_words_of_the_source() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            let (html, read) = whole(&world, &held.id);
            let briefing = &held.resolved.briefing;
            assert!(read.links.len() > briefing.claims.len(), "{}", held.id);
            for item in briefing.items() {
                let id = briefing.id_of(item);
                assert!(html.contains(&format!(">{id}<")), "{id} of {}", held.id);
            }
            let lit: Vec<String> = read.marks.iter().map(|mark| one_line(mark)).collect();
            for claim in 0..briefing.claims.len() {
                for quote in held.resolved.quoted(claim) {
                    assert!(lit.contains(&one_line(quote)), "{quote} in {}", held.id);
                }
            }
            assert!(html.contains("@page{") && html.contains("@top-center{content:"));
        }
    }
}

/// What a person can do with the page stands in it: each figure has its words, of each kind there is one somewhere.
#[test]
fn e23_every_figure_is_drawn_and_says_the_same_in_words() {
    let mut titles = std::collections::BTreeSet::new();
    for world in [embedded(), desk()] {
        for held in world.entries() {
            let (html, read) = whole(&world, &held.id);
            let described = html.matches("</title><desc id=").count();
            assert!(read.figures > 0 && described == read.figures, "{}", held.id);
            assert!(!html.contains("></desc>"), "{}", held.id);
            let behind = html.split("_t\">").skip(1).filter_map(|rest| rest.split_once("</title>"));
            titles.extend(behind.map(|(title, _)| title.to_owned()));
        }
    }
    for title in ["Likelihood", "Confidence", "Sentences accounted for", "Matrix", "Scenarios", "Map", "In time", "Likelihood then and now"]
    {
        assert!(titles.contains(title), "{title}: {titles:?}");
    }
}

/// A range of likelihood stands on one line, in text that is found as it is read.
#[test]
fn e23_no_line_ends_between_a_number_and_its_percent_sign() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            let (html, read) = whole(&world, &held.id);
            // Words of a drawing and of its twin are not broken, or are read aloud.
            let mut text = String::new();
            for piece in html.split("<svg").map(|piece| piece.split_once("</svg>").map_or(piece, |(_, rest)| rest)) {
                text.push_str(piece);
            }
            let kept = text.matches(" %</span>").count();
            let numbers = text.match_indices(" %").filter(|(at, _)| text[..*at].ends_with(|c: char| c.is_ascii_digit())).count();
            let in_twins = text.split("<summary>In words</summary>").skip(1).filter_map(|rest| rest.split("</details>").next());
            let in_twins: usize = in_twins.map(|twin| twin.matches(" %").count()).sum();
            assert!(kept > 0 && numbers == kept + in_twins, "{}: {numbers} {kept} {in_twins}", held.id);
            assert!(read.text.contains(" %") && html.contains(".percent{white-space:nowrap}"));
        }
    }
}

#[test]
fn e23_hostile_words_are_text_in_every_field_of_html() {
    for (at, words) in HOSTILE.iter().enumerate() {
        let world = hostile_world(&format!("html-{at}"), words);
        let (_, read) = whole(&world, "hostile");
        let said = one_line(words);
        let mut seen = 0;
        for field in fields() {
            seen += usize::from(read.text.contains(&format!("{field} {said}")));
        }
        assert!(seen > 25, "{words:?}: {seen}");
        assert!(read.links.iter().all(|link| link.starts_with('#')), "{words:?}: {:?}", read.links);
    }
}

/// The page of a judgement leads to what is looked up from it; nothing else is in it.
#[test]
fn e23_a_part_of_a_briefing_has_what_its_links_lead_to() {
    let world = embedded();
    let place = Place::item("russia-iran-treaty", "J1");
    let handed = Handed::new(&world, locate(&world, &place).expect("J1"), Extent { details: true, notes: false });
    assert!(matches!(handed.inside(), Some((_, Found::Item(_)))));
    let html = written(&handed);
    let read = read(&html);
    assert!(read.ids.contains("C17") && read.links.iter().any(|link| link == "#C17") && !read.ids.contains("C66"));
    assert!(read.marks.iter().any(|mark| mark.starts_with("The pledge to conduct joint military exercises")));
}

/// Words of ours at the head of a column are as wide as they are, whatever the typeface.
#[test]
fn e23_no_head_of_a_column_breaks_within_its_word() {
    let css = std::fs::read_to_string(crate::support::project("assets/document.css")).expect("the sheet");
    assert!(css.contains("overflow-wrap:anywhere}") && css.contains("\nth{overflow-wrap:normal}\n"));
}
