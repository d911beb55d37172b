//! The keys, from the table of actions.

use super::doc::{Block, Body, Doc, HOW, ListRow};
use super::place::{Place, ScaleName};
use super::words::{Role, Text};
use super::world::World;
use crate::keys::KeyRow;
use crate::text::width;

/// All keys, and the scales.
pub fn page(world: &World) -> Doc {
    let mut doc = Doc { title: "Keys".to_owned(), note: "help".to_owned(), ..Doc::default() };
    by_scope(&mut doc, &world.guide.keys.iter().collect::<Vec<_>>());
    scales(&mut doc);
    doc.finish(None)
}

/// The keys with these names, those that do something where they were asked for.
#[must_use]
pub fn working(world: &World, names: &[&str]) -> Doc {
    let mut doc = Doc { title: "Keys".to_owned(), note: "that work here".to_owned(), ..Doc::default() };
    let rows: Vec<&KeyRow> = world.guide.keys.iter().filter(|row| names.contains(&row.name)).collect();
    by_scope(&mut doc, &rows);
    scales(&mut doc);
    doc.finish(None)
}

/// The actions with these names, in this order.
#[must_use]
pub fn ranked(world: &World, names: &[&str]) -> Doc {
    let mut doc = Doc { title: "Actions".to_owned(), note: "by name".to_owned(), ..Doc::default() };
    let rows: Vec<&KeyRow> = names.iter().filter_map(|name| world.guide.actions.iter().find(|row| row.name == *name)).collect();
    let id_width = rows.iter().map(|row| width(row.name)).max().unwrap_or(0);
    for row in rows {
        let tail = Text::new(Role::Strong, &row.keys);
        let entry = ListRow {
            id: Text::new(Role::Accent, row.name),
            id_width,
            text: Text::new(Role::Text, row.help),
            tail,
            one_row: true,
            ..ListRow::default()
        };
        push(&mut doc, row.name, false, Some(Place::Action(row.name.to_owned())), Body::ListRow(entry));
    }
    if doc.blocks.is_empty() {
        push(&mut doc, "none", false, None, Body::Paragraph(Text::new(Role::Quiet, "No action is called that.")));
    }
    doc.finish(None)
}

/// Words with the first key of an action in place of its name in braces; an action without keys is called by its name.
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

/// What an action does, and its keys.
pub fn action(row: &KeyRow) -> Doc {
    let mut doc = Doc { title: row.name.to_owned(), note: "action".to_owned(), ..Doc::default() };
    let keys = if row.keys.is_empty() { "none" } else { &row.keys };
    for (label, role, words) in [("Does", Role::Text, row.help), ("Keys", Role::Strong, keys), ("Where", Role::Text, row.scope)] {
        let body = Body::Field { label, text: Text::new(role, words) };
        push(&mut doc, label, false, None, body);
    }
    push(&mut doc, HOW, true, None, Body::Paragraph(Text::new(Role::Quiet, "Enter does it, in the list of keys and by its name.")));
    doc.finish(None)
}

fn push(doc: &mut Doc, key: &str, gap: bool, link: Option<Place>, body: Body) {
    doc.blocks.push(Block { key: key.to_owned(), link, gap, mark: None, body });
}

fn by_scope(doc: &mut Doc, rows: &[&KeyRow]) {
    let id_width = rows.iter().map(|row| width(&row.keys)).max().unwrap_or(0);
    let mut scope = "";
    for row in rows {
        if row.scope != scope {
            scope = row.scope;
            let text = Text::new(Role::Heading, &scope.to_uppercase());
            push(doc, scope, true, None, Body::Heading { text, tail: Text::default() });
        }
        let entry =
            ListRow { id: Text::new(Role::Strong, &row.keys), id_width, text: Text::new(Role::Text, row.help), ..ListRow::default() };
        push(doc, row.name, false, Some(Place::Action(row.name.to_owned())), Body::ListRow(entry));
    }
}

fn scales(doc: &mut Doc) {
    let text = Text::new(Role::Heading, "SCALES");
    push(doc, "scales", true, None, Body::Heading { text, tail: Text::default() });
    for scale in ScaleName::ALL {
        let place = Place::Scale(scale);
        let entry = ListRow { text: Text::new(Role::Accent, &place.to_string()), ..ListRow::default() };
        push(doc, scale.name(), false, Some(place), Body::ListRow(entry));
    }
}
