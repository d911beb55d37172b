//! A file as the table of the format reads it: every key and every text in it, with what is meant to stand there.
//!
//! It needs no sound briefing. What is no part of the format is passed over, and what stands beside it is read all the same.

use super::patterns::Name;
use super::types::{BRIEFING, Field, Type, Value};
use crate::yaml::tree::{self, Node, pairs};

/// What a key or a text is meant to be.
#[derive(Debug, Clone, Copy)]
pub enum Meant {
    /// The key of a field, or of what a claim is.
    Key(&'static Type, Option<&'static Field>),
    /// A name that something is called by from here on.
    Defined(Name),
    /// A name that is called elsewhere.
    Named(Name),
    /// A text, or a word of another kind.
    Holds(Value),
}

/// A key or a text of the file.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'n> {
    pub node: &'n Node<'n>,
    pub meant: Meant,
    pub is_key: bool,
}

/// All of them, in the order of the file.
#[must_use]
pub fn spots<'n>(root: &'n Node<'n>) -> Vec<Spot<'n>> {
    let mut spots = Vec::new();
    mapping(root, &BRIEFING, &mut spots);
    spots
}

fn mapping<'n>(node: &'n Node<'n>, of: &'static Type, spots: &mut Vec<Spot<'n>>) {
    let tree::Value::Mapping(nodes) = &node.value else { return };
    for (key, value) in pairs(nodes) {
        let Some(name) = key.text() else { continue };
        spots.push(Spot { node: key, meant: Meant::Key(of, of.field(name)), is_key: true });
        if let Some(under) = of.under(name) {
            read(value, under, spots);
        }
    }
}

fn read<'n>(node: &'n Node<'n>, as_what: Value, spots: &mut Vec<Spot<'n>>) {
    let mut put = |meant| spots.push(Spot { node, meant, is_key: false });
    match (as_what, &node.value) {
        (Value::Any(values), _) => {
            if let Some(value) = values.iter().find(|value| fits(node, value)) {
                read(node, *value, spots);
            }
        }
        (Value::Type(of), tree::Value::Mapping(_)) => mapping(node, of, spots),
        (Value::List(value), tree::Value::Sequence(nodes)) => nodes.iter().for_each(|node| read(node, *value, spots)),
        (Value::Map(name, value), tree::Value::Mapping(nodes)) => {
            // What is called so has fields of its own; a word or a text is said of what is called so elsewhere.
            let is_defined = matches!(value, Value::Type(_) | Value::Map(..));
            for (key, of) in pairs(nodes) {
                let meant = if is_defined { Meant::Defined(name) } else { Meant::Named(name) };
                spots.push(Spot { node: key, meant, is_key: true });
                read(of, *value, spots);
            }
        }
        (Value::Type(_) | Value::List(_) | Value::Map(..), _) => {}
        (Value::Name(Name::Briefing), tree::Value::Scalar { .. }) => put(Meant::Defined(Name::Briefing)),
        (Value::Name(name), tree::Value::Scalar { .. }) => put(Meant::Named(name)),
        (value, tree::Value::Scalar { .. }) => put(Meant::Holds(value)),
        _ => {}
    }
}

/// Which of several things something may be is told by its shape; of two mappings the first has its own fields, and of two words
/// an id has a number.
fn fits(node: &Node<'_>, value: &Value) -> bool {
    match (&node.value, value) {
        (tree::Value::Mapping(nodes), Value::Type(of)) => {
            pairs(nodes).any(|(key, _)| key.text().is_some_and(|name| of.field(name).is_some()))
        }
        (tree::Value::Mapping(_), _) => matches!(value, Value::Map(..)),
        (tree::Value::Sequence(_), _) => matches!(value, Value::List(_)),
        (tree::Value::Scalar { text, .. }, Value::Word(words)) => (words.words)().iter().any(|word| word.word == text),
        (tree::Value::Scalar { .. }, _) => !matches!(value, Value::Type(_) | Value::Map(..) | Value::List(_) | Value::Any(_)),
    }
}

/// What may stand at the end of a path of keys and of places in lists, whatever does: of several, all.
#[must_use]
pub fn meant_at(path: &[String]) -> Vec<Value> {
    path.iter().fold(options(Value::Type(&BRIEFING)), |values, step| values.into_iter().flat_map(|value| inside(value, step)).collect())
}

fn inside(value: Value, step: &str) -> Vec<Value> {
    match value {
        Value::Type(of) => of.under(step).map_or_else(Vec::new, options),
        Value::List(value) if step.parse::<usize>().is_ok() => options(*value),
        Value::Map(_, value) => options(*value),
        _ => Vec::new(),
    }
}

fn options(value: Value) -> Vec<Value> {
    match value {
        Value::Any(values) => values.iter().flat_map(|value| options(*value)).collect(),
        value => vec![value],
    }
}
