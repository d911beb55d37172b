use super::aligned_rows::mark_rows;
use super::hard_wraps::runs;
use super::headings::BOLD;
use super::line_blocks::mark_blocks;
use super::line_signs::has_words;
use super::reference_lists::mark_references;
use super::sentences::sentences;
use super::source_lines::{Line, LineKind, lines};
use crate::text::line_ends::{is_line_end, joined, quote_marks};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A source's text, split into paragraphs and numbered sentences. All ranges are bytes of [`SourceText::text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    text: String,
    /// The file begins with a byte order mark. It is no text, but the hash of the file needs it.
    marked: bool,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    /// For each kind the indices of its sentences: a number is found without a search.
    of_kind: [Vec<usize>; 3],
}

/// A paragraph, a heading, or a row of furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Without the white space around it, and of a heading without its marks.
    pub range: Range<usize>,
    /// Indices into [`SourceText::sentences`].
    pub sentences: Range<usize>,
}

/// A sentence, or what stands in the place of one: a heading, a row of furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Without the white space around it, and of a heading without its marks.
    pub range: Range<usize>,
    pub number: Number,
    /// Of a heading: 1 stands over 2. Headings without `#` have none of these levels, and end every section.
    level: u8,
}

/// What a sentence is called in its source, 1-based: `8`, `H1`, `R4`. Each kind is counted for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Number {
    pub kind: SentenceKind,
    pub of_kind: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum SentenceKind {
    #[default]
    Sentence,
    Heading,
    /// Furniture of a page that has words: a row of a table, a link alone, a footnote, a caption.
    Row,
}

impl SentenceKind {
    pub const ALL: [Self; 3] = [Self::Sentence, Self::Heading, Self::Row];

    /// Before its numbers.
    #[must_use]
    pub fn letter(self) -> &'static str {
        ["", "H", "R"][self as usize]
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        ["sentence", "heading", "row"][self as usize]
    }
}

impl Number {
    #[must_use]
    pub fn words(self) -> String {
        format!("{} {}", self.kind.name(), self.of_kind)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.kind.letter(), self.of_kind))
    }
}

impl FromStr for Number {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lettered = SentenceKind::ALL.into_iter().rev().find_map(|kind| Some((kind, text.strip_prefix(kind.letter())?)));
        let (kind, digits) = lettered.unwrap_or((SentenceKind::Sentence, text));
        Ok(Self { kind, of_kind: digits.parse()? })
    }
}

impl SourceText {
    /// `text` is a file's whole text.
    ///
    /// Blank lines part paragraphs if there are any; otherwise every line is a paragraph, or what was one before it was
    /// wrapped. Headings and furniture are paragraphs of their own.
    #[must_use]
    pub fn new(text: String) -> Self {
        let (text, marked) = match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) => (rest.to_owned(), true),
            None => (text, false),
        };
        let mut source = Self { text, marked, paragraphs: Vec::new(), sentences: Vec::new(), of_kind: Default::default() };
        source.split();
        source
    }

    /// It was made of this text of a file.
    #[must_use]
    pub fn is_of(&self, file: &str) -> bool {
        let rest = file.strip_prefix(BYTE_ORDER_MARK);
        self.marked == rest.is_some() && self.text == rest.unwrap_or(file)
    }

    #[must_use]
    pub fn has_byte_order_mark(&self) -> bool {
        self.marked
    }

    fn split(&mut self) {
        let mut lines = lines(&self.text);
        mark_blocks(&self.text, &mut lines);
        let filled = |line: &Line| line.kind != LineKind::Blank;
        let within = lines.iter().position(filled).zip(lines.iter().rposition(filled));
        let is_parted = within.is_some_and(|(first, last)| !lines[first..=last].iter().all(filled));
        mark_references(&self.text, &mut lines, is_parted);
        mark_rows(&self.text, &mut lines);
        let is_text = |line: &Line| matches!(line.kind, LineKind::Prose | LineKind::Item);
        let blocks: Vec<&[Line]> = lines.chunk_by(|one, other| is_text(one) && is_text(other) && one.quoted == other.quoted).collect();
        let texts: Vec<&[Line]> = blocks.iter().copied().filter(|block| is_text(&block[0])).collect();
        let mut runs = runs(&self.text, &texts).into_iter();
        for block in blocks {
            match block[0].kind {
                LineKind::Blank | LineKind::Rule => {}
                LineKind::Heading(level) => self.line(SentenceKind::Heading, &block[0], level),
                LineKind::Row => self.line(SentenceKind::Row, &block[0], 0),
                LineKind::Prose | LineKind::Item => {
                    let runs = runs.next().unwrap_or_default();
                    let range = |run: &Range<usize>| block[run.start].range.start..block[run.end - 1].range.end;
                    let paragraphs = runs.chunk_by(|_, _| is_parted).map(|runs| runs.iter().map(range).collect());
                    paragraphs.for_each(|runs: Vec<Range<usize>>| self.paragraph(&runs));
                }
            }
        }
    }

    fn line(&mut self, kind: SentenceKind, line: &Line, level: u8) {
        self.begin_paragraph(line.range.clone());
        self.push(line.range.clone(), kind, level);
    }

    /// No sentence goes over the edge of a run.
    fn paragraph(&mut self, runs: &[Range<usize>]) {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return };
        self.begin_paragraph(first.start..last.end);
        for range in runs.iter().flat_map(|run| sentences(&self.text, run)).collect::<Vec<_>>() {
            match self.sentences.last_mut() {
                _ if has_words(&self.text[range.clone()]) => self.push(range, SentenceKind::Sentence, 0),
                Some(last) if last.range.start >= first.start => last.range.end = range.end,
                _ => {}
            }
        }
    }

    fn begin_paragraph(&mut self, range: Range<usize>) {
        let next = self.sentences.len();
        self.paragraphs.push(Paragraph { range, sentences: next..next });
    }

    fn push(&mut self, range: Range<usize>, kind: SentenceKind, level: u8) {
        self.of_kind[kind as usize].push(self.sentences.len());
        let number = Number { kind, of_kind: self.count(kind) };
        self.sentences.push(Sentence { range, number, level });
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.sentences.end = self.sentences.len();
        }
    }

    /// The bytes of the file, in two parts: the byte order mark, if there is one, and the text.
    #[must_use]
    pub fn stored(&self) -> [&[u8]; 2] {
        [if self.marked { BYTE_ORDER_MARK.as_bytes() } else { &[] }, self.text.as_bytes()]
    }

    /// Without the byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// With headings and rows, in reading order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// How many there are of a kind.
    #[must_use]
    pub fn count(&self, kind: SentenceKind) -> usize {
        self.of_kind[kind as usize].len()
    }

    /// The index of the sentence with a number.
    #[must_use]
    pub fn find(&self, number: Number) -> Option<usize> {
        self.of_kind[number.kind as usize].get(number.of_kind.checked_sub(1)?).copied()
    }

    #[must_use]
    pub fn number(&self, index: usize) -> Option<Number> {
        self.sentences.get(index).map(|sentence| sentence.number)
    }

    /// From a heading to the next that does not stand under it.
    #[must_use]
    pub fn section(&self, heading: usize) -> Range<usize> {
        let own = &self.sentences[heading];
        let ends = |other: &&Sentence| other.number.kind == SentenceKind::Heading && (other.level >= BOLD || other.level <= own.level);
        let end = self.sentences[heading + 1..].iter().find(ends).map_or(self.text.len(), |other| other.range.start);
        own.range.start..end
    }

    /// The words of a range on one line; unchanged if a paragraph ends in it.
    #[must_use]
    pub fn unwrapped(&self, range: &Range<usize>) -> String {
        let text = self.text[range.clone()].replace("\r\n", "\n");
        let is_blank = |line: &str| line[quote_marks(line).0..].trim().is_empty();
        if text.split(is_line_end).any(is_blank) { text } else { joined(&text).trim().to_owned() }
    }

    /// The indices of the sentences that a range of bytes touches.
    #[must_use]
    pub fn sentences_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.range.end <= range.start);
        let end = self.sentences.partition_point(|sentence| sentence.range.start < range.end);
        first..end.max(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let source = SourceText::new(text.to_owned());
        let only = source.sentences().iter().filter(|sentence| sentence.number.kind == SentenceKind::Sentence);
        only.map(|sentence| source.text()[sentence.range.clone()].to_owned()).collect()
    }

    #[test]
    fn the_article_has_29_sentences() {
        let source = SourceText::new(include_str!("../../seeds/russia-iran-treaty.txt").to_owned());
        assert_eq!((source.count(SentenceKind::Sentence), source.count(SentenceKind::Heading)), (29, 4));
        let ending = |sentence: &&Sentence| source.text()[sentence.range.clone()].ends_with("U.S.");
        assert_eq!(source.sentences().iter().filter(ending).count(), 1, "“U.S.” ends a sentence only once");
    }

    #[test]
    fn abbreviations_join() {
        assert_eq!(split("Gen. Smith of the U.S. Army spoke. He left."), ["Gen. Smith of the U.S. Army spoke.", "He left."]);
        assert_eq!(
            split("«Так, — сказал В. Путин. — Иначе В.В. Иванов». Всё."),
            ["«Так, — сказал В. Путин. — Иначе В.В. Иванов».", "Всё."]
        );
        assert_eq!(split("It was J. R. Smith of NATO. He left."), ["It was J. R. Smith of NATO.", "He left."]);
    }

    #[test]
    fn blank_lines_part_paragraphs_where_there_are_any() {
        let source = SourceText::new("# Title\nOne\nline. Two.\n\nThree.\n".to_owned());
        let texts: Vec<&str> = source.paragraphs().iter().map(|p| &source.text()[p.range.clone()]).collect();
        assert_eq!(texts, ["Title", "One\nline. Two.", "Three."]);
        assert_eq!(SourceText::new("One.\nTwo.".to_owned()).paragraphs().len(), 2);
    }

    #[test]
    fn every_script_has_sentences() {
        assert_eq!(split("Это так. И это тоже! 终わり。次。"), ["Это так.", "И это тоже!", "终わり。", "次。"]);
        assert_eq!(split("این است. آن نیست؟ بله."), ["این است.", "آن نیست؟", "بله."]);
        assert_eq!(split(""), [""; 0]);
    }
}
