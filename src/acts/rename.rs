//! Other names for what a briefing holds: where it is defined, in every list that names it, and in brackets in its prose.
//! The words of sources keep whatever stands in them.

use crate::briefing::model::{Briefing, ItemKind};
use crate::briefing::parse::{RESERVED, VIEWS, is_slug, misnamed};
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::types::Value as Holds;
use crate::briefing::schema::walk::{Meant, Spot, spots};
use crate::briefing::{parse, references};
use crate::library::HeldBriefing;
use crate::text::neutral;
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use crate::yaml::scalar::{Site, scalar_like};
use crate::yaml::spanned::Span;
use crate::yaml::tree::{Tree, Value};
use std::collections::{BTreeMap, HashSet};

/// What a name is of. Of two kinds the same name is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    Briefing,
    Section,
    Item(ItemKind),
}

/// The new name of each that gets one.
pub type Names = BTreeMap<(Of, String), String>;

/// A file in which names are others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    pub text: String,
    /// In so many places, without those where they are defined.
    pub places: usize,
}

/// # Errors
///
/// A name cannot be written where it stands.
pub fn rename(text: &str, names: &Names) -> Result<Renamed, Refused> {
    let tree = Tree::read(text);
    let Some(root) = &tree.root else { return Ok(Renamed { text: text.to_owned(), places: 0 }) };
    let (briefing, _) = parse(Tree::read(text), "");
    let prose = prose_of(&briefing);
    let (mut splices, mut said, mut places) = (Vec::new(), BTreeMap::new(), 0);
    for Spot { node, meant, is_key } in spots(root) {
        let Value::Scalar { text: word, .. } = &node.value else { continue };
        match meant {
            Meant::Defined(name) | Meant::Named(name) => {
                let Some(new) = new_name(names, name, word) else { continue };
                // A name of letters, digits and hyphens is written alike in brackets and outside.
                let site = Site { is_key, in_brackets: true };
                splices.push((node.span.range(), scalar_like(&text[node.span.range()], new, site)));
                said.insert(node.span, new.to_owned());
                places += usize::from(matches!(meant, Meant::Named(_)));
            }
            Meant::Holds(Holds::Text) if prose.contains(&node.span) => {
                let mut now = String::new();
                let mut from = 0;
                for (range, id) in references::references(word) {
                    let Some(new) = new_name(names, Name::Any, id) else { continue };
                    splices.push((node.span.of(word, &range, text).range(), format!("[{new}]")));
                    now += &format!("{}[{new}]", &word[from..range.start]);
                    from = range.end;
                    places += 1;
                }
                if from > 0 {
                    said.insert(node.span, now + &word[from..]);
                }
            }
            _ => {}
        }
    }
    let mut edit = Edit::new(text);
    edit.reword(splices, &said)?;
    Ok(Renamed { text: edit.text().to_owned(), places })
}

/// The names that number the items of each kind anew, in the order of the file; those that have theirs already are not among
/// them.
#[must_use]
pub fn numbered(text: &str) -> Names {
    let tree = Tree::read(text);
    let mut counts: BTreeMap<ItemKind, usize> = BTreeMap::new();
    let mut names = Names::new();
    for Spot { node, meant, .. } in tree.root.iter().flat_map(spots) {
        let (Meant::Defined(Name::Item([kind])), Value::Scalar { text, .. }) = (meant, &node.value) else { continue };
        let Some(letter) = kind.letter() else { continue };
        let count = counts.entry(*kind).or_default();
        *count += 1;
        let new = format!("{letter}{count}");
        if *text != new {
            names.insert((Of::Item(*kind), text.to_string()), new);
        }
    }
    names
}

fn new_name<'a>(names: &'a Names, name: Name, word: &str) -> Option<&'a str> {
    let of = |of: Of| names.get(&(of, word.to_owned())).map(String::as_str);
    match name {
        Name::Briefing => of(Of::Briefing),
        Name::Section => of(Of::Section),
        _ => name.kinds().iter().find_map(|kind| of(Of::Item(*kind))),
    }
}

/// # Errors
///
/// The name would be another's, or none at all, and what to write.
pub fn fits(held: &HeldBriefing, what: Of, new: &str) -> Result<(), String> {
    let shown = neutral(new);
    let slug = |reserved: &[&str]| {
        let unlike = (!is_slug(new)).then(|| "names here are small letters, digits and hyphens: port-strike".to_owned());
        unlike.or_else(|| reserved.contains(&new).then(|| "that is the name of a page".to_owned()))
    };
    let wrong = match what {
        Of::Briefing => slug(&RESERVED),
        Of::Section => slug(&VIEWS),
        Of::Item(kind) => misnamed(new, kind.field(), kind.letter()),
    };
    let is_taken = match what {
        Of::Briefing => false,
        Of::Section => held.resolved.briefing.sections.iter().any(|slug| slug.value == new),
        Of::Item(_) => held.resolved.graph.find(new).is_some(),
    };
    match wrong {
        Some(hint) => Err(format!("`{shown}` is no name for it; {hint}")),
        None if is_taken => Err(format!("there is a `{shown}` already in {}", held.id)),
        None => Ok(()),
    }
}

/// Where the texts stand in which a name in brackets leads to an item.
#[must_use]
pub fn prose_of(briefing: &Briefing) -> HashSet<Span> {
    let of_items = briefing.items().flat_map(|item| briefing.prose(item));
    let spoken = briefing.judgements.iter().filter_map(|judgement| judgement.speaker.as_ref());
    briefing.own_prose().chain(of_items).chain(spoken).map(|text| text.span).collect()
}
