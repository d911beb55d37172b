//! What is put into a file, in the style of what stands there.

use super::place::{Place, Splice, nodes};
use super::refused::{Refused, refused};
use crate::text::width;
use crate::yaml::scalar::{Site, is_shown, scalar_like};
use crate::yaml::spanned::Span;
use crate::yaml::tree::{Node, Value, pairs};
use std::borrow::Cow;

impl<'f> From<&'f str> for Value<'f> {
    fn from(text: &'f str) -> Self {
        Self::Scalar { text: Cow::Borrowed(text), plain: false }
    }
}

impl<V: Into<Self>> From<Vec<V>> for Value<'_> {
    fn from(values: Vec<V>) -> Self {
        Self::Sequence(values.into_iter().map(|value| value.into().into()).collect())
    }
}

impl<'f, const N: usize> From<[(&'f str, Self); N]> for Value<'f> {
    fn from(fields: [(&'f str, Self); N]) -> Self {
        fields.into_iter().collect()
    }
}

/// A mapping.
impl<'f> FromIterator<(&'f str, Self)> for Value<'f> {
    fn from_iter<I: IntoIterator<Item = (&'f str, Self)>>(fields: I) -> Self {
        Self::Mapping(fields.into_iter().flat_map(|(key, value)| [Self::from(key).into(), value.into()]).collect())
    }
}

impl<'f> From<Value<'f>> for Node<'f> {
    fn from(value: Value<'f>) -> Self {
        Self { span: Span::default(), value }
    }
}

impl<'a> Place<'a> {
    /// A text for the one that stands here.
    pub fn scalar(&self, text: &str) -> Result<Splice, Refused> {
        if self.raw().is_empty() {
            return self.fill(text.into());
        }
        Ok((self.node.span.range(), scalar_like(self.raw(), text, Site { is_key: false, in_brackets: self.in_brackets })))
    }

    /// A text for the lines of the block scalar that stands here.
    pub fn block(&self, header: &str, text: &str) -> Result<Splice, Refused> {
        let is_numbered = header.contains(|c: char| c.is_ascii_digit());
        if self.raw().is_empty() || text.is_empty() || text.trim() != text || !text.split('\n').all(is_shown) || is_numbered {
            return refused(format!("the text cannot stand behind `{header}`; put it between quotation marks by hand"));
        }
        let width = self.raw().lines().map(|line| width(line.trim_start())).fold(WIDTH, usize::max);
        let text = if header.starts_with('>') { folded(&text.replace('\n', "\n\n"), width) } else { text.to_owned() };
        let indent = " ".repeat(self.column(self.node.span.start));
        let lines = text.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") });
        Ok((self.node.span.range(), lines.collect::<Vec<_>>().join("\n").trim_start().to_owned()))
    }

    /// Any value for the text that stands here, on the line of its key.
    pub fn instead(&self, value: &Value<'_>) -> Result<Splice, Refused> {
        let Value::Scalar { .. } = self.node.value else { return self.expected("text") };
        if self.raw().is_empty() {
            return self.fill(value.clone());
        }
        let span = self.node.span.range();
        // The header of a block scalar goes with its lines.
        let start = self.header().and_then(|header| self.text_before(span.start).rfind(header)).unwrap_or(span.start);
        let written = behind(&value.clone().into(), 0, true);
        Ok((start..span.end, written.trim_start().to_owned()))
    }

    /// A first value, behind the colon or the dash of a blank one.
    fn fill(&self, value: Value<'_>) -> Result<Splice, Refused> {
        let (holder, at, _) = self.holder()?;
        let start = self.start(holder, at);
        let written = behind(&value.into(), self.column(start) + 2, self.in_brackets);
        let (end, colon) = match (&holder.value, self.end(self.node)) {
            (Value::Sequence(_), _) => (start + 1, ""),
            (_, end) if end == self.node.span.end => (end, ":"),
            (_, end) => (end, ""),
        };
        let end = if written.starts_with('\n') { self.line_end(end) } else { end };
        Ok((end..end, format!("{colon}{written}")))
    }

    /// A field or a value more in the mapping or list that stands here, behind one of its nodes or at the end.
    pub fn add(&self, added: Value<'a>, behind: Option<usize>) -> Result<String, Refused> {
        self.is_written_here()?;
        let index = behind.map_or(nodes(self.node).len(), |behind| behind + 1);
        let splice = match (&self.node.value, &added) {
            (Value::Scalar { .. }, _) if self.raw().is_empty() && self.header().is_none() => self.fill(added.clone())?,
            (Value::Mapping(_), Value::Mapping(_)) | (Value::Sequence(_), Value::Sequence(_)) => self.beside(&added, index),
            _ => return self.expected(Node::from(added).shape()),
        };
        self.prove(splice, &self.steps, |node| match (&mut node.value, added) {
            (Value::Mapping(nodes) | Value::Sequence(nodes), Value::Mapping(added) | Value::Sequence(added)) => {
                drop(nodes.splice(index..index, added));
            }
            (value, added) => *value = added,
        })
    }

    /// What stands here as the first of a list, and another value behind it.
    pub fn listed(&self, added: &Value<'_>) -> Result<Splice, Refused> {
        self.is_written_here()?;
        if self.takes_one_line() {
            return Ok((self.node.span.range(), format!("[{},{}]", self.raw(), behind(&added.clone().into(), 0, true))));
        }
        let column = self.column(self.node.span.start);
        let range = self.line_start(self.node.span.start)..self.line_end(self.node.span.end);
        let lines = self.text_in(&range).replace("\r\n", "\n");
        let deeper = lines
            .trim_start_matches(' ')
            .split('\n')
            .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("  {line}") });
        let deeper = deeper.collect::<Vec<_>>().join("\n");
        let next = self::lines(&vec![added.clone()].into(), column, false);
        Ok((range, format!("{}- {}{next}", " ".repeat(column), deeper.trim_start_matches(' '))))
    }

    /// What stands here, under a key more.
    pub fn nested(&self, key: &str) -> Result<Splice, Refused> {
        self.is_written_here()?;
        let key = scalar(&Value::from(key).into(), Site { is_key: true, in_brackets: self.takes_one_line() });
        if self.takes_one_line() {
            return Ok((self.node.span.range(), format!("{{{key}: {}}}", self.raw())));
        }
        let (holder, at, _) = self.holder()?;
        let column = self.column(self.start(holder, at)) + 2;
        let lines = self.line_start(self.node.span.start)..self.node.span.end;
        let deeper =
            self.text_in(&lines).split('\n').map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("  {line}") });
        let deeper: Vec<String> = deeper.collect();
        Ok((lines, format!("{}{key}:\n{}", " ".repeat(column), deeper.join("\n").replace('\r', ""))))
    }

    /// A field at the end of the mapping that stands here, in the lines that it was written in elsewhere.
    pub fn add_lines(&self, lines: &str, key: &'a str, value: Value<'a>) -> Result<String, Refused> {
        self.is_written_here()?;
        let (end, column) = match (&self.node.value, nodes(self.node).last()) {
            (Value::Mapping(_), Some(last)) => (self.end(last), self.column(self.node.span.start)),
            (Value::Scalar { .. }, _) if self.raw().is_empty() && self.header().is_none() => {
                let (holder, at, _) = self.holder()?;
                (self.end(self.node), self.column(self.start(holder, at)) + 2)
            }
            _ => return self.expected("a mapping"),
        };
        let lines: Vec<&str> = lines.trim_matches(['\r', '\n']).lines().collect();
        let before = lines.first().map_or(0, |first| first.len() - first.trim_start_matches(' ').len());
        let moved = lines.iter().map(|line| match line.split_at_checked(before) {
            Some((lead, rest)) if lead.trim_matches(' ').is_empty() && !rest.is_empty() => format!("\n{}{rest}", " ".repeat(column)),
            _ => format!("\n{line}"),
        });
        let end = self.line_end(end);
        self.prove((end..end, moved.collect()), &self.steps, |node| match (&mut node.value, Value::from([(key, value)])) {
            (Value::Mapping(nodes), Value::Mapping(added)) => nodes.extend(added),
            (value, added) => *value = added,
        })
    }

    fn beside(&self, added: &Value<'_>, index: usize) -> Splice {
        let before = index.checked_sub(1).map(|before| &nodes(self.node)[before]);
        let end = before.map_or(self.node.span.start + 1, |before| self.end(before));
        if let Some(before) = before.filter(|_| !self.in_brackets && !self.is_bracketed(self.node)) {
            let is_list = matches!(added, Value::Sequence(_));
            let first = if is_list { self.start(self.node, index - 1) } else { self.node.span.start };
            return (self.line_end(end)..self.line_end(end), lines(added, self.column(first), self.is_bracketed(before)));
        }
        let line = line(added);
        let comma = if before.is_some() { ", " } else { "" };
        (end..end, format!("{comma}{}", &line[1..line.len() - 1]))
    }
}

/// How wide the lines of a folded text may always be.
const WIDTH: usize = 80;

/// A text as lines of at most `cells` cells where its words allow, which the reader joins by spaces.
fn folded(text: &str, cells: usize) -> String {
    let (mut lines, mut used) = (String::new(), 0);
    for (at, word) in text.split(' ').enumerate() {
        // Where two spaces stand none can be a line break.
        let may_break = !word.is_empty() && !lines.ends_with(' ');
        let breaks = may_break && used + 1 + width(word) > cells;
        lines.extend((at > 0).then_some(if breaks { '\n' } else { ' ' }));
        lines += word;
        used = if breaks { 0 } else { used + 1 } + width(word);
    }
    lines
}

/// What stands behind a key's colon or a dash: one line, or the indented lines below.
fn behind(node: &Node<'_>, indent: usize, in_brackets: bool) -> String {
    match &node.value {
        Value::Scalar { .. } => format!(" {}", scalar(node, Site { is_key: false, in_brackets })),
        Value::Sequence(nodes) if nodes.iter().all(|node| matches!(node.value, Value::Scalar { .. })) => format!(" {}", line(&node.value)),
        Value::Mapping(nodes) if nodes.is_empty() => " {}".to_owned(),
        value if in_brackets => format!(" {}", line(value)),
        value => lines(value, indent, false),
    }
}

/// A list or mapping in brackets.
fn line(value: &Value<'_>) -> String {
    let join = |inside: Vec<String>| inside.iter().map(|inside| inside.trim_start()).collect::<Vec<_>>().join(", ");
    match value {
        Value::Sequence(nodes) => format!("[{}]", join(nodes.iter().map(|node| behind(node, 0, true)).collect())),
        Value::Mapping(nodes) => format!("{{{}}}", join(pairs(nodes).map(|(key, value)| field(key, value, 0, true)).collect())),
        Value::Scalar { .. } => String::new(),
    }
}

/// A list or mapping, one line or more for each of its values, which are in brackets themselves or not.
fn lines(value: &Value<'_>, indent: usize, in_brackets: bool) -> String {
    let start = format!("\n{}", " ".repeat(indent));
    let written: Vec<String> = match value {
        Value::Sequence(nodes) => nodes.iter().map(|node| format!("- {}", behind(node, indent + 2, in_brackets).trim_start())).collect(),
        Value::Mapping(nodes) => pairs(nodes).map(|(key, value)| field(key, value, indent + 2, in_brackets)).collect(),
        Value::Scalar { .. } => Vec::new(),
    };
    written.iter().map(|written| start.clone() + written).collect()
}

fn field(key: &Node<'_>, value: &Node<'_>, indent: usize, in_brackets: bool) -> String {
    format!("{}:{}", scalar(key, Site { is_key: true, in_brackets }), behind(value, indent, in_brackets))
}

fn scalar(node: &Node<'_>, site: Site) -> String {
    if let Value::Scalar { text, .. } = &node.value { scalar_like("", text, site) } else { String::new() }
}
