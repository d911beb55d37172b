//! What runs over and under the pages: heads, feet and their numbers.

use super::edges::{Place, Places, Stands};
use super::pages::Pages;
use crate::intake::block::{Block, is_page};
use crate::text::sentence_end::ends_sentence;
use std::collections::{HashMap, HashSet};

/// What stands on fewer pages is a text of them.
const FEWEST: usize = 3;
/// In percent of the pages. A book has one head on its left pages and another on its right ones.
const SHARE: usize = 30;
/// In percent of the pages: what is no head by its place must stand on so many.
const MOST: usize = 60;
/// In letters of such a one.
const ASIDE: usize = 60;
/// In letters: heads and feet are short.
const LONGEST: usize = 160;
/// What pages are called at their edges: "Page 4 of 6".
const PAGE: [&str; 9] = ["page", "p", "pg", "seite", "página", "pagina", "strona", "стр", "страница"];
const OF: [&str; 7] = ["of", "von", "de", "di", "sur", "z", "из"];
/// So many blocks at each end of a page may be heads and feet.
const EDGE: usize = 2;

/// Pages with where their lines stand.
pub type Placed = Vec<(u32, Vec<Block>, Places)>;

/// Heads, feet and numbers that stand at the edges of many pages are taken out; how many there were.
pub fn without_running(pages: Placed) -> (Pages, usize) {
    let seen = Seen::of(&pages);
    let mut taken = 0;
    let mut titles: HashSet<String> = HashSet::new();
    let pages = pages.into_iter().map(|(number, blocks, places)| {
        let all = blocks.len();
        let mut kept = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            let running = seen.running(&block, is_at_edge(at, all), number, &places);
            // A title may run over the pages that follow it.
            let is_title = matches!(block, Block::Heading(..)) && running.as_ref().is_some_and(|shape| titles.insert(shape.clone()));
            if running.is_none() || is_title {
                kept.push(block);
            } else {
                taken += 1;
            }
        }
        (number, kept)
    });
    (pages.collect(), taken)
}

/// On how many pages each shape stands.
struct Seen {
    at_edges: HashMap<String, usize>,
    anywhere: HashMap<String, usize>,
    /// The heads and feet by their places, of sentences too.
    placed: Vec<(Place, u32, Vec<String>)>,
    pages: usize,
}

impl Seen {
    fn of(pages: &Placed) -> Self {
        let mut placed = Vec::new();
        for (number, blocks, places) in pages {
            let at_edge = blocks.iter().filter_map(|block| match places.stands(words(block)?) {
                Stands::AtEdge(place) => Some((place, *number, shapes(block, *number))),
                _ => None,
            });
            placed.extend(at_edge);
        }
        Self { at_edges: counted(pages, true), anywhere: counted(pages, false), placed, pages: pages.len() }
    }

    /// The shape by which a block runs over or under the pages.
    fn running(&self, block: &Block, is_at_edge: bool, page: u32, places: &Places) -> Option<String> {
        let (few, most) = (FEWEST.max(self.pages * SHARE / 100), FEWEST.max(self.pages * MOST / 100));
        let stands = places.stands(words(block)?);
        let own = shapes(block, page);
        if ends_sentence(words(block)?) {
            let Stands::AtEdge(place) = stands else { return None };
            let pages = |shape: &String| {
                self.at(place).filter(|(_, shapes)| shapes.contains(shape)).map(|(page, _)| page).collect::<HashSet<u32>>()
            };
            return own.into_iter().find(|shape| pages(shape).len() >= few);
        }
        // On two pages only what is the same on both tells: "Table 1" and "Table 2" may be at the edges of them.
        let is_on_both = || self.pages == 2 && is_aside(block) && own.first().is_some_and(|shape| self.at_edges.get(shape) == Some(&2));
        let is_foot = is_at_edge && (is_folio(block, page) || is_on_both())
            || matches!(stands, Stands::AtEdge(place) if is_aside(block) && self.alternates(place));
        let on = |seen: &HashMap<String, usize>, shape: &String| seen.get(shape).copied().unwrap_or_default();
        let may_be_aside = is_aside(block) && !matches!(stands, Stands::Within);
        let runs = |shape: &String| is_at_edge && on(&self.at_edges, shape) >= few || may_be_aside && on(&self.anywhere, shape) >= most;
        own.into_iter().find(|shape| is_foot || runs(shape))
    }

    fn at(&self, place: Place) -> impl Iterator<Item = (u32, &Vec<String>)> {
        self.placed.iter().filter(move |(other, ..)| other.is_same(place)).map(|(_, page, shapes)| (*page, shapes))
    }

    /// All pages have one of two lines there, as left and right pages of few.
    fn alternates(&self, place: Place) -> bool {
        let pages: HashSet<u32> = self.at(place).map(|(page, _)| page).collect();
        let lines = self.at(place).count();
        let shapes: HashSet<&String> = self.at(place).filter_map(|(_, shapes)| shapes.get(1).or(shapes.first())).collect();
        self.pages >= FEWEST && pages.len() == self.pages && lines == self.pages && shapes.len() <= 2
    }
}

fn words(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Item(words) => Some(words),
        _ => None,
    }
}

fn counted(pages: &Placed, at_edges: bool) -> HashMap<String, usize> {
    let mut seen = HashMap::new();
    for (number, blocks, _) in pages {
        let counted = blocks.iter().enumerate().filter(|(at, _)| !at_edges || is_at_edge(*at, blocks.len()));
        let all: HashSet<String> = counted.flat_map(|(_, block)| shapes(block, *number)).collect();
        for shape in all {
            *seen.entry(shape).or_default() += 1;
        }
    }
    seen
}

/// The other end of a head may be read with the column below it. So short and no sentence, it is one where it stands, too.
fn is_aside(block: &Block) -> bool {
    matches!(block, Block::Paragraph(words) if words.chars().count() <= ASIDE && !ends_sentence(words))
}

fn is_at_edge(at: usize, blocks: usize) -> bool {
    at < EDGE || at + EDGE >= blocks
}

/// The number of a page with a word for it, or with how many there are.
fn is_folio(block: &Block, page: u32) -> bool {
    let Some(words) = words(block) else { return false };
    if words.chars().count() > ASIDE {
        return false;
    }
    let lower = words.to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let are_so = |one: &str, all: &str| number(one).zip(number(all)).is_some_and(|(one, all)| 0 < one && one <= all);
    match parts[..] {
        [name, one] => PAGE.contains(&name) && is_page(one) || words.contains('/') && number(name) == Some(page) && are_so(name, one),
        [name, one, all] if PAGE.contains(&name) => words.contains('/') && are_so(one, all),
        [one, of, all] => OF.contains(&of) && number(one) == Some(page) && are_so(one, all),
        [name, one, of, all] => PAGE.contains(&name) && OF.contains(&of) && are_so(one, all),
        _ => false,
    }
}

/// The words of a short block, as they are and with each number, the first or the last as its distance from that of the page:
/// the number of a page stays as far, others do not, and how many pages there are is the same on all.
fn shapes(block: &Block, page: u32) -> Vec<String> {
    let Some(words) = words(block) else { return Vec::new() };
    if words.chars().count() > LONGEST {
        return Vec::new();
    }
    let same: String = words.split_whitespace().collect();
    if ends_sentence(words) {
        return vec![same];
    }
    let distance =
        |digits: &str| digits.parse::<i64>().map_or_else(|_| digits.to_owned(), |number| format!("#{}", number - i64::from(page)));
    let parts: Vec<(&str, &str)> = words
        .split_inclusive(|c: char| !c.is_ascii_digit())
        .map(|part| part.split_at(part.trim_end_matches(|c: char| !c.is_ascii_digit()).len()))
        .collect();
    let numbered = || parts.iter().enumerate().filter(|(_, (digits, _))| !digits.is_empty()).map(|(at, _)| at);
    let (first, last) = (numbered().next(), numbered().next_back());
    let shape = |is_near: &dyn Fn(usize) -> bool| -> String {
        let shown = |(at, (digits, rest)): (usize, &(&str, &str))| {
            let digits = if is_near(at) { distance(digits) } else { (*digits).to_owned() };
            digits + rest.trim()
        };
        parts.iter().enumerate().map(shown).collect()
    };
    vec![same, shape(&|_| true), shape(&|at| Some(at) == first), shape(&|at| Some(at) == last)]
}
