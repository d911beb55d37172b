//! How long the slides of a talk took when it was rehearsed last: a small file a briefing, in the folder of what the program
//! remembers.

use super::files::{self, Folder};
use super::notes::file_name;
use std::path::PathBuf;
use std::time::Duration;

/// In bytes: more slides has nobody.
const LARGEST: u64 = 64 * 1024;

fn file(briefing: &str) -> Option<PathBuf> {
    Some(Folder::State.path()?.join("rehearsed").join(file_name(briefing) + ".txt"))
}

/// The slides by their names, and what each took: "95 J1" is a minute and thirty-five seconds.
#[must_use]
pub fn read(briefing: &str) -> Vec<(String, Duration)> {
    let bytes = file(briefing).and_then(|file| files::read(&file, LARGEST).ok()).unwrap_or_default();
    let read = |line: &str| {
        let (seconds, slide) = line.split_once(' ')?;
        Some((slide.to_owned(), Duration::from_secs(seconds.parse::<u32>().ok()?.into())))
    };
    String::from_utf8_lossy(&bytes).lines().filter_map(read).collect()
}

/// Keeps them in place of those before.
///
/// # Errors
///
/// It cannot be written.
pub fn keep(briefing: &str, times: &[(String, Duration)]) -> std::io::Result<()> {
    let Some(file) = file(briefing) else { return Ok(()) };
    let lines: Vec<String> = times.iter().map(|(slide, time)| format!("{} {slide}", time.as_secs())).collect();
    files::write(&file, (lines.join("\n") + "\n").as_bytes())
}
