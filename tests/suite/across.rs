//! An actor, a tag and a source over a whole library: all that names them, in time order, and how sources were graded; in a
//! library that is held and in one that is not.

use crate::support::over::{held, large, says, text};
use crate::support::{Reader, Scratch, program};
use bluf::briefing::Digest;
use bluf::linear::Walk;
use bluf::page::{Place, World, page};
use bluf::tui::model::Message;
use std::collections::BTreeSet;
use std::process::Stdio;
use std::sync::Arc;

/// Three briefings that name Iran by three names, and one that names somebody else of its letters. Two use one address, and one of
/// these and a third one text.
fn desk(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("across-{name}"));
    let write = |path: &str, text: &str| drop(scratch.write(&format!("library/{path}"), text));
    write("seeds/one.txt", "Iran sold gas. The price rose.\n");
    write("seeds/copy.txt", "Iran sold gas. The price rose.\n");
    write("seeds/other.txt", "Tehran sold oil. Oman waits.\n");
    write(
        "briefings/gas.yaml",
        "briefing: gas\ntitle: Gas\nmarking: TLP:AMBER\ndate: 2024-03-01\nyardstick: icd203\ntags: [energy, gas]\nbottom_line: Gas is sold [J1].\n\
         sources:\n  ART: {title: Gas sold, parent: The Daily Tide, file: seeds/one.txt, date: 2024-02-20, url: \"https://www.tide.example/gas/?utm_source=x\", reliability: B}\n\
         actors:\n  IR: {name: Iran}\n  OM: {name: Oman}\n\
         sections:\n  trade:\n    C1: {fact: Iran sold gas, quote: Iran sold gas., credibility: 2}\n    C2: {fact: The price rose, quote: The price rose., credibility: 3}\n\
         judgements:\n  J1: {section: trade, text: Iran sells more gas, by: 2025-06, likelihood: unlikely, confidence: low, claims: [C1], outcome: {came: no}}\n\
         events:\n  T1: {consult: Talks on gas, date: 2023-12-05, actors: [IR, OM], claims: [C1]}\n",
    );
    write(
        "briefings/price.yaml",
        "briefing: price\ntitle: Price\nmarking: TLP:GREEN\ndate: 2025-05-05\nyardstick: icd203\ntags: [energy]\nbottom_line: It rises [J1].\n\
         sources:\n  TIDE: {title: Gas sold, parent: the daily tide, file: seeds/copy.txt, url: \"http://tide.example/gas#top\", reliability: D}\n\
         actors:\n  irn: {name: Islamic Republic of Iran, aka: [Iran]}\n\
         sections:\n  trade:\n    C1: {fact: Iran sold gas, quote: Iran sold gas., credibility: 4}\n\
         judgements:\n  J1: {section: trade, text: The price rises, because: Iran sells, by: 2030, likelihood: likely, confidence: low, claims: [C1]}\n",
    );
    write(
        "briefings/oil.yaml",
        "briefing: oil\ntitle: Oil\nmarking: TLP:CLEAR\ndate: 2026-01-02\nyardstick: icd203\ntags: [oil]\nbottom_line: Oil [J1].\n\
         sources:\n  MIRROR: {title: A copy, parent: Mirror, file: seeds/one.txt, url: \"https://mirror.example/\", reliability: C}\n  SITE: {title: Oil, parent: Mirror, file: seeds/other.txt, url: \"https://mirror.example\", reliability: C}\n\
         actors:\n  hotel: {name: Hotel Iranshahr}\n  TE: {name: Tehran, aka: [Iran]}\n\
         sections:\n  trade:\n    C1: {fact: Tehran sold oil, quote: {SITE: Tehran sold oil.}, credibility: 2}\n    C2: {fact: The Iranians wait, quote: {SITE: Oman waits.}, credibility: 2}\n\
         judgements:\n  J1: {section: trade, text: Oil stays dear, by: 2030, likelihood: likely, confidence: low, claims: [C1]}\n",
    );
    scratch
}

/// The items that are listed, in order.
fn items(world: &World, address: &str) -> Vec<String> {
    let doc = page(world, &address.parse::<Place>().expect("an address")).expect("a page");
    doc.links.iter().filter(|place| place.spot().is_some()).map(Place::to_string).collect()
}

#[test]
fn n19_an_actor_has_all_that_names_it_by_any_of_its_names_in_time_order_and_nothing_else() {
    let scratch = desk("actor");
    for world in [held(&scratch), large(&scratch)] {
        // By the day of the edition, of publication, of the event. What only its reason names is named; the hotel is not it.
        assert_eq!(items(&world, "actor:Iran"), ["oil#C1", "price#J1", "price#C1", "gas#J1", "gas#C1", "gas#T1"]);
        assert_eq!(items(&world, "actor:iran"), items(&world, "actor:Iran"));
        says(
            &text(&world, "actor:Iran"),
            &[
                "2 judgements, 3 claims and 1 event in 3 briefings, 2023 to 2026.",
                "Also called Islamic Republic of Iran, Tehran, by briefings that have this name for it too.",
                "by 5 May 2025 fact C1 Iran sold gas  Price, 5 May 2025, TLP:GREEN D4",
                "1 Mar 2024 judgement J1 unlikely: Iran sells more gas  Gas, 1 Mar 2024, TLP:AMBER did not come about",
                "20 Feb 2024 fact C1 Iran sold gas  Gas, 1 Mar 2024, TLP:AMBER B2",
                "5 Dec 2023 event T1 Talks on gas",
                "5 May 2025 judgement J1 likely: The price rises  Price, 5 May 2025, TLP:GREEN by 2030",
                "2026 C 1\n2025 D 1\n2024 B 1",
            ],
        );
        assert_eq!(items(&world, "actor:Islamic Republic of Iran"), ["price#J1", "price#C1"]);
        says(&text(&world, "actor:Atlantis"), &["No item of this library names Atlantis."]);
        says(&text(&world, "actor:Irann"), &["No item of this library names Irann.", "Did you mean Iran?"]);
        // Of a year, and of a month.
        assert_eq!(items(&world, "actor@2024:Iran"), ["gas#J1", "gas#C1"]);
        assert_eq!(items(&world, "actor@2024-02:Iran"), ["gas#C1"]);
    }
}

#[test]
fn n19_a_tag_has_all_of_the_briefings_that_are_filed_under_it() {
    let scratch = desk("tag");
    for world in [held(&scratch), large(&scratch)] {
        assert_eq!(items(&world, "tag:Energy"), ["price#J1", "price#C1", "gas#J1", "gas#C1", "gas#C2", "gas#T1"]);
        says(&text(&world, "tag:ships"), &["No briefing is filed under ships."]);
    }
}

#[test]
fn n19_one_address_or_one_text_is_one_origin_and_a_site_is_none() {
    let scratch = desk("source");
    for world in [held(&scratch), large(&scratch)] {
        for called in ["source:https://tide.example/gas", "source:http://www.TIDE.example/gas/?utm_medium=y#z"] {
            // The copy is reached by the text of those at the address.
            let page = text(&world, called);
            says(
                &page,
                &[
                    "3 briefings, one origin",
                    "2026 C 1\n2025 D 1\n2024 B 1",
                    "USED BY 3 uses",
                    "2 Jan 2026 C MIRROR A copy",
                    "5 May 2025 D TIDE Gas sold",
                    "1 Mar 2024 B ART Gas sold",
                ],
            );
            assert!(!page.contains("SITE"), "{page}");
            assert_eq!(items(&world, called)[3..], ["price#J1", "price#C1", "gas#J1", "gas#C1", "gas#C2", "gas#T1"]);
        }
        // A publisher by its name, however it is written.
        says(
            &text(&world, "source:The Daily Tide"),
            &["All sources of this publisher: 2 uses in 2 briefings.", "5 May 2025 D TIDE", "1 Mar 2024 B ART"],
        );
        assert_eq!(items(&world, "source:Mirror")[..2], ["oil#MIRROR", "oil#SITE"]);
        says(&text(&world, "source:Nobody"), &["No briefing has a source"]);
    }
}

#[test]
fn n19_a_source_says_on_its_pages_who_else_uses_it() {
    let scratch = desk("used");
    for world in [held(&scratch), large(&scratch)] {
        for address in ["gas/source/ART", "gas#ART"] {
            says(&text(&world, address), &["also used by oil, price: 3 briefings, one origin"]);
        }
        // The list of two sources says it of the one.
        let list = text(&world, "oil/source");
        assert_eq!(list.matches("also used by gas, price: 3 briefings, one origin").count(), 1, "{list}");
        says(&text(&world, "oil#SITE"), &["Mirror in the whole library"]);
        assert!(!text(&world, "oil#SITE").contains("also used"));
    }
}

#[test]
fn n19_an_actor_a_tag_and_a_source_are_a_key_away_and_back_is_the_same_row() {
    let scratch = desk("walk");
    let world: Arc<World> = large(&scratch).into();
    for (from, to, row) in [
        ("gas#IR", "actor:Iran", "oil#C1"),
        ("gas", "tag:energy", "price#J1"),
        ("gas/source/ART", "source:https://tide.example/gas", "oil#MIRROR"),
    ] {
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let mut reader = Reader::open(Arc::clone(&world), Some(from), columns, rows);
            let stop = reader.links().iter().position(|link| link == to).unwrap_or_else(|| panic!("{from} does not lead to {to}"));
            reader.press("g");
            for _ in 0..200 {
                if reader.stop() == Some(stop) {
                    break;
                }
                reader.press("Down");
            }
            reader.press("Enter").is_at(to);
            let before = (reader.stop(), reader.screen());
            assert_eq!(reader.links()[before.0.expect("a stop")], row);
            reader.press("Enter").is_at(row).press("Esc").is_at(to);
            assert_eq!((reader.stop(), reader.screen()), before);
            reader.press("Esc").is_at(from);
            assert_eq!(reader.stop(), Some(stop));
        }
    }
}

#[test]
fn n19_the_same_is_read_line_by_line_and_printed() {
    let scratch = desk("linear");
    let mut walk = Walk::new(held(&scratch), None, None).expect("a walk");
    walk.begin();
    let said = walk.take("actor:Iran").text;
    says(&said, &["actor:Iran, 6 items", "judgement: J1 unlikely: Iran sells more gas"]);
    let number = walk.links().iter().position(|place| place.to_string() == "gas#C1").expect("a link") + 1;
    says(&walk.take(&number.to_string()).text, &["gas#C1"]);
    says(&walk.take("b").text, &["actor:Iran, 6 items"]);
    let mut command = program();
    command.args(["show", "tag:energy", "--library"]).arg(scratch.0.join("library")).stdin(Stdio::null());
    let output = command.output().expect("it runs");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success() && out.starts_with("TLP:AMBER\ntag:energy · 6 items\n"), "{out}");
}

/// What is too long for a page is parted by years, and these by months; every item is on one of them.
#[test]
fn n19_a_long_record_is_parted_by_years_and_months_and_loses_nothing() {
    let scratch = Scratch::new("across-long");
    scratch.write("library/seeds/s.txt", "The tide is late.\n");
    for number in 0..600 {
        let (year, month, day) = (2020 + number / 500, number % 12 + 1, number / 12 % 28 + 1);
        scratch.write(
            &format!("library/briefings/b{number}.yaml"),
            format!(
                "briefing: b{number}\ntitle: B\nmarking: TLP:CLEAR\ndate: {year}-{month:02}-{day:02}\nbottom_line: X [J1].\nactors: {{OM: {{name: Oman}}}}\n\
                 sources: {{LOG: {{title: Log, file: seeds/s.txt}}}}\nsections: {{sea: {{C1: {{fact: The tide is late, quote: The tide is late.}}}}}}\n\
                 judgements: {{J1: {{section: sea, text: Oman waits, by: 2030, likelihood: likely, confidence: low, claims: [C1]}}}}\n"
            ),
        );
    }
    let world = large(&scratch);
    let links = |address: &str| page(&world, &address.parse::<Place>().expect("an address")).expect("a page").links;
    let overs = |links: &[Place]| links.iter().filter(|place| place.spot().is_none()).map(Place::to_string).collect::<Vec<_>>();
    assert_eq!(overs(&links("actor:Oman")), ["actor@2021:Oman", "actor@2020:Oman"]);
    let months = overs(&links("actor@2020:Oman"));
    assert_eq!(months.len(), 12);
    let mut found: Vec<String> =
        months.iter().flat_map(|month| links(month)).chain(links("actor@2021:Oman")).map(|place| place.to_string()).collect();
    found.sort();
    found.dedup();
    assert_eq!(found.len(), 600);
    // The uses of a source, which all of them have, by its hash as `sha256sum` prints it.
    let source = format!("source:{}", Digest::of_bytes(b"The tide is late.\n"));
    let years: BTreeSet<String> = overs(&links(&source)).into_iter().collect();
    assert_eq!(years.len(), 2, "{years:?}");
    let mut pages: BTreeSet<String> = years;
    for _ in 0..2 {
        pages = pages.iter().flat_map(|page| overs(&links(page))).chain(pages.iter().cloned()).collect();
    }
    let uses: BTreeSet<String> =
        pages.iter().flat_map(|page| links(page)).map(|place| place.to_string()).filter(|to| to.ends_with("#LOG")).collect();
    assert_eq!(uses.len(), 600);
    assert!(world.library.entries().is_empty(), "no briefing is read for it");
}

/// A name of a briefing stands in heads, crumbs and addresses of such pages.
#[test]
fn m26_a_name_that_would_command_a_terminal_is_shown_as_signs_on_its_page_too() {
    let scratch = Scratch::new("across-hostile");
    scratch.write("library/seeds/s.txt", "One ship came.\n");
    for id in ["one", "two"] {
        scratch.write(
            &format!("library/briefings/{id}.yaml"),
            format!(
                "briefing: {id}\ntitle: X\nmarking: TLP:CLEAR\ndate: 2026-01-02\nauthor: [\"B\\e[2JO\"]\ntags: [\"a\\e]0;x\\ab\"]\nyardstick: icd203\nbottom_line: X [J1].\n\
                 sources: {{LOG: {{title: Log, parent: \"P\\e[31m\", file: seeds/s.txt}}}}\nactors: {{x: {{name: \"Om\\e[2Jan\"}}}}\n\
                 sections: {{sea: {{C1: {{fact: One ship came, quote: One ship came.}}}}}}\n\
                 judgements: {{J1: {{section: sea, text: \"X\", by: 2025, likelihood: likely, confidence: low, claims: [C1], outcome: {{came: no}}}}}}\n"
            ),
        );
    }
    let world: Arc<World> = large(&scratch).into();
    for from in ["one", "one#x", "one#LOG", "score"] {
        let places = page(&world, &from.parse().expect("an address")).expect("a page").links;
        for place in places.iter().filter(|place| place.spot().is_none()) {
            let doc = page(&world, place).expect("a page");
            assert!(!place.to_string().contains('\u{1b}') && !doc.title.contains('\u{1b}'), "{place:?}");
            let reader = Reader::open(Arc::clone(&world), Some(&place.to_string()), 80, 24);
            assert!(!reader.screen().concat().contains('\u{1b}'));
        }
    }
}

#[test]
fn m13_a_page_over_the_library_is_taken_up_at_its_row() {
    let scratch = desk("resume");
    for world in [Arc::new(held(&scratch)), Arc::new(large(&scratch))] {
        let mut reader = Reader::open(Arc::clone(&world), Some("actor:Iran"), 80, 24);
        reader.model.update(&Message::Searchable(world.searchable().map_err(|why| why.to_string())));
        reader.press("g Down Down Down");
        let row = reader.links()[reader.stop().expect("a stop")].clone();
        let mut again = Reader::open(Arc::clone(&world), None, 80, 24);
        again.model.resume(&reader.model.state(), true);
        again.model.update(&Message::Begun);
        again.press("E").is_at("actor:Iran");
        again.model.update(&Message::Searchable(world.searchable().map_err(|why| why.to_string())));
        again.press("E");
        assert_eq!(again.links()[again.stop().expect("a stop")], row);
    }
}

#[test]
fn n19_a_search_by_a_name_leads_to_its_page_over_the_library_and_stands_on_its_first_hit() {
    let scratch = desk("search");
    let world: Arc<World> = large(&scratch).into();
    for (query, over) in
        [("about:iran", "actor:Iran"), ("tag:energy in:judgement", "tag:energy"), ("source:\"the daily tide\"", "source:The Daily Tide")]
    {
        let mut reader = Reader::open(Arc::clone(&world), None, 120, 40);
        reader.press(&format!("f '{query}' Enter"));
        let links = reader.links();
        assert_eq!(links[0].to_lowercase(), over.to_lowercase(), "{query}");
        assert_eq!(reader.stop(), Some(1));
        reader.press("Up Enter").is_at(&links[0]).press("Esc");
        assert_eq!(reader.stop(), Some(0));
    }
    // A word of several names is no name.
    let mut reader = Reader::open(world, None, 120, 40);
    reader.press("f 'actor:republic' Enter");
    assert!(reader.links().iter().all(|link| !link.starts_with("actor:republic")));
}

/// Names are anybody's words: with control bytes, odd white space or no end they have pages of their own all the same, by every
/// link that a page has to them.
#[test]
fn n19_names_of_any_bytes_lead_to_their_own_page() {
    let scratch = Scratch::new("across-names");
    scratch.write("library/seeds/s.txt", "One ship came.\n");
    let long = "The Very Long Society ".repeat(40);
    let names = ["Bo\\e[31m Lind", "\\_Ada\\t\\L Roe\\u3000", "Vesk\\x9b\\u202e", "a: b#c/d@e", &long];
    for (at, name) in names.iter().enumerate() {
        let text = format!(
            "briefing: b{at}\ntitle: B\nmarking: TLP:CLEAR\ndate: 2024-03-0{}\nyardstick: icd203\nauthor: [\"{name}\"]\ntags: [\"{name}\"]\nbottom_line: It [J1].\n\
             sources:\n  LOG: {{title: Log, parent: \"{name}\", file: seeds/s.txt, reliability: B}}\n\
             actors:\n  X: {{name: \"{name}\"}}\n\
             sections:\n  sea:\n    C1: {{fact: One ship came, quote: One ship came.}}\n\
             judgements:\n  J1: {{section: sea, text: More come, by: 2024-06, likelihood: likely, confidence: low, claims: [C1], outcome: {{came: no}}}}\n\
             events:\n  T1: {{consult: Talks, date: 2023-12-05, actors: [X], claims: [C1]}}\n",
            at + 1
        );
        scratch.write(&format!("library/briefings/b{at}.yaml"), text);
    }
    for world in [held(&scratch), large(&scratch)] {
        let links = |address: &str| page(&world, &address.parse::<Place>().expect("an address")).expect("a page").links;
        let authors: Vec<Place> = links("score").into_iter().filter(|place| place.to_string().starts_with("score:author:")).collect();
        assert_eq!(authors.len(), names.len());
        for at in 0..names.len() {
            let mut pages: Vec<Place> =
                links(&format!("b{at}")).into_iter().filter(|place| place.to_string().starts_with("tag:")).collect();
            pages.extend(links(&format!("b{at}#X")).into_iter().filter(|place| place.to_string().starts_with("actor:")));
            pages.extend(links(&format!("b{at}#LOG")).into_iter().filter(|place| place.to_string().starts_with("source:")));
            assert!(pages.len() >= 3, "{pages:?}");
            for place in pages {
                let address = place.to_string();
                assert!(items(&world, &address).iter().any(|item| item.starts_with(&format!("b{at}#"))), "{address:?}");
            }
        }
        for place in authors {
            let address = place.to_string();
            assert_eq!(address.parse::<Place>().as_ref(), Ok(&place));
            assert_eq!(items(&world, &address).len(), 1, "{address:?}");
            assert!(!address.contains(char::is_control), "{address:?}");
        }
    }
}

#[test]
fn n19_an_actor_that_no_item_names_is_shown_where_it_stands_and_is_not_proposed_for_itself() {
    let scratch = desk("unnamed");
    scratch.write(
        "library/briefings/lone.yaml",
        "briefing: lone\ntitle: Lone\nmarking: TLP:CLEAR\ndate: 2026-01-02\nactors:\n  GZ: {kind: region}\n",
    );
    for world in [held(&scratch), large(&scratch)] {
        let shown = text(&world, "actor:GZ");
        says(&shown, &["no item names it", "Lone"]);
        assert!(!shown.contains("Did you mean"), "{shown}");
        assert_eq!(items(&world, "actor:GZ"), ["lone#GZ"]);
        // What nothing has is told with what is near.
        says(&text(&world, "actor:Irann"), &["No item of this library names Irann.", "Did you mean Iran?"]);
    }
}
