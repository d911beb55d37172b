//! HTML as the export writes it, read strictly: every tag is closed, every attribute stands in quotes.

use std::collections::BTreeSet;

/// Elements without an end.
const VOID: [&str; 1] = ["meta"];
/// All that may stand in a document.
#[rustfmt::skip]
const TAGS: [&str; 49] = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "footer", "nav", "main", "section", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl",
    "dt", "dd", "div", "span", "bdi", "b", "mark", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "figure", "svg", "desc", "path",
    "circle", "text", "tspan", "sup", "ol", "em", "strong", "code", "hr", "br",
];
const ATTRIBUTES: [&str; 36] = [
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "href",
    "id",
    "dir",
    "aria-labelledby",
    "role",
    "viewBox",
    "width",
    "height",
    "d",
    "cx",
    "cy",
    "r",
    "x",
    "y",
    "text-anchor",
    "stroke-width",
    "stroke-dasharray",
    "scope",
    "open",
    "title",
    "aria-label",
    "aria-hidden",
    "rel",
    "colspan",
    "rowspan",
    "tabindex",
    "start",
    "value",
    "media",
    "paint-order",
];

#[derive(Debug, Default)]
pub struct Read {
    /// What a reader sees, without the title and the style sheet.
    pub text: String,
    pub ids: BTreeSet<String>,
    pub links: Vec<String>,
    pub marks: Vec<String>,
    pub figures: usize,
    headings: Vec<usize>,
    labels: Vec<String>,
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"']), "{text}");
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
    for (at, _) in text.match_indices('&') {
        assert!(known.iter().any(|entity| text[at..].starts_with(entity)), "{text}");
    }
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&amp;", "&")
}

/// The attributes of a tag; all that follows its name.
fn attributes(mut rest: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.trim_start().split_once("=\"").unwrap_or_else(|| panic!("{rest}"));
        let (value, behind) = behind.split_once('"').unwrap_or_else(|| panic!("{rest}"));
        assert!(ATTRIBUTES.contains(&name), "attribute {name}");
        found.push((name, unescaped(value)));
        rest = behind;
    }
    found
}

/// Reads a document and holds it to what every one promises.
pub fn read(html: &str) -> Read {
    let mut read = Read::default();
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").expect("a document type");
    let mut open: Vec<&str> = Vec::new();
    while let Some((text, behind)) = rest.split_once('<') {
        read.text(&open, text);
        let (tag, behind) = behind.split_once('>').expect("a tag ends");
        rest = behind;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
            continue;
        }
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, named) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
        assert!(TAGS.contains(&name), "<{name}>");
        read.tag(name, attributes(named));
        if name == "style" {
            let (style, behind) = rest.split_once("</style>").expect("the style sheet ends");
            assert!(!style.contains('<') && !style.contains("url(") && !style.contains("@import"), "{style}");
            rest = behind;
        } else if !is_empty && !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{open:?}");
    read.check();
    read
}

impl Read {
    fn text(&mut self, open: &[&str], text: &str) {
        let text = unescaped(text);
        let commands =
            |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
        assert!(!text.contains(commands), "{text:?}");
        if open.contains(&"mark") {
            self.marks.push(text.clone());
        }
        if !open.contains(&"head") && !open.contains(&"svg") {
            self.text.push_str(&text);
        }
    }

    fn tag(&mut self, name: &str, attributes: Vec<(&str, String)>) {
        if let Some(level) = name.strip_prefix('h').and_then(|level| level.parse().ok()) {
            self.headings.push(level);
        }
        self.figures += usize::from(name == "svg");
        for (attribute, value) in attributes {
            match attribute {
                "id" => assert!(self.ids.insert(value.clone()), "two are called {value}"),
                "href" => self.links.push(value),
                "aria-labelledby" => self.labels.extend(value.split(' ').map(str::to_owned)),
                _ => {}
            }
        }
    }

    fn check(&self) {
        for link in &self.links {
            let leads = link
                .strip_prefix('#')
                .map_or_else(|| link.starts_with("https://") || link.starts_with("http://"), |id| self.ids.contains(id));
            assert!(leads, "{link} leads nowhere");
        }
        assert_eq!(self.labels.iter().find(|label| !self.ids.contains(*label)), None, "a label");
        assert_eq!(self.headings.first(), Some(&1), "the first heading");
        assert_eq!(self.headings.iter().filter(|level| **level == 1).count(), 1);
        assert!(self.headings.windows(2).all(|pair| pair[1] <= pair[0] + 1), "headings in order: {:?}", self.headings);
    }
}
