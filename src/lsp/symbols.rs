//! The parts of a briefing's file: as an outline, and as what can be folded.

use super::positions::Lines;
use super::view::View;
use crate::briefing::schema::types::Value as Meant;
use crate::briefing::schema::walk::meant_at;
use crate::text::{neutral, single_spaced};
use crate::yaml::tree::{Node, Value, pairs};
use ls_types::{DocumentSymbol, DocumentSymbolResponse, FoldingRange, FoldingRangeKind, SymbolKind};

#[must_use]
pub fn symbols(view: &View<'_>) -> DocumentSymbolResponse {
    let tree = view.tree();
    let symbols = tree.root.as_ref().map(|root| within(view, root, &mut Vec::new())).unwrap_or_default();
    DocumentSymbolResponse::Nested(symbols)
}

/// The fields of the file, and under those that define names what they define.
fn within(view: &View<'_>, node: &Node<'_>, path: &mut Vec<String>) -> Vec<DocumentSymbol> {
    let Value::Mapping(nodes) = &node.value else { return Vec::new() };
    let mut symbols = Vec::new();
    for (key, value) in pairs(nodes) {
        let Value::Scalar { text: name, .. } = &key.value else { continue };
        path.push(name.to_string());
        let meant = meant_at(path);
        let defines = meant.iter().any(|meant| matches!(meant, Meant::Map(_, inside) if matches!(inside, Meant::Type(_) | Meant::Map(..))));
        let children = if defines { within(view, value, path) } else { Vec::new() };
        let kind = match (path.len(), defines) {
            (_, true) => SymbolKind::NAMESPACE,
            (1, false) => SymbolKind::PROPERTY,
            (_, false) => SymbolKind::OBJECT,
        };
        path.pop();
        symbols.push(symbol(&view.lines, key, value, (neutral(name).into_owned(), kind), children));
    }
    symbols
}

#[expect(deprecated, reason = "the type still has the field")]
fn symbol(
    lines: &Lines<'_>,
    key: &Node<'_>,
    value: &Node<'_>,
    (name, kind): (String, SymbolKind),
    children: Vec<DocumentSymbol>,
) -> DocumentSymbol {
    let range = lines.range(key.span.start..value.span.end.max(key.span.end));
    // An editor refuses a symbol without a name.
    let name = if name.trim().is_empty() { "?".to_owned() } else { name };
    let children = (!children.is_empty()).then_some(children);
    DocumentSymbol {
        name,
        detail: says(value),
        kind,
        tags: None,
        deprecated: None,
        range,
        selection_range: lines.range(key.span),
        children,
    }
}

/// The first text of it that has more than a word.
fn says(value: &Node<'_>) -> Option<String> {
    let text = |node: &Node<'_>| match &node.value {
        Value::Scalar { text, .. } => Some(single_spaced(&neutral(text))),
        _ => None,
    };
    match &value.value {
        Value::Mapping(nodes) => pairs(nodes).filter_map(|(_, value)| text(value)).find(|text| text.contains(' ')),
        _ => text(value),
    }
    .filter(|text| !text.is_empty())
}

#[must_use]
pub fn folds(view: &View<'_>) -> Vec<FoldingRange> {
    let tree = view.tree();
    let mut folds: Vec<FoldingRange> = Vec::new();
    for node in tree.root.iter().flat_map(Node::all) {
        let Value::Mapping(nodes) = &node.value else { continue };
        for (key, value) in pairs(nodes) {
            let (start, end) = (view.lines.line(key.span.start), view.lines.line(value.span.end));
            // What an alias stands for begins elsewhere.
            if start < end && key.span.start < value.span.start {
                let kind = Some(FoldingRangeKind::Region);
                folds.push(FoldingRange { start_line: start, end_line: end, kind, ..FoldingRange::default() });
            }
        }
    }
    folds.sort_by_key(|fold| (fold.start_line, fold.end_line));
    folds.dedup();
    folds
}
