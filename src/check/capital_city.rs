//! Capitals that stand for their states: a claim may say "China" of what its source says of Beijing, and "Ottawa" of what
//! Canada has done.

/// Each with how the words for its state and people begin, folded as names are.
#[rustfmt::skip]
const CAPITALS: [(&str, &[&str]); 40] = [
    ("algiers", &["algeria"]), ("ankara", &["turk"]), ("athens", &["greece", "greek"]), ("baghdad", &["iraq"]), ("baku", &["azerbaijan"]),
    ("beijing", &["china", "chinese"]), ("belgrade", &["serb"]), ("berlin", &["german"]), ("cairo", &["egypt"]),
    ("canberra", &["australia"]), ("caracas", &["venezuela"]), ("damascus", &["syria"]), ("delhi", &["india"]), ("doha", &["qatar"]),
    ("hanoi", &["vietnam"]), ("islamabad", &["pakistan"]), ("jakarta", &["indonesia"]), ("jerusalem", &["israel"]),
    ("kabul", &["afghan"]), ("khartoum", &["sudan"]), ("kigali", &["rwanda"]), ("kyiv", &["ukrain"]), ("madrid", &["spain", "spanish"]),
    ("manila", &["philippin", "filipin"]), ("minsk", &["belarus"]), ("moscow", &["russia"]), ("nairobi", &["kenya"]),
    ("ottawa", &["canad"]), ("paris", &["france", "french"]), ("pyongyang", &["north", "korea"]), ("riyadh", &["saudi", "arabia"]),
    ("rome", &["ital"]), ("seoul", &["south", "korea"]), ("tbilisi", &["georgia"]), ("tehran", &["iran"]), ("tokyo", &["japan"]),
    ("warsaw", &["poland", "polish"]), ("washington", &["us", "u.s", "united", "states", "america"]), ("yerevan", &["armenia"]),
    ("london", &["uk", "britain", "british"]),
];

/// The capitals of the state that a word names, or is a part of the name of.
pub(super) fn of(folded: &str) -> impl Iterator<Item = &'static str> + '_ {
    CAPITALS.iter().filter(move |(_, states)| states.iter().any(|begin| is_of(folded, begin))).map(|(capital, _)| *capital)
}

/// The state of a capital is named among words. Of two Koreas it takes both words to tell.
pub(super) fn is_of_one_named<'a>(capital: &str, named: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
    let has = |begin: &&str| named.clone().any(|word| is_of(word, begin));
    let state = CAPITALS.iter().find(|(name, _)| *name == capital);
    state.is_some_and(|(_, words)| if words.contains(&"korea") { words.iter().all(has) } else { words.iter().any(has) })
}

fn is_of(folded: &str, begin: &str) -> bool {
    if begin.len() > 3 { folded.starts_with(begin) } else { folded == begin }
}
