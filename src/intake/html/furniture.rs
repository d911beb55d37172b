//! What a site sets within an article and is none of its words: bylines, buttons, adverts, lists of other articles.

use super::walk::{LEVEL, PARTS, is, names};
use crate::check::dates::dates;
use crate::intake::block::Block;
use crate::intake::taken::Stated;
use crate::text::dense::count_words;
use crate::text::sentence_end::ends_sentence;
use crate::text::space::single_spaced;
use dom_query::NodeRef;
use std::collections::HashSet;

/// What sites call elements that hold none of an article, in their classes and ids.
#[rustfmt::skip]
const NAMES: [&str; 66] = [
    "ad", "addtoany", "ads", "adsense", "advert", "advertisement", "advertising", "adverts", "author", "authors", "bio", "breadcrumb",
    "breadcrumbs", "byline", "bylines", "comments", "consent", "cookie", "cookies", "copyright", "credit", "credits", "dateline", "disqus",
    "follow", "footer", "gdpr", "login", "menu", "meta", "modal", "mostread", "nav", "navigation", "newsletter", "newsletters", "optin",
    "outbrain", "pager", "pagination", "popover", "popular", "popup", "print", "promo", "promos", "promotion", "pubdate",
    "rail", "recirc", "recirculation", "recommendations", "recommended", "related", "share", "sharedaddy", "sharing", "signup", "social", "sponsor",
    "sponsored", "subscribe", "subscription", "taboola", "tags", "trending",
];
/// Of those, what a wrapper of buttons is called, and one of what somebody has posted, which is a quote.
const SOCIAL: [&str; 4] = ["share", "sharedaddy", "sharing", "social"];
/// Beside one of those they say that the element holds more, or is only of that kind.
const BUT: [&str; 9] = ["body", "content", "embed", "has", "main", "no", "text", "tweet", "without"];
/// What says nothing beside them. Of an id, of a heading and of what is large all words must be of these two kinds: sections are
/// called after what they say, as `social-policy` and `popular-support` are.
#[rustfmt::skip]
const NEUTRAL: [&str; 62] = [
    "a", "area", "article", "bar", "block", "bottom", "box", "btn", "button", "buttons", "card", "cards", "col", "column", "container",
    "desktop", "element", "group", "head", "header", "heading", "icon", "icons", "inline", "inner", "item", "items", "left", "line", "link",
    "links", "list", "mobile", "module", "name", "news", "outer", "page", "panel", "post", "posts", "right", "row", "section", "sidebar",
    "single", "site", "slot", "stories", "story", "teaser", "title", "tool", "tools", "top", "unit", "view", "widget", "wp", "wrap",
    "wrapper", "zone",
];
/// In parts of all words: what is larger is no furniture, whatever its name.
const PART: usize = 4;
/// The same of what has no sentence.
const MOST: (usize, usize) = (4, 5);
const MARK: &str = "data-furniture";
/// The mark of what has no sentence: tags and links are called so with reason, however short the article is.
const SURE: &str = "sure";
/// In words.
const SMALL: usize = 60;
/// What leads to another article, with a link behind it or none. In small letters, without the colon.
#[rustfmt::skip]
const LEADS: [&str; 50] = [
    "advertisement", "also", "also on", "also read", "also see", "don't miss", "fotostrecke", "further reading", "in pictures", "in this article", "keep reading",
    "learn more", "leggi anche", "lesen sie auch", "lire aussi", "lea también", "leia também", "listen", "mehr zum thema", "more", "more from", "more on this",
    "more on this story", "must read", "on this page", "read also", "read more", "read next", "recommended", "related", "related articles",
    "related content", "related coverage", "related news", "related post", "related posts", "related stories", "related topics", "see also",
    "see more", "suggested", "trending", "watch", "what to read next", "you may also like", "you might also like", "zum thema", "à lire aussi", "читайте также", "то же",
];
/// Whole lines of a site, in small letters and without the marks at their ends.
#[rustfmt::skip]
const LINES: [&str; 58] = [
    "advert", "advertisement", "advertising", "anzeige", "caption", "close", "comment", "comments", "contents", "continue reading",
    "continue reading below", "continue reading the main story", "copy link", "email", "email the author", "enlarge image", "facebook", "follow", "follow us", "leave a comment",
    "linkedin", "loading", "loading content", "listen to this article", "media playback is unsupported on your device", "most popular",
    "most read", "newsletter", "order reprints", "popular this week", "post comment", "print", "print this page", "publicidad", "publicité", "read more",
    "recent articles", "recommended for you", "reklama", "save", "see all", "share", "share this", "share this article", "share this page", "share this story",
    "sharing is caring", "show caption", "show more", "sign up", "skip advertisement", "subscribe", "supported by", "table of contents", "text size", "toggle caption", "view author archive", "werbung",
];
/// How lines of a site begin that ask for something, in small letters.
#[rustfmt::skip]
const ASKS: [&str; 24] = [
    "click here to", "click to", "download our app", "download the app", "enter your email", "follow us", "for more news", "get access to", "get breaking news", "get our",
    "get the latest", "if you enjoyed this", "join our", "like this story?", "like what you're reading?", "register for", "share this", "sign up for", "sign up to",
    "sign up:", "subscribe now", "subscribe to", "this slideshow requires", "want more",
];
/// Around a date that stands by itself. Short names of months and days are in it, and of zones.
#[rustfmt::skip]
const AROUND_DATES: [&str; 74] = [
    "a", "actualizado", "ago", "aktualisiert", "am", "amt", "at", "bst", "by", "cest", "cet", "cst", "date", "day", "days", "de", "edt", "est", "first", "fri",
    "friday", "gmt", "h", "hours", "hst", "issued", "ist", "last", "le", "m", "min", "minutes", "modified", "modifié", "mon", "monday", "on", "p",
    "pdt", "pm", "posted", "pst", "pt", "publicado", "published", "publié", "release", "released", "sat", "saturday", "stand", "sun", "sunday", "the", "thu", "thursday",
    "time", "tue", "tuesday", "uhr", "um", "updated", "utc", "veröffentlicht", "vom", "wed", "wednesday", "обновлено", "опубликовано", "pubblicato", "aggiornato", "il", "alle", "et",
];
/// What a line that says when a page was made begins with.
#[rustfmt::skip]
const STAMPS: [&str; 14] = [
    "aktualisiert", "first published", "last modified", "last updated", "posted", "published", "publicado", "publié", "release date", "updated", "veröffentlicht", "опубликовано", "обновлено", "pubblicato",
];
/// In blocks: bylines stand at the head.
const HEAD: usize = 10;
/// In words.
const LONGEST_BYLINE: usize = 16;
const LONGEST_LINK: usize = 30;
const LONGEST_LEAD: usize = 4;
const LONGEST_ASK: usize = 30;

/// Marks the words of small ones in a page by the names of those. The reader view makes other elements of them, and without
/// their words it might take the comments for the article.
pub fn mark(holder: &NodeRef<'_>) {
    for child in holder.children_it(false).filter(NodeRef::is_element).collect::<Vec<_>>() {
        if may_be(&child) && is_called_so(&child) && count_words(&child.text()) <= SMALL && !holds_title(&child) {
            let mark = if says_something(&child) { "" } else { SURE };
            for text in child.descendants_it().filter(NodeRef::is_text).collect::<Vec<_>>() {
                let around = text.tree.new_element("span");
                around.set_attr(MARK, mark);
                text.insert_before(&around);
                around.append_child(&text);
            }
        } else {
            mark(&child);
        }
    }
}

/// Takes away the names of sections that are those of their headings: the reader view, too, takes `social-policy` for buttons.
pub fn unname(body: &NodeRef<'_>) {
    // Each is looked at once: by the first heading in it.
    let mut seen = HashSet::new();
    for heading in body.descendants_it().filter(is_heading).collect::<Vec<_>>() {
        let around = heading.ancestors_it(None).take_while(|node| node.id != body.id);
        let named: Vec<NodeRef<'_>> = std::iter::once(heading).chain(around).take_while(|node| seen.insert(node.id)).collect();
        let title = heading.text().to_lowercase();
        if is_lead(&title) {
            continue;
        }
        let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
        let is_title = |name: &[String]| {
            let said = || name.iter().filter(|word| !says_nothing(word));
            said().count() > 1 && said().all(|word| words.contains(&word.as_str()))
        };
        for (node, attribute) in named.iter().flat_map(|node| [(node, "class"), (node, "id")]) {
            if names(node, attribute).iter().any(|name| is_title(name)) {
                node.remove_attr(attribute);
            }
        }
    }
}

/// Takes what is marked, and what is known by other signs, out of an article; how many words it had.
pub fn take_out(article: &NodeRef<'_>) -> usize {
    let all = count_words(&article.text());
    let marked: Vec<NodeRef<'_>> = article.descendants_it().filter(|node| node.has_attr(MARK)).collect();
    let (sure, doubtful): (Vec<NodeRef<'_>>, Vec<NodeRef<'_>>) =
        marked.into_iter().partition(|node| node.attr(MARK).as_deref() == Some(SURE));
    let count = |marked: &[NodeRef<'_>]| marked.iter().map(|node| count_words(&node.text())).sum::<usize>();
    let (sure_words, doubtful_words) = (count(&sure), count(&doubtful));
    // Where all is called so, it is the article.
    let is_sure = sure_words * MOST.1 <= all * MOST.0;
    let is_few = doubtful_words * PART <= all;
    sure.iter().filter(|_| is_sure).chain(doubtful.iter().filter(|_| is_few)).for_each(NodeRef::remove_from_parent);
    let words = if is_sure { sure_words } else { 0 } + if is_few { doubtful_words } else { 0 };
    let mut found = Vec::new();
    find(article, all, &mut found);
    let others: usize = found.iter().map(|node| count_words(&node.text())).sum();
    // Where so much is called so, it is the article.
    if others * PART > all {
        return words;
    }
    found.iter().for_each(NodeRef::remove_from_parent);
    words + others
}

/// Takes out of a root all that may be of the site, however much it is: of what a reader view has dropped, nothing else tells.
pub fn take_all(root: &NodeRef<'_>) {
    let mut found: Vec<NodeRef<'_>> = root.descendants_it().filter(|node| node.has_attr(MARK)).collect();
    find(root, usize::MAX, &mut found);
    let is_list = |node: &&NodeRef<'_>| ["ul", "ol", "nav"].iter().any(|name| is(node, name));
    let over = found.iter().filter(is_list).filter_map(NodeRef::prev_element_sibling).filter(is_heading).collect::<Vec<_>>();
    found.iter().chain(&over).for_each(NodeRef::remove_from_parent);
}

/// More of its letters stand in links than in none.
pub fn is_mostly_links(node: &NodeRef<'_>) -> bool {
    let linked: usize = links(node).map(|link| letters(&link.text())).sum();
    linked * 2 > letters(&node.text())
}

/// Those that stand in no other, with the headings over them.
fn find<'n>(holder: &NodeRef<'n>, all: usize, found: &mut Vec<NodeRef<'n>>) {
    for child in holder.children_it(false).filter(NodeRef::is_element) {
        if is_furniture(&child, all) {
            found.extend(child.prev_element_sibling().filter(|before| is_lead(&before.text()) && !is_furniture(before, all)));
            found.push(child);
        } else {
            find(&child, all, found);
        }
    }
}

/// No part of a sentence, and none of a table.
fn may_be(node: &NodeRef<'_>) -> bool {
    let is_part = PARTS.iter().chain(&["li"]).any(|part| is(node, part)) || is_heading(node);
    is_part && !node.ancestors_it(None).any(|node| is(&node, "table"))
}

/// One of its parts ends as a sentence does.
fn says_something(node: &NodeRef<'_>) -> bool {
    let is_part = |node: &NodeRef<'_>| may_be(node) || PARTS.iter().any(|part| is(node, part));
    std::iter::once(*node).chain(node.descendants_it().filter(is_part)).any(|part| ends_sentence(&part.text()))
}

fn holds_title(node: &NodeRef<'_>) -> bool {
    node.attr(LEVEL).is_some() || node.descendants_it().any(|node| node.attr(LEVEL).as_deref() == Some("1"))
}

fn is_furniture(node: &NodeRef<'_>, all: usize) -> bool {
    let Some(name) = node.node_name().map(|name| name.to_string()) else { return false };
    let name = name.as_str();
    if !may_be(node) {
        return false;
    }
    let is_small = |words: &str| count_words(words) * PART <= all;
    if is_called_so(node) || name == "nav" {
        return is_small(&node.text()) && !holds_title(node);
    }
    match name {
        "ul" | "ol" => {
            let words = node.text();
            let items: Vec<_> = node.children_it(false).filter(|item| is(item, "li")).collect();
            let are_links = !items.is_empty() && items.iter().all(|item| is_link(item, &item.text()));
            are_links && count_words(&words) > 0 && is_small(&words) && !is_announced(node)
        }
        "p" | "div" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let holds_parts = || node.descendants_it().any(|node| PARTS.iter().any(|part| is(&node, part)) || is(&node, "table"));
            let words = single_spaced(&node.text());
            let few = (1..=LONGEST_LINK).contains(&count_words(&words));
            few && !ends_sentence(&words)
                && (leads(node, &words) || name == "p" && count_words(&words) > 2 && is_link(node, &words))
                && !holds_parts()
        }
        _ => false,
    }
}

pub fn is_heading(node: &NodeRef<'_>) -> bool {
    ["h2", "h3", "h4", "h5", "h6"].iter().any(|name| is(node, name))
}

fn says_nothing(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit()) || NEUTRAL.contains(&word)
}

fn is_called_so(node: &NodeRef<'_>) -> bool {
    let has = |name: &[String], table: &[&str]| name.iter().any(|word| table.contains(&word.as_str()));
    let is_all = |name: &[String]| name.iter().all(|word| says_nothing(word) || NAMES.contains(&word.as_str()));
    let is_free = !is_heading(node) && count_words(&node.text()) <= SMALL;
    let quotes = holds_quote(node);
    let is_called =
        |name: &[String]| name.iter().any(|word| NAMES.contains(&word.as_str()) && !(quotes && SOCIAL.contains(&word.as_str())));
    let is_so = |attribute: &str, name: &[String]| is_called(name) && !has(name, &BUT) && (attribute == "class" && is_free || is_all(name));
    ["class", "id"].iter().any(|attribute| names(node, attribute).iter().any(|name| is_so(attribute, name)))
}

/// What somebody has posted is set as a quote.
pub fn holds_quote(node: &NodeRef<'_>) -> bool {
    is(node, "blockquote") || node.descendants_it().any(|node| is(&node, "blockquote"))
}

/// A paragraph of the article ends before it with a colon.
fn is_announced(list: &NodeRef<'_>) -> bool {
    list.prev_element_sibling().is_some_and(|before| before.text().trim_end().ends_with([':', '：']) && !is_lead(&before.text()))
}

/// All its words are a link, which is no sentence.
fn is_link(node: &NodeRef<'_>, words: &str) -> bool {
    let all = letters(words);
    let linked: usize = links(node).map(|link| letters(&link.text())).sum();
    all > 0 && linked >= all && !ends_sentence(words) && !words.trim_start().starts_with("http")
}

fn links<'n>(node: &NodeRef<'n>) -> impl Iterator<Item = NodeRef<'n>> {
    node.descendants_it().filter(|node| is(node, "a") && node.has_attr("href"))
}

/// "Related: …", with a link behind it.
fn leads(node: &NodeRef<'_>, words: &str) -> bool {
    let linked: usize = links(node).map(|link| letters(&link.text())).sum();
    let Some((lead, rest)) = words.split_once(':') else { return false };
    linked > 0 && is_lead(lead) && (linked >= letters(rest) || linked >= letters(words))
}

/// In letters and digits.
fn letters(words: &str) -> usize {
    words.chars().filter(|c| c.is_alphanumeric()).count()
}

fn plain(words: &str) -> String {
    let words = single_spaced(&words.replace('’', "'")).to_lowercase();
    words.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

fn is_lead(words: &str) -> bool {
    count_words(words) <= LONGEST_LEAD && (LEADS.contains(&plain(words).as_str()) || LINES.contains(&plain(words).as_str()))
}

/// The blocks without lines that are a site's, and how many words those had.
pub fn without_lines(blocks: Vec<Block>, stated: &Stated) -> (Vec<Block>, usize) {
    let mut taken = 0;
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks {
        let Some(words) = block.words() else {
            kept.push(block);
            continue;
        };
        let in_text = !matches!(block, Block::Heading(..));
        let is_at_head = kept.len() < HEAD;
        if is_line(words) || in_text && (is_stamp(words, is_at_head, stated) || is_at_head && is_byline(words, stated)) {
            taken += count_words(words);
        } else {
            kept.push(block);
        }
    }
    // A heading that led to nothing but them.
    while let Some(Block::Heading(level, words)) = kept.last()
        && *level > 1
        && is_lead(words)
    {
        taken += count_words(words);
        kept.pop();
    }
    (kept, taken)
}

/// A button, or what asks the reader for something.
fn is_line(words: &str) -> bool {
    let line = plain(words);
    LINES.contains(&line.as_str())
        || count_words(&line) <= LONGEST_ASK
            && ASKS.iter().any(|begin| line.strip_prefix(begin).is_some_and(|rest| rest.starts_with([' ', ':', '?'])))
        || is_of_images(&line)
}

/// "Image 1 of 23".
fn is_of_images(line: &str) -> bool {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    matches!(words[..], ["image" | "photo" | "slide", first, "of", last] if is_number(&first) && is_number(&last))
}

/// A day, by itself or with what says that the page was made on it.
fn is_stamp(words: &str, is_at_head: bool, stated: &Stated) -> bool {
    let line = words.to_lowercase();
    let is_said = STAMPS.iter().any(|stamp| line.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(stamp));
    if !(is_said || is_at_head) || count_words(words) > LONGEST_BYLINE || ends_sentence(words) && !is_said {
        return false;
    }
    let found = dates(words);
    let is_dated = |at: usize| found.iter().any(|date| date.range.contains(&at));
    let rest = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let names: Vec<String> = stated.authors.iter().chain(&stated.publisher).map(|name| plain(name)).collect();
    let is_named = |word: &str| names.iter().any(|name| name.split(' ').any(|part| part == word));
    let is_around = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || AROUND_DATES.contains(&word) || is_named(word);
    line.len() == words.len()
        && found.iter().any(|date| date.month.is_some())
        && rest.filter(|word| !is_dated(word.as_ptr().addr() - line.as_ptr().addr())).all(is_around)
}

/// "By Ann Lee", "Ann Lee, Foreign Editor", "The Sarn Post".
fn is_byline(words: &str, stated: &Stated) -> bool {
    if count_words(words) > LONGEST_BYLINE || ends_sentence(words) {
        return false;
    }
    let names = stated.authors.iter().chain(&stated.publisher);
    let by =
        |line: &str| line.strip_prefix("By ").or_else(|| line.strip_prefix("by ")).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    by(words.trim_start()) || names.filter(|name| count_words(name) > 1 || name.chars().count() > 3).any(|name| is_name(words, name))
}

/// The name, and hardly a word beside it.
fn is_name(words: &str, name: &str) -> bool {
    let (words, name) = (plain(words), plain(name));
    words.find(&name).is_some_and(|at| count_words(&words[..at]) <= 2 && count_words(&words[at + name.len()..]) <= LONGEST_LEAD)
}
