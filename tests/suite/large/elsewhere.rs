//! Pages that other threads make for the browser: the next key ends what nobody waits for any more, and what comes late is not
//! shown.

use crate::support::over::{large, today};
use crate::support::{Scratch, keys};
use bluf::catalogue::across::TOLD;
use bluf::catalogue::{Cancel, Group, Listing, Subject};
use bluf::library::live::Live;
use bluf::page::{Place, World, page};
use bluf::tui::model::{Awaited, Effect, Message, Model};
use bluf::tui::run::{BackgroundJob, Browser, Program};
use bluf::tui::theme::{Depth, Themes};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// Three briefings of a town with many events in one month.
fn desk(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("elsewhere-{name}"));
    scratch.write("library/seeds/s.txt", "One ship came late.\n");
    for id in ["east", "west", "south"] {
        let event = |at: usize| format!("  T{at}: {{consult: Talks {at}, date: 2024-03-05, actors: [X], claims: [C1]}}\n");
        let events = (0..300).fold(String::new(), |events, at| events + &event(at));
        let text = format!(
            "briefing: {id}\ntitle: The {id} pier\nmarking: TLP:GREEN\ndate: 2024-03-01\nyardstick: icd203\ntags: [ice]\nbottom_line: Late [J1].\n\
             sources:\n  LOG: {{title: Log, parent: The Tide, file: seeds/s.txt, url: \"https://a.example/x\", reliability: B}}\n\
             actors:\n  X: {{name: Town}}\n\
             sections:\n  sea:\n    C1: {{fact: One ship came late, quote: One ship came late.}}\n\
             judgements:\n  J1: {{section: sea, text: Ships stay late, by: 2024-06, likelihood: likely, confidence: low, claims: [C1], outcome: {{came: no}}}}\n  J2: {{section: sea, text: More come, by: 2024-06, likelihood: likely, confidence: low, claims: [C1]}}\n\
             indicators:\n  I1: {{text: Smoke, threshold: two plumes, moves: {{J2: up}}}}\n\
             events:\n{events}"
        );
        scratch.write(&format!("library/briefings/{id}.yaml"), text);
    }
    scratch
}

fn browser(world: &World, place: &str) -> Browser {
    let model = Model::new(world.clone(), Some(place.parse().expect("an address"))).expect("a place");
    let live = Live::new(world.library.clone(), Box::new(|_| Ok(())));
    let mut browser = Browser::new(model, Arc::new(Themes::default()), Depth::None, Arc::new(live));
    for message in [Message::Resize { columns: 120, rows: 40 }, Message::Begun] {
        browser.update(&message);
        browser.arrange();
    }
    browser
}

/// What the frame behind some keys asks for, and the work that makes it.
fn pressed(browser: &mut Browser, line: &str) -> (Vec<Awaited>, Vec<BackgroundJob>) {
    for key in keys(line) {
        browser.update(&Message::Key(key));
    }
    asked(browser)
}

fn asked(browser: &mut Browser) -> (Vec<Awaited>, Vec<BackgroundJob>) {
    browser.arrange();
    let pages: Vec<Awaited> =
        browser.due().into_iter().flat_map(|effect| if let Effect::Make(pages) = effect { pages } else { Vec::new() }).collect();
    let jobs = browser.make(pages.clone());
    (pages, jobs)
}

fn work(jobs: Vec<BackgroundJob>) {
    for job in jobs {
        job(&|| ());
    }
}

/// The pages that came of it.
fn made(browser: &mut Browser) -> Vec<Awaited> {
    let messages = browser.made(Duration::ZERO);
    let of = |message: Message| if let Message::Made { awaited, .. } = message { awaited } else { panic!("{message:?}") };
    messages.into_iter().map(of).collect()
}

#[test]
fn m9_what_an_older_key_asked_for_never_takes_the_place_of_what_a_newer_one_did() {
    let scratch = desk("jobs");
    let world = large(&scratch);
    let mut browser = browser(&world, "library");
    let (first, first_job) = pressed(&mut browser, "f l a t e");
    assert_eq!(first.len(), 1);
    // The next letters come before the first has begun: it ends at once, and what they ask for comes alone.
    let (second, second_job) = pressed(&mut browser, "Space s h i p");
    work(second_job);
    work(first_job);
    assert_eq!(made(&mut browser), second);
    // It had been made already when the next was asked for, and nobody had heard of it.
    let (_, third_job) = pressed(&mut browser, "s");
    work(third_job);
    let (fourth, fourth_job) = pressed(&mut browser, "Space o n e");
    assert_eq!(made(&mut browser), []);
    // The same is asked for again while the first of the two has not heard that it is ended, and ends before or behind it.
    for newer_first in [true, false] {
        let (_, other_job) = pressed(&mut browser, "x");
        let (again, again_job) = pressed(&mut browser, "Backspace");
        assert_eq!(again, fourth);
        let (other, other_again) = pressed(&mut browser, "x");
        let jobs = if newer_first { [other_again, other_job] } else { [other_job, other_again] };
        let mut came = Vec::new();
        for job in jobs {
            work(job);
            came.extend(made(&mut browser));
        }
        assert_eq!(came, other, "newer first: {newer_first}");
        work(again_job);
        assert_eq!(made(&mut browser), [], "newer first: {newer_first}");
        // Back at what was asked for before.
        let (back, back_job) = pressed(&mut browser, "Backspace");
        assert_eq!(back, fourth);
        work(back_job);
        assert_eq!(made(&mut browser), fourth);
    }
    work(fourth_job);
    assert_eq!(made(&mut browser), []);
}

#[test]
fn m9_what_was_asked_before_a_commit_never_takes_the_place_of_what_was_asked_behind_it() {
    let scratch = desk("ages");
    let world = large(&scratch);
    let mut browser = browser(&world, "library");
    let (_, job) = pressed(&mut browser, "S");
    work(job);
    for page in browser.made(Duration::ZERO) {
        browser.update(&page);
    }
    for older_first in [true, false] {
        browser.update(&Message::Catalogued(None));
        let (older, older_job) = asked(&mut browser);
        browser.update(&Message::Catalogued(None));
        let (newer, newer_job) = asked(&mut browser);
        let here = |pages: &[Awaited]| pages.iter().map(|page| (page.place.clone(), page.age)).collect::<Vec<_>>();
        assert!(!older.is_empty() && here(&older) != here(&newer), "{older:?}");
        for job in if older_first { [older_job, newer_job] } else { [newer_job, older_job] } {
            work(job);
        }
        assert_eq!(here(&made(&mut browser)), here(&newer), "older first: {older_first}");
    }
}

/// A key ends what is made for another page, whatever it is: nothing that looks at many items goes on.
#[test]
fn m9_what_nobody_waits_for_any_more_ends_wherever_it_is() {
    let scratch = desk("ended");
    let world = large(&scratch);
    let ended = Cancel::default();
    ended.cancel();
    let catalogue = world.catalogue.clone().expect("a catalogue").ended_by(&ended);
    assert!(catalogue.outcomes().is_err() && catalogue.overdue(Some(30_000)).is_err() && catalogue.watch(Some(30_000)).is_err());
    for subject in [Subject::Actor("Town".to_owned()), Subject::Tag("ice".to_owned())] {
        assert!(catalogue.across(&subject, &TOLD).is_err());
    }
    let filtered = Listing { chips: vec!["actor:Town".to_owned()], ..Listing::default() };
    assert!(catalogue.chips(&filtered).is_err() && catalogue.groups(&filtered, Group::Actor).is_err());
    assert!(catalogue.rows(&filtered, 0..10).is_err());
    // Who is not ended goes on, and nothing that was ended was kept for it.
    let catalogue = world.catalogue.clone().expect("a catalogue");
    assert_eq!(catalogue.rows(&filtered, 0..10).expect("rows").total, 3);
    let mut browser = browser(&world, "library");
    for address in ["actor:Town", "tag:ice", "source:The Tide", "score", "signposts", "overdue", "filters", "library"] {
        let group = (address == "library").then_some(Group::Actor);
        let awaited = Awaited {
            place: address.parse().expect("an address"),
            listing: ["filters", "library"].contains(&address).then(|| Listing { group, ..Listing::default() }),
            is_typed: false,
            generation: catalogue.generation(),
            age: 0,
        };
        assert!(awaited.made(&world, &Cancel::default()).is_some(), "{address}");
        assert!(awaited.made(&world, &ended).is_none(), "{address}");
        let older = browser.make(vec![awaited.clone()]);
        let newer = browser.make(vec![Awaited { age: 1, ..awaited }]);
        work(older);
        work(newer);
        assert_eq!(made(&mut browser).iter().map(|awaited| awaited.age).collect::<Vec<_>>(), [1], "{address}");
    }
}

/// Who leaves a page before it is made has it made no further, wherever they go.
#[test]
fn m9_a_page_that_is_left_before_it_is_made_is_made_no_further() {
    let scratch = desk("left");
    let world = large(&scratch);
    let mut browser = browser(&world, "library");
    for (open, leave) in [("S", "Backspace"), (",", "Backspace"), ("f l a t e", "Esc"), ("S", "Backspace Enter")] {
        let (pages, jobs) = pressed(&mut browser, open);
        assert!(!pages.is_empty(), "{open}");
        // What is committed meanwhile changes nothing of that.
        browser.update(&Message::Catalogued(None));
        assert_eq!(pressed(&mut browser, leave).0, [], "{open} {leave}");
        work(jobs);
        assert_eq!(made(&mut browser), [], "{open} {leave}");
    }
}

#[test]
fn n19_a_month_of_many_is_on_several_pages_and_each_row_on_one() {
    let scratch = desk("month");
    let world = large(&scratch);
    let links = |address: &str| page(&world, &address.parse::<Place>().expect("an address")).expect("a page").links;
    let is_row = |place: &&Place| place.spot().is_some();
    let (mut address, mut seen, mut pages) = ("actor@2024-03:Town".to_owned(), Vec::new(), Vec::new());
    loop {
        let links = links(&address);
        let rows: Vec<String> = links.iter().filter(is_row).map(Place::to_string).collect();
        assert!((1..=400).contains(&rows.len()), "{address}: {}", rows.len());
        seen.extend(rows);
        pages.push(address.clone());
        let ways: Vec<String> = links.iter().map(Place::to_string).filter(|link| link.starts_with("actor@2024-03")).collect();
        let (before, behind): (Vec<String>, Vec<String>) = ways.into_iter().partition(|way| pages.contains(way));
        assert_eq!(before, pages.iter().rev().nth(1).cloned().into_iter().collect::<Vec<_>>(), "{address}");
        match behind.as_slice() {
            [] => break,
            [next] => address.clone_from(next),
            _ => panic!("{behind:?}"),
        }
    }
    assert_eq!(pages, ["actor@2024-03:Town", "actor@2024-03+400:Town", "actor@2024-03+800:Town"]);
    assert_eq!((seen.len(), seen.iter().collect::<BTreeSet<_>>().len()), (900, 900));
    // An address beyond the end says so by what leads back.
    assert!(links("actor@2024-03+5000:Town").iter().any(|place| place.to_string().starts_with("actor@2024-03+")));
}

/// What a start shows first stays until it is made anew, and is the page itself.
#[test]
fn m9_a_start_on_a_page_over_the_library_shows_it_from_the_first_frame_on() {
    let scratch = desk("start");
    let held = World { today: Some(today()), ..crate::support::over::held(&scratch) };
    for (world, address) in [(large(&scratch), "score"), (large(&scratch), "search:late"), (held.clone(), "score"), (held, "actor:Town")] {
        let is_held = !world.library.is_large();
        let mut model = Model::new(world, Some(address.parse().expect("an address"))).expect("it begins");
        let mut frame = |message: &Message| {
            model.update(message);
            model.arrange();
            let shown = model.shown().expect("a page");
            let plain = |row| shown.here().flowed.row(row).map(bluf::page::Row::plain);
            (0..shown.here().flowed.height().min(12)).filter_map(plain).collect::<Vec<_>>().join("\n")
        };
        let first = frame(&Message::Resize { columns: 120, rows: 40 });
        assert!(!first.contains("is being read"), "{address}, held: {is_held}\n{first}");
        assert_eq!(frame(&Message::Begun), first, "{address}, held: {is_held}");
        let searches = Message::Searches { result: Ok(Arc::default()), change: None };
        assert_eq!(frame(&searches), first, "{address}, held: {is_held}");
        if !is_held {
            assert_eq!(frame(&Message::Catalogued(None)), first, "{address}");
        }
    }
}

/// The first rows of the list are kept for the next start, which begins without the words that were typed.
#[test]
fn m9_words_that_were_typed_are_not_in_the_list_that_is_kept_for_the_next_start() {
    let scratch = desk("front");
    let world = large(&scratch);
    let catalogue = world.catalogue.clone().expect("a catalogue");
    let front = catalogue.place().expect("a place").front();
    catalogue.keep_front(Some((&Listing { today: Some(today()), ..Listing::default() }, 0)));
    let usual = std::fs::read(&front).expect("it is kept");
    std::fs::remove_file(&front).expect("removed");
    let mut browser = browser(&world, "library");
    let (_, jobs) = pressed(&mut browser, "/ e a s t Enter");
    work(jobs);
    browser.leave();
    assert_eq!(std::fs::read(&front).expect("it is kept"), usual);
}
