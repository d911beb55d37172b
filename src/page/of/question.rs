//! A question from the room, and what of the briefing bears on it.

use super::help::with_keys;
use crate::briefing::question::{Bearing, bearing};
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::builder::{ItemRow, KeyedRow, Page, whole};
use crate::page::doc::{Body, Doc, ListRow, Purpose};
use crate::page::styled_text::{Role, Text, one_line};
use crate::page::world::World;

/// What is said where nothing fits: there is no answer to be made up.
pub const UNSAID: &str = "The sources do not say.";

/// And where a word of it is held: whether that answers anything, only people can tell.
pub const NEAR: &str = "Nothing here has all of it; what has a rare word of it stands below.";

/// What of the briefing bears on it.
#[must_use]
pub fn found(held: &HeldBriefing, question: &str) -> Bearing {
    bearing(&held.resolved, question)
}

pub fn page(world: &World, held: &HeldBriefing, question: &str) -> Doc {
    let found = found(held, question);
    let mut page = Page::new(held, "Question", "");
    page.paragraph("question", false, Text::new(Role::Strong, question));
    if !found.is_said() {
        page.paragraph("unsaid", true, Text::new(Role::Warn, if found.near.is_empty() { UNSAID } else { NEAR }));
    }
    page.begin_here();
    claims(&mut page, "Claims", &found.claims);
    claims(&mut page, "Claims with a word of it", &found.near);
    let sentences: Vec<KeyedRow> = found.sentences.iter().map(|(source, sentence)| sentence_row(&page, *source, *sentence)).collect();
    page.list_under("Sentences of the sources", sentences);
    let ours = [
        ("We judge", ItemKind::Judgement, &found.judgements),
        ("Who sees it otherwise", ItemKind::Dissent, &found.dissents),
        ("We do not know", ItemKind::Gap, &found.gaps),
    ];
    for (heading, kind, items) in ours {
        let rows = items.iter().map(|index| row(&page, Item { kind, index: *index })).collect();
        page.items(heading, rows);
    }
    let how = with_keys(world, "{unanswered} keeps the question as not answered, and takes it back.");
    page.push("how", true, None, Body::Paragraph(Text::new(Role::Quiet, &how))).purpose = Purpose::How;
    page.finish()
}

/// Claims, each with the words of its source.
fn claims(page: &mut Page<'_>, heading: &str, claims: &[usize]) {
    if claims.is_empty() {
        return;
    }
    page.heading(heading);
    for claim in claims {
        let rows = page.rows_of("claim", vec![whole(page.claim_row(Item { kind: ItemKind::Claim, index: *claim }))]);
        page.list(rows);
        let quotes: Vec<String> = page.resolved().quoted(*claim).map(one_line).collect();
        let anchors = &page.resolved().evidence().passages[*claim];
        for (passage, quote) in
            quotes.iter().enumerate().filter(|(passage, _)| anchors.get(*passage).is_some_and(|one| one.source.is_some()))
        {
            let key = format!("passage {claim} {passage}");
            page.link(&key, false, Found::Passage { claim: *claim, passage }, Text::new(Role::Passage, &format!("“{quote}”")));
        }
    }
}

fn row(page: &Page<'_>, item: Item) -> ItemRow {
    whole(page.row(item, ""))
}

fn sentence_row(page: &Page<'_>, source: usize, sentence: usize) -> KeyedRow {
    let found = Found::Sentence { source, sentence };
    let id = found.place(page.held).short();
    let words = found.quote(page.held).map(one_line).unwrap_or_default();
    let row = ListRow { id: Text::new(Role::Accent, &id), text: Text::new(Role::Text, &words), ..ListRow::default() };
    (format!("sentence {id}"), Some(found), row)
}
