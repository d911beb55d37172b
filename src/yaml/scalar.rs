//! Text as a YAML scalar that reads back as itself.

use super::tree::{Tree, Value};
use crate::text::neutral;

/// `text` as a scalar of one line between quotation marks, which may stand anywhere. What a screen would not show as it
/// is becomes an escape.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_shown(text) && !text.contains('\'') { single(text) } else { double(text) }
}

/// Where a scalar stands, which decides what it may be without quotation marks.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    pub is_key: bool,
    pub in_brackets: bool,
}

/// `text` as a scalar of one line, quoted as `before` is unless that cannot be.
#[must_use]
pub fn scalar_like(before: &str, text: &str, site: Site) -> String {
    match before.chars().next() {
        Some('\'') if is_shown(text) => single(text),
        Some('\'' | '"') => double(text),
        _ if is_plain(text, site) => text.to_owned(),
        _ => scalar(text),
    }
}

/// A screen shows every character as it is.
pub fn is_shown(text: &str) -> bool {
    neutral(text) == text && !text.contains(HIDDEN)
}

/// Reads as itself without quotation marks. Asking the reader is surer than writing its rules a second time.
fn is_plain(text: &str, Site { is_key, in_brackets }: Site) -> bool {
    let line = if is_key { format!("{text}: x") } else { format!("x: {text}") };
    let line = if in_brackets { format!("{{{line}}}") } else { line };
    let tree = Tree::read(&line);
    let Some(Value::Mapping(nodes)) = tree.root.map(|root| root.value) else { return false };
    let node = nodes.get(usize::from(!is_key));
    let reads =
        node.is_some_and(|node| matches!(&node.value, Value::Scalar { text: read, plain: true } if read == text) && !node.is_blank());
    reads && nodes.len() == 2 && tree.findings.is_empty() && is_shown(text)
}

/// Characters that are shown as a space.
const HIDDEN: [char; 2] = ['\n', '\u{a0}'];

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(text: &str) -> String {
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        _ if HIDDEN.contains(&c) || neutral(c.encode_utf8(&mut [0; 4])) != c.to_string() => format!("\\U{:08x}", u32::from(c)),
        _ => c.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_scalar_is_as_plain_as_it_may_be() {
        for (text, expected) in [
            ("voted to stop work", "'voted to stop work'"),
            ("Iran's aim: peace", "\"Iran's aim: peace\""),
            ("a \u{1b}[31m", "\"a \\U0000001b[31m\""),
        ] {
            assert_eq!(scalar(text), expected);
        }
    }

    #[test]
    fn a_scalar_keeps_the_quotation_marks_that_stood_there_where_it_may() {
        let [value, key, inside] = [(false, false), (true, false), (false, true)].map(|(is_key, in_brackets)| Site { is_key, in_brackets });
        for (before, text, site, expected) in [
            ("x", "likely, or so", value, "likely, or so"),
            ("x", "likely, or so", inside, "'likely, or so'"),
            ("x", "a: b", value, "'a: b'"),
            ("x", "[J1]", key, "'[J1]'"),
            ("x", "no", value, "'no'"),
            ("x", "~", value, "'~'"),
            ("x", "", value, "''"),
            ("x", "2032-11", value, "2032-11"),
            ("'x'", "Iran's", value, "'Iran''s'"),
            ("'x'", "a\nb", value, "\"a\\U0000000ab\""),
            ("\"x\"", "likely", key, "\"likely\""),
        ] {
            assert_eq!(scalar_like(before, text, site), expected);
        }
    }

    proptest! {
        #[test]
        fn a_scalar_reads_back_as_itself(
            text in "[a-zé'\"\\\\:#,\\[\\]{}\u{1b}\u{202e}\u{a0}%&*!|>@` .-]{1,24}",
            before in prop::sample::select(vec!["x", "'x'", "\"x\""]),
        ) {
            for written in [scalar(&text), scalar_like(before, &text, Site { is_key: false, in_brackets: true })] {
                let line = format!("[{written}]");
                let tree = Tree::read(&line);
                prop_assert_eq!(tree.findings.len(), 0, "{}", line);
                let read = tree.root.and_then(|root| match root.value {
                    Value::Sequence(mut nodes) => nodes.pop(),
                    _ => None,
                });
                let is_same = matches!(read.map(|node| node.value), Some(Value::Scalar { text: read, .. }) if read.as_ref() == text);
                prop_assert!(is_same, "{}", line);
            }
        }
    }
}
