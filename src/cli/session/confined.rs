//! Restricted mode: what may be opened on a machine that others share.

use super::named;
use crate::library::Library;
use crate::settings::{SaidBy, Setting, Settings};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub enum Confined {
    /// Everything: the mode is not set.
    Free,
    /// What stands in this library.
    To(PathBuf),
    /// The library in the program, and nothing on disk.
    BuiltIn,
}

impl Confined {
    /// Whoever sets the mode on the command line names the library there too. If the mode is set elsewhere, a library on
    /// the command line is a reader's, and the one of the environment holds.
    pub fn new(settings: &Settings, by_command_line: Option<&Path>) -> Self {
        if !settings.is_on(Setting::Restricted) {
            return Self::Free;
        }
        let by_flag = *settings.said_by(Setting::Restricted) == SaidBy::Flag;
        named(by_command_line.filter(|_| by_flag)).map_or(Self::BuiltIn, Self::To)
    }

    /// Refuses a path outside the library.
    pub fn path(&self, path: &Path) -> Result<()> {
        let may_be_opened = match self {
            Self::Free => true,
            Self::To(library) => inside(path, library)?,
            Self::BuiltIn => false,
        };
        if !may_be_opened {
            bail!("{} is not in the library, and in restricted mode nothing else is opened", path.display());
        }
        Ok(())
    }

    /// Refuses a library whose briefings are links that lead out of it. Sources never may.
    pub fn library(&self, held: &Library) -> Result<()> {
        let Self::To(library) = self else { return Ok(()) };
        for path in held.entries().iter().filter_map(|entry| held.on_disk(entry)) {
            if !inside(&path, library)? {
                bail!("{} leads out of the library, and in restricted mode nothing else is opened", path.display());
            }
        }
        Ok(())
    }
}

/// The path stands in the library, behind all links.
fn inside(path: &Path, library: &Path) -> Result<bool> {
    let real = |path: &Path| -> Result<PathBuf> { fs::canonicalize(path).with_context(|| format!("cannot open {}", path.display())) };
    // A briefing that cannot be reached opens as its findings, with nothing of it.
    let Ok(path) = fs::canonicalize(path) else { return Ok(true) };
    Ok(path.starts_with(real(library)?))
}
