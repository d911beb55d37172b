//! Keys, their names, and where they come from.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::fmt;

/// A key as the table of actions names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// It is held with Control.
    pub control: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// The Enter key.
    Enter,
    /// The Escape key.
    Escape,
    /// The Backspace key.
    Backspace,
    /// The Tab key, which terminals send as Control-I.
    Tab,
    /// The up arrow.
    Up,
    /// The down arrow.
    Down,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// The Home key.
    Home,
    /// The End key.
    End,
    /// The Page Up key.
    PageUp,
    /// The Page Down key.
    PageDown,
}

/// Key, its name in tables, its sign on the screen.
const NAMED: [(Code, &str, &str); 13] = [
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
];

impl Key {
    /// The key with a name: `j`, `Down`, `C-c`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (name, control) = name.strip_prefix("C-").map_or((name, false), |rest| (rest, true));
        let named = NAMED.iter().find(|(_, known, _)| *known == name).map(|(code, ..)| *code);
        let letter = || {
            let mut letters = name.chars();
            letters.next().filter(|_| letters.next().is_none()).map(Code::Char)
        };
        let code = named.or_else(letter)?;
        Some(Self { code, control })
    }

    /// The key that the terminal reports; none for a release, or a key that no table names.
    #[must_use]
    pub fn from_terminal(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release || event.modifiers.contains(KeyModifiers::ALT) {
            return None;
        }
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let code = match event.code {
            KeyCode::Char(letter) => Code::Char(letter),
            KeyCode::Enter => Code::Enter,
            KeyCode::Esc => Code::Escape,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Tab => Code::Tab,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            _ => return None,
        };
        Some(Self { code, control })
    }
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
