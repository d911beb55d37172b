//! Verbs that name one deed, for those who do it and those to whom it is done.

use super::lexicon::lemma;

const ALIKE: &[&[u16]] = &[
    &[lemma("oust"), lemma("expel"), lemma("evict"), lemma("drive"), lemma("depose"), lemma("topple"), lemma("overthrow")],
    &[lemma("buy"), lemma("acquire"), lemma("purchase")],
    &[lemma("attack"), lemma("strike"), lemma("hit"), lemma("raid"), lemma("bomb"), lemma("shell"), lemma("bombard"), lemma("assault")],
    &[lemma("kill"), lemma("murder"), lemma("assassinate")],
    &[lemma("arrest"), lemma("detain"), lemma("jail")],
    &[lemma("indemnify"), lemma("reimburse"), lemma("compensate"), lemma("pay"), lemma("repay")],
    &[lemma("help"), lemma("aid"), lemma("assist"), lemma("support"), lemma("back")],
    &[lemma("condemn"), lemma("criticise"), lemma("criticize"), lemma("denounce"), lemma("rebuke"), lemma("fault"), lemma("censure")],
    &[lemma("accuse"), lemma("blame")],
    &[lemma("reject"), lemma("decline"), lemma("refuse"), lemma("rebuff"), lemma("spurn"), lemma("dismiss")],
    &[lemma("accept"), lemma("embrace"), lemma("welcome")],
    &[lemma("expel"), lemma("oust"), lemma("reject")],
    &[lemma("replace"), lemma("succeed"), lemma("supplant"), lemma("supersede"), lemma("displace")],
    &[lemma("beat"), lemma("defeat"), lemma("overcome")],
    &[lemma("sue"), lemma("prosecute")],
    &[lemma("hire"), lemma("recruit"), lemma("employ")],
    &[lemma("escort"), lemma("accompany")],
    &[lemma("fund"), lemma("finance"), lemma("subsidise"), lemma("subsidize")],
    &[lemma("persuade"), lemma("convince")],
    &[lemma("inform"), lemma("tell"), lemma("notify"), lemma("brief"), lemma("warn"), lemma("alert"), lemma("caution")],
    &[lemma("ask"), lemma("urge"), lemma("request")],
    &[lemma("protect"), lemma("defend"), lemma("guard"), lemma("shield")],
    &[lemma("capture"), lemma("seize")],
    &[lemma("obtain"), lemma("secure"), lemma("win"), lemma("gain"), lemma("get"), lemma("achieve")],
    &[lemma("record"), lemma("register"), lemma("log"), lemma("enter")],
    &[lemma("quarantine"), lemma("isolate")],
    &[lemma("pursue"), lemma("chase")],
    &[lemma("transfer"), lemma("deliver"), lemma("give"), lemma("send"), lemma("ship"), lemma("supply"), lemma("extradite")],
];

/// Two verbs, by their lemmas, name one deed.
#[must_use]
pub fn name_one_deed(one: u16, other: u16) -> bool {
    one == other && one != 0 || ALIKE.iter().any(|verbs| verbs.contains(&one) && verbs.contains(&other))
}
