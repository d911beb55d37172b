//! How a place can be handed on: the formats, each with its file and its size.

use crate::library::HeldBriefing;
use crate::page::about::place_names::name;
use crate::page::about_program::FormatRow;
use crate::page::at::Found;
use crate::page::doc::{Block, Body, Doc, ListRow, Purpose};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::{bytes, capitalised, hyphened};

/// What was asked for, and behind it the whole briefing.
pub fn page(world: &World, held: &HeldBriefing, found: Found) -> Doc {
    let asked = found.place(held);
    let mut doc = Doc::new("Hand on", &name(world, &asked, Some(&held.id)));
    list(world, &asked, &mut doc);
    if found != Found::Cover {
        list(world, &Found::Cover.place(held), &mut doc);
    }
    let how = "Enter writes the file into the folder that bluf was started in, under a name that is free there.";
    doc.push(Block::paragraph("how", Role::Quiet, how).gap().purpose(Purpose::How));
    doc.finish(None)
}

fn list(world: &World, of: &Place, doc: &mut Doc) {
    let heading = if of.is_cover() { "The whole briefing".to_owned() } else { name(world, of, of.briefing()) };
    doc.push(Block::heading(of.to_string(), &heading));
    let list = doc.blocks.len();
    for row in &world.guide.formats {
        let (id, text) = (Text::new(Role::Accent, row.name), Text::new(Role::Text, row.help));
        let tail = match size(world, row, of) {
            Some(Ok(size)) => Text::new(Role::Quiet, &bytes(*size)),
            Some(Err(_)) => Text::new(Role::Warn, "not so"),
            None => Text::default(),
        };
        let to = Place::Export(row.name.to_owned(), Box::new(of.clone()));
        let body = Body::ListRow(ListRow { list, id, text, tail, one_row: true, ..ListRow::default() });
        doc.push(Block::new(to.to_string(), body).leads_to(to));
    }
}

fn size<'w>(world: &'w World, row: &FormatRow, of: &Place) -> Option<&'w Result<usize, String>> {
    world.guide.sizes.iter().find(|size| (&size.of, size.format) == (of, row.name)).map(|size| &size.bytes)
}

/// A place in a format: its file, and the command that writes it.
pub fn page_of(world: &World, row: &FormatRow, held: &HeldBriefing, found: Found) -> Doc {
    let of = found.place(held);
    let mut doc = Doc::new(row.name, &name(world, &of, None));
    doc.push(Block::paragraph("about", Role::Text, &capitalised(row.help)));
    let file = file_name(&of, row.ending);
    let command = format!("bluf export {of} --to {} -o {file}", row.name);
    for (label, role, words) in [("File", Role::Strong, &file), ("Command", Role::Text, &command)] {
        doc.push(Block::new(label, Body::Field { label, text: Text::new(role, words) }));
    }
    let (role, words) = match size(world, row, &of) {
        Some(Ok(size)) => (Role::Text, bytes(*size)),
        Some(Err(why)) => (Role::Warn, why.clone()),
        None => (Role::Quiet, "being measured".to_owned()),
    };
    doc.push(Block::new("Size", Body::Field { label: "Size", text: Text::new(role, &words) }));
    doc.finish(None)
}

/// What the file of a place is called: `port-strike-J1.html`. What is no letter or digit of ASCII is a hyphen, for it is
/// sent on by mail and on disks of all kinds.
#[must_use]
pub fn file_name(of: &Place, ending: &str) -> String {
    format!("{}.{ending}", hyphened(&of.to_string()))
}
