//! A claim that has the words of its source but for a name or a number: "Rouhani left the port" of what Khamenei did.

use super::aliases::is_alias;
use super::name::{Word, name_words};
use super::nations::{self, mentions};
use super::number::{Number, Written, numbers};
use crate::english::lexicon::look_up;
use crate::text::digits::Worth;
use crate::text::time_words::MONTHS;
use std::ops::Range;

/// A frame of fewer words is none.
const FEWEST: usize = 3;

/// Words that count, each with its kind and what it counts: of two of a kind one does not stand for the other.
#[rustfmt::skip]
const COUNTING: [(&str, Kind, u32); 40] = [
    ("half", Kind::Part, 2), ("third", Kind::Part, 3), ("thirds", Kind::Part, 3), ("quarter", Kind::Part, 4), ("quarters", Kind::Part, 4),
    ("fifth", Kind::Part, 5), ("fifths", Kind::Part, 5), ("sixth", Kind::Part, 6), ("eighth", Kind::Part, 8), ("tenth", Kind::Part, 10),
    ("tenths", Kind::Part, 10),
    ("dozens", Kind::Many, 12), ("scores", Kind::Many, 20), ("hundreds", Kind::Many, 100), ("thousands", Kind::Many, 1000),
    ("millions", Kind::Many, 1_000_000), ("billions", Kind::Many, 1_000_000_000),
    ("doubled", Kind::Times, 2), ("doubling", Kind::Times, 2), ("trebled", Kind::Times, 3), ("tripled", Kind::Times, 3),
    ("trebling", Kind::Times, 3), ("tripling", Kind::Times, 3), ("quadrupled", Kind::Times, 4), ("halved", Kind::Times, 0),
    ("halving", Kind::Times, 0), ("once", Kind::Often, 1), ("twice", Kind::Often, 2), ("thrice", Kind::Often, 3),
    ("i", Kind::Roman, 1), ("ii", Kind::Roman, 2), ("iii", Kind::Roman, 3), ("iv", Kind::Roman, 4), ("vi", Kind::Roman, 6),
    ("vii", Kind::Roman, 7), ("viii", Kind::Roman, 8), ("ix", Kind::Roman, 9), ("xi", Kind::Roman, 11), ("xii", Kind::Roman, 12),
    ("xiv", Kind::Roman, 14),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Of a whole.
    Part,
    Many,
    Times,
    Often,
    Roman,
}

enum Token {
    Number(Vec<Worth>, Written),
    Word(Word),
}

impl Token {
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one, _), Self::Number(other, _)) => one.iter().any(|worth| other.contains(worth)),
            (Self::Word(one), Self::Word(other)) => one.is_same(other),
            _ => false,
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(..))
    }

    /// Things told apart as the first and the second change places by other rules.
    fn is_amount(&self) -> bool {
        matches!(self, Self::Number(_, written) if *written != Written::Ordinal)
    }
}

/// What a claim has in the place of another name or number of one of the sentences, which it repeats, and that one's words.
pub(super) fn changed<'s>(claim: &str, mut sentences: impl Iterator<Item = &'s str>) -> Option<(Range<usize>, &'s str)> {
    let ours = tokens(claim);
    if ours.len() < FEWEST {
        return None;
    }
    sentences.find_map(|sentence| changed_of((claim, &ours), sentence))
}

fn changed_of<'s>((claim, ours): (&str, &[(Range<usize>, Token)]), sentence: &'s str) -> Option<(Range<usize>, &'s str)> {
    let theirs = tokens(sentence);
    if ours.len() != theirs.len() {
        return None;
    }
    let apart: Vec<usize> = (0..ours.len()).filter(|at| !ours[*at].1.is(&theirs[*at].1)).collect();
    let same = ours.len() - apart.len();
    let first = *apart.first()?;
    let is_another = match apart.as_slice() {
        [at] => {
            let one = || is_one_thing((claim, &ours[*at].0), (sentence, &theirs[*at].0));
            same + 1 >= FEWEST && differ(&ours[*at].1, &theirs[*at].1, *at == 0) && !one()
        }
        several => same >= 2 && is_order(several, ours, &theirs),
    };
    is_another.then(|| (ours[first].0.clone(), &sentence[theirs[first].0.clone()]))
}

/// Numbers, and the months or names beside them, in another order.
fn is_order(apart: &[usize], ours: &[(Range<usize>, Token)], theirs: &[(Range<usize>, Token)]) -> bool {
    let is_free = |(_, token): &(Range<usize>, Token)| token.is_amount() || matches!(token, Token::Word(word) if word.is_capital());
    let mut left: Vec<usize> = apart.to_vec();
    let takes = |at: &usize| {
        let place = left.iter().position(|other| ours[*at].1.is(&theirs[*other].1));
        place.map(|place| left.swap_remove(place)).is_some()
    };
    // "5 March" and "March 5" are one day.
    let is_month = |token: &Token| matches!(token, Token::Word(word) if is_month(word.folded()));
    let is_date = |one: &Token, two: &Token| is_month(one) && two.is_amount() || one.is_amount() && is_month(two);
    let one_day = |pair: &[usize]| {
        let [one, two] = *pair else { return false };
        let crossed = ours[one].1.is(&theirs[two].1) && ours[two].1.is(&theirs[one].1);
        two == one + 1 && crossed && is_date(&ours[one].1, &ours[two].1)
    };
    if apart.chunks(2).all(one_day) {
        return false;
    }
    apart.iter().all(|at| is_free(&ours[*at])) && apart.iter().any(|at| ours[*at].1.is_amount()) && apart.iter().all(takes)
}

/// Two things of one kind in one place. `begins`: with a capital whatever it is.
fn differ(ours: &Token, theirs: &Token, begins: bool) -> bool {
    let (Token::Word(ours), Token::Word(theirs)) = (ours, theirs) else { return ours.is_number() && theirs.is_number() };
    if let (Some((kind, number)), Some((of, other))) = (count(ours.folded()), count(theirs.folded())) {
        return kind == of && number != other;
    }
    // A plural that begins a sentence may be any people: "ministers", "officials".
    let is_name = |word: &Word| {
        word.is_capital() && word.letters() > 2 && look_up(word.folded()).lemma == 0 && !(begins && word.folded().ends_with('s'))
    };
    // "Prof." is short for "Professor".
    let is_short = |one: &Word, other: &Word| one.folded().starts_with(other.folded());
    let is_one = ours.is_form_of(theirs) || ours.names(theirs) || theirs.names(ours) || is_short(ours, theirs) || is_short(theirs, ours);
    is_name(ours) && (is_name(theirs) || begins && theirs.is_capital()) && !is_one
}

/// "Tehran" and "Iran", "Kharkiv" and "Kharkov".
fn is_one_thing((claim, ours): (&str, &Range<usize>), (sentence, theirs): (&str, &Range<usize>)) -> bool {
    let states = |text: &str| -> Vec<usize> {
        mentions(text).into_iter().filter(|mention| mention.kind != nations::Kind::Place).map(|mention| mention.state).collect()
    };
    let others = states(&sentence[theirs.clone()]);
    states(&claim[ours.clone()]).iter().any(|state| others.contains(state)) || is_alias(claim, ours, &sentence[theirs.clone()])
}

fn is_month(folded: &str) -> bool {
    MONTHS.contains(&folded) || MONTHS.iter().any(|month| folded.len() > 2 && month.starts_with(folded))
}

fn count(folded: &str) -> Option<(Kind, u32)> {
    COUNTING.iter().find(|(known, ..)| folded == *known).map(|(_, kind, count)| (*kind, *count))
}

/// The words and numbers of a text. "10–15" is "10 to 15", and "a quarter" and "half" are a word each.
fn tokens(text: &str) -> Vec<(Range<usize>, Token)> {
    let mut numbers: Vec<Number> = numbers(text);
    numbers.retain(|number| count(&text[number.range.clone()].to_lowercase()).is_none());
    let is_in = |range: &Range<usize>| numbers.iter().any(|number| number.range.start < range.end && range.start < number.range.end);
    let mut all: Vec<(Range<usize>, Token)> =
        numbers.iter().map(|number| (number.range.clone(), Token::Number(number.worths.clone(), number.written))).collect();
    all.extend(name_words(text).into_iter().filter(|word| !is_in(&word.range)).map(|word| (word.range.clone(), Token::Word(word))));
    all.sort_by_key(|(range, _)| range.start);
    let is_joint = |at: usize| {
        let Token::Word(word) = &all[at].1 else { return false };
        let next = all.get(at + 1).map(|(_, next)| next);
        let part = matches!(next, Some(Token::Word(next)) if matches!(count(next.folded()), Some((Kind::Part, _))));
        let spans = at > 0 && all[at - 1].1.is_number() && next.is_some_and(Token::is_number);
        spans && word.folded() == "to" || part && matches!(word.folded(), "a" | "an" | "one")
    };
    let joints: Vec<bool> = (0..all.len()).map(is_joint).collect();
    all.into_iter().zip(joints).filter(|(_, joins)| !joins).map(|(token, _)| token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter;

    #[track_caller]
    fn is_changed(sentence: &str, claim: &str, to: &str) {
        let found = changed(claim, iter::once(sentence)).map(|(range, _)| claim[range].to_owned());
        assert_eq!(found.as_deref().unwrap_or_default(), to, "{claim}");
    }

    #[test]
    fn n5_one_name_or_number_in_the_place_of_another_is_found() {
        is_changed("Khamenei left the port.", "Rouhani left the port.", "Rouhani");
        is_changed("Boeing paid the fine.", "Airbus paid the fine.", "");
        is_changed("Austrian police came.", "Australian police came.", "Australian");
        is_changed("Kyiv closed its port.", "Lviv closed its port.", "Lviv");
        is_changed("The talks begin 3 May and end 5 June.", "The talks begin 5 June and end 3 May.", "5");
        is_changed("It has 10-15 tanks.", "It has 15 to 10 tanks.", "15");
        is_changed("Exports were 3 tonnes and imports 5 tonnes.", "Exports were 5 tonnes and imports 3 tonnes.", "5");
        is_changed("The 21st army moved.", "The twenty-second army moved.", "twenty-second");
        is_changed("It lost half of its guns.", "It lost a quarter of its guns.", "quarter");
        is_changed("It lost a third of its guns.", "It lost a quarter of its guns.", "quarter");
        is_changed("Hundreds of people left.", "Thousands of people left.", "Thousands");
        is_changed("Output doubled in May.", "Output trebled in May.", "trebled");
        is_changed("World War II ended.", "World War I ended.", "I");
    }

    #[test]
    fn n5_other_words_for_the_same_are_no_change() {
        is_changed("The strike began on 5 March 2026.", "The strike began on March 5, 2026.", "");
        is_changed("Output tripled in May.", "Output trebled in May.", "");
        is_changed("Officials met in May.", "Ministers met in May.", "");
        is_changed("Tehran closed its port.", "Iran closed its port.", "");
        is_changed("France closed its port.", "French closed its port.", "");
        is_changed("The envoy left in May.", "The envoy went in May.", "");
        is_changed("Prof. Brandt ran the trial.", "Professor Brandt ran the trial.", "");
        is_changed("Five ships left the port.", "5 ships left the port.", "");
    }
}
