//! A map in dots: which land each dot is of, and the signs that cells of dots become.

use crate::page::figure::map::frame::Frame;
use crate::page::figure::outlines::{Outline, Point};

/// The number of the sea.
pub const SEA: u16 = 0;

/// The dots of a frame, each with the number of the land that it is of.
pub struct Dots {
    wide: usize,
    high: usize,
    lands: Vec<u16>,
    /// How many dots each land has, by its number.
    sizes: Vec<u32>,
}

/// Land of fewer dots would be lost if its edge were left free.
const SMALL: u32 = 60;

impl Dots {
    pub fn new((width, height): (u16, u16)) -> Self {
        let (wide, high) = (usize::from(width) * 2, usize::from(height) * 4);
        Self { wide, high, lands: vec![SEA; wide * high], sizes: Vec::new() }
    }

    /// Whose land a dot is. Beyond the edge there is sea.
    pub fn land(&self, x: usize, y: usize) -> u16 {
        if x < self.wide && y < self.high { self.lands[y * self.wide + x] } else { SEA }
    }

    /// Counts the dots of each land, once all is filled.
    pub fn count(&mut self) {
        for land in &self.lands {
            let land = usize::from(*land);
            if self.sizes.len() <= land {
                self.sizes.resize(land + 1, 0);
            }
            self.sizes[land] += 1;
        }
    }

    /// Where two of the lands `of` meet: a line is left free between them.
    pub fn is_border(&self, x: usize, y: usize, of: impl Fn(u16) -> bool) -> bool {
        let own = self.land(x, y);
        let is_other = |other: u16| other != own && of(other);
        let around = [(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))];
        self.sizes[usize::from(own)] >= SMALL && around.into_iter().any(|(x, y)| is_other(self.land(x, y)))
    }

    /// There is sea beside it. Beyond the edge nobody knows.
    pub fn is_coast(&self, x: usize, y: usize) -> bool {
        let around = [(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))];
        around.into_iter().any(|(x, y)| x < self.wide && y < self.high && self.land(x, y) == SEA)
    }

    /// Fills the land within an outline. A state smaller than a dot still has one.
    pub fn fill(&mut self, frame: &Frame, outline: &Outline, land: u16) {
        for ring in &outline.rings {
            // A ring that the frame shows beyond the antimeridian is there once more, a turn of the globe on.
            for turn in [-360.0, 0.0, 360.0] {
                let place = |point: &Point| frame.place(Point { longitude: point.longitude + turn, ..*point });
                let north_west = Point { longitude: ring.least.longitude, latitude: ring.most.latitude };
                let south_east = Point { longitude: ring.most.longitude, latitude: ring.least.latitude };
                if frame.touches(place(&north_west), place(&south_east)) {
                    let points: Vec<(f64, f64)> = ring.points.iter().map(place).collect();
                    self.fill_ring(&points, land);
                }
            }
        }
    }

    /// A dot is within a ring if a line from the left edge to its middle crosses the ring an odd number of times.
    fn fill_ring(&mut self, points: &[(f64, f64)], land: u16) {
        let rows = |of: fn(f64, f64) -> f64| points.iter().map(|point| point.1).reduce(of).unwrap_or(0.0);
        let (top, end) = (index(rows(f64::min), self.high), index(rows(f64::max) + 1.0, self.high));
        let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); end.saturating_sub(top)];
        for (at, from) in points.iter().enumerate() {
            let to = &points[(at + 1) % points.len()];
            let (upper, lower) = if from.1 <= to.1 { (from, to) } else { (to, from) };
            for y in index(upper.1 + 0.5, self.high)..index(lower.1 + 0.5, self.high) {
                let middle = number(y) + 0.5;
                let share = (middle - upper.1) / (lower.1 - upper.1);
                crossings[y - top].push(upper.0 + (lower.0 - upper.0) * share);
            }
        }
        for (y, crossings) in crossings.iter_mut().enumerate() {
            crossings.sort_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let row = (top + y) * self.wide;
                self.lands[row + index(pair[0] + 0.5, self.wide)..row + index(pair[1] + 0.5, self.wide)].fill(land);
            }
        }
        if let Some((x, y)) = points.first().filter(|(x, y)| *x >= 0.0 && *y >= 0.0) {
            let (x, y) = (index(*x, self.wide), index(*y, self.high));
            if x < self.wide && y < self.high {
                self.lands[y * self.wide + x] = land;
            }
        }
    }
}

/// The whole number at or below, from 0 to `most`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn index(at: f64, most: usize) -> usize {
    (at.floor().max(0.0) as usize).min(most)
}

fn number(at: usize) -> f64 {
    u32::try_from(at).map_or(f64::MAX, f64::from)
}

/// The sign of a cell whose dots `is_set` names, from the left and from the top; a blank where none is.
pub fn braille(is_set: impl Fn(usize, usize) -> bool) -> char {
    // Unicode, block 2800: the bits run down the first three dots of each column, and then along the last two.
    const BITS: [[u32; 4]; 2] = [[0, 1, 2, 6], [3, 4, 5, 7]];
    let set = (0..2).flat_map(|x| (0..4).map(move |y| (x, y))).filter(|(x, y)| is_set(*x, *y));
    let pattern = set.fold(0, |pattern, (x, y)| pattern | 1 << BITS[x][y]);
    if pattern == 0 { ' ' } else { char::from_u32(0x2800 + pattern).unwrap_or(' ') }
}

/// The cell of a dot, and the dot in its cell.
pub fn parted((x, y): (f64, f64), (wide, high): (u16, u16)) -> Option<((u16, u16), (usize, usize))> {
    let (dots_wide, dots_high) = (usize::from(wide) * 2, usize::from(high) * 4);
    if x < 0.0 || y < 0.0 {
        return None;
    }
    let (x, y) = (index(x, dots_wide), index(y, dots_high));
    let cell = (u16::try_from(x / 2).ok()?, u16::try_from(y / 4).ok()?);
    (x < dots_wide && y < dots_high).then_some((cell, (x % 2, y % 4)))
}
