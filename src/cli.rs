//! The command line: a file a subcommand.

mod add;
mod brief;
mod browse;
mod catalogue;
mod check;
mod completions;
mod config;
mod configuration;
mod diff;
mod draft;
mod drift;
mod export;
mod flags;
mod index;
mod letterhead;
mod linear;
mod lsp;
mod man;
mod new;
mod notes;
mod options;
mod output;
mod pin;
mod progress;
mod rename;
mod schema;
mod score;
mod search;
mod session;
mod show;
mod talk;
mod terminal_name;
mod themes;
mod today;

use crate::intake::sandbox;
use crate::settings::Setting;
use crate::text::neutral;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_complete::Shell;
use flags::Said;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// The command that has the flags of the browser.
const BRIEF: &str = "brief";

const ADDRESSES: &str = "BRIEFING, BRIEFING/SECTION, BRIEFING#J1, BRIEFING#C5@HASH, BRIEFING/source/ART:8, scale:likelihood, actor:NAME, tag:NAME, source:NAME, signposts, overdue, score, library, help.";

/// A terminal browser for analysts' briefings: from the bottom line to the exact words of the source.
#[derive(Debug, Parser)]
#[command(name = "bluf", version, disable_help_subcommand = true)]
#[command(override_usage = "bluf [OPTIONS] [LIBRARY|FILE|ADDRESS]\n       bluf [OPTIONS] COMMAND")]
#[command(
    after_help = format!("Exit codes: 0 clean; 1 findings, no note, no hit, nothing to score, a judgement overdue, what differs, or an address whose claim has changed; 2 could not do it.\nAddresses: {ADDRESSES}")
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// A library, a briefing's file, or an address; where there is none, the library that you stand in, else the built-in one
    #[arg(value_name = "LIBRARY|FILE|ADDRESS")]
    target: Option<String>,
    /// The library: a folder, or one briefing's file; `BLUF_LIBRARY` names it too
    #[arg(long, value_name = "PATH", global = true)]
    library: Option<PathBuf>,
    /// The configuration file, instead of the usual one; `BLUF_CONFIG` names it too
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print one page, as text or in another format
    Show(show::Arguments),
    /// Present a briefing as a talk: its slides fill the terminal, and each is a key from its claims
    Brief(brief::Arguments),
    /// Hand a briefing on, or a part of it: as a memo, a document, data
    Export(export::Arguments),
    /// Compare two editions of a briefing, judgement by judgement
    Diff(diff::Arguments),
    /// Check briefings, and say what to mend and where
    Check(check::Arguments),
    /// Add a document to a library as a source: its words as text, the original beside it, and an entry for a briefing
    Add(add::Arguments),
    /// Search a whole library: hits, each with its address
    Search(search::Arguments),
    /// Print how judgements came out: terms against what came, Brier score, by analyst, section and year
    Score(score::Arguments),
    /// Print what is watched, due and seen, and judgements past their horizon without an outcome
    Signposts(score::Arguments),
    /// Begin a library: asks what it is about and what it is written from, writes its first briefing, and opens it
    New(new::Arguments),
    /// Write a briefing's skeleton from source texts: each sentence a candidate, and nothing concluded
    Draft(draft::Arguments),
    /// Call an item, a section or a briefing otherwise, wherever it is named in the file
    Rename(rename::Arguments),
    /// Number the items of each kind anew, in the order of the file, wherever they are named in it
    Renumber(rename::Numbered),
    /// Write the hashes of the sources into a briefing, so that a changed text is noticed
    Pin(pin::Arguments),
    /// Print the sources whose texts have changed since they were pinned or quoted, and what their passages may mean today
    Drift(drift::Arguments),
    /// Serve an editor while one writes: findings, completion, where names and quotes lead (Language Server Protocol)
    Lsp(lsp::Arguments),
    /// Bring the catalogue of a library up to date, which lists and searches read
    Index(index::Arguments),
    /// Print your notes and marks, each with what it is on
    Notes(notes::Arguments),
    /// Print what is set, and who has said so
    Config(config::Arguments),
    /// Print what a shell needs to complete the command line
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Print the format of a briefing's file: a JSON Schema for editors, or every field in tables
    Schema(schema::Arguments),
}

/// With the flags of the settings, which only their table knows.
fn command() -> clap::Command {
    // A talk is the browser too.
    flags::with_flags(Arguments::command()).mut_subcommand(BRIEF, flags::with_flags)
}

fn flags_of(matches: &ArgMatches) -> Vec<(Setting, String)> {
    let of_talk = matches.subcommand_matches(BRIEF).map(flags::given);
    flags::given(matches).into_iter().chain(of_talk.into_iter().flatten()).collect()
}

/// Runs the command line; returns its exit code: 0 clean, 1 findings, 2 could not do it.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let [_, flag, kind] = &arguments[..]
        && flag == sandbox::FLAG
    {
        return sandbox::answer(kind);
    }
    if arguments.len() < 2 {
        // Nothing is to be parsed, and the first frame need not wait until the parser is made.
        return browse::run(None, Said::default(), None).unwrap_or_else(|error| output::failure(&error));
    }
    let matches = match command().try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return output::usage(&error),
    };
    let arguments = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return output::usage(&error),
    };
    if let (Some(target), Some(_)) = (&arguments.target, &arguments.command) {
        let target = neutral(target);
        eprintln!("bluf: `{target}` stands before the command; write `bluf check {target}`, or `bluf --library {target} show ADDRESS`");
        return ExitCode::from(output::FAILED);
    }
    let said = Said { library: arguments.library, config: arguments.config, flags: flags_of(&matches) };
    let result = match arguments.command {
        None => browse::run(arguments.target.as_deref(), said, None),
        Some(Command::Brief(arguments)) => brief::run(&arguments, said),
        Some(Command::Show(arguments)) => show::run(&arguments, said),
        Some(Command::Export(arguments)) => export::run(&arguments, said),
        Some(Command::Diff(arguments)) => diff::run(&arguments, said),
        Some(Command::Check(arguments)) => check::run(&arguments, said),
        Some(Command::Add(arguments)) => add::run(&arguments, said),
        Some(Command::Search(arguments)) => search::run(&arguments, said),
        Some(Command::Score(arguments)) => score::score(&arguments, said),
        Some(Command::Signposts(arguments)) => score::signposts(&arguments, said),
        Some(Command::New(arguments)) => new::run(&arguments, said),
        Some(Command::Draft(arguments)) => draft::run(&arguments, said),
        Some(Command::Rename(arguments)) => rename::run(&arguments, said),
        Some(Command::Renumber(arguments)) => rename::renumber(&arguments, said),
        Some(Command::Pin(arguments)) => pin::run(&arguments, said),
        Some(Command::Drift(arguments)) => drift::run(&arguments, said),
        Some(Command::Lsp(arguments)) => lsp::run(&arguments, said),
        Some(Command::Index(arguments)) => index::run(&arguments, said),
        Some(Command::Notes(arguments)) => notes::run(&arguments, said),
        Some(Command::Config(arguments)) => config::run(arguments, &said),
        Some(Command::Completions { shell }) => completions::run(command(), shell),
        Some(Command::Man) => man::run(command()),
        Some(Command::Schema(arguments)) => schema::run(&arguments),
    };
    result.unwrap_or_else(|error| output::failure(&error))
}
