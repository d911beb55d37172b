//! What is taken of a document, as the program that reads it hands it to the one that asked.

use serde::{Deserialize, Serialize};

/// What a document is taken for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The words, as a file of the library holds them.
    pub text: String,
    pub stated: Stated,
    /// What was left out, could not be read, or is written another way than in the document; a line for each.
    pub left: Vec<String>,
    /// The library that read it, with its version.
    pub reader: String,
}

/// What a document states of itself. Nothing of it is inferred.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// As Hayagriva names it, where the document says what it is.
    pub kind: Option<String>,
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    /// As EDTF has dates.
    pub date: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    /// The day on which it was read at its address.
    pub retrieved: Option<String>,
}

/// What programs put where nobody says who wrote a document or what it is called, in small letters and without the marks around it.
#[rustfmt::skip]
const FILLERS: [&str; 18] = [
    "admin", "administrator", "anonymous", "author", "default", "document1", "microsoft office user", "n/a", "none", "owner", "powerpoint presentation",
    "python-docx", "title", "unknown", "unspecified", "untitled", "user", "windows user",
];

fn says(text: &str) -> bool {
    !FILLERS.contains(&text.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()))
}

impl Stated {
    /// Without what nobody has said: the names of programs and their blanks, and a site's own name as that of who wrote for it.
    #[must_use]
    pub fn said(mut self) -> Self {
        self.title = self.title.filter(|title| says(title));
        let publisher = self.publisher.as_deref().map(str::to_lowercase);
        self.authors.retain(|author| says(author) && Some(author.to_lowercase()) != publisher);
        self
    }

    /// What is said nowhere here is taken from another.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            kind: self.kind.or(other.kind),
            title: self.title.or(other.title),
            authors: if self.authors.is_empty() { other.authors } else { self.authors },
            publisher: self.publisher.or(other.publisher),
            date: self.date.or(other.date),
            url: self.url.or(other.url),
            language: self.language.or(other.language),
            retrieved: self.retrieved.or(other.retrieved),
        }
    }
}

/// So many of something, and what became of them; `~` is where a noun of several has its ending. `None` for none.
#[must_use]
pub fn some(number: usize, noun: &str, became: &str) -> Option<String> {
    let several = noun.replace("x~", "xes").replace('~', "s");
    let noun = if number == 1 { noun.replace('~', "") } else { several };
    (number > 0).then(|| format!("{number} {noun}{became}"))
}
