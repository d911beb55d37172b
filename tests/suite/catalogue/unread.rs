//! What the reader has not read, joined with what the catalogue holds: as a look at every item finds it, and in no index.

use super::oracle::{Entry, Id};
use super::queries::Dice;
use super::searching::{found, mixed_desk};
use bluf::briefing::{Imprint, Item};
use bluf::catalogue::{Listing, Parse, Sort};
use bluf::library::{HeldBriefing, Library};
use bluf::personal::ReadBefore;
use bluf::personal::read::{Change, Edition};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// Some of a library was read: as it is, as it was before some of its items changed, or called read without opening it.
fn read_of(library: &Library, dice: &mut Dice, often: usize) -> ReadBefore {
    let mut changes = Vec::new();
    for held in library.entries() {
        let mut edition = Edition::of(&held.resolved.briefing, held.imprint(), "2026-11-01");
        if dice.roll(often) == 0 {
            continue;
        }
        match dice.roll(4) {
            0 => {
                edition.whole = 1;
                let parts = edition.parts.as_mut().expect("parts");
                let ids: Vec<String> = parts.items.keys().cloned().collect();
                for id in ids {
                    match dice.roll(3) {
                        0 => parts.items.get_mut(&id).expect("a part").number = 7,
                        1 => drop(parts.items.remove(&id)),
                        _ => {}
                    }
                }
            }
            1 => (edition.whole, edition.parts) = (2, None),
            2 => edition.parts = None,
            _ => {}
        }
        changes.push(Change { briefing: held.id.clone(), read: Some(edition) });
    }
    ReadBefore::known(Path::new("nowhere"), changes, 0)
}

/// How one item, a paragraph or the briefing itself stands.
fn stands(library: &Library, read: &ReadBefore, entry: &Entry) -> &'static str {
    let (kind, briefing, spot, _) = &entry.id;
    let held: &HeldBriefing = library.entry(briefing).expect("a briefing");
    let Imprint { whole, items, .. } = held.imprint();
    let Some(edition) = read.edition(briefing) else { return "new" };
    if edition.whole == *whole || kind == "text" {
        return "read";
    }
    let item: Option<Item> = spot.strip_prefix('#').and_then(|id| held.resolved.graph.find(id));
    let Some(item) = item else { return "changed" };
    let number = items.iter().find(|(other, _)| *other == item).expect("its number").1;
    let was = edition.parts.as_ref().and_then(|parts| parts.items.get(held.resolved.briefing.id_of(item)));
    if was.is_some_and(|part| part.number == number) { "read" } else { "changed" }
}

#[test]
fn n9_what_is_unread_is_found_and_listed_as_a_look_at_every_item_finds_it() {
    let (desk, library, all) = mixed_desk("unread");
    let mut dice = Dice(29);
    let nobody = Parse { names: &desk.catalogue, today: None, is_typed: false }.query("is:unread");
    assert!(nobody.expect_err("nobody has read").to_string().contains("what you have read is not kept here"));
    // Few were read, or most, or none.
    for often in [1, 2, 12] {
        let read = Arc::new(read_of(&library, &mut dice, often));
        desk.catalogue.reads(&read);
        let mut seen = BTreeSet::new();
        for asked in ["new", "changed", "read", "unread"] {
            let is = |entry: &&Entry| {
                let stands = stands(&library, &read, entry);
                stands == asked || asked == "unread" && stands != "read"
            };
            let meant: BTreeSet<Id> = all.iter().filter(is).map(|entry| entry.id.clone()).collect();
            assert_eq!(found(&desk.catalogue, &library, &format!("is:{asked}")), meant, "{asked}, {often}");
            let briefings: BTreeSet<String> = meant.iter().filter(|id| id.0 == "briefing").map(|id| id.1.clone()).collect();
            let listing = Listing { chips: vec![format!("is:{asked}")], ..Listing::default() };
            assert_eq!(desk.ids(&listing).into_iter().collect::<BTreeSet<_>>(), briefings, "{asked}, {often}");
            seen.extend((!briefings.is_empty()).then_some(asked));
            // What is not asked for is left out, as with every field.
            let others = found(&desk.catalogue, &library, &format!("in:judgement -is:{asked}"));
            assert!(others.is_disjoint(&meant) && others.iter().all(|id| id.0 == "judgement"));
        }
        for chips in desk.catalogue.chips(&Listing::default()).expect("chips").into_iter().filter(|chips| chips.field.name() == "is") {
            for chip in chips.values {
                let listing = Listing { chips: vec![chip.filter.clone()], ..Listing::default() };
                assert_eq!(desk.ids(&listing).len(), chip.count, "{}", chip.filter);
            }
        }
        // First what has changed, then what is new.
        let order = |id: &String| {
            let held = library.entry(id).expect("a briefing");
            2 - read.standing(id, held.imprint().whole) as usize
        };
        let ids = desk.ids(&Listing { sort: Sort::Unread, ..Listing::default() });
        assert_eq!(ids.len(), desk.catalogue.count());
        assert!(ids.is_sorted_by_key(order) && (often == 1 || seen.len() == 4), "{ids:?} {seen:?}");
        for (id, edition) in read.all().filter(|(_, edition)| edition.parts.is_some()) {
            let held = library.entry(id).expect("a briefing");
            let fresh = edition.fresh(&held.resolved.briefing, held.imprint()).expect("known");
            assert_eq!(desk.catalogue.count_unread(id, edition), Ok(fresh.items.len()), "{id}");
        }
        let imprints = desk.catalogue.imprints(&Listing::default()).expect("imprints");
        assert!(imprints.len() == desk.catalogue.count());
        assert!(imprints.iter().all(|(id, whole)| library.entry(id).expect("a briefing").imprint().whole == *whole));
    }
}

/// The first rows of a list are kept for the next start, which may be another reader's.
#[test]
fn n9_a_list_by_what_is_unread_is_each_readers_own() {
    let (desk, library, _) = mixed_desk("own");
    let unread = Listing { chips: vec!["is:unread".to_owned()], ..Listing::default() };
    let all = |ids: Vec<String>| ids.len();
    let of = |changes| Arc::new(ReadBefore::known(Path::new("nowhere"), changes, 0));
    desk.catalogue.reads(&of(Vec::new()));
    assert_eq!(all(desk.ids(&unread)), desk.catalogue.count());
    for list in [unread.clone(), Listing { query: "IS:unread".to_owned(), ..Listing::default() }] {
        assert!(list.is_own(), "{list:?}");
        desk.catalogue.keep_front(Some((&list, 0)));
    }
    let other = desk.again();
    let read = library.entries().into_iter().map(|held| {
        let edition = Edition::of(&held.resolved.briefing, held.imprint(), "");
        Change { briefing: held.id.clone(), read: Some(edition) }
    });
    other.catalogue.reads(&of(read.collect()));
    assert_eq!(all(other.ids(&unread)), 0);
    assert_eq!(other.catalogue.rows(&unread, 0..10).expect("rows").total, 0);
}
