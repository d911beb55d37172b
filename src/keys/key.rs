use crate::text::meant;
use std::fmt;

/// There is no Shift, which makes another character of a key, and no Alt, which terminals send in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: Code,
    pub control: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    Char(char),
    Enter,
    Escape,
    Backspace,
    Tab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// Tab with Shift.
    BackTab,
    Delete,
    Insert,
    /// From 1 to 12.
    Function(u8),
}

/// The name in tables and the sign on the screen.
const NAMED: [(Code, &str, &str); 28] = [
    (Code::Char(' '), "Space", "Space"),
    (Code::Enter, "Enter", "↵"),
    (Code::Escape, "Esc", "Esc"),
    (Code::Backspace, "Backspace", "Backspace"),
    (Code::Tab, "Tab", "Tab"),
    (Code::Up, "Up", "↑"),
    (Code::Down, "Down", "↓"),
    (Code::Left, "Left", "←"),
    (Code::Right, "Right", "→"),
    (Code::Home, "Home", "Home"),
    (Code::End, "End", "End"),
    (Code::PageUp, "PageUp", "PgUp"),
    (Code::PageDown, "PageDown", "PgDn"),
    (Code::BackTab, "BackTab", "Shift-Tab"),
    (Code::Delete, "Delete", "Del"),
    (Code::Insert, "Insert", "Ins"),
    (Code::Function(1), "F1", "F1"),
    (Code::Function(2), "F2", "F2"),
    (Code::Function(3), "F3", "F3"),
    (Code::Function(4), "F4", "F4"),
    (Code::Function(5), "F5", "F5"),
    (Code::Function(6), "F6", "F6"),
    (Code::Function(7), "F7", "F7"),
    (Code::Function(8), "F8", "F8"),
    (Code::Function(9), "F9", "F9"),
    (Code::Function(10), "F10", "F10"),
    (Code::Function(11), "F11", "F11"),
    (Code::Function(12), "F12", "F12"),
];

/// A terminal sends bytes, and with Control these characters have the byte of another key.
const SENT_AS: [(char, &str); 11] = [
    ('i', "Tab"),
    ('m', "Enter"),
    ('[', "Esc"),
    ('3', "Esc"),
    ('8', "Backspace"),
    ('2', "Ctrl-Space"),
    ('4', "Ctrl-\\"),
    ('5', "Ctrl-]"),
    ('6', "Ctrl-^"),
    ('7', "Ctrl-/"),
    ('_', "Ctrl-/"),
];

/// Why a name is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoKey {
    pub message: String,
    pub hint: String,
}

impl Key {
    /// Reads a name of the tables: `j`, `Down`, `C-c`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::read(name).ok()
    }

    /// Reads a name as people write it: also `Ctrl-c` and `pagedown`.
    ///
    /// # Errors
    ///
    /// No key has that name, or no terminal sends it.
    pub fn read(written: &str) -> Result<Self, NoKey> {
        let (name, control) =
            ["C-", "Ctrl-"].into_iter().find_map(|prefix| Some((written.strip_prefix(prefix)?, true))).unwrap_or((written, false));
        let named = NAMED.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(name)).map(|(code, ..)| *code);
        let mut letters = name.chars();
        let letter = letters.next().filter(|letter| letters.next().is_none() && !letter.is_control());
        match (named, letter) {
            (Some(code), _) => Ok(Self { code, control }),
            (None, Some(letter)) if control => match SENT_AS.iter().find(|(sent, _)| *sent == letter.to_ascii_lowercase()) {
                Some((_, other)) => {
                    let message = format!("terminals send `{written}` as {other}");
                    Err(NoKey { message, hint: format!("bind {other}, or another key") })
                }
                None => Ok(Self { code: Code::Char(letter.to_ascii_lowercase()), control }),
            },
            (None, Some(letter)) => Ok(Self { code: Code::Char(letter), control }),
            (None, None) => Err(Self::unknown(written, name)),
        }
    }

    fn unknown(written: &str, name: &str) -> NoKey {
        let message = format!("no key is called `{written}`");
        if ["A-", "M-", "Alt-", "Meta-"].iter().any(|prefix| written.starts_with(prefix)) {
            return NoKey { message, hint: "terminals send Alt in different ways; bind a key without it".to_owned() };
        }
        let hint = meant(name, NAMED.iter().map(|(_, known, _)| *known), || {
            "write a character, C- and a character, or a name: Down, PageUp, Space, F1".to_owned()
        });
        NoKey { message, hint }
    }

    /// The name that people write: `Down`, `j`, `C-c`.
    #[must_use]
    pub fn name(&self) -> String {
        let control = if self.control { "C-" } else { "" };
        let named = NAMED.iter().find(|(code, ..)| *code == self.code).map(|(_, name, _)| *name);
        match (named, self.code) {
            (Some(name), _) => format!("{control}{name}"),
            (None, Code::Char(letter)) => format!("{control}{letter}"),
            (None, _) => control.to_owned(),
        }
    }
}

/// Writes names for the signs in a list of keys: "↓ j" becomes "Down j".
#[must_use]
pub fn in_ascii(keys: &str) -> String {
    NAMED.into_iter().fold(keys.replace('–', "-"), |keys, (_, name, sign)| keys.replace(sign, name))
}

/// As the screen shows it: `↓`, `j`, `Ctrl-c`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.control {
            f.write_str("Ctrl-")?;
        }
        match NAMED.iter().find(|(code, ..)| *code == self.code) {
            Some((.., sign)) => f.write_str(sign),
            None => match self.code {
                Code::Char(letter) => write!(f, "{letter}"),
                _ => Ok(()),
            },
        }
    }
}
