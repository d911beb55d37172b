//! The fields of a mapping by name: what is asked for is known, the rest is "did you mean".

use super::finding::Finding;
use super::spanned::Span;
use super::tree::{Node, Value, pairs};
use crate::text::{meant, nearest_word};
use std::collections::HashMap;

/// What a kind of file calls the mistakes that any mapping can have: their rules, and the words that differ.
pub struct Terms {
    pub wrong_type: &'static str,
    /// What a key is, and what it should be: "a key", "a word".
    pub key: [&'static str; 2],
    pub twice: &'static str,
    /// What comes of a field that stands twice, behind "stands twice".
    pub comes_of_it: &'static str,
    pub unknown: &'static str,
    /// What a name that nobody knows should be the name of: "field".
    pub named: &'static str,
}

impl Terms {
    /// A value of the wrong shape: "`claims` is text; expected a list".
    #[must_use]
    pub fn wrong(&self, id: &str, node: &Node<'_>, what: &str, expected: &str) -> Finding {
        Finding::new(self.wrong_type, id, node.span, format!("{what} is {}; expected {expected}", node.shape()))
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Field<'n> {
    pub name: &'n str,
    pub key: Span,
    pub value: &'n Node<'n>,
}

/// The fields of one mapping that nobody has asked for yet.
pub struct Fields<'n> {
    /// The id of the item that the mapping belongs to, or empty.
    pub id: String,
    pub rest: Vec<Field<'n>>,
    /// The names that stand twice. The first field of each counts.
    pub twice: Vec<&'n str>,
    /// Every name that was asked for: what is known here.
    pub asked: Vec<&'static str>,
    terms: &'static Terms,
}

impl<'n> Fields<'n> {
    /// The fields of a `mapping`. Keys that are no words and fields that stand twice are `findings`.
    pub fn read(mapping: &'n [Node<'n>], id: &str, terms: &'static Terms, findings: &mut Vec<Finding>) -> Self {
        let mut fields = Self { rest: Vec::with_capacity(mapping.len() / 2), asked: Vec::with_capacity(16), ..Self::none(id, terms) };
        // Few fields are found sooner by looking at each.
        let mut seen: Option<HashMap<&str, Span>> = (mapping.len() > 64).then(HashMap::new);
        for (key, value) in pairs(mapping) {
            let Value::Scalar { text: name, .. } = &key.value else {
                let [what, expected] = terms.key;
                findings.push(terms.wrong(id, key, what, expected));
                continue;
            };
            let first = match &mut seen {
                Some(seen) => Some(*seen.entry(name).or_insert(key.span)).filter(|first| *first != key.span),
                None => fields.get(name).map(|field| field.key),
            };
            if let Some(first) = first {
                let finding = Finding::new(terms.twice, id, key.span, format!("`{name}` stands twice{}", terms.comes_of_it));
                findings.push(finding.label(first, "the first one").hint("delete one of them"));
                fields.twice.push(name);
            } else {
                fields.rest.push(Field { name, key: key.span, value });
            }
        }
        fields
    }

    /// For a value that is blank.
    #[must_use]
    pub fn none(id: &str, terms: &'static Terms) -> Self {
        Self { id: id.to_owned(), rest: Vec::new(), twice: Vec::new(), asked: Vec::new(), terms }
    }

    /// Looks at a field without asking for it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Field<'n>> {
        self.rest.iter().find(|field| field.name == name).copied()
    }

    pub fn take(&mut self, name: &'static str) -> Option<Field<'n>> {
        self.asked.push(name);
        let at = self.rest.iter().position(|field| field.name == name)?;
        Some(self.rest.remove(at))
    }

    /// Every field that nobody asked for, the name that it may have meant, and what to say of it.
    pub fn unknown(&self) -> impl Iterator<Item = (Field<'n>, Option<&'static str>, Finding)> {
        self.rest.iter().map(|field| {
            let near = nearest_word(field.name, self.asked.iter().copied());
            let message = format!("unknown {} `{}`", self.terms.named, field.name);
            let finding = Finding::new(self.terms.unknown, &self.id, field.key, message);
            let hint = meant(field.name, near, || format!("known here: {}", self.asked.join(", ")));
            (*field, near, finding.hint(hint))
        })
    }
}
