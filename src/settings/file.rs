//! The configuration file: one mapping of settings, and the keys of actions under `keys`.

use super::{Kind, SETTINGS, Setting, SettingRow};
use crate::text::lines::Lines;
use crate::yaml::tree::{Node, Tree, Value};
use crate::yaml::{Fields, Finding, Spanned, Terms};

pub const KEYS: &str = "keys";
/// What stands between paths, as in `PATH`.
const LIST: &str = if cfg!(windows) { ";" } else { ":" };

static TERMS: Terms = Terms {
    wrong_type: "config/wrong-type",
    key: ["a key", "a word"],
    twice: "config/twice",
    comes_of_it: "",
    unknown: "config/unknown-field",
    named: "field",
};
static ACTIONS: Terms = Terms { key: ["an action", "a word"], ..TERMS };

/// An action by its name, and the names of the keys that it is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    pub action: Spanned<String>,
    /// Empty: the action loses its keys.
    pub keys: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfigurationFile {
    pub text: String,
    /// In the file's order. The keymap finds out whether there are such actions and keys.
    pub bindings: Vec<Binding>,
    pub findings: Vec<Finding>,
    /// Each value with its line, 1-based.
    values: Vec<(Setting, Spanned<String>, usize)>,
}

impl ConfigurationFile {
    /// All mistakes are found at once, and the rest still holds.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let Tree { root, mut findings, .. } = Tree::read(text);
        // Words that other readers of YAML take for true and false mean just that here.
        findings.retain(|finding| finding.rule != "yaml/trap");
        let mut file = Self { text: text.to_owned(), findings, ..Self::default() };
        match &root {
            Some(Node { value: Value::Mapping(mapping), .. }) => file.fields(mapping, &Lines::new(text)),
            Some(root) => file.wrong(root, "the configuration", "a mapping"),
            None => {}
        }
        file
    }

    /// The value of a setting and its line, 1-based.
    #[must_use]
    pub fn value(&self, setting: Setting) -> Option<(&Spanned<String>, usize)> {
        self.values.iter().find(|(set, ..)| *set == setting).map(|(_, word, line)| (word, *line))
    }

    fn fields(&mut self, mapping: &[Node<'_>], lines: &Lines) {
        let before = self.findings.len();
        let mut fields = Fields::read(mapping, "", &TERMS, &mut self.findings);
        for row in &SETTINGS {
            let Some(value) = fields.take(row.name).map(|field| field.value).filter(|value| !value.is_blank()) else { continue };
            let words = match &value.value {
                Value::Sequence(nodes) if row.kind == Kind::Fonts => nodes,
                _ => std::slice::from_ref(value),
            };
            let read: Vec<String> = words.iter().filter_map(|node| self.word(row, node)).collect();
            if read.len() == words.len() {
                let line = lines.position(value.span.start).line;
                self.values.push((row.setting, Spanned { value: read.join(LIST), span: value.span }, line));
            }
        }
        if let Some(field) = fields.take(KEYS) {
            self.keys(field.value);
        }
        self.findings.extend(fields.unknown().map(|(.., finding)| finding));
        self.findings[before..].sort_by_key(|finding| finding.span);
    }

    fn word(&mut self, row: &SettingRow, node: &Node<'_>) -> Option<String> {
        let read = match &node.value {
            Value::Scalar { text, .. } => row.read(text).map_err(|why| Finding::new("config/wrong-value", "", node.span, why)),
            _ => Err(TERMS.wrong("", node, &format!("`{}`", row.name), if row.kind == Kind::Switch { "on or off" } else { "text" })),
        };
        read.map_err(|finding| self.findings.push(finding)).ok()
    }

    fn keys(&mut self, node: &Node<'_>) {
        if node.is_blank() {
            return;
        }
        let Value::Mapping(mapping) = &node.value else {
            return self.wrong(node, &format!("`{KEYS}`"), "a mapping of actions to keys");
        };
        for field in Fields::read(mapping, "", &ACTIONS, &mut self.findings).rest {
            let listed = match &field.value.value {
                Value::Sequence(nodes) => nodes,
                _ => std::slice::from_ref(field.value),
            };
            let mut keys = Vec::new();
            for node in listed {
                match &node.value {
                    Value::Scalar { plain: true, .. } if node.is_blank() => {}
                    Value::Scalar { text, .. } => keys.push(Spanned { value: text.clone().into_owned(), span: node.span }),
                    _ => self.wrong(node, "a key", "its name"),
                }
            }
            self.bindings.push(Binding { action: Spanned { value: field.name.to_owned(), span: field.key }, keys });
        }
    }

    fn wrong(&mut self, node: &Node<'_>, what: &str, expected: &str) {
        self.findings.push(TERMS.wrong("", node, what, expected));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e1_every_mistake_is_found_at_once_with_its_place() {
        let text = "thme: dark\nmouse: [off]\nascii: maybe\nascii: on\nkeys:\n  down: {a: b}\n  up: [k, x]\nlinks: off\nzzzz: 1\n";
        let file = ConfigurationFile::read(text);
        let lines = Lines::new(text);
        let found: Vec<String> = file
            .findings
            .iter()
            .map(|finding| format!("{} {} {}", lines.position(finding.span.start).line, finding.rule, finding.message))
            .collect();
        assert_eq!(
            found,
            [
                "1 config/unknown-field unknown field `thme`",
                "2 config/wrong-type `mouse` is a list; expected on or off",
                "3 config/wrong-value `maybe` is no value of `ascii`; write on or off",
                "4 config/twice `ascii` stands twice",
                "6 config/wrong-type a key is a mapping; expected its name",
                "9 config/unknown-field unknown field `zzzz`",
            ]
        );
        assert_eq!(file.findings[0].hint.as_deref(), Some("did you mean `theme`?"));
        assert_eq!(file.value(Setting::Links).map(|(word, line)| (word.value.as_str(), line)), Some(("off", 8)), "what is right holds");
        assert_eq!(file.bindings[1].keys[1].value, "x");
    }

    #[test]
    fn an_empty_file_says_nothing_and_any_text_is_read() {
        for text in ["", "# nothing\n", "~", "keys:\n", "- a\n", "a: [", "\u{0}", "theme: dark\n---\ntheme: light\n"] {
            let _ = ConfigurationFile::read(text);
        }
        assert_eq!(ConfigurationFile::read("").findings, []);
    }
}
