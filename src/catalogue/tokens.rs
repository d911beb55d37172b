//! A text as the words that it is found by: folded as every search of the program folds, and parted where letters end.
//!
//! Scripts that put no space between words have no words to find, so each two letters that stand together are one. Then any
//! part of a run is found: three letters are two such pairs, one behind the other, and one letter is what a pair begins with.

use crate::text::fold::{Folded, Folding};
use crate::text::search_fold::begins_letter;
use std::collections::BTreeSet;
use std::ops::Range;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// What begins with so many letters or fewer is indexed by them.
pub const STARTS: usize = 2;

/// Letters of a word that count. Nobody types more, and what is longer is a key or an image in letters.
pub const LONGEST: usize = 64;

/// A run of letters and digits in a folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'a> {
    pub text: &'a str,
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// Its script puts no space between words.
    pub is_unspaced: bool,
}

/// The runs of a text that is folded already.
pub fn runs(folded: &str) -> impl Iterator<Item = Run<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + folded[at..].find(char::is_alphanumeric)?;
        let is_unspaced = folded[start..].starts_with(is_unspaced);
        // A mark that stays belongs to the letter before it, whatever its script.
        let goes_on = |c: char| !begins_letter(c) || c.is_alphanumeric() && self::is_unspaced(c) == is_unspaced;
        at = folded[start..].find(|c| !goes_on(c)).map_or(folded.len(), |length| start + length);
        Some(Run { text: &folded[start..at], range: start..at, is_unspaced })
    })
}

/// Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer. Korean has spaces, but what stands between them is more than a word.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{30ff}' | '\u{3105}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !c.is_ascii()
}

/// The words that a run is indexed as, each with its bytes in the run: itself, or its letters two by two with the last alone.
pub fn words_of<'a>(run: &Run<'a>) -> impl Iterator<Item = (Range<usize>, &'a str)> + use<'a> {
    let text = run.text;
    let whole = (!run.is_unspaced).then(|| {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        (0..text.len(), &text[..end])
    });
    let pairs = run.is_unspaced.then(|| {
        text.char_indices().map(move |(at, _)| {
            let length: usize = text[at..].chars().take(2).map(char::len_utf8).sum();
            (at..at + length, &text[at..at + length])
        })
    });
    whole.into_iter().chain(pairs.into_iter().flatten())
}

/// What a run's words begin with, as far as [`STARTS`] letters.
fn starts_of<'a>(run: &Run<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    // Of a pair, both letters are the pair itself.
    let most = if run.is_unspaced { 1 } else { STARTS };
    words_of(run).flat_map(move |(_, word)| word.char_indices().take(most).map(move |(at, c)| &word[..at + c.len_utf8()]))
}

/// The words of a text for the index.
#[derive(Clone, Default)]
pub struct Words;

/// What its words begin with. So many words begin with one letter that to look at each of them would take longer than a key may.
#[derive(Clone, Default)]
pub struct Starts;

pub struct Stream {
    /// Last first.
    waiting: Vec<Token>,
    token: Token,
}

impl Stream {
    /// Of words and where each begins.
    fn new<'a>(words: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let token = |(position, (at, word)): (usize, (usize, &str))| Token {
            offset_from: at,
            offset_to: at + word.len(),
            position,
            text: word.to_owned(),
            position_length: 1,
        };
        let mut waiting: Vec<Token> = words.enumerate().map(token).collect();
        waiting.reverse();
        Self { waiting, token: Token::default() }
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let folded = Folded::new(text, Folding::SearchWords);
        Stream::new(runs(folded.as_str()).flat_map(|run| words_of(&run).map(move |(at, word)| (run.range.start + at.start, word))))
    }
}

impl Tokenizer for Starts {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let folded = Folded::new(text, Folding::SearchWords);
        let starts: BTreeSet<&str> = runs(folded.as_str()).flat_map(|run| starts_of(&run)).collect();
        Stream::new(starts.into_iter().map(|start| (0, start)))
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        self.waiting.pop().map(|token| self.token = token).is_some()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut stream = Words;
        let mut stream = stream.token_stream(text);
        let mut words = Vec::new();
        stream.process(&mut |token| words.push(token.text.clone()));
        words
    }

    #[test]
    fn e17_words_are_folded_and_part_where_letters_end() {
        assert_eq!(words("Iran’s 20-year U.S. «ЕЩЁ» йод"), ["iran", "s", "20", "year", "us", "еще", "йод"]);
        assert_eq!(
            words("1,200 men of an agree-\nment, e.g. 1,2 and 2,2024"),
            ["1200", "men", "of", "an", "agree", "ment", "eg", "1", "2", "and", "2", "2024"]
        );
        assert_eq!(words("Café cafe\u{301} می‌خواهم علي"), ["cafe", "cafe", "میخواهم", "علی"]);
        assert_eq!(words("हिन्दी"), ["हिन्दी"]);
        assert_eq!(words("a".repeat(200).as_str()), ["a".repeat(LONGEST)]);
    }

    #[test]
    fn e17_words_are_indexed_by_what_they_begin_with() {
        let mut starts = Starts;
        let mut stream = starts.token_stream("The тигр and Ëlan, a 中国 the");
        let mut found = Vec::new();
        stream.process(&mut |token| found.push(token.text.clone()));
        assert_eq!(found, ["a", "an", "e", "el", "t", "th", "т", "ти", "中", "国"]);
    }

    #[test]
    fn e17_what_has_no_spaces_is_found_by_any_part_of_it() {
        assert_eq!(words("中国军队"), ["中国", "国军", "军队", "队"]);
        assert_eq!(words("第5章 ガス"), ["第", "5", "章", "カ\u{3099}ス".replace("カ\u{3099}", "ガ").as_str(), "ス"]);
        assert_eq!(words("ไทย"), ["ไท", "ทย", "ย"]);
    }
}
