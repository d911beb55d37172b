//! The page of a judgement: why we say so, how sure we are, what would change it.

use super::build::{Page, confidence_dots, likelihood_bar, section_title};
use super::doc::Doc;
use super::figure::Figure;
use super::links::{list_or_none, lists};
use super::place::{Place, ScaleName};
use super::words::{Role, Text};
use crate::briefing::Basis;
use crate::briefing::scale::{Credibility, Reliability, Vocabulary};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::Entry;
use crate::text::count;

pub fn page(entry: &Entry, index: usize) -> Doc {
    let judgement = &entry.resolved.briefing.judgements[index];
    let item = Item { kind: ItemKind::Judgement, index };
    let section = section_title(entry, judgement.section.as_ref().map(|section| section.value.as_str()));
    let mut page = Page::new(entry, &judgement.head.id, if section.is_empty() { "judgement" } else { &section });
    page.heading("WE JUDGE");
    let text = judgement.text.as_ref().map_or("", |text| &text.value);
    page.paragraph("text", false, page.prose(Role::Strong, text));
    let bar = likelihood_bar(judgement.likelihood.as_ref(), judgement.by.as_ref());
    page.figure("Likelihood", Figure::Likelihood(bar), Some(Place::Scale(ScaleName::Likelihood)));
    let because = judgement.because.as_ref().map_or_else(|| Text::new(Role::Warn, "not stated"), |because| page.prose(Role::Text, because));
    page.field("Because", true, because);
    page.figure(
        "Confidence",
        Figure::Confidence(confidence_dots(judgement.confidence.as_ref())),
        Some(Place::Scale(ScaleName::Confidence)),
    );
    page.push("why this confidence", false, None, super::Body::Field { label: "", text: why(&entry.resolved.basis(index)) });
    list_or_none(&mut page, item, LinkKind::RestsOn, true);
    list_or_none(&mut page, item, LinkKind::Against, true);
    list_or_none(&mut page, item, LinkKind::Reads, false);
    lists(&mut page, item, |kind, outgoing| {
        !matches!((kind, outgoing), (LinkKind::RestsOn | LinkKind::Against, true) | (LinkKind::Reads, false))
    });
    if let Some(was) = &judgement.was {
        page.heading("THE LAST EDITION SAID");
        page.figure("Then", Figure::Likelihood(likelihood_bar(was.likelihood.as_ref(), None)), None);
        page.figure("Sure then", Figure::Confidence(confidence_dots(was.confidence.as_ref())), None);
        let why = was.why.as_ref().map_or_else(|| Text::new(Role::Warn, "not stated"), |why| page.prose(Role::Text, why));
        page.field("Why changed", true, why);
    }
    page.finish()
}

/// What the confidence rests on, counted.
fn why(basis: &Basis) -> Text {
    let counts = [count(basis.claims.len(), "claim"), count(basis.sources.len(), "source"), count(basis.origins.len(), "origin")].join(", ");
    let text = Text::new(Role::Quiet, &format!("{counts}. "));
    let Some((reliability, credibility)) = basis.best else { return text.and(Role::Quiet, "No claim is graded.") };
    let meaning = match (reliability, credibility) {
        (Reliability::F, Credibility::Unjudged) => "neither source nor content can be judged".to_owned(),
        (Reliability::F, _) => format!("the source cannot be judged, the content is {}", credibility.label()),
        (_, Credibility::Unjudged) => format!("the source is {}, the content cannot be judged", reliability.label()),
        _ => format!("the source is {}, the content {}", reliability.label(), credibility.label()),
    };
    text.and(Role::Quiet, "Best grade ")
        .link(&format!("{}{}", reliability.word(), credibility.word()), Place::Scale(ScaleName::Admiralty))
        .and(Role::Quiet, &format!(": {meaning}."))
}
