//! What whoever speaks is to say on a slide: it is on no page.

use crate::briefing::{Item, ItemKind, Slide};
use crate::library::HeldBriefing;
use crate::page::about::notes::notes_on;
use crate::page::at::Found;
use crate::page::styled_text::one_line;
use crate::page::world::World;

/// What the briefing gives whoever speaks, then the reader's own notes on the slide and on what it shows.
#[must_use]
pub fn spoken(world: &World, held: &HeldBriefing, slide: usize) -> Vec<String> {
    let briefing = &held.resolved.briefing;
    let slides = briefing.talk();
    let shown: Vec<Item> = match slides.get(slide) {
        Some(Slide::Judgement(index)) => vec![Item { kind: ItemKind::Judgement, index: *index }],
        Some(Slide::Indicators(items)) => items.iter().map(|index| Item { kind: ItemKind::Indicator, index: *index }).collect(),
        Some(Slide::Gaps(items)) => items.iter().map(|index| Item { kind: ItemKind::Gap, index: *index }).collect(),
        Some(Slide::BottomLine) | None => Vec::new(),
    };
    let speaker =
        shown.iter().filter(|item| item.kind == ItemKind::Judgement).filter_map(|item| briefing.judgements[item.index].speaker.as_ref());
    let speaker: Vec<String> = speaker.flat_map(|text| text.value.split("\n\n")).map(one_line).collect();
    let mut places = vec![Found::Slide(slide).place(held)];
    if slides.get(slide) == Some(&Slide::BottomLine) {
        places.push(Found::Cover.place(held));
    }
    places.extend(shown.into_iter().map(|item| Found::Item(item).place(held)));
    let own = places.iter().flat_map(|place| notes_on(world, place)).filter(|note| !note.is_mark && !note.text.trim().is_empty());
    speaker.into_iter().chain(own.map(|note| format!("Your note: {}", one_line(&note.text)))).collect()
}
