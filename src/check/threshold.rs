//! A threshold is measurable: it has a number, a date, a place, or an act that was done or was not.
//!
//! English only. A word for "much" or "soon" is not enough, and no act is told from a state but by its word.

use super::dates::dates;
use super::number::numbers;
use super::{Reporter, Subject};
use crate::english::is_foreign;
use crate::text::phrases::{find, words};

/// How much and how soon, for each reader something else; by how they begin.
const VAGUE: &str = "significan substantial considerabl noticeabl notabl marked major serious sharp large massive strong heav clear visibl \
    obvious dramatic sizeabl sizabl unusual abnormal growing grow ris increas decreas declin drop more less fewer many \
    several much often frequent regular soon shortly recent escalat deteriorat worsen improv intensif deepen tension \
    unrest instabilit activit development pressure rhetoric interest cooperation change trend momentum mood some \
    hint trouble problem";
/// The same in several words.
const VAGUELY: [&str; 4] = ["a lot of", "before long", "lots of", "sooner or later"];

/// What is done or is not, by how it begins.
const ACTS: &str = "signs signed signing signature ratif announc deliver arriv land clos shut open attack strik struck launch test vot \
    resign sanction publish print order ban banned seiz board fire fired shot kill die dead death detain arrest charg \
    expel recall withdraw withdrew deploy cross sail sink sunk dock berth haul held hold meet met visit agree repeal \
    suspend reopen start stop halt cut run ran nam decree law contract treaty bill ballot text letter paid pay buy \
    bought sell sold lent lend call log hand rule";

/// It says how much by words alone.
fn is_vague(text: &str) -> bool {
    // "Signs of" are none, and somebody who signs does something.
    let signs = text.to_ascii_lowercase().find("signs of");
    let all: Vec<(usize, &str)> = words(text).map(|(range, word)| (range.start, word)).filter(|(start, _)| Some(*start) != signs).collect();
    let begins = |word: &str, stem: &str| word.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
    let has = |stems: &str| stems.split_ascii_whitespace().any(|stem| all.iter().any(|(_, word)| begins(word, stem)));
    // A name that does not begin the text is a place or somebody.
    let named = all.iter().any(|(start, word)| *start > 0 && word.starts_with(char::is_uppercase));
    let measured = !numbers(text).is_empty() || !dates(text).is_empty();
    let says_nothing = all.is_empty() && !text.trim().is_empty();
    let is_open = says_nothing || signs.is_some() || has(VAGUE) || !find(text, &VAGUELY).is_empty();
    !is_foreign(text) && is_open && !measured && !named && !has(ACTS)
}

pub fn vague(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    for indicator in &subject.briefing().indicators {
        let Some(threshold) = indicator.threshold.as_ref().filter(|text| is_vague(text)) else { continue };
        let hint = "say from which number, by which day, where, or with which act it counts, so that two readers see the same";
        report.at(&indicator.head.id, threshold.span, "no number, date, place or act: nobody can tell when it is met", hint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_threshold_that_says_much_or_soon_alone_is_told_from_a_measure() {
        for text in [
            "significant increase soon",
            "a marked rise in tensions",
            "noticeably more activity",
            "clear signs of more activity",
            "signs of war",
            "relations improve considerably",
            "growing interest",
            "officials hint at trouble",
            "reports of problems",
            "a lot of rain",
            "before long the wall weeps",
            "~",
        ] {
            assert!(is_vague(text), "{text}");
        }
        for text in [
            "more than 200 tonnes in a week",
            "one full week",
            "a major shipment is delivered",
            "a significant law is passed",
            "water runs in it",
            "more ships than in May 2032",
            "a serious incident at Hessick",
            "three boardings or more",
            "the mayor cuts the ribbon",
            "a second leak is photographed",
            "the lottery is drawn",
        ] {
            assert!(!is_vague(text), "{text}");
        }
    }
}
