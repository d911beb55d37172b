//! Words of others as text: nothing in them is markup, in `CommonMark`, in GitHub's dialect or in pandoc's.

/// The last column of a line, if a space lets it end there: markdownlint's own default.
const COLUMNS: usize = 80;

/// One line of words, with a backslash before all that could begin or end markup within a line.
#[must_use]
pub fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for (at, letter) in words.char_indices() {
        let is_active = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '{' | '}' | '|' | '~' | '&' | '$' | '^' | '#' | '@' => true,
            // What GitHub makes links of by itself.
            ':' => words[at..].starts_with("://") || ends_with(&words[..at], &["mailto", "xmpp"]),
            '.' => ends_with(&words[..at], &["www"]),
            _ => false,
        };
        if is_active {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn ends_with(before: &str, names: &[&str]) -> bool {
    names
        .iter()
        .any(|name| before.len() >= name.len() && before.as_bytes()[before.len() - name.len()..].eq_ignore_ascii_case(name.as_bytes()))
}

/// `words` are escaped already. White space at an edge would stand inside the brackets.
#[must_use]
pub fn linked(words: &str, to: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() {
        return words.to_owned();
    }
    let (start, end) = (words.len() - words.trim_start().len(), words.trim_end().len());
    let safe: String = to.chars().flat_map(address).collect();
    format!("{}[{inner}]({safe}){}", &words[..start], &words[end..])
}

/// Nothing ends the address before its end.
fn address(letter: char) -> Vec<char> {
    match letter {
        '(' | ')' | '<' | '>' | '\\' | ' ' | '"' | '`' | '|' | '[' | ']' | '*' | '$' | '^' => {
            format!("%{:02X}", u32::from(letter)).chars().collect()
        }
        '&' => "&amp;".chars().collect(),
        letter => vec![letter],
    }
}

/// Escaped words as lines: before the first stands `first`, before the others `rest`.
#[must_use]
pub fn lines(words: &str, first: &str, rest: &str) -> String {
    let mut out = String::new();
    let mut line = String::new();
    let mut column = 0;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let width = word.encode_utf16().count();
        if column > 0 && column + 1 + width <= COLUMNS {
            line.push(' ');
            line.push_str(word);
            column += 1 + width;
            continue;
        }
        let lead = if column == 0 { first } else { rest };
        if column > 0 {
            out.push_str(&line);
            out.push('\n');
        }
        let word = guarded(word);
        column = lead.encode_utf16().count() + word.encode_utf16().count();
        line = format!("{lead}{word}");
    }
    out + &line
}

/// At the beginning of a line some signs make lists, headings, rules or definitions.
fn guarded(word: &str) -> String {
    let digits = word.len() - word.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    match word.as_bytes() {
        [b'-' | b'+' | b'=' | b':' | b'%' | b'!', ..] => format!("\\{word}"),
        _ if (1..10).contains(&digits) && word[digits..].starts_with(['.', ')']) => format!("{}\\{}", &word[..digits], &word[digits..]),
        _ => word.to_owned(),
    }
}
