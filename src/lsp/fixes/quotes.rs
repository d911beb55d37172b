//! What a quote may say instead: the passage that the hint of the check names, or one that is told apart by the words beside it.

use super::{Act, Fix, WIDTH};
use crate::briefing::proposal::{Proposal, Proposals, Stretch};
use crate::briefing::{Anchor, Finding};
use crate::lsp::cursor::path;
use crate::lsp::view::View;
use crate::text::clip;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::Value;

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
        anchor => match proposals.propose(quote.passage, anchor) {
            Proposal::Near { stretch, .. } => vec![stretch],
            Proposal::Places { first, .. } => first,
            Proposal::Nothing | Proposal::TooLong => Vec::new(),
        },
    };
    let span = quote.passage.exact.span;
    let found =
        view.tree().root.as_ref().and_then(|root| path(root, &|node| node.span == span && matches!(node.value, Value::Scalar { .. })));
    let Some((path, false)) = found else { return Vec::new() };
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
        (title, Box::new(move |edit: &mut Edit| quoted(edit, &path, &stretch)) as Act<'a>)
    });
    fixes.collect()
}

/// Writes the passage that is told apart into the place of the one that stands there.
fn quoted(edit: &mut Edit, path: &[String], stretch: &Stretch) -> Result<(), Refused> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let beside = [("prefix", &stretch.prefix), ("suffix", &stretch.suffix)];
    if let Some((&"exact", passage)) = path.split_last() {
        edit.set(&path, &stretch.exact)?;
        for (field, words) in beside {
            let place = [passage, &[field]].concat();
            match words {
                Some(words) => edit.write(passage, field, words, None)?,
                // It may have none.
                None => edit.remove(&place).or(Ok(()))?,
            }
        }
        return Ok(());
    }
    let beside = beside.into_iter().filter_map(|(field, words)| Some((field, words.as_deref()?.into())));
    let fields: Vec<(&str, Value<'_>)> = [("exact", stretch.exact.as_str().into())].into_iter().chain(beside).collect();
    if fields.len() > 1 { edit.replace(&path, fields.into_iter().collect::<Value<'_>>()) } else { edit.set(&path, &stretch.exact) }
}
