//! The lines around the one at the cursor, by their indentation alone: what is broken elsewhere does not count.

/// A line of a block: how far its first sign and, behind dashes, its first word stand from the left, and its key.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    start: usize,
    dash: Option<usize>,
    column: usize,
    key: Option<&'t str>,
    /// What stands behind the key, or all of it.
    rest: &'t str,
}

impl<'t> Line<'t> {
    /// `None`: nothing stands there but a comment.
    fn read(text: &'t str, start: usize) -> Option<Self> {
        let line = text[start..].lines().next().unwrap_or_default();
        let mut rest = line.trim_start_matches(' ');
        let mut dash = None;
        while let Some(behind) = rest.strip_prefix('-').filter(|behind| behind.is_empty() || behind.starts_with(' ')) {
            dash = dash.or(Some(line.len() - rest.len()));
            rest = behind.trim_start_matches(' ');
        }
        let is_empty = dash.is_none() && rest.trim().is_empty();
        let column = line.len() - rest.len();
        let key = key(rest);
        let behind = key.map_or(rest, |key| rest[key.len()..].trim_start_matches(':').trim());
        (!is_empty && !rest.starts_with('#')).then_some(Self { start, dash, column, key, rest: behind })
    }

    fn is_open(&self) -> bool {
        self.key.is_some() && (self.rest.is_empty() || self.rest.starts_with('#'))
    }
}

/// Keys of the format have no spaces.
fn key(text: &str) -> Option<&str> {
    let (key, behind) = text.split_once(':')?;
    let is_word = !key.is_empty() && !key.contains([' ', '\t', '[', ']', '{', '}', ',', '#']);
    (is_word && (behind.is_empty() || behind.starts_with([' ', '\r']))).then_some(key)
}

/// The lines before a byte of the file, the last first.
fn before(text: &str, at: usize) -> impl Iterator<Item = Line<'_>> {
    let mut end = text[..at].rfind('\n');
    std::iter::from_fn(move || {
        let last = end?;
        end = text[..last].rfind('\n');
        Some(end.map_or(0, |end| end + 1))
    })
    .filter_map(|start| Line::read(text, start))
}

/// The keys that the line at the cursor stands under, each on a line of its own, and where the text begins that is still open at
/// the cursor.
pub fn above(text: &str, cursor: usize) -> (String, usize) {
    let start = text[..cursor].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let (mut limit, mut is_dash) = depth(line, cursor - start);
    let mut from = start;
    let mut goes_on = false;
    let mut lines: Vec<String> = Vec::new();
    for line in before(text, start) {
        if limit == 0 && !is_dash && !goes_on {
            break;
        }
        let own = line.dash.unwrap_or(line.column);
        if own > limit || own == limit && (line.dash.is_some() || !is_dash) {
            continue;
        }
        // Only the nearest can be open: what stands above it is a key with nothing behind it.
        let is_nearest = lines.is_empty() && from == start;
        if line.key.is_none() && line.dash.is_none() {
            goes_on = true;
        } else if (is_nearest || goes_on) && line.column < limit && !line.is_open() {
            (from, goes_on) = (line.start, false);
        } else {
            let dash = if line.dash.is_some() { format!("{}-", " ".repeat(own)) } else { String::new() };
            let indent = " ".repeat(line.column.saturating_sub(dash.len()));
            // A list may stand as far to the right as the key that holds it.
            let holds = line.column < limit || is_dash && line.dash.is_none();
            let key = line.key.filter(|_| holds).map_or_else(String::new, |key| format!("{indent}{key}:"));
            lines.push(format!("{dash}{key}\n"));
        }
        (limit, is_dash) = (own, line.dash.is_some());
    }
    (lines.into_iter().rev().collect(), from)
}

/// How far the line at the cursor stands from the left, and whether it begins with a dash.
fn depth(line: &str, cursor: usize) -> (usize, bool) {
    let words = line.trim_start_matches(' ');
    let column = if words.trim().is_empty() { cursor } else { cursor.min(line.len() - words.len()) };
    (column, words.starts_with("- ") || words.trim_end() == "-")
}

/// The keys of the mapping that the line at the cursor is a part of, but for its own.
pub fn fields_beside(text: &str, cursor: usize) -> Vec<String> {
    let start = text[..cursor].rfind('\n').map_or(0, |end| end + 1);
    let end = text[cursor..].find('\n').map_or(text.len(), |end| cursor + end + 1);
    let own = Line::read(text, start).map_or(cursor - start, |line| line.column);
    let mut found = Vec::new();
    let mut note = |line: Line<'_>| {
        found.extend(line.key.filter(|_| line.column == own).map(str::to_owned));
        // A dash begins the mapping, and what stands further left holds it.
        line.column >= own && line.dash.is_none()
    };
    let own_dash = Line::read(text, start).is_some_and(|line| line.dash.is_some());
    if !own_dash {
        let _ = before(text, start).all(&mut note);
    }
    let mut at = end;
    while at < text.len() {
        let next = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
        match Line::read(text, at) {
            Some(line) if line.dash.is_some_and(|dash| dash <= own) || line.column < own => break,
            Some(line) => drop(note(line)),
            None => {}
        }
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> (String, String) {
        let cursor = text.find('|').expect("a cursor");
        let text = text.replacen('|', "", 1);
        let (head, from) = above(&text, cursor);
        (head, text[from..cursor].to_owned())
    }

    #[test]
    fn n22_the_keys_above_a_line_are_read_by_its_indentation() {
        let text = "title: [broken\nsections:\n  a:\n    C1:\n      fact: x\n      quote: {ART: y}\n      |\n";
        assert_eq!(head(text), ("sections:\n  a:\n    C1:\n".to_owned(), "      ".to_owned()));
        let text = "sources:\n  ART:\n    set_aside:\n    - quote: x\n      w|hy";
        assert_eq!(head(text).0, "sources:\n  ART:\n    set_aside:\n    -\n");
        let text = "judgements:\n  J1:\n    claims: [C1,\n      C2, |";
        assert_eq!(head(text), ("judgements:\n  J1:\n".to_owned(), "    claims: [C1,\n      C2, ".to_owned()));
        let text = "question: >-\n  one\n\n  two| three";
        assert_eq!(head(text), (String::new(), "question: >-\n  one\n\n  two".to_owned()));
    }

    #[test]
    fn n22_the_fields_beside_a_line_are_those_of_its_mapping() {
        let text = "J1:\n  text: x\n  because:\n    deep: y\n  \n  by: 2026\nJ2:\n  claims: []\n";
        assert_eq!(fields_beside(text, text.find("  by").expect("a line") - 1), ["because", "text", "by"]);
    }
}
