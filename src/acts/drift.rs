//! What becomes of a briefing whose source says something else today.

use super::only_source::name_only_source;
use super::pins::pin_to;
use super::quoted::Quoted;
use crate::briefing::reanchor::Stretch;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Value, pairs};
use std::collections::HashSet;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drift {
    /// A passage, by the keys that lead to it, quotes other words.
    Requote { path: Vec<String>, was: String, stretch: Stretch },
    /// A text was read, and has this hash.
    Pin { source: String, hash: String },
    /// A source keeps the text that it was quoted from, which stands in another file; that of today stands beside it.
    KeepOld { source: String, file: String, today: String },
}

impl Drift {
    /// Does it, and says what it is about.
    pub(super) fn done(&self, edit: &mut Edit, root: &Node<'_>) -> Result<String, Refused> {
        Ok(match self {
            Self::Requote { path, was, stretch } => {
                let keys: Vec<&str> = path.iter().map(String::as_str).collect();
                if root.at(&keys).and_then(Node::text).map(said) != Some(said(was)) {
                    return Err(Refused::new("the passage is no longer there"));
                }
                requote(edit, path, stretch)?;
                let id = match keys[..] {
                    ["sections", _, id, ..] | ["sources", id, ..] => id,
                    _ => "",
                };
                id.to_owned()
            }
            Self::Pin { source, hash } => {
                pin_to(edit, source, hash)?;
                source.clone()
            }
            Self::KeepOld { source, file, today } => keep_old(edit, root, source, file, today)?,
        })
    }
}

/// Writes a stretch that is told apart into the place of the passage that stands there.
///
/// # Errors
///
/// It cannot be written in place.
pub fn requote(edit: &mut Edit, path: &[String], stretch: &Stretch) -> Result<(), Refused> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let beside = [("prefix", &stretch.prefix), ("suffix", &stretch.suffix)];
    if let Some((&"exact", passage)) = path.split_last() {
        edit.set(&path, &stretch.exact)?;
        for (field, words) in beside {
            let place = [passage, &[field]].concat();
            match words {
                Some(words) => edit.write(passage, field, words, None)?,
                None if edit.has(&place)? => edit.remove(&place)?,
                None => {}
            }
        }
        return Ok(());
    }
    let quoted = Quoted::from(stretch);
    match quoted.alone() {
        Value::Scalar { .. } => edit.set(&path, &stretch.exact),
        fields => edit.replace(&path, fields),
    }
}

/// Without the line breaks that end a block scalar.
fn said(text: &str) -> &str {
    text.trim_end_matches('\n')
}

/// A source keeps the text that was pinned, which stands in another file; the text of today is a source of its own beside it,
/// of which nobody has said when it appeared or how reliable it is. The id of that.
///
/// # Errors
///
/// It cannot be written in place.
fn keep_old(edit: &mut Edit, root: &Node<'_>, source: &str, old: &str, today: &str) -> Result<String, Refused> {
    let sources = root.at(&["sources"]).ok_or_else(|| Refused::new("the briefing has no sources"))?;
    let Some(Value::Mapping(fields)) = sources.at(&[source]).map(|source| &source.value) else {
        return Err(Refused::new(format!("there is no `{source}`")));
    };
    let taken: HashSet<&str> = root.all().filter_map(Node::text).collect();
    let id = format!("{source}{}", (2..=taken.len() + 2).find(|number| !taken.contains(&*format!("{source}{number}"))).unwrap_or(2));
    let stays = |name: &str| !matches!(name, "sha256" | "date" | "reliability" | "set_aside" | "accept");
    // On which day the new text was read there, nobody has said.
    let fields = pairs(fields).filter_map(|(key, value)| Some((key.text()?, value.at(&["value"]).unwrap_or(value).value.clone())));
    let new: Value<'_> = fields.filter(|(name, _)| stays(name)).chain([("sha256", today.into())]).collect();
    name_only_source(edit)?;
    edit.insert(&["sources"], &id, new, Some(source))?;
    edit.set(&["sources", source, "file"], old)?;
    Ok(id)
}
