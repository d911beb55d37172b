//! `bluf brief`: a briefing as a talk, and the terminal of whoever speaks.

mod speaker;

use super::flags::Said;
use super::session::{self, Session};
use super::talk::{Talk, first_slide};
use super::{browse, output};
use crate::personal::unanswered_questions;
use crate::talk::unanswered;
use anyhow::{Result, bail};
use clap::builder::RangedU64ValueParser;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// What to present, and how.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// A briefing's file, its id, or an address in it; where there is none, the only briefing of the library
    #[arg(value_name = "FILE|BRIEFING")]
    target: Option<String>,
    /// The terminal of whoever speaks: joins the running talk, waits for one, and joins again
    #[arg(long)]
    notes: bool,
    /// How long the talk may take, in minutes: a bar shows how much of that is over
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<u64>::new().range(1..=1440), conflicts_with = "notes")]
    minutes: Option<u64>,
    /// Time each slide, and print the plan and the time used behind the talk; both are the plan of the next
    #[arg(long, conflicts_with = "notes")]
    rehearse: bool,
    /// The socket that joins both terminals, instead of the usual one: the same for both, or one that ssh forwards
    #[arg(long, value_name = "PATH")]
    socket: Option<PathBuf>,
    /// Print what was asked in talks and not answered, and the lines that take it over as gaps
    #[arg(long, conflicts_with_all = ["notes", "minutes", "rehearse", "socket"])]
    questions: bool,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    if arguments.notes {
        return speaker::run(arguments.target.as_deref(), arguments.socket.clone(), said);
    }
    if arguments.questions {
        return print_questions(arguments.target.as_deref(), said);
    }
    let planned = arguments.minutes.map(|minutes| Duration::from_secs(minutes * 60));
    let talk = Talk { planned, rehearses: arguments.rehearse, socket: arguments.socket.clone() };
    browse::run(arguments.target.as_deref(), said, Some(&talk))
}

fn print_questions(named: Option<&str>, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let (path, address) = session::target(named)?;
    let world = session.open(path)?;
    let first = first_slide(&world, address)?.place;
    let Some(held) = first.briefing().and_then(|id| world.entry(id)) else { bail!("`{first}` is in no briefing") };
    let Some(shelf) = session.shelf(&world.library) else { bail!("there is no folder that questions are read from") };
    let kept = unanswered_questions::kept(&shelf, &held.id);
    output::print(&unanswered::listed(&held.resolved.briefing, &kept))?;
    Ok(if kept.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
