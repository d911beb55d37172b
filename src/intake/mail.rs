//! An e-mail: what was written in it. And a page that a browser saved as one.

use super::block::written;
use super::html;
use super::metadata::{address, date, said};
use super::plain;
use super::taken::{Stated, Taken, some};
use super::tidy::Tidied;
use mail_parser::{Address, DateTime, Message, MessageParser, MimeHeaders, PartType};

const READER: &str = "mail-parser 0.11.9";
/// Forwarded mails hold forwarded mails; nobody forwards more often.
const DEEPEST: usize = 20;

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let message = parsed(bytes)?;
    let mut reader = Reader::default();
    reader.message(&message, 0)?;
    let left = [reader.left, reader.tidied.said()].concat();
    Ok(Taken { text: reader.text, stated: stated(&message), left, reader: READER.to_owned() })
}

/// The page is the first part that is one.
pub fn read_page(bytes: &[u8]) -> Result<Taken, String> {
    let message = parsed(bytes)?;
    let page = message.parts.iter().find(|part| matches!(part.body, PartType::Html(_)));
    let (Some(part), Some(PartType::Html(html))) = (page, page.map(|part| &part.body)) else {
        return Err("there is no page in it: save the page again, as HTML".to_owned());
    };
    let place = message.header("Snapshot-Content-Location").and_then(|value| value.as_text()).or_else(|| part.content_location());
    let taken = html::taken(html, Vec::new())?;
    let own = Stated { url: place.and_then(address), retrieved: message.date().and_then(day), ..Stated::default() };
    Ok(Taken { stated: taken.stated.or(own), reader: format!("{READER} and {}", html::READER), ..taken })
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, String> {
    let bytes =
        if bytes.starts_with(b"From ") { &bytes[bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1)..] } else { bytes };
    MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| "it is no e-mail that is understood: save its words as text, and add that".to_owned())
}

fn stated(message: &Message<'_>) -> Stated {
    Stated {
        title: message.subject().and_then(said),
        authors: message.from().map(names).unwrap_or_default(),
        date: message.date().and_then(day),
        ..Stated::default()
    }
}

/// Names, and addresses of those who have none.
fn names(address: &Address<'_>) -> Vec<String> {
    address.iter().filter_map(|one| said(one.name().or_else(|| one.address())?)).collect()
}

fn day(stamp: &DateTime) -> Option<String> {
    date(&format!("{:04}-{:02}-{:02}", stamp.year, stamp.month, stamp.day))
}

#[derive(Default)]
struct Reader {
    text: String,
    left: Vec<String>,
    tidied: Tidied,
}

impl Reader {
    fn message(&mut self, message: &Message<'_>, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!("more than {DEEPEST} mails stand in each other: add the one that you mean"));
        }
        for id in &message.text_body {
            let Some(part) = message.parts.get(*id as usize) else { continue };
            let is_strange = part.is_encoding_problem;
            self.left.extend(is_strange.then(|| "a part is not encoded as it says: compare it with the original".to_owned()));
            match &part.body {
                PartType::Text(text) => {
                    let text = plain::words(text, &mut self.tidied);
                    self.add(&text);
                }
                PartType::Html(html) => {
                    let (blocks, left) = html::whole(html, &mut self.tidied)?;
                    self.left.extend(left);
                    self.add(&written(&blocks));
                }
                _ => {}
            }
        }
        let parts = message.attachments.iter().filter_map(|id| message.parts.get(*id as usize));
        let mut pictures = 0;
        for part in parts {
            match &part.body {
                PartType::Message(inner) => {
                    self.add(&head(inner));
                    self.message(inner, depth + 1)?;
                }
                _ if part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image")) => pictures += 1,
                _ => {
                    let name = part.attachment_name().and_then(said).unwrap_or_else(|| "without a name".to_owned());
                    self.left.push(format!("attachment {name}: add it by itself"));
                }
            }
        }
        self.left.extend(some(pictures, "image~", ""));
        Ok(())
    }

    fn add(&mut self, text: &str) {
        let text = text.trim_matches('\n');
        if !text.is_empty() {
            self.text += if self.text.is_empty() { "" } else { "\n" };
            self.text += text;
            self.text.push('\n');
        }
    }
}

/// Who wrote a mail within a mail, and when: without it its words would seem those of the mail around it.
fn head(message: &Message<'_>) -> String {
    let stated = stated(message);
    let lines = [("From", Some(stated.authors.join(", "))), ("Date", stated.date), ("Subject", stated.title)];
    let lines = lines.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}\n", value.filter(|value| !value.is_empty())?)));
    lines.collect()
}
