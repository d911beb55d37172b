//! What a quote may say instead: the passage that the hint of the check names, or one that is told apart by the words beside it.

use super::{Act, Fix, WIDTH};
use crate::acts::drift::requote;
use crate::briefing::reanchor::Proposals;
use crate::briefing::{Anchor, Finding};
use crate::lsp::view::View;
use crate::text::clip;
use crate::yaml::Edit;

pub fn fixes<'a>(view: &'a View<'_>, finding: &Finding) -> Vec<Fix<'a>> {
    let Some(quote) = view.resolved().quotes().find(|quote| {
        let beside = [&quote.passage.prefix, &quote.passage.suffix].into_iter().flatten();
        quote.passage.exact.span == finding.span || beside.into_iter().any(|text| text.span == finding.span)
    }) else {
        return Vec::new();
    };
    let Some(text) = quote.source.and_then(|at| view.resolved().text(at)) else { return Vec::new() };
    let mut proposals = Proposals::new(text);
    let stretches = match quote.anchor {
        Anchor::Found { range, .. } => vec![proposals.told_apart(range)],
        anchor => proposals.propose(quote.passage, anchor).stretches().0,
    };
    let Some(path) = view.tree().root.as_ref().and_then(|root| root.way_to(quote.span())) else { return Vec::new() };
    let id = quote.source.map_or("", |at| &view.resolved().briefing.sources[at].head.id.value);
    let fixes = stretches.into_iter().filter(|stretch| stretch.anchors).map(|stretch| {
        let number = text.number(text.sentences_in(&stretch.range).start).unwrap_or_default();
        let beside = match (&stretch.prefix, &stretch.suffix) {
            (Some(prefix), _) => format!(", behind “{prefix}”"),
            (None, Some(suffix)) => format!(", before “{suffix}”"),
            (None, None) => String::new(),
        };
        let title = format!("Quote {id}:{number}, “{}”{beside}", clip(&stretch.exact, WIDTH));
        let path = path.clone();
        (title, Box::new(move |edit: &mut Edit| requote(edit, &path, &stretch)) as Act<'a>)
    });
    fixes.collect()
}
