//! Numbers as texts write them, in figures and in English words, with what they are worth.

use super::number_tokens::{Token, is_joint, joined, place_in, tokens};
use crate::text::digits::{Worth, worths};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    Figures,
    /// Figures behind letters, as in a name: MH17.
    Inside,
    Word,
    Ordinal,
}

#[derive(Debug, Clone)]
pub struct Number {
    pub range: Range<usize>,
    pub written: Written,
    /// What it may mean: `5m` is five, and five million.
    pub worths: Vec<Worth>,
    /// A word for thousands or more stands behind it.
    scale: Option<Worth>,
}

impl Number {
    #[must_use]
    pub fn is_one_of(&self, others: &[Number]) -> bool {
        others.iter().any(|other| self.worths.iter().any(|worth| other.worths.contains(worth)))
    }

    #[must_use]
    pub fn is_year(&self, year: i32) -> bool {
        self.worths.iter().any(|worth| worth.whole() == u128::try_from(year).ok())
    }

    /// It may be a year: four figures, and nothing else.
    #[must_use]
    pub fn is_year_like(&self) -> bool {
        self.written == Written::Figures && self.range.len() == 4 && self.whole().is_some_and(|year| (1800..2100).contains(&year))
    }

    #[must_use]
    pub fn whole(&self) -> Option<u128> {
        self.worths.first()?.whole()
    }
}

const SMALL: &str =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const SMALL_ORDINALS: &str = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth";
const TENS: &str = "- - twenty thirty forty fifty sixty seventy eighty ninety";
const TENS_ORDINALS: &str = "- - twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth";

/// Words and abbreviations for powers of ten. Of other languages those that stand behind a number.
const SCALES: [(i32, &str); 7] = [
    (2, "hundred hundreds"),
    (3, "thousand thousands тыс тысяч тысячи tausend mil mille هزار ألف 千"),
    (6, "million millions mn mln mio millionen millones milhões milioni млн миллион миллиона миллионов میلیون مليون"),
    (9, "billion billions bn mrd milliarden milliards miliardi млрд миллиард миллиарда миллиардов میلیارد مليار"),
    (12, "trillion trillions tn trn трлн"),
    (4, "万 萬"),
    (8, "亿 億"),
];
/// They stand for units as well, such as metres.
const SHORT_SCALES: [(i32, &str); 11] =
    [(3, "k"), (6, "m"), (9, "b"), (12, "t"), (6, "mt"), (6, "mtpa"), (6, "mb"), (6, "mcm"), (9, "bcm"), (12, "tcm"), (12, "tcf")];
/// No powers of ten.
const OTHER_SCALES: [(u128, &str); 4] = [(12, "dozen"), (20, "score"), (100_000, "lakh"), (10_000_000, "crore")];

/// Between two numbers of which the second alone names the thousands or millions: "2.1 to 2.4 billion".
const BETWEEN: [&str; 9] = ["", "to", "or", "and", "bis", "und", "до", "и", "تا"];

/// All numbers of a text, in order.
#[must_use]
pub fn numbers(text: &str) -> Vec<Number> {
    let tokens = tokens(text);
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let taken =
            if tokens[at].word.is_empty() { figures(text, &tokens, at, &mut numbers) } else { words(text, &tokens[at..], &mut numbers) };
        at += taken.max(1);
    }
    read_together(text, &mut numbers);
    numbers
}

/// Takes a run of digits with the words for thousands behind it: how many tokens.
fn figures(text: &str, tokens: &[Token<'_>], at: usize, numbers: &mut Vec<Number>) -> usize {
    let first = &tokens[at];
    let is_inside = text[..first.range.start].ends_with(char::is_alphabetic);
    let written = match at.checked_sub(1).map(|before| (tokens[before].word.as_str(), first.groups.as_slice())) {
        // The third quarter, the second half.
        Some(("q", ["1" | "2" | "3" | "4"]) | ("h", ["1" | "2"])) if is_inside => Written::Ordinal,
        _ if is_inside => Written::Inside,
        _ => Written::Figures,
    };
    let mut number = Number { range: first.range.clone(), written, worths: worths(&first.groups, &first.separators), scale: None };
    if is_short_year(text, first) {
        let centuries: Vec<Worth> =
            number.whole().into_iter().flat_map(|year| [1900, 2000].map(|century| Worth::new(century + year, 0))).collect();
        number.worths.extend(centuries);
    }
    if number.worths.is_empty() || is_time_of_day(first, &tokens[at + 1..]) {
        for group in &first.groups {
            let Some(range) = place_in(text, group) else { continue };
            numbers.push(Number { range, written, worths: worths(&[group], &[]), scale: None });
        }
        return 1;
    }
    let mut taken = 1;
    while let Some(next) = tokens.get(at + taken).filter(|next| is_joint(&text[number.range.end..next.range.start])) {
        if let Some(scale) = scale(&next.word) {
            number.scale = number.scale.map_or(Some(scale), |before| before.times(scale));
            number.worths = number.worths.iter().filter_map(|worth| worth.times(scale)).collect();
        } else if let Some(scale) = short_scale(&next.word).filter(|_| taken == 1) {
            let scaled: Vec<Worth> = number.worths.iter().filter_map(|worth| worth.times(scale)).collect();
            number.worths.extend(scaled);
        } else {
            break;
        }
        number.range.end = next.range.end;
        taken += 1;
    }
    numbers.push(number);
    taken
}

/// "The '90s", "in ’98".
fn is_short_year(text: &str, token: &Token<'_>) -> bool {
    token.range.len() == 2 && text[..token.range.start].ends_with(['\'', '’', '‘'])
}

/// "7.30 a.m." is two numbers.
fn is_time_of_day(token: &Token<'_>, behind: &[Token<'_>]) -> bool {
    let word = |at: usize| behind.get(at).map_or("", |token| token.word.as_str());
    token.separators == ['.'] && (matches!(word(0), "am" | "pm") || matches!(word(0), "a" | "p") && word(1) == "m")
}

/// The words of [`SCALES`] and [`OTHER_SCALES`]. Every word of every claim is looked up.
static SCALE_OF: LazyLock<HashMap<&str, Worth>> = LazyLock::new(|| {
    let powers = SCALES.iter().map(|(power, words)| (Worth::new(1, *power), *words));
    let others = OTHER_SCALES.iter().map(|(worth, words)| (Worth::new(*worth, 0), *words));
    powers.chain(others).flat_map(|(worth, words)| words.split(' ').map(move |word| (word, worth))).collect()
});

/// Words below a hundred, and whether each is an ordinal.
static SMALL_OF: LazyLock<HashMap<&str, (u128, bool)>> = LazyLock::new(|| {
    let lists = [(SMALL, 1, false), (TENS, 10, false), (SMALL_ORDINALS, 1, true), (TENS_ORDINALS, 10, true)];
    let words = lists.into_iter().flat_map(|(list, times, ordinal)| {
        (0..).zip(list.split(' ')).map(move |(worth, word): (u128, _)| (word, (worth * times, ordinal)))
    });
    words.filter(|(word, _)| *word != "-").collect()
});

fn scale(word: &str) -> Option<Worth> {
    // Chinese and Japanese write on without a space.
    let wide =
        || word.chars().next().filter(|first| *first >= '\u{2e80}').and_then(|first| SCALE_OF.get(first.encode_utf8(&mut [0; 4]) as &str));
    SCALE_OF.get(word).or_else(wide).copied()
}

fn short_scale(word: &str) -> Option<Worth> {
    SHORT_SCALES.iter().find(|(_, short)| *short == word).map(|(power, _)| Worth::new(1, *power))
}

/// What a word below a hundred is worth, and whether it is an ordinal.
pub(super) fn small(word: &str) -> Option<(u128, bool)> {
    SMALL_OF.get(word).copied()
}

/// What begins with an article or with its scale, and of how many tokens: "a hundred", "half a million", "an estimated hundred and
/// fifty".
fn begun(text: &str, tokens: &[Token<'_>]) -> Option<(Worth, usize)> {
    let scales = |at: usize| tokens.get(at).and_then(|token| scale(&token.word)).filter(|_| joined(text, tokens, at));
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.word == word);
    match tokens[0].word.as_str() {
        "a" | "three" if (is(1, "quarter") || is(1, "quarters")) && is(2, "of") && is(3, "a") => {
            let quarters = if is(0, "three") { 75 } else { 25 };
            scales(4).and_then(|scale| Some((Worth::new(quarters, -2).times(scale)?, 5)))
        }
        "a" | "an" => scales(1).map(|scale| (scale, 2)),
        "the" if is(1, "dozen") => scales(1).map(|scale| (scale, 2)),
        "half" if is(1, "a") || is(1, "an") => scales(2).and_then(|scale| Some((Worth::new(5, -1).times(scale)?, 3))),
        "hundred" | "thousand" if is(1, "and") && tokens.get(2).is_some_and(|next| small(&next.word).is_some()) => {
            scale(&tokens[0].word).map(|scale| (scale, 1))
        }
        _ => None,
    }
}

/// "A million and a half".
fn goes_on_by_half(text: &str, tokens: &[Token<'_>], from: usize) -> bool {
    let half = ["and", "a", "half"].into_iter().zip(from..);
    half.into_iter().all(|(word, at)| tokens.get(at).is_some_and(|token| token.word == word) && joined(text, tokens, at))
}

/// Takes a number in English words: how many tokens.
fn words(text: &str, tokens: &[Token<'_>], numbers: &mut Vec<Number>) -> usize {
    let begins = begun(text, tokens);
    let (mut total, mut current, mut taken, mut ordinal) = (0_u128, 0_u128, 0, false);
    let mut last_scale = None;
    if let Some((worth, first)) = begins {
        match worth.whole() {
            // "A hundred and twelve", "a thousand two hundred".
            Some(100) if first < 3 => (current, taken) = (100, first),
            Some(whole @ (1_000 | 1_000_000 | 1_000_000_000)) if first < 3 => (total, taken, last_scale) = (whole, first, Some(worth)),
            _ => {
                let range = tokens[0].range.start..tokens[first - 1].range.end;
                numbers.push(Number { range, written: Written::Word, worths: vec![worth], scale: None });
                return first;
            }
        }
    }
    while let Some(token) = tokens.get(taken).filter(|_| taken == 0 || joined(text, tokens, taken)) {
        if let Some((worth, is_ordinal)) = small(&token.word) {
            let room = if worth < 10 { current % 10 == 0 && current % 100 != 10 } else { current % 100 == 0 };
            if taken > 0 && (!room || worth == 0) {
                break;
            }
            current += worth;
            ordinal = is_ordinal;
        } else if let Some(scale) = (taken > 0).then(|| scale(&token.word)).flatten() {
            let Some(worth) = scale.whole().filter(|_| current > 0) else { break };
            if worth < 1000 {
                current *= worth;
            } else {
                total += current * worth;
                current = 0;
                last_scale = Some(scale);
            }
        } else if token.word == "and"
            && taken > 0
            && (current % 100 == 0)
            && tokens.get(taken + 1).is_some_and(|next| small(&next.word).is_some())
            && joined(text, tokens, taken + 1)
        {
            // "Two hundred and six", and not "sixty and six".
        } else {
            break;
        }
        taken += 1;
        if ordinal {
            break;
        }
    }
    if taken > 0 {
        let written = if ordinal { Written::Ordinal } else { Written::Word };
        if let Some(scale) = last_scale.and_then(Worth::whole).filter(|_| goes_on_by_half(text, tokens, taken)) {
            (total, taken) = (total + scale / 2, taken + 3);
        }
        let range = tokens[0].range.start..tokens[taken - 1].range.end;
        let (worths, scale) = (vec![Worth::new(total + current, 0)], last_scale.filter(|_| begins.is_none()));
        numbers.push(Number { range, written, worths, scale });
    }
    taken
}

/// What two neighbours leave out, or part: "2.1 to 2.4 billion", "1992-98", "1 200".
fn read_together(text: &str, numbers: &mut [Number]) {
    for at in 1..numbers.len() {
        let (before, behind) = numbers.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first_mut()) else { continue };
        let gap = &text[left.range.end..right.range.start];
        let figures = [&left, &right].iter().all(|number| number.written == Written::Figures);
        let (left_text, right_text) = (&text[left.range.clone()], &text[right.range.clone()]);
        if let (Some(scale), None) = (right.scale, left.scale) {
            let between = gap.trim_matches(|c: char| !c.is_alphabetic());
            if BETWEEN.contains(&between) && gap.chars().count() <= 12 {
                let scaled: Vec<Worth> = left.worths.iter().filter_map(|worth| worth.times(scale)).collect();
                left.worths.extend(scaled);
            }
        }
        if figures && matches!(gap, "-" | "–" | "/") && left_text.len() == 4 && right_text.len() == 2 {
            let short = left.whole().zip(right.whole()).map(|(year, short)| Worth::new(year / 100 * 100 + short, 0));
            right.worths.extend(short);
        }
        if figures && gap == " " && left_text.len() <= 3 && right_text.len() == 3 {
            let whole = left.whole().zip(right.whole()).map(|(left, right)| Worth::new(left * 1000 + right, 0));
            left.worths.extend(whole);
            right.worths.extend(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let (one, other) = (numbers(one), numbers(other));
        assert!(!one.is_empty(), "no number");
        one.iter().all(|number| number.is_one_of(&other))
    }

    #[test]
    fn n16_numbers_are_one_however_they_are_written() {
        for (one, other) in [
            ("$4.6bn", "4.6 billion dollars"),
            ("4.6-billion", "4,600,000,000"),
            ("40km", "40 km"),
            ("1,200", "1200"),
            ("1 200", "1,200"),
            ("1\u{a0}200", "1200"),
            ("1.200 Tonnen", "1200"),
            ("1’200", "1200"),
            ("12,34,567", "1234567"),
            ("3,5 Prozent", "3.5 percent"),
            ("۱۲", "12"),
            ("۱٬۲۰۰", "1200"),
            ("۳٫۵", "3.5"),
            ("１２", "12"),
            ("17", "seventeen"),
            ("twenty-one", "21"),
            ("two hundred and six", "206"),
            ("two hundred fifty thousand", "250,000"),
            ("a hundred", "100"),
            ("half a million", "500,000"),
            ("a quarter of a million", "250,000"),
            ("two dozen", "24"),
            ("the 12th", "twelfth"),
            ("twenty-first", "21st"),
            ("2.1 billion", "from 2.1 to 2.4 billion"),
            ("2.1 billion", "between $2.1 and $2.4bn"),
            ("1998", "in 1992-98"),
            ("the 1990s", "1990"),
            ("€5m", "5 million"),
            ("5m deep", "5 metres"),
            ("12 млн", "12 million"),
            ("120万人", "1.2 million"),
            ("3.50", "3.5"),
            ("0.125", "0,125"),
            (".5 million", "half a million"),
            ("the 1990s", "the ’90s"),
            ("2004", "in '04"),
            ("07:30", "7.30 a.m."),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn n16_other_numbers_are_others() {
        for (one, other) in [
            ("3.5", "5.3"),
            ("1,200", "1 to 200"),
            ("19", "seventeen"),
            ("4.6 million", "4.6 billion"),
            ("35", "3.5"),
            ("12", "120"),
            ("sixty", "sixteen"),
            ("206", "two hundred and six hundred"),
            ("sixty-six", "60 and 6"),
            (".5", "5"),
            ("1890", "the '90s"),
            ("07:30", "7.45 pm"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }
}
