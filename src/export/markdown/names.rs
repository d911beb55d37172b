//! Headings that are no two alike, and the anchors that GitHub and pandoc give them.

use crate::export::page_set::{Handed, Page};
use crate::page::styled_text::one_line;
use crate::page::{Found, Spot};
use crate::text::search_fold::begins_letter;
use std::collections::{HashMap, HashSet};

/// So much of a heading stands on its line.
const LONGEST: usize = 60;

#[derive(Debug, Default)]
pub struct Names {
    /// Of each page its heading.
    pages: Vec<String>,
    /// By the page's own anchor.
    slugs: HashMap<String, String>,
    taken: HashSet<String>,
}

impl Names {
    #[must_use]
    pub fn of(handed: &Handed<'_>) -> Self {
        let mut names = Self { pages: vec![String::new(); handed.pages.len()], ..Self::default() };
        // The id of an item is its own anchor, and its source's text or a section of the same name has another.
        let is_item = |page: &Page| matches!(page.place.spot(), Some(Spot::Item(_)));
        let (items, others): (Vec<_>, Vec<_>) = handed.pages.iter().enumerate().partition(|(_, page)| is_item(page));
        for (at, page) in items.into_iter().chain(others) {
            let whole = handed.inside().filter(|(_, found)| at == 0 && *found == Found::Cover);
            let title = whole.map_or_else(|| page.doc.title.clone(), |(held, _)| one_line(held.resolved.briefing.title()));
            let name = names.unused(&title, &page.place.short());
            names.slugs.insert(page.anchor.clone(), slug(&name));
            names.pages[at] = name;
        }
        names
    }

    #[must_use]
    pub fn page(&self, at: usize) -> &str {
        &self.pages[at]
    }

    #[must_use]
    pub fn slug(&self, anchor: &str) -> Option<&str> {
        self.slugs.get(anchor).map(String::as_str)
    }

    /// The heading of a part of a page; of one without a name the words alone.
    pub fn within(&mut self, page: &str, words: &str) -> String {
        let words = if page.is_empty() { words.to_owned() } else { format!("{page}: {words}") };
        self.unused(&words, &words)
    }

    /// A heading whose anchor no other has: the words, else the other name, else the words with a number.
    fn unused(&mut self, words: &str, other: &str) -> String {
        let (words, other) = (heading(words), heading(other));
        let numbered = (2..).map(|number| format!("{words} {number}"));
        let named = [words.clone(), other].into_iter().filter(|name| !slug(name).is_empty());
        let name = named.chain(numbered).find(|name| !self.taken.contains(&slug(name))).unwrap_or_default();
        self.taken.insert(slug(&name));
        name
    }
}

/// Short enough for a line, without the sign that ends a sentence: markdownlint wants none in a heading.
#[must_use]
pub fn heading(words: &str) -> String {
    let cut = words.char_indices().nth(LONGEST).and_then(|(end, _)| words[..end].rfind(' ').or(Some(end)));
    let words = cut.map_or_else(|| words.to_owned(), |end| format!("{}…", &words[..end]));
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").trim_end_matches(|sign: char| ".,;:!。，；：！".contains(sign)).to_owned()
}

/// As GitHub makes anchors of headings: small letters, digits, marks, `_` and `-`, and `-` for a space.
#[must_use]
pub fn slug(heading: &str) -> String {
    let stays = |letter: char| letter.is_alphanumeric() || "_-".contains(letter) || (!letter.is_ascii() && !begins_letter(letter));
    let letters = heading.to_lowercase();
    letters.chars().filter_map(|letter| if letter == ' ' { Some('-') } else { stays(letter).then_some(letter) }).collect()
}
