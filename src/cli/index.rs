//! `bluf index`: the catalogue of a library, brought up to date, looked at, made anew, taken away.

use super::catalogue::{refreshed, say_cut};
use super::flags::Said;
use super::output;
use super::session::Session;
use super::today::today;
use crate::catalogue::refresh::{Refreshed, outdated};
use crate::catalogue::unavailable::DAMAGED;
use crate::catalogue::{self, Catalogue, Depth};
use crate::library::prepared::PreparedForms;
use crate::library::store::{Folder, Store};
use crate::text::os_error::without_number;
use crate::text::{bytes, count, neutral};
use anyhow::{Result, anyhow, bail};
use std::path::PathBuf;
use std::process::ExitCode;

/// Of which library, and what to do.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The library; where there is none, the one that you stand in
    #[arg(value_name = "LIBRARY")]
    path: Option<PathBuf>,
    /// Say what the catalogue holds, and change nothing
    #[arg(long, conflicts_with_all = ["rebuild", "drop"])]
    status: bool,
    /// Make it anew
    #[arg(long, conflicts_with = "drop")]
    rebuild: bool,
    /// Take it away; whoever needs it makes it anew
    #[arg(long)]
    drop: bool,
}

pub fn run(arguments: &Arguments, said: Said) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let Some(path) = arguments.path.clone().or_else(|| session.meant()) else {
        bail!("the built-in library needs no catalogue; name another: bluf index LIBRARY");
    };
    session.confined.path(&path)?;
    let store = Folder::new(&path);
    let files = store.list()?;
    let place = catalogue::cache_folder::Place::of(&store.place()).ok_or_else(|| anyhow!(catalogue::Without::NoCache))?;
    if arguments.drop || arguments.rebuild {
        let is_there = place.index().exists();
        if is_there {
            place.drop()?;
        }
        let is_there = is_there | PreparedForms::of(&store.place()).is_some_and(|forms| forms.drop());
        if arguments.drop {
            let said = if is_there { "the catalogue is gone" } else { "there was no catalogue" };
            return output::answer(&format!("{said}: {}\n", neutral(&place.index().display().to_string())));
        }
    }
    if arguments.status {
        return status(&store, &place, files.len());
    }
    let mut catalogue = Catalogue::open(&store)?;
    if !catalogue.is_sound() {
        eprintln!("bluf: {DAMAGED}");
        place.drop()?;
        catalogue = Catalogue::open(&store)?;
    }
    let done = refreshed(&catalogue, &store, Depth::Checked)?;
    say_cut(&catalogue)?;
    output::answer(&summary(&catalogue, done))
}

fn summary(catalogue: &Catalogue, done: Refreshed) -> String {
    let what = [(done.read, "read"), (done.gone, "gone"), (done.checked, "checked")];
    let news: Vec<String> = what.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let news = if news.is_empty() { "nothing has changed".to_owned() } else { news.join(", ") };
    format!("{}: {news}\n", count(catalogue.count(), "briefing"))
}

fn status(store: &dyn Store, place: &catalogue::cache_folder::Place, files: usize) -> Result<ExitCode> {
    let line = |name: &str, value: &str| format!("{name:<10}{}\n", neutral(value));
    let mut said = line("library", &store.place()) + &line("catalogue", &place.index().display().to_string());
    if !place.index().exists() {
        said += &line("holds", &format!("nothing yet, of {}", count(files, "briefing")));
        output::print(&said)?;
        return Ok(ExitCode::from(1));
    }
    let Some(catalogue) = Catalogue::as_it_is(place.clone()) else {
        output::print(&(said + &line("state", "damaged; whoever needs it makes it anew")))?;
        return Ok(ExitCode::from(1));
    };
    let [changed, unchecked] = outdated(&catalogue, store, &today())?;
    said += &line("holds", &format!("{} of {files}, in {}", count(catalogue.count(), "briefing"), bytes(usize::try_from(place.size())?)));
    let due = [(changed, "to be read"), (unchecked, "to be checked")];
    let due: Vec<String> = due.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let due = if due.is_empty() { "up to date".to_owned() } else { due.join(", ") };
    let unwritten =
        place.writable().err().map_or_else(String::new, |why| format!("; cannot be written: {}", without_number(&why.to_string())));
    said += &line("state", &(due + &unwritten));
    output::print(&said)?;
    say_cut(&catalogue)?;
    Ok(if changed == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
