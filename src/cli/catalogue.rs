//! The catalogue of a library, up to date before a command asks it.

use super::progress::Progress;
use super::today::today;
use crate::catalogue::refresh::{Phase, Refreshed, is_just_seen};
use crate::catalogue::unavailable::DAMAGED;
use crate::catalogue::{self, Cancel, Catalogue, Depth, refresh};
use crate::library::store::Store;
use crate::text::{count, neutral};
use anyhow::Result;
use std::time::Duration;

/// From so many briefings on a library is not held whole: to read five hundred takes as long as a person notices.
pub const LARGE: usize = 500;

/// As it is now; a large one, as it was less than a second ago. A script that changes a file and asks at once is told of it
/// wherever a look at all files takes no time.
pub fn fresh(catalogue: Catalogue, store: &dyn Store, depth: Depth) -> Result<Catalogue> {
    if catalogue.count() < LARGE || !is_just_seen(&catalogue, depth) {
        store.list()?;
        refreshed(&catalogue, store, depth)?;
    }
    Ok(catalogue)
}

/// Brings a catalogue up to date, and says on a terminal how far it is.
pub fn refreshed(catalogue: &Catalogue, store: &dyn Store, depth: Depth) -> Result<Refreshed> {
    let progress = Progress::new("indexed");
    let tell = |told: &catalogue::Progress| progress.say(|| words(told));
    let done = refresh(catalogue, store, &today(), depth, &tell, &Cancel::default())?;
    if catalogue.is_instead() {
        eprintln!("bluf: {DAMAGED}");
    }
    catalogue.keep_front(None);
    Ok(done)
}

/// "indexed 1200 of 10000, 850 a second, 10 s left".
fn words(told: &catalogue::Progress) -> String {
    let verb = match told.phase {
        Phase::Waiting => return "another program brings the catalogue up to date".to_owned(),
        Phase::Reading => "indexed",
        Phase::Checking => "checked",
    };
    if told.done == 0 {
        return format!("{verb} 0 of {}", told.all);
    }
    format!("{verb} {} of {}, {:.0} a second, {} left", told.done, told.all, told.rate(), time(told.left()))
}

fn time(left: Duration) -> String {
    let seconds = left.as_secs();
    if seconds < 100 { format!("{seconds} s") } else { format!("{} min", seconds.div_ceil(60)) }
}

/// So many paths are named.
const NAMED: usize = 5;

/// What no search finds, because nobody could read it.
pub fn say_cut(catalogue: &Catalogue) -> Result<()> {
    let cut = catalogue.cut_files()?;
    if !cut.is_empty() {
        let named = cut.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = if cut.len() > NAMED { " …" } else { "" };
        eprintln!(
            "bluf: {}",
            neutral(&format!("{} could not be read to the end: {named}{more}; `bluf check` says why", count(cut.len(), "file")))
        );
    }
    Ok(())
}
