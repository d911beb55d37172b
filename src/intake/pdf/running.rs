//! What runs over and under the pages: heads, feet and their numbers.

use super::breaks::{Line, letters};
use super::edges::EdgeLine;
use super::pages::Pages;
use crate::intake::block::{Block, is_page};
use crate::intake::taken::some;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use std::collections::{HashMap, HashSet};

/// What stands on fewer pages is a text of them.
const FEWEST: usize = 3;
/// In percent of the pages. A book has one head on its left pages and another on its right ones.
const SHARE: usize = 30;
/// In percent of the pages: on so many, other text may stand further out than the type area goes.
const ODD: usize = 34;
/// In percent of the pages: what stands askew at their sides is on so many.
const MOST: usize = 60;
/// In letters of a line that is one by its place alone.
const ASIDE: usize = 60;
/// In letters: heads and feet are short.
const LONGEST: usize = 160;
/// What pages are called at their edges: "Page 4 of 6".
const PAGE: [&str; 9] = ["page", "p", "pg", "seite", "página", "pagina", "strona", "стр", "страница"];
const OF: [&str; 7] = ["of", "von", "de", "di", "sur", "z", "из"];
/// So many of them are told by their words.
const TOLD: usize = 6;

/// Pages with the lines at their edges.
pub type Edged = Vec<(u32, Vec<Block>, Vec<EdgeLine>)>;
/// How many pages have words that stand on no line of theirs.
pub type Askew = HashMap<String, usize>;

/// Heads, feet and numbers that stand at the same place of many pages, above or below the type area, are taken out; what they were.
pub fn without_running(pages: Edged, askew: &Askew) -> (Pages, Running) {
    let running = Seen::of(&pages).running();
    let most = FEWEST.max(pages.len() * MOST / 100);
    let is_beside = |block: &Block| block.words().is_some_and(|words| askew.get(&spelled(words)).is_some_and(|pages| *pages >= most));
    let mut taken = Running::default();
    let mut titles: HashSet<String> = HashSet::new();
    let pages = pages.into_iter().zip(running).map(|((number, mut blocks, lines), running)| {
        for is_head in [true, false] {
            let running = lines.iter().zip(&running).filter(|(line, runs)| **runs && line.is_head == is_head);
            let mut open: Vec<String> = running.map(|(line, _)| spelled(&line.words)).collect();
            let mut places: Vec<usize> = (0..blocks.len()).collect();
            if !is_head {
                places.reverse();
            }
            let found: HashSet<usize> = places.into_iter().filter(|at| is_made_of(&blocks[*at], &mut open)).collect();
            let mut at = 0..;
            blocks.retain(|block| {
                let is_found = at.next().is_some_and(|at| found.contains(&at)) || is_beside(block);
                // A title may run over the pages that follow it.
                let is_kept = !is_found || matches!(block, Block::Heading(_, words) if titles.insert(spelled(words)));
                if !is_kept {
                    taken.tell(block, number);
                }
                is_kept
            });
        }
        (number, blocks)
    });
    (pages.collect(), taken)
}

/// How many blocks were taken out, and how often each of them.
#[derive(Default)]
pub struct Running {
    number: usize,
    words: Vec<(Vec<String>, String, usize)>,
}

impl Running {
    fn tell(&mut self, block: &Block, page: u32) {
        let words = block.words().unwrap_or_default().trim();
        let shapes = shapes(words, page);
        self.number += 1;
        match self.words.iter_mut().find(|(others, other, _)| other == words || shapes.iter().any(|shape| others.contains(shape))) {
            Some((.., times)) => *times += 1,
            None => self.words.push((shapes, words.to_owned(), 1)),
        }
    }

    pub fn said(&self) -> Option<String> {
        let said = |(_, words, times): &(Vec<String>, String, usize)| match times {
            1 => format!("“{words}”"),
            times => format!("“{words}” ({times} times)"),
        };
        let mut told: Vec<String> = self.words.iter().take(TOLD).map(said).collect();
        told.extend(some(self.words.len().saturating_sub(TOLD), "other~", ""));
        some(self.number, "running line~", &format!(" over or under the pages: {}", told.join(", ")))
    }
}

/// Counts the short blocks of a page that stand on no line of it, as words do that are turned.
pub fn count_askew(askew: &mut Askew, blocks: &[Block], lines: &[Line]) {
    let lines: HashSet<String> = lines.iter().map(|line| spelled(&line.words)).collect();
    let is_short = |words: &&str| words.chars().count() <= ASIDE && !ends_sentence(words);
    let is_askew = |words: &String| !words.is_empty() && !lines.iter().any(|line| line.contains(words.as_str()));
    let all: HashSet<String> = blocks.iter().filter_map(Block::words).filter(is_short).map(spelled).filter(is_askew).collect();
    for words in all {
        *askew.entry(words).or_default() += 1;
    }
}

/// A block that is nothing but lines of these; they are taken for it.
fn is_made_of(block: &Block, open: &mut Vec<String>) -> bool {
    let mut left = open.clone();
    let Some(mut rest) = block.words().map(spelled).filter(|rest| !rest.is_empty()) else { return false };
    while !rest.is_empty() {
        let Some(at) = left.iter().position(|line| !line.is_empty() && rest.starts_with(line.as_str())) else { return false };
        rest = rest[left.remove(at).len()..].to_owned();
    }
    *open = left;
    true
}

/// The letters by which a line is known. Those from the right stand in a file as they are seen, and not as they are read.
fn spelled(words: &str) -> String {
    let mut letters = letters(words);
    if letters.iter().copied().any(is_from_right) {
        letters.sort_unstable();
    }
    letters.into_iter().collect()
}

/// The lines at the edges of all pages, with their shapes.
struct Seen<'p> {
    pages: Vec<Vec<(&'p EdgeLine, Vec<String>)>>,
    numbers: Vec<u32>,
    /// The headings of the first page: what runs over those that follow may be one of them.
    titles: HashSet<String>,
    by_shape: HashMap<String, Vec<(usize, &'p EdgeLine)>>,
}

impl<'p> Seen<'p> {
    fn of(pages: &'p Edged) -> Self {
        let shaped = |number: u32, lines: &'p [EdgeLine]| -> Vec<(&'p EdgeLine, Vec<String>)> {
            lines.iter().map(|line| (line, shapes(&line.words, number))).collect()
        };
        let numbers = pages.iter().map(|(number, ..)| *number).collect();
        let title = |block: &Block| if let Block::Heading(_, words) = block { Some(spelled(words)) } else { None };
        let titles = pages.first().into_iter().flat_map(|(_, blocks, _)| blocks.iter().filter_map(title)).collect();
        let pages: Vec<_> = pages.iter().map(|(number, _, lines)| shaped(*number, lines)).collect();
        let mut by_shape: HashMap<String, Vec<(usize, &EdgeLine)>> = HashMap::new();
        for (page, lines) in pages.iter().enumerate() {
            for (line, shapes) in lines {
                for shape in shapes.iter().collect::<HashSet<_>>() {
                    by_shape.entry(shape.clone()).or_default().push((page, line));
                }
            }
        }
        Self { pages, numbers, titles, by_shape }
    }

    /// For each line of each page whether it runs over or under them.
    fn running(&self) -> Vec<Vec<bool>> {
        let all = self.pages.iter().zip(&self.numbers);
        let recurs: Vec<Vec<bool>> = all
            .map(|(lines, number)| lines.iter().map(|(line, shapes)| line.is_apart && self.recurs(line, shapes, *number)).collect())
            .collect();
        let text = [true, false].map(|is_head| self.text(is_head, &recurs));
        let is_running =
            |((line, _), recurs): (&(&EdgeLine, Vec<String>), &bool)| *recurs && line.is_outside(text[usize::from(!line.is_head)]);
        self.pages.iter().zip(&recurs).map(|(lines, recurs)| lines.iter().zip(recurs).map(is_running).collect()).collect()
    }

    fn recurs(&self, line: &EdgeLine, shapes: &[String], page: u32) -> bool {
        if line.words.trim().parse() == Ok(page) {
            return true;
        }
        let few = FEWEST.max(self.pages.len() * SHARE / 100);
        let pages = |shape: &String| {
            let there = self.by_shape.get(shape).into_iter().flatten().filter(|(_, other)| other.is_same_place(line));
            there.map(|(page, _)| *page).collect::<HashSet<usize>>().len()
        };
        let recurs = shapes.iter().any(|shape| pages(shape) >= few);
        if ends_sentence(&line.words) {
            return recurs && line.is_far;
        }
        let is_short = line.words.chars().count() <= ASIDE;
        // On two pages only what is the same on both tells: "Table 1" and "Table 2" may be at the edges of them.
        let is_on_both = || self.pages.len() == 2 && shapes.first().is_some_and(|shape| pages(shape) == 2);
        let is_title = || self.numbers.first() != Some(&page) && self.titles.contains(&spelled(&line.words));
        recurs || is_short && (is_folio(&line.words, page) || is_on_both() || is_title() || line.is_far && self.alternates(line))
    }

    /// All pages have one of two lines there, as left and right pages of few.
    fn alternates(&self, line: &EdgeLine) -> bool {
        let (mut shapes, mut pages) = (HashSet::new(), 0);
        for lines in &self.pages {
            let mut there = lines.iter().filter(|(other, _)| other.is_same_place(line));
            let (Some((_, own)), None) = (there.next(), there.next()) else { return false };
            shapes.extend(own.get(1).or(own.first()));
            pages += 1;
        }
        pages >= FEWEST && shapes.len() <= 2
    }

    /// How far from the edge the type area begins: where the outermost lines stand that do not recur, but for odd pages.
    fn text(&self, is_head: bool, recurs: &[Vec<bool>]) -> f32 {
        let of_page = |(lines, recurs): (&Vec<(&EdgeLine, Vec<String>)>, &Vec<bool>)| {
            let text = lines.iter().zip(recurs).filter(|((line, _), recurs)| line.is_head == is_head && !**recurs);
            text.map(|((line, _), _)| line.distance).fold(f32::MAX, f32::min)
        };
        let mut ends: Vec<f32> = self.pages.iter().zip(recurs).map(of_page).collect();
        ends.sort_by(f32::total_cmp);
        ends.get(ends.len() * ODD / 100).copied().unwrap_or_default()
    }
}

/// The number of a page with a word for it, or with how many there are.
fn is_folio(words: &str, page: u32) -> bool {
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

/// The words of a short line, as they are and with each number, the first or the last as its distance from that of the page:
/// the number of a page stays as far, others do not, and how many pages there are is the same on all.
fn shapes(words: &str, page: u32) -> Vec<String> {
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
