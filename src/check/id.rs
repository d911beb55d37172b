//! Ids must lead somewhere.

use super::Subject;
use crate::briefing::graph::Dangling;
use crate::briefing::{Finding, ItemKind};
use crate::text::{nearest_word, with_article};

pub fn dangling(subject: &Subject<'_>) -> Vec<Finding> {
    if !subject.resolved.briefing.complete {
        return Vec::new(); // what is not defined may stand behind the broken syntax
    }
    subject.resolved.graph.dangling().iter().map(|reference| finding(subject, reference)).collect()
}

fn finding(subject: &Subject<'_>, reference: &Dangling) -> Finding {
    let resolved = subject.resolved;
    let expected: Vec<&str> = reference.expected.iter().map(|kind| kind.name()).collect();
    let expected = if expected.is_empty() { "item".to_owned() } else { expected.join(" or ") };
    let message = match reference.found {
        Some(kind) => format!("`{}` is {}; expected {}", reference.id, with_article(kind.name()), with_article(&expected)),
        None => format!("`{}` is not defined", reference.id),
    };
    let section = reference.expected.is_empty() && reference.found.is_none() && !reference.id.starts_with(|c: char| c.is_ascii_uppercase());
    let mut candidates: Vec<&str> = if section {
        resolved.briefing.sections.iter().map(|slug| slug.value.as_str()).collect()
    } else {
        let fits = |kind: ItemKind| reference.expected.is_empty() || reference.expected.contains(&kind);
        resolved.briefing.items().filter(|item| fits(item.kind)).map(|item| resolved.briefing.id_of(item)).collect()
    };
    candidates.sort_unstable();
    let finding = Finding::new("id/dangling", &reference.owner, reference.span, message);
    match nearest_word(&reference.id, candidates) {
        Some(near) => finding.hint(format!("did you mean `{near}`?")),
        None => finding.hint("define it, or name another"),
    }
}
