//! What becomes of a briefing's file when its analyst makes a claim, sets words aside, rates, links or adds something.

use super::drift::Drift;
use super::may_hold::type_of;
use super::place::{next_id, path_of, section_of};
use super::quoting::Quoting;
use crate::briefing::model::ItemKind;
use crate::briefing::rename::{Names, Of, rename};
use crate::briefing::schema::types::Value as Format;
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
    /// A claim becomes one of another kind.
    Kind { claim: String, kind: &'static str },
    /// A field of an item, or of the briefing where that is empty, says something; where that is nothing, the field goes.
    Set { item: String, field: String, value: String, holds: Holds },
    /// The same of fields under a field, which is made where there is none and goes when it holds nothing. What is said under
    /// `alone` may stand in its place where nothing else is said.
    Fill { item: String, field: &'static str, values: Vec<Filled>, alone: Option<&'static str> },
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
    pub holds: Holds,
}

/// What is written under a field of the one line that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    Text,
    /// A list of what stands between blanks.
    Ids,
    /// A list of what stands between semicolons; where it may stand alone, one of them is no list.
    Texts {
        may_stand_alone: bool,
    },
}

/// Between texts that are typed on one line.
pub const BETWEEN: char = ';';

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
        Act::Kind { claim, kind } => {
            let path = path_of(root, claim)?;
            let kinds = type_of(ItemKind::Claim).kinds.map(|kinds| kinds()).unwrap_or_default();
            let now = kinds.iter().map(|kind| [&path[..], &[kind.word]].concat()).find(|path| root.at(path).is_some());
            edit.rename(&now.ok_or_else(|| Refused::new(format!("{claim} has no kind")))?, kind)?;
            claim.clone()
        }
        Act::Set { item, field, value, holds } => {
            let path = if item.is_empty() { Vec::new() } else { path_of(root, item)? };
            set(&mut edit, root, &path, field, value, *holds)?;
            item.clone()
        }
        Act::Fill { item, field, values, alone } => {
            fill(&mut edit, root, &[&path_of(root, item)?[..], &[field]].concat(), values, *alone)?;
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

/// What a field is to say; where that is nothing, the field goes.
fn set<'a>(edit: &mut Edit, root: &Node<'_>, under: &[&'a str], field: &'a str, value: &'a str, holds: Holds) -> Result<(), Refused> {
    let whole = [under, &[field]].concat();
    let texts: Vec<&str> = match holds {
        Holds::Text => vec![value],
        Holds::Ids => value.split_whitespace().collect(),
        Holds::Texts { .. } => value.split(BETWEEN).map(str::trim).filter(|text| !text.is_empty()).collect(),
    };
    let is_text = holds == Holds::Text || holds == Holds::Texts { may_stand_alone: true } && texts.len() == 1;
    match root.at(&whole) {
        None if texts.concat().is_empty() => Ok(()),
        None if is_text => edit.put(under, field, texts[0]),
        None => edit.put(under, field, texts),
        Some(_) if texts.concat().is_empty() => edit.remove(&whole),
        Some(Node { value: Value::Sequence(nodes), .. }) if holds != Holds::Text => list(edit, &whole, nodes, &texts),
        Some(node) if node.text().is_none() => Err(Refused::new(format!("`{field}` is {}; change it in the file", node.shape()))),
        Some(_) if is_text => edit.set(&whole, texts[0]),
        Some(_) => edit.replace(&whole, texts),
    }
}

/// A list that is to hold these texts; those that it holds already stay as they are written.
fn list(edit: &mut Edit, path: &[&str], nodes: &[Node<'_>], texts: &[&str]) -> Result<(), Refused> {
    let mut held: Vec<&str> = nodes.iter().map(|node| node.text().unwrap_or_default()).collect();
    let places: Vec<String> = (0..held.len()).map(|at| at.to_string()).collect();
    for at in (0..held.len()).rev() {
        if !texts.contains(&held[at]) && held.len() > texts.len() {
            edit.remove(&[path, &[&places[at]]].concat())?;
            held.remove(at);
        }
    }
    for (at, text) in texts.iter().enumerate() {
        match held.get(at) {
            Some(held) if held == text => {}
            Some(_) => edit.set(&[path, &[&places[at]]].concat(), text)?,
            None => edit.push(path, *text)?,
        }
    }
    (texts.len()..held.len()).rev().try_for_each(|at| edit.remove(&[path, &[&places[at]]].concat()))
}

fn fill(edit: &mut Edit, root: &Node<'_>, under: &[&str], values: &[Filled], alone: Option<&str>) -> Result<(), Refused> {
    let node = root.at(under);
    if let (Some(alone), Some((field, above))) = (alone, under.split_last())
        && node.is_none_or(|node| node.text().is_some())
    {
        // Nothing is typed of what stays as it is.
        let stays = node.and_then(Node::text).filter(|_| values.iter().all(|value| value.name != alone));
        let said = values.iter().map(|filled| (filled.name, filled.value.as_str())).filter(|(_, value)| !value.is_empty());
        let said: Vec<(&str, &str)> = stays.map(|text| (alone, text)).into_iter().chain(said).collect();
        return match said[..] {
            [] => set(edit, root, above, field, "", Holds::Text),
            [(name, text)] if name == alone => set(edit, root, above, field, text, Holds::Text),
            _ => {
                let fields: Value<'_> = said.into_iter().map(|(name, text)| (name, text.into())).collect();
                if node.is_none() { edit.put(above, field, fields) } else { edit.replace(under, fields) }
            }
        };
    }
    for Filled { name, value, holds } in values {
        set(edit, root, under, name, value, *holds)?;
    }
    let is_blank = Tree::read(edit.text()).root.as_ref().and_then(|root| root.at(under)).is_some_and(Node::is_blank);
    if is_blank { edit.remove(under) } else { Ok(()) }
}

/// What is written under a field: some hold lists, and one says of each in it which way it goes: `J1=up`.
fn value_of<'f>(kind: ItemKind, field: &str, value: &'f str) -> Value<'f> {
    let holds = type_of(kind).field(field).map(|row| row.value);
    match (holds, value.split_once('=')) {
        (Some(Format::List(_)), _) => Value::from(value.split_whitespace().collect::<Vec<_>>()),
        (Some(Format::Map(..)), Some((to, way))) => [(to, way.into())].into(),
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
