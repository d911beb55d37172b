//! The scales, with their terms and ranges.

use super::doc::{Block, Body, Doc, ListRow};
use super::figure::LikelihoodBar;
use super::place::ScaleName;
use super::short::title_of_slug;
use super::words::{Role, Text};
use crate::briefing::scale::{Confidence, Credibility, Marking, Reliability, Vocabulary, Yardstick};
use crate::text::width;

pub fn page(name: ScaleName) -> Doc {
    let mut scale = Scale(Doc { title: title_of_slug(name.name()), note: "scale".to_owned(), ..Doc::default() });
    match name {
        ScaleName::Likelihood => likelihood(&mut scale),
        ScaleName::Confidence => {
            scale.about("How sound the basis of a judgement is. It says nothing about whether a thing will happen.");
            scale.terms("CONFIDENCE", Confidence::all().iter().map(|level| (level.word().to_owned(), level.meaning().to_owned())));
        }
        ScaleName::Admiralty => {
            scale.about("A grade such as B3 rates the source with a letter and the item with a digit, each apart from the other. F and 6 mean that there is no basis for judging, not that the thing is worst.");
            scale.terms(
                "RELIABILITY OF A SOURCE",
                Reliability::all().iter().map(|r| (r.word().to_owned(), described(r.label(), r.meaning()))),
            );
            scale.terms(
                "CREDIBILITY OF AN ITEM",
                Credibility::all().iter().map(|c| (c.word().to_owned(), described(c.label(), c.meaning()))),
            );
        }
        ScaleName::Tlp => {
            scale.about("Traffic Light Protocol, version 2.0: who may have a briefing.");
            scale.terms("MARKING", Marking::all().iter().map(|marking| (marking.word().to_owned(), marking.audience().to_owned())));
        }
    }
    scale.0.finish(None)
}

fn described(label: &str, meaning: &str) -> String {
    format!("{}. {meaning}", title_of_slug(label))
}

fn likelihood(scale: &mut Scale) {
    scale.about("How likely a thing is to happen or to be so. A briefing holds to one yardstick and never mixes the two. The gaps between the terms of PHIA are meant.");
    for yardstick in Yardstick::all() {
        scale.heading(&yardstick.name().to_uppercase());
        for term in yardstick.terms() {
            let bar = LikelihoodBar { likelihood: Some(term), written: None, by: None };
            let words = std::iter::once(term.word()).chain(term.synonyms().iter().copied()).collect::<Vec<_>>().join(", ");
            let text = bar.bar();
            let row = ListRow {
                id: text,
                id_width: super::figure::BAR,
                lead: Text::new(Role::Text, term.range()),
                lead_width: 8,
                text: Text::new(Role::Text, &words),
                ..ListRow::default()
            };
            scale.push(&format!("{} {}", yardstick.word(), term.word()), false, Body::ListRow(row));
        }
    }
}

struct Scale(Doc);

impl Scale {
    fn push(&mut self, key: &str, gap: bool, body: Body) {
        self.0.blocks.push(Block { key: key.to_owned(), link: None, gap, mark: None, body });
    }

    fn about(&mut self, text: &str) {
        self.push("about", false, Body::Paragraph(Text::new(Role::Text, text)));
    }

    fn heading(&mut self, text: &str) {
        self.push(&text.to_lowercase(), true, Body::Heading { text: Text::new(Role::Heading, text), tail: Text::default() });
    }

    fn terms(&mut self, heading: &str, terms: impl Iterator<Item = (String, String)>) {
        self.heading(heading);
        let terms: Vec<_> = terms.collect();
        let id_width = terms.iter().map(|(term, _)| width(term)).max().unwrap_or(0);
        for (term, meaning) in terms {
            let row = ListRow { id: Text::new(Role::Strong, &term), id_width, text: Text::new(Role::Text, &meaning), ..ListRow::default() };
            self.push(&term, false, Body::ListRow(row));
        }
    }
}
