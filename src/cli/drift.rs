//! `bluf drift`: the sources whose texts are not what the briefings were written on, and what their passages may mean today.

use super::flags::Said;
use super::session::{Session, briefing_of};
use super::{output, show};
use crate::acts::old_text::{OldText, Sought};
use crate::briefing::Pin;
use crate::keys::action::{Action, Curating};
use crate::library::HeldBriefing;
use crate::page::{Found, World};
use crate::settings::Setting;
use crate::text::{count, neutral};
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
    let (mut looked_at, mut found, mut gone) = (0, 0, 0);
    for held in &entries {
        for source in held.resolved.briefing.sources.iter().enumerate().filter(|(at, _)| held.resolved.text(*at).is_none()) {
            let Some(file) = &source.1.file else { continue };
            let (id, file) = (neutral(&source.1.head.id.value), neutral(&file.value));
            eprintln!("bluf: {}#{id}: {file} cannot be read, and nobody can say whether it has drifted", held.id);
            gone += 1;
        }
        looked_at += held.resolved.briefing.sources.len();
        for source in (0..held.resolved.briefing.sources.len()).filter(|source| has_drifted(held, *source)) {
            if found > 0 {
                output::print("\n").context("cannot write to standard output")?;
            }
            let place = Found::Drift(source).place(held);
            show::print_page(&world, &place)?;
            if let Some(offered) = old_text(&session, &world, held, source) {
                output::print(&format!("\n{}\n", neutral(&offered))).context("cannot write to standard output")?;
            }
            found += 1;
        }
    }
    if found + gone > 0 {
        return Ok(ExitCode::from(1));
    }
    eprintln!("bluf: nothing has drifted in {}", count(looked_at, "source"));
    Ok(ExitCode::SUCCESS)
}

/// Where the text is that was pinned, and what keeps it. In restricted mode nobody looks: no other program runs.
fn old_text(session: &Session, world: &World, held: &HeldBriefing, source: usize) -> Option<String> {
    let (Pin::Changed { pinned, .. }, false) = (held.resolved.pins()[source], session.is_on(Setting::Restricted)) else { return None };
    let file = held.resolved.briefing.sources[source].file.as_ref()?.value.clone();
    let found = match (Sought { library: world.library.store().root()?, file, hash: pinned, quoted: Vec::new() }).find() {
        Ok(OldText::File { file, .. }) => format!("in {file}"),
        Ok(OldText::Past(past)) => format!("in Git, in revision {} of {}", past.commit, past.day),
        Err(why) => return Some(why),
    };
    let key = session.keymap.shown(Action::Curate(Curating::KeepOld));
    let page = Found::Drift(source).place(held);
    Some(format!("The text that was pinned is {found}. `{key}` on {page}, in the reader, keeps it as a source beside that of today."))
}

/// Its text is not the one that was pinned, or passages of it stand at no one place.
fn has_drifted(held: &HeldBriefing, source: usize) -> bool {
    let resolved = &held.resolved;
    let is_changed = matches!(resolved.pins()[source], Pin::Changed { .. });
    resolved.text(source).is_some() && (is_changed || resolved.lost(source).next().is_some())
}
