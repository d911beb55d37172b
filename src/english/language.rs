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
    let sample: Vec<&str> = words(text).take(SAMPLE).map(|(_, word)| word).collect();
    let latin = sample.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit() || c < '\u{250}')).count();
    latin * 2 < sample.len() || if sample.len() <= FEW { is_foreign_in_few(&sample) } else { is_foreign_in_many(&sample, latin) }
}

/// "El Niño" and "Rio de la Plata" are names in English: words that join stand everywhere in a language.
fn is_foreign_in_many(sample: &[&str], latin: usize) -> bool {
    let (mut english, mut other) = (0_usize, 0_usize);
    for word in sample.iter().filter(|word| word.len() <= LONGEST) {
        let initial = word.as_bytes()[0].to_ascii_lowercase();
        let is_among = |list: &[&str]| list.iter().any(|common| common.as_bytes()[0] == initial && word.eq_ignore_ascii_case(common));
        english += usize::from(is_among(&ENGLISH));
        other += usize::from(is_among(&OTHERS));
    }
    other >= 2 && other > 2 * english && other * 8 >= latin
}

/// Two small words of other languages and none of English tell one sentence.
fn is_foreign_in_few(words: &[&str]) -> bool {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let is_name = |word: &&&str| !is_small(word) && !word.starts_with(char::is_numeric);
    let stands_in_name = |at: usize| {
        let others = |word: &&&str| !IN_NAMES.contains(word);
        IN_NAMES.contains(&words[at])
            && words[..at].iter().rfind(others).is_some_and(|word| is_name(&word))
            && words[at + 1..].iter().find(others).is_some_and(|word| is_name(&word))
    };
    // "La Stampa", at the beginning.
    let begins_name = |at: usize| at == 0 && words.get(1).is_some_and(|word| is_name(&word));
    // At the beginning any word has a capital.
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    let small = |at: usize| if at == 0 { first.as_str() } else { words[at] };
    let is_verb = |word: &str| is_small(word) && word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
    let is_english = |at: usize| PLAINLY_ENGLISH.binary_search(&small(at)).is_ok() || is_verb(words[at]);
    let is_accented = |word: &str| !word.is_ascii() && is_small(word) && word.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
    let is_other = |at: usize| {
        let tells = PLAINLY_OTHER.binary_search(&small(at)).is_ok() || is_accented(words[at]) || is_elided(words[at]);
        tells && !stands_in_name(at) && !begins_name(at)
    };
    // Of nearly all texts these are too few, and no more is looked up.
    let others: Vec<usize> = (0..words.len()).filter(|at| is_other(*at)).collect();
    if others.len() < 2 || others.len() * 8 < words.len() {
        return false;
    }
    let english = (0..words.len()).filter(|at| is_english(*at)).count();
    let other = others.iter().filter(|at| !is_english(**at)).count();
    other >= 2 + 3 * english && other * 8 >= words.len()
}

/// "l'accord", "d’un", "qu'il".
fn is_elided(word: &str) -> bool {
    let Some((begin, _)) = word.split_once(['\'', '’']) else { return false };
    matches!(begin, "l" | "d" | "qu" | "n" | "s" | "c" | "j" | "dell" | "nell" | "all" | "un")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(PLAINLY_ENGLISH.is_sorted() && PLAINLY_OTHER.is_sorted());
    }
}
