//! Bookmarks: the pages, and under the groups of them what is looked up.

use super::draw::Pen;
use crate::export::page_set::Handed;
use crate::export::paper::{Heading, Kind, Paper};
use krilla::outline::{Outline, OutlineNode};

pub fn outline(pen: &Pen<'_>, handed: &Handed<'_>) -> Outline {
    let mut nodes: Vec<OutlineNode> = Vec::new();
    for (at, piece) in pen.pieces().iter().enumerate() {
        let (level, page) = match piece.kind {
            Kind::Title => (1, None),
            Kind::Heading(Heading { level: 1, page }) => (1, page),
            Kind::Heading(Heading { level, page: Some(page) }) => (level, Some(page)),
            _ => continue,
        };
        let text = page.map_or_else(|| piece.plain(), |page| Paper::listed(handed, page));
        let Some(place) = pen.destination(at) else { continue };
        let node = OutlineNode::new(text, place);
        match nodes.last_mut() {
            Some(above) if level > 1 => above.push_child(node),
            _ => nodes.push(node.with_open(false)),
        }
    }
    let mut outline = Outline::new();
    for node in nodes {
        outline.push_child(node);
    }
    outline
}
