//! Text with its roles and links.

use super::block::Writer;
use crate::english::language::is_foreign;
use crate::export::figure::ink::ink;
use crate::export::markup::escaped;
use crate::page::{Place, Role, Run, Spot, Text};

/// The attribute of text in another language than the page's own words: nobody says in which.
pub fn language(text: &str) -> &'static str {
    if is_foreign(text) { " lang=\"und\"" } else { "" }
}

impl Writer<'_> {
    pub fn text(&self, text: &Text) -> String {
        text.runs.iter().map(|run| self.run(run)).collect()
    }

    fn run(&self, run: &Run) -> String {
        let words = escaped(run.text());
        let words = match run.role {
            Role::Text => words,
            Role::Lit => format!("<mark>{words}</mark>"),
            Role::Passage => format!("<mark class=\"other\">{words}</mark>"),
            Role::Accent if run.link.is_some() => words,
            role => format!("<span class=\"{}\">{words}</span>", ink(role).name),
        };
        self.linked(run.link.as_ref(), words)
    }

    /// What is written, as a link where the document, or the web, has what it leads to.
    pub fn linked(&self, place: Option<&Place>, written: String) -> String {
        match place.and_then(|place| self.href(place)) {
            Some(href) if !written.trim().is_empty() => format!("<a href=\"{}\">{written}</a>", escaped(&href)),
            _ => written,
        }
    }

    /// A page does not link to itself, but its sentences can be linked to.
    fn href(&self, place: &Place) -> Option<String> {
        if let Place::Web(address) = place {
            return ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)).then(|| address.clone());
        }
        let page = self.handed?.page_of(place)?;
        if let Some(Spot::Sentence { sentence, .. } | Spot::Source { sentence: Some(sentence), .. }) = place.spot() {
            let id = sentence_id(&page.anchor, &sentence.to_string());
            if self.sentences.contains(&id) {
                return Some(format!("#{id}"));
            }
        }
        (page.anchor != self.here).then(|| format!("#{}", page.anchor))
    }
}

/// No anchor of a page has a line below.
pub fn sentence_id(anchor: &str, number: &str) -> String {
    format!("{anchor}_{number}")
}
