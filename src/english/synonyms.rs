//! Verbs that name one deed, for those who do it and those to whom it is done. Phrasal verbs stand here as the verb that they mean.

/// A verb may stand in several sets, in each by another of its senses.
#[rustfmt::skip]
pub const ALIKE: &[&str] = &[
    // Who has power, and who loses it.
    "oust expel evict drive depose topple overthrow unseat dethrone", "expel deport eject banish evict oust reject", "dismiss fire sack axe remove discharge",
    "appoint name nominate install designate", "elect choose select pick", "replace succeed supplant supersede displace", "resign quit", "promote elevate",
    "demote downgrade relegate", "rule govern", "hire recruit employ engage enlist", "govern administer manage run oversee supervise",
    // Blows.
    "attack strike hit raid bomb shell bombard assault storm ambush target", "kill murder assassinate slay", "massacre slaughter", "wound injure hurt maim",
    "shoot fire", "capture seize take overrun conquer occupy", "recapture retake regain reclaim reconquer recover", "beat defeat overcome thrash overpower rout vanquish trounce crush",
    "repel rebuff resist repulse", "invade enter", "besiege surround encircle", "protect defend guard shield safeguard", "destroy demolish raze obliterate wreck flatten ruin",
    "damage harm hurt dent impair hit scar scratch mar batter", "sink scuttle torpedo", "ram hit strike", "burn torch incinerate", "explode detonate erupt", "hijack commandeer", "sabotage disable",
    "surrender yield capitulate submit", "surrender transfer deliver relinquish cede yield", "withdraw retreat leave pull", "deploy send station dispatch", "threaten menace intimidate",
    "escape flee evade", "escort accompany", "pursue chase", "intercept stop", "clash fight skirmish",
    // Courts and police.
    "arrest detain jail imprison apprehend nab catch capture", "free release liberate discharge", "sue prosecute", "accuse blame charge fault", "charge indict", "convict condemn", "sentence condemn jail",
    "acquit clear absolve exonerate vindicate", "pardon forgive", "fine penalise penalize punish", "search ransack", "interrogate question grill examine", "investigate examine probe inquire scrutinise study",
    "extradite transfer deliver surrender", "impound seize confiscate", "steal loot plunder pilfer rob", "kidnap abduct seize", "smuggle traffic", "spy snoop", "fabricate forge falsify invent", "testify depose",
    "override overturn quash annul reverse overrule invalidate rescind revoke cancel nullify", "appeal contest challenge", "rule decide find judge hold", "order instruct command direct tell", "summon call recall convene",
    // What is said to somebody.
    "condemn criticise criticize denounce rebuke fault censure reprimand scold lambast castigate assail decry slam reproach upbraid chide berate", "praise commend applaud hail laud acclaim compliment extol",
    "inform tell notify brief warn alert caution advise", "ask urge request implore beg", "persuade convince induce prompt cause lead", "insult offend", "mock ridicule deride", "apologise apologize", "welcome greet embrace receive",
    "promise pledge vow undertake commit", "threaten warn", "advise counsel recommend", "encourage urge spur prod goad", "lobby press pressure", "invite ask", "mislead deceive fool dupe trick hoodwink", "reveal disclose divulge leak publish",
    "conceal hide suppress withhold", "deny dispute contest reject rebut refute", "admit acknowledge concede confess own", "announce declare proclaim unveil", "confirm verify corroborate uphold", "discuss debate consider", "mention cite name",
    // Goods and money.
    "buy acquire purchase procure", "sell auction offload", "transfer deliver give send ship supply extradite hand provide furnish dispatch", "pay distribute disburse remit", "indemnify reimburse compensate pay repay refund", "lend loan", "hire lease rent charter",
    "fund finance subsidise subsidize bankroll underwrite", "donate give contribute", "spend expend invest", "earn make", "owe", "obtain secure win gain get achieve receive", "receive get obtain accept take", "export ship sell", "import buy", "steal embezzle misappropriate", "tax levy",
    "hoard stockpile accumulate amass", "squander waste", "share divide split", "inherit receive", "own possess hold control", "trade exchange swap barter", "merge combine join unite", "export sell", "collect gather raise", "rescue save bail", "withdraw remove",
    // Help and hindrance.
    "help aid assist support back", "support back endorse champion favour favor advocate", "oppose resist fight contest reject", "obstruct impede hinder hamper block thwart frustrate foil", "prevent stop avert forestall avoid", "ban bar prohibit forbid outlaw proscribe",
    "allow permit let authorise authorize enable license approve", "exempt spare free relieve", "protect spare", "reject decline refuse rebuff spurn dismiss", "accept embrace welcome adopt", "approve adopt pass endorse ratify", "veto block reject", "force compel oblige coerce make require",
    "entice lure attract woo tempt coax poach", "boycott shun avoid", "ignore disregard overlook neglect miss", "notice spot detect see discover find observe identify recognise recognize", "discover find uncover unearth detect", "obey follow observe heed comply honour honor respect", "defy flout disobey ignore violate breach break",
    "cancel scrap abandon drop shelve abolish", "postpone delay defer", "ship deliver", "deceive mislead", "suspend halt stop freeze", "restrict limit curb restrain", "disrupt disturb interrupt upset", "relax ease loosen soften lift", "tighten toughen stiffen harden",
    // What is made, changed, begun and ended.
    "build construct erect", "produce make manufacture", "repair mend fix restore", "begin start commence launch open initiate", "resume restart renew recommence reopen", "end finish conclude complete close terminate stop", "continue proceed persist", "stop cease halt end", "extend prolong lengthen renew",
    "close shut seal", "open reopen", "change alter modify amend revise adjust shift affect", "increase raise boost lift hike", "reduce cut lower trim slash shrink diminish decrease", "rise climb increase grow soar jump surge", "fall drop decline slide slump plunge sink shrink decrease tumble slip", "widen broaden expand enlarge grow",
    "narrow shrink", "improve enhance", "worsen deteriorate", "weaken undermine erode dent", "strengthen reinforce bolster", "publish release issue disclose", "record register log enter", "wipe erase delete", "implement enforce apply execute", "introduce impose bring", "abolish repeal scrap end", "sign conclude seal ink", "create establish form found",
    "dissolve disband dismantle", "delete remove", "test try", "complete finish", "replace change", "prompt trigger cause provoke spark spur induce", "fix set", "sign ink", "amend revise", "write draft compose", "destroy dismantle", "ruin wreck", "merge fuse",
    // Ways and places.
    "reach arrive enter", "cross traverse", "sail depart leave", "enter penetrate", "evacuate vacate clear leave", "attend join participate", "skip miss boycott", "unload discharge offload", "load fill", "quarantine isolate", "visit tour", "return go", "recall withdraw call", "host receive welcome entertain", "land arrive",
    "recover retrieve salvage regain", "lose forfeit", "search seek hunt", "transport carry haul move ship convey", "move shift relocate transfer", "tow haul pull drag bring", "launch fire", "inspect examine check survey", "capsize overturn", "drift float", "flood inundate swamp", "meet see",
    // More and less than another.
    "exceed surpass top outstrip beat", "overtake outpace outstrip surpass overhaul eclipse pass", "outnumber", "lag trail", "precede predate", "follow succeed ensue",
];
