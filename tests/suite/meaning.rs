//! The rules of meaning against sentences in the style of public estimates, the press and research institutes: half of them
//! are faithful. A row a sentence: the rules that must find it, and no other.

use crate::support::{Scratch, project};
use bluf::library;
use std::collections::{BTreeMap, BTreeSet};

/// The rules that the table is about.
const RULES: [&str; 14] = [
    "claim/hedge-dropped",
    "claim/hedged-fact",
    "claim/agentless",
    "quote/cut-hedge",
    "judgement/hedge-word",
    "judgement/doubled-likelihood",
    "prose/mixed-sentence",
    "faithfulness/attribution",
    "faithfulness/negation",
    "faithfulness/condition",
    "faithfulness/bound",
    "faithfulness/strength",
    "claim/detail-outside-quote",
    "prose/off-yardstick",
];

/// Each with the precision and the recall that it had, in thousandths: a change that makes one of them worse is no mending.
const TABLES: [(&str, usize, usize); 19] = [
    ("own", 990, 990),
    ("held", 990, 990),
    ("later", 990, 990),
    ("brothers", 990, 990),
    ("kinds", 980, 980),
    ("fresh", 990, 920),
    ("second", 990, 990),
    ("grammar", 975, 960),
    ("voices", 990, 980),
    ("wide", 985, 980),
    ("rulings", 990, 990),
    ("desks", 990, 980),
    ("strangers", 990, 980),
    ("turned", 990, 960),
    ("poles", 985, 940),
    // Of 26 strangers whose rows were looked at for what kinds of fault they show, and counted before that.
    ("glanced", 985, 960),
    // Of 21 more; all but three stood in `unseen` at their time.
    ("seen", 980, 960),
    // Names, numbers and dates in another form, and speakers, limits and conditions in other words: two strangers, and brothers.
    ("forms", 970, 985),
    // Of two strangers who wrote of turned roles, order, denial and degree alone, and brothers of their rows.
    ("converse", 920, 810),
];

/// Rows of authors who had seen nothing of the program, as they came, on which nothing was tuned before they were counted: what a
/// stranger's sentences come to. They are in no sum.
const UNSEEN: (&str, usize, usize) = ("unseen", 845, 865);

struct Row {
    expected: BTreeSet<String>,
    kind: String,
    source: String,
    quote: String,
    claim: String,
}

fn rows(table: &str) -> Vec<Row> {
    let text = std::fs::read_to_string(project(&format!("tests/meaning/{table}.tsv"))).expect("the table");
    let row = |line: &str| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [expected, kind, source, quote, claim] = <[String; 5]>::try_from(cells).expect("five cells");
        Row { expected: expected.split(',').filter(|rule| *rule != "-").map(str::to_owned).collect(), kind, source, quote, claim }
    };
    text.lines().skip(1).map(row).collect()
}

/// What the rules find of each row: all rows are one briefing, each with a source of its own.
fn found(table: &str, rows: &[Row]) -> Vec<BTreeSet<String>> {
    let scratch = Scratch::new(&format!("meaning-{table}"));
    let text = |text: &str| serde_json::to_string(text).expect("a string");
    let (mut sources, mut claims, mut judgements) = (String::new(), String::new(), String::new());
    for (at, row) in rows.iter().enumerate() {
        match row.kind.as_str() {
            "judgement" => judgements += &format!("  J{at}:\n    text: {}\n", text(&row.claim)),
            "because" => judgements += &format!("  J{at}:\n    text: The port closes.\n    because: {}\n", text(&row.claim)),
            kind => {
                scratch.write(&format!("seeds/{at}.txt"), format!("{}\n", row.source));
                sources += &format!("  S{at}: {{file: seeds/{at}.txt}}\n");
                claims += &format!("    C{at}:\n      {kind}: {}\n      quote: {{S{at}: {}}}\n", text(&row.claim), text(&row.quote));
            }
        }
    }
    let briefing = format!("briefing: meaning\nsources:\n{sources}sections:\n  s:\n{claims}judgements:\n{judgements}");
    let world = library::open(&scratch.write("briefings/meaning.yaml", briefing)).expect("opens");
    let mut all = vec![BTreeSet::new(); rows.len()];
    for finding in world.entries()[0].findings() {
        assert!(!matches!(finding.rule, "quote/not-found" | "quote/ambiguous" | "yaml/syntax"), "{finding:?}");
        let at = finding.id.get(1..).and_then(|number| number.parse::<usize>().ok());
        if let Some(at) = at.filter(|_| RULES.contains(&finding.rule)) {
            all[at].insert(finding.rule.to_owned());
        }
    }
    all
}

/// Of a rule: rightly found, wrongly found, missed.
type Counts = [usize; 3];

fn share(part: usize, rest: usize) -> f64 {
    if part + rest == 0 { 1.0 } else { f64::from(u32::try_from(part).expect("few")) / f64::from(u32::try_from(part + rest).expect("few")) }
}

/// The counts of a table. `BLUF_MEANING=1` prints the rows that come out otherwise.
fn counted(table: &str) -> BTreeMap<String, Counts> {
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    let rows = rows(table);
    for (row, found) in rows.iter().zip(found(table, &rows)) {
        for rule in row.expected.union(&found) {
            let place = match (row.expected.contains(rule), found.contains(rule)) {
                (true, true) => 0,
                (false, _) => 1,
                (true, false) => 2,
            };
            counts.entry(rule.clone()).or_default()[place] += 1;
            if place > 0 && std::env::var_os("BLUF_MEANING").is_some() {
                println!("{} {rule}\n   {}\n   {}", ["", "FALSE", "MISSED"][place], row.source, row.claim);
            }
        }
    }
    counts
}

/// The counts of all rules as one.
fn sum(counts: &BTreeMap<String, Counts>) -> Counts {
    counts.values().fold([0; 3], |sum, counts| std::array::from_fn(|at| sum[at] + counts[at]))
}

/// The counts of a table, which is read no worse than it was.
fn held((table, precision, recall): (&str, usize, usize)) -> BTreeMap<String, Counts> {
    let counts = counted(table);
    let sum = sum(&counts);
    let found = (share(sum[0], sum[1]) * 1000.0, share(sum[0], sum[2]) * 1000.0);
    println!("{table:9} precision {:.0} recall {:.0}", found.0, found.1);
    let least = |thousandths: usize| f64::from(u32::try_from(thousandths).expect("small"));
    assert!(found.0 >= least(precision) && found.1 >= least(recall), "{table}: {found:?}, and not {precision} and {recall}");
    counts
}

/// Rules and tables alike: no rule is weak, and no table is read worse than before.
#[test]
fn n16_the_rules_of_meaning_find_what_a_reader_finds() {
    let written = std::fs::read_dir(project("tests/meaning")).expect("the tables").count();
    assert_eq!(written, TABLES.len() + 1, "a table of tests/meaning stands in no list");
    let mut all: BTreeMap<String, Counts> = BTreeMap::new();
    held(UNSEEN);
    for table in TABLES {
        let counts = held(table);
        for (rule, counts) in counts {
            let all = all.entry(rule).or_default();
            *all = std::array::from_fn(|at| all[at] + counts[at]);
        }
    }
    for (rule, counts) in &all {
        let (precision, recall) = (share(counts[0], counts[1]), share(counts[0], counts[2]));
        println!("{rule:30} precision {precision:.2} recall {recall:.2} of {}", counts[0] + counts[2]);
        // Strangers call a name that only the sentence before the quote gives a fault, and the rule does not: that is not decided yet.
        let least = if rule == "claim/detail-outside-quote" { 0.88 } else { 0.9 };
        assert!(precision >= 0.94 && recall >= least, "{rule}: precision {precision:.3}, recall {recall:.3}");
    }
    let sum = sum(&all);
    let (precision, recall) = (share(sum[0], sum[1]), share(sum[0], sum[2]));
    println!("all: precision {precision:.3}, recall {recall:.3}");
    assert!(precision >= 0.97 && recall >= 0.97, "precision {precision:.3}, recall {recall:.3}");
}

/// A briefing on a source in another language.
fn foreign(name: &str, source: &str, claim: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("seeds/port.txt", format!("{source}\n"));
    let text = |text: &str| serde_json::to_string(text).expect("a string");
    let briefing = format!(
        "briefing: port\nsources: {{ART: {{file: seeds/port.txt}}}}\nsections: {{s: {{C1: {{fact: {}, quote: {}}}}}}}\n",
        text(claim),
        text(source)
    );
    scratch.write("briefings/port.yaml", briefing);
    scratch
}

#[test]
fn n16_what_is_not_english_is_not_judged_and_that_is_said() {
    let others = [
        ("german", "Der Minister will nicht sagen, ob die Brücke im Mai gesperrt wird, und die Stadt kann das nicht ändern."),
        ("french", "Le ministre a dit que le pont pourrait fermer en mai et que la ville ne peut pas payer les travaux."),
        ("russian", "Министр сказал, что мост может быть закрыт в мае, если город не заплатит."),
        ("persian", "وزیر گفت که پل ممکن است در ماه مه بسته شود و شهر پولی ندارد."),
    ];
    for (name, source) in others {
        let scratch = foreign(&format!("meaning-{name}"), source, "The bridge may close in May.");
        let output =
            crate::support::program().args(["check", "--rule", "claim", "--rule", "faithfulness"]).arg(&scratch.0).output().expect("runs");
        let (said, printed) = (String::from_utf8_lossy(&output.stderr).into_owned(), String::from_utf8_lossy(&output.stdout).into_owned());
        assert!(said.matches("read English only; they do not look at port#ART").count() == 1, "{name}: {said}");
        assert!(!printed.contains("hedged-fact") && !printed.contains("faithfulness/"), "{name}: {printed}");
        let page = crate::support::program().args(["show", "port/check", "--library"]).arg(&scratch.0).output().expect("runs");
        let page = String::from_utf8_lossy(&page.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains("The rules of meaning read English only; they do not look at ART."), "{name}: {page}");
    }
    let english = foreign("meaning-english", "The bridge may close in May if the town does not pay.", "The bridge closes in May.");
    let output = crate::support::program().arg("check").arg(&english.0).output().expect("runs");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("English"));
    assert!(String::from_utf8_lossy(&output.stdout).contains("claim/hedge-dropped"));
}

#[test]
fn n16_one_sentence_of_another_language_is_not_judged_and_english_with_foreign_names_is() {
    let is_read = |text: &str| {
        let scratch = foreign("meaning-short", text, "It is so.");
        let output = crate::support::program().arg("check").arg(&scratch.0).output().expect("runs");
        !String::from_utf8_lossy(&output.stderr).contains("read English only")
    };
    for text in [
        "Der Hafen bleibt bis Freitag geschlossen.",
        "Die Regierung in Berlin schließt den Hafen von Hamburg.",
        "Die Ukraine wird im Herbst neue Panzer erhalten.",
        "Le port de Marseille est fermé depuis lundi.",
        "L'Iran refuse de négocier.",
        "El gobierno anunció nuevas sanciones contra Rusia.",
        "Il porto di Genova resta chiuso fino a venerdì.",
        "De haven van Rotterdam blijft gesloten tot vrijdag.",
        "Port w Gdańsku został zamknięty w poniedziałek.",
    ] {
        assert!(!is_read(text), "{text}");
    }
    for text in [
        "Rio de la Plata floods Buenos Aires.",
        "Le Monde, Der Spiegel, La Stampa confirm.",
        "Banco de la República raises rates.",
        "Partido de los Trabajadores y Movimiento de la Juventud merge.",
        "Ursula von der Leyen visits Kyiv.",
        "Luiz Inácio Lula da Silva meets Emmanuel Macron.",
        "São Paulo café closes.",
        "Deutsche Bank und Commerzbank merge.",
        "The port of Le Havre is shut.",
        "Five protesters die.",
    ] {
        assert!(is_read(text), "{text}");
    }
}
