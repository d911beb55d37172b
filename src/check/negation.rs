//! An alternative that only denies the event of its judgement, or says it again, explains nothing: it is no reading.
//!
//! English only: what it does not know for a denial is something new, and then nothing is found.

use super::{Reporter, Subject};
use crate::briefing::ItemKind;
use crate::english::lexicon::{Entry, look_up};
use crate::english::opposite::{are_alike, are_opposites};
use crate::english::pairs::Of;
use crate::english::stem::root;
use crate::english::{Sense, Statement};
use crate::text::phrases::words;
use crate::text::time_words::MONTHS;

/// Words that add nothing to what the words beside them say: of grammar, of happening and staying, of denying, of time.
#[rustfmt::skip]
const EMPTY: [&str; 154] = [
    "a", "an", "the", "this", "that", "these", "those", "it", "its", "they", "their", "them", "he", "she", "his", "her",
    "we", "our", "there", "here", "which", "who", "of", "to", "in", "on", "at", "by", "for", "from", "with", "into", "over",
    "through", "across", "as", "than", "then", "and", "or", "but", "nor", "so", "if", "when", "while", "any", "all", "some",
    "such", "other", "both", "either", "neither", "each", "is", "are", "was", "were", "be", "been", "being", "has", "have",
    "had", "having", "do", "does", "did", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
    "happen", "happens", "happened", "occur", "occurs", "take", "takes", "place", "follow", "follows", "come", "comes",
    "about", "stay", "stays", "remain", "remains", "keep", "keeps", "kept", "hold", "holds", "held", "make", "makes",
    "made", "become", "becomes", "get", "gets", "go", "goes", "not", "no", "never", "none", "nobody", "nothing", "cannot",
    "without", "fail", "fails", "failed", "refuse", "refuses", "decline", "declines", "instead", "simply", "merely", "only",
    "still", "yet", "ever", "again", "after", "before", "until", "during", "event", "judgement", "opposite", "contrary",
    "true", "false", "wrong", "end", "time", "year", "month", "horizon", "however", "also", "even", "out", "up",
];

pub fn negation(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let briefing = subject.briefing();
    for alternative in &briefing.alternatives {
        let to = alternative.to.as_ref().and_then(|to| subject.resolved.graph.find(to));
        let Some(item) = to.filter(|item| item.kind == ItemKind::Judgement) else { continue };
        let judgement = &briefing.judgements[item.index];
        let (Some(event), Some(text)) = (&judgement.text, &alternative.text) else { continue };
        let horizon = judgement.by.as_ref().map_or("", |by| by.text.as_str());
        let id = &judgement.head.id.value;
        let message = match likeness(event, text, horizon) {
            Likeness::Other => continue,
            Likeness::Denied => format!("says only that the event of {id} does not come"),
            Likeness::Same => format!("says what {id} says, and nothing else"),
        };
        let hint = "say what else would explain the same claims, or what comes instead";
        report.at(&alternative.head.id, text.span, message, hint).label = Some((event.span, "the event".to_owned()));
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// It says something of its own.
    Other,
    Denied,
    Same,
}

fn likeness(event: &str, text: &str, horizon: &str) -> Likeness {
    let said = meaning(event, "");
    let read = meaning(text, horizon);
    let is_denial = denies(text);
    // "No breach comes" denies that the dam breaks; without a denial another word may be another event.
    let is_said = |word: &Meant| said.iter().any(|other| other.root == word.root || is_denial && are_alike(&word.entry, &other.entry));
    let is_opposite = |word: &Meant| said.iter().any(|other| are_opposites(&word.entry, &other.entry, Of::Event));
    if !read.iter().all(|word| is_said(word) || is_opposite(word) || is_sound(&said, word)) {
        return Likeness::Other;
    }
    let denied = is_denial || is_turned(&said, text) || read.iter().any(|word| !is_said(word));
    let whole = meaning(text, "");
    let repeated = said.iter().filter(|word| whole.iter().any(|other| other.root == word.root)).count();
    match denied {
        // "It is announced, and not held": what stands in a part that denies nothing is a reading of its own.
        true if affirms(text, horizon) => Likeness::Other,
        true => Likeness::Denied,
        // Of half of the event it may be a narrower one.
        false if repeated > 0 && repeated * 4 >= said.len() * 3 => Likeness::Same,
        false if brings(event, text) => Likeness::Same,
        false => Likeness::Other,
    }
}

/// Words that leave open whether what a part of a sentence says comes.
const OPEN: [&str; 15] =
    ["if", "unless", "until", "before", "whether", "lest", "that", "could", "may", "might", "would", "should", "nearly", "almost", "than"];

/// A reading says in a part of its own that the event comes: "silt presses the gates out, and the dam breaks". Names of places
/// may be left out. In doubt it does not.
#[must_use]
pub fn brings(event: &str, text: &str) -> bool {
    let (said, core) = (meaning(event, ""), core(event));
    let parts = text.replace(" and ", ", ");
    let mut parts = parts.split([',', ';', ':', '—', '.']).take_while(|part| !words(part).any(|(_, word)| OPEN.contains(&word)));
    parts.any(|part| {
        let read = meaning(part, "");
        let has = |words: &[Meant], word: &Meant| words.iter().any(|other| other.root == word.root);
        core.len() > 1 && !denies(part) && read.iter().all(|word| has(&said, word)) && core.iter().all(|word| has(&read, word))
    })
}

/// What an event says but for the names and years within it.
fn core(event: &str) -> Vec<Meant> {
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let plain = words(event).filter(|(range, word)| (range.start == 0 || !word.starts_with(char::is_uppercase)) && !is_year(word));
    meaning(&plain.map(|(_, word)| word).collect::<Vec<_>>().join(" "), "")
}

/// A word that says something.
struct Meant {
    entry: Entry,
    root: u64,
}

/// "The dam holds" of a dam that breaks: a word that elsewhere says nothing is the opposite of what the event says.
fn is_turned(said: &[Meant], text: &str) -> bool {
    let all: Vec<Entry> = words(text).map(|(_, word)| look_up(&word.to_lowercase())).collect();
    let turns = |word: &Entry| said.iter().any(|other| are_opposites(word, &other.entry, Of::Event));
    let is_said = |word: &Entry| said.iter().any(|other| other.entry.lemma == word.lemma);
    all.iter().any(|word| turns(word) && !is_said(word))
}

/// "Stays whole" of what breaks.
fn is_sound(said: &[Meant], word: &Meant) -> bool {
    let breaks = |other: &Meant| are_opposites(&other.entry, &look_up("hold"), Of::Event);
    ["whole", "intact", "unbroken"].iter().any(|sound| root(sound, &look_up(sound)) == word.root) && said.iter().any(breaks)
}

fn denies(text: &str) -> bool {
    Statement::read(text).marks.iter().any(|mark| mark.sense == Sense::Denial)
}

/// One part of several says something without denying anything.
fn affirms(text: &str, horizon: &str) -> bool {
    let mut rest = text.replace(" and not ", ", not ").replace(" and no ", ", no ");
    rest.retain(|c| c != '’' && c != '\'');
    let parts: Vec<&str> = rest.split([',', ';', ':', '—']).flat_map(|part| part.split(" but ")).collect();
    parts.len() > 1 && parts.iter().any(|part| !denies(part) && !meaning(part, horizon).is_empty())
}

/// The words that say something. The horizon of the judgement says nothing new.
fn meaning(text: &str, horizon: &str) -> Vec<Meant> {
    let words = words(text).map(|(_, word)| word.to_lowercase()).filter(|word| !EMPTY.contains(&word.as_str()) && !word.ends_with("n't"));
    let is_date = |word: &String| {
        let number = word.chars().all(|c| c.is_ascii_digit());
        !horizon.is_empty() && (MONTHS.contains(&word.as_str()) || number && horizon.split(['-', '/']).any(|part| part == word))
    };
    let meant = |word: String| {
        let entry = look_up(&word);
        Meant { entry, root: root(&word, &entry) }
    };
    words.filter(|word| !word.ends_with("n’t") && !is_date(word)).map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alternative_that_only_denies_or_repeats_the_event_is_found() {
        for (event, text) in [
            ("Russia delivers major arms to Iran.", "Russia delivers no major arms to Iran."),
            ("Russia delivers major arms to Iran.", "Russia does not deliver any arms."),
            ("Russia delivers major arms to Iran.", "No delivery of major arms to Iran takes place by December 2027."),
            ("Russia and Iran hold a joint military exercise.", "Russia and Iran don’t hold a joint exercise."),
            ("Russia and Iran hold a joint military exercise.", "No joint military exercise is held."),
            ("The port closes for a week.", "The port stays open."),
            ("The port closes for a week.", "The port does not close."),
            ("Oil prices rise before the vote.", "Oil prices fall."),
            ("The council approves the budget.", "The council rejects the budget."),
            ("The dike fails.", "It does not happen."),
            ("Two ministers resign.", "The ministers never resign."),
            ("The dam at Kelm breaks.", "The dam holds."),
            ("The dam at Kelm breaks.", "The dam stays whole."),
            ("The dam at Kelm breaks.", "No breach comes."),
        ] {
            assert_eq!(likeness(event, text, "2027-12"), Likeness::Denied, "{event} {text}");
        }
        for (event, text) in [
            ("Russia delivers major arms to Iran.", "Russia delivers major arms to Iran."),
            ("The port closes for a week.", "The port is closed for a week."),
            ("The dam at Kelm breaks.", "The dam breaks after all."),
            ("The bridge at Kelm closes.", "The bridge is closed."),
        ] {
            assert_eq!(likeness(event, text, "2027-12"), Likeness::Same, "{event} {text}");
        }
    }

    #[test]
    fn an_alternative_that_says_what_comes_instead_is_a_reading() {
        for (event, text) in [
            ("Russia delivers major arms to Iran.", "Russia helps with technology, out of sight, and hands over no major arms."),
            ("Russia and Iran hold a joint exercise that both announce.", "The exercise is held, and not announced."),
            ("The port closes for a week.", "The vote is a means to a better offer, and no day is lost."),
            ("The port closes for a week.", "The port closes for a day."),
            ("The dike fails.", "The crack is old and harmless."),
            ("Russia and Iran sign a contract for the pipeline.", "The nuclear power plants come first, and the pipeline waits."),
            ("Two ministers resign.", "Ministers resign for their health."),
            ("The council of Kelm falls.", "The council holds a vote."),
            ("The dam at Kelm breaks.", "Silt presses the gates out, and the dam breaks."),
            ("The dam at Kelm breaks.", "The wall breaks, and the dam stays whole."),
            ("The dam at Kelm breaks.", "Kelm's dam stays unbroken, as pumps work."),
            ("The treaty is signed by June.", "No treaty is signed before 2031."),
            ("Порт закрыт.", "Порт не закрыт, а занят."),
        ] {
            assert_eq!(likeness(event, text, "2027-12"), Likeness::Other, "{event} {text}");
        }
    }

    #[test]
    fn a_reading_in_which_the_event_comes_is_told_from_one_in_which_it_may_or_does_not() {
        for (event, text, comes) in [
            ("The dam at Kelm breaks.", "Silt presses the gates out in a flood of melting snow, and the dam breaks.", true),
            ("The night closure lasts into November 2032.", "The guild does not pay, and the night closure lasts into November", true),
            ("Russia delivers major arms to Iran.", "Major arms are sold first; then Russia delivers major arms.", true),
            ("The dam at Kelm breaks.", "The lake is drained before the dam breaks.", false),
            ("The dam at Kelm breaks.", "Silt presses the gates out, and the dam could break.", false),
            ("The dam at Kelm breaks.", "Pumps run, and the dam does not break.", false),
            ("The dam at Kelm breaks.", "The army fears that pumps fail, and the dam breaks.", false),
            ("The dam at Kelm breaks.", "An old dam upstream breaks.", false),
            ("The dam at Kelm breaks.", "The army's pumps lower the lake in time.", false),
            ("An outage hits homes again.", "A string of short cuts, none of them an hour long.", false),
        ] {
            assert_eq!(brings(event, text), comes, "{text}");
        }
    }
}
