//! What becomes of a briefing's file when its analyst makes a claim, sets words aside, rates, links or adds something.

use super::drift::Drift;
use super::place::{next_id, path_of, section_of};
use super::quoting::Quoting;
use super::rename::{Names, Of, rename};
use super::types::type_of;
use crate::briefing::model::ItemKind;
use crate::briefing::schema::types::Value as Holds;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Tree, Value, pairs};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Words of a source become something.
    Quote(Quoting),
    /// A source says something else today.
    Drift(Drift),
    /// A claim goes to another section, as it is written.
    Move { claim: String, section: String },
    /// A field of an item, or of the briefing where that is empty, gets a text or a word; where there is none, the field goes.
    Set { item: String, field: String, value: String },
    /// The same of fields under a field, which is made where there is none and goes when it holds nothing.
    Fill { item: String, field: &'static str, values: Vec<Filled> },
    /// An id joins the list of a field. Where it is said of each in it which way it goes, also that.
    Link { item: String, field: String, id: String, way: Option<String> },
    /// An item with its fields; an actor under an id of its own, others under the next number.
    Add { kind: ItemKind, id: Option<String>, fields: Vec<(String, String)> },
    /// It gets another name.
    Rename { of: Of, old: String, new: String },
}

/// What a field under another is to say; where it is empty, the field goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    pub name: &'static str,
    pub value: String,
    /// Of ids, with blanks between them.
    pub is_list: bool,
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
    let tree = Tree::read(text);
    let root = tree.root.as_ref().ok_or_else(|| Refused::new("the file is empty"))?;
    let mut edit = Edit::new(text);
    let subject = match act {
        Act::Quote(quoting) => quoting.done(&mut edit, root)?,
        Act::Drift(drift) => drift.done(&mut edit, root)?,
        Act::Move { claim, section } => {
            let from = section_of(root, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
            if from == section {
                return Err(Refused::new(format!("{claim} is in `{section}` already")));
            }
            edit.relocate(&["sections", from, claim], &["sections", section])?;
            claim.clone()
        }
        Act::Set { item, field, value } => {
            let path = if item.is_empty() { Vec::new() } else { path_of(root, item)? };
            set(&mut edit, root, &path, field, value)?;
            item.clone()
        }
        Act::Fill { item, field, values } => {
            fill(&mut edit, root, &[&path_of(root, item)?[..], &[field]].concat(), values)?;
            item.clone()
        }
        Act::Link { item, field, id, way } => {
            link(&mut edit, root, item, field, id, way.as_deref())?;
            item.clone()
        }
        Act::Add { kind, id, fields } => {
            let numbered = || kind.letter().map(|letter| next_id(root, letter));
            let id = id.clone().or_else(numbered).ok_or_else(|| Refused::new("it needs a name"))?;
            let fields = fields.iter().map(|(name, value)| (name.as_str(), value_of(*kind, name, value)));
            edit.put(&[kind.field()], &id, fields.collect::<Value<'_>>())?;
            id
        }
        Act::Rename { of, old, new } => {
            let renamed = rename(text, &Names::from([((*of, old.clone()), new.clone())]))?;
            return Ok(Done { text: renamed.text, subject: new.clone() });
        }
    };
    Ok(Done { text: edit.text().to_owned(), subject })
}

fn link<'a>(edit: &mut Edit, root: &'a Node<'a>, item: &'a str, field: &'a str, id: &'a str, way: Option<&'a str>) -> Result<(), Refused> {
    let path = path_of(root, item)?;
    let whole = [&path[..], &[field]].concat();
    let list = root.at(&whole);
    if list.is_some_and(|list| names(list).any(|other| other == id)) {
        return Err(Refused::new(format!("{item} has {id} among its `{field}` already")));
    }
    match way {
        Some(way) => edit.put(&whole, id, way),
        // One alone stands for a list.
        None if list.and_then(Node::text).is_some_and(|id| !id.is_empty()) => edit.enlist(&whole, id),
        None => edit.append(&path, field, id),
    }
}

/// A text under a field; where it is empty, the field goes.
fn set<'a>(edit: &mut Edit, root: &Node<'_>, under: &[&'a str], field: &'a str, value: &'a str) -> Result<(), Refused> {
    let whole = [under, &[field]].concat();
    match (root.at(&whole), value.is_empty()) {
        (None, true) => Ok(()),
        (None, false) => edit.put(under, field, value),
        (Some(node), _) if node.text().is_none() => Err(Refused::new(format!("`{field}` is {}; change it in the file", node.shape()))),
        (Some(_), true) => edit.remove(&whole),
        (Some(_), false) => edit.set(&whole, value),
    }
}

fn fill(edit: &mut Edit, root: &Node<'_>, under: &[&str], values: &[Filled]) -> Result<(), Refused> {
    for Filled { name, value, is_list } in values {
        if !is_list {
            set(edit, root, under, name, value)?;
            continue;
        }
        let whole = [under, &[name]].concat();
        if edit.has(&whole)? {
            edit.remove(&whole)?;
        }
        if !value.is_empty() {
            edit.put(under, name, value.split_whitespace().collect::<Vec<_>>())?;
        }
    }
    let is_blank = Tree::read(edit.text()).root.as_ref().and_then(|root| root.at(under)).is_some_and(Node::is_blank);
    if is_blank { edit.remove(under) } else { Ok(()) }
}

/// What is written under a field: some hold lists, and one says of each in it which way it goes: `J1=up`.
fn value_of<'f>(kind: ItemKind, field: &str, value: &'f str) -> Value<'f> {
    let holds = type_of(kind).field(field).map(|row| row.value);
    match (holds, value.split_once('=')) {
        (Some(Holds::List(_)), _) => Value::from(value.split_whitespace().collect::<Vec<_>>()),
        (Some(Holds::Map(..)), Some((to, way))) => [(to, way.into())].into(),
        _ => Value::from(value),
    }
}

/// What a list of ids holds, or a mapping under them; one alone may stand for a list.
fn names<'n>(list: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    let nodes = match &list.value {
        Value::Sequence(nodes) => nodes.iter().collect(),
        Value::Mapping(nodes) => pairs(nodes).map(|(key, _)| key).collect(),
        Value::Scalar { .. } => vec![list],
    };
    nodes.into_iter().filter_map(Node::text)
}
