//! The configuration file: one mapping of settings, and the keys of actions under `keys`.

use super::{Kind, SETTINGS, Setting};
use crate::text::lines::Lines;
use crate::text::nearest_word;
use crate::yaml::tree::{Node, Tree, Value, pairs};
use crate::yaml::{Finding, Span, Spanned};

/// The field under which actions have their keys.
pub const KEYS: &str = "keys";

/// An action by its name, and the names of the keys that it is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The name of the action.
    pub action: Spanned<String>,
    /// The names of the keys; none take the action's keys away.
    pub keys: Vec<Spanned<String>>,
}

/// What a configuration file says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConfigurationFile {
    /// Its text.
    pub text: String,
    /// The keys of actions, in the file's order; whether there are such actions and keys is not known here.
    pub bindings: Vec<Binding>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
    /// What is set, where, and at which 1-based line.
    values: Vec<(Setting, Spanned<String>, usize)>,
}

impl ConfigurationFile {
    /// Reads a text. What is wrong is found all at once, and the rest still holds.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let tree = Tree::read(text);
        // Words that other readers of YAML take for true and false mean just that here.
        let findings = tree.findings.iter().filter(|finding| finding.rule != "yaml/trap").cloned().collect();
        let mut file = Self { text: text.to_owned(), findings, ..Self::default() };
        if let Some(root) = tree.root.as_ref().filter(|root| !root.is_blank()) {
            match &root.value {
                Value::Mapping(mapping) => file.fields(mapping, &Lines::new(text)),
                _ => file.wrong_type(root, "the configuration", "a mapping"),
            }
        }
        file
    }

    /// What a setting is set to, and at which 1-based line.
    #[must_use]
    pub fn value(&self, setting: Setting) -> Option<(&str, usize)> {
        self.values.iter().find(|(set, ..)| *set == setting).map(|(_, word, line)| (word.value.as_str(), *line))
    }

    /// What a setting is set to, and where.
    #[must_use]
    pub fn word(&self, setting: Setting) -> Option<&Spanned<String>> {
        self.values.iter().find(|(set, ..)| *set == setting).map(|(_, word, _)| word)
    }

    fn fields(&mut self, mapping: &[Node<'_>], lines: &Lines) {
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for (key, value) in pairs(mapping) {
            let Value::Scalar { text: name, .. } = &key.value else {
                self.wrong_type(key, "a key", "a word");
                continue;
            };
            if self.repeats(name, key.span, &mut seen) {
                continue;
            }
            let row = SETTINGS.iter().find(|row| row.name == name);
            match row {
                _ if name == KEYS => self.keys(value),
                None => {
                    let known = || SETTINGS.iter().map(|row| row.name).chain([KEYS]);
                    let finding = Finding::new("config/unknown-field", "", key.span, format!("unknown field `{name}`"));
                    self.findings.push(finding.hint(match nearest_word(name, known()) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("known here: {}", known().collect::<Vec<_>>().join(", ")),
                    }));
                }
                Some(_) if value.is_blank() => {}
                Some(row) => match &value.value {
                    Value::Scalar { text, .. } => match row.read(text) {
                        Ok(word) => {
                            let line = lines.position(value.span.start).line;
                            self.values.push((row.setting, Spanned { value: word, span: value.span }, line));
                        }
                        Err(why) => self.findings.push(Finding::new("config/wrong-value", "", value.span, why)),
                    },
                    _ => self.wrong_type(value, &format!("`{name}`"), if row.kind == Kind::Switch { "on or off" } else { "text" }),
                },
            }
        }
    }

    fn keys(&mut self, node: &Node<'_>) {
        if node.is_blank() {
            return;
        }
        let Value::Mapping(mapping) = &node.value else {
            self.wrong_type(node, &format!("`{KEYS}`"), "a mapping of actions to keys");
            return;
        };
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for (key, value) in pairs(mapping) {
            let Value::Scalar { text: name, .. } = &key.value else {
                self.wrong_type(key, "an action", "a word");
                continue;
            };
            if self.repeats(name, key.span, &mut seen) {
                continue;
            }
            let listed = match &value.value {
                Value::Sequence(nodes) => nodes.iter().collect(),
                _ => vec![value],
            };
            let mut keys = Vec::new();
            for node in listed {
                match &node.value {
                    Value::Scalar { plain: true, .. } if node.is_blank() => {}
                    Value::Scalar { text, .. } => keys.push(Spanned { value: text.clone().into_owned(), span: node.span }),
                    _ => self.wrong_type(node, "a key", "its name"),
                }
            }
            self.bindings.push(Binding { action: Spanned { value: name.clone().into_owned(), span: key.span }, keys });
        }
    }

    /// A field that stands twice is a finding, and its first value holds.
    fn repeats<'n>(&mut self, name: &'n str, span: Span, seen: &mut Vec<(&'n str, Span)>) -> bool {
        let first = seen.iter().find(|(before, _)| *before == name).map(|(_, span)| *span);
        if let Some(first) = first {
            let finding = Finding::new("config/twice", "", span, format!("`{name}` stands twice"));
            self.findings.push(finding.label(first, "the first one").hint("delete one of them"));
        } else {
            seen.push((name, span));
        }
        first.is_some()
    }

    fn wrong_type(&mut self, node: &Node<'_>, what: &str, expected: &str) {
        let message = format!("{what} is {}; expected {expected}", node.shape());
        self.findings.push(Finding::new("config/wrong-type", "", node.span, message));
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
        assert_eq!(file.value(Setting::Links), Some(("off", 8)), "what is right holds");
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
