//! A source must be there, described, graded, used, and wholly read.

use super::{Reporter, Subject};
use crate::briefing::model::Source;
use crate::briefing::resolved::Coverage;
use crate::briefing::{ItemKind, LinkKind, Pin};
use crate::text::lookalike::lookalikes;
use crate::text::web::Authority;

/// In percent of a source's sentences: so many must be claimed or set aside.
const COVERED: usize = 90;
/// A word or two of every sentence make a source look as if all of it were read.
const LETTERS: usize = 40;
/// A message lists no more sentences.
const LISTED: usize = 12;

pub fn file_missing(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (source, text) in briefing.sources.iter().zip(&subject.resolved.texts) {
        let Err(why) = text else { continue };
        let id = &source.head.id;
        if source.file.is_none() && (briefing.unread.field(id, "file") || !briefing.complete) {
            continue;
        }
        let span = source.file.as_ref().map_or(id.span, |file| file.span);
        let seems = source.file.as_ref().and_then(|file| lookalikes(file));
        let hint = seems.unwrap_or_else(|| "`file` is relative to the library, and stays inside it: seeds/article.txt".to_owned());
        report.at(id, span, why, hint);
    }
}

/// All but those that wait to be worked through: nobody can grade what nobody has read.
fn in_use<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Source> {
    let resolved = subject.resolved;
    resolved.briefing.sources.iter().enumerate().filter(|(at, _)| !resolved.is_waiting(*at)).map(|(_, source)| source)
}

pub fn no_grade(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for source in in_use(subject).filter(|source| source.reliability.is_none()) {
        report.lacks(&source.head, "reliability", "write A to E, or F where there is no basis to judge it");
    }
}

pub fn no_descriptor(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for source in in_use(subject).filter(|source| source.descriptor.is_none()) {
        report.lacks(&source.head, "descriptor", "say how accurate and how old it is, what access it has, and what it wants");
    }
}

pub fn bad_url(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for source in &subject.briefing().sources {
        let Some((url, wrong)) = source.url.as_ref().and_then(|url| Some((url, Authority::of(url)?.wrong()?))) else { continue };
        let hint = "write the address as a browser shows it to everybody: https://host/path";
        report.at(&source.head.id, url.span, format!("the address {wrong}"), hint);
    }
}

pub fn undated(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for source in subject.briefing().sources.iter().filter(|source| source.date.is_none()) {
        report.lacks(&source.head, "date", "write its date; if it carries none, accept this and say so");
    }
}

pub fn after_edition(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(edition) = &subject.briefing().date else { return };
    for source in &subject.briefing().sources {
        let days = source.date.as_ref().and_then(|date| Some((date.value.as_ref()?.earliest(), edition.value.as_ref()?.latest())));
        let Some(date) = source.date.as_ref().filter(|_| days.is_some_and(|(written, edition)| written > edition)) else { continue };
        let message = format!("{} is after this edition of {}", date.text, edition.text);
        report.at(&source.head.id, date.span, message, "correct the one or the other").label =
            Some((edition.span, "the edition".to_owned()));
    }
}

pub fn unused(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for item in subject.items(ItemKind::Source) {
        if subject.resolved.graph.origins(item, LinkKind::Quotes).next().is_none() && !subject.resolved.is_waiting(item.index) {
            report.on(subject.briefing().head(item), "no claim quotes it", "quote it, or take it out");
        }
    }
}

pub fn changed(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for (source, pin) in briefing.sources.iter().zip(subject.resolved.pins()) {
        let (Pin::Changed { pinned, today }, Some(written)) = (pin, &source.sha256) else { continue };
        let id = &source.head.id;
        let message = format!("the text is not what was pinned: {} then, {} today", pinned.short(), today.short());
        let hint = format!("see {}/source/{}/drift, then pin it anew: sha256: {today}", briefing.id, id.value);
        report.at(id, written.span, message, hint);
    }
}

/// A sentence may be both by halves, the same words may not.
pub fn claimed_aside(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let (briefing, evidence) = (subject.briefing(), subject.resolved.evidence());
    for (at, source) in briefing.sources.iter().enumerate() {
        for (aside, found) in source.set_aside.iter().zip(&evidence.set_aside[at]) {
            let claims = found.range.iter().flat_map(|range| evidence.claims_in(at, range));
            let claims: Vec<&str> = claims.map(|claim| briefing.claims[claim].head.id.value.as_str()).collect();
            if !claims.is_empty() {
                let (ids, quotes) = (claims.join(", "), if claims.len() == 1 { "quotes" } else { "quote" });
                let message = format!("{ids} {quotes} words of what is set aside here");
                report.at(&source.head.id, aside.span(), message, "set aside only what no claim quotes, or take the claim out");
            }
        }
    }
}

pub fn coverage(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let evidence = subject.resolved.evidence();
    for (index, source) in subject.briefing().sources.iter().enumerate() {
        let share = evidence.covered(index);
        // Nobody can tell which sentences a quote would claim that is not found.
        let claimed = evidence.passages.iter().flatten().filter(|passage| passage.source.is_none_or(|source| source == index));
        let lost = claimed.map(|passage| &passage.anchor).any(|anchor| anchor.range().is_none());
        let lost = lost || evidence.set_aside[index].iter().any(|aside| aside.range.is_none());
        if lost {
            continue;
        }
        let listed = |wanted: fn(&Coverage) -> bool| {
            let sentences = subject.resolved.text(index).map_or(&[][..], |text| text.sentences()).iter().zip(&evidence.coverage[index]);
            let numbers = sentences.filter(|(_, coverage)| wanted(coverage)).map(|(sentence, _)| sentence.number.to_string());
            let numbers: Vec<String> = numbers.collect();
            if numbers.len() > LISTED { format!("{} …", numbers[..LISTED].join(" ")) } else { numbers.join(" ") }
        };
        let letters = evidence.letters(index);
        if share.part * 100 < share.whole * COVERED {
            let open = listed(Coverage::is_open);
            let message = format!("{} of {} sentences are claimed or set aside; open: {open}", share.part, share.whole);
            report.on(&source.head, message, "claim them, or list them under `set_aside` and say why");
        } else if letters.part * 100 < letters.whole * LETTERS {
            let (percent, open) = (letters.part * 100 / letters.whole, listed(|sentence| !sentence.left.is_empty()));
            let message = format!("only {percent} % of the letters are quoted or set aside; part open: {open}");
            report.on(&source.head, message, "quote what bears on a judgement as far as it goes, and set the rest aside");
        }
    }
}
