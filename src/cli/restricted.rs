//! Restricted mode: what may be opened on a machine that others share.

use super::open::Origin;
use crate::library::World;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Refuses a path outside the library that whoever set the mode has named: the built-in library where none is.
pub fn confine_target(origin: &Origin, named: Option<&Path>) -> Result<()> {
    match (origin, Origin::named(named)) {
        (Origin::BuiltIn, _) => Ok(()),
        (Origin::Disk(path), Origin::Disk(library)) if inside(path, &library)? => Ok(()),
        (Origin::Disk(path), _) => bail!("{} is not in the library, and in restricted mode nothing else is opened", path.display()),
    }
}

/// Refuses a library whose briefings are links that lead out of it. Sources never may.
pub fn confine_world(world: &World, named: Option<&Path>) -> Result<()> {
    let Origin::Disk(library) = Origin::named(named) else { return Ok(()) };
    for path in world.entries().iter().filter_map(|entry| entry.on_disk.as_ref()) {
        if !inside(path, &library)? {
            bail!("{} leads out of the library, and in restricted mode nothing else is opened", path.display());
        }
    }
    Ok(())
}

/// The path stands in the library, behind all links.
fn inside(path: &Path, library: &Path) -> Result<bool> {
    let real = |path: &Path| -> Result<PathBuf> { fs::canonicalize(path).with_context(|| format!("cannot open {}", path.display())) };
    // A briefing that cannot be reached opens as its findings, with nothing of it.
    let Ok(path) = fs::canonicalize(path) else { return Ok(true) };
    Ok(path.starts_with(real(library)?))
}
