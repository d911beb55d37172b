//! What the styles of a Word document say of those who name them.

use super::nodes::{attribute, child, is, switch};
use super::numbering::List;

use roxmltree::{Document, Node};
use std::collections::{HashMap, HashSet};

/// By their ids.
#[derive(Debug, Default)]
pub struct Styles {
    kinds: HashMap<String, Style>,
    lists: HashMap<String, List>,
    struck: HashSet<String>,
}

#[derive(Debug, Clone, Copy)]
pub enum Style {
    /// 1 stands over 2.
    Heading(u8),
    /// A line of a table of contents: the headings again, with the numbers of their pages.
    Contents,
}

impl Styles {
    pub fn of(styles: &Document<'_>) -> Self {
        let all: Vec<(&str, Node<'_, '_>)> = styles
            .descendants()
            .filter(|node| is(*node, "style"))
            .filter_map(|style| Some((attribute(style, "styleId")?, style)))
            .collect();
        let based: HashMap<&str, &str> =
            all.iter().filter_map(|(id, style)| Some((*id, attribute(child(*style, "basedOn")?, "val")?))).collect();
        Self {
            kinds: inherited(&all, &based, said),
            lists: inherited(&all, &based, |style| list(child(style, "pPr")?)),
            struck: inherited(&all, &based, |style| struck(child(style, "rPr")?))
                .into_iter()
                .filter_map(|(id, is)| is.then_some(id))
                .collect(),
        }
    }

    pub fn kind(&self, style: &str) -> Option<Style> {
        self.kinds.get(style).copied()
    }

    /// The list of a paragraph: what it says itself goes before what its style says.
    pub fn list(&self, properties: Option<Node<'_, '_>>, style: Option<&str>) -> Option<List> {
        let of_style = style.and_then(|style| self.lists.get(style).cloned());
        match properties.and_then(|properties| child(properties, "numPr")) {
            Some(own) => List::of(own, of_style),
            None => of_style,
        }
    }

    /// Whether a style strikes out the words of the runs that name it.
    pub fn is_struck(&self, style: Node<'_, '_>) -> bool {
        attribute(style, "val").is_some_and(|style| self.struck.contains(style))
    }
}

/// What each style says, or the nearest of those that it is based on.
fn inherited<T: Clone>(
    all: &[(&str, Node<'_, '_>)],
    based: &HashMap<&str, &str>,
    says: impl Fn(Node<'_, '_>) -> Option<T>,
) -> HashMap<String, T> {
    let own: HashMap<&str, T> = all.iter().filter_map(|(id, style)| Some((*id, says(*style)?))).collect();
    let nearest = |id: &str| {
        // A style may be based on one that is based on it.
        std::iter::successors(Some(id), |id| based.get(id).copied()).take(16).find_map(|id| own.get(id)).cloned()
    };
    all.iter().filter_map(|(id, _)| Some(((*id).to_owned(), nearest(id)?))).collect()
}

fn list(properties: Node<'_, '_>) -> Option<List> {
    List::of(child(properties, "numPr")?, None)
}

/// Whether a run's properties strike out its words, where they say so.
pub fn struck(properties: Node<'_, '_>) -> Option<bool> {
    let said = ["strike", "dstrike"].map(|name| switch(properties, name));
    said.iter().any(Option::is_some).then(|| said.contains(&Some(true)))
}

/// Its name is in English in every language of the program; its id is not.
fn said(style: Node<'_, '_>) -> Option<Style> {
    named(attribute(child(style, "name")?, "val")?).or_else(|| child(style, "pPr").and_then(outline).map(Style::Heading))
}

/// What the name of a style says, or its id where nothing else is known of it: it is the name without blanks.
pub fn named(name: &str) -> Option<Style> {
    let name = name.to_lowercase().replace(' ', "");
    let behind = |begins: &str| name.strip_prefix(begins).and_then(|level| level.parse::<u8>().ok());
    let contents = behind("toc").is_some() || name == "tableoffigures";
    let heading = behind("heading").or_else(|| (name == "title").then_some(1));
    if contents { Some(Style::Contents) } else { heading.map(Style::Heading) }
}

/// The level of a paragraph that is a heading without a style: 0 is the highest, 9 is text.
pub fn outline(properties: Node<'_, '_>) -> Option<u8> {
    let level: u8 = attribute(child(properties, "outlineLvl")?, "val")?.parse().ok()?;
    (level < 9).then_some(level + 1)
}
