//! A source must be there, described, graded, used, and wholly read.

use super::Subject;
use crate::briefing::{Finding, Item, ItemKind, LinkKind, Pin};

/// The share of sentences, in percent, that must be claimed or set aside.
const COVERED: usize = 90;

pub fn file_missing(subject: &Subject<'_>) -> Vec<Finding> {
    let resolved = subject.resolved;
    let sources = resolved.briefing.sources.iter().zip(&resolved.texts);
    let missing = sources.filter_map(|(source, text)| {
        let why = text.as_ref().err()?;
        let id = &source.head.id;
        if source.file.is_none() && (resolved.briefing.unread.field(id, "file") || !resolved.briefing.complete) {
            return None;
        }
        let span = source.file.as_ref().map_or(id.span, |file| file.span);
        let hint = "`file` is relative to the library, and stays inside it: seeds/article.txt";
        Some(Finding::new("source/file-missing", id, span, why.clone()).hint(hint))
    });
    missing.collect()
}

pub fn no_grade(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.briefing().sources.iter();
    subject.lacking(
        "source/no-grade",
        "reliability",
        sources.map(|source| (&source.head, source.reliability.is_some())),
        "write A to E, or F where there is no basis to judge it",
    )
}

pub fn no_descriptor(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.briefing().sources.iter();
    subject.lacking(
        "source/no-descriptor",
        "descriptor",
        sources.map(|source| (&source.head, source.descriptor.is_some())),
        "say how accurate and how old it is, what access it has, and what it wants",
    )
}

pub fn undated(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.briefing().sources.iter();
    subject.lacking(
        "source/undated",
        "date",
        sources.map(|source| (&source.head, source.date.is_some())),
        "write its date; if it carries none, accept this and say so",
    )
}

pub fn unused(subject: &Subject<'_>) -> Vec<Finding> {
    let sources = subject.briefing().sources.iter().enumerate();
    let unused = sources.filter(|(index, _)| {
        let item = Item { kind: ItemKind::Source, index: *index };
        subject.resolved.graph.origins(item, LinkKind::Quotes).next().is_none()
    });
    let findings = unused.map(|(_, source)| {
        Finding::new("source/unused", &source.head.id, source.head.id.span, "no claim quotes it").hint("quote it, or take it out")
    });
    findings.collect()
}

pub fn marking_above(subject: &Subject<'_>) -> Vec<Finding> {
    let Some((own, word)) = subject.briefing().marking.as_ref().and_then(|word| Some((word.value?, word))) else { return Vec::new() };
    let above = subject.briefing().sources.iter().filter_map(|source| {
        let marking = source.marking.as_ref()?;
        let is_above = marking.value? > own;
        let message = format!("the source is {}, the briefing {}", marking.text, word.text);
        let finding = Finding::new("source/marking-above", &source.head.id, marking.span, message);
        is_above.then(|| finding.label(word.span, "freer than its source").hint(format!("mark the briefing {}", marking.text)))
    });
    above.collect()
}

pub fn changed(subject: &Subject<'_>) -> Vec<Finding> {
    let briefing = subject.briefing();
    let sources = briefing.sources.iter().zip(subject.resolved.pins());
    let changed = sources.filter_map(|(source, pin)| {
        let (Pin::Changed { pinned, today }, Some(written)) = (pin, &source.sha256) else { return None };
        let id = &source.head.id.value;
        let message = format!("the text is not what was pinned: {} then, {} today", pinned.short(), today.short());
        let hint = format!("see {}/source/{id}/drift, then pin it anew: sha256: {today}", briefing.id);
        Some(Finding::new("source/changed", id, written.span, message).hint(hint))
    });
    changed.collect()
}

pub fn coverage(subject: &Subject<'_>) -> Vec<Finding> {
    let evidence = subject.resolved.evidence();
    let sources = subject.briefing().sources.iter().enumerate();
    let low = sources.filter_map(|(index, source)| {
        let share = evidence.covered(index);
        // What a quote that is not found would claim cannot be told.
        let claimed = evidence.passages.iter().flatten().filter(|passage| passage.source.is_none_or(|source| source == index));
        let lost = claimed.map(|passage| &passage.anchor).chain(&evidence.set_aside[index]).any(|anchor| anchor.range().is_none());
        if lost || share.part * 100 >= share.whole * COVERED {
            return None;
        }
        let open: Vec<String> =
            (1..).zip(&evidence.coverage[index]).filter(|(_, sentence)| sentence.is_open()).map(|(number, _)| number.to_string()).collect();
        let listed = if open.len() > 12 { format!("{} …", open[..12].join(" ")) } else { open.join(" ") };
        let message = format!("{} of {} sentences are claimed or set aside; open: {listed}", share.part, share.whole);
        let finding = Finding::new("source/coverage", &source.head.id, source.head.id.span, message);
        Some(finding.hint("claim them, or list them under `set_aside` and say why"))
    });
    low.collect()
}
