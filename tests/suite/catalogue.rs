//! The catalogue of a library: rows without reading, and only what has changed is read again.

mod again;
mod commands;
mod interrupted;
mod library;
mod oracle;
mod queries;
mod searching;
mod unread;

use crate::support::Scratch;
use bluf::briefing::Date;
use bluf::catalogue::cache_folder::Place;
use bluf::catalogue::refresh::Refreshed;
use bluf::catalogue::{Cancel, Catalogue, Depth, Listing, Sort, refresh};
use bluf::library::store::{Folder, Store};
use library::{briefing, small};
use std::fs;

/// A library on disk, and the cache of its catalogue.
struct Desk {
    scratch: Scratch,
    store: Folder,
    catalogue: Catalogue,
}

impl Desk {
    fn new(name: &str) -> Self {
        let scratch = Scratch::new(&format!("catalogue-{name}"));
        small(&scratch);
        Self::over(scratch)
    }

    fn over(scratch: Scratch) -> Self {
        let store = Folder::new(&scratch.0.join("library"));
        let catalogue = opened(&scratch, &store);
        Self { scratch, store, catalogue }
    }

    /// The same opened once more, as another program does.
    fn again(&self) -> Self {
        let store = Folder::new(&self.scratch.0.join("library"));
        // Only who made the folder removes it.
        Self { catalogue: opened(&self.scratch, &store), scratch: Scratch(self.scratch.0.join("nothing")), store }
    }

    fn refresh(&self) -> Refreshed {
        self.refresh_to(Depth::Checked)
    }

    fn refresh_to(&self, depth: Depth) -> Refreshed {
        refresh(&self.catalogue, &self.store, &Date::day(2026, 11, 29), depth, &|_| (), &Cancel::default()).expect("it is refreshed")
    }

    fn ids(&self, listing: &Listing) -> Vec<String> {
        self.catalogue.rows(listing, 0..1000).expect("rows").rows.iter().map(|row| row.id.clone()).collect()
    }
}

fn opened(scratch: &Scratch, store: &Folder) -> Catalogue {
    Catalogue::at(Place::within(&scratch.0.join("cache"), &store.place())).expect("it opens")
}

fn by(sort: Sort) -> Listing {
    Listing { sort, ..Listing::default() }
}

#[test]
fn m9_a_list_comes_from_the_catalogue_in_every_order() {
    let desk = Desk::new("orders");
    assert_eq!(desk.catalogue.count(), 0);
    assert_eq!(desk.refresh().read, 4);
    assert_eq!(desk.catalogue.count(), 4);
    assert_eq!(desk.ids(&Listing::default()), ["water", "dam", "port", "undated"]);
    assert_eq!(desk.ids(&by(Sort::Title)), ["undated", "dam", "port", "water"]);
    assert_eq!(desk.ids(&by(Sort::Marking)), ["dam", "port", "undated", "water"]);
    assert_eq!(desk.ids(&by(Sort::Judgements)), ["port", "dam", "water", "undated"]);
    assert_eq!(desk.ids(&by(Sort::Horizon)), ["port", "water", "dam", "undated"]);
    assert_eq!(desk.ids(&Listing { is_reversed: true, ..Listing::default() }), ["port", "dam", "water", "undated"]);
    let listing = Listing::default();
    assert_eq!(desk.catalogue.rank_of("dam", &listing), Ok(Some(1)));
    assert_eq!(desk.catalogue.rank_of("nobody", &listing), Ok(None));
    assert_eq!(desk.catalogue.path_of("water").expect("read").as_deref(), Some("briefings/rivers/water.yaml"));
    let rows = desk.catalogue.rows(&listing, 1..2).expect("rows");
    assert_eq!((rows.total, rows.rows.len(), rows.rows[0].title.as_str()), (4, 1, "A dam on the upper river"));
    assert!(rows.rows[0].check.is_some());
}

#[test]
fn m9_briefings_of_one_day_stand_in_the_order_of_their_files_wherever_the_list_is_looked_at() {
    let desk = Desk::new("ties");
    // Each refresh writes a part of its own.
    for part in 0..3 {
        for number in 0..9 {
            let id = format!("day-{}", (number * 7 + part * 4) % 9 * 3 + part);
            desk.scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, "A day", "2025-07-01", "TLP:GREEN", "dam.txt"));
        }
        desk.refresh_to(Depth::Read);
    }
    let mut days: Vec<String> = (0..27).map(|number| format!("day-{number}")).collect();
    days.sort();
    for listing in [Listing::default(), by(Sort::Title), by(Sort::Path), Listing { is_reversed: true, ..Listing::default() }] {
        let again = desk.again();
        // First in its middle, as whoever comes back to a row looks at it.
        let middle = again.catalogue.rows(&listing, 9..14).expect("rows").rows;
        let all = again.ids(&listing);
        assert_eq!(middle.iter().map(|row| &*row.id).collect::<Vec<_>>(), all[9..14], "{listing:?}");
        assert_eq!(all.iter().filter(|id| id.starts_with("day-")).cloned().collect::<Vec<_>>(), days, "{listing:?}");
        for (at, id) in all.iter().enumerate() {
            assert_eq!(desk.again().catalogue.rank_of(id, &listing), Ok(Some(at)), "{id} {listing:?}");
        }
    }
    let reversed = desk.ids(&Listing { is_reversed: true, ..by(Sort::Path) });
    assert_eq!(reversed.iter().rev().cloned().collect::<Vec<_>>(), desk.ids(&by(Sort::Path)));
}

#[test]
fn m9_only_what_has_changed_is_read_again() {
    let desk = Desk::new("changes");
    desk.refresh();
    assert!(!desk.refresh().is_news());
    desk.scratch.write("library/briefings/dam.yaml", briefing("dam", "A dam, and a bridge", "2025-03-01", "TLP:RED", "dam.txt"));
    assert_eq!(desk.refresh(), Refreshed { read: 1, ..Refreshed::default() });
    assert_eq!(desk.catalogue.row_of("dam").expect("read").map(|row| row.title).as_deref(), Some("A dam, and a bridge"));
    // The text of a source is read by the briefings that name it.
    desk.scratch.write("library/seeds/water.txt", "The river is low. Nobody swims.\n");
    assert_eq!(desk.refresh().read, 1);
    fs::remove_file(desk.scratch.0.join("library/briefings/port.yaml")).expect("removed");
    assert_eq!(desk.refresh(), Refreshed { gone: 1, ..Refreshed::default() });
    assert_eq!(desk.ids(&by(Sort::Title)), ["undated", "dam", "water"]);
    // What another program sees.
    assert_eq!(opened(&desk.scratch, &desk.store).count(), 3);
}

#[test]
fn m9_the_rules_run_later_where_many_files_are_new() {
    let desk = Desk::new("rules");
    for number in 0..60 {
        let id = format!("b{number:02}");
        desk.scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, "One of many", "2020-01-01", "TLP:CLEAR", "dam.txt"));
    }
    let read = desk.refresh_to(Depth::Read);
    assert_eq!((read.read, read.checked), (64, 0));
    assert_eq!(desk.catalogue.row_of("b07").expect("read").expect("a row").check, None);
    let checked = desk.refresh();
    assert_eq!((checked.read, checked.checked), (0, 64));
    assert!(desk.catalogue.row_of("b07").expect("read").expect("a row").check.is_some());
    assert!(!desk.refresh().is_news());
}

#[test]
fn m9_an_id_that_stands_twice_is_made_unique_as_the_library_does() {
    let desk = Desk::new("twice");
    desk.refresh();
    // It stands before the others, so they are called otherwise from now on.
    desk.scratch.write("library/briefings/a.yaml", briefing("dam", "The first", "2025-03-01", "TLP:RED", "dam.txt"));
    assert_eq!(desk.refresh().read, 2);
    let path = |id| desk.catalogue.path_of(id).expect("read");
    assert_eq!(path("dam").as_deref(), Some("briefings/a.yaml"));
    assert_eq!(path("dam-2").as_deref(), Some("briefings/dam.yaml"));
    let library = bluf::library::open(&desk.scratch.0.join("library")).expect("it opens");
    for held in library.entries() {
        assert_eq!(path(&held.id).as_deref(), Some(held.in_library.as_str()));
    }
    fs::remove_file(desk.scratch.0.join("library/briefings/a.yaml")).expect("removed");
    desk.refresh();
    assert_eq!(path("dam").as_deref(), Some("briefings/dam.yaml"));
    assert_eq!(path("dam-2"), None);
}
