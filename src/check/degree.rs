//! More and less of one thing: "less frequent" of which a claim says that it is more frequent.

use crate::english::Statement;
use crate::english::class::Class;
use crate::english::word::{Gap, is};

/// The word of a quote that says how much, and that of a claim which says the opposite of the same thing.
pub(super) fn turns_degree(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    // What is compared is told by the comparison.
    if [quote, claim].iter().any(|text| text.words.iter().any(|word| is!(word, "than"))) {
        return None;
    }
    let (theirs, ours) = (degrees(quote), degrees(claim));
    ours.iter().find_map(|(place, more, of)| {
        let same = || theirs.iter().filter(|(.., stem)| stem == of);
        let (at, ..) = same().find(|(_, other, _)| other != more)?;
        same().all(|(_, other, _)| other != more).then_some((*at, *place))
    })
}

/// Where a text says "more" or "less" of something that it does not deny: whether it is more, and of what.
fn degrees(text: &Statement) -> Vec<(usize, bool, u64)> {
    let of = |at: usize| {
        let more = is!(text.words[at], "more");
        let counts = more || is!(text.words[at], "less", "fewer");
        // "More than forty", "no more": a limit, and an end.
        let next = text.words.get(at + 1).filter(|next| next.gap == Gap::Space && !next.is(Class::NUMBER.or(Class::PREPOSITION)))?;
        let bounded = is!(next, "than") || text.is_denied(at);
        (counts && !bounded && text.stems[at + 1] != 0).then(|| (at, more, text.stems[at + 1]))
    };
    (0..text.words.len()).filter_map(of).collect()
}
