//! A briefing is marked, nothing in it is narrower than it is, and nothing is freer than what it draws on.

use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::scale::marking::{banner, caveats};

pub fn missing(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if subject.briefing().marking.is_none() {
        report.briefing_lacks("marking", format!("write one of {}", subject.briefing().markings().choices().join(", ")));
    }
}

pub fn source_above(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    above(subject, report, |kind| kind == ItemKind::Source);
}

pub fn item_above(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    above(subject, report, |kind| kind != ItemKind::Source);
}

/// Reports items of some kinds that stand higher in the order of their vocabulary than the briefing, or that have a caveat
/// which it lacks.
fn above(subject: &Subject<'_>, report: &mut Reporter<'_>, fits: fn(ItemKind) -> bool) {
    let briefing = subject.briefing();
    let Some((own, rank)) = briefing.marking.as_ref().and_then(|word| Some((word, word.value?))) else { return };
    for item in briefing.items().filter(|item| fits(item.kind)) {
        let head = briefing.head(item);
        let Some((word, marking)) = head.marking.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        let lacking: Vec<&str> = caveats(&word.text).filter(|caveat| !caveats(&own.text).any(|known| known == *caveat)).collect();
        let what = item.kind.name();
        let message = if marking > rank {
            format!("the {what} is {}, the briefing {}", word.text, own.text)
        } else if !lacking.is_empty() {
            format!("the {what} is {}, and the briefing does not say {}", word.text, lacking.join(", "))
        } else {
            continue;
        };
        let mut narrow = banner(if marking > rank { marking } else { rank }, &own.text);
        for caveat in lacking {
            narrow = format!("{narrow}//{caveat}");
        }
        report.at(&head.id, word.span, message, format!("mark the briefing {narrow}")).label =
            Some((own.span, format!("freer than its {what}")));
    }
}

/// What an item draws on was marked for fewer people than the item itself.
pub fn below(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for item in briefing.items() {
        let head = briefing.head(item);
        let Some((word, own)) = head.marking.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        let lacks = |other: &str| caveats(other).any(|caveat| !caveats(&word.text).any(|known| known == caveat));
        let drawn = subject.resolved.draws_on(item);
        let narrower = drawn.into_iter().filter_map(|from| Some((from, subject.resolved.marking_of(from)?)));
        let Some((from, other)) =
            narrower.into_iter().find(|(_, other)| other.value.is_some_and(|value| value > own) || lacks(&other.text))
        else {
            continue;
        };
        let (id, from) = (&head.id, briefing.id_of(from));
        let message = format!("{} is {}, and draws on {from}, which is {}", id.value, word.text, other.text);
        report.at(id, word.span, message, format!("mark it {} too, or draw on something freer", other.text)).label =
            Some((other.span, format!("the marking of {from}")));
    }
}
