//! What a quote, a claim and an event say, held against their source: a file in, findings out.

use crate::support::Scratch;
use bluf::library;

/// The findings of some rules on a briefing with one source of 17 November 2026: rule, message and hint.
fn found(name: &str, source: &str, items: &str, rules: &[&str]) -> Vec<(&'static str, String)> {
    let scratch = Scratch::new(&format!("details-{name}"));
    scratch.write("seeds/port.txt", source);
    let briefing = format!("briefing: port\ndate: 2026-11-22\nsources: {{ART: {{file: seeds/port.txt, date: 2026-11-17}}}}\n{items}");
    let path = scratch.write("briefings/port.yaml", briefing);
    let world = library::open(&path).expect("opens");
    let of_rules = world.entries()[0].findings().iter().filter(|finding| rules.iter().any(|rule| finding.rule.starts_with(rule)));
    of_rules.map(|finding| (finding.rule, format!("{} | {}", finding.message, finding.hint.clone().unwrap_or_default()))).collect()
}

fn quoted(name: &str, source: &str, quote: &str) -> Vec<(&'static str, String)> {
    found(name, source, &format!("sections: {{s: {{C1: {{fact: x, quote: {quote}}}}}}}\n"), &["quote/"])
}

fn rules(found: &[(&'static str, String)]) -> Vec<&'static str> {
    found.iter().map(|(rule, _)| *rule).collect()
}

#[test]
fn m2_what_differs_in_typography_or_composition_is_found_and_said() {
    for (name, source, quote) in [
        ("angle", "He spoke of ‹calm› in the port.", "He spoke of 'calm' in the port"),
        ("corner", "He spoke of 「calm」 in the port.", "He spoke of “calm” in the port"),
        ("low", "He spoke of 〝calm〞 in the port.", "He spoke of «calm» in the port"),
        ("acute", "The port´s lights are old.", "The port's lights are old"),
        ("minus", "It fell by －5 percent.", "It fell by -5 percent"),
        ("em", "The port ⸺ it is old ⸺ is shut.", "The port — it is old — is shut"),
        ("nfd", "The mayor of Ma\u{301}laga spoke.", "The mayor of Málaga spoke"),
        ("nfc", "The mayor of Málaga spoke.", "The mayor of Ma\u{301}laga spoke"),
    ] {
        let found = quoted(name, source, &serde_json::to_string(quote).expect("a string"));
        assert_eq!(rules(&found), ["quote/folded"], "{name}");
    }
}

#[test]
fn m2_what_the_eye_cannot_tell_apart_is_named_by_its_code() {
    for (name, source, quote, said) in [
        ("accent", "The mayor of Ma\u{301}laga spoke.", "The mayor of Málaga spoke", "U+0301"),
        ("space", "It is 10\u{a0}km to Orn.", "It is 10 km to Orn", "U+00A0"),
        ("zero", "The tal\u{200b}ks in Orn began.", "The talks in Orn began", "U+200B"),
        ("mark", "The \u{200e}talks in Orn began.", "The talks in Orn began", "U+200E"),
        ("twin", "The talks in \u{41e}rn began.", "The talks in Orn began", "U+041E"),
    ] {
        let found = quoted(name, source, &serde_json::to_string(quote).expect("a string"));
        assert!(matches!(found.as_slice(), [(_, words)] if words.contains(said)), "{name}: {found:?}");
    }
}

#[test]
fn m2_all_places_count_and_the_space_beside_them_does_not() {
    let oil = "In spring the oil price rose, and by autumn the oil\nprice fell again.";
    let table = format!("Exports{}12.4\nImports\n\n{}12.4\n", " ".repeat(45), " ".repeat(300));
    for (name, source, quote, expected) in [
        ("fell", oil, "{exact: the oil price, suffix: fell again}", vec![]),
        ("rose", oil, "{exact: the oil price, suffix: rose}", vec![]),
        ("both", oil, "the oil price", vec!["quote/ambiguous"]),
        ("exports", &table, "{exact: '12.4', prefix: Exports}", vec![]),
        ("imports", &table, "{exact: '12.4', prefix: Imports}", vec![]),
        ("neither", &table, "{exact: '12.4', prefix: Ports}", vec!["quote/not-found"]),
    ] {
        assert_eq!(rules(&quoted(name, source, quote)), expected, "{name}");
    }
}

#[test]
fn m2_a_quote_that_is_not_found_shows_what_changed_and_the_line_to_write() {
    let long =
        "the guild of the pilots of Sarn and of the island of Orn, which has met in the old mill since the winter of the great ice, ";
    let source = format!("In the end {long}counted 17 ships. The mayor spoke.");
    let found_one = quoted("eighteen", &source, &format!("'{long}counted 18 ships'"));
    assert_eq!(rules(&found_one), ["quote/not-found"]);
    let said = &found_one[0].1;
    assert!(said.contains(&format!("{long}counted −18− +17+ ships")), "{said}");
    assert!(said.contains("write `quote: ") && said.contains("counted 17 ships"), "{said}");
    for (name, quote) in [("double", "“The mayor spoke”"), ("single", "‘The mayor spoke’"), ("full-stop", "«The mayor spoke.»")] {
        let found = quoted(name, &source, quote);
        assert_eq!(rules(&found), ["quote/not-found"], "{name}");
        let said = &found[0].1;
        assert!(said.contains("the quotation marks around these words are not in ART") && said.contains("`quote: "), "{said}");
    }
}

#[test]
fn m2_of_two_places_that_are_as_near_what_stands_beside_the_quote_tells_which_is_meant() {
    let output = "Output in May was 40 tons. Output in June was 40 tons, and rising.";
    let oil = "In spring the oil price rose, and by autumn the oil price fell again. The end.";
    for (name, source, quote, meant, other) in [
        ("june", output, "{exact: was 41 tons, prefix: Output in June, suffix: ', and rising'}", "June", "'May'"),
        ("may", output, "{exact: was 41 tons, prefix: Output in May}", "May", "'June'"),
        ("autumn", oil, "{exact: the oil prices, suffix: fell again}", "autumn", "spring"),
    ] {
        let found = quoted(name, source, quote);
        let said = found.iter().map(|(_, said)| said.as_str()).collect::<String>();
        assert!(said.contains(meant) && !said.contains(other) && !said.contains("as others"), "{name}: {said}");
    }
    let said = quoted("neither", output, "was 41 tons").remove(0).1;
    assert!(said.contains("nearest, as near as others"), "{said}");
}

#[test]
fn n16_names_and_numbers_are_held_against_the_source_by_what_they_mean() {
    let claim = |name: &str, source: &str, text: &str| {
        let quote = serde_json::to_string(source.trim_end_matches('.')).expect("a string");
        let text = serde_json::to_string(text).expect("a string");
        found(name, source, &format!("sections: {{s: {{C1: {{fact: {text}, quote: {quote}}}}}}}\n"), &["claim/detail-outside-quote"])
    };
    for (name, source, text) in [
        ("decimal", "Prices rose by 5.3 percent.", "It says that prices rose by 3.5 percent."),
        ("thousand", "It took 1 to 200 days.", "It took 1,200 days."),
        ("swapped", "The port was shut on 2026-03-05.", "It was shut on 2026-05-03."),
        ("months", "It was shut on 12 March and opened on 3 April.", "It was shut on 3 March."),
        ("word", "The fleet has 17 ships.", "The fleet has nineteen ships."),
        ("billion", "It cost 4.6 million crowns.", "It cost 4.6 billion crowns."),
        ("few", "Engineers found two cracks.", "The engineers found three cracks."),
        ("niger", "The envoys of Nigeria left.", "The envoys came from Niger."),
        ("us", "The mayor told us so.", "He told the US so."),
        ("in-the-capital", "The ministers of Canada met in May.", "The ministers of Canada met in Ottawa in May."),
        ("other-korea", "The navy of South Korea bought two ships.", "The navy that Pyongyang runs bought two ships."),
        ("other-quarter", "Exports fell in the second quarter.", "Exports fell in Q3."),
        ("other-region", "The envoy of Estonia left.", "The envoy of the Baltic states left."),
        ("other-ordinal", "The 7th Fleet left the port.", "The Eighth Fleet left the port."),
        ("other-unit", "The plant yields nine megawatts.", "The plant yields 9 GW."),
        ("other-months", "It opens in the first quarter of 2027.", "It opens between April and June 2027."),
    ] {
        assert_eq!(claim(name, source, text).len(), 1, "{name}");
    }
    for (name, source, text) in [
        ("bn", "It cost 4.6 billion dollars.", "It cost $4.6bn."),
        ("km", "It is 40 km off.", "It is 40km off."),
        ("comma", "It took 1200 days.", "It took 1,200 days."),
        ("persian", "The fleet has ۱۲ ships.", "The fleet has 12 ships."),
        ("seventeen", "The fleet has 17 ships.", "The fleet has seventeen ships."),
        ("date", "The port was shut on Sept. 14, 2026.", "It was shut on 14 September 2026."),
        ("computed", "It rained from 14:00 to 18:00.", "The rain fell for four hours."),
        ("the-two", "Orn and Sarn agreed.", "The two towns agreed."),
        ("u-s", "The U.S. envoy left.", "The envoy of the US left."),
        ("accent", "The mayor of Ma\u{301}laga left.", "The mayor of Malaga left."),
        ("demonym", "The Iranian envoy left.", "An envoy of Iran left."),
        ("capital", "In May Canada barred 16 firms.", "In May Ottawa barred 16 firms."),
        ("quarter", "Exports fell in the third quarter.", "Exports fell in Q3."),
        ("volume", "Imports came to 31 mt.", "Imports came to 31 million tonnes."),
        ("region", "The envoys of Estonia and Latvia left.", "The envoys of two Baltic states left."),
        ("ordinal", "The 7th Fleet left the port.", "The Seventh Fleet left the port."),
        ("unit", "The plant yields nine gigawatts.", "The plant yields 9 GW."),
        ("quarter-in-months", "It opens in the first quarter of 2027.", "It opens between January and March 2027."),
        ("union", "Brussels froze the assets of 24 judges.", "The EU froze the assets of 24 judges."),
        ("people-of-two-words", "Burkinabè troops left the port.", "Burkina Faso's troops left the port."),
        ("initials-of-parts", "They hold man-portable air-defense systems.", "They hold MANPADS."),
    ] {
        assert_eq!(claim(name, source, text), [], "{name}");
    }
    let hint = claim("aka", "The envoy of the islands left.", "The envoy of Belmar left.");
    assert!(hint[0].1.contains("`aka`"), "{hint:?}");
}

#[test]
fn n16_one_number_of_another_unit_is_another_amount() {
    let claim = |name: &str, source: &str, text: &str| {
        let text = serde_json::to_string(text).expect("a string");
        let quote = serde_json::to_string(source.trim_end_matches('.')).expect("a string");
        found(name, source, &format!("sections: {{s: {{C1: {{fact: {text}, quote: {quote}}}}}}}\n"), &["faithfulness/bound"])
    };
    for (name, source, text, said) in [
        ("far", "The depot lies 40 km off the coast.", "The depot is 40 miles off the coast.", "miles and kilometres are not the same"),
        ("money", "The fine is $4 million.", "The fine is €4 million.", "euros and dollars are not the same"),
        ("minus", "It is -3 degrees in Orn.", "It is 3 degrees in Orn.", "the source has a minus sign before this"),
        ("no-minus", "It is 3 degrees in Orn.", "It is -3 degrees in Orn.", "the source has no minus sign before this"),
        ("long-minus", "It is 3 degrees in Orn.", "It is −3 degrees in Orn.", "the source has no minus sign before this"),
    ] {
        let found = claim(name, source, text);
        assert!(found.len() == 1 && found[0].1.contains(said), "{name}: {found:?}");
    }
    for (name, source, text) in [
        ("same", "The depot lies 40 km off the coast.", "The depot is 40 kilometres off the coast."),
        ("written", "The fine is $4 million.", "The fine is 4 million dollars."),
        ("signs", "It is −3 degrees in Orn.", "It is -3 degrees in Orn."),
        ("below", "It is 3 degrees below zero in Orn.", "It is -3 degrees in Orn."),
        ("lost", "The port lost 3 percent in May.", "The port made -3 percent in May."),
        ("span", "Some 2-3 ships left.", "Some 2–3 ships left."),
    ] {
        assert_eq!(claim(name, source, text), [], "{name}");
    }
}

#[test]
fn n16_an_event_is_dated_as_precisely_as_a_source_dates_it() {
    let event = |name: &str, source: &str, date: &str| {
        let items = format!("events:\n  T1: {{express-intent: They meet, date: {date}}}\n");
        found(name, source, &items, &["event/date-not-in-source"])
    };
    let february = "The port was shut on February 28. It opened in March 2026, after 12 days.";
    for (name, source, date) in [
        ("day", february, "2026-01-15"),
        ("month", february, "2026-02-12"),
        ("year", february, "2025-02-28"),
        ("whole", february, "2024"),
        ("other-month", february, "2026-05"),
        ("end", february, "2026-02-28/2026-03-02"),
        ("weekday", "The port was shut on Monday.", "2026-11-18"),
        ("long-ago", "The port was shut on Monday.", "2026-06-01"),
        ("only-month", "The port was shut in November 2026.", "2026-11-09"),
        ("march", "He may march in 2026.", "2026-03"),
        ("may", "He may march in 2026.", "2026-05"),
        ("spring", "The port was shut in spring 2026.", "2026-23"),
        ("other-season", "The port was shut in the winter of 2024.", "2026-24"),
        ("nineties", "The port was shut in the 1990s.", "202X"),
        ("last-century", "The port was shut in 1812.", "19XX"),
        ("word-day", "The port was shut on February twenty-seventh, 2026.", "2026-02-28"),
        ("basic", "The port was shut on 20260227.", "2026-02-28"),
        ("other-quarter", "The port was shut in Q3 2023.", "2023-10/2023-12"),
        ("quarter-year", "The port was shut in Q4 2023.", "2022-10/2022-12"),
        ("quarter-month", "The port was shut in Q4 2023.", "2023-10"),
        ("quarter-part", "The port was shut in Q4 2023.", "2023-10/2023-11"),
        ("a-quarter", "In 2023 a quarter of the port was shut.", "2023-10/2023-12"),
    ] {
        assert_eq!(event(name, source, date).len(), 1, "{name}");
    }
    for (name, source, date) in [
        ("same", february, "2026-02-28"),
        ("of-month", february, "2026-02"),
        ("of-year", february, "2026"),
        ("third", february, "2026-03"),
        ("about", february, "2026-02-12~"),
        ("interval", february, "2026-02-28/2026-03"),
        ("open", february, "2026-02-28/.."),
        ("quarter", "The port was shut in Q4 2023.", "2023-10/2023-12"),
        ("quarter-short", "The port was shut in 4Q 2023.", "2023-10/2023-12"),
        ("quarter-words", "The port was shut in the fourth quarter of 2023.", "2023-10/2023-12"),
        ("half", "The port was shut in the first half of 2023.", "2023-01/2023-06"),
        ("monday", "The port was shut on Monday.", "2026-11-16"),
        ("yesterday", "The port was shut yesterday.", "2026-11-16"),
        ("today", "Today the port was shut.", "2026-11-17"),
        ("week", "The port was shut last week.", "2026-11-12"),
        ("of-this-month", "The port was shut on the 9th.", "2026-11-09"),
        ("later", "It burned on 3 June 2026. Two days later the port was shut.", "2026-06-05"),
        ("december", "The port was shut on 3 December.", "2025-12-03"),
        ("russian", "Порт закрыт 28 февраля 2026 года.", "2026-02-28"),
        ("persian", "بندر در ۹ اسفند ۱۴۰۴ بسته شد.", "2026-02-28"),
        ("chinese", "港口于2026年2月28日关闭。", "2026-02-28"),
        ("words", "The port was shut on February twenty-eighth, 2026.", "2026-02-28"),
        ("words-first", "The port was shut on the twenty-eighth of February 2026.", "2026-02-28"),
        ("word", "The port was shut on February fifth.", "2026-02-05"),
        ("word-alone", "The port was shut on the twenty-eighth.", "2026-11-28/.."),
        ("basic-form", "The port was shut on 20260228.", "2026-02-28"),
        ("dotted", "The port was shut on 28.02.2026.", "2026-02-28"),
        ("ordinal", "The port was shut on the 28th of February.", "2026-02-28"),
        ("capital", "The port was shut in March 2026.", "2026-03"),
        ("fall", "The port was shut in the fall of 2026.", "2026-23"),
        ("autumn-month", "The port was shut in October 2026.", "2026-23"),
        ("winter-end", "The port was shut in February 2026.", "2025-24"),
        ("third-quarter", "The port was shut in the third quarter of 2026.", "2026-22"),
        ("decade", "The port was shut in the 2020s.", "202X"),
        ("of-decade", "The port was shut in 2024.", "202X"),
        ("century", "The port was shut in 1962.", "19XX"),
    ] {
        assert_eq!(event(name, source, date), [], "{name}");
    }
}

#[test]
fn n16_a_place_is_named_by_any_name_of_its_state() {
    let place = |name: &str, source: &str, items: &str| found(name, source, items, &["event/date-not-in-source"]);
    let of = |place: &str| format!("events:\n  T1: {{express-intent: They meet, where: {place}}}\n");
    let actor = |actor: &str| format!("actors: {{{actor}}}\n{}", of("US"));
    for (name, source, items) in [
        ("dotted", "They met in the U.S. on Monday.", of("US")),
        ("long", "They met in the United States.", of("US")),
        ("of-world", "They met in Iran.", of("IR")),
        ("named", "They met in the U.K.", of("United Kingdom")),
        ("actor", "They met in the U.S.", actor("US: {name: United States}")),
        ("bare-actor", "They met in the U.S.", actor("US:")),
        ("town", "They met in Sarn.", of("Sarn")),
    ] {
        assert_eq!(place(name, source, &items), [], "{name}");
    }
    for (name, source, items) in [
        ("other", "They met in Iran.", of("US")),
        ("pronoun", "They told us so.", of("US")),
        ("firm", "They met in the U.S.", actor("US: {name: Ursa Shipping}")),
    ] {
        assert_eq!(place(name, source, &items).len(), 1, "{name}");
    }
}

#[test]
fn n16_a_shorter_quote_escapes_no_hedge_and_no_denial_of_its_sentence() {
    let cut = |name: &str, source: &str, text: &str, quote: &str| {
        let items = format!("sections: {{s: {{C1: {{fact: '{text}', quote: '{quote}'}}}}}}\n");
        found(name, source, &items, &["quote/cut-hedge", "quote/not-found"])
    };
    let strait = "The announcement does not appear to require Iran to give up its control of the strait, and ships wait outside.";
    for (name, quote, said) in [
        ("whole", "Iran to give up its control", "“not”"),
        ("shorter", "give up its control of the strait", "“appear”"),
        ("shortest", "its control of the strait", "“not”"),
    ] {
        let found = cut(name, strait, "Iran gives up its control.", quote);
        assert!(found.iter().any(|(rule, message)| *rule == "quote/cut-hedge" && message.contains(said)), "{name}: {found:?}");
    }
    assert_eq!(cut("other", strait, "Ships wait.", "ships wait outside"), []);
    // What a quote only names is there, whatever is said of it.
    let named = [
        ("deal", "The deal to build a tunnel could reshape trade.", "The deal to build a tunnel"),
        ("talks", "Emerging from the talks of Orn, the treaty may fail.", "Emerging from the talks of Orn"),
        ("marks", "The deal to build a tunnel marks a shift, potentially reshaping trade.", "The deal to build a tunnel"),
    ];
    for (name, source, quote) in named {
        assert_eq!(cut(name, source, "They have talked of a tunnel.", quote), [], "{name}");
    }
    assert_eq!(cut("said", strait, "It does not seem that Iran gives up its control.", "Iran to give up its control"), []);
}

/// What a claim of one fact has that its source has not.
fn outside(name: &str, source: &str, claim: &str) -> Vec<&'static str> {
    let text = |text: &str| serde_json::to_string(text).expect("a string");
    let items = format!("sections: {{s: {{C1: {{fact: {}, quote: {}}}}}}}\n", text(claim), text(source));
    rules(&found(name, &format!("{source}\n"), &items, &["claim/detail"]))
}

/// Each of the words may give one letter, two or three, so there are more ways to the end than can be tried.
#[test]
fn n16_letters_that_many_words_may_have_given_are_looked_for_once() {
    let ways = format!("The {} left the port.", ["AAA"; 40].join(" "));
    for (name, letters, is_found) in
        [("none", "A".repeat(19) + "B", true), ("long", "A".repeat(40) + "B", true), ("all", "A".repeat(19), false)]
    {
        let claim = format!("The {letters} left the port.");
        assert_eq!(!outside(name, &ways, &claim).is_empty(), is_found, "{claim}");
    }
}

#[test]
fn n16_a_number_without_its_nought_is_read_like_any_other() {
    for (name, said) in [("part", "The bank lent .5 million on 3 May."), ("hour", "The bell rang at .5 a.m. on 3 May.")] {
        assert_eq!(outside(name, said, said), [""; 0], "{said}");
    }
}

#[test]
fn n16_what_changes_places_is_found_and_what_is_said_in_other_numbers_is_not() {
    let years = "Output fell from 310,000 barrels a day in 2022 to 270,000 in 2023.";
    let days = "Lagos and Abuja signed on 3 April; Accra followed on 7 May.";
    let things = "Three tankers and eleven bulk carriers were stopped.";
    for (name, source, claim, is_found) in [
        ("years", years, "Output fell from 310,000 barrels a day in 2023 to 270,000 in 2022.", true),
        ("years-kept", years, "In 2023 output was 270,000 barrels a day, after 310,000 in 2022.", false),
        ("days", days, "Lagos and Abuja signed on 7 May; Accra followed on 3 April.", true),
        ("days-kept", days, "On 7 May Accra followed Lagos and Abuja, which signed on 3 April.", false),
        ("things", things, "Eleven tankers and three bulk carriers were stopped.", true),
        ("ends", "Exports rose from $2.1bn to $3.4bn.", "Exports rose from $3.4bn to $2.1bn.", true),
        ("of", "The court in Accra jailed two of the five defendants.", "The court in Accra jailed three of the five defendants.", true),
        ("rest", "All but one of the 15 members voted for it.", "Fourteen of the 15 members voted for it.", false),
        ("part", "Turnout fell by three quarters.", "Turnout fell by 75 percent.", false),
        ("unit", "Officers found 1.2 tonnes of it.", "Officers found 1,200 kg of it.", false),
        ("round", "The firm lost 3.2 billion dollars.", "The firm lost more than 3 billion dollars.", false),
        ("round-up", "The firm lost 3.2 billion dollars.", "The firm lost more than 4 billion dollars.", true),
        ("initials", "The United States sent a frigate.", "A frigate was sent by the US.", false),
        ("other-initials", "The United States sent a frigate.", "A frigate was sent by the UN.", true),
        ("capital", "On Monday Beijing closed the strait.", "The strait was closed by China.", false),
        ("other-capital", "On Monday Beijing closed the strait.", "The strait was closed by Japan.", true),
        ("money", "The contract is worth $4.6bn.", "The contract is worth 4.6 billion US dollars.", false),
    ] {
        assert_eq!(!outside(name, source, claim).is_empty(), is_found, "{name}: {claim}");
    }
}

/// What a sentence takes back behind a quote, or only opposes before it; `|` stands at both ends of the quote.
#[test]
fn n16_a_quote_that_its_sentence_takes_back_is_cut() {
    let cut = |sentence: &str, claim: &str| {
        let text = |text: &str| serde_json::to_string(text).expect("a string");
        let quote = sentence.split('|').nth(1).expect("a quote").trim();
        let items = format!("sections: {{s: {{C1: {{fact: {}, quote: {}}}}}}}\n", text(claim), text(quote));
        rules(&found("taken-back", &format!("{}\n", sentence.replace('|', "")), &items, &["quote/cut-hedge", "quote/not-found"]))
    };
    for (sentence, claim) in TAKEN_BACK {
        assert_eq!(cut(sentence, claim), ["quote/cut-hedge"], "{sentence}");
    }
    for (sentence, claim) in STANDS {
        assert_eq!(cut(sentence, claim), [""; 0], "{sentence}");
    }
}

const TAKEN_BACK: &[(&str, &str)] = &[
    ("|Port Abra is open|, which the harbour master denied.", "Port Abra is open."),
    ("|Port Abra is open|, which the harbour master has since disputed.", "Port Abra is open."),
    ("|Port Abra is open|, which nobody believes.", "Port Abra is open."),
    ("|The tower fell at noon|, but that is untrue.", "The tower fell at noon."),
    ("|The tower fell at noon|, but this was false.", "The tower fell at noon."),
    ("|The tower fell at noon|, though it is not true.", "The tower fell at noon."),
    ("|The tower fell at noon|, a claim that proved false.", "The tower fell at noon."),
    ("|The tower fell at noon|, a claim later shown to be false.", "The tower fell at noon."),
    ("|The tower fell at noon|, a report the mayor dismissed.", "The tower fell at noon."),
    ("|The tower fell at noon|, an untrue story.", "The tower fell at noon."),
    ("|The tower fell at noon|, which turned out not to be so.", "The tower fell at noon."),
    ("|The tower fell at noon|, which was denied by the mayor.", "The tower fell at noon."),
    ("That |the stable burned| was denied by the mayor.", "The stable burned."),
    ("That |the stable burned| has been refuted.", "The stable burned."),
    ("That |the stable burned| is untrue.", "The stable burned."),
    ("|The stable burned|; the mayor denies it.", "The stable burned."),
    ("|The stable burned|, but the mayor has denied this.", "The stable burned."),
    ("|The stable burned| - the mayor denies the claim.", "The stable burned."),
    ("The guild is opposed to |closing the mine|.", "The guild is closing the mine."),
    ("The guild voted against |closing the mine|.", "The guild is closing the mine."),
    ("The guild opposes |closing the mine|.", "The guild is closing the mine."),
    ("The strike stopped the yard |buying steel|.", "The yard is buying steel."),
    ("The mills aren't |in the valley|.", "The mills are in the valley."),
    ("The mills weren’t |in the valley|.", "The mills were in the valley."),
];

const STANDS: &[(&str, &str)] = &[
    ("|Port Abra is open|, which the harbour master confirmed.", "Port Abra is open."),
    ("|Port Abra is open|, which the harbour master had denied until May.", "Port Abra is open."),
    ("|Port Abra is open|, which nobody denies.", "Port Abra is open."),
    ("|Port Abra is open|, and the harbour master denied that he had shut it.", "Port Abra is open."),
    ("|Port Abra is open|, which the harbour master denied.", "Port Abra is open, which the harbour master denies."),
    ("|The tower fell at noon|, but the bridge did not.", "The tower fell at noon."),
    ("|The tower fell at noon|, but the claim that it was old is untrue.", "The tower fell at noon."),
    ("|The tower fell at noon|, a claim that proved true.", "The tower fell at noon."),
    ("|The tower fell at noon|, but that is not the whole story.", "The tower fell at noon."),
    ("|The tower fell at noon|, but it is not clear why.", "The tower fell at noon."),
    ("|The stable burned|; the mayor denies any fault.", "The stable burned."),
    ("|The stable burned|; the mayor denies that he set it on fire.", "The stable burned."),
    ("|The stable burned|, and the mayor denied it help.", "The stable burned."),
    ("|The guild accused Orn of theft|, which Orn denies.", "The guild accused Orn of theft."),
    ("|The council approved the request|, which the mayor rejected.", "The council approved the request."),
    ("|The paper printed a story|, which proved false.", "The paper printed a story."),
    ("|The bank made a bid|, which the owners rejected.", "The bank made a bid."),
    ("That |the stable burned| was confirmed by the mayor.", "The stable burned."),
    ("That |the stable burned| was not denied by the mayor.", "The stable burned."),
    ("The guild voted against |closing the mine|.", "The guild voted against closing the mine."),
    ("The strike stopped the yard |buying steel|.", "The strike kept the yard from buying steel."),
    ("The guards stopped a truck |carrying steel|.", "A truck was carrying steel."),
    ("The mills are |in the valley|, not on the hill.", "The mills are in the valley."),
];

#[test]
fn n16_an_event_has_the_day_that_its_claims_quote() {
    let event = |name: &str, quote: &str, claims: &str, date: &str| {
        let (quote, rest) = quote.split_once('|').unwrap_or((quote, ""));
        let source = format!("{quote}{rest}. The port opened on March 1, 2026. It shut again on 7 April 2026.");
        let text = serde_json::to_string(quote).expect("a string");
        let items = format!(
            "sections: {{s: {{C1: {{fact: x, quote: {text}}}, C2: {{fact: y, quote: It shut again on 7 April 2026}}}}}}\nevents:\n  T1: {{express-intent: They meet, date: {date}, claims: {claims}}}\n"
        );
        found(name, &source, &items, &["event/date-not-in-source"])
    };
    let on = "The fleet attacked the port on February 28, 2026";
    for (name, quote, claims, date) in [
        ("next", on, "[C1]", "2026-03-01"),
        ("later", on, "[C1]", "2026-04-07"),
        ("fronted", "On Saturday, February 28, the fleet attacked the port", "[C1]", "2026-03-01"),
        ("both", on, "[C1, C2]", "2026-03-01"),
        ("year", on, "[C1]", "2025-02-28"),
        ("clause", "The fleet attacked the port on February 28, 2026|, and ships left it", "[C1]", "2026-03-01"),
    ] {
        let found = event(name, quote, claims, date);
        assert_eq!(found.len(), 1, "{name}: {found:?}");
    }
    let found = event("words", on, "[C1]", "2026-03-01");
    assert!(found[0].1.contains("not the day that C1 quotes, “February 28, 2026”"), "{found:?}");
    for (name, quote, claims, date) in [
        ("same", on, "[C1]", "2026-02-28"),
        ("month", on, "[C1]", "2026-02"),
        ("other-claim", on, "[C1, C2]", "2026-04-07"),
        ("no-claim", on, "[]", "2026-03-01"),
        ("said", "The mayor said on February 28 that the port would open", "[C1]", "2026-03-01"),
        ("signed", "The treaty that was signed on February 28 has lapsed", "[C1]", "2026-03-01"),
        ("since", "The port has been shut since February 28, 2026", "[C1]", "2026-03-01"),
        ("two", "The fleet left on February 28 and came back on March 1, 2026", "[C1]", "2026-03-01"),
        ("two-deeds", "The fleet attacked the port on February 28, and the guild closed the gate", "[C1]", "2026-03-01"),
        ("later-day", "It burned on February 28, 2026, and a day later it fell", "[C1]", "2026-03-01"),
        ("named", "The February 28 attack on the port was condemned", "[C1]", "2026-03-01"),
    ] {
        assert_eq!(event(name, quote, claims, date), [], "{name}");
    }
}

#[test]
fn n16_a_day_within_a_span_of_days_is_in_the_source() {
    let event = |name: &str, source: &str, date: &str| {
        let items = format!("events:\n  T1: {{express-intent: They meet, date: {date}}}\n");
        found(name, source, &items, &["event/date-not-in-source"]).len()
    };
    for (name, source) in [
        ("to", "They met from 3 to 7 May 2025."),
        ("dash", "They met on 3–7 May 2025."),
        ("through", "They met May 3 through May 7, 2025."),
        ("months", "They met from 28 April to 7 May 2025."),
        ("month-first", "They met on May 3-7, 2025."),
    ] {
        assert_eq!(event(name, source, "2025-05-05"), 0, "{name}");
        assert_eq!(event(name, source, "2025-05-08"), 1, "{name}");
    }
    for (name, source) in [("and", "They met on 3 and 7 May 2025."), ("two", "They met on 3 May 2025. They left on 7 May 2025.")] {
        assert_eq!(event(name, source, "2025-05-05"), 1, "{name}");
    }
}
