//! Comparing texts without the accidents of writing.

use super::line_ends::{blank_end, needs_no_space, parted_by_hyphen};
use super::one_mark::{one_mark, plain};
use super::search_fold::{BREVE, Plain, begins_letter, composed, is_joined, join, plain_letters};
use super::search_signs::unread_signs;
use memchr::memmem::Finder;
use std::ops::Range;

pub use super::fold_kind::Folding;

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    folding: Folding,
    /// For every byte of `text`, and for its end, the byte of the original where what it was made of begins.
    origins: Vec<usize>,
    /// The hyphens of `text` at which a line of the original ends in the middle of a word.
    line_end_hyphens: Vec<usize>,
    /// White space of the original that left nothing.
    dropped: Vec<Range<usize>>,
}

impl Folded {
    #[must_use]
    pub fn new(original: &str, folding: Folding) -> Self {
        let length = original.len();
        let mut folded = Self {
            text: String::with_capacity(length),
            folding,
            origins: Vec::with_capacity(length + 1),
            line_end_hyphens: Vec::new(),
            dropped: Vec::new(),
        };
        match folding {
            Folding::Typography => folded.add_typography(original),
            Folding::Search | Folding::SearchWords | Folding::SearchUnsigned => folded.add_search(original),
        }
        folded.origins.push(length);
        folded
    }

    fn add_typography(&mut self, original: &str) {
        let mut at = 0;
        while let Some(c) = original[at..].chars().next() {
            // Most characters of most texts: nothing to look up.
            if c.is_ascii()
                && !c.is_whitespace()
                && original.as_bytes().get(at + 1).is_none_or(|next| next.is_ascii() && (c != '-' || *next > b' '))
            {
                self.text.push(one_mark(c));
                self.origins.push(at);
                at += 1;
                continue;
            }
            if c.is_whitespace() {
                at = self.add_space(original, at);
                continue;
            }
            let (start, behind) = (at, at + c.len_utf8());
            if let Some(end) = parted_by_hyphen(original, at) {
                self.line_end_hyphens.push(self.text.len());
                self.dropped.push(behind..end);
                self.text.push('-');
                at = end;
            } else {
                at = letter_end(original, behind);
                self.text.extend(composed(&original[start..at]).map(|c| one_mark(plain(c))));
            }
            self.origins.resize(self.text.len(), start);
        }
    }

    /// Adds a run of white space, and says where it ends.
    fn add_space(&mut self, original: &str, at: usize) -> usize {
        let end = blank_end(original, at);
        if needs_no_space(original[..at].chars().next_back(), original[end..].chars().next()) {
            self.dropped.push(at..end);
        } else {
            self.text.push(' ');
            self.origins.push(at);
        }
        end
    }

    fn add_search(&mut self, original: &str) {
        let (mut in_space, mut at) = (false, 0);
        let mut unread = unread_signs(original, self.folding).into_iter().peekable();
        while let Some(c) = original[at..].chars().next() {
            if let Some(sign) = unread.next_if(|sign| sign.start == at) {
                at = sign.end;
                self.dropped.push(sign);
                continue;
            }
            // Most of most texts: nothing to look up.
            let to = unread.peek().map_or(original.len(), |sign| sign.start);
            let plain_bytes = plain_ascii(&original.as_bytes()[at..to]);
            if plain_bytes > 0 && !(in_space && c.is_whitespace()) {
                let end = at + plain_bytes;
                let start = self.text.len();
                self.text.push_str(&original[at..end]);
                self.text[start..].make_ascii_lowercase();
                self.origins.extend(at..end);
                in_space = original[..end].ends_with(' ');
                at = end;
                continue;
            }
            if c.is_whitespace() {
                if !in_space {
                    self.text.push(' ');
                }
                in_space = true;
            } else {
                match plain_letters(plain(c)) {
                    Plain::Letter(mark) if is_joined(mark) => self.join(mark),
                    Plain::Letter(letter) => self.text.push(letter),
                    Plain::Letters(letters) => self.text.extend(letters),
                    // A mark on the letter before it, whose range reaches to where the next letter begins.
                    Plain::Nothing => {}
                }
                in_space = in_space && self.text.ends_with(' ');
            }
            self.origins.resize(self.text.len(), at);
            at += c.len_utf8();
        }
    }

    #[must_use]
    pub fn folding(&self) -> Folding {
        self.folding
    }

    #[must_use]
    pub fn has_line_end_hyphens(&self) -> bool {
        !self.line_end_hyphens.is_empty()
    }

    /// At this byte of the folded text stands a hyphen at which a line ends.
    #[must_use]
    pub fn is_line_end_hyphen(&self, at: usize) -> bool {
        self.line_end_hyphens.binary_search(&at).is_ok()
    }

    /// Bytes of the folded text begin and end with letters of the original.
    #[must_use]
    pub fn is_whole(&self, range: &Range<usize>) -> bool {
        self.is_edge(range.start) && self.is_edge(range.end)
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
                self.origins.resize(self.text.len(), origin);
            }
            None if mark == BREVE => {}
            None => self.text.push(mark),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands before a byte of the original, and what stands from there on.
    #[must_use]
    pub fn split_at(&self, original: usize) -> (&str, &str) {
        self.text.split_at(self.origins.partition_point(|origin| *origin < original).min(self.text.len()))
    }

    /// The bytes of the original that bytes of the folded text were made of, with the marks behind them.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() { self.origins[range.start]..self.origins[range.start] } else { self.origins[range.start]..self.end(range.end) }
    }

    /// Every place of `needle`, which must be folded alike: byte ranges of the original, in order.
    ///
    /// Of a search none overlaps another. Of a quote all places count, and none parts a letter from its accent.
    #[must_use]
    pub fn find(&self, needle: &Folded) -> Vec<Range<usize>> {
        self.places(needle).collect()
    }

    /// As [`Self::find`], one after another.
    pub fn places<'a>(&'a self, needle: &'a Folded) -> impl Iterator<Item = Range<usize>> + 'a {
        let finder = Finder::new(needle.text.as_bytes());
        let is_quote = self.folding == Folding::Typography;
        let length = needle.text.len();
        let mut from = 0;
        std::iter::from_fn(move || {
            if length == 0 {
                return None;
            }
            loop {
                let at = from + finder.find(&self.text.as_bytes()[from..])?;
                from = if is_quote { at + 1 } else { at + length };
                if !is_quote || self.is_whole(&(at..at + length)) {
                    return Some(self.origins[at]..self.end(at + length));
                }
            }
        })
    }

    /// A byte of `text` begins a letter of the original, or ends the text.
    fn is_edge(&self, at: usize) -> bool {
        at == 0 || self.origins[at - 1] != self.origins[at]
    }

    /// Where the original of what stands before a byte of `text` ends.
    fn end(&self, at: usize) -> usize {
        let last = self.origins[at - 1];
        let end = self.origins[at..].iter().copied().find(|origin| *origin > last).unwrap_or(last);
        self.dropped.binary_search_by_key(&end, |dropped| dropped.end).map_or(end, |found| self.dropped[found].start)
    }
}

/// How many bytes at the beginning of a text are ASCII with no other white space than single blanks.
fn plain_ascii(bytes: &[u8]) -> usize {
    let is_space = |byte: u8| char::from(byte).is_whitespace();
    let is_plain = |at: usize| match bytes[at] {
        b' ' => !bytes.get(at + 1).is_some_and(|next| next.is_ascii() && is_space(*next)),
        byte => byte.is_ascii() && !is_space(byte),
    };
    (0..bytes.len()).find(|at| !is_plain(*at)).unwrap_or(bytes.len())
}

/// Where a letter ends with all marks on it; its first character ends at `at`.
fn letter_end(text: &str, at: usize) -> usize {
    text[at..].char_indices().find(|(_, c)| begins_letter(*c)).map_or(text.len(), |(length, _)| at + length)
}

/// Two texts differ in typography at most.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    one == other || Folded::new(one, Folding::Typography).as_str() == Folded::new(other, Folding::Typography).as_str()
}

/// A word as searches compare it. Most words are of plain letters, and need no table.
#[must_use]
pub fn search_form(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    Folded::new(word, Folding::Search).as_str().to_owned()
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
    fn m2_every_quotation_mark_and_dash_folds() {
        for marks in ["‹so›", "»so«", "„so“", "「so」", "『so』", "〝so〟", "＂so＂", "´so´", "`so´", "＇so＇", "‘so’", "״so״"]
        {
            for quote in ["'so'", "\"so\"", "“so”"] {
                assert_eq!(find(marks, quote, Folding::Typography), [marks], "{quote}");
            }
        }
        for dash in ["－", "﹣", "⸺", "⸻", "—", "–", "‑", "−", "―", "﹘"] {
            let text = format!("a {dash} b");
            assert_eq!(find(&text, "a - b", Folding::Typography), [text.as_str()]);
        }
    }

    /// Canonical equivalence: a letter and its accents are one, however many characters they are.
    #[test]
    fn m2_composed_and_decomposed_letters_are_one() {
        for (text, quote) in [
            ("Ma\u{301}laga", "Málaga"),
            ("Málaga", "Ma\u{301}laga"),
            ("Vie\u{323}\u{302}t", "Việt"),
            ("Vie\u{302}\u{323}t", "Việt"),
            ("\u{212b}ngstro\u{308}m", "Ångström"),
            ("и\u{306}од", "йод"),
            ("\u{1112}\u{1161}\u{11ab}글", "한글"),
        ] {
            assert_eq!(find(text, quote, Folding::Typography), [text], "{quote}");
            assert_eq!(find(quote, text, Folding::Typography), [quote], "{text}");
        }
        for (text, quote) in [("Málaga", "M"), ("cafe\u{301}", "cafe"), ("한글", "\u{1112}\u{1161}")] {
            assert_eq!(find(text, quote, Folding::Typography).len(), usize::from(quote == "M"), "{quote} in {text}");
        }
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
            ("Ægir, cœur, Þórr, Óðinn", "aegir", vec!["Ægir"]),
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
