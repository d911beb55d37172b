//! `bluf`: browse on a terminal; anywhere else print.

use super::configuration::{self, Configured};
use super::{linear, open, restricted, show};
use crate::page::beginning;
use crate::settings::Setting;
use crate::tui::model::Model;
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
    let (origin, place) = open::target(target, library)?;
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
    if settings.is_on(Setting::Linear) || linear::is_plain_terminal() {
        return linear::run(world, place);
    }
    if !stdout().is_terminal() {
        let place = place.unwrap_or_else(|| beginning(&world));
        return show::print(&world, &place);
    }
    if !stdin().is_terminal() {
        anyhow::bail!("the browser reads keys, and standard input is no terminal; `bluf show ADDRESS` prints a page");
    }
    let colour = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let theme = ThemeName::named(settings.word(Setting::Theme))?;
    let model = Model::new(world, place)?.with_settings(settings).with_keymap(keymap);
    run_program(&mut Browser { model, theme: Theme::new(theme, colour), reread: read })?;
    Ok(ExitCode::SUCCESS)
}
