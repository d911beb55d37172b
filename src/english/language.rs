use crate::text::phrases::words;

/// Words that join others in English, and in languages that share its letters.
const ENGLISH: [&str; 24] = [
    "the", "of", "and", "to", "in", "is", "that", "it", "was", "for", "with", "as", "on", "by", "at", "be", "are", "from", "has", "have",
    "not", "will", "which", "its",
];
const OTHERS: [&str; 52] = [
    "der", "das", "und", "nicht", "ist", "ein", "eine", "zu", "von", "den", "mit", "dem", "auf", "le", "les", "des", "et", "est", "une",
    "du", "que", "qui", "dans", "pour", "el", "los", "las", "y", "por", "una", "con", "il", "di", "che", "della", "os", "um", "uma", "não",
    "ve", "bir", "için", "och", "att", "som", "het", "een", "niet", "się", "nie", "jest", "oraz",
];

/// No word of the lists has more bytes.
const LONGEST: usize = 5;
/// So many words of a text tell its language.
const SAMPLE: usize = 300;

/// The text is in another language, as far as its script and its commonest words tell. A name or a table is in none.
#[must_use]
pub fn is_foreign(text: &str) -> bool {
    let (mut english, mut other, mut latin, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (_, word) in words(text).take(SAMPLE) {
        letters += 1;
        if !word.starts_with(|c: char| c.is_ascii_digit() || c < '\u{250}') {
            continue;
        }
        latin += 1;
        if word.len() > LONGEST {
            continue;
        }
        let initial = word.as_bytes()[0].to_ascii_lowercase();
        let is_among = |list: &[&str]| list.iter().any(|common| common.as_bytes()[0] == initial && word.eq_ignore_ascii_case(common));
        english += usize::from(is_among(&ENGLISH));
        other += usize::from(is_among(&OTHERS));
    }
    // "El Niño" and "Rio de la Plata" are names in English: words that join stand everywhere in a language.
    latin * 2 < letters || other >= 2 && other > 2 * english && other * 8 >= latin
}
