//! How judgements came out, held against what their words promised.
//!
//! A forecast is a range, and Brier's score wants a number: the middle of the range is taken. What came about in part, and
//! what nobody can tell, is neither a hit nor a miss, and is counted apart.

pub mod brier;
pub mod case;
pub mod interval;
pub mod term;

pub use brier::{Brier, Said};
pub use case::{Case, Score};
pub use interval::{Interval, LEAST, wilson};
pub use term::{Row, Verdict};
