//! `bluf man`: the manual page, from the same tables as flags, keys and settings.

use super::{ADDRESSES, configuration, output, session, today};
use crate::keys::keymap::Keymap;
use crate::settings::SETTINGS;
use anyhow::{Context, Result};
use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::process::ExitCode;

const VARIABLES: [(&str, &str); 6] = [
    ("NO_COLOR", "anything but nothing: no colours"),
    ("VISUAL, EDITOR", "the editor"),
    ("BROWSER", "the browser that web addresses are opened in"),
    ("TERM, COLORTERM", "how many colours the terminal has; `dumb`, `unknown` or no TERM takes the linear mode"),
    (
        "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
        "folders in place of ~/.config, ~/.local/state, ~/.local/share and ~/.cache",
    ),
    (today::VARIABLE, "today, in seconds since 1970"),
];

const FILES: [(&str, &str); 5] = [
    (
        "~/.config/bluf/config.yaml",
        "the configuration; the same settings as above by their names, and keys; `bluf config --sample` prints one",
    ),
    ("~/.config/bluf/themes/NAME.yaml", "a theme of your own"),
    ("~/.local/share/bluf/notes", "your notes and marks, as Markdown"),
    ("~/.local/state/bluf", "where you were in each library"),
    ("~/.cache/bluf/catalogues", "what lists and searches read of each library; it can be removed at any time"),
];

const CODES: [(&str, &str); 3] =
    [("0", "clean"), ("1", "findings, no notes, no hit, or an address whose claim has changed"), ("2", "could not do it")];

/// Prints the manual page in roff, for `man -l -`.
pub fn run(command: Command) -> Result<ExitCode> {
    let page = page(command).context("cannot make the manual page")?;
    output::answer(&String::from_utf8_lossy(&page))
}

fn page(mut command: Command) -> std::io::Result<Vec<u8>> {
    command.build();
    let tables = tables(&command);
    let man = Man::new(command);
    let mut out = Vec::new();
    let mut head = Roff::new();
    // There is no date; unquoted it would let those behind it move up.
    head.control("TH", ["BLUF", "1", "\"\"", concat!("bluf ", env!("CARGO_PKG_VERSION")), "User Commands"]);
    head.to_writer(&mut out)?;
    man.render_name_section(&mut out)?;
    let mut synopsis = Roff::new();
    synopsis.control("SH", ["SYNOPSIS"]);
    for arguments in ["[OPTIONS] [LIBRARY|FILE|ADDRESS]", "[OPTIONS] COMMAND"] {
        synopsis.text([bold("bluf"), roman(format!(" {arguments}"))]);
        synopsis.control("br", []);
    }
    synopsis.to_writer(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    tables.to_writer(&mut out)?;
    Ok(out)
}

/// The sections behind the options.
fn tables(command: &Command) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["ADDRESSES"]);
    roff.text([roman(ADDRESSES)]);
    roff.control("SH", ["COMMANDS"]);
    for command in command.get_subcommands().filter(|command| command.get_name() != "help") {
        subcommand(&mut roff, command);
    }
    roff.control("SH", ["KEYS"]);
    for row in Keymap::default().rows() {
        entry(&mut roff, &row.keys, &format!("{} ({})", row.help, row.scope));
    }
    roff.control("SH", ["ENVIRONMENT"]);
    entry(&mut roff, session::VARIABLE, "the library: a folder, or one briefing's file");
    entry(&mut roff, configuration::VARIABLE, "the configuration file");
    for row in &SETTINGS {
        entry(&mut roff, row.variable, &format!("{}; default: {}", row.help, if row.default.is_empty() { "none" } else { row.default }));
    }
    for (variable, meaning) in VARIABLES {
        entry(&mut roff, variable, meaning);
    }
    for (heading, rows) in [("FILES", &FILES[..]), ("EXIT STATUS", &CODES)] {
        roff.control("SH", [heading]);
        for (term, meaning) in rows {
            entry(&mut roff, term, meaning);
        }
    }
    roff
}

fn subcommand(roff: &mut Roff, command: &Command) {
    let arguments = command.get_positionals().map(|argument| format!(" {argument}"));
    let usage = format!("bluf {}{}", command.get_name(), arguments.collect::<String>());
    entry(roff, &usage, &command.get_about().map(ToString::to_string).unwrap_or_default());
    for option in command.get_opts().chain(command.get_arguments().filter(|argument| !argument.get_action().takes_values())) {
        if option.get_id() == "help" || option.is_global_set() {
            continue;
        }
        let words: Vec<String> = option.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        let help = option.get_help().map(ToString::to_string).unwrap_or_default();
        let help = if words.is_empty() || !option.get_action().takes_values() { help } else { format!("{help}: {}", words.join(", ")) };
        roff.control("RS", []);
        entry(roff, &option.to_string(), &help);
        roff.control("RE", []);
    }
}

fn entry(roff: &mut Roff, term: &str, meaning: &str) {
    roff.control("TP", []);
    roff.text([bold(term)]);
    roff.text([roman(meaning)]);
}
