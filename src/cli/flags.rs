//! The browser's flags, made from the table of settings.

use crate::settings::{Kind, SETTINGS, Setting};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

/// The command with a flag for every setting that has one.
pub fn with_flags(command: Command) -> Command {
    let rows = SETTINGS.iter().filter_map(|row| Some((row, row.flag?)));
    command.args(rows.map(|(row, flag)| {
        let arg = Arg::new(row.name).long(flag);
        match row.kind {
            Kind::Switch if row.flagged() == "on" => arg.action(ArgAction::SetTrue).help(row.help),
            Kind::Switch => {
                arg.action(ArgAction::SetTrue).help(format!("Do not {}", uncapitalised(row.help.split(';').next().unwrap_or_default())))
            }
            // No shell is to offer files for it.
            Kind::Name => arg.value_name("NAME").value_hint(ValueHint::Other).help(format!("{} [default: {}]", row.help, row.default)),
            Kind::Path => arg.value_name("PATH").help(row.help),
        }
    }))
}

/// What the command line says of settings.
pub fn said(matches: &ArgMatches) -> Vec<(Setting, String)> {
    let given = SETTINGS.iter().filter(|row| row.flag.is_some() && matches.value_source(row.name) == Some(ValueSource::CommandLine));
    let value = |row: &crate::settings::Row| match row.kind {
        Kind::Switch => row.flagged().to_owned(),
        Kind::Name | Kind::Path => matches.get_one::<String>(row.name).cloned().unwrap_or_default(),
    };
    given.map(|row| (row.setting, value(row))).collect()
}

fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
