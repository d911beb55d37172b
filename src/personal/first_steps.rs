//! Which of the first steps a person has taken.

use super::files::{self, Folder};
use std::path::PathBuf;

/// The most that is read, in bytes: the four names have thirty.
const LARGEST: u64 = 4096;

/// It holds the name of a step a line.
fn file() -> Option<PathBuf> {
    Some(Folder::State.path()?.join("first-steps"))
}

#[must_use]
pub fn taken() -> Vec<String> {
    let bytes = file().and_then(|file| files::read(&file, LARGEST).ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().map(str::to_owned).collect()
}

/// Keeps the steps that were taken now. Where that cannot be written the hints come again, and nothing else is lost.
pub fn keep(before: &[String], now: &[&str]) {
    if now.iter().any(|name| !before.iter().any(|known| known == name))
        && let Some(file) = file()
    {
        let _lock = file.parent().and_then(|folder| files::lock(folder).ok());
        let _ = files::write(&file, (now.join("\n") + "\n").as_bytes());
    }
}
