//! Hearing of files on disk.
//!
//! The system tells of folders in which something happened; nothing asks again and again. After the first that matters
//! there is a short wait, because editors save in steps: they write a new file beside the old one, move it, empty it first.

mod folders;
mod sites;

use folders::Folders;
use notify::Event;
use sites::{Happened, Sites};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// So long nothing must have happened before what was saved is read.
const QUIET: Duration = Duration::from_millis(40);
/// So long is waited for quiet at most.
const LONGEST: Duration = Duration::from_millis(500);
/// So long a file may be away or empty before it is believed: that is how some editors save, and how files are synchronised.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is to be heard of.
pub struct Wanted {
    /// Files, whether they are there or not.
    pub files: Vec<PathBuf>,
    /// A folder in which briefings come and go, or the file of one.
    pub library: Option<PathBuf>,
}

/// Calls `changed` whenever something of what is wanted may be another, the first time at once, for as long as the program
/// runs. Returns only where nothing can be heard.
pub fn listen(wanted: &dyn Fn() -> Wanted, changed: &mut dyn FnMut(), blind: &dyn Fn(&str)) {
    let (sender, events) = channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Nobody hears a program that ends. That a file was opened or read is no news.
        if let Ok(event) = event.map(|event| (!event.kind.is_access()).then_some(event)) {
            event.map_or(Ok(()), |event| sender.send(event)).unwrap_or_default();
        }
    });
    let mut folders = match watcher {
        Ok(watcher) => Folders::new(watcher),
        Err(error) => return blind(&error.to_string()),
    };
    let mut sites = Sites::of(&wanted());
    if let Err(error) = folders.follow(&sites.folders, false) {
        blind(&error.to_string());
    }
    // What was saved after it was read and before it was watched.
    changed();
    while let Ok(event) = events.recv() {
        let mut happened = Happened::default();
        happened.add(&event, &sites);
        if !happened.matters || wait_for_quiet(&events, &mut happened, &sites).is_none() {
            continue;
        }
        // Watched before it is read: what is saved from here on is heard of.
        let _ = folders.follow(&Sites::of(&wanted()).folders, happened.moved);
        changed();
        // A briefing may be read from another folder now.
        sites = Sites::of(&wanted());
        let _ = folders.follow(&sites.folders, false);
    }
}

/// Waits until an editor is done with what it saves; none where nobody tells any more.
fn wait_for_quiet(events: &Receiver<Event>, happened: &mut Happened, sites: &Sites) -> Option<()> {
    let begun = Instant::now();
    loop {
        let passed = begun.elapsed();
        let away = passed < PATIENCE && happened.files.iter().any(|file| is_away(file));
        let wait = if away { PATIENCE.saturating_sub(passed).max(QUIET) } else { QUIET };
        match events.recv_timeout(wait) {
            Ok(event) => happened.add(&event, sites),
            Err(RecvTimeoutError::Timeout) => return Some(()),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
        if begun.elapsed() > if away { PATIENCE } else { LONGEST } {
            return Some(());
        }
    }
}

/// There is no such file, or nothing in it.
fn is_away(file: &Path) -> bool {
    fs::metadata(file).map_or(true, |kind| kind.len() == 0)
}
