//! Blocks of a page: lists, tables, sentences, figures.

use super::{language, sentence_id};
use crate::export::markup::escaped;
use crate::export::page_set::{Handed, Page};
use crate::page::doc::{JudgementRow, ListRow, Purpose};
use crate::page::figure::Figure;
use crate::page::{Block, Body, Role, Text};
use std::collections::HashSet;

pub struct Writer<'h> {
    /// What links within the document lead to; nothing where it is a memo.
    pub handed: Option<&'h Handed<'h>>,
    /// The anchor of the page that is written.
    pub here: String,
    /// The ids of all sentences that are written.
    pub sentences: HashSet<String>,
    figures: usize,
}

/// What stands open and wants to be closed before something else begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Fields,
    List(usize),
    Table,
}

impl<'h> Writer<'h> {
    pub fn without_pages() -> Self {
        Self { handed: None, here: String::new(), sentences: HashSet::new(), figures: 0 }
    }

    pub fn new(handed: &'h Handed<'h>) -> Self {
        let numbered = |page: &'h Page| {
            page.doc.blocks.iter().filter_map(move |block| match &block.body {
                Body::Sentence { number: Some(number), .. } => Some(sentence_id(&page.anchor, &number.to_string())),
                _ => None,
            })
        };
        Self { handed: Some(handed), here: String::new(), sentences: handed.pages.iter().flat_map(numbered).collect(), figures: 0 }
    }

    pub fn next_id(&mut self) -> String {
        self.figures += 1;
        format!("f_{}", self.figures)
    }

    /// The blocks of a page, with headings of a level; without a first one that says what stands over it already.
    pub fn blocks(&mut self, page: &Page, level: usize, title: &str) -> String {
        self.here.clone_from(&page.anchor);
        let said = page.doc.blocks.first().filter(|block| matches!(&block.body, Body::Paragraph(text) if text.plain() == title));
        self.blocks_of(&page.doc.blocks[usize::from(said.is_some())..], level)
    }

    pub fn blocks_of(&mut self, blocks: &[Block], level: usize) -> String {
        let mut out = String::new();
        let mut open = Open::None;
        // What the keys of the browser do is of no use on paper.
        let blocks: Vec<&Block> = blocks.iter().filter(|block| block.purpose != Purpose::How).collect();
        for (at, block) in blocks.iter().enumerate() {
            let wanted = wanted(block);
            let begins = wanted != open;
            if begins {
                out.push_str(close(open));
                out.push_str(begin(wanted));
                open = wanted;
            }
            out.push_str(&self.block(block, level, begins));
            if !blocks.get(at + 1).is_some_and(|next| self::wanted(next) == open && continues(next)) {
                out.push_str(end(open));
            }
        }
        out + close(open)
    }

    fn block(&mut self, block: &Block, level: usize, begins: bool) -> String {
        let mark = block.mark.map_or_else(String::new, |mark| {
            format!(" <bdi class=\"{}\">[{}]</bdi>", crate::export::figure::colours::ink(Role::from(mark)).name, mark.word())
        });
        match &block.body {
            Body::Heading { text, tail } => {
                let tail = if tail.is_empty() { String::new() } else { format!(" <bdi class=\"tail\">{}</bdi>", self.text(tail)) };
                format!("<h{level} dir=\"auto\">{}{tail}</h{level}>\n", escaped(&text.plain()))
            }
            Body::JudgementHeading(text) => format!("<h{level} dir=\"auto\">{}</h{level}>\n", escaped(&text.plain())),
            Body::Paragraph(text) => self.paragraph(block, text) + "\n",
            Body::Field { label, text } => {
                let label = if label.is_empty() { String::new() } else { format!("<dt>{}</dt>\n", escaped(label)) };
                let words = self.linked(block.link.as_ref(), self.text(text));
                field(&label, begins, &format!("<dd{}>{words}</dd>", auto(text)))
            }
            Body::Figure { label, figure, .. } if !label.is_empty() => {
                let drawn = self.figure(figure);
                field(&format!("<dt>{}</dt>\n", escaped(label)), begins, &format!("<dd>{drawn}</dd>"))
            }
            Body::Figure { figure, .. } => format!("<figure>\n{}</figure>\n", self.figure(figure)),
            Body::ListRow(row) => self.row(block, row, begins, &mark),
            Body::Judgement(row) => self.judgement(block, row, &mark),
            Body::Sentence { number, state, text } => {
                let number = number.map_or_else(String::new, |number| {
                    let number = number.to_string();
                    let linked = self.linked(block.link.as_ref(), escaped(&number));
                    let (sign, word) = (state.sign(), state.word());
                    format!(
                        "<bdi class=\"number\" id=\"{}\">{linked} {sign}<span class=\"hidden\"> {word}</span></bdi> ",
                        sentence_id(&self.here, &number)
                    )
                });
                let gap = if block.gap { " gap" } else { "" };
                format!("<p class=\"sentence{gap}\"{}>{number}{}</p>\n", auto(text), self.text(text))
            }
        }
    }

    fn paragraph(&self, block: &Block, text: &Text) -> String {
        // Of a text that is strong from end to end the paragraph is.
        let strong = !text.is_empty() && text.runs.iter().all(|run| run.role == Role::Strong || run.link.is_some());
        let class = match block.purpose {
            Purpose::Legend => " class=\"legend\"",
            _ if strong => " class=\"strong\"",
            _ => "",
        };
        format!("<p{class}{}>{}</p>", auto(text), self.linked(block.link.as_ref(), self.text(text)))
    }

    /// A row without an id goes on with the one above it. What stands before and behind the text does not say which way
    /// it runs.
    fn row(&self, block: &Block, row: &ListRow, begins: bool, mark: &str) -> String {
        if goes_on(block) && !begins {
            return format!("<div class=\"more\"{}>{}</div>\n", auto(&row.text), self.text(&row.text));
        }
        let link = block.link.as_ref();
        let bdi = |class: &str, words: String| if words.is_empty() { words } else { format!("<bdi{class}>{words}</bdi> ") };
        let (id, text) = if row.id.is_empty() {
            (String::new(), self.linked(link, self.text(&row.text)))
        } else {
            (self.linked(link, self.text(&row.id)), self.text(&row.text))
        };
        let behind = row.behind();
        let tail = if behind.is_empty() { String::new() } else { format!(" <bdi class=\"tail\">({})</bdi>", self.text(&behind)) };
        let row = format!("<li{}>{}{}{text}{tail}{mark}", auto(&row.text), bdi("", id), bdi(" class=\"lead\"", self.text(&row.lead)));
        format!("{}\n", row.trim_end())
    }

    fn judgement(&mut self, block: &Block, row: &JudgementRow, mark: &str) -> String {
        let bar = self.small(&Figure::Likelihood(row.likelihood.clone()));
        let dots = self.small(&Figure::Confidence(row.confidence.clone()));
        let said = row.likelihood.words();
        let words: Vec<String> =
            said.iter().filter(|text| !text.is_empty()).map(|text| format!("<div>{}</div>", self.text(text))).collect();
        let id = self.linked(block.link.as_ref(), self.text(&row.id));
        format!(
            "<tr>\n<td{}><bdi>{id}</bdi> {}{mark}</td>\n<td>{bar}{}</td>\n<td>{dots}<div>{}</div></td>\n</tr>\n",
            auto(&row.text),
            self.text(&row.text),
            words.concat(),
            self.text(&row.confidence.word())
        )
    }
}

/// A field without a label goes on with the one above it.
fn field(label: &str, begins: bool, words: &str) -> String {
    match (label.is_empty(), begins) {
        (true, false) => format!("{words}\n"),
        (true, true) => format!("<div>\n<dt class=\"hidden\">More</dt>\n{words}\n"),
        (false, _) => format!("<div>\n{label}{words}\n"),
    }
}

/// The attributes of text that is not ours: its letters say which way it runs.
fn auto(text: &Text) -> String {
    format!(" dir=\"auto\"{}", language(&text.plain()))
}

fn goes_on(block: &Block) -> bool {
    matches!(&block.body, Body::ListRow(row) if row.id.is_empty() && row.lead.is_empty() && row.tail.is_empty()) && block.link.is_none()
}

/// The block is a part of the entry above it.
fn continues(block: &Block) -> bool {
    goes_on(block) || matches!(&block.body, Body::Field { label, .. } if label.is_empty())
}

fn begin(open: Open) -> &'static str {
    match open {
        Open::None => "",
        Open::Fields => "<dl>\n",
        Open::List(_) => "<ul class=\"rows\">\n",
        Open::Table => {
            "<table>\n<thead>\n<tr><th scope=\"col\">Judgement</th><th scope=\"col\">Likelihood</th><th scope=\"col\">Confidence</th></tr>\n</thead>\n<tbody>\n"
        }
    }
}

/// What a block is an entry of.
fn wanted(block: &Block) -> Open {
    match &block.body {
        Body::Field { .. } => Open::Fields,
        Body::Figure { label, .. } if !label.is_empty() => Open::Fields,
        Body::ListRow(row) => Open::List(row.list),
        Body::Judgement(_) => Open::Table,
        _ => Open::None,
    }
}

/// What ends an entry.
fn end(open: Open) -> &'static str {
    match open {
        Open::Fields => "</div>\n",
        Open::List(_) => "</li>\n",
        Open::None | Open::Table => "",
    }
}

fn close(open: Open) -> &'static str {
    match open {
        Open::None => "",
        Open::Fields => "</dl>\n",
        Open::List(_) => "</ul>\n",
        Open::Table => "</tbody>\n</table>\n",
    }
}
