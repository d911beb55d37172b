use super::search_fold::begins_letter;
use std::ops::Range;

/// The words of `text` with their bytes: letters with their accents and digits, with the apostrophes between them.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + length_until(&text[rest..], char::is_alphanumeric);
        let end = start + length_until(&text[start..], |c| !c.is_alphanumeric() && !matches!(c, '\'' | '’') && begins_letter(c));
        rest = end;
        let word = text[start..end].trim_end_matches(['\'', '’']);
        (start < end).then(|| (start..start + word.len(), word))
    })
}

/// How many bytes stand before the first character of a kind; the whole length if there is none.
fn length_until(text: &str, is_of_kind: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    // Most text is ASCII, which needs no decoding.
    let ascii = bytes.iter().position(|byte| !byte.is_ascii() || is_of_kind(char::from(*byte))).unwrap_or(bytes.len());
    if bytes.get(ascii).is_none_or(u8::is_ascii) { ascii } else { ascii + text[ascii..].find(is_of_kind).unwrap_or(text.len() - ascii) }
}

/// Where phrases stand in `text`, and which: whole words parted by white space, whatever the case of their ASCII letters.
/// Of several that begin at one word the longest counts, and none overlaps the one before. The phrases stand in order.
pub fn find<'p>(text: &str, phrases: &[&'p str]) -> Vec<(Range<usize>, &'p str)> {
    debug_assert!(phrases.is_sorted(), "{phrases:?}");
    let words: Vec<(Range<usize>, &str)> = words(text).collect();
    let mut found = Vec::new();
    // Most words begin no phrase, and one letter tells: a bit for each letter that begins one.
    let bit = |initial: u8| 1_u32 << (initial & 31);
    let initials = phrases.iter().filter_map(|phrase| phrase.bytes().next()).fold(0, |bits, initial| bits | bit(initial));
    let mut at = 0;
    while at < words.len() {
        let initial = words[at].1.as_bytes()[0].to_ascii_lowercase();
        if initials & bit(initial) == 0 {
            at += 1;
            continue;
        }
        let from = phrases.partition_point(|phrase| phrase.as_bytes().first() < Some(&initial));
        let begin_alike = phrases[from..].iter().take_while(|phrase| phrase.as_bytes().first() == Some(&initial));
        let has_first = |phrase: &&&str| {
            let first = words[at].1.as_bytes();
            let (begin, rest) = phrase.as_bytes().split_at_checked(first.len()).unwrap_or_default();
            begin.eq_ignore_ascii_case(first) && rest.first().is_none_or(|next| *next == b' ')
        };
        let longest = begin_alike
            .filter(has_first)
            .filter_map(|phrase| Some((length(text, &words[at..], phrase)?, *phrase)))
            .max_by_key(|(length, _)| *length);
        match longest {
            Some((length, phrase)) => {
                found.push((words[at].0.start..words[at + length - 1].0.end, phrase));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

#[must_use]
pub fn without_possessive(word: &str) -> &str {
    ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// `text` holds the words of a name one behind another, possessives aside. Case counts. A name without words is nowhere.
#[must_use]
pub fn names(text: &str, name: &str) -> bool {
    let wanted: Vec<&str> = words(name).map(|(_, word)| without_possessive(word)).collect();
    // Most texts name nobody: they are not taken apart.
    if wanted.iter().any(|word| !text.contains(word)) {
        return false;
    }
    let found: Vec<&str> = words(text).map(|(_, word)| without_possessive(word)).collect();
    !wanted.is_empty() && found.windows(wanted.len()).any(|window| window == wanted)
}

/// How many words `phrase` takes if `words` begin with it.
fn length(text: &str, words: &[(Range<usize>, &str)], phrase: &str) -> Option<usize> {
    let mut length = 0;
    for wanted in phrase.split(' ') {
        let (range, word) = words.get(length)?;
        let joined = length == 0 || text[words[length - 1].0.end..range.start].chars().all(char::is_whitespace);
        if !joined || !word.eq_ignore_ascii_case(wanted) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_counts_and_words_are_whole() {
        let phrases = ["likely", "may", "very likely"];
        let found: Vec<&str> = find("Very likely, dismay; MAY unlikely. Very, likely", &phrases).into_iter().map(|(_, p)| p).collect();
        assert_eq!(found, ["very likely", "may", "likely"]);
    }

    #[test]
    fn a_name_is_found_in_its_own_words_and_possessives() {
        assert!(names("Russia’s ties with the U.S. and Iran's guard", "Russia") && names("in the U.S. today", "U.S."));
        assert!(names("the Ferry Union of Ostrel's men", "Ferry Union of Ostrel"));
        assert!(!names("Belarussia and russia", "Russia") && !names("the union of ferries", "Ferry Union") && !names("a", ""));
    }

    #[test]
    fn apostrophes_between_letters_join() {
        let found: Vec<&str> = words("Iran’s 'own' 20-year don't…").map(|(_, word)| word).collect();
        assert_eq!(found, ["Iran’s", "own", "20", "year", "don't"]);
        assert_eq!(words("Ma\u{301}laga").count(), 1);
    }
}
