//! What a page states of itself: in its meta tags, as linked data (JSON-LD), in links, and what a browser wrote when it saved it.

use crate::intake::metadata::{address, date, said};
use crate::intake::taken::Stated;
use crate::text::web::{same_page, web_address};
use dom_query::Document;
use serde_json::Value;

/// The names of meta tags, those that say it best first.
const TITLE: [&str; 7] = ["citation_title", "dc.title", "dcterms.title", "og:title", "parsely-title", "twitter:title", "title"];
const AUTHOR: [&str; 8] =
    ["citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author", "sailthru.author", "byl"];
const PUBLISHER: [&str; 5] = ["citation_journal_title", "dc.publisher", "dcterms.publisher", "og:site_name", "publisher"];
#[rustfmt::skip]
const DATE: [&str; 15] = [
    "article:published_time", "og:article:published_time", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publication_date", "date",
];
const LANGUAGE: [&str; 4] = ["dc.language", "dcterms.language", "content-language", "og:locale"];
/// Elements that hold who wrote a page, those that hold nothing else first.
const AUTHORS: [&str; 3] = ["[itemprop~='author'] [itemprop~='name']", "[rel~='author']", "[itemprop~='author']"];
/// In words of a name.
const LONGEST_NAME: usize = 8;
/// The types of schema.org that are articles; the last words of others tell too.
const ARTICLES: [&str; 3] = ["Article", "Posting", "Report"];
/// What a browser writes at the top of a page that it saves.
const SAVED: &str = "saved from url=";

pub fn of(document: &Document, html: &str) -> Stated {
    let linked = linked(document);
    let meta = meta(document);
    let first = |names: &[&str]| names.iter().find_map(|name| meta.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone()));
    let authors = AUTHOR.iter().find_map(|name| {
        let all = meta.iter().filter(|(other, value)| other == name && web_address(value).is_none());
        let all: Vec<String> = all.map(|(_, value)| without_by(value)).collect();
        (!all.is_empty()).then(|| once(all))
    });
    let attribute = |selector: &str, name: &str| document.select(selector).nodes().first().and_then(|node| said(&node.attr(name)?));
    let text = |selector: &str| document.select(selector).nodes().first().and_then(|node| said(&node.text()));
    let by_tags = Stated {
        kind: first(&["og:type"]).filter(|kind| kind.eq_ignore_ascii_case("article")).map(|kind| kind.to_lowercase()),
        title: first(&TITLE),
        authors: authors.unwrap_or_default(),
        publisher: first(&PUBLISHER),
        date: first(&DATE).as_deref().and_then(date),
        url: first(&["og:url"]).as_deref().and_then(address),
        language: first(&LANGUAGE),
        ..Stated::default()
    };
    let by_elements = Stated {
        title: text("head > title").or_else(|| text("h1")),
        authors: AUTHORS
            .iter()
            .find_map(|selector| text(selector))
            .map(|name| without_by(&name))
            .filter(|name| is_name(name))
            .into_iter()
            .collect(),
        date: attribute("time[itemprop~='datePublished'], time[pubdate], [itemprop~='datePublished'][datetime]", "datetime")
            .as_deref()
            .and_then(date),
        url: saved_from(html),
        ..Stated::default()
    };
    // An object of schema.org may be called by an address that is none of the page.
    let canonical = attribute("link[rel~='canonical']", "href").as_deref().and_then(address);
    let by_page = Stated { language: attribute("html", "lang"), url: canonical, ..Stated::default() };
    let mut stated = by_page.or(linked).or(by_tags).or(by_elements);
    stated.title = stated.title.map(|title| shown_title(document, title));
    stated
}

/// A title with the name of its site behind it, or before it, is the heading of the page where that is all the rest.
fn shown_title(document: &Document, title: String) -> String {
    let is_rule = |c: char| matches!(c, '|' | '-' | '–' | '—' | '·' | ':' | '•' | '«' | '»');
    // What is shorter than the rest is the site's own name.
    let is_most = |heading: &String| heading.len() * 2 > title.len();
    let headings = document.select("h1").nodes().iter().filter_map(|node| said(&node.text())).filter(is_most).collect::<Vec<String>>();
    let first =
        headings.iter().find(|heading| title.strip_prefix(heading.as_str()).is_some_and(|rest| rest.trim_start().starts_with(is_rule)));
    let last =
        || headings.iter().find(|heading| title.strip_suffix(heading.as_str()).is_some_and(|rest| rest.trim_end().ends_with(is_rule)));
    first.or_else(last).cloned().unwrap_or(title)
}

/// By their names in small letters, in the order of the page.
fn meta(document: &Document) -> Vec<(String, String)> {
    let tags = document.select("meta[content]");
    let each = tags.nodes().iter().filter_map(|tag| {
        let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|attribute| tag.attr(attribute))?;
        Some((name.trim().to_ascii_lowercase().replace("dc:", "dc."), said(&tag.attr("content")?)?))
    });
    each.collect()
}

/// Such an element may hold the day, and a button, too.
fn is_name(name: &str) -> bool {
    name.split_whitespace().count() <= LONGEST_NAME && !name.contains(|c: char| c.is_ascii_digit())
}

/// Each once.
fn once(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

/// Without what stands between it and the next words of its page.
fn without_by(name: &str) -> String {
    let name = name.trim_end_matches([' ', '—', '–', '-', ',', '|', '·', ':']);
    name.strip_prefix("By ").or_else(|| name.strip_prefix("by ")).unwrap_or(name).to_owned()
}

/// `<!-- saved from url=(0031)https://example.com/ -->`
fn saved_from(html: &str) -> Option<String> {
    let (_, behind) = html.get(..html.floor_char_boundary(4096))?.split_once(SAVED)?;
    let url = behind.split_once(')').filter(|_| behind.starts_with('(')).map_or(behind, |(_, url)| url);
    let url = url.split(|c: char| c.is_whitespace() || c == '>').next()?.trim_end_matches("--");
    address(url)
}

fn linked(document: &Document) -> Stated {
    let scripts = document.select("script[type='application/ld+json']");
    let values = scripts.nodes().iter().filter_map(|script| serde_json::from_str::<Value>(script.text().trim()).ok());
    let values: Vec<Value> = values.collect();
    let mut articles = Vec::new();
    for value in &values {
        find(value, &mut articles);
    }
    // A page may hold data of other stories, too: of those that its links lead to, or of the one that it was made after.
    let page = Page::of(document);
    let stated = articles.into_iter().map(|article| of_article(article, &values)).collect::<Vec<_>>();
    let own = stated.iter().find(|stated| page.agrees(stated) == Some(true));
    own.or_else(|| stated.iter().find(|stated| page.agrees(stated).is_none())).cloned().unwrap_or_default()
}

/// What a page is called and where it is, by which its own linked data is known.
struct Page {
    titles: Vec<String>,
    addresses: Vec<String>,
}

impl Page {
    fn of(document: &Document) -> Self {
        let all = |selector: &str, attribute: &str| -> Vec<String> {
            document.select(selector).nodes().iter().filter_map(|node| said(&node.attr(attribute)?)).collect()
        };
        let headings = document.select("head > title, h1").nodes().iter().filter_map(|node| said(&node.text())).collect();
        let addresses: Vec<String> = [all("link[rel~='canonical']", "href"), all("meta[property='og:url']", "content")].concat();
        let addresses = addresses.iter().filter_map(|url| same_page(url)).collect();
        Self { titles: [all("meta[property='og:title']", "content"), headings].concat(), addresses }
    }

    /// Whether linked data is of this page; none where nothing tells. A headline may be another one for a search engine, and an
    /// address another one of the same page, so one of both is enough.
    fn agrees(&self, linked: &Stated) -> Option<bool> {
        let url = linked.url.as_deref().and_then(same_page).filter(|_| !self.addresses.is_empty());
        let url = url.map(|url| self.addresses.contains(&url));
        let title = linked.title.as_deref().filter(|_| !self.titles.is_empty());
        let title = title.map(|title| self.titles.iter().any(|own| are_alike(own, title)));
        match (url, title) {
            (None, None) => None,
            _ => Some(url == Some(true) || title == Some(true)),
        }
    }
}

/// One title stands in the other, or they share half of the words of the shorter one.
fn are_alike(one: &str, other: &str) -> bool {
    let words = |title: &str| -> Vec<String> {
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    if short.is_empty() {
        return false;
    }
    let is_long = |word: &&String| word.chars().count() > 3;
    let known = short.iter().filter(is_long).count();
    let shared = short.iter().filter(is_long).filter(|word| long.contains(word)).count();
    long.concat().contains(&short.concat()) || shared > 1 && shared * 2 >= known
}

fn of_article(article: &Value, all: &[Value]) -> Stated {
    let text = |name: &str| article.get(name).and_then(|value| first_text(value, all));
    let url = text("url").or_else(|| {
        article.get("mainEntityOfPage").and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()).map(str::to_owned))
    });
    Stated {
        kind: types(article).any(|name| name.ends_with("Article") || name.ends_with("Posting")).then(|| "article".to_owned()),
        title: text("headline").or_else(|| text("name")),
        authors: once(
            article.get("author").map(|author| texts(author, all)).unwrap_or_default().iter().map(|name| without_by(name)).collect(),
        ),
        publisher: text("publisher"),
        date: text("datePublished").as_deref().and_then(date),
        url: url.as_deref().and_then(address),
        language: text("inLanguage"),
        ..Stated::default()
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let named = value.get("@type").into_iter().flat_map(|kind| kind.as_array().map_or_else(|| std::slice::from_ref(kind), Vec::as_slice));
    named.filter_map(Value::as_str)
}

/// Those of articles, in lists and graphs too.
fn find<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| find(value, found)),
        Value::Object(_) if types(value).any(|name| ARTICLES.iter().any(|end| name.ends_with(end))) => found.push(value),
        Value::Object(fields) => fields.get("@graph").into_iter().for_each(|graph| find(graph, found)),
        _ => {}
    }
}

fn first_text(value: &Value, all: &[Value]) -> Option<String> {
    texts(value, all).into_iter().next()
}

/// A text, the name of a thing, or of one that stands elsewhere under its id.
fn texts(value: &Value, all: &[Value]) -> Vec<String> {
    match value {
        // Many write them as they write pages.
        Value::String(text) if text.contains('&') => said(&Document::fragment(text.replace('<', "&lt;")).text()).into_iter().collect(),
        Value::String(text) => said(text).into_iter().collect(),
        Value::Array(values) => values.iter().flat_map(|value| texts(value, all)).collect(),
        Value::Object(fields) => match (fields.get("name"), fields.get("@id")) {
            (Some(name), _) => texts(name, all),
            (None, Some(id)) => all
                .iter()
                .find_map(|value| under(value, id))
                .and_then(|thing| thing.get("name")?.as_str().and_then(said))
                .into_iter()
                .collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn under<'v>(value: &'v Value, id: &Value) -> Option<&'v Value> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| under(value, id)),
        Value::Object(fields) if fields.get("@id") == Some(id) && fields.contains_key("name") => Some(value),
        Value::Object(fields) => fields.get("@graph").and_then(|graph| under(graph, id)),
        _ => None,
    }
}
