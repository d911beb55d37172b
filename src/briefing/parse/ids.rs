//! What ids and slugs look like, and which of them are taken.

use crate::briefing::model::ItemKind;

/// Names that address something else, so no section may have them.
pub const VIEWS: [&str; 10] = ["cover", "timeline", "actors", "outlook", "alternatives", "source", "candidates", "check", "change", "tour"];
/// Names that address something above the briefings, so no briefing may have them.
pub const RESERVED: [&str; 11] =
    ["library", "help", "notes", "recent", "scale", "search", "theme", "themes", "signposts", "overdue", "score"];

/// Small letters and digits, in parts joined by hyphens.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// What ids look like that stand under the field `name`, if `id` does not look so.
pub fn misnamed(id: &str, name: &str, letter: Option<char>) -> Option<String> {
    let capitals = |id: &str| {
        id.starts_with(|c: char| c.is_ascii_uppercase()) && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
    };
    let numbered =
        |letter: char| id.strip_prefix(letter).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let state = |id: &str| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase());
    let fits = match (letter, name) {
        (Some(letter), _) => numbered(letter),
        (None, "sources") => capitals(id) && !ItemKind::ALL.iter().filter_map(|kind| kind.letter()).any(numbered),
        (None, _) => state(id) || is_slug(id),
    };
    (!fits).then(|| match (letter, name) {
        (Some(letter), _) => format!("ids here are {letter} and a number: {letter}1"),
        (None, "sources") => "the id of a source is in capitals, and no item's: ART".to_owned(),
        (None, _) => "the id of a state is its ISO code, of any other actor a slug: IR, red-cross".to_owned(),
    })
}
