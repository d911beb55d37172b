//! `bluf schema`: the format, for editors and for people.

use super::{flags, output};
use crate::export::{FORMATS, Format, diff, graph, hits, score, signposts};
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::process::ExitCode;

/// How to print it.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// How to print it: for an editor, or as tables to read
    #[arg(long, value_parser = formats(), default_value = "json", value_name = "FORMAT")]
    format: &'static Format,
    /// Of what: a briefing's file, or what `bluf export --to json`, `bluf diff`, `bluf search`, `bluf score` or `bluf signposts` writes with `--format json`
    #[arg(long, value_parser = ["briefing", "export", "diff", "search", "score", "signposts"], default_value = "briefing", value_name = "WHAT", conflicts_with = "format")]
    of: String,
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let formats = FORMATS.iter().filter(|format| format.schema.is_some());
    flags::formats(formats.map(|format| (format, format!("As {}", format.help))))
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    match arguments.of.as_str() {
        "export" => return output::answer(graph::SCHEMA),
        "diff" => return output::answer(diff::SCHEMA),
        "search" => return output::answer(hits::SCHEMA),
        "score" => return output::answer(score::SCHEMA),
        "signposts" => return output::answer(signposts::SCHEMA),
        _ => {}
    }
    let Format { name, schema: Some(write), .. } = arguments.format else {
        bail!("the format is not written as {}", arguments.format.name)
    };
    let written = write().with_context(|| format!("cannot write the format as {name}"))?;
    output::print(&written).context("cannot write the format")?;
    Ok(ExitCode::SUCCESS)
}
