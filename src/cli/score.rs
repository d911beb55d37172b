//! `bluf score` and `bluf signposts`: what a library judged and what came of it, and what it watches.

use super::flags::Said;
use super::output;
use super::search::{Searched, formats, searched};
use super::session::Session;
use super::show::print_page;
use super::today::today;
use crate::catalogue::Depth;
use crate::export::{Format, score, signposts};
use crate::page::library_page::What;
use crate::page::{Place, World, marking_of};
use anyhow::{Context, Result};
use std::process::ExitCode;

/// How to print it.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// How to print it
    #[arg(long, value_parser = formats(), default_value = "text", value_name = "FORMAT")]
    format: &'static Format,
}

/// A library and who may be shown what is said of all of it.
struct Opened {
    world: World,
    marking: String,
}

fn opened(said: Said) -> Result<Opened> {
    let session = Session::new(said)?;
    let Searched { catalogue, library } = searched(&session, Depth::Read)?;
    let library = library.on(Some(&today()));
    let world = World { catalogue: Some(catalogue), ..library.into() };
    let marking = marking_of(&world, &Place::Over(What::Overdue.into())).map(|(marking, _)| marking).unwrap_or_default();
    Ok(Opened { world, marking })
}

/// Exit code 1 says that there is nothing to score.
pub fn score(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let Opened { world, marking } = opened(said)?;
    let catalogue = world.searchable()?;
    let outcomes = catalogue.outcomes()?;
    if is_data(arguments) {
        let written = score::json(&outcomes, &marking, today_in(&world));
        output::print(&written.context("cannot write the score")?)?;
    } else {
        print_page(&world, &Place::Over(What::Score(None).into()))?;
    }
    Ok(ExitCode::from(u8::from(outcomes.cases.iter().all(|told| told.case.told().is_none()))))
}

/// Exit code 1 says that a judgement is overdue.
pub fn signposts(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let Opened { world, marking } = opened(said)?;
    let catalogue = world.searchable()?;
    let day = world.day();
    let overdue = if is_data(arguments) {
        let today = today_in(&world);
        let (written, overdue) = signposts::json(&catalogue, day, &marking, today)?;
        output::print(&written.context("cannot write the signposts")?)?;
        overdue
    } else {
        print_page(&world, &Place::Over(What::Signposts(None).into()))?;
        catalogue.overdue(day)?.judgements.len()
    };
    Ok(ExitCode::from(u8::from(overdue > 0)))
}

/// As data have it.
fn today_in(world: &World) -> Option<String> {
    world.today.as_ref().map(|today| today.as_str().to_owned())
}

fn is_data(arguments: &Arguments) -> bool {
    arguments.format.ending == "json"
}
