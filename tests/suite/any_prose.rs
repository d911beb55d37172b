//! Prose that nobody would write: the rules of meaning read it to its end, whatever stands beside what.

use crate::house::files::files;
use crate::support::Random;
use bluf::briefing::SourceText;
use bluf::library::HeldBriefing;
use bluf::library::held_briefing::FileText;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

/// Numbers, dates, hedges, scopes, abbreviations and letters that rules look at; between two `|` a space may be a part of one.
const PIECES: &str = ".5|-.5|5.|1,|1.2.3|1,2,3|½|2½|٣٫٥|۱۲|１２|10^6|$|€5bn|$.5bn|5%|per cent|0.|007|-|–|—|−5|1e9|∞|№5|Q3|mid-2026|'26|31 February\
|29 February 2025|2026-13|2026-02-30|13 13 2026|May|may|May 5|the 5th|1st-2nd|40km/h|billion|bn|a dozen|half|two-thirds|third|hundreds of\
|no fewer than|at least|up to|more than|between 5 and|from|to|not|n't|never|neither|nor|unless|if|only if|according to|said|told|that|which\
|who|alleged|reportedly|could|would|might|may not|will|won't|cannot|rule out|likely|unlikely|almost certain|Iran|Iran’s|U.S.|UK's|Niger\
|Nigeria|NATO|Mr.|Dr. May|A.|A.B.|a.m.|e.g.|“|”|\"|'|’|(|)|[|]|…|!|?!|;|:|,|.|  |\u{200b}|\u{200f}|\u{202e}|\u{a0}|\u{ad}|e\u{301}|ß|İ|ı|ﬁ|ǆ|中文\
|سلام|می‌کند|🇮🇷|👨‍👩‍👧|as long as|since|until|while|one of the four|twice|tenfold|percentage points|°C|C3|[C1]|[J1]|twenty-one\
|one hundred and|-million|million-|zero|none|all|each|few|the|port|strike|workers|treaty|ship|gas|army|talks|was|is|were|has|had|have been|be\
|being|did|does|made|signed|closed|reported|denied|expected|planned|killed";

fn prose(random: &mut Random, most: usize) -> String {
    let pieces: Vec<&str> = PIECES.split('|').collect();
    let words: Vec<&str> = (0..=random.below(most)).map(|_| *random.of(&pieces)).collect();
    words.join(" ")
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "").replace('"', "\\\""))
}

/// A briefing of eight claims on a text of eight sentences, each of which says the whole, a part or nothing of its quote.
fn briefing(random: &mut Random, sentences: &[String]) -> (String, String) {
    let mut text = "briefing: any\ntitle: Any\ndate: 2026-11-01\nmarking: TLP:GREEN\n".to_owned();
    let _ = write!(text, "bottom_line: {}\nsources:\n  LOG: {{file: seeds/any.txt}}\nsections:\n  all:\n", quoted(&prose(random, 12)));
    for (at, sentence) in sentences.iter().enumerate() {
        let kind = ["fact", "assessment", "forecast"][random.below(3)];
        let part: Vec<&str> = sentence.split(' ').filter(|_| random.below(4) > 0).collect();
        let says = [prose(random, 12), sentence.clone(), part.join(" "), format!(" {sentence}")];
        let quote = if random.below(4) > 0 { sentence.clone() } else { part.join(" ") };
        let _ = writeln!(text, "    C{}:\n      {kind}: {}\n      quote: {}", at + 1, quoted(&says[random.below(4)]), quoted(&quote));
    }
    let by = *random.of::<&str>(&["2027", "2026-06", "2027-01/2027-03", "202X", "2027-21"]);
    let [judged, because, threshold, event] = [10, 14, 6, 6].map(|most| quoted(&prose(random, most)));
    let _ = writeln!(
        text,
        "judgements:\n  J1: {{text: {judged}, likelihood: likely, confidence: low, by: {by}, claims: [C1], against: [C3], because: {because}}}\n\
         indicators:\n  I1: {{text: x, threshold: {threshold}, moves: {{J1: up}}}}\nevents:\n  T1: {{text: {event}, date: 2026-05, claims: [C4]}}"
    );
    (text, format!("{}.\n", sentences.join(". ")))
}

/// The check comes to its end with a claim on each of eight sentences.
fn ends(random: &mut Random, sentences: &[String]) {
    let (text, source) = briefing(random, sentences);
    let file = FileText { text: Cow::Owned(text.clone()), problem: None, prepared: None };
    let read = |_: &str| Ok(Arc::new(SourceText::new(source.clone())));
    let held = HeldBriefing::new("briefings/any.yaml".to_owned(), "any", file, read);
    assert!(held.findings().iter().any(|finding| finding.rule == "meta/no-question"), "{text}");
}

#[test]
fn whatever_stands_in_a_claim_and_its_quote_the_check_comes_to_its_end() {
    let mut random = Random(20_261_129);
    for _ in 0..400 {
        let sentences: Vec<String> = (0..8).map(|_| prose(&mut random, 14)).collect();
        ends(&mut random, &sentences);
    }
}

/// Every word that the rules of meaning name, out of their own code: "Yet" was one that none expected at the beginning.
fn named() -> Vec<String> {
    let mut words = BTreeSet::new();
    for room in ["english", "check"] {
        for file in files(&format!("src/{room}")) {
            let literals =
                file.text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| line.split('"').skip(1).step_by(2));
            let of_letters = |word: &&str| word.len() < 40 && word.chars().all(|c| c.is_alphabetic() || " '|-".contains(c));
            words.extend(literals.filter(of_letters).flat_map(|words| words.split('|')).map(str::to_owned));
        }
    }
    words.into_iter().filter(|word| !word.trim().is_empty()).collect()
}

#[test]
fn whatever_word_begins_or_ends_a_sentence_the_check_comes_to_its_end() {
    let mut random = Random(20_261_130);
    let words = named();
    assert!(words.len() > 3000 && words.contains(&"yet".to_owned()), "{}", words.len());
    for some in words.chunks(8) {
        let sentences: Vec<String> = some
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let (middle, last) = (prose(&mut random, 5), random.of(&words).clone());
                let comma = ["", ",", " -"][at % 3];
                let capital: String = word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
                format!("{capital}{comma} {middle}, {last}")
            })
            .collect();
        ends(&mut random, &sentences);
    }
}
