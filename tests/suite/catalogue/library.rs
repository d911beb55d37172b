//! Small libraries.

use super::queries::Dice;
use crate::support::{Scratch, project};

/// A briefing of one judgement.
pub fn briefing(id: &str, title: &str, date: &str, marking: &str, source: &str) -> String {
    format!(
        "briefing: {id}\ntitle: {title}\nmarking: {marking}\n{}bottom_line: {title} stays as it is [J1].\n\
         sources:\n  ART: {{title: Of {title}, parent: The Daily Tide, file: seeds/{source}, reliability: B}}\n\
         sections:\n  economy:\n    C1: {{fact: The water is low, quote: The river is low.}}\n\
         judgements:\n  J1: {{section: economy, text: The water stays low, by: 2028-06, likelihood: likely, confidence: low, claims: [C1]}}\n",
        if date.is_empty() { String::new() } else { format!("date: {date}\n") }
    )
}

/// Four briefings in `library`.
pub fn small(scratch: &Scratch) {
    for name in ["dam", "water", "port", "undated"] {
        scratch.write(&format!("library/seeds/{name}.txt"), "The river is low. The port waits for rain.\n\nNobody knows when it comes.\n");
    }
    let write = |path: &str, text: String| drop(scratch.write(&format!("library/briefings/{path}"), text));
    write("dam.yaml", briefing("dam", "A dam on the upper river", "2025-03-01", "TLP:RED", "dam.txt"));
    write("rivers/water.yaml", briefing("water", "Water", "2026-01-02", "TLP:CLEAR", "water.txt").replace("2028-06", "2027"));
    let two = "  J2: {section: economy, text: The port closes, by: 2026-12, likelihood: unlikely, confidence: high, against: [C1]}\n";
    write("port.yaml", briefing("port", "The port", "2024", "TLP:GREEN", "port.txt") + two);
    write("undated.yaml", "briefing: undated\ntitle: \"A bridge: undated\"\nmarking: TLP:GREEN\n".to_owned());
}

/// Copies the briefings and the sources of a library that tests read.
pub fn copy(scratch: &Scratch, from: &str) {
    for folder in ["briefings", "seeds", "earlier"] {
        for file in std::fs::read_dir(project(&format!("{from}/{folder}"))).into_iter().flatten().flatten() {
            let name = format!("library/{folder}/{}", file.file_name().to_string_lossy());
            scratch.write(&name, std::fs::read(file.path()).expect("read"));
        }
    }
}

const LATIN: [&str; 24] = [
    "the", "river", "water", "is", "low", "port", "waits", "for", "rain", "harbour", "strike", "strikes", "bridge", "brigade", "Iran's",
    "café", "Straße", "20-year", "U.S.", "2025", "treaty", "IRAN", "of", "waters",
];
const CYRILLIC: [&str; 14] =
    ["договор", "договора", "о", "мире", "мирный", "ещё", "ЕЩЕ", "война", "Москва", "порт", "йод", "переговоры", "нигде", "вода"];
const PERSIAN: [&str; 12] = ["توافق", "هسته‌ای", "ایران", "علی", "علي", "می‌خواهم", "کتاب", "كتاب", "آب", "و", "برق", "بندر"];
const CHINESE: [&str; 12] = ["中国", "中国军队", "国", "军队", "河", "第5章", "海峡封锁", "港口罢工", "谈判", "ガス", "한국은", "ไทย"];

/// Words of one script or of two.
fn sentence(dice: &mut Dice) -> String {
    let scripts: [&[&str]; 4] = [&LATIN, &CYRILLIC, &PERSIAN, &CHINESE];
    let script = dice.roll(4);
    let between = if script == 3 && dice.roll(2) == 0 { "" } else { " " };
    let words = (0..3 + dice.roll(7)).map(|_| {
        let from = if dice.roll(6) == 0 { dice.roll(4) } else { script };
        dice.one(scripts[from])
    });
    format!("{}.", words.collect::<Vec<_>>().join(between))
}

/// Thirty briefings of words and values that look random, beside those that tests read elsewhere.
pub fn mixed(scratch: &Scratch) {
    copy(scratch, "tests/desk");
    copy(scratch, "tests/world");
    copy(scratch, ".");
    let mut dice = Dice(1);
    for number in 0..30 {
        let id = format!("made-{number}");
        scratch.write(
            &format!("library/seeds/{id}.txt"),
            (0..6).map(|_| [sentence(&mut dice), sentence(&mut dice)].join(" ")).collect::<Vec<_>>().join("\n\n"),
        );
        scratch.write(&format!("library/briefings/made/{id}.yaml"), made(&id, &mut dice));
    }
}

fn made(id: &str, dice: &mut Dice) -> String {
    let mut text = format!("briefing: {id}\ntitle: \"{}\"\n", sentence(dice));
    let marking = dice.one(&["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", ""]);
    let date = dice.one(&["2024", "2024-12-31", "2025-03", "2025-06-15", "2026-01-02", "2025/2026", "2025-21", ""]);
    for (field, value) in [("marking", marking), ("date", date)] {
        if !value.is_empty() {
            text += &format!("{field}: {value}\n");
        }
    }
    let phia = dice.roll(3) == 0;
    if phia {
        text += "yardstick: phia\n";
    }
    text += &format!("author: [{}]\n", dice.one(&["B. Okri", "C. Ode, B. Okri", "Н. Лесков"]));
    text += &format!("tags: [{}]\n", dice.one(&["energy", "ice jams, energy", "entry", "ports", "энергия"]));
    text += &format!("question: \"{}\"\nbottom_line: \"{}\"\n", sentence(dice), sentence(dice));
    let publisher = dice.one(&["The Daily Tide", "Порт", "سند"]);
    let grade = dice.one(&["A", "B", "C", "D", "E", "F"]);
    text +=
        &format!("sources:\n  ART: {{title: \"{}\", parent: {publisher}, file: seeds/{id}.txt, reliability: {grade}}}\n", sentence(dice));
    text += "  NET: {title: Of the net, url: \"https://tide.example/a?b=1\", reliability: C}\n";
    text += "actors:\n  IR: {name: Iran, aka: [ایران, Islamic Republic]}\n";
    text += dice.one(&[
        "  harbour-union: {name: Harbour Union}\n",
        "  RU: {name: Россия}\n  CN: {name: 中国}\n",
        "  ferries: {name: Union of Ferries, aka: [UF]}\n",
    ]);
    text += "sections:\n  economy:\n";
    for claim in 1..=3 {
        let kind = dice.one(&["fact", "assessment", "forecast", "assumption"]);
        let source = dice.one(&["ART", "NET"]);
        text += &format!(
            "    C{claim}: {{{kind}: \"{}\", quote: {{source: {source}, exact: \"{}\"}}, credibility: {}}}\n",
            sentence(dice),
            sentence(dice),
            1 + dice.roll(6)
        );
    }
    let likelihoods = if phia {
        ["remote chance", "highly unlikely", "unlikely", "realistic possibility", "likely", "highly likely", "almost certain"]
    } else {
        ["almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain"]
    };
    text += "judgements:\n";
    for judgement in 1..=3 {
        let by = dice.one(&["2026", "2026-12", "2027-03", "2028", "2028-06-01", "2027/.."]);
        let outcome = dice.one(&["", "", ", outcome: {came: no, on: 2026-01-01}", ", outcome: {came: yes, on: 2026-01-01}"]);
        let (likelihood, confidence) = (dice.one(&likelihoods), dice.one(&["low", "moderate", "high"]));
        let own = dice.one(&["", "", ", marking: TLP:RED"]);
        text += &format!(
            "  J{judgement}: {{section: economy, text: \"{}\", by: {by}, likelihood: {likelihood}, confidence: {confidence}, claims: [C1]{outcome}{own}}}\n",
            sentence(dice)
        );
    }
    text += &format!(
        "assumptions:\n  A1: {{text: \"{}\"}}\nalternatives:\n  H1: {{to: J1, text: \"{}\", likelihood: {}}}\n",
        sentence(dice),
        sentence(dice),
        dice.one(&likelihoods)
    );
    text += &format!("dissent:\n  D1: {{to: J1, who: C. Ode, text: \"{}\", likelihood: {}}}\n", sentence(dice), dice.one(&likelihoods));
    text += &format!("indicators:\n  I1: {{text: \"{}\", threshold: \"{}\", moves: {{J1: up}}}}\n", sentence(dice), sentence(dice));
    text += &format!(
        "scenarios:\n  S1: {{baseline: \"{}\", likelihood: {}}}\ngaps:\n  G1: {{text: \"{}\", limits: [J1]}}\n",
        sentence(dice),
        dice.one(&likelihoods),
        sentence(dice)
    );
    text += &format!("events:\n  T1: {{protest: \"{}\", date: 2025-01-02, actors: [IR], claims: [C1]}}\n", sentence(dice));
    text + "relationships:\n  R1: {from: [IR], to: [IR], kind: partner, claims: [C1]}\n"
}
