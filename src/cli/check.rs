//! `bluf check`: what to mend, and where.

use super::{open, output, report};
use crate::check::{Level, level};
use crate::library::{Entry, World};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With the line of the file and a caret under the place.
    Human,
    /// One JSON document.
    Json,
}

pub fn run(paths: &[PathBuf], library: Option<&Path>, format: Format, strict: bool) -> Result<ExitCode> {
    let worlds: Vec<World> = if paths.is_empty() {
        vec![open::library(library)?]
    } else {
        paths.iter().map(|path| open::library(Some(path))).collect::<Result<_>>()?
    };
    let entries: Vec<&Entry> = worlds.iter().flat_map(World::entries).collect();
    let printed = match format {
        Format::Human => report::human(&entries),
        Format::Json => report::json(&entries).context("cannot write the findings as JSON")?,
    };
    output::print(&printed).context("cannot write the findings")?;
    let fails = |rule: &str| level(rule) == Level::Error || strict && level(rule) == Level::Warning;
    let failed = entries.iter().flat_map(|entry| entry.findings()).any(|finding| fails(finding.rule));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
