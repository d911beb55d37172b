//! A section: our judgements, then what the sources say, by kind.

use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::{Item, ItemKind};
use crate::library::HeldBriefing;
use crate::page::about::short_form::title_of_slug;
use crate::page::builder::{Page, whole};
use crate::page::doc::Doc;
use crate::text::count;

pub fn page(held: &HeldBriefing, section: usize) -> Doc {
    let briefing = &held.resolved.briefing;
    let slug = &briefing.sections[section].value;
    let claims: Vec<usize> = (0..briefing.claims.len()).filter(|at| briefing.claims[*at].section == section).collect();
    let mut page = Page::new(held, &title_of_slug(slug), &count(claims.len(), "claim"));
    let ours = |at: &usize| briefing.judgements[*at].section.as_ref().is_some_and(|name| name.value == *slug);
    let judgements: Vec<usize> = (0..briefing.judgements.len()).filter(ours).collect();
    page.judgements("We judge", &judgements);
    for kind in ClaimKind::all() {
        let of_kind = claims.iter().filter(|at| briefing.claims[**at].kind == Some(*kind));
        let rows = of_kind.map(|index| whole(page.row(Item { kind: ItemKind::Claim, index: *index }, "")));
        page.items(&format!("The source {}", kind.verb()), rows.collect());
    }
    let unkinded = claims.iter().filter(|at| briefing.claims[**at].kind.is_none());
    let rows = unkinded.map(|index| page.claim_row(Item { kind: ItemKind::Claim, index: *index }));
    page.items("The source says", rows.collect());
    page.finish()
}
