//! Hearing of files on disk.
//!
//! The system tells of folders in which something happened; nothing asks again and again. After the first that matters
//! there is a short wait, because editors save in steps: they write a new file beside the old one, move it, empty it first.

mod folders;
mod sites;

use folders::Folders;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind};
use sites::{Happened, Sites};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long it must be quiet before what was saved is read.
const QUIET: Duration = Duration::from_millis(40);
/// The same where a file was written in its place: nothing says whether its end is there yet, and its first part may be read
/// as if it were the whole.
const WRITTEN: Duration = Duration::from_millis(300);
/// How long quiet is waited for at most.
const LONGEST: Duration = Duration::from_secs(5);
/// How long a file may be away, empty, or open to whoever writes it before it is believed: some editors save so, and some
/// programs that synchronise.
const PATIENCE: Duration = Duration::from_secs(2);

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
        // That a file was opened or read is no news, only that one who may have written it has closed it.
        if let Ok(event) = event
            && (!event.kind.is_access() || event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write)))
        {
            // This fails only when the program ends.
            let _ = sender.send(event);
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
    // Something may have been saved after it was read and before it was watched.
    changed();
    while let Ok(event) = events.recv() {
        let mut happened = Happened::default();
        happened.add(&event, &sites);
        let begun = Instant::now();
        let quiet = |happened: &mut Happened| wait_for_quiet(|wait| events.recv_timeout(wait), || begun.elapsed(), happened, &sites);
        if !happened.matters || quiet(&mut happened).is_none() {
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

/// Waits until an editor is done with what it saves. `next` waits for an event as long as it is told to; `passed` is the
/// time since the first. `None`: no event can come any more.
fn wait_for_quiet(
    mut next: impl FnMut(Duration) -> Result<Event, RecvTimeoutError>,
    passed: impl Fn() -> Duration,
    happened: &mut Happened,
    sites: &Sites,
) -> Option<()> {
    loop {
        let quiet = match happened.in_place {
            true if !happened.open.is_empty() => PATIENCE,
            true => WRITTEN,
            false => QUIET,
        };
        let away = passed() < PATIENCE && happened.files.iter().any(|file| is_away(file));
        match next(if away { PATIENCE.saturating_sub(passed()).max(quiet) } else { quiet }) {
            Ok(event) => happened.add(&event, sites),
            Err(RecvTimeoutError::Timeout) => return Some(()),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
        if passed() > LONGEST {
            return Some(());
        }
    }
}

/// There is no such file, or nothing in it.
fn is_away(file: &Path) -> bool {
    fs::metadata(file).map_or(true, |kind| kind.len() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{DataChange, ModifyKind, RemoveKind, RenameMode};
    use std::cell::Cell;
    use std::collections::VecDeque;
    use std::iter;

    /// A step of an editor: how long it takes, what the system calls it, and what it does to the file.
    type Step = (u64, EventKind, fn(&Path));

    const EMPTY: Step = (0, EventKind::Any, |file| fs::write(file, "").expect("emptied"));
    const REMOVE: Step = (0, EventKind::Remove(RemoveKind::File), |file| fs::remove_file(file).expect("removed"));
    /// Writes a file in its place, and closes it.
    const fn write(after: u64) -> Step {
        (after, EventKind::Any, |file| fs::write(file, "new").expect("written"))
    }
    /// The same, and it stays open.
    const fn part(after: u64) -> Step {
        (after, EventKind::Modify(ModifyKind::Data(DataChange::Any)), |file| fs::write(file, "new").expect("written"))
    }
    const CLOSE: Step = (0, EventKind::Access(AccessKind::Close(AccessMode::Write)), |_| ());
    /// Puts another file in its place.
    const fn put(after: u64) -> Step {
        (after, EventKind::Modify(ModifyKind::Name(RenameMode::To)), |file| {
            let new = file.with_extension("new");
            fs::write(&new, "new").and_then(|()| fs::rename(new, file)).expect("moved");
        })
    }

    /// For how many milliseconds the steps of an editor are waited for.
    fn waited(steps: &[Step]) -> u128 {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("port.yaml");
        fs::write(&file, "old").expect("written");
        let sites = Sites::of(&Wanted { files: vec![file.clone()], library: None });
        let mut steps: VecDeque<&Step> = steps.iter().collect();
        let now = Cell::new(Duration::ZERO);
        let mut happened = Happened::default();
        // What happens next happens if it does so while it is waited for.
        let next = |wait: Duration| match steps.front() {
            Some((after, kind, act)) if Duration::from_millis(*after) <= wait => {
                steps.pop_front();
                now.set(now.get() + Duration::from_millis(*after));
                act(&file);
                Ok(Event::new(*kind).add_path(file.clone()))
            }
            _ => {
                now.set(now.get() + wait);
                Err(RecvTimeoutError::Timeout)
            }
        };
        wait_for_quiet(next, || now.get(), &mut happened, &sites).expect("somebody tells");
        assert!(steps.is_empty(), "{} steps were not waited for", steps.len());
        now.get().as_millis()
    }

    #[test]
    fn e3_a_file_that_is_away_or_empty_is_waited_for_and_no_other() {
        assert_eq!(waited(&[put(0)]), QUIET.as_millis(), "all is there");
        assert_eq!(waited(&[put(30), put(30), put(30)]), 90 + QUIET.as_millis(), "in steps");
        assert_eq!(waited(&[REMOVE, put(120)]), 120 + QUIET.as_millis());
        assert_eq!(waited(&[REMOVE, put(900)]), 900 + QUIET.as_millis(), "over a slow line");
        for away in [EMPTY, REMOVE] {
            assert_eq!(waited(&[away]), PATIENCE.as_millis(), "it is gone, and that is believed");
        }
    }

    #[test]
    fn e3_a_file_that_is_written_in_its_place_is_read_when_it_was_quiet_for_a_moment() {
        assert_eq!(waited(&[write(0)]), WRITTEN.as_millis());
        assert_eq!(waited(&[EMPTY, write(0), write(120)]), 120 + WRITTEN.as_millis(), "in two parts");
        assert_eq!(waited(&[EMPTY, write(900), write(250)]), 1150 + WRITTEN.as_millis(), "over a slow line");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn e3_a_file_that_is_still_written_is_waited_for_and_not_for_ever() {
        assert_eq!(waited(&[part(0), part(1900), CLOSE]), 1900 + WRITTEN.as_millis(), "in two parts");
        assert_eq!(waited(&[part(0), part(900), put(100)]), 1000 + WRITTEN.as_millis(), "and another is put in its place");
        assert_eq!(waited(&[part(0)]), PATIENCE.as_millis(), "some editors never close it");
    }

    #[test]
    fn e3_who_never_stops_saving_is_read_in_between() {
        let steps: Vec<Step> = iter::once(write(0)).chain(iter::repeat_n(write(250), 21)).collect();
        assert_eq!(waited(&steps), 5250, "no longer than five seconds");
    }
}
