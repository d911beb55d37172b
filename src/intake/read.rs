//! Which reader is for which kind of document.

use super::kind::Kind;
use super::plain;
use super::taken::Taken;

/// Reads a document.
///
/// # Errors
///
/// It holds no words, or nothing that can be read: what, and what to do.
pub fn read(bytes: &[u8], kind: Kind) -> Result<Taken, String> {
    let mut taken = reader(kind)(bytes)?;
    taken.stated = std::mem::take(&mut taken.stated).said();
    if !taken.text.chars().any(char::is_alphanumeric) {
        let left = if taken.left.is_empty() { String::new() } else { format!(" (left out: {})", taken.left.join("; ")) };
        return Err(format!("it holds no words{left}: where it is a picture of a text, add its words as text"));
    }
    Ok(taken)
}

type Reader = fn(&[u8]) -> Result<Taken, String>;

#[cfg(feature = "intake")]
fn reader(kind: Kind) -> Reader {
    use super::{docx, html, mail, markdown, pdf};
    match kind {
        Kind::Text => plain::read,
        Kind::Markdown => markdown::read,
        Kind::Html => html::read,
        Kind::Mhtml => mail::read_page,
        Kind::Mail => mail::read,
        Kind::Pdf => pdf::read,
        Kind::Docx => docx::read,
    }
}

#[cfg(not(feature = "intake"))]
fn reader(kind: Kind) -> Reader {
    match kind {
        Kind::Text => plain::read,
        _ => |_| Err("this bluf was built without what reads it: build it with `--features intake`, or add its words as text".to_owned()),
    }
}
