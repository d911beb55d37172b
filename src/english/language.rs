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
/// Of a text of no more words each has to tell.
const FEW: usize = 40;
/// In the order of their bytes, as those below: what few words tell, and no other language has.
#[rustfmt::skip]
const PLAINLY_ENGLISH: [&str; 54] = [
    "about", "after", "against", "also", "and", "are", "been", "before", "between", "by", "can", "could", "for", "from", "had", "has",
    "have", "his", "into", "is", "it", "its", "may", "might", "more", "new", "not", "of", "off", "only", "our", "out", "said", "say",
    "says", "she", "than", "that", "the", "their", "there", "these", "they", "this", "told", "up", "were", "when", "which", "while",
    "who", "with", "would", "you",
];
/// What stands in names as well: "Rio de la Plata".
#[rustfmt::skip]
const IN_NAMES: [&str; 27] = [
    "de", "la", "le", "las", "los", "les", "el", "del", "della", "delle", "des", "di", "da", "das", "dos", "du", "y", "e", "et", "von", "van",
    "der", "den", "het", "und", "och", "en",
];
/// Those of other languages, and none that is English too.
#[rustfmt::skip]
const PLAINLY_OTHER: [&str; 227] = [
    "aan", "aber", "adalah", "alla", "als", "anche", "ao", "après", "att", "até", "au", "auch", "auf", "aus", "aux", "av", "avant",
    "avec", "bei", "bij", "bir", "bis", "bleibt", "blijft", "bu", "ce", "cette", "che", "con", "cu", "că", "da", "daha", "dal", "dalla",
    "dans", "dari", "das", "dass", "dat", "daß", "de", "degli", "dei", "del", "della", "delle", "dem", "den", "dengan", "der", "des",
    "desde", "det", "deux", "di", "dla", "dopo", "dos", "du", "durch", "een", "ein", "eine", "einem", "einen", "einer", "eines", "el",
    "em", "en", "entre", "est", "esta", "este", "está", "están", "et", "ett", "fait", "foi", "från", "fue", "för", "für", "gegen",
    "gli", "ha", "haben", "han", "hanno", "har", "hasta", "hat", "hatte", "hebben", "heeft", "het", "ihre", "ikke", "il", "ile", "im",
    "ini", "inte", "ist", "itu", "için", "jest", "kann", "kein", "keine", "la", "las", "le", "les", "leur", "lo", "los", "mais", "mehr",
    "mit", "más", "na", "naar", "nach", "ne", "nel", "nella", "nicht", "nie", "niet", "noch", "non", "nur", "não", "och", "od", "oder",
    "og", "olarak", "ont", "ook", "op", "oraz", "os", "ou", "où", "pada", "para", "pas", "pela", "pelo", "pero", "po", "por", "przez",
    "på", "que", "qui", "sagte", "se", "según", "sei", "seine", "seit", "selon", "sera", "será", "ses", "sich", "sind", "się", "sobre",
    "soll", "som", "sono", "sont", "sous", "stato", "su", "sur", "sus", "são", "są", "tidak", "till", "tra", "um", "uma", "una", "und",
    "une", "unter", "untuk", "ve", "vom", "von", "voor", "vor", "w", "wenn", "werd", "werden", "wie", "wird", "worden", "wordt",
    "wurde", "wurden", "y", "yang", "z", "zijn", "został", "zum", "zur", "zwischen", "är", "è", "était", "été", "être", "în", "über",
    "że", "și",
];

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
    let tells = || if letters <= FEW { is_foreign_in_few(text) } else { other >= 2 && other > 2 * english && other * 8 >= latin };
    latin * 2 < letters || tells()
}

/// Two small words of other languages and none of English tell one sentence.
fn is_foreign_in_few(text: &str) -> bool {
    let words: Vec<&str> = words(text).map(|(_, word)| word).collect();
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let (mut english, mut other) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let is_name = |word: &&&str| !is_small(word) && !word.starts_with(char::is_numeric);
        let stands_in_name = || {
            let others = |word: &&&str| !IN_NAMES.contains(word);
            IN_NAMES.contains(word)
                && words[..at].iter().rfind(others).is_some_and(|word| is_name(&word))
                && words[at + 1..].iter().find(others).is_some_and(|word| is_name(&word))
        };
        // "La Stampa", at the beginning.
        let begins_name = || at == 0 && words.get(1).is_some_and(|word| is_name(&word));
        let small = if at == 0 { word.to_lowercase() } else { (*word).to_owned() };
        let is_accented = || is_small(word) && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
        let is_verb = || is_small(word) && word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        if PLAINLY_ENGLISH.binary_search(&small.as_str()).is_ok() || is_verb() {
            english += 1;
        } else if !stands_in_name()
            && !begins_name()
            && (PLAINLY_OTHER.binary_search(&small.as_str()).is_ok() || is_accented() || is_elided(word))
        {
            other += 1;
        }
    }
    other >= 2 + 3 * english && other * 8 >= words.len()
}

/// "l'accord", "d’un", "qu'il".
fn is_elided(word: &str) -> bool {
    let begin = word.split(['\'', '’']).next().unwrap_or_default();
    begin.len() < word.len() && matches!(begin, "l" | "d" | "qu" | "n" | "s" | "c" | "j" | "dell" | "nell" | "all" | "un")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(PLAINLY_ENGLISH.is_sorted() && PLAINLY_OTHER.is_sorted());
    }
}
