//! Deeds that are told in several ways: "sued the bank", "filed a complaint against the bank", "took the bank to court".

/// One deed. Verbs stand in all their forms.
pub struct Deed {
    /// Who does it is the subject; whom it is done to stands right behind.
    pub does: &'static str,
    /// Verbs and nouns of who does it, and the word before whom it is done to: "complaint", "against".
    pub upon: &'static [(&'static str, &'static str)],
    /// Verbs and nouns of whom it is done to, and the word before who does it: "lose", "to".
    pub under: &'static [(&'static str, &'static str)],
    /// What one is who does it: "owner", of or to the other.
    pub doer: &'static str,
    /// What one is to whom it is done: "guest".
    pub sufferer: &'static str,
}

#[rustfmt::skip]
pub const DEEDS: &[Deed] = &[
    // The first is who beats whom: see [`super::roles`].
    Deed { does: "beat defeat overcome thrash overpower rout vanquish trounce crush",
        upon: &[("win prevail triumph victory victories", "over against"), ("better", "of")],
        under: &[("defeat loss", "to by at"), ("surrender capitulate succumb submit yield", "to"), ("bow", "to")],
        doer: "victor conqueror vanquisher", sufferer: "" },
    Deed { does: "sue prosecute",
        upon: &[("complaint complaints lawsuit lawsuits suit suits case cases action proceedings charges writ petition litigation claim claims", "against"),
            ("complain", "about of against"), ("litigate", "against")],
        under: &[("defend", "against")], doer: "plaintiff", sufferer: "" },
    Deed { does: "attack strike hit raid bomb shell bombard assault ambush storm",
        upon: &[("attack attacks raid raids strike strikes assault assaults ambush ambushes offensive onslaught fire swoop incursion", "on upon against at"),
            ("fire shoot", "on upon at"), ("advance march move", "on upon against")],
        under: &[], doer: "attacker attackers assailant assailants", sufferer: "" },
    Deed { does: "condemn criticise criticize denounce rebuke fault censure reprimand scold lambast castigate assail decry slam reproach upbraid chide berate",
        upon: &[("criticism condemnation denunciation rebuke reprimand censure tirade", "of against"), ("lash hit", "at"), ("reprimand rebuke", "to")],
        under: &[], doer: "critic critics", sufferer: "" },
    Deed { does: "accuse blame",
        upon: &[("allege complain claim charge", "that"), ("accusation accusations allegation allegations charge", "against"), ("point", "at")],
        under: &[], doer: "accuser accusers", sufferer: "" },
    Deed { does: "replace succeed supplant supersede displace",
        upon: &[("seize", "from"), ("replacement successor", "for to")], under: &[("transfer yield cede", "to")],
        doer: "successor successors replacement replacements heir", sufferer: "predecessor predecessors" },
    Deed { does: "own possess control",
        upon: &[("stake stakes holding shareholding share shares interest", "in")], under: &[("belong", "to")],
        doer: "owner owners parent shareholder shareholders proprietor proprietors", sufferer: "subsidiary subsidiaries" },
    Deed { does: "", upon: &[("depend rely lean count dependence reliance", "on upon"), ("dependent reliant", "on upon")], under: &[], doer: "", sufferer: "" },
    Deed { does: "owe", upon: &[("debt debts arrears", "to")], under: &[], doer: "debtor debtors", sufferer: "creditor creditors lender lenders" },
    Deed { does: "",
        upon: &[("supply deliver export sell provide sale sales delivery deliveries supplies exports shipment shipments ship gift gifts handover extradition acquisition takeover", "to")],
        under: &[("get receive obtain import buy procure purchase purchases imports draw source receipts", "from")],
        doer: "supplier suppliers provider purveyor", sufferer: "customer customers buyer buyers purchaser client clients" },
    Deed { does: "lend", upon: &[("lend loan loans", "to")], under: &[("borrow", "from"), ("debt", "to")], doer: "", sufferer: "borrower borrowers" },
    Deed { does: "host entertain", upon: &[("host hosts hospitality", "to")], under: &[("visit call", "on")], doer: "host hosts", sufferer: "guest guests visitor visitors" },
    Deed { does: "visit", upon: &[("visit trip", "to")], under: &[], doer: "", sufferer: "" },
    Deed { does: "ram", upon: &[("crash plough plow smash slam bump run collide", "into")], under: &[], doer: "", sufferer: "" },
    Deed { does: "recognise recognize", upon: &[("recognition", "of to")], under: &[], doer: "", sufferer: "" },
    Deed { does: "support back endorse champion",
        upon: &[("support backing endorsement", "for of to behind")], under: &[], doer: "backer backers supporter supporters patron", sufferer: "protege" },
    Deed { does: "threaten menace intimidate", upon: &[("threat threats", "against to")], under: &[], doer: "", sufferer: "" },
    Deed { does: "press pressure lobby", upon: &[("pressure", "on upon")], under: &[], doer: "", sufferer: "" },
    Deed { does: "employ hire recruit", upon: &[], under: &[("work", "for")], doer: "employer employers", sufferer: "employee employees" },
    Deed { does: "train teach instruct tutor", upon: &[], under: &[("learn", "from"), ("study", "under")], doer: "trainer trainers teacher instructor instructors tutor mentor", sufferer: "pupil trainee trainees student students" },
    Deed { does: "protect defend guard shield", upon: &[("protection", "of to for")], under: &[], doer: "protector guardian", sufferer: "" },
    Deed { does: "poach", upon: &[("entice lure poach woo tempt coax attract", "from leave")], under: &[("lose", "to")], doer: "", sufferer: "" },
    Deed { does: "inform tell notify brief warn alert caution", upon: &[("tip warning tip-off word alert report", "to")], under: &[("hear learn", "from")], doer: "informant informants informer", sufferer: "" },
    Deed { does: "sanction", upon: &[("sanctions embargo boycott", "on against upon")], under: &[], doer: "", sufferer: "" },
    Deed { does: "apologise apologize", upon: &[("apologise apologize apology apologies", "to")], under: &[], doer: "", sufferer: "" },
    Deed { does: "ask urge request implore beg", upon: &[("appeal call plea request", "to on upon")], under: &[], doer: "", sufferer: "" },
    Deed { does: "praise commend applaud laud hail extol", upon: &[("praise tribute plaudits", "for to on of")], under: &[], doer: "admirer admirers", sufferer: "" },
    Deed { does: "oversee supervise manage", upon: &[("oversight supervision", "of over")], under: &[("report answer", "to")], doer: "superior boss overseer supervisor", sufferer: "subordinate subordinates underling deputy deputies" },
    Deed { does: "represent", upon: &[], under: &[], doer: "lawyer lawyers attorney counsel solicitor advocate", sufferer: "" },
    Deed { does: "pursue chase hunt", upon: &[("pursuit", "of")], under: &[("flee escape", "from")], doer: "pursuer pursuers", sufferer: "quarry" },
    Deed { does: "trust", upon: &[("trust confidence faith", "in")], under: &[], doer: "", sufferer: "" },
    Deed { does: "thank", upon: &[("thanks gratitude grateful thankful", "to")], under: &[], doer: "", sufferer: "" },
    Deed { does: "betray", upon: &[("inform", "on against"), ("betrayal", "of")], under: &[], doer: "traitor", sufferer: "" },
    Deed { does: "kill murder assassinate slay", upon: &[("murder killing assassination", "of")], under: &[("die", "by at")], doer: "killer killers murderer assassin", sufferer: "victim victims" },
    Deed { does: "arrest detain apprehend", upon: &[("arrest detention", "of")], under: &[], doer: "captor captors jailer", sufferer: "prisoner prisoners captive captives" },
    Deed { does: "lease rent let", upon: &[("let lease rent", "to")], under: &[("rent hire lease charter", "from")], doer: "landlord lessor", sufferer: "tenant tenants lessee" },
    Deed { does: "advise", upon: &[("advice", "to")], under: &[], doer: "adviser advisers advisor advisors consultant", sufferer: "" },
    Deed { does: "inherit", upon: &[("inherit inheritance", "from")], under: &[("bequeath legacy", "to")], doer: "heir heirs", sufferer: "" },
    Deed { does: "imitate copy mimic", upon: &[], under: &[("inspire", "to")], doer: "imitator", sufferer: "" },
    Deed { does: "precede", upon: &[], under: &[("follow", "on")], doer: "forerunner precursor", sufferer: "" },
];

/// Verbs by which somebody does what the noun behind them says: not by these, which say that it is done to him.
pub const UNDERGOES: &str =
    "receive face suffer draw get incur attract sustain earn undergo endure meet have provoke invite bring win take";

/// Before what a case is brought.
pub const FORUMS: &str =
    "court courts tribunal tribunals wto organization organisation arbitration arbitrator arbitrators judge judges ombudsman regulator";
