//! The stretch of the globe that a map shows.

use crate::page::figure::outlines::{Point, wrapped};

/// The dots of a cell, across and down: those of a braille sign.
pub const DOTS: (f64, f64) = (2.0, 4.0);
/// The margin around the label points: at least so many degrees of latitude, or this share of their span.
const MARGIN: (f64, f64) = (2.5, 0.16);

/// What a map shows, and where on it a point of the globe stands.
///
/// The projection is equirectangular and true at the middle latitude: dots are square, and a degree of longitude is
/// there as many dots wide as it is long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub middle: Point,
    /// The height of a dot, in degrees of latitude.
    degrees: f64,
    /// The length of a degree of longitude, in degrees of latitude.
    shrink: f64,
    /// Width and height.
    pub cells: (u16, u16),
    /// The same, in dots.
    pub dots: (f64, f64),
}

/// How a reader looks at a map: what is in the middle, and from how near.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct View {
    /// Longitude and latitude, in hundredths of a degree: pages are found again by them.
    middle: (i32, i32),
    /// The height of a dot, in ten-thousandths of a degree.
    dot: i32,
}

/// The height of a dot that is as far as one can go away, and as near, in ten-thousandths of a degree. From the farthest
/// the globe fits on a screen, and nearer than the nearest the outlines have no more to say.
const DISTANCES: (i32, i32) = (40_000, 80);
/// A step nearer shows so many of three parts of what was to be seen.
const NEARER: i32 = 2;

impl View {
    /// A frame as a reader begins to move it, with another point in its middle if there is one.
    #[must_use]
    pub fn of(frame: &Frame, middle: Option<Point>) -> Self {
        let middle = middle.unwrap_or(frame.middle);
        Self { middle: (whole(middle.longitude * 100.0), whole(middle.latitude * 100.0)), dot: whole(frame.degrees * 10_000.0) }
    }

    /// A step nearer, or farther away.
    #[must_use]
    pub fn zoomed(self, nearer: bool) -> Self {
        let dot = if nearer { self.dot * NEARER / 3 } else { self.dot * 3 / NEARER };
        Self { dot: dot.clamp(DISTANCES.1, DISTANCES.0), ..self }
    }

    /// A quarter of what is to be seen to the east and to the south, or the other way.
    #[must_use]
    pub fn moved(self, frame: &Frame, east: i32, south: i32) -> Self {
        // In whole hundredths: a step there and one back end where they began.
        let quarter = |dots: f64, length: f64| f64::from(whole(dots * frame.degrees / length * 25.0)) / 100.0;
        let longitude = frame.middle.longitude + f64::from(east) * quarter(frame.dots.0, frame.shrink);
        let latitude = frame.middle.latitude - f64::from(south) * quarter(frame.dots.1, 1.0);
        let middle = Point { longitude: wrapped(longitude), latitude: latitude.clamp(-85.0, 85.0) };
        Self { dot: self.dot, ..Self::of(frame, Some(middle)) }
    }

    /// The frame at a size in cells.
    #[must_use]
    pub fn frame(&self, width: u16, height: u16) -> Frame {
        let hundredths = |number: i32| f64::from(number) / 100.0;
        let middle = Point { longitude: hundredths(self.middle.0), latitude: hundredths(self.middle.1) };
        Frame::at(middle, f64::from(self.dot) / 10_000.0, (width, height))
    }
}

#[expect(clippy::cast_possible_truncation)]
fn whole(number: f64) -> i32 {
    number.round().clamp(-1e8, 1e8) as i32
}

impl Frame {
    /// `width` and `height` are in cells.
    #[must_use]
    pub fn around(points: &[Point], width: u16, height: u16) -> Self {
        let dots = in_dots((width, height));
        let (west, span) = arc(points);
        let least = |by: fn(f64, f64) -> f64| points.iter().map(|point| point.latitude).reduce(by).unwrap_or(0.0);
        let (south, north) = (least(f64::min), least(f64::max));
        let middle = Point { longitude: wrapped(west + span / 2.0), latitude: f64::midpoint(south, north) };
        let shrink = shrink(middle);
        let with_margin = |span: f64| span + 2.0 * MARGIN.0.max(span * MARGIN.1);
        let degrees = (with_margin(span * shrink) / dots.0).max(with_margin(north - south) / dots.1);
        Self::at(middle, degrees, (width, height))
    }

    fn at(middle: Point, degrees: f64, cells: (u16, u16)) -> Self {
        Self { middle, degrees, shrink: shrink(middle), cells, dots: in_dots(cells) }
    }

    /// Where a point stands, in dots from the left and from the top; it may lie outside of the frame. Of the two ways
    /// around the globe the shorter counts.
    #[must_use]
    pub fn project(&self, point: Point) -> (f64, f64) {
        let longitude = self.middle.longitude + wrapped(point.longitude - self.middle.longitude);
        self.place(Point { longitude, ..point })
    }

    /// The same for a longitude that may be beyond ±180°, as those of outlines are.
    #[must_use]
    pub fn place(&self, point: Point) -> (f64, f64) {
        let x = (point.longitude - self.middle.longitude) * self.shrink / self.degrees;
        let y = (self.middle.latitude - point.latitude) / self.degrees;
        (self.dots.0 / 2.0 + x, self.dots.1 / 2.0 + y)
    }

    #[must_use]
    pub fn holds(&self, (x, y): (f64, f64)) -> bool {
        (0.0..self.dots.0).contains(&x) && (0.0..self.dots.1).contains(&y)
    }

    /// Whether a box can be seen, given by two corners in dots.
    #[must_use]
    pub fn touches(&self, (left, top): (f64, f64), (right, bottom): (f64, f64)) -> bool {
        left < self.dots.0 && right >= 0.0 && top < self.dots.1 && bottom >= 0.0
    }
}

fn in_dots((width, height): (u16, u16)) -> (f64, f64) {
    (f64::from(width.max(1)) * DOTS.0, f64::from(height.max(1)) * DOTS.1)
}

/// The length of a degree of longitude. Near a pole it is next to nothing, and the frame would be as wide as the globe.
fn shrink(middle: Point) -> f64 {
    libm::cos(middle.latitude.to_radians()).max(0.2)
}

/// The shortest arc around the globe that holds all points: its western end, and its length.
fn arc(points: &[Point]) -> (f64, f64) {
    let mut longitudes: Vec<f64> = points.iter().map(|point| point.longitude).collect();
    longitudes.sort_by(f64::total_cmp);
    let (Some(first), Some(last)) = (longitudes.first(), longitudes.last()) else { return (0.0, 0.0) };
    // The widest gap stays outside.
    let around = (*first, *last, first + 360.0 - last);
    let gaps = longitudes.windows(2).map(|pair| (pair[1], pair[0], pair[1] - pair[0]));
    let (west, _, gap) = gaps.fold(around, |widest, gap| if gap.2 > widest.2 { gap } else { widest });
    (west, 360.0 - gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: f64, latitude: f64) -> Point {
        Point { longitude, latitude }
    }

    #[test]
    fn the_frame_goes_the_short_way_around_the_globe() {
        let frame = Frame::around(&[at(178.0, -18.0), at(-170.0, -20.0)], 60, 20);
        assert!((frame.middle.longitude.abs() - 176.0).abs() < 1e-9, "{frame:?}");
        let (fiji, tonga) = (frame.project(at(178.0, -18.0)), frame.project(at(-170.0, -20.0)));
        assert!(fiji.0 < tonga.0 && frame.holds(fiji) && frame.holds(tonga));
    }

    #[test]
    fn a_degree_is_as_long_in_both_directions_at_the_middle() {
        let frame = Frame::around(&[at(10.0, 50.0), at(20.0, 70.0)], 58, 18);
        let (here, east, north) = (frame.place(at(15.0, 60.0)), frame.place(at(17.0, 60.0)), frame.place(at(15.0, 61.0)));
        assert!(((east.0 - here.0) - (here.1 - north.1)).abs() < 1e-9, "cos 60° is a half");
    }

    #[test]
    fn any_points_make_a_frame() {
        for points in [&[][..], &[at(0.0, 90.0)], &[at(180.0, -90.0), at(-180.0, 90.0)]] {
            for (width, height) in [(0, 0), (1, 1), (60, 18)] {
                let frame = Frame::around(points, width, height);
                assert!(frame.degrees.is_finite() && frame.degrees > 0.0);
            }
        }
    }
}
