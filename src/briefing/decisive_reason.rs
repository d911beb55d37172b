//! Why a judgement is rated as it is, in a sentence: of its reason the one that carries the likelihood, and not one that
//! speaks for an event that is held unlikely.

use super::model::{Judgement, Reference};
use super::references::references;
use super::scale::Way;
use super::sentences::sentences;
use crate::english::statement::{Sense, Statement};
use crate::text::capitalised;
use std::ops::Range;

/// With these a sentence turns to the other side of what was said before it, a language a row.
const TURNS: [&[&str]; 8] = [
    &[
        "but",
        "however",
        "yet",
        "still",
        "nevertheless",
        "nonetheless",
        "even so",
        "on the other hand",
        "on the other side",
        "against this",
        "against that",
        "against it",
        "what speaks against",
        "conversely",
        "by contrast",
        "all the same",
        "that said",
    ],
    &["но", "однако", "тем не менее", "с другой стороны", "зато"],
    &["але", "однак", "проте"],
    &["اما", "ولی", "لیکن", "با این حال"],
    &["لكن", "غير أن", "إلا أن"],
    &["但是", "但", "然而", "不过", "可是"],
    &["aber", "doch", "jedoch", "allerdings", "dennoch"],
    &["mais", "cependant", "toutefois", "pourtant", "pero", "sin embargo"],
];

/// Those that mean nothing where the sentence before them is not told.
const ALONE: [&str; 4] = ["But", "However", "Yet", "Still"];

/// Words of a sentence that finds neither side stronger.
const EVEN: [&str; 8] =
    ["neither side", "neither way", "neither outweighs", "no side", "judge it even", "both ways", "in balance", "about as likely"];

/// What a sentence of the reason cites.
struct Cited {
    range: Range<usize>,
    /// Claims that speak for the event, and against it.
    sides: (usize, usize),
    turns: bool,
}

impl Judgement {
    /// The sentences of its reason that a room is told, in bytes of it: one, or one of each side where both weigh the same.
    #[must_use]
    pub fn in_short(&self) -> Vec<Range<usize>> {
        let Some(because) = &self.because else { return Vec::new() };
        let all = sentences(because, &(0..because.value.len()));
        let all: Vec<Cited> = all.into_iter().map(|range| self.cited(&because.value, range)).collect();
        let chosen = match self.way() {
            Way::Above => one_sided(&all, &because.value, |(above, below)| (above, below), false),
            Way::Below => one_sided(&all, &because.value, |(above, below)| (below, above), true),
            Way::Even => even(&all, &because.value),
        };
        chosen.into_iter().map(|at| all[at].range.clone()).collect()
    }

    fn cited(&self, because: &str, range: Range<usize>) -> Cited {
        let text = &because[range.clone()];
        let count = |claims: &[Reference]| references(text).filter(|(_, id)| claims.iter().any(|claim| claim.value == *id)).count();
        Cited { sides: (count(&self.claims), count(&self.against)), turns: turns(text), range }
    }
}

/// The first of the sentences that have most for the judged side; where none cites it, the one that turns away from the
/// other side.
fn one_sided(all: &[Cited], because: &str, sides: fn((usize, usize)) -> (usize, usize), below: bool) -> Vec<usize> {
    let net = |one: &Cited| {
        let (judged, other) = sides(one.sides);
        (judged > 0).then(|| judged.cast_signed() - other.cast_signed())
    };
    let best = (0..all.len()).filter_map(|at| Some((net(&all[at])?, at))).min_by_key(|(net, at)| (-net, *at));
    if let Some((_, at)) = best {
        return vec![at];
    }
    let Some(first) = all.first() else { return Vec::new() };
    let (_, other) = sides(first.sides);
    // Without a word of what is cited, a reason for what is held unlikely begins with the event or with its denial.
    let begins_other = other > 0 || below && all.iter().all(|one| one.sides == (0, 0)) && !denies(&because[first.range.clone()]);
    let turn = all.iter().position(|one| one.turns).filter(|_| begins_other);
    vec![turn.unwrap_or(0)]
}

/// The sentence that weighs both sides, else one of each.
fn even(all: &[Cited], because: &str) -> Vec<usize> {
    let both = |one: &Cited| one.sides.0 > 0 && one.sides.1 > 0;
    let is_even = |one: &Cited| {
        let text = because[one.range.clone()].to_lowercase();
        EVEN.iter().any(|words| text.contains(words))
    };
    if let Some(at) = all.iter().position(both).or_else(|| all.iter().position(is_even)) {
        return vec![at];
    }
    let first = |side: fn(&Cited) -> usize| all.iter().position(|one| side(one) > 0);
    let (above, below) = (first(|one| one.sides.0), first(|one| one.sides.1));
    let turn = || all.iter().position(|one| one.turns);
    let mut chosen: Vec<usize> = match (above, below) {
        (Some(above), Some(below)) => vec![above, below],
        _ => std::iter::once(0).chain(turn()).filter(|at| *at < all.len()).collect(),
    };
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// A sentence that turns away from what was said before it, as it stands by itself: "But none came." is "None came."
#[must_use]
pub fn by_itself(told: &str) -> String {
    let behind = |word: &&str| {
        let (begin, rest) = told.split_at_checked(word.len())?;
        let rest = begin.eq_ignore_ascii_case(word).then_some(rest)?;
        rest.trim_start_matches(',').strip_prefix(' ')
    };
    ALONE.iter().find_map(behind).map_or_else(|| told.to_owned(), capitalised)
}

fn turns(sentence: &str) -> bool {
    let text = sentence.trim_start().to_lowercase();
    // In Chinese no space stands behind a word.
    let ends = |words: &str, rest: &str| words.chars().all(|c| c > '\u{3400}') || !rest.starts_with(char::is_alphanumeric);
    TURNS.iter().copied().flatten().any(|words| text.strip_prefix(words).is_some_and(|rest| ends(words, rest)))
}

fn denies(sentence: &str) -> bool {
    Statement::read(sentence).marks.iter().any(|mark| mark.sense == Sense::Denial)
}

#[cfg(test)]
mod tests {
    use crate::briefing::parse;
    use crate::yaml::tree::Tree;

    fn told(likelihood: &str, because: &str) -> String {
        let text = format!(
            "briefing: x\nyardstick: icd203\njudgements:\n  J1:\n    text: a\n    likelihood: {likelihood}\n    because: '{because}'\n    claims: [C1, C2]\n    against: [C3, C4]\n"
        );
        let judgement = parse(Tree::read(&text), "x").0.judgements.remove(0);
        let because = judgement.because.clone().expect("a reason").value;
        judgement.in_short().into_iter().map(|range| because[range].to_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn n6_a_sentence_told_alone_turns_away_from_nothing() {
        for (told, alone) in [
            ("But none came.", "None came."),
            ("However, none came.", "None came."),
            ("Butter is scarce.", "Butter is scarce."),
            ("None came. But one may.", "None came. But one may."),
            ("Но мост не нужен.", "Но мост не нужен."),
            ("", ""),
        ] {
            assert_eq!(super::by_itself(told), alone);
        }
    }

    #[test]
    fn n6_a_room_is_told_the_sentence_that_carries_the_likelihood() {
        #[rustfmt::skip]
        let cases = [
            // What is cited tells, in any language.
            ("unlikely", "Arms are promised [C1] and praised [C2]. But none were ordered [C3]. We count one delivery.", "But none were ordered [C3]."),
            ("unlikely", "آب هست [C1]. شورا گفته است که باز نمی‌کند [C3].", "شورا گفته است که باز نمی‌کند [C3]."),
            ("likely", "Nothing was signed [C3]. A pledge was made [C1], and it was praised [C2].", "A pledge was made [C1], and it was praised [C2]."),
            ("likely", "A pledge was made [C1]. It has no date [C3]. It was repeated [C2].", "A pledge was made [C1]."),
            ("unlikely", "Load will come again [C1], but the last of a bad batch is out [C3] and the lines are built for more [C4].", "Load will come again [C1], but the last of a bad batch is out [C3] and the lines are built for more [C4]."),
            ("very unlikely", "One paper says so [C1]; another is silent [C3]. The port denies it [C3] [C4].", "The port denies it [C3] [C4]."),
            // Where nothing that carries it is cited, the turn does.
            ("unlikely", "Arms are promised [C1]. However, time is short.", "However, time is short."),
            ("unlikely", "Arms are promised. Yet nobody has paid.", "Yet nobody has paid."),
            ("unlikely", "No order is reported. But the army asks for one.", "No order is reported."),
            ("unlikely", "Butter is scarce. Ships wait.", "Butter is scarce."),
            ("unlikely", "У города есть деньги [C1]. Но новый мост не нужен.", "Но новый мост не нужен."),
            ("unlikely", "水库有水 [C1]。但镇上没有提出申请。", "但镇上没有提出申请。"),
            ("likely", "It was denied [C3]. Still, the vote is on.", "Still, the vote is on."),
            ("likely", "The vote is on. But it may be put off.", "The vote is on."),
            // What is even has two sides.
            ("roughly even chance", "Cards press for it [C1], and a budget against it [C3]. No offer is reported.", "Cards press for it [C1], and a budget against it [C3]."),
            ("roughly even chance", "Cards press for it [C1]. A budget speaks against it [C3]. We find neither side stronger.", "We find neither side stronger."),
            ("roughly even chance", "Cards press for it [C1]. They are many [C2]. A budget speaks against it [C3].", "Cards press for it [C1]. A budget speaks against it [C3]."),
            ("roughly even chance", "Cards press for it. But a budget does not.", "Cards press for it. But a budget does not."),
        ];
        for (likelihood, because, expected) in cases {
            assert_eq!(told(likelihood, because), expected, "{likelihood}: {because}");
        }
    }
}
