//! What falls if this is false, in sentences, and what does not. On a judgement: what carries it.

mod carried;
mod said;

pub use carried::page as carried;

use crate::briefing::if_false::{Gone, Loss};
use crate::briefing::{Item, ItemKind, Resolved};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::build::{Page, whole};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::words::{Role, Text};
use crate::text::capitalised;
use said::{keeps, list, loses, nth, of_several, other_side, rests};

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
    page.paragraph("in a sentence", true, felled.sentence(&page, item));
    let rows: Vec<(Item, String)> = felled.falls.iter().map(|loss| (judgement(loss), said::whole(loss))).collect();
    page.begin_here();
    part(&mut page, "Falls", rows);
    part(&mut page, "Is judged anew", felled.hangs.iter().map(|(other, why)| (*other, why.clone())).collect());
    part(&mut page, "Is weaker", felled.weaker.iter().map(|loss| (judgement(loss), said::whole(loss))).collect());
    part(&mut page, "Loses of its other side", felled.contrary.iter().map(|loss| (judgement(loss), other_side(loss))).collect());
    part(&mut page, "Stands", felled.stands.iter().map(|loss| (judgement(loss), keeps(loss))).collect());
    let (alone, others): (Vec<_>, Vec<_>) = resolved.also_rest(&felled.gone).into_iter().partition(|(_, _, has)| *has == 0);
    let outcome = |item: &Item| if item.kind == ItemKind::Judgement { "its outcome".to_owned() } else { String::new() };
    part(&mut page, "Nothing else speaks for these", alone.into_iter().map(|(other, ..)| (other, outcome(&other))).collect());
    part(&mut page, "Others do for these", others.into_iter().map(|(other, had, has)| (other, rests(had, has))).collect());
    bottom_line(&mut page, &felled);
    let untouched = felled.untouched(resolved);
    if !untouched.is_empty() {
        page.heading("Does not depend on it");
        let ids = page.ids(Role::Quiet, untouched);
        page.paragraph("untouched", false, ids);
    }
    if item.kind == ItemKind::Assumption {
        page.field("If wrong", true, page.stated(Role::Text, resolved.briefing.assumptions[item.index].if_wrong.as_ref()));
    }
    page.finish()
}

fn judgement(loss: &Loss) -> Item {
    Item { kind: ItemKind::Judgement, index: loss.judgement }
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

/// The sentences of the bottom line that name what falls or is weaker.
fn bottom_line(page: &mut Page<'_>, felled: &Felled) {
    let resolved = page.resolved();
    let all = resolved.bottom_line_sentences();
    let text = resolved.briefing.bottom_line.as_ref().map_or("", |text| text.value.as_str());
    let hit = felled.hit();
    let rest: Vec<usize> = (0..all.len()).filter(|at| all[*at].1.iter().any(|item| hit.contains(item))).collect();
    if rest.is_empty() {
        return;
    }
    page.heading("Bottom line");
    for at in rest {
        let words = page.prose(Role::Text, &text[all[at].0.clone()]);
        page.paragraph(&format!("bottom line {at}"), false, words);
    }
}

/// What becomes of the judgements, the worst first.
struct Felled {
    gone: Gone,
    falls: Vec<Loss>,
    weaker: Vec<Loss>,
    contrary: Vec<Loss>,
    stands: Vec<Loss>,
    /// What hangs on the assumption or on what falls, and why.
    hangs: Vec<(Item, String)>,
}

impl Felled {
    fn of(resolved: &Resolved, item: Item) -> Self {
        let gone = resolved.gone_with(item);
        let losses = (0..resolved.briefing.judgements.len()).map(|index| resolved.loss(index, &gone));
        let mut felled = Self { gone: gone.clone(), falls: vec![], weaker: vec![], contrary: vec![], stands: vec![], hangs: vec![] };
        for loss in losses {
            let loses_contrary = loss.contrary.1 < loss.contrary.0;
            match () {
                () if loss.falls() => felled.falls.push(loss),
                () if !loss.parts().is_empty() => felled.weaker.push(loss),
                () if loss.is_touched() => felled.stands.push(loss),
                () if loses_contrary => felled.contrary.push(loss),
                () => {}
            }
        }
        felled.hang(resolved, item);
        felled
    }

    /// What hangs on the assumption, or on a judgement that falls, each once.
    fn hang(&mut self, resolved: &Resolved, item: Item) {
        let roots: Vec<Item> = match item.kind {
            ItemKind::Assumption => vec![item],
            _ => self.falls.iter().map(judgement).collect(),
        };
        let mut seen = roots.clone();
        for root in roots {
            for fall in resolved.falls_with(root) {
                if seen.contains(&fall.item) {
                    continue;
                }
                seen.push(fall.item);
                let through = resolved.briefing.id_of(fall.through);
                let why = match fall.item.kind {
                    ItemKind::Judgement if fall.through == item => {
                        let claims = resolved.basis(fall.item.index).claims.len();
                        format!("it stands on {through}; {}", said::stay(claims))
                    }
                    _ => format!("it hangs on {through}"),
                };
                self.hangs.push((fall.item, why));
            }
        }
        self.hangs.sort_by_key(|(item, _)| *item);
    }

    /// Whatever falls, hangs on it or is weaker.
    fn hit(&self) -> Vec<Item> {
        let losses = self.falls.iter().chain(&self.weaker).map(judgement);
        losses.chain(self.hangs.iter().map(|(item, _)| *item)).collect()
    }

    /// The judgements that have nothing to do with it.
    fn untouched(&self, resolved: &Resolved) -> Vec<Item> {
        let touched: Vec<Item> = self.hit().into_iter().chain(self.contrary.iter().chain(&self.stands).map(judgement)).collect();
        let all = (0..resolved.briefing.judgements.len()).map(|index| Item { kind: ItemKind::Judgement, index });
        all.filter(|item| !touched.contains(item)).collect()
    }

    /// "J3 and J7 each lose their only fact".
    fn weaker_said(&self, resolved: &Resolved) -> Vec<String> {
        let mut alike: Vec<(String, Vec<&str>)> = Vec::new();
        for loss in &self.weaker {
            let words = loses(loss);
            match alike.iter_mut().find(|(other, _)| *other == words) {
                Some((_, ids)) => ids.push(resolved.briefing.id_of(judgement(loss))),
                None => alike.push((words, vec![resolved.briefing.id_of(judgement(loss))])),
            }
        }
        let said = alike.into_iter().map(|(words, ids)| match ids.as_slice() {
            [one] => format!("{one} {words}"),
            several => format!("{} each {}", list(several), of_several(&words)),
        });
        said.collect()
    }

    /// "If C22 is false: J1 loses its only fact; J2's contrary evidence goes; the bottom line's first sentence rests on J1."
    fn sentence(&self, page: &Page<'_>, item: Item) -> Text {
        let resolved = page.resolved();
        let id = |item: Item| resolved.briefing.id_of(item);
        let ids_of = |losses: &[Loss]| list(&losses.iter().map(|loss| id(judgement(loss))).collect::<Vec<_>>());
        let mut said = match self.falls.as_slice() {
            falls @ ([] | [_]) => falls.iter().map(|loss| format!("{} {}", id(judgement(loss)), loses(loss))).collect(),
            falls => vec![format!("{} lose all that carries them", ids_of(falls))],
        };
        said.extend(self.weaker_said(resolved));
        let hanging =
            |kind: ItemKind| self.hangs.iter().filter(move |(item, _)| item.kind == kind).map(|(item, _)| id(*item)).collect::<Vec<_>>();
        for (kind, one, several) in [
            (ItemKind::Judgement, "is judged anew", "are judged anew"),
            (ItemKind::Assumption, "is in doubt", "are in doubt"),
            (ItemKind::Scenario, "is weighed anew", "are weighed anew"),
        ] {
            let ids = hanging(kind);
            if !ids.is_empty() {
                said.push(format!("{} {}", list(&ids), if ids.len() == 1 { one } else { several }));
            }
        }
        let (gone, some): (Vec<Loss>, Vec<Loss>) = self.contrary.iter().cloned().partition(|loss| loss.contrary.1 == 0);
        if !gone.is_empty() {
            said.push(format!("the contrary evidence of {} goes", ids_of(&gone)));
        }
        said.extend(some.iter().map(|loss| format!("{}’s {}", id(judgement(loss)), other_side(loss))));
        let hit = self.hit();
        for (at, (_, items)) in resolved.bottom_line_sentences().into_iter().enumerate() {
            let mut named: Vec<&str> = items.into_iter().filter(|item| hit.contains(item)).map(id).collect();
            named.dedup();
            if !named.is_empty() {
                said.push(format!("the bottom line’s {} sentence rests on {}", nth(at), list(&named)));
            }
        }
        let stands = self.stands.iter().map(|loss| format!("{} {}", id(judgement(loss)), keeps(loss)));
        let stands: Vec<String> = stands.collect();
        let begins = match item.kind {
            ItemKind::Source => format!("If {} is not to be believed", id(item)),
            ItemKind::Assumption => format!("If {} is wrong", id(item)),
            _ => format!("If {} is false", id(item)),
        };
        let first = match said.as_slice() {
            [] if stands.is_empty() => format!("{begins}, no judgement changes: none rests on it."),
            [] => format!("{begins}, no judgement loses what it needs."),
            said => format!("{begins}: {}.", said.join("; ")),
        };
        let second = if stands.is_empty() { String::new() } else { format!(" {}.", stands.join("; ")) };
        Text::new(Role::Text, &format!("{first}{second}"))
    }
}
