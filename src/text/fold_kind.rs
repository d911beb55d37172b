//! What does not count when texts are compared.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// Only what a quote may differ in: quotation marks, dashes, runs of white space, where lines end and the marks of a
    /// quoted mail there, and whether a letter and its accents are one character or several (canonical equivalence).
    Typography,
    /// What a search ignores: quotation marks, dashes, white space, case, accents, ё for е, forms of Arabic letters, vowel
    /// signs, joiners, digits of other scripts, full and half width, and the commas of thousands.
    Search,
    /// As [`Self::Search`], for whole words: an abbreviation has no points (U.S.), or any word with these letters in it would
    /// be one.
    SearchWords,
    /// As [`Self::SearchWords`], for who types no such signs at all: a hyphen at which a line ends leaves nothing either.
    SearchUnsigned,
}
