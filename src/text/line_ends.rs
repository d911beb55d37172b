//! Where a text was broken into lines to fit a width, and what stands there that is none of its words.

use super::script::is_written_without_spaces;
use std::borrow::Cow;

/// Lines end as Unicode says (UAX 29, `ParaSep`).
#[must_use]
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// How many bytes the marks of a quoted mail have at the beginning of a line, and how many marks there are: `> `, `>> `,
/// and `| ` where no table is drawn with it.
#[must_use]
pub fn quote_marks(line: &str) -> (usize, usize) {
    let (mut end, mut depth) = (0, 0);
    loop {
        let rest = &line[end..];
        let inner = rest.trim_start_matches([' ', '\t']);
        let is_mark = match inner.as_bytes() {
            [b'>', next, ..] => !next.is_ascii_digit() && !b"=<-".contains(next),
            [b'>'] => true,
            [b'|', b' ', ..] => is_lone_bar(line),
            _ => false,
        };
        if !is_mark || rest.len() - inner.len() > INDENT {
            break;
        }
        end += rest.len() - inner.len() + 1;
        depth += 1;
    }
    let blanks = line[end..].len() - line[end..].trim_start_matches([' ', '\t']).len();
    if depth == 0 { (0, 0) } else { (end + blanks, depth) }
}

/// More blanks before a mark set it in as code is.
const INDENT: usize = 3;
/// In bytes: no line of a mail is longer.
const LONGEST_LINE: usize = 400;
fn is_lone_bar(line: &str) -> bool {
    let line = &line[..line.floor_char_boundary(LONGEST_LINE)];
    let line = line.split(is_line_end).next().unwrap_or_default();
    line.matches('|').count() == 1
}

/// Where the white space that begins at a byte ends, with the marks of a quoted mail where lines begin in it.
#[must_use]
pub fn blank_end(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(c) = text[end..].chars().next().filter(|c| c.is_whitespace()) {
        end += c.len_utf8();
        if is_line_end(c) && !text[end..].starts_with('\n') {
            end += quote_marks(&text[end..]).0;
        }
    }
    end
}

/// White space between two such letters is none: their script has none, and a line may end anywhere.
#[must_use]
pub fn needs_no_space(before: Option<char>, after: Option<char>) -> bool {
    before.zip(after).is_some_and(|(before, after)| is_written_without_spaces(before) && is_written_without_spaces(after))
}

/// Where the word goes on that a hyphen at a byte parts at the end of its line.
#[must_use]
pub fn parted_by_hyphen(text: &str, at: usize) -> Option<usize> {
    let hyphen = text[at..].chars().next().filter(|c| is_hyphen(*c))?;
    let behind = at + hyphen.len_utf8();
    let end = blank_end(text, behind);
    let is_one_line_end = text[behind..end].replace("\r\n", "\n").chars().filter(|c| is_line_end(*c)).count() == 1;
    let is_in_word = || text[..at].ends_with(char::is_alphanumeric) && text[end..].starts_with(char::is_alphanumeric);
    (is_one_line_end && is_in_word()).then_some(end)
}

/// Not a dash, which parts no word.
#[must_use]
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{58a}' | '\u{fe63}' | '\u{ff0d}')
}

/// What a text says on one line: a line end with the white space around it is one space.
#[must_use]
pub fn joined(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = text[at..].find(is_line_end) {
        whole.push_str(text[at..at + found].trim_end());
        at = blank_end(text, at + found);
        if !whole.ends_with(' ') && !needs_no_space(whole.chars().next_back(), text[at..].chars().next()) {
            whole.push(' ');
        }
    }
    whole.push_str(&text[at..]);
    whole
}

/// Spaces of the same length stand for line ends, and for the marks of a quoted mail behind them: bytes keep their places.
#[must_use]
pub fn flat(text: &str) -> Cow<'_, str> {
    if !text.contains(is_line_end) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = text[at..].find(is_line_end) {
        let end = blank_end(text, at + found);
        spaced.push_str(&text[at..at + found]);
        spaced.extend(std::iter::repeat_n(' ', end - at - found));
        at = end;
    }
    spaced.push_str(&text[at..]);
    Cow::Owned(spaced)
}

/// On one line, and behind it every word that a hyphen parts at a line end, once more without the hyphen.
#[must_use]
pub fn with_parted_words(text: &str) -> String {
    let mut whole = joined(text);
    let mut at = 0;
    while let Some(found) = text[at..].find(is_hyphen) {
        let hyphen = at + found;
        at = hyphen + text[hyphen..].chars().next().map_or(1, char::len_utf8);
        let Some(end) = parted_by_hyphen(text, hyphen) else { continue };
        let is_outside = |c: char| !c.is_alphanumeric();
        let begin = text[..hyphen].rfind(is_outside).map_or(0, |before| text.ceil_char_boundary(before + 1));
        let length = text[end..].find(is_outside).unwrap_or(text.len() - end);
        whole.extend([" ", &text[begin..hyphen], &text[end..end + length]]);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_wrapped_is_read_on_one_line() {
        for (text, expected) in [
            ("one\n  two \r\nthree", "one two three"),
            ("one\u{2028}two\u{85}three\u{2029}four", "one two three four"),
            ("one\n> two\n>three\n> > four\n>> five", "one two three four five"),
            ("one\n| two words and more", "one two words and more"),
            ("one\n| two | three", "one | two | three"),
            ("fell by\n>50 %", "fell by >50 %"),
            ("x\n-> y", "x -> y"),
            ("重新开\n通，此前", "重新开通，此前"),
            ("重新开\n> 通", "重新开通"),
            ("重新 reopen\n通", "重新 reopen 通"),
            ("길을\n다시", "길을 다시"),
            ("\n\none\n\n", " one "),
        ] {
            assert_eq!(joined(text), expected);
        }
    }

    #[test]
    fn a_parted_word_is_read_whole_too() {
        assert_eq!(with_parted_words("on Mon-\nday a long-\n> term"), "on Mon- day a long- term Monday longterm");
        assert_eq!(flat("a\n> b").len(), "a\n> b".len());
    }

    #[test]
    fn a_hyphen_at_a_line_end_parts_a_word() {
        for (text, parts) in [
            ("Mon-\nday", true),
            ("Mon\u{ad}\nday", true),
            ("Mon- \r\n > day", true),
            ("Mon-\n\nday", false),
            ("Mon- day", false),
            ("Mon –\nday", false),
            ("Mon -\nday", false),
        ] {
            let found = text.char_indices().find_map(|(at, _)| parted_by_hyphen(text, at));
            assert_eq!(found.map(|end| &text[end..]), parts.then_some("day"), "{text:?}");
        }
    }
}
