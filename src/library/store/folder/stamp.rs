//! What the file system says of a file instead of reading it.

use crate::library::store::Stamp;
use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::time::{SystemTime, UNIX_EPOCH};

/// The longest step of a file system's clock, in seconds: FAT counts in twos.
const TICK: i64 = 2;

/// The stamp of a file at a time: which file it is, its size, when it was written, and when anything about it was last
/// changed. The last is there because anybody may set the time of writing back, as whoever copies or unpacks files does.
///
/// `None`: the file is so young that it may be written again before the clock goes on, and would have the same stamp.
pub fn of(file: &Metadata, now: SystemTime) -> Option<Stamp> {
    let now = i64::try_from(now.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()?;
    let has_settled = file.mtime().max(file.ctime()).saturating_add(TICK) < now;
    let (mtime, ctime) = ((file.mtime(), file.mtime_nsec()), (file.ctime(), file.ctime_nsec()));
    has_settled.then(|| Stamp::of((file.dev(), file.ino(), file.len(), mtime, ctime)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};
    use std::path::Path;
    use std::thread::sleep;
    use std::time::Duration;

    /// The stamp of a file as whoever looks a minute from now has it.
    fn later(path: &Path) -> Option<Stamp> {
        of(&fs::metadata(path).expect("there"), SystemTime::now() + Duration::from_mins(1))
    }

    /// File systems count in steps of some milliseconds.
    fn tick() {
        sleep(Duration::from_millis(30));
    }

    fn set_modified(path: &Path, time: SystemTime) {
        File::options().write(true).open(path).and_then(|file| file.set_modified(time)).expect("set");
    }

    #[test]
    fn whatever_is_done_to_a_file_its_stamp_is_another() {
        let scratch = tempfile::tempdir().expect("a folder");
        let (path, other) = (scratch.path().join("a"), scratch.path().join("b"));
        fs::write(&path, "one").expect("written");
        let written = fs::metadata(&path).and_then(|kind| kind.modified()).expect("a time");
        let mut stamps = vec![later(&path)];
        assert_eq!(later(&path), stamps[0]);
        let mut done = |what: &str| {
            let now = later(&path);
            assert!(now.is_some() && !stamps.contains(&now), "{what}: {now:?} of {stamps:?}");
            stamps.push(now);
            tick();
        };
        tick();
        fs::write(&path, "two").expect("written");
        set_modified(&path, written);
        done("written in place, its time put back");
        set_modified(&path, written + Duration::from_secs(1));
        done("touched");
        fs::write(&other, "two").expect("written");
        set_modified(&other, written);
        fs::rename(&other, &path).expect("moved");
        done("replaced by one of the same size and time");
        fs::remove_file(&path).expect("removed");
        fs::write(&path, "two").expect("written");
        set_modified(&path, written);
        done("removed and back");
    }

    #[test]
    fn a_file_that_may_be_written_again_in_the_same_tick_has_no_stamp() {
        let scratch = tempfile::tempdir().expect("a folder");
        let path = scratch.path().join("a");
        let stamp = |now| of(&fs::metadata(&path).expect("there"), now);
        fs::write(&path, "one").expect("written");
        let written = SystemTime::now();
        // Copied with the time that it had elsewhere, it is as young.
        for time in [written, written - Duration::from_hours(1), written + Duration::from_hours(1)] {
            set_modified(&path, time);
            assert_eq!(stamp(SystemTime::now()), None);
        }
        set_modified(&path, written);
        assert_eq!(stamp(written + Duration::from_secs(1)), None);
        assert!(stamp(written + Duration::from_secs(5)).is_some());
    }
}
