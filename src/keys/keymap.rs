use super::action::{ACTIONS, Action};
use super::key::{Code, Key, in_ascii};
use super::keyboard::latin;
use crate::settings::file::Binding;
use crate::text::meant;
use crate::yaml::{Finding, Span};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// An action in the list of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// "next-hit"
    pub name: &'static str,
    /// "↓ j"
    pub keys: String,
    /// "next stop, or scroll"
    pub help: &'static str,
    /// "everywhere"
    pub scope: &'static str,
}

/// The keys of each action, in the order of the table; hints show the first.
#[derive(Debug, Clone)]
pub struct Keymap(Arc<Vec<Vec<Key>>>);

impl Default for Keymap {
    fn default() -> Self {
        // The program asks for them several times before its first frame.
        static USUAL: LazyLock<Keymap> = LazyLock::new(|| Keymap(Arc::new(usual())));
        USUAL.clone()
    }
}

fn usual() -> Vec<Vec<Key>> {
    ACTIONS.iter().map(|row| row.keys.iter().filter_map(|name| Key::parse(name)).collect()).collect()
}

impl Keymap {
    /// The keys that a configuration file gives an action replace its usual ones.
    ///
    /// # Errors
    ///
    /// All mistakes at once: unknown actions and keys, keys of two actions, and no key to leave the program by.
    pub fn new(bindings: &[Binding]) -> Result<Self, Vec<Finding>> {
        if bindings.is_empty() {
            return Ok(Self::default());
        }
        let mut findings = Vec::new();
        let mut keys = usual();
        // Where the file gives an action a key. Usual keys have no place in it.
        let mut given: HashMap<(usize, Key), Span> = HashMap::new();
        for binding in bindings {
            let Some(at) = ACTIONS.iter().position(|row| row.name == binding.action.value) else {
                findings.push(unknown_action(binding));
                continue;
            };
            keys[at].clear();
            for written in &binding.keys {
                match Key::read(&written.value) {
                    Ok(key) if keys[at].contains(&key) => {}
                    Ok(key) => {
                        keys[at].push(key);
                        given.insert((at, key), written.span);
                    }
                    Err(why) => findings.push(Finding::new("config/unknown-key", "", written.span, why.message).hint(why.hint)),
                }
            }
            if keys[at].is_empty() && ACTIONS[at].action == Action::Quit {
                findings.push(Finding::new("config/no-way-out", "", binding.action.span, "`quit` has no key").hint("give it one"));
            }
        }
        findings.extend(clashes(&keys, &given));
        if findings.is_empty() {
            return Ok(Self(Arc::new(keys)));
        }
        findings.sort_by_key(|finding| finding.span);
        Err(findings)
    }

    /// A letter of another script does what the Latin letter at its place on the keyboard does.
    #[must_use]
    pub fn action(&self, key: Key) -> Option<Action> {
        let bound = |key: Key| ACTIONS.iter().zip(&*self.0).find(|(_, keys)| keys.contains(&key)).map(|(row, _)| row.action);
        let at_its_place = || match key.code {
            Code::Char(letter) => bound(Key { code: Code::Char(latin(letter)?), ..key }),
            _ => None,
        };
        bound(key).or_else(at_its_place)
    }

    #[must_use]
    pub fn keys(&self, action: Action) -> &[Key] {
        let at = ACTIONS.iter().position(|row| row.action == action);
        at.and_then(|at| self.0.get(at)).map_or(&[], Vec::as_slice)
    }

    /// The first key of an action; empty where it has none.
    #[must_use]
    pub fn shown(&self, action: Action) -> String {
        self.keys(action).first().map_or_else(String::new, Key::to_string)
    }

    /// As Help and the README show them: the tabs are one row while they have their usual keys.
    #[must_use]
    pub fn rows(&self) -> Vec<KeyRow> {
        self.together(&self.all_rows())
    }

    fn together(&self, all: &[KeyRow]) -> Vec<KeyRow> {
        let tabs = || ACTIONS.iter().filter(|row| matches!(row.action, Action::Tab(_)));
        let usual = Self::default();
        if tabs().any(|row| self.keys(row.action) != usual.keys(row.action)) {
            return all.to_owned();
        }
        let letters: Vec<String> = tabs().skip(9).map(|row| self.shown(row.action)).collect();
        let shown = ACTIONS.iter().zip(all).filter(|(row, _)| !matches!(row.action, Action::Tab(1..)));
        let rows = shown.map(|(row, shown)| match row.action {
            Action::Tab(_) => KeyRow { keys: format!("1–9 {}", letters.join(" ")), help: "the tab with that key", ..shown.clone() },
            _ => shown.clone(),
        });
        rows.collect()
    }

    /// The list as Help shows it, and every action; in `ascii` with names instead of signs.
    #[must_use]
    pub fn both_rows(&self, ascii: bool) -> (Vec<KeyRow>, Vec<KeyRow>) {
        let mut actions = self.all_rows();
        let mut keys = self.together(&actions);
        for row in keys.iter_mut().chain(&mut actions).filter(|_| ascii) {
            row.keys = in_ascii(&row.keys);
        }
        (keys, actions)
    }

    fn all_rows(&self) -> Vec<KeyRow> {
        let rows = ACTIONS.iter().zip(&*self.0).map(|(row, keys)| {
            let names: Vec<String> = keys.iter().map(Key::to_string).collect();
            KeyRow { name: row.name, keys: names.join(" "), help: row.help, scope: row.scope.words() }
        });
        rows.collect()
    }
}

fn unknown_action(binding: &Binding) -> Finding {
    let finding = Finding::new("config/unknown-action", "", binding.action.span, format!("no action is called `{}`", binding.action.value));
    let names = ACTIONS.iter().map(|row| row.name);
    finding.hint(meant(&binding.action.value, names, || "`bluf config` lists the actions".to_owned()))
}

fn clashes(keys: &[Vec<Key>], given: &HashMap<(usize, Key), Span>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut holder: HashMap<Key, usize> = HashMap::new();
    for (at, keys) in keys.iter().enumerate() {
        for key in keys {
            let Some(first) = holder.insert(*key, at) else { continue };
            let place = |at: usize| given.get(&(at, *key)).copied();
            // Usual keys do not clash, so the file gives the key to at least one of the two.
            let (mine, span, other) = match (place(at), place(first)) {
                (Some(span), _) => (at, span, first),
                (None, Some(span)) => (first, span, at),
                (None, None) => continue,
            };
            let (mine, name) = (ACTIONS[mine].name, ACTIONS[other].name);
            let finding = Finding::new("config/clash", "", span, format!("{key} is given to `{mine}`, and `{name}` has it too"));
            findings.push(match place(other) {
                Some(second) if second != span => finding.label(second, "there").hint("give one of them another key"),
                _ => finding.hint(format!("give `{name}` another key too")),
            });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::ConfigurationFile;

    fn keymap(text: &str) -> Result<Keymap, Vec<String>> {
        let file = ConfigurationFile::read(text);
        assert_eq!(file.findings, []);
        Keymap::new(&file.bindings).map_err(|findings| {
            let words = |finding: Finding| format!("{} | {}", finding.message, finding.hint.unwrap_or_default());
            findings.into_iter().map(words).collect()
        })
    }

    fn pressed(keymap: &Keymap, key: &str) -> Option<Action> {
        keymap.action(Key::parse(key).expect("a key"))
    }

    #[test]
    fn e1_every_action_can_have_other_keys() {
        for row in &ACTIONS {
            let keymap = keymap(&format!("keys:\n  {}: [F12, C-x]\n", row.name)).expect("a keymap");
            assert_eq!((pressed(&keymap, "F12"), pressed(&keymap, "C-x")), (Some(row.action), Some(row.action)), "{}", row.name);
            let usual = Key::parse(row.keys[0]).expect("a key");
            assert_eq!(keymap.action(usual), None, "{} has given up its own", row.name);
            assert_eq!(keymap.shown(row.action), "F12");
        }
    }

    #[test]
    fn e1_keys_can_change_hands_and_be_taken_away() {
        let keymap = keymap("keys: {next-hit: N, previous-hit: n, edit: []}").expect("a keymap");
        assert_eq!((pressed(&keymap, "n"), pressed(&keymap, "e")), (Some(Action::PreviousHit), None));
        assert_eq!(keymap.shown(Action::Edit), "");
    }

    #[test]
    fn e1_clashes_and_unknown_names_are_reported_together() {
        let wrong = keymap("keys:\n  dwon: x\n  up: [Upp, Alt-k, C-i]\n  next-hit: q\n  top: E\n  end: E\n  quit: []\n");
        assert_eq!(
            wrong.expect_err("wrong"),
            [
                "no action is called `dwon` | did you mean `down`?",
                "no key is called `Upp` | did you mean `Up`?",
                "no key is called `Alt-k` | terminals send Alt in different ways; bind a key without it",
                "terminals send `C-i` as Tab | bind Tab, or another key",
                "E is given to `end`, and `top` has it too | give one of them another key",
                "`quit` has no key | give it one",
            ]
        );
        let taken = keymap("keys: {next-hit: q}").expect_err("wrong");
        assert_eq!(taken, ["q is given to `next-hit`, and `quit` has it too | give `quit` another key too"]);
    }

    #[test]
    fn m15_the_table_of_keys_has_the_tabs_in_one_row_where_they_have_their_usual_keys() {
        let more = keymap("keys: {tab-3: ['3', F3]}").expect("a keymap");
        assert!(more.rows().iter().any(|row| row.name == "tab-3" && row.keys == "3 F3"));
        assert_eq!(Keymap::default().rows().len(), ACTIONS.len() - 15, "the sixteen tabs in one row");
    }
}
