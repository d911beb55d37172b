/// A number for the first letters of a word without its ending.
///
/// They tell enough: words of one claim and one quote are compared, not those of a language.
#[must_use]
pub fn letters(word: &str) -> u64 {
    let mut letters = [0_u8; 5];
    let word = ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    // "Arms" are no army.
    if word.eq_ignore_ascii_case("arms") {
        return u64::from_be_bytes(*b"\0\0\0\0arms");
    }
    let bare = ["ing", "ies", "ied", "es", "ed", "s", "e", "y"].iter().find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() > 2));
    for (to, from) in letters.iter_mut().zip(bare.unwrap_or(word).bytes()) {
        *to = from.to_ascii_lowercase();
    }
    letters.iter().fold(0, |number, letter| number << 8 | u64::from(*letter))
}
