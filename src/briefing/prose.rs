use super::model::ItemKind;
use std::ops::Range;

/// The references in a text, such as `[J2]`: the byte range with its brackets, and the id between them.
///
/// A reference is the letter of a kind of item and a number: an editor's `[sic]` is none.
pub fn references(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices('[').filter_map(move |(start, _)| {
        let inside = &text[start + 1..];
        let id = &inside[..inside.find(']')?];
        let mut characters = id.chars();
        let letter = characters.next()?;
        let known = ItemKind::ALL.iter().any(|kind| kind.letter() == Some(letter));
        let number = !characters.as_str().is_empty() && characters.all(|c| c.is_ascii_digit());
        (known && number).then_some((start..start + id.len() + 2, id))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_ids_of_items_are_references() {
        let found: Vec<_> = super::references("ties [C1]; [sic] is likely [J12], [X1] [J] [").map(|(_, id)| id).collect();
        assert_eq!(found, ["C1", "J12"]);
    }
}
