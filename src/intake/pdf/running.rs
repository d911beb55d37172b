//! What runs over and under the pages: heads, feet and their numbers.

use super::breaks::{Line, letters};
use super::edges::{Body, EdgeLine};
use super::folio::{is_folio, number, offsets, parts, shapes};
use super::pages::Pages;
use crate::briefing::furniture::is_caption;
use crate::intake::block::Block;
use crate::intake::taken::some;
use crate::text::direction::is_from_right;
use crate::text::sentence_end::ends_sentence;
use std::collections::{HashMap, HashSet};

/// What stands on fewer pages is a text of them.
const FEWEST: usize = 3;
/// In percent of the pages. A book has one head on its left pages and another on its right ones.
const SHARE: usize = 30;
/// In percent of the pages but the first, which may have none: what stands no further off than paragraphs do, or says something
/// else on each, is on so many.
const ALL: usize = 80;
/// In percent of the pages: on so many, other text may stand further out than the type area goes.
const ODD: usize = 34;
/// In percent of the pages: what stands askew at their sides is on so many.
const MOST: usize = 60;
/// In letters of a line that is one by its place alone.
const ASIDE: usize = 60;
/// In parts of the size of the text: a title is larger.
const TITLE: f32 = 1.08;
/// So many of them are told by their words.
const TOLD: usize = 6;

/// Pages with the lines at their edges.
pub type Edged = Vec<(u32, Vec<EdgeLine>)>;
/// How many pages have words that stand sideways.
pub type Askew = HashMap<String, usize>;

/// Takes out what the reader has as blocks of their own: what runs over each page, and what stands askew on most.
pub fn without_blocks(pages: Pages, running: &[&[EdgeLine]], askew: &Askew, taken: &mut Running) -> Pages {
    let most = FEWEST.max(pages.len() * MOST / 100);
    let is_beside = |block: &Block| block.words().is_some_and(|words| askew.get(&spelled(words)).is_some_and(|pages| *pages >= most));
    let pages = pages.into_iter().enumerate().map(|(page, (number, mut blocks))| {
        for is_head in [true, false] {
            let lines = running.get(page).copied().into_iter().flatten().filter(|line| line.is_head == is_head);
            let mut open: Vec<String> = lines.map(|line| spelled(&line.words)).collect();
            let mut places: Vec<usize> = (0..blocks.len()).collect();
            if !is_head {
                places.reverse();
            }
            let found: HashSet<usize> = places.into_iter().filter(|at| is_made_of(&blocks[*at], &mut open)).collect();
            let mut at = 0..;
            blocks.retain(|block| {
                let is_kept = !at.next().is_some_and(|at| found.contains(&at)) && !is_beside(block);
                if !is_kept {
                    taken.tell(block.words().unwrap_or_default(), number);
                }
                is_kept
            });
        }
        (number, blocks)
    });
    pages.collect()
}

/// How many were taken out, and how often each of them.
#[derive(Default)]
pub struct Running {
    number: usize,
    folios: usize,
    words: Vec<(Vec<String>, String, usize)>,
}

impl Running {
    pub fn tell(&mut self, words: &str, page: u32) {
        let words = words.trim();
        if matches!(offsets(words, page)[..], [_]) && parts(words).len() == 1 {
            self.folios += 1;
            return;
        }
        let shapes = shapes(words, page);
        self.number += 1;
        match self.words.iter_mut().find(|(others, other, _)| other == words || shapes.iter().any(|shape| others.contains(shape))) {
            Some((.., times)) => *times += 1,
            None => self.words.push((shapes, words.to_owned(), 1)),
        }
    }

    pub fn said(&self) -> impl Iterator<Item = String> {
        let said = |(_, words, times): &(Vec<String>, String, usize)| match times {
            1 => format!("“{words}”"),
            times => format!("“{words}” ({times} times)"),
        };
        let mut told: Vec<String> = self.words.iter().take(TOLD).map(said).collect();
        told.extend(some(self.words.len().saturating_sub(TOLD), "other~", ""));
        let lines = some(self.number, "running line~", &format!(" over or under the pages: {}", told.join(", ")));
        lines.into_iter().chain(some(self.folios, "number~", " of pages over or under them"))
    }
}

/// Counts the pages on which words stand sideways.
pub fn count_askew(askew: &mut Askew, sideways: &[String]) {
    let all: HashSet<String> = sideways.iter().map(|words| spelled(words)).filter(|words| !words.is_empty()).collect();
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
pub fn spelled(words: &str) -> String {
    let mut letters = letters(words);
    if letters.iter().copied().any(is_from_right) {
        letters.sort_unstable();
    }
    letters.into_iter().collect()
}

/// For each line at the edge of each page whether it runs over or under the pages.
pub fn running(pages: &Edged, text: &[&[Line]], body: &Body) -> Vec<Vec<bool>> {
    let mut running = Seen::of(pages, text, body).running();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for edge in pages.iter().flat_map(|(_, edges)| edges) {
        *times.entry(&edge.words).or_default() += 1;
    }
    // A title may run over the pages that follow it: it is the largest of its page.
    let mut titles: HashSet<&str> = HashSet::new();
    for (((_, edges), running), lines) in pages.iter().zip(&mut running).zip(text) {
        let outside: HashSet<usize> = edges.iter().zip(&*running).filter(|(_, runs)| **runs).map(|(edge, _)| edge.at).collect();
        let inside = lines.iter().enumerate().filter(|(at, _)| !outside.contains(at));
        let largest = inside.map(|(_, line)| line.size).fold(body.size * TITLE, f32::max);
        for (edge, runs) in edges.iter().zip(running).filter(|(edge, runs)| **runs && edge.is_head) {
            let is_first = titles.insert(&edge.words) && times.get(&*edge.words).is_some_and(|times| *times > 1);
            *runs = !(is_first && edge.size > largest);
        }
    }
    running
}

/// The lines at the edges of all pages, with their shapes.
struct Seen<'p> {
    pages: Vec<Vec<(&'p EdgeLine, Vec<String>)>>,
    numbers: Vec<u32>,
    body: &'p Body,
    /// The headings of the first page: what runs over those that follow may be one of them.
    titles: HashSet<String>,
    /// On which pages words stand within the text, and in which size.
    within: HashMap<String, Vec<(usize, f32)>>,
    by_shape: HashMap<String, Vec<(usize, &'p EdgeLine)>>,
    by_offset: HashMap<i64, Vec<(usize, &'p EdgeLine)>>,
}

impl<'p> Seen<'p> {
    fn of(outer: &'p Edged, text: &[&[Line]], body: &'p Body) -> Self {
        let shaped = |(number, lines): &'p (u32, Vec<EdgeLine>)| -> Vec<(&'p EdgeLine, Vec<String>)> {
            lines.iter().map(|line| (line, shapes(&line.words, *number))).collect()
        };
        let numbers: Vec<u32> = outer.iter().map(|(number, _)| *number).collect();
        let titles = text.first().copied().into_iter().flatten().filter(|line| line.size > body.size * TITLE || line.is_bold);
        let titles = titles.map(|line| spelled(&line.words)).collect();
        let mut seen = Self {
            pages: outer.iter().map(shaped).collect(),
            numbers,
            body,
            titles,
            within: HashMap::new(),
            by_shape: HashMap::new(),
            by_offset: HashMap::new(),
        };
        for (page, (lines, (number, edges))) in text.iter().zip(outer).enumerate() {
            let apart: HashSet<usize> = edges.iter().filter(|line| line.is_apart()).map(|line| line.at).collect();
            for (_, line) in lines.iter().enumerate().filter(|(at, _)| !apart.contains(at)) {
                seen.within.entry(spelled(&line.words)).or_default().push((page, line.size));
            }
            for line in edges {
                for shape in shapes(&line.words, *number).into_iter().collect::<HashSet<_>>() {
                    seen.by_shape.entry(shape).or_default().push((page, line));
                }
                for offset in offsets(&line.words, *number).into_iter().collect::<HashSet<_>>() {
                    seen.by_offset.entry(offset).or_default().push((page, line));
                }
            }
        }
        seen
    }

    /// For each line of each page whether it runs over or under them.
    fn running(&self) -> Vec<Vec<bool>> {
        let all = self.pages.iter().zip(&self.numbers);
        let mut runs: Vec<Vec<bool>> = all
            .map(|(lines, number)| {
                lines.iter().map(|(line, shapes)| (line.is_apart() || line.is_small()) && self.recurs(line, shapes, *number)).collect()
            })
            .collect();
        for (lines, runs) in self.pages.iter().zip(&mut runs) {
            self.add_beside(lines, runs);
        }
        let text = [true, false].map(|is_head| self.text(is_head, &runs));
        for (lines, runs) in self.pages.iter().zip(&mut runs) {
            for ((line, _), runs) in lines.iter().zip(runs) {
                *runs = *runs && line.is_outside(text[usize::from(!line.is_head)]);
            }
        }
        runs
    }

    /// What stands beside a running line, or further out, is one as well: the name of a chapter beside the number of the page.
    fn add_beside(&self, lines: &[(&EdgeLine, Vec<String>)], runs: &mut [bool]) {
        for is_head in [true, false] {
            let known = lines.iter().zip(&*runs).filter(|((line, _), runs)| **runs && line.is_head == is_head);
            let innermost = known.map(|((line, _), _)| line.distance + line.size / 2.0).fold(0.0, f32::max);
            for ((line, _), runs) in lines.iter().zip(&mut *runs) {
                let is_short = line.words.chars().count() <= ASIDE && !ends_sentence(&line.words) && line.size <= self.body.size * TITLE;
                *runs |= line.is_head == is_head && line.distance < innermost && is_short;
            }
        }
    }

    fn recurs(&self, line: &EdgeLine, shapes: &[String], page: u32) -> bool {
        let pages = self.pages.len();
        let few = FEWEST.max(pages * SHARE / 100);
        let on = |shape: &String| distinct(self.by_shape.get(shape), |other| other.is_same_place(line));
        // "Table 1" and "Table 2" are no number of a page.
        let alike = if is_caption(&line.words) { &shapes[..shapes.len().min(1)] } else { shapes };
        let most = alike.iter().map(on).max().unwrap_or_default();
        if ends_sentence(&line.words) {
            return most >= few && line.is_far();
        }
        let is_short = line.words.chars().count() <= ASIDE;
        if !line.is_clear() {
            let is_on_all = most >= FEWEST && most * 100 >= (pages - 1) * ALL;
            return is_short && is_on_all && (line.is_small() || line.is_set_in() && !self.is_within(line));
        }
        if most >= few && (line.is_far() || !self.is_within(line)) {
            return true;
        }
        // On few pages only what is the same on all tells, or on all but the first: "Table 1" and "Table 2" may be at their edges.
        let is_on_each = || {
            let same = shapes.first().map_or(0, on);
            same > 1 && (same == pages || same + 1 == pages && line.is_far()) && !line.is_bold
        };
        let is_title = || self.numbers.first() != Some(&page) && self.titles.contains(&spelled(&line.words));
        is_short
            && (is_folio(&line.words, page)
                || self.counts(line, page)
                || is_on_each()
                || is_title()
                || line.is_far() && self.alternates(line)
                || self.is_in_margin(line))
    }

    /// The same words stand within the text, set as large.
    fn is_within(&self, line: &EdgeLine) -> bool {
        let there = self.within.get(&spelled(&line.words)).into_iter().flatten();
        let pages: HashSet<usize> = there.filter(|(_, size)| (size - line.size).abs() < line.size / 20.0).map(|(page, _)| *page).collect();
        pages.len() > 1
    }

    /// It has the number of its page, as others at its place have theirs.
    fn counts(&self, line: &EdgeLine, page: u32) -> bool {
        let is_alone = parts(&line.words).len() == 1;
        let is_sign = |c: char| c.is_whitespace() || "–—-·•[]()".contains(c);
        if is_alone && number(line.words.trim_matches(is_sign)) == Some(page) {
            return true;
        }
        if is_caption(&line.words) || !is_alone && !line.is_far() && !line.is_small() {
            return false;
        }
        let few = if is_alone { FEWEST.min(self.pages.len()).max(2) } else { FEWEST };
        let is_there = |other: &EdgeLine| other.is_same_row(line) && (other.is_apart() || other.is_small());
        offsets(&line.words, page).iter().any(|offset| distinct(self.by_offset.get(offset), is_there) >= few)
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

    /// Nearly all pages have a line of its kind there, whatever it says: the name of the chapter.
    fn is_in_margin(&self, line: &EdgeLine) -> bool {
        let is_kind = |line: &EdgeLine| line.stands_out && !line.is_bold && line.size < self.body.size * TITLE;
        let is_there = |(other, _): &(&EdgeLine, Vec<String>)| {
            let is_short = other.words.chars().count() <= ASIDE && !ends_sentence(&other.words);
            other.is_same_place(line) && is_kind(other) && is_short
        };
        let there = || self.pages.iter().filter(|lines| lines.iter().any(is_there)).count();
        is_kind(line) && self.pages.len() > FEWEST && there() * 100 >= (self.pages.len() - 1) * ALL
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

/// On how many pages such a line is.
fn distinct(all: Option<&Vec<(usize, &EdgeLine)>>, is_such: impl Fn(&EdgeLine) -> bool) -> usize {
    all.into_iter().flatten().filter(|(_, line)| is_such(line)).map(|(page, _)| *page).collect::<HashSet<usize>>().len()
}
