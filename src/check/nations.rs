//! States as texts name them: by their names and peoples, by the capitals that stand for them, by places that lie in them.

use super::name::{Word, name_words};
use crate::text::fold::search_form as fold;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A state a row: what it and its people are called, its capitals, places that lie in it and in no other. Koreas, Congos, Dominicans
/// and Guineans are of two.
const NATIONS: &str = include_str!("nations.txt");

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Kind {
    Name,
    Capital,
    /// In the state, and in no other.
    Place,
}

/// Words of a text that name a state.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub range: Range<usize>,
    pub state: usize,
    pub kind: Kind,
}

type Entry = (Vec<String>, usize, Kind);

/// The names by their first words, the longest first.
static BY_FIRST: LazyLock<HashMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut by_first: HashMap<String, Vec<Entry>> = HashMap::new();
    for (state, row) in NATIONS.lines().enumerate() {
        for (names, kind) in row.split('|').zip([Kind::Name, Kind::Capital, Kind::Place]) {
            for name in names.split(',').filter(|name| !name.is_empty()) {
                let words: Vec<String> = fold(name).split([' ', '-']).map(str::to_owned).collect();
                by_first.entry(words[0].clone()).or_default().push((words, state, kind));
            }
        }
    }
    for entries in by_first.values_mut() {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.0.len()));
    }
    by_first
});

/// "Poles", "the two Koreas".
fn singular(folded: &str) -> &str {
    folded.strip_suffix('s').filter(|word| word.len() > 3).unwrap_or(folded)
}

/// `alone`: the whole of a name, which is so short that it may be another word too.
fn is(word: &Word, part: &str, (first, alone): (bool, bool)) -> bool {
    let same = word.folded() == part || singular(word.folded()) == part || word.folded() == singular(part);
    // "US" is not "us", nor "Lima beans" "lima".
    let written = !first || word.is_capital() && (!alone || part.len() > 3 || part == "lao" || word.is_acronym());
    same && written
}

/// The states that a text names; of names that begin at one word the longest.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let words = name_words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let entries = || [words[at].folded(), singular(words[at].folded())].into_iter().filter_map(|first| BY_FIRST.get(first)).flatten();
        let fits = |entry: &&Entry| {
            entry.0.len() <= words.len() - at
                && entry.0.iter().zip(&words[at..]).enumerate().all(|(no, (part, word))| is(word, part, (no == 0, entry.0.len() == 1)))
        };
        let length = entries().filter(fits).map(|entry| entry.0.len()).max().unwrap_or_default();
        let range = || words[at].range.start..words[at + length - 1].range.end;
        found.extend(entries().filter(fits).filter(|entry| entry.0.len() == length).map(|(_, state, kind)| Mention {
            range: range(),
            state: *state,
            kind: *kind,
        }));
        at += length.max(1);
    }
    found
}

/// A state is one of those whose names begin so, parted by blanks.
pub(super) fn names_of(state: usize, begins: &str) -> bool {
    let row = NATIONS.lines().nth(state).unwrap_or_default();
    let names = row.split('|').next().unwrap_or_default();
    begins.split(' ').any(|begin| names.split([',', ' ', '-']).any(|name| is_of(name, begin)))
}

/// A folded word is for a state or its people whose names begin so.
pub(super) fn is_of(folded: &str, begin: &str) -> bool {
    // Niger is not Nigeria.
    if begin.len() > 3 && begin != "niger" { folded.starts_with(begin) } else { folded == begin }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(name: &str) -> usize {
        NATIONS.lines().position(|row| row.starts_with(name)).unwrap_or(usize::MAX)
    }

    #[test]
    fn n16_a_state_is_named_by_its_people_its_capital_and_its_places() {
        for (text, of) in [
            ("the Mozambican army", "mozambique"),
            ("two Poles", "poland"),
            ("in Port Moresby", "papua"),
            ("the Czech Republic", "czech"),
            ("South Sudan's army", "south sudan"),
            ("in Guinea-Bissau", "guinea-bissau"),
            ("a U.S. ship", "united states"),
            ("in Saxony", "germany"),
        ] {
            assert!(mentions(text).iter().all(|mention| mention.state == state(of)) && !mentions(text).is_empty(), "{text}");
        }
        assert!(mentions("he told us of polish and china").is_empty());
    }
}
