//! Pictures made of cells, each with a plain-text twin.

mod cone;
mod confidence;
mod coverage;
mod likelihood;
pub mod map;
mod matrix;
pub mod outlines;
mod shift;
mod timeline;

pub use cone::{Branch, Cone};
pub use confidence::ConfidenceDots;
pub use coverage::CoverageBar;
pub use likelihood::LikelihoodBar;
pub use map::Map;
pub use matrix::{Matrix, MatrixRow};
pub use shift::{ConfidenceShift, LikelihoodShift};
pub use timeline::{Horizon, Lane, Mark, Timeline};

use super::place::Place;
use super::words::Text;

/// How wide a bar is, in cells.
pub const BAR: usize = 20;

/// A picture made of cells.
#[derive(Debug, Clone)]
pub enum Figure {
    /// A likelihood on the yardstick.
    Likelihood(LikelihoodBar),
    /// A confidence.
    Confidence(ConfidenceDots),
    /// How much of a source is accounted for.
    Coverage(CoverageBar),
    /// Rows by columns.
    Matrix(Matrix),
    /// What may come, spreading from the present.
    Cone(Cone),
    /// Where the states of a briefing lie.
    Map(Map),
    /// A rule of time.
    Timeline(Timeline),
    /// A likelihood in two editions.
    LikelihoodShift(LikelihoodShift),
    /// A confidence in two editions.
    ConfidenceShift(ConfidenceShift),
}

/// What every figure can do.
pub trait Draw {
    /// Its words, in reading order.
    fn words(&self) -> Vec<Text>;
    /// Its rows, of at most `width` cells; `words` are its words.
    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow>;
    /// The figure in words: its plain-text twin, of one line or several.
    fn twin(&self) -> String;
    /// Its words stand in rows and columns, and the cursor moves in both.
    fn is_grid(&self) -> bool {
        false
    }
}

/// A row of a figure, from left to right.
pub type FigureRow = Vec<Placed>;

/// Something on a row of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its first column, 0-based, in cells.
    pub column: usize,
    /// What it is.
    pub what: What,
}

/// What stands on a row of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Signs and lines that are no text.
    Drawing(Text),
    /// One of the figure's words, by its 0-based place among them, cut to so many cells.
    Word(usize, usize),
}

impl Placed {
    fn drawing(column: usize, text: Text) -> Self {
        Self { column, what: What::Drawing(text) }
    }

    /// A word as far as the row has room.
    fn word(column: usize, word: usize) -> Self {
        Self { column, what: What::Word(word, usize::MAX) }
    }
}

impl Figure {
    fn draw(&self) -> &dyn Draw {
        match self {
            Self::Likelihood(bar) => bar,
            Self::Confidence(dots) => dots,
            Self::Coverage(bar) => bar,
            Self::Matrix(matrix) => matrix,
            Self::Cone(cone) => cone,
            Self::Map(map) => map,
            Self::Timeline(timeline) => timeline,
            Self::LikelihoodShift(shift) => shift,
            Self::ConfidenceShift(shift) => shift,
        }
    }

    /// The words of the figure, in reading order; with a link the first of them leads there.
    #[must_use]
    pub fn words(&self, link: Option<&Place>) -> Vec<Text> {
        let mut words = self.draw().words();
        if let (Some(link), Some(run)) = (link, words.first_mut().and_then(|text| text.runs.first_mut())) {
            run.link = Some(link.clone());
        }
        words
    }

    /// The figure as rows of at most `width` cells.
    #[must_use]
    pub fn rows(&self, width: usize) -> Vec<FigureRow> {
        self.draw().rows(&self.draw().words(), width)
    }

    /// The figure in words: its plain-text twin, of one line or several.
    #[must_use]
    pub fn twin(&self) -> String {
        self.draw().twin()
    }

    /// Its words stand in rows and columns, and the cursor moves in both.
    #[must_use]
    pub fn is_grid(&self) -> bool {
        self.draw().is_grid()
    }
}
