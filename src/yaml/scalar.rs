//! Text as a YAML scalar that reads back as itself.

use crate::text::neutral;

/// `text` as a scalar of one line between quotation marks, which may stand anywhere. What a screen would not show as it
/// is becomes an escape.
#[must_use]
pub fn scalar(text: &str) -> String {
    let shown = neutral(text) == text && !text.contains(HIDDEN);
    if shown && !text.contains('\'') { format!("'{text}'") } else { format!("\"{}\"", text.chars().map(escaped).collect::<String>()) }
}

/// Characters that are shown as a space.
const HIDDEN: [char; 2] = ['\n', '\u{a0}'];

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
    use crate::yaml::tree::{Tree, Value};
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

    proptest! {
        #[test]
        fn a_scalar_reads_back_as_itself(text in "[a-zé'\"\\\\:#,\\[\\]{}\u{1b}\u{202e}\u{a0}%&*!|>@` .-]{1,24}") {
            let line = format!("[{}]", scalar(&text));
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
