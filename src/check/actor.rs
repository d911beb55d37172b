//! Actors must be named by a source and do something; ties must be reported.

use super::Subject;
use super::detail::contains_name;
use crate::briefing::{Finding, Item, ItemKind};

pub fn unnamed(subject: &Subject<'_>) -> Vec<Finding> {
    let texts: Vec<&str> = subject.resolved.texts.iter().flatten().map(|text| text.text()).collect();
    if texts.len() < subject.resolved.texts.len() {
        return Vec::new(); // the source that could not be read may name it
    }
    let unnamed = subject.briefing().actors.iter().filter(|actor| {
        let mut names = actor.name.iter().chain(&actor.aka);
        !names.any(|name| texts.iter().any(|text| contains_name(text, name)))
    });
    let findings = unnamed.map(|actor| {
        let span = actor.name.as_ref().map_or(actor.head.id.span, |name| name.span);
        let message = format!("“{}” stands in no source", actor.name());
        Finding::new("actor/unnamed", &actor.head.id, span, message).hint("add the name that the source uses: `aka: […]`")
    });
    findings.collect()
}

pub fn unused(subject: &Subject<'_>) -> Vec<Finding> {
    let actors = subject.briefing().actors.iter().enumerate();
    let unused = actors.filter(|(index, actor)| {
        let item = Item { kind: ItemKind::Actor, index: *index };
        subject.resolved.graph.to(item).is_empty() && actor.of.is_none()
    });
    let findings = unused.map(|(_, actor)| {
        Finding::new("actor/unused", &actor.head.id, actor.head.id.span, "takes part in no event and no relationship")
            .hint("say what it does, or take it out")
    });
    findings.collect()
}

pub fn no_claim(subject: &Subject<'_>) -> Vec<Finding> {
    let ties = subject.briefing().relationships.iter();
    subject.lacking(
        "relationship/no-claim",
        "claims",
        ties.map(|tie| (&tie.head, !tie.claims.is_empty())),
        "name the claim that reports it",
    )
}
