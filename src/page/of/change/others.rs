//! What else differs between two editions, in a list.

use super::gone;
use crate::briefing::change::{Fate, OtherChange};
use crate::briefing::{Briefing, Changes, Item, ItemKind};
use crate::page::build::{Page, whole};
use crate::page::words::{Role, Text};

pub fn list(page: &mut Page<'_>, before: &Briefing, changes: &Changes) {
    let row = |page: &Page<'_>, item: Item| whole(page.row(item, ""));
    let judgement = |index: &usize| Item { kind: ItemKind::Judgement, index: *index };
    if !changes.own.is_empty() {
        page.heading("Of the briefing itself");
        page.field("Changed", false, Text::new(Role::Text, &changes.own.join(", ")));
    }
    page.items("Grounds changed", changes.grounds.iter().map(judgement).map(|item| row(page, item)).collect());
    let of = |wanted: fn(&Fate) -> Option<usize>| {
        let items = changes.others.iter().filter_map(move |OtherChange { kind, fate }| Some(Item { kind: *kind, index: wanted(fate)? }));
        items.collect::<Vec<Item>>()
    };
    let added = of(|fate| if let Fate::Added(index) = fate { Some(*index) } else { None });
    page.items("Also added", added.into_iter().map(|item| row(page, item)).collect());
    let kept = of(|fate| if let Fate::Kept { now, .. } = fate { Some(*now) } else { None });
    page.items("Also changed", kept.into_iter().map(|item| row(page, item)).collect());
    let dropped = of(|fate| if let Fate::Dropped(index) = fate { Some(*index) } else { None });
    let dropped = dropped.into_iter().map(|item| {
        let text = before.prose(item).nth(before.head(item).accept.len()).map_or("", |text| &text.value);
        gone(before.id_of(item), item.kind.name(), text)
    });
    page.list_under("Also dropped", dropped.collect());
}
