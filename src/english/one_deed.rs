//! Verbs that name one deed, for those who do it and those to whom it is done.

/// The numbers of verbs.
macro_rules! verbs {
    ($($verb:ident)+) => {
        &[$($crate::english::lexicon::lemma(stringify!($verb))),+]
    };
}
pub(super) use verbs;

#[rustfmt::skip]
const ALIKE: &[&[u16]] = &[
    verbs!(oust expel evict drive depose topple overthrow),
    verbs!(buy acquire purchase),
    verbs!(attack strike hit raid bomb shell bombard assault),
    verbs!(kill murder assassinate),
    verbs!(arrest detain jail),
    verbs!(indemnify reimburse compensate pay repay),
    verbs!(help aid assist support back),
    verbs!(condemn criticise criticize denounce rebuke fault censure),
    verbs!(accuse blame),
    verbs!(reject decline refuse rebuff spurn dismiss),
    verbs!(accept embrace welcome),
    verbs!(expel oust reject),
    verbs!(replace succeed supplant supersede displace),
    verbs!(beat defeat overcome thrash),
    verbs!(sue prosecute),
    verbs!(hire recruit employ),
    verbs!(escort accompany),
    verbs!(fund finance subsidise subsidize),
    verbs!(persuade convince),
    verbs!(inform tell notify brief warn alert caution),
    verbs!(ask urge request),
    verbs!(protect defend guard shield),
    verbs!(capture seize),
    verbs!(obtain secure win gain get achieve),
    verbs!(record register log enter),
    verbs!(quarantine isolate),
    verbs!(pursue chase),
    verbs!(transfer deliver give send ship supply extradite),
    verbs!(unload discharge offload),
    verbs!(cross traverse),
    verbs!(pay distribute disburse remit),
    verbs!(enter penetrate),
    verbs!(sail depart leave),
    verbs!(burn torch incinerate),
    verbs!(wipe erase delete),
    verbs!(reach arrive),
    verbs!(publish release issue disclose),
    verbs!(sell auction),
    verbs!(build construct erect),
    verbs!(destroy demolish raze obliterate wreck),
    verbs!(attend join),
    verbs!(recover retrieve salvage regain),
    verbs!(free release liberate),
    verbs!(repair mend fix),
    verbs!(evacuate vacate clear),
    verbs!(escape flee),
    verbs!(appoint name nominate),
    verbs!(approve adopt pass endorse ratify),
    verbs!(steal loot plunder),
    verbs!(produce make manufacture),
];

/// Two verbs, by their lemmas, name one deed.
#[must_use]
pub fn name_one_deed(one: u16, other: u16) -> bool {
    one == other && one != 0 || ALIKE.iter().any(|verbs| verbs.contains(&one) && verbs.contains(&other))
}
