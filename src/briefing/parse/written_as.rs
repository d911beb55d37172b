//! How a value of the wrong shape is written: hints that lead to what is accepted.

use crate::yaml::scalar::{Site, scalar_like};
use crate::yaml::tree::{Node, Value};

/// What stands around ids in a text that should be a list of them.
const BETWEEN: &[char] = &[',', ';', '[', ']', '(', ')', '{', '}', '"', '\''];

/// The values of a text that should be a list, as they stand in brackets.
pub fn listed(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || BETWEEN.contains(&c)).filter(|word| !word.is_empty()).collect();
    let ids: Vec<&str> = words.iter().copied().filter(|word| !matches!(*word, "and" | "&" | "or")).collect();
    if ids.iter().all(|word| is_id(word)) {
        return ids.join(", ");
    }
    let inside = text.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let plain = |part: &str| scalar_like("x", part.trim().trim_matches(['"', '\'']), Site { is_key: false, in_brackets: true });
    inside.split([',', ';']).filter(|part| !part.trim().is_empty()).map(plain).collect::<Vec<_>>().join(", ")
}

/// The id of an item, such as `J12`.
fn is_id(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric())
}

/// What to write for the ids that an indicator moves where each has no direction, or quotation marks stand around all:
/// "write {J3: up, J1: up}".
pub fn moved(node: &Node<'_>) -> Option<String> {
    let nodes = if let Value::Sequence(nodes) = &node.value { nodes.as_slice() } else { std::slice::from_ref(node) };
    let one = |part: &str| {
        let (id, direction) = part.split_once(':').map_or((part, "up"), |(id, direction)| (id, direction.trim()));
        is_id(id.trim()).then(|| format!("{}: {direction}", id.trim()))
    };
    let all = |node: &Node<'_>| match &node.value {
        Value::Scalar { text, .. } => {
            let parts = text.trim_matches(['{', '}', '[', ']']).split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(one).collect::<Option<Vec<_>>>().map(|parts| parts.join(", "))
        }
        _ => None,
    };
    Some(format!("write {{{}}}", nodes.iter().map(all).collect::<Option<Vec<_>>>()?.join(", ")))
}

/// What is wrong with an id that an indicator moves and that has nothing behind it, and what to write: `{J1}`, `{J1:down}`.
pub fn undirected(id: &str) -> (String, String) {
    match id.split_once(':').filter(|(id, direction)| is_id(id) && !direction.is_empty()) {
        Some((id, direction)) => {
            (format!("`{id}:{direction}` is one word"), format!("write a space behind the colon: {{{id}: {direction}}}"))
        }
        None => (format!("nothing says which way it moves {id}"), format!("write {{{id}: up}} or {{{id}: down}}")),
    }
}

/// Quotation marks make a text of what stands between them.
pub fn unquoted(node: &Node<'_>) -> Option<String> {
    let Value::Scalar { text, plain: false } = &node.value else { return None };
    let text = text.trim();
    let is_bracketed = text.starts_with('{') && text.ends_with('}');
    is_bracketed.then(|| "take the quotation marks around the braces away".to_owned())
}

/// What to do about a list or a mapping where a text should stand.
pub fn bracketed(node: &Node<'_>) -> &'static str {
    let is_id = |node: &Node<'_>| matches!(&node.value, Value::Scalar { text, .. } if is_id(text));
    match &node.value {
        Value::Sequence(nodes) if !nodes.is_empty() && nodes.iter().all(is_id) => "take the inner brackets away",
        _ => "put text that begins with a bracket into quotation marks",
    }
}
