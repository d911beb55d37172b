//! A tie or an event is no firmer than the claims that it rests on.

use super::{Reporter, Subject};
use crate::briefing::scale::{Mode, Vocabulary};
use crate::briefing::{Item, ItemKind, Word};

pub fn event(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (item, event) in subject.items(ItemKind::Event).zip(&subject.briefing().events) {
        firmer(subject, report, item, event.mode.as_ref());
    }
}

pub fn tie(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (item, tie) in subject.items(ItemKind::Relationship).zip(&subject.briefing().relationships) {
        firmer(subject, report, item, tie.mode.as_ref());
    }
}

fn firmer(subject: &Subject<'_>, report: &mut Reporter<'_>, item: Item, field: Option<&Word<Mode>>) {
    let Some((word, stated)) = field.and_then(|word| Some((word, word.value?))) else { return };
    let Some((carried, claim)) = subject.resolved.carried(item).filter(|(carried, _)| *carried > stated) else { return };
    let claim = &subject.briefing().claims[claim].head.id.value;
    let message = format!("`{}`, but its claims carry no more than `{}` ({claim})", stated.word(), carried.word());
    let hint = format!("write `mode: {}`, leave the mode out, or add a claim that says it so firmly", carried.word());
    report.at(subject.briefing().id_of(item), word.span, message, hint);
}
