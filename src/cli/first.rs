//! Which of the first steps a person has taken, kept in a file of their own.

use crate::library::store::{Folder, write};
use std::fs;
use std::path::PathBuf;

/// The file: the name of a step a line.
fn file() -> Option<PathBuf> {
    Some(Folder::State.path()?.join("first-steps"))
}

/// The steps that were taken before.
pub fn taken() -> Vec<String> {
    let text = file().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Keeps the steps that were taken now. Where that cannot be written the hints come again, and nothing else is lost.
pub fn keep(before: &[String], now: &[&str]) {
    if now.iter().any(|name| !before.iter().any(|known| known == name))
        && let Some(file) = file()
    {
        let _ = write(&file, (now.join("\n") + "\n").as_bytes());
    }
}
