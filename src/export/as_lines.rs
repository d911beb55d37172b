//! What a briefing and its items say, as lines of words.

mod items;

pub use items::of_item;

use crate::briefing::model::{Head, Text};
use crate::briefing::{Briefing, Word};

#[derive(Debug, Default)]
pub struct Content(Vec<String>);

impl Content {
    pub fn plain(&mut self, text: Option<&Text>) {
        self.0.extend(text.map(|text| text.value.clone()));
    }

    pub fn line(&mut self, label: &str, words: &str) {
        self.0.push(format!("{label}: {words}"));
    }

    pub fn text(&mut self, label: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.line(label, text);
        }
    }

    pub fn texts(&mut self, label: &str, texts: &[Text]) {
        for text in texts {
            self.line(label, text);
        }
    }

    /// As it is written.
    pub fn word<T>(&mut self, label: &str, word: Option<&Word<T>>) {
        if let Some(word) = word {
            self.line(label, &word.text);
        }
    }

    pub fn list(&mut self, label: &str, ids: &[Text]) {
        let ids: Vec<&str> = ids.iter().map(|id| id.value.as_str()).collect();
        if !ids.is_empty() {
            self.line(label, &ids.join(", "));
        }
    }

    pub fn accepted(&mut self, head: &Head) {
        self.accepts(&head.accept);
    }

    pub fn accepts(&mut self, accept: &[(Text, Text)]) {
        for (rule, why) in accept {
            self.line(&format!("Accepted, {}", rule.value), why);
        }
    }

    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    #[must_use]
    pub fn into_text(self) -> String {
        self.0.join("\n")
    }

    #[must_use]
    pub fn into_description(self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.into_text())
    }
}

/// What it says of itself, but its title.
#[must_use]
pub fn of_briefing(briefing: &Briefing) -> Content {
    let mut content = Content::default();
    content.texts("By", &briefing.authors);
    content.text("Question", briefing.question.as_ref());
    content.text("Bottom line", briefing.bottom_line.as_ref());
    content.texts("What it means", &briefing.implications);
    content.text("Sources", briefing.source_summary.as_ref());
    content.line("Yardstick", briefing.yardstick().name());
    content.word("Change", briefing.change.as_ref());
    content.texts("For", &briefing.customers);
    content.text("Approved by", briefing.approved_by.as_ref());
    content.accepts(&briefing.accept);
    content
}
