//! Where pages end: no heading alone at the foot, no line of a paragraph alone on a page.

use super::picture::Picture;
use super::set::{Set, Style};
use crate::export::paper::{Kind, Span};
use parley::Alignment;
use std::borrow::Cow;
use std::ops::Range;

/// The paper, in points.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    pub size: (f32, f32),
    /// At the sides; above and below.
    pub margin: (f32, f32),
    /// How far above the end of the paper the marking stands.
    pub foot: f32,
    /// The size of the marking.
    pub marking: f32,
    /// The size of the page's number, how far below the marking it stands, and on which side.
    pub number: (f32, f32, Alignment),
}

impl Sheet {
    pub fn width(&self) -> f32 {
        self.size.0 - 2.0 * self.margin.0
    }

    pub fn height(&self) -> f32 {
        self.size.1 - 2.0 * self.margin.1
    }
}

/// What is set, and how it keeps to its page.
pub struct Item<'p> {
    pub kind: Kind<'p>,
    pub spans: Cow<'p, [Span]>,
    pub style: Style,
    pub set: Set,
    /// Stands for the words, where it is a figure.
    pub picture: Option<Picture>,
}

impl Item<'_> {
    /// Top and bottom of each line, from the top of the first; a picture is one.
    pub fn lines(&self) -> Vec<(f32, f32)> {
        self.picture.as_ref().map_or_else(|| self.set.lines(), |picture| vec![(0.0, picture.height())])
    }

    pub fn height(&self) -> f32 {
        self.picture.as_ref().map_or_else(|| self.set.layout.height(), Picture::height)
    }
}

/// Lines of an item on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    pub item: usize,
    pub lines: Range<usize>,
    /// The top of its first line, from the top of the text.
    pub top: f32,
}

pub type Leaf = Vec<Placed>;

/// No fewer lines of a paragraph stand alone, at the foot or at the head of a page.
const TOGETHER: usize = 2;

/// Lays the items from `from` on on pages of this height.
pub fn paginate(items: &[Item<'_>], from: usize, height: f32) -> Vec<Leaf> {
    let mut pages = Pages { leaves: vec![Vec::new()], at: 0.0, height };
    let lines: Vec<Vec<(f32, f32)>> = items.iter().map(Item::lines).collect();
    for (at, item) in items.iter().enumerate().skip(from) {
        let is_head = item.kind.is_page();
        if !pages.is_empty() && (is_head || (!pages.fits(needed(items, &lines, at)) && begins_chain(items, at))) {
            pages.next();
        }
        pages.place(at, item, &lines[at]);
    }
    pages.leaves
}

/// Nothing before it holds it to its page.
fn begins_chain(items: &[Item<'_>], at: usize) -> bool {
    at == 0 || !items[at - 1].style.keep
}

/// What must stand on the page where an item begins: headings with the first lines of what they head.
fn needed(items: &[Item<'_>], lines: &[Vec<(f32, f32)>], at: usize) -> f32 {
    let mut needed = 0.0;
    for (item, lines) in items[at..].iter().zip(&lines[at..]) {
        let whole = item.style.keep || lines.len() < 2 * TOGETHER;
        let count = if whole { lines.len() } else { TOGETHER };
        needed += item.style.before + extent(lines, &(0..count));
        if !item.style.keep {
            break;
        }
        needed += item.style.after;
    }
    needed
}

fn extent(lines: &[(f32, f32)], range: &Range<usize>) -> f32 {
    match (lines.get(range.start), range.end.checked_sub(1).and_then(|last| lines.get(last))) {
        (Some((top, _)), Some((_, bottom))) => bottom - top,
        _ => 0.0,
    }
}

struct Pages {
    leaves: Vec<Leaf>,
    at: f32,
    height: f32,
}

impl Pages {
    fn is_empty(&self) -> bool {
        self.leaves.last().is_none_or(Vec::is_empty)
    }

    fn fits(&self, extent: f32) -> bool {
        self.at + extent <= self.height
    }

    fn next(&mut self) {
        self.leaves.push(Vec::new());
        self.at = 0.0;
    }

    fn place(&mut self, at: usize, item: &Item<'_>, lines: &[(f32, f32)]) {
        if !self.is_empty() {
            self.at += item.style.before;
        }
        let mut from = 0;
        while from < lines.len() {
            let mut to = (from + 1..=lines.len()).take_while(|to| self.fits(extent(lines, &(from..*to)))).last().unwrap_or(from);
            let left = lines.len() - to;
            if left > 0 && left < TOGETHER {
                to = to.saturating_sub(TOGETHER - left).max(from);
            }
            if left > 0 && to - from < TOGETHER {
                to = from;
            }
            // A line that is higher than a page stands on one of its own.
            if to == from && self.is_empty() {
                to = from + 1;
            }
            if to > from {
                if let Some(leaf) = self.leaves.last_mut() {
                    leaf.push(Placed { item: at, lines: from..to, top: self.at });
                }
                self.at += extent(lines, &(from..to));
            }
            from = to;
            if from < lines.len() {
                self.next();
            }
        }
        self.at += item.style.after;
    }
}
