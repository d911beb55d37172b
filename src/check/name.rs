//! Names in a text: whole words, whatever their accents, in the forms that nations and plurals give them.

use crate::english::peoples::PEOPLES;
use crate::text::fold::search_form as fold;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// How many letters of a name must stay when it takes an ending: "Iran" stands in "Iranian".
const STEM: usize = 4;

/// What makes people, languages and other forms of a name. "Nigeria" is no form of "Niger", nor "Green" of "Greenland".
const ENDINGS: [&str; 27] = [
    "n", "an", "ian", "nian", "ean", "ien", "ienne", "i", "ese", "lese", "ish", "isch", "ische", "ischen", "ic", "er", "al", "ial", "ary",
    "ist", "ern", "ite", "y", "stan", "istan", "ism", "es",
];

/// States, and the capitals that stand for them, by their letters: names wherever they stand.
#[rustfmt::skip]
const STATES: &[&str] = &[
    "abuja", "accra", "afghanistan", "albania", "algeria", "algiers", "amman", "andorra", "angola", "ankara", "argentina",
    "armenia", "asmara", "astana", "athens", "australia", "austria", "azerbaijan", "baghdad", "bahrain", "baku", "bamako",
    "bangkok", "bangladesh", "barbados", "beijing", "beirut", "belarus", "belgium", "belgrade", "belize", "benin", "berlin",
    "bhutan", "bogota", "bolivia", "botswana", "bratislava", "brazil", "britain", "brunei", "brussels", "bucharest", "budapest",
    "bulgaria", "burundi", "cairo", "cambodia", "cameroon", "canada", "canberra", "caracas", "chile", "china", "colombia",
    "comoros", "copenhagen", "croatia", "cuba", "cyprus", "czechia", "dakar", "damascus", "delhi", "denmark", "dhaka", "djibouti",
    "doha", "dominica", "dublin", "ecuador", "egypt", "eritrea", "estonia", "eswatini", "ethiopia", "fiji", "finland", "france",
    "gabon", "gambia", "georgia", "germany", "ghana", "greece", "grenada", "guatemala", "guinea", "guyana", "haiti", "hanoi",
    "harare", "havana", "helsinki", "honduras", "hungary", "iceland", "india", "indonesia", "iran", "iraq", "ireland", "islamabad",
    "israel", "italy", "jakarta", "jamaica", "japan", "jerusalem", "jordan", "kabul", "kampala", "kazakhstan", "kenya", "khartoum",
    "kigali", "kiribati", "kosovo", "kuwait", "kyiv", "kyrgyzstan", "laos", "latvia", "lebanon", "lesotho", "liberia", "libya",
    "liechtenstein", "lima", "lisbon", "lithuania", "london", "luanda", "lusaka", "luxembourg", "madagascar", "madrid", "malawi",
    "malaysia", "maldives", "mali", "malta", "managua", "manila", "maputo", "mauritania", "mauritius", "mexico", "minsk",
    "mogadishu", "moldova", "monaco", "mongolia", "montenegro", "morocco", "moscow", "mozambique", "myanmar", "nairobi", "namibia",
    "nauru", "nepal", "nicaragua", "nicosia", "niger", "nigeria", "norway", "oman", "oslo", "ottawa", "pakistan", "palau",
    "palestine", "panama", "paraguay", "paris", "peru", "poland", "portugal", "prague", "pretoria", "pyongyang", "qatar", "quito",
    "rabat", "riga", "riyadh", "romania", "rome", "russia", "rwanda", "samoa", "sanaa", "santiago", "sarajevo", "senegal", "seoul",
    "serbia", "seychelles", "singapore", "skopje", "slovakia", "slovenia", "sofia", "somalia", "spain", "stockholm", "sudan",
    "suriname", "swaziland", "sweden", "switzerland", "syria", "taiwan", "tajikistan", "tallinn", "tanzania", "tashkent", "tbilisi",
    "tehran", "thailand", "tirana", "togo", "tokyo", "tonga", "tripoli", "tunis", "tunisia", "turkey", "turkiye", "turkmenistan",
    "tuvalu", "uganda", "ukraine", "ulaanbaatar", "uruguay", "uzbekistan", "valletta", "vanuatu", "venezuela", "vienna", "vietnam",
    "vilnius", "warsaw", "washington", "yemen", "yerevan", "zagreb", "zambia", "zimbabwe",
];
/// What stands before the name of a state in the name of another.
const OTHER_STATES: [(&str, &str); 6] =
    [("south", "sudan"), ("equatorial", "guinea"), ("new", "guinea"), ("new", "mexico"), ("northern", "ireland"), ("inner", "mongolia")];
const STRANGERS: [(&str, &str); 2] = [("niger", "nigerian"), ("roman", "romania")];

/// A word as names are compared.
#[derive(Debug, Clone)]
pub struct Word {
    pub range: Range<usize>,
    /// Without case, accents and possessive, and an abbreviation without its full stops: "U.S.’s" is "us".
    folded: String,
    /// It begins with a capital, or is of a script that has none.
    capital: bool,
    /// More than one letter, and all are capitals.
    acronym: bool,
}

impl Word {
    /// Without case, accents and possessive.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    #[must_use]
    pub fn letters(&self) -> usize {
        self.folded.chars().count()
    }

    /// It names a state.
    #[must_use]
    pub fn is_state(&self) -> bool {
        self.capital && STATES.binary_search(&self.folded.as_str()).is_ok()
    }

    /// It begins with a capital, or is of a script that has none.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.capital
    }

    /// More than one letter, and all are capitals.
    #[must_use]
    pub fn is_acronym(&self) -> bool {
        self.acronym
    }

    /// It names what another names, as written or as its people: "French" for "France". "US" is not "us".
    #[must_use]
    pub fn names(&self, other: &Self) -> bool {
        let is_people = || {
            let is = |name: &str, word: &Self| are_equal(&word.folded, name);
            PEOPLES.iter().any(|(country, people)| is(country, other) && people.iter().any(|name| is(name, self)))
        };
        self.capital && (self.acronym || !other.acronym) && (self.is_form_of(other) || is_people())
    }

    /// The same letters, whatever the case and the accents.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.folded == other.folded
    }

    /// With the word before it, it names another state: "South Sudan", "New Mexico".
    #[must_use]
    pub fn is_another_behind(&self, before: &Self) -> bool {
        OTHER_STATES.iter().any(|(first, state)| *state == self.folded && *first == before.folded)
    }

    #[must_use]
    pub fn is_form_of(&self, other: &Self) -> bool {
        self.folded == other.folded || are_forms(&self.folded, &other.folded)
    }
}

/// The words of a text; `U.S.` is one.
#[must_use]
pub fn name_words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    // Whether the last word is made of single letters, each with its full stop.
    let mut dotted = false;
    for (range, word) in words(text) {
        let plain = without_possessive(word);
        let is_letter = plain.chars().count() == 1 && plain.starts_with(char::is_alphabetic);
        if let Some(last) = found.last_mut().filter(|last| dotted && is_letter && text[last.range.end..range.start] == *".") {
            last.range.end = range.end;
            last.folded.push_str(&fold(plain));
            last.acronym = last.capital && plain.starts_with(char::is_uppercase);
        } else {
            let letters = || plain.chars().filter(|c| c.is_alphabetic());
            let acronym = letters().count() > 1 && letters().all(char::is_uppercase);
            let capital = !plain.starts_with(char::is_lowercase);
            found.push(Word { range, folded: fold(plain), capital, acronym });
        }
        dotted = is_letter;
    }
    found
}

/// A text whose names are looked up.
pub struct Named {
    text: String,
    /// Its words in order, and whether one stands with a capital.
    words: Vec<(String, bool)>,
}

impl Named {
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words: Vec<(String, bool)> = name_words(text).into_iter().map(|word| (word.folded, word.capital)).collect();
        words.sort_unstable();
        words.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 |= same && next.1;
            same
        });
        Self { text: text.to_owned(), words }
    }

    fn capital(&self, folded: &str) -> Option<bool> {
        self.words.binary_search_by(|(word, _)| word.as_str().cmp(folded)).ok().map(|at| self.words[at].1)
    }

    /// The text has the word, or another form of it.
    #[must_use]
    pub fn has(&self, word: &Word) -> bool {
        // "US" is not "us".
        if word.acronym {
            return self.capital(&word.folded) == Some(true) || word.letters() >= STEM && self.forms_of(word);
        }
        self.capital(&word.folded).is_some() || self.forms_of(word)
    }

    /// The text names another state that has the word in its name, and not the one that is called so: "South Sudan" for "Sudan".
    #[must_use]
    pub fn means_another(&self, word: &Word, before: Option<&Word>) -> bool {
        let is_part = OTHER_STATES.iter().any(|(_, state)| *state == word.folded);
        let is_first = |part: Option<&Word>| part.is_some_and(|part| word.is_another_behind(part));
        if !is_part || is_first(before) {
            return false;
        }
        let all = name_words(&self.text);
        let mut named = (0..all.len()).filter(|at| all[*at].is_form_of(word)).map(|at| is_first(at.checked_sub(1).map(|at| &all[at])));
        named.next().is_some_and(|first| first && named.all(|other| other))
    }

    fn forms_of(&self, word: &Word) -> bool {
        let first = word.folded.chars().next().map_or(0, char::len_utf8);
        let initial = &word.folded[..first];
        let from = self.words.partition_point(|(other, _)| other.as_str() < initial);
        self.words[from..].iter().take_while(|(other, _)| other.starts_with(initial)).any(|(other, _)| are_forms(&word.folded, other))
            || PEOPLES.iter().any(|(country, people)| {
                let one = |name: &str| self.capital(name).is_some() || self.capital(&format!("{name}s")).is_some();
                let is = |name: &str| are_equal(&word.folded, name);
                is(country) && people.iter().copied().any(one)
                    || people.iter().copied().any(is) && (one(country) || people.iter().copied().any(one))
            })
    }

    /// The text has all words of a name. A script without capitals joins words, so there any place of it will do.
    #[must_use]
    pub fn has_name(&self, name: &str) -> bool {
        let wanted = name_words(name);
        let is_uncased = !name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
        if is_uncased && !wanted.is_empty() && fold(&self.text).contains(&fold(name.trim())) {
            return true;
        }
        wanted.iter().all(|word| self.has(word))
    }
}

/// But for a plural.
fn are_equal(one: &str, other: &str) -> bool {
    let single = |word: &'_ str| -> usize { if word.len() > STEM { word.trim_end_matches('s').len() } else { word.len() } };
    one[..single(one)] == other[..single(other)]
}

/// Two folded words are one name in two forms.
fn are_forms(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if are_equal(short, long) {
        return true;
    }
    if short.chars().count() < STEM
        || short.starts_with(|c: char| c.is_numeric())
        || STRANGERS.contains(&(short, long.trim_end_matches('s')))
    {
        return false;
    }
    // The endings of other languages are not listed; Turkish parts them by an apostrophe.
    if !short.is_ascii() {
        return long.starts_with(short);
    }
    let is_ending = |rest: &str| ENDINGS.contains(&rest) || rest.strip_suffix('s').is_some_and(|rest| ENDINGS.contains(&rest));
    // "Mexico" and "Mexican", "Syria" and "Syrian".
    let stem = short.strip_suffix(['a', 'e', 'o', 'y', 'u']).filter(|stem| stem.len() >= STEM);
    long.strip_prefix(short).is_some_and(|rest| is_ending(rest) || rest.starts_with(['\'', '-']))
        || stem.and_then(|stem| long.strip_prefix(stem)).is_some_and(|rest| rest.len() > 1 && is_ending(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_states_are_in_the_order_that_they_are_looked_up_in() {
        assert!(STATES.is_sorted());
    }

    #[test]
    fn n16_a_name_is_a_whole_word_in_any_of_its_forms() {
        for (text, name) in [
            ("Iranian ships", "Iran"),
            ("Iran", "Iranian"),
            ("Chinese ports", "China"),
            ("Mexicans", "Mexico"),
            ("the French fleet", "France"),
            ("Slovak coal", "Slovakia"),
            ("Uzbek gas", "Uzbekistan"),
            ("the U.S.-backed plan", "US"),
            ("the US plan", "U.S."),
            ("the U.S.’s plan", "US"),
            ("the U.N. envoy", "UN"),
            ("São Tomé", "Sao Tome"),
            ("Erdogan", "Erdoğan"),
            ("İran’ın gemileri", "İran"),
            ("Nato ships", "NATO"),
            ("two Houthis", "Houthi"),
            ("суда Ирана", "Иран"),
            ("俄罗斯总统", "俄罗斯"),
            ("وایران", "ایران"),
        ] {
            assert!(Named::new(text).has_name(name), "{name} in {text}");
        }
    }

    #[test]
    fn n16_a_state_in_the_name_of_another_is_another() {
        let means_another = |text: &str, claim: &str| {
            let words = name_words(claim);
            let of = |at: usize| Named::new(text).means_another(&words[at], at.checked_sub(1).map(|before| &words[before]));
            (0..words.len()).any(of)
        };
        for (text, claim) in [("South Sudan signed", "Sudan signed"), ("in Equatorial Guinea", "in Guinea"), ("New Mexico’s law", "Mexico")]
        {
            assert!(means_another(text, claim), "{claim} of {text}");
        }
        for (text, claim) in
            [("Sudan and South Sudan signed", "Sudan signed"), ("South Sudan signed", "South Sudan signed"), ("Guinea signed", "Guinea")]
        {
            assert!(!means_another(text, claim), "{claim} of {text}");
        }
    }

    #[test]
    fn n16_another_name_that_begins_alike_is_another() {
        for (text, name) in [
            ("Nigeria", "Niger"),
            ("Niger", "Nigeria"),
            ("Nigerian ships", "Niger"),
            ("told us so", "US"),
            ("Romania", "Roman"),
            ("Austria", "Australia"),
            ("Malawi", "Mali"),
            ("Dominica", "Domin"),
            ("Sarnholm", "Sarn"),
            ("the Green Climate Fund", "Greenland"),
            ("Greenland", "Green"),
        ] {
            assert!(!Named::new(text).has_name(name), "{name} in {text}");
        }
    }
}
