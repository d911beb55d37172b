//! What is said of an item beside its words: its scales, and the sources that it quotes.

use super::Making;
use crate::briefing::scale::{Likelihood, Mode, Vocabulary, Yardstick};
use crate::briefing::{Item, ItemKind};
use std::collections::BTreeSet;

/// The sources that an item quotes.
pub fn quoted(making: &Making<'_>, item: Item) -> BTreeSet<usize> {
    let resolved = &making.held.resolved;
    let claims = match item.kind {
        ItemKind::Claim => vec![item],
        ItemKind::Event | ItemKind::Relationship => resolved.draws_on(item),
        _ => Vec::new(),
    };
    let claims = claims.into_iter().filter(|item| item.kind == ItemKind::Claim);
    claims.flat_map(|claim| resolved.sources_of(claim.index)).collect()
}

/// As MISP's taxonomies have them; what those do not know stands under our own name.
pub fn labels(making: &Making<'_>, item: Item) -> Vec<String> {
    let resolved = &making.held.resolved;
    let briefing = &resolved.briefing;
    let mut labels = vec![item.kind.name().to_owned()];
    let at = item.index;
    let likelihood = match item.kind {
        ItemKind::Judgement => briefing.judgements[at].likelihood.as_ref(),
        ItemKind::Alternative => briefing.alternatives[at].likelihood.as_ref(),
        ItemKind::Dissent => briefing.dissents[at].likelihood.as_ref(),
        ItemKind::Scenario => briefing.scenarios[at].likelihood.as_ref(),
        _ => None,
    };
    labels.extend(likelihood.and_then(|word| word.value).map(odds));
    match item.kind {
        ItemKind::Judgement => {
            let level = briefing.judgements[at].confidence.as_ref().and_then(|word| word.value).map(Vocabulary::word);
            labels.extend(level.map(|level| format!("estimative-language:confidence-in-analytic-judgment=\"{level}\"")));
        }
        ItemKind::Claim => {
            let (reliability, credibility) = resolved.grade(at);
            let reliability = reliability.map(|grade| grade.word().to_lowercase());
            labels.extend(briefing.claims[at].kind.map(|kind| format!("bluf:claim=\"{}\"", kind.word())));
            labels.extend(reliability.map(|grade| format!("admiralty-scale:source-reliability=\"{grade}\"")));
            labels.extend(credibility.map(|grade| format!("admiralty-scale:information-credibility=\"{}\"", grade.word())));
        }
        ItemKind::Event | ItemKind::Relationship if resolved.mode(item) != Mode::Reported => {
            labels.push(format!("bluf:mode=\"{}\"", resolved.mode(item).word()));
        }
        _ => {}
    }
    labels
}

fn odds(term: Likelihood) -> String {
    let word = term.word().replace(' ', "-");
    match term.yardstick() {
        Yardstick::Icd203 => format!("estimative-language:likelihood-probability=\"{word}\""),
        Yardstick::Phia => format!("bluf:phia-likelihood=\"{word}\""),
    }
}
