use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// The 0-based indices of the texts that hold the letters of `wanted` in order, best first. An empty `wanted` finds them
/// all. Words parted by spaces may stand in any order.
pub fn ranked<'a>(wanted: &str, texts: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    ranked_by(AtomKind::Fuzzy, wanted, texts)
}

/// The same of texts that hold the words of `wanted` letter by letter. In a sentence the letters of any word stand somewhere.
pub fn holding<'a>(wanted: &str, texts: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    ranked_by(AtomKind::Substring, wanted, texts)
}

fn ranked_by<'a>(kind: AtomKind, wanted: &str, texts: impl IntoIterator<Item = &'a str>) -> Vec<usize> {
    // Not `Pattern::parse`: there `!`, `^` and `$` are an operator, and here they are letters.
    let pattern = Pattern::new(wanted, CaseMatching::Ignore, Normalization::Smart, kind);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let scored = texts.into_iter().enumerate().filter_map(|(at, text)| {
        letters.clear();
        Some((pattern.score(Utf32Str::new(text, &mut letters), &mut matcher)?, at))
    });
    let mut scored: Vec<(u32, usize)> = scored.collect();
    scored.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    scored.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_stands_first() {
        let names = ["previous-hit previous hit", "next-hit next hit", "help the keys"];
        assert_eq!(ranked("nhit", names), [1]);
        assert_eq!(ranked("hit", names).len(), 2);
        assert_eq!(ranked("hit next", names), [1]);
        assert_eq!(ranked("", names), [0, 1, 2]);
        for nothing in ["zzz", "!help", "help$"] {
            assert_eq!(ranked(nothing, names), [0; 0], "{nothing}");
        }
        assert_eq!(holding("next th", ["next hit: the way on", "hits: next"]), [0]);
    }
}
