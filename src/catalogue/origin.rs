//! Which source it is that several briefings use: by its publisher, its address, and the bytes of its text.

use crate::briefing::model::Source;
use crate::briefing::{Digest, SourceText};
use crate::text::fold::search_form;
use crate::text::plain_name;
use crate::text::web::same_page;
use serde::{Deserialize, Serialize};

/// What tells which source it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub publisher: Option<String>,
    pub title: Option<String>,
    /// As all that write it write it. `None` where it names no page of its own.
    pub address: Option<String>,
    /// The SHA-256 of its text.
    pub text: Option<String>,
}

impl Origin {
    #[must_use]
    pub fn of(source: &Source, text: Option<&SourceText>) -> Self {
        let text = text.filter(|text| !text.text().trim().is_empty());
        let value = |text: &Option<crate::briefing::model::Text>| text.as_ref().map(|text| text.value.trim().to_owned());
        Self {
            publisher: value(&source.publisher).filter(|name| !name.is_empty()),
            title: value(&source.title).filter(|name| !name.is_empty()),
            address: source.url.as_ref().and_then(|url| same_page(&url.value)),
            text: text.map(|text| Digest::of(text).to_string()),
        }
    }

    /// What a source is looked up by.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let publisher = self.publisher.as_deref().map(of_publisher);
        [publisher, self.address.as_deref().map(of_address), self.text.as_deref().map(of_text)].into_iter().flatten().collect()
    }

    /// The keys that say that it is this very source, and not another of its publisher.
    #[must_use]
    pub fn own_keys(&self) -> Vec<String> {
        [self.address.as_deref().map(of_address), self.text.as_deref().map(of_text)].into_iter().flatten().collect()
    }
}

#[must_use]
pub fn of_publisher(name: &str) -> String {
    format!("publisher {}", search_form(&plain_name(name)))
}

#[must_use]
pub fn of_address(address: &str) -> String {
    format!("address {address}")
}

#[must_use]
pub fn of_text(digest: &str) -> String {
    format!("text {digest}")
}
