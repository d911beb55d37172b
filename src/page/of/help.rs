//! The keys, from the table of actions.

use super::recent::about;
use crate::briefing::Level;
use crate::keys::KeyRow;
use crate::page::doc::{Block, Body, Doc, ListRow, Own, Purpose};
use crate::page::place::{Place, ScaleName};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::personal::read::Standing;

pub fn page(world: &World) -> Doc {
    by_scope("help", world.guide.keys.iter())
}

/// The keys of the actions with these names: those that do something where help was asked for.
#[must_use]
pub fn working(world: &World, names: &[&str]) -> Doc {
    by_scope("that work here", world.guide.keys.iter().filter(|row| names.contains(&row.name)))
}

/// What a typed line may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// By its name.
    Action(&'static str),
    /// What would be typed for it, and where it leads.
    Place(String, Place),
    /// A tab of the briefing: its name, its key, and where it leads.
    Tab(String, String, Place),
}

/// What a typed line may mean, best first. Where nothing fits, that, and what it may have been meant to be.
#[must_use]
pub fn ranked(world: &World, offered: &[Offered], unfit: Option<&str>) -> Doc {
    let mut doc = Doc::new("Go or do", "a place, or an action by its name");
    if let Some(words) = unfit {
        doc.push(Block::paragraph("none", Role::Quiet, words));
    }
    for one in offered {
        match one {
            Offered::Action(name) => {
                let Some(row) = world.guide.actions.iter().find(|row| row.name == *name) else { continue };
                let (id, text) = (Text::new(Role::Accent, row.name), Text::new(Role::Text, row.help));
                doc.push(action_row(
                    row,
                    ListRow { id, text, tail: Text::new(Role::Strong, &row.keys), one_row: true, ..ListRow::default() },
                ));
            }
            Offered::Place(typed, place) => doc.push(place_row(typed, &about(world, place).unwrap_or_default(), "", place)),
            Offered::Tab(name, key, place) => doc.push(place_row(name, "", key, place)),
        }
    }
    doc.finish(None)
}

fn place_row(name: &str, about: &str, key: &str, place: &Place) -> Block {
    let (id, text, tail) = (Text::new(Role::Accent, name), Text::new(Role::Text, about), Text::new(Role::Strong, key));
    let row = ListRow { id, text, tail, one_row: true, ..ListRow::default() };
    Block::new(place.to_string(), Body::ListRow(row)).leads_to(place.clone())
}

fn action_row(action: &KeyRow, row: ListRow) -> Block {
    Block::new(action.name, Body::ListRow(row)).leads_to(Place::Action(action.name.to_owned()))
}

/// Puts the first key of an action in place of its name in braces: `{open}`. An action without keys keeps its name.
pub fn with_keys(world: &World, words: &str) -> String {
    let mut pieces = words.split('{');
    let mut said = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let row = world.guide.actions.iter().find(|row| row.name == name);
        said.push_str(row.and_then(|row| row.keys.split(' ').find(|key| !key.is_empty())).unwrap_or(name));
        said.push_str(rest);
    }
    said
}

pub fn action(row: &KeyRow) -> Doc {
    let mut doc = Doc::new(row.name, "action");
    let keys = if row.keys.is_empty() { "none" } else { &row.keys };
    for (label, role, words) in [("Does", Role::Text, row.help), ("Keys", Role::Strong, keys), ("Where", Role::Text, row.scope)] {
        doc.push(Block::new(label, Body::Field { label, text: Text::new(role, words) }));
    }
    let how = "Enter does it, in the list of keys and by its name.";
    doc.push(Block::paragraph("how", Role::Quiet, how).gap().purpose(Purpose::How));
    doc.finish(None)
}

/// What the signs beside a row say of what it leads to.
fn margin_signs() -> Vec<(&'static str, String)> {
    let levels = [Level::Error, Level::Warning, Level::Note].map(|level| {
        let article = if level == Level::Error { "an" } else { "a" };
        (level.sign(), format!("the check has {article} {} on this item; its page says which", level.word()))
    });
    let unread = [
        (Standing::New.sign(), "a briefing that you never opened, or an item that it did not have when you read it"),
        (
            Standing::Changed.sign(),
            "it has changed since you read it; an item is read when its page is opened, and +2 behind a tab are two that are not",
        ),
    ];
    let own = [(Own::Note, "your note"), (Own::Mark, "your mark"), (Own::Both, "your note and your mark")];
    let others = own.map(|(own, words)| (own.sign(), words)).into_iter().chain(unread);
    levels.into_iter().chain(others.map(|(sign, words)| (sign, words.to_owned()))).collect()
}

/// Keys under the scopes of their actions, and behind them the scales.
fn by_scope<'a>(note: &str, rows: impl Iterator<Item = &'a KeyRow>) -> Doc {
    let mut doc = Doc::new("Keys", note);
    let mut scope = "";
    for row in rows {
        if row.scope != scope {
            scope = row.scope;
            doc.push(Block::heading(scope, scope));
        }
        let (id, text) = (Text::new(Role::Strong, &row.keys), Text::new(Role::Text, row.help));
        doc.push(action_row(row, ListRow { id, text, ..ListRow::default() }));
    }
    doc.push(Block::heading("margin", "In the margin"));
    for (sign, words) in margin_signs() {
        let row = ListRow { list: 2, id: Text::new(Role::Strong, sign), text: Text::new(Role::Text, &words), ..ListRow::default() };
        doc.push(Block::new(format!("margin {sign}"), Body::ListRow(row)));
    }
    doc.push(Block::heading("scales", "Scales"));
    for place in ScaleName::ALL.map(Place::Scale) {
        let row = ListRow { list: 1, text: Text::new(Role::Accent, &place.to_string()), ..ListRow::default() };
        doc.push(Block::new(place.to_string(), Body::ListRow(row)).leads_to(place));
    }
    doc.finish(None)
}
