//! `bluf`: browse on a terminal; anywhere else print.

use super::configuration::{self, Configured};
use super::{first, open, restricted, show};
use crate::page::{Address, beginning};
use crate::settings::Setting;
use crate::tui::model::{Message, Model};
use crate::tui::run::{Browser, run as run_program};
use crate::tui::theme::{Theme, ThemeName};
use anyhow::Result;
use std::io::{IsTerminal, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

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
    let (keys, actions) = keymap.both_rows();
    let read = || {
        let mut world = origin.open()?;
        if restricted {
            restricted::confine_world(&world, library)?;
        }
        (world.keys, world.actions) = (keys.clone(), actions.clone());
        Ok(world)
    };
    let world = read()?;
    if !stdout().is_terminal() {
        let address = address.unwrap_or_else(|| Address { place: beginning(&world), hash: None });
        return show::print(&world, &address);
    }
    if !stdin().is_terminal() {
        anyhow::bail!("the browser reads keys, and standard input is no terminal; `bluf show ADDRESS` prints a page");
    }
    let colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let theme = ThemeName::named(settings.word(Setting::Theme))?;
    let stale = address.as_ref().and_then(|address| address.stale(&world));
    let before = first::taken();
    let place = address.map(|address| address.place);
    let mut model = Model::new(world, place)?.with_settings(settings).with_keymap(keymap).with_first_steps(&before);
    if let Some(why) = stale {
        model.update(&Message::Notice(why));
    }
    let mut browser = Browser { model, theme: Theme::new(theme, colour), reread: read };
    run_program(&mut browser)?;
    if !restricted {
        first::keep(&before, &browser.model.taken_steps());
    }
    Ok(ExitCode::SUCCESS)
}
