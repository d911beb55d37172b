//! Other settings and keys, from a configuration that was saved.

use super::{Effect, Model};
use crate::library::World;
use crate::settings::{Setting, Settings};
use crate::tui::keymap::Keymap;
use std::sync::Arc;

impl Model {
    /// Takes other settings and keys. What was restricted when the program began stays so.
    pub(super) fn configure(&mut self, settings: &Settings, keymap: &Keymap) -> Vec<Effect> {
        let restricted = self.settings.word(Setting::Restricted).to_owned();
        let settings = settings.clone().with(Setting::Restricted, &restricted);
        let mouse = settings.is_on(Setting::Mouse);
        let turned = mouse != self.settings.is_on(Setting::Mouse) && mouse != self.takes_mouse();
        let mut world = World::clone(&self.world);
        (world.keys, world.actions) = keymap.both_rows(settings.is_on(Setting::Ascii));
        self.world = Arc::new(world);
        (self.settings, self.keymap) = (settings, keymap.clone());
        self.pages.forget();
        self.forget_hits();
        let effects = if turned { self.turn_mouse() } else { Vec::new() };
        self.say("The configuration was read anew.");
        effects
    }
}
