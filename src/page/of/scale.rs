//! The scales, with their terms and ranges.

use crate::briefing::scale::{Confidence, Credibility, Marking, Markings, Reliability, Vocabulary, Yardstick};
use crate::page::about::short_form::title_of_slug;
use crate::page::doc::{Block, Body, Doc, ListRow};
use crate::page::figure::LikelihoodBar;
use crate::page::place::ScaleName;
use crate::page::styled_text::{Role, Text};

pub fn page(name: ScaleName) -> Doc {
    let mut scale = Scale { doc: Doc::new(&title_of_slug(name.name()), "scale"), list: 0 };
    match name {
        ScaleName::Likelihood => likelihood(&mut scale),
        ScaleName::Confidence => {
            scale.about("How sound the basis of a judgement is. It says nothing about whether a thing will happen.");
            scale.terms("Confidence", Confidence::all().iter().map(|level| (level.word().to_owned(), level.meaning().to_owned())));
        }
        ScaleName::Admiralty => {
            scale.about("A grade such as B3 rates the source with a letter and the item with a digit, each apart from the other. F and 6 mean that there is no basis for judging, not that the thing is worst.");
            scale.terms(
                "Reliability of a source",
                Reliability::all().iter().map(|r| (r.word().to_owned(), described(r.label(), r.meaning()))),
            );
            scale.terms(
                "Credibility of an item",
                Credibility::all().iter().map(|c| (c.word().to_owned(), described(c.label(), c.meaning()))),
            );
        }
        ScaleName::Marking => {
            scale.about("Who may have a briefing, the freest first. A briefing holds to one vocabulary: it names it under markings, and is marked by TLP where it names none. Behind the markings of states and alliances may stand who else may or may not have it: SECRET//NOFORN.");
            for markings in Markings::all() {
                let meaning = |marking: Marking| {
                    let mark = if markings.has_caveats() { format!("({}) ", marking.portion()) } else { String::new() };
                    (marking.word().to_owned(), format!("{mark}{}", marking.audience()))
                };
                scale.terms(markings.standard(), markings.terms().map(meaning));
            }
        }
    }
    scale.doc.finish(None)
}

fn described(label: &str, meaning: &str) -> String {
    format!("{}. {meaning}", title_of_slug(label))
}

fn likelihood(scale: &mut Scale) {
    scale.about("How likely a thing is to happen or to be so. A briefing holds to one yardstick and never mixes the two. The gaps between the terms of PHIA are meant.");
    for yardstick in Yardstick::all() {
        scale.heading(yardstick.name());
        for term in yardstick.terms() {
            let bar = LikelihoodBar { likelihood: Some(term), written: None, by: None, state: None };
            let words = std::iter::once(term.word()).chain(term.synonyms().iter().copied()).collect::<Vec<_>>().join(", ");
            let (lead, text) = (Text::new(Role::Text, term.range()), Text::new(Role::Text, &words));
            scale.row(&format!("{} {}", yardstick.word(), term.word()), ListRow { id: bar.bar(), lead, text, ..ListRow::default() });
        }
    }
}

struct Scale {
    doc: Doc,
    /// The number of the list of terms. All yardsticks share one, so that their bars stand in one column.
    list: usize,
}

impl Scale {
    fn about(&mut self, text: &str) {
        self.doc.push(Block::paragraph("about", Role::Text, text));
    }

    fn heading(&mut self, text: &str) {
        self.doc.push(Block::heading(text.to_lowercase(), text));
    }

    fn row(&mut self, key: &str, row: ListRow) {
        self.doc.push(Block::new(key, Body::ListRow(ListRow { list: self.list, ..row })));
    }

    fn terms(&mut self, heading: &str, terms: impl Iterator<Item = (String, String)>) {
        self.heading(heading);
        self.list += 1;
        for (term, meaning) in terms {
            self.row(
                &format!("{heading} {term}"),
                ListRow { id: Text::new(Role::Strong, &term), text: Text::new(Role::Text, &meaning), ..ListRow::default() },
            );
        }
    }
}
