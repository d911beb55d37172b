//! Bounds of quantities: "up to 300", "at least two dozen", "27 or more".

use super::class::Class;
use super::course::is_course;
use super::phrasebook::Meaning;
use super::phrases::Found;
use super::ratio::{is_percent, ratio};
use super::statement::{Mark, Sense, Statement, Way};
use super::word::{Gap, Shape, Word, is};
use std::ops::Range;

/// `None` where no number belongs to the phrase.
#[must_use]
pub fn way(words: &[Word], found: &Found) -> Option<Way> {
    let way = match found.meaning {
        Meaning::Most => Way::Most,
        Meaning::Least => Way::Least,
        Meaning::Near => Way::Near,
        _ => Way::About,
    };
    // "Talks about 40 prisoners", "a dispute over 12 islands": what they are about.
    let topic = found.words.len() == 1
        && is!(words[found.words.start], "about", "over", "around", "under")
        && found.words.start > 0
        && words[found.words.start].gap == Gap::Space
        && (words[found.words.start - 1].is(Class::TOPIC) && !is_told(words, found.words.start - 1)
            || words[found.words.start - 1].is(Class::BE) && found.words.start > 1 && words[found.words.start - 2].is(Class::TOPIC));
    if is_no_limit(words, found) {
        return None;
    }
    // "Lies under 80 metres of rock": where it is.
    let before = found.words.start.checked_sub(1).filter(|_| words[found.words.start].gap == Gap::Space).map(|before| &words[before]);
    let place = is!(words[found.words.start], "under", "below", "over", "above")
        && !number(words, &found.words).is_some_and(|number| {
            let next = words.get(number.end).is_some_and(|next| is!(next, "percent", "per", "percentage"));
            words[number.end - 1].has(Shape::PERCENT) || next
        })
        && before.is_some_and(|verb| {
            is!(verb, "lie", "lies", "bury", "sit", "sink", "fly", "hide", "trap", "pass", "run", "stand", "hang", "rest")
        });
    // "Up to 2016 the firm had another name": until then.
    let until = |number: &Range<usize>| {
        let next = words.get(number.end).filter(|next| next.gap == Gap::Space);
        is!(words[found.words.start], "up")
            && number.len() == 1
            && words[number.start].has(Shape::PAST_YEAR)
            && next.is_none_or(|next| next.is(Class::DETERMINER.or(Class::PRONOUN).or(Class::VERB).or(Class::PREPOSITION)))
    };
    // "Under the 1982 code", "over the 2016 vote": the year of a thing.
    let of_year = |number: &Range<usize>| {
        let after = number.start.checked_sub(1).filter(|before| *before >= found.words.end).map(|before| &words[before]);
        number.len() == 1
            && words[number.start].has(Shape::PAST_YEAR)
            && (after.is_some_and(|word| word.is(Class::DETERMINER)) || words.get(number.end).is_some_and(|word| word.is(Class::LAW)))
    };
    number(words, &found.words).filter(|number| !topic && !place && !of_year(number) && !until(number)).map(|_| way)
}

/// "Under the age of five".
fn is_of_age(words: &[Word], at: usize) -> bool {
    let [Some(the), Some(age), Some(of)] = [at, at + 1, at + 2].map(|at| words.get(at)) else { return false };
    is!(the, "the") && is!(age, "age") && is!(of, "of")
}

/// "Committees report about 40": how many, and no report about them.
fn is_told(words: &[Word], at: usize) -> bool {
    let who = at.checked_sub(1).map(|who| &words[who]);
    is!(words[at], "report") && !words[at].has(Shape::PLURAL) && who.is_some_and(|who| who.has(Shape::PLURAL) || who.has(Shape::CAPITAL))
}

/// "Went up to 8 pounds", "handed over 40 men", "lent it over seven years", "above the 4 percent of May": no limit of a number.
fn is_no_limit(words: &[Word], found: &Found) -> bool {
    // "Went up to 8 pounds": so much, and no limit.
    let moves = is!(words[found.words.start], "up")
        && found.words.start > 0
        && is!(
            words[found.words.start - 1],
            "go",
            "move",
            "climb",
            "rise",
            "drive",
            "push",
            "come",
            "grow",
            "bring",
            "pick",
            "edge",
            "creep",
            "shoot",
            "jump",
            "step",
            "ramp"
        );
    // "Handed over 40 prisoners".
    let lasts = || {
        words[found.words.end..].iter().take(4).any(|word| word.is(Class::TIME) || is!(word, "day", "days", "hour", "minute", "decades"))
    };
    let hands = is!(words[found.words.start], "over")
        && found.words.start > 0
        && (is!(words[found.words.start - 1], "hand", "turn", "sign") || is!(words[found.words.start - 1], "take") && !lasts());
    // "In the past three years", "half past ten".
    let past = is!(words[found.words.start], "past", "beyond")
        && found.words.start > 0
        && words[found.words.start].gap == Gap::Space
        && (words[found.words.start - 1].is(Class::DETERMINER.or(Class::NUMBER)) || lasts());
    // "Took it to court over $2.3m": what they quarrel about.
    let quarrels = is!(words[found.words.start], "over")
        && found.words.len() == 1
        && words[found.words.start.saturating_sub(6)..found.words.start]
            .iter()
            .any(|word| is!(word, "court", "sue", "row", "dispute", "quarrel", "clash", "feud", "lawsuit", "arbitration"));
    // "Carries 12 kg over 80 km": how far.
    let far = is!(words[found.words.start], "over")
        && found.words.len() == 1
        && words[found.words.start.saturating_sub(3)..found.words.start].iter().any(|word| word.is(Class::NUMBER))
        && words[found.words.end..].iter().take(3).any(|word| is!(word, "km", "kilometres", "miles", "metres"));
    moves || hands || past || is_course(words, &found.words) || far || quarrels || compares(words, &found.words)
}

/// "Less than the 2.4 per cent of last year", "higher than four years ago": it is compared with that, and not limited by it.
fn compares(words: &[Word], bound: &Range<usize>) -> bool {
    let (first, last) = (&words[bound.start], &words[bound.end - 1]);
    let short = !is!(last, "of") || is!(first, "fall", "stop", "come", "remain", "all");
    let with = is!(last, "than", "above", "below", "under", "over", "exceed", "beyond", "past", "of")
        && words.get(bound.end).is_some_and(|next| is!(next, "the", "its", "their"))
        && !is_of_age(words, bound.end);
    let then = is!(last, "than") && words[bound.end..].iter().take(4).any(|word| is!(word, "ago", "earlier", "previously"));
    short && (with || then)
}

/// The words of the number that a bound is of: behind it, or before "or more".
#[must_use]
pub fn number(words: &[Word], bound: &Range<usize>) -> Option<Range<usize>> {
    let is_number = |at: usize| words.get(at).is_some_and(|word| word.is(Class::NUMBER));
    let runs = |from: usize| from..run(words, from);
    let first = &words[bound.start];
    // "Or more", "60 at the least".
    if first.is(Class::COORDINATOR) || is!(first, "at") && !is_number(bound.end) && !is_number(bound.end + 1) {
        let before = (bound.start.saturating_sub(4)..bound.start).rev().find(|at| is_number(*at))?;
        let from = (0..=before).rev().take_while(|at| is_number(*at)).last()?;
        // "Three in four or more".
        let of = from.checked_sub(2).filter(|first| is_number(*first) && is!(words[from - 1], "in"));
        let from = of.unwrap_or(from);
        return Some(runs(from));
    }
    if is_of_age(words, bound.end) && is_number(bound.end + 3) {
        return Some(runs(bound.end + 3));
    }
    // "At least some 40", "more than a third", "up to €40".
    let skipped = words[bound.end..].iter().take(2).take_while(|word| is_skipped(word) && word.gap == Gap::Space).count();
    let from = bound.end + skipped;
    (is_number(from) && words[from].gap == Gap::Space).then(|| runs(from))
}

/// Where a number ends that begins at a word: "three hundred and fifty" is one.
fn run(words: &[Word], from: usize) -> usize {
    // "In the first quarter 2,000 came."
    let part = |at: usize| is!(words[at], "half", "third", "quarter", "fifth", "tenth");
    let goes_on = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Space && word.is(Class::NUMBER) && !part(at - 1));
    let mut at = from + 1;
    loop {
        let and = words.get(at).is_some_and(|word| word.gap == Gap::Space && is!(word, "and"));
        // "A hundred and twelve".
        let alone = at == from + 1 && from.checked_sub(1).is_none_or(|article| !is!(words[article], "a"));
        let scale = is!(words[at - 1], "hundred", "thousand", "million") && !alone;
        if goes_on(at) {
            at += 1;
        } else if and && scale && goes_on(at + 1) && !is!(words[at + 1], "hundred", "thousand", "million") {
            at += 2;
        } else {
            return at;
        }
    }
}

/// An article, or the sign of a currency: "EUR 40 million".
fn is_skipped(word: &Word) -> bool {
    !word.is(Class::NUMBER) && (word.is(Class::DETERMINER) || word.has(Shape::CAPITAL) && word.range.len() == 3)
}

impl Statement {
    /// The bounds, each with the number that it is of in a plain form.
    pub fn bounds(&self, text: &str) -> Vec<(&Mark, Way, String)> {
        let of = |mark: &Mark| number(&self.words, &mark.words).map(|range| self.plain(text, range));
        self.marks.iter().filter_map(|mark| if let Sense::Bound(way) = mark.sense { Some((mark, way, of(mark)?)) } else { None }).collect()
    }

    /// The numbers of a text in a plain form, each with its words.
    pub fn numbers(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            if !self.words[at].is(Class::NUMBER) {
                at += 1;
                continue;
            }
            let end = run(&self.words, at);
            let end = self.share(text, at).map_or(end, |(whole, _)| whole.max(end));
            found.push((at..end, self.plain(text, at..end)));
            at = end;
        }
        // "From 1.1 to 1.3 billion": both are billions.
        for at in 1..found.len() {
            let ((one, low), (other, _)) = (&found[at - 1], &found[at]);
            let joined =
                one.end + 1 == other.start && is!(self.words[one.end], "to", "and", "or") && self.words[other.start].gap == Gap::Space;
            let scale = SCALES.iter().take(5).find(|(name, _)| written(text, &self.words[other.end - 1]) == *name);
            let small = low.parse::<f64>().ok().filter(|low| *low < 1e3 && one.len() == 1 && joined);
            if let (Some((_, scale)), Some(low)) = (scale, small) {
                found[at - 1].1 = format!("{}", low * scale);
            }
        }
        found
    }

    /// Two numbers between which something lies, with their words: "between 200 and 350", "7 to 9 per cent".
    pub fn ranges(&self, text: &str) -> Vec<(Range<usize>, [String; 2])> {
        let numbers = self.numbers(text);
        let pairs = numbers.windows(2).filter_map(|pair| {
            let [(one, low), (other, high)] = pair else { return None };
            let is_range =
                one.end + 1 == other.start && self.words[one.end].gap == Gap::Space && self.is_range(one.start, one.end, other.end);
            let is_date = self.is_dated(one.start) && !text[self.words[one.start].range.clone()].contains(',');
            // "Ten to one" is a ratio.
            let falls = low.parse::<f64>().ok().zip(high.parse::<f64>().ok()).is_some_and(|(low, high)| low > high);
            // "Slipped 1.8% to $9,412".
            let alike = is_percent(&self.words, one.end) == is_percent(&self.words, other.end) || !is_percent(&self.words, one.end);
            (is_range && !is_date && !falls && alike).then(|| (one.start..other.end, [low.clone(), high.clone()]))
        });
        pairs.collect()
    }

    /// Of "from 30 to 50" both ends are true, and so they are of dates and scores.
    fn is_range(&self, first: usize, joint: usize, end: usize) -> bool {
        let before = |back: usize| first.checked_sub(back).map(|at| &self.words[at]).filter(|_| self.words[first].gap != Gap::End);
        let between = is!(self.words[joint], "and") && before(1).is_some_and(|word| is!(word, "between"));
        let wide = before(2).is_some_and(|word| is!(word, "anywhere", "range", "vary"));
        let to = is!(self.words[joint], "to") && (wide || !before(1).is_some_and(|word| is!(word, "from")));
        let scores = |at: usize| {
            let word = &self.words[at];
            is!(word, "odds", "ratio", "aged", "ages", "page", "pages")
                || is!(self.words[joint], "to") && is!(word, "vote", "win", "beat", "lose", "defeat", "score", "draw")
        };
        let days = |word: &Word| word.is(Class::TIME) && !is!(word, "year", "years", "month", "months", "week", "weeks");
        let dated = self.words.get(end).is_some_and(days) || before(1).is_some_and(|word| word.is(Class::LAW) || days(word));
        (between || to) && !dated && !self.sentence_at(first).any(scores)
    }

    /// "One in five" is 20 percent.
    fn share(&self, text: &str, at: usize) -> Option<(usize, f64)> {
        ratio(&self.words, at, &|at| value(&[written(text, &self.words[at])]))
    }

    fn plain(&self, text: &str, words: Range<usize>) -> String {
        if let Some((_, share)) = self.share(text, words.start) {
            return format!("{share:.0} %");
        }
        let percent = if is_percent(&self.words, words.end) { " %" } else { "" };
        let written: Vec<String> = self.words[words].iter().map(|word| written(text, word)).collect();
        value(&written).map_or_else(|| written.join(" "), |value| format!("{value}{percent}"))
    }

    /// A probability in numbers: "a 70 % chance", "the odds are 60 percent".
    #[must_use]
    pub fn odds(&self) -> Option<Range<usize>> {
        self.odds_in(0..self.words.len())
    }

    #[must_use]
    pub fn odds_in(&self, row: Range<usize>) -> Option<Range<usize>> {
        row.clone().find_map(|at| {
            is!(self.words[at], "chance", "chances", "probability", "likelihood", "odds").then_some(())?;
            let from = at.saturating_sub(3).max(row.start);
            let near = |range: Range<usize>| range.filter(|near| self.words[*near].is(Class::NUMBER)).find(|near| !self.is_dated(*near));
            let before = near(from..at).map(|number| number..at + 1);
            let behind = |number: &usize| self.is_share(*number);
            before.or_else(|| near(at + 1..row.end.min(at + 12)).filter(behind).map(|number| at..number + 1))
        })
    }

    /// "60 per cent", "one in five", "are two to one"; not "a chance that the third tranche is paid".
    fn is_share(&self, number: usize) -> bool {
        let next = self.words.get(number + 1).filter(|next| next.gap == Gap::Space);
        let before = &self.words[number - 1];
        self.words[number].has(Shape::PERCENT)
            || next.is_some_and(|next| is!(next, "percent", "per", "in", "to", "out") || next.is(Class::NUMBER))
            || before.is(Class::BE.or(Class::ADVERB))
            || is!(before, "of", "at", "about", "around")
    }

    /// A number of four digits is a year.
    fn is_dated(&self, at: usize) -> bool {
        !self.words[at].has(Shape::PERCENT) && self.words[at].range.len() == 4
    }
}

fn written(text: &str, word: &Word) -> String {
    text[word.range.clone()].to_ascii_lowercase().replace(',', "")
}

const NAMES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: [(&str, f64); 6] =
    [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12), ("dozen", 12.0)];

/// "900", "5m", "4.6bn".
fn short(word: &str) -> Option<f64> {
    const SHORT: [(&str, f64); 6] = [("bn", 1e9), ("tn", 1e12), ("mn", 1e6), ("m", 1e6), ("b", 1e9), ("k", 1e3)];
    let scaled = SHORT.iter().find_map(|(end, scale)| Some(word.strip_suffix(end)?.parse::<f64>().ok()? * scale));
    word.parse().ok().or(scaled)
}

/// What a number is, in words or figures: "nine thousand", "twenty-five", "1.2 million". "A million" is one.
fn value(words: &[String]) -> Option<f64> {
    let (mut sum, mut part) = (0.0, None);
    for word in words.iter().flat_map(|word| word.split('-')).filter(|word| *word != "and") {
        let scale = SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| *scale);
        let small = NAMES.iter().zip(0_u8..).find(|(name, _)| **name == word).map(|(_, at)| f64::from(at));
        let tens = TENS.iter().zip(2_u8..).find(|(name, _)| **name == word).map(|(_, at)| f64::from(at) * 10.0);
        let figure = || short(word).filter(|figure| figure.is_finite());
        match (scale, small.or(tens).or_else(figure)) {
            (Some(scale), _) if scale < 1e3 => part = Some(part.unwrap_or(1.0) * scale),
            (Some(scale), _) => sum += part.take().unwrap_or(1.0) * scale,
            (None, Some(number)) => part = Some(part.unwrap_or(0.0) + number),
            (None, None) => return None,
        }
    }
    Some(sum + part.unwrap_or(0.0))
}
