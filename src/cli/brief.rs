//! `bluf brief`: a briefing as a talk.

use super::flags::Said;
use super::{browse, output, show};
use crate::page::{Address, NoPlace, Place, Spot, World, locate};
use anyhow::{Result, bail};
use clap::builder::RangedU64ValueParser;
use std::process::ExitCode;
use std::time::Duration;

/// What to present, and how long it may take.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// A briefing's file, its id, or an address in it; where there is none, the only briefing of the library
    #[arg(value_name = "FILE|BRIEFING")]
    target: Option<String>,
    /// How long the talk may take: a bar shows how much of that is over
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<u64>::new().range(1..=1440))]
    minutes: Option<u64>,
}

/// A talk that is asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct Talk {
    pub planned: Option<Duration>,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let talk = Talk { planned: arguments.minutes.map(|minutes| Duration::from_secs(minutes * 60)) };
    browse::run(arguments.target.as_deref(), said, Some(&talk))
}

/// The slide to begin with: the one that is named, else the first of the briefing that is named, or of the only one.
pub fn first_slide(world: &World, address: Option<Address>) -> Result<Address> {
    let place = match address.map(|address| address.place) {
        Some(place) if place.is_slide() => place,
        Some(place) => match place.briefing() {
            Some(briefing) => Place::within(briefing, Spot::Slide(1)),
            None => bail!("`{place}` is in no briefing; name the one to present"),
        },
        None => match world.entries() {
            [only] => Place::within(&only.id, Spot::Slide(1)),
            [] => bail!("there is no briefing in this library"),
            several => {
                let ids: Vec<&str> = several.iter().map(|held| held.id.as_str()).collect();
                bail!("name the briefing to present, such as {}; `bluf show library` lists them", ids[0])
            }
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
