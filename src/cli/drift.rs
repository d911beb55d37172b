//! `bluf drift`: the sources whose texts are not what the briefings were written on, and what their passages may mean today.

use super::flags::Said;
use super::session::{Session, briefing_of};
use super::{output, show};
use crate::briefing::Pin;
use crate::library::HeldBriefing;
use crate::page::Found;
use crate::text::count;
use anyhow::{Context, Result};
use std::process::ExitCode;

/// Whose sources are looked at.
#[derive(Debug, Clone, clap::Args)]
pub struct Arguments {
    /// Its id; every briefing of the library where none is named
    briefing: Option<String>,
}

/// Prints the page of each source that has drifted, and nothing where none has.
pub fn run(Arguments { briefing }: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let world = session.open_for(briefing.as_deref())?;
    let entries = match briefing {
        Some(id) => vec![briefing_of(&world, id)?],
        None => world.entries().into_iter().map(|held| &**held).collect(),
    };
    let (mut looked_at, mut found) = (0, 0);
    for held in &entries {
        looked_at += held.resolved.briefing.sources.len();
        for source in (0..held.resolved.briefing.sources.len()).filter(|source| has_drifted(held, *source)) {
            if found > 0 {
                output::print("\n").context("cannot write to standard output")?;
            }
            show::print_page(&world, &Found::Drift(source).place(held))?;
            found += 1;
        }
    }
    if found > 0 {
        return Ok(ExitCode::from(1));
    }
    eprintln!("bluf: nothing has drifted in {}", count(looked_at, "source"));
    Ok(ExitCode::SUCCESS)
}

/// Its text is not the one that was pinned, or passages of it stand at no one place.
fn has_drifted(held: &HeldBriefing, source: usize) -> bool {
    let resolved = &held.resolved;
    let is_changed = matches!(resolved.pins()[source], Pin::Changed { .. });
    resolved.text(source).is_some() && (is_changed || resolved.lost(source).next().is_some())
}
