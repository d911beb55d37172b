use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Words with a full stop that ends no sentence, whatever follows.
const ABBREVIATIONS: [&str; 30] = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Gen.", "Col.", "Lt.", "Sgt.", "Adm.", "Capt.", "Sen.", "Rep.", "Gov.", "Amb.", "St.", "No.",
    "Nos.", "Art.", "Sec.", "Fig.", "vs.", "cf.", "e.g.", "i.e.", "p.", "pp.", "ca.", "г.", "ул.",
];

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A source's text, split into paragraphs and numbered sentences. All ranges are bytes of [`SourceText::text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceText {
    text: String,
    /// The file begins with a byte order mark. It is no text, but the hash of the file needs it.
    marked: bool,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
}

/// A paragraph or a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Without the white space around it, and of a heading without its marks.
    pub range: Range<usize>,
    /// A heading holds no sentence.
    pub heading: bool,
    /// Indices into [`SourceText::sentences`].
    pub sentences: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Without the white space around it.
    pub range: Range<usize>,
}

impl SourceText {
    /// `text` is a file's whole text.
    ///
    /// Blank lines part paragraphs if there are any; otherwise every line is a paragraph. A line wholly in `**…**`, or that
    /// begins with `#`, is a heading. Sentences are those of UAX 29, joined behind abbreviations, where UAX 29 breaks.
    #[must_use]
    pub fn new(text: String) -> Self {
        let (text, marked) = match text.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) => (rest.to_owned(), true),
            None => (text, false),
        };
        let mut source = Self { text, marked, paragraphs: Vec::new(), sentences: Vec::new() };
        for (range, heading) in paragraphs(&source.text) {
            let first = source.sentences.len();
            if !heading {
                source.sentences.extend(sentences(&source.text, &range).into_iter().map(|range| Sentence { range }));
            }
            source.paragraphs.push(Paragraph { range, heading, sentences: first..source.sentences.len() });
        }
        source
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

    /// Addresses count them from 1.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The indices of the sentences that a range of bytes touches.
    #[must_use]
    pub fn sentences_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.range.end <= range.start);
        let end = self.sentences.partition_point(|sentence| sentence.range.start < range.end);
        first..end.max(first)
    }
}

/// Trimmed ranges, and whether each is a heading.
fn paragraphs(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(trim(text, start..start + line.len()));
        start += line.len();
    }
    while lines.last().is_some_and(Range::is_empty) {
        lines.pop();
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let parted = lines[first..].iter().any(Range::is_empty);
    let mut paragraphs: Vec<(Range<usize>, bool)> = Vec::new();
    let mut open = false;
    for line in lines {
        if line.is_empty() {
            open = false;
        } else if let Some(title) = heading(text, &line) {
            paragraphs.push((title, true));
            open = false;
        } else if let (true, true, Some((last, _))) = (parted, open, paragraphs.last_mut()) {
            last.end = line.end;
        } else {
            paragraphs.push((line, false));
            open = true;
        }
    }
    paragraphs
}

/// The title in a heading line.
fn heading(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let words = &text[line.clone()];
    let bold = words.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).filter(|title| !title.contains("**"));
    let title = bold.or_else(|| words.strip_prefix('#').map(|rest| rest.trim_start_matches('#')))?;
    let start = line.start + title.as_ptr().addr() - words.as_ptr().addr();
    Some(trim(text, start..start + title.len()))
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

fn sentences(text: &str, paragraph: &Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, piece) in text[paragraph.clone()].split_sentence_bound_indices() {
        let start = paragraph.start + at;
        let range = trim(text, start..start + piece.len());
        match found.last_mut() {
            Some(last) if ends_with_abbreviation(&text[last.clone()]) || !has_words(&text[range.clone()]) => {
                last.end = range.end.max(last.end);
            }
            _ if range.is_empty() => {}
            _ => found.push(range),
        }
    }
    found
}

fn ends_with_abbreviation(sentence: &str) -> bool {
    let last = sentence.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '—')).next().unwrap_or_default();
    ABBREVIATIONS.contains(&last) || is_initials(last)
}

/// Capitals, each with its full stop: of a name, or of a state as in `U.S.`.
fn is_initials(word: &str) -> bool {
    let is_capital = |letter: &str| letter.chars().next().is_some_and(char::is_uppercase) && letter.chars().nth(1).is_none();
    word.strip_suffix('.').is_some_and(|letters| letters.split('.').all(is_capital))
}

/// A lone closing quotation mark or bracket is no sentence.
fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<String> {
        let source = SourceText::new(text.to_owned());
        source.sentences().iter().map(|sentence| source.text()[sentence.range.clone()].to_owned()).collect()
    }

    #[test]
    fn the_article_has_29_sentences() {
        let source = SourceText::new(include_str!("../../seeds/russia-iran-treaty.txt").to_owned());
        assert_eq!(source.sentences().len(), 29);
        assert_eq!(source.paragraphs().iter().filter(|paragraph| paragraph.heading).count(), 4);
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
