//! The talk as HTML: slides as high as the window, and what they lead to behind them. It is read and printed without its
//! script; with it, the keys of the terminal's talk turn slides.

use super::block::Writer;
use super::{Shell, document, kind_of, looked_up, marking, style};
use crate::export::figure::on_slide;
use crate::export::markup::escaped;
use crate::export::page_set::Page;
use crate::export::slides::{Deck, LEADING, MARGIN, SIZE, STEPS, Slide, before, small, tell_of_more};
use crate::export::svg::svg;
use crate::page::flow::{Weight, weight};
use crate::page::{Block, Body, Doc};
use crate::text::wrap;

/// Its hash stands in the policy of the page: nothing else runs there.
const SCRIPT: &str = include_str!("../../../assets/slides.js");
const HASH: &str = "sha256-pt11mA2uqjxdvUcF1lJvjRSDZjzJHIqu0P72ouJnpwA=";

/// How wide a letter is, in sizes of the type: as wide as the wider of the faces that browsers take.
const LETTER: f64 = 0.56;

pub fn slides(deck: &Deck<'_>) -> String {
    let marking = marking(deck.handed);
    let mut writer = Writer::new(deck.handed);
    let mut body = format!("<main id=\"main_content\">\n<h1 class=\"hidden\" dir=\"auto\">{}</h1>\n", escaped(&deck.title));
    for slide in &deck.slides {
        let step = step(&slide.page.doc);
        if step.is_none() {
            tell_of_more(deck.handed, slide.number);
        }
        body.push_str(&written(slide, step, &mut writer, marking));
    }
    let mut details: Vec<&Page> = deck.handed.pages.iter().filter(|page| !page.place.is_slide()).collect();
    details.sort_by_key(|page| kind_of(deck.handed, page).is_none());
    if !details.is_empty() {
        let marked = marked(marking);
        body.push_str(&format!(
            "<section class=\"behind\" aria-labelledby=\"behind_h\">\n{marked}<h2 id=\"behind_h\">What the slides stand on</h2>\n"
        ));
        body.push_str(&looked_up(deck.handed, &mut writer, &details));
        body.push_str("</section>\n");
    }
    body.push_str("</main>\n");
    if !details.is_empty() && marking.is_some() {
        body.push_str(&format!("<footer>\n{}</footer>\n", marked(marking)));
    }
    let shell = Shell { title: &deck.title, marking: None, style: &style::slides(marking), script: Some((SCRIPT, HASH)) };
    document(&shell, &body)
}

fn marked(marking: Option<&str>) -> String {
    marking.map_or_else(String::new, |text| format!("<p class=\"marking\">{}</p>\n", escaped(text)))
}

fn written(slide: &Slide, step: Option<usize>, writer: &mut Writer<'_>, marking: Option<&str>) -> String {
    let Slide { number, of, page, notes } = slide;
    let marked = marked(marking);
    let mut out = format!(
        "<section class=\"slide {}\" id=\"{}\" tabindex=\"-1\" aria-label=\"Slide {number} of {of}\">\n{marked}<div class=\"room\">\n",
        // What does not fit is printed on ordinary pages, which are marked as often as it goes on.
        step.map_or_else(|| format!("s{} long", STEPS.len() - 1), |step| format!("s{step}")),
        page.anchor,
    );
    if !page.doc.blocks.iter().any(|block| matches!(block.body, Body::Heading { .. })) {
        out.push_str(&format!("<h2 class=\"hidden\">{}</h2>\n", escaped(&page.doc.title)));
    }
    writer.here.clone_from(&page.anchor);
    for block in &page.doc.blocks {
        let class = ["figure", "statement", "small"][weight(block) as usize];
        let gap = if block.gap { " gap" } else { "" };
        out.push_str(&format!("<div class=\"{class}{gap}\">\n{}</div>\n", self::block(writer, block)));
    }
    out.push_str(&format!("</div>\n<p class=\"number\">{number} / {of}</p>\n{marked}</section>\n"));
    if let Some(notes) = notes {
        out.push_str(&format!("<details class=\"notes\" id=\"{}\">\n<summary>Notes on slide {number}</summary>\n", notes.anchor));
        out.push_str(&format!("{}</details>\n", writer.blocks_of(&notes.doc.blocks[1..], 3)));
    }
    out
}

fn block(writer: &mut Writer<'_>, block: &Block) -> String {
    match &block.body {
        Body::Figure { figure, .. } => format!("<figure>\n{}\n</figure>\n", svg(&on_slide(figure), &writer.next_id(), "all")),
        _ => writer.blocks_of(std::slice::from_ref(block), 2),
    }
}

/// The step whose type fits, by the width that letters have in most faces: a browser's own nobody knows here.
fn step(doc: &Doc) -> Option<usize> {
    let room = (SIZE.0 - 2.0 * MARGIN.0, SIZE.1 - 2.0 * MARGIN.1);
    let high = |block: &Block, step: f64| {
        let size = if weight(block) == Weight::Statement { step } else { small(step) };
        if let Body::Figure { figure, .. } = &block.body {
            let drawing = on_slide(figure);
            return drawing.height * room.0 / drawing.width;
        }
        let words: Vec<String> = block.parts().iter().map(|part| part.plain()).collect();
        lines(words.join(" ").trim(), room.0 / (size * LETTER)) * size * LEADING
    };
    let fits = |step: &f64| doc.blocks.iter().map(|block| high(block, *step) + before(block.gap)).sum::<f64>() <= room.1;
    STEPS.iter().position(fits)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn lines(words: &str, cells: f64) -> f64 {
    crate::export::figure::number(wrap(words, cells.clamp(1.0, 10_000.0) as usize).len())
}
