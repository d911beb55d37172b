//! Other names for what a briefing holds: where it is defined, in every list that names it, and in brackets in its prose.
//! The words of sources keep whatever stands in them.

use super::model::{Briefing, ItemKind};
use super::schema::patterns::Name;
use super::schema::types::Value as Holds;
use super::schema::walk::{Meant, Spot, spots};
use super::{parse, references};
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
    let mut is_defined = false;
    for Spot { node, meant, is_key } in spots(root) {
        let Value::Scalar { text: word, .. } = &node.value else { continue };
        match meant {
            Meant::Defined(name) | Meant::Named(name) => {
                let Some(new) = new_name(names, name, word) else { continue };
                // A name of letters, digits and hyphens is written alike in brackets and outside.
                let site = Site { is_key, in_brackets: true };
                splices.push((node.span.range(), scalar_like(&text[node.span.range()], new, site)));
                said.insert(node.span, new.to_owned());
                is_defined |= matches!(meant, Meant::Defined(_));
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
    // A section that only candidates are in begins with them.
    let places = if is_defined { places } else { places.saturating_sub(1) };
    Ok(Renamed { text: edit.text().to_owned(), places })
}

fn new_name<'a>(names: &'a Names, name: Name, word: &str) -> Option<&'a str> {
    let of = |of: Of| names.get(&(of, word.to_owned())).map(String::as_str);
    match name {
        Name::Briefing => of(Of::Briefing),
        Name::Section => of(Of::Section),
        _ => name.kinds().iter().find_map(|kind| of(Of::Item(*kind))),
    }
}

/// Where the texts stand in which a name in brackets leads to an item.
#[must_use]
pub fn prose_of(briefing: &Briefing) -> HashSet<Span> {
    let of_items = briefing.items().flat_map(|item| briefing.prose(item));
    let spoken = briefing.judgements.iter().filter_map(|judgement| judgement.speaker.as_ref());
    briefing.own_prose().chain(of_items).chain(spoken).map(|text| text.span).collect()
}
