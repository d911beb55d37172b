//! How likely something is, said in other words than the yardstick's: "highly likely" by ICD 203, "a good chance", "inevitably".
//!
//! English only. What stands in quotation marks is somebody else's.

use super::hedge::is_said;
use super::{Reporter, Subject};
use crate::briefing::model::{Briefing, Text};
use crate::briefing::scale::{Likelihood, Yardstick};
use crate::briefing::{Item, ItemKind};
use crate::english::{Mark, Sense, Statement, Strength, is_foreign};
use crate::text::phrases::find;
use std::ops::Range;
use std::sync::LazyLock;

/// What makes a likelihood of these more or less than itself, and so a term of nobody's.
const DEGREES: &str =
    "highly,very,most,extremely,exceedingly,overwhelmingly,quite,fairly,rather,reasonably,somewhat,moderately,pretty,relatively,not,hardly";
const LIKELY: &str = "likely,unlikely,probable,improbable,probably";
/// What is nearly sure.
const NEARLY: &str = "virtually,practically,all but,almost,nearly";
const SURE: &str = "certain,certainly,inevitable";

/// Other words for it, and for being sure.
const OTHERS: [&str; 54] = [
    "as likely as not",
    "more likely than not",
    "more than likely",
    "less than likely",
    "in all likelihood",
    "in all probability",
    "good chance",
    "strong chance",
    "slim chance",
    "outside chance",
    "little chance",
    "every chance",
    "fifty-fifty",
    "better than even",
    "even chance",
    "even odds",
    "high probability",
    "low probability",
    "strong possibility",
    "distinct possibility",
    "real possibility",
    "realistic chance",
    "chances are",
    "odds are",
    "odds-on",
    "safe bet",
    "good bet",
    "fair bet",
    "sure bet",
    "shoo-in",
    "near certainty",
    "virtual certainty",
    "foregone conclusion",
    "certain to",
    "certainly",
    "inevitable",
    "inevitably",
    "unavoidable",
    "unavoidably",
    "inescapable",
    "dead certainty",
    "dead cert",
    "racing certainty",
    "moral certainty",
    "undoubtedly",
    "doubtless",
    "no doubt",
    "definitely",
    "unquestionably",
    "conceivable that",
    "is conceivable",
    "conceivably",
    // A "plausible account" is one that may be believed.
    "plausible that",
    "plausibly",
];

static PHRASES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let terms = [Yardstick::Icd203, Yardstick::Phia].into_iter().flat_map(Yardstick::terms);
    let terms = terms.flat_map(|term: Likelihood| std::iter::once(term.word()).chain(term.synonyms().iter().copied()));
    let pairs = |degrees: &'static str, bases: &'static str| {
        degrees.split(',').flat_map(move |degree| bases.split(',').map(move |base| &*format!("{degree} {base}").leak()))
    };
    let degrees = pairs(DEGREES, LIKELY).chain(pairs(NEARLY, SURE));
    // "Remote" alone is left out: provinces are remote too.
    let all = terms.filter(|word| *word != "remote").chain(degrees).chain(OTHERS);
    let mut all: Vec<&'static str> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
});

/// A number stands before one of these, or "of" and a number behind it.
const CHANCES: [&str; 5] = ["chance", "chances", "likelihood", "odds", "probability"];
const PERCENT: [&str; 3] = ["%", "percent", "per cent"];

/// Every word of likelihood in a text, and whose term it is: of a yardstick, or of none.
pub fn odds(text: &str, yardstick: Yardstick) -> Vec<(Range<usize>, Option<Likelihood>)> {
    // "A remote chance" is ICD 203's "remote".
    let on = |phrase: &str| Likelihood::on(yardstick, phrase).or_else(|| Likelihood::on(yardstick, phrase.strip_suffix(" chance")?));
    let denied = |range: &Range<usize>, phrase: &str| OTHERS.contains(&phrase) && text[..range.start].trim_end().ends_with("not");
    let written = find(text, &PHRASES).into_iter().filter(|(range, phrase)| !denied(range, phrase));
    let mut found: Vec<_> =
        written.map(|(range, phrase)| (range, on(phrase))).chain(figures(text).into_iter().map(|range| (range, None))).collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// "A 70 % chance", "a probability of 0.7".
fn figures(text: &str) -> Vec<Range<usize>> {
    let numbers = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    if !numbers(text) {
        return Vec::new();
    }
    let said = |(range, _): (Range<usize>, &str)| {
        let before = text[..range.start].trim_end();
        if let Some(percent) = PERCENT.iter().find_map(|percent| before.strip_suffix(percent)) {
            let number = percent.trim_end();
            let start = number.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
            return (start < number.len()).then_some(start..range.end);
        }
        let behind = text[range.end..].strip_prefix(" of ")?;
        let length = behind.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(behind.len());
        let length = behind[..length].trim_end_matches('.').len();
        numbers(&behind[..length]).then(|| range.start..range.end + " of ".len() + length)
    };
    find(text, &CHANCES).into_iter().filter_map(said).collect()
}

/// What else says how likely something is, by its grammar: "the odds favour a longer war", "a long shot".
fn hedges(text: &str, found: &[(Range<usize>, Option<Likelihood>)]) -> Vec<Range<usize>> {
    let statement = Statement::read(text);
    let own = |mark: &Mark| !is_said(&statement, mark) && !statement.names_only(mark);
    let steps = statement.hedges().filter(|(mark, strength)| *strength <= Strength::Certain && own(mark));
    let ranges = steps.map(|(mark, _)| statement.bytes(&mark.words));
    ranges.filter(|range| !found.iter().any(|(other, _)| other.start < range.end && range.start < other.end)).collect()
}

/// It stands in quotation marks.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    before.matches('“').count() > before.matches('”').count() || before.matches('"').count() % 2 == 1
}

/// What is ours of an item's texts; of a judgement's own text the rules of judgements tell.
fn ours(briefing: &Briefing, item: Item) -> Vec<&Text> {
    let at = item.index;
    match item.kind {
        ItemKind::Judgement => {
            let judgement = &briefing.judgements[at];
            judgement.because.iter().chain(judgement.was.as_ref().and_then(|was| was.why.as_ref())).collect()
        }
        ItemKind::Assumption | ItemKind::Alternative | ItemKind::Dissent | ItemKind::Scenario => briefing.prose(item).collect(),
        ItemKind::Indicator => briefing.indicators[at].text.iter().collect(),
        ItemKind::Gap => briefing.gaps[at].text.iter().collect(),
        _ => Vec::new(),
    }
}

/// A sign may be what somebody says, and so may a gap.
fn passes_on(kind: Option<ItemKind>, text: &str) -> bool {
    matches!(kind, Some(ItemKind::Indicator | ItemKind::Gap))
        && Statement::read(text).marks.iter().any(|mark| matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless))
}

pub fn off(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    // If the yardstick is unknown, the words of both pass.
    let Some(yardstick) = briefing.yardstick.as_ref().map_or(Some(Yardstick::Icd203), |word| word.value) else { return };
    let own = briefing.implications.iter().chain(&briefing.source_summary).map(|text| (None, text));
    let of_items = briefing.items().flat_map(|item| ours(briefing, item).into_iter().map(move |text| (Some(item), text)));
    for (item, text) in own.chain(of_items) {
        if is_foreign(text) {
            continue;
        }
        let found = odds(text, yardstick);
        let others = hedges(text, &found);
        let off = found.into_iter().filter(|(_, term)| term.is_none()).map(|(range, _)| range).chain(others);
        let off: Vec<Range<usize>> = off.filter(|range| !is_quoted(text, range)).collect();
        if off.is_empty() || passes_on(item.map(|item| item.kind), text) {
            continue;
        }
        let id = item.map_or("", |item| briefing.id_of(item));
        for range in off {
            let message = format!("“{}” is no word of the yardstick, {}", &text[range.clone()], yardstick.name());
            let terms: Vec<&str> = yardstick.terms().map(Likelihood::word).collect();
            report.at(id, subject.place(text, &range), message, format!("write one of {}", terms.join(", ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(yardstick: Yardstick, text: &str) -> Vec<&str> {
        odds(text, yardstick).into_iter().filter(|(_, term)| term.is_none()).map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn n16_words_of_no_yardstick_or_of_the_other_are_found() {
        for (text, icd, phia) in [
            ("It is highly likely, and very unlikely.", &["highly likely"][..], &["very unlikely"][..]),
            (
                "There is a good chance of it; a 70 % chance, or a probability of 0.7.",
                &["good chance", "70 % chance", "probability of 0.7"],
                &["good chance", "70 % chance", "probability of 0.7"],
            ),
            ("A roughly even chance, probably, almost certainly.", &[], &["roughly even chance"]),
            ("It will inevitably come, certain to be late.", &["inevitably", "certain to"], &["inevitably", "certain to"]),
            (
                "War is not inevitable, and a remote chance is none. A certain minister had no chance to speak in remote hills; 5 % of 40 odd boats.",
                &[],
                &[],
            ),
        ] {
            assert_eq!(off(Yardstick::Icd203, text), icd, "{text}");
            assert_eq!(off(Yardstick::Phia, text), phia, "{text}");
        }
    }
}
