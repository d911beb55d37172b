//! The briefing whose file a command changes.

use super::Session;
use crate::acts::file::File;
use crate::library::HeldBriefing;
use crate::page::{Place, World};
use crate::settings::Setting;
use crate::text::{count, meant, neutral};
use anyhow::{Context, Result, bail};

impl Session {
    /// The library with the briefing that is named, or the only one.
    pub fn to_edit(&self, briefing: Option<&str>) -> Result<World> {
        if self.is_on(Setting::Restricted) {
            bail!("restricted mode changes no file");
        }
        self.open_for(briefing)
    }

    /// The same to be read.
    pub fn open_for(&self, briefing: Option<&str>) -> Result<World> {
        match briefing {
            Some(id) => self.open_at(None, &id.parse::<Place>().with_context(|| format!("`{}` is no briefing", neutral(id)))?),
            None => self.open(None),
        }
    }
}

/// The briefing that is named, or the only one, and its file as it is now.
pub fn edited<'a>(world: &'a World, briefing: Option<&str>) -> Result<(&'a HeldBriefing, File)> {
    let held = match briefing {
        Some(id) => briefing_of(world, id)?,
        None => match world.entries()[..] {
            [held] => held,
            ref all => bail!("the library has {}; say which of them", count(all.len(), "briefing")),
        },
    };
    let path =
        world.library.on_disk(held).with_context(|| format!("{} is built into the program: no file of it can be changed", held.id))?;
    Ok((held, File::read(&path)?))
}

/// The briefing of an id.
pub fn briefing_of<'a>(world: &'a World, id: &str) -> Result<&'a HeldBriefing> {
    world.entry(id).with_context(|| {
        // Of an address only its briefing is asked for.
        let place = id.parse::<Place>().ok();
        let named = place.as_ref().and_then(Place::briefing).unwrap_or(id);
        let near = match world.entry(named) {
            Some(held) => format!("did you mean `{}`?", held.id),
            None => meant(named, world.entries().iter().map(|held| held.id.as_str()), String::new),
        };
        format!("there is no briefing `{}`{}", neutral(id), if near.is_empty() { near } else { format!("; {near}") })
    })
}
