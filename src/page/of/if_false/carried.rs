//! What carries a judgement: what it loses with each claim, each source and each assumption.

use super::said::{beside, keeps, loses, stay, whole};
use crate::briefing::if_false::Loss;
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::builder::{Page, whole as in_whole};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::{capitalised, count};

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
    let assumptions = basis.assumptions.iter().map(|index| Item { kind: ItemKind::Assumption, index: *index });
    let anew = assumptions.map(|item| (item, format!("it is judged anew; {}", stay(resolved, judgement, item))));
    rows(&mut page, "Without the assumption", anew.collect());
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

/// "No single claim carries J1. Without C22 it loses its only fact. Every claim that carries it is of one source, ART."
fn sentence(page: &Page<'_>, item: Item, claims: &[(Item, Loss)], sources: &[(Item, Loss)]) -> Text {
    let id = |item: Item| page.id(item);
    let without = |losses: &[(Item, Loss)]| -> Vec<String> {
        let weaker = losses.iter().filter(|(_, loss)| !loss.falls() && !loss.parts().is_empty());
        weaker.map(|(other, loss)| format!("without {} it {}", id(*other), loses(loss))).collect()
    };
    let fells = |losses: &[(Item, Loss)]| losses.iter().find(|(_, loss)| loss.falls()).map(|(other, _)| id(*other));
    let mut said = Vec::new();
    match (claims, fells(claims)) {
        ([], _) => said.push(format!("No claim carries {}", id(item))),
        ([(_, loss), ..], Some(claim)) => said.push(match loss.contrary.0 {
            0 => format!("{claim} is the only claim of {}", id(item)),
            others => format!("Of the {} of {}, {claim} alone speaks{}", count(others + 1, "claim"), id(item), beside(loss.way)),
        }),
        _ => {
            let weaker = without(claims);
            let others = claims.len() - 1;
            let stand = if others == 1 { "other stands".to_owned() } else { format!("other {others} stand") };
            let none = format!("No single claim carries {}", id(item));
            if weaker.is_empty() {
                said.push(format!("{none}: whichever one is false, the {stand}, of the same grade and origins"));
            } else {
                said.extend([none, weaker.join("; ")]);
            }
        }
    }
    if let Some(source) = fells(sources).filter(|_| claims.len() > 1) {
        said.push(format!("every claim that carries it is of one source, {source}"));
    }
    said.extend(without(sources));
    let sentences: Vec<String> = said.iter().map(|words| format!("{}.", capitalised(words))).collect();
    Text::new(Role::Text, &sentences.join(" "))
}
