//! What a person writes as text, and YAML or some of its readers take for something else.

use super::finding::Finding;
use super::spanned::Span;

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
const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('“', '”'), ('«', '»')];

/// A comment behind a text on its line that takes away words of that text: `motion #4 to stop`.
///
/// A comment that is meant stands apart, by a space behind its `#` or by more than one before it; one that is not meant
/// ends a pair that the text began.
pub fn comment(text: &str, left: Span) -> Option<Finding> {
    let behind = &text[left.end..];
    let comment = behind.trim_start_matches([' ', '\t']);
    let blanks = behind.len() - comment.len();
    let comment = comment.strip_prefix('#')?.lines().next()?.trim_end();
    let sticks = behind.starts_with(" #") && comment.starts_with(char::is_alphanumeric);
    let said = &text[left.range()];
    let is_open = |open: char, close: char| said.matches(open).count() > said.matches(close).count() && comment.contains(close);
    if !sticks && !PAIRS.iter().any(|(open, close)| is_open(*open, *close)) {
        return None;
    }
    let start = left.end + blanks;
    let first = comment.len() - comment.trim_start().len() + comment.split_whitespace().next().unwrap_or_default().len();
    let message = format!("`#{}` begins a comment: the words from there on are no part of the text", &comment[..first]);
    let finding = Finding::new("yaml/trap", "", Span { start, end: start + 1 + comment.len() }, message);
    Some(finding.hint("put the text into quotation marks; a comment has a space behind its `#`").label(left, "all that is left of it"))
}

/// A text that a comment takes away whole: `title: #4 to stop`. It stands `behind` the colon of a field or the hyphen of a list.
pub fn comment_for_text(text: &str, behind: usize) -> Option<Finding> {
    let value = text[behind..].trim_start().strip_prefix([':', '-'])?;
    let at = text.len() - value.len();
    comment(text, Span { start: at, end: at })
}

/// A value of a list in brackets that a comment takes away: `[C1, #C2`.
pub fn comment_for_value(text: &str, from: usize, to: usize) -> Option<Finding> {
    let at = from + text.get(from..to)?.find(" #")?;
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
