//! The page of a judgement: why we say so, how sure we are, what would change it.

use super::change::SILENT;
use super::confidence::sums;
use super::links::{claims_or_none, lists, referring_or_none, sides};
use crate::briefing::change::{Account, account};
use crate::briefing::grade::{is_improbable, is_judged};
use crate::briefing::model::Judgement;
use crate::briefing::scale::{Credibility, Reliability, Vocabulary, Way};
use crate::briefing::{Basis, Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{
    confidence_dots, date_words, grade_badge, judged, likelihood_bar, likelihood_word, section_title, we_judge,
};
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, Doc};
use crate::page::figure::Figure;
use crate::page::place::{Place, ScaleName, Side};
use crate::page::styled_text::{Role, Text};

pub fn page(held: &HeldBriefing, index: usize) -> Doc {
    let judgement = &held.resolved.briefing.judgements[index];
    let item = Item { kind: ItemKind::Judgement, index };
    let section = section_title(held, judgement.section.as_ref().map(|section| section.value.as_str()));
    // On a low screen the likelihood may be scrolled out of view; the title never is.
    let likelihood = likelihood_word(&held.resolved.briefing, item).unwrap_or_default();
    let note = format!("{likelihood} · {}", if section.is_empty() { "judgement" } else { &section });
    let mut page = Page::of_item(held, item, &note);
    page.heading(&we_judge(&held.resolved.briefing, index));
    page.subject(None, page.prose(Role::Strong, &page.statement(item)).append(first_claim(&page, index)));
    page.labelled("Likelihood", true, Figure::Likelihood(judged(held, index)), Some(Place::Scale(ScaleName::Likelihood)));
    let dots = confidence_dots(judgement.confidence.as_ref());
    page.labelled("Confidence", true, Figure::Confidence(dots), Some(Place::Scale(ScaleName::Confidence)));
    let card = page.to(Found::Side { judgement: index, side: Side::Confidence });
    page.push("why this confidence", false, None, Body::Field { label: "", text: why(held.resolved.basis(index), card) });
    outcome(&mut page, item);
    page.heading("Why this likelihood, then why this confidence");
    page.paragraph("because", false, page.stated(Role::Text, judgement.because.as_ref()));
    let [carrying, other] = sides(judgement.way());
    claims_or_none(&mut page, item, &carrying);
    // What we take for granted carries it too.
    lists(&mut page, item, |kind, _| kind == LinkKind::Assumes);
    claims_or_none(&mut page, item, &other);
    referring_or_none(&mut page, item, LinkKind::Reads);
    lists(&mut page, item, |kind, _| {
        let above = [LinkKind::SpeaksFor, LinkKind::SpeaksAgainst, LinkKind::Assumes, LinkKind::Reads, LinkKind::ShownBy];
        !above.contains(&kind)
    });
    last_edition(&mut page, judgement);
    page.finish()
}

/// "(against it: C11 and 2 more)". Behind the sentence alone a claim would speak for the event, be that ever so unlikely; and a
/// likelihood rests on more than claims. On a low screen nothing else that leads to the words has room beside that.
fn first_claim(page: &Page<'_>, index: usize) -> Text {
    let (item, graph) = (Item { kind: ItemKind::Judgement, index }, &page.resolved().graph);
    let way = page.resolved().briefing.judgements[index].way();
    let side = match way {
        Way::Above => "for it",
        Way::Even => "for and against it",
        Way::Below => "against it",
    };
    let kinds = LinkKind::carrying(way);
    let claims: Vec<Item> = kinds.iter().flat_map(|kind| graph.targets(item, *kind)).collect();
    let Some(first) = claims.first() else { return Text::default() };
    let text = Text::new(Role::Quiet, &format!(" ({side}: ")).link(page.id(*first), page.place(*first));
    let more = if claims.len() > 1 { format!(" and {} more)", claims.len() - 1) } else { ")".to_owned() };
    text.and(Role::Quiet, &more)
}

/// What became of it, as soon as that is told.
fn outcome(page: &mut Page<'_>, item: Item) {
    let Some(outcome) = &page.resolved().briefing.judgements[item.index].outcome else { return };
    page.heading("What became of it");
    let text = match &outcome.came {
        Some(word) => Text::new(Role::Strong, word.value.map_or(word.text.as_str(), |came| came.label())),
        None => Text::new(Role::Warn, "not stated"),
    };
    let text = outcome.on.as_ref().map_or(text.clone(), |on| text.and(Role::Text, &format!(", {}", date_words(on))));
    page.field("Outcome", false, text);
    if let Some(note) = &outcome.note {
        page.field("Note", false, page.prose(Role::Text, note));
    }
    let claims: Vec<Item> = page.resolved().graph.targets(item, LinkKind::ShownBy).collect();
    let rows = claims.into_iter().map(|claim| whole(page.claim_row(claim))).collect();
    page.list(page.rows_of("shown by", rows));
}

/// What the last edition said, and why that changed, as this edition tells it. Where it tells nothing, the last edition
/// speaks for itself.
fn last_edition(page: &mut Page<'_>, judgement: &Judgement) {
    let before = page.held.previous.as_ref().and_then(|previous| previous.as_ref().ok());
    let before = before.and_then(|before| before.judgements.iter().find(|before| before.head.id.value == judgement.head.id.value));
    let silent = before.filter(|before| account(before, judgement, &page.resolved().briefing) == Some(Account::Silent));
    let (likelihood, confidence, why) = match (&judgement.was, silent) {
        (Some(was), _) => (&was.likelihood, &was.confidence, page.stated(Role::Text, was.why.as_ref())),
        (None, Some(before)) => (&before.likelihood, &before.confidence, Text::new(Role::Bad, SILENT)),
        (None, None) => return,
    };
    page.heading("The last edition said");
    page.labelled("Then", true, Figure::Likelihood(likelihood_bar(likelihood.as_ref(), None)), None);
    page.labelled("Sure then", true, Figure::Confidence(confidence_dots(confidence.as_ref())), None);
    page.field("Why changed", true, why);
    if page.held.previous.is_some() {
        let link = Text::default().link("What else has changed", page.to(Found::Change));
        page.paragraph("change", true, link);
    }
}

/// What the confidence rests on, counted. The counts lead to `card`.
fn why(basis: &Basis, card: Place) -> Text {
    let text = Text::default().link(&sums(basis), card).and(Role::Quiet, ". ");
    let to_scale = |text: Text, badge: &str| text.link(badge, Place::Scale(ScaleName::Admiralty));
    // F and 6 are neither better nor worse than a grade: none of them is the best, and none is hidden behind it.
    let unjudged = basis.grades.iter().filter(|(grade, _)| !is_judged(*grade));
    let badges: Vec<String> = unjudged.map(|(grade, _)| grade_badge(*grade).plain()).collect();
    if let Some((reliability, credibility)) = basis.best {
        let meaning = format!(": the source is {}, the content {}.", reliability.label(), credibility.label());
        let badge = format!("{}{}", reliability.word(), credibility.word());
        let text = to_scale(text.and(Role::Quiet, "Best grade "), &badge).and(Role::Quiet, &meaning);
        let rest = if badges.is_empty() { String::new() } else { format!(" Not judged for both: {}.", badges.join(" ")) };
        return text.and(Role::Quiet, &rest);
    }
    let improbable = basis.grades.iter().filter(|(grade, _)| is_judged(*grade) && is_improbable(*grade));
    let improbable: Vec<String> = improbable.map(|(grade, _)| grade_badge(*grade).plain()).collect();
    if !improbable.is_empty() {
        let rest = if badges.is_empty() { String::new() } else { format!(" Not judged for both: {}.", badges.join(" ")) };
        let text = text.and(Role::Quiet, "No content is better than improbable: ");
        return to_scale(text, &improbable.join(" ")).and(Role::Quiet, &format!(".{rest}"));
    }
    match (badges.as_slice(), basis.grades.first()) {
        ([only], Some(((Some(reliability), Some(credibility)), _))) => {
            let meaning = match (reliability, credibility) {
                (Reliability::F, Credibility::Unjudged) => "neither source nor content can be judged".to_owned(),
                (Reliability::F, _) => format!("the source cannot be judged, the content is {}", credibility.label()),
                _ => format!("the source is {}, the content cannot be judged", reliability.label()),
            };
            to_scale(text.and(Role::Quiet, "Graded "), only).and(Role::Quiet, &format!(": {meaning}."))
        }
        ([], _) => text.and(Role::Quiet, "No claim is graded."),
        (badges, _) => {
            to_scale(text.and(Role::Quiet, "No claim is judged for both source and content: "), &badges.join(" ")).and(Role::Quiet, ".")
        }
    }
}
