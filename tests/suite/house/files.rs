//! The sources of the project as text: what of a file is code, and what of it is there for tests alone.

use crate::support::project;
use std::fs;
use std::path::Path;

/// A file of Rust.
pub struct File {
    /// Its path from the project, `src/tui/run.rs`.
    pub name: String,
    pub text: String,
    /// Its text, blank where there are comments, the insides of literals, and what is compiled for tests alone: every
    /// line and column is where it was.
    pub code: String,
}

impl File {
    pub fn new(name: String, text: String) -> Self {
        Self { code: without_tests(&without_words(&text)), name, text }
    }

    /// The names of the files that it declares for tests alone.
    pub fn for_tests(&self) -> Vec<String> {
        let declared = self.text.split("#[cfg(test)]").skip(1).filter_map(|rest| rest.trim_start().split(';').next());
        let names = declared.filter_map(|item| item.rsplit("mod ").next().filter(|name| !name.contains(char::is_whitespace)));
        names.map(str::to_owned).collect()
    }
}

/// The files of Rust in a folder of the project, by name.
pub fn files(folder: &str) -> Vec<File> {
    let mut files = Vec::new();
    gather(folder, &mut files);
    files.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!files.is_empty(), "{folder} has none");
    files
}

fn gather(folder: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(project(folder)).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = format!("{folder}/{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            gather(&name, files);
        } else if Path::new(&name).extension().is_some_and(|ending| ending == "rs") {
            files.push(File::new(name, fs::read_to_string(path).expect("a source")));
        }
    }
}

/// Code without comments and the insides of literals.
fn without_words(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let end = at + words_at(&letters, at).max(1);
        let is_code = end == at + 1;
        code.extend(letters[at..end].iter().map(|letter| if is_code || *letter == '\n' { *letter } else { ' ' }));
        at = end;
    }
    code
}

/// How many letters the comment or literal has that begins here; none where none does.
fn words_at(letters: &[char], at: usize) -> usize {
    let rest = &letters[at..];
    let until =
        |from: usize, end: &[char]| (from..rest.len()).find(|at| rest[*at..].starts_with(end)).map_or(rest.len(), |at| at + end.len());
    let quoted = |from: usize, quote: char| {
        let mut at = from;
        while rest.get(at).is_some_and(|letter| *letter != quote) {
            at += if rest[at] == '\\' { 2 } else { 1 };
        }
        (at + 1).min(rest.len())
    };
    let begins_a_word = at == 0 || !(letters[at - 1].is_alphanumeric() || letters[at - 1] == '_');
    match rest {
        ['/', '/', ..] => rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len()),
        ['/', '*', ..] => until(2, &['*', '/']),
        ['r', '"' | '#', ..] if begins_a_word || letters[at - 1] == 'b' => {
            let signs = rest[1..].iter().take_while(|letter| **letter == '#').count();
            let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', signs)).collect();
            if rest.get(1 + signs) == Some(&'"') { until(2 + signs, &end) } else { 0 }
        }
        ['"', ..] => quoted(1, '"'),
        ['\'', '\\', ..] => quoted(1, '\''),
        // Otherwise it is a lifetime.
        ['\'', _, '\'', ..] => 3,
        _ => 0,
    }
}

/// Code without the items that are compiled for tests alone.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut rest = code;
    let mut out = String::with_capacity(code.len());
    while let Some((before, behind)) = rest.split_once(MARK) {
        let item = behind.len() - end_of_item(behind).len();
        out.push_str(before);
        out.extend(MARK.chars().chain(behind[..item].chars()).map(|letter| if letter == '\n' { '\n' } else { ' ' }));
        rest = &behind[item..];
    }
    out + rest
}

/// What stands behind the item that begins here: behind its semicolon, or behind the brace that closes it.
pub fn end_of_item(code: &str) -> &str {
    let mut depth = 0_usize;
    for (at, letter) in code.char_indices() {
        match letter {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(letter, ';' | '}') {
            return &code[at + 1..];
        }
    }
    ""
}
