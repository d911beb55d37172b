//! From words of a source to a claim, to more words of a claim, aside, or among what waits.

use super::place::{next_id, section_of};
use super::quoted::{Quoted, Words};
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Tree, Value, pairs};

/// A sentence of a source, as a claim may have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub kind: ClaimKind,
    pub says: String,
    pub quote: Quoted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quoting {
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
}

impl Quoting {
    /// Does it, and says what it is about.
    pub(super) fn done(&self, edit: &mut Edit, root: &Node<'_>) -> Result<String, Refused> {
        Ok(match self {
            Self::Claim { section, kind, text: says, credibility, words } => {
                let id = next_id(root, 'C');
                let grade = credibility.as_deref().map(|grade| ("credibility", Value::from(grade)));
                let (first, others) = words.quotes.split_first().ok_or_else(|| Refused::new("a claim quotes at least one passage"))?;
                let fields = [(kind.as_str(), Value::from(says.as_str())), ("quote", first.as_field())].into_iter().chain(grade);
                edit.put(&["sections", section], &id, fields.collect::<Value<'_>>())?;
                more_words(edit, &["sections", section, &id, "quote"], others)?;
                words.taken(edit)?;
                id
            }
            Self::AddWords { claim, words } => {
                let section = section_of(root, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
                more_words(edit, &["sections", section, claim, "quote"], &words.quotes)?;
                words.taken(edit)?;
                claim.clone()
            }
            Self::SetAside { source, words, why } => {
                for quote in &words.quotes {
                    let source = quote.source.as_ref().unwrap_or(source);
                    edit.append(&["sources", source], "set_aside", [("quote", quote.alone()), ("why", why.as_str().into())])?;
                }
                words.taken(edit)?;
                source.clone()
            }
            Self::Wait { sections } => {
                for (slug, candidates) in sections {
                    let waiting = candidates
                        .iter()
                        .map(|Sentence { kind, says, quote }| [(kind.word(), says.as_str().into()), ("quote", quote.as_field())].into());
                    edit.put(&["candidates"], slug, waiting.collect::<Vec<Value<'_>>>())?;
                }
                String::new()
            }
        })
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
