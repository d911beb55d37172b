//! More and less of one thing: "less frequent" of which a claim says that it is more frequent, "badly damaged" of what was hardly harmed.

use crate::english::Statement;
use crate::english::class::Class;
use crate::english::one_deed::name_one_deed;
use crate::english::word::{Gap, Word, is};

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

/// "Badly damaged" of what was barely harmed.
pub(super) fn turns_extent(quote: &Statement, claim: &Statement) -> Option<(usize, usize)> {
    let (theirs, ours) = (extents(quote), extents(claim));
    // "Ruined the wheat and spared the vines": which of them, the words alone do not tell.
    let mixed = |all: &[(usize, bool)]| all.iter().any(|(_, great)| *great) && all.iter().any(|(_, great)| !great);
    let spares = |text: &Statement| text.words.iter().any(|word| is!(word, "spare", "escape"));
    let both = |text: &Statement| {
        let told: Vec<bool> = text.words.iter().filter_map(how_much).collect();
        told.contains(&true) && told.contains(&false)
    };
    if both(quote) || both(claim) || mixed(&theirs) || mixed(&ours) || spares(quote) != spares(claim) {
        return None;
    }
    ours.iter().find_map(|(place, great)| {
        let same = |at: usize| {
            quote.stems[at] == claim.stems[*place] && quote.stems[at] != 0
                || name_one_deed(harm(&quote.words[at]), harm(&claim.words[*place]))
        };
        let of_it = || theirs.iter().filter(|(at, _)| same(*at));
        let shared = claim.stems.iter().filter(|stem| **stem != 0 && quote.stems.contains(stem)).count();
        let (at, _) = of_it().find(|(_, other)| other != great)?;
        (shared > 1 && of_it().all(|(_, other)| other != great)).then_some((*at, *place))
    })
}

/// Where a text says that something is done much or hardly at all.
fn extents(text: &Statement) -> Vec<(usize, bool)> {
    let extent = |at: usize| {
        let word = &text.words[at];
        if text.stems[at] == 0 || (at.saturating_sub(3)..at).any(|at| is!(text.words[at], "not", "never", "no", "neither")) {
            return None;
        }
        if is!(word, "intact", "unscathed", "unharmed", "undamaged", "unhurt", "untouched", "undiminished", "unaffected") {
            return Some((at, false));
        }
        if is!(word, "wreck", "ruin", "destroy", "devastate", "shatter") && word.is(Class::PAST) {
            return Some((at, true));
        }
        if !word.is(Class::VERB.or(Class::PAST)) {
            return None;
        }
        let before = at.checked_sub(1).filter(|_| word.gap == Gap::Space).map(|before| &text.words[before]);
        let behind = (at + 1..text.words.len()).take(5).take_while(|at| text.words[*at].gap == Gap::Space);
        let near = before.into_iter().chain(behind.map(|at| &text.words[at]).filter(|word| word.is(Class::ADVERB)));
        if let Some(great) = near.into_iter().find_map(how_much) {
            return Some((at, great));
        }
        // "Did little to dent".
        let little = at.checked_sub(3).filter(|_| is!(text.words[at - 1], "to") && is!(text.words[at - 3], "do"))?;
        is!(text.words[little + 1], "little", "nothing", "much").then_some((at, is!(text.words[little + 1], "much")))
    };
    (0..text.words.len()).filter_map(extent).collect()
}

fn how_much(word: &Word) -> Option<bool> {
    if is!(
        word,
        "badly",
        "heavily",
        "severely",
        "seriously",
        "considerably",
        "greatly",
        "markedly",
        "sharply",
        "substantially",
        "significantly",
        "strongly",
        "deeply",
        "gravely",
        "drastically",
        "massively",
        "hugely",
        "extensively",
        "profoundly"
    ) {
        return Some(true);
    }
    is!(word, "barely", "hardly", "scarcely", "slightly", "lightly", "marginally", "minimally", "negligibly", "superficially")
        .then_some(false)
}

/// The lemma of what is done; of what is left whole, that of harm.
fn harm(word: &Word) -> u16 {
    let harmed = is!(
        word,
        "intact",
        "unscathed",
        "unharmed",
        "undamaged",
        "unhurt",
        "untouched",
        "undiminished",
        "unaffected",
        "wreck",
        "ruin",
        "destroy",
        "devastate",
        "shatter"
    );
    if harmed { crate::english::lexicon::lemma("damage") } else { word.entry.lemma }
}
