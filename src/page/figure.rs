//! Pictures made of cells, each with a plain-text twin.

pub mod calibration;
mod cone;
mod confidence;
mod coverage;
mod likelihood;
pub mod map;
mod matrix;
pub mod outlines;
mod then_and_now;
mod timeline;

pub use calibration::{Calibration, SIGNS};
pub use cone::{Branch, Cone};
pub use confidence::ConfidenceDots;
pub use coverage::CoverageBar;
pub use likelihood::{LikelihoodBar, PASSED, State};
pub use map::Map;
pub use matrix::{Matrix, MatrixRow, Spans};
pub use then_and_now::{ConfidenceShift, LikelihoodShift};
pub use timeline::{Horizon, Lane, Mark, Timeline, Undated, When};

use super::place::Place;
use super::styled_text::{Role, Text};

/// The width of every bar, in cells: a cell is five percent.
pub const BAR: usize = 20;

#[derive(Debug, Clone)]
pub enum Figure {
    Likelihood(LikelihoodBar),
    Confidence(ConfidenceDots),
    Coverage(CoverageBar),
    Matrix(Matrix),
    Cone(Cone),
    Map(Map),
    Timeline(Timeline),
    LikelihoodShift(LikelihoodShift),
    ConfidenceShift(ConfidenceShift),
    Calibration(Calibration),
}

pub trait Draw {
    /// The texts that can be searched, copied and followed, in reading order.
    fn words(&self) -> Vec<Text>;
    /// Rows of at most `width` cells; `words` are what [`Draw::words`] gives.
    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow>;
    /// The figure as plain text, of one line or several: exports and the linear mode have nothing else of it.
    fn twin(&self) -> String;
    /// Its words stand in rows and columns, and the cursor moves in both.
    fn is_grid(&self) -> bool {
        false
    }
}

pub type FigureRow = Vec<Placed>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its first column, 0-based, in cells.
    pub column: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Signs and lines that are no text.
    Drawing(Text),
    /// One of the figure's words, by its 0-based place among them, and the most cells that it may take.
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

/// A term, the written word with a question mark where the scale has no such term, or "not stated".
fn term(known: Option<&str>, written: Option<&str>) -> Text {
    match (known, written) {
        (Some(word), _) => Text::new(Role::Text, word),
        (None, Some(written)) => Text::new(Role::Bad, &format!("{written}?")),
        (None, None) => Text::new(Role::Warn, "not stated"),
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
            Self::Calibration(terms) => terms,
        }
    }

    /// In reading order. The first word leads to `link`.
    #[must_use]
    pub fn words(&self, link: Option<&Place>) -> Vec<Text> {
        let mut words = self.draw().words();
        if let (Some(link), Some(run)) = (link, words.first_mut().and_then(|text| text.runs.first_mut())) {
            run.link = Some(link.clone());
        }
        words
    }

    #[must_use]
    pub fn rows(&self, width: usize) -> Vec<FigureRow> {
        self.draw().rows(&self.draw().words(), width)
    }

    #[must_use]
    pub fn twin(&self) -> String {
        self.draw().twin()
    }

    #[must_use]
    pub fn is_grid(&self) -> bool {
        self.draw().is_grid()
    }
}
