//! The themes, and what each does with everything that a page can hold.

use super::doc::{Block, Body, Doc, ListRow};
use super::guide::ThemeRow;
use super::place::Place;
use super::words::{Role, Text};
use super::world::World;
use crate::text::width;

/// What is shown of every role, in the words of a briefing.
const SPECIMEN: [(&str, &[(Role, &str)]); 6] = [
    ("Judgement", &[(Role::Strong, "The port closes for a week. "), (Role::Accent, "[C1]")]),
    ("Text", &[(Role::Text, "The dockers voted on Monday. "), (Role::Quiet, "No date is given.")]),
    ("Passage", &[(Role::Lit, "voted to stop work on Fridays"), (Role::Text, " and "), (Role::Passage, "ships will wait")]),
    ("Likelihood", &[(Role::Line, "────"), (Role::Bar, "█████"), (Role::Line, "───────────"), (Role::Text, "  unlikely")]),
    ("Findings", &[(Role::Bad, "! error"), (Role::Text, "  "), (Role::Warn, "? warning")]),
    ("Ties", &[(Role::Cooperation, "+ supplies"), (Role::Text, "  "), (Role::Conflict, "× isolates")]),
];

/// The list of themes.
pub fn page(world: &World) -> Doc {
    let mut doc = Doc { title: "Themes".to_owned(), note: "colours".to_owned(), ..Doc::default() };
    let id_width = world.guide.themes.iter().map(|row| width(&row.name)).max().unwrap_or(0);
    for row in &world.guide.themes {
        let entry = ListRow {
            id: Text::new(Role::Accent, &row.name),
            id_width,
            text: Text::new(Role::Text, &row.help),
            tail: row.wrong.as_deref().map_or_else(Text::default, |wrong| Text::new(Role::Bad, wrong)),
            ..ListRow::default()
        };
        push(&mut doc, &row.name, Some(Place::Theme(row.name.clone())), false, Body::ListRow(entry));
    }
    specimen(&mut doc);
    heading(&mut doc, "TO KEEP ONE");
    let kept = "`theme: NAME` in the configuration file; `auto` takes dark or light, as your terminal is. A file NAME.yaml in the folder \
                `themes` beside it is a theme of your own.";
    push(&mut doc, "keep", None, false, Body::Paragraph(Text::new(Role::Text, kept)));
    doc.finish(None)
}

/// One theme; the screen shows it in its own colours.
pub fn page_of(row: &ThemeRow) -> Doc {
    let mut doc = Doc { title: row.name.clone(), note: "theme".to_owned(), ..Doc::default() };
    push(&mut doc, "about", None, false, Body::Paragraph(Text::new(Role::Text, &row.help)));
    specimen(&mut doc);
    doc.finish(None)
}

fn push(doc: &mut Doc, key: &str, link: Option<Place>, gap: bool, body: Body) {
    doc.blocks.push(Block { key: key.to_owned(), link, gap, mark: None, body });
}

fn heading(doc: &mut Doc, words: &str) {
    push(doc, words, None, true, Body::Heading { text: Text::new(Role::Heading, words), tail: Text::default() });
}

fn specimen(doc: &mut Doc) {
    heading(doc, "HOW IT LOOKS");
    for (label, runs) in SPECIMEN {
        let text = runs.iter().fold(Text::default(), |text, (role, words)| text.and(*role, words));
        push(doc, label, None, false, Body::Field { label, text });
    }
}
