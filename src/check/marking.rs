//! A briefing is marked, nothing in it is narrower than it is, and nothing is freer than what it draws on; a claim may be freer
//! than its source, and that is noted.

use super::{Reporter, Subject};
use crate::briefing::scale::Marking;
use crate::briefing::scale::marking::{caveats_beyond, narrowest};
use crate::briefing::{Item, ItemKind, Word};

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
/// which it lacks. Of what is no marking its word is held to the others, where one can tell which is meant.
fn above(subject: &Subject<'_>, report: &mut Reporter<'_>, fits: fn(ItemKind) -> bool) {
    let briefing = subject.briefing();
    let meant = |word: &Word<Marking>| word.value.or_else(|| Marking::meant(briefing.markings(), &word.text));
    let Some((own, rank)) = briefing.marking.as_ref().and_then(|word| Some((word, meant(word)?))) else { return };
    for item in briefing.items().filter(|item| fits(item.kind)) {
        let head = briefing.head(item);
        let Some((word, marking)) = head.marking.as_ref().and_then(|word| Some((word, meant(word)?))) else { continue };
        let is_read = own.value.is_some() && word.value.is_some();
        let lacking = if is_read { caveats_beyond(&word.text, &own.text) } else { Vec::new() };
        let what = item.kind.name();
        let message = if marking > rank {
            format!("the {what} is {}, the briefing {}", word.text, own.text)
        } else if !lacking.is_empty() {
            format!("the {what} is {}, and the briefing does not say {}", word.text, lacking.join(", "))
        } else {
            continue;
        };
        let both = [own, word].map(|one| if one.value.is_some() { one.text.as_str() } else { "" });
        let both = [(both[0], rank), (both[1], marking)];
        let narrow = narrowest(both.into_iter()).into_iter().next().map_or_else(String::new, |(narrow, _)| narrow);
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
        let lacks = |other: &str| !caveats_beyond(other, &word.text).is_empty();
        let drawn = subject.resolved.draws_on(item);
        // What has a mistake of form is told as that.
        let is_read = |from: &Item| !briefing.unread.malformed.contains(briefing.id_of(*from));
        let narrower = drawn.into_iter().filter(is_read).filter_map(|from| Some((from, subject.resolved.marking_of(from)?)));
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

/// A source is marked as its narrowest part, and a claim may quote a freer one: its author has to look twice.
pub fn freer(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    let highest = briefing.marking.as_ref().and_then(|word| word.value);
    for item in subject.items(ItemKind::Claim) {
        let head = briefing.head(item);
        let Some((word, own)) = head.marking.as_ref().and_then(|word| Some((word, word.value?))) else { continue };
        let sources = subject.resolved.sources_of(item.index).into_iter().map(|source| &briefing.sources[source].head);
        // A source that stands above the whole briefing is told as that.
        let known = |word: &&Word<Marking>| highest.is_none_or(|highest| word.value <= Some(highest));
        let mut marked = sources.filter_map(|source| Some((&source.id, source.marking.as_ref().filter(known)?)));
        let is_narrower =
            |other: &Word<Marking>| other.value.is_some_and(|value| value > own) || !caveats_beyond(&other.text, &word.text).is_empty();
        let Some((source, other)) = marked.find(|(_, other)| is_narrower(other)) else { continue };
        let (id, source) = (&head.id, &source.value);
        let message = format!("{} is {}, and its source {source} is {}", id.value, word.text, other.text);
        let hint = format!("mark it {} too; where these words are a freer part of {source}, accept it with who says so", other.text);
        report.at(id, word.span, message, hint).label = Some((other.span, format!("the marking of {source}")));
    }
}
