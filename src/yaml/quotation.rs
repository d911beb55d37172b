//! What goes wrong between quotation marks, at the place where it does.

use super::finding::Finding;
use super::spanned::Span;
use std::ops::Range;

/// What may stand behind a backslash in double quotation marks; a line end may too.
const ESCAPES: &str = "0abt\tnvfre \"/\\N_LP\r\n";
/// Letters before a number in base 16, and how many digits it has.
const NUMBERED: [(char, usize); 3] = [('x', 2), ('u', 4), ('U', 8)];

/// The first escape that there is not in the text whose quotation mark stands at a byte.
pub fn escape(text: &str, quotation: usize) -> Option<Finding> {
    let inner = text.get(quotation..)?.strip_prefix('"')?;
    let mut at = 0;
    loop {
        at += inner[at..].find(['\\', '"'])?;
        let sign = inner[at..].strip_prefix('\\')?.chars().next()?;
        let behind = at + 1 + sign.len_utf8();
        let start = quotation + 1 + at;
        let Some((_, digits)) = NUMBERED.iter().find(|(letter, _)| *letter == sign) else {
            if !ESCAPES.contains(sign) {
                return Some(wrong(text, start..quotation + 1 + behind, "is no escape"));
            }
            at = behind;
            continue;
        };
        let there = inner[behind..].bytes().take(*digits).take_while(u8::is_ascii_hexdigit).count();
        let number = u32::from_str_radix(&inner[behind..behind + there], 16).unwrap_or_default();
        let span = start..quotation + 1 + behind + there;
        if there < *digits {
            return Some(wrong(text, span, &format!("has {there} of the {digits} digits that stand behind `\\{sign}`")));
        }
        // Two halves of one character stand beside each other.
        let is_half = sign == 'u' && (0xd800..0xdc00).contains(&number) && inner[behind + there..].starts_with("\\u");
        if char::from_u32(number).is_none() && !is_half {
            return Some(wrong(text, span, "is the number of no character"));
        }
        at = inner.floor_char_boundary(behind + there + if is_half { "\\u0000".len() } else { 0 });
    }
}

fn wrong(text: &str, range: Range<usize>, what: &str) -> Finding {
    let message = format!("`{}` {what}", &text[range.clone()]);
    let finding = Finding::new("yaml/syntax", "", Span { start: range.start, end: range.end }, message);
    finding.hint("write \\\\ for a backslash inside double quotation marks, or put the text into single ones")
}

/// A text of which only the first words stand in quotation marks: `"The vote" was held`. One goes on in the middle of a
/// word where a mark in it was meant as a sign.
pub fn behind(text: &str, at: usize) -> Option<Finding> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let before = &text[line..at];
    let mark = before.trim_end().chars().next_back().filter(|mark| before.ends_with(' ') && matches!(mark, '"' | '\''))?;
    let quoted = before.trim_end().strip_suffix(mark)?;
    let start =
        [": ", "- ", "[", "{", ", "].iter().filter_map(|sign| quoted.rfind(&format!("{sign}{mark}")).map(|at| at + sign.len())).max()?;
    let whole = format!("{}{rest}", &before[start..]);
    let whole = whole.trim_end();
    // What an escape means there is not what it means between single marks.
    let around = ['\'', '"'].into_iter().find(|around| !whole.contains(*around) && !whole.contains('\\'));
    let span = Span { start: at, end: at + rest.trim_end().len() };
    let finding = Finding::new("yaml/syntax", "", span, "the text goes on behind its quotation marks");
    let example = around.map_or_else(String::new, |around| format!(": {around}{whole}{around}"));
    Some(finding.hint(format!("put the whole text into quotation marks{example}")))
}
