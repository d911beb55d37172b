//! The file of a briefing's notes: Markdown that a person reads, writes and synchronises.
//!
//! A note is a heading `## Note on ADDRESS, DATE`, the quote that it is anchored to as a block quote, and the text, up to
//! the next heading of the first or second level. Everything else in the file is the person's own and never changed. So
//! the file is cut as bytes and never written from what was read: bytes that are no UTF-8 stay what they are.

use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionKind {
    Note,
    Mark,
    /// A note that was emptied. Its words stay in the file and are shown nowhere else.
    Deleted,
}

/// How their headings begin.
const HEADINGS: [(SectionKind, &str); 3] =
    [(SectionKind::Note, "Note on"), (SectionKind::Mark, "Mark at"), (SectionKind::Deleted, "Deleted note on")];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub kind: SectionKind,
    pub address: String,
    /// The day that it was last written on, as the file has it; empty if the file has none.
    pub date: String,
    /// The words that it is anchored to, on one line; empty if it is anchored to its address alone.
    pub quote: String,
    pub text: String,
    /// Of its heading; 1-based.
    pub line: usize,
    /// The bytes from its heading to the last that is no white space.
    range: Range<usize>,
    /// The byte behind its heading.
    body: usize,
}

/// At most `most`, in the order of the file.
#[must_use]
pub fn sections(bytes: &[u8], most: usize) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let range = at..at + line.len();
        at = range.end;
        if !is_heading(bare(line, range.start == 0)) {
            continue;
        }
        if let Some(last) = found.last_mut().filter(|_| open) {
            last.range.end = range.start;
        }
        let heading = std::str::from_utf8(bare(line, range.start == 0)).ok().and_then(heading).filter(|_| found.len() < most);
        open = heading.is_some();
        if let Some((kind, address, date)) = heading {
            let (quote, text) = (String::new(), String::new());
            // A byte order mark is no part of the heading that it stands before.
            let start = if range.start == 0 && bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { range.start };
            found.push(Section { kind, address, date, quote, text, line: index + 1, range: start..bytes.len(), body: range.end });
        }
    }
    for section in &mut found {
        let body = &bytes[section.body..section.range.end];
        (section.quote, section.text) = quote_and_text(&String::from_utf8_lossy(body));
        let kept = bytes[section.range.clone()].trim_ascii_end().len();
        section.range.end = section.range.start + kept;
        section.body = section.body.min(section.range.end);
    }
    found
}

/// A line without its end; the first of the file without a byte order mark.
fn bare(line: &[u8], first: bool) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if first { line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line) } else { line }
}

/// Of the first or second level.
fn is_heading(line: &[u8]) -> bool {
    let signs = line.iter().take_while(|byte| **byte == b'#').count();
    (1..=2).contains(&signs) && line.get(signs).is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

/// The kind, the address and the date; `None` for a heading of the person's own.
fn heading(line: &str) -> Option<(SectionKind, String, String)> {
    let words = line.strip_prefix("##")?.trim();
    let (kind, rest) = HEADINGS.iter().find_map(|(kind, begins)| {
        let rest = words.get(begins.len()..)?;
        words[..begins.len()].eq_ignore_ascii_case(begins).then_some((*kind, rest.strip_prefix([' ', '\t'])?.trim()))
    })?;
    let (address, date) = rest.split_once(',').unwrap_or((rest, ""));
    // A heading of more words is somebody's own.
    let is_word = |word: &str| word.chars().count() <= LONGEST && !word.contains(char::is_whitespace);
    (!address.is_empty() && is_word(address) && is_word(date.trim())).then(|| (kind, decoded(address), date.trim().to_owned()))
}

/// In characters of an address or a date.
const LONGEST: usize = 500;

/// The quote of a section, on one line, and its text.
fn quote_and_text(body: &str) -> (String, String) {
    let body = body.replace("\r\n", "\n");
    let mut lines = body.split('\n').skip_while(|line| line.trim().is_empty()).peekable();
    let mut quote = Vec::new();
    while let Some(line) = lines.next_if(|line| line.starts_with('>')) {
        quote.push(line[1..].trim());
    }
    let mut text: Vec<&str> = lines.skip_while(|line| line.trim().is_empty()).collect();
    for (at, line) in text.iter_mut().enumerate() {
        if line.starts_with('\\') && is_guarded(line, at == 0) {
            *line = &line[1..];
        }
    }
    (quote.join(" "), tidy(&text.join("\n")))
}

/// Behind any backslashes the line is a heading or, as the first of a text, a quote: it needs a backslash to stay text.
fn is_guarded(line: &str, first: bool) -> bool {
    let behind = line.trim_start_matches('\\');
    is_heading(behind.as_bytes()) || first && behind.starts_with('>')
}

/// A text as it is kept: line feeds end its lines, no blank line stands before it, and no white space behind it.
#[must_use]
pub fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rest = text.trim_end();
    while let Some((_, behind)) = rest.split_once('\n').filter(|(line, _)| line.trim().is_empty()) {
        rest = behind;
    }
    rest.to_owned()
}

/// In a heading an address ends at a comma or at white space, so these are written by their bytes, with controls and `%`.
#[must_use]
pub fn encoded(address: &str) -> String {
    let mut out = String::new();
    let mut bytes = [0; 4];
    for c in address.chars() {
        if matches!(c, '%' | ',') || c.is_whitespace() || c.is_control() {
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

#[must_use]
pub fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let byte = behind.get(..2).filter(|_| *first == b'%').and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The bytes of a file whose sections are on other addresses now; of which there is none, it stays.
#[must_use]
pub fn readdressed(bytes: &[u8], new: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    let end = line_end(bytes);
    let all = sections(bytes, usize::MAX);
    all.iter().rev().fold(bytes.to_vec(), |bytes, section| match new(&section.address) {
        Some(address) => replaced(&bytes, &(section.range.start..section.body), &(headline(section.kind, &address, &section.date) + end)),
        None => bytes,
    })
}

#[must_use]
fn written(kind: SectionKind, address: &str, date: &str, quote: &str, text: &str, end: &str) -> String {
    let mut lines = vec![headline(kind, address, date)];
    if !quote.is_empty() {
        lines.extend([String::new(), format!("> {quote}")]);
    }
    let text = tidy(text);
    if !text.is_empty() {
        lines.push(String::new());
        lines.extend(text.split('\n').enumerate().map(|(at, line)| {
            let guard = if is_guarded(line, at == 0) { "\\" } else { "" };
            format!("{guard}{line}")
        }));
    }
    lines.join(end)
}

fn headline(kind: SectionKind, address: &str, date: &str) -> String {
    let words = HEADINGS.iter().find(|(known, _)| *known == kind).map_or("", |(_, words)| words);
    let date = if date.is_empty() { String::new() } else { format!(", {date}") };
    format!("## {words} {}{date}", encoded(address))
}

fn line_end(bytes: &[u8]) -> &'static str {
    let first = bytes.iter().position(|byte| *byte == b'\n');
    if first.is_some_and(|at| bytes[..at].ends_with(b"\r")) { "\r\n" } else { "\n" }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The id of the briefing.
    pub briefing: String,
    pub address: String,
    /// On one line: the words of the place, or those of its note, which may be older.
    pub quote: String,
    /// Today, as `2026-11-23`; empty where nobody knows.
    pub date: String,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Text {
        /// An empty text deletes the note.
        text: String,
        /// The text that the reader began with; `None` for a new note. If another program has changed the note since, it
        /// is not overwritten, and both stay.
        was: Option<String>,
    },
    /// False takes the mark away.
    Mark(bool),
}

/// What a change made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    Bytes(Vec<u8>),
    /// The file says so already.
    Nothing,
    /// The note that is to be deleted is no longer what the reader has seen.
    Elsewhere,
}

/// Makes a change in the bytes of a file. No byte outside the section changes.
#[must_use]
pub fn changed(bytes: &[u8], change: &Change) -> Changed {
    let Change { address, quote, date, what, .. } = change;
    let all = sections(bytes, usize::MAX);
    let mut own = all.iter().filter(|section| section.address == *address && section.quote == *quote);
    let end = line_end(bytes);
    match what {
        What::Text { text, was } => {
            let text = tidy(text);
            let found = was.as_ref().and_then(|was| own.find(|section| section.kind == SectionKind::Note && section.text == *was));
            match found {
                Some(note) if note.text == text => Changed::Nothing,
                Some(note) if text.is_empty() => {
                    let line = headline(SectionKind::Deleted, address, date) + end;
                    Changed::Bytes(replaced(bytes, &(note.range.start..note.body), &line))
                }
                Some(note) => Changed::Bytes(replaced(bytes, &note.range, &written(SectionKind::Note, address, date, quote, &text, end))),
                None if text.is_empty() && was.is_none() => Changed::Nothing,
                None if text.is_empty() => Changed::Elsewhere,
                None => Changed::Bytes(appended(bytes, change, &written(SectionKind::Note, address, date, quote, &text, end), end)),
            }
        }
        What::Mark(on) => match (own.find(|section| section.kind == SectionKind::Mark), on) {
            (Some(_), true) | (None, false) => Changed::Nothing,
            (None, true) => Changed::Bytes(appended(bytes, change, &written(SectionKind::Mark, address, date, quote, "", end), end)),
            (Some(mark), false) if mark.text.is_empty() => {
                let blank = bytes[mark.range.end..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                Changed::Bytes(replaced(bytes, &(mark.range.start..mark.range.end + blank), ""))
            }
            // Somebody has written under the mark, and words are never thrown away: the mark becomes a note.
            (Some(mark), false) => {
                let line = headline(SectionKind::Note, address, date) + end;
                Changed::Bytes(replaced(bytes, &(mark.range.start..mark.body), &line))
            }
        },
    }
}

fn replaced(bytes: &[u8], range: &Range<usize>, text: &str) -> Vec<u8> {
    [&bytes[..range.start], text.as_bytes(), &bytes[range.end..]].concat()
}

fn appended(bytes: &[u8], change: &Change, section: &str, end: &str) -> Vec<u8> {
    let mut out = bytes.to_vec();
    if out.is_empty() {
        out.extend(format!("# Notes on {}{end}", encoded(&change.briefing)).bytes());
    }
    if !out.ends_with(b"\n") {
        out.extend(end.bytes());
    }
    if !out.ends_with(b"\n\n") && !out.ends_with(b"\n\r\n") {
        out.extend(end.bytes());
    }
    out.extend(section.bytes().chain(end.bytes()));
    out
}
