//! Who does what to whom: every actor by every actor.

use crate::briefing::model::Relationship;
use crate::briefing::scale::{Mode, Polarity, TieKind, Vocabulary};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::page::about::short_form::unreported;
use crate::page::builder::Page;
use crate::page::figure::map::{tie_role, tie_sign};
use crate::page::figure::{Figure, Matrix, MatrixRow};
use crate::page::styled_text::{Role, Text, one_line};
use std::collections::HashSet;

/// The most actors in the matrix: those with the most ties.
const ACTORS: usize = 48;
/// The most letters over a column.
const SHORT: usize = 3;
/// The most ties of a cell, a sign each.
const SIGNS: usize = 3;

/// The actors that have ties; nothing where nobody has.
pub fn matrix(page: &mut Page<'_>) {
    let resolved = page.resolved();
    let mut tied: Vec<usize> = (0..resolved.briefing.actors.len()).filter(|actor| !ties_of(page, *actor).is_empty()).collect();
    if tied.is_empty() {
        return;
    }
    let all = tied.len();
    tied.sort_by_key(|actor| std::cmp::Reverse(ties_of(page, *actor).len()));
    tied.truncate(ACTORS);
    tied.sort_unstable();
    page.heading("Who does what to whom");
    let signs = [Polarity::Cooperation, Polarity::Conflict, Polarity::Neutral]
        .map(|polarity| format!("{} {}", tie_sign(polarity), polarity.label()));
    page.legend("signs of ties", &format!("{}   rows act on columns", signs.join("   ")));
    modes(page, ItemKind::Relationship);
    if all > ACTORS {
        page.paragraph("left out", false, Text::new(Role::Quiet, &format!("The {ACTORS} of {all} actors with the most ties.")));
    }
    let short = short_names(&tied.iter().map(|actor| resolved.briefing.actors[*actor].head.id.value.as_str()).collect::<Vec<_>>());
    let head = |at: usize| {
        let actor = Item { kind: ItemKind::Actor, index: tied[at] };
        Text::default().link(&short[at], page.place(actor))
    };
    let rows = tied.iter().enumerate().map(|(at, actor)| MatrixRow {
        head: head(at),
        note: Text::new(Role::Text, &page.summary(Item { kind: ItemKind::Actor, index: *actor })),
        cells: tied.iter().map(|other| if actor == other { Text::new(Role::Line, "╲") } else { cell(page, *actor, *other) }).collect(),
    });
    let twin = resolved.briefing.relationships.iter().enumerate().map(|(index, tie)| {
        let item = Item { kind: ItemKind::Relationship, index };
        let words = page.summary(item);
        let said: Vec<&str> = [polarity(tie).label(), unreported(resolved, item)].into_iter().filter(|word| !word.is_empty()).collect();
        one_line(&format!("{} {words}: {}.", tie.head.id.value, said.join(", ")))
    });
    let rows: Vec<MatrixRow> = rows.collect();
    let figure =
        Matrix { columns: (0..tied.len()).map(head).collect(), rows, twin: twin.collect::<Vec<_>>().join("\n"), ..Matrix::default() };
    page.figure("matrix of ties", false, Figure::Matrix(figure));
}

/// The signs of modes, where ties or events of a page have one.
pub fn modes(page: &mut Page<'_>, kind: ItemKind) {
    let resolved = page.resolved();
    let of: Vec<Mode> = (0..resolved.briefing.count(kind)).map(|index| resolved.mode(Item { kind, index })).collect();
    let signed = Mode::all().iter().filter(|mode| !mode.sign().is_empty() && of.contains(mode));
    let signs: Vec<String> = signed.map(|mode| format!("{} {}", mode.sign(), mode.word())).collect();
    if !signs.is_empty() {
        page.legend("signs of modes", &format!("behind a sign: {}", signs.join("   ")));
    }
}

/// "+": with "?" or ">" behind it where no source reports the tie.
pub fn sign(page: &Page<'_>, tie: Item) -> String {
    let resolved = page.resolved();
    format!("{}{}", tie_sign(polarity(&resolved.briefing.relationships[tie.index])), resolved.mode(tie).sign())
}

/// The ties that an actor is in, either way.
pub fn ties_of(page: &Page<'_>, actor: usize) -> Vec<usize> {
    let links = page.resolved().graph.to(Item { kind: ItemKind::Actor, index: actor });
    let ties = links.iter().filter(|link| matches!(link.kind, LinkKind::TieFrom | LinkKind::TieTo)).map(|link| link.from.index);
    let mut ties: Vec<usize> = ties.collect();
    ties.sort_unstable();
    ties.dedup();
    ties
}

/// A sign for each of the first ties from one actor to another, those that both are in alike either way. The list below has
/// all of them.
fn cell(page: &Page<'_>, from: usize, to: usize) -> Text {
    let graph = &page.resolved().graph;
    let relationships = &page.resolved().briefing.relationships;
    let actor = |index: usize| Item { kind: ItemKind::Actor, index };
    let between = |from: usize, to: usize| -> Vec<Item> {
        let from: HashSet<Item> = graph.origins(actor(from), LinkKind::TieFrom).collect();
        graph.origins(actor(to), LinkKind::TieTo).filter(|tie| from.contains(tie)).collect()
    };
    let is_mutual = |tie: &Item| relationships[tie.index].kind.as_ref().and_then(|word| word.value).is_some_and(TieKind::is_mutual);
    let mut ties = between(from, to);
    ties.extend(between(to, from).into_iter().filter(is_mutual));
    ties.sort_unstable();
    ties.dedup();
    ties.into_iter().take(SIGNS).fold(Text::default(), |text, tie| {
        let polarity = polarity(&relationships[tie.index]);
        text.link_as(tie_role(polarity), &sign(page, tie), page.place(tie))
    })
}

/// A tie of an unknown type neither joins nor sets apart.
pub fn polarity(tie: &Relationship) -> Polarity {
    tie.kind.as_ref().and_then(|word| word.value).map_or(Polarity::Neutral, TieKind::polarity)
}

/// A name of a few letters for each id, no two alike: a state's code, the initials of a slug, or the beginning of its
/// only word. A name that is taken gets a number.
fn short_names(ids: &[&str]) -> Vec<String> {
    let mut taken = HashSet::new();
    let names = ids.iter().map(|id| {
        let words: Vec<&str> = id.split('-').filter(|word| !word.is_empty()).collect();
        let short: String = match words.as_slice() {
            [word] => word.chars().take(SHORT).collect(),
            words => words.iter().filter_map(|word| word.chars().next()).take(SHORT).collect(),
        };
        let numbered = (2..).map(|number| format!("{}{number}", short.chars().take(SHORT - 1).collect::<String>()));
        std::iter::once(short.clone()).chain(numbered).find(|name| taken.insert(name.clone())).unwrap_or_default()
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_short_and_differ() {
        assert_eq!(short_names(&["RU", "ferry-union", "far-uplands", "lesk", "lestrade", ""]), ["RU", "fu", "fu2", "les", "le2", ""]);
    }
}
