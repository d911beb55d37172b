//! Days of a month in words.

const ONES: [&str; 20] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];
const TENS: [(&str, &str, u8); 2] = [("twenty", "twentieth", 20), ("thirty", "thirtieth", 30)];

/// The day that a word is, perhaps with the word behind it, and how many words it takes: "twenty" and "eighth".
#[must_use]
pub fn day_word(word: &str, next: &str) -> Option<(u8, usize)> {
    let one = |word: &str| ONES.iter().position(|one| !one.is_empty() && *one == word).and_then(|day| u8::try_from(day).ok());
    if let Some(day) = one(word) {
        return Some((day, 1));
    }
    let (tens, _, value) = TENS.iter().find(|(tens, whole, _)| word == *tens || word == *whole)?;
    if word != *tens {
        return Some((*value, 1));
    }
    let day = value + one(next).filter(|day| *day < 10)?;
    (day <= 31).then_some((day, 2))
}
