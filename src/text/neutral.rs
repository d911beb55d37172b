//! Control, escape and direction-override characters, made visible and harmless.

use super::width::is_simple;
use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// Replaces every character that could command a terminal, or hide what stands there, by a mark.
///
/// One character becomes one character, so counts of code points stay true. C0 controls and DEL become their control
/// pictures. C1 controls, direction overrides and invisible separators become U+FFFD. A line feed stays, and so do the
/// zero-width joiner and non-joiner and the marks of right-to-left text (LRM, RLM, ALM): Persian and Arabic need them.
#[must_use]
pub fn neutral(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) || !text.chars().any(|c| mark(c).is_some()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| mark(c).unwrap_or(c)).collect())
}

/// No script needs half as many combining marks on one letter.
const MOST_MARKS: usize = 16;

/// Drops combining marks beyond the sixteenth on a letter: a hostile text could send megabytes to one cell.
#[must_use]
pub fn with_few_marks(text: &str) -> Cow<'_, str> {
    if is_simple(text) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0;
    let kept = text.chars().filter(|c| {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    });
    Cow::Owned(kept.collect())
}

/// What is shown for `c`; `None` if it is harmless.
fn mark(c: char) -> Option<char> {
    match c {
        '\n' => None,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{200b}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// Writes every character that [`neutral`] replaces as a `\u` escape: still the same document, and safe to print.
#[must_use]
pub fn neutral_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        if mark(c).is_none() {
            safe.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut units) {
            safe.push_str(&format!("\\u{unit:04x}"));
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_what_could_command_a_terminal() {
        assert_eq!(neutral("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(neutral("a\u{9b}31mb\u{7f}\t"), "a\u{fffd}31mb␡␉");
        assert_eq!(neutral("left\u{202e}right"), "left\u{fffd}right");
    }

    #[test]
    fn a_letter_keeps_no_more_marks_than_any_script_needs() {
        let many = format!("a{}b", "\u{301}".repeat(1_000_000));
        assert_eq!(with_few_marks(&many).chars().count(), 18);
        assert_eq!(with_few_marks("e\u{301}👩‍👩‍👧"), "e\u{301}👩‍👩‍👧");
    }

    #[test]
    fn leaves_persian_and_line_feeds_alone() {
        for text in ["می\u{200c}خواهم", "a\nb", "Pezeshkian’s — é"] {
            assert!(matches!(neutral(text), Cow::Borrowed(_)));
        }
    }

    #[test]
    fn json_stays_the_same_document() {
        let text = "a\u{9b}b\u{202e}c\u{e0041}";
        let json = neutral_json(&serde_json::to_string(text).unwrap());
        assert!(json.is_ascii());
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
