//! The elements of a page as blocks.

use crate::intake::block::{Block, is_note_sign, list_mark, raised, words};
use crate::intake::tidy::Tidied;
use dom_query::NodeRef;

/// The attribute that keeps a heading's level: a reader view makes lower ones of the highest.
pub const LEVEL: &str = "data-level";

pub const PARTS: [&str; 27] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "address",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "center",
    "fieldset",
    "hr",
    "body",
    "aside",
    "nav",
    "form",
    "caption",
    "ul",
    "ol",
];
const UNREAD: [&str; 17] = [
    "script", "style", "noscript", "template", "head", "title", "img", "svg", "video", "audio", "iframe", "object", "embed", "button",
    "input", "select", "textarea",
];

/// In words: what is longer is called so and is none.
const LONGEST_CAPTION: usize = 120;
/// In letters: a caption of so many that another begins with is that, cut short.
const CUT: usize = 40;

#[derive(Default)]
pub struct Walk {
    pub blocks: Vec<Block>,
    /// Marks of notes, which are no words of the sentence that they stand in.
    pub marks: usize,
    pub tables: usize,
    pub captions: usize,
    /// Pieces of text that are struck out: somebody has taken them back.
    pub struck: usize,
    /// The letters of the captions, and which blocks they are: pages hold one several times, whole and cut short.
    shown: Vec<(String, usize)>,
    line: String,
    /// The next number of each list that is open; none of one without numbers.
    lists: Vec<Option<u64>>,
    mark: Option<String>,
    heading: Option<u8>,
    is_verbatim: bool,
}

pub fn blocks(root: &NodeRef<'_>, tidied: &mut Tidied) -> Walk {
    let mut walk = Walk::default();
    walk.children(root, tidied);
    walk.flush();
    walk
}

impl Walk {
    fn children(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        for child in node.children_it(false) {
            self.node(&child, tidied);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        if node.is_text() {
            let text = node.text();
            let text = if self.is_verbatim { text.to_string() } else { text.replace(['\n', '\r', '\t'], " ") };
            self.line += &tidied.words(&text);
            return;
        }
        let Some(name) = node.node_name().map(|name| name.to_string()) else { return };
        let name = name.as_str();
        if UNREAD.contains(&name) || is_hidden(node) {
            return;
        }
        let level = node.attr(LEVEL).and_then(|level| level.parse().ok()).or_else(|| name.strip_prefix('h')?.parse().ok());
        match name {
            "br" => self.line.push('\n'),
            _ if level.is_some() => {
                self.flush();
                self.heading = level;
                self.children(node, tidied);
                self.flush();
                self.heading = None;
            }
            "del" | "s" | "strike" => self.struck += usize::from(!node.text().trim().is_empty()),
            // A browser shows quotation marks around it.
            "q" => {
                self.line.push('“');
                self.children(node, tidied);
                self.line.push('”');
            }
            "sup" if is_mark(node) => self.marks += 1,
            "sup" => {
                self.line += raised(&self.line, &node.text());
                self.children(node, tidied);
            }
            "li" => self.item(node, tidied),
            "table" if is_data(node) => self.table(node, tidied),
            "table" | "tbody" | "thead" | "tr" | "td" | "th" => self.part(node, tidied),
            "ul" | "ol" => {
                let first = node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then_some(first));
                self.part(node, tidied);
                self.lists.pop();
            }
            "pre" => {
                self.is_verbatim = true;
                self.part(node, tidied);
                self.is_verbatim = false;
            }
            _ if name == "figcaption" || PARTS.contains(&name) && is_called(node, &["caption"]) => self.caption(node, tidied),
            _ if PARTS.contains(&name) => self.part(node, tidied),
            _ => self.children(node, tidied),
        }
    }

    fn part(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        self.flush();
        self.children(node, tidied);
        self.flush();
    }

    /// What stands under a picture is said of that, and is no sentence of the text around it: a row.
    fn caption(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        self.flush();
        let first = self.blocks.len();
        self.part(node, tidied);
        if node.text().split_whitespace().count() <= LONGEST_CAPTION {
            let words = words(self.blocks.split_off(first));
            self.shown.retain(|(_, at)| *at < first);
            if !words.is_empty() {
                self.captions += 1;
                self.show(&once(&words));
            }
        }
    }

    /// A caption, unless it is there.
    fn show(&mut self, words: &str) {
        let letters = letters(words);
        match self.shown.iter_mut().find(|(shown, _)| is_cut(shown, &letters)) {
            Some((shown, at)) if letters.len() > shown.len() => {
                self.blocks[*at] = Block::Row(vec![words.to_owned()]);
                *shown = letters;
            }
            Some(_) => {}
            None => {
                self.shown.push((letters, self.blocks.len()));
                self.blocks.push(Block::Row(vec![words.to_owned()]));
            }
        }
    }

    fn item(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        self.flush();
        self.mark = Some(list_mark(self.lists.last_mut().and_then(Option::as_mut)));
        self.children(node, tidied);
        self.flush();
        self.mark = None;
    }

    fn table(&mut self, node: &NodeRef<'_>, tidied: &mut Tidied) {
        self.flush();
        self.tables += 1;
        // It may say what the figures count.
        node.children_it(false).filter(|child| is(child, "caption")).for_each(|caption| self.caption(&caption, tidied));
        for row in rows(node) {
            let cells = row.children_it(false).filter(|node| is(node, "td") || is(node, "th"));
            let cells = cells.map(|cell| {
                let within = blocks(&cell, tidied);
                self.marks += within.marks;
                self.captions += within.captions;
                self.tables += within.tables;
                self.struck += within.struck;
                words(within.blocks)
            });
            let row = Block::Row(cells.collect());
            self.blocks.push(row);
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.line);
        if words.trim().is_empty() {
            return;
        }
        if let Some(level) = self.heading {
            // A link to the heading itself.
            self.blocks.push(Block::Heading(level, words.trim().trim_matches(['¶', '🔗']).to_owned()));
            return;
        }
        match self.mark.take() {
            Some(mark) => self.blocks.push(Block::Item(mark + words.trim())),
            // Two line breaks in a row are how some pages part paragraphs.
            None => {
                self.blocks
                    .extend(words.split("\n\n").filter(|part| !part.trim().is_empty()).map(|part| Block::Paragraph(part.to_owned())));
            }
        }
    }
}

/// In small ones.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One is the other, or that cut short, with a word such as "more" at its end.
fn is_cut(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    one == other || same >= CUT && same * 10 >= one.chars().count().min(other.chars().count()) * 9
}

/// The lines of a caption, each of them whole and once.
fn once(words: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for line in words.lines() {
        match kept.iter_mut().find(|kept| is_cut(&letters(kept), &letters(line))) {
            Some(same) if same.len() < line.len() => *same = line,
            Some(_) => {}
            None => kept.push(line),
        }
    }
    kept.join("\n")
}

pub fn is(node: &NodeRef<'_>, name: &str) -> bool {
    node.node_name().is_some_and(|own| &*own == name)
}

/// A class or an id of an element has one of these words in it, in small letters: "share-tools", "relatedLinks".
pub fn is_called(node: &NodeRef<'_>, table: &[&str]) -> bool {
    let mut names = ["class", "id"].iter().flat_map(|attribute| names(node, attribute));
    names.any(|name| name.iter().any(|word| table.contains(&word.as_str())))
}

/// The classes of an element, or its id, each as its words in small letters.
pub fn names(node: &NodeRef<'_>, attribute: &str) -> Vec<Vec<String>> {
    let values = node.attr(attribute).map(|value| value.to_string()).unwrap_or_default();
    let words = |name: &str| {
        let mut words: Vec<String> = vec![String::new()];
        for c in name.chars() {
            if !c.is_alphanumeric() || c.is_uppercase() {
                words.push(String::new());
            }
            words.last_mut().into_iter().filter(|_| c.is_alphanumeric()).for_each(|word| word.extend(c.to_lowercase()));
        }
        words
    };
    values.split_whitespace().map(words).collect()
}

pub fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr("style").map(|style| style.replace(' ', "").to_ascii_lowercase());
    node.has_attr("hidden") || style.is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// A number or a sign that leads to a note. One in square brackets needs no link: nothing else is raised so.
fn is_mark(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    let is_bracketed = text.starts_with('[') && text.ends_with(']');
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')'));
    is_note_sign(text) && (is_bracketed || node.descendants_it().any(|node| is(&node, "a")))
}

/// Its own, without those of tables in it.
fn rows<'n>(table: &NodeRef<'n>) -> impl Iterator<Item = NodeRef<'n>> {
    let own = table.id;
    let is_own = move |row: &NodeRef<'n>| row.ancestors_it(None).find(|node| is(node, "table")).is_some_and(|table| table.id == own);
    table.descendants_it().filter(|node| is(node, "tr")).filter(is_own)
}

/// More than a column of more than one row: other tables only hold a page in place.
fn is_data(table: &NodeRef<'_>) -> bool {
    let wide = rows(table).filter(|row| row.children_it(false).filter(|node| is(node, "td") || is(node, "th")).count() > 1).count();
    let holds_parts = table.descendants_it().any(|node| is(&node, "table") || is(&node, "p") || is(&node, "div"));
    wide > 1 && (!holds_parts || table.descendants_it().any(|node| is(&node, "th")))
}
