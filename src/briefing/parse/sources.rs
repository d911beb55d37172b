//! Reading sources, actors, sections and claims.

use super::ids::{VIEWS, is_slug};
use super::reader::{Fields, Reader, TERMS, item};
use super::words::{kind, says_nothing};
use crate::briefing::date::Date;
use crate::briefing::model::{Actor, Briefing, Claim, Extent, Head, ItemKind, Passage, SetAside, Source, Text};
use crate::briefing::pin::Digest;
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::text::lookalike::{as_seen, lookalikes};
use crate::text::{clip, nearest_word};
use crate::yaml::finding::Finding;
use crate::yaml::spanned::{Spanned, Word};
use crate::yaml::tree::{Node, Value, pairs};

pub fn source(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Source {
    let (url, retrieved) = url(reader, fields);
    let (publisher, publication) = publisher(reader, fields);
    Source {
        kind: fields.text(reader, "type"),
        title: fields.text(reader, "title"),
        authors: fields.one_or_several(reader, "author"),
        date: fields.date(reader, "date"),
        url,
        retrieved,
        publisher,
        publication,
        file: fields.text(reader, "file"),
        origin: fields.text(reader, "origin"),
        sha256: fields.text(reader, "sha256").map(|text| pin(reader, &head.id, text)),
        reliability: fields.word(reader, "reliability"),
        descriptor: fields.text(reader, "descriptor"),
        set_aside: set_aside(reader, fields),
        head,
    }
}

fn pin(reader: &mut Reader, id: &str, text: Text) -> Word<Digest> {
    let value = Digest::parse(&text.value);
    if value.is_none() {
        let message = format!("`{}` is no SHA-256: that has 64 hexadecimal digits", clip(&text.value, 20));
        reader.report(
            Finding::new("source/bad-pin", id, text.span, message)
                .hint(lookalikes(&text.value).unwrap_or_else(|| "write what `sha256sum` prints for the file".to_owned())),
        );
    }
    reader.understood(text, value)
}

/// `url: ADDRESS` or, as Hayagriva has it, `url: {value: ADDRESS, date: RETRIEVED}`.
fn url(reader: &mut Reader, fields: &mut Fields<'_>) -> (Option<Text>, Option<Word<Date>>) {
    let Some((_, node)) = fields.take("url") else { return (None, None) };
    if !matches!(node.value, Value::Mapping(_)) {
        return (reader.text(node, fields.id(), "url"), None);
    }
    let Some(mut parts) = reader.fields(node, fields.id()) else { return (None, None) };
    let value = parts.text(reader, "value");
    let retrieved = parts.date(reader, "date");
    parts.finish(reader);
    (value, retrieved)
}

/// `parent: TITLE` or, as Hayagriva has it, `parent: {type: newspaper, title: TITLE}`.
fn publisher(reader: &mut Reader, fields: &mut Fields<'_>) -> (Option<Text>, Option<Text>) {
    let Some((_, node)) = fields.take("parent") else { return (None, None) };
    if !matches!(node.value, Value::Mapping(_)) {
        return (reader.text(node, fields.id(), "parent"), None);
    }
    let Some(mut parts) = reader.fields(node, fields.id()) else { return (None, None) };
    let read = (parts.text(reader, "title"), parts.text(reader, "type"));
    parts.finish(reader);
    read
}

fn set_aside(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<SetAside> {
    let Some((_, node)) = fields.take("set_aside") else { return Vec::new() };
    let Value::Sequence(nodes) = &node.value else {
        reader.expected(node, fields.id(), "set_aside", "a list");
        return Vec::new();
    };
    let read = |node: &Node<'_>| {
        let mut parts = reader.fields(node, fields.id())?;
        let nodes = ["quote", "from", "to", "heading"].map(|name| parts.take(name).map(|(_, node)| node));
        let why = parts.text(reader, "why");
        let misspelt = parts.has_blank() || ["quote", "from", "to", "heading"].into_iter().any(|name| parts.has_like(name));
        parts.finish(reader);
        let mut words = |node| passage(reader, node, fields.id(), None);
        let extent = match nodes {
            [Some(quote), None, None, None] => Extent::Quote(words(quote)?),
            [None, Some(from), Some(to), None] => {
                let (from, to) = (words(from), words(to));
                Extent::Range { from: from?, to: to? }
            }
            [None, None, None, Some(title)] => Extent::Heading(reader.text(title, fields.id(), "heading")?),
            _ if misspelt => return None,
            _ => {
                let message = "a part set aside is one of three: `quote`, `from` with `to`, or `heading`";
                let hint = "write the passage as `quote: …`, its ends as `from: …` and `to: …`, or the title as `heading: …`";
                reader.report(Finding::new("source/bad-set-aside", fields.id(), node.span, message).hint(hint));
                return None;
            }
        };
        Some(SetAside { extent, why })
    };
    nodes.iter().filter_map(read).collect()
}

pub fn actor(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Actor {
    Actor { name: fields.text(reader, "name"), aka: fields.texts(reader, "aka"), of: fields.text(reader, "of"), head }
}

/// The sections, and in one list the claims of all.
pub fn sections(reader: &mut Reader, fields: &mut Fields<'_>, briefing: &mut Briefing) {
    let before = reader.findings.len();
    let sections = fields.map(reader, "sections", |_, slug, node| Some((slug, node)));
    if reader.findings.len() > before {
        // A section that stands twice is read once, so some claims are not known.
        reader.unread.kinds.insert(ItemKind::Claim);
    }
    for (slug, node) in sections {
        named(reader, &slug);
        let section = briefing.sections.len();
        if let Value::Mapping(claims) = &node.value {
            for (key, value) in pairs(claims) {
                briefing.claims.extend(item(reader, "sections", key, value, Some('C'), &mut |r, f, h| claim(r, f, h, section)));
            }
        } else if node.is_blank() {
            reader.blank("", slug.span, &slug.value);
        } else {
            reader.report(TERMS.wrong("", node, &format!("section `{}`", slug.value), "a mapping of claims"));
            reader.unread.kinds.insert(ItemKind::Claim);
        }
        briefing.sections.push(slug);
    }
}

/// Reports what may not be the name of a section.
pub fn named(reader: &mut Reader, slug: &Text) {
    if VIEWS.contains(&slug.value.as_str()) {
        let message = format!("a section may not be called `{}`: that is a view", slug.value);
        reader.report(Finding::new("id/reserved", "", slug.span, message).hint("choose another slug"));
    } else if !is_slug(&slug.value) {
        let message = format!("`{}` is no slug", slug.value);
        let hint = lookalikes(&slug.value).unwrap_or_else(|| "a slug has small letters, digits and hyphens".to_owned());
        reader.report(Finding::new("id/prefix", "", slug.span, message).hint(hint));
        reader.unread.ids.extend([slug.value.to_lowercase(), as_seen(&slug.value)]);
    }
}

fn claim(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, section: usize) -> Claim {
    let (kind, text) = kind(reader, fields, ClaimKind::all());
    let passages = quoted(reader, fields);
    let claim = Claim { section, kind, text, passages, credibility: fields.word(reader, "credibility"), head };
    if claim.kind.is_none() {
        says_nothing(reader, fields, (&claim.head.id, claim.head.id.span), ClaimKind::all(), "what the source says");
    }
    claim
}

/// The passages under `quote`.
pub fn quoted(reader: &mut Reader, fields: &mut Fields<'_>) -> Vec<Passage> {
    fields.take("quote").map_or_else(Vec::new, |(_, node)| passages(reader, node, fields.id(), None))
}

/// A passage, a list of passages, or a map of source to either.
fn passages(reader: &mut Reader, node: &Node<'_>, id: &str, source: Option<&Text>) -> Vec<Passage> {
    match &node.value {
        Value::Sequence(nodes) => nodes.iter().filter_map(|node| passage(reader, node, id, source)).collect(),
        Value::Mapping(by_source) if source.is_none() && !is_passage(by_source) => {
            let mut found = Vec::new();
            for (key, value) in pairs(by_source) {
                if let Some(name) = reader.text(key, id, "quote") {
                    found.extend(passages(reader, value, id, Some(&name)));
                }
            }
            found
        }
        _ => passage(reader, node, id, source).into_iter().collect(),
    }
}

/// The keys are those of a passage, if perhaps misspelt, and not sources.
fn is_passage(mapping: &[Node<'_>]) -> bool {
    let of_passage =
        |key: &Node<'_>| matches!(&key.value, Value::Scalar { text, .. } if nearest_word(text, ["exact", "prefix", "suffix"]).is_some());
    pairs(mapping).any(|(key, _)| of_passage(key))
}

/// A passage: its words, or `{exact, prefix, suffix}`.
fn passage(reader: &mut Reader, node: &Node<'_>, id: &str, source: Option<&Text>) -> Option<Passage> {
    let source = source.cloned();
    match &node.value {
        Value::Scalar { .. } => Some(Passage { source, exact: reader.text(node, id, "quote")?, prefix: None, suffix: None }),
        Value::Mapping(_) => {
            let mut parts = reader.fields(node, id)?;
            let exact = parts.text(reader, "exact");
            let passage = Passage {
                source,
                exact: exact.clone().unwrap_or(Spanned { value: String::new(), span: node.span }),
                prefix: parts.text(reader, "prefix"),
                suffix: parts.text(reader, "suffix"),
            };
            let misspelt = parts.has_blank() || parts.has_like("exact");
            parts.finish(reader);
            if exact.is_none() && !misspelt {
                reader.unread.fields.insert((id.to_owned(), "exact"));
                reader.report(Finding::new("yaml/wrong-type", id, node.span, "a passage without `exact`: the quoted words"));
            }
            exact.map(|_| passage)
        }
        Value::Sequence(_) => {
            reader.unread.fields.insert((id.to_owned(), "exact"));
            reader.report(TERMS.wrong(id, node, "a passage", "quoted words"));
            None
        }
    }
}
