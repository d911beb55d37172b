//! What becomes of a briefing's file when its analyst makes a claim, sets words aside, rates, links or adds something.

use super::names::{Names, Of, rename};
use super::types::{field_of, type_of};
use crate::briefing::anchor::{Anchor, Anchoring};
use crate::briefing::model::{Briefing, ItemKind, Passage};
use crate::briefing::proposal::{Proposal, Proposals};
use crate::briefing::schema::names::Name;
use crate::briefing::schema::types::Value as Holds;
use crate::briefing::schema::walk::{Meant, spots};
use crate::briefing::{Resolved, Spanned};
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Tree, Value, pairs};
use std::ops::Range;

/// Words of a source, so that they are found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The id of the source; `None` where the briefing has one only.
    pub source: Option<String>,
    pub exact: String,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Claim {
        section: String,
        kind: String,
        text: String,
        credibility: Option<String>,
        quote: Quoted,
    },
    /// More words that say what a claim says.
    AddWords {
        claim: String,
        quote: Quoted,
    },
    SetAside {
        source: String,
        quote: Quoted,
        why: String,
    },
    /// A field of an item, or of the briefing where that is empty, gets a text or a word; where there is none, the field goes.
    Set {
        item: String,
        field: String,
        value: String,
    },
    /// An id joins the list of a field. Where it is said of each in it which way it goes, also that.
    Link {
        item: String,
        field: String,
        id: String,
        way: Option<String>,
    },
    /// An item with its fields; an actor under an id of its own, others under the next number.
    Add {
        kind: ItemKind,
        id: Option<String>,
        fields: Vec<(String, String)>,
    },
    /// It gets another name.
    Rename {
        of: Of,
        old: String,
        new: String,
    },
}

/// A file in which an act is done, and what to say of it: "C12", "J3".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub text: String,
    pub subject: String,
}

/// # Errors
///
/// It cannot be done in place, and why.
pub fn done(text: &str, act: &Act) -> Result<Done, Refused> {
    let mut edit = Edit::new(text);
    let subject = match act {
        Act::Claim { section, kind, text: says, credibility, quote } => {
            let id = next_id(text, 'C');
            let mut fields = vec![(kind.as_str(), Value::from(says.as_str())), ("quote", quote.as_field())];
            fields.extend(credibility.as_deref().map(|grade| ("credibility", Value::from(grade))));
            into_map(&mut edit, &["sections", section], &id, fields)?;
            id
        }
        Act::AddWords { claim, quote } => {
            let section = section_of(text, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
            more_words(&mut edit, &["sections", &section, claim, "quote"], quote)?;
            claim.clone()
        }
        Act::SetAside { source, quote, why } => {
            let entry = mapping(vec![("quote", quote.alone()), ("why", Value::from(why.as_str()))]);
            let path = ["sources", source, "set_aside"];
            if has(text, &path) {
                edit.push(&path, entry)?;
            } else {
                edit.insert(&path[..2], "set_aside", Value::Sequence(vec![entry.into()]), None)?;
            }
            source.clone()
        }
        Act::Set { item, field, value } => {
            set(&mut edit, item, field, value)?;
            item.clone()
        }
        Act::Link { item, field, id, way } => {
            link(&mut edit, item, field, id, way.as_deref())?;
            item.clone()
        }
        Act::Add { kind, id, fields } => {
            let numbered = || kind.letter().map(|letter| next_id(text, letter));
            let id = id.clone().or_else(numbered).ok_or_else(|| Refused::new("it needs a name"))?;
            let fields = fields.iter().map(|(name, value)| (name.as_str(), value_of(*kind, name, value))).collect();
            into_map(&mut edit, &[field_of(*kind)], &id, fields)?;
            id
        }
        Act::Rename { of, old, new } => {
            let renamed = rename(text, &Names::from([((*of, old.clone()), new.clone())]))?;
            return Ok(Done { text: renamed.text, subject: new.clone() });
        }
    };
    Ok(Done { text: edit.text().to_owned(), subject })
}

fn set(edit: &mut Edit, item: &str, field: &str, value: &str) -> Result<(), Refused> {
    let text = edit.text().to_owned();
    let path = if item.is_empty() { Vec::new() } else { path_of(&text, item)? };
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let whole = [&path[..], &[field]].concat();
    match (has(&text, &whole), value.is_empty()) {
        (true, true) => edit.remove(&whole),
        (true, false) => edit.set(&whole, value),
        (false, true) => Ok(()),
        (false, false) => edit.insert(&path, field, value, None),
    }
}

fn link(edit: &mut Edit, item: &str, field: &str, id: &str, way: Option<&str>) -> Result<(), Refused> {
    let text = edit.text().to_owned();
    let path = path_of(&text, item)?;
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let whole = [&path[..], &[field]].concat();
    if list_of(&text, &whole).iter().any(|other| other == id) {
        return Err(Refused::new(format!("{item} has {id} among its `{field}` already")));
    }
    match (way, has(&text, &whole)) {
        (Some(way), true) => edit.insert(&whole, id, way, None),
        (Some(way), false) => edit.insert(&path, field, mapping(vec![(id, Value::from(way))]), None),
        (None, true) => edit.push(&whole, id),
        (None, false) => edit.insert(&path, field, vec![id], None),
    }
}

/// What is written under a field: some hold lists, and one says of each in it which way it goes: `J1=up`.
fn value_of<'f>(kind: ItemKind, field: &str, value: &'f str) -> Value<'f> {
    let holds = type_of(kind).fields.iter().find(|row| row.name == field).map(|row| row.value);
    match (holds, value.split_once('=')) {
        (Some(Holds::List(_)), _) => Value::from(value.split_whitespace().collect::<Vec<_>>()),
        (Some(Holds::Map(..)), Some((to, way))) => mapping(vec![(to, Value::from(way))]),
        _ => Value::from(value),
    }
}

fn mapping<'f>(fields: Vec<(&'f str, Value<'f>)>) -> Value<'f> {
    Value::Mapping(fields.into_iter().flat_map(|(key, value)| [Value::from(key).into(), value.into()]).collect())
}

/// Puts an entry at the end of a mapping, which is made where there is none.
fn into_map(edit: &mut Edit, path: &[&str], key: &str, fields: Vec<(&str, Value<'_>)>) -> Result<(), Refused> {
    let text = edit.text().to_owned();
    let there = (1..=path.len()).rev().find(|end| has(&text, &path[..*end])).unwrap_or_default();
    let mut value = mapping(fields);
    let names: Vec<&str> = path[there..].iter().copied().chain([key]).collect();
    for name in names[1..].iter().rev() {
        value = mapping(vec![(name, value)]);
    }
    edit.insert(&path[..there], names[0], value, None)
}

fn more_words(edit: &mut Edit, path: &[&str], quote: &Quoted) -> Result<(), Refused> {
    let text = edit.text().to_owned();
    let tree = Tree::read(&text);
    match (&quote.source, found(&tree, path).map(|node| &node.value)) {
        (_, None) => edit.insert(&path[..path.len() - 1], path[path.len() - 1], quote.as_field(), None),
        (_, Some(Value::Sequence(_))) => edit.push(path, quote.alone()),
        // Under its source, where the passages stand by their sources.
        (Some(source), Some(Value::Mapping(_))) if found(&tree, &[path, &["exact"]].concat()).is_none() => {
            let under = [path, &[source.as_str()]].concat();
            match found(&tree, &under).map(|node| &node.value) {
                None => edit.insert(path, source, quote.alone(), None),
                Some(Value::Sequence(_)) => edit.push(&under, quote.alone()),
                Some(old) => listed(edit, &under, old.clone(), quote),
            }
        }
        (_, Some(old)) => listed(edit, path, old.clone(), quote),
    }
}

/// One passage becomes a list of two.
fn listed(edit: &mut Edit, path: &[&str], old: Value<'_>, quote: &Quoted) -> Result<(), Refused> {
    let (name, holder) = (path[path.len() - 1], &path[..path.len() - 1]);
    let before = Tree::read(edit.text()).root.as_ref().and_then(|root| key_before(root, path)).map(str::to_owned);
    let mut now = edit.clone();
    now.remove(path)?;
    now.insert(holder, name, Value::Sequence(vec![old.into(), quote.alone().into()]), before.as_deref())?;
    *edit = now;
    Ok(())
}

/// The field before one in its mapping, so that what is written anew stands where it stood.
fn key_before<'n>(root: &'n Node<'_>, path: &[&str]) -> Option<&'n str> {
    let (name, holder) = path.split_last()?;
    let node = walked(root, holder)?;
    let Value::Mapping(nodes) = &node.value else { return None };
    let keys: Vec<&str> = pairs(nodes).filter_map(|(key, _)| word(key)).collect();
    let at = keys.iter().position(|key| key == name)?;
    keys.get(at.checked_sub(1)?).copied()
}

pub(super) fn word<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    if let Value::Scalar { text, .. } = &node.value { Some(text) } else { None }
}

pub(super) fn walked<'n, 'f>(root: &'n Node<'f>, path: &[&str]) -> Option<&'n Node<'f>> {
    path.iter().try_fold(root, |node, name| match &node.value {
        Value::Mapping(nodes) => pairs(nodes).find(|(key, _)| word(key) == Some(name)).map(|(_, value)| value),
        Value::Sequence(nodes) => nodes.get(name.parse::<usize>().ok()?),
        Value::Scalar { .. } => None,
    })
}

fn found<'n, 'f>(tree: &'n Tree<'f>, path: &[&str]) -> Option<&'n Node<'f>> {
    walked(tree.root.as_ref()?, path).filter(|node| !node.is_blank())
}

/// The field is there, though it may be blank.
fn has(text: &str, path: &[&str]) -> bool {
    Tree::read(text).root.as_ref().is_some_and(|root| walked(root, path).is_some())
}

fn list_of(text: &str, path: &[&str]) -> Vec<String> {
    let tree = Tree::read(text);
    match found(&tree, path).map(|node| &node.value) {
        Some(Value::Sequence(nodes)) => nodes.iter().filter_map(|node| Some(word(node)?.to_owned())).collect(),
        Some(Value::Scalar { text, .. }) => vec![text.to_string()],
        _ => Vec::new(),
    }
}

/// Where an item stands in the file, as the keys that lead to it.
pub(super) fn path_of(text: &str, id: &str) -> Result<Vec<String>, Refused> {
    let tree = Tree::read(text);
    let missing = || Refused::new(format!("there is no `{id}`"));
    let root = tree.root.as_ref().ok_or_else(missing)?;
    for kind in ItemKind::ALL.into_iter().filter(|kind| *kind != ItemKind::Claim) {
        if walked(root, &[field_of(kind), id]).is_some() {
            return Ok(vec![field_of(kind).to_owned(), id.to_owned()]);
        }
    }
    let section = section_of(text, id).ok_or_else(missing)?;
    Ok(vec!["sections".to_owned(), section, id.to_owned()])
}

fn section_of(text: &str, claim: &str) -> Option<String> {
    let tree = Tree::read(text);
    let Value::Mapping(nodes) = &walked(tree.root.as_ref()?, &["sections"])?.value else { return None };
    let has = |value: &Node<'_>| walked(value, &[claim]).is_some();
    pairs(nodes).find(|(_, value)| has(value)).and_then(|(key, _)| Some(word(key)?.to_owned()))
}

/// The number behind the greatest that the file has, of a kind: what was deleted is not called again by its name.
#[must_use]
pub fn next_id(text: &str, letter: char) -> String {
    let tree = Tree::read(text);
    let ids = tree.root.iter().flat_map(spots).filter_map(|spot| match (spot.meant, word(spot.node)) {
        (Meant::Defined(Name::Item(_)) | Meant::Named(Name::Item(_)), Some(id)) => id.strip_prefix(letter)?.parse::<u64>().ok(),
        _ => None,
    });
    format!("{letter}{}", ids.max().unwrap_or_default() + 1)
}

impl Quoted {
    /// Words of a source, as they are found between two of its bytes; `None` where nothing tells them from the same words
    /// elsewhere, or they do not stand there.
    #[must_use]
    pub fn within(resolved: &Resolved, source: usize, exact: &str, range: &Range<usize>) -> Option<Self> {
        let text = resolved.text(source)?;
        let briefing: &Briefing = &resolved.briefing;
        let written = |value: &str| Spanned { value: value.to_owned(), span: crate::briefing::Span::default() };
        let passage = Passage { source: None, exact: written(exact), prefix: None, suffix: None };
        let anchor = Anchoring::new(text).find(&passage);
        let of = (briefing.sources.len() > 1).then(|| briefing.sources[source].head.id.value.clone());
        let alone = Self { source: of, exact: exact.to_owned(), prefix: None, suffix: None };
        match anchor {
            Anchor::Found { .. } => Some(alone),
            Anchor::Ambiguous { .. } => {
                let Proposal::Places { first, .. } = Proposals::new(text).propose(&passage, &anchor) else { return None };
                let here = |place: &Range<usize>| place.start >= range.start && place.end <= range.end;
                let stretch = first.into_iter().find(|stretch| here(&stretch.range) && stretch.anchors)?;
                Some(Self { exact: stretch.exact, prefix: stretch.prefix, suffix: stretch.suffix, ..alone })
            }
            _ => None,
        }
    }

    /// As it stands under `quote`.
    fn as_field(&self) -> Value<'_> {
        match &self.source {
            Some(source) => mapping(vec![(source, self.alone())]),
            None => self.alone(),
        }
    }

    /// Without its source.
    fn alone(&self) -> Value<'_> {
        let beside = [("prefix", &self.prefix), ("suffix", &self.suffix)];
        let beside: Vec<(&str, Value<'_>)> =
            beside.iter().filter_map(|(name, words)| Some((*name, Value::from(words.as_deref()?)))).collect();
        if beside.is_empty() {
            return Value::from(self.exact.as_str());
        }
        mapping([("exact", Value::from(self.exact.as_str()))].into_iter().chain(beside).collect())
    }
}
