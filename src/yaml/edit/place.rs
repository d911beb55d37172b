//! Where an edit takes place, and what stands around it.

use super::refused::{Refused, refused};
use crate::yaml::tree::{Node, Tree, Value};
use std::ops::Range;

/// The bytes to replace, and what to put there.
pub type Splice = (Range<usize>, String);

pub struct Place<'a> {
    text: &'a str,
    root: &'a Node<'a>,
    /// The lists and mappings above it, the root first, and which of the nodes in each leads on.
    way: Vec<&'a Node<'a>>,
    pub steps: Vec<usize>,
    pub node: &'a Node<'a>,
    /// One of them is written in brackets.
    pub in_brackets: bool,
}

impl<'a> Place<'a> {
    pub fn find(text: &'a str, root: &'a Node<'a>, path: &[&str]) -> Result<Self, Refused> {
        let mut place = Self { text, root, way: Vec::new(), steps: Vec::new(), node: root, in_brackets: false };
        for name in path {
            place.is_written_here()?;
            let at = match &place.node.value {
                Value::Sequence(nodes) => name.parse().ok().filter(|at| *at < nodes.len()),
                _ => Some(only(place.node, name)?),
            };
            let Some(at) = at else { return refused(format!("`{name}` is no place of the list")) };
            place.in_brackets |= place.is_bracketed(place.node);
            place.way.push(place.node);
            place.steps.push(at);
            place.node = &nodes(place.node)[at];
        }
        Ok(place)
    }

    /// The list or mapping that it stands in, as which of its nodes, and the steps to that.
    pub fn holder(&self) -> Result<(&'a Node<'a>, usize, &[usize]), Refused> {
        match (self.way.last(), self.steps.split_last()) {
            (Some(holder), Some((at, above))) => Ok((holder, *at, above)),
            _ => refused("the file as a whole is no field"),
        }
    }

    /// Refuses an alias: its values stand where the anchor is, before it.
    pub fn is_written_here(&self) -> Result<(), Refused> {
        let is_alias = nodes(self.node).first().is_some_and(|first| first.span.start < self.node.span.start);
        if is_alias { refused("it is an alias: what it names stands elsewhere") } else { Ok(()) }
    }

    pub fn expected<T>(&self, shape: &str) -> Result<T, Refused> {
        refused(format!("it is {}; expected {shape}", self.node.shape()))
    }

    /// The text with the splice, if it reads as the old one does once the node at `steps` is changed.
    pub fn prove(&self, (range, put): Splice, steps: &[usize], change: impl FnOnce(&mut Node<'a>)) -> Result<String, Refused> {
        let put = self.with_line_breaks_of(range.start, put);
        let text = [&self.text[..range.start], &put, &self.text[range.end..]].concat();
        let mut wanted = self.root.clone();
        stepped(&mut wanted, steps).map(change);
        if !reads_as(&text, &wanted) {
            return refused("it cannot be edited in place: an anchor, an alias, a comment or what stands beside it would read otherwise");
        }
        Ok(text)
    }

    /// Lines are broken as the one is in which a byte stands, and at the end of a file as the one before it.
    pub fn with_line_breaks_of(&self, at: usize, put: String) -> String {
        let line_break = self.text[at..].find('\n').map(|behind| at + behind).or_else(|| self.text[..at].rfind('\n'));
        if line_break.is_some_and(|line_break| self.text[..line_break].ends_with('\r')) {
            put.replace("\r\n", "\n").replace('\n', "\r\n")
        } else {
            put
        }
    }

    /// A list or mapping is written in brackets, not in lines; no alias is.
    pub fn is_bracketed(&self, node: &Node<'_>) -> bool {
        let is_inside = nodes(node).first().is_none_or(|first| first.span.start > node.span.start);
        is_inside && !matches!(node.value, Value::Scalar { .. }) && self.text[node.span.range()].starts_with(['[', '{'])
    }

    /// A field more stands on the line of the others.
    pub fn takes_one_line(&self) -> bool {
        self.in_brackets || self.is_bracketed(self.node)
    }

    /// The first word of a block scalar, such as `>-`.
    pub fn header(&self) -> Option<&'a str> {
        let (holder, at, _) = self.holder().ok()?;
        let from = at.checked_sub(1).map_or(holder.span.start, |before| nodes(holder)[before].span.end);
        let lead = self.text.get(from..self.node.span.start)?.lines().filter_map(|line| line.split(" #").next());
        lead.flat_map(str::split_whitespace).find(|word| word.starts_with(['|', '>']))
    }

    /// The end of an entry. Where its value is blank, that is behind the colon, if there is one.
    pub fn end(&self, node: &Node<'_>) -> usize {
        match self.text[node.span.end..].trim_start().strip_prefix(':') {
            Some(behind) if node.span.range().is_empty() => self.text.len() - behind.len(),
            _ => node.span.end,
        }
    }

    /// Where an entry of a block begins: at its key, or at its dash.
    pub fn start(&self, holder: &Node<'_>, at: usize) -> usize {
        if matches!(holder.value, Value::Mapping(_)) {
            return nodes(holder)[at - 1].span.start;
        }
        let value = nodes(holder)[at].span.start;
        // A list that is not indented begins, for the parser, behind its first dash.
        if at == 0 && self.text[holder.span.start..value].starts_with('-') {
            return holder.span.start;
        }
        let is_dash = |at: &usize| self.text.as_bytes()[*at] == b'-' && self.text[self.line_start(*at)..*at].trim().is_empty();
        (0..value).rev().find(is_dash).unwrap_or(value)
    }

    /// The lines of an entry of a block. What stands behind a dash goes up to the next field, which then stands there.
    pub fn cut_of_lines(&self, holder: &Node<'_>, at: usize) -> Range<usize> {
        let start = self.start(holder, at);
        let line = self.line_start(start);
        let end = self.line_end(self.end(&nodes(holder)[at]));
        let next = self.text[end..].find('\n').map_or(end, |line_break| end + line_break + 1);
        if !self.text[line..start].trim().is_empty() {
            let indent = self.text[next..].len() - self.text[next..].trim_start_matches(' ').len();
            return start..if at + 1 < nodes(holder).len() { next + indent } else { end };
        }
        // At the end of a file without a last line break the one before goes: there still is none.
        let before = self.text[..line].strip_suffix('\n').filter(|_| next == end);
        before.map_or(line, |before| before.trim_end_matches('\r').len())..next
    }

    /// The cut of an entry that begins at `start`, with the lines before it that hold a comment at its column and nothing else.
    pub fn with_comments(&self, cut: Range<usize>, start: usize) -> Range<usize> {
        let (line, lead) = (self.line_start(start), " ".repeat(self.column(start)));
        let is_comment = |line: &&str| line.strip_prefix(&lead).is_some_and(|behind| behind.starts_with('#'));
        let comments: usize = self.text[..line].split_inclusive('\n').rev().take_while(is_comment).map(str::len).sum();
        // What stands behind a dash has none; at the end of a file the line break before it goes too.
        if self.text[line..start].trim().is_empty() { cut.start - comments..cut.end } else { cut }
    }

    /// An entry of brackets with the comma before it, or that behind the first.
    pub fn cut_in_brackets(&self, holder: &Node<'_>, at: usize) -> Result<Range<usize>, Refused> {
        let entries = nodes(holder);
        let first = at - usize::from(matches!(holder.value, Value::Mapping(_)));
        let (start, end) = (entries[first].span.start, self.end(&entries[at]));
        let before = first.checked_sub(1).map(|before| self.end(&entries[before]));
        let rest = self.text[end..].trim_start();
        let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        let lead = &self.text[before.unwrap_or(holder.span.start + 1)..start];
        if rest.starts_with('#') || !lead.trim().trim_start_matches(',').trim().is_empty() {
            return refused("a comment, an anchor or a tag stands beside it in the brackets");
        }
        Ok(before.map_or(start..self.text.len() - rest.len(), |before| before..end))
    }

    /// The first byte of a line, behind a byte order mark.
    pub fn line_start(&self, at: usize) -> usize {
        let start = self.text[..at].rfind('\n').map_or(0, |before| before + 1);
        start + if self.text[start..].starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The end of a line, before its line break.
    pub fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |end| at + self.text[at..at + end].trim_end_matches('\r').len())
    }

    /// How far a byte stands in its line, behind spaces and dashes only.
    pub fn column(&self, at: usize) -> usize {
        at - self.line_start(at)
    }

    pub fn text_before(&self, at: usize) -> &'a str {
        &self.text[..at]
    }

    pub fn text_in(&self, range: &Range<usize>) -> &'a str {
        &self.text[range.clone()]
    }

    pub fn raw(&self) -> &'a str {
        &self.text[self.node.span.range()]
    }
}

/// Where these steps lead.
pub fn stepped<'n, 'f>(root: &'n mut Node<'f>, steps: &[usize]) -> Option<&'n mut Node<'f>> {
    steps.iter().try_fold(root, |node, at| match &mut node.value {
        Value::Sequence(nodes) | Value::Mapping(nodes) => nodes.get_mut(*at),
        Value::Scalar { .. } => None,
    })
}

/// A text is whole, and says what is wanted.
pub fn reads_as(text: &str, wanted: &Node<'_>) -> bool {
    let tree = Tree::read(text);
    tree.broken_at.is_none() && tree.root.map_or(wanted.is_blank(), |root| same(&root, wanted))
}

/// Equal in what they say, wherever they stand and however they are quoted.
fn same(one: &Node<'_>, other: &Node<'_>) -> bool {
    same_by(one, other, &|one, other| one.text() == other.text() && one.is_blank() == other.is_blank())
}

/// Of the same values in the same order, each text as it is `alike`.
pub fn same_by(one: &Node<'_>, other: &Node<'_>, alike: &impl Fn(&Node<'_>, &Node<'_>) -> bool) -> bool {
    match (&one.value, &other.value) {
        (Value::Scalar { .. }, Value::Scalar { .. }) => alike(one, other),
        (Value::Sequence(left), Value::Sequence(right)) | (Value::Mapping(left), Value::Mapping(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(one, other)| same_by(one, other, alike))
        }
        _ => false,
    }
}

pub fn nodes<'a, 'f>(node: &'a Node<'f>) -> &'a [Node<'f>] {
    match &node.value {
        Value::Scalar { .. } => &[],
        Value::Sequence(nodes) | Value::Mapping(nodes) => nodes,
    }
}

/// The places of the values whose key is `name`; a key may stand twice.
pub fn named<'a>(node: &'a Node<'_>, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let fields = if let Value::Mapping(nodes) = &node.value { nodes.as_slice() } else { &[] };
    (1..fields.len()).step_by(2).filter(move |at| matches!(&fields[*at - 1].value, Value::Scalar { text, .. } if text == name))
}

pub fn only(node: &Node<'_>, name: &str) -> Result<usize, Refused> {
    let mut found = named(node, name);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        (None, _) => refused(format!("there is no `{name}`")),
        (Some(_), Some(_)) => refused(format!("`{name}` stands twice; delete one of them")),
    }
}
