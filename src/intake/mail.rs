//! An e-mail: what was written in it. And a page that a browser saved as one.

mod flowing;

use super::block::{self, written};
use super::html;
use super::metadata::{address, date, said};
use super::plain;
use super::taken::{Stated, Taken, some};
use super::tidy::Tidied;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Address, ContentType, DateTime, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use std::borrow::Cow;
use std::mem::{replace, take};

const READER: &str = "mail-parser 0.11.9";
/// Forwarded mails hold forwarded mails; nobody forwards more often.
const DEEPEST: usize = 20;
/// In words: a plain part with no more may only point to the page beside it.
const STUB: usize = 40;
/// So many times the words of a plain part make that a stub, and so many are worth saying.
const MUCH: usize = 4;
const MORE: usize = 2;
/// So many parts of a divided window are read.
const FRAMES: usize = 50;

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let (bytes, said) = head_in_utf8(bytes);
    let message = parsed(&bytes)?;
    let mut reader = Reader { left: said.into_iter().collect(), ..Reader::default() };
    reader.message(&message, 0)?;
    reader.left.extend(some(reader.pictures, "image~", ""));
    let left = [reader.left, reader.tidied.said()].concat();
    Ok(Taken { text: reader.text, stated: stated(&message), left, reader: READER.to_owned() })
}

/// The page is the first part that is one. Where it only divides the window, its words are in the others.
pub fn read_page(bytes: &[u8]) -> Result<Taken, String> {
    let message = parsed(bytes)?;
    let mut pages = message.parts.iter().filter_map(|part| Some((part, page(&message, part)?)));
    let (part, (html, said)) = pages.next().ok_or("there is no page in it: save the page again, as HTML")?;
    let place = message.header("Snapshot-Content-Location").and_then(|value| value.as_text()).or_else(|| part.content_location());
    let mut taken = html::taken(&html, said.into_iter().collect())?;
    if html.to_ascii_lowercase().contains("<frameset") {
        let frames: Vec<Taken> =
            pages.take(FRAMES).map(|(_, (html, said))| html::taken(&html, said.into_iter().collect())).collect::<Result<_, _>>()?;
        for frame in frames.into_iter().filter(|frame| !frame.text.is_empty()) {
            taken.text += if taken.text.is_empty() { "" } else { "\n" };
            taken.text += &frame.text;
            taken.left.extend(frame.left);
        }
    }
    let own = Stated { url: place.and_then(address), retrieved: message.date().and_then(day), ..Stated::default() };
    Ok(Taken { stated: taken.stated.or(own), reader: format!("{READER} and {}", html::READER), ..taken })
}

/// A part that is a page, and what is to be said of its encoding. Where the mail does not say which that is, the page does.
fn page<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Option<(Cow<'m, str>, Option<String>)> {
    let PartType::Html(html) = &part.body else { return None };
    if charset(part).is_some() {
        return Some(in_utf8(message, part).unwrap_or((Cow::Borrowed(&**html), None)));
    }
    Some(raw(message, part).map_or_else(
        || (Cow::Borrowed(&**html), None),
        |bytes| {
            let (html, said) = html::decoded(&bytes);
            (html.into(), said)
        },
    ))
}

/// A part that says another encoding and reads as UTF-8 is that, as no other text is by chance.
fn in_utf8<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Option<(Cow<'m, str>, Option<String>)> {
    let named = charset(part).filter(|name| !name.eq_ignore_ascii_case("utf-8") && !name.eq_ignore_ascii_case("utf8"));
    let text = String::from_utf8(raw(message, part)?).ok().filter(|text| !text.is_ascii())?;
    let said = named.map(|name| format!("a part says that it is {name}, and is UTF-8: read as that"));
    Some((text.into(), said))
}

fn charset<'m>(part: &'m MessagePart<'_>) -> Option<&'m str> {
    part.content_type().and_then(|kind| kind.attribute("charset"))
}

/// The bytes of a part, as they were before it was encoded for the way.
fn raw(message: &Message<'_>, part: &MessagePart<'_>) -> Option<Vec<u8>> {
    let bytes = message.raw_message.get(part.offset_body as usize..part.offset_end as usize)?;
    match part.encoding {
        Encoding::None => Some(bytes.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(bytes),
        Encoding::Base64 => base64_decode(bytes),
    }
}

/// The lines over a mail may hold only ASCII. Programs that write others there do so in the encoding of its words.
fn head_in_utf8(bytes: &[u8]) -> (Cow<'_, [u8]>, Option<String>) {
    let end = [b"\n\n".as_slice(), b"\n\r\n"].iter().filter_map(|blank| bytes.windows(blank.len()).position(|at| at == *blank)).min();
    let (head, body) = bytes.split_at(end.unwrap_or(bytes.len()));
    if std::str::from_utf8(head).is_ok() {
        return (Cow::Borrowed(bytes), None);
    }
    let known: String = head.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let named = known.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let named = named.and_then(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).next());
    let (decoded, name) = html::decoded_as(head, named);
    let said = format!("the lines over the mail do not say their encoding: read as {name}");
    ([decoded.as_bytes(), body].concat().into(), Some(said))
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

#[derive(Default, Clone)]
struct Reader {
    text: String,
    left: Vec<String>,
    tidied: Tidied,
    /// Mails within the one that is read: they stand behind its own words.
    inner: Vec<PartId>,
    pictures: usize,
}

type PartId = u32;

impl Reader {
    fn message(&mut self, message: &Message<'_>, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err(format!("more than {DEEPEST} mails stand in each other: add the one that you mean"));
        }
        let around = take(&mut self.inner);
        self.part(message, 0, true)?;
        for id in replace(&mut self.inner, around) {
            let Some(PartType::Message(inner)) = message.parts.get(id as usize).map(|part| &part.body) else { continue };
            self.add(&head(inner));
            self.message(inner, depth + 1)?;
        }
        Ok(())
    }

    /// The words of a part and of those in it.
    fn part(&mut self, message: &Message<'_>, id: PartId, is_first: bool) -> Result<(), String> {
        let Some(part) = message.parts.get(id as usize) else { return Ok(()) };
        let kind = part.content_type();
        let is = |name: &str| kind.is_some_and(|kind| kind.ctype().eq_ignore_ascii_case(name));
        match &part.body {
            PartType::Multipart(parts)
                if kind.and_then(|kind| kind.subtype()).is_some_and(|kind| kind.eq_ignore_ascii_case("alternative")) =>
            {
                self.first(message, parts)
            }
            PartType::Multipart(parts) => parts.iter().zip(0..).try_for_each(|(id, at)| self.part(message, *id, at == 0)),
            PartType::Message(_) => {
                self.inner.push(id);
                Ok(())
            }
            _ if is_attached(part, is_first) || !is("text") && kind.is_some() => {
                if is("image") {
                    self.pictures += 1;
                } else {
                    self.left.push(attachment(part));
                }
                Ok(())
            }
            _ => self.words(message, part),
        }
    }

    /// The same words stand in each: the first part with some is taken, a plain one before a page. Many a plain part only says
    /// that there is a page, or holds less than that: then the page is taken, or it is said how much more it has.
    fn first(&mut self, message: &Message<'_>, parts: &[PartId]) -> Result<(), String> {
        let is_plain = |id: &&PartId| matches!(message.parts.get(**id as usize).map(|part| &part.body), Some(PartType::Text(_)));
        let (plain, others): (Vec<&PartId>, Vec<&PartId>) = parts.iter().partition(is_plain);
        let before = self.clone();
        self.any(message, &plain)?;
        let own = count(&self.text[before.text.len()..]);
        if own == 0 {
            return self.any(message, &others);
        }
        let mut page = before.clone();
        // What cannot be read is none where there are words without it.
        let all = page.any(message, &others).map_or(0, |()| count(&page.text[before.text.len()..]));
        if own <= STUB && all >= own * MUCH + STUB {
            *self = page;
            self.left.extend(some(own, "word~", " of a plain part: the page beside it has many more, and was taken"));
        } else if all >= own * MORE + STUB {
            self.left.extend(some(all, "word~", &format!(" of a page beside the plain part, which has {own}: compare both")));
        }
        Ok(())
    }

    /// The first of these with words.
    fn any(&mut self, message: &Message<'_>, parts: &[&PartId]) -> Result<(), String> {
        let begun = self.text.len();
        for id in parts {
            self.part(message, **id, true)?;
            if self.text.len() > begun {
                break;
            }
        }
        Ok(())
    }

    fn words(&mut self, message: &Message<'_>, part: &MessagePart<'_>) -> Result<(), String> {
        self.left.extend(part.is_encoding_problem.then(|| "a part is not encoded as it says: compare it with the original".to_owned()));
        match (&part.body, page(message, part)) {
            (PartType::Text(text), _) => {
                let (text, said) = in_utf8(message, part).unwrap_or((Cow::Borrowed(&**text), None));
                self.left.extend(said);
                let text = flowing::of(part).map_or_else(|| text.clone(), |flowing| flowing.joined(&text).into());
                let text = plain::words(&text, &mut self.tidied);
                self.add(&text);
            }
            (_, Some((html, said))) => {
                let (blocks, left) = html::whole(&html, &mut self.tidied)?;
                self.left.extend(said.into_iter().chain(left).chain(block::said(&blocks)));
                self.add(&written(&blocks));
            }
            _ => self.left.push(attachment(part)),
        }
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

fn count(words: &str) -> usize {
    words.split_whitespace().count()
}

/// A file that came with the mail: it says so, or has a name and does not begin it.
fn is_attached(part: &MessagePart<'_>, is_first: bool) -> bool {
    part.content_disposition().is_some_and(ContentType::is_attachment) || !is_first && part.attachment_name().is_some()
}

fn attachment(part: &MessagePart<'_>) -> String {
    let kind = part.content_type().map_or_else(String::new, |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
    let name = part.attachment_name().and_then(said).or_else(|| said(&format!("without a name ({kind})")));
    format!("attachment {}: add it by itself", name.unwrap_or_default())
}

/// Who wrote a mail within a mail, and when: without it its words would seem those of the mail around it.
fn head(message: &Message<'_>) -> String {
    let stated = stated(message);
    let lines = [("From", Some(stated.authors.join(", "))), ("Date", stated.date), ("Subject", stated.title)];
    let lines = lines.into_iter().filter_map(|(name, value)| Some(format!("{name}: {}\n", value.filter(|value| !value.is_empty())?)));
    lines.collect()
}
