//! Characters that a screen shows as a space, as nothing, or as another character of ASCII: all that Unicode calls
//! `White_Space` or `Default_Ignorable_Code_Point`, what is drawn blank, and what has the shape of another.
//!
//! In a word of ASCII each of them makes another word of what looks the same, so they are named by their code.

/// What such characters are called, and what is to be written for them. An empty string: nothing.
type Row = (std::ops::RangeInclusive<char>, &'static str, &'static str);

#[rustfmt::skip]
const SIGNS: [Row; 42] = [
    ('\u{85}'..='\u{85}',        "a next-line character",            " "),
    ('\u{a0}'..='\u{a0}',        "a no-break space",                 " "),
    ('\u{ad}'..='\u{ad}',        "a soft hyphen",                    ""),
    ('\u{34f}'..='\u{34f}',      "a grapheme joiner",                ""),
    ('\u{61c}'..='\u{61c}',      "an Arabic letter mark",            ""),
    ('\u{115f}'..='\u{1160}',    "a Hangul filler",                  ""),
    ('\u{1680}'..='\u{1680}',    "an Ogham space",                   " "),
    ('\u{17b4}'..='\u{17b5}',    "an inherent vowel of Khmer",       ""),
    ('\u{180b}'..='\u{180d}',    "a Mongolian variation selector",   ""),
    ('\u{180e}'..='\u{180e}',    "a vowel separator",                ""),
    ('\u{180f}'..='\u{180f}',    "a Mongolian variation selector",   ""),
    ('\u{2000}'..='\u{2006}',    "a space of fixed width",           " "),
    ('\u{2007}'..='\u{2007}',    "a figure space",                   " "),
    ('\u{2008}'..='\u{200a}',    "a thin space",                     " "),
    ('\u{200b}'..='\u{200b}',    "a zero-width space",               ""),
    ('\u{200c}'..='\u{200c}',    "a zero-width non-joiner",          ""),
    ('\u{200d}'..='\u{200d}',    "a zero-width joiner",              ""),
    ('\u{200e}'..='\u{200e}',    "a left-to-right mark",             ""),
    ('\u{200f}'..='\u{200f}',    "a right-to-left mark",             ""),
    ('\u{2010}'..='\u{2015}',    "a dash of another kind",           "-"),
    ('\u{2028}'..='\u{2029}',    "a line separator",                 " "),
    ('\u{202a}'..='\u{202e}',    "a direction mark",                 ""),
    ('\u{202f}'..='\u{202f}',    "a narrow no-break space",          " "),
    ('\u{205f}'..='\u{205f}',    "a mathematical space",             " "),
    ('\u{2060}'..='\u{206f}',    "an invisible character",           ""),
    ('\u{2212}'..='\u{2212}',    "a minus sign",                     "-"),
    ('\u{2800}'..='\u{2800}',    "a Braille blank",                  " "),
    ('\u{3000}'..='\u{3000}',    "an ideographic space",             " "),
    ('\u{3164}'..='\u{3164}',    "a Hangul filler",                  ""),
    ('\u{fe00}'..='\u{fe0f}',    "a variation selector",             ""),
    ('\u{feff}'..='\u{feff}',    "a byte order mark",                ""),
    ('\u{ffa0}'..='\u{ffa0}',    "a Hangul filler",                  ""),
    ('\u{fff0}'..='\u{fff8}',    "an invisible character",           ""),
    ('\u{fff9}'..='\u{fffb}',    "a mark of an annotation",          ""),
    ('\u{16fe4}'..='\u{16fe4}',  "a Khitan filler",                  ""),
    ('\u{1bca0}'..='\u{1bca3}',  "a mark of shorthand",              ""),
    ('\u{1d159}'..='\u{1d159}',  "an empty note",                    ""),
    ('\u{1d173}'..='\u{1d17a}',  "a mark of music",                  ""),
    ('\u{e0000}'..='\u{e007f}',  "a tag character",                  ""),
    ('\u{e0080}'..='\u{e00ff}',  "an invisible character",           ""),
    ('\u{e0100}'..='\u{e01ef}',  "a variation selector",             ""),
    ('\u{e01f0}'..='\u{e0fff}',  "an invisible character",           ""),
];
/// Letters that have the shape of a Latin one, each above it.
const LETTERS: [(&str, &str, &str); 2] = [
    ("a Cyrillic letter", "АВЕКМНОРСТУХІЈЅԚԜаеорсухіјѕкмтһԁԛԝ", "ABEKMHOPCTYXIJSQWaeopcyxijskmthdqw"),
    ("a Greek letter", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονακιρτυχη", "ABEZHIKMNOPTYXovakiptuxn"),
];
/// From ！ to ～ they stand as those of ASCII do.
const FULL_WIDTH: (std::ops::RangeInclusive<char>, u32) = ('\u{ff01}'..='\u{ff5e}', 0xfee0);

/// What the character is called, and what is to be written for it.
fn row(c: char) -> Option<(&'static str, String)> {
    if let Some((_, name, plain)) = SIGNS.iter().find(|(range, ..)| range.contains(&c)) {
        return Some((name, (*plain).to_owned()));
    }
    if FULL_WIDTH.0.contains(&c) {
        return Some(("a full-width character", char::from_u32(u32::from(c) - FULL_WIDTH.1)?.to_string()));
    }
    letter(c).map(|(name, latin)| (name, latin.to_string()))
}

fn letter(c: char) -> Option<(&'static str, char)> {
    let of = |(name, shapes, latin): &(&'static str, &str, &str)| {
        Some((*name, latin.chars().nth(shapes.chars().position(|shape| shape == c)?)?))
    };
    LETTERS.iter().find_map(of)
}

/// The Latin letter whose shape a letter of another script has.
#[must_use]
pub fn latin(c: char) -> Option<char> {
    letter(c).map(|(_, latin)| latin)
}

/// The word that it looks like.
#[must_use]
pub fn as_seen(word: &str) -> String {
    word.chars().map(|c| row(c).map_or_else(|| c.to_string(), |(_, plain)| plain)).collect()
}

/// It is shown as a space or as nothing.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    SIGNS.iter().any(|(range, _, plain)| range.contains(&c) && plain.trim().is_empty())
}

/// What the character is, and what to do about it: "U+00A0, a no-break space", "write a plain space".
#[must_use]
pub fn named(c: char) -> Option<(String, String)> {
    let (name, plain) = row(c)?;
    let what_to_do = match plain.as_str() {
        "" => "delete it".to_owned(),
        " " => "write a plain space".to_owned(),
        plain => format!("write `{plain}`"),
    };
    Some((format!("U+{:04X}, {name}", u32::from(c)), what_to_do))
}

/// What of a word only looks like ASCII: "it holds U+00A0, a no-break space: write a plain space". Nothing for the words
/// of other scripts, where such characters have their place.
#[must_use]
pub fn lookalikes(word: &str) -> Option<String> {
    // A space at the edge of a word is no part of it.
    let inner = word.trim_matches(|c: char| c == ' ' || is_hidden(c));
    looked_through(word, |c| !inner.contains(c))
}

/// The same of a word that is to be one of these.
#[must_use]
pub fn lookalikes_of(word: &str, candidates: &[&str]) -> Option<String> {
    let without: String = word.chars().filter(|c| c.is_ascii() || !is_hidden(*c)).collect();
    let is_one = |word: &str| candidates.iter().any(|candidate| candidate.eq_ignore_ascii_case(word));
    if is_one(&as_seen(&without)) && !is_one(&as_seen(word)) { looked_through(word, |_| true) } else { lookalikes(word) }
}

/// `goes`: where a space is seen, there should be nothing.
fn looked_through(word: &str, goes: impl Fn(char) -> bool) -> Option<String> {
    let mut strange: Vec<char> = word.chars().filter(|c| !c.is_ascii()).collect();
    strange.sort_unstable();
    strange.dedup();
    // A word of nothing but Cyrillic letters is a Cyrillic word.
    let is_latin = word.bytes().any(|byte| byte.is_ascii_alphanumeric()) || strange.iter().all(|c| is_hidden(*c));
    let names = strange.into_iter().map(|c| {
        let (name, what_to_do) = named(c)?;
        Some(format!("{name}: {}", if is_hidden(c) && goes(c) { "delete it" } else { what_to_do.as_str() }))
    });
    let names: Vec<String> = names.collect::<Option<_>>()?;
    (is_latin && !names.is_empty()).then(|| format!("it holds {}", names.join("; and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_looks_like_a_word_is_named_by_its_code() {
        for (word, said) in [
            ("very\u{a0}unlikely", "it holds U+00A0, a no-break space: write a plain space"),
            ("C1\u{200b}", "it holds U+200B, a zero-width space: delete it"),
            ("2026\u{2011}11-22", "it holds U+2011, a dash of another kind: write `-`"),
            ("С1", "it holds U+0421, a Cyrillic letter: write `C`"),
            ("title：", "it holds U+FF1A, a full-width character: write `:`"),
            ("\u{feff}low\u{3000}", "it holds U+3000, an ideographic space: delete it; and U+FEFF, a byte order mark: delete it"),
        ] {
            assert_eq!(lookalikes(word).as_deref(), Some(said));
        }
    }

    #[test]
    fn words_of_other_scripts_are_what_they_seem() {
        for word in ["likely", "", "сорос", "می\u{200c}خواهم", "hïgh", "Türkiye", "日本", "Россия 1"] {
            assert_eq!(lookalikes(word), None, "{word}");
        }
    }
}
