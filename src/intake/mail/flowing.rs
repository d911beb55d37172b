//! Lines of a mail that flow (RFC 3676): a program has ended them, and a space at their end says that the next goes on.

use mail_parser::{MessagePart, MimeHeaders};

/// Stands over a signature, and ends in a space that says nothing else.
const SIGNATURE: &str = "-- ";

/// That the lines of a part flow, and how.
pub struct Flowing {
    /// The space at their ends is no word's: in scripts that have none.
    is_deleted: bool,
}

/// `Content-Type: text/plain; format=flowed; delsp=yes`
pub fn of(part: &MessagePart<'_>) -> Option<Flowing> {
    let kind = part.content_type()?;
    let says = |name: &str, value: &str| kind.attribute(name).is_some_and(|said| said.trim().eq_ignore_ascii_case(value));
    says("format", "flowed").then(|| Flowing { is_deleted: says("delsp", "yes") })
}

impl Flowing {
    /// The text with its paragraphs on one line each, the quoted ones with their marks.
    pub fn joined(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        // The depth of quotation of a paragraph that goes on.
        let mut open: Option<usize> = None;
        for line in text.lines() {
            let words = line.trim_start_matches('>');
            let depth = line.len() - words.len();
            // A space before the words keeps them from being read as a mark.
            let words = words.strip_prefix(' ').unwrap_or(words);
            let is_signature = words == SIGNATURE;
            if open != Some(depth) || is_signature {
                out += if open.is_some() { "\n" } else { "" };
                out += &">".repeat(depth);
                out += if depth > 0 && !words.is_empty() { " " } else { "" };
            }
            let flows = words.ends_with(' ') && !is_signature;
            out += if flows && self.is_deleted { &words[..words.len() - 1] } else { words };
            out += if flows { "" } else { "\n" };
            open = flows.then_some(depth);
        }
        out
    }
}
