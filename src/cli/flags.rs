//! What the command line says to every command, and flags that are made from tables: of settings, and of formats.

use crate::export::{FORMATS, Format};
use crate::settings::{Kind, SETTINGS, Setting};
use crate::text::case::uncapitalised;
use crate::tui::theme::{AUTO, THEMES};
use clap::builder::{PossibleValue, PossibleValuesParser, StringValueParser, TypedValueParser};
use clap::error::Error;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::ffi::OsStr;
use std::path::PathBuf;

/// What the command line says to every command.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub library: Option<PathBuf>,
    pub config: Option<PathBuf>,
    pub flags: Vec<(Setting, String)>,
}

pub fn with_flags(command: Command) -> Command {
    let rows = SETTINGS.iter().filter_map(|row| Some((row, row.flag?)));
    command.args(rows.map(|(row, flag)| {
        let arg = Arg::new(row.name).long(flag);
        match row.kind {
            Kind::Switch if row.flagged() == "on" => arg.action(ArgAction::SetTrue).help(row.help),
            Kind::Switch => {
                arg.action(ArgAction::SetTrue).help(format!("Do not {}", uncapitalised(row.help.split(';').next().unwrap_or_default())))
            }
            Kind::Name => {
                let arg = arg.value_name("NAME").value_parser(Themes).hide_possible_values(true);
                arg.help(format!("{} [default: {}]", row.help, row.default))
            }
            Kind::Path | Kind::Fonts => arg.value_name("PATH").help(row.help),
            Kind::Words => arg.value_name("WORDS").help(row.help),
        }
    }))
}

/// The path that an environment variable holds; an empty one says nothing.
pub fn path_in(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The settings that the command line names, and what it says of each.
pub fn given(matches: &ArgMatches) -> Vec<(Setting, String)> {
    let rows = SETTINGS.iter().filter(|row| row.flag.is_some() && matches.value_source(row.name) == Some(ValueSource::CommandLine));
    let value = |row: &crate::settings::SettingRow| match row.kind {
        Kind::Switch => row.flagged().to_owned(),
        Kind::Name | Kind::Path | Kind::Words | Kind::Fonts => matches.get_one::<String>(row.name).cloned().unwrap_or_default(),
    };
    rows.map(|row| (row.setting, value(row))).collect()
}

/// Any name, for a person may have themes of their own; shells complete those that are built in.
#[derive(Clone)]
struct Themes;

impl TypedValueParser for Themes {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let built_in = THEMES.iter().map(|row| PossibleValue::new(row.name).help(row.help));
        Some(Box::new(built_in.chain([PossibleValue::new(AUTO).help("dark or light, as the terminal is")])))
    }
}

/// The formats of a flag, each with what it is there.
pub fn formats(formats: impl Iterator<Item = (&'static Format, String)>) -> impl TypedValueParser<Value = &'static Format> {
    let values = formats.map(|(format, help)| PossibleValue::new(format.name).help(help));
    let named = |name: String| FORMATS.iter().find(|format| format.name == name).ok_or("there is no such format");
    PossibleValuesParser::new(values).try_map(named)
}
