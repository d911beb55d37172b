//! The numbers of lists and headings, which a Word document counts and does not write.

use super::nodes::{attribute, child, is};
use roxmltree::{Document, Node};
use std::collections::HashMap;

/// Levels of a list.
const DEEPEST: usize = 9;

/// A list and a level of it.
#[derive(Debug, Clone)]
pub struct List {
    id: String,
    level: usize,
}

impl List {
    /// What a paragraph leaves unsaid is as in its style. The list 0 is none.
    pub fn of(properties: Node<'_, '_>, style: Option<Self>) -> Option<Self> {
        let value = |name: &str| child(properties, name).and_then(|node| attribute(node, "val"));
        let level = value("ilvl").and_then(|level| level.parse().ok()).filter(|level| *level < DEEPEST);
        let level = level.or(style.as_ref().map(|style| style.level)).unwrap_or_default();
        let id = value("numId").map(str::to_owned).or(style.map(|style| style.id)).unwrap_or_default();
        (id != "0").then_some(Self { id, level })
    }
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// "%1.%2)": the numbers of this level and of those above it.
    text: String,
}

/// The lists of a document by their ids, and how far each is.
#[derive(Debug, Default)]
pub struct Numbering {
    /// Lists of one kind are counted on.
    kinds: HashMap<String, String>,
    levels: HashMap<(String, usize), Level>,
    starts: HashMap<(String, usize), u32>,
    counts: HashMap<String, [Option<u32>; DEEPEST]>,
}

/// What stands before the words of a paragraph.
#[derive(Debug, Clone)]
pub enum Mark {
    Bullet,
    Number(String),
    None,
}

impl Mark {
    pub fn before(&self, words: &str) -> String {
        let mark = match self {
            Self::Bullet => "-",
            Self::Number(number) => number,
            Self::None => "",
        };
        format!("{mark} {}", words.trim()).trim_start().to_owned()
    }
}

impl Numbering {
    pub fn of(part: &Document<'_>) -> Self {
        let mut numbering = Self::default();
        for node in part.root_element().children().filter(Node::is_element) {
            if let Some(kind) = attribute(node, "abstractNumId").filter(|_| is(node, "abstractNum")) {
                for level in node.children().filter(|node| is(*node, "lvl")) {
                    numbering.levels.extend(number(level, "ilvl").map(|at| ((kind.to_owned(), at as usize), of(level))));
                }
            }
            if let Some((id, kind)) = attribute(node, "numId").zip(child(node, "abstractNumId").and_then(|kind| attribute(kind, "val"))) {
                numbering.kinds.insert(id.to_owned(), kind.to_owned());
                for changed in node.children().filter(|node| is(*node, "lvlOverride")) {
                    let start = child(changed, "startOverride").and_then(|start| number(start, "val"));
                    let at = number(changed, "ilvl").zip(start);
                    numbering.starts.extend(at.map(|(at, start)| ((id.to_owned(), at as usize), start)));
                }
            }
        }
        numbering
    }

    /// Of the next paragraph of a list. One that is described nowhere has marks that say nothing.
    pub fn mark(&mut self, list: &List) -> Mark {
        let Some((kind, level)) =
            self.kinds.get(&list.id).and_then(|kind| Some((kind.clone(), self.levels.get(&(kind.clone(), list.level))?)))
        else {
            return Mark::Bullet;
        };
        let (text, format) = (level.text.clone(), level.format.clone());
        let first = |at: usize| self.levels.get(&(kind.clone(), at)).map_or(1, |level| level.start);
        let restart = self.starts.remove(&(list.id.clone(), list.level));
        let counts = self.counts.entry(kind.clone()).or_default();
        let next = restart.or(counts[list.level].map(|count| count.saturating_add(1))).unwrap_or_else(|| first(list.level));
        counts[list.level] = Some(next);
        counts[list.level + 1..].fill(None);
        let mut mark = text;
        for (at, count) in counts.iter().enumerate() {
            let format = self.levels.get(&(kind.clone(), at)).map_or("", |level| level.format.as_str());
            mark = mark.replace(&format!("%{}", at + 1), &written(count.unwrap_or_else(|| first(at)), format));
        }
        match format.as_str() {
            "bullet" => Mark::Bullet,
            _ if mark.trim().is_empty() => Mark::None,
            _ => Mark::Number(mark.trim().to_owned()),
        }
    }
}

fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    attribute(node, name)?.parse().ok()
}

fn of(level: Node<'_, '_>) -> Level {
    let value = |name: &str| child(level, name).and_then(|node| attribute(node, "val")).unwrap_or_default().to_owned();
    Level { start: value("start").parse().unwrap_or(1), format: value("numFmt"), text: value("lvlText") }
}

fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number, b'a'),
        "upperLetter" => letters(number, b'A'),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "none" => String::new(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// "a" to "z", then "aa", as Word counts.
fn letters(number: u32, first: u8) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(first + u8::try_from(at % 26).unwrap_or_default());
    std::iter::repeat_n(letter, (at / 26 + 1).min(8) as usize).collect()
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut written = String::new();
    number = number.min(9999);
    for (value, sign) in SIGNS {
        while number >= value {
            written += sign;
            number -= value;
        }
    }
    written
}
