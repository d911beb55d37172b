//! `bluf notes`: the reader's own notes and marks, for elsewhere; and where they are kept.

use super::configuration::{self, Configured};
use super::open::{self, Origin};
use super::{flags, output};
use crate::export::notes::listed;
use crate::export::{FORMATS, Format, names};
use crate::library::root_of;
use crate::own::Notes;
use crate::own::files::Folder;
use crate::own::notes::{Shelf, file_name};
use crate::page::Place;
use crate::page::World;
use crate::settings::{Setting, Settings};
use crate::text::choice;
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::path::{Path, PathBuf};
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

pub fn run(arguments: &Arguments, library: Option<&Path>, config: Option<&Path>, flags: &[(Setting, String)]) -> Result<ExitCode> {
    let Configured { settings, .. } = match configuration::configured(config, flags)? {
        Ok(configured) => configured,
        Err(exit) => return Ok(exit),
    };
    let (origin, address) = open::target(arguments.target.as_deref(), library)?;
    let place = address.map(|address| address.place);
    let briefing = match (&place, place.as_ref().and_then(Place::briefing)) {
        (None, _) => None,
        (Some(_), Some(id)) => Some(id),
        (Some(place), None) => bail!("`{place}` is in no briefing; name a library or a briefing"),
    };
    let world = origin.open()?;
    let Some(shelf) = shelf(&origin, &world, &settings) else { bail!("there is no folder that notes are read from") };
    if let Some(id) = briefing.filter(|id| world.entry(id).is_none() && !shelf.file(id).exists()) {
        bail!("no briefing `{id}` in this library, and no notes on one");
    }
    let world = World { notes: Arc::new(Notes::read(shelf)), ..world };
    for problem in &world.notes.problems {
        eprintln!("bluf: {}", crate::text::neutral(problem));
    }
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

/// Where the notes on a library are kept: in a folder with the library's name; a folder that is named by a relative path
/// is the library's own. None in restricted mode, and where there is no home.
pub fn shelf(origin: &Origin, world: &World, settings: &Settings) -> Option<Shelf> {
    if settings.is_on(Setting::Restricted) {
        return None;
    }
    let root = match origin {
        Origin::Disk(path) => Some(root_of(path)),
        Origin::BuiltIn => None,
    };
    let name = root.as_ref().map_or("built-in".into(), |root| root.file_name().unwrap_or_default().to_string_lossy());
    let usual = || Some(Folder::Data.path()?.join("notes"));
    let named = settings.word(Setting::Notes);
    let folder = match (named.is_empty(), expanded(named), &root) {
        (false, named, Some(root)) if named.is_relative() => root.join(named),
        (false, named, _) if named.is_absolute() => named.join(file_name(&name)),
        _ => usual()?.join(file_name(&name)),
    };
    // Who opens one briefing of a library has not lost the others.
    let one = matches!(origin, Origin::Disk(path) if path.is_file());
    let only = one.then(|| world.entries().iter().map(|entry| entry.id.clone()).collect());
    Some(Shelf { folder, only })
}

/// A path with `~` as the home folder.
fn expanded(path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    }
}
