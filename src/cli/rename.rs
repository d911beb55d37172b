//! `bluf rename` and `bluf renumber`: other names, wherever they stand.

mod carried;

use super::flags::Said;
use super::output;
use super::session::{Session, edited};
use crate::acts::rename::{fits_instead, numbered, sections};
use crate::briefing::rename::{Names, Of, Renamed, rename};
use crate::library::HeldBriefing;
use crate::page::{Address, Place, Spot};
use crate::text::{meant, neutral};
use anyhow::{Context, Result, bail};
use carried::carried;
use std::process::ExitCode;

/// What is to be called otherwise.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// What it is called: port-strike#J3, port-strike/economy for a section, port-strike for a briefing; J3 where the library has one briefing
    old: String,
    /// What it is to be called
    new: String,
}

/// Whose items are to be numbered.
#[derive(Debug, Clone, clap::Args)]
pub struct Numbered {
    /// Its id; it need not be named where the library has one briefing
    briefing: Option<String>,
    /// Only tell what would be called otherwise
    #[arg(long)]
    dry_run: bool,
}

pub fn run(Arguments { old, new }: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let (briefing, spot) = parted(old)?;
    let world = session.to_edit(briefing.as_deref())?;
    // A word without a briefing may be one, or something in the only one.
    let is_briefing = briefing.is_none() && world.entry(old).is_some();
    let (held, mut file) = edited(&world, briefing.as_deref().or(is_briefing.then_some(old.as_str())))?;
    let is_whole = is_briefing || matches!(spot, Some(Spot::Cover));
    let (what, name) = if is_whole { (Of::Briefing, held.resolved.briefing.id.clone()) } else { named(held, spot.as_ref(), old)? };
    if let Err(why) = fits_instead(held, what, new) {
        bail!(why);
    }
    let names = Names::from([((what, name.clone()), new.clone())]);
    let Renamed { text, places } = rename(&file.text, &names)?;
    file.write(text)?;
    carried(&session, &world, held, &file.text, &names);
    let others = match places {
        0 => "nothing else names it".to_owned(),
        1 => "1 other place says so too".to_owned(),
        several => format!("{several} other places say so too"),
    };
    output::answer(&format!("{}: {name} is {new} now, and {others}\n", neutral(&held.path)))
}

pub fn renumber(Numbered { briefing, dry_run }: &Numbered, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let world = session.to_edit(briefing.as_deref())?;
    let (held, mut file) = edited(&world, briefing.as_deref())?;
    let names = numbered(&file.text);
    if names.is_empty() {
        return output::answer(&format!("{}: all items are numbered in the order of the file\n", neutral(&held.path)));
    }
    let Renamed { text, .. } = rename(&file.text, &names)?;
    if !dry_run {
        file.write(text)?;
        carried(&session, &world, held, &file.text, &names);
    }
    let lines: Vec<String> = names.iter().map(|((_, old), new)| format!("{} → {new}\n", neutral(old))).collect();
    output::answer(&lines.concat())
}

/// The briefing that a word names, and what in it. A word that is no address of something in a briefing is looked for in the
/// only one.
fn parted(word: &str) -> Result<(Option<String>, Option<Spot>)> {
    if !word.contains(['#', '/']) {
        return Ok((None, None));
    }
    let address: Address = word.parse().with_context(|| format!("`{}` is no address", neutral(word)))?;
    match address.place {
        Place::In { briefing, spot } => Ok((Some(briefing), Some(spot))),
        _ => bail!("`{}` is not in a briefing", neutral(word)),
    }
}

/// Something in a briefing, and what it is called there.
fn named(held: &HeldBriefing, spot: Option<&Spot>, word: &str) -> Result<(Of, String)> {
    let name = match spot {
        Some(Spot::Item(id) | Spot::Section(id) | Spot::Source { source: id, .. }) => id,
        _ => word,
    };
    let briefing = &held.resolved.briefing;
    let item = held.resolved.graph.find(name).filter(|_| !matches!(spot, Some(Spot::Section(_))));
    let is_section = sections(briefing).any(|slug| slug == name);
    match (item, is_section) {
        (Some(item), _) => Ok((Of::Item(item.kind), name.to_owned())),
        (None, true) => Ok((Of::Section, name.to_owned())),
        (None, false) => {
            let all: Vec<&str> = held.resolved.graph.ids().chain(sections(briefing)).collect();
            // The letter of an id is what nobody mistypes.
            let alike = |id: &&&str| id.chars().next() == name.chars().next();
            let near = if all.iter().any(|id| alike(&id)) { all.iter().filter(alike).copied().collect() } else { all };
            let hint = meant(name, near, || "name an item, a section or the briefing itself".to_owned());
            bail!("there is no `{}` in {}; {hint}", neutral(name), held.id)
        }
    }
}
