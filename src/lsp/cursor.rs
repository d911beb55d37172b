//! What stands at a byte of a briefing's file.

use super::view::View;
use crate::briefing::references;
use crate::briefing::rename::{Of, prose_of};
use crate::briefing::resolved::Quote;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::types::Value as Holds;
use crate::briefing::schema::walk::{Meant, spots};
use crate::briefing::{ItemKind, Span};
use crate::yaml::tree::Value;

/// A name of something in the briefing, wherever it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub of: Of,
    pub word: String,
    pub span: Span,
    /// It is called so from here on.
    pub is_defined: bool,
}

#[must_use]
pub fn quote_at<'a>(view: &View<'a>, offset: usize) -> Option<Quote<'a>> {
    view.resolved().quotes().find(|quote| holds(quote.span(), offset))
}

pub fn holds(span: Span, offset: usize) -> bool {
    span.start <= offset && offset <= span.end
}

/// All names of the file in its order, those in brackets in its prose among them.
#[must_use]
pub fn names(view: &View<'_>) -> Vec<Named> {
    let tree = view.tree();
    let briefing = &view.resolved().briefing;
    let prose_of = prose_of(briefing);
    let item = |word: &str| view.resolved().graph.find(word).map(|item| item.kind);
    let mut names = Vec::new();
    for spot in tree.root.iter().flat_map(spots) {
        let Value::Scalar { text: word, .. } = &spot.node.value else { continue };
        let span = spot.node.span;
        match spot.meant {
            Meant::Defined(name) | Meant::Named(name) => {
                let is_defined = matches!(spot.meant, Meant::Defined(_));
                let of = of(name, is_defined.then(|| kind_of(name)).flatten().or_else(|| item(word)));
                names.extend(of.map(|of| Named { of, word: word.to_string(), span, is_defined }));
            }
            Meant::Holds(Holds::Text) if prose_of.contains(&span) => {
                for (range, id) in references::references(word) {
                    let Some(kind) = item(id) else { continue };
                    let span = span.of(word, &range, view.text());
                    // Without its brackets.
                    let is_found = view.text()[span.range()] == word[range];
                    let span = if is_found { Span { start: span.start + 1, end: span.end - 1 } } else { span };
                    names.push(Named { of: Of::Item(kind), word: id.to_owned(), span, is_defined: false });
                }
            }
            _ => {}
        }
    }
    names
}

#[must_use]
pub fn name_at(names: &[Named], offset: usize) -> Option<&Named> {
    names.iter().filter(|name| holds(name.span, offset)).min_by_key(|name| name.span.end - name.span.start)
}

fn kind_of(name: Name) -> Option<ItemKind> {
    match name.kinds() {
        [kind] => Some(*kind),
        _ => None,
    }
}

fn of(name: Name, item: Option<ItemKind>) -> Option<Of> {
    match name {
        Name::Briefing => Some(Of::Briefing),
        Name::Section => Some(Of::Section),
        // What stands under `accept` is the name of a rule.
        Name::Any => None,
        _ => item.or_else(|| kind_of(name)).map(Of::Item),
    }
}
