use super::alignment::whole;
use super::fold::{Folded, Folding};
use std::collections::HashMap;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The most pairs of words that are compared, since the alignment holds a move for each. A longer text counts as replaced.
const MOST_PAIRS: usize = 4_000_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    Kept,
    Removed,
    Added,
}

impl Became {
    /// Signs and not colours tell what was from what is.
    #[must_use]
    pub fn signed(self, words: &str) -> String {
        match self {
            Self::Kept => words.to_owned(),
            Self::Removed => format!("−{words}−"),
            Self::Added => format!("+{words}+"),
        }
    }
}

/// The words of both texts in reading order; where they differ, what was removed stands before what came instead.
///
/// Words that differ in typography alone are kept, as the new text has them. All white space between words is one space.
#[must_use]
pub fn difference(old: &str, new: &str) -> Vec<(Became, String)> {
    let (left, right) = (pieces(old), pieces(new));
    if left.len().saturating_mul(right.len()) > MOST_PAIRS {
        return vec![(Became::Removed, old.to_owned()), (Became::Added, new.to_owned())];
    }
    let mut numbers: HashMap<String, u64> = HashMap::new();
    let mut keys = |text: &str, pieces: &[Range<usize>]| -> Vec<u64> {
        let folded = pieces.iter().map(|piece| Folded::new(&text[piece.clone()], Folding::Typography).as_str().to_owned());
        let mut key = |word: String| {
            let next = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
            *numbers.entry(word).or_insert(next)
        };
        folded.map(&mut key).collect()
    };
    let (left_keys, right_keys) = (keys(old, &left), keys(new, &right));
    let mut changes = Changes::default();
    for step in whole(&left_keys, &right_keys) {
        match (step.left, step.right) {
            (_, Some(word)) if step.left.is_some() => changes.keep(new, &right[word]),
            (Some(word), _) => changes.removed.add(old, &left[word]),
            (None, Some(word)) => changes.added.add(new, &right[word]),
            (None, None) => {}
        }
    }
    changes.finish()
}

/// Words between white space, with their punctuation. In scripts without spaces every letter is a piece.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let alone = !c.is_ascii() && c.width() == Some(2);
        if c.is_whitespace() {
            open = false;
        } else if let (true, false, Some(last)) = (open, alone, pieces.last_mut()) {
            last.end = end;
        } else {
            pieces.push(at..end);
            open = !alone || c.width() == Some(0);
        }
    }
    pieces
}

/// Neighbouring words of one text.
#[derive(Default)]
struct Stretch {
    text: String,
    end: usize,
}

impl Stretch {
    fn add(&mut self, text: &str, piece: &Range<usize>) {
        if !self.text.is_empty() && text[self.end..piece.start].contains(char::is_whitespace) {
            self.text.push(' ');
        }
        self.text.push_str(&text[piece.clone()]);
        self.end = piece.end;
    }

    fn take(&mut self, became: Became, done: &mut Vec<(Became, String)>) {
        if !self.text.is_empty() {
            done.push((became, std::mem::take(&mut self.text)));
        }
    }
}

#[derive(Default)]
struct Changes {
    kept: Stretch,
    removed: Stretch,
    added: Stretch,
    done: Vec<(Became, String)>,
}

impl Changes {
    fn keep(&mut self, text: &str, piece: &Range<usize>) {
        if !self.removed.text.is_empty() || !self.added.text.is_empty() {
            self.flush();
        }
        self.kept.add(text, piece);
    }

    fn flush(&mut self) {
        self.kept.take(Became::Kept, &mut self.done);
        self.removed.take(Became::Removed, &mut self.done);
        self.added.take(Became::Added, &mut self.done);
    }

    fn finish(mut self) -> Vec<(Became, String)> {
        self.flush();
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        let words = difference(old, new).into_iter().map(|(became, words)| became.signed(&words));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_and_what_is_stand_side_by_side() {
        for (old, new, expected) in [
            ("stop work on Fridays", "stop work on Mondays", "stop work on −Fridays− +Mondays+"),
            ("ships wait", "ships will wait", "ships +will+ wait"),
            ("ships will wait", "ships wait", "ships −will− wait"),
            ("Iran’s aim", "Iran's aim", "Iran's aim"),
            ("The aim, so", "the aim; so", "−The aim,− +the aim;+ so"),
            ("日本語", "日木語", "日 −本− +木+ 語"),
            ("", "new", "+new+"),
            ("one two", "three", "−one two− +three+"),
        ] {
            assert_eq!(shown(old, new), expected);
        }
    }

    proptest! {
        #[test]
        fn no_word_of_either_text_is_lost(old in "[ab日 ]{0,20}", new in "[ab日 ]{0,20}") {
            let all = difference(&old, &new);
            let dense = |without: Became| -> String {
                let words = all.iter().filter(|(became, _)| *became != without).map(|(_, words)| words.as_str());
                words.collect::<String>().split_whitespace().collect()
            };
            prop_assert_eq!(dense(Became::Removed), new.split_whitespace().collect::<String>());
            prop_assert_eq!(dense(Became::Added), old.split_whitespace().collect::<String>());
        }
    }
}
