//! The paragraphs of a part of a Word document (ECMA-376, its part on word processing).

use super::nodes::{attribute, child, is, switch};
use super::numbering::{Mark, Numbering};
use super::styles::{Style, Styles, named, outline, struck};
use super::symbols::{self, symbol};
use crate::intake::block::{Block, is_page, raised, words};
use crate::intake::html;
use crate::intake::taken::some;
use crate::intake::tidy::Tidied;
use roxmltree::{Document, Node};
use std::mem::take;

/// What is not in the text, or not as it is in the document.
#[derive(Debug, Default)]
pub struct Counts {
    images: usize,
    tables: usize,
    deletions: usize,
    insertions: usize,
    moves: usize,
    hidden: usize,
    struck: usize,
    formulas: usize,
    boxes: usize,
    contents: usize,
    embedded: usize,
    marks: usize,
}

impl Counts {
    pub fn said(&self) -> Vec<String> {
        let said = [
            some(self.deletions, "tracked deletion~", ": left out"),
            some(self.insertions, "tracked insertion~", ": kept"),
            some(self.moves, "tracked move~", ": where it was moved to"),
            some(self.hidden, "hidden piece~ of text", ""),
            some(self.struck, html::STRUCK, html::LEFT),
            some(self.images, "image~ or drawing~", ""),
            some(self.formulas, "formula~", ": its letters in a row"),
            some(self.boxes, "text box~", ": behind the paragraph that holds it"),
            some(self.tables, "table~", ": kept row by row"),
            some(self.contents, "line~ of a table of contents", ""),
            some(self.embedded, "document~ within it", ": open it in its own program and save it again, or add them by themselves"),
            some(self.marks, "mark~ of a note", ""),
        ];
        said.into_iter().flatten().collect()
    }
}

/// Reads the parts of a document one after the other.
#[derive(Default)]
pub struct Reader {
    styles: Styles,
    numbering: Numbering,
    pub counts: Counts,
    pub tidied: Tidied,
    blocks: Vec<Block>,
    /// The words of a paragraph whose end was deleted: they begin the next one.
    carried: String,
    /// Of text boxes, which stand behind the paragraph that they hang on.
    waiting: Vec<Block>,
    /// The fields that are open, and which of them are tables of contents.
    fields: Vec<bool>,
}

impl Reader {
    pub fn new(styles: Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, ..Self::default() }
    }

    /// The blocks in an element: the whole text, a note, a text box, a cell.
    pub fn within(&mut self, holder: Node<'_, '_>) -> Vec<Block> {
        let around = (take(&mut self.blocks), take(&mut self.carried), take(&mut self.waiting));
        self.parts(holder);
        let open = take(&mut self.carried);
        self.blocks.extend((!open.trim().is_empty()).then_some(Block::Paragraph(open)));
        self.blocks.append(&mut self.waiting);
        let found = take(&mut self.blocks);
        (self.blocks, self.carried, self.waiting) = around;
        found
    }

    /// Each note as an item. What parts notes from text is in the part too, as notes of other types.
    pub fn notes(&mut self, part: &Document<'_>) -> Vec<Block> {
        let all = part.root_element().children().filter(|node| is(*node, "footnote") || is(*node, "endnote"));
        let all = all.filter(|note| attribute(*note, "type").is_none_or(|kind| kind == "normal"));
        let words = all.map(|note| words(self.within(note))).filter(|words| !words.is_empty());
        words.zip(1..).map(|(words, number)| Block::Item(format!("[{number}] {words}"))).collect()
    }

    /// Paragraphs and tables, within whatever holds them.
    fn parts(&mut self, holder: Node<'_, '_>) {
        for node in holder.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "altChunk" => self.counts.embedded += 1,
                "del" | "moveFrom" | "sectPr" | "pPr" | "rPr" | "tblPr" | "sdtPr" => {}
                _ if is_another(node) => {}
                _ => self.parts(node),
            }
        }
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        let mut words = String::new();
        let goes_on = self.fields.contains(&true);
        self.runs(node, &mut words);
        let is_listed = goes_on || self.fields.contains(&true);
        let properties = child(node, "pPr");
        if properties.and_then(|properties| child(child(properties, "rPr")?, "del")).is_some() {
            self.carried += &words;
            return;
        }
        let words = take(&mut self.carried) + &words;
        let style = properties.and_then(|properties| child(properties, "pStyle")).and_then(|style| attribute(style, "val"));
        let said = style.and_then(|style| self.styles.kind(style).or_else(|| named(style)));
        // Who leaves a table open does not take the rest of the document with it.
        let is_listed = is_listed && words.split_whitespace().next_back().is_some_and(is_page);
        if is_listed || matches!(said, Some(Style::Contents)) {
            self.counts.contents += usize::from(!words.trim().is_empty());
            return;
        }
        let level = properties.and_then(outline).or(match said {
            Some(Style::Heading(level)) => Some(level),
            _ => None,
        });
        if !words.trim().is_empty() {
            let mark = self.styles.list(properties, style).map(|list| self.numbering.mark(&list));
            self.blocks.push(match (level, mark) {
                (Some(level), Some(mark @ Mark::Number(_))) => Block::Heading(level, mark.before(&words)),
                (Some(level), _) => Block::Heading(level, words),
                (None, Some(mark @ (Mark::Number(_) | Mark::Bullet))) => Block::Item(mark.before(&words)),
                (None, _) => Block::Paragraph(words),
            });
        }
        self.blocks.append(&mut self.waiting);
    }

    fn runs(&mut self, holder: Node<'_, '_>, words: &mut String) {
        for node in holder.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "pPr" | "rPr" | "delText" | "rt" => {}
                "fldChar" if attribute(node, "fldCharType") == Some("begin") => self.fields.push(false),
                "fldChar" if attribute(node, "fldCharType") == Some("end") => _ = self.fields.pop(),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut() {
                        *field |= lists(node.text());
                    }
                }
                "fldSimple" => {
                    self.fields.push(lists(attribute(node, "instr")));
                    self.runs(node, words);
                    self.fields.pop();
                }
                "del" => self.counts.deletions += 1,
                "moveFrom" => self.counts.moves += 1,
                "ins" => {
                    self.counts.insertions += usize::from(child(node, "r").is_some());
                    self.runs(node, words);
                }
                "r" if is_on(node, "vanish") => self.counts.hidden += 1,
                "r" if self.is_struck(node) => self.counts.struck += usize::from(has_words(node)),
                "r" if is_raised(node) => {
                    let mut above = String::new();
                    self.runs(node, &mut above);
                    *words += raised(words, &above);
                    *words += &above;
                }
                "t" => {
                    let text = symbols::typed(font(node), node.text().unwrap_or_default());
                    *words += &self.tidied.words(&text.replace(['\n', '\r', '\t'], " "));
                }
                "tab" | "ptab" => words.push(' '),
                "br" | "cr" => words.push('\n'),
                "noBreakHyphen" => words.push('-'),
                "sym" => *words += &self.tidied.words(&symbol(node).to_string()),
                "footnoteReference" | "endnoteReference" => self.counts.marks += 1,
                "oMath" => {
                    self.counts.formulas += 1;
                    self.runs(node, words);
                }
                "drawing" | "pict" | "object" | "txbxContent" => self.drawing(node),
                _ if is_another(node) => {}
                _ => self.runs(node, words),
            }
        }
    }

    fn is_struck(&self, run: Node<'_, '_>) -> bool {
        let Some(properties) = child(run, "rPr") else { return false };
        struck(properties).unwrap_or_else(|| child(properties, "rStyle").is_some_and(|style| self.styles.is_struck(style)))
    }

    /// A picture, or a box of text.
    fn drawing(&mut self, node: Node<'_, '_>) {
        let boxes: Vec<Node<'_, '_>> = node.descendants().filter(|node| is(*node, "txbxContent")).collect();
        if boxes.is_empty() {
            self.counts.images += 1;
        }
        for content in boxes {
            self.counts.boxes += 1;
            let found = self.within(content);
            self.waiting.extend(found);
        }
    }

    fn table(&mut self, node: Node<'_, '_>) {
        self.counts.tables += 1;
        for row in node.children().filter(|node| is(*node, "tr")) {
            if child(row, "trPr").and_then(|properties| child(properties, "del")).is_some() {
                self.counts.deletions += 1;
                continue;
            }
            let cells = row.descendants().filter(|node| is(*node, "tc") && nearest(*node, "tr") == Some(row));
            let cells = cells.map(|cell| words(self.within(cell))).collect();
            self.blocks.push(Block::Row(cells));
        }
    }
}

/// What a field is told to do: to list the headings.
fn lists(told: Option<&str>) -> bool {
    told.and_then(|told| told.split_whitespace().next()) == Some("TOC")
}

/// The same for programs that do not know what stands before it.
fn is_another(node: Node<'_, '_>) -> bool {
    (is(node, "Choice") || is(node, "Fallback")) && node.prev_sibling_element().is_some()
}

fn nearest<'n, 'd>(node: Node<'n, 'd>, name: &str) -> Option<Node<'n, 'd>> {
    node.ancestors().skip(1).find(|node| is(*node, name))
}

/// Whether a run has a property that is on or off.
fn is_on(run: Node<'_, '_>, name: &str) -> bool {
    child(run, "rPr").and_then(|properties| switch(properties, name)) == Some(true)
}

fn has_words(run: Node<'_, '_>) -> bool {
    run.descendants().any(|node| is(node, "t") && node.text().is_some_and(|text| !text.trim().is_empty()))
}

/// The font of the run that a text is in.
fn font<'n>(text: Node<'n, '_>) -> &'n str {
    let fonts = text.parent_element().and_then(|run| child(child(run, "rPr")?, "rFonts"));
    fonts.and_then(|fonts| attribute(fonts, "ascii")).unwrap_or_default()
}

fn is_raised(run: Node<'_, '_>) -> bool {
    child(run, "rPr").and_then(|properties| attribute(child(properties, "vertAlign")?, "val")) == Some("superscript")
}
