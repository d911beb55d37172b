//! Reaching into a tree by the keys that lead to a value; in lists by its place: "0".

use super::spanned::Span;
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

    /// The keys and the places in lists that lead to the first node that is wanted, and whether it is a key itself.
    pub fn way(&self, wanted: &dyn Fn(&Node<'_>) -> bool) -> Option<(Vec<String>, bool)> {
        if wanted(self) {
            return Some((Vec::new(), false));
        }
        let under = |name: String, node: &Node<'_>| {
            node.way(wanted).map(|(mut way, is_key)| {
                way.insert(0, name);
                (way, is_key)
            })
        };
        match &self.value {
            Value::Scalar { .. } => None,
            Value::Sequence(nodes) => nodes.iter().enumerate().find_map(|(at, node)| under(at.to_string(), node)),
            Value::Mapping(nodes) => pairs(nodes).find_map(|(key, value)| {
                let name = key.text()?;
                if wanted(key) { Some((vec![name.to_owned()], true)) } else { under(name.to_owned(), value) }
            }),
        }
    }

    /// Those that lead to the text that stands there, if it is no key.
    #[must_use]
    pub fn way_to(&self, span: Span) -> Option<Vec<String>> {
        let (way, is_key) = self.way(&|node| node.span == span && node.text().is_some())?;
        (!is_key).then_some(way)
    }
}
