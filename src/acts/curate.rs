//! What becomes of a briefing's file when its analyst makes a claim, sets words aside, rates, links or adds something.

use super::candidates::Waiting;
use super::drift::{keep_old, requote};
use super::names::{Names, Of, rename};
use super::pins::pin_to;
use super::types::type_of;
use crate::briefing::Resolved;
use crate::briefing::anchor::Anchoring;
use crate::briefing::apart::OFTEN;
use crate::briefing::grade::source_of;
use crate::briefing::model::{ItemKind, Passage, Text};
use crate::briefing::proposal::{Proposals, Stretch};
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::schema::names::Name;
use crate::briefing::schema::types::Value as Holds;
use crate::briefing::schema::walk::{Meant, spots};
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Tree, Value, pairs};
use std::ops::Range;

/// Words of a source, so that they are found at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// The id of the source; `None` where the briefing has one only.
    pub source: Option<String>,
    pub exact: String,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
}

/// Words of sources that an act is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// At least one.
    pub quotes: Vec<Quoted>,
    /// The candidate that quotes them: it has waited for this.
    pub candidate: Option<Waiting>,
}

impl From<Quoted> for Words {
    fn from(quote: Quoted) -> Self {
        Self { quotes: vec![quote], candidate: None }
    }
}

/// A sentence of a source, as a claim may have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub kind: ClaimKind,
    pub says: String,
    pub quote: Quoted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Claim {
        section: String,
        kind: String,
        text: String,
        credibility: Option<String>,
        words: Words,
    },
    /// More words that say what a claim says.
    AddWords {
        claim: String,
        words: Words,
    },
    SetAside {
        source: String,
        words: Words,
        why: String,
    },
    /// Sentences wait to be taken, by the slugs of sections.
    Wait {
        sections: Vec<(String, Vec<Sentence>)>,
    },
    /// A claim goes to another section, as it is written.
    Move {
        claim: String,
        section: String,
    },
    /// A passage, by the keys that lead to it, quotes other words.
    Requote {
        path: Vec<String>,
        was: String,
        stretch: Stretch,
    },
    /// A text was read, and has this hash.
    Pin {
        source: String,
        hash: String,
    },
    /// A source keeps the text that it was quoted from, which stands in another file; that of today stands beside it.
    KeepOld {
        source: String,
        file: String,
        today: String,
    },
    /// A field of an item, or of the briefing where that is empty, gets a text or a word; where there is none, the field goes.
    Set {
        item: String,
        field: String,
        value: String,
    },
    /// An id joins the list of a field. Where it is said of each in it which way it goes, also that.
    Link {
        item: String,
        field: String,
        id: String,
        way: Option<String>,
    },
    /// An item with its fields; an actor under an id of its own, others under the next number.
    Add {
        kind: ItemKind,
        id: Option<String>,
        fields: Vec<(String, String)>,
    },
    /// It gets another name.
    Rename {
        of: Of,
        old: String,
        new: String,
    },
}

/// A file in which an act is done, and what to say of it: "C12", "J3".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub text: String,
    pub subject: String,
}

/// # Errors
///
/// It cannot be done in place, and why.
pub fn done(text: &str, act: &Act) -> Result<Done, Refused> {
    let tree = Tree::read(text);
    let root = tree.root.as_ref().ok_or_else(|| Refused::new("the file is empty"))?;
    let mut edit = Edit::new(text);
    let subject = match act {
        Act::Claim { section, kind, text: says, credibility, words } => {
            let id = next_id(root, 'C');
            let grade = credibility.as_deref().map(|grade| ("credibility", Value::from(grade)));
            let (first, others) = words.quotes.split_first().ok_or_else(|| Refused::new("a claim quotes at least one passage"))?;
            let fields = [(kind.as_str(), Value::from(says.as_str())), ("quote", first.as_field())].into_iter().chain(grade);
            edit.put(&["sections", section], &id, fields.collect::<Value<'_>>())?;
            more_words(&mut edit, &["sections", section, &id, "quote"], others)?;
            words.taken(&mut edit)?;
            id
        }
        Act::AddWords { claim, words } => {
            let section = section_of(root, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
            more_words(&mut edit, &["sections", section, claim, "quote"], &words.quotes)?;
            words.taken(&mut edit)?;
            claim.clone()
        }
        Act::SetAside { source, words, why } => {
            for quote in &words.quotes {
                let source = quote.source.as_ref().unwrap_or(source);
                edit.append(&["sources", source], "set_aside", [("quote", quote.alone()), ("why", why.as_str().into())])?;
            }
            words.taken(&mut edit)?;
            source.clone()
        }
        Act::Wait { sections } => {
            for (slug, candidates) in sections {
                let waiting = candidates
                    .iter()
                    .map(|Sentence { kind, says, quote }| [(kind.word(), says.as_str().into()), ("quote", quote.as_field())].into());
                edit.put(&["candidates"], slug, waiting.collect::<Vec<Value<'_>>>())?;
            }
            String::new()
        }
        Act::Move { claim, section } => {
            let from = section_of(root, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
            if from == section {
                return Err(Refused::new(format!("{claim} is in `{section}` already")));
            }
            edit.relocate(&["sections", from, claim], &["sections", section])?;
            claim.clone()
        }
        Act::Requote { path, was, stretch } => {
            let keys: Vec<&str> = path.iter().map(String::as_str).collect();
            if root.at(&keys).and_then(Node::text) != Some(was) {
                return Err(Refused::new("the passage is no longer there"));
            }
            requote(&mut edit, path, stretch)?;
            let id = match keys[..] {
                ["sections", _, id, ..] | ["sources", id, ..] => id,
                _ => "",
            };
            id.to_owned()
        }
        Act::Pin { source, hash } => {
            pin_to(&mut edit, source, hash)?;
            source.clone()
        }
        Act::KeepOld { source, file, today } => keep_old(&mut edit, root, source, file, today)?,
        Act::Set { item, field, value } => {
            let path = if item.is_empty() { Vec::new() } else { path_of(root, item)? };
            match (root.at(&[&path[..], &[field]].concat()), value.is_empty()) {
                (None, true) => {}
                (Some(_), true) => edit.remove(&[&path[..], &[field]].concat())?,
                (_, false) => edit.write(&path, field, value, None)?,
            }
            item.clone()
        }
        Act::Link { item, field, id, way } => {
            let path = path_of(root, item)?;
            let whole = [&path[..], &[field]].concat();
            if root.at(&whole).is_some_and(|list| names(list).any(|other| other == id)) {
                return Err(Refused::new(format!("{item} has {id} among its `{field}` already")));
            }
            match way {
                Some(way) => edit.put(&whole, id, way.as_str())?,
                None => edit.append(&path, field, id.as_str())?,
            }
            item.clone()
        }
        Act::Add { kind, id, fields } => {
            let numbered = || kind.letter().map(|letter| next_id(root, letter));
            let id = id.clone().or_else(numbered).ok_or_else(|| Refused::new("it needs a name"))?;
            let fields = fields.iter().map(|(name, value)| (name.as_str(), value_of(*kind, name, value)));
            edit.put(&[kind.field()], &id, fields.collect::<Value<'_>>())?;
            id
        }
        Act::Rename { of, old, new } => {
            let renamed = rename(text, &Names::from([((*of, old.clone()), new.clone())]))?;
            return Ok(Done { text: renamed.text, subject: new.clone() });
        }
    };
    Ok(Done { text: edit.text().to_owned(), subject })
}

/// What is written under a field: some hold lists, and one says of each in it which way it goes: `J1=up`.
fn value_of<'f>(kind: ItemKind, field: &str, value: &'f str) -> Value<'f> {
    let holds = type_of(kind).field(field).map(|row| row.value);
    match (holds, value.split_once('=')) {
        (Some(Holds::List(_)), _) => Value::from(value.split_whitespace().collect::<Vec<_>>()),
        (Some(Holds::Map(..)), Some((to, way))) => [(to, way.into())].into(),
        _ => Value::from(value),
    }
}

impl Words {
    /// The candidate that quotes them waits no longer.
    fn taken(&self, edit: &mut Edit) -> Result<(), Refused> {
        self.candidate.as_ref().map_or(Ok(()), |candidate| candidate.drop(edit))
    }
}

fn more_words(edit: &mut Edit, path: &[&str], quotes: &[Quoted]) -> Result<(), Refused> {
    for quote in quotes {
        let text = edit.text().to_owned();
        let tree = Tree::read(&text);
        let root = tree.root.as_ref().ok_or_else(|| Refused::new("the file is empty"))?;
        one_more(edit, root, path, quote)?;
    }
    Ok(())
}

fn one_more(edit: &mut Edit, root: &Node<'_>, path: &[&str], quote: &Quoted) -> Result<(), Refused> {
    let found = |path: &[&str]| root.at(path).filter(|node| !node.is_blank()).map(|node| &node.value);
    match (&quote.source, found(path)) {
        (_, None) => edit.insert(&path[..path.len() - 1], path[path.len() - 1], quote.as_field(), None),
        (_, Some(Value::Sequence(_))) => edit.push(path, quote.alone()),
        // Under its source, where the passages stand by their sources.
        (Some(source), Some(Value::Mapping(_))) if found(&[path, &["exact"]].concat()).is_none() => {
            let under = [path, &[source.as_str()]].concat();
            match found(&under) {
                None => edit.insert(path, source, quote.alone(), None),
                Some(Value::Sequence(_)) => edit.push(&under, quote.alone()),
                Some(old) => listed(edit, root, &under, old, quote),
            }
        }
        (_, Some(old)) => listed(edit, root, path, old, quote),
    }
}

/// One passage becomes a list of two.
fn listed(edit: &mut Edit, root: &Node<'_>, path: &[&str], old: &Value<'_>, quote: &Quoted) -> Result<(), Refused> {
    let (name, holder) = (path[path.len() - 1], &path[..path.len() - 1]);
    let before = root.at(holder).and_then(|holder| key_before(holder, name));
    let mut now = edit.clone();
    now.remove(path)?;
    now.insert(holder, name, vec![old.clone(), quote.alone()], before)?;
    *edit = now;
    Ok(())
}

/// The field before one in its mapping, so that what is written anew stands where it stood.
fn key_before<'n>(holder: &'n Node<'_>, name: &str) -> Option<&'n str> {
    let Value::Mapping(nodes) = &holder.value else { return None };
    let keys: Vec<&str> = pairs(nodes).filter_map(|(key, _)| key.text()).collect();
    let at = keys.iter().position(|key| *key == name)?;
    keys.get(at.checked_sub(1)?).copied()
}

/// What a list of ids holds, or a mapping under them; one alone may stand for a list.
fn names<'n>(list: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    let nodes = match &list.value {
        Value::Sequence(nodes) => nodes.iter().collect(),
        Value::Mapping(nodes) => pairs(nodes).map(|(key, _)| key).collect(),
        Value::Scalar { .. } => vec![list],
    };
    nodes.into_iter().filter_map(Node::text)
}

/// Where an item stands in the file, as the keys that lead to it.
///
/// # Errors
///
/// There is none of this id.
pub fn path_of<'n>(root: &'n Node<'_>, id: &'n str) -> Result<Vec<&'n str>, Refused> {
    let others = ItemKind::ALL.into_iter().filter(|kind| *kind != ItemKind::Claim);
    let found = others.map(|kind| vec![kind.field(), id]).find(|path| root.at(path).is_some());
    let of_claim = || Some(vec![ItemKind::Claim.field(), section_of(root, id)?, id]);
    found.or_else(of_claim).ok_or_else(|| Refused::new(format!("there is no `{id}`")))
}

fn section_of<'n>(root: &'n Node<'_>, claim: &str) -> Option<&'n str> {
    let Value::Mapping(nodes) = &root.at(&[ItemKind::Claim.field()])?.value else { return None };
    pairs(nodes).find(|(_, section)| section.at(&[claim]).is_some())?.0.text()
}

/// The number behind the greatest that the file has, of a kind: what was deleted is not called again by its name.
fn next_id(root: &Node<'_>, letter: char) -> String {
    let ids = spots(root).into_iter().filter_map(|spot| match (spot.meant, spot.node.text()) {
        (Meant::Defined(Name::Item(_)) | Meant::Named(Name::Item(_)), Some(id)) => id.strip_prefix(letter)?.parse::<u64>().ok(),
        _ => None,
    });
    format!("{letter}{}", ids.max().unwrap_or_default().saturating_add(1))
}

impl Quoted {
    /// Words of a source, as they are found between two of its bytes; `None` where nothing tells them from the same words
    /// elsewhere, or they do not stand there.
    #[must_use]
    pub fn within(resolved: &Resolved, source: usize, exact: &str, range: &Range<usize>) -> Option<Self> {
        let text = resolved.text(source)?;
        let sources = &resolved.briefing.sources;
        let of = (sources.len() > 1).then(|| sources[source].head.id.value.clone());
        let alone = Self { source: of, exact: exact.to_owned(), prefix: None, suffix: None };
        let places = Anchoring::new(text).places(exact, OFTEN + 1);
        if places.len() == 1 {
            return Some(alone);
        }
        let proposals = Proposals::new(text);
        let here = places.iter().filter(|place| place.start >= range.start && place.end <= range.end);
        let stretch = here.map(|place| proposals.told_apart(place)).find(|stretch| stretch.anchors)?;
        Some(Self { exact: stretch.exact, prefix: stretch.prefix, suffix: stretch.suffix, ..alone })
    }

    /// As a passage is written.
    #[must_use]
    pub fn of(resolved: &Resolved, passage: &Passage) -> Self {
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        let source = source_of(&resolved.briefing, passage).map(|at| resolved.briefing.sources[at].head.id.value.clone());
        let source = source.filter(|_| resolved.briefing.sources.len() > 1);
        Self { source, exact: passage.exact.value.clone(), prefix: text(&passage.prefix), suffix: text(&passage.suffix) }
    }

    /// As it stands under `quote`.
    fn as_field(&self) -> Value<'_> {
        match &self.source {
            Some(source) => [(source.as_str(), self.alone())].into(),
            None => self.alone(),
        }
    }

    /// Without its source.
    fn alone(&self) -> Value<'_> {
        let beside = [("prefix", &self.prefix), ("suffix", &self.suffix)];
        let beside = beside.into_iter().filter_map(|(name, words)| Some((name, words.as_deref()?.into())));
        let fields: Vec<(&str, Value<'_>)> = [("exact", self.exact.as_str().into())].into_iter().chain(beside).collect();
        if fields.len() == 1 { self.exact.as_str().into() } else { fields.into_iter().collect() }
    }
}
