//! Pages over the whole library, drawn from its catalogue: no briefing is read for them.

mod actor_tag_source;
mod by_time;
mod rows;
mod score;
mod score_groups;
mod signposts;

use crate::catalogue::{Catalogue, Without};
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::library_page::{Over, What};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::capitalised;
use std::collections::HashMap;

pub use score::{cases_of, shown_name, verdict_words};
pub use score_groups::{Group, groups_of};

#[must_use]
pub fn page(world: &World, over: &Over) -> Doc {
    // Whoever browses has it made behind the screen.
    match world.searchable() {
        Ok(catalogue) => drawn(world, &catalogue, over),
        Err(why) => without(over, &why),
    }
}

fn without(over: &Over, why: &Without) -> Doc {
    let mut doc = Doc::new(&over.title(), "");
    doc.push(Block::paragraph("none", Role::Warn, &format!("{}.", capitalised(&why.to_string()))));
    doc.finish(None)
}

#[must_use]
pub fn drawn(world: &World, catalogue: &Catalogue, over: &Over) -> Doc {
    // Another thread may bring the catalogue up to date meanwhile.
    let catalogue = &catalogue.still();
    let mut paper = Paper { world, catalogue, over, doc: Doc::new(&over.title(), ""), keys: HashMap::new(), lists: 0, first: None };
    if let Some(words) = world.caution() {
        paper.say("reading", Role::Quiet, &words);
    }
    let done = match &over.what {
        What::Actor(_) | What::Tag(_) | What::Source(_) => actor_tag_source::draw(&mut paper),
        What::Signposts(standing) => signposts::draw(&mut paper, *standing),
        What::Overdue => signposts::overdue(&mut paper),
        What::Score(slice) => score::draw(&mut paper, slice.as_ref()),
    };
    match done {
        Ok(()) => paper.doc.finish(paper.first),
        Err(why) => without(over, &why),
    }
}

/// A page under construction.
struct Paper<'a> {
    world: &'a World,
    catalogue: &'a Catalogue,
    over: &'a Over,
    doc: Doc,
    keys: HashMap<String, usize>,
    lists: usize,
    first: Option<usize>,
}

impl Paper<'_> {
    /// No two blocks have one key.
    fn push(&mut self, block: Block) {
        let times = self.keys.entry(block.key.clone()).or_default();
        *times += 1;
        let key = if *times == 1 { block.key.clone() } else { format!("{} {times}", block.key) };
        self.doc.push(Block { key, ..block });
    }

    fn say(&mut self, key: &str, role: Role, words: &str) {
        self.push(Block::paragraph(key, role, words));
    }

    fn heading(&mut self, text: &str, tail: &str) {
        let body = Body::Heading { text: Text::new(Role::Heading, text), tail: Text::new(Role::Quiet, tail) };
        self.push(Block::new(format!("heading {text}"), body).gap());
        self.lists += 1;
    }

    /// A row of the list that the last heading began.
    fn row(&mut self, key: &str, to: Option<Place>, row: ListRow) {
        let block = Block::new(key, Body::ListRow(ListRow { list: self.lists, ..row }));
        self.push(match to {
            Some(place) => block.leads_to(place),
            None => block,
        });
    }

    /// The cursor begins on the next stop. The first call counts.
    fn begin_here(&mut self) {
        self.first.get_or_insert(self.doc.blocks.len());
    }

    /// The same page of another time, or another page.
    fn to(what: &What, period: Option<crate::page::library_page::Period>) -> Place {
        Place::Over(Over::new(what.clone(), period))
    }
}
