//! Every rule, one row each. `bluf check --explain`, the page of rules, SARIF and the tests read this table.

use super::rule::{Rule, error, note, warning};
use super::{
    actor, alternative, argued, attribution, basis, bottom_line, candidate, claim, condition, cut_hedge, detail, edition, event, faithful,
    hedge, id, judgement, marking, meta, mode, negation, outcome, passage_extent,
};
use super::{mixed_sentence, outlook, quantity, quote, source, threshold, watch, yardstick};
use crate::briefing::ItemKind;
use ItemKind::{Alternative, Assumption, Claim, Event, Indicator, Judgement, Relationship, Source};

const BEARERS: &[ItemKind] = &[Claim, Judgement, Alternative, Event, Relationship];

/// By family.
pub static RULES: &[Rule] = &[
    error("quote/not-found", "ICD 206", "a citation must be discoverable").never_accepted()
        .runs(quote::not_found)
        .example("Engineers found two cracks in the wall}", "Engineers found three cracks in the wall}"),
    error("quote/ambiguous", "W3C WADM", "a quote that stands several times selects all of them").never_accepted()
        .runs(quote::ambiguous)
        .example("quote: {WIRE: Sorn has hired 40 divers}", "quote: {WIRE: Sorn}"),
    note("quote/folded", "W3C WADM", "quotation marks, dashes, spaces or accents differ from the source")
        .runs(quote::folded)
        .example("“in the plainest words”'}", "\"in the plainest words\"'}"),
    error("quote/cut-hedge", "ICD 203, standard 8", "a hedge or a denial over a quote, or whose word it is, belongs to what the source says")
        .runs(cut_hedge::cut)
        .example("{WIRE: \"A flood will follow, potentially reaching the harbour\"}", "{WIRE: A flood will follow}"),
    warning("quote/over-heading", "W3C WADM", "a heading and the text under it were not written as one sentence")
        .runs(passage_extent::over_heading)
        .example(
            "quote: {GAZ: The council of Sorn closed the upper sluice of the dam on 2 March 2026}",
            "quote: {GAZ: \"Works at the dam\\n\\nThe council of Sorn closed the upper sluice of the dam on 2 March 2026\"}",
        ),
    note("quote/too-long", "W3C WADM", "a long quote shows nothing, and may break copyright")
        .runs(quote::too_long)
        .example(
            "{GAZ: The dam could be closed for good before June}",
            "{GAZ: \"The council of Sorn closed the upper sluice of the dam on 2 March 2026. The dam could be closed for good before June, the mayor of Sorn said. Engineers found two cracks in the wall. The town of Belmar draws its water from the lake. A second pipe to Belmar is being laid. The harbour master of Belmar opposes the works.\"}",
        ),
    error("claim/no-quote", "ICD 206", "every claim depends on a source").never_accepted()
        .runs(claim::no_quote)
        .example("      quote: {GAZ: Engineers found two cracks in the wall}\n", ""),
    error("claim/hedge-dropped", "ICD 203, standard 3", "what the source hedges the claim must not say flatly")
        .runs(hedge::dropped)
        .example("the dam could be closed for good before June.", "the dam is closed for good before June."),
    error("claim/hedged-fact", "ICD 203, standard 3", "what is hedged or yet to come is no fact")
        .runs(hedge::hedged_fact)
        .example("forecast: The mayor says", "fact: The mayor says"),
    warning("claim/agentless", "ICD 206", "someone expects or reports it, and the reader must know who")
        .runs(hedge::agentless)
        .example("      accept:\n        claim/agentless: The agency names no forecaster.\n", ""),
    error("faithfulness/attribution", "ICD 206", "what somebody says the claim must not say outright")
        .runs(attribution::attribution)
        .example(
            "forecast: The mayor says that the dam could be closed for good before June.\n      quote: {GAZ: The dam could be closed for good before June}",
            "forecast: The dam could be closed for good before June.\n      quote: {GAZ: \"The dam could be closed for good before June, the mayor of Sorn said\"}",
        ),
    error("faithfulness/negation", "ICD 203, standard 3", "what the source denies the claim must deny, and nothing else")
        .runs(faithful::negation)
        .example("fact: A second pipe to Belmar is being laid.", "fact: A second pipe to Belmar is not being laid."),
    error("faithfulness/condition", "ICD 203, standard 3", "what depends on something the claim must not promise")
        .runs(condition::condition)
        .example("fact: The wall bears at most 30 workers if the lake is full.", "fact: The wall bears at most 30 workers."),
    error("faithfulness/bound", "ICD 203, standard 3", "a limit is no number: up to 30 may be three")
        .runs(quantity::bound)
        .example("fact: The wall bears at most 30 workers if the lake is full.", "fact: The wall bears 30 workers if the lake is full."),
    error("faithfulness/strength", "ICD 203, standard 2", "a claim is as sure as its source, and no surer")
        .runs(faithful::strength)
        .example("the dam could be closed for good before June.", "the dam will probably be closed for good before June."),
    warning("claim/detail-outside-quote", "ICD 203, standard 3", "a name or number that the source does not give comes from outside")
        .runs(detail::outside_quote)
        .example("fact: Sorn has hired 40 divers.", "fact: Sorn has hired 60 divers."),
    error("claim/confirmed-by-one", "Admiralty code", "credibility 1 is confirmed by other independent sources").never_accepted()
        .runs(claim::confirmed_by_one)
        .example("      quote: {GAZ: The harbour master of Belmar opposes the works}\n      credibility: 3", "      quote: {GAZ: The harbour master of Belmar opposes the works}\n      credibility: 1"),
    note("claim/ungraded", "ICD 203, standard 1", "a fact that holds up a judgement should be judged itself")
        .runs(claim::ungraded)
        .example("{GAZ: Engineers found two cracks in the wall}\n      credibility: 2", "{GAZ: Engineers found two cracks in the wall}"),
    note("claim/unused", "ICD 203, standard 6", "what bears on nothing is carried for nothing")
        .runs(claim::unused)
        .needs(BEARERS)
        .example("claims: [C8, C9, C10]", "claims: [C8, C9]"),
    note("candidate/open", "the format", "what waits to be taken is no claim, and a draft is no briefing")
        .runs(candidate::open)
        .example(
            "\ngaps:\n",
            "\ncandidates:\n  visits:\n    - fact: Visitors are welcome on Sundays.\n      quote: {GAZ: Visitors are welcome on Sundays.}\n\ngaps:\n",
        ),
    warning("source/coverage", "ICD 206", "what was read and left out must show")
        .runs(source::coverage)
        .needs(&[Source, Claim])
        .example(
            "    set_aside:\n      - quote: Visitors are welcome on Sundays.\n        why: An invitation. It bears on nothing.\n",
            "",
        ),
    warning("source/claimed-aside", "ICD 206", "what a claim quotes was not left out")
        .runs(source::claimed_aside)
        .example("quote: Visitors are welcome on Sundays.\n", "quote: Engineers found two cracks in the wall\n"),
    error("source/bad-set-aside", "ICD 206", "a part that is not found sets nothing aside").never_accepted()
        .runs(passage_extent::set_aside)
        .example("      - quote: Visitors are welcome on Sundays.\n", "      - heading: Visitors\n"),
    warning("source/changed", "ICD 206", "a text that is not what was pinned may no longer say what is claimed")
        .runs(source::changed)
        .example("    sha256: 33c4a6ff0117d6e9133bbc155dd5c40e7953a7026e34fa408cd2c1cf43ad8027\n", "    sha256: 9f6bd34e5ec06f51d7a351be2965508daae8b3a2770ee042c4c117608256ab6d\n"),
    error("source/bad-pin", "ICD 206", "what is no hash pins nothing").never_accepted()
        .example("    sha256: 33c4a6ff0117d6e9133bbc155dd5c40e7953a7026e34fa408cd2c1cf43ad8027\n", "    sha256: 33c4a6ff0117d6e9133bbc155dd5c40e7953a702\n"),
    error("source/bad-url", "ICD 206", "a reader must be able to go where a source lies, and nobody else's key goes along").never_accepted()
        .runs(source::bad_url)
        .example("    date: 2026-03-09\n", "    date: 2026-03-09\n    url: https://name:word@wire.test/cracks\n"),
    error("source/no-grade", "ICD 203, standard 1", "a reader must know how reliable a source is")
        .runs(source::no_grade)
        .example("    reliability: B\n", ""),
    error("source/no-descriptor", "ICD 206", "a reader must know what kind of source it is")
        .runs(source::no_descriptor)
        .example("    descriptor: An agency in the capital; it cites officials of both towns.\n", ""),
    warning("source/undated", "ICD 203, standard 1", "age and currency tell how much a source still says")
        .runs(source::undated)
        .example("    date: 2026-03-09\n", ""),
    error("source/after-edition", "ICD 203, standard 1", "nobody has read what is not yet written")
        .runs(source::after_edition)
        .example("    date: 2026-03-09\n", "    date: 2026-03-19\n"),
    warning("source/unused", "ICD 206", "a source that no claim quotes supports nothing")
        .runs(source::unused)
        .needs(&[Source, Claim])
        .example("\nactors:\n", "  NOTE:\n    title: A note\n    date: 2026-03-09\n    file: seeds/wire.txt\n    reliability: C\n    descriptor: A copy.\n\nactors:\n"),
    error("source/file-missing", "ICD 206", "a source that cannot be read supports nothing").never_accepted()
        .runs(source::file_missing)
        .example("file: seeds/gazette.txt", "file: seeds/gazete.txt"),
    error("source/marking-above", "its vocabulary of markings", "a briefing may not be freer than what it quotes").never_accepted()
        .runs(marking::source_above)
        .example("    marking: TLP:GREEN\n    reliability: B", "    marking: TLP:AMBER\n    reliability: B"),
    error("judgement/no-likelihood", "ICD 203, standard 2", "a judgement says how likely it is")
        .runs(judgement::no_likelihood)
        .example("    likelihood: unlikely\n    confidence: low\n", "    confidence: low\n"),
    error("judgement/off-scale", "ICD 203, rule a", "one yardstick, and no terms foreign to it").never_accepted()
        .example("    by: 2026-09\n    likelihood: unlikely", "    by: 2026-09\n    likelihood: realistic possibility"),
    error("judgement/no-confidence", "ICD 203, standard 2", "a judgement says how sound its basis is")
        .runs(judgement::no_confidence)
        .example("    likelihood: unlikely\n    confidence: low\n", "    likelihood: unlikely\n"),
    error("judgement/no-basis", "ICD 203, standard 2", "the basis of a judgement must be explained")
        .runs(judgement::no_basis)
        .example("    because: One paper [C5], against the new pipe [C6], and no word on how full the lake is.\n", ""),
    error("judgement/hedge-word", "PHIA; ICD 203, standard 8", "could, may and might judge nothing")
        .runs(judgement::hedge_word)
        .example("text: Belmar goes a day without water.", "text: Belmar may go a day without water."),
    error("judgement/doubled-likelihood", "ICD 203, standard 2", "a second likelihood in the text contradicts the field or repeats it")
        .runs(judgement::doubled_likelihood)
        .example("text: Sorn closes its dam for good.\n    by: 2026-06\n    likelihood: likely", "text: Sorn probably closes its dam for good.\n    by: 2026-06\n    likelihood: likely"),
    error("prose/mixed-sentence", "ICD 203, rule b", "likelihood and confidence never stand in one sentence")
        .runs(mixed_sentence::mixed_sentence)
        .example("because: One paper [C5], against the new pipe [C6], and no word on how full the lake is.", "because: It is unlikely, with low confidence."),
    warning("prose/off-yardstick", "ICD 203, rule a", "a likelihood in other words than the yardstick's says nobody knows how much")
        .runs(yardstick::off)
        .example("and no word on how full the lake is.", "and it is highly likely that the lake is full."),
    warning("judgement/no-horizon", "ICD 203, standard 8", "without a date a judgement never turns out wrong")
        .runs(judgement::no_horizon)
        .example("    by: 2026-09\n", ""),
    warning("judgement/overdue", "ICD 203, standard 8", "what should have shown by now is told, or nobody learns from it")
        .runs(outcome::overdue)
        .example("    by: 2026-04\n", "    by: 2026-02\n"),
    error("outcome/no-word", "the format", "an outcome says whether the thing came")
        .runs(outcome::no_word)
        .example("    by: 2026-04\n", "    by: 2026-04\n    outcome: {note: The divers stayed}\n"),
    error("outcome/misdated", "ICD 203, standard 8", "what came before it was judged, after the horizon or not yet is no outcome")
        .runs(outcome::misdated)
        .example("    by: 2026-04\n", "    by: 2026-04\n    outcome: {came: yes, on: 2026-05, claims: [C4]}\n"),
    error("outcome/no-claim", "ICD 206", "that a thing came is a claim of somebody")
        .runs(outcome::no_claim)
        .example("    by: 2026-04\n", "    by: 2026-04\n    outcome: {came: yes}\n"),
    warning("outcome/unexplained", "ICD 203, standard 8", "in part or void, and nobody can tell why")
        .runs(outcome::unexplained)
        .example("    by: 2026-04\n", "    by: 2026-04\n    outcome: {came: void}\n"),
    error("judgement/no-claims", "ICD 203, standard 6", "a judgement is supported by information")
        .runs(judgement::no_claims)
        .example("    claims: [C5]\n    against: [C6]\n", "    claims: [C5, C6]\n"),
    error("judgement/both-sides", "ICD 203, standard 6", "what speaks for and against alike supports nothing")
        .runs(argued::both_sides)
        .example("    claims: [C5]\n    against: [C6]\n", "    claims: [C5, C6]\n    against: [C6]\n"),
    warning("judgement/unlisted", "ICD 203, standard 6", "what is argued from counts, and counts stand in the lists")
        .runs(argued::unlisted)
        .needs(&[Claim])
        .example("nobody says for how long they are hired.", "nobody says for how long they are hired; the cracks [C3] will not wait."),
    note("judgement/unargued", "ICD 203, standard 6", "a link that no reason names is there to look well supported")
        .runs(argued::unargued)
        .example("because: One paper [C5], against", "because: One paper, against"),
    warning("judgement/no-fact", "ICD 203, standard 3", "what rests only on what others think is theirs")
        .runs(basis::no_fact)
        .example("    claims: [C5]\n    against: [C6]\n", "    claims: [C5]\n    against: [C10]\n"),
    warning("judgement/outruns-source", "ICD 203, standard 2", "a judgement is no surer than the words that it rests on")
        .runs(basis::outruns_source)
        .example("claims: [C4]\n", "claims: [C9, C10]\n"),
    error("judgement/high-on-one", "NIE", "high confidence needs independent sources").never_accepted()
        .runs(basis::high_on_one)
        .example("    confidence: low\n    because: One paper [C5]", "    confidence: high\n    because: One paper [C5]"),
    warning("judgement/high-over-grade", "JP 2-0", "high confidence needs a proven source and information that is probably true")
        .runs(basis::high_over_grade)
        .needs(&[Source])
        .example(
            "    confidence: moderate\n    accept: {judgement/moderate-on-one: The agency counted them itself.}\n    because: The agency counts them [C4], and one man opposes the works [C7]; nobody says for how long they are hired.\n    claims: [C4]\n",
            "    confidence: high\n    because: The agency counts them [C4], and the mayor speaks of it [C2]; one man opposes the works [C7].\n    claims: [C4, C2]\n",
        ),
    note("judgement/moderate-on-one", "JP 2-0", "moderate confidence is partially corroborated, and one origin is not")
        .runs(basis::moderate_on_one)
        .example("    confidence: low\n    because: One paper [C5]", "    confidence: moderate\n    because: One paper [C5]"),
    warning("judgement/sure-on-little", "ICD 203, standard 2", "who is nearly certain must have it from good sources, and not for years ahead from one")
        .runs(basis::sure_on_little)
        .needs(&[Source])
        .example("    likelihood: very likely\n", "    likelihood: almost certain\n"),
    warning("judgement/confidence-over-grade", "ICD 203, standard 1", "confidence is no better than the grades under it")
        .runs(basis::confidence_over_grade)
        .needs(&[Source])
        .example("    reliability: C\n", "    reliability: F\n"),
    warning("judgement/high-and-far", "NIE", "high confidence rarely fits forecasts years out")
        .runs(basis::high_and_far)
        .example("    by: 2026-06\n    likelihood: likely\n    confidence: moderate", "    by: 2029-06\n    likelihood: likely\n    confidence: high"),
    warning("judgement/no-contrary", "ICD 203, standard 6", "contrary information must be acknowledged")
        .runs(alternative::no_contrary)
        .needs(&[Judgement, Alternative])
        .example("    against: [C7]\nassumptions:", "assumptions:"),
    warning("judgement/no-alternative", "ICD 203, standard 4", "what is open has another reading")
        .runs(alternative::no_alternative)
        .needs(&[Judgement, Alternative])
        .example("    to: J2\n", "    to: J1\n"),
    warning("judgement/unwatched", "ICD 203, standard 2", "say what would alter the judgement")
        .runs(watch::judgement_unwatched)
        .needs(&[Judgement, Indicator])
        .example("    moves: {J3: up, A1: down}\n  I4:\n    text: Flood warning\n    threshold: the water board expects more than two metres\n    moves: {J3: down}\n", "    moves: {J1: up, A1: down}\n"),
    note("judgement/one-way-watch", "ICD 203, standard 2", "who watches for one outcome sees no other")
        .runs(watch::one_way)
        .needs(&[Judgement, Indicator])
        .example("moves: {J3: down}", "moves: {J1: down}"),
    error("judgement/silent-change", "ICD 203, standard 7", "a judgement that changed says so, and why").never_accepted()
        .runs(edition::silent_change)
        .example("    was: {likelihood: unlikely, confidence: low, why: The sluice was closed and divers were hired.}\n", ""),
    error("edition/previous-missing", "ICD 203, standard 7", "what cannot be read cannot be compared").never_accepted()
        .runs(edition::missing)
        .example("previous: seeds/earlier.yaml", "previous: seeds/earler.yaml"),
    error("assumption/unlinked", "ICD 203, standard 3", "an assumption holds something up")
        .runs(outlook::assumption_unlinked)
        .needs(&[Assumption, Judgement])
        .example("    assumptions: [A1]\n", ""),
    error("assumption/no-if-wrong", "ICD 203, standard 3", "say what follows if an assumption is wrong")
        .runs(outlook::no_if_wrong)
        .example("    if_wrong: Then [J1] rests on the sluice and the cracks alone.\n", ""),
    warning("assumption/unwatched", "Tradecraft Primer, key assumptions", "what the answer hangs on must be seen to break")
        .runs(watch::linchpin_unwatched)
        .needs(&[Assumption, Judgement, Indicator])
        .example("moves: {J3: up, A1: down}", "moves: {J3: up}"),
    error("alternative/incoherent", "ICD 203, standard 4", "a judgement and its rival share out 100 %").never_accepted()
        .runs(alternative::incoherent)
        .example("    text: The works are repairs, and the dam stays open.\n", "    text: The works are repairs, and the dam stays open.\n    likelihood: likely\n"),
    warning("alternative/no-against", "Tradecraft Primer, ACH", "readings are refuted, not collected support for")
        .runs(alternative::no_against)
        .example("    against: [C4]\n", ""),
    warning("alternative/negation", "Tradecraft Primer, ACH", "who only denies an event explains nothing, and is no rival")
        .runs(negation::negation)
        .example("    text: The works are repairs, and the dam stays open.\n", "    text: Sorn does not close its dam.\n"),
    note("ach/not-diagnostic", "Tradecraft Primer, ACH", "what fits every reading decides none")
        .runs(alternative::not_diagnostic)
        .needs(&[Alternative, Judgement])
        .example("    for: [C2]", "    for: [C2, C3]"),
    error("scenario/incoherent", "ICD 203, standard 4", "futures that exclude each other share out 100 %").never_accepted()
        .runs(outlook::incoherent)
        .example("is not closed\", likelihood: unlikely}", "is not closed\", likelihood: likely}"),
    note("scenario/narrow", "ICD 203, standard 2", "a likelihood that its neighbours do not leave room for misleads")
        .runs(outlook::narrow)
        .example("from the pipe, likelihood: likely}", "from the pipe, likelihood: very likely}"),
    error("scenario/against-judgement", "ICD 203, standard 4", "an event is as likely as the futures in which it comes").never_accepted()
        .runs(outlook::against_judgement)
        .example("from the pipe, likelihood: likely}", "from the pipe, likelihood: likely, without: [J1]}"),
    warning("scenario/not-exclusive", "ICD 203, standard 4", "of futures that can come together no shares can be given")
        .runs(outlook::not_exclusive)
        .example("over the summer, and the dam is not closed\"", "over the summer\""),
    warning("scenario/unwatched", "ICD 203, standard 4", "say what would show which future is coming")
        .runs(watch::scenario_unwatched)
        .needs(&[ItemKind::Scenario, Indicator])
        .example("is not closed\", likelihood: unlikely}\n", "is not closed\", likelihood: unlikely}\n  S3: {wildcard: \"The dam breaks before it is closed\", likelihood: almost no chance}\n"),
    error("indicator/no-threshold", "Tradecraft Primer, indicators", "a sign is measurable and fixed in advance")
        .runs(watch::no_threshold)
        .example("    threshold: water runs in it\n", ""),
    warning("indicator/vague-threshold", "Tradecraft Primer, indicators", "who is to say when it is met needs a measure")
        .runs(threshold::vague)
        .example("threshold: more than 200 tonnes in a week", "threshold: significantly more than usual"),
    warning("indicator/one-of-set", "Tradecraft Primer, indicators", "a sign for one of several exclusive futures is one against another")
        .runs(watch::one_of_set)
        .needs(&[ItemKind::Scenario])
        .example("J2: up, S1: up, S2: down}", "J2: up, S1: up}"),
    error("indicator/moves-nothing", "Tradecraft Primer, indicators", "a sign of nothing is none")
        .runs(watch::moves_nothing)
        .example("\nscenarios:", "\n  I5:\n    text: Rain\n    threshold: more than 40 mm in a day\nscenarios:"),
    warning("gap/unlinked", "ICD 203, standard 2", "a known gap limits a judgement")
        .runs(outlook::gap_unlinked)
        .example("    limits: [J2]\n", ""),
    note("gap/no-collect", "ICD 203, standard 2", "say who could find out")
        .runs(outlook::no_collect)
        .example("    collect: the gauge of the water board\n", ""),
    error("event/future", "ICD 203, standard 3", "an event has happened; what has not is a judgement").never_accepted()
        .runs(event::future)
        .example("date: 2026-03-02, actors: [sorn]", "date: 2026-05, actors: [sorn]"),
    warning("event/date-not-in-source", "ICD 203, standard 3", "what no source gives comes from outside, and a day is that of the claims that report it")
        .runs(event::not_in_source)
        .example("date: 2026-03-02, actors: [sorn]", "date: 2025-03-02, actors: [sorn]"),
    error("event/order", "the format", "what comes after itself comes nowhere, and dates must agree with the order").never_accepted()
        .runs(event::order)
        .example("date: 2026-03-02, actors: [sorn]", "date: 2026-03-02, after: [T1], actors: [sorn]"),
    error("event/bad-date", "EDTF (ISO 8601-2), level 1", "a date that cannot be read dates nothing").never_accepted()
        .example("date: 2026-03-02, actors: [sorn]", "date: 2 March 2026, actors: [sorn]"),
    warning("event/mode", "ICD 203, standard 3", "an event is no firmer than the claims that report it")
        .runs(mode::event)
        .example("actors: [belmar, sorn], claims: [C8, C9, C10]}", "actors: [belmar, sorn], claims: [C9, C10], mode: reported}"),
    error("relationship/no-claim", "ICD 206", "a tie that no claim reports is ours")
        .runs(actor::no_claim)
        .example("type: threatens, claims: [C8]}", "type: threatens}"),
    warning("relationship/mode", "ICD 203, standard 3", "a tie is no firmer than the claims that report it")
        .runs(mode::tie)
        .example("type: threatens, claims: [C8]}", "type: threatens, claims: [C10], mode: reported}"),
    warning("actor/unnamed", "ICD 206", "an actor that no source names comes from outside")
        .runs(actor::unnamed)
        .example("belmar: {name: Belmar}", "belmar: {name: Bellamar}"),
    note("actor/unused", "ICD 203, standard 6", "who does nothing need not be named")
        .runs(actor::unused)
        .needs(&[ItemKind::Actor, Event, Relationship])
        .example("  belmar: {name: Belmar}\n", "  belmar: {name: Belmar}\n  mayor: {name: the mayor}\n"),
    error("id/dangling", "the format", "the way from judgement to passage must not break").never_accepted()
        .runs(id::dangling)
        .example("limits: [J2]", "limits: [J2, J22]"),
    error("id/duplicate", "the format", "an id names one item").never_accepted().example("gaps:\n", "gaps:\n  G1: {text: How deep is it?, limits: [J1], collect: a plumb line}\n"),
    error("id/prefix", "the format", "an id shows what it names").never_accepted().example("  G1:\n", "  K1:\n"),
    error("id/reserved", "the format", "an address names one page").never_accepted().example("briefing: sorn-dam", "briefing: help"),
    error("yaml/syntax", "YAML 1.2", "the file cannot mean what was written").never_accepted().example("limits: [J2]", "limits: [J2"),
    error("yaml/encoding", "YAML 1.2", "the file is no text").never_accepted().example("title: The Sorn dam", "title: The S\\xffrn dam"),
    error("yaml/wrong-type", "the format", "a value of another shape than the field has").never_accepted().example("claims: [C1, C3, C4]", "claims: C1"),
    error("yaml/unknown-field", "the format", "a field that nobody reads").never_accepted().example("    if_wrong: Then", "    if_worng: Then"),
    error("yaml/unknown-word", "the format", "a word that the vocabulary does not have").never_accepted().example("confidence: moderate\n    because: Two", "confidence: middling\n    because: Two"),
    error("yaml/budget", "the format", "more than a briefing can hold").never_accepted().example(
        "limits: [J2]",
        "limits: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[J2]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",    ),
    error("yaml/empty-value", "the format", "a field with nothing in it says less than it seems to").never_accepted().example("    by: 2026-06\n", "    by:\n"),
    error("yaml/trap", "YAML 1.1 and 1.2", "what is read is not what was written").never_accepted().example("text: How full is the lake?", "text: no"),
    error("marking/missing", "TLP 2.0", "whoever holds a briefing must know who may have it").never_accepted()
        .runs(marking::missing)
        .example("marking: TLP:GREEN\ndate:", "date:"),
    error("marking/above", "its vocabulary of markings", "a briefing is marked as its narrowest part").never_accepted()
        .runs(marking::item_above)
        .example("      fact: Sorn has hired 40 divers.\n", "      fact: Sorn has hired 40 divers.\n      marking: TLP:AMBER\n"),
    error("marking/below", "its vocabulary of markings", "who draws on something draws its marking along").never_accepted()
        .runs(marking::below)
        .example("    section: water\n    text: Belmar goes", "    section: water\n    marking: TLP:CLEAR\n    text: Belmar goes"),
    note("marking/freer-than-source", "its vocabulary of markings", "only who has seen the source can tell that the words quoted are its freer part")
        .runs(marking::freer)
        .example("marking: TLP:GREEN\n      quote: {GAZ: The town", "marking: TLP:CLEAR\n      quote: {GAZ: The town"),
    error("marking/invalid", "TLP 2.0", "only the labels of the standard mean anything").never_accepted().example("marking: TLP:GREEN\ndate:", "marking: TLP:ORANGE\ndate:"),
    error("bottom-line/drift", "ICD 203, standard 6", "the bottom line says what the judgements say")
        .runs(bottom_line::drift)
        .example("Sorn is likely to close", "Sorn is very likely to close"),
    error("bottom-line/unlinked", "ICD 203, standard 6", "the main message is drawn from the judgements")
        .runs(bottom_line::unlinked)
        .example("by June [J1].\n  A day without water in Belmar is unlikely [J2].", "by June.\n  A day without water in Belmar is unlikely."),
    warning("bottom-line/long", "ICD 203, standard 6", "a principal has thirty seconds")
        .runs(bottom_line::long)
        .example("  A day without water", "  The works go on. A day without water"),
    warning("meta/no-question", "ICD 203, standard 5", "a briefing answers somebody's question")
        .runs(meta::no_question)
        .example("question: Will Sorn close its dam before the summer, and what would Belmar lose?\n", ""),
    warning("meta/no-change", "ICD 203, standard 7", "say whether this is new, the same, or changed")
        .runs(meta::no_change)
        .example("change: changed\n", ""),
    note("meta/no-implications", "ICD 203, standard 5", "a principal asks what it means for them")
        .runs(meta::no_implications)
        .needs(&[Judgement])
        .example("implications: Belmar has until June to lay its second pipe [J1].\n", ""),
    note("meta/no-source-summary", "ICD 206", "a reader must know how good the sources are together")
        .runs(meta::no_source_summary)
        .needs(&[Source])
        .example("source_summary: Two papers with reporters of their own agree on the works; neither knows how full the lake is.\n", ""),
    UNUSED,
    UNKNOWN_RULE,
    REFUSED,
];

#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|row| row.id == id)
}

pub(super) const UNUSED: Rule =
    warning("accept/unused", "the format", "what is no longer found need not be acknowledged").never_accepted().example(
        "quote: {GAZ: Engineers found two cracks in the wall}\n",
        "quote: {GAZ: Engineers found two cracks in the wall}\n      accept: {claim/ungraded: The report is an engineer's.}\n",
    );

pub(super) const UNKNOWN_RULE: Rule = error("accept/unknown-rule", "the format", "what no rule finds cannot be acknowledged")
    .never_accepted()
    .example("no forecaster.\n", "no forecaster.\n        claim/agentles: It never does.\n");

pub(super) const REFUSED: Rule =
    error("accept/refused", "the format", "what makes the rest untrue cannot be lived with").never_accepted().example(
        "        claim/agentless: The agency names no forecaster.\n",
        "        claim/agentless: The agency names no forecaster.\n        quote/not-found: It is near enough.\n",
    );
