//! The loop, and all input and output of the browser.
//!
//! One thread owns the model and the screen, and waits for keys and signals at once; nothing ticks. Everything that
//! waits is taken before a frame is drawn, and a frame is one write. While an editor has the terminal, nothing here reads
//! it.

mod background;
mod browser;
mod clipboard;
mod edit;
mod effects;
mod input;
mod keyboard;
mod notes;
mod screen;
mod sgr;
mod suspend;

use super::model::{Effect, Message, Model};
use super::theme::{AUTO, Background, Depth, Look, Theme, ThemeName, Themes};
use super::view::{WebLink, draw, web_links, zone_at};
use crate::library::Library;
use crate::library::live::Live;
use crate::library::watch::{News, watch};
use crate::own::state::StateFile;
use crate::settings::Setting;
use crate::text::failure::without_number;
use anyhow::{Context, Result};
use background::Heard;
use effects::{End, perform};
use input::{Event, Input};
use ratatui::buffer::Buffer;
use screen::Screen;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use suspend::suspend;

/// A program that the loop can run. The browser is one; tests run others.
pub trait Program {
    /// Takes a message.
    fn update(&mut self, message: &Message) -> Vec<Effect>;
    /// Brings what is to be drawn up to date.
    fn arrange(&mut self);
    /// Draws on a buffer of the screen's size.
    fn draw(&self, buffer: &mut Buffer);
    /// The web addresses on what is drawn.
    fn web_links(&self) -> Vec<WebLink> {
        Vec::new()
    }
    /// The terminal is asked for the mouse from the first frame on.
    fn takes_mouse(&self) -> bool {
        false
    }
    /// No other program may be started.
    fn is_restricted(&self) -> bool {
        false
    }
    /// When the program hears whether the terminal is dark or light.
    fn hears_background(&self) -> HearsBackground {
        HearsBackground::Never
    }
    /// Work for another thread once the first frame is shown. Whenever it tells so, and when it ends, the program hears
    /// [`Message::Checked`].
    fn behind(&self) -> Option<Behind> {
        None
    }
    /// Hears of saved files on another thread, once the first frame is shown. Whenever it tells so, the program is asked
    /// for the [`Program::news`].
    fn watch(&self) -> Option<Behind> {
        None
    }
    /// What was heard of saved files.
    fn news(&mut self) -> Vec<Message> {
        Vec::new()
    }
    /// The themes as they are now.
    fn themes(&self) -> Option<Themes> {
        None
    }
    /// The library as it is now, behind an editor.
    ///
    /// # Errors
    ///
    /// It cannot be opened any more.
    fn reread(&self) -> Result<Library>;
    /// The program has ended and the terminal is given back: where we are is kept. What there is to say of it.
    fn leave(&mut self) -> Option<String> {
        None
    }
}

/// When a program hears whether the terminal is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HearsBackground {
    /// It is the same to it.
    Never,
    /// As soon as the terminal answers; nothing waits for it.
    Later,
    /// Before its first frame, which waits for the answer a tenth of a second at most.
    First,
}

/// Work for another thread; it calls what it is given to tell that there is news.
pub type Behind = Box<dyn FnOnce(&(dyn Fn() + Sync)) + Send>;

/// What the program hears when a file holds something else.
pub type Saved = Box<dyn Fn(&Path) -> Vec<Message>>;

/// The browser with a theme and a library.
pub struct Browser {
    /// Its state.
    pub model: Model,
    /// The looks that it can have.
    pub themes: Arc<Themes>,
    /// The colours that its terminal has.
    pub depth: Depth,
    /// The look that it has, and the name of it.
    worn: (String, Option<Background>, Theme),
    /// Its library.
    pub live: Arc<Live>,
    /// Where it keeps where we were; none where nothing is to be kept.
    pub state: Option<StateFile>,
    /// Files that are watched besides those of the library.
    pub also: Vec<PathBuf>,
    /// What the program hears when one of them holds something else.
    pub saved: Saved,
    /// Reads the themes anew; none where they are what they are.
    pub read_themes: Option<Box<dyn Fn() -> Themes>>,
    /// What was heard of saved files and not yet told.
    news: Arc<Mutex<Vec<News>>>,
}

impl Browser {
    /// A browser in its theme, that keeps nothing and watches its library alone.
    pub fn new(model: Model, themes: Arc<Themes>, depth: Depth, live: Arc<Live>) -> Self {
        let worn = (String::new(), None, Theme::of(&Look::Terminal, depth, None));
        Self {
            model,
            themes,
            depth,
            worn,
            live,
            state: None,
            also: Vec::new(),
            saved: Box::new(|_| Vec::new()),
            read_themes: None,
            news: Arc::default(),
        }
    }

    /// Changes into the theme that the model says. One that has no look leaves the one before.
    fn wear(&mut self) {
        let (name, background) = (self.model.theme(), self.model.background());
        if self.worn.0 != name || self.worn.1 != background {
            let theme = self.themes.look(name).map(|look| Theme::of(&look, self.depth, background));
            self.worn = (name.to_owned(), background, theme.unwrap_or_else(|| self.worn.2.clone()));
        }
    }
}

impl Program for Browser {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Pointer { pointer, on: None } => {
                let on = zone_at(&self.model, &self.worn.2, pointer.x, pointer.y);
                return self.model.update(&Message::Pointer { pointer: *pointer, on });
            }
            Message::Themes(themes) => {
                self.themes = Arc::new(Themes::clone(themes).keeping(&self.themes));
                self.worn.0.clear();
                return self.model.update(&Message::Themes(Arc::clone(&self.themes)));
            }
            _ => {}
        }
        self.model.update(message)
    }
    fn arrange(&mut self) {
        self.model.arrange();
        self.wear();
    }
    fn hears_background(&self) -> HearsBackground {
        let theme = self.model.settings().word(Setting::Theme);
        // With fewer colours nothing is painted; and the Linux console, which has sixteen, may show the question.
        if self.depth < Depth::Indexed {
            HearsBackground::Never
        } else if theme == AUTO {
            HearsBackground::First
        } else if theme == ThemeName::Terminal.row().name {
            HearsBackground::Later
        } else {
            HearsBackground::Never
        }
    }
    fn draw(&self, buffer: &mut Buffer) {
        draw(&self.model, &self.worn.2, buffer);
    }
    fn web_links(&self) -> Vec<WebLink> {
        web_links(&self.model)
    }
    fn takes_mouse(&self) -> bool {
        self.model.takes_mouse()
    }
    fn is_restricted(&self) -> bool {
        self.model.settings().is_on(Setting::Restricted)
    }
    fn behind(&self) -> Option<Behind> {
        let library = self.model.world().library.clone();
        let step = (library.entries().len() / 100).max(1);
        Some(Box::new(move |tell| {
            library.check(|done, _| {
                if done % step == 0 {
                    tell();
                }
            });
        }))
    }
    fn watch(&self) -> Option<Behind> {
        if !self.model.settings().is_on(Setting::Reload) {
            return None;
        }
        let (live, also, news) = (Arc::clone(&self.live), self.also.clone(), Arc::clone(&self.news));
        Some(Box::new(move |told| {
            watch(&live, &also, &|new| {
                news.lock().unwrap_or_else(PoisonError::into_inner).push(new);
                told();
            });
        }))
    }
    fn news(&mut self) -> Vec<Message> {
        let news = std::mem::take(&mut *self.news.lock().unwrap_or_else(PoisonError::into_inner));
        let messages = news.into_iter().flat_map(|new| match new {
            News::Library => vec![Message::Reread(self.live.library())],
            News::File(path) => (self.saved)(&path),
            News::Notice(words) => vec![Message::Notice(words)],
        });
        messages.collect()
    }
    fn themes(&self) -> Option<Themes> {
        self.read_themes.as_ref().map(|read| read())
    }
    fn reread(&self) -> Result<Library> {
        self.live.look()?;
        Ok(self.live.library())
    }
    fn leave(&mut self) -> Option<String> {
        let failed = self.state.as_ref()?.write(&self.model.state()).err()?;
        Some(format!("the place was not kept: {}", without_number(&failed.to_string())))
    }
}

/// Runs a program on the terminal until it ends. A signal that ends it takes its default action once the terminal is
/// restored, so this does not return then.
///
/// # Errors
///
/// The terminal cannot be set up, read or written.
pub fn run(program: &mut impl Program) -> Result<()> {
    let mut input = Input::new().context("cannot wait for signals")?;
    let mut screen = Screen::enter(program.takes_mouse()).context("cannot set up the terminal")?;
    let background = program.hears_background();
    if background == HearsBackground::First {
        let heard = background::ask().context("cannot ask the terminal")?;
        program.update(&Message::Background(heard.background));
        input.take(heard);
    }
    program.update(&size_of(&screen));
    program.arrange();
    screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
    if background == HearsBackground::Later {
        screen.send(background::QUESTION);
        input.take(Heard::later());
    }
    input.guard().context("cannot wait for signals")?;
    let begun = program.update(&Message::Begun);
    if let Some(work) = program.behind() {
        input.hear(work, Message::Checked).context("cannot start a thread")?;
    }
    let ended = match perform(program, &mut screen, &mut input, begun)? {
        Some(end) => Ok(end),
        None => follow(program, &mut input, &mut screen),
    };
    drop(screen);
    if let Some(words) = program.leave() {
        // Nothing more can be done where the terminal is gone.
        let _ = writeln!(stderr(), "bluf: {words}");
    }
    match ended? {
        End::Signal(signal) => signal_hook::low_level::emulate_default_handler(signal).context("cannot end by the signal"),
        End::Quit => Ok(()),
    }
}

/// Follows what comes until the program ends. What watches is started behind the second frame, which has the preview.
fn follow(program: &mut impl Program, input: &mut Input, screen: &mut Screen) -> Result<End> {
    let mut watch = program.watch();
    loop {
        program.arrange();
        screen.draw(|buffer| program.draw(buffer), program.web_links()).context("cannot write to the terminal")?;
        if let Some(work) = watch.take() {
            input.hear(work, Message::Saved).context("cannot start a thread")?;
        }
        match input.wait().context("cannot read from the terminal")? {
            Event::Signal(signal) => return Ok(End::Signal(signal)),
            Event::Stop => suspend(program, screen)?,
            Event::Messages(messages) => {
                let told = if messages.iter().any(|message| matches!(message, Message::Saved)) { program.news() } else { Vec::new() };
                for message in messages.iter().chain(&told) {
                    let effects = match message {
                        Message::Resize { columns, rows } => {
                            screen.resize(*columns, *rows);
                            program.update(&size_of(screen))
                        }
                        _ => program.update(message),
                    };
                    if let Some(end) = perform(program, screen, input, effects)? {
                        return Ok(end);
                    }
                }
            }
        }
    }
}

/// The size of the screen, as the program hears of it.
fn size_of(screen: &Screen) -> Message {
    let size = screen.size();
    Message::Resize { columns: size.width, rows: size.height }
}
