//! `bluf check`: what to mend, and where; and what the rules are.

use super::flags::Said;
use super::output;
use super::progress::Progress;
use super::report::{Reported, human, json, sarif};
use super::session::Session;
use crate::check::{Level, RULES, Rule, level};
use crate::export::rules;
use crate::library::Library;
use crate::text::nearest_word;
use anyhow::{Context, Result, bail};
use std::io::stdout;
use std::path::PathBuf;
use std::process::ExitCode;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the line of the file and a caret under the place.
    Human,
    /// One JSON document.
    Json,
    /// SARIF 2.1.0, for editors and code-scanning viewers.
    Sarif,
    /// Markdown, of `--explain` only.
    Markdown,
}

/// What to check, and how to tell.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Libraries or files; the built-in library where there is none
    #[arg(value_name = "LIBRARY|FILE")]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "FORMAT")]
    format: Format,
    /// Warnings fail too
    #[arg(long)]
    strict: bool,
    /// Only what this rule or family of rules finds: quote/not-found, judgement; may be repeated
    #[arg(long, value_name = "RULE")]
    rule: Vec<String>,
    /// Explain a rule, with a good and a bad example; `all` explains every rule
    #[arg(long, value_name = "RULE", conflicts_with_all = ["paths", "strict", "rule"])]
    explain: Option<String>,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    if let Some(rule) = &arguments.explain {
        return explain(rule, arguments.format);
    }
    for rule in &arguments.rule {
        known(rule)?;
    }
    let session = Session::new(said)?;
    let read = Progress::new("read");
    let open = |path| session.read(path, |done, all| read.tell(done, all));
    let libraries: Vec<Library> = if arguments.paths.is_empty() {
        vec![open(None)?]
    } else {
        arguments.paths.iter().map(|path| open(Some(path))).collect::<Result<_>>()?
    };
    drop(read);
    let checked = Progress::new("checked");
    for library in &libraries {
        library.check(|done, all| checked.tell(done, all));
    }
    drop(checked);
    let reports: Vec<Reported<'_>> =
        libraries.iter().flat_map(Library::entries).map(|entry| Reported::new(entry, &arguments.rule)).collect();
    let printed = match arguments.format {
        Format::Human => human::human(&reports, output::colour_of(&stdout())),
        Format::Json => json::json(&reports).context("cannot write the findings as JSON")?,
        Format::Sarif => sarif::sarif(&reports).context("cannot write the findings as SARIF")?,
        Format::Markdown => bail!("findings are not written as markdown: that is for `--explain`; write human, json or sarif"),
    };
    output::print(&printed).context("cannot write the findings")?;
    let fails = |rule: &str| level(rule) == Level::Error || arguments.strict && level(rule) == Level::Warning;
    let failed = reports.iter().flat_map(|report| &report.findings).any(|finding| fails(finding.rule));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Prints what a rule is for, or all of them.
fn explain(rule: &str, format: Format) -> Result<ExitCode> {
    let wanted: Vec<&Rule> = if rule == "all" {
        RULES.iter().collect()
    } else {
        known(rule)?;
        RULES.iter().filter(|row| row.id == rule || row.family() == rule).collect()
    };
    let printed = match format {
        Format::Human => wanted.iter().map(|rule| rules::text(rule)).collect::<Vec<_>>().join("\n\n"),
        Format::Markdown => rules::markdown(&wanted),
        Format::Json | Format::Sarif => bail!("rules are explained as human or as markdown"),
    };
    output::print(&printed).context("cannot write the explanation")?;
    Ok(ExitCode::SUCCESS)
}

/// The name is that of a rule or of a family of rules.
fn known(name: &str) -> Result<()> {
    if RULES.iter().any(|row| row.id == name || row.family() == name) {
        return Ok(());
    }
    let names = RULES.iter().flat_map(|row| [row.id, row.family()]);
    match nearest_word(name, names) {
        Some(near) => bail!("there is no rule `{name}`; did you mean `{near}`?"),
        None => bail!("there is no rule `{name}`; `bluf check --explain all` lists them"),
    }
}
