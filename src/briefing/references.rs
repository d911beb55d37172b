use super::model::ItemKind;
use crate::text::lookalike::as_seen;
use std::borrow::Cow;
use std::ops::Range;

/// The references in a text, such as `[J2]`: the byte range with its brackets, and the id between them.
///
/// A reference is the letter of a kind of item and a number: an editor's `[sic]` is none. One with a space in its brackets
/// is one that leads nowhere.
pub fn references(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices('[').filter_map(move |(start, _)| {
        let inside = &text[start + 1..];
        let id = &inside[..inside.find(']')?];
        // One that only looks like an id is a reference that leads nowhere, and is told so.
        let seen = if id.is_ascii() || id.len() > 40 { Cow::Borrowed(id) } else { Cow::Owned(as_seen(id)) };
        let mut characters = seen.trim().chars();
        let letter = characters.next()?;
        let known = ItemKind::ALL.iter().any(|kind| kind.letter() == Some(letter));
        let number = !characters.as_str().is_empty() && characters.all(|c| c.is_ascii_digit());
        (known && number).then_some((start..start + id.len() + 2, id))
    })
}

/// What begins at a byte stands in a reference.
#[must_use]
pub fn is_reference(text: &str, start: usize) -> bool {
    references(text).any(|(reference, _)| reference.contains(&start))
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_ids_of_items_are_references() {
        let found: Vec<_> =
            super::references("ties [C1]; [sic] is likely [J12], [X1] [J] [C2\u{200b}] [С3] [Ж4] [C4\u{a0}] [\u{3000}C5] [C 6] [")
                .map(|(_, id)| id)
                .collect();
        assert_eq!(found, ["C1", "J12", "C2\u{200b}", "С3", "C4\u{a0}", "\u{3000}C5"]);
    }
}
