//! YAML as a tree of nodes that know their place.
//!
//! The events of the YAML crate become [`Node`]s without recursion, within a budget, and as far as the text is YAML:
//! behind a mistake in the syntax the tree holds what stood before it.

use super::finding::Finding;
use super::spanned::Span;
use super::syntax::{syntax, too_deep};
use super::trap;
use serde::{Deserialize, Serialize};
use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;

/// How many nodes a file may hold, copies by alias included. A briefing of a hundred claims has some 1,500.
const NODES: usize = 250_000;
/// How deep nodes may stand in each other. The format needs seven.
const DEPTH: usize = 64;

/// A value of the file and where it stands. Its text is the file's wherever no escape or fold changed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node<'f> {
    pub span: Span,
    #[serde(borrow)]
    pub value: Value<'f>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value<'f> {
    Scalar {
        /// The text after quoting, folding and escapes.
        #[serde(borrow)]
        text: Cow<'f, str>,
        /// It stands without quotation marks, so it may be one of YAML's own words.
        plain: bool,
    },
    Sequence(Vec<Node<'f>>),
    /// Keys and values in turn, as [`pairs`] gives them, in the file's order; a key may stand twice.
    Mapping(Vec<Node<'f>>),
}

impl Node<'_> {
    /// It says nothing: `key:` with no value, `~` or `null`, or quotation marks with nothing between them.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let Value::Scalar { text, plain } = &self.value else { return false };
        text.trim().is_empty() || *plain && matches!(text.as_ref(), "~" | "null" | "Null" | "NULL")
    }

    /// What kind of value it is, for messages: "text", "a list", "a mapping".
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self.value {
            Value::Scalar { .. } => "text",
            Value::Sequence(_) => "a list",
            Value::Mapping(_) => "a mapping",
        }
    }
}

/// The tree of a text, as far as it could be read.
#[derive(Debug)]
pub struct Tree<'f> {
    /// `None`: the file is empty.
    pub root: Option<Node<'f>>,
    /// `None`: the whole text was read.
    pub broken_at: Option<usize>,
    /// Mistakes in the syntax, and words that other YAML readers take for something else.
    pub findings: Vec<Finding>,
}

impl<'f> Tree<'f> {
    #[must_use]
    pub fn read(text: &'f str) -> Self {
        let mut builder = Builder::default();
        let mut options = Options::default();
        options.set_emit_comments(false);
        for event in Parser::new_from_str_with_options(text, options) {
            let result = match event {
                Ok((event, span)) => builder.event(event, span.byte_range().unwrap_or(text.len()..text.len()).into(), text),
                Err(error) => Err(builder.unclosed(&error, text).unwrap_or_else(|| syntax(&error, text, DEPTH)).into()),
            };
            if let Err(finding) = result {
                builder.findings.push(*finding);
                builder.is_broken = true;
                break;
            }
        }
        builder.finish()
    }
}

/// A list or mapping that is not closed yet.
struct Open<'f> {
    start: usize,
    anchor: usize,
    nodes: Vec<Node<'f>>,
    is_mapping: bool,
    in_brackets: bool,
}

#[derive(Default)]
struct Builder<'f> {
    open: Vec<Open<'f>>,
    root: Option<Node<'f>>,
    anchors: HashMap<usize, Node<'f>>,
    documents: usize,
    count: usize,
    /// The end of the last event: where unclosed nodes end when reading stops.
    reached: usize,
    is_broken: bool,
    findings: Vec<Finding>,
}

impl<'f> Builder<'f> {
    fn event(&mut self, event: Event<'f>, span: Span, text: &'f str) -> Result<(), Box<Finding>> {
        self.reached = self.reached.max(span.end);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Finding::new("yaml/syntax", "", span, "a second document begins here; the file is to be one document")
                        .hint("put it in a file of its own, or delete the `---`")
                        .into());
                }
            }
            Event::SequenceStart(style, anchor, _) => self.start(span, anchor, style, false)?,
            Event::MappingStart(style, anchor, _) => self.start(span, anchor, style, true)?,
            // A block ends where the next thing begins; a bracket ends at its end.
            Event::SequenceEnd | Event::MappingEnd => self.close((span.start < span.end).then_some(span.end)),
            Event::Scalar(value, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                // An empty value is reported as `~` over no bytes, an empty block scalar where the next thing begins.
                let value = if plain && span.start == span.end { Cow::Borrowed("") } else { value };
                let end = text[..span.end].trim_end().len();
                let span = Span { start: span.start.min(end), end };
                if plain {
                    self.findings.extend(trap::word(&value, span));
                }
                self.add(Node { span, value: Value::Scalar { text: value, plain } }, anchor, 1)?;
            }
            Event::Alias(anchor) => {
                let Some(node) = self.anchors.get(&anchor) else {
                    return Err(Finding::new("yaml/syntax", "", span, "an alias inside the value that it names")
                        .hint("write the value out")
                        .into());
                };
                let count = size(node, NODES);
                let node = Node { span, value: if self.count + count > NODES { Value::Sequence(Vec::new()) } else { node.value.clone() } };
                self.add(node, 0, count)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, span: Span, anchor: usize, style: StructureStyle, is_mapping: bool) -> Result<(), Box<Finding>> {
        if self.open.len() >= DEPTH {
            return Err(too_deep(span, DEPTH).into());
        }
        self.open.push(Open {
            start: span.start,
            anchor,
            nodes: Vec::with_capacity(8),
            is_mapping,
            in_brackets: style == StructureStyle::Flow,
        });
        Ok(())
    }

    /// Closes the innermost list or mapping at `end`, or behind its last node.
    fn close(&mut self, end: Option<usize>) {
        let Some(Open { start, anchor, nodes, is_mapping, .. }) = self.open.pop() else { return };
        let end = end.or_else(|| Some(nodes.last()?.span.end)).unwrap_or(start).max(start);
        let value = if is_mapping { Value::Mapping(nodes) } else { Value::Sequence(nodes) };
        self.place(Node { span: Span { start, end }, value }, anchor);
    }

    fn add(&mut self, node: Node<'f>, anchor: usize, count: usize) -> Result<(), Box<Finding>> {
        self.count += count;
        if self.count > NODES {
            return Err(Finding::new("yaml/budget", "", node.span, format!("more than {NODES} values, copies by alias counted"))
                .hint("split the file, or write out what the aliases copy")
                .into());
        }
        self.place(node, anchor);
        Ok(())
    }

    fn place(&mut self, node: Node<'f>, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
    }

    /// Blames a bracket that is open since an earlier line for what follows from it.
    fn unclosed(&self, error: &ScanError, text: &str) -> Option<Finding> {
        let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
        // The parser looks ahead, so the bracket may be one that it has not told of yet.
        let told = self.open.iter().rev().find(|open| open.in_brackets).map(|open| open.start);
        let untold = || Some(self.reached + text.get(self.reached..at)?.find(['[', '{'])?);
        let start = told.or_else(untold)?;
        text.get(start..at)?.contains('\n').then(|| {
            let (bracket, closing) = if text[start..].starts_with('{') { ("{", "}") } else { ("[", "]") };
            let span = Span { start, end: start + 1 };
            Finding::new("yaml/syntax", "", span, format!("`{bracket}` is never closed"))
                .hint(format!("write `{closing}` behind its last value"))
        })
    }

    fn finish(mut self) -> Tree<'f> {
        let broken_at = self.is_broken.then_some(self.reached);
        while !self.open.is_empty() {
            self.close(broken_at);
        }
        let root = self.root.filter(|root| !root.is_blank());
        Tree { root, broken_at, findings: self.findings }
    }
}

/// The keys of a mapping with their values, in the file's order; a key whose value was never reached is left out.
pub fn pairs<'a, 'f>(mapping: &'a [Node<'f>]) -> impl Iterator<Item = (&'a Node<'f>, &'a Node<'f>)> {
    mapping.as_chunks().0.iter().map(|[key, value]| (key, value))
}

/// How many nodes stand in `node`, itself included; counting stops at `most`.
fn size(node: &Node<'_>, most: usize) -> usize {
    let mut count = 0;
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        count += 1;
        if count > most {
            break;
        }
        match &node.value {
            Value::Scalar { .. } => {}
            Value::Sequence(nodes) | Value::Mapping(nodes) => waiting.extend(nodes),
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<&'static str> {
        Tree::read(text).findings.into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "a: >-\n  folded\n  [J1]\n\nb: [x, 'y']\n";
        let Some(Node { value: Value::Mapping(pairs), span }) = Tree::read(text).root else { panic!("no mapping") };
        assert_eq!(&text[pairs[1].span.range()], "folded\n  [J1]");
        assert_eq!(&text[pairs[3].span.range()], "[x, 'y']");
        assert_eq!(span.range(), 0..text.trim_end().len());
    }

    #[test]
    fn what_stands_before_a_mistake_is_read() {
        let tree = Tree::read("a: 1\nb: [2, 3\nc: {");
        assert!(tree.broken_at.is_some());
        assert_eq!(tree.findings.len(), 1);
        let Some(Node { value: Value::Mapping(pairs), .. }) = tree.root else { panic!("no mapping") };
        assert!(!pairs.is_empty());
    }

    #[test]
    fn depth_and_aliases_are_kept_within_a_budget() {
        assert_eq!(rules(&"[".repeat(10_000)), ["yaml/budget"]);
        assert_eq!(rules(&"{a: ".repeat(10_000)), ["yaml/budget"]);
        assert_eq!(rules(&(0..10_000).map(|depth| " ".repeat(depth) + "a:\n").collect::<String>()), ["yaml/budget"]);
        let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
        for i in 1..9 {
            bomb += &format!("a{i}: &a{i} [{}]\n", vec![format!("*a{}", i - 1); 9].join(", "));
        }
        assert_eq!(rules(&bomb), ["yaml/budget"]);
    }

    #[test]
    fn words_that_other_readers_misread_are_named() {
        assert_eq!(rules("NO: {name: Norway}"), ["yaml/trap"]);
        assert_eq!(rules("code: 057"), ["yaml/trap"]);
        assert_eq!(rules("code: '057'\nby: 2027-12\nname: Nord\n"), [""; 0]);
        assert_eq!(rules("a: 12:30"), ["yaml/trap"]);
    }
}
