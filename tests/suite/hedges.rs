//! The hedges of the built-in briefing's article, as a reader finds them, and what becomes of claims that drop them.

use crate::support::{Scratch, project};
use bluf::briefing::wording::{agentless, hedges};
use bluf::briefing::{Finding, Number, SentenceKind, SourceText};
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
        let found: Vec<&str> = hedges(sentence(&article, number)).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, expected, "sentence {number}");
        assert_eq!(!agentless(sentence(&article, number)).is_empty(), AGENTLESS.contains(&number), "sentence {number}");
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
    let sentences: [(&str, &[&str]); 26] = [
        ("Ice could close the port.", &["could"]),
        ("Ice may close the port.", &["may"]),
        ("Ice might close the port.", &["might"]),
        ("Ice can close the port.", &["can"]),
        ("Could ice close the port? It can.", &["could", "can"]),
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
        let found: Vec<&str> = hedges(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, expected, "{text}");
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
        "The ballot is expected by the guild to pass.",
        "The dismay of the likelihoods.",
    ];
    for text in sentences {
        assert_eq!(hedges(text), [], "{text}");
        assert_eq!(bluf::briefing::wording::future(text), [], "{text}");
        assert!(agentless(text).is_empty(), "{text}");
    }
}
