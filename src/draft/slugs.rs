//! Names made of titles: of sections, of actors, of sources.

use crate::briefing::parse::misnamed;
use crate::text::fold::search_form;
use std::collections::HashSet;

/// In bytes: a heading may be as long as it is.
const LONGEST: usize = 40;

/// Small letters and digits in parts joined by hyphens; `None` where a title has no letter that a slug may have.
#[must_use]
pub fn slug(title: &str) -> Option<String> {
    let folded = search_form(title);
    let parts = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut slug = String::new();
    for part in parts {
        if !slug.is_empty() && slug.len() + 1 + part.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug += &part[..part.len().min(LONGEST)];
    }
    slug.contains(|c: char| c.is_ascii_lowercase()).then_some(slug)
}

/// Names of which each is given once.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// None of these is given.
    #[must_use]
    pub fn but(taken: &[&str]) -> Self {
        Self(taken.iter().map(|&name| name.to_owned()).collect())
    }

    /// The name, with a number behind it where it is taken.
    pub fn give(&mut self, name: &str) -> String {
        let numbered = std::iter::once(name.to_owned()).chain((2_usize..).map(|number| format!("{name}-{number}")));
        let free = numbered.into_iter().find(|name| !self.0.contains(name)).unwrap_or_default();
        self.0.insert(free.clone());
        free
    }
}

/// The id of a source by the name of its file: its first word in capitals, such as `CRS`.
#[must_use]
pub fn source_id(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let slug = slug(stem).unwrap_or_default().to_ascii_uppercase();
    let fits =
        // Two letters are a state.
        |word: &&str| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase()) && misnamed(word, "sources", None).is_none();
    slug.split('-').find(fits).unwrap_or("TEXT").to_owned()
}
