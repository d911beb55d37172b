//! How firmly ties and events stand in the sources: no firmer than the firmest claim that they rest on.
//!
//! By the kind of a claim, and by words of English: in another language the kind alone tells.

use super::Resolved;
use super::graph::LinkKind;
use super::model::{Claim, Item, ItemKind};
use super::scale::{ClaimKind, EventKind, Mode, TieKind};
use super::sentences::sentences;
use crate::english::{Sense, Statement, Strength};
use crate::text::phrases::find;

/// Behind one of these stands what somebody else says.
const SAID: &[&str] = &[
    "according to",
    "accused",
    "accuses",
    "alleged",
    "alleges",
    "asserted",
    "asserts",
    "claimed",
    "claims that",
    "insisted",
    "insists",
    "said",
    "says",
    "stated that",
    "states that",
    "tells",
    "told",
];
/// Who does one of these has said something, and that has happened, whatever comes of it.
const SPOKE: &[&str] = &[
    "agreed",
    "announced",
    "announces",
    "asked",
    "asks",
    "blamed",
    "blames",
    "called",
    "called for",
    "calls",
    "calls for",
    "complained",
    "complains",
    "condemned",
    "condemns",
    "criticised",
    "criticises",
    "declared",
    "declares",
    "demanded",
    "demands",
    "denied",
    "denies",
    "expected by",
    "expects",
    "offered",
    "offers",
    "opposed",
    "opposes",
    "planned",
    "plans",
    "pledge",
    "pledged",
    "pledges",
    "praised",
    "praises",
    "predicted",
    "predicts",
    "promised",
    "promises",
    "proposed",
    "proposes",
    "rejected",
    "rejects",
    "speaks",
    "spoke",
    "thinks",
    "threatened",
    "threatens",
    "urged",
    "urges",
    "vowed",
    "vows",
    "warned",
    "warns",
];
/// Behind one of these stands what is meant to come.
const INTENDED: &[&str] = &[
    "agree to",
    "agreed to",
    "agrees to",
    "aim to",
    "aims to",
    "intend to",
    "intended to",
    "intends to",
    "is to",
    "offered to",
    "offers to",
    "plan to",
    "planned to",
    "planning to",
    "plans to",
    "pledge to",
    "pledged to",
    "pledges to",
    "promise to",
    "promised to",
    "promises to",
    "proposed to",
    "proposes to",
    "vowed to",
    "vows to",
];
/// Hedges that speak of what comes. All others doubt what is.
const TO_COME: &[&str] = &[
    "can",
    "could",
    "expect to",
    "expected to",
    "expecting to",
    "expects to",
    "may",
    "might",
    "potential",
    "potentially",
    "stand to",
    "standing to",
    "stands to",
    "stood to",
];

impl Resolved {
    /// The mode of a tie or an event: what its field says, else what its claims carry. What no claim reports is alleged, by us.
    #[must_use]
    pub fn mode(&self, item: Item) -> Mode {
        let field = match item.kind {
            ItemKind::Event => self.briefing.events[item.index].mode.as_ref(),
            ItemKind::Relationship => self.briefing.relationships[item.index].mode.as_ref(),
            _ => None,
        };
        field.and_then(|word| word.value).or_else(|| Some(self.carried(item)?.0)).unwrap_or(Mode::Alleged)
    }

    /// The firmest mode that the claims of a tie or an event carry, and the first claim that does.
    #[must_use]
    pub fn carried(&self, item: Item) -> Option<(Mode, usize)> {
        let [events, ties] = &self.carried;
        let kept = match item.kind {
            ItemKind::Event => events,
            ItemKind::Relationship => ties,
            _ => return None,
        };
        *kept.get(item.index)?.get_or_init(|| carried(self, item))
    }
}

fn carried(resolved: &Resolved, item: Item) -> Option<(Mode, usize)> {
    let (link, is_speech) = match item.kind {
        ItemKind::Event => {
            let kind = resolved.briefing.events[item.index].kind;
            (LinkKind::ReportedBy, kind.is_some_and(EventKind::is_speech))
        }
        ItemKind::Relationship => {
            let kind = resolved.briefing.relationships[item.index].kind.as_ref().and_then(|word| word.value);
            (LinkKind::TieReportedBy, kind.is_some_and(TieKind::is_speech))
        }
        _ => return None,
    };
    let claims = resolved.graph.targets(item, link).map(|claim| claim.index);
    claims.map(|claim| (carries(&resolved.briefing.claims[claim], is_speech), claim)).min_by_key(|(mode, _)| *mode)
}

/// `is_speech`: what is said to have happened is itself that somebody says something.
fn carries(claim: &Claim, is_speech: bool) -> Mode {
    let text = claim.text.as_ref().map_or("", |text| text.value.as_str());
    part_carries(claim, first_part(text), is_speech)
}

/// A claim says first what it is about; what follows leaves it as firm as it is: "the ship was boarded; her master says that
/// nobody was hurt".
fn first_part(text: &str) -> &str {
    let first = sentences(text, &(0..text.len())).into_iter().next().unwrap_or(0..text.len());
    let goes_on = |behind: &str| ["that ", "and that "].iter().any(|word| behind.trim_start().starts_with(word));
    let end = text[first.clone()].match_indices(';').map(|(at, _)| first.start + at).find(|at| !goes_on(&text[at + 1..first.end]));
    &text[first.start..end.unwrap_or(first.end)]
}

fn part_carries(claim: &Claim, text: &str, is_speech: bool) -> Mode {
    let has = |phrases: &[&str]| !find(text, phrases).is_empty();
    let by_kind = match claim.kind {
        Some(ClaimKind::Fact) => Mode::Reported,
        Some(ClaimKind::Forecast) => Mode::Expected,
        Some(ClaimKind::Assessment | ClaimKind::Assumption) | None => Mode::Alleged,
    };
    let statement = Statement::read(text);
    let is_rumour = statement.marks.iter().any(|mark| mark.sense == Sense::Nameless);
    if is_speech && !is_rumour && (has(SPOKE) || has(SAID)) {
        return Mode::Reported;
    }
    let hedges = statement.hedges().filter(|(_, strength)| *strength != Strength::Certain).map(|(mark, _)| {
        let range = statement.bytes(&mark.words);
        let is_past = text[range.end..].trim_start().starts_with("have ");
        if TO_COME.contains(&text[range].to_lowercase().as_str()) && !is_past { Mode::Expected } else { Mode::Alleged }
    });
    let said = is_rumour || has(SAID);
    // "Would" is the future of what was said, and else what follows from something: "it would bypass the sanctions".
    let to_come = has(INTENDED)
        || statement
            .marks
            .iter()
            .any(|mark| mark.sense == Sense::Future && (said || !text[statement.bytes(&mark.words)].eq_ignore_ascii_case("would")));
    let by_words = hedges.chain(to_come.then_some(Mode::Expected)).chain(said.then_some(Mode::Alleged)).max();
    by_words.map_or(by_kind, |mode| mode.max(by_kind))
}
