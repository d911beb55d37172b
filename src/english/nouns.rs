//! Nouns of verbs whose first letters do not tell that they belong together: "loss" and "lose", "failure" and "fail".

/// A verb and its nouns: they are counted as one word where it is asked what a text speaks of.
#[rustfmt::skip]
pub const NOUNS: &[(&str, &str)] = &[
    ("admit", "admission admissions"), ("advise", "advice"), ("agree", "agreement agreements"),
    ("apply", "application applications applicant applicants"), ("argue", "argument arguments"), ("bury", "burial burials"),
    ("buy", "buyer buyers"), ("cede", "cession"), ("choose", "choice choices"), ("close", "closure closures"),
    ("decide", "decision decisions"), ("defy", "defiance"), ("deny", "denial denials"), ("detain", "detention detentions"),
    ("die", "death deaths"), ("divide", "division divisions"), ("erode", "erosion"), ("evade", "evasion"),
    ("expel", "expulsion expulsions"), ("fail", "failure failures"), ("flee", "flight"), ("form", "formation"),
    ("give", "gift gifts"), ("grow", "growth"), ("invade", "invasion invasions"), ("issue", "issuance"),
    ("judge", "judgement judgements judgment judgments"), ("know", "knowledge"), ("lend", "loan loans lender lenders"),
    ("lose", "loss losses"), ("move", "movement movements"), ("obey", "obedience"), ("pay", "payment payments payout payouts"),
    ("prove", "proof proofs"), ("rely", "reliance"), ("retain", "retention"), ("rule", "ruling rulings"),
    ("seize", "seizure seizures"), ("sell", "sale sales seller sellers"), ("ship", "shipment shipments"),
    ("sign", "signature signatures signatory signatories"), ("solve", "solution solutions"), ("speak", "speech speeches"),
    ("sue", "lawsuit lawsuits"), ("tax", "taxation"), ("think", "thought"), ("trade", "trader traders"),
    ("treat", "treatment treatments"), ("try", "trial trials"), ("use", "usage user users"), ("vote", "voter voters"),
    ("waive", "waiver waivers"), ("win", "winner winners"), ("withdraw", "withdrawal withdrawals"),
];
