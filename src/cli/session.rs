//! What every command begins with: what is set, and the one way to a library.

mod confined;
mod edited;
mod shelf;

use super::catalogue::{LARGE, fresh};
use super::configuration::{self, Configured};
use super::flags::{self, Said};
use super::today::{is_reproducible, today};
use crate::catalogue::refresh::{is_whole, unusable};
use crate::catalogue::unavailable::DAMAGED;
use crate::catalogue::{Catalogue, Depth};
use crate::export::handed_on;
use crate::keys::keymap::Keymap;
use crate::library::Library;
use crate::library::prepared::PreparedForms;
use crate::library::store::folder::here;
use crate::library::store::{Embedded, Folder, Store, embedded};
use crate::page::{Address, Guide, Place, Reading, World};
use crate::personal::notes::Shelf;
use crate::personal::saved_searches::{Places, Saved};
use crate::settings::{Setting, Settings};
use crate::text::capitalised;
use crate::tui::theme::Themes;
use anyhow::{Context, Result};
pub use confined::Confined;
pub use edited::{briefing_of, edited};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub const VARIABLE: &str = "BLUF_LIBRARY";

pub struct Session {
    pub said: Said,
    pub settings: Settings,
    pub keymap: Keymap,
    pub confined: Confined,
}

impl Session {
    pub fn new(said: Said) -> Result<Self> {
        let Configured { settings, keymap, .. } = configuration::configured(&said)?;
        let confined = Confined::new(&settings, said.library.as_deref());
        Ok(Self { said, settings, keymap, confined })
    }

    pub fn is_on(&self, setting: Setting) -> bool {
        self.settings.is_on(setting)
    }

    /// Opens the library at a path, else the one that is meant where none is named.
    pub fn open(&self, path: Option<&Path>) -> Result<World> {
        Ok(self.read_at(self.on_disk(path), |_, _| ())?.into())
    }

    /// The same for a place in it: of a large library that has a catalogue, no more is read than its briefing.
    pub fn open_at(&self, path: Option<&Path>, place: &Place) -> Result<World> {
        let folder = self.on_disk(path).filter(|path| path.is_dir() && !self.is_on(Setting::Restricted));
        if let Some(folder) = folder {
            let store: Arc<dyn Store> = Arc::new(Folder::new(&folder));
            // Where it cannot be brought up to date all is read.
            let catalogue = kept(&*store).and_then(|catalogue| fresh(catalogue, &*store, Depth::Read).ok());
            if let Some(catalogue) = catalogue {
                let is_in = |id| catalogue.row_of(id).is_ok_and(|row| row.is_some());
                if place.is_searched() || place.briefing().is_some_and(is_in) {
                    return Ok(listed(store, catalogue));
                }
            }
        }
        self.open(path)
    }

    /// The same for who browses it: a large one is not read, but listed by its catalogue. In restricted mode every file is
    /// looked at before anything is shown, so there it is read. Where there can be no catalogue all of it is read too, and that
    /// is said.
    pub fn open_to_browse(&self, path: Option<&Path>) -> Result<(World, Option<String>)> {
        let path = self.on_disk(path);
        let Some(folder) = path.as_ref().filter(|path| path.is_dir() && !self.is_on(Setting::Restricted)) else {
            return Ok((self.read_at(path, |_, _| ())?.into(), None));
        };
        let store: Arc<dyn Store> = Arc::new(Folder::new(folder));
        let kept = Catalogue::kept(&*store);
        let notice = kept.as_ref().filter(|kept| kept.is_instead()).map(|_| format!("{}.", capitalised(DAMAGED)));
        let usable = |catalogue: Catalogue| unusable(&catalogue, &*store, &today()).map_or(Ok(catalogue), Err);
        let kept = kept.filter(|kept| kept.count() >= LARGE).map(usable);
        if let Some(Ok(catalogue)) = kept {
            return Ok((listed_as_far_as_read(store, catalogue), notice));
        }
        let files = store.list()?;
        let made = kept.or_else(|| (files.len() >= LARGE).then(|| Catalogue::open(&*store).and_then(usable)));
        let without = match made {
            Some(Ok(catalogue)) => return Ok((listed_as_far_as_read(store, catalogue), notice)),
            Some(Err(why)) => Some(format!("Each start reads all of it: {why}.")),
            None => None,
        };
        let forms = self.prepared_forms(&*store);
        Ok((Library::of(store, &files, forms.as_ref(), |_, _| ()).on(Some(&today())).into(), without))
    }

    /// Where the library lies that is meant. `None`: in the program. Who stands where the program was built from reads the
    /// same words from the program itself, sooner.
    fn on_disk(&self, path: Option<&Path>) -> Option<PathBuf> {
        let is_named = path.is_some() || named(self.said.library.as_deref()).is_some();
        if !is_named && embedded::is_copied_in(Path::new(".")) {
            return None;
        }
        path.map(Path::to_owned).or_else(|| self.meant())
    }

    /// The library alone; `progress` hears after each briefing how many are read, and of how many.
    pub fn read(&self, path: Option<&Path>, progress: impl Fn(usize, usize) + Sync) -> Result<Library> {
        self.read_at(path.map(Path::to_owned).or_else(|| self.meant()), progress)
    }

    /// The library that lies there, or the one in the program.
    fn read_at(&self, path: Option<PathBuf>, progress: impl Fn(usize, usize) + Sync) -> Result<Library> {
        let Some(path) = path else { return Ok(Library::embedded().on(Some(&today()))) };
        self.confined.path(&path)?;
        let library = Library::open(Arc::new(Folder::new(&path)), progress)?;
        self.confined.library(&library)?;
        Ok(library.on(Some(&today())))
    }

    /// The library that every command is about where none is named to it: the one that is named for all, else the one that
    /// we stand in. `None`: the built-in one. In restricted mode nobody gets at another by standing elsewhere.
    pub fn meant(&self) -> Option<PathBuf> {
        named(self.said.library.as_deref()).or_else(|| here().filter(|_| !self.is_on(Setting::Restricted)))
    }

    pub fn guide(&self, themes: &Themes) -> Arc<Guide> {
        let guide = Guide::new(&self.keymap, self.is_on(Setting::Ascii), themes.rows());
        Arc::new(Guide { formats: handed_on(), ..guide })
    }

    /// Something of where a person was and what they read may be kept.
    pub fn remembers(&self) -> bool {
        !is_reproducible() && !self.is_on(Setting::Restricted)
    }

    /// What was read of a library on disk before; the same.
    pub fn prepared_forms(&self, store: &dyn Store) -> Option<PreparedForms> {
        store.root().filter(|_| self.remembers()).and_then(|_| PreparedForms::of(&store.place()))
    }

    /// Where the saved searches of a library are kept; the same.
    pub fn searches(&self, library: &Library) -> Option<Places> {
        self.searches_at(&library.store().place())
    }

    /// The saved searches of a library, read now.
    pub fn saved(&self, library: &Library) -> Arc<Saved> {
        Arc::new(self.searches(library).map(Saved::read).unwrap_or_default())
    }

    /// The same of the library that is meant, which is not read for it.
    pub fn searches_of_meant(&self) -> Option<Places> {
        self.searches_at(&self.meant().map_or_else(|| Embedded.place(), |path| Folder::new(&path).place()))
    }

    fn searches_at(&self, place: &str) -> Option<Places> {
        if self.is_on(Setting::Restricted) { None } else { Places::of(place) }
    }

    /// `None` in restricted mode, and without a home folder.
    pub fn shelf(&self, library: &Library) -> Option<Shelf> {
        if self.is_on(Setting::Restricted) { None } else { shelf::of(library, self.settings.word(Setting::Notes)) }
    }
}

/// The catalogue of a large library, if it has one.
fn kept(store: &dyn Store) -> Option<Catalogue> {
    Catalogue::kept(store).filter(|catalogue| catalogue.count() >= LARGE)
}

/// A large library, which is read as it is opened.
fn listed(store: Arc<dyn Store>, catalogue: Catalogue) -> World {
    let library = Library::large(store, Arc::new(catalogue.clone())).on(Some(&today()));
    World { catalogue: Some(catalogue), ..library.into() }
}

/// The same where nobody has looked at its files yet.
fn listed_as_far_as_read(store: Arc<dyn Store>, catalogue: Catalogue) -> World {
    let reading = (!is_whole(&catalogue)).then(Reading::default);
    World { reading, ..listed(store, catalogue) }
}

/// The library that the command line names for every command, else the environment.
fn named(by_command_line: Option<&Path>) -> Option<PathBuf> {
    by_command_line.map(Path::to_owned).or_else(|| flags::path_in(VARIABLE))
}

/// What a word names: a path, if there is something on disk, else an address in the library.
pub fn target(word: Option<&str>) -> Result<(Option<&Path>, Option<Address>)> {
    let Some(word) = word else { return Ok((None, None)) };
    let path = Path::new(word);
    if path.exists() {
        return Ok((Some(path), None));
    }
    let looks_like_path = word.starts_with(['.', '/', '~']) || path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    if looks_like_path {
        anyhow::bail!("there is no file or folder {word}");
    }
    let address = word.parse::<Address>().context("there is no such file or folder, and as an address it is wrong")?;
    Ok((None, Some(address)))
}
