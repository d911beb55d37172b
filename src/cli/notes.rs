//! `bluf notes`: the reader's own notes and marks, for elsewhere; and where they are kept.

mod json;

use super::flags::Said;
use super::output;
use super::session::{Session, target};
use crate::export::notes as markdown;
use crate::own::Notes;
use crate::page::Place;
use crate::page::World;
use anyhow::{Context, Result, bail};
use std::process::ExitCode;
use std::sync::Arc;

/// What to print.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// A library, a briefing's file, or a briefing's id; every note of the library where there is none
    #[arg(value_name = "LIBRARY|BRIEFING")]
    target: Option<String>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
}

/// How notes are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// As Markdown
    Markdown,
    /// As one JSON document
    Json,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let (path, address) = target(arguments.target.as_deref())?;
    let place = address.map(|address| address.place);
    let briefing = match (&place, place.as_ref().and_then(Place::briefing)) {
        (None, _) => None,
        (Some(_), Some(id)) => Some(id),
        (Some(place), None) => bail!("`{place}` is in no briefing; name a library or a briefing"),
    };
    let world = session.open(path)?;
    let Some(shelf) = session.shelf(&world.library) else { bail!("there is no folder that notes are read from") };
    if let Some(id) = briefing.filter(|id| world.entry(id).is_none() && !shelf.file(id).exists()) {
        bail!("no briefing `{id}` in this library, and no notes on one");
    }
    let world = World { notes: Arc::new(Notes::read(shelf)), ..world };
    for problem in &world.notes.problems {
        eprintln!("bluf: {}", crate::text::neutral(problem));
    }
    let listed = markdown::listed(&world, briefing);
    let printed = match arguments.format {
        Format::Markdown => markdown::write(&world, &listed),
        Format::Json => json::json(&listed).context("cannot write the notes as JSON")?,
    };
    output::print(&printed).context("cannot write to standard output")?;
    Ok(match (world.notes.problems.is_empty(), listed.is_empty()) {
        (false, _) => ExitCode::from(output::FAILED),
        (true, true) => ExitCode::from(1),
        (true, false) => ExitCode::SUCCESS,
    })
}
