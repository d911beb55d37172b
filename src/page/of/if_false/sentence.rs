//! What falls, in a sentence or two.

use super::felled::{Felled, judgement};
use super::said::{contrary, keeps, loses, nth, of_several};
use crate::briefing::downstream::Fall;
use crate::briefing::{Item, ItemKind};
use crate::page::builder::Page;
use crate::page::styled_text::{Role, Text};
use crate::text::series;

/// "If C22 is false: J1 loses its only fact; the bottom line’s first sentence, which rests on J1, is weaker. H2 loses its only
/// contrary claim. J3 keeps 4 of 5 claims."
pub fn said(page: &Page<'_>, felled: &Felled) -> Text {
    let id = page.id(felled.item);
    let begins = match felled.item.kind {
        ItemKind::Source => format!("If {id} is not to be believed"),
        ItemKind::Assumption => format!("If {id} is wrong"),
        _ => format!("If {id} is false"),
    };
    let mut harm = losses(page, felled);
    harm.extend(hanging(page, felled));
    harm.extend(bottom_line(page, felled));
    harm.extend(implications(page, felled));
    let resolved = page.resolved();
    let mut judgements = (0..resolved.briefing.judgements.len()).map(|index| Item { kind: ItemKind::Judgement, index });
    let cited = judgements.any(|judgement| felled.cites(resolved, judgement));
    let first = match harm.as_slice() {
        [] if !felled.stands.is_empty() => format!("{begins}, no judgement loses what it needs"),
        [] if felled.item.kind == ItemKind::Claim && !cited => format!("{begins}, no judgement loses evidence: none cites it"),
        [] if felled.item.kind == ItemKind::Assumption => format!("{begins}, nothing changes: no judgement is linked to it"),
        [] => format!("{begins}, no judgement loses what it rests on"),
        harm => format!("{begins}: {}", harm.join("; ")),
    };
    let contrary: Vec<(Item, String)> = felled.contrary.iter().map(|(item, had, has)| (*item, contrary(*had, *has))).collect();
    let stands = felled.stands.iter().map(|loss| format!("{} {}", page.id(judgement(loss)), keeps(loss))).collect::<Vec<_>>();
    let parts = [first, alike(page, &contrary).join("; "), stands.join("; ")];
    let sentences: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!("{part}.")).collect();
    Text::new(Role::Text, &sentences.join(" "))
}

/// "J3 and J7 each lose their only fact".
fn alike(page: &Page<'_>, said: &[(Item, String)]) -> Vec<String> {
    let mut alike: Vec<(&str, Vec<&str>)> = Vec::new();
    for (item, words) in said {
        match alike.iter_mut().find(|(other, _)| other == words) {
            Some((_, ids)) => ids.push(page.id(*item)),
            None => alike.push((words, vec![page.id(*item)])),
        }
    }
    let said = alike.into_iter().map(|(words, ids)| match ids.as_slice() {
        [one] => format!("{one} {words}"),
        several => format!("{} each {}", series(several), of_several(words)),
    });
    said.collect()
}

fn losses(page: &Page<'_>, felled: &Felled) -> Vec<String> {
    let falls = match felled.falls.as_slice() {
        falls @ ([] | [_]) => falls.iter().map(|loss| format!("{} {}", page.id(judgement(loss)), loses(loss))).collect(),
        falls => {
            let ids: Vec<&str> = falls.iter().map(|loss| page.id(judgement(loss))).collect();
            vec![format!("{} lose every claim that carries them", series(&ids))]
        }
    };
    let weaker: Vec<(Item, String)> = felled.weaker.iter().map(|loss| (judgement(loss), loses(loss))).collect();
    falls.into_iter().chain(alike(page, &weaker)).collect()
}

/// "A2 is in doubt, and with it J1 and J4".
fn hanging(page: &Page<'_>, felled: &Felled) -> Vec<String> {
    let ids = |wanted: &dyn Fn(&Fall) -> bool| -> Vec<&str> {
        felled.hangs.iter().filter(|hang| wanted(hang)).map(|hang| page.id(hang.item)).collect()
    };
    let is_are = |ids: &[&str], what: &str| match ids {
        [] => None,
        [one] => Some(format!("{one} is {what}")),
        several => Some(format!("{} are {what}", series(several))),
    };
    // What is wrong itself is no doubtful assumption: it leads the sentence.
    let doubtful = |item: &Item| item.kind == ItemKind::Assumption && *item != felled.item;
    let is_with = |hang: &Fall| hang.item.kind == ItemKind::Judgement && hang.through.iter().all(doubtful);
    let doubts = ids(&|hang| hang.item.kind == ItemKind::Assumption);
    let with = ids(&is_with);
    let doubt = is_are(&doubts, "in doubt").map(|words| match with.as_slice() {
        [] => words,
        with => format!("{words}, and with {} {}", if doubts.len() == 1 { "it" } else { "them" }, series(with)),
    });
    let anew = is_are(&ids(&|hang| hang.item.kind == ItemKind::Judgement && !is_with(hang)), "judged anew");
    let scenarios = is_are(&ids(&|hang| hang.item.kind == ItemKind::Scenario), "weighed anew");
    [anew, doubt, scenarios].into_iter().flatten().collect()
}

/// "the second implication, which rests on J1, is judged anew".
fn implications(page: &Page<'_>, felled: &Felled) -> Vec<String> {
    let hit = felled.implications(page.resolved());
    if felled.takes_all(page.resolved()) && !hit.is_empty() {
        return vec!["so is all that it means for the reader".to_owned()];
    }
    let said = hit.into_iter().map(|(at, items)| {
        let ids: Vec<&str> = items.iter().map(|item| page.id(*item)).collect();
        let becomes = if items.iter().all(|item| is_only_weaker(felled, item)) { "weaker" } else { "judged anew" };
        format!("the {} implication, which rests on {}, is {becomes}", nth(at), series(&ids))
    });
    said.collect()
}

fn is_only_weaker(felled: &Felled, item: &Item) -> bool {
    felled.weaker.iter().any(|loss| judgement(loss) == *item) && !felled.hangs.iter().any(|hang| hang.item == *item)
}

/// "the bottom line’s first sentence, which rests on J1, is judged anew".
fn bottom_line(page: &Page<'_>, felled: &Felled) -> Vec<String> {
    let hit = felled.bottom_line(page.resolved());
    if felled.takes_all(page.resolved()) && !hit.is_empty() {
        return vec!["no claim is left, so the whole bottom line is judged anew".to_owned()];
    }
    let said = hit.into_iter().map(|(at, _, items)| {
        let ids: Vec<&str> = items.iter().map(|item| page.id(*item)).collect();
        let becomes = if items.iter().all(|item| is_only_weaker(felled, item)) { "weaker" } else { "judged anew" };
        format!("the bottom line’s {} sentence, which rests on {}, is {becomes}", nth(at), series(&ids))
    });
    said.collect()
}
