//! A briefing is marked, and nothing in it is narrower than it is.

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
