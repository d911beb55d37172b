//! A saved web page: the article in it, without what the site has around it.

mod again;
mod furniture;
mod metadata;
mod walk;

use super::block::{self, Block, written};
use super::taken::{Taken, some};
use super::tidy::Tidied;
use crate::text::dense::count_words;
use crate::text::space::single_spaced;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use encoding_rs::Encoding;
use walk::{LEVEL, Walk, blocks, is_hidden};

pub const READER: &str = "dom_smoothie 0.19.0";
/// Pages have some thousand elements.
const ELEMENTS: usize = 200_000;
/// Pages are some thirty deep, and what reads them takes a place on the stack for each.
const DEEPEST: usize = 600;
/// In bytes: what says which encoding it is in stands at the head.
const HEAD: usize = 4096;
/// Elements without an end tag, and those whose end tag may be left out: they nest in nothing.
const FLAT: [&str; 26] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "p", "li", "td", "th",
    "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup",
];

/// How it is said that words were struck out.
pub const STRUCK: &str = "struck-out piece~";
pub const LEFT: &str = ": left out, as the document takes them back";

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let (html, said) = decoded(bytes);
    taken(&html, said.into_iter().collect())
}

/// All of a page that has no site around it, as in a mail, and what was left out.
pub fn whole(html: &str, tidied: &mut Tidied) -> Result<(Vec<Block>, Vec<String>), String> {
    bounded(html)?;
    let document = Document::from(html);
    let left = left_out(&document);
    let walk = document.body().map(|body| blocks(&body, tidied)).unwrap_or_default();
    Ok((walk.blocks, left.into_iter().chain(some(walk.struck, STRUCK, LEFT)).collect()))
}

/// The article of a page.
pub fn taken(html: &str, mut left: Vec<String>) -> Result<Taken, String> {
    bounded(html)?;
    let mut tidied = Tidied::default();
    let document = Document::from(html);
    let stated = metadata::of(&document, html);
    left.extend(left_out(&document));
    again::without_edits(&document);
    let title = title(&document, stated.title.as_deref());
    for (level, name) in ["h1", "h2", "h3", "h4", "h5", "h6"].into_iter().enumerate() {
        document.select(name).set_attr(LEVEL, &(level + 1).to_string());
    }
    let all = document.body().map_or(0, |body| shown(&body));
    let Article { walk, blocks, of_root } = article(document, title.as_deref(), &mut tidied);
    let (mut found, _) = furniture::without_lines(blocks, &stated);
    let inside = of_root.saturating_sub(again::count(&found));
    let is_there = |title: &str| found.iter().any(|block| matches!(block, Block::Heading(_, words) if single_spaced(words) == title));
    if let Some(title) = title.filter(|title| !is_there(title)) {
        found.insert(0, Block::Heading(1, tidied.words(&title)));
    }
    let around = all.saturating_sub(again::count(&found) + inside);
    left.extend(some(around, "word~", " around the article: navigation, notices, what else the site shows"));
    left.extend(some(inside, "word~", " within the article: bylines, buttons, adverts, other articles"));
    left.extend(some(walk.marks, "mark~ of a note", ""));
    left.extend(some(walk.struck, STRUCK, LEFT));
    left.extend(some(walk.tables, "table~", ": kept row by row"));
    left.extend(some(walk.captions, "caption~", ": kept as rows, which are no sentences"));
    left.extend(block::said(&found));
    left.extend(tidied.said());
    Ok(Taken { text: written(&found), stated, left, reader: READER.to_owned() })
}

/// How many words an element shows, those of its buttons too.
fn shown(node: &NodeRef<'_>) -> usize {
    let buttons = node.descendants_it().filter(|node| walk::is(node, "button")).map(|node| count_words(&node.text()));
    again::count(&blocks(node, &mut Tidied::default()).blocks) + buttons.sum::<usize>()
}

/// What was found in a page.
#[derive(Default)]
struct Article {
    walk: Walk,
    blocks: Vec<Block>,
    /// How many words the element has in which it was found.
    of_root: usize,
}

/// The article as a reader view has it, with what that has dropped of it; the whole page where it finds none.
fn article(document: Document, title: Option<&str>, tidied: &mut Tidied) -> Article {
    again::number(&document);
    let whole = document.clone();
    if let Some(body) = document.body() {
        furniture::unname(&body);
        furniture::mark(&body);
    }
    let page = document.clone();
    let config = Config { max_elements_to_parse: ELEMENTS, keep_classes: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).and_then(|mut page| page.parse());
    if let Ok(article) = article {
        let content = Document::fragment(article.content);
        let root = again::root(&page, &content.root());
        furniture::take_out(&content.root());
        let mut walk = blocks(&content.root(), tidied);
        if !walk.blocks.is_empty() {
            let of_root = root.as_ref().map_or(0, shown);
            let found = std::mem::take(&mut walk.blocks);
            let blocks = match root {
                Some(root) => again::put_back(found, &root, title),
                None => found,
            };
            return Article { walk, blocks, of_root };
        }
    }
    whole.select("nav, header, footer, aside, form, script, style, noscript, template, dialog").remove();
    let mut walk = whole.body().map(|body| blocks(&body, tidied)).unwrap_or_default();
    let blocks = std::mem::take(&mut walk.blocks);
    let of_root = again::count(&blocks);
    Article { walk, blocks, of_root }
}

/// The heading over the article: the one that the page states as its title, or the only one that shares words with it. A site's
/// name stands in both, and is shorter than what stands beside it.
fn title(document: &Document, stated: Option<&str>) -> Option<String> {
    let all = |names: &str| -> Vec<String> {
        document.select(names).nodes().iter().map(|node| single_spaced(&node.text())).filter(|title| !title.is_empty()).collect()
    };
    let highest = all("h1");
    let Some(stated) = stated else { return Some(highest).filter(|all| all.len() == 1).and_then(|mut all| all.pop()) };
    let fits = |title: &&String| title.contains(stated) || stated.contains(title.as_str()) && title.len() * 2 > stated.len();
    let same = |title: &&String| title.as_str() == stated;
    let shares = |title: &&String| {
        let long = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).map(str::to_lowercase).collect::<Vec<_>>()
        };
        let known = long(stated);
        let words = long(title);
        words.iter().filter(|word| known.contains(word)).count() * 2 >= known.len()
    };
    let found = highest.iter().find(same).or_else(|| highest.iter().find(fits)).or_else(|| highest.iter().find(shares));
    found.cloned().or_else(|| all("h2, h3").iter().find(same).cloned())
}

fn left_out(document: &Document) -> Vec<String> {
    let of = |selector: &str, noun: &str| {
        let number = document.select(selector).length();
        some(number, noun, "")
    };
    let hidden = document.select("[hidden], [style]").nodes().iter().filter(|node| is_hidden(node)).count();
    let said = [
        of("img, picture > source:only-child", "image~"),
        of("svg", "drawing~"),
        of("video, audio, iframe, embed, object", "film~, sound~ or foreign page~"),
        of("script", "script~"),
        of("form", "form~"),
        some(hidden, "hidden element~", ""),
    ];
    said.into_iter().flatten().collect()
}

/// Its words, and what is to be said of how they are encoded. What reads as UTF-8 is that, whatever a page says: no other text
/// does by chance, and pages are saved again in it without a change to what they say.
pub fn decoded(bytes: &[u8]) -> (String, Option<String>) {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or(match bytes {
        [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    });
    let named = declared(bytes);
    let encoding = marked.or_else(|| Encoding::for_label(named.as_deref()?.as_bytes()));
    // What says that it is UTF-16 in words of one byte is not.
    let encoding = encoding.filter(|encoding| encoding.is_ascii_compatible() || marked.is_some());
    match (encoding, std::str::from_utf8(bytes)) {
        (None, Err(_)) => {
            let said = "the page does not say its encoding: read as Windows-1252, as browsers do";
            (encoding_rs::WINDOWS_1252.decode(bytes).0.into_owned(), Some(said.to_owned()))
        }
        (Some(encoding), Ok(text)) if marked.is_none() && encoding != encoding_rs::UTF_8 && !text.is_ascii() => {
            (text.to_owned(), Some(format!("the page says that it is {}, and is UTF-8: read as that", encoding.name())))
        }
        (None, Ok(text)) => (text.to_owned(), None),
        (Some(encoding), _) => (encoding.decode(bytes).0.into_owned(), None),
    }
}

/// Words that are no UTF-8 in the encoding of a name, else in that of browsers, and which that is.
pub fn decoded_as(bytes: &[u8], named: Option<&str>) -> (String, &'static str) {
    let encoding = named.and_then(|name| Encoding::for_label(name.as_bytes())).filter(|encoding| *encoding != encoding_rs::UTF_8);
    let encoding = encoding.unwrap_or(encoding_rs::WINDOWS_1252);
    (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name())
}

/// `<meta charset=…>`, `<meta http-equiv … content="text/html; charset=…">`, `<?xml … encoding=…?>`.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let behind = ["charset=", "encoding="].iter().find_map(|name| Some(head.split_once(name)?.1.to_owned()))?;
    let name = behind.trim_start_matches(['"', '\'', ' ']);
    Some(name.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).next()?.to_owned()).filter(|name| !name.is_empty())
}

/// Refuses what is nested so deeply that to read it takes minutes.
fn bounded(html: &str) -> Result<(), String> {
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let closes = rest.starts_with('/');
        let name: String =
            rest.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        if name.is_empty() || FLAT.contains(&name.as_str()) {
            continue;
        }
        if closes {
            depth = depth.saturating_sub(1);
            continue;
        }
        if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            let is_end =
                |at: &usize| rest.as_bytes().get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()));
            let end = rest.match_indices("</").map(|(at, _)| at).find(is_end);
            rest = end.map_or("", |at| &rest[at + 2..]);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            return Err(format!(
                "its elements stand more than {DEEPEST} deep in each other, as in no page: save its words as text, and add that"
            ));
        }
    }
    Ok(())
}
