//! Reading a person's own themes.

use super::output::{self, Told};
use crate::export::findings::caret::draw;
use crate::personal::files::{self, Folder};
use crate::text::count;
use crate::tui::theme::Themes;
use anyhow::Result;
use std::fs;
use std::io::stderr;
use std::path::{Path, PathBuf};

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// It need not exist. `None`: there is no home folder.
pub fn folder() -> Option<PathBuf> {
    Folder::Configuration.path().map(|folder| folder.join("themes"))
}

pub fn files() -> Vec<PathBuf> {
    let entries = folder().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

/// The built-in themes and those of the folder, by their names. What cannot be read is left out.
pub fn read() -> Themes {
    of(&files())
}

/// The built-in themes and those of these files.
pub fn of(files: &[PathBuf]) -> Themes {
    let mut themes: Vec<(String, String)> = files.iter().filter_map(|path| file(path)).collect();
    themes.sort();
    Themes::new(themes)
}

fn file(path: &Path) -> Option<(String, String)> {
    let name = path.file_stem()?.to_str()?;
    let bytes = files::read(path, LARGEST).ok()?;
    Some((name.to_owned(), String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned()))
}

/// Refuses a theme that cannot be worn. The mistakes of its file are told here, because drawing them takes more than a
/// line.
pub fn check(themes: &Themes, name: &str) -> Result<()> {
    if let Some(own) = themes.own(name).filter(|_| themes.look(name).is_none()) {
        let path = folder().unwrap_or_default().join(format!("{name}.yaml"));
        let drawn = draw(&path.display().to_string(), &own.text, &own.findings, output::colour_of(&stderr()));
        eprintln!("{drawn}bluf: the theme has {}; `bluf --theme terminal` runs without it", count(own.findings.len(), "mistake"));
        return Err(Told.into());
    }
    Ok(themes.named(name)?)
}
