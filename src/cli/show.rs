//! `bluf show`: one page as text.

use super::flags::Said;
use super::session::Session;
use super::{output, themes};
use crate::export::text;
use crate::page::{Address, World, marking_of, page};
use crate::text::neutral;
use anyhow::{Context, Result};
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;

pub fn run(address: &str, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let address: Address = address.parse()?;
    let world = session.open(None)?;
    print(&World { guide: session.guide(&themes::read()), ..world }, &address)
}

/// Prints a page: wrapped on a terminal, a paragraph a line anywhere else. An address whose claim has changed since is
/// a finding, said behind the page.
pub fn print(world: &World, address: &Address) -> Result<ExitCode> {
    let place = &address.place;
    match place.briefing().and_then(|id| world.entry(id)) {
        Some(entry) => _ = entry.findings(),
        None => world.library.check(|_, _| ()),
    }
    let doc = page(world, place)?;
    let width = stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)).clamp(20, 100));
    let marked = marking_of(world, place).map(|(marking, _)| marking);
    let mut out = Vec::new();
    text::write(&mut out, &doc, &place.to_string(), marked.as_deref(), width)?;
    output::print(&String::from_utf8_lossy(&out)).context("cannot write the page")?;
    let Some(why) = address.stale(world) else { return Ok(ExitCode::SUCCESS) };
    eprintln!("bluf: {}", neutral(&why));
    Ok(ExitCode::from(1))
}
