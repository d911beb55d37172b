//! A talk on the command line: which slide it begins with, its plan, and what it leaves behind.

use super::{output, show};
use crate::page::{Address, NoPlace, Place, Spot, World, locate};
use crate::personal::notes::Shelf;
use crate::personal::slide_times;
use crate::talk::{rehearsal, unanswered};
use crate::tui::model::Model;
use crate::tui::run::Running;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// A talk that is asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct Talk {
    pub planned: Option<Duration>,
    pub rehearses: bool,
    pub socket: Option<PathBuf>,
}

/// The slide to begin with: the one that is named, else the first of the briefing that is named, or of the only one.
pub fn first_slide(world: &World, address: Option<Address>) -> Result<Address> {
    let place = match address.map(|address| address.place) {
        Some(place) if place.is_slide() => place,
        Some(place) => match place.briefing() {
            Some(briefing) => Place::within(briefing, Spot::Slide(1)),
            None => bail!("`{place}` is in no briefing; name the one to present"),
        },
        None => match *world.entries() {
            [only] => Place::within(&only.id, Spot::Slide(1)),
            [] => bail!("there is no briefing in this library"),
            [first, ..] => bail!("name the briefing to present, such as {}; `bluf show library` lists them", first.id),
        },
    };
    locate(world, &place).map_err(|NoPlace(why)| anyhow::anyhow!(why))?;
    Ok(place.into())
}

/// Prints every slide of the talk that this slide is of.
pub fn print(world: &World, first: &Address) -> Result<ExitCode> {
    let Some(held) = first.place.briefing().and_then(|id| world.entry(id)) else { return show::print(world, first) };
    for slide in 1..=held.resolved.briefing.talk().len() {
        if slide > 1 {
            output::print("\n")?;
        }
        show::print(world, &Place::within(&held.id, Spot::Slide(slide)).into())?;
    }
    Ok(ExitCode::SUCCESS)
}

impl Talk {
    /// Plans the talk: the time that was named, else what it took when it was rehearsed last.
    pub fn plan(&self, model: &mut Model) {
        let last = || slide_times::read(model.briefing().unwrap_or_default()).iter().map(|(_, time)| *time).sum::<Duration>();
        let planned = self.planned.or_else(|| Some(last()).filter(|time| !time.is_zero()));
        model.plan_talk(planned);
    }
}

/// What a talk leaves behind, printed when the terminal is given back: what was asked and not answered, and how long the
/// slides took. `asked_for` is how the talk was begun on the command line; with a key it rehearses nothing.
pub fn after(model: &Model, running: Option<&Running>, asked_for: Option<&Talk>, shelf: Option<&Shelf>) -> Result<()> {
    let Some(held) = running.and_then(|_| model.briefing()).and_then(|id| model.world().entry(id)) else { return Ok(()) };
    let briefing = &held.resolved.briefing;
    let mut said = unanswered::listed(briefing, model.asked());
    if !said.is_empty() && shelf.is_some() {
        said.push_str(&format!("\nThey are kept: `bluf brief {} --questions` prints them again.\n", held.id));
    }
    if let (Some(running), Some(talk)) = (running, asked_for.filter(|talk| talk.rehearses)) {
        let times = running.rehearsal.times(briefing);
        let plan = rehearsal::plan(&rehearsal::names(briefing), &slide_times::read(&held.id), talk.planned);
        if !said.is_empty() {
            said.push('\n');
        }
        said.push_str(&rehearsal::table(&times, &plan));
        if shelf.is_some() {
            slide_times::keep(&held.id, &times).unwrap_or_else(|error| eprintln!("bluf: the times were not kept: {error}"));
        }
    }
    output::print(&said)?;
    Ok(())
}
