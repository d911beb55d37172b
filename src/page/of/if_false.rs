//! What falls if this is false, in sentences, and what does not. On a judgement: what carries it.

mod carried;
mod felled;
mod said;
mod sentence;

pub use carried::page as carried;

use crate::briefing::downstream::Fall;
use crate::briefing::if_false::Loss;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::capitalised;
use felled::{Felled, judgement, why};
use said::{contrary, keeps, rests};

pub fn page(held: &HeldBriefing, item: Item) -> Doc {
    let resolved = &held.resolved;
    let mut page = Page::new(held, &format!("{} if false", resolved.briefing.id_of(item)), "what falls");
    page.heading(match item.kind {
        ItemKind::Source => "If this source is not to be believed",
        ItemKind::Assumption => "If this is wrong",
        _ => "If this is false",
    });
    page.subject(Some(Found::Item(item)), Text::new(Role::Strong, &page.summary(item)));
    let felled = Felled::of(resolved, item);
    page.paragraph("in a sentence", true, sentence::said(&page, &felled));
    let rows = |losses: &[Loss], words: fn(&Loss) -> String| losses.iter().map(|loss| (judgement(loss), words(loss))).collect();
    let (doubtful, anew): (Vec<&Fall>, Vec<&Fall>) = felled.hangs.iter().partition(|hang| hang.item.kind == ItemKind::Assumption);
    let hanging = |hangs: Vec<&Fall>| hangs.into_iter().map(|hang| (hang.item, why(hang, resolved, &felled))).collect();
    page.begin_here();
    part(&mut page, "Falls", rows(&felled.falls, said::whole));
    part(&mut page, "Is in doubt", hanging(doubtful));
    part(&mut page, "Is judged anew", hanging(anew));
    part(&mut page, "Is weaker", rows(&felled.weaker, said::whole));
    part(&mut page, "Loses contrary evidence", felled.contrary.iter().map(|(item, had, has)| (*item, contrary(*had, *has))).collect());
    part(&mut page, "Stands", rows(&felled.stands, keeps));
    let (alone, others): (Vec<_>, Vec<_>) = resolved.also_rest(&felled.gone).into_iter().partition(|(_, _, has)| *has == 0);
    let outcome = |item: &Item| if item.kind == ItemKind::Judgement { "its outcome".to_owned() } else { String::new() };
    part(&mut page, "No other claim carries these", alone.into_iter().map(|(other, ..)| (other, outcome(&other))).collect());
    part(&mut page, "Other claims still carry these", others.into_iter().map(|(other, had, has)| (other, rests(had, has))).collect());
    bottom_line(&mut page, &felled);
    implications(&mut page, &felled);
    let untouched = felled.untouched(resolved);
    if !untouched.is_empty() {
        page.heading(if item.kind == ItemKind::Claim { "Does not cite it" } else { "Not linked to it" });
        let ids = page.ids(Role::Quiet, untouched);
        page.paragraph("untouched", false, ids);
    }
    if item.kind == ItemKind::Assumption {
        page.field("If wrong", true, page.stated(Role::Text, resolved.briefing.assumptions[item.index].if_wrong.as_ref()));
    }
    page.finish()
}

/// Items with what becomes of each in words below it; nothing where there are none.
fn part(page: &mut Page<'_>, heading: &str, rows: Vec<(Item, String)>) {
    if rows.is_empty() {
        return;
    }
    page.heading(heading);
    let list = page.new_list();
    for (item, words) in rows {
        let (_, row) = whole(page.row(item, ""));
        let key = format!("{} {}", heading.to_lowercase(), page.id(item));
        page.push(&key, false, Some(Found::Item(item)), Body::ListRow(ListRow { list, tail: Text::default(), ..row }));
        if !words.is_empty() {
            let words = Text::new(Role::Quiet, &format!("{}.", capitalised(&words)));
            page.push(&format!("{key} so"), false, None, Body::ListRow(ListRow { list, text: words, ..ListRow::default() }));
        }
    }
}

/// The sentences of the bottom line that must be looked at again.
fn bottom_line(page: &mut Page<'_>, felled: &Felled) {
    let text = page.resolved().briefing.bottom_line.as_ref().map_or("", |text| text.value.as_str());
    for (nth, (at, range, _)) in felled.bottom_line(page.resolved()).into_iter().enumerate() {
        if nth == 0 {
            page.heading("Bottom line");
        }
        let words = page.prose(Role::Text, &text[range]);
        page.paragraph(&format!("bottom line {at}"), false, words);
    }
}

/// What it means for the reader, as far as that must be looked at again.
fn implications(page: &mut Page<'_>, felled: &Felled) {
    let held = page.held;
    for (nth, (at, _)) in felled.implications(page.resolved()).into_iter().enumerate() {
        if nth == 0 {
            page.heading("What it means");
        }
        let words = page.prose(Role::Text, &held.resolved.briefing.implications[at].value);
        page.paragraph(&format!("implication {}", at + 1), nth > 0, words);
    }
}
