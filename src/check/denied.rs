//! What is denied with an end or an exception, and by whom: "not until May", "all but two", "denied that it had paid".

use super::reading::{Quote, Reading};
use crate::english::class::Class;
use crate::english::word::{Gap, is};
use crate::english::{Mark, Sense, Statement};

/// "Denied that it had paid", "rejected the charge that it had": that it had not, we have from them.
pub(super) fn denies_it(quote: &Statement, mark: &Mark) -> bool {
    let (first, next) = (&quote.words[mark.words.start], quote.words.get(mark.words.end));
    let clause = next.is_some_and(|next| is!(next, "that") || next.is(Class::GERUND.or(Class::HAVE)) && next.gap == Gap::Space);
    mark.sense == Sense::Denial && (is!(first, "deny") && clause || is!(first, "reject", "dismiss", "rebut", "refute"))
}

/// The claim says itself that it is not so.
pub(super) fn says_not(reading: &Reading) -> bool {
    let own =
        |mark: &Mark| mark.sense == Sense::Denial && is!(reading.text.words[mark.words.start], "not", "no", "never", "nothing", "nobody");
    reading.text.marks.iter().any(own)
}

/// "Did not fall silent until Christmas": silent at Christmas, and not before.
pub(super) fn until_then(quote: &Statement, mark: &Mark, claim: &Statement) -> bool {
    let Some(until) = until(quote, mark) else { return false };
    let own = claim.words.iter().any(|word| is!(word, "until", "till", "before"));
    let named = quote.stems.iter().zip(&quote.words).skip(until + 1).take(4).filter(|(stem, word)| **stem != 0 && word.gap == Gap::Space);
    !own && named.into_iter().any(|(stem, _)| claim.stems.contains(stem))
}

/// Where "until" stands behind a denial, in the clause that it denies.
fn until(quote: &Statement, mark: &Mark) -> Option<usize> {
    let rest = mark.words.end..quote.sentence_at(mark.words.start).end;
    rest.take(12)
        .take_while(|at| quote.words[*at].gap == Gap::Space)
        .take_while(|at| !is!(quote.words[*at], "that", "whether", "if"))
        .find(|at| is!(quote.words[*at], "until", "till"))
}

/// "Did not fall silent" of "did not fall silent until Christmas": of what came late, that it never came.
pub(super) fn never_came(reading: &Reading) -> Option<(&Quote, &Mark)> {
    let own = &reading.text;
    let says_when = own.words.iter().any(|word| is!(word, "until", "till", "before", "yet", "first", "earlier", "for", "late"));
    let plain = |mark: &&Mark| mark.sense == Sense::Denial && is!(own.words[mark.words.start], "not", "never");
    let same = |(quote, mark): &(&Quote, &Mark)| {
        let text = &quote.statement;
        let verb = (mark.words.end..text.words.len()).take(3).find(|at| text.words[*at].is(Class::VERB) && text.stems[*at] != 0);
        mark.sense == Sense::Denial
            && is!(text.words[mark.words.start], "not")
            && until(text, mark).is_some()
            && verb.is_some_and(|verb| own.stems.contains(&text.stems[verb]))
    };
    (!says_when && own.marks.iter().any(|mark| plain(&mark))).then(|| reading.marks().find(same)).flatten()
}

/// "All but two signed": two did not.
pub(super) fn excepts(text: &Statement) -> bool {
    text.words.windows(2).any(|pair| is!(pair[0], "all") && is!(pair[1], "but", "except"))
}
