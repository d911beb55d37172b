//! What the sources say around the quotes of a claim, read once for all claims that quote it.

use super::dates::{Dated, dates};
use super::fraction::{Fraction, fractions};
use super::name::Named;
use super::nations::{Mention, mentions};
use super::number::{Number, numbers};
use std::cell::OnceCell;

pub(super) struct Context {
    pub text: String,
    pub named: Named,
    mentions: OnceCell<Vec<Mention>>,
    numbers: OnceCell<Vec<Number>>,
    dates: OnceCell<Vec<Dated>>,
    fractions: OnceCell<Vec<Fraction>>,
}

impl Context {
    pub fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            named: Named::new(text),
            mentions: OnceCell::new(),
            numbers: OnceCell::new(),
            dates: OnceCell::new(),
            fractions: OnceCell::new(),
        }
    }

    pub fn mentions(&self) -> &[Mention] {
        self.mentions.get_or_init(|| mentions(&self.text))
    }

    /// Few claims have a number to look for.
    pub fn numbers(&self) -> &[Number] {
        self.numbers.get_or_init(|| numbers(&self.text))
    }

    pub fn fractions(&self) -> &[Fraction] {
        self.fractions.get_or_init(|| fractions(&self.text))
    }

    pub fn dates(&self) -> &[Dated] {
        self.dates.get_or_init(|| dates(&self.text))
    }
}
