//! Comparing texts without the accidents of writing.

use super::letters::{BREVE, Plain, is_joined, join, plain_letters};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// Only what a quote may differ in: quotation marks, dashes and runs of white space.
    Typography,
    /// Typography, and what a search ignores: case, accents, ё for е, forms of Arabic letters, vowel signs, joiners,
    /// digits of other scripts, full and half width.
    Search,
}

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// For every byte of `text`, the byte of the original where its character begins.
    origins: Vec<usize>,
    /// For every byte of `text`, the byte of the original where its character ends, with the marks on it.
    ends: Vec<usize>,
}

impl Folded {
    #[must_use]
    pub fn new(original: &str, folding: Folding) -> Self {
        let length = original.len();
        let mut folded =
            Self { text: String::with_capacity(length), origins: Vec::with_capacity(length), ends: Vec::with_capacity(length) };
        let mut in_space = false;
        for (at, c) in original.char_indices() {
            let end = at + c.len_utf8();
            if c.is_whitespace() {
                if !in_space {
                    folded.text.push(' ');
                }
                in_space = true;
            } else if c.is_ascii() {
                // Most characters of most texts: nothing to look up.
                in_space = false;
                folded.text.push(if folding == Folding::Search { c.to_ascii_lowercase() } else { c });
            } else if folding == Folding::Typography {
                in_space = false;
                folded.text.push(plain(c));
            } else {
                match plain_letters(plain(c)) {
                    Plain::Letter(mark) if is_joined(mark) => folded.join(mark),
                    Plain::Letter(letter) => folded.text.push(letter),
                    Plain::Letters(letters) => folded.text.extend(letters),
                    // A mark on the letter before it, whose range it makes longer below.
                    Plain::Nothing => {}
                }
                in_space = in_space && folded.text.ends_with(' ');
            }
            folded.origins.resize(folded.text.len(), at);
            folded.ends.resize(folded.text.len(), end);
            if let Some(last) = folded.ends.last_mut() {
                *last = end;
            }
        }
        folded
    }

    /// Makes another letter of the last one: и and a breve become й, where the и stood.
    fn join(&mut self, mark: char) {
        match self.text.chars().next_back().and_then(|last| Some((last, join(last, mark)?))) {
            Some((last, joined)) => {
                let start = self.text.len() - last.len_utf8();
                let origin = self.origins[start];
                self.text.truncate(start);
                self.text.push(joined);
                self.origins.truncate(start);
                self.ends.truncate(start);
                self.origins.resize(self.text.len(), origin);
                self.ends.resize(self.text.len(), origin);
            }
            None if mark == BREVE => {}
            None => self.text.push(mark),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Every place of `needle`, which must be folded alike: byte ranges of the original, in order, without overlaps.
    #[must_use]
    pub fn find(&self, needle: &Folded) -> Vec<Range<usize>> {
        if needle.text.is_empty() {
            return Vec::new();
        }
        memchr::memmem::find_iter(self.text.as_bytes(), needle.text.as_bytes())
            .map(|at| self.origins[at]..self.ends[at + needle.text.len() - 1])
            .collect()
    }
}

/// Two characters differ in typography at most.
#[must_use]
pub fn alike(one: char, other: char) -> bool {
    one == other || plain(one) == plain(other) || one.is_whitespace() && other.is_whitespace()
}

/// A typographic quotation mark or dash as a typewriter has it.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'a>(text: &'a str, needle: &str, folding: Folding) -> Vec<&'a str> {
        let ranges = Folded::new(text, folding).find(&Folded::new(needle, folding));
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn quotes_dashes_and_spaces_fold() {
        assert_eq!(find("Iran’s  aim — so", "Iran's aim - so", Folding::Typography), ["Iran’s  aim — so"]);
        assert!(find("Iran’s", "iran's", Folding::Typography).is_empty());
    }

    #[test]
    fn search_ignores_case_in_every_script() {
        assert_eq!(find("МОСКВА и Москва", "москва", Folding::Search), ["МОСКВА", "Москва"]);
        assert_eq!(find("İzmir", "i\u{307}zmir", Folding::Search), ["İzmir"]);
        assert!(find("anything", "", Folding::Search).is_empty());
    }

    #[test]
    fn e17_a_letter_is_found_however_it_is_written() {
        for (text, needle, found) in [
            ("Straße, STRASSE, STRAẞE", "straße", vec!["Straße", "STRASSE", "STRAẞE"]),
            ("ΟΔΟΣ οδός", "οδοσ", vec!["ΟΔΟΣ", "οδός"]),
            ("Istanbul İstanbul ISTANBUL ıstanbul", "istanbul", vec!["Istanbul", "İstanbul", "ISTANBUL", "ıstanbul"]),
            ("Café cafe\u{301} CAFE", "cafe", vec!["Café", "cafe\u{301}", "CAFE"]),
            ("cafe", "café", vec!["cafe"]),
            ("Việt Nam", "viet nam", vec!["Việt Nam"]),
            ("ещё Ещё еще", "ещё", vec!["ещё", "Ещё", "еще"]),
            ("йод йот", "йо", vec!["йо", "йо"]),
            ("и\u{306}од", "йод", vec!["и\u{306}од"]),
            ("علي علی على", "علی", vec!["علي", "علی", "على"]),
            ("كتاب کتاب", "کتاب", vec!["كتاب", "کتاب"]),
            ("أحمد إحمد آحمد احمد", "احمد", vec!["أحمد", "إحمد", "آحمد", "احمد"]),
            ("مدرسة مدرسه", "مدرسه", vec!["مدرسة", "مدرسه"]),
            ("مُدَرِّس مــدرس", "مدرس", vec!["مُدَرِّس", "مــدرس"]),
            ("می‌خواهم میخواهم", "میخواهم", vec!["می‌خواهم", "میخواهم"]),
            ("مسئول مسؤول", "مسیول", vec!["مسئول"]),
            ("شלוֹם שלום", "לום", vec!["לוֹם", "לום"]),
            ("۱۲۳ ١٢٣ １２３ 123", "123", vec!["۱۲۳", "١٢٣", "１２３", "123"]),
            ("Ｗｉｄｅ ｶﾞｽ ガス", "ガス", vec!["ｶﾞｽ", "ガス"]),
            ("Ｗｉｄｅ", "wide", vec!["Ｗｉｄｅ"]),
            ("«so» “so”", "\"so\"", vec!["«so»", "“so”"]),
            ("soft\u{ad}hyphen", "softhyphen", vec!["soft\u{ad}hyphen"]),
            ("ﬁne", "fine", vec!["ﬁne"]),
            ("पहुँचेंगे", "पहुँचेंगे", vec!["पहुँचेंगे"]),
        ] {
            assert_eq!(find(text, needle, Folding::Search), found, "{needle} in {text}");
        }
    }

    #[test]
    fn e17_letters_that_are_letters_of_their_own_stay_apart() {
        for (text, needle) in [("йод", "иод"), ("мой", "мои"), ("и\u{306}од", "иод"), ("か", "が"), ("が", "か"), ("น้ำ", "นำ")]
        {
            let hits = find(text, needle, Folding::Search);
            assert!(hits.is_empty(), "{needle} in {text}: {hits:?}");
        }
    }

    /// Quotes are matched by letters as they are written: only search forgives.
    #[test]
    fn e17_quotes_are_anchored_as_strictly_as_before() {
        for (text, needle) in
            [("Straße", "Strasse"), ("ещё", "еще"), ("علي", "علی"), ("Café", "Cafe"), ("می‌خواهم", "میخواهم"), ("۱۲", "12")]
        {
            assert!(find(text, needle, Folding::Typography).is_empty(), "{needle} in {text}");
        }
    }
}
