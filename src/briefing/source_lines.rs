//! What each line of a source is: prose, the beginning of a list item, a heading, or furniture of its page.

use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Without the white space around it, and of a heading without its marks.
    pub range: Range<usize>,
    /// How far it stands in, in characters.
    pub indent: usize,
    pub kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    Blank,
    /// `#` is level 1; [`BOLD`] and [`BARE`] ones stand below all others.
    Heading(u8),
    /// A rule, or the line under a heading: it holds no words.
    Rule,
    /// Furniture with words: a row of a table, a link alone, a footnote, a caption.
    Row,
    /// A list item begins.
    Item,
    Prose,
}

pub const BOLD: u8 = 7;
/// A line that stands alone over a paragraph as only a heading does.
pub const BARE: u8 = 8;

/// A bare heading is no longer than this, in letters and in words.
const BARE_HEADING: (usize, usize) = (60, 8);
/// Words that a page puts around its links, such as "Source:".
const WORDS_BESIDE_LINKS: usize = 3;
/// In bytes: a file may be one link that never ends.
const LONGEST_ADDRESS: usize = 2000;
/// What says that a line is a caption.
const CAPTIONS: [&str; 10] =
    ["image:", "photo:", "photo by ", "picture:", "caption:", "credit:", "photo credit:", "file photo", "figure:", "illustration:"];
const NUMBERED_CAPTIONS: [&str; 6] = ["figure ", "fig. ", "table ", "chart ", "map ", "photo "];
/// In bytes; a caption is known by fewer.
const LONGEST_BUTTON: usize = 48;
/// Lines that are buttons.
const BUTTONS: [&str; 20] = [
    "skip to content",
    "skip to main content",
    "share",
    "share this",
    "print",
    "listen",
    "advertisement",
    "subscribe",
    "sign in",
    "sign up",
    "log in",
    "menu",
    "search",
    "home",
    "read more",
    "related articles",
    "back to top",
    "continue reading",
    "download pdf",
    "contents",
];

/// Every line of a text. Lines end as Unicode says (UAX 29, `ParaSep`), for sentences end there too.
#[must_use]
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find(is_line_end).map_or(text.len(), |at| start + at);
        let feed = text[end..].chars().next().map_or(0, |c| if text[end..].starts_with("\r\n") { 2 } else { c.len_utf8() });
        let range = trim(text, start..end);
        let indent = text[start..range.start].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
        let (range, kind) = classify(text, range);
        lines.push(Line { range, indent, kind });
        start = end + feed;
    }
    underlined(text, &mut lines);
    bare_headings(text, &mut lines);
    lines
}

#[must_use]
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[must_use]
pub fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// A lone closing quotation mark or bracket is no sentence.
#[must_use]
pub fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// The full stop, or what does its work in other scripts, perhaps within quotation marks or brackets.
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_'));
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

fn classify(text: &str, range: Range<usize>) -> (Range<usize>, LineKind) {
    let words = &text[range.clone()];
    if words.is_empty() {
        return (range, LineKind::Blank);
    }
    if let Some((title, level)) = heading(words) {
        let start = range.start + title.as_ptr().addr() - words.as_ptr().addr();
        return (start..start + title.len(), if has_words(title) { LineKind::Heading(level) } else { LineKind::Rule });
    }
    let kind = if is_rule(words) {
        LineKind::Rule
    } else if is_row(words) {
        // The line under the head of a table holds no words.
        if has_words(words) { LineKind::Row } else { LineKind::Rule }
    } else if after_marker(words).is_some() {
        LineKind::Item
    } else {
        LineKind::Prose
    };
    (range, kind)
}

/// The title and the level of a heading that its own line marks.
fn heading(words: &str) -> Option<(&str, u8)> {
    if let Some(title) = words.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).filter(|title| !title.contains("**")) {
        return Some((title.trim(), BOLD));
    }
    let title = words.trim_start_matches('#');
    let level = u8::try_from(words.len() - title.len()).ok().filter(|level| (1..BOLD).contains(level))?;
    let closed = title.trim_end_matches('#');
    let title = if closed.ends_with(char::is_whitespace) { closed } else { title };
    let title = title.trim();
    let bold = title.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")).filter(|title| !title.contains("**"));
    Some((bold.unwrap_or(title).trim(), level))
}

fn is_rule(words: &str) -> bool {
    words.len() >= 3 && words.chars().all(|c| c.is_whitespace() || "-=_*~+—–─━".contains(c)) || is_page_mark(words)
}

/// Where a page of the original begins, as a line of its own that is no word of the source: "--- page 12 ---".
#[must_use]
pub fn page_mark(number: u32) -> String {
    format!("--- page {number} ---")
}

fn is_page_mark(words: &str) -> bool {
    let number = words.strip_prefix("--- page ").and_then(|rest| rest.strip_suffix(" ---"));
    number.is_some_and(|number| !number.is_empty() && number.len() <= 6 && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_row(words: &str) -> bool {
    let small = words[..words.floor_char_boundary(LONGEST_BUTTON)].to_lowercase();
    let count = |sign: &str| words.matches(sign).count();
    words.starts_with('|')
        || count(" | ") >= 2
        || count("\t") >= 2
        || [" > ", " › ", " » "].into_iter().any(|sign| count(sign) >= 2)
        || is_caption(small.trim_start_matches(['*', '_', '(', '[']))
        || words.len() < LONGEST_BUTTON && (BUTTONS.contains(&small.as_str()) || is_page_number(&small))
        || is_footnote(words)
        || is_label(words)
        || is_link(words)
}

/// "Photo: …", "Figure 3: …". "Figure 3 shows" begins a sentence.
fn is_caption(small: &str) -> bool {
    let numbered = NUMBERED_CAPTIONS.iter().find_map(|name| small.strip_prefix(name));
    let mark = numbered.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    CAPTIONS.iter().any(|caption| small.starts_with(caption))
        || numbered.zip(mark).is_some_and(|(rest, mark)| mark.len() < rest.len() && mark.starts_with([':', '.']))
}

/// "12", "- 12 -", "Page 12 of 40".
fn is_page_number(small: &str) -> bool {
    let mut words = small.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()).peekable();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let named = words.next_if(|word| matches!(*word, "page" | "p.")).is_some();
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(number), None, ..) => is_number(number) && (named || number.len() <= 3),
        (Some(number), Some("of" | "/"), Some(all), None) => is_number(number) && is_number(all),
        _ => false,
    }
}

/// "[1] …", "[^1]: …", "¹ …", "^1 …": a note, or its mark alone.
fn is_footnote(words: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(rest) = words.strip_prefix('[') {
        let rest = rest.strip_prefix('^').unwrap_or(rest);
        return digits(rest) > 0 && rest[digits(rest)..].starts_with(']') && !rest[digits(rest)..].starts_with("](");
    }
    words.strip_prefix('^').is_some_and(|rest| digits(rest) > 0) || words.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
}

/// "**Report No.:** R48903": what a page says of itself. Someone who speaks ends with a full stop.
fn is_label(words: &str) -> bool {
    let Some((label, value)) = words.strip_prefix("**").and_then(|rest| rest.split_once("**")) else { return false };
    (label.ends_with(':') || value.starts_with(':')) && !ends_sentence(value) && value.split_whitespace().count() <= BARE_HEADING.1
}

/// Links, with hardly a word beside them, that are no sentence.
fn is_link(words: &str) -> bool {
    if !["](", "://", "www.", "mailto:"].iter().any(|sign| words.contains(sign)) {
        return false;
    }
    let mut beside = String::new();
    let mut labels = String::new();
    let mut links = 0;
    let mut rest = after_marker(words).unwrap_or(words);
    while let Some(c) = rest.chars().next() {
        let image = rest.strip_prefix('!').filter(|rest| rest.starts_with('['));
        if let Some((label, behind)) = link(image.unwrap_or(rest)) {
            labels.push_str(if image.is_some() { "" } else { label });
            (links, rest) = (links + 1, behind);
        } else if is_address(rest) {
            (links, rest) = (links + 1, &rest[rest.find(char::is_whitespace).unwrap_or(rest.len())..]);
        } else {
            beside.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    links > 0
        && !ends_sentence(&labels)
        && !ends_sentence(&beside)
        && beside.split_whitespace().filter(|word| has_words(word)).count() <= WORDS_BESIDE_LINKS
}

/// The label of `[label](address)`, and what follows.
fn link(text: &str) -> Option<(&str, &str)> {
    let label = text.strip_prefix('[')?;
    let label = &label[..label.find(['[', ']'])?];
    let rest = text[1 + label.len()..].strip_prefix("](")?;
    let end = rest[..rest.floor_char_boundary(LONGEST_ADDRESS)].find(')')?;
    Some((label, &rest[end + 1..]))
}

/// A bare address on the web begins here.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let text = text.trim_start_matches(['<', '(']);
    ["http://", "https://", "www.", "ftp://", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
}

/// What follows the mark of a list item: a dot, a dash, "1.", "(a)".
#[must_use]
pub fn after_marker(words: &str) -> Option<&str> {
    let (mark, rest) = words.split_once([' ', '\t'])?;
    let bullet = ["-", "*", "+", "•", "◦", "▪", "‣", "·", "–", "—"].contains(&mark);
    let inner = mark.strip_prefix('(').unwrap_or(mark).strip_suffix([')', '.']);
    let short = |inner: &str| {
        let roman = inner.len() <= 4 && inner.bytes().all(|letter| b"ivxIVX".contains(&letter));
        let number = inner.len() <= 3 && inner.bytes().all(|byte| byte.is_ascii_digit());
        let letter = inner.len() == 1 && (inner.bytes().all(|byte| byte.is_ascii_lowercase()) || mark.ends_with(')'));
        !inner.is_empty() && (roman || number || letter)
    };
    (bullet || inner.is_some_and(short)).then(|| rest.trim_start())
}

/// A line of `=` or `-` makes a heading of the one line over it.
fn underlined(text: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let sign = text[lines[at].range.clone()].chars().next();
        let all = |sign: char| text[lines[at].range.clone()].chars().all(|c| c == sign);
        let level = match sign {
            Some('=') if all('=') => 1,
            Some('-') if all('-') => 2,
            _ => continue,
        };
        let begins = at == 1 || !matches!(lines[at - 2].kind, LineKind::Prose | LineKind::Item | LineKind::Row);
        let title = &text[lines[at - 1].range.clone()];
        let fits = title.chars().count() <= 2 * BARE_HEADING.0 && !title.contains('|') && !title.ends_with(['.', ';', ',']);
        if lines[at].kind == LineKind::Rule && begins && fits && matches!(lines[at - 1].kind, LineKind::Prose | LineKind::Row) {
            lines[at - 1].kind = LineKind::Heading(level);
        }
    }
}

/// Pages and documents are stripped of the marks of their headings when they are copied.
fn bare_headings(text: &str, lines: &mut [Line]) {
    for at in 0..lines.len() {
        let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.kind == LineKind::Blank);
        if lines[at].kind != LineKind::Prose || !blank(at.checked_sub(1)) || !blank(Some(at + 1)) {
            continue;
        }
        let below = lines[at + 1..].iter().find(|line| line.kind != LineKind::Blank);
        let below = below.filter(|line| line.kind == LineKind::Prose).map_or("", |line| &text[line.range.clone()]);
        if is_bare_heading(&text[lines[at].range.clone()], below) {
            lines[at].kind = LineKind::Heading(BARE);
        }
    }
}

/// Short, with a capital and without punctuation, over a line that is longer and begins a sentence.
fn is_bare_heading(title: &str, below: &str) -> bool {
    let (letters, words) = (title.chars().count(), title.split_whitespace().count());
    let plain = |c: char| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '-' | '’' | '\'' | '(' | ')' | '&' | '/');
    letters <= BARE_HEADING.0
        && words <= BARE_HEADING.1
        && title.starts_with(char::is_uppercase)
        && title.chars().all(plain)
        && below.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && below.chars().count() > BARE_HEADING.0.max(letters)
}
