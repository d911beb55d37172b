//! What an item says, as lines of words.

use crate::briefing::Word;
use crate::briefing::model::{Head, Text};

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

    pub fn into_text(self) -> String {
        self.0.join("\n")
    }

    pub fn into_description(self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.into_text())
    }
}
