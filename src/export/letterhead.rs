//! The letterhead of a memo and its paper.

use super::{Format, NotWritten};
use crate::briefing::scale::Vocabulary;
use crate::settings::{Setting, Settings};
use crate::text::choice;

/// What whoever writes a memo says of it; what they leave out the briefing says.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    pub to: Option<String>,
    pub from: Option<String>,
    pub date: Option<String>,
    pub subject: Option<String>,
    pub paper: Paper,
    /// The ids of key judgements to leave out.
    pub cut: Vec<String>,
    /// Text where there is none.
    pub form: Option<&'static Format>,
}

impl Letter {
    /// What the settings say of every memo.
    ///
    /// # Errors
    ///
    /// No paper is called as they say.
    pub fn of(settings: &Settings) -> Result<Self, NotWritten> {
        let set = |setting: Setting| Some(settings.word(setting).to_owned()).filter(|word| !word.is_empty());
        let word = settings.word(Setting::Paper);
        let paper = Paper::from_word(word)
            .ok_or_else(|| NotWritten(format!("the setting `paper` is {word}; write {}", choice(&Paper::words()))))?;
        Ok(Self { to: set(Setting::MemoTo), from: set(Setting::MemoFrom), paper, ..Self::default() })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    #[default]
    A4,
    Letter,
}

impl Vocabulary for Paper {
    fn all() -> &'static [Self] {
        &[Self::A4, Self::Letter]
    }

    fn word(self) -> &'static str {
        ["a4", "letter"][self as usize]
    }
}

impl Paper {
    /// As people write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["A4", "Letter"][self as usize]
    }

    /// Width and height, in millimetres.
    #[must_use]
    pub fn size(self) -> (f64, f64) {
        [(210.0, 297.0), (215.9, 279.4)][self as usize]
    }

    /// How many lines of [`LEADING`] stand between its margins.
    #[must_use]
    pub fn lines(self) -> usize {
        [54, 50][self as usize]
    }
}

/// On each side of the paper, in millimetres.
pub const MARGIN: f64 = 20.0;
/// The size of the type and from line to line, in points. It is never smaller: what does not fit is cut by whoever signs.
pub const TYPE: f64 = 11.0;
pub const LEADING: f64 = 13.5;
