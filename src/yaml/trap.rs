//! What a person writes as text, and YAML or some of its readers take for something else.

use super::finding::Finding;
use super::spanned::Span;
use crate::text::leaning::LEANING;
use crate::text::sentence_end::ends_sentence;

/// What readers of YAML 1.1 make of a bare word; the first row that knows it speaks.
static READINGS: [fn(&str) -> Option<String>; 4] = [truth, radix, sixtieths, underscored];

const TRUTHS: [(&str, [&str; 4]); 2] = [("true", ["y", "yes", "on", "true"]), ("false", ["n", "no", "off", "false"])];

/// How a number begins that is not written in base 10, and its base.
const BASES: [(&str, u32); 3] = [("0x", 16), ("0b", 2), ("0", 8)];

/// A bare word that is a truth value or a number in another base for readers of YAML 1.1.
pub fn word(word: &str, span: Span) -> Option<Finding> {
    // Most scalars are prose.
    if word.len() > "false".len() && !word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')) {
        return None;
    }
    let reading = READINGS.iter().find_map(|reading| reading(word))?;
    Some(Finding::new("yaml/trap", "", span, format!("bare `{word}` reads as {reading} in YAML 1.1")).hint(format!("write '{word}'")))
}

fn truth(word: &str) -> Option<String> {
    let (read_as, _) = TRUTHS.iter().find(|(_, words)| words.iter().any(|truth| word.eq_ignore_ascii_case(truth)))?;
    Some((*read_as).to_owned())
}

fn radix(word: &str) -> Option<String> {
    let (sign, number) = signed(word);
    let (digits, base) = BASES.iter().find_map(|(begin, base)| Some((number.strip_prefix(begin)?, *base)))?;
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
    is_number.then(|| i64::from_str_radix(digits, base).map_or_else(|_| "a number".to_owned(), |number| format!("{sign}{number}")))
}

fn sixtieths(word: &str) -> Option<String> {
    let (first, rest) = signed(word).1.split_once(':')?;
    // Only the last part may have a fraction.
    let rest = rest.split_once('.').map_or(rest, |(whole, fraction)| if digits(fraction) { whole } else { "" });
    let sixtieth = |text: &str| digits(text) && text.len() <= 2 && text.parse().is_ok_and(|number: u8| number < 60);
    (digits(first) && !first.starts_with('0') && rest.split(':').all(sixtieth)).then(|| "a number in base 60".to_owned())
}

/// "`1_000`".
fn underscored(word: &str) -> Option<String> {
    let (sign, number) = signed(word);
    let plain = number.replace('_', "");
    (plain.len() < number.len() && digits(&plain) && number.starts_with(|c: char| c.is_ascii_digit())).then(|| format!("{sign}{plain}"))
}

fn signed(word: &str) -> (&str, &str) {
    word.split_at(usize::from(word.starts_with(['+', '-'])))
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Signs that stand in pairs, so that a comment between them has cut a text.
const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('“', '”'), ('«', '»'), ('„', '“')];
/// Rules of these are drawn with `#` and adorn comments.
const ADORNING: &str = "-=*~_#!+─━═—–";
/// Comments of programmers, whose `#` often has no space behind it.
const REMINDERS: [&str; 6] = ["TODO", "FIXME", "XXX", "HACK", "NOTE", "NB"];
/// From so many blanks on a comment stands in a column of its own.
const COLUMN: usize = 4;
/// Things that are numbered: "motion # 4".
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "number", "no", "nr", "motion", "item", "point", "article", "section", "unit", "phase", "pier", "berth", "gate", "hull", "flight", "route", "line",
    "clause", "annex", "resolution", "regiment", "division", "brigade", "battalion", "reactor", "block", "sector", "zone", "district", "case", "order",
    "amendment", "paragraph", "option", "step", "ward", "room", "lot", "suspect", "defendant", "channel", "highway",
];
/// Behind one of these a text goes on.
const HANGING: &[char] = &[',', '(', '/', '&', '№', '§', '–', '—', '“', '„', '«'];

/// A comment behind a text on its line that takes away words of that text: `motion #4 to stop`.
///
/// A comment that is meant has a space behind its `#`, or stands in a column of its own. One that is not meant has none,
/// or ends a pair that the text began, or has the end of a sentence that the text leaves open.
pub fn comment(text: &str, left: Span) -> Option<Finding> {
    lost_behind(text, left, |said, blanks, comment| sticks(blanks, comment) || leaves_open(said, blanks, comment))
}

/// The same behind a closing quotation mark, where whoever wrote it has thought of the end: `"The port" #4 asked for talks.`
pub fn comment_behind_quotation(text: &str, left: Span) -> Option<Finding> {
    let goes_on = |said: &str, blanks: &str, comment: &str| {
        let ends_later = ends_sentence(comment) && !ends_sentence(said);
        let has_words = comment.split_whitespace().count() > 1;
        sticks(blanks, comment) && has_words && (!comment.starts_with(char::is_alphabetic) || ends_later)
    };
    lost_behind(text, left, goes_on)
}

/// `is_lost` is asked of what is left of the text, the blanks behind it and the comment without its `#`.
fn lost_behind(text: &str, left: Span, is_lost: impl Fn(&str, &str, &str) -> bool) -> Option<Finding> {
    let behind = &text[left.end..];
    let comment = behind.trim_start_matches([' ', '\t']);
    let blanks = &behind[..behind.len() - comment.len()];
    let comment = comment.strip_prefix('#').filter(|_| !blanks.is_empty())?.lines().next()?.trim_end();
    let said = &text[left.range()];
    let is_open = |open: char, close: char| said.matches(open).count() > said.matches(close).count() && comment.contains(close);
    if !is_lost(said, blanks, comment) && !PAIRS.iter().any(|(open, close)| is_open(*open, *close)) {
        return None;
    }
    let start = left.end + blanks.len();
    let first = comment.len() - comment.trim_start().len() + comment.split_whitespace().next().unwrap_or_default().len();
    let message = format!("`#{}` begins a comment: the words from there on are no part of the text", &comment[..first]);
    let finding = Finding::new("yaml/trap", "", Span { start, end: start + 1 + comment.len() }, message);
    let finding = finding.hint("put the text into quotation marks; a comment has a space behind its `#`");
    // Of a list goes on what goes on with a comma: what is left is no text that could be whole.
    Some(if comment.starts_with(',') { finding } else { finding.label(left, "all that is left of it") })
}

/// No space stands behind the `#`, and it begins no adornment.
fn sticks(blanks: &str, comment: &str) -> bool {
    let first = comment.split([' ', '\t']).next().unwrap_or_default();
    let says = |text: &str| text.chars().any(|c| c.is_alphanumeric() || c == '$' || !c.is_ascii() && !ADORNING.contains(c));
    if first.is_empty() || !says(comment) || first.chars().all(|c| ADORNING.contains(c)) {
        return false;
    }
    // With room before it, a small letter begins a remark, and a capital a name.
    let is_remark = first.starts_with(char::is_lowercase)
        || first.starts_with(char::is_alphabetic) && (blanks.len() >= COLUMN || REMINDERS.contains(&first.trim_end_matches(':')));
    blanks == " " || !is_remark
}

/// The text shows that it is not at its end.
fn leaves_open(said: &str, blanks: &str, comment: &str) -> bool {
    let comment = comment.trim_start_matches(['#', ' ', '\t']);
    let last = said.split_whitespace().next_back().unwrap_or_default();
    if comment.is_empty() || last.is_empty() || blanks.len() >= COLUMN {
        return false;
    }
    let is_number = comment.starts_with(char::is_numeric);
    LEANING.contains(&last)
        || said.ends_with(HANGING)
        || is_number && NUMBERED.contains(&last.trim_end_matches('.').to_lowercase().as_str())
        || is_number && blanks == " " && ends_sentence(comment) && !ends_sentence(said)
}

/// A text that a comment takes away whole: `title: #4 to stop`. It stands `behind` the colon of a field or the hyphen of a list.
pub fn comment_for_text(text: &str, behind: usize) -> Option<Finding> {
    let value = text[behind..].trim_start().strip_prefix([':', '-'])?;
    let at = text.len() - value.len();
    comment(text, Span { start: at, end: at })
}

/// A value of a list in brackets that a comment takes away: `[C1, #C2`.
pub fn comment_for_value(text: &str, from: usize, to: usize) -> Option<Finding> {
    let between = text.get(from..to)?;
    let at = between.match_indices('#').map(|(at, _)| between[..at].trim_end_matches([' ', '\t']).len()).next()?;
    let at = from + at;
    // Alone on its line it is meant.
    text[..at].ends_with([',', '[', '{']).then(|| comment(text, Span { start: at, end: at })).flatten()
}

/// A number behind `>` that is taken for an indentation: `threshold: >5`. Nothing stands below it.
pub fn comparison(text: &str, behind: usize) -> Option<Finding> {
    let value = text[behind..].trim_start().strip_prefix([':', '-'])?.trim_start_matches(' ');
    let word =
        value.split_whitespace().next().filter(|word| word.starts_with(['>', '|']) && word.ends_with(|c: char| c.is_ascii_digit()))?;
    let start = text.len() - value.len();
    let message = format!("`{word}` begins a text on the lines below, and none stands there");
    Some(Finding::new("yaml/trap", "", Span { start, end: start + word.len() }, message).hint(format!("write '{word}'")))
}

/// A word between `from` and `to` that begins with `sign` and is none of the text: `!Talks were held`, `&Co is bankrupt`.
pub fn property(text: &str, from: usize, to: usize, sign: char, what: &str) -> Option<Finding> {
    let between = text.get(from..to)?;
    let begins = |at: &usize| between[..*at].ends_with(|c: char| c.is_whitespace() || "[{,".contains(c)) || *at == 0;
    let at = between.match_indices(sign).map(|(at, _)| at).rfind(begins)?;
    let word = between[at..].split(char::is_whitespace).next()?;
    let span = Span { start: from + at, end: from + at + word.len() };
    let message = format!("`{word}` is {what}, and no part of the value");
    Some(Finding::new("yaml/trap", "", span, message).hint("put the text into quotation marks, or take it out"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_other_readers_misread_are_named() {
        let span = Span { start: 0, end: 0 };
        for (bare, read_as) in [
            ("NO", "false"),
            ("On", "true"),
            ("057", "47"),
            ("-012", "-10"),
            ("0x1F", "31"),
            ("0b101", "5"),
            ("12:30", "a number in base 60"),
            ("190:20:30.15", "a number in base 60"),
            ("+12:30", "a number in base 60"),
            ("07777777777777777777777777", "a number"),
            ("1_000", "1000"),
        ] {
            let message = word(bare, span).map(|finding| finding.message);
            assert_eq!(message, Some(format!("bare `{bare}` reads as {read_as} in YAML 1.1")));
        }
        for text in
            ["089", "0", "-", "Nord", "09:30", "12:75", "12:30 h", "12:30.", "2027-12", "0xyz", "08:15", "1", "-5", "0b", "on strike"]
        {
            assert_eq!(word(text, span), None, "{text}");
        }
    }
}
