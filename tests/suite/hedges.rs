//! The hedges of the built-in briefing's article, as a reader finds them, and what becomes of claims that drop them.

use crate::support::{Scratch, project};
use bluf::briefing::{Finding, Number, SentenceKind, SourceText};
use bluf::english::{Sense, Statement};
use bluf::library;
use bluf::library::Library;

/// A sentence of the article that hedges.
struct Hedged {
    /// Its number.
    sentence: usize,
    /// Its hedges, in order.
    hedges: &'static [&'static str],
    /// What it says without them.
    flat: &'static str,
    /// The same with one hedge, for each of them.
    kept: &'static [&'static str],
}

/// Found by reading the article, not by running the program.
const ARTICLE: [Hedged; 16] = [
    Hedged {
        sentence: 1,
        hedges: &["potentially"],
        flat: "The agreement reshapes existing alliances.",
        kept: &["The agreement is potentially reshaping existing alliances."],
    },
    Hedged {
        sentence: 5,
        hedges: &["appears"],
        flat: "The treaty is a strategic manoeuvre.",
        kept: &["The treaty appears to be a strategic manoeuvre."],
    },
    Hedged {
        sentence: 8,
        hedges: &["could"],
        flat: "The cooperation emboldens Iran in Lebanon.",
        kept: &["The cooperation could embolden Iran in Lebanon."],
    },
    Hedged { sentence: 11, hedges: &["could"], flat: "Drone usage escalates tensions.", kept: &["Drone usage could escalate tensions."] },
    Hedged {
        sentence: 13,
        hedges: &["expected to"],
        flat: "The treaty catalyses growth in trade.",
        kept: &["The treaty is expected to catalyse growth in trade."],
    },
    Hedged {
        sentence: 16,
        hedges: &["stands to", "may"],
        flat: "Iran benefits, and its internal constraints ease.",
        kept: &["Iran stands to benefit.", "The benefits may ease internal constraints of Iran."],
    },
    Hedged {
        sentence: 17,
        hedges: &["could"],
        flat: "This threatens the energy landscape.",
        kept: &["This could threaten the energy landscape."],
    },
    Hedged {
        sentence: 18,
        hedges: &["could"],
        flat: "The fabric of the Middle East unravels further.",
        kept: &["The fabric of the Middle East could unravel further."],
    },
    Hedged {
        sentence: 19,
        hedges: &["may", "potentially"],
        flat: "Rivalry with the U.S. rises and an arms race begins.",
        kept: &["Rivalry with the U.S. may rise.", "An arms race is potentially triggered."],
    },
    Hedged {
        sentence: 20,
        hedges: &["may", "likely"],
        flat: "Countries arm and spend more.",
        kept: &["Countries may feel compelled to arm.", "Military expenditures are likely to increase."],
    },
    Hedged {
        sentence: 21,
        hedges: &["may"],
        flat: "Saudi Arabia, Turkey and Israel are drawn into alliances.",
        kept: &["Saudi Arabia, Turkey and Israel may be drawn into alliances."],
    },
    Hedged {
        sentence: 23,
        hedges: &["could", "potential"],
        flat: "A threat to supply lines elicits sanctions.",
        kept: &["A threat to supply lines could elicit a response.", "Sanctions are a potential outcome."],
    },
    Hedged {
        sentence: 24,
        hedges: &["can"],
        flat: "The alignment leads to volatile repercussions.",
        kept: &["The alignment can lead to volatile repercussions."],
    },
    Hedged {
        sentence: 26,
        hedges: &["potential"],
        flat: "Destabilisation in the Middle East grows.",
        kept: &["The potential for destabilisation in the Middle East grows."],
    },
    Hedged {
        sentence: 28,
        hedges: &["can"],
        flat: "The interdependencies reshape alliances.",
        kept: &["The interdependencies can reshape alliances."],
    },
    Hedged { sentence: 29, hedges: &["potential"], flat: "Challenges lie ahead.", kept: &["Potential challenges lie ahead."] },
];

/// The sentences whose news nobody brings: drone usage that “has already been reported”, growth that “is expected”.
const AGENTLESS: [usize; 2] = [11, 13];

const SEED: &str = "seeds/russia-iran-treaty.txt";

/// The words of a text that hedge it.
fn hedges(text: &str) -> Vec<String> {
    let statement = Statement::read(text);
    statement.hedges().map(|(mark, _)| text[statement.bytes(&mark.words)].to_lowercase().replace('\n', " ")).collect()
}

fn has(text: &str, sense: Sense) -> bool {
    Statement::read(text).marks.iter().any(|mark| mark.sense == sense)
}

fn article() -> SourceText {
    SourceText::new(std::fs::read_to_string(project(SEED)).expect("the article"))
}

fn sentence(article: &SourceText, number: usize) -> &str {
    let at = article.find(Number { kind: SentenceKind::Sentence, of_kind: number }).expect("a sentence");
    &article.text()[article.sentences()[at].range.clone()]
}

/// A briefing of claims: the kind of each, its text, and the passage that it quotes.
fn claims(name: &str, claims: &[(&str, &str, &str)]) -> Library {
    let scratch = Scratch::new(name);
    scratch.write(SEED, article().text());
    let mut text = format!("briefing: {name}\nmarking: TLP:CLEAR\nsources:\n  ART: {{file: {SEED}}}\nsections:\n  context:\n");
    for (at, (kind, claim, quote)) in claims.iter().enumerate() {
        assert!(!claim.contains('"') && !quote.contains(['"', '\\']), "it stands in quotation marks as it is");
        text += &format!("    C{}:\n      {kind}: \"{claim}\"\n      quote: \"{quote}\"\n", at + 1);
    }
    let path = scratch.write("briefings/hedges.yaml", text);
    library::open(&path).expect("the briefing opens")
}

/// The findings of a rule, as the words of the file that they are at.
fn found<'a>(world: &'a Library, rule: &str) -> Vec<&'a str> {
    let entry = &world.entries()[0];
    let words = |finding: &Finding| entry.file.get(finding.span.range()).expect("a place in the file").trim_matches('"');
    entry.findings().iter().filter(|finding| finding.rule == rule).map(words).collect()
}

#[test]
fn each_hedge_of_the_article_is_found_and_nothing_else() {
    let article = article();
    assert_eq!(article.count(SentenceKind::Sentence), 29);
    for number in 1..=29 {
        let expected = ARTICLE.iter().find(|row| row.sentence == number).map_or(&[][..], |row| row.hedges);
        assert_eq!(hedges(sentence(&article, number)), expected, "sentence {number}");
        assert_eq!(has(sentence(&article, number), Sense::Nameless), AGENTLESS.contains(&number), "sentence {number}");
    }
}

#[test]
fn a_claim_that_drops_the_hedge_of_its_sentence_is_found() {
    let article = article();
    let rows: Vec<_> = ARTICLE.iter().map(|row| ("forecast", row.flat, sentence(&article, row.sentence))).collect();
    let world = claims("hedge-dropped", &rows);
    let expected: Vec<&str> = rows.iter().map(|(_, flat, _)| *flat).collect();
    assert_eq!(found(&world, "claim/hedge-dropped"), expected);
    assert_eq!(found(&world, "claim/agentless").len(), AGENTLESS.len());
    assert_eq!(found(&world, "quote/not-found"), [""; 0]);
}

#[test]
fn a_claim_that_keeps_the_hedge_of_its_sentence_is_not_found() {
    let article = article();
    let kept = |row: &'static Hedged| row.kept.iter().map(move |text| (row.sentence, *text));
    let rows: Vec<_> = ARTICLE.iter().flat_map(kept).map(|(number, text)| ("forecast", text, sentence(&article, number))).collect();
    assert_eq!(rows.len(), ARTICLE.iter().map(|row| row.hedges.len()).sum::<usize>());
    let world = claims("hedge-kept", &rows);
    assert_eq!(found(&world, "claim/hedge-dropped"), [""; 0]);
    assert_eq!(found(&world, "quote/not-found"), [""; 0]);
}

#[test]
fn a_hedged_sentence_is_no_fact_and_an_unhedged_one_may_be() {
    let article = article();
    for number in 1..=29 {
        let row = ARTICLE.iter().find(|row| row.sentence == number);
        let text = row.map_or("The article says so.", |row| row.kept[0]);
        let world = claims(&format!("fact-{number}"), &[("fact", text, sentence(&article, number))]);
        assert_eq!(found(&world, "claim/hedged-fact").len(), usize::from(row.is_some()), "sentence {number}");
        assert_eq!(found(&world, "claim/hedge-dropped"), [""; 0], "sentence {number}");
    }
}

/// The list of the format in its inflections, in sentences of every day.
#[test]
fn each_inflection_of_the_list_is_found() {
    let sentences: [(&str, &[&str]); 27] = [
        ("Ice could close the port.", &["could"]),
        ("Ice may close the port.", &["may"]),
        ("Ice might close the port.", &["might"]),
        ("Ice can lead to a closure.", &["can"]),
        ("Could ice close the port?", &["could"]),
        ("could close the port and may raise the price", &["could", "may"]),
        ("Ice possibly closes the port.", &["possibly"]),
        ("Perhaps ice closes the port.", &["perhaps"]),
        ("Ice is a potential threat.", &["potential"]),
        ("Ice potentially closes the port.", &["potentially"]),
        ("The lights appear to fail.", &["appear"]),
        ("The order appears to bind.", &["appears"]),
        ("The guild appeared to agree.", &["appeared"]),
        ("The lights seem to fail.", &["seem"]),
        ("The mill seems empty.", &["seems"]),
        ("The mill seemed empty.", &["seemed"]),
        ("The charts suggest a second channel.", &["suggest"]),
        ("The catch suggests a cold spring.", &["suggests"]),
        ("One chart suggested a second channel.", &["suggested"]),
        ("A strike is likely, and a long one unlikely.", &["likely", "unlikely"]),
        ("Prices probably rise.", &["probably"]),
        ("The ballot is expected to pass.", &["expected to"]),
        ("The ballot is expected\nto pass.", &["expected to"]),
        ("The mill stands to lose its trade.", &["stands to"]),
        ("Orn stood to gain.", &["stood to"]),
        ("Reportedly the bell was sold.", &["reportedly"]),
        ("The master ALLEGEDLY sold the bell.", &["allegedly"]),
    ];
    for (text, expected) in sentences {
        assert_eq!(hedges(text), expected, "{text}");
    }
}

#[test]
fn words_that_only_look_like_hedges_are_not_found() {
    let sentences = [
        "In May 2032 the fleet was refitted.",
        "The lights were tested on 3 May.",
        "The fleet, on 3 May, was refitted; by May it sailed.",
        "Military might rests on four cutters.",
        "The naval might of Sarn is old, and its economic might is gone.",
        "The council has the political will to pay.",
        "Mayor Vesk cannot pay; she can’t even ask.",
        "Guns on the quay can reach the lights, and pilots could see them.",
        "The council may veto the order; under the charter a member may appeal.",
        "The master appeared before the council, and two possible buyers appeared in public.",
        "The dismay of the likelihoods.",
        "What is said of the port in the letter holds.",
    ];
    for text in sentences {
        assert_eq!(hedges(text), [""; 0], "{text}");
        assert!(!has(text, Sense::Future) && !has(text, Sense::Nameless), "{text}");
    }
    assert!(!has("The ballot is expected by the guild to pass.", Sense::Nameless));
}

/// What the check says of a quote: it begins where `|` stands in its sentence.
fn is_cut(text: &str) -> bool {
    let (before, quote) = text.split_once('|').expect("a quote");
    let quote = quote.trim_end_matches(['.', ')']);
    let scratch = Scratch::new("hedges-cut");
    scratch.write("seeds/port.txt", format!("{before}{}\n", text.split_once('|').map_or("", |(_, rest)| rest)));
    let briefing = format!(
        "briefing: port\nsources: {{ART: {{file: seeds/port.txt}}}}\nsections: {{s: {{C1: {{fact: Of this the port speaks, quote: '{quote}'}}}}}}\n"
    );
    let world = library::open(&scratch.write("briefings/port.yaml", briefing)).expect("opens");
    let found = world.entries()[0].findings().iter().any(|finding| finding.rule == "quote/cut-hedge");
    assert!(!world.entries()[0].findings().iter().any(|finding| finding.rule == "quote/not-found"), "{text}");
    found
}

#[test]
fn n16_what_is_hedged_or_denied_reaches_to_the_end_of_its_clause() {
    for text in [
        "The deal does not appear to require |Iran to give up its control of the strait.",
        "It does not seem that the town |has paid for the dredger.",
        "Ice could raise prices, cut exports and |weaken the crown.",
        "It is unlikely that |the mill closes before May.",
        "The envoy denied that |Orn had sold the bell.",
        "No ship |has left the port.",
        "They didn’t agree to |open the gate.",
        "There are no signs that |the ships will leave.",
        "The council has ruled out |buying a second dredger.",
        "It may, in the view of the guild, |open the gate.",
        "If the ice comes early, |the mill closes in May.",
        // It is the clerk's word.
        "It may rain, the clerk noted, adding that |the gate holds.",
        "The two services, which have never trusted each other, may nevertheless |share the list of suspects.",
    ] {
        assert!(is_cut(text), "{text}");
    }
}

#[test]
fn n16_what_is_said_in_another_clause_is_not_reached() {
    for text in [
        "Ice could close the port, but |the ferry sails.",
        "Ice may stop the ferry, and |ships wait outside.",
        "Ice may stop the ferry and |the pilots wait.",
        "The mayor, who may resign, |signed the order.",
        "It is not only cheap but |open all year.",
        "The order may fall; |the guild holds to it.",
        "He could not pay because |the town kept the money.",
        "There is no doubt that |the mill burned.",
        "She signed Order No. 5, which |shut the port.",
        "Ships can wait (as they did in May) |outside the port.",
        "Ice could embolden the guild, particularly in relation to its influence over |Orn and Sarn.",
        "It could raise the price, also with a view to |the coal of Orn.",
        "Orn does not buy coal, while |Sarn buys 40 tons.",
    ] {
        assert!(!is_cut(text), "{text}");
    }
}
