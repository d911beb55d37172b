//! `bluf notes`: the reader's own notes and marks, for elsewhere; and where they are kept.

use super::flags::{self, Said};
use super::output;
use super::session::{Session, target};
use crate::export::notes::listed;
use crate::export::{FORMATS, Format, names};
use crate::page::Place;
use crate::page::World;
use crate::personal::Notes;
use crate::text::choice;
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::process::ExitCode;
use std::sync::Arc;

/// What to print.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// A library, a briefing's file, or a briefing's id; every note of the library where there is none
    #[arg(value_name = "LIBRARY|BRIEFING")]
    target: Option<String>,
    /// How to print them
    #[arg(long, value_parser = formats(), default_value = "markdown")]
    format: &'static Format,
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let formats = FORMATS.iter().filter(|format| format.notes.is_some());
    flags::formats(formats.map(|format| (format, format!("As {}", format.help))))
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
    output::problems(&world.notes);
    let listed = listed(&world, briefing);
    let Format { name, notes: Some(write), .. } = arguments.format else {
        bail!("notes are written as {}", choice(&names(|format| format.notes.is_some())));
    };
    let printed = write(&world, &listed).with_context(|| format!("cannot write the notes as {}", name.to_uppercase()))?;
    output::print(&printed).context("cannot write to standard output")?;
    Ok(match (world.notes.problems.is_empty(), listed.is_empty()) {
        (false, _) => ExitCode::from(output::FAILED),
        (true, true) => ExitCode::from(1),
        (true, false) => ExitCode::SUCCESS,
    })
}
