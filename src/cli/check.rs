//! `bluf check`: what to mend, and where; and what the rules are.

use super::flags::{self, Said};
use super::output;
use super::progress::Progress;
use super::session::{Session, briefing_of, target};
use crate::briefing::{Finding, Level};
use crate::check::english_only::{not_read, note};
use crate::check::{RULES, Rule};
use crate::export::findings::Reported;
use crate::export::{FORMATS, Format, names};
use crate::library::store::folder::holds_briefing;
use crate::library::{HeldBriefing, Library};
use crate::page::World;
use crate::text::{capitalised, choice, meant, neutral};
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::io::stdout;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to check, and how to tell.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Libraries, files, or briefings by their ids; where there is none, the library that you stand in, else the built-in one
    #[arg(value_name = "LIBRARY|FILE|ID")]
    paths: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_parser = formats(), default_value = "human", value_name = "FORMAT")]
    format: &'static Format,
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

/// The formats of findings, and behind them those that only rules are explained in.
fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let (findings, others): (Vec<_>, Vec<_>) = FORMATS.iter().partition(|format| format.findings.is_some());
    let rules = others.into_iter().filter(|format| format.rules.is_some());
    let rules = rules.map(|format| (format, format!("{}, of `--explain` only", capitalised(format.help))));
    flags::formats(findings.into_iter().map(|format| (format, capitalised(format.help))).chain(rules))
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
    let open = |path: Option<&Path>| session.read(path, |done, all| read.tell(done, all)).map(Checked::Library);
    let all: Vec<Checked> = if arguments.paths.is_empty() {
        vec![open(None).inspect(tell_which)?]
    } else {
        let named = |path: &PathBuf| match id_of(path) {
            Some(id) => Checked::briefing(&session, id).with_context(|| format!("{} is no file or folder", neutral(id))),
            None => open(Some(path)),
        };
        arguments.paths.iter().map(named).collect::<Result<_>>()?
    };
    drop(read);
    let checked = Progress::new("checked");
    for one in &all {
        if let Checked::Library(library) = one {
            library.check(|done, all| checked.tell(done, all));
        }
    }
    drop(checked);
    let entries: Vec<&HeldBriefing> = all.iter().flat_map(Checked::entries).collect();
    let reports: Vec<Reported<'_>> = entries.iter().map(|entry| Reported::new(entry, &arguments.rule)).collect();
    let foreign = entries.iter().flat_map(|entry| {
        let sources = &entry.resolved.briefing.sources;
        not_read(&entry.resolved).into_iter().map(move |source| format!("{}#{}", entry.id, sources[source].head.id.value))
    });
    if let Some(note) = note(&foreign.collect::<Vec<_>>()) {
        eprintln!("bluf: {}", neutral(&note));
    }
    let Format { name, findings: Some(write), .. } = arguments.format else {
        let others = choice(&names(|format| format.findings.is_some()));
        bail!("findings are not written as {}: that is for `--explain`; write {others}", arguments.format.name);
    };
    let printed = write(&reports, output::colour_of(&stdout()));
    let printed = printed.with_context(|| format!("cannot write the findings as {}", name.to_uppercase()))?;
    output::print(&printed).context("cannot write the findings")?;
    let fails = |finding: &&Finding| finding.level == Level::Error || arguments.strict && finding.level == Level::Warning;
    let failed = reports.iter().flat_map(|report| &report.findings).any(fails);
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

enum Checked {
    Library(Library),
    /// One of its briefings, by the id.
    Briefing(Box<World>, String),
}

impl Checked {
    fn briefing(session: &Session, id: &str) -> Result<Self> {
        let world = session.open_for(Some(id))?;
        briefing_of(&world, id)?;
        Ok(Self::Briefing(Box::new(world), id.to_owned()))
    }

    fn entries(&self) -> Vec<&HeldBriefing> {
        match self {
            Self::Library(library) => library.entries().into_iter().map(|held| &**held).collect(),
            Self::Briefing(world, id) => world.entry(id).into_iter().collect(),
        }
    }
}

/// What is nothing on disk and does not look like a path.
fn id_of(path: &Path) -> Option<&str> {
    path.to_str().filter(|word| target(Some(word)).is_ok_and(|(path, _)| path.is_none()))
}

/// Says which library is checked where none was named: a clean check of another is worse than none. Not on standard output,
/// which is the findings' own.
fn tell_which(checked: &Checked) {
    let Checked::Library(library) = checked else { return };
    let store = library.store();
    let which = store.root().map_or_else(|| "the built-in library".to_owned(), |_| store.place());
    let here = store.root().is_none() && holds_briefing(Path::new("."));
    let hint = if here { "; `bluf check .` checks the files of this folder" } else { "" };
    eprintln!("bluf: checking {}{hint}", neutral(&which));
}

fn explain(rule: &str, format: &Format) -> Result<ExitCode> {
    let wanted: Vec<&Rule> = if rule == "all" {
        RULES.iter().collect()
    } else {
        known(rule)?;
        RULES.iter().filter(|row| row.id == rule || row.family() == rule).collect()
    };
    let Some(write) = format.rules else { bail!("rules are explained as {}", names(|format| format.rules.is_some()).join(" or as ")) };
    let printed = write(&wanted);
    output::print(&printed).context("cannot write the explanation")?;
    Ok(ExitCode::SUCCESS)
}

/// The name is that of a rule or of a family of rules.
fn known(name: &str) -> Result<()> {
    if RULES.iter().any(|row| row.id == name || row.family() == name) {
        return Ok(());
    }
    let names = RULES.iter().flat_map(|row| [row.id, row.family()]);
    bail!("there is no rule `{name}`; {}", meant(name, names, || "`bluf check --explain all` lists them".to_owned()))
}
