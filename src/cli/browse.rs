//! `bluf`: browse on a terminal; anywhere else print.

use super::configuration::{self, Configured};
use super::restricted::Confined;
use super::{first_steps, linear, notes, open, show, themes};
use crate::library::live::{Allow, Live};
use crate::own::Notes;
use crate::own::state::{Lost, StateFile};
use crate::page::{Guide, beginning};
use crate::settings::{Origin as Said, Setting};
use crate::text::failure::without_number;
use crate::tui::model::{Message, Model};
use crate::tui::run::{Browser, run as run_program};
use crate::tui::theme::Depth;
use anyhow::Result;
use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, absolute};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::SystemTime;

pub fn run(target: Option<&str>, library: Option<&Path>, config: Option<&Path>, flags: &[(Setting, String)]) -> Result<ExitCode> {
    let Configured { settings, keymap, .. } = match configuration::configured(config, flags)? {
        Ok(configured) => configured,
        Err(exit) => return Ok(exit),
    };
    let (origin, address) = open::target(target, library)?;
    let restricted = settings.is_on(Setting::Restricted);
    let confined = Confined::new(&settings, library);
    confined.target(&origin)?;
    let own = Arc::new(themes::read());
    let before = SystemTime::now();
    let mut world = origin.open()?;
    confined.library(&world.library)?;
    world.guide = Arc::new(Guide::new(&keymap, settings.is_on(Setting::Ascii), own.rows()));
    let shelf = notes::shelf(&origin, &world, &settings);
    let unsaid = *settings.origin(Setting::Linear) == Said::Default;
    if settings.is_on(Setting::Linear) || unsaid && linear::is_plain_terminal() {
        world.notes = Arc::new(shelf.map(Notes::read).unwrap_or_default());
        return linear::run(world, address, &settings);
    }
    if !stdout().is_terminal() {
        let address = address.unwrap_or_else(|| beginning(&world).into());
        return show::print(&world, &address);
    }
    // They are read behind the first frame.
    world.notes = Arc::new(Notes::at(shelf));
    if !stdin().is_terminal() {
        anyhow::bail!("the browser reads keys, and standard input is no terminal; `bluf show ADDRESS` prints a page");
    }
    if let Some(exit) = themes::check(&own, settings.word(Setting::Theme))? {
        return Ok(exit);
    }
    let outdated = address.as_ref().and_then(|address| address.stale(&world));
    let place = address.map(|address| address.place);
    let asked = *settings.origin(Setting::Theme) == Said::Flag;
    let taken = first_steps::taken();
    let allow: Allow = Box::new(move |library| confined.library(library));
    let live = Arc::new(Live::new(origin.path(), world.library.clone(), before, allow));
    let remembers = !open::is_reproducible() && !restricted;
    let is_named = place.is_some();
    let mut model = Model::new(world, place)?.with_settings(settings).with_keymap(keymap).with_first_steps(&taken);
    let state = remembers.then(|| StateFile::of(origin.path())).flatten();
    let resumed = state.as_ref().and_then(|state| resume(&mut model, state, !is_named));
    let notices: Vec<String> = outdated.into_iter().chain(resumed).collect();
    if !notices.is_empty() {
        model.update(&Message::Notice(notices.join(" ")));
    }
    let mut browser = Browser::new(model, own, Depth::of_environment(asked), live);
    (browser.state, browser.other_files) = (state, themes::files());
    let (configuration, named, flags) =
        (configuration::path(config).and_then(|(path, _)| absolute(path).ok()), config.map(Path::to_owned), flags.to_vec());
    browser.other_files.extend(configuration.clone());
    browser.on_saved = Box::new(move |path| match configuration.as_deref() {
        Some(configuration) if configuration == path => vec![configuration::again(named.as_deref(), &flags, restricted)],
        _ => vec![Message::Themes(Arc::new(themes::read()))],
    });
    browser.read_themes = Some(Box::new(themes::read));
    run_program(&mut browser)?;
    if !restricted {
        first_steps::keep(&taken, &browser.model.taken_steps());
    }
    Ok(ExitCode::SUCCESS)
}

/// Takes up what was kept when this library was left; an address that was named wins over the place. What there is to say.
fn resume(model: &mut Model, state: &StateFile, there: bool) -> Option<String> {
    match state.read() {
        Ok(state) => model.resume(&state.unwrap_or_default(), there),
        Err(Lost::Newer) => Some("The last place was kept by a later bluf, and is left as it is.".to_owned()),
        Err(Lost::Unreadable(why)) => Some(format!("The last place could not be read: {}.", without_number(&why))),
    }
}
