//! `bluf show`: one page as text.

use super::{open, output};
use crate::briefing::scale::Vocabulary;
use crate::export::text;
use crate::library::World;
use crate::page::{Place, page};
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
    let doc = page(world, place)?;
    let width = stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)).clamp(20, 100));
    let mut out = Vec::new();
    text::write(&mut out, &doc, &place.to_string(), marking(world, place).as_deref(), width)?;
    output::print(&String::from_utf8_lossy(&out)).context("cannot write the page")?;
    Ok(ExitCode::SUCCESS)
}

/// The marking of a place: its briefing's, or in the library the narrowest there is.
fn marking(world: &World, place: &Place) -> Option<String> {
    match place.briefing() {
        Some(id) => {
            let written = world.entry(id)?.resolved.briefing.marking.as_ref();
            Some(written.map_or_else(|| "NO MARKING".to_owned(), |word| crate::text::neutral(&word.text).into_owned()))
        }
        None if *place == Place::Library => {
            let narrowest = world.entries().iter().filter_map(|entry| entry.resolved.briefing.marking()).max();
            narrowest.map(|marking| marking.word().to_owned())
        }
        None => None,
    }
}
