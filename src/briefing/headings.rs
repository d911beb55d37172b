//! Headings as people mark them: Markdown, reStructuredText, wikis, HTML, a line in bold, a line that stands alone.

use super::line_signs::has_words;
use crate::text::sentence_end::ends_sentence;

pub const BOLD: u8 = 7;
/// A line that stands alone over a paragraph as only a heading does.
pub const BARE: u8 = 8;

/// A bare heading is no longer than this, in letters and in words.
pub const BARE_HEADING: (usize, usize) = (60, 8);
/// With what texts are emphasised.
const EMPHASIS: [char; 2] = ['*', '_'];
/// Underlines of a heading, and its level.
const UNDERLINES: [(char, u8); 12] =
    [('=', 1), ('-', 2), ('~', 3), ('^', 4), ('"', 4), ('\'', 5), ('*', 3), ('+', 5), ('#', 2), ('.', 6), (':', 6), ('`', 6)];
/// Of these every line is one, however short.
const SETEXT: [char; 2] = ['=', '-'];

/// The title and the level of a heading that its own line marks.
pub fn heading(words: &str) -> Option<(&str, u8)> {
    if let Some(title) = emphasised(words) {
        return Some((title, BOLD));
    }
    if let Some(found) = of_wiki(words).or_else(|| of_html(words)) {
        return Some(found);
    }
    let title = words.trim_start_matches('#');
    let level = u8::try_from(words.len() - title.len()).ok().filter(|level| (1..BOLD).contains(level))?;
    let closed = title.trim_end_matches('#');
    let title = if closed.ends_with(char::is_whitespace) { closed } else { title };
    let title = title.trim();
    Some((emphasised(title).unwrap_or(title), level))
}

/// What stands in bold, `**so**`, `__so__` or `***so***`, if that is all.
fn emphasised(words: &str) -> Option<&str> {
    let mut inner = words;
    let mut signs = 0;
    while let Some(sign) = inner.chars().next().filter(|sign| EMPHASIS.contains(sign)) {
        let Some(rest) = inner.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign)) else { break };
        (inner, signs) = (rest, signs + 1);
    }
    let is_one = !EMPHASIS.iter().any(|sign| inner.contains(&sign.to_string().repeat(2)));
    (signs >= 2 && is_one && (inner.trim().is_empty() || !inner.starts_with(EMPHASIS))).then(|| inner.trim())
}

/// `== so ==`
fn of_wiki(words: &str) -> Option<(&str, u8)> {
    let inner = words.trim_matches('=');
    let (before, behind) = (words.len() - words.trim_start_matches('=').len(), words.len() - words.trim_end_matches('=').len());
    let is_title = inner.starts_with(' ') && inner.ends_with(' ') && has_words(inner);
    (before == behind && (2..BOLD.into()).contains(&before) && is_title).then_some(())?;
    Some((inner.trim(), u8::try_from(before).ok()?))
}

/// `<h2 id="so">so</h2>`
fn of_html(words: &str) -> Option<(&str, u8)> {
    let rest = words.strip_prefix("<h").or_else(|| words.strip_prefix("<H"))?;
    let level = rest.chars().next()?.to_digit(10).filter(|level| (1..=6).contains(level))?;
    let (attributes, rest) = rest[1..].split_once('>')?;
    let title = rest.strip_suffix('>')?;
    let title = title.strip_suffix(&format!("</h{level}")).or_else(|| title.strip_suffix(&format!("</H{level}")))?.trim();
    let is_title = (attributes.is_empty() || attributes.starts_with(' ')) && !title.contains('<') && has_words(title);
    is_title.then_some((title, u8::try_from(level).ok()?))
}

/// The level of a heading that a line makes of the line or lines over it.
pub fn underlined(title: &[&str], line: &str) -> Option<u8> {
    let sign = line.chars().next()?;
    let (_, level) = UNDERLINES.iter().find(|(underline, _)| *underline == sign)?;
    let length = line.chars().filter(|c| *c == sign).count();
    let longest = title.iter().map(|words| words.chars().count()).max().unwrap_or(0);
    let is_long_enough = match title {
        [_] if SETEXT.contains(&sign) => true,
        _ if sign == '=' => true,
        // People count badly.
        _ => length + 2 >= longest,
    };
    let fits = |words: &&str| words.chars().count() <= 2 * BARE_HEADING.0 && !words.contains('|') && !words.ends_with(['.', ';', ',']);
    let goes_on = |words: &&str| !ends_sentence(words) && !words.ends_with(':');
    let (last, before) = title.split_last()?;
    (length == line.chars().count()
        && length >= 3
        && is_long_enough
        && has_words(last)
        && fits(last)
        && before.iter().all(|words| fits(words) && goes_on(words)))
    .then_some(*level)
}

/// A line of one sign: no words, and perhaps the line under a heading.
pub fn is_underline(words: &str) -> bool {
    let sign = words.chars().next().filter(|sign| UNDERLINES.iter().any(|(underline, _)| underline == sign));
    let is_long = |sign: char| words.len() > if matches!(sign, '.' | ':' | '\'') { 3 } else { 2 };
    sign.is_some_and(is_long) && sign.is_some_and(|sign| words.chars().all(|c| c == sign))
}

/// Short, with a capital and without punctuation, over a line or a paragraph that is longer and begins a sentence.
pub fn is_bare_heading(title: &str, below: &str) -> bool {
    let (letters, words) = (title.chars().count(), title.split_whitespace().count());
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '-' | '’' | '\'' | '(' | ')' | '&' | '/');
    letters <= BARE_HEADING.0
        && words <= BARE_HEADING.1
        && title.starts_with(char::is_uppercase)
        && title.chars().all(plain)
        && below.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && below.chars().count() > BARE_HEADING.0.max(letters)
}
