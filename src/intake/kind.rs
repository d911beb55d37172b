//! What a document is, by its first bytes. Its name decides only between plain text and Markdown.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Markdown,
    Html,
    Mhtml,
    Mail,
    Pdf,
    Docx,
}

/// How a kind is called, and the endings of its files; the first is that of an original whose own fits none.
struct Row {
    kind: Kind,
    said: &'static str,
    endings: &'static [&'static str],
}

#[rustfmt::skip]
const KINDS: [Row; 7] = [
    Row { kind: Kind::Text,     said: "plain text",             endings: &["txt", "text"] },
    Row { kind: Kind::Markdown, said: "Markdown",               endings: &["md", "markdown"] },
    Row { kind: Kind::Html,     said: "a web page",             endings: &["html", "htm", "xhtml"] },
    Row { kind: Kind::Mhtml,    said: "a web page (MHTML)",     endings: &["mhtml", "mht"] },
    Row { kind: Kind::Mail,     said: "an e-mail",              endings: &["eml"] },
    Row { kind: Kind::Pdf,      said: "a PDF",                  endings: &["pdf"] },
    Row { kind: Kind::Docx,     said: "a Word document (DOCX)", endings: &["docx"] },
];

/// What is known by its first bytes and not read, and what to do about it.
#[rustfmt::skip]
const FOREIGN: [(&[u8], &str, &str); 14] = [
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one that is locked by a password", "save it as DOCX or PDF without one"),
    (b"{\\rtf",           "an RTF file",              "save it as DOCX or PDF"),
    (b"PK",               "a zip archive that is empty or cut off", "save the document again"),
    (b"\x1f\x8b",         "a gzip archive",           "unpack it first"),
    (b"7z\xbc\xaf",       "a 7-Zip archive",          "unpack it first"),
    (b"Rar!",             "a RAR archive",            "unpack it first"),
    (b"BZh",              "a bzip2 archive",          "unpack it first"),
    (b"\xfd7zXZ",         "an xz archive",            "unpack it first"),
    (b"\x89PNG",          "a picture",                "add its words as text"),
    (b"\xff\xd8\xff",     "a picture",                "add its words as text"),
    (b"GIF8",             "a picture",                "add its words as text"),
    (b"bplist00",         "a Safari web archive",     "save the page as HTML"),
    (b"%!PS",             "a PostScript file",        "save it as PDF"),
    (b"\x7fELF",          "a program",                "add a document"),
];

/// No more is looked at.
const HEAD: usize = 4096;
/// A mail begins with headers, and some of them are these.
const HEADERS: [&str; 8] = ["from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path"];
/// And these stand in one that was sent.
const SENT: [&str; 6] = ["to", "cc", "received", "message-id", "return-path", "delivered-to"];
const TAGS: [&str; 12] = ["<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<p>", "<p ", "<h1"];

impl Kind {
    /// The date that it states is that of the file, and not that of publication.
    #[must_use]
    pub fn dates_its_file(self) -> bool {
        matches!(self, Self::Pdf | Self::Docx)
    }

    /// # Errors
    ///
    /// It is something that is not read: what, and what to do.
    pub fn of(bytes: &[u8], ending: Option<&str>) -> Result<Self, String> {
        let head = &bytes[..bytes.len().min(HEAD)];
        let words = String::from_utf8_lossy(head).replace('\0', "");
        let words = words.trim_start_matches('\u{feff}').trim_start();
        if words.is_empty() && bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
            return Err("it is empty".to_owned());
        }
        // Some programs write a line or two before a PDF begins.
        if head[..head.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        // Which archive of documents it is, its parts say; those are looked at apart.
        if head.starts_with(b"PK\x03\x04") {
            return Ok(Self::Docx);
        }
        if let Some((_, what, hint)) = FOREIGN.iter().find(|(sign, ..)| head.starts_with(sign)) {
            return Err(format!("it is {what}: {hint}"));
        }
        if let Some(kind) = mail(words) {
            return Ok(kind);
        }
        let small = words.to_ascii_lowercase();
        let named = ending.and_then(Self::by_ending);
        let is_markup = small.starts_with('<') && TAGS.iter().any(|tag| small.contains(tag));
        // A page that begins with words is one if it is called so.
        if is_markup || named == Some(Self::Html) && small.contains('<') {
            return Ok(Self::Html);
        }
        let is_wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
        if !is_wide && head.contains(&0) {
            return Err("it is no document that is known: expected text, Markdown, HTML, MHTML, PDF, DOCX or an e-mail".to_owned());
        }
        if named.is_some_and(|named| matches!(named, Self::Pdf | Self::Docx)) && std::str::from_utf8(bytes).is_err() {
            return Err("it does not begin as its name says, and is no text: open it in its own program and save it again".to_owned());
        }
        Ok(if named == Some(Self::Markdown) { Self::Markdown } else { Self::Text })
    }

    fn row(self) -> &'static Row {
        &KINDS[self as usize]
    }

    #[must_use]
    pub fn by_ending(ending: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.endings.iter().any(|known| known.eq_ignore_ascii_case(ending))).map(|row| row.kind)
    }

    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.row().endings[0]
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.row().said)
    }
}

/// A mail, or a page that a program saved as one: nobody has sent that, and its parts or its one part have an address.
fn mail(words: &str) -> Option<Kind> {
    // Of a mailbox: its first line parts one mail from the next.
    let words = if words.starts_with("From ") { words.split_once('\n')?.1 } else { words };
    let head = words.split("\n\n").next()?.split("\r\n\r\n").next()?.to_ascii_lowercase();
    let mut headers: Vec<(&str, String)> = Vec::new();
    for line in head.lines() {
        match (line.split_once(':').filter(|(name, _)| is_header(name)), headers.last_mut()) {
            (_, Some((_, value))) if line.starts_with([' ', '\t']) => *value += line,
            (Some((name, value)), _) => headers.push((name, value.to_owned())),
            _ => break,
        }
    }
    let value = |name: &str| headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
    let is_sent = SENT.iter().any(|name| value(name).is_some()) || value("from").is_some_and(|from| from.contains('@'));
    let kind = value("content-type").unwrap_or_default();
    let is_one = kind.contains("text/html") && value("content-location").is_some();
    let is_saved = value("mime-version").is_some() && (kind.contains("multipart/related") || is_one) && !is_sent;
    let known = HEADERS.iter().filter(|name| value(name).is_some()).count();
    match known {
        _ if is_saved || value("snapshot-content-location").is_some() => Some(Kind::Mhtml),
        2.. => Some(Kind::Mail),
        _ => None,
    }
}

fn is_header(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_in_its_row() {
        for (at, row) in KINDS.iter().enumerate() {
            assert_eq!(row.kind as usize, at);
            assert_eq!(Kind::by_ending(row.endings[0]), Some(row.kind));
        }
    }
}
