//! Fields by name: what is asked for is known, the rest is "did you mean".

use super::{date, head, list};
use crate::briefing::date::Date;
use crate::briefing::finding::Finding;
use crate::briefing::model::{Head, Text};
use crate::briefing::scale::Vocabulary;
use crate::briefing::spanned::{Span, Spanned, Word};
use crate::briefing::tree::{Node, Value};
use crate::text::nearest_word;
use std::any::type_name;

/// Collects findings while a tree is read.
pub struct Reader {
    pub findings: Vec<Finding>,
    /// The syntax never broke off, so what is missing is really missing.
    pub complete: bool,
}

impl Reader {
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The fields of a mapping that belongs to the item `id`.
    pub fn fields<'n>(&mut self, node: &'n Node, id: &str) -> Option<Fields<'n>> {
        let Value::Mapping(pairs) = &node.value else {
            let name = if id.is_empty() { "the briefing".to_owned() } else { format!("`{id}`") };
            self.report(Finding::new("yaml/wrong-type", id, node.span, format!("{name} is {}; expected a mapping", node.shape())));
            return None;
        };
        let mut fields = Fields { id: id.to_owned(), start: node.span, rest: Vec::new(), asked: Vec::new() };
        for (key, value) in pairs {
            let Value::Scalar { text, .. } = &key.value else {
                self.report(Finding::new("yaml/wrong-type", id, key.span, format!("a key is {}; expected a word", key.shape())));
                continue;
            };
            if let Some((_, first, _)) = fields.rest.iter().find(|(name, ..)| *name == text) {
                let finding = Finding::new("yaml/trap", id, key.span, format!("`{text}` stands twice; readers keep one of them"));
                self.report(finding.label(*first, "the first one").hint("delete one of them"));
                continue;
            }
            fields.rest.push((text, key.span, value));
        }
        Some(fields)
    }

    /// A text, or nothing where it is blank.
    pub fn text(&mut self, node: &Node, id: &str) -> Option<Text> {
        if node.is_blank() {
            return None;
        }
        let Value::Scalar { text, .. } = &node.value else {
            self.report(Finding::new("yaml/wrong-type", id, node.span, format!("{}; expected text", node.shape())));
            return None;
        };
        Some(Spanned { value: text.trim_end_matches('\n').to_owned(), span: node.span })
    }

    /// A word of a closed vocabulary.
    pub fn word<W: Vocabulary>(&mut self, text: Text, id: &str) -> Word<W> {
        let value = W::from_word(&text.value);
        if value.is_none() {
            let words = W::words();
            let hint = match nearest_word(&text.value, words.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("write {}", list(&words)),
            };
            let message = format!("`{}` is no {}", text.value, name::<W>());
            self.report(Finding::new("yaml/unknown-word", id, text.span, message).hint(hint));
        }
        Word { text: text.value, value, span: text.span }
    }
}

/// What the words of a vocabulary are called in messages: the type's own name.
fn name<W>() -> String {
    match type_name::<W>().rsplit("::").next().unwrap_or_default() {
        "TieKind" => "type of relationship".to_owned(),
        other => other.to_lowercase(),
    }
}

/// The fields of one mapping that nobody has asked for yet.
pub struct Fields<'n> {
    id: String,
    start: Span,
    rest: Vec<(&'n String, Span, &'n Node)>,
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The id of the item that the fields belong to; empty for the briefing itself.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Where the mapping begins: the place of what is missing in it.
    pub fn start(&self) -> Span {
        Span { start: self.start.start, end: self.start.start }
    }

    /// The place of the key and the value of the field `name`, unless it is missing or blank.
    pub fn take(&mut self, name: &'static str) -> Option<(Span, &'n Node)> {
        self.asked.push(name);
        let at = self.rest.iter().position(|(key, ..)| *key == name)?;
        let (_, key, value) = self.rest.remove(at);
        (!value.is_blank()).then_some((key, value))
    }

    /// A text.
    pub fn text(&mut self, reader: &mut Reader, name: &'static str) -> Option<Text> {
        let (_, node) = self.take(name)?;
        if matches!(node.value, Value::Scalar { .. }) {
            return reader.text(node, &self.id);
        }
        self.wrong(reader, name, node, "text");
        None
    }

    /// A word of a closed vocabulary.
    pub fn word<W: Vocabulary>(&mut self, reader: &mut Reader, name: &'static str) -> Option<Word<W>> {
        let text = self.text(reader, name)?;
        Some(reader.word(text, &self.id))
    }

    /// A date.
    pub fn date(&mut self, reader: &mut Reader, name: &'static str) -> Option<Word<Date>> {
        let text = self.text(reader, name)?;
        Some(date(reader, &self.id, text))
    }

    /// A list of texts.
    pub fn texts(&mut self, reader: &mut Reader, name: &'static str) -> Vec<Text> {
        let Some((_, node)) = self.take(name) else { return Vec::new() };
        match &node.value {
            Value::Sequence(nodes) => nodes.iter().filter_map(|node| reader.text(node, &self.id)).collect(),
            Value::Scalar { text, .. } => {
                let message = format!("`{name}` is text; expected a list");
                reader.report(Finding::new("yaml/wrong-type", &self.id, node.span, message).hint(format!("write [{text}]")));
                Vec::new()
            }
            Value::Mapping(_) => {
                self.wrong(reader, name, node, "a list");
                Vec::new()
            }
        }
    }

    /// A mapping of names to values that `read` makes sense of.
    pub fn map<T>(&mut self, reader: &mut Reader, name: &'static str, mut read: impl FnMut(&mut Reader, Text, &'n Node) -> Option<T>) -> Vec<T> {
        let Some((_, node)) = self.take(name) else { return Vec::new() };
        if !matches!(node.value, Value::Mapping(_)) {
            self.wrong(reader, name, node, "a mapping");
            return Vec::new();
        }
        let Some(fields) = reader.fields(node, &self.id) else { return Vec::new() };
        let entries = fields.rest.into_iter();
        entries.filter_map(|(key, span, value)| read(reader, Spanned { value: key.clone(), span }, value)).collect()
    }

    /// A mapping of ids to items. With a letter, ids are that letter and a number.
    pub fn items<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        letter: Option<char>,
        mut read: impl FnMut(&mut Reader, &mut Fields<'n>, Head) -> T,
    ) -> Vec<T> {
        let Some((_, node)) = self.take(name) else { return Vec::new() };
        let Value::Mapping(pairs) = &node.value else {
            self.wrong(reader, name, node, "a mapping");
            return Vec::new();
        };
        pairs.iter().filter_map(|(key, value)| item(reader, key, value, letter, &mut read)).collect()
    }

    /// Everything that nobody asked for, as findings.
    pub fn finish(self, reader: &mut Reader) {
        for (key, span, _) in &self.rest {
            let finding = Finding::new("yaml/unknown-field", &self.id, *span, format!("unknown field `{key}`"));
            reader.report(match nearest_word(key, self.asked.iter().copied()) {
                Some(near) => finding.hint(format!("did you mean `{near}`?")),
                None => finding.hint(format!("known here: {}", self.asked.join(", "))),
            });
        }
    }

    pub fn wrong(&self, reader: &mut Reader, name: &str, node: &Node, expected: &str) {
        let message = format!("`{name}` is {}; expected {expected}", node.shape());
        reader.report(Finding::new("yaml/wrong-type", &self.id, node.span, message));
    }
}

/// Reads one item under its id.
pub fn item<'n, T>(
    reader: &mut Reader,
    key: &Node,
    value: &'n Node,
    letter: Option<char>,
    read: &mut impl FnMut(&mut Reader, &mut Fields<'n>, Head) -> T,
) -> Option<T> {
    let Value::Scalar { text: id, .. } = &key.value else {
        reader.report(Finding::new("yaml/wrong-type", "", key.span, format!("an id is {}; expected a word", key.shape())));
        return None;
    };
    if let Some(letter) = letter {
        let number = id.strip_prefix(letter).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
        if !number {
            let finding = Finding::new("id/prefix", id, key.span, format!("`{id}` is no id here"));
            reader.report(finding.hint(format!("ids here are {letter} and a number: {letter}1")));
        }
    } else if id.is_empty() || !id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_') {
        let finding = Finding::new("id/prefix", id, key.span, format!("`{id}` is no id"));
        reader.report(finding.hint("an id has letters, digits and hyphens"));
    }
    let name = Spanned { value: id.clone(), span: key.span };
    if value.is_blank() {
        let mut fields = Fields { id: id.clone(), start: key.span, rest: Vec::new(), asked: Vec::new() };
        return Some(read(reader, &mut fields, Head { id: name, accept: Vec::new() }));
    }
    let mut fields = reader.fields(value, id)?;
    let head = head(reader, &mut fields, name);
    let item = read(reader, &mut fields, head);
    fields.finish(reader);
    Some(item)
}
