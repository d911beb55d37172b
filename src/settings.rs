//! What a person may set: on the command line, in the environment, in the configuration file.
//!
//! A setting is a row of [`SETTINGS`]: flags, variables, the file's fields, `bluf config`, the sample and the README read
//! the table. The command line wins over the environment, the environment over the file, and the file over the default.

pub mod file;
pub mod font;

pub use file::ConfigurationFile;
pub use font::GivenFont;

use crate::text::meant;
use std::env::split_paths;
use std::ffi::OsString;
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    Theme,
    Ascii,
    Mouse,
    Clipboard,
    Links,
    Reload,
    Notes,
    Linear,
    Restricted,
    MemoTo,
    MemoFrom,
    Paper,
    Fonts,
}

/// What the value of a setting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Switch,
    /// The part of the program that reads the setting knows the names.
    Name,
    /// Empty where there is none.
    Path,
    /// The same.
    Words,
    /// Files and folders, parted as in `PATH`.
    Fonts,
}

#[derive(Debug, Clone, Copy)]
pub struct SettingRow {
    pub setting: Setting,
    pub name: &'static str,
    /// Without its dashes. The flag of a switch sets the opposite of the default.
    pub flag: Option<&'static str>,
    pub variable: &'static str,
    pub kind: Kind,
    /// What holds if nobody says anything.
    pub default: &'static str,
    pub help: &'static str,
}

const fn row(
    setting: Setting,
    name: &'static str,
    flag: Option<&'static str>,
    variable: &'static str,
    kind: Kind,
    default: &'static str,
    help: &'static str,
) -> SettingRow {
    SettingRow { setting, name, flag, variable, kind, default, help }
}

#[rustfmt::skip]
pub static SETTINGS: [SettingRow; 13] = [
    row(Setting::Theme,      "theme",      Some("theme"),      "BLUF_THEME",      Kind::Name,   "terminal", "The colours"),
    row(Setting::Ascii,      "ascii",      Some("ascii"),      "BLUF_ASCII",      Kind::Switch, "off",      "Draw with 7-bit characters only"),
    row(Setting::Mouse,      "mouse",      Some("no-mouse"),   "BLUF_MOUSE",      Kind::Switch, "on",       "Take clicks, drags and the wheel; off leaves them to the terminal"),
    row(Setting::Clipboard,  "clipboard",  None,               "BLUF_CLIPBOARD",  Kind::Switch, "on",       "Copy through the terminal (OSC 52)"),
    row(Setting::Links,      "links",      None,               "BLUF_LINKS",      Kind::Switch, "on",       "Web addresses as links that the terminal opens (OSC 8)"),
    row(Setting::Reload,     "reload",     None,               "BLUF_RELOAD",     Kind::Switch, "on",       "Read files again when they are saved"),
    row(Setting::Notes,      "notes",      None,               "BLUF_NOTES",      Kind::Path,   "",         "The folder of your notes and marks, instead of the usual one"),
    row(Setting::Linear,     "linear",     Some("linear"),     "BLUF_LINEAR",     Kind::Switch, "off",      "Numbered plain text, for screen readers and plain terminals"),
    row(Setting::Restricted, "restricted", Some("restricted"), "BLUF_RESTRICTED", Kind::Switch, "off",      "For shared use: no editor, no other program, no file written"),
    row(Setting::MemoTo,     "memo_to",    None,               "BLUF_MEMO_TO",    Kind::Words,  "",         "Whom memos are to, where not to the customers of their briefing"),
    row(Setting::MemoFrom,   "memo_from",  None,               "BLUF_MEMO_FROM",  Kind::Words,  "",         "Whom memos are from, where not from the authors of their briefing"),
    row(Setting::Paper,      "paper",      None,               "BLUF_PAPER",      Kind::Name,   "a4",       "The paper that is printed on: a4 or letter"),
    row(Setting::Fonts,      "fonts",      None,               "BLUF_FONTS",      Kind::Fonts,  "",         "Fonts for PDF before the program's own: files, folders, `arabic=FILE` for a script"),
];

impl Setting {
    #[must_use]
    pub fn row(self) -> &'static SettingRow {
        &SETTINGS[self as usize]
    }
}

impl SettingRow {
    /// The value that a text means. Switches know more words than "on" and "off".
    ///
    /// # Errors
    ///
    /// The text is no word for on or off, or there is no such font.
    pub fn read(&self, text: &str) -> Result<String, String> {
        if self.kind == Kind::Fonts {
            font_words(text).try_for_each(|word| GivenFont::read(&word).map(drop))?;
        }
        if self.kind != Kind::Switch {
            return Ok(text.to_owned());
        }
        switch(text).map(|on| word_of(on).to_owned()).ok_or_else(|| {
            let hint = meant(text, ["on", "off", "true", "false", "yes", "no"], || "write on or off".to_owned());
            format!("`{text}` is no value of `{}`; {hint}", self.name)
        })
    }

    /// The value that the flag of a switch sets.
    #[must_use]
    pub fn flagged(&self) -> &'static str {
        word_of(self.default == "off")
    }
}

fn font_words(list: &str) -> impl Iterator<Item = String> {
    split_paths(list).map(|word| word.to_string_lossy().into_owned()).filter(|word| !word.is_empty())
}

fn word_of(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

fn switch(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "on" | "true" | "yes" | "1" => Some(true),
        "off" | "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// Who has given a setting its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidBy {
    Default,
    /// At this 1-based line.
    File(usize),
    Environment,
    Flag,
}

impl SaidBy {
    /// "command line (--no-mouse)"
    #[must_use]
    pub fn words(&self, row: &SettingRow) -> String {
        match self {
            Self::Default => "default".to_owned(),
            Self::File(line) => format!("configuration file, line {line}"),
            Self::Environment => format!("environment ({})", row.variable),
            Self::Flag => format!("command line (--{})", row.flag.unwrap_or(row.name)),
        }
    }
}

/// What is wrong with variables of the environment, one a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongVariable(String);

impl fmt::Display for WrongVariable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongVariable {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// In the order of [`SETTINGS`].
    values: Vec<(String, SaidBy)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { values: SETTINGS.iter().map(|row| (row.default.to_owned(), SaidBy::Default)).collect() }
    }
}

impl Settings {
    /// `variable` looks a variable of the environment up. An empty one says nothing.
    ///
    /// # Errors
    ///
    /// Variables without a right value, all of them.
    pub fn new(
        flags: &[(Setting, String)],
        variable: impl Fn(&str) -> Option<OsString>,
        file: Option<&ConfigurationFile>,
    ) -> Result<Self, WrongVariable> {
        let mut settings = Self::default();
        let mut wrong = Vec::new();
        for (row, value) in SETTINGS.iter().zip(&mut settings.values) {
            if let Some((_, flag)) = flags.iter().find(|(setting, _)| *setting == row.setting) {
                *value = (flag.clone(), SaidBy::Flag);
            } else if let Some(word) = variable(row.variable).filter(|word| !word.is_empty()) {
                match row.read(&word.to_string_lossy()) {
                    Ok(word) => *value = (word, SaidBy::Environment),
                    Err(why) => wrong.push(format!("{}: {why}", row.variable)),
                }
            } else if let Some((word, line)) = file.and_then(|file| file.value(row.setting)) {
                *value = (word.value.clone(), SaidBy::File(line));
            }
        }
        if wrong.is_empty() { Ok(settings) } else { Err(WrongVariable(wrong.join("\n"))) }
    }

    #[must_use]
    pub fn word(&self, setting: Setting) -> &str {
        &self.values[setting as usize].0
    }

    #[must_use]
    pub fn is_on(&self, setting: Setting) -> bool {
        self.word(setting) == "on"
    }

    /// Without those that were taken away since they were read.
    #[must_use]
    pub fn fonts(&self) -> Vec<GivenFont> {
        font_words(self.word(Setting::Fonts)).filter_map(|word| GivenFont::read(&word).ok()).collect()
    }

    #[must_use]
    pub fn said_by(&self, setting: Setting) -> &SaidBy {
        &self.values[setting as usize].1
    }

    /// Sets a value as the command line would.
    #[must_use]
    pub fn with(mut self, setting: Setting, word: &str) -> Self {
        self.values[setting as usize] = (word.to_owned(), SaidBy::Flag);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_has_its_row_in_the_order_of_the_table() {
        for (at, row) in SETTINGS.iter().enumerate() {
            assert_eq!(row.setting as usize, at, "{}", row.name);
            assert_eq!(row.variable, format!("BLUF_{}", row.name.to_uppercase()));
            assert_eq!(row.read(row.default).as_deref(), Ok(row.default));
        }
    }

    #[test]
    fn e1_the_command_line_wins_over_the_environment_that_over_the_file_and_the_file_over_the_default() {
        let file = ConfigurationFile::read("# mine\nmouse: off\nascii: yes\ntheme: dark\n");
        let variable = |name: &str| match name {
            "BLUF_MOUSE" => Some("1".into()),
            "BLUF_THEME" => Some("light".into()),
            _ => None,
        };
        let flags = [(Setting::Theme, "dark".to_owned())];
        let settings = Settings::new(&flags, variable, Some(&file)).expect("settings");
        let said = |setting| (settings.word(setting), settings.said_by(setting).clone());
        assert_eq!(said(Setting::Theme), ("dark", SaidBy::Flag));
        assert_eq!(said(Setting::Mouse), ("on", SaidBy::Environment));
        assert_eq!(said(Setting::Ascii), ("on", SaidBy::File(3)));
        assert_eq!(said(Setting::Links), ("on", SaidBy::Default));
    }

    #[test]
    fn every_wrong_variable_is_named_with_what_was_expected() {
        let wrong = Settings::new(&[], |name| ["BLUF_MOUSE", "BLUF_ASCII"].contains(&name).then(|| "flase".into()), None);
        let words = wrong.expect_err("wrong").to_string();
        assert!(words.contains("BLUF_MOUSE: `flase` is no value of `mouse`; did you mean `false`?"), "{words}");
        assert!(words.contains("BLUF_ASCII"), "{words}");
    }
}
