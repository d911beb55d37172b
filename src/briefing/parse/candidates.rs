//! Reading candidates: sentences that wait to be taken as claims.

use super::reader::{Fields, Reader, TERMS};
use super::sources::{named, quoted};
use super::words::{kind, says_nothing};
use crate::briefing::model::{Candidate, Text};
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::yaml::tree::{Node, Value};

/// By the slugs of the sections that their claims would stand in.
pub fn candidates(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (slug, node) in fields.map(reader, "candidates", |_, slug, node| Some((slug, node))) {
        named(reader, &slug);
        match &node.value {
            Value::Sequence(nodes) => {
                found.extend(nodes.iter().enumerate().filter_map(|(at, node)| candidate(reader, &slug, at, node)));
            }
            _ if node.is_blank() => reader.blank("", slug.span, &slug.value),
            _ => reader.report(TERMS.wrong("", node, &format!("`{}`", slug.value), "a list of candidates")),
        }
    }
    found
}

fn candidate(reader: &mut Reader, section: &Text, at: usize, node: &Node<'_>) -> Option<Candidate> {
    if !matches!(node.value, Value::Mapping(_)) {
        reader.report(TERMS.wrong("", node, "a candidate", "a mapping"));
        return None;
    }
    let mut fields = reader.fields(node, "")?;
    let (kind, text) = kind(reader, &mut fields, ClaimKind::all());
    let passages = quoted(reader, &mut fields);
    if kind.is_none() {
        says_nothing(reader, &fields, ("", node.span), ClaimKind::all(), "what the source says");
    }
    fields.finish(reader);
    Some(Candidate { section: section.clone(), at, span: node.span, kind, text, passages })
}
