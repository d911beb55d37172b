//! One file of HTML: no script, nothing from elsewhere. What is read stands open, and what is looked up from it stands
//! folded behind it.

mod block;
mod deck;
mod figure;
mod inline;
mod style;

use super::Bytes;
use super::markup::escaped;
use super::memo::Memo;
use super::page_set::{Handed, Page, Part};
use super::slides::Deck;
use crate::english::language::is_foreign;
use crate::page::about::place_names::kind;
use crate::page::doc::Purpose;
use crate::page::{Doc, Found, Role, Text, locate};
use crate::text::capitalised;
use crate::text::clip::clip;
use block::Writer;

/// # Errors
///
/// None: everything can be written.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let title = title(handed);
    let mut body = String::new();
    let main: Vec<&Page> = handed.pages.iter().filter(|page| page.part == Part::Main).collect();
    let details: Vec<&Page> = handed.pages.iter().filter(|page| page.part == Part::Detail).collect();
    if handed.pages.len() > 1 {
        body.push_str(&contents(&main, !details.is_empty()));
    }
    body.push_str("<main id=\"main_content\">\n");
    body.push_str(&format!("<h1 dir=\"auto\"{}>{}</h1>\n", language(&title), escaped(&title)));
    let mut writer = Writer::new(handed);
    for page in main {
        let note = if page.doc.note.is_empty() { String::new() } else { format!(" <bdi class=\"tail\">{}</bdi>", escaped(&page.doc.note)) };
        let name = escaped(&page.doc.title);
        body.push_str(&format!(
            "<section id=\"{0}\" aria-labelledby=\"{0}_h\">\n<h2 id=\"{0}_h\" dir=\"auto\">{name}{note}</h2>\n",
            page.anchor
        ));
        body.push_str(&writer.blocks(page, 3, &title));
        body.push_str("</section>\n");
    }
    if !details.is_empty() {
        body.push_str(&format!(
            "<section id=\"{LOOKED_UP}\" aria-labelledby=\"{LOOKED_UP}_h\">\n<h2 id=\"{LOOKED_UP}_h\">Looked up</h2>\n"
        ));
        body.push_str(&looked_up(handed, &mut writer, &details));
        body.push_str("</section>\n");
    }
    body.push_str("</main>\n");
    let shell = Shell { title: &title, marking: marking(handed), style: &style::sheet(marking(handed), None), script: None };
    Ok(document(&shell, &body).into_bytes())
}

/// # Errors
///
/// None: everything can be written.
pub fn memo(memo: &Memo<'_>) -> Bytes {
    let subject = memo.letterhead[3].1.plain();
    let mut body = String::from("<main id=\"main_content\" class=\"memo\">\n<h1>Memo</h1>\n");
    if let Some(notice) = &memo.notice {
        body.push_str(&format!("<p class=\"strong\">{}</p>\n", escaped(notice)));
    }
    body.push_str("<dl>\n");
    let writer = &mut Writer::without_pages();
    for (label, text) in &memo.letterhead {
        let (language, text) = (language(&text.plain()), writer.text(text));
        body.push_str(&format!("<div><dt>{label}:</dt> <dd dir=\"auto\"{language}>{text}</dd></div>\n"));
    }
    body.push_str("</dl>\n");
    body.push_str(&writer.blocks_of(&memo.doc.blocks, 2));
    body.push_str(&format!("<p class=\"yardstick\">{}</p>\n</main>\n", writer.text(&memo.footer)));
    let marking = memo.marking.as_deref();
    let shell = Shell { title: &subject, marking, style: &style::sheet(marking, Some(memo.paper)), script: None };
    Ok(document(&shell, &body).into_bytes())
}

/// # Errors
///
/// None: everything can be written.
pub fn slides(deck: &Deck<'_>) -> Bytes {
    Ok(deck::slides(deck).into_bytes())
}

fn marking<'h>(handed: &'h Handed<'_>) -> Option<&'h str> {
    handed.marking.as_ref().map(|(marking, _)| marking.as_str())
}

/// The briefing by its title, and of a part of it what part it is.
fn title(handed: &Handed<'_>) -> String {
    let own = handed.pages.first().map_or("", |page| page.doc.title.as_str());
    match handed.inside() {
        Some((held, Found::Cover)) => held.resolved.briefing.title().to_owned(),
        Some((held, _)) => format!("{}: {own}", held.resolved.briefing.title()),
        None => own.to_owned(),
    }
}

/// What stands around the body of a document.
struct Shell<'s> {
    title: &'s str,
    /// The first that is read, and the last.
    marking: Option<&'s str>,
    style: &'s str,
    /// And its hash.
    script: Option<(&'s str, &'s str)>,
}

fn document(shell: &Shell<'_>, body: &str) -> String {
    let marked = |tag: &str| {
        shell.marking.map_or_else(String::new, |text| format!("<{tag}>\n<p class=\"marking\">{}</p>\n</{tag}>\n", escaped(text)))
    };
    let runs = shell.script.map_or_else(String::new, |(_, hash)| format!("; script-src '{hash}'"));
    let script = shell.script.map_or_else(String::new, |(script, _)| format!("<script>{script}</script>\n"));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'{runs}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main_content\">Skip to the content</a>\n{}{body}{}{script}</body>\n</html>\n",
        window_title(shell.title),
        shell.style,
        marked("header"),
        marked("footer"),
    )
}

/// The longest title that validators take.
const WINDOW_TITLE: usize = 70;

/// As much of a title as validators take for one: they count what is written, with its escapes.
fn window_title(title: &str) -> String {
    let mut shorter = (1..=WINDOW_TITLE).rev().map(|cells| escaped(&clip(title, cells)));
    let fitting = shorter.find(|title| title.encode_utf16().count() <= WINDOW_TITLE).filter(|title| !title.trim().is_empty());
    fitting.unwrap_or_else(|| "Untitled".to_owned())
}

/// The anchor of what is looked up; no page has one with a line below.
const LOOKED_UP: &str = "looked_up";

fn contents(main: &[&Page], has_details: bool) -> String {
    let mut out = String::from("<nav aria-labelledby=\"on_page\">\n<details>\n<summary id=\"on_page\">On this page</summary>\n<ul>\n");
    for page in main {
        let note = if page.doc.note.is_empty() { String::new() } else { format!(" <bdi class=\"tail\">{}</bdi>", escaped(&page.doc.note)) };
        out.push_str(&format!("<li dir=\"auto\"><a href=\"#{}\">{}</a>{note}</li>\n", page.anchor, escaped(&page.doc.title)));
    }
    if has_details {
        out.push_str(&format!(
            "<li><a href=\"#{LOOKED_UP}\">Looked up</a> <bdi class=\"tail\">claims and what else is linked</bdi></li>\n"
        ));
    }
    out + "</ul>\n</details>\n</nav>\n"
}

/// Folded pages under the names of their kinds. The anchor stands within what is folded: a browser unfolds what hides the
/// target of a link.
fn looked_up(handed: &Handed<'_>, writer: &mut Writer<'_>, details: &[&Page]) -> String {
    let mut out = String::new();
    let mut before = String::new();
    for page in details {
        let kind = kind_of(handed, page).unwrap_or("page");
        let heading = capitalised(&if kind.ends_with('s') { kind.to_owned() } else { format!("{kind}s") });
        if heading != before {
            out.push_str(&format!("<h3>{}</h3>\n", escaped(&heading)));
            before = heading;
        }
        let subject = subject(&page.doc);
        let words = Text::new(Role::Quiet, &subject);
        out.push_str(&format!(
            "<details>\n<summary dir=\"auto\"{}><bdi><b>{}</b></bdi> {}</summary>\n<div class=\"detail\" id=\"{}\">\n",
            language(&subject),
            escaped(&page.doc.title),
            escaped(&words.plain()),
            page.anchor
        ));
        out.push_str(&writer.blocks(page, 4, ""));
        out.push_str("</div>\n</details>\n");
    }
    out
}

/// What pages of items are called together; `None` for all others.
fn kind_of(handed: &Handed<'_>, page: &Page) -> Option<&'static str> {
    match locate(handed.world, &page.place).ok().and_then(|at| Some(at.inside()?.1)) {
        Some(found @ (Found::Item(_) | Found::IfFalse(_) | Found::Side { .. })) => Some(kind(found)),
        _ => None,
    }
}

/// What a page says of its subject, else what stands at its head.
fn subject(doc: &Doc) -> String {
    let subject = doc.blocks.iter().find(|block| block.purpose == Purpose::Subject);
    subject.map_or_else(|| doc.note.clone(), |block| block.parts().iter().map(|part| part.plain()).collect())
}

/// The attribute of text in another language than the page's own words: nobody says in which.
fn language(text: &str) -> &'static str {
    if is_foreign(text) { " lang=\"und\"" } else { "" }
}

/// No anchor of a page has a line below.
fn sentence_id(anchor: &str, number: &str) -> String {
    format!("{anchor}_{number}")
}
