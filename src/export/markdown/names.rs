//! Headings that are no two alike, and the anchors that GitHub and pandoc give them.

use crate::export::handed::Handed;
use crate::page::Found;
use crate::text::letters::begins_letter;
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
        let mut names = Self::default();
        for (at, page) in handed.pages.iter().enumerate() {
            let whole = handed.inside().filter(|(_, found)| at == 0 && *found == Found::Cover);
            let title = whole.map_or(page.doc.title.as_str(), |(held, _)| held.id.as_str());
            let name = names.unused(title, &page.anchor);
            names.slugs.insert(page.anchor.clone(), slug(&name));
            names.pages.push(name);
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

    /// The heading of a part of a page.
    pub fn within(&mut self, page: &str, words: &str) -> String {
        self.unused(&format!("{page}: {words}"), page)
    }

    /// A heading whose anchor no other has: the words, else with the other name behind them, else with a number.
    fn unused(&mut self, words: &str, other: &str) -> String {
        let words = plain(words);
        let words = if slug(&words).is_empty() { other.to_owned() } else { words };
        let named = std::iter::once(words.clone()).chain(std::iter::once(format!("{words} {other}")));
        let numbered = (2..).map(|number| format!("{words} {number}"));
        let name = named.chain(numbered).find(|name| !self.taken.contains(&slug(name))).unwrap_or_default();
        self.taken.insert(slug(&name));
        name
    }
}

/// Short enough for a line, without the sign that ends a sentence: markdownlint wants none in a heading.
fn plain(words: &str) -> String {
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
