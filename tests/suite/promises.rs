//! The codes that names of tests begin with, and the table that says what each promises.

use crate::house::files::{File, files};
use crate::support::project;
use std::collections::BTreeMap;
use std::fs;

/// The code that a name begins with: the `m17` of `m17_…`.
fn code(name: &str) -> Option<&str> {
    let code = name.split('_').next()?;
    let (letter, number) = code.split_at_checked(1)?;
    let is_code = letter.as_bytes()[0].is_ascii_lowercase() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then_some(code)
}

/// Where a code stands in the table: the musts first, then what is expected, then what is new.
fn place(code: &str) -> (Option<usize>, Option<usize>) {
    ("men".find(&code[..1]), code[1..].parse().ok())
}

/// The functions of a file that are tests.
fn tests(file: &File) -> impl Iterator<Item = &str> {
    let behind = file.text.split("#[test]\n").skip(1);
    behind.filter_map(|rest| rest.lines().find_map(|line| line.trim_start().strip_prefix("fn "))?.split('(').next())
}

/// The rows of the table: codes and promises.
fn rows(table: &str) -> Vec<(&str, &str)> {
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "));
    rows.filter(|(code, _)| *code != "code").collect()
}

#[test]
fn every_code_of_a_test_has_a_row_and_every_row_a_test() {
    let files: Vec<File> = files("tests/suite").into_iter().chain(files("src")).collect();
    let mut named: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for file in &files {
        for name in tests(file) {
            named.entry(code(name).unwrap_or_default()).or_default().push(format!("{name} in {}", file.name));
        }
    }
    let in_words = named.remove("").unwrap_or_default();
    assert!(in_words.len() > 100 && named.len() > 40, "the tests were not found");
    let table = fs::read_to_string(project("tests/promises.md")).expect("the table");
    let rows = rows(&table);
    let is_known = |code: &str| rows.iter().any(|(known, _)| *known == code);
    let mut wrong: Vec<String> = Vec::new();
    wrong.extend(named.iter().filter(|(code, _)| !is_known(code)).map(|(code, names)| format!("{code} has no row: {}", names.join(", "))));
    wrong.extend(rows.iter().filter(|(code, _)| !named.contains_key(code)).map(|(code, _)| format!("{code} has no test")));
    wrong.extend(rows.iter().filter(|(_, promise)| !promise.ends_with('.')).map(|(code, _)| format!("{code} promises no sentence")));
    let unsorted = rows.windows(2).filter(|pair| place(pair[0].0) >= place(pair[1].0));
    wrong.extend(unsorted.map(|pair| format!("{} stands behind {}", pair[1].0, pair[0].0)));
    assert!(wrong.is_empty(), "tests/promises.md:\n{}", wrong.join("\n"));
}
