//! The fields of a briefing, read as what they are to be, and what of them could not be read.

use super::ids::misnamed;
use super::written_as::{bracketed, listed, moved, unquoted};
use crate::briefing::date::{Date, FORMS, Refused};
use crate::briefing::model::{Head, ItemKind, Text, Unread};
use crate::briefing::scale::{Marking, Markings, Vocabulary};
use crate::text::lookalike::{as_seen, lookalikes};
use crate::text::{choice, meant, nearest_word};
use crate::yaml::fields::{self, Terms};
use crate::yaml::finding::Finding;
use crate::yaml::spanned::{Span, Spanned, Word};
use crate::yaml::tree::{Node, Value, pairs};
use std::collections::HashSet;

pub static TERMS: Terms = Terms {
    wrong_type: "yaml/wrong-type",
    key: ["a key", "a word"],
    twice: "yaml/trap",
    comes_of_it: "; readers keep one of them",
    unknown: "yaml/unknown-field",
    named: "field",
};

pub struct Reader {
    pub findings: Vec<Finding>,
    pub unread: Unread,
    /// The syntax never broke off, so what is missing is really missing.
    pub complete: bool,
    /// The places of words and dates that were understood: no comment has taken anything from them.
    pub whole: HashSet<Span>,
    /// The places of truth values where one is asked for: they are no trap.
    pub truths: HashSet<Span>,
    /// `None` where the briefing names a vocabulary of markings that there is not: then the words of all pass.
    pub markings: Option<Markings>,
}

impl Reader {
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub fn fields<'n>(&mut self, node: &'n Node<'n>, id: &str) -> Option<Fields<'n>> {
        let Value::Mapping(mapping) = &node.value else {
            let what = if id.is_empty() { "the briefing".to_owned() } else { format!("`{id}`") };
            self.report(TERMS.wrong(id, node, &what, "a mapping"));
            self.unread.fields.insert((id.to_owned(), ""));
            return None;
        };
        let named = fields::Fields::read(mapping, id, &TERMS, &mut self.findings);
        if id.is_empty() {
            self.unread.kinds.extend(named.twice.iter().filter_map(|name| kind_under(name)));
        }
        Some(Fields { start: node.span, named, blank: Vec::new() })
    }

    /// Reports that there is nothing at a place.
    pub fn blank(&mut self, id: &str, span: Span, what: &str) {
        let finding = Finding::new("yaml/empty-value", id, span, format!("`{what}` is empty"));
        self.report(finding.hint("write what belongs there, or take it out"));
    }

    /// `None`: it is blank, or no text.
    pub fn text(&mut self, node: &Node<'_>, id: &str, name: &'static str) -> Option<Text> {
        if node.is_blank() {
            self.blank(id, node.span, name);
            return None;
        }
        let Value::Scalar { text, .. } = &node.value else {
            self.expected(node, id, name, "text");
            return None;
        };
        Some(Spanned { value: text.trim_end_matches('\n').to_owned(), span: node.span })
    }

    pub fn expected(&mut self, node: &Node<'_>, id: &str, name: &'static str, expected: &str) {
        self.unread.fields.insert((id.to_owned(), name));
        let finding = TERMS.wrong(id, node, &format!("`{name}`"), expected);
        let in_brackets = expected == "text" && matches!(node.value, Value::Sequence(_) | Value::Mapping(_));
        self.report(if in_brackets { finding.hint(bracketed(node)) } else { finding });
    }

    pub fn word<W: Vocabulary>(&mut self, text: Text, id: &str, name: &str) -> Word<W> {
        let value = W::from_word(&text.value);
        if value.is_none() {
            let words = W::words();
            let finding = Finding::new("yaml/unknown-word", id, text.span, format!("`{}` is no value of `{name}`", text.value));
            self.report(finding.hint(meant(&text.value, words.iter().copied(), || format!("write {}", choice(&words)))));
        }
        self.understood(text, value)
    }

    /// A marking word, with its own family of findings.
    pub fn marking(&mut self, id: &str, text: Text) -> Word<Marking> {
        let on = |markings: &Markings| Marking::on(*markings, &text.value);
        let value = self.markings.as_ref().map_or_else(|| Marking::written(&text.value), on);
        if let (None, Some(markings)) = (value, self.markings) {
            let found = |message: String| Finding::new("marking/invalid", id, text.span, message);
            let written = text.value.as_str();
            let others: Vec<Markings> = Markings::all().iter().copied().filter(|markings| on(markings).is_some()).collect();
            self.report(if written == "TLP:WHITE" {
                found("`TLP:WHITE` is TLP 1".to_owned()).hint("write TLP:CLEAR")
            } else if others.is_empty() {
                let choices = markings.choices();
                let word = || meant(written, choices.iter().copied(), || format!("write {}", choice(&choices)));
                let apart = markings.with_caveat_apart(written);
                found(format!("`{written}` is no marking of {}", markings.name()))
                    .hint(apart.map_or_else(word, |apart| format!("a caveat stands behind `//`: write {apart}")))
            } else {
                let names: Vec<&str> = others.iter().map(|other| other.name()).collect();
                let fields: Vec<String> = others.iter().map(|other| format!("`markings: {}`", other.word())).collect();
                let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
                found(format!("`{written}` is a marking of {}, and this briefing is marked by {}", choice(&names), markings.name()))
                    .hint(format!("write {} in the briefing, or {} here", choice(&fields), choice(&markings.choices())))
            });
        }
        self.understood(text, value)
    }

    pub fn date(&mut self, id: &str, text: Text) -> Word<Date> {
        let value = Date::parse(&text.value);
        if value.is_none() {
            let (what, hint) = match Refused::of(&text.value) {
                Some(refused) => (refused.message(), refused.hint),
                None => ("is no date".to_owned(), FORMS),
            };
            let hint = lookalikes(&text.value).unwrap_or_else(|| hint.to_owned());
            self.report(Finding::new("event/bad-date", id, text.span, format!("`{}` {what}", text.value)).hint(hint));
        }
        self.understood(text, value)
    }

    pub fn understood<T>(&mut self, text: Text, value: Option<T>) -> Word<T> {
        self.whole.extend(value.as_ref().map(|_| text.span));
        Word { text: text.value, value, span: text.span }
    }
}

/// The fields of one mapping. A blank field counts as a missing one.
pub struct Fields<'n> {
    start: Span,
    named: fields::Fields<'n>,
    /// The names that were asked for and have nothing under them, and where these stand.
    blank: Vec<(&'static str, Span)>,
}

impl<'n> Fields<'n> {
    /// Empty for the briefing itself.
    pub fn id(&self) -> &str {
        &self.named.id
    }

    /// Where the mapping begins: the place of what is missing in it.
    pub fn start(&self) -> Span {
        Span { start: self.start.start, end: self.start.start }
    }

    /// Something here is no field or has nothing in it, so what is missing may have been meant by it.
    pub fn has_unread(&self) -> bool {
        !self.named.rest.is_empty() || self.has_blank()
    }

    pub fn has_blank(&self) -> bool {
        !self.blank.is_empty()
    }

    /// A field that nobody has asked for yet is probably `name`, misspelt.
    pub fn has_like(&self, name: &'static str) -> bool {
        self.named.rest.iter().any(|field| nearest_word(field.name, [name]).is_some())
    }

    /// The place of the key, and the value. `None`: it is missing or blank.
    pub fn take(&mut self, name: &'static str) -> Option<(Span, &'n Node<'n>)> {
        let field = self.named.take(name)?;
        if field.value.is_blank() {
            self.blank.push((name, field.key));
            return None;
        }
        Some((field.key, field.value))
    }

    pub fn text(&mut self, reader: &mut Reader, name: &'static str) -> Option<Text> {
        let (_, node) = self.take(name)?;
        reader.text(node, self.id(), name)
    }

    pub fn word<W: Vocabulary>(&mut self, reader: &mut Reader, name: &'static str) -> Option<Word<W>> {
        let text = self.text(reader, name)?;
        Some(reader.word(text, self.id(), name))
    }

    pub fn date(&mut self, reader: &mut Reader, name: &'static str) -> Option<Word<Date>> {
        let text = self.text(reader, name)?;
        Some(reader.date(self.id(), text))
    }

    /// One that is there and cannot be read, under a misspelt name too, is no marking, so that it is not taken for none.
    pub fn marking(&mut self, reader: &mut Reader) -> Option<Word<Marking>> {
        let name = "marking";
        let is_meant =
            self.named.get(name).is_some() || self.has_like(name) || self.named.rest.iter().any(|field| field.name.starts_with("marking:"));
        let text = self.text(reader, name).filter(|_| !self.named.twice.contains(&name));
        match text {
            Some(text) => Some(reader.marking(self.id(), text)),
            None => is_meant.then(|| Word { text: UNREADABLE.to_owned(), value: None, span: self.start() }),
        }
    }

    pub fn texts(&mut self, reader: &mut Reader, name: &'static str) -> Vec<Text> {
        let Some((_, node)) = self.take(name) else { return Vec::new() };
        match &node.value {
            Value::Sequence(nodes) => nodes.iter().filter_map(|node| reader.text(node, self.id(), name)).collect(),
            Value::Scalar { text, .. } => {
                reader.unread.fields.insert((self.id().to_owned(), name));
                let message = format!("`{name}` is text; expected a list");
                let hint = lookalikes(text).unwrap_or_else(|| format!("write [{}]", listed(text)));
                reader.report(Finding::new("yaml/wrong-type", self.id(), node.span, message).hint(hint));
                Vec::new()
            }
            Value::Mapping(_) => {
                reader.expected(node, self.id(), name, "a list");
                Vec::new()
            }
        }
    }

    /// One text, or a list of several.
    pub fn one_or_several(&mut self, reader: &mut Reader, name: &'static str) -> Vec<Text> {
        let Some((_, node)) = self.take(name) else { return Vec::new() };
        match &node.value {
            Value::Sequence(nodes) => nodes.iter().filter_map(|node| reader.text(node, self.id(), name)).collect(),
            _ => reader.text(node, self.id(), name).into_iter().collect(),
        }
    }

    /// A mapping of names to values that `read` makes sense of.
    pub fn map<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        mut read: impl FnMut(&mut Reader, Text, &'n Node<'n>) -> Option<T>,
    ) -> Vec<T> {
        let fields = self.mapping(reader, name).and_then(|(node, _)| reader.fields(node, self.id()));
        let entries = fields.map(|fields| fields.named.rest).into_iter().flatten();
        entries.filter_map(|field| read(reader, Spanned { value: field.name.to_owned(), span: field.key }, field.value)).collect()
    }

    /// The findings that the analyst lives with, and why.
    pub fn accept(&mut self, reader: &mut Reader) -> Vec<(Text, Text)> {
        self.map(reader, "accept", |reader, rule, why| {
            let why = reader.text(why, &rule, "accept")?;
            Some((rule, why))
        })
    }

    /// With a letter, ids are that letter and a number.
    pub fn items<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        letter: Option<char>,
        mut read: impl FnMut(&mut Reader, &mut Fields<'n>, Head) -> T,
    ) -> Vec<T> {
        let mapping = self.mapping(reader, name).map_or(&[][..], |(_, nodes)| nodes);
        pairs(mapping).filter_map(|(key, value)| item(reader, name, key, value, letter, &mut read)).collect()
    }

    fn mapping(&mut self, reader: &mut Reader, name: &'static str) -> Option<(&'n Node<'n>, &'n [Node<'n>])> {
        let (_, node) = self.take(name)?;
        if let Value::Mapping(nodes) = &node.value {
            return Some((node, nodes));
        }
        reader.expected(node, self.id(), name, "a mapping");
        let hint = if name == MOVES { moved(node) } else { None }.or_else(|| unquoted(node));
        if let (Some(hint), Some(finding)) = (hint, reader.findings.last_mut()) {
            finding.hint = Some(hint);
        }
        reader.unread.kinds.extend(kind_under(name));
        None
    }

    /// Everything that nobody asked for and every field with nothing in it, as findings.
    pub fn finish(self, reader: &mut Reader) {
        for (name, span) in &self.blank {
            reader.blank(self.id(), *span, name);
            reader.unread.blank.insert((self.id().to_owned(), *name));
        }
        for (field, near, finding) in self.named.unknown() {
            if field.name == "<<" {
                // It would have merged other fields, and any of these may be among them.
                reader.unread.fields.extend(self.named.asked.iter().map(|name| (self.id().to_owned(), *name)));
            }
            if let Some(near) = near {
                reader.unread.fields.insert((self.id().to_owned(), near));
                reader.unread.kinds.extend(kind_under(near).filter(|_| self.id().is_empty()));
            }
            // `{J1:down}` and `{confidence:low}` are a word each for YAML.
            let solid = field.name.split_once(':').filter(|(name, rest)| field.value.is_blank() && !name.is_empty() && !rest.is_empty());
            let meant = solid.and_then(|(name, _)| self.named.asked.iter().find(|asked| **asked == name));
            if let (Some(name), Some((_, rest))) = (meant, solid) {
                reader.unread.fields.insert((self.id().to_owned(), *name));
                reader.report(finding.hint(format!("write a space behind the colon: `{name}: {rest}`")));
                continue;
            }
            let in_braces = near.is_none() && field.value.is_blank() && field.name.contains(' ');
            let comma = "a comma ends a value in `{…}`; put text that holds one into quotation marks";
            reader.report(if in_braces { finding.hint(comma) } else { finding });
        }
    }
}

/// Stands where a marking would, as no word of any vocabulary does.
const UNREADABLE: &str = "unreadable marking";

/// The field of an indicator that people write without its directions.
const MOVES: &str = "moves";

/// `name` is a field of the briefing, not of an item.
fn kind_under(name: &str) -> Option<ItemKind> {
    ItemKind::ALL.into_iter().find(|kind| kind.field() == name)
}

pub fn item<'n, T>(
    reader: &mut Reader,
    name: &str,
    key: &Node<'_>,
    value: &'n Node<'n>,
    letter: Option<char>,
    read: &mut impl FnMut(&mut Reader, &mut Fields<'n>, Head) -> T,
) -> Option<T> {
    let Value::Scalar { text: id, .. } = &key.value else {
        reader.report(TERMS.wrong("", key, "an id", "a word"));
        return None;
    };
    if let Some(expected) = misnamed(id, name, letter) {
        let hint = lookalikes(id).unwrap_or(expected);
        reader.report(Finding::new("id/prefix", id, key.span, format!("`{id}` is no id here")).hint(hint));
        reader.unread.ids.extend([id.to_uppercase(), id.to_lowercase(), as_seen(id)]);
    }
    let spanned = Spanned { value: id.clone().into_owned(), span: key.span };
    if value.is_blank() {
        let mut fields = Fields { start: key.span, named: fields::Fields::none(id, &TERMS), blank: Vec::new() };
        // An actor may be no more than its code.
        if name != "actors" {
            reader.blank(id, key.span, id);
            reader.unread.blank.insert((id.clone().into_owned(), ""));
            fields.blank.push(("", key.span));
        }
        return Some(read(reader, &mut fields, Head { id: spanned, marking: None, accept: Vec::new() }));
    }
    let Some(mut fields) = reader.fields(value, id) else {
        reader.unread.ids.insert(id.clone().into_owned());
        return None;
    };
    let head = head(reader, &mut fields, spanned);
    let item = read(reader, &mut fields, head);
    fields.finish(reader);
    Some(item)
}

fn head(reader: &mut Reader, fields: &mut Fields<'_>, id: Text) -> Head {
    let accept = fields.accept(reader);
    let marking = fields.marking(reader);
    Head { id, marking, accept }
}
