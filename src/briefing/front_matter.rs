//! The fields at the very start of a Markdown file, told from words that only stand between two rules.

use std::borrow::Cow;

/// In letters of a name of a field.
const LONGEST_NAME: usize = 40;

/// How fields are written.
#[derive(Clone, Copy)]
enum Form {
    Yaml,
    Toml,
}

/// The line over the fields, those that may stand under them, and how they are written.
const FENCES: [(&str, &[&str], Form); 2] = [("---", &["---", "..."], Form::Yaml), ("+++", &["+++"], Form::Toml)];

/// The fields as YAML, and the text behind them. No fields where the file begins with words.
#[must_use]
pub fn parted(text: &str) -> (Cow<'_, str>, &str) {
    let none = (Cow::Borrowed(""), text);
    let Some((first, rest)) = text.split_once('\n') else { return none };
    let Some((_, ends, form)) = FENCES.iter().find(|(begin, ..)| first.trim_end() == *begin) else { return none };
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        let begun = &rest[..end];
        end += line.len();
        if ends.contains(&line.trim_end()) {
            return if are_fields(begun, *form) { (yaml(begun, *form), &rest[end..]) } else { none };
        }
    }
    none
}

/// Every line is a field, or belongs to the one over it. A sentence with a colon has more words before that.
fn are_fields(lines: &str, form: Form) -> bool {
    let goes_on = |line: &str| line.starts_with([' ', '\t', '-', ']', '}', '#']);
    let is_table = |line: &str| matches!(form, Form::Toml) && line.starts_with('[');
    let mut lines = lines.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let begins = |line: &str| field(line, form).is_some() || is_table(line);
    lines.next().is_some_and(begins) && lines.all(|line| begins(line) || goes_on(line))
}

/// The name of a field and its value.
fn field(line: &str, form: Form) -> Option<(&str, &str)> {
    let sign = match form {
        Form::Yaml => ':',
        Form::Toml => '=',
    };
    let (name, value) = line.split_once(sign)?;
    let name = name.trim_end().trim_matches(['"', '\'']);
    let is_name = (1..=LONGEST_NAME).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    let is_apart = matches!(form, Form::Toml) || value.is_empty() || value.starts_with([' ', '\t']);
    (is_name && is_apart).then_some((name, value.trim()))
}

/// Of TOML the fields before its first table: their texts and lists of one line are written as YAML has them.
fn yaml(lines: &str, form: Form) -> Cow<'_, str> {
    match form {
        Form::Yaml => Cow::Borrowed(lines),
        Form::Toml => {
            let own = lines.lines().take_while(|line| !line.starts_with('['));
            own.filter_map(|line| field(line, form)).map(|(name, value)| format!("{name}: {value}\n")).collect()
        }
    }
}
