//! Markdown: every link in it resolves, and nothing that a briefing says is markup.

use crate::crawl::crawl;
use crate::graph::{WHOLE, briefings, worlds};
use crate::support::hostile::{HOSTILE, hostile_world};
use bluf::export::markdown;
use bluf::export::page_set::{Extent, Handed};
use bluf::page::styled_text::one_line;
use bluf::page::{Found, Place, locate};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use unicode_normalization::char::is_combining_mark;

fn written(handed: &Handed<'_>) -> String {
    let text = markdown::handed(handed).expect("Markdown");
    assert_eq!(text, markdown::handed(handed).expect("Markdown"), "the same again");
    String::from_utf8(text).expect("UTF-8")
}

/// As GitHub makes them of headings.
fn slug(heading: &str) -> String {
    let stays = |letter: &char| letter.is_alphanumeric() || is_combining_mark(*letter) || "_- ".contains(*letter);
    heading.to_lowercase().chars().filter(stays).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

/// Follows every link of a document; says which lead nowhere, and how many there are.
fn dead(text: &str) -> (Vec<String>, usize) {
    let (mut anchors, mut links, mut heading) = (BTreeSet::new(), Vec::new(), None);
    let (mut notes, mut named) = (BTreeSet::new(), BTreeSet::new());
    for event in Parser::new_ext(text, Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                // GitHub numbers those that are alike.
                let slug = slug(&heading.take().unwrap_or_default());
                let numbered = (1..).map(|number| format!("{slug}-{number}"));
                anchors.extend(std::iter::once(slug.clone()).chain(numbered).find(|slug| !anchors.contains(slug)));
            }
            Event::Text(words) => heading.iter_mut().for_each(|heading| heading.push_str(&words)),
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Start(Tag::FootnoteDefinition(name)) => drop(notes.insert(name.to_string())),
            Event::FootnoteReference(name) => drop(named.insert(name.to_string())),
            _ => {}
        }
    }
    assert_eq!(notes, named, "footnotes and their marks");
    let count = links.len() + named.len();
    let is_dead = |link: &String| {
        !link.starts_with("https://") && !link.starts_with("http://") && !link.strip_prefix('#').is_some_and(|to| anchors.contains(to))
    };
    (links.into_iter().filter(is_dead).collect(), count)
}

#[test]
fn e5_every_link_of_every_briefing_in_markdown_resolves() {
    briefings(|_, handed| {
        let text = written(handed);
        let (dead, count) = dead(&text);
        assert_eq!(dead, [""; 0], "{}", handed.at.place());
        assert!(count > 30, "{}: {count}", handed.at.place());
    });
}

#[test]
fn e5_every_place_is_written_in_markdown_and_its_links_resolve() {
    for world in worlds() {
        for address in crawl(&world).into_keys() {
            let place: Place = address.parse().expect("an address");
            let at = locate(&world, &place).expect("a place");
            let handed = Handed::new(&world, at, Extent { details: false, notes: false });
            let text = written(&handed);
            assert_eq!(dead(&text).0, [""; 0], "{address}");
            if let Some((marking, _)) = &handed.marking {
                let lines: Vec<&str> = text.lines().collect();
                let unescaped = |line: &&str| line.replace('\\', "");
                let ends = (lines.first().map(unescaped), lines.last().map(unescaped));
                assert_eq!(ends, (Some(marking.clone()), Some(marking.clone())), "{address}");
            }
        }
    }
}

/// The defaults of markdownlint that Markdown is most often held to.
#[test]
fn e5_lines_of_markdown_are_short_and_no_two_blank_ones_stand_together() {
    briefings(|_, handed| {
        let text = written(handed);
        // A title stands whole, on one line.
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let behind: String = line.chars().skip(80).collect();
            assert!(!behind.contains(' '), "{line}");
            assert!(!line.ends_with(' ') && !line.contains('\t'), "{line}");
        }
        assert!(!text.contains("\n\n\n") && text.ends_with('\n') && !text.ends_with("\n\n"));
    });
}

#[test]
fn e5_a_title_stands_whole_and_once_and_no_heading_shows_the_number_of_its_anchor() {
    briefings(|_, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let text = written(handed).replace('\\', "");
        let title = one_line(held.resolved.briefing.title());
        let written = text.lines().find_map(|line| line.strip_prefix("# ")).expect("a title");
        assert_eq!(written, title, "{}", held.id);
        let (_, behind) = text.split_once(&format!("# {written}\n\n")).expect("the title");
        assert!(!one_spaced(behind).starts_with(&title), "{}", held.id);
        let is_numbered = |line: &&str| line.starts_with('#') && line.ends_with(" 2") && !line.contains(": Passage ");
        assert_eq!(text.lines().find(is_numbered), None, "{}", held.id);
    });
}

#[test]
fn e5_a_footnote_has_the_quote_its_source_and_its_sentence() {
    briefings(|_, handed| {
        let (held, _) = handed.inside().expect("a briefing");
        let text = written(handed);
        let mut notes = String::new();
        let mut within = false;
        for event in Parser::new_ext(&text, Options::ENABLE_FOOTNOTES) {
            match event {
                Event::Start(Tag::FootnoteDefinition(_)) => within = true,
                Event::End(TagEnd::FootnoteDefinition) => within = false,
                Event::Text(words) if within => notes.push_str(&words),
                Event::SoftBreak if within => notes.push(' '),
                _ => {}
            }
        }
        let notes = one_spaced(&notes);
        for (claim, passages) in held.resolved.evidence().passages.iter().enumerate() {
            for (quote, anchored) in held.resolved.quoted(claim).zip(passages) {
                assert!(notes.contains(&format!("“{}”", one_spaced(&one_line(quote)))), "{}: {quote}", held.id);
                let sentence = anchored.source.and_then(|source| {
                    let text = held.resolved.text(source)?;
                    Some(&text.text()[text.sentences()[text.sentences_in(&anchored.anchor.range()?)].first()?.range.clone()])
                });
                assert!(sentence.is_none_or(|sentence| notes.contains(&one_spaced(&one_line(sentence)))), "{}: {sentence:?}", held.id);
            }
        }
    });
}

fn one_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn e5_nothing_that_a_briefing_says_is_markup() {
    for (at, words) in HOSTILE.into_iter().enumerate() {
        let world = hostile_world(&format!("markdown-{at}"), words);
        let at = locate(&world, &Found::Cover.place(world.entries()[0])).expect("a cover");
        let text = written(&Handed::new(&world, at, WHOLE));
        assert_eq!(dead(&text).0, [""; 0], "{words:?}");
        let mut shown = String::new();
        let mut active = Vec::new();
        for event in Parser::new_ext(&text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(words) => shown.push_str(&words),
                Event::SoftBreak | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => shown.push(' '),
                // The labels of fields are ours, and so is the comment.
                Event::Start(
                    Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::List(None)
                    | Tag::Item
                    | Tag::FootnoteDefinition(_)
                    | Tag::Strong
                    | Tag::HtmlBlock,
                )
                | Event::FootnoteReference(_)
                | Event::End(_) => {}
                Event::Html(words)
                    if words.trim().starts_with("<!-- markdownlint-disable-file first-line-heading no-duplicate-heading") => {}
                Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with('#') => {}
                other => active.push(format!("{other:?}")),
            }
        }
        assert_eq!(active, [""; 0], "{words:?}");
        let shown = one_spaced(&shown);
        for field in ["title", "question", "bottom", "implication", "summary", "claim", "judgement", "because", "threshold", "descriptor"] {
            let whole = one_spaced(&format!("{field} {}", one_line(words)));
            assert!(shown.contains(&whole), "{whole:?} in\n{text}");
        }
        assert_eq!(bluf::text::neutral(&text), text, "{words:?}");
        // GitHub makes links of these by itself.
        let bare = text.match_indices("://").any(|(at, _)| !text[..at].ends_with('\\'));
        assert!(!bare && !text.contains("www.") && !text.replace("\\@", "").contains('@'), "{words:?}");
    }
}
