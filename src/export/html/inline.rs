//! Text with its roles and links.

use super::block::Writer;
use super::sentence_id;
use crate::export::figure::colours::ink;
use crate::export::markup::escaped;
use crate::page::{Place, Role, Run, Spot, Text};
use crate::text::direction::{Direction, direction};

/// No line ends between a number and its sign. A hard space would do so too, but nobody would find the words by it.
fn percents(words: String) -> String {
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '–' | '.' | ',');
    let mut out = String::new();
    let mut rest = words.as_str();
    while let Some(at) = rest.find(" %") {
        let number = rest[..at].trim_end_matches(of_number).len();
        let (before, with_sign) = rest[..at + 2].split_at(number);
        out.push_str(before);
        out.push_str(&if number < at { format!("<span class=\"percent\">{with_sign}</span>") } else { with_sign.to_owned() });
        rest = &rest[at + 2..];
    }
    if out.is_empty() { words } else { out + rest }
}

impl Writer<'_> {
    pub fn text(&self, text: &Text) -> String {
        let mut runs = text.runs.iter().map(|run| self.run(run));
        // Where the first letter of the id says another way than the words behind it, it says it for itself alone.
        let is_turned = direction(&text.own_words()) == Direction::Right && direction(&text.plain()) != Direction::Right;
        let id = runs.next().map(|id| if is_turned { format!("<bdi>{id}</bdi>") } else { id });
        id.into_iter().chain(runs).collect()
    }

    fn run(&self, run: &Run) -> String {
        let words = percents(escaped(run.text()));
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
