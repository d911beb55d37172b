//! `bluf show`: one page as text.

use super::flags::{self, Said};
use super::session::Session;
use super::{output, themes};
use crate::briefing::Level;
use crate::export::page_set::{Extent, Handed};
use crate::export::{FORMATS, Format, text};
use crate::page::{Address, Place, Spot, World, locate, marking_of, page};
use crate::text::{capitalised, count, neutral};
use anyhow::{Context, Result, bail};
use clap::builder::TypedValueParser;
use std::io::{IsTerminal, stdout};
use std::process::ExitCode;
use std::sync::Arc;

/// What to print, and how.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// The page's address: russia-iran-treaty#J1
    address: String,
    /// How to print it, instead of as text that is wrapped on a terminal
    #[arg(long, value_parser = format_arg(), value_name = "FORMAT")]
    format: Option<&'static Format>,
}

/// The formats that pages are handed on in.
pub fn format_arg() -> impl TypedValueParser<Value = &'static Format> {
    let formats = FORMATS.iter().filter(|format| format.handed.is_some());
    flags::formats(formats.map(|format| (format, capitalised(format.help))))
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let address: Address = arguments.address.parse()?;
    if address.place == Place::Notes {
        bail!("your notes are on no page that is printed; `bluf notes` prints them");
    }
    let world = session.open_at(None, &address.place)?;
    let saved = session.saved(&world.library);
    output::problem_of(saved.problem.as_deref());
    let world = World { guide: session.guide(&themes::read()), saved, ..world };
    let Some(format) = arguments.format else { return print(&world, &address) };
    let Format { name, handed: Some(write), .. } = format else { bail!("no page is written as {}", format.name) };
    locate(&world, &address.place)?;
    let held = world.entries().into_iter().find(|held| Some(held.id.as_str()) == address.place.briefing()).map(Arc::clone);
    let world = held.map_or_else(|| world.clone(), |held| world.alone(held));
    let at = locate(&world, &address.place)?;
    let handed = Handed::new(&world, at, Extent { details: false, notes: false });
    let errors = handed.inside().map_or(0, |(held, _)| held.count(Level::Error));
    if let Some((held, _)) = handed.inside().filter(|_| errors > 0) {
        let path = neutral(&held.path);
        eprintln!("bluf: the check finds {} in {path}; see `bluf check {path}`", count(errors, "error"));
    }
    let bytes = write(&handed).with_context(|| format!("cannot write the page as {name}"))?;
    output::print_bytes(&bytes, name)?;
    Ok(stale(&world, &address))
}

/// Prints a page: wrapped on a terminal, a paragraph a line anywhere else. An address whose claim has changed since is
/// a finding, said behind the page; of a briefing that cannot be read its findings are printed.
pub fn print(world: &World, address: &Address) -> Result<ExitCode> {
    let place = &address.place;
    match place.briefing().and_then(|id| world.entry(id)) {
        Some(entry) => {
            let _ = entry.findings();
            if entry.is_broken() {
                print_page(world, &Place::within(&entry.id, Spot::Check))?;
                return Ok(ExitCode::from(1));
            }
        }
        // What the catalogue tells is not checked for.
        None if place.is_searched() => {}
        None => world.library.check(|_, _| ()),
    }
    print_page(world, place)?;
    Ok(stale(world, address))
}

/// A page alone, as [`print`] does.
pub fn print_page(world: &World, place: &Place) -> Result<()> {
    let doc = page(world, place)?;
    let width = stdout().is_terminal().then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)).clamp(20, 100));
    let marked = marking_of(world, place).map(|(marking, _)| marking);
    let mut out = Vec::new();
    text::write(&mut out, &doc, &place.to_string(), marked.as_deref(), width)?;
    output::print(&String::from_utf8_lossy(&out)).context("cannot write the page")
}

fn stale(world: &World, address: &Address) -> ExitCode {
    output::said_of_stale(address.stale(world).as_deref())
}
