//! What stands at the head and at the foot of a page, by its place on the paper.

use super::breaks::{Line, are_close};
use super::headings::usual;
use std::ops::Range;

/// So many rows at each end may be a head or a foot.
const ROWS: usize = 4;
/// In parts of the distance from line to line: as far these stand from the text, and as far where they are sentences.
const APART: f32 = 1.3;
const FAR: f32 = 1.8;
/// In parts of the room between paragraphs: what stands no further apart may be the first or the last of them.
const CLEAR: f32 = 1.05;
/// In parts of the height of its page: what stands further than that from its edge is text, and a sentence as far.
const BAND: f32 = 0.15;
const NARROW: f32 = 0.1;
/// The same of what is set larger than the text: a heading may begin each page. The text stands further from one than it is large.
const MARGIN: f32 = 0.07;
const LARGE: f32 = 1.15;
const BELOW: f32 = 1.8;
/// In letters: heads and feet that are set as the text is have fewer.
const WIDE: usize = 60;
/// In parts of the size of the text: what is smaller is no paragraph of it.
const SMALL: f32 = 0.95;
/// In points: as near lines stand at the same place of their pages.
const NEAR: f32 = 3.0;

/// How the text of a document is set, in points.
pub struct Body {
    pub size: f32,
    /// From line to line, and from paragraph to paragraph.
    pitch: f32,
    between: f32,
    /// Where most of its lines begin.
    left: f32,
}

impl Body {
    pub fn of(pages: &[&[Line]]) -> Self {
        let size = usual(pages.iter().copied().flatten());
        let is_text = |line: &Line| (line.size - size).abs() < size / 20.0;
        let pairs = pages.iter().flat_map(|lines| lines.windows(2));
        let close = pairs.filter(|pair| is_text(&pair[0]) && is_text(&pair[1]) && are_close(&pair[0], &pair[1]));
        let mut gaps: Vec<f32> = close.map(|pair| pair[0].y - pair[1].y).collect();
        gaps.sort_by(f32::total_cmp);
        let pitch = gaps.get(gaps.len() / 3).copied().unwrap_or(size * 1.2);
        let wide: Vec<f32> = gaps.into_iter().filter(|gap| *gap > pitch * 1.15).collect();
        let mut lefts: Vec<(f32, usize)> = Vec::new();
        for line in pages.iter().copied().flatten().filter(|line| is_text(line)) {
            match lefts.iter_mut().find(|(left, _)| (left - line.left).abs() < 1.0) {
                Some((_, lines)) => *lines += 1,
                None => lefts.push((line.left, 1)),
            }
        }
        let left = lefts.into_iter().max_by_key(|(_, lines)| *lines).map_or(0.0, |(left, _)| left);
        Self { size, pitch, between: wide.get(wide.len() / 2).copied().unwrap_or(pitch), left }
    }
}

/// A line near the edge of its page.
pub struct EdgeLine {
    /// Its place among the lines of its page.
    pub at: usize,
    pub words: String,
    pub is_head: bool,
    /// In points from that edge.
    pub distance: f32,
    pub size: f32,
    pub is_bold: bool,
    room: Room,
    look: Look,
    /// Far, alone, and set otherwise than the text.
    pub stands_out: bool,
}

/// How far it stands from the text: apart, further than paragraphs are from each other, much further.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    Close,
    Apart,
    Clear,
    Far,
}

/// Smaller than the text; or as what is centred or stands at the right, which begins within its width.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Text,
    SetIn,
    Small,
}

impl EdgeLine {
    pub fn is_apart(&self) -> bool {
        self.room >= Room::Apart
    }

    pub fn is_clear(&self) -> bool {
        self.room >= Room::Clear
    }

    pub fn is_far(&self) -> bool {
        self.room == Room::Far
    }

    pub fn is_small(&self) -> bool {
        self.look == Look::Small
    }

    pub fn is_set_in(&self) -> bool {
        self.look == Look::SetIn
    }

    pub fn is_same_place(&self, other: &Self) -> bool {
        self.is_same_row(other) && (self.size - other.size).abs() < self.size / 20.0
    }

    pub fn is_same_row(&self, other: &Self) -> bool {
        self.is_head == other.is_head && (self.distance - other.distance).abs() < NEAR
    }

    /// Further out than text at a distance from the edge.
    pub fn is_outside(&self, text: f32) -> bool {
        self.distance < text - self.size / 2.0
    }
}

/// The lines at the edges of a page, whose paper goes from one height to another: from the left of each row and from the outermost row.
pub fn edges(lines: &[Line], paper: &Range<f32>, body: &Body) -> Vec<EdgeLine> {
    let mut rows = rows(lines);
    let mut gaps: Vec<f32> = rows.windows(2).map(|pair| lines[pair[0][0]].y - lines[pair[1][0]].y).collect();
    let mut at_edges = Vec::new();
    for is_head in [true, false] {
        for (at, row) in rows.iter().enumerate() {
            let own = gaps.iter().take(ROWS).nth(at).copied().unwrap_or_default();
            // The widest of the gaps behind it is that to the text.
            let gap = gaps.iter().take(ROWS).skip(at).copied().fold(0.0, f32::max);
            let is_behind_gap = gaps.iter().take(at).any(|gap| *gap > body.pitch * APART);
            for place in row {
                let line = &lines[*place];
                let distance = if is_head { paper.end - line.y } else { line.y - paper.start };
                let share = distance / (paper.end - paper.start);
                if share >= BAND {
                    continue;
                }
                let is_large = line.size > body.size * LARGE;
                let is_heading = is_large && (share >= MARGIN || is_head && gap < line.size * BELOW);
                let is_set_in = line.left > body.left + 2.0 * body.size;
                let is_other = (line.size - body.size).abs() > body.size / 25.0;
                // Set as the text is, behind a head or as long as a line of it: its first paragraph, before room.
                let is_text = !is_other && !is_set_in && (is_behind_gap || line.words.chars().count() > WIDE);
                let is_apart = gap > body.pitch * APART && !is_heading && !is_text;
                let far = |gap: f32| gap > body.pitch * FAR && gap > body.between * CLEAR;
                let is_far = is_apart && far(gap) && share < NARROW;
                let is_small = line.size < body.size * SMALL;
                let room = match (is_apart, is_far) {
                    (false, _) => Room::Close,
                    (true, true) => Room::Far,
                    (true, false) if is_small || gap > body.between * CLEAR => Room::Clear,
                    (true, false) => Room::Apart,
                };
                at_edges.push(EdgeLine {
                    at: *place,
                    words: line.words.clone(),
                    is_head,
                    distance,
                    size: line.size,
                    is_bold: line.is_bold,
                    room,
                    look: if is_small {
                        Look::Small
                    } else if is_set_in {
                        Look::SetIn
                    } else {
                        Look::Text
                    },
                    stands_out: is_far && far(own) && (is_other || is_set_in),
                });
            }
        }
        rows.reverse();
        gaps.reverse();
    }
    at_edges
}

/// The places of the lines that stand beside each other, from the head and from the left.
fn rows(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut all: Vec<usize> = (0..lines.len()).collect();
    all.sort_by(|one, other| lines[*other].y.total_cmp(&lines[*one].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in all {
        match rows.last_mut().filter(|row| lines[row[0]].y - lines[at].y < lines[row[0]].size / 2.0) {
            Some(row) => row.push(at),
            None => rows.push(vec![at]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| lines[*one].left.total_cmp(&lines[*other].left));
    }
    rows
}
