//! Small rooms: how long files and functions may be.

use super::files::{File, end_of_item, files};

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;

/// A function: its name, its line, and how many lines it has, from its first to the brace that closes it.
struct Function<'a> {
    name: &'a str,
    line: usize,
    lines: usize,
}

/// The functions of a file, without those for tests.
fn functions(file: &File) -> impl Iterator<Item = Function<'_>> {
    let code = &file.code;
    let starts =
        code.match_indices("fn ").filter(|(at, _)| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || before == '_'));
    starts.filter_map(|(at, _)| {
        let item = &code[at..code.len() - end_of_item(&code[at..]).len()];
        let name = item["fn ".len()..].split(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
        let line = code[..at].matches('\n').count() + 1;
        (!name.is_empty() && item.ends_with('}')).then(|| Function { name, line, lines: item.lines().count() })
    })
}

#[test]
fn no_file_and_no_function_is_too_long_to_be_seen_whole() {
    let files = files("src");
    assert!(files.iter().flat_map(functions).count() > 1000, "the functions were not found");
    let mut long = Vec::new();
    for file in &files {
        let lines = file.text.lines().count();
        long.extend((lines > LONGEST_FILE).then(|| format!("{} has {lines} lines", file.name)));
        let functions = functions(file).filter(|function| function.lines > LONGEST_FUNCTION);
        long.extend(functions.map(|function| format!("{}:{} `{}` has {} lines", file.name, function.line, function.name, function.lines)));
    }
    assert_eq!(long, [""; 0]);
}
