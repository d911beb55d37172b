//! The themes, and what each does with everything that a page can hold.

use crate::page::about_program::ThemeRow;
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;

/// Every role once, in the words of a briefing.
const SPECIMEN: [(&str, &[(Role, &str)]); 6] = [
    ("Judgement", &[(Role::Strong, "The port closes for a week. "), (Role::Accent, "[C1]")]),
    ("Text", &[(Role::Text, "The dockers voted on Monday. "), (Role::Quiet, "No date is given.")]),
    ("Passage", &[(Role::Lit, "voted to stop work on Fridays"), (Role::Text, " and "), (Role::Passage, "ships will wait")]),
    ("Likelihood", &[(Role::Line, "────"), (Role::Bar, "█████"), (Role::Line, "───────────"), (Role::Text, "  unlikely")]),
    ("Findings", &[(Role::Bad, "! error"), (Role::Text, "  "), (Role::Warn, "? warning")]),
    ("Ties", &[(Role::Cooperation, "+ supplies"), (Role::Text, "  "), (Role::Conflict, "× isolates")]),
];

pub fn page(world: &World) -> Doc {
    let mut doc = Doc::new("Themes", "colours");
    for row in &world.guide.themes {
        let wrong = row.wrong.as_deref().map_or_else(Text::default, |wrong| Text::new(Role::Bad, wrong));
        let (id, text) = (Text::new(Role::Accent, &row.name), Text::new(Role::Text, &row.help));
        let block = Block::new(&*row.name, Body::ListRow(ListRow { id, text, tail: wrong, ..ListRow::default() }));
        doc.push(block.leads_to(Place::Theme(row.name.clone())));
    }
    specimen(&mut doc);
    doc.push(Block::heading("To keep one", "To keep one"));
    let kept = "`theme: NAME` in the configuration file; `auto` takes dark or light, as your terminal is. A file NAME.yaml in the folder \
                `themes` beside it is a theme of your own.";
    doc.push(Block::paragraph("keep", Role::Text, kept));
    doc.finish(None)
}

/// One theme; the screen shows it in its own colours.
pub fn page_of(row: &ThemeRow) -> Doc {
    let mut doc = Doc::new(&row.name, "theme");
    doc.push(Block::paragraph("about", Role::Text, &row.help));
    specimen(&mut doc);
    doc.finish(None)
}

fn specimen(doc: &mut Doc) {
    doc.push(Block::heading("How it looks", "How it looks"));
    for (label, runs) in SPECIMEN {
        let text = runs.iter().fold(Text::default(), |text, (role, words)| text.and(*role, words));
        doc.push(Block::new(label, Body::Field { label, text }));
    }
}
