//! A briefing without some of its items, and without what leads to them.

use super::{LeftOut, prose};
use crate::briefing::model::{Briefing, Head, Planned, Reference};
use crate::briefing::references::references;
use std::collections::BTreeSet;

pub fn reduced(briefing: &Briefing, out: &BTreeSet<String>, left: &mut LeftOut) -> Briefing {
    let all = briefing;
    let mut briefing = briefing.clone();
    let stays = |head: &Head| !out.contains(&head.id.value);
    briefing.sources.retain(|item| stays(&item.head));
    briefing.actors.retain(|item| stays(&item.head));
    briefing.claims.retain(|item| stays(&item.head));
    briefing.judgements.retain(|item| stays(&item.head));
    briefing.assumptions.retain(|item| stays(&item.head));
    briefing.alternatives.retain(|item| stays(&item.head));
    briefing.dissents.retain(|item| stays(&item.head));
    briefing.indicators.retain(|item| stays(&item.head));
    briefing.scenarios.retain(|item| stays(&item.head));
    briefing.gaps.retain(|item| stays(&item.head));
    briefing.events.retain(|item| stays(&item.head));
    briefing.relationships.retain(|item| stays(&item.head));
    briefing.previous = None;
    // Nobody has marked them, and nothing rests on them.
    briefing.candidates.clear();
    briefing.slides.retain(|slide| !matches!(slide, Planned::Judgement(id) if out.contains(id)));
    let named: Vec<(String, String)> = briefing
        .items()
        .flat_map(|item| briefing.prose(item).map(move |text| (item, text)))
        .flat_map(|(item, text)| references(&text.value).map(move |(_, id)| (item, id)))
        .filter(|(_, id)| out.contains(*id))
        .map(|(item, id)| (briefing.id_of(item).to_owned(), id.to_owned()))
        .collect();
    left.links.extend(named);
    left.fields = prose::cut(&mut briefing, out);
    unlink(&mut briefing, out, &mut left.links);
    left.sections = sections(&mut briefing, all);
    left.links.sort();
    left.links.dedup();
    briefing
}

/// Takes out the references to what is gone.
fn unlink(briefing: &mut Briefing, out: &BTreeSet<String>, links: &mut Vec<(String, String)>) {
    let mut cut = |head: &Head, references: &mut Vec<Reference>| {
        references.retain(|to| {
            let goes = out.contains(&to.value);
            if goes {
                links.push((head.id.value.clone(), to.value.clone()));
            }
            !goes
        });
    };
    for judgement in &mut briefing.judgements {
        cut(&judgement.head, &mut judgement.claims);
        cut(&judgement.head, &mut judgement.against);
        cut(&judgement.head, &mut judgement.assumptions);
        if let Some(outcome) = &mut judgement.outcome {
            cut(&judgement.head, &mut outcome.claims);
        }
    }
    for reading in &mut briefing.alternatives {
        cut(&reading.head, &mut reading.supports);
        cut(&reading.head, &mut reading.against);
    }
    for scenario in &mut briefing.scenarios {
        cut(&scenario.head, &mut scenario.with);
        cut(&scenario.head, &mut scenario.without);
    }
    for gap in &mut briefing.gaps {
        cut(&gap.head, &mut gap.limits);
    }
    for event in &mut briefing.events {
        cut(&event.head, &mut event.after);
        cut(&event.head, &mut event.during);
        cut(&event.head, &mut event.claims);
    }
    for tie in &mut briefing.relationships {
        cut(&tie.head, &mut tie.claims);
    }
    for indicator in &mut briefing.indicators {
        let mut moved: Vec<Reference> = indicator.moves.iter().map(|(to, _)| to.clone()).collect();
        cut(&indicator.head, &mut moved);
        indicator.moves.retain(|(to, _)| !out.contains(&to.value));
    }
    for actor in &mut briefing.actors {
        let mut of = actor.of.take().into_iter().collect();
        cut(&actor.head, &mut of);
        actor.of = of.pop();
    }
}

/// Takes out the sections that had something and have nothing left: their names say what it was about.
fn sections(briefing: &mut Briefing, before: &Briefing) -> Vec<String> {
    let has = |briefing: &Briefing, at: usize, slug: &str| {
        let of = |section: &Option<Reference>| section.as_ref().is_some_and(|section| section.value == slug);
        briefing.claims.iter().any(|claim| claim.section == at) || briefing.judgements.iter().any(|judgement| of(&judgement.section))
    };
    let slugs: Vec<(usize, &str)> = before.sections.iter().map(|slug| slug.value.as_str()).enumerate().collect();
    let gone = |(at, slug): &(usize, &str)| has(before, *at, slug) && !has(&*briefing, *at, slug);
    let gone: Vec<(usize, &str)> = slugs.into_iter().filter(gone).collect();
    briefing.sections.retain(|slug| !gone.iter().any(|(_, name)| *name == slug.value));
    for claim in &mut briefing.claims {
        claim.section -= gone.iter().filter(|(at, _)| *at < claim.section).count();
    }
    gone.into_iter().map(|(_, slug)| slug.to_owned()).collect()
}
