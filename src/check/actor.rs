//! Actors must be named by a source and do something; ties must be reported.

use super::name::Named;
use super::{Reporter, Subject};
use crate::briefing::ItemKind;

pub fn unnamed(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let Some(texts) = subject.all_texts() else { return };
    let actors = &subject.briefing().actors;
    let texts: Vec<Named> = texts.into_iter().filter(|_| !actors.is_empty()).map(Named::new).collect();
    for actor in actors {
        let mut names = actor.name.iter().chain(&actor.aka);
        if !names.any(|name| texts.iter().any(|text| text.has_name(name))) {
            let span = actor.name.as_ref().map_or(actor.head.id.span, |name| name.span);
            let message = format!("“{}” stands in no source", actor.name());
            report.at(&actor.head.id, span, message, "add the name that the source uses: `aka: […]`");
        }
    }
}

pub fn unused(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for (item, actor) in subject.items(ItemKind::Actor).zip(&subject.briefing().actors) {
        if subject.resolved.graph.to(item).is_empty() && actor.of.is_none() {
            report.on(&actor.head, "takes part in no event and no relationship", "say what it does, or take it out");
        }
    }
}

pub fn no_claim(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for tie in subject.briefing().relationships.iter().filter(|tie| tie.claims.is_empty()) {
        report.lacks(&tie.head, "claims", "name the claim that reports it");
    }
}
