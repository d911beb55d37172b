//! `bluf show`: one page as text.

use super::{open, output};
use crate::export::text;
use crate::library::World;
use crate::page::{Place, marking, page};
use anyhow::{Context, Result};
use std::io::{IsTerminal, stdout};
use std::path::Path;
use std::process::ExitCode;

pub fn run(address: &str, library: Option<&Path>) -> Result<ExitCode> {
    let place: Place = address.parse()?;
    print(&open::library(library)?, &place)
}

/// Prints a page: wrapped on a terminal, a paragraph a line anywhere else.
pub fn print(world: &World, place: &Place) -> Result<ExitCode> {
    match place.briefing().and_then(|id| world.entry(id)) {
        Some(entry) => _ = entry.findings(),
        None => world.check(|_, _| ()),
    }
    let doc = page(world, place)?;
    let width = stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)).clamp(20, 100));
    let marked = (place.briefing().is_some() || *place == Place::Library).then(|| marking(world, place.briefing()).0);
    let mut out = Vec::new();
    text::write(&mut out, &doc, &place.to_string(), marked.as_deref(), width)?;
    output::print(&String::from_utf8_lossy(&out)).context("cannot write the page")?;
    Ok(ExitCode::SUCCESS)
}
