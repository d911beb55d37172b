//! `bluf show`: one page as text.

use super::configuration::{self, Configured};
use super::open::Origin;
use super::restricted::Confined;
use super::{output, themes};
use crate::export::text;
use crate::page::{Address, Guide, World, marking_of, page};
use crate::settings::Setting;
use crate::text::neutral;
use anyhow::{Context, Result};
use std::io::{IsTerminal, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(address: &str, library: Option<&Path>, config: Option<&Path>, flags: &[(Setting, String)]) -> Result<ExitCode> {
    let Configured { settings, keymap, .. } = match configuration::configured(config, flags)? {
        Ok(configured) => configured,
        Err(exit) => return Ok(exit),
    };
    let address: Address = address.parse()?;
    let origin = Origin::named(library);
    let confined = Confined::new(&settings, library);
    confined.target(&origin)?;
    let mut world = origin.open()?;
    confined.library(&world.library)?;
    world.guide = Arc::new(Guide::new(&keymap, settings.is_on(Setting::Ascii), themes::read().rows()));
    print(&world, &address)
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
