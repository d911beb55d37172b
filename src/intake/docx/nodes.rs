//! Elements of a Word document by their names.

use roxmltree::Node;

pub fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

pub fn child<'n, 'd>(node: Node<'n, 'd>, name: &str) -> Option<Node<'n, 'd>> {
    node.children().find(|node| is(*node, name))
}

/// By its name without the prefix of its namespace.
pub fn attribute<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// A property that is on or off, where it is said.
pub fn switch(properties: Node<'_, '_>, name: &str) -> Option<bool> {
    child(properties, name).map(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off")))
}
