//! A file edited in place: what an edit is not about stays byte by byte, with its comments, quotation marks and line breaks.
//!
//! An edit holds only when the new text was read and is the old tree with that one change. So what hangs on the bytes
//! beside it needs no rules here: an anchor whose name would be gone, a comment that would fall into a block scalar, a
//! copy that would change too. Such an edit is refused and changes nothing.

mod place;
mod refused;
mod write;

pub use place::same_by;
pub use refused::Refused;

use super::scalar::{Site, scalar_like};
use super::spanned::Span;
use super::tree::{Node, Tree, Value};
use place::{Place, Splice, named, nodes, only, reads_as, stepped};
use refused::refused;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The text of a file, and what is done to it. A path is the keys that lead to a value, and in lists the places: "0".
#[derive(Debug, Clone)]
pub struct Edit {
    text: String,
}

#[expect(clippy::missing_errors_doc, reason = "whatever cannot be done in place says why")]
impl Edit {
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Says something else in a text. Its quotation marks stay if they can; a block scalar stays one, or it is refused.
    pub fn set(&mut self, path: &[&str], text: &str) -> Result<(), Refused> {
        let root = root(&self.text)?;
        let place = Place::find(&self.text, &root, path)?;
        let Value::Scalar { text: before, .. } = &place.node.value else { return place.expected("text") };
        let (said, breaks) = before.split_at(before.trim_end_matches('\n').len());
        if said == text && !place.node.is_blank() {
            return Ok(());
        }
        // How many line breaks end a block scalar, its header says.
        let (splice, breaks) = match place.header() {
            Some(header) => (place.block(header, text)?, breaks),
            None => (place.scalar(text)?, ""),
        };
        let wanted = Value::Scalar { text: Cow::Owned(format!("{text}{breaks}")), plain: false };
        self.text = place.prove(splice, &place.steps, |node| node.value = wanted)?;
        Ok(())
    }

    /// Puts a value in the place of a text, on one line.
    pub fn replace<'a>(&mut self, path: &[&str], value: impl Into<Value<'a>>) -> Result<(), Refused> {
        let value = value.into();
        let root = root(&self.text)?;
        let place = Place::find(&self.text, &root, path)?;
        let splice = place.instead(&value)?;
        self.text = place.prove(splice, &place.steps, |node| node.value = value)?;
        Ok(())
    }

    /// Adds a field to a mapping, `behind` another one or at the end.
    pub fn insert<'a>(&mut self, path: &[&str], key: &'a str, value: impl Into<Value<'a>>, behind: Option<&str>) -> Result<(), Refused> {
        let root = root(&self.text)?;
        let place = Place::find(&self.text, &root, path)?;
        if named(place.node, key).next().is_some() {
            return refused(format!("`{key}` is there already"));
        }
        let last = behind.map(|name| only(place.node, name)).transpose()?;
        self.text = place.add([(key, value.into())].into(), last)?;
        Ok(())
    }

    /// Adds an entry at the end of a mapping, which is made where there is none.
    pub fn put<'a>(&mut self, path: &[&'a str], key: &'a str, value: impl Into<Value<'a>>) -> Result<(), Refused> {
        let there = {
            let root = root(&self.text)?;
            (0..=path.len()).rev().find(|end| root.at(&path[..*end]).is_some()).unwrap_or_default()
        };
        let mut names = path[there..].iter().copied().chain([key]);
        let first = names.next().unwrap_or(key);
        let value = names.rev().fold(value.into(), |value, name| [(name, value)].into());
        self.insert(&path[..there], first, value, None)
    }

    /// Adds a value to the list under a field, which is made where there is none.
    pub fn append<'a>(&mut self, path: &[&str], field: &'a str, value: impl Into<Value<'a>>) -> Result<(), Refused> {
        let whole = [path, &[field]].concat();
        if self.has(&whole)? { self.push(&whole, value) } else { self.insert(path, field, vec![value.into()], None) }
    }

    /// Says something under a field, which is put in where there is none: `behind` another one or at the end.
    pub fn write<'a>(&mut self, path: &[&str], field: &'a str, text: &'a str, behind: Option<&str>) -> Result<(), Refused> {
        let whole = [path, &[field]].concat();
        if self.has(&whole)? { self.set(&whole, text) } else { self.insert(path, field, text, behind) }
    }

    /// There is something, though it may be blank.
    pub fn has(&self, path: &[&str]) -> Result<bool, Refused> {
        Ok(root(&self.text)?.at(path).is_some())
    }

    pub fn push<'a>(&mut self, path: &[&str], value: impl Into<Value<'a>>) -> Result<(), Refused> {
        let root = root(&self.text)?;
        self.text = Place::find(&self.text, &root, path)?.add(vec![value.into()].into(), None)?;
        Ok(())
    }

    /// Takes a field out of its mapping or a value out of its list, with its lines and the comment on the last of them.
    /// A block that loses all is a blank value.
    pub fn remove(&mut self, path: &[&str]) -> Result<(), Refused> {
        self.take_out(path, false).map(drop)
    }

    /// The same with the comments right above it, which are on nothing else.
    pub fn remove_whole(&mut self, path: &[&str]) -> Result<(), Refused> {
        self.take_out(path, true).map(drop)
    }

    /// What was taken out, as it was written.
    fn take_out(&mut self, path: &[&str], takes_comments: bool) -> Result<String, Refused> {
        let root = root(&self.text)?;
        let place = Place::find(&self.text, &root, path)?;
        let (holder, at, above) = place.holder()?;
        let in_brackets = place.is_bracketed(holder);
        let cut = match (in_brackets, takes_comments) {
            (true, _) => place.cut_in_brackets(holder, at)?,
            (false, false) => place.cut_of_lines(holder, at),
            (false, true) => place.with_comments(place.cut_of_lines(holder, at), place.start(holder, at)),
        };
        let taken = self.text[cut.clone()].to_owned();
        self.text = place.prove((cut, String::new()), above, |node| {
            match &mut node.value {
                Value::Sequence(nodes) => drop(nodes.remove(at)),
                Value::Mapping(nodes) => drop(nodes.drain(at - 1..=at)),
                Value::Scalar { .. } => {}
            }
            if !in_brackets && nodes(node).is_empty() {
                node.value = Value::Scalar { text: Cow::Borrowed(""), plain: true };
            }
        })?;
        Ok(taken)
    }

    /// Makes a list of a value that stands alone, in its place and as it is written, with another one behind it.
    pub fn enlist<'a>(&mut self, path: &[&str], added: impl Into<Value<'a>>) -> Result<(), Refused> {
        let added = added.into();
        let before = self.text.clone();
        let root = root(&before)?;
        let place = Place::find(&before, &root, path)?;
        if let Value::Scalar { text, .. } = &place.node.value {
            return self.replace(path, vec![text.as_ref().into(), added]);
        }
        let list = vec![place.node.value.clone(), added.clone()];
        let splice = place.listed(&added)?;
        self.text = place.prove(splice, &place.steps, |node| node.value = list.into())?;
        Ok(())
    }

    /// Puts values under a key more, each in its place and as it is written, all at once.
    pub fn nest(&mut self, paths: &[Vec<String>], key: &str) -> Result<(), Refused> {
        let before = self.text.clone();
        let root = root(&before)?;
        let (mut splices, mut wanted) = (Vec::new(), root.clone());
        for path in paths {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let place = Place::find(&before, &root, &path)?;
            let value = [(key, place.node.value.clone())].into();
            let (range, put) = match &place.node.value {
                Value::Scalar { .. } => place.instead(&value)?,
                _ => place.nested(key)?,
            };
            let put = place.with_line_breaks_of(range.start, put);
            splices.push((range, put));
            if let Some(node) = stepped(&mut wanted, &place.steps) {
                node.value = value;
            }
        }
        self.splice(splices, &wanted, "it cannot be put under another key in place")
    }

    /// Puts other words at some places, all at once, if the file then reads as it should.
    fn splice(&mut self, mut splices: Vec<Splice>, wanted: &Node<'_>, failed: &str) -> Result<(), Refused> {
        let mut text = self.text.clone();
        splices.sort_by_key(|(range, _)| Reverse(range.start));
        for (range, put) in splices {
            text.replace_range(range, &put);
        }
        if !reads_as(&text, wanted) {
            return refused(format!("{failed}: something beside it would read otherwise"));
        }
        self.text = text;
        Ok(())
    }

    /// Puts a field at the end of another mapping, with its lines as they are written and the comments on it.
    pub fn relocate(&mut self, path: &[&str], to: &[&str]) -> Result<(), Refused> {
        let before = self.text.clone();
        let root = root(&before)?;
        let (from, target) = (Place::find(&before, &root, path)?, Place::find(&before, &root, to)?);
        let (Value::Mapping(fields), at, _) = from.holder().map(|(holder, at, above)| (&holder.value, at, above))? else {
            return refused("a value of a list has no name");
        };
        let (Value::Scalar { text: key, .. }, value) = (&fields[at - 1].value, from.node.value.clone()) else {
            return refused("its name is no text");
        };
        if named(target.node, key).next().is_some() {
            return refused(format!("`{key}` is there already"));
        }
        let mut now = self.clone();
        if from.in_brackets || target.takes_one_line() {
            if from.raw().contains('\n') {
                return refused("it is written over several lines, and one of the two places is in brackets; move it by hand");
            }
            now.remove(path)?;
            now.put(to, key, value)?;
        } else {
            let lines = now.take_out(path, true)?;
            now.text = {
                let root = self::root(&now.text)?;
                Place::find(&now.text, &root, to)?.add_lines(&lines, key, value)?
            };
        }
        self.text = now.text;
        Ok(())
    }

    pub fn rename(&mut self, path: &[&str], key: &str) -> Result<(), Refused> {
        let root = root(&self.text)?;
        let place = Place::find(&self.text, &root, path)?;
        let (holder, at, above) = place.holder()?;
        let Value::Mapping(fields) = &holder.value else { return refused("a value of a list has no name") };
        if named(holder, key).any(|other| other != at) {
            return refused(format!("`{key}` is there already"));
        }
        let range = fields[at - 1].span.range();
        let written = scalar_like(&self.text[range.clone()], key, Site { is_key: true, in_brackets: place.in_brackets });
        self.text = place.prove((range, written), above, |node| {
            if let Value::Mapping(fields) = &mut node.value {
                fields[at - 1].value = key.into();
            }
        })?;
        Ok(())
    }

    /// Puts other words at some places, all at once: keys, texts, or parts of them. `says` tells what each key or text at these
    /// places is to say then.
    pub fn reword(&mut self, splices: Vec<Splice>, says: &BTreeMap<Span, String>) -> Result<(), Refused> {
        let before = self.text.clone();
        let mut wanted = root(&before)?;
        say(&mut wanted, says);
        self.splice(splices, &wanted, "the names cannot be written in place")
    }
}

fn say(node: &mut Node<'_>, says: &BTreeMap<Span, String>) {
    match &mut node.value {
        Value::Scalar { text, .. } => *text = says.get(&node.span).map_or_else(|| std::mem::take(text), |says| Cow::Owned(says.clone())),
        Value::Sequence(nodes) | Value::Mapping(nodes) => nodes.iter_mut().for_each(|node| say(node, says)),
    }
}

/// Refuses a text that is empty or breaks off.
fn root(text: &str) -> Result<Node<'_>, Refused> {
    let tree = Tree::read(text);
    match (tree.broken_at, tree.root) {
        (None, Some(root)) => Ok(root),
        (None, None) => refused("the file is empty"),
        (Some(_), _) => refused("the file has a mistake in its syntax; mend it first"),
    }
}
