use super::width::{is_simple, width};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Cuts `text` between graphemes to at most `cells` cells. An ellipsis, which takes one of them, stands for what was cut.
#[must_use]
pub fn clip(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    if cells == 0 {
        return Cow::Borrowed("");
    }
    let end = end_within(text, cells - 1);
    Cow::Owned(format!("{}…", text[..end].trim_end()))
}

/// As many whole words of `text` as have room in `cells` cells with the ellipsis that stands for the rest, and of a list as
/// many whole parts: the half of a number or of a name would be another one. Nothing where no word has room.
#[must_use]
pub fn clip_words(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let ends = text.match_indices(' ').map(|(space, _)| text[..space].trim_end()).filter(|words| !words.is_empty());
    let words = ends.take_while(|words| width(words) < cells).last();
    let part = |words: &'_ str| words.rfind(", ").filter(|_| !words.ends_with(',')).unwrap_or(words.len());
    words.map_or(Cow::Borrowed(""), |words| Cow::Owned(format!("{}…", words[..part(words)].trim_end_matches([',', ';', ':', '·', ' ']))))
}

/// What fits of parts between ` · `, and of the first of them as far as a comma: none is cut. The first says most.
#[must_use]
pub fn whole_parts(text: &str, cells: usize) -> &str {
    let ends = |sign: &'static str| text.match_indices(sign).map(|(end, _)| &text[..end]);
    let first = text.find(" · ").unwrap_or(text.len());
    let within = ends(", ").filter(|parts| parts.len() < first);
    let mut parts: Vec<&str> = within.chain(ends(" · ")).chain([text]).collect();
    parts.sort_by_key(|parts| parts.len());
    parts.into_iter().rfind(|parts| width(parts) <= cells).unwrap_or("")
}

/// The byte offset behind the last grapheme that ends within `cells` cells.
#[must_use]
pub fn end_within(text: &str, cells: usize) -> usize {
    end_measured(text, cells, width)
}

/// The same by another measure of a grapheme.
pub fn end_measured(text: &str, cells: usize, measure: fn(&str) -> usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += measure(grapheme);
        if used > cells {
            return at;
        }
    }
    text.len()
}

/// Widens a range of bytes to the graphemes that it touches: a terminal draws no part of one.
#[must_use]
pub fn whole_graphemes(text: &str, range: Range<usize>) -> Range<usize> {
    // Nearly every range is of simple letters between simple letters, and those need no tables.
    if is_simple(&text[range.clone()])
        && is_simple(&text[text.floor_char_boundary(range.start.saturating_sub(1))..text.ceil_char_boundary(range.end + 1)])
    {
        return range;
    }
    let is_boundary = |at: usize| GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true);
    let start = (0..=range.start).rev().find(|at| text.is_char_boundary(*at) && is_boundary(*at)).unwrap_or(0);
    let end = (range.end..=text.len()).find(|at| text.is_char_boundary(*at) && is_boundary(*at)).unwrap_or(text.len());
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e17_a_range_takes_whole_graphemes() {
        for (text, range, whole) in [("abc", 1..2, 1..2), ("कि!", 0..3, 0..6), ("a👩‍👩‍👧b", 5..8, 1..19), ("e\u{301}", 0..1, 0..3)]
        {
            assert_eq!(whole_graphemes(text, range), whole, "{text}");
        }
    }

    #[test]
    fn cuts_between_words_and_between_parts() {
        for (text, cells, words) in [
            ("ART sentence 11 of 29", 21, "ART sentence 11 of 29"),
            ("ART sentence 11 of 29", 20, "ART sentence 11 of…"),
            ("ART sentence 11 of 29", 15, "ART sentence…"),
            ("ART sentence 11 of 29", 3, ""),
            ("very unlikely, 5 %", 15, "very unlikely…"),
            ("4 claims, 3 sources, 3 origins", 29, "4 claims, 3 sources…"),
            ("4 claims, 3 sources, 3 origins", 21, "4 claims, 3 sources…"),
            ("4 claims, 3 sources, 3 origins", 18, "4 claims…"),
            ("Regional", 7, ""),
        ] {
            assert_eq!(clip_words(text, cells), words, "{text} in {cells}");
        }
        for (text, cells, parts) in [
            ("22 Nov 2026 · first edition", 27, "22 Nov 2026 · first edition"),
            ("22 Nov 2026 · first edition", 26, "22 Nov 2026"),
            ("22 Nov 2026 · first edition", 10, ""),
            ("very unlikely, 5–20 % · Global", 29, "very unlikely, 5–20 %"),
            ("very unlikely, 5–20 % · Global", 20, "very unlikely"),
            ("likely · Trade, ports", 19, "likely"),
            ("Regional security", 12, ""),
        ] {
            assert_eq!(whole_parts(text, cells), parts, "{text} in {cells}");
        }
    }

    #[test]
    fn cuts_between_graphemes_and_says_so() {
        for (text, cells, expected) in [
            ("judgement", 9, "judgement"),
            ("judgement", 6, "judge…"),
            ("two words", 5, "two…"),
            ("日本語", 4, "日…"),
            ("word", 1, "…"),
            ("word", 0, ""),
        ] {
            assert_eq!(clip(text, cells), expected);
        }
    }
}
