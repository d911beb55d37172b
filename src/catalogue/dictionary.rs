//! The names and words that a library has, for completion and for reading a query.

use super::fields::{Field, Holds};
use super::index::Catalogue;
use super::query::Names;
use super::read_state::Join;
use super::schema::{SHOWN, name_form};
use super::vocabulary::{plainly, terms};
use crate::library::directory::Directory;
use std::sync::Arc;

/// No longer list is of any use to who types.
const MOST: usize = 200;

impl Catalogue {
    /// The values of a field that begin so, as they are shown, in their order.
    #[must_use]
    pub fn values(&self, field: Field, begins: &str) -> Vec<String> {
        match field.holds() {
            Holds::Words | Holds::Scale | Holds::Own => {
                let begins = plainly(begins);
                let mut words: Vec<String> = Vec::new();
                for term in terms(field).into_iter().filter(|term| plainly(term.word).starts_with(&begins)) {
                    if !words.iter().any(|word| word == term.word) {
                        words.push(term.word.to_owned());
                    }
                }
                words
            }
            Holds::Date => Vec::new(),
            Holds::Names => {
                let mut shown: Vec<String> = self.written(field, &name_form(begins), true).into_iter().map(|(_, shown)| shown).collect();
                shown.sort();
                shown.dedup();
                shown.truncate(MOST);
                shown
            }
        }
    }

    fn stream(&self, field: Field, form: &str, begins: bool) -> tantivy::Result<Vec<(String, String)>> {
        let (first, last) =
            if begins { (form.to_owned(), format!("{form}\u{10ffff}")) } else { (format!("{form}{SHOWN}"), format!("{form}\u{1}")) };
        let mut found = Vec::new();
        for segment in self.searcher().segment_readers() {
            let index = segment.inverted_index(self.schema().field(field))?;
            let mut stream = index.terms().range().ge(&first).lt(&last).into_stream()?;
            while stream.advance() {
                if let Ok(term) = std::str::from_utf8(stream.key())
                    && let Some((written, shown)) = term.split_once(SHOWN)
                {
                    found.push((written.to_owned(), shown.to_owned()));
                }
            }
        }
        found.sort();
        found.dedup();
        Ok(found)
    }
}

impl Names for Catalogue {
    fn written(&self, field: Field, form: &str, begins: bool) -> Vec<(String, String)> {
        self.stream(field, form, begins).unwrap_or_default()
    }

    fn join(&self) -> Option<Arc<Join>> {
        self.joined().clone()
    }
}

impl Directory for Catalogue {
    fn count(&self) -> usize {
        Self::count(self)
    }

    fn path_of(&self, id: &str) -> Option<String> {
        Self::path_of(self, id).ok().flatten()
    }

    fn ids(&self) -> Vec<String> {
        self.written(Field::Briefing, "", true).into_iter().map(|(_, shown)| shown).collect()
    }
}
