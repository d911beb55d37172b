//! What a reader view drops of an article is looked at again: it tells furniture by its size and takes short paragraphs for it, so
//! questions of interviews and headings with links to edit them would be lost.

use super::furniture::{self, is_heading};
use super::walk::{LEVEL, PARTS, blocks, is, is_called};
use crate::briefing::line_signs::after_marker;
use crate::intake::block::Block;
use crate::intake::tidy::Tidied;
use crate::text::dense::count_words;
use crate::text::line_diff;
use crate::text::sentence_end::ends_sentence;
use crate::text::space::single_spaced;
use dom_query::{Document, NodeRef};
use std::collections::HashSet;

/// The attribute that tells which element of the page one of the reader view is.
const PLACE: &str = "data-place";
/// What is no part of an article, whatever its words are.
const ASIDE: [&str; 4] = ["nav", "aside", "form", "dialog"];
/// What sites call a box with facts beside an article. Its paragraphs are the article's words, and its heading is over them alone.
const BOXES: [&str; 10] = ["background", "explainer", "fact", "factbox", "facts", "faktenbox", "hintergrund", "info", "infobox", "kasten"];
/// The same by what an element says of itself.
const ROLES: [&str; 7] = ["navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert"];
/// The same by the names that sites give to elements that the reader view drops with reason. One word of a name is enough here:
/// nothing that it has kept is taken away for it.
#[rustfmt::skip]
const NAMES: [&str; 19] = [
    "banner", "catlinks", "comment", "comments", "disclaimer", "footer", "hatnote", "navbox", "newsletter", "noprint", "promo",
    "recommended", "related", "replies", "reply", "respond", "sidebar", "teaser", "toc",
];
/// The same, where they hold no quote: posts of others are called so, too.
const POSTED: [&str; 4] = ["card", "cards", "share", "social"];
/// In words: what is as long stands once in an article.
const LONG: usize = 6;

/// Numbers the elements of a page.
pub fn number(document: &Document) {
    for (at, node) in document.select("body *").nodes().iter().enumerate() {
        node.set_attr(PLACE, &at.to_string());
    }
}

/// Takes away the links that a wiki sets at its headings: `[edit]`. They stand in brackets, in the heading or right behind it.
pub fn without_edits(document: &Document) {
    let is_edit = |node: &NodeRef<'_>| {
        let text = node.text();
        let text = text.trim();
        is(node, "span") && text.starts_with('[') && text.ends_with(']') && node.descendants_it().any(|node| is(&node, "a"))
    };
    for heading in document.select("h1, h2, h3, h4, h5, h6").nodes() {
        let within = heading.descendants_it().chain(heading.next_element_sibling());
        within.filter(is_edit).collect::<Vec<_>>().iter().for_each(NodeRef::remove_from_parent);
    }
}

/// The element of the page that holds what a reader view took: the article around it, or the smallest element that has it all.
pub fn root<'n>(page: &'n Document, content: &NodeRef<'_>) -> Option<NodeRef<'n>> {
    let holds_words = |node: &NodeRef<'_>| node.children_it(false).any(|child| child.is_text() && !child.text().trim().is_empty());
    let place = |node: &NodeRef<'_>| node.attr(PLACE).map(|place| place.to_string());
    let taken: HashSet<String> = content.descendants_it().filter(holds_words).filter_map(|node| place(&node)).collect();
    let body = page.body()?;
    let kept = body.descendants_it().filter(|node| place(node).is_some_and(|place| taken.contains(&place)));
    let around = |node: &NodeRef<'n>| {
        // A page of old has its words between line breaks in one element.
        let own = Some(*node).filter(|node| !is(node, "p") && PARTS.iter().any(|part| is(node, part)));
        own.into_iter().chain(node.ancestors_it(None).take_while(|above| above.id != body.id)).collect::<Vec<_>>()
    };
    let mut common: Option<Vec<NodeRef<'n>>> = None;
    for node in kept {
        let above = around(&node);
        common = Some(match common {
            None => above,
            Some(common) => {
                let same = common.iter().rev().zip(above.iter().rev()).take_while(|(one, other)| one.id == other.id).count();
                common[common.len() - same..].to_vec()
            }
        });
    }
    let common = common?;
    let is_article = |node: &&NodeRef<'n>| is(node, "article") || is(node, "main") || node.attr("role").as_deref() == Some("main");
    common.iter().find(is_article).or(common.first()).copied().or(Some(body))
}

/// The blocks of a reader view with those of its root that it has dropped and that are its words. The title of the page goes
/// over all of them, wherever its heading stands and however low.
pub fn put_back(found: Vec<Block>, root: &NodeRef<'_>, title: Option<&str>) -> Vec<Block> {
    prune(root);
    let all = blocks(root, &mut Tidied::default()).blocks;
    let places = places(&all, &found);
    // A heading is put back only over what is there, and what a heading as high as it is over is its own.
    let mut back = vec![false; all.len()];
    for at in (0..all.len()).rev() {
        let leads = |level: u8| {
            let is_under = |below: &Block| !matches!(below, Block::Heading(other, _) if *other <= level);
            all.get(at + 1).is_some_and(is_under) && (places[at + 1].is_some() || back[at + 1])
        };
        back[at] = places[at].is_none()
            && match &all[at] {
                Block::Heading(level, words) => leads(*level) && (*level == 1 || title != Some(&single_spaced(words))),
                Block::Paragraph(words) | Block::Item(words) => words.contains(char::is_alphanumeric),
                _ => false,
            };
    }
    let mut dropped: Vec<(usize, Block)> = Vec::new();
    let mut before = found.len();
    for (at, block) in all.into_iter().enumerate().rev() {
        match places[at] {
            Some(place) => before = place,
            None if back[at] => dropped.push((before, block)),
            None => {}
        }
    }
    let mut whole = Vec::new();
    for (at, block) in found.into_iter().map(Some).chain([None]).enumerate() {
        while let Some((_, dropped)) = dropped.pop_if(|(before, _)| *before <= at) {
            whole.push(dropped);
        }
        whole.extend(block);
    }
    whole
}

/// How many words blocks have, without the marks of lists.
pub fn count(blocks: &[Block]) -> usize {
    let counts = blocks.iter().map(|block| match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Code(words) => count_words(words),
        Block::Item(words) => count_words(after_marker(words).unwrap_or(words)),
        Block::Row(cells) => cells.iter().map(|cell| count_words(cell)).sum(),
        Block::Page(_) => 0,
    });
    counts.sum()
}

/// Takes out of a root what the reader view drops with reason.
fn prune(root: &NodeRef<'_>) {
    furniture::take_all(root);
    let is_linked =
        |node: &NodeRef<'_>| furniture::is_mostly_links(node) && !(is_heading(node) || node.attr(LEVEL).as_deref() == Some("1"));
    let is_out = |node: &NodeRef<'_>| {
        let Some(name) = node.node_name().map(|name| name.to_string()) else { return false };
        let is_part = PARTS.contains(&name.as_str()) || matches!(name.as_str(), "li" | "table");
        let within = |name: &str| node.ancestors_it(None).any(|above| is(&above, name));
        let in_box = || node.ancestors_it(None).any(|above| is_box(&above));
        ASIDE.contains(&name.as_str()) && !is_box(node)
            || is_heading(node) && in_box()
            || node.attr("role").is_some_and(|role| ROLES.contains(&&*role))
            || name == "footer" && !within("blockquote")
            || (is_part || is_heading(node)) && (is_called(node, &NAMES) || is_called(node, &POSTED) && !furniture::holds_quote(node) || within("a"))
            || matches!(name.as_str(), "p" | "li" | "dd" | "dt") && is_linked(node)
            // Words that stand in no paragraph are those of the site, unless they are a sentence.
            || name == "div" && !within("blockquote") && !within("li") && is_bare(node)
    };
    let out: Vec<NodeRef<'_>> = root.descendants_it().filter(is_out).collect();
    out.iter().for_each(NodeRef::remove_from_parent);
}

fn is_box(node: &NodeRef<'_>) -> bool {
    let says_something = || node.descendants_it().any(|part| is(&part, "p") && ends_sentence(&part.text()));
    is(node, "aside") && is_called(node, &BOXES) && !is_called(node, &NAMES) && says_something() && !furniture::is_mostly_links(node)
}

fn is_bare(node: &NodeRef<'_>) -> bool {
    let holds_parts =
        node.descendants_it().any(|within| is_heading(&within) || PARTS.iter().chain(&["h1", "li", "table"]).any(|part| is(&within, part)));
    !holds_parts && (!ends_sentence(&node.text()) || furniture::is_mostly_links(node))
}

/// Where each of these blocks is among those of the reader view, which may be parted elsewhere; none where it has been dropped.
fn places(all: &[Block], found: &[Block]) -> Vec<Option<usize>> {
    let (all, found): (Vec<String>, Vec<String>) = (all.iter().map(key).collect(), found.iter().map(key).collect());
    let sure = line_diff::places(&all, &found);
    let mut places = sure.clone();
    let text = format!(" {} ", found.join(" "));
    let mut last = 0;
    for at in 0..all.len() {
        if let Some(place) = sure[at] {
            last = place + 1;
            continue;
        }
        let next = sure[at..].iter().flatten().next().copied().unwrap_or(found.len());
        let between = last.min(next)..next;
        let within = format!(" {} ", found[between.clone()].join(" "));
        let here = between.clone().find(|place| holds(&format!(" {} ", found[*place]), &all[at]));
        let is_there = || holds(&within, &all[at]) || all[at].split(' ').count() >= LONG && text.contains(&format!(" {} ", all[at]));
        places[at] = here.or_else(|| is_there().then_some(between.start));
    }
    places
}

/// Its words stand in a text in a row, or most of them do: two by two.
fn holds(text: &str, words: &str) -> bool {
    if text.contains(&format!(" {words} ")) {
        return true;
    }
    let words: Vec<&str> = words.split(' ').collect();
    let pairs = words.windows(2).filter(|pair| text.contains(&format!(" {} {} ", pair[0], pair[1]))).count();
    pairs * 2 > words.len()
}

/// The words of a block by which it is found again, whatever its marks are.
fn key(block: &Block) -> String {
    let words = match block {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Code(words) => words.clone(),
        Block::Item(words) => after_marker(words).unwrap_or(words).to_owned(),
        Block::Row(cells) => cells.join(" "),
        Block::Page(_) => String::new(),
    };
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}
