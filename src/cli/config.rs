//! `bluf config`: what is set, and who has said so.

mod sample;

use super::configuration::{self, Configured};
use super::flags::Said;
use super::output;
use crate::keys::action::ACTIONS;
use crate::keys::key::Key;
use crate::settings::SETTINGS;
use crate::text::{neutral, width};
use anyhow::Result;
use std::fmt::Write;
use std::process::ExitCode;

/// What to print.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Arguments {
    /// Print a configuration file that says what holds anyway, with what each line does
    #[arg(long)]
    sample: bool,
}

pub fn run(arguments: Arguments, said: &Said) -> Result<ExitCode> {
    let text = if arguments.sample { sample::sample() } else { listed(&configuration::configured(said)?, said) };
    output::answer(&text)
}

/// Where the file is, then every setting and every action.
fn listed(configured: &Configured, said: &Said) -> String {
    let file = match (&configured.path, configuration::path(said)) {
        (Some(path), _) => path.display().to_string(),
        (None, Some((path, _))) => format!("{} (not there)", path.display()),
        (None, None) => "none: there is no home folder".to_owned(),
    };
    let mut out = format!("configuration file: {}\n\n", neutral(&file));
    let settings = SETTINGS.iter().map(|row| {
        let value = configured.settings.word(row.setting);
        let value = if value.is_empty() { "–".to_owned() } else { neutral(value).into_owned() };
        [row.name.to_owned(), value, configured.settings.said_by(row.setting).words(row)]
    });
    columns(&mut out, &settings.collect::<Vec<_>>());
    out.push_str("\nkeys:\n");
    let rows = ACTIONS.iter().map(|row| {
        let keys: Vec<String> = configured.keymap.keys(row.action).iter().map(Key::name).collect();
        [format!("  {}", row.name), keys.join(" "), row.help.to_owned()]
    });
    columns(&mut out, &rows.collect::<Vec<_>>());
    out
}

fn columns(out: &mut String, rows: &[[String; 3]]) {
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let (first, second) = (widest(0), widest(1));
    for [name, value, rest] in rows {
        let gap = |text: &str, wide: usize| " ".repeat(wide - width(text) + 2);
        // Writing to a string does not fail.
        let _ = writeln!(out, "{name}{}{value}{}{rest}", gap(name, first), gap(value, second));
    }
}
