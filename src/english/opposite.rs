//! Which words of two texts say the opposite of each other.

use super::pairs::Of;
use super::prepared::{Entry, OF_EVENT, SIDES, SIDES_BY_STEM, of_stem};
use super::statement::{Sense, Statement};

/// Two words stand on the two sides of a pair. Of texts on one event more pairs tell.
#[must_use]
pub fn are_opposites(one: &Entry, other: &Entry, of: Of) -> bool {
    let sides = |entry: &Entry| of_stem(&SIDES, &SIDES_BY_STEM, entry.lemma);
    let tells = |side: u16| of == Of::Event || !OF_EVENT[usize::from(side / 2)];
    sides(one).iter().any(|side| tells(*side) && sides(other).contains(&(side ^ 1)))
}

/// Two words stand on one side of a pair: "leave" and "depart".
#[must_use]
pub fn are_alike(one: &Entry, other: &Entry) -> bool {
    let sides = |entry: &Entry| of_stem(&SIDES, &SIDES_BY_STEM, entry.lemma);
    one.lemma != 0 && sides(one).iter().any(|side| sides(other).contains(side))
}

/// The places of two words, one of each text, that say the opposite of each other, where neither text has the word of the other.
#[must_use]
pub fn opposed(one: &Statement, other: &Statement, of: Of) -> Option<(usize, usize)> {
    one.words.iter().zip(&one.stems).enumerate().find_map(|(at, (word, own))| {
        let place = other.words.iter().position(|theirs| are_opposites(&word.entry, &theirs.entry, of))?;
        let has = |text: &Statement, word: &super::word::Word| text.words.iter().any(|other| other.entry.lemma == word.entry.lemma);
        let by_stem = !other.stems.contains(own) && (other.stems[place] == 0 || !one.stems.contains(&other.stems[place]));
        let apart = (by_stem || *own == 0) && !has(other, word) && !has(one, &other.words[place]);
        apart.then_some((at, place))
    })
}

impl Statement {
    /// Something over a word denies it, and not the word itself.
    #[must_use]
    pub fn is_denied(&self, at: usize) -> bool {
        self.marks.iter().any(|mark| mark.sense == Sense::Denial && !mark.words.contains(&at) && mark.scope.has(self.clauses.of[at]))
    }
}
