//! Restricted mode: what may be opened on a machine that others share.

use super::open::Origin;
use crate::library::Library;
use crate::settings::{Origin as Said, Setting, Settings};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// What may be opened.
pub struct Confined {
    /// The library of whoever set the mode; none where the mode is not set.
    library: Option<Origin>,
}

impl Confined {
    /// By what is set. Whoever set the mode on the command line has named the library there too; otherwise a library that
    /// stands there is a reader's, and the one of the environment holds.
    pub fn new(settings: &Settings, named: Option<&Path>) -> Self {
        let by_flag = *settings.origin(Setting::Restricted) == Said::Flag;
        let library = settings.is_on(Setting::Restricted).then(|| Origin::named(named.filter(|_| by_flag)));
        Self { library }
    }

    /// Refuses a path outside the library.
    pub fn target(&self, origin: &Origin) -> Result<()> {
        match (origin, &self.library) {
            (_, None) | (Origin::BuiltIn, _) => Ok(()),
            (Origin::Disk(path), Some(Origin::Disk(library))) if inside(path, library)? => Ok(()),
            (Origin::Disk(path), _) => bail!("{} is not in the library, and in restricted mode nothing else is opened", path.display()),
        }
    }

    /// Refuses a library whose briefings are links that lead out of it. Sources never may.
    pub fn library(&self, held: &Library) -> Result<()> {
        let Some(Origin::Disk(library)) = &self.library else { return Ok(()) };
        for path in held.entries().iter().filter_map(|entry| entry.on_disk.as_ref()) {
            if !inside(path, library)? {
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
