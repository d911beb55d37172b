//! A figure as lines, areas and words, from the same data that the screen draws: SVG prints them, a PDF draws them.
//!
//! Units are those of a CSS pixel: a drawing that is 640 wide fills a page of print, and one that is 288 wide a telephone.

mod cells;
pub mod colours;
mod cone;
mod dots;
mod map;
mod range_rule;

use crate::page::figure::Figure;
use crate::page::{Role, Text};
use crate::text::width;

/// A cell of the screen, across and down: what is laid out in cells there stands here in the same places.
pub const CELL: (f64, f64) = (7.0, 14.0);
/// The size of all type. Of most typefaces a letter is then narrower than a cell.
pub const TYPE: f64 = 11.5;

pub type Point = (f64, f64);

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    pub width: f64,
    pub height: f64,
    /// From behind to before.
    pub marks: Vec<Mark>,
    /// What kind of figure it is: "Likelihood".
    pub title: &'static str,
    /// The figure in words, of one line or several.
    pub twin: String,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Line {
        from: Point,
        to: Point,
        role: Role,
        width: f64,
        dash: Dash,
    },
    /// Rings that are closed; where two of them overlap there is a hole.
    Area {
        rings: Vec<Vec<Point>>,
        role: Role,
        fill: Fill,
    },
    Circle {
        middle: Point,
        radius: f64,
        role: Role,
        fill: Fill,
    },
    Words {
        /// On the baseline.
        at: Point,
        anchor: Anchor,
        text: Text,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    None,
    Long,
    Short,
    /// Long dashes with a wide gap after each.
    Gaps,
}

impl Dash {
    /// Strokes and gaps in turn; none of a whole line.
    #[must_use]
    pub fn pattern(self) -> &'static [f64] {
        match self {
            Self::None => &[],
            Self::Long => &[5.0, 3.0],
            Self::Short => &[1.5, 3.0],
            Self::Gaps => &[8.0, 8.0],
        }
    }
}

/// How full an area is. It says without colour what colour says too; all but the full ones have an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    Full,
    Half,
    Light,
    Open,
}

impl Fill {
    #[must_use]
    pub fn opacity(self) -> f64 {
        [1.0, 0.45, 0.15, 0.0][self as usize]
    }
}

/// The width of the edge of an area that is not full.
pub const EDGE: f64 = 0.8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// Draws a figure as wide as that, or less.
#[must_use]
pub fn drawn(figure: &Figure, width: f64) -> Drawing {
    let drawing = match figure {
        Figure::Likelihood(bar) => range_rule::likelihood(bar, width),
        Figure::LikelihoodShift(shift) => range_rule::shift(shift, width),
        Figure::Coverage(bar) => range_rule::coverage(bar, width),
        Figure::Confidence(one) => dots::confidence(one),
        Figure::ConfidenceShift(shift) => dots::shift(shift),
        Figure::Cone(cone) => cone::cone(cone, width),
        Figure::Map(map) => map::map(map, width),
        Figure::Timeline(_) | Figure::Matrix(_) | Figure::Calibration(_) => cells::figure(figure, width),
    };
    Drawing { title: title(figure), twin: figure.twin(), ..drawing }
}

/// The bar of a likelihood for the row of a list, where its words stand beside it.
#[must_use]
pub fn in_row(figure: &Figure) -> Drawing {
    let drawing = match figure {
        Figure::Likelihood(bar) => range_rule::bar_alone(bar),
        Figure::Confidence(one) => dots::alone(one),
        _ => return drawn(figure, range_rule::SMALL),
    };
    Drawing { title: title(figure), twin: figure.twin(), ..drawing }
}

/// A figure as wide as a slide, where its words stand over it.
#[must_use]
pub fn on_slide(figure: &Figure) -> Drawing {
    let drawing = match figure {
        Figure::Likelihood(bar) => range_rule::on_slide(bar),
        _ => return drawn(figure, range_rule::SLIDE),
    };
    Drawing { title: title(figure), twin: figure.twin(), ..drawing }
}

/// The drawing depends on its width: a narrow page has one of its own.
#[must_use]
pub fn depends_on_width(figure: &Figure) -> bool {
    !matches!(figure, Figure::Confidence(_) | Figure::ConfidenceShift(_))
}

fn title(figure: &Figure) -> &'static str {
    match figure {
        Figure::Likelihood(_) => "Likelihood",
        Figure::LikelihoodShift(_) => "Likelihood then and now",
        Figure::Confidence(_) => "Confidence",
        Figure::ConfidenceShift(_) => "Confidence then and now",
        Figure::Coverage(_) => "Sentences accounted for",
        Figure::Cone(_) => "Scenarios",
        Figure::Map(_) => "Map",
        Figure::Timeline(_) => "In time",
        Figure::Matrix(_) => "Matrix",
        Figure::Calibration(_) => "Said and came",
    }
}

/// How long words are, as nearly as can be told without their typeface.
fn length(text: &Text) -> f64 {
    number(width(&text.plain())) * CELL.0
}

#[must_use]
pub fn number(cells: usize) -> f64 {
    u32::try_from(cells).map_or(f64::MAX, f64::from)
}

impl Drawing {
    fn new(width: f64, height: f64) -> Self {
        Self { width, height, ..Self::default() }
    }

    fn line(&mut self, from: Point, to: Point, role: Role, width: f64, dash: Dash) {
        self.marks.push(Mark::Line { from, to, role, width, dash });
    }

    fn area(&mut self, (left, top): Point, (right, bottom): Point, role: Role, fill: Fill) {
        let rings = vec![vec![(left, top), (right, top), (right, bottom), (left, bottom)]];
        self.marks.push(Mark::Area { rings, role, fill });
    }

    fn words(&mut self, at: Point, anchor: Anchor, text: Text) {
        if !text.is_empty() {
            self.marks.push(Mark::Words { at, anchor, text });
        }
    }
}
