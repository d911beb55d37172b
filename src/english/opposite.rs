//! Words that say the opposite of each other: "rejected" and "accepted", "lawful" and "unlawful".

use super::lexicon::look_up;
use super::statement::{Sense, Statement};
use super::stem::stem;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Each word on the one side is an opposite of each on the other. Converses ("sold", "bought") and what both sides of one event do
/// ("won", "lost") are none.
#[rustfmt::skip]
const PAIRS: &[(&str, &str)] = &[
    ("accept accepts accepted accepting adopt adopted approve approved approval pass passed ratify ratified endorse endorsed backed", "reject rejects rejected rejecting rejection"),
    ("rise rises rose risen rising increase increased grow grows grew grown growth climb climbed soar soared jumped surged", "fall falls fell fallen falling decrease decreased decline declined shrink shrank shrunk drop dropped plunged sank dwindled contracted"),
    ("convict convicted conviction", "acquit acquitted acquittal"),
    ("guilty", "innocent innocence"),
    ("support supports supported supporting back backs backed favour favours favoured favor favored", "oppose opposes opposed opposing opposition"),
    ("open opens opened reopen reopened opening", "close closes closed closing closure shut shuts"),
    ("stay stays stayed remain remained", "leave leaves left leaving depart departed departs quit withdrew withdrawn return returns returned"),
    ("arrive arrived arrives enter enters entered entering", "depart departed left leave leaves leaving"),
    ("begin begins began begun start starts started resume resumed", "end ends ended stop stops stopped halt halted suspended cease ceased"),
    ("allow allows allowed permit permits permitted let authorise authorised authorize authorized legalised legalized", "ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited bar barred barring outlawed"),
    ("agree agrees agreed agreeing consent consented", "refuse refuses refused refusal decline declined"),
    ("admit admits admitted acknowledge acknowledged confirm confirms confirmed", "deny denies denied denying denial"),
    ("raise raises raised raising", "cut cuts lower lowers lowered reduce reduces reduced"),
    ("impose imposes imposed imposing", "lift lifts lifted lifting"),
    ("strengthen strengthens strengthened strengthening", "weaken weakens weakened weakening"),
    ("advance advances advanced advancing", "retreat retreats retreated retreating"),
    ("widen widened widens", "narrow narrowed narrows"),
    ("improve improves improved improving", "worsen worsens worsened worsening deteriorate deteriorated"),
    ("succeed succeeds succeeded success successful", "fail fails failed failure"),
    ("survive survives survived", "die dies died perished"),
    ("include includes included including", "exclude excludes excluded excluding"),
    ("appoint appointed hire hired", "dismiss dismissed fire fired sack sacked"),
    ("release releases released freed", "detain detains detained jail jailed arrest arrested imprison imprisoned"),
    ("keep keeps kept retain retains retained", "lose loses lost abandon abandoned drop dropped scrapped"),
    ("attend attended attends", "boycott boycotted skip skipped miss missed"),
    ("extend extends extended", "shorten shortened curtail curtailed"),
    ("expand expands expanded", "shrink shrank shrunk"),
    ("honour honoured honor honored observe observed comply complied obey obeyed", "violate violates violated breach breached flout flouted broke broken"),
    ("upheld uphold", "overturn overturned quash quashed annul annulled"),
    ("public publicly", "secret secretly"),
    ("profit profits profitable", "loss losses unprofitable"),
    ("surplus", "deficit shortage"),
    ("strong stronger", "weak weaker"),
    ("safe", "unsafe dangerous"),
    ("surrender surrendered surrenders", "hold holds held defend defended keep kept"),
    ("alive", "dead killed"),
    ("full", "empty"),
    ("present", "absent"),
    ("higher", "lower"),
    ("bigger larger", "smaller"),
    ("faster", "slower"),
    ("voluntarily willingly", "unwillingly reluctantly"),
    ("hurt injured harmed wounded", "unhurt uninjured unharmed unscathed"),
    ("lawful legal", "unlawful illegal"),
    ("valid", "invalid void"),
    ("complete", "incomplete"),
    ("sufficient enough adequate", "insufficient inadequate"),
    ("able", "unable incapable"),
    ("willing", "unwilling"),
    ("aware", "unaware"),
    ("stable", "unstable"),
    ("ready prepared", "unready unprepared"),
    ("popular", "unpopular"),
    ("constitutional", "unconstitutional"),
    ("armed", "unarmed"),
    ("manned", "unmanned"),
    ("signed", "unsigned"),
    ("changed", "unchanged"),
    ("damaged", "undamaged intact"),
    ("paid", "unpaid"),
    ("known", "unknown"),
    ("reliable", "unreliable"),
    ("effective", "ineffective"),
    ("active", "inactive idle"),
    ("accurate correct", "inaccurate incorrect wrong"),
    ("capable", "incapable"),
    ("secure", "insecure"),
    ("satisfied", "dissatisfied unsatisfied"),
    ("honest", "dishonest"),
    ("loyal", "disloyal"),
    ("similar", "dissimilar"),
    ("legitimate", "illegitimate"),
    ("regular", "irregular"),
    ("mature", "immature"),
    ("insured", "uninsured"),
    ("protected", "unprotected"),
    ("finished", "unfinished"),
    ("opposed contested", "unopposed uncontested"),
    ("verified", "unverified"),
    ("answered", "unanswered"),
];

/// By what a word means, the meanings of its opposites. Whole words: their first letters do not tell "unharmed" from "unhurt".
static OPPOSITES: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<&str>> = HashMap::new();
    for (one, other) in PAIRS {
        for (from, to) in [(one, other), (other, one)] {
            for word in from.split(' ') {
                table.entry(word).or_default().extend(to.split(' '));
            }
        }
    }
    table
});

/// The places of two words, one of each text, that say the opposite of each other, where neither text has the word of the other.
#[must_use]
pub fn opposed(one: (&Statement, &str), other: (&Statement, &str)) -> Option<(usize, usize)> {
    let words = |(statement, text): (&Statement, &str)| -> Vec<String> {
        statement.words.iter().map(|word| text[word.range.clone()].to_ascii_lowercase()).collect()
    };
    let ours = words(one);
    let candidates: Vec<(usize, &Vec<&str>)> =
        ours.iter().enumerate().filter_map(|(at, word)| Some((at, OPPOSITES.get(word.as_str())?))).collect();
    if candidates.is_empty() {
        return None;
    }
    let theirs = words(other);
    let number = |word: &str| stem(word, look_up(word).class);
    candidates.into_iter().find_map(|(at, opposites)| {
        let own = one.0.stems[at];
        let place = theirs.iter().position(|word| opposites.contains(&word.as_str()))?;
        let apart = !other.0.stems.contains(&own) && !one.0.stems.contains(&number(&theirs[place])) || own == 0;
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
