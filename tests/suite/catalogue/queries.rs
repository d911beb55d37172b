//! Queries, each with what it means.

use super::oracle::{Entry, folded, parts};
use bluf::briefing::Date;
use std::rc::Rc;

pub type Means = Rc<dyn Fn(&Entry) -> bool>;

/// The words of a query, and which items it is to find.
#[derive(Clone)]
pub struct Asked {
    pub text: String,
    pub means: Means,
}

fn asked(text: impl Into<String>, means: impl Fn(&Entry) -> bool + 'static) -> Asked {
    Asked { text: text.into(), means: Rc::new(means) }
}

/// In Latin, Cyrillic, Persian and Chinese, and in scripts beside these.
const WORDS: [&str; 40] = [
    "river",
    "water",
    "Harbour",
    "IRAN",
    "Iran’s",
    "cafe",
    "Straße",
    "20-year",
    "U.S.",
    "2025",
    "strike",
    "bridge",
    "договор",
    "Ещё",
    "война",
    "Москва",
    "порт",
    "йод",
    "переговоры",
    "توافق",
    "ایران",
    "علي",
    "می‌خواهم",
    "کتاب",
    "آب",
    "بندر",
    "中国",
    "国",
    "军队",
    "河",
    "第5章",
    "海峡封锁",
    "谈判",
    "ガス",
    "한국",
    "ไทย",
    "nowhere",
    "nirgends",
    "нигде",
    "港口罢工",
];

const PHRASES: [&str; 12] = [
    "river is low",
    "the water",
    "port waits for rain",
    "мирный договор",
    "договор о мире",
    "توافق هسته‌ای",
    "آب و برق",
    "中国 军队",
    "第5章 海峡",
    "Iran’s harbour",
    "low the",
    "no such phrase",
];

const PREFIXES: [&str; 12] = ["riv", "har", "i", "w", "до", "дого", "пере", "توا", "中", "strik", "x", "20"];

const TYPOS: [(&str, usize); 10] = [
    ("rivre~", 1),
    ("watr~", 1),
    ("harbuor~", 2),
    ("bridge~1", 1),
    ("договр~", 2),
    ("вайна~", 1),
    ("توافغ~", 1),
    ("strikes~2", 2),
    ("brigde~", 2),
    ("zzzz~", 1),
];

/// One for every word, and one for every use of every field.
pub fn atoms() -> Vec<Asked> {
    let mut atoms: Vec<Asked> = WORDS.into_iter().map(|word| asked(word, move |entry| entry.says(word, false))).collect();
    atoms.extend(PHRASES.into_iter().map(|words| asked(format!("\"{words}\""), move |entry| entry.says(words, false))));
    atoms.extend(PREFIXES.into_iter().map(|word| asked(format!("{word}*"), move |entry| entry.says(word, true))));
    atoms.push(asked("\"the riv\"*", |entry| entry.says("the riv", true)));
    atoms.extend(TYPOS.into_iter().map(|(typed, edits)| {
        let word = typed.split('~').next().unwrap_or_default();
        asked(typed, move |entry| entry.says_nearly(word, edits))
    }));
    atoms.extend(vocabularies());
    atoms.extend(dates());
    atoms.extend(names());
    atoms
}

fn vocabularies() -> Vec<Asked> {
    // Each with the words that it stands for.
    #[rustfmt::skip]
    let rows: [(&str, &str, &[&str]); 45] = [
        ("in:judgement", "in", &["judgement"]), ("in:claim", "in", &["claim"]), ("in:text", "in", &["text"]), ("in:briefing", "in", &["briefing"]),
        ("in:tie", "in", &["relationship"]), ("in:source", "in", &["source"]), ("in:event", "in", &["event"]), ("in:gap", "in", &["gap"]),
        ("in:indicator", "in", &["indicator"]), ("in:scenario", "in", &["scenario"]), ("in:assumption", "in", &["assumption"]),
        ("in:alternative", "in", &["alternative"]), ("in:dissent", "in", &["dissent"]), ("in:actor", "in", &["actor"]), ("in:note", "in", &["note"]),
        ("likelihood:likely", "likelihood", &["likely"]),
        ("likelihood:very-likely", "likelihood", &["very likely"]),
        ("likelihood:\"highly likely\"", "likelihood", &["highly likely"]),
        ("likelihood>=likely", "likelihood", &["likely", "very likely", "almost certain", "highly likely"]),
        ("likelihood<unlikely", "likelihood", &["almost no chance", "very unlikely", "remote chance", "highly unlikely"]),
        ("likelihood>\"highly likely\"", "likelihood", &["almost certain"]),
        ("likelihood:unlikely..likely", "likelihood", &["unlikely", "roughly even chance", "likely", "realistic possibility"]),
        ("likelihood<=probable", "likelihood", &["almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "remote chance", "highly unlikely", "realistic possibility"]),
        ("confidence:low", "confidence", &["low"]), ("confidence>low", "confidence", &["moderate", "high"]), ("confidence<=moderate", "confidence", &["low", "moderate"]),
        ("kind:forecast", "kind", &["forecast"]), ("kind:fact", "kind", &["fact"]), ("kind:assessment", "kind", &["assessment"]),
        ("credibility:2", "credibility", &["2"]), ("credibility<=2", "credibility", &["1", "2"]), ("credibility:3..", "credibility", &["3", "4", "5"]), ("credibility:6", "credibility", &["6"]),
        ("reliability:A..C", "reliability", &["A", "B", "C"]), ("reliability>=B", "reliability", &["A", "B"]), ("reliability<C", "reliability", &["D", "E"]), ("source:F", "reliability", &["F"]),
        ("outcome:no", "outcome", &["no"]), ("outcome:open", "outcome", &["open"]), ("outcome:yes", "outcome", &["yes"]),
        ("marking<=green", "marking", &["TLP:CLEAR", "TLP:GREEN"]), ("marking:TLP:RED", "marking", &["TLP:RED"]),
        ("marking>amber", "marking", &["TLP:AMBER+STRICT", "TLP:RED"]),
        ("state:errors", "state", &["errors"]), ("state:clean", "state", &["clean"]),
    ];
    rows.into_iter().map(|(text, field, words)| asked(text, move |entry| entry.is_any(field, words))).collect()
}

fn dates() -> Vec<Asked> {
    let day = |text: &str| Date::parse(text).expect("a date");
    let rows: [(&str, &str, Option<&str>, Option<&str>); 9] = [
        ("date:2025..", "date", Some("2025"), None),
        ("date:..2025-03", "date", None, Some("2025-03")),
        ("date:2025-01..2025-06-15", "date", Some("2025-01"), Some("2025-06-15")),
        ("date:2024", "date", Some("2024"), Some("2024")),
        ("date>=2026-01-02", "date", Some("2026-01-02"), None),
        ("date<=2024-12-31", "date", None, Some("2024-12-31")),
        ("by:..2026", "by", None, Some("2026")),
        ("by>=2028", "by", Some("2028"), None),
        ("by:2027-03", "by", Some("2027-03"), Some("2027-03")),
    ];
    let mut dates: Vec<Asked> = rows
        .into_iter()
        .map(|(text, field, from, to)| {
            let (from, to) = (from.and_then(|text| day(text).first_day()), to.and_then(|text| day(text).last_day()));
            asked(text, move |entry| entry.is_within(field, from, to))
        })
        .collect();
    let [after, before] = [day("2025").last_day().map(|day| day + 1), day("2025").first_day().map(|day| day - 1)];
    dates.push(asked("date>2025", move |entry| entry.is_within("date", after, None)));
    dates.push(asked("date<2025", move |entry| entry.is_within("date", None, before)));
    dates
}

fn names() -> Vec<Asked> {
    let rows = [
        ("actor:iran", "actor", "Iran"),
        ("actor:IR", "actor", "IR"),
        ("actor:\"Harbour Union\"", "actor", "harbour union"),
        ("actor:россия", "actor", "Россия"),
        ("actor:ایران", "actor", "ایران"),
        ("actor:中国", "actor", "中国"),
        ("tag:energy", "tag", "energy"),
        ("tag:\"ice jams\"", "tag", "ice jams"),
        ("author:\"B. Okri\"", "author", "B. Okri"),
        ("section:economy", "section", "economy"),
        ("source:\"The Daily Tide\"", "source", "The Daily Tide"),
        ("briefing:made-3", "briefing", "made-3"),
    ];
    let mut names: Vec<Asked> = rows
        .into_iter()
        .map(|(text, field, name)| {
            let name = folded(name);
            asked(text, move |entry| entry.has(field, &name))
        })
        .collect();
    names.push(asked("tag:en*", |entry| entry.values.get("tag").is_some_and(|tags| tags.iter().any(|tag| tag.starts_with("en")))));
    // Nothing is called so, and these have the word in their names.
    let has_word = |name: &String| parts(name).iter().any(|(_, part)| part == "union");
    names.push(asked("actor:union", move |entry| entry.values.get("actor").is_some_and(|names| names.iter().any(has_word))));
    names
}

/// Numbers that look random, and are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("a number") % sides
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())].clone()
    }
}

/// Some of them put together.
pub fn compounds(count: usize) -> Vec<Asked> {
    let atoms = atoms();
    let mut dice = Dice(7);
    (0..count).map(|_| compound(&atoms, &mut dice, 2)).collect()
}

fn compound(atoms: &[Asked], dice: &mut Dice, depth: usize) -> Asked {
    let part = |dice: &mut Dice| if depth > 0 && dice.roll(3) == 0 { grouped(&compound(atoms, dice, depth - 1)) } else { dice.one(atoms) };
    let (one, other) = (part(dice), part(dice));
    let (a, b) = (Rc::clone(&one.means), Rc::clone(&other.means));
    let (one, other) = (one.text, other.text);
    match dice.roll(5) {
        0 => asked(format!("{one} OR {other}"), move |entry| a(entry) || b(entry)),
        1 => asked(format!("{one} -{other}"), move |entry| a(entry) && !b(entry)),
        2 => asked(format!("-{one} {other}"), move |entry| !a(entry) && b(entry)),
        3 => {
            let third = dice.one(atoms);
            let c = third.means;
            asked(format!("{one} {other} OR {}", third.text), move |entry| a(entry) && b(entry) || c(entry))
        }
        _ => asked(format!("{one} {other}"), move |entry| a(entry) && b(entry)),
    }
}

fn grouped(asked: &Asked) -> Asked {
    Asked { text: format!("({})", asked.text), means: Rc::clone(&asked.means) }
}
