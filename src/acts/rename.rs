//! Which names fit, and the names that number a briefing's items anew.

use crate::briefing::model::{Briefing, ItemKind};
use crate::briefing::parse::{RESERVED, VIEWS, is_slug, misnamed};
use crate::briefing::rename::{Names, Of};
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::walk::{Meant, Spot, spots};
use crate::library::HeldBriefing;
use crate::text::neutral;
use crate::yaml::tree::{Tree, Value};
use std::collections::BTreeMap;

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

/// The sections of a briefing, and those that only candidates are in.
pub fn sections(briefing: &Briefing) -> impl Iterator<Item = &str> {
    let of_candidates = briefing.candidates.iter().map(|candidate| candidate.section.value.as_str());
    briefing.sections.iter().map(|slug| slug.value.as_str()).chain(of_candidates)
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
        None if is_taken => Err(taken(held, &shown)),
        None => Ok(()),
    }
}

/// The same of what is called otherwise already: a new section may have the name of candidates that wait for it, and of two one may
/// not become the other.
///
/// # Errors
///
/// As of [`fits`].
pub fn fits_instead(held: &HeldBriefing, what: Of, new: &str) -> Result<(), String> {
    let is_taken = what == Of::Section && sections(&held.resolved.briefing).any(|slug| slug == new);
    fits(held, what, new).and_then(|()| if is_taken { Err(taken(held, &neutral(new))) } else { Ok(()) })
}

fn taken(held: &HeldBriefing, shown: &str) -> String {
    format!("there is a `{shown}` already in {}", held.id)
}
