//! A short tour: the way from the bottom line to the exact words of the source, on what there is in a briefing.

use super::help::with_keys;
use crate::briefing::ItemKind;
use crate::library::HeldBriefing;
use crate::page::about::tabs::tabs;
use crate::page::at::Found;
use crate::page::doc::{Block, Body, Doc, ListRow, Purpose};
use crate::page::place::Side;
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::count;

struct Step {
    title: &'static str,
    words: &'static str,
    /// With the keys, as [`with_keys`] takes them; empty where no key is worth naming.
    how: &'static str,
    /// Leaves the step out where the briefing has nothing of the kind.
    find: fn(&HeldBriefing) -> Option<Found>,
}

static STEPS: [Step; 8] = [
    Step {
        title: "The bottom line",
        words: "The answer first, then the judgements it is drawn from.",
        how: "{down} {up} move, {open} opens, {back} comes back to the same row.",
        find: |_| Some(Found::Cover),
    },
    Step {
        title: "A judgement",
        words: "How likely, by when, why, and how sure; what it rests on.",
        how: "{next} goes to the next judgement.",
        find: |held| Some(Found::item(ItemKind::Judgement, judgement(held)?)),
    },
    Step {
        title: "Why this confidence",
        words: "What it rests on, counted, and what the next level needs.",
        how: "",
        find: |held| Some(Found::Side { judgement: judgement(held)?, side: Side::Confidence }),
    },
    Step {
        title: "The other side",
        words: "What speaks against it, and other readings of the claims.",
        how: "{contrary} turns a judgement over, and back.",
        find: |held| Some(Found::Side { judgement: judgement(held)?, side: Side::Contrary }),
    },
    Step {
        title: "A claim",
        words: "What the source says, and the words that say it.",
        how: "",
        find: |held| Some(Found::item(ItemKind::Claim, claim(held)?)),
    },
    Step {
        title: "The words of the source",
        words: "The whole text, with those words lit.",
        how: "Each sentence is ■ claimed, ▫ set aside or □ open; {next-open} goes to the next open one.",
        find: |held| {
            let claim = claim(held).filter(|claim| !held.resolved.briefing.claims[*claim].passages.is_empty())?;
            Some(Found::Passage { claim, passage: 0 })
        },
    },
    Step {
        title: "The other readings",
        words: "Every claim against every reading.",
        how: "",
        find: |held| tabs(held).iter().map(|tab| tab.at).find(|found| *found == Found::Alternatives),
    },
    Step { title: "The check", words: "Where the craft is broken, each at its place.", how: "", find: |_| Some(Found::Check) },
];

fn judgement(held: &HeldBriefing) -> Option<usize> {
    (!held.resolved.briefing.judgements.is_empty()).then_some(0)
}

/// The first claim that the first judgement rests on, else the first of all.
fn claim(held: &HeldBriefing) -> Option<usize> {
    let briefing = &held.resolved.briefing;
    let named = briefing.judgements.first().and_then(|judgement| judgement.carrying().next());
    let named = named.and_then(|named| briefing.claims.iter().position(|claim| claim.head.id.value == named.value));
    named.or_else(|| (!briefing.claims.is_empty()).then_some(0))
}

pub fn page(world: &World, held: &HeldBriefing) -> Doc {
    let mut doc = Doc::new("Tour", "");
    let how = |key: String, words: &str| Block::paragraph(key, Role::Quiet, &with_keys(world, words)).purpose(Purpose::How);
    let mut number = 0;
    for (step, found) in STEPS.iter().filter_map(|step| Some((step, (step.find)(held)?))) {
        number += 1;
        let row = ListRow { text: Text::new(Role::Accent, step.title), ..ListRow::default() };
        doc.push(Block::new(step.title, Body::ListRow(row)).leads_to(found.place(held)).gap());
        doc.push(Block::paragraph(format!("{} words", step.title), Role::Text, step.words));
        if !step.how.is_empty() {
            doc.push(how(format!("how {number}"), step.how));
        }
    }
    let rest = "{copy} copies, {cite} with citation; {note} writes a note; {search} searches; {palette} does anything by its name, {help} lists the keys.";
    doc.push(how("how".to_owned(), rest).gap());
    doc.note = count(number, "step");
    doc.finish(None)
}
