//! Ids must lead somewhere.

use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::briefing::graph::Dangling;
use crate::text::lookalike::lookalikes_of;
use crate::text::unseen_difference::unlike;
use crate::text::{meant, with_article};

pub fn dangling(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    if !subject.briefing().complete {
        return; // what seems undefined may stand behind the broken syntax
    }
    for reference in subject.resolved.graph.dangling() {
        let expected: Vec<&str> = reference.expected.iter().map(|kind| kind.name()).collect();
        let expected = if expected.is_empty() { "item".to_owned() } else { expected.join(" or ") };
        let message = match reference.found {
            Some(kind) => format!("`{}` is {}; expected {}", reference.id, with_article(kind.name()), with_article(&expected)),
            None => format!("`{}` is not defined", reference.id),
        };
        let candidates = candidates(subject, reference);
        let hint = defined_unseen(&reference.id, &candidates)
            .unwrap_or_else(|| meant(&reference.id, candidates, || "define it, or name another".to_owned()));
        report.at(&reference.owner, reference.span, message, hint);
    }
}

/// Where nobody sees in what the name that is defined differs from the one that is named.
fn defined_unseen(id: &str, candidates: &[&str]) -> Option<String> {
    let defined = candidates.iter().find(|candidate| unlike(candidate, id).is_some())?;
    Some(format!("where `{id}` is defined, {}", lookalikes_of(defined, &[id])?))
}

fn candidates<'a>(subject: &Subject<'a>, reference: &Dangling) -> Vec<&'a str> {
    let briefing = subject.briefing();
    let section = reference.expected.is_empty() && reference.found.is_none() && !reference.id.starts_with(|c: char| c.is_ascii_uppercase());
    let mut candidates: Vec<&str> = if section {
        briefing.sections.iter().map(|slug| slug.value.as_str()).collect()
    } else {
        let fits = |kind: ItemKind| reference.expected.is_empty() || reference.expected.contains(&kind);
        briefing.items().filter(|item| fits(item.kind)).map(|item| briefing.id_of(item)).collect()
    };
    candidates.sort_unstable();
    candidates
}
