//! A search finds what a look at every item finds, in every script and with every field.

use super::library::mixed;
use super::oracle::{Entry, Id, entries, folded};
use super::queries::{Asked, atoms, compounds};
use super::{Desk, Scratch};
use bluf::briefing::Date;
use bluf::catalogue::vocabulary::Kind;
use bluf::catalogue::{Catalogue, Group, Hit, Listing, Parse};
use bluf::library::Library;
use std::collections::BTreeSet;

fn today() -> Date {
    Date::day(2026, 11, 29)
}

pub fn library_at(scratch: &Scratch) -> Library {
    let library = bluf::library::open(&scratch.0.join("library")).expect("it opens").on(Some(&today()));
    library.check(|_, _| ());
    library
}

/// Which item a hit is: the sentence in its address tells the paragraph.
fn id_of(library: &Library, hit: &Hit) -> Id {
    let (briefing, spot) = hit.address.find(['#', '/']).map_or((hit.address.as_str(), ""), |at| hit.address.split_at(at));
    if hit.kind != Kind::Text {
        return (hit.kind.word().to_owned(), briefing.to_owned(), spot.to_owned(), None);
    }
    let (spot, number) = spot.rsplit_once(':').expect("a sentence");
    let held = library.entry(briefing).expect("a briefing");
    let source = held.resolved.briefing.sources.iter().position(|source| spot.ends_with(&format!("/{}", source.head.id.value)));
    let text = held.resolved.text(source.expect("a source")).expect("a text");
    let sentence = text.find(number.parse().expect("a number")).expect("a sentence");
    let paragraph = text.paragraphs().iter().position(|paragraph| paragraph.sentences.contains(&sentence));
    (hit.kind.word().to_owned(), briefing.to_owned(), spot.to_owned(), paragraph)
}

pub fn found(catalogue: &Catalogue, library: &Library, text: &str) -> BTreeSet<Id> {
    let query = Parse { names: catalogue, today: Some(&today()), is_typed: false }.query(text);
    let query = query.unwrap_or_else(|bad| panic!("{bad}"));
    let hits = catalogue.search(&query, usize::MAX >> 1).expect("it is searched");
    let ids: BTreeSet<Id> = hits.hits.iter().map(|hit| id_of(library, hit)).collect();
    assert_eq!((ids.len(), hits.hits.len()), (hits.total, hits.total), "{text}: an item is found twice");
    ids
}

fn meant(all: &[Entry], asked: &Asked) -> BTreeSet<Id> {
    all.iter().filter(|entry| (asked.means)(entry)).map(|entry| entry.id.clone()).collect()
}

/// The catalogue of the mixed library, and what is in it.
pub fn mixed_desk(name: &str) -> (Desk, Library, Vec<Entry>) {
    let scratch = Scratch::new(&format!("catalogue-{name}"));
    mixed(&scratch);
    let desk = Desk::over(scratch);
    desk.refresh();
    let library = library_at(&desk.scratch);
    let all = entries(&library);
    (desk, library, all)
}

#[test]
fn m9_the_hits_are_those_of_a_look_at_every_item() {
    let (desk, library, all) = mixed_desk("oracle");
    let asked: Vec<Asked> = atoms().into_iter().chain(compounds(260)).collect();
    assert!(asked.len() > 380);
    let mut empty = 0;
    for asked in &asked {
        let meant = meant(&all, asked);
        empty += usize::from(meant.is_empty());
        let found = found(&desk.catalogue, &library, &asked.text);
        let (missing, wrong) = (meant.difference(&found), found.difference(&meant));
        let differ: (Vec<&Id>, Vec<&Id>) = (missing.take(3).collect(), wrong.take(3).collect());
        assert!(differ.0.is_empty() && differ.1.is_empty(), "{}: missing {:?}, wrong {:?}", asked.text, differ.0, differ.1);
    }
    assert!(empty * 3 < asked.len(), "{empty} find nothing, and so say little");
}

/// A chip's count is the number of briefings that are listed with it.
#[test]
fn e9_a_chip_counts_what_is_listed_with_it() {
    let (desk, ..) = mixed_desk("chips");
    let listings = [
        Listing::default(),
        Listing { chips: vec!["likelihood>=likely".to_owned(), "confidence:low".to_owned()], ..Listing::default() },
        Listing { chips: vec!["actor:iran".to_owned(), "kind:forecast".to_owned(), "marking<=amber".to_owned()], ..Listing::default() },
        Listing { query: "river OR 国".to_owned(), ..Listing::default() },
    ];
    let mut counted = 0;
    for listing in listings {
        for chips in desk.catalogue.chips(&listing).expect("chips") {
            let prefix = format!("{}:", chips.field.name());
            for chip in chips.values {
                let mut with = listing.clone();
                with.chips.retain(|other| !other.starts_with(chips.field.name()));
                with.chips.push(chip.filter.clone());
                assert!(chip.filter.starts_with(&prefix));
                let rows = desk.catalogue.rows(&with, 0..1000).expect("rows");
                assert_eq!((rows.total, rows.rows.len()), (chip.count, chip.count), "{} in {listing:?}", chip.filter);
                counted += 1;
            }
        }
    }
    assert!(counted > 150, "{counted}");
}

/// A group counts what it lists, as a look at every item finds it; and whatever is listed is in one.
#[test]
fn e9_a_group_counts_what_it_lists_and_nothing_is_in_none() {
    let (desk, _, all) = mixed_desk("groups");
    let listings = [
        Listing::default(),
        Listing { chips: vec!["likelihood>=likely".to_owned()], ..Listing::default() },
        Listing { chips: vec!["date:2026".to_owned(), "section:economics".to_owned()], ..Listing::default() },
        Listing { chips: vec!["actor:iran".to_owned()], query: "river OR 国".to_owned(), ..Listing::default() },
    ];
    let days = |month: &str| Date::parse(month).map(|date| (date.first_day(), date.last_day())).expect("a month");
    let mut counted = 0;
    for (listing, group) in listings.iter().flat_map(|listing| Group::ALL.map(|group| (listing, group))) {
        let listed: BTreeSet<String> = desk.ids(listing).into_iter().collect();
        let field = group.field().name();
        let groups = desk.catalogue.groups(listing, group).expect("groups");
        assert_eq!((groups.total, groups.more), (listed.len(), 0));
        let mut seen = BTreeSet::new();
        for chip in groups.groups {
            let within = Some(chip.filter.clone());
            let ids: BTreeSet<String> = desk.ids(&Listing { group: Some(group), within, ..listing.clone() }).into_iter().collect();
            let has = |entry: &&Entry| match group {
                _ if chip.filter == "none" => {
                    entry.values.get(field).is_some_and(|values| !values.is_empty()) || entry.days.contains_key(field)
                }
                Group::Marking => entry.has(field, &chip.shown),
                Group::Month => entry.is_within(field, days(&chip.shown).0, days(&chip.shown).1),
                _ => entry.has(field, &folded(&chip.shown)),
            };
            let is_own = |entry: &&Entry| group == Group::Section || entry.id.0 == "briefing";
            let having: BTreeSet<String> = all.iter().filter(is_own).filter(has).map(|entry| entry.id.1.clone()).collect();
            let meant: BTreeSet<String> = listed.iter().filter(|id| having.contains(*id) == (chip.filter != "none")).cloned().collect();
            assert_eq!((ids.len(), &ids), (chip.count, &meant), "{} in {listing:?}", chip.filter);
            seen.extend(ids);
            counted += 1;
        }
        assert_eq!(seen, listed, "{group:?} in {listing:?}");
    }
    assert!(counted > 60, "{counted}");
}

/// What is listed by filters is what a look at every item finds.
#[test]
fn e9_filters_hold_for_one_judgement() {
    let (desk, _, all) = mixed_desk("filters");
    let chips = ["likelihood>=likely", "confidence:low", "outcome:open", "kind:forecast"].map(str::to_owned);
    let listed: BTreeSet<String> = desk.ids(&Listing { chips: chips.to_vec(), ..Listing::default() }).into_iter().collect();
    let judged = |entry: &&Entry| {
        let likely = ["likely", "very likely", "almost certain", "highly likely"];
        entry.is_any("likelihood", &likely) && entry.has("confidence", "low") && entry.has("outcome", "open")
    };
    let briefings = |entries: Vec<&Entry>| entries.into_iter().map(|entry| entry.id.1.clone()).collect::<BTreeSet<_>>();
    let forecast = briefings(all.iter().filter(|entry| entry.has("kind", "forecast")).collect());
    let meant: BTreeSet<String> = briefings(all.iter().filter(judged).collect()).intersection(&forecast).cloned().collect();
    assert_eq!(listed, meant);
    assert!(!meant.is_empty());
}
