//! Handing on what the cursor is on: the list of formats, and the file.

use super::{Effect, Model};
use crate::briefing::Level;
use crate::export::file;
use crate::library::Library;
use crate::page::about_program::Size;
use crate::page::of::formats::file_name;
use crate::page::{Found, Guide, Place, World, locate_in};
use crate::settings::Settings;
use crate::text::count;
use std::sync::{Arc, Mutex, PoisonError};

/// What files would hold, as it is found out on another thread.
#[derive(Debug, Clone)]
pub struct Sizes {
    known: Arc<Mutex<Vec<Size>>>,
    settings: Settings,
}

/// Whose sizes are being found out: the place that formats are listed for, in which library.
#[derive(Debug, Clone)]
pub struct Measuring {
    of: Place,
    library: Library,
    sizes: Sizes,
}

impl Sizes {
    /// Writes places in every format, and forgets what was written but for its size. `tell` hears after each. It ends when
    /// nobody waits for more: whoever began it holds the other copy as long as the list is looked at.
    pub fn measure(&self, world: &World, places: &[Place], tell: &(dyn Fn() + Sync)) {
        for (place, row) in places.iter().flat_map(|place| world.guide.formats.iter().map(move |row| (place, row))) {
            if Arc::strong_count(&self.known) == 1 {
                return;
            }
            let size = file(world, place, row.name, &self.settings).map(|bytes| bytes.len()).map_err(|why| why.to_string());
            let size = Size { of: place.clone(), format: row.name, bytes: size };
            self.known.lock().unwrap_or_else(PoisonError::into_inner).push(size);
            tell();
        }
    }
}

impl Model {
    /// What the cursor is on, else the page.
    pub(super) fn handed(&self) -> Option<Place> {
        let here = &self.trail.here().place;
        let asked = self.target().filter(|place| matches!(place, Place::In { .. })).unwrap_or(here);
        let (held, found) = locate_in(&self.world, asked)?;
        Some(found.place(held))
    }

    /// To the list of formats.
    pub(super) fn list_formats(&mut self) -> Vec<Effect> {
        // Keys may have led on since the last frame.
        self.arrange();
        let Some(asked) = self.handed() else {
            self.say("Only what is in a briefing is handed on.");
            return Vec::new();
        };
        self.trail.open(Place::Formats(Box::new(asked)));
        Vec::new()
    }

    /// Sizes are found out for the place whose formats are listed, and once more when the library has changed.
    pub(super) fn keep_measuring(&mut self) -> Vec<Effect> {
        let (Place::Formats(of) | Place::Export(_, of)) = &self.trail.here().place else {
            self.measuring = None;
            return Vec::new();
        };
        let is_asked = |asked: &Measuring| asked.of == **of && asked.library.is_same(&self.world.library);
        if self.measuring.as_ref().is_some_and(is_asked) {
            return Vec::new();
        }
        let Some((held, _)) = locate_in(&self.world, of) else { return Vec::new() };
        let (of, cover) = (Place::clone(of), Found::Cover.place(held));
        let places = if of == cover { vec![cover] } else { vec![of.clone(), cover] };
        let sizes = Sizes { known: Arc::default(), settings: self.settings.clone() };
        self.measuring = Some(Measuring { of, library: self.world.library.clone(), sizes });
        self.hear_sizes();
        vec![Effect::Measure(places)]
    }

    /// None where nobody looks at a list of formats any more.
    pub fn sizes(&self) -> Option<Sizes> {
        self.measuring.as_ref().map(|measuring| measuring.sizes.clone())
    }

    /// Takes over what is known of sizes by now.
    pub(super) fn hear_sizes(&mut self) {
        let Some(measuring) = &self.measuring else { return };
        let sizes = measuring.sizes.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let guide = Guide { sizes, ..Guide::clone(&self.world.guide) };
        self.world = Arc::new(World { guide: Arc::new(guide), ..World::clone(&self.world) });
        self.pages.forget_formats();
    }

    /// Writes a place in a format. A briefing with errors is handed on by the command line alone, which is told that it is
    /// meant.
    pub(super) fn hand_on(&mut self, format: &str, of: &Place) -> Vec<Effect> {
        let Some((held, _)) = locate_in(&self.world, of) else { return Vec::new() };
        let errors = held.count(Level::Error);
        if errors > 0 {
            self.say(&format!("Not written: the check finds {}. `bluf export … --anyway` writes it with them.", count(errors, "error")));
            return Vec::new();
        }
        let Some(row) = self.world.guide.formats.iter().find(|row| row.name == format) else { return Vec::new() };
        let name = file_name(of, row.ending);
        match file(&self.world, of, format, &self.settings) {
            Ok(bytes) => vec![Effect::WriteFile { name, bytes }],
            Err(why) => {
                self.say(&format!("Not written: {why}."));
                Vec::new()
            }
        }
    }
}
