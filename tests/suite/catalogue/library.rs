//! Small libraries.

use crate::support::Scratch;

/// A briefing of one judgement.
pub fn briefing(id: &str, title: &str, date: &str, marking: &str, source: &str) -> String {
    format!(
        "briefing: {id}\ntitle: {title}\nmarking: {marking}\n{}bottom_line: {title} stays as it is [J1].\n\
         sources:\n  ART: {{title: Of {title}, publisher: The Daily Tide, file: seeds/{source}, reliability: B}}\n\
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
