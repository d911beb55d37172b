//! Choosing a theme: the one under the cursor is worn at once, and Enter keeps it.

use super::{Effect, Model};
use crate::page::{Guide, Place, World};
use crate::settings::Setting;
use crate::tui::theme::{AUTO, Background, ThemeName, Themes};
use std::sync::Arc;

/// What the look of the program is chosen by, besides the settings.
#[derive(Debug, Default)]
pub struct Appearance {
    theme: Option<String>,
    pub background: Option<Background>,
}

impl Model {
    /// The name of the theme to draw with. Where themes are listed it is that under the cursor, so leaving the list is
    /// enough to have the former one back.
    pub fn theme(&self) -> &str {
        match &self.trail.here().place {
            Place::Theme(name) => name,
            Place::Themes => match self.target() {
                Some(Place::Theme(name)) => name,
                _ => self.kept_theme(),
            },
            _ => self.kept_theme(),
        }
    }

    pub fn background(&self) -> Option<Background> {
        self.appearance.background
    }

    /// The theme follows the background: nobody has asked for this one.
    pub fn chooses_theme(&self) -> bool {
        self.chosen_theme() == AUTO && self.theme() == self.kept_theme()
    }

    fn chosen_theme(&self) -> &str {
        self.appearance.theme.as_deref().unwrap_or_else(|| self.settings.word(Setting::Theme))
    }

    pub(super) fn kept_theme(&self) -> &str {
        match (self.chosen_theme(), self.appearance.background) {
            (AUTO, Some(Background::Dark)) => ThemeName::Dark.row().name,
            (AUTO, Some(Background::Light)) => ThemeName::Light.row().name,
            (AUTO, None) => ThemeName::Terminal.row().name,
            (name, _) => name,
        }
    }

    /// To the list of themes, with those whose files are new.
    pub(super) fn go_to_themes(&mut self) -> Vec<Effect> {
        if self.trail.here().place == Place::Themes {
            return Vec::new();
        }
        self.trail.open(Place::Themes);
        vec![Effect::ReadThemes]
    }

    pub(super) fn list_themes(&mut self, themes: &Themes) {
        let rows = themes.rows();
        if rows != self.world.guide.themes {
            let guide = Guide { themes: rows, ..Guide::clone(&self.world.guide) };
            self.world = Arc::new(World { guide: Arc::new(guide), ..World::clone(&self.world) });
            self.pages.forget();
        }
        if let Some(complaint) = themes.complaint() {
            self.say(&complaint);
        }
    }

    /// The stop of the theme that is worn, where the themes are listed: the list opens there, and so changes nothing.
    pub(super) fn worn_stop(&self) -> Option<usize> {
        let listed = (self.trail.here().place == Place::Themes).then(|| self.world.guide.themes.iter())?;
        listed.enumerate().find(|(_, row)| row.name == self.kept_theme()).map(|(at, _)| at)
    }

    pub(super) fn keep_theme(&mut self, name: &str) {
        let wrong = self.world.guide.themes.iter().find(|row| row.name == name).and_then(|row| row.wrong.clone());
        if let Some(wrong) = wrong {
            self.say(&format!("{name}.yaml has {wrong}; `bluf --theme {name}` shows them."));
            return;
        }
        self.appearance.theme = Some(name.to_owned());
        self.say(&format!("Kept. For good: theme: {name} in config.yaml."));
    }
}
