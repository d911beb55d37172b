//! From one text to another, as edits that leave alone what is the same.

use super::positions::Lines;
use super::view::View;
use ls_types::{DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, WorkspaceEdit};
use std::collections::HashMap;
use std::ops::Range;

/// The edits of the document of a view, so that it reads `new`.
#[must_use]
pub fn to(view: &View<'_>, new: &str) -> WorkspaceEdit {
    let uri = view.document.uri.clone();
    let edits = edits(view.text(), new, &view.lines);
    if view.taken.versions {
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: Some(view.document.version) };
        let edit = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        return WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![edit])), ..WorkspaceEdit::default() };
    }
    WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() }
}

/// Where as many lines stand before and after, each line that differs is an edit.
fn edits(old: &str, new: &str, lines: &Lines<'_>) -> Vec<TextEdit> {
    let parts = |text: &str| text.split_inclusive('\n').count();
    let mut at = 0;
    let pairs: Vec<(Range<usize>, &str)> = if parts(old) == parts(new) {
        let both = old.split_inclusive('\n').zip(new.split_inclusive('\n'));
        both.map(|(before, after)| {
            at += before.len();
            (at - before.len()..at, after)
        })
        .collect()
    } else {
        vec![(0..old.len(), new)]
    };
    let changed = pairs.into_iter().filter(|(range, after)| old[range.clone()] != **after);
    changed
        .map(|(range, after)| {
            let (inside, put) = trimmed(&old[range.clone()], after);
            let range = range.start + inside.start..range.start + inside.end;
            TextEdit { range: lines.range(range), new_text: put.to_owned() }
        })
        .collect()
}

/// What differs between two texts. It never parts a carriage return from its line feed, which no editor counts apart.
fn trimmed<'n>(old: &str, new: &'n str) -> (Range<usize>, &'n str) {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let length = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum::<usize>();
    let mut start = length(&mut old.chars().zip(new.chars()));
    if old[..start].ends_with('\r') {
        start -= 1;
    }
    let mut end = length(&mut old[start..].chars().rev().zip(new[start..].chars().rev()));
    if old[old.len() - end..].starts_with('\n') && (old[..old.len() - end].ends_with('\r') || new[..new.len() - end].ends_with('\r')) {
        end -= 1;
    }
    (start..old.len() - end, &new[start..new.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lsp::positions::Units;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn n22_edits_lead_from_the_one_text_to_the_other(old in "(a|é|b: |\n|\r\n){0,12}", new in "(a|é|b: |\n|\r\n){0,12}") {
            let lines = Lines::new(&old, Units::Utf16);
            let mut text = old.clone();
            for edit in edits(&old, &new, &lines).into_iter().rev() {
                text.replace_range(lines.offset(edit.range.start)..lines.offset(edit.range.end), &edit.new_text);
            }
            prop_assert_eq!(text, new);
        }
    }
}
