//! Phrases that carry meaning.

/// How likely a hedge calls something, on one ladder; and hedges that name no step of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    Remote,
    VeryUnlikely,
    Unlikely,
    Even,
    Likely,
    VeryLikely,
    AlmostCertain,
    Certain,
    /// May, might, could: some chance.
    Possible,
    /// Expected, set to.
    Expected,
    /// Seems, suggests.
    Seeming,
    /// We judge.
    Judged,
    /// Reportedly.
    Reported,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Hedge(Strength),
    /// May, can, could, might, will, would, shall: what it means is for its sentence to say.
    Modal,
    Future,
    Denial,
    /// Opens a clause that says on what another depends.
    Condition,
    /// The same without a clause: in the event of.
    Proviso,
    /// No more than.
    Most,
    /// No fewer than.
    Least,
    About,
    /// A little less than.
    Near,
    /// What somebody means to do.
    Plan,
    /// According to.
    Source,
    /// News without a bearer: "there are reports".
    Rumour,
    /// Analytic confidence.
    Confidence,
    /// Looks like one of the others and is none.
    Nothing,
}

use Meaning::{About, Condition, Confidence, Denial, Future, Hedge, Least, Modal, Most, Near, Nothing, Plan, Proviso, Rumour, Source};
use Strength::{
    AlmostCertain, Certain, Even, Expected, Judged, Likely, Possible, Remote, Reported, Seeming, Unlikely, VeryLikely, VeryUnlikely,
};

/// A word stands for all its inflections, `.d` behind it for its past ones alone and `.g` for that in -ing; `a|b` for either, `?` behind them for neither
/// too; `~` for adverbs, if there are any; `#` for a number.
#[rustfmt::skip]
pub const PHRASES: &[(Meaning, &[&str])] = &[
    (Modal, &["may", "might", "can", "could", "will", "would", "shall", "cannot", "won't", "can't", "couldn't", "wouldn't", "shan't"]),
    (Hedge(Remote), &["almost|virtually|practically no chance", "remote chance|possibility|likelihood", "next to no chance", "no chance", "all but impossible", "remote odds", "outside chance|possibility", "barely|scarcely|hardly conceivable|possible|imaginable|likely", "almost|virtually|practically|nearly impossible|inconceivable", "almost certainly|certain not", "vanishingly small|unlikely|rare", "chance|chances|likelihood|probability|odds|possibility|prospect|prospects|risk of # be ~ remote|negligible|nil", "well nigh|near impossible"]),
    (Hedge(VeryUnlikely), &["very|highly|extremely|most unlikely|improbable", "very|extremely small|slim|low chance|probability|likelihood|odds", "slim|slight|little|small|faint|scant chance|likelihood|prospect|possibility|probability|hope",
        "slim chances|odds", "small risk", "long shot", "chance|chances|likelihood|probability|odds|possibility|prospect|prospects|risk of|that # be ~ slim|slight|small|faint|scant|poor|minimal", "chance|chances|odds|prospects be ~ slim|slight|small|faint|poor", "little|slight|slim|scant|faint|poor chance|chances|likelihood|prospect|prospects|possibility|probability|hope", "very|highly|extremely doubtful|questionable"]),
    (Hedge(Unlikely), &["unlikely", "improbable", "improbably", "not ~ likely|probable", "not ~ expected to", "low probability|likelihood", "doubtful", "questionable whether", "less likely|probable than not", "odds|chances are against", "odds be|are ~ stacked? against", "more unlikely than not", "likelihood|probability|chance of # be ~ low", "improbability", "not ~ likely to"]),
    (Hedge(Even), &["roughly|about|approximately? even|equal? chance|chances|odds", "roughly|about|approximately even", "even chance|odds|chances", "fifty fifty", "as likely as not", "toss up", "coin toss", "even money", "evenly balanced", "could go either way", "even probability|likelihood"]),
    (Hedge(Likely), &["likely", "likelier", "likeliest", "probable", "probably", "more ~ likely than not", "in all probability", "good|fair chance", "better than even", "chances|odds are good", "odds|chances be ~ that?", "odds|chances be ~ in favour|favor|good|better", "chance|chances|likelihood|probability|odds of # be ~ good|high|strong|fair", "decent|sound|solid chance|chances", "every|good likelihood|prospect", "every chance", "better than even odds|chance", "good chances"]),
    (Hedge(VeryLikely), &["very|highly|extremely|quite likely|probable|probably", "in all likelihood", "more than likely", "strong|high|great likelihood|probability|chance", "very good chance", "most likely|probably", "overwhelmingly likely", "in great? probability", "excellent|great|big chance", "odds|chances be ~ very good|high", "every likelihood|expectation"]),
    (Hedge(AlmostCertain), &["almost|nearly|virtually|practically|near certain|certainly|sure|inevitable|assured|certainty", "all but certain|assured|inevitable", "be ~ expected? beyond doubt", "racing|dead|moral certainty", "with near|virtual|almost certainty", "near|virtual certainty", "as good as certain", "next to certain", "beyond reasonable doubt"]),
    (Hedge(Certain), &["certainly", "certain|sure|bound|guaranteed to", "inevitably", "inevitable", "undoubtedly", "unquestionably", "assuredly", "definitely", "doubtless", "be certain", "foregone conclusion"]),
    (Hedge(Possible), &["possibly", "perhaps", "maybe", "potential", "potentially", "conceivably", "conceivable", "possible", "plausibly", "plausible", "arguably",
        "cannot|can't|couldn't be? ~ exclude|discount|dismiss", "cannot|can't|couldn't be? ~ rule.d|rule out", "can|could not be? ~ rule out|exclude", "can|could not be? ~ exclude|discount", "not be? ~ rule.d|rule out", "not ~ unlikely|improbable", "not impossible|inconceivable|implausible|excluded",
        "there be a|an|some|the|every|always? real|serious|considerable|realistic|growing|significant|high|strong? chance|risk|possibility|danger|prospect|likelihood|threat",
        "realistic|strong|real|serious|distinct possibility", "possibility exist|remain", "raise|increase|carry|pose|run|face the|a|an? risk|possibility|prospect|danger|threat of|that", "run the risk of|that", "at risk of", "in danger of", "cannot|can't ~ be excluded|discounted|dismissed", "one|nobody cannot|can't ~ rule|exclude out?", "not be? exclude.d", "there be a|an|some|the? possibility|chance", "be|are conceivable|imaginable", "open question", "it remain ~ unclear|uncertain|open whether"]),
    (Hedge(Expected), &["be ~ expected|projected|forecast|predicted|anticipated|tipped|forecasted", "expected to", "expect to", "widely expected", "stand to", "as expected"]),
    (Hedge(Seeming), &["seem", "appear", "seemingly", "suggest", "apparently", "presumably", "ostensibly", "outwardly", "look|looks|looked as though|if", "look|looks|looked like", "signs|evidence|clues|indications|everything|traces ~ point to|towards|toward", "be|are ~ consistent with", "be|are ~ compatible with", "as far as anyone|one can|could tell|see|judge", "as far as # know", "to all appearances", "by all appearances", "on the face of it", "so it be thought|said|claimed|believed", "or so # say|claim|believe|think|seem|appear|go|have|suspect|hope", "remain|remains|be ~ to be ~ proved|proven|shown|seen|established|confirmed", "leave|leaves|left ~ open|unclear|unresolved whether|if|how", "the|a|any|this|their|his|its|her|that idea|notion|theory|suggestion|suspicion|hypothesis|speculation|fear|hope|hunch|assumption|impression|rumour|rumor|claim|allegation|contention|story that", "suspicion|theory|guess|hunch|hypothesis be that?", "it be ~ thought|believed|assumed|supposed|rumoured|rumored|alleged|suspected|feared", "look|looks|looked to be|have", "it would|might|may seem", "give|gives|gave the impression", "bear.d the hallmarks|marks of", "bear|bears|bore the hallmarks|marks of", "hallmarks of", "indicate", "hint", "imply"]),
    (Hedge(Judged), &["we ~ assess|judge|believe|think|estimate|expect|suspect|conclude|consider|anticipate|project|forecast|assume|reckon", "i ~ believe|think|suspect|expect|judge", "our assessment|judgement|judgment|view|estimate be?", "to our|my mind|knowledge", "as we see it", "in our|my best? estimation|reading|belief", "in our|my view|judgement|judgment|assessment|opinion|estimate"]),
    (Hedge(Reported), &["reportedly", "allegedly", "purportedly", "supposedly", "rumouredly", "purport", "said|reported|alleged|believed|thought|rumoured to"]),
    (Future, &["be going to", "about to", "due|poised|set|slated|scheduled|destined to", "on the verge|brink|point|cusp of", "in line to", "ready|readying|gearing up? to", "set|poised|due|slated|scheduled to", "be ~ set|poised|due|slated|scheduled to", "on course|track to|for", "gonna"]),
    (Plan, &["plan|intend|aim|mean|hope to", "plan|intend on", "be ~ planning|intending|hoping|preparing|aiming to", "prepare.g to", "have ~ plans|ambitions|intentions|designs to", "plans|ambitions|intentions to", "have every? intention of"]),
    (Denial, &["not", "never", "no", "nor", "neither", "none", "nobody", "nothing", "nowhere", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "don't", "doesn't", "didn't", "shouldn't", "mustn't",
        "without", "no longer", "no one", "fail to", "refuse to", "decline to", "deny", "unable to", "rule out", "hardly", "scarcely", "lack", "far from", "little|scant evidence|sign|proof", "have|be yet to", "little|scant|nothing|much to suggest|show|indicate|support|prove", "yet|still|left to prove|show|establish|explain|demonstrate", "doubt that|whether", "cast doubt on|upon", "be false|untrue that", "myth that", "wrongly", "falsely", "few", "seldom", "rarely", "barely", "anything but"]),
    (Condition, &["if", "only if", "but only if", "unless", "provide.d|provide.g that?", "as|so long as", "on condition that", "on the condition that", "in case", "in the event that", "assume.g|suppose.g that?", "on the assumption that", "insofar as"]),
    (Proviso, &["in the event of", "in case of", "subject to", "conditional|contingent|dependent on|upon", "depend|hinge on|upon", "bar.g", "absent"]),
    (Most, &["up to", "at ~ most", "no|not ~ more than", "no|not ~ greater|larger|longer|higher than", "as many|much as", "maximum of", "not ~ exceed", "less|fewer than", "under", "below", "well|far under|below", "well|far less|fewer than", "smaller|lower|shorter than", "a|the? maximum of", "no|not in excess of", "or less|fewer|under", "not ~ over", "at the most", "no later than",
        "capped|limited at|to", "limit|ceiling|cap of", "cannot|can't exceed", "or fewer"]),
    (Least, &["at ~ least", "no|not ~ fewer|less than", "more than", "over", "above", "exceed", "in excess of", "minimum of", "upwards of", "upward of", "or more", "or above|over|higher", "greater|larger|longer|higher than", "well|just|far|slightly|little over|above", "well|just|far|slightly|little|considerably|significantly more than", "a little over|above|more", "not under|below", "a|the? minimum of", "and more|above|over|up", "or better", "at the least", "north of"]),
    (About, &["about", "around", "roughly", "approximately", "some", "circa", "or so", "or thereabouts", "an estimated", "in the region|neighbourhood|neighborhood|order of", "something like", "more or less", "give or take", "barely|hardly|scarcely", "approximately"]),
    (Near, &["nearly", "almost", "close|near to", "just|slightly|little under|below|short", "just|slightly|little less|fewer than", "just|slightly|little short|shy of", "a little under|below", "a little less|fewer than", "shy of", "approach.g", "near.g", "not quite", "virtually", "practically"]),
    (Source, &["according to", "in the view|words|opinion|telling|eyes|account|judgement|judgment of", "by|on|in # account|telling|estimate|view|words|reckoning|version|judgement|judgment|assessment|opinion", "as # put|tell|say|see it", "by the? word of", "on the? word|say-so|authority|evidence of", "on the assumption|estimate|forecast|reckoning made|given|set in|by", "to hear # tell it", "if # be to be believed", "cite.g", "quote.d as", "cite.d as"]),
    (Rumour, &["there be unconfirmed|persistent|widespread|recent|some|growing|many? reports|rumours|rumors|claims|allegations|speculation|suggestions|whispers",
        "according to unconfirmed|media|press|local|some|several|various|recent? reports|rumours|rumors|sources|accounts|observers|experts|analysts", "by some|most|many|all accounts|estimates|reckonings", "word have it", "word be that?", "talk be that?", "there be talk|word|reports|rumours|rumors|claims|allegations|speculation|suggestions|whispers|chatter of|that|about?", "story goes", "it be an open secret", "gossip have it", "the? talk of the? town", "rumour|rumor|legend has it"]),
    (Confidence, &["high|moderate|medium|low|full|limited|great|strong|complete|reasonable|some|little|utmost|modest|considerable confidence", "high to|or moderate confidence", "low to|or moderate confidence", "high|moderate|medium|low|limited|great|strong|reasonable|modest|considerable ~ analytic|analytical|overall|general|collective|source confidence", "analytic|analytical|overall confidence", "confidence level", "level|degree of ~ confidence", "confidence in # be ~ high|moderate|medium|low|limited|strong", "confidence ~ be|remain ~ high|moderate|low|medium|limited|strong", "confidence in that|this|it|our|these|the ~ judgement|judgment|assessment|be? ~ be? ~ high|moderate|low|medium|limited",
        "highly|moderately|fairly|very|quite|reasonably|extremely|increasingly|somewhat|less|more|not|entirely|equally confident", "be|am|are confident", "we|i remain ~ confident"]),
    (Nothing, &["even if", "as if", "if any", "if not", "if ever", "if anything", "if only", "if possible", "what if", "not only", "not just", "not merely", "not simply", "not least", "no doubt", "no less", "no sooner", "no matter", "no one but", "nothing but", "not until",
        "not to mention", "no stranger", "no mean", "no small", "whether or not", "if so", "as soon as possible", "as ~ as possible", "as much|many|far as possible", "where|wherever|whenever possible", "all possible", "every possible", "no wonder", "no exception",
        "over the past|last|next|coming|course|weekend|years|decades|months|weeks|issue", "about whether|how|what|which|why", "for certain", "a certain", "certain of|number", "can not but", "cannot but", "can't but", "cannot help", "be known as|for|by", "no secret", "not unlike", "no shortage", "no fly", "no man", "no go", "not to", "no confidence"]),
];
