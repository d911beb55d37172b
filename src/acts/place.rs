//! Where an item stands in a briefing's file, and which number the next one gets.

use crate::briefing::model::ItemKind;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::walk::{Meant, spots};
use crate::yaml::edit::Refused;
use crate::yaml::tree::{Node, Value, pairs};

/// The keys that lead to an item.
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

pub fn section_of<'n>(root: &'n Node<'_>, claim: &str) -> Option<&'n str> {
    let Value::Mapping(nodes) = &root.at(&[ItemKind::Claim.field()])?.value else { return None };
    pairs(nodes).find(|(_, section)| section.at(&[claim]).is_some())?.0.text()
}

/// The number behind the greatest that the file has, of a kind: what was deleted is not called again by its name.
pub fn next_id(root: &Node<'_>, letter: char) -> String {
    let ids = spots(root).into_iter().filter_map(|spot| match (spot.meant, spot.node.text()) {
        (Meant::Defined(Name::Item(_)) | Meant::Named(Name::Item(_)), Some(id)) => id.strip_prefix(letter)?.parse::<u64>().ok(),
        _ => None,
    });
    format!("{letter}{}", ids.max().unwrap_or_default().saturating_add(1))
}
