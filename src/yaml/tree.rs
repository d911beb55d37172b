//! YAML as a tree of nodes that know their place.
//!
//! The events of the YAML crate become [`Node`]s without recursion, within a budget, and as far as the text is YAML:
//! behind a mistake in the syntax the tree holds what stood before it.

use super::finding::Finding;
use super::spanned::Span;
use super::syntax::{
    comment_in_text, comment_over_bracket, disguised, hidden_space, lost, outdented, place, syntax, tab_in_brackets, takes_bracket,
    too_deep, unclosed_quotation,
};
use super::trap;
use crate::text::lookalike::is_hidden;
use serde_yaml::granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StructureStyle};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// How many nodes a file may hold, copies by alias included. A briefing of a hundred claims has some 1,500.
const NODES: usize = 250_000;
/// How deep nodes may stand in each other. The format needs seven.
const DEPTH: usize = 64;

/// A value of the file and where it stands. Its text is the file's wherever no escape or fold changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'f> {
    pub span: Span,
    pub value: Value<'f>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'f> {
    Scalar {
        /// The text after quoting, folding and escapes.
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

    /// Itself and all that stands in it, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            let node = waiting.pop()?;
            match &node.value {
                Value::Scalar { .. } => {}
                Value::Sequence(nodes) | Value::Mapping(nodes) => waiting.extend(nodes),
            }
            Some(node)
        })
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
                Err(error) => Err(builder.mistake(&error, text).into()),
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
    /// How far from the left a block begins; what stands in brackets has the margin of the block around it.
    margin: Option<usize>,
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
    /// Texts with an anchor that no alias has named yet.
    unnamed: BTreeMap<usize, Finding>,
    /// A line in brackets that stands too far left. If they are never closed, that is the mistake.
    outdented: Option<Finding>,
    documents: usize,
    count: usize,
    /// The end of the last event: where unclosed nodes end when reading stops.
    reached: usize,
    /// The last plain text.
    plain: Span,
    /// The last one in quotation marks.
    quoted: Span,
    is_broken: bool,
    findings: Vec<Finding>,
}

impl<'f> Builder<'f> {
    fn event(&mut self, event: Event<'f>, span: Span, text: &'f str) -> Result<(), Box<Finding>> {
        let from = self.reached;
        self.reached = from.max(span.end);
        let in_brackets = self.open.last().is_some_and(|open| open.in_brackets);
        self.findings.extend(lost(&event, in_brackets, text, (from, span.start)));
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Finding::new("yaml/syntax", "", span, "a second document begins here; the file is to be one document")
                        .hint("put it in a file of its own, or delete the `---`")
                        .into());
                }
            }
            Event::SequenceStart(style, anchor, _) => self.start((from, span), anchor, (style, false), text)?,
            Event::MappingStart(style, anchor, _) => self.start((from, span), anchor, (style, true), text)?,
            // A block ends where the next thing begins; a bracket ends at its end.
            Event::SequenceEnd | Event::MappingEnd => {
                self.close((span.start < span.end).then_some(span.end));
                if let Some(finding) = self.outdented.take_if(|_| !self.open.last().is_some_and(|open| open.in_brackets)) {
                    return Err(finding.into());
                }
            }
            Event::Scalar(value, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                // An empty value is reported as `~` over no bytes, an empty block scalar where the next thing begins.
                let value = if plain && span.start == span.end { Cow::Borrowed("") } else { value };
                let end = text[..span.end].trim_end_matches([' ', '\t', '\r', '\n']).len();
                let span = Span { start: span.start.min(end), end };
                if plain {
                    self.plain(&value, (from, span), anchor, text)?;
                    self.findings.extend(trap::word(&value, span).filter(|_| tag.is_none()));
                }
                if !matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
                    self.quoted = span;
                    self.findings.extend(trap::comment_behind_quotation(text, span).filter(|_| !plain));
                    self.is_indented(from, span, text)?;
                } else if value.is_empty() {
                    self.findings.extend(trap::comparison(text, from));
                }
                self.add(Node { span, value: Value::Scalar { text: value, plain } }, anchor, 1)?;
            }
            Event::Alias(anchor) => {
                self.is_indented(from, span, text)?;
                self.unnamed.remove(&anchor);
                let Some(node) = self.anchors.get(&anchor) else {
                    return Err(Finding::new("yaml/syntax", "", span, "an alias inside the value that it names")
                        .hint("write the value out")
                        .into());
                };
                let count = node.all().take(NODES + 1).count();
                let node = Node { span, value: if self.count + count > NODES { Value::Sequence(Vec::new()) } else { node.value.clone() } };
                self.add(node, 0, count)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// What looks like a part of a plain text, and is none.
    fn plain(&mut self, value: &str, (from, span): (usize, Span), anchor: usize, text: &str) -> Result<(), Box<Finding>> {
        let is_key = self.open.last().is_some_and(|open| open.is_mapping && !open.in_brackets && open.nodes.len().is_multiple_of(2));
        if let Some(first) = value.chars().next().filter(|first| is_key && is_hidden(*first)) {
            return Err(disguised(first, span.start).into());
        }
        // The parser reads over one behind a tab.
        let mut lines = text[span.range()].match_indices('\n').map(|(at, _)| text.len() - text[span.start + at..].trim_start().len());
        if let Some(comment) = lines.find(|line| text[*line..].starts_with('#')) {
            return Err(comment_in_text(text, comment).into());
        }
        self.plain = span;
        self.findings.extend(if value.is_empty() { trap::comment_for_text(text, from) } else { trap::comment(text, span) });
        if anchor != 0 {
            self.unnamed
                .extend(trap::property(text, from, span.start, '&', "an anchor that nothing names").map(|finding| (anchor, finding)));
        }
        Ok(())
    }

    /// Refuses a value whose lines stand no deeper than the field or the list that it belongs to.
    fn is_indented(&mut self, from: usize, span: Span, text: &str) -> Result<(), Box<Finding>> {
        let Some(Open { margin: Some(margin), in_brackets, .. }) = self.open.last() else { return Ok(()) };
        // In brackets a line may also begin with what stands before this value.
        let before = text.get(from..span.start).filter(|_| *in_brackets).and_then(|between| Some(from + between.rfind('\n')? + 1));
        // A bracket that closes a list is often written below its field, and nothing is misread by it.
        let before = before.filter(|line| !text[*line..].trim_start_matches(' ').starts_with([']', '}', '#']));
        let inside = text[span.range()].match_indices('\n').map(|(at, _)| span.start + at + 1);
        match before.into_iter().chain(inside).find_map(|line| outdented(text, line, *margin)) {
            Some(finding) if *in_brackets => self.outdented = self.outdented.take().or(Some(finding)),
            Some(finding) => return Err(finding.into()),
            None => {}
        }
        Ok(())
    }

    /// A list whose hyphens stand below its field and not deeper is told of behind the first of them.
    fn is_level(&self, between: &str) -> bool {
        self.open.last().is_some_and(|open| open.is_mapping) && between.lines().skip(1).any(|line| line.trim_start().starts_with('-'))
    }

    fn start(
        &mut self,
        (from, span): (usize, Span),
        anchor: usize,
        (style, is_mapping): (StructureStyle, bool),
        text: &str,
    ) -> Result<(), Box<Finding>> {
        if self.open.len() >= DEPTH {
            return Err(too_deep(span, DEPTH).into());
        }
        let in_brackets = style == StructureStyle::Flow;
        let around = self.open.last().and_then(|open| open.margin);
        let margin = if in_brackets {
            self.is_indented(from, Span { start: span.start, end: span.start }, text)?;
            around
        } else if !is_mapping && self.is_level(text.get(from..span.start).unwrap_or_default()) {
            around
        } else {
            let line = text[..span.start].rfind(['\n', '\r']).map_or(0, |end| end + 1);
            Some(text[line..span.start].trim_start_matches('\u{feff}').len())
        };
        self.open.push(Open { start: span.start, margin, anchor, nodes: Vec::with_capacity(8), is_mapping, in_brackets });
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

    /// The mistake that the parser tripped over, which may stand before the place where it did.
    fn mistake(&mut self, error: &ScanError, text: &str) -> Finding {
        let at = place(error, text);
        // What was to be a key may have been read as a text.
        let from = if self.plain.end == self.reached { self.plain.start } else { self.reached };
        let behind = |builder: &Self| builder.comment(at, text).or_else(|| builder.unclosed(at, text));
        let quotation = || unclosed_quotation(text, if self.quoted.end == self.reached { self.quoted.start } else { self.reached }, at);
        let finding =
            hidden_space(text, from, at).or_else(quotation).or_else(|| behind(self)).unwrap_or_else(|| syntax(error, text, DEPTH));
        // A comment is named once.
        self.findings.retain(|trap| trap.span.start != finding.span.start);
        finding
    }

    /// Blames a comment that a text goes on behind.
    fn comment(&self, at: usize, text: &str) -> Option<Finding> {
        let line = text[..at].rfind('\n')? + 1;
        let between = text.get(self.plain.end..line)?;
        let is_blank = |line: &str| line.trim_start().is_empty() || line.trim_start().starts_with('#');
        let open = self.open.last()?;
        let depth = text[line..].len() - text[line..].trim_start_matches(' ').len();
        let start = self.plain.end + between.find('#').filter(|_| between.lines().all(is_blank))?;
        // A line that stands as far left as the field is no more of the text, unless the comment took the bracket too.
        let took_bracket = open.in_brackets && text[start..].lines().next().is_some_and(takes_bracket);
        let goes_on = open.margin.is_none_or(|margin| depth > margin);
        (goes_on || took_bracket).then(|| comment_in_text(text, start))
    }

    /// Blames a bracket that is open since an earlier line for what follows from it.
    fn unclosed(&self, at: usize, text: &str) -> Option<Finding> {
        // The parser looks ahead, so the bracket may be one that it has not told of yet.
        let told = self.open.iter().rev().find(|open| open.in_brackets).map(|open| open.start);
        let untold = || Some(self.reached + text.get(self.reached..at)?.find(['[', '{'])?);
        let start = told.or_else(untold)?;
        if let Some(comment) = comment_over_bracket(text[start..].lines().next()?) {
            return Some(comment_in_text(text, start + comment));
        }
        if let Some(tab) = tab_in_brackets(text, start, at) {
            return Some(tab);
        }
        text.get(start..at)?.contains('\n').then(|| {
            let (bracket, closing) = if text[start..].starts_with('{') { ("{", "}") } else { ("[", "]") };
            let span = Span { start, end: start + 1 };
            Finding::new("yaml/syntax", "", span, format!("`{bracket}` is never closed"))
                .hint(format!("write `{closing}` behind its last value"))
        })
    }

    fn finish(mut self) -> Tree<'f> {
        // Behind a mistake an alias may stand that was not read.
        if !self.is_broken {
            self.findings.extend(std::mem::take(&mut self.unnamed).into_values());
        }
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
}
