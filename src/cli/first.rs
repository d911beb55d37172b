//! Which of the first steps a person has taken, kept in a file of their own.

use crate::library::store::{Folder, write};
use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

/// The most that is read, in bytes: the four names have thirty.
const LARGEST: u64 = 4096;

/// The file: the name of a step a line.
fn file() -> Option<PathBuf> {
    Some(Folder::State.path()?.join("first-steps"))
}

/// The steps that were taken before.
pub fn taken() -> Vec<String> {
    let mut text = String::new();
    // A pipe or a device would never end, or never begin; a text that is none is none of ours.
    let read = file().filter(|file| file.is_file()).and_then(|file| File::open(file).ok());
    let _ = read.map(|file| file.take(LARGEST).read_to_string(&mut text));
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
