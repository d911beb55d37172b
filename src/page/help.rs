//! The keys, from the table of actions.

use super::doc::{Block, Body, Doc, Entry as ListRow};
use super::place::{Place, ScaleName};
use super::words::{Role, Text};
use crate::library::World;
use crate::text::width;

pub fn page(world: &World) -> Doc {
    let mut doc = Doc { title: "Keys".to_owned(), note: "help".to_owned(), ..Doc::default() };
    let push = |doc: &mut Doc, key: &str, gap: bool, link: Option<Place>, body: Body| {
        doc.blocks.push(Block { key: key.to_owned(), link, gap, mark: None, body });
    };
    let id_width = world.keys.iter().map(|row| width(&row.keys)).max().unwrap_or(0);
    let mut scope = "";
    for row in &world.keys {
        if row.scope != scope {
            scope = row.scope;
            let text = Text::new(Role::Heading, &scope.to_uppercase());
            push(&mut doc, scope, true, None, Body::Heading { text, tail: Text::default() });
        }
        let entry =
            ListRow { id: Text::new(Role::Strong, &row.keys), id_width, text: Text::new(Role::Text, row.help), ..ListRow::default() };
        push(&mut doc, row.help, false, None, Body::Entry(entry));
    }
    let text = Text::new(Role::Heading, "SCALES");
    push(&mut doc, "scales", true, None, Body::Heading { text, tail: Text::default() });
    for scale in ScaleName::ALL {
        let place = Place::Scale(scale);
        let entry = ListRow { text: Text::new(Role::Accent, &place.to_string()), ..ListRow::default() };
        push(&mut doc, scale.name(), false, Some(place), Body::Entry(entry));
    }
    doc.finish(None)
}
