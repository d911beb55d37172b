//! The only source of a briefing, which passages need not name, before it gets another one beside it.

use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Tree, Value, pairs};

/// Each passage that names no source names the only one. Where there is none, or there are several, nothing is done.
///
/// # Errors
///
/// It cannot be named in place.
pub fn name_only_source(edit: &mut Edit) -> Result<(), Refused> {
    let text = edit.text().to_owned();
    let tree = Tree::read(&text);
    let Some(root) = &tree.root else { return Ok(()) };
    let Some(Value::Mapping(sources)) = root.at(&["sources"]).map(|sources| &sources.value) else { return Ok(()) };
    let [only, _] = sources.as_slice() else { return Ok(()) };
    let mut nameless = Vec::new();
    for field in ["sections", "candidates"] {
        for (section, within) in root.at(&[field]).map_or_else(Vec::new, entries) {
            for (item, quoting) in entries(within) {
                if quoting.at(&["quote"]).is_some_and(is_nameless) {
                    nameless.push(vec![field.to_owned(), section.clone(), item, "quote".to_owned()]);
                }
            }
        }
    }
    match only.text() {
        Some(id) if !nameless.is_empty() => edit.nest(&nameless, id),
        _ => Ok(()),
    }
}

/// A passage or a list of them. A mapping of sources has the names of these for its keys.
fn is_nameless(quote: &Node<'_>) -> bool {
    match quote.value {
        Value::Mapping(_) => quote.at(&["exact"]).is_some(),
        _ => !quote.is_blank(),
    }
}

fn entries<'n, 'f>(node: &'n Node<'f>) -> Vec<(String, &'n Node<'f>)> {
    match &node.value {
        Value::Mapping(nodes) => pairs(nodes).filter_map(|(key, value)| Some((key.text()?.to_owned(), value))).collect(),
        Value::Sequence(nodes) => nodes.iter().enumerate().map(|(at, node)| (at.to_string(), node)).collect(),
        Value::Scalar { .. } => Vec::new(),
    }
}
