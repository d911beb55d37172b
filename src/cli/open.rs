//! What the arguments name: a library and a place in it.

use crate::library::{self, World};
use crate::page::Place;
use crate::tui::action::key_rows;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The environment variable that names the library.
pub const VARIABLE: &str = "BLUF_LIBRARY";

/// The library named on the command line, else by the environment, else the built-in one.
pub fn library(named: Option<&Path>) -> Result<World> {
    library_telling(named, |_, _| ())
}

/// The same; `progress` hears after each briefing how many are read, and of how many.
pub fn library_telling(named: Option<&Path>, progress: impl Fn(usize, usize) + Sync) -> Result<World> {
    let from_environment = || std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
    let mut world = match named.map(Path::to_owned).or_else(from_environment) {
        Some(path) => library::open_telling(&path, progress)?,
        None => World::embedded(),
    };
    world.keys = key_rows();
    Ok(world)
}

/// What a target names: a path if there is something on disk, else an address in the library.
pub fn target(target: Option<&str>, named: Option<&Path>) -> Result<(World, Option<Place>)> {
    let Some(target) = target else { return Ok((library(named)?, None)) };
    let path = Path::new(target);
    if path.exists() {
        return Ok((library(Some(path))?, None));
    }
    let looks_like_path = target.starts_with(['.', '/', '~']) || path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    if looks_like_path {
        anyhow::bail!("there is no file or folder {target}");
    }
    let place = target.parse::<Place>().context("there is no such file or folder, and as an address it is wrong")?;
    Ok((library(named)?, Some(place)))
}
