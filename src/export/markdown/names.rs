//! Headings, and the anchors that GitHub and pandoc give them.

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
    /// All headings as they were written, with the page's own anchor for that of a page.
    written: Vec<(String, Option<String>)>,
}

impl Names {
    #[must_use]
    pub fn of(handed: &Handed<'_>) -> Self {
        let mut names = Self { pages: vec![String::new(); handed.pages.len()], ..Self::default() };
        let mut taken = HashSet::new();
        // The id of an item is its own heading, and its source's text or a section of the same name has another.
        let is_item = |page: &Page| matches!(page.place.spot(), Some(Spot::Item(_)));
        let (items, others): (Vec<_>, Vec<_>) = handed.pages.iter().enumerate().partition(|(_, page)| is_item(page));
        for (at, page) in items.into_iter().chain(others) {
            let whole = handed.inside().filter(|(_, found)| at == 0 && *found == Found::Cover);
            let title = whole.map_or_else(|| page.doc.title.clone(), |(held, _)| one_line(held.resolved.briefing.title()));
            // The title of the document stands whole.
            let title = if at == 0 { one_line(&title).trim().to_owned() } else { heading(title.trim()) };
            names.pages[at] = unused(&mut taken, &title, &heading(&page.place.short()));
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
    #[must_use]
    pub fn within(page: &str, words: &str) -> String {
        heading(&if page.is_empty() { words.to_owned() } else { format!("{page}: {words}") })
    }

    /// The next heading of the document, and the page that it is of.
    pub fn write(&mut self, words: &str, page: Option<&str>) {
        self.written.push((words.to_owned(), page.map(str::to_owned)));
    }

    /// With the anchors of pages, now that the order of all headings is known: GitHub and pandoc number those that are alike.
    #[must_use]
    pub fn settled(mut self) -> Self {
        let mut taken: HashSet<String> = HashSet::new();
        for (words, page) in std::mem::take(&mut self.written) {
            let own = slug(&words);
            let numbered = (1..).map(|number| format!("{own}-{number}"));
            let anchor = std::iter::once(own.clone()).chain(numbered).find(|anchor| !taken.contains(anchor)).unwrap_or_default();
            taken.insert(anchor.clone());
            self.slugs.extend(page.map(|page| (page, anchor)));
        }
        self
    }
}

/// The heading of a page: the words where no other page has them, else the other name where none has that.
fn unused(taken: &mut HashSet<String>, words: &str, other: &str) -> String {
    let fits = |name: &&str| !slug(name).is_empty() && !taken.contains(&slug(name));
    let name = [words, other].into_iter().find(fits).unwrap_or(words).to_owned();
    taken.insert(slug(&name));
    name
}

/// Short enough for a line.
#[must_use]
pub fn heading(words: &str) -> String {
    let cut = words.char_indices().nth(LONGEST).and_then(|(end, _)| words[..end].rfind(' ').or(Some(end)));
    headed(&cut.map_or_else(|| words.to_owned(), |end| format!("{}…", &words[..end])))
}

/// Without the sign that ends a sentence: markdownlint wants none in a heading.
#[must_use]
pub fn headed(words: &str) -> String {
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
