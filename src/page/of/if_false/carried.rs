//! What carries a judgement: what it loses with each claim, each source and each assumption.

use super::said::{keeps, list, loses, stay, whole};
use crate::briefing::if_false::Loss;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::build::{Page, whole as in_whole};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::words::{Role, Text};
use crate::text::capitalised;

pub fn page(held: &HeldBriefing, judgement: usize) -> Doc {
    let resolved = &held.resolved;
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    let mut page = Page::new(held, &format!("{} if false", resolved.briefing.id_of(item)), "what carries it");
    page.heading("We judge");
    page.subject(Some(Found::Item(item)), Text::new(Role::Strong, &page.summary(item)));
    let basis = resolved.basis(judgement);
    let without = |kind: ItemKind, indices: &[usize]| -> Vec<(Item, Loss)> {
        let items = indices.iter().map(|index| Item { kind, index: *index });
        items.map(|item| (item, resolved.loss(judgement, &resolved.gone_with(item)))).collect()
    };
    let (mut claims, mut sources) = (without(ItemKind::Claim, &basis.claims), without(ItemKind::Source, &basis.sources));
    for losses in [&mut claims, &mut sources] {
        losses.sort_by_key(|(_, loss)| (!loss.falls(), std::cmp::Reverse(loss.parts().len())));
    }
    page.paragraph("in a sentence", true, sentence(&page, item, &claims, &sources));
    page.begin_here();
    part(&mut page, "Without the claim", &claims);
    part(&mut page, "Without the source", &sources);
    let assumptions = basis.assumptions.iter().map(|index| (Item { kind: ItemKind::Assumption, index: *index }, stay(basis.claims.len())));
    rows(&mut page, "Without the assumption", assumptions.map(|(item, stay)| (item, format!("it is judged anew; {stay}"))).collect());
    page.finish()
}

fn part(page: &mut Page<'_>, heading: &str, losses: &[(Item, Loss)]) {
    let said = |loss: &Loss| if loss.parts().is_empty() { keeps(loss) } else { whole(loss) };
    rows(page, heading, losses.iter().map(|(item, loss)| (*item, said(loss))).collect());
}

fn rows(page: &mut Page<'_>, heading: &str, rows: Vec<(Item, String)>) {
    if rows.is_empty() {
        return;
    }
    page.heading(heading);
    let list = page.new_list();
    for (item, words) in rows {
        let (_, row) = in_whole(page.row(item, ""));
        let key = format!("{} {}", heading.to_lowercase(), page.id(item));
        page.push(&key, false, Some(Found::IfFalse(item)), Body::ListRow(ListRow { list, ..row }));
        let words = Text::new(Role::Quiet, &format!("{}.", capitalised(&words)));
        page.push(&format!("{key} so"), false, None, Body::ListRow(ListRow { list, text: words, ..ListRow::default() }));
    }
}

/// "No single claim carries J1. Without C22 it loses its only fact. All of it is of one source, ART."
fn sentence(page: &Page<'_>, item: Item, claims: &[(Item, Loss)], sources: &[(Item, Loss)]) -> Text {
    let id = |item: Item| page.id(item);
    let named = |losses: &[(Item, Loss)], falls: bool| -> Vec<String> {
        let wanted = losses.iter().filter(|(_, loss)| loss.falls() == falls && !loss.parts().is_empty());
        wanted
            .map(|(other, loss)| if falls { id(*other).to_owned() } else { format!("without {} it {}", id(*other), loses(loss)) })
            .collect()
    };
    let mut said = Vec::new();
    match (claims, named(claims, true).as_slice()) {
        ([], _) => said.push(format!("No claim carries {}", id(item))),
        (_, [claim, ..]) => said.push(format!("{claim} alone carries {}", id(item))),
        _ => {
            let weaker = named(claims, false);
            let others = claims.len() - 1;
            let stand = if others == 1 { "other stands".to_owned() } else { format!("other {others} stand") };
            let stand = format!("whichever one is false, the {stand}, of the same grade and origins");
            said.push(format!("No single claim carries {}: {}", id(item), if weaker.is_empty() { stand } else { weaker.join("; ") }));
        }
    }
    let (whole, some) = (named(sources, true), named(sources, false));
    if !whole.is_empty() && claims.len() > 1 {
        said.push(format!("one source carries it, {}: without it nothing is left", list(&whole)));
    }
    said.extend(some);
    let sentences: Vec<String> = said.iter().map(|words| format!("{}.", capitalised(words))).collect();
    Text::new(Role::Text, &sentences.join(" "))
}
