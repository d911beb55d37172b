//! What stands at the head and at the foot of a page, apart from its text.

use super::breaks::{Line, letters};

/// So many rows at each end may be a head or a foot.
const ROWS: usize = 3;
/// In parts of the distance from row to row: as far these stand from the text.
const APART: f32 = 1.8;
/// In parts of the height of its page: no further from its edge they stand, and what stands further than that is text.
const BAND: f32 = 0.1;
const TEXT: f32 = 0.15;
/// In points: as near lines stand at the same place of their pages.
const NEAR: f32 = 3.0;
/// In letters by which a block is found among the lines.
const KNOWN_BY: usize = 12;

/// The lines of a page, by their letters.
#[derive(Default)]
pub struct Places {
    at_edge: Vec<(String, Place)>,
    within: Vec<String>,
}

/// How high on a page, and how large.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    y: f32,
    size: f32,
}

impl Place {
    pub fn is_same(self, other: Self) -> bool {
        (self.y - other.y).abs() < NEAR && (self.size - other.size).abs() < self.size / 20.0
    }
}

/// Where a block stands, as far as its letters tell.
#[derive(Debug, Clone, Copy)]
pub enum Stands {
    AtEdge(Place),
    Within,
    Somewhere,
}

impl Places {
    pub fn of(lines: &[Line], height: f32) -> Self {
        let mut all: Vec<&Line> = lines.iter().collect();
        all.sort_by(|one, other| other.y.total_cmp(&one.y));
        let mut rows: Vec<Vec<&Line>> = Vec::new();
        for line in all {
            match rows.last_mut().filter(|row| row[0].y - line.y < row[0].size / 2.0) {
                Some(row) => row.push(line),
                None => rows.push(vec![line]),
            }
        }
        let mut gaps: Vec<f32> = rows.windows(2).map(|pair| pair[0][0].y - pair[1][0].y).collect();
        let apart = {
            let mut sorted = gaps.clone();
            sorted.sort_by(f32::total_cmp);
            sorted.get(sorted.len() / 3).map_or(f32::MAX, |pitch| pitch * APART)
        };
        let head = end(&gaps, apart);
        gaps.reverse();
        let foot = rows.len() - end(&gaps, apart);
        let mut places = Self::default();
        for (at, row) in rows.iter().enumerate() {
            for line in row {
                let known: String = letters(&line.words).into_iter().collect();
                let from_edge = line.y.min(height - line.y) / height;
                if from_edge < BAND && (at < head || at >= foot) {
                    places.at_edge.push((known, Place { y: line.y, size: line.size }));
                } else if from_edge > TEXT {
                    places.within.push(known);
                }
            }
        }
        places
    }

    pub fn stands(&self, words: &str) -> Stands {
        let words: String = letters(words).into_iter().collect();
        let first: String = words.chars().take(KNOWN_BY).collect();
        let holds = |line: &str| !first.is_empty() && (line.starts_with(&first) || line.ends_with(&words));
        let edge = self.at_edge.iter().find(|(line, _)| holds(line)).map(|(_, place)| Stands::AtEdge(*place));
        edge.unwrap_or_else(|| if self.within.iter().any(|line| holds(line)) { Stands::Within } else { Stands::Somewhere })
    }
}

/// How many rows stand before the first gap, if they are few.
fn end(gaps: &[f32], apart: f32) -> usize {
    gaps.iter().take(ROWS).position(|gap| *gap > apart).map_or(0, |at| at + 1)
}
