//! Other settings and keys, from a configuration that was saved.

use super::{Effect, Model};
use crate::keys::keymap::Keymap;
use crate::page::{Guide, World};
use crate::settings::{Setting, Settings};
use std::sync::Arc;

/// What was begun with the program, and holds until it is begun again.
const LATER: [(Setting, &str); 3] = [(Setting::Notes, "notes"), (Setting::Reload, "reload"), (Setting::Linear, "linear")];

impl Model {
    /// Takes other settings and keys. What was restricted when the program began stays so.
    pub(super) fn configure(&mut self, settings: &Settings, keymap: &Keymap) -> Vec<Effect> {
        let restricted = self.settings.word(Setting::Restricted).to_owned();
        let settings = settings.clone().with(Setting::Restricted, &restricted);
        let mouse = settings.is_on(Setting::Mouse);
        let turned = mouse != self.settings.is_on(Setting::Mouse) && mouse != self.takes_mouse();
        let later: Vec<&str> = LATER
            .into_iter()
            .filter(|(setting, _)| settings.word(*setting) != self.settings.word(*setting))
            .map(|(_, name)| name)
            .collect();
        let (keys, actions) = keymap.both_rows(settings.is_on(Setting::Ascii));
        let guide = Guide { keys, actions, ..Guide::clone(&self.world.guide) };
        self.world = Arc::new(World { guide: Arc::new(guide), ..World::clone(&self.world) });
        (self.settings, self.keymap) = (settings, keymap.clone());
        self.pages.forget();
        let effects = if turned { self.turn_mouse() } else { Vec::new() };
        let later = if later.is_empty() { String::new() } else { format!(" From the next start on: {}.", later.join(", ")) };
        self.say(&format!("The configuration was read anew.{later}"));
        effects
    }
}
