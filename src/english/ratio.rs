//! Parts of a whole as numbers: "one in five", "a fifth", "two thirds" and "20 percent" are so many in a hundred.

use super::class::Class;
use super::word::{Gap, Shape, Word, is};

/// How many make a whole: of "a third" three.
fn parts(word: &Word) -> Option<f64> {
    let named = [
        (is!(word, "half"), 2.0),
        (is!(word, "third", "thirds"), 3.0),
        (is!(word, "quarter", "quarters"), 4.0),
        (is!(word, "fifth", "fifths"), 5.0),
        (is!(word, "tenth", "tenths"), 10.0),
    ];
    named.into_iter().find(|(is, _)| *is).map(|(_, parts)| parts)
}

/// Where a part ends that begins at a number, and how many hundredths it is. `value` tells what the words of a range are worth.
pub fn ratio(words: &[Word], at: usize, value: &dyn Fn(usize) -> Option<f64>) -> Option<(usize, f64)> {
    let next = |far: usize| words.get(at + far).filter(|next| next.gap == Gap::Space);
    let number = |far: usize| next(far).filter(|next| next.is(Class::NUMBER)).and_then(|_| value(at + far));
    let hundredths = |count: f64, whole: f64| (count < whole && whole <= 20.0).then_some(count * 100.0 / whole);
    if next(1).is_some_and(|next| is!(next, "in")) {
        return Some((at + 3, hundredths(value(at)?, number(2)?)?));
    }
    if next(1).is_some_and(|next| is!(next, "out")) && next(2).is_some_and(|next| is!(next, "of")) {
        return Some((at + 4, hundredths(value(at)?, number(3)?)?));
    }
    // "A third of them", and no "third round".
    let ends = |end: usize| {
        words
            .get(end)
            .is_none_or(|next| next.gap != Gap::Space || next.is(Class::PREPOSITION.or(Class::BE).or(Class::HAVE).or(Class::DETERMINER)))
    };
    if let Some(whole) = parts(&words[at]).filter(|_| ends(at + 1)) {
        let one = is!(words[at], "half")
            || at.checked_sub(1).is_some_and(|before| {
                is!(words[before], "a", "an", "one", "than", "about", "nearly", "almost", "over", "under", "roughly", "some", "to", "by")
            });
        return one.then(|| Some((at + 1, hundredths(1.0, whole)?))).flatten();
    }
    let whole = next(1).and_then(parts).filter(|_| ends(at + 2))?;
    Some((at + 2, hundredths(value(at)?, whole)?))
}

/// "20 percent", "20 %".
#[must_use]
pub fn is_percent(words: &[Word], end: usize) -> bool {
    words[end - 1].has(Shape::PERCENT)
        || words.get(end).is_some_and(|next| next.gap == Gap::Space && is!(next, "percent", "per", "percentage"))
}
