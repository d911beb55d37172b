//! The table of rules: every example breaks its own rule at its own lines, and mended it breaks none.

use crate::support::Scratch;
use bluf::check::{RULES, example};
use bluf::library;
use bluf::library::Library;

/// What follows from another mistake: words that are no longer quoted are open, claims that nothing names are unused, and
/// who rests on hedged words rests on no fact. Lists and reasons that are changed alone no longer say the same.
const CONSEQUENCES: [&str; 5] = ["source/coverage", "claim/unused", "judgement/no-fact", "judgement/unargued", "judgement/unlisted"];

/// The library of the examples, with another text of the briefing. `\xff` stands for that byte.
fn opened(name: &str, text: &str) -> Library {
    let scratch = Scratch::new(name);
    for (path, text) in example::FILES {
        scratch.write(path, text);
    }
    let mut bytes = Vec::new();
    for (at, part) in text.split("\\xff").enumerate() {
        if at > 0 {
            bytes.push(0xff);
        }
        bytes.extend(part.as_bytes());
    }
    scratch.write(example::FILES[0].0, bytes);
    library::open(&scratch.0).expect("the library opens")
}

#[test]
fn the_example_breaks_no_rule() {
    let world = opened("example", example::FILES[0].1);
    assert_eq!(world.entries()[0].findings(), []);
    assert_eq!(world.entries()[0].accepted().len(), 2);
}

#[test]
fn n16_every_rule_finds_its_example_and_no_rule_finds_anything_else() {
    let base = example::FILES[0].1;
    let mut wrong = Vec::new();
    for (number, rule) in RULES.iter().enumerate() {
        if base.matches(rule.good).count() != 1 || rule.good.is_empty() {
            wrong.push(format!("{}: its good lines stand {} times in the example", rule.id, base.matches(rule.good).count()));
            continue;
        }
        let world = opened(&format!("rule-{number}"), &base.replacen(rule.good, rule.bad, 1));
        let findings = world.entries()[0].findings();
        let Some(finding) = findings.iter().find(|finding| finding.rule == rule.id) else {
            wrong.push(format!("{}: not found; found {findings:?}", rule.id));
            continue;
        };
        let text = &world.entries()[0].file;
        if text.get(finding.span.range()).is_none() || finding.message.is_empty() || finding.hint.is_none() {
            wrong.push(format!("{}: {finding:?}", rule.id));
        }
        let others: Vec<&str> =
            findings.iter().map(|finding| finding.rule).filter(|other| *other != rule.id && !CONSEQUENCES.contains(other)).collect();
        if !others.is_empty() {
            wrong.push(format!("{}: besides finds {others:?}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The page of rules in `assets` is what the table gives. `BLUF_BLESS=1` rewrites it.
#[test]
fn the_page_of_rules_is_current() {
    let page = bluf::export::rules::markdown(&RULES.iter().collect::<Vec<_>>());
    let path = crate::support::project("assets/rules.md");
    if std::env::var_os("BLUF_BLESS").is_some() {
        std::fs::write(&path, &page).expect("written");
    }
    assert!(std::fs::read_to_string(&path).is_ok_and(|written| written == page), "assets/rules.md is stale: BLUF_BLESS=1 cargo test");
}
