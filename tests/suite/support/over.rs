//! A library of a few briefings that is held, and the same that is not: what stands over a whole library is the same in both.

use super::Scratch;
use bluf::briefing::Date;
use bluf::catalogue::cache_folder::Place as Cache;
use bluf::catalogue::{Cancel, Catalogue, Depth, refresh};
use bluf::library::store::{Folder, Store};
use bluf::library::{self, Library};
use bluf::page::{Block, Body, Place, World, page};
use std::sync::Arc;

pub fn today() -> Date {
    Date::day(2026, 11, 29)
}

pub fn held(scratch: &Scratch) -> World {
    library::open(&scratch.0.join("library")).expect("opens").on(Some(&today())).into()
}

/// The same, none of which is read but by its catalogue.
pub fn large(scratch: &Scratch) -> World {
    let store = Arc::new(Folder::new(&scratch.0.join("library")));
    let catalogue = Catalogue::at(Cache::within(&scratch.0.join("cache"), &store.place())).expect("it opens");
    refresh(&catalogue, &*store, &today(), Depth::Read, &|_| (), &Cancel::default()).expect("refreshed");
    catalogue.reload().expect("reloaded");
    let library = Library::large(store as Arc<dyn Store>, Arc::new(catalogue.clone()));
    World { catalogue: Some(catalogue), ..library.on(Some(&today())).into() }
}

/// The page as text, a block a line.
pub fn text(world: &World, address: &str) -> String {
    let place: Place = address.parse().expect("an address");
    let doc = page(world, &place).expect("a page");
    let line = |block: &Block| {
        let twin = if let Body::Figure { figure, .. } = &block.body { figure.twin() } else { String::new() };
        let parts: Vec<String> = block.parts().iter().map(|part| part.plain()).filter(|part| !part.is_empty()).collect();
        format!("{} {twin}", parts.join(" ")).trim().to_owned()
    };
    doc.blocks.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub fn says(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "“{words}” is missing in\n{text}");
    }
}
