//! A field and a value with something between them that is no sign here, or with white space beside it.

use super::Span;
use super::value::Operator;
use crate::catalogue::fields::Field;

/// What rules out, and what editors and other keyboards make of it.
pub const MINUS: [char; 9] = ['-', '‐', '‑', '‒', '–', '—', '−', '﹣', '－'];

pub const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// What other languages write, and what is written for it here; with `None`, the value is ruled out.
const FOREIGN: [(&str, Option<&str>); 6] = [("!=", None), ("!:", None), ("≠", None), ("<>", None), ("=>", Some(">=")), ("=<", Some("<="))];

pub struct Missigned {
    /// Of the sign.
    pub span: Span,
    pub message: String,
    pub hint: String,
}

/// What is wrong where a field is named at the beginning of a text.
pub fn missigned(text: &str) -> Option<Missigned> {
    let name = &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())];
    Field::named(&name.to_lowercase())?;
    let sign_on = text[name.len()..].trim_start();
    let start = text.len() - sign_on.len();
    let foreign = FOREIGN.iter().find(|(sign, _)| sign_on.starts_with(sign));
    let length = foreign.map(|(sign, _)| sign.len()).or_else(|| Operator::at(sign_on).map(|(_, length)| length))?;
    let (sign, behind) = sign_on.split_at(length);
    let value = value_of(behind.trim_start())?;
    let is_spaced = start > name.len() || behind.starts_with(char::is_whitespace);
    let (message, hint) = match foreign {
        Some((_, None)) => (format!("nothing is compared by `{sign}`"), format!("write -{name}:{value}")),
        Some((_, Some(ours))) => (format!("nothing is compared by `{sign}`"), format!("write {name}{ours}{value}")),
        None if is_spaced => (format!("there is white space beside `{sign}`"), format!("write {name}{sign}{value}")),
        None => return None,
    };
    Some(Missigned { span: start..start + length, message, hint })
}

/// A word, or what stands in quotation marks.
fn value_of(text: &str) -> Option<&str> {
    let is_quoted = text.starts_with(QUOTES);
    let ends = |c: char| if is_quoted { QUOTES.contains(&c) } else { c.is_whitespace() || c == '(' || c == ')' };
    let first = text.chars().next().filter(|_| is_quoted).map_or(0, char::len_utf8);
    let end = text[first..].find(ends).map_or(text.len(), |end| first + end);
    let closing = text[end..].chars().next().filter(|_| is_quoted).map_or(0, char::len_utf8);
    Some(&text[..end + closing]).filter(|value| !value.is_empty())
}
