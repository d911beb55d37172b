//! The entry of a source, as the file of a briefing has it: what the document states, what whoever adds it says, nothing else.

use super::taken::Stated;
use crate::yaml::tree::{Node, Value, pairs};
use crate::yaml::{Edit, Refused, Tree};
use std::collections::HashSet;

/// In letters of an id that is proposed.
const LONGEST: usize = 12;
/// For a name that gives no id.
const NAMELESS: &str = "SRC";

/// What stands in the entry.
#[derive(Debug, Default)]
pub struct Entry {
    pub stated: Stated,
    pub file: String,
    pub sha256: String,
    pub reliability: Option<String>,
    pub descriptor: Option<String>,
}

impl Entry {
    fn fields(&self) -> Value<'_> {
        let stated = &self.stated;
        let authors: Vec<&str> = stated.authors.iter().map(String::as_str).collect();
        let author = match authors[..] {
            [] => None,
            [only] => Some(Value::from(only)),
            _ => Some(Value::from(authors)),
        };
        let url = stated.url.as_deref().map(|url| match stated.retrieved.as_deref() {
            Some(day) => [("value", url.into()), ("date", day.into())].into(),
            None => url.into(),
        });
        let fields = [
            ("type", one(stated.kind.as_ref())),
            ("title", one(stated.title.as_ref())),
            ("author", author),
            ("date", one(stated.date.as_ref())),
            ("url", url),
            ("parent", one(stated.publisher.as_ref())),
            ("file", Some(self.file.as_str().into())),
            ("sha256", Some(self.sha256.as_str().into())),
            ("reliability", one(self.reliability.as_ref())),
            ("descriptor", one(self.descriptor.as_ref())),
        ];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// As lines that stand under `sources:`.
    ///
    /// # Errors
    ///
    /// A text in it cannot be written.
    pub fn written(&self, id: &str) -> Result<String, Refused> {
        let mut edit = Edit::new("sources:\n");
        edit.put(&["sources"], id, self.fields())?;
        let text = edit.text().strip_prefix("sources:\n").unwrap_or_default();
        Ok(format!("{}\n", text.trim_end_matches('\n')))
    }

    /// The text of a briefing's file with the entry behind its other sources.
    ///
    /// # Errors
    ///
    /// It cannot be put there; nothing has changed.
    pub fn added(&self, briefing: &str, id: &str) -> Result<String, Refused> {
        let mut edit = Edit::new(briefing);
        edit.put(&["sources"], id, self.fields())?;
        Ok(edit.text().to_owned())
    }

    /// Writes what stands in it into an entry that there is.
    ///
    /// # Errors
    ///
    /// It cannot be written there.
    pub fn complete(&self, edit: &mut Edit, id: &str) -> Result<(), Refused> {
        let Value::Mapping(fields) = self.fields() else { return Ok(()) };
        for (name, value) in pairs(&fields).filter_map(|(key, value)| Some((key.text()?, &value.value))) {
            match value {
                Value::Scalar { text, .. } => edit.write(&["sources", id], name, text, None)?,
                _ => edit.insert(&["sources", id], name, value.clone(), None)?,
            }
        }
        Ok(())
    }
}

fn one(value: Option<&String>) -> Option<Value<'_>> {
    value.map(|value| value.as_str().into())
}

/// The id of the source in a briefing that has this file.
#[must_use]
pub fn id_of_file(briefing: &str, file: &str) -> Option<String> {
    let tree = Tree::read(briefing);
    let Value::Mapping(sources) = &tree.root.as_ref()?.at(&["sources"])?.value else { return None };
    let (id, _) = pairs(sources).find(|(_, source)| source.at(&["file"]).and_then(Node::text) == Some(file))?;
    id.text().map(str::to_owned)
}

/// An id that is free in a briefing: the first word of a name, in capitals.
#[must_use]
pub fn id_for(name: &str, briefing: &str) -> String {
    let word = name.split('-').next().unwrap_or_default();
    let word: String = word.chars().take(LONGEST).collect::<String>().to_ascii_uppercase();
    let word = if is_id(&word) { word } else { NAMELESS.to_owned() };
    let taken = ids(briefing);
    let numbered = (2..).map(|number| format!("{word}{number}"));
    std::iter::once(word.clone()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or(word)
}

/// # Errors
///
/// It is no id for a source, or the briefing has it already: as words that follow it.
pub fn is_free(id: &str, briefing: &str) -> Result<(), &'static str> {
    if !is_id(id) {
        return Err("is no id for a source: expected capitals, digits and hyphens, and not a letter and a number alone: ART");
    }
    if ids(briefing).contains(id) { Err("is in the briefing already: choose another id") } else { Ok(()) }
}

/// A letter and a number is the id of a claim or a judgement, and two letters are a state.
fn is_id(id: &str) -> bool {
    let is_written_so = id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-');
    let letters = id.bytes().take_while(u8::is_ascii_uppercase).count();
    is_written_so && letters > 1 && id.len() > 2
}

/// All keys of a file: ids are among them.
fn ids(briefing: &str) -> HashSet<String> {
    let tree = Tree::read(briefing);
    let mut keys = HashSet::new();
    for node in tree.root.iter().flat_map(Node::all) {
        if let Value::Mapping(nodes) = &node.value {
            keys.extend(pairs(nodes).filter_map(|(key, _)| key.text()).map(str::to_owned));
        }
    }
    keys
}
