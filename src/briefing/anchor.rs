//! Finding a quote in its source, and never guessing.
//!
//! This is the `TextQuoteSelector` of the W3C Web Annotation Data Model (2017, §4.2.4): the quoted words, and a prefix and
//! a suffix for words that stand more than once. The model takes all places that match; here several are a mistake.

use super::line_signs::{PAGE_MARK, is_page_mark};
use super::model::Passage;
use super::source_text::SourceText;
use crate::text::fold::{Folded, Folding};
use crate::text::line_end_hyphens::WithoutHyphens;
use crate::text::search_fold::begins_letter;
use memchr::memmem::Finder;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// At one place.
    Found {
        /// The quoted bytes of the source.
        range: Range<usize>,
        /// The words stand there only once quotation marks, dashes and white space are folded.
        folded: bool,
    },
    Missing {
        /// The index of the sentence that shares most words with the quote: a hint, never an answer.
        nearest: Option<usize>,
    },
    /// The words stand there, and prefix or suffix does not stand beside them.
    OutOfContext {
        /// How often the words stand there.
        count: usize,
        /// The prefix fails; otherwise the suffix does.
        prefix: bool,
    },
    /// Neither prefix nor suffix decides between so many places.
    Ambiguous {
        count: usize,
    },
    NoText,
}

impl Anchor {
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Found { range, .. } => Some(range.clone()),
            _ => None,
        }
    }
}

/// Words that stand more often are counted no further: nothing tells them apart, and each place costs as much as they are
/// long.
pub const MOST_COUNTED: usize = 100_000;

/// A source with its folded form, made once for all its quotes.
pub struct Anchoring<'a> {
    source: &'a SourceText,
    folded: OnceCell<Folded>,
    /// For words that a hyphen parts at the end of a line.
    without_hyphens: OnceCell<WithoutHyphens>,
    /// They are no words of the source: no quote stands over one.
    page_marks: OnceCell<Vec<Range<usize>>>,
    /// Of each sentence; made when the first quote is missing.
    words: Option<Vec<HashSet<String>>>,
}

impl<'a> Anchoring<'a> {
    #[must_use]
    pub fn new(source: &'a SourceText) -> Self {
        Self { source, folded: OnceCell::new(), without_hyphens: OnceCell::new(), page_marks: OnceCell::new(), words: None }
    }

    pub fn find(&mut self, passage: &Passage) -> Anchor {
        let exact = passage.exact.value.trim();
        let found = self.places(exact, MOST_COUNTED);
        if found.is_empty() {
            return Anchor::Missing { nearest: if exact.is_empty() { None } else { self.nearest(exact) } };
        }
        self.decide(found, passage)
    }

    /// The places of words in order: those where they stand letter by letter, at most `most`, and as many where they stand
    /// folded.
    #[must_use]
    pub fn places(&self, exact: &str, most: usize) -> Vec<Range<usize>> {
        let (text, exact) = (self.source.text(), exact.trim());
        if exact.is_empty() {
            return Vec::new();
        }
        // A letter whose accent stands behind the place is another letter.
        let is_whole = |place: &Range<usize>| text[place.end..].chars().next().is_none_or(begins_letter);
        let mut places: Vec<_> = starts(text, exact).map(|start| start..start + exact.len()).filter(is_whole).take(most).collect();
        let (folded, quote) = (self.folded(), Folded::new(exact, Folding::Typography));
        places.extend(folded.places(&quote).take(most));
        if folded.has_line_end_hyphens() {
            places.extend(self.without_hyphens.get_or_init(|| WithoutHyphens::new(folded)).places(folded, &quote).take(most));
        }
        places.sort_unstable_by_key(|place| (place.start, place.end));
        places.dedup();
        let marks = self.page_marks.get_or_init(|| page_marks(text));
        places.retain(|place| !marks.iter().any(|mark| mark.start < place.end && place.start < mark.end));
        places
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| Folded::new(self.source.text(), Folding::Typography))
    }

    /// The sentence that shares most words with a quote, and at least half of them.
    fn nearest(&mut self, quote: &str) -> Option<usize> {
        let source = self.source;
        let all = || source.sentences().iter().map(|sentence| words(&source.text()[sentence.range.clone()])).collect();
        let sentences = self.words.get_or_insert_with(all);
        let wanted = words(quote);
        let counts = sentences.iter().map(|sentence| sentence.intersection(&wanted).count()).enumerate();
        let (index, count) = counts.max_by_key(|(index, count)| (*count, std::cmp::Reverse(*index)))?;
        (count > 0 && count * 2 >= wanted.len()).then_some(index)
    }

    fn decide(&self, mut found: Vec<Range<usize>>, passage: &Passage) -> Anchor {
        let count = found.len();
        if let Some(prefix) = &passage.prefix {
            found = self.beside(found, Some(prefix), None);
            if found.is_empty() {
                return Anchor::OutOfContext { count, prefix: true };
            }
        }
        found = self.beside(found, None, passage.suffix.as_deref().map(String::as_str));
        match found.as_slice() {
            [range] => {
                let folded = self.source.text()[range.clone()] != *passage.exact.value.trim();
                Anchor::Found { range: range.clone(), folded }
            }
            [] => Anchor::OutOfContext { count, prefix: false },
            _ => Anchor::Ambiguous { count },
        }
    }

    /// Those of the places that stand right behind a prefix and right before a suffix, whatever white space is where.
    #[must_use]
    pub fn beside(&self, mut places: Vec<Range<usize>>, prefix: Option<&str>, suffix: Option<&str>) -> Vec<Range<usize>> {
        let dense = |words: &str| Folded::new(&words.split_whitespace().collect::<String>(), Folding::Typography);
        // Of a text with hyphens at line ends nobody knows which are a word's own.
        let counts = |c: &char| *c != ' ' && (*c != '-' || !self.folded().has_line_end_hyphens());
        if let Some(prefix) = prefix.map(dense) {
            let is_behind =
                |start| same(self.folded().split_at(start).0.chars().rev().filter(counts), prefix.as_str().chars().rev().filter(counts));
            places.retain(|place| is_behind(place.start));
        }
        if let Some(suffix) = suffix.map(dense) {
            let is_before = |end| same(self.folded().split_at(end).1.chars().filter(counts), suffix.as_str().chars().filter(counts));
            places.retain(|place| is_before(place.end));
        }
        places
    }
}

fn page_marks(text: &str) -> Vec<Range<usize>> {
    let line = |start: usize| start..text[start..].find(['\n', '\r']).map_or(text.len(), |end| start + end);
    let begins = |start: &usize| *start == 0 || text[..*start].ends_with(['\n', '\r']);
    let found = text.match_indices(PAGE_MARK).map(|(start, _)| start).filter(begins).map(line);
    found.filter(|range| is_page_mark(text[range.clone()].trim_end())).collect()
}

/// `text` begins with `words`.
fn same(mut text: impl Iterator<Item = char>, mut words: impl Iterator<Item = char>) -> bool {
    words.all(|word| text.next() == Some(word))
}

/// Every byte offset at which `words` begins in `text`, overlapping ones too.
fn starts<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> + 'a {
    let finder = Finder::new(words);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(&text.as_bytes()[from..])?;
        from = at + 1;
        Some(at)
    })
}

fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::spanned::{Span, Spanned};
    use proptest::prelude::*;

    fn text(value: &str) -> Spanned<String> {
        Spanned { value: value.to_owned(), span: Span::default() }
    }

    fn find(source: &str, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Anchor {
        let source = SourceText::new(source.to_owned());
        let passage = Passage { source: None, exact: text(exact), prefix: prefix.map(text), suffix: suffix.map(text) };
        Anchoring::new(&source).find(&passage)
    }

    #[test]
    fn m2_a_quote_stands_at_one_place_or_is_unanchored() {
        let source = "The port is open. Ships wait; the port is open again.";
        assert_eq!(find(source, "Ships wait", None, None), Anchor::Found { range: 18..28, folded: false });
        assert_eq!(find(source, "port is open", None, None), Anchor::Ambiguous { count: 2 });
        assert_eq!(find(source, "port is open", Some("wait; the "), None).range(), Some(34..46));
        assert_eq!(find(source, "port is open", None, Some(".")).range(), Some(4..16));
        assert_eq!(find(source, "port is open", Some("a"), None), Anchor::OutOfContext { count: 2, prefix: true });
        assert_eq!(find(source, "port is open", None, Some("x")), Anchor::OutOfContext { count: 2, prefix: false });
        assert_eq!(find(source, "Ships will wait", None, None), Anchor::Missing { nearest: Some(1) });
        assert_eq!(find(source, "ships wait", None, None), Anchor::Missing { nearest: Some(1) }, "case is no accident");
        assert_eq!(find(source, " ", None, None), Anchor::Missing { nearest: None });
        assert_eq!(find("aaa", "aa", None, None), Anchor::Ambiguous { count: 2 });
    }

    #[test]
    fn m2_no_quote_holds_the_mark_of_a_page() {
        let source = "Ships wait.\n\n--- page 2 ---\n\nThe page 2 of the log is gone.";
        for exact in ["--- page 2 ---", "page 2 -", "Ships wait.\n\n--- page 2 ---\n\nThe page"] {
            assert!(matches!(find(source, exact, None, None), Anchor::Missing { .. }), "{exact}");
        }
        assert_eq!(find(source, "page 2", None, None).range(), Some(33..39));
    }

    #[test]
    fn quotes_dashes_and_white_space_fold_and_say_so() {
        assert_eq!(find("Iran’s  aim — peace", "Iran's aim - peace", None, None), Anchor::Found { range: 0..23, folded: true });
        assert_eq!(find("a\nb c", "b c", Some("a"), None).range(), Some(2..5));
    }

    #[test]
    fn m2_a_verbatim_place_hides_no_folded_one() {
        let source = "In spring the oil price rose, and by autumn the oil\nprice fell again. “The oil price”";
        assert_eq!(find(source, "the oil price", None, None), Anchor::Ambiguous { count: 2 });
        assert_eq!(find(source, "the oil price", None, Some("fell again")), Anchor::Found { range: 44..57, folded: true });
        assert_eq!(find(source, "the oil price", None, Some("rose")), Anchor::Found { range: 10..23, folded: false });
        assert_eq!(find("Cafe\u{301}. Café.", "Café", None, Some(". Caf")), Anchor::Found { range: 0..6, folded: true });
        assert_eq!(find("Cafe\u{301}.", "Cafe", None, None), Anchor::Missing { nearest: Some(0) });
    }

    #[test]
    fn m2_white_space_beside_a_quote_does_not_count() {
        let table = format!("Exports{}12.4\nImports\n\n\t12.4{}per cent", " ".repeat(400), "\u{a0}".repeat(99));
        assert_eq!(find(&table, "12.4", Some("Exports"), None).range(), Some(407..411));
        assert_eq!(find(&table, "12.4", Some("Imports "), Some("  per\ncent")).range(), Some(422..426));
        assert_eq!(find(&table, "12.4", None, Some("percent")).range(), Some(422..426));
        assert_eq!(find("Ma\u{301}laga 12 and Lyon 12", "12", Some("Málaga"), None).range(), Some(9..11));
    }

    proptest! {
        #[test]
        fn a_quote_is_found_where_its_offset_says(source in "[ab ’—日.]{1,40}", start in 0_usize..40, length in 1_usize..20) {
            let quote: String = source.chars().skip(start).take(length).collect();
            if let Anchor::Found { range, folded } = find(&source, &quote, None, None) {
                prop_assert!(!folded);
                prop_assert_eq!(&source[range], quote.trim());
            }
        }
    }
}
