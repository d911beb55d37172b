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
                words.taken(edit, root)?;
                id
            }
            Self::AddWords { claim, words } => {
                let section = section_of(root, claim).ok_or_else(|| Refused::new(format!("there is no claim `{claim}`")))?;
                let has = root.at(&["sections", section, claim, "quote"]);
                if words.quotes.iter().all(|quote| has.is_some_and(|has| quote.stands_in(has))) {
                    return Err(Refused::new(format!("{claim} has these words already")));
                }
                more_words(edit, &["sections", section, claim, "quote"], &words.quotes)?;
                words.taken(edit, root)?;
                claim.clone()
            }
            Self::SetAside { source, words, why } => {
                for quote in &words.quotes {
                    let source = quote.source.as_ref().unwrap_or(source);
                    edit.append(&["sources", source], "set_aside", [("quote", quote.alone()), ("why", why.as_str().into())])?;
                }
                words.taken(edit, root)?;
                source.clone()
            }
            Self::Wait { sections } => {
                for (slug, candidates) in sections {
                    let waiting = candidates
                        .iter()
                        .map(|Sentence { kind, says, quote }| [(kind.word(), says.as_str().into()), ("quote", quote.as_field())].into());
                    let waiting: Vec<Value<'_>> = waiting.collect();
                    if root.at(&["candidates", slug]).is_some() {
                        waiting.into_iter().try_for_each(|candidate| edit.push(&["candidates", slug], candidate))?;
                    } else {
                        edit.put(&["candidates"], slug, waiting)?;
                    }
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
    let (holder, field) = (&path[..path.len() - 1], path[path.len() - 1]);
    let node = root.at(path);
    let Some(found) = node.filter(|node| !node.is_blank()) else {
        // It may be there and say nothing.
        return if node.is_some() { edit.push(path, quote.as_field()) } else { edit.insert(holder, field, quote.as_field(), None) };
    };
    match &found.value {
        Value::Sequence(_) => edit.push(path, quote.alone()),
        // Under its source, where the passages stand by their sources; of one source it may be named or not.
        Value::Mapping(by_source) if found.at(&["exact"]).is_none() => {
            let only = || pairs(by_source).find_map(|(key, _)| key.text());
            let source = quote.source.as_deref().or_else(only).unwrap_or_default();
            let under = [path, &[source]].concat();
            match root.at(&under).map(|node| &node.value) {
                None => edit.insert(path, source, quote.alone(), None),
                Some(Value::Sequence(_)) => edit.push(&under, quote.alone()),
                Some(_) => edit.enlist(&under, quote.alone()),
            }
        }
        _ => edit.enlist(path, quote.alone()),
    }
}
