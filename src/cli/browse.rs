//! `bluf`: browse on a terminal; anywhere else print.

use super::configuration::{self, Configured};
use super::{first, linear, open, restricted, show, themes};
use crate::library::World;
use crate::page::{Address, beginning};
use crate::settings::Setting;
use crate::tui::key::in_ascii;
use crate::tui::model::{Message, Model};
use crate::tui::run::{Browser, run as run_program};
use crate::tui::theme::{Depth, Themes};
use anyhow::Result;
use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(target: Option<&str>, library: Option<&Path>, config: Option<&Path>, flags: &[(Setting, String)]) -> Result<ExitCode> {
    let Configured { settings, keymap, .. } = match configuration::configured(config, flags)? {
        Ok(configured) => configured,
        Err(exit) => return Ok(exit),
    };
    let (origin, address) = open::target(target, library)?;
    let restricted = settings.is_on(Setting::Restricted);
    if restricted {
        restricted::confine_target(&origin, library)?;
    }
    let (mut keys, mut actions) = keymap.both_rows();
    for row in keys.iter_mut().chain(&mut actions).filter(|_| settings.is_on(Setting::Ascii)) {
        row.keys = in_ascii(&row.keys);
    }
    let own = Arc::new(themes::read());
    let read = |themes: &Themes| -> Result<World> {
        let mut world = origin.open()?;
        if restricted {
            restricted::confine_world(&world, library)?;
        }
        (world.keys, world.actions) = (keys.clone(), actions.clone());
        world.themes = themes.rows();
        Ok(world)
    };
    let world = read(&own)?;
    let unsaid = *settings.origin(Setting::Linear) == crate::settings::Origin::Default;
    if settings.is_on(Setting::Linear) || unsaid && linear::is_plain_terminal() {
        return linear::run(world, address.map(|address| address.place));
    }
    if !stdout().is_terminal() {
        let address = address.unwrap_or_else(|| Address { place: beginning(&world), hash: None });
        return show::print(&world, &address);
    }
    if !stdin().is_terminal() {
        anyhow::bail!("the browser reads keys, and standard input is no terminal; `bluf show ADDRESS` prints a page");
    }
    if let Some(exit) = themes::check(&own, settings.word(Setting::Theme))? {
        return Ok(exit);
    }
    let stale = address.as_ref().and_then(|address| address.stale(&world));
    let before = first::taken();
    let place = address.map(|address| address.place);
    let mut model = Model::new(world, place)?.with_settings(settings).with_keymap(keymap).with_first_steps(&before);
    if let Some(why) = stale {
        model.update(&Message::Notice(why));
    }
    let mut browser = Browser::new(model, Arc::clone(&own), Depth::of_environment(), || read(&themes::read()));
    run_program(&mut browser)?;
    if !restricted {
        first::keep(&before, &browser.model.taken_steps());
    }
    Ok(ExitCode::SUCCESS)
}
