//! What the arguments name: a library and a place in it.

use crate::briefing::Date;
use crate::library::{self, Library};
use crate::page::{Address, World};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// The environment variable that names the library.
pub const VARIABLE: &str = "BLUF_LIBRARY";

/// The environment variable that sets today, in seconds since 1970 (reproducible-builds.org, `SOURCE_DATE_EPOCH`).
pub const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// Where a library is.
pub enum Origin {
    /// At a path: a folder, or one briefing.
    Disk(PathBuf),
    /// In the program.
    BuiltIn,
}

impl Origin {
    /// The library named on the command line, else by the environment, else the built-in one.
    pub fn named(named: Option<&Path>) -> Self {
        let from_environment = || std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
        named.map(Path::to_owned).or_else(from_environment).map_or(Self::BuiltIn, Self::Disk)
    }

    /// Where it is on disk; none where it is in the program.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Disk(path) => Some(path),
            Self::BuiltIn => None,
        }
    }

    /// Reads the library.
    pub fn open(&self) -> Result<World> {
        self.open_telling(|_, _| ())
    }

    /// The same; `progress` hears after each briefing how many are read, and of how many.
    pub fn open_telling(&self, progress: impl Fn(usize, usize) + Sync) -> Result<World> {
        let library = match self {
            Self::Disk(path) => library::open_telling(path, progress)?,
            Self::BuiltIn => Library::embedded(),
        };
        Ok(World { today: Some(today()), ..World::from(library) })
    }
}

/// Outputs are to be the same tomorrow: nothing is remembered.
pub fn is_reproducible() -> bool {
    std::env::var_os(EPOCH).is_some()
}

/// Today in UTC, or the day that the environment names for outputs that are to be the same tomorrow.
fn today() -> Date {
    let named = std::env::var(EPOCH).ok().and_then(|seconds| seconds.parse::<u64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::of_unix_time(named.unwrap_or_else(now))
}

/// What a target names: a path if there is something on disk, else an address in the library.
pub fn target(target: Option<&str>, named: Option<&Path>) -> Result<(Origin, Option<Address>)> {
    let Some(target) = target else { return Ok((Origin::named(named), None)) };
    let path = Path::new(target);
    if path.exists() {
        return Ok((Origin::Disk(path.to_owned()), None));
    }
    let looks_like_path = target.starts_with(['.', '/', '~']) || path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    if looks_like_path {
        anyhow::bail!("there is no file or folder {target}");
    }
    let address = target.parse::<Address>().context("there is no such file or folder, and as an address it is wrong")?;
    Ok((Origin::named(named), Some(address)))
}
