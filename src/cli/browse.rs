//! `bluf`: browse on a terminal; anywhere else print.

use super::catalogue::fresh;
use super::flags::Said;
use super::session::{Session, target};
use super::talk::{Talk, after, first_slide, print};
use super::today::today;
use super::{configuration, linear, output, show, themes};
use crate::catalogue::{self, Cancel};
use crate::library::live::Live;
use crate::page::{Address, Place, World, beginning};
use crate::personal::last_place::{Lost, StateFile};
use crate::personal::read::file::{path_of, read};
use crate::personal::{Notes, ReadBefore, Saved, first_steps};
use crate::settings::{SaidBy, Setting};
use crate::text::neutral;
use crate::text::os_error::without_number;
use crate::tui::model::{Message, Model};
use crate::tui::run::{Browser, CatalogueKeeper, run as run_program};
use crate::tui::theme::{Background, Depth, Themes};
use anyhow::Result;
use std::io::{IsTerminal, stdin, stdout};
use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

/// With a talk, a briefing is presented.
pub fn run(named: Option<&str>, said: Said, talk: Option<&Talk>) -> Result<ExitCode> {
    let session = Session::new(said)?;
    let (path, address) = target(named)?;
    let files = themes::files();
    let themes = Arc::new(themes::of(&files));
    let (mut world, without) = session.open_to_browse(path)?;
    let unsaid = *session.settings.said_by(Setting::Linear) == SaidBy::Default;
    let plain = unsaid && stdout().is_terminal() && output::is_dumb();
    let is_linear = plain || session.is_on(Setting::Linear);
    if is_linear || !stdout().is_terminal() {
        world = up_to_date(world, &session, path)?;
    }
    world.guide = session.guide(&themes);
    let address = if talk.is_some() { Some(first_slide(&world, address)?) } else { address };
    let shelf = session.shelf(&world.library);
    let searches = session.searches(&world.library);
    let read_file = session.remembers().then(|| path_of(&world.library.store().place())).flatten();
    if plain {
        output::plain_text();
    }
    if is_linear {
        world.notes = Arc::new(shelf.map(Notes::read).unwrap_or_default());
        if let Some(words) = without {
            eprintln!("bluf: {words}");
        }
        world.saved = session.saved(&world.library);
        output::problem_of(world.saved.problem.as_deref());
        let (before, problem) = read_file.map(|file| read(&file)).unwrap_or_default();
        output::problem_of(problem.as_deref());
        world.read = Arc::new(before);
        return linear::run(world, address, &session.settings, talk);
    }
    // An address of one leads nowhere before they are known.
    if matches!(&address, Some(Address { place: Place::Saved(_), .. })) {
        world.saved = session.saved(&world.library);
        output::problem_of(world.saved.problem.as_deref());
    }
    if !stdout().is_terminal() {
        let address = address.unwrap_or_else(|| beginning(&world).into());
        return if talk.is_some() { print(&world, &address) } else { show::print(&world, &address) };
    }
    // They are read behind the first frame.
    world.notes = Arc::new(Notes::at(shelf));
    world.read = Arc::new(ReadBefore::at(read_file));
    if world.saved.places.is_none() {
        world.saved = Arc::new(Saved::at(searches));
    }
    if !stdin().is_terminal() {
        anyhow::bail!("the browser reads keys, and standard input is no terminal; `bluf show ADDRESS` prints a page");
    }
    themes::check(&themes, session.settings.word(Setting::Theme))?;
    on_terminal(session, world, without, address, themes, files, talk)?;
    Ok(ExitCode::SUCCESS)
}

/// On a screen the list of a large library grows; what is printed is told once it is whole.
fn up_to_date(world: World, session: &Session, path: Option<&Path>) -> Result<World> {
    let Some(catalogue) = world.listed().cloned() else { return Ok(world) };
    match fresh(catalogue, &**world.library.store(), catalogue::Depth::Read) {
        Ok(_) => Ok(World { reading: None, ..world }),
        Err(why) => {
            eprintln!("bluf: {}; all of it is read", neutral(&why.to_string()));
            session.open(path)
        }
    }
}

fn on_terminal(
    session: Session,
    world: World,
    without: Option<String>,
    address: Option<Address>,
    themes: Arc<Themes>,
    files: Vec<PathBuf>,
    talk: Option<&Talk>,
) -> Result<()> {
    let remembers = session.remembers();
    let forms = session.prepared_forms(&**world.library.store());
    let Session { said, settings, keymap, confined } = session;
    let restricted = settings.is_on(Setting::Restricted);
    let depth = Depth::of_environment(*settings.said_by(Setting::Theme) == SaidBy::Flag);
    let shelf = world.notes.shelf.clone();
    let outdated = address.as_ref().and_then(|address| address.stale(&world));
    let place = address.map(|address| address.place);
    let is_named = place.is_some();
    let state = remembers.then(|| StateFile::of(&world.library.store().place())).flatten();
    let live = Live::new(world.library.clone(), Box::new(move |library| confined.library(library)));
    let (live, keeper) = kept_up(live, &world);
    let taken = first_steps::taken();
    let mut model = Model::new(world, place)?.with_settings(settings).with_keymap(keymap).with_first_steps(&taken);
    let resumed = state.as_ref().and_then(|state| resume(&mut model, state, !is_named));
    let notices: Vec<String> = without.into_iter().chain(outdated).chain(resumed).collect();
    if !notices.is_empty() {
        model.update(&Message::Trouble(notices.join(" ")));
    }
    model.update(&Message::Background(Background::of_environment()));
    let mut browser = Browser::new(model, themes, depth, Arc::new(live));
    browser.catalogue = keeper;
    browser.forms = forms.filter(|_| !browser.model.world().library.is_large());
    if let Some(talk) = talk {
        talk.plan(&mut browser.model);
        browser.socket.clone_from(&talk.socket);
    }
    (browser.state, browser.other_files) = (state, files);
    let configuration = configuration::path(&said).and_then(|(path, _)| absolute(path).ok());
    browser.other_files.extend(configuration.clone());
    browser.on_saved = Box::new(move |path| match configuration.as_deref() {
        Some(configuration) if configuration == path => vec![configuration::again(&said, restricted)],
        _ => vec![Message::Themes(Arc::new(themes::read()))],
    });
    browser.read_themes = Some(Box::new(themes::read));
    run_program(&mut browser)?;
    for trouble in browser.model.troubles() {
        eprintln!("bluf: {}", neutral(trouble));
    }
    after(&browser.model, browser.talk.as_ref(), talk, shelf.as_ref())?;
    if !restricted {
        first_steps::keep(&taken, &browser.model.taken_steps());
    }
    Ok(())
}

/// With the catalogue of a large library goes who keeps it up to date.
fn kept_up(live: Live, world: &World) -> (Live, Option<CatalogueKeeper>) {
    let Some(catalogue) = world.catalogue.clone() else { return (live, None) };
    let (sender, changed) = channel();
    let store = Arc::clone(world.library.store());
    let checking = Cancel::default();
    let keeper =
        CatalogueKeeper { catalogue, store, today: today(), is_whole: world.reading.is_none(), changed, checking: checking.clone() };
    // Where nobody keeps it up any more there is nothing to tell.
    let tell = move || {
        let _ = sender.send(());
        checking.cancel();
    };
    (live.telling(tell), Some(keeper))
}

/// Takes up what was kept when this library was left; an address that was named wins over the place. What there is to say.
fn resume(model: &mut Model, state: &StateFile, there: bool) -> Option<String> {
    match state.read() {
        Ok(state) => model.resume(&state.unwrap_or_default(), there),
        Err(Lost::Newer) => Some("The last place was kept by a later bluf, and is left as it is.".to_owned()),
        Err(Lost::Unreadable(why)) => Some(format!("The last place could not be read: {}.", without_number(&why))),
    }
}
