//! Reaching into a tree by the keys that lead to a value; in lists by its place: "0".

use super::tree::{Node, Value, pairs};

impl Node<'_> {
    /// What it says, where it is a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Value::Scalar { text, .. } = &self.value { Some(text) } else { None }
    }

    /// Of a key that stands twice the first.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |node, name| match &node.value {
            Value::Mapping(nodes) => pairs(nodes).find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value),
            Value::Sequence(nodes) => nodes.get(name.parse::<usize>().ok()?),
            Value::Scalar { .. } => None,
        })
    }
}
