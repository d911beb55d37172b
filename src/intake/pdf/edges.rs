//! What stands at the head and at the foot of a page, by its place on the paper.

use super::breaks::Line;

/// So many rows at each end may be a head or a foot.
const ROWS: usize = 3;
/// In parts of the distance from row to row: as far these stand from the text, and as far where they are sentences.
const APART: f32 = 1.3;
const FAR: f32 = 1.8;
/// In parts of the height of its page: what stands further than that from its edge is text, and a sentence as far.
const BAND: f32 = 0.15;
const NARROW: f32 = 0.1;
/// The same of what is set larger than the text: a heading may begin each page.
const MARGIN: f32 = 0.07;
const LARGE: f32 = 1.15;
/// In points: as near lines stand at the same place of their pages.
const NEAR: f32 = 3.0;

/// A line near the edge of its page.
pub struct EdgeLine {
    pub words: String,
    pub is_head: bool,
    /// In points from that edge.
    pub distance: f32,
    size: f32,
    /// Apart from the text, and far from it.
    pub is_apart: bool,
    pub is_far: bool,
}

impl EdgeLine {
    pub fn is_same_place(&self, other: &Self) -> bool {
        self.is_head == other.is_head && (self.distance - other.distance).abs() < NEAR && (self.size - other.size).abs() < self.size / 20.0
    }

    /// Further out than text at a distance from the edge.
    pub fn is_outside(&self, text: f32) -> bool {
        self.distance < text - self.size / 2.0
    }
}

/// The lines at the edges of a page, whose text has letters of a size, from the left of each row and from the outermost row.
pub fn edges(lines: &[Line], height: f32, usual: f32) -> Vec<EdgeLine> {
    let mut all: Vec<&Line> = lines.iter().collect();
    all.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut rows: Vec<Vec<&Line>> = Vec::new();
    for line in all {
        match rows.last_mut().filter(|row| row[0].y - line.y < row[0].size / 2.0) {
            Some(row) => row.push(line),
            None => rows.push(vec![line]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.left.total_cmp(&other.left));
    }
    let mut gaps: Vec<f32> = rows.windows(2).map(|pair| pair[0][0].y - pair[1][0].y).collect();
    let pitch = {
        let mut sorted = gaps.clone();
        sorted.sort_by(f32::total_cmp);
        sorted.get(sorted.len() / 3).copied().unwrap_or(f32::MAX)
    };
    let mut at_edges = Vec::new();
    for is_head in [true, false] {
        let gap = |at: &usize| gaps.get(*at).is_some_and(|gap| *gap > pitch * APART);
        let apart = (0..ROWS).rev().find(gap).map_or(0, |at| at + 1);
        let far = gaps.iter().take(ROWS).position(|gap| *gap > pitch * FAR).map_or(0, |at| at + 1);
        for (at, row) in rows.iter().enumerate() {
            for line in row {
                let distance = if is_head { height - line.y } else { line.y };
                let share = distance / height;
                let is_heading = line.size > usual * LARGE && share >= MARGIN;
                if share < BAND {
                    let (is_apart, is_far) = (at < apart && !is_heading, at < far && share < NARROW);
                    at_edges.push(EdgeLine { words: line.words.clone(), is_head, distance, size: line.size, is_apart, is_far });
                }
            }
        }
        rows.reverse();
        gaps.reverse();
    }
    at_edges
}
