//! Findings as SARIF 2.1.0 (OASIS, 2020), for editors and code-scanning viewers.

use super::{Region, Reported};
use crate::check::{RULES, Rule};
use crate::export::rules::text;
use crate::text::capitalised;
use crate::text::lines::Lines;
use crate::text::neutral::neutral_json;
use crate::yaml::finding::Finding;
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What was accepted is a suppressed result.
///
/// # Errors
///
/// What the writer of JSON says; no finding can cause one.
pub fn sarif(reports: &[Reported<'_>]) -> serde_json::Result<String> {
    let mut results = Vec::new();
    for report in reports {
        let lines = Lines::new(&report.held.file);
        let address = address(&report.held.path);
        results.extend(report.findings.iter().map(|finding| result(finding, None, &address, &lines)));
        results.extend(report.accepted.iter().map(|accepted| result(&accepted.finding, Some(&accepted.why), &address, &lines)));
    }
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bluf",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": RULES.iter().map(described).collect::<Vec<_>>(),
            }},
            // SARIF can count UTF-16 code units too: a column behind 😀 would be another.
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(neutral_json(&serde_json::to_string_pretty(&log)?) + "\n")
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": { "text": capitalised(rule.why) + "." },
        "help": { "text": text(rule) },
        "defaultConfiguration": { "level": rule.level.word() },
        "properties": { "standard": rule.standard, "tags": [rule.family()] },
    })
}

fn result(finding: &Finding, why: Option<&str>, address: &str, lines: &Lines) -> Value {
    let about = if finding.id.is_empty() { String::new() } else { format!("{}: ", finding.id) };
    let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!("; {hint}"));
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.level.word(),
        "message": { "text": format!("{about}{}{hint}", finding.message) },
        "locations": [location(Region::of(finding.span, lines), address, None)],
    });
    if let Some(index) = RULES.iter().position(|rule| rule.id == finding.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some((span, message)) = &finding.label {
        result["relatedLocations"] = json!([location(Region::of(*span, lines), address, Some(message))]);
    }
    if let Some(why) = why {
        result["suppressions"] = json!([{ "kind": "inSource", "justification": why }]);
    }
    result
}

fn location(place: Region, address: &str, message: Option<&str>) -> Value {
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": address },
        "region": { "startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column },
    }});
    if let Some(message) = message {
        location["message"] = json!({ "text": message });
    }
    location
}

/// A path as RFC 3986 writes it: a relative one as a relative reference, an absolute one with the scheme of files (RFC 8089),
/// which readers of SARIF ask for (SARIF1004). What a URI may not hold is escaped byte by byte.
fn address(path: &str) -> String {
    // Two slashes at the beginning would name a host.
    let (mut address, path) = match path.strip_prefix('/') {
        Some(path) => ("file:///".to_owned(), path.trim_start_matches('/')),
        None => (String::new(), path),
    };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}
