//! The browser as a program: its state, its theme, and the files that it hears of.

use super::catalogue::CatalogueKeeper;
use super::program::{BackgroundJob, HearsBackground, Program};
use super::talk::Running;
use crate::acts::old_text::Sought;
use crate::catalogue::{Cancel, Catalogue, Listing};
use crate::library::Library;
use crate::library::live::Live;
use crate::library::prepare::prepare;
use crate::library::prepared::PreparedForms;
use crate::library::watch::{News, watch};
use crate::page::of::saved::{counted, opened};
use crate::page::{Doc, Place, World};
use crate::personal::last_place::StateFile;
use crate::personal::saved_searches::keep;
use crate::settings::Setting;
use crate::text::os_error::without_number;
use crate::tui::model::{Awaited, Done, Effect, Message, Model, SavedWork};
use crate::tui::theme::{AUTO, Background, Depth, Look, Theme, Themes};
use crate::tui::view::{WebLink, draw, web_links, zone_at};
use ratatui::buffer::Buffer;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

pub type OnSaved = Box<dyn Fn(&Path) -> Vec<Message>>;

pub struct Browser {
    pub model: Model,
    themes: Arc<Themes>,
    depth: Depth,
    /// The name of the theme that it wears, the background that it was made for, and what came of both.
    worn: (String, Option<Background>, Theme),
    /// The talk, from its beginning on.
    pub talk: Option<Running>,
    /// Where its socket is to be; none for the usual place.
    pub socket: Option<PathBuf>,
    live: Arc<Live>,
    /// Where what the library says is kept for the next start; none of a large one, or where nothing is to be kept.
    pub forms: Option<PreparedForms>,
    /// Where the place is kept when the program is left; none where nothing is to be kept.
    pub state: Option<StateFile>,
    /// Files that are watched besides those of the library.
    pub other_files: Vec<PathBuf>,
    /// What the program hears when one of them holds something else.
    pub on_saved: OnSaved,
    /// Reads the files of the themes anew, where there are any.
    pub read_themes: Option<Box<dyn Fn() -> Themes>>,
    /// What was heard of saved files and not yet told.
    news: Arc<Mutex<Vec<News>>>,
    /// Of a large library, until it begins.
    pub catalogue: Option<CatalogueKeeper>,
    /// What other threads have to say and have not yet told.
    heard: Arc<Mutex<Vec<Message>>>,
    /// Pages that are being made, and what ends that; those that were made come here.
    making: Vec<Making>,
    /// So many were begun.
    jobs: u64,
    made: (Sender<MadePage>, Receiver<MadePage>),
}

/// A page that another thread makes. The same may be asked for again before the first has heard that it is cancelled, so each
/// has a number.
struct Making {
    number: u64,
    awaited: Awaited,
    cancel: Cancel,
}

/// By the number. `None`: it was cancelled.
type MadePage = (u64, Option<Box<Doc>>);

impl Browser {
    /// A browser in its theme, that keeps nothing and watches its library alone.
    pub fn new(model: Model, themes: Arc<Themes>, depth: Depth, live: Arc<Live>) -> Self {
        let worn = (String::new(), None, Theme::of(&Look::Terminal, depth, None));
        Self {
            model,
            themes,
            depth,
            worn,
            talk: None,
            socket: None,
            live,
            forms: None,
            state: None,
            other_files: Vec::new(),
            on_saved: Box::new(|_| Vec::new()),
            read_themes: None,
            news: Arc::default(),
            catalogue: None,
            heard: Arc::default(),
            making: Vec::new(),
            jobs: 0,
            made: channel(),
        }
    }

    /// Changes into the theme that the model says. One that has no look leaves the one before, and one that the terminal
    /// cannot show says so.
    fn wear(&mut self) {
        let (name, background) = (self.model.theme(), self.model.background());
        if self.worn.0 == name && self.worn.1 == background {
            return;
        }
        let look = self.themes.look(name);
        let is_new = self.worn.0 != name;
        let theme = look.as_ref().map(|look| Theme::of(look, self.depth, background));
        self.worn = (name.to_owned(), background, theme.unwrap_or_else(|| self.worn.2.clone()));
        if is_new && self.depth == Depth::Sixteen && matches!(look, Some(Look::Painted(_))) && !self.model.chooses_theme() {
            let words = format!("The theme `{}` needs 256 colours; this terminal has 16, and shows its own.", self.worn.0);
            self.model.update(&Message::Trouble(words));
        }
    }
}

/// What there is to say of work for saved searches.
#[must_use]
pub fn done(world: &World, work: SavedWork) -> Option<Message> {
    match work {
        SavedWork::Count => {
            let generation = world.catalogue.as_ref().map_or(0, Catalogue::generation);
            Some(Message::Counted(Arc::new(counted(world)), generation))
        }
        SavedWork::Opened(name) => {
            let change = opened(world, &name)?;
            let result = keep(world.saved.places.as_ref()?, &change).map(Arc::new);
            Some(Message::Searches { result, change: Some(change) })
        }
    }
}

impl Program for Browser {
    fn update(&mut self, message: &Message) -> Vec<Effect> {
        if let Some(talk) = &self.talk {
            self.model.spend(talk.spent());
        }
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
        if let Some(talk) = &mut self.talk {
            talk.keep_up(&self.model);
        }
    }
    fn go_ahead(&mut self) -> Done {
        self.model.go_ahead()
    }
    fn hears_background(&self) -> HearsBackground {
        let theme = self.model.settings().word(Setting::Theme);
        if self.depth == Depth::None || !Background::may_be_asked() {
            return HearsBackground::Never;
        }
        match self.themes.look(theme) {
            _ if theme == AUTO => HearsBackground::First,
            Some(Look::Terminal) => HearsBackground::Later,
            // It gives way to the terminal's own colours.
            Some(Look::Painted(_)) if self.depth == Depth::Sixteen => HearsBackground::Later,
            _ => HearsBackground::Never,
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
    fn background_job(&self) -> Option<BackgroundJob> {
        let library = self.model.world().library.clone();
        let step = (library.entries().len() / 100).max(1);
        let forms = self.forms.clone();
        Some(Box::new(move |tell| {
            library.check(|done, _| {
                if done % step == 0 {
                    tell();
                }
            });
            if let Some(forms) = forms {
                prepare(&library, &forms);
            }
        }))
    }
    fn check(&self, briefing: String) -> Option<BackgroundJob> {
        let world = self.model.shared_world();
        Some(Box::new(move |_| {
            if let Some(held) = world.entry(&briefing) {
                let _ = held.report();
            }
        }))
    }
    fn measure(&self, places: Vec<Place>) -> Option<BackgroundJob> {
        let (world, sizes) = (self.model.shared_world(), self.model.sizes()?);
        Some(Box::new(move |tell| sizes.measure(&world, &places, &|| tell())))
    }
    fn watch(&self) -> Option<BackgroundJob> {
        if !self.model.settings().is_on(Setting::Reload) {
            return None;
        }
        let (live, other_files, news) = (Arc::clone(&self.live), self.other_files.clone(), Arc::clone(&self.news));
        Some(Box::new(move |told| {
            watch(&live, &other_files, &|new| {
                news.lock().unwrap_or_else(PoisonError::into_inner).push(new);
                told();
            });
        }))
    }
    fn make_catalogue(&mut self) -> Option<BackgroundJob> {
        let (world, heard) = (self.model.shared_world(), Arc::clone(&self.heard));
        Some(Box::new(move |told| {
            // One is there already, but it is of what was held before.
            let world = World { catalogue: None, ..World::clone(&world) };
            let make = || {
                let made = Message::Searchable(world.searchable().map_err(|why| why.to_string()));
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(made);
                told();
            };
            make();
            // What the rules find is filtered and sorted by too.
            if !world.library.is_checked() {
                world.library.check(|_, _| ());
                make();
            }
        }))
    }
    fn saved(&mut self, work: SavedWork) -> Option<BackgroundJob> {
        let (world, news) = (self.model.shared_world(), Arc::clone(&self.heard));
        Some(Box::new(move |_| {
            news.lock().unwrap_or_else(PoisonError::into_inner).extend(done(&world, work));
        }))
    }
    fn find_old_text(&mut self, sought: Sought) -> Option<BackgroundJob> {
        let news = Arc::clone(&self.heard);
        Some(Box::new(move |_| {
            let found = Message::OldText { found: sought.bring(), sought };
            news.lock().unwrap_or_else(PoisonError::into_inner).push(found);
        }))
    }
    fn due(&mut self) -> Vec<Effect> {
        self.model.due()
    }
    fn make(&mut self, pages: Vec<Awaited>) -> Vec<BackgroundJob> {
        self.making.retain(|making| {
            let is_wanted = pages.contains(&making.awaited);
            if !is_wanted {
                making.cancel.cancel();
            }
            is_wanted
        });
        let new: Vec<Awaited> = pages.into_iter().filter(|page| !self.making.iter().any(|making| making.awaited == *page)).collect();
        let mut jobs: Vec<BackgroundJob> = Vec::new();
        for awaited in new {
            self.jobs += 1;
            let world = self.model.seen(&awaited.place);
            let (cancel, sender, number) = (Cancel::default(), self.made.0.clone(), self.jobs);
            self.making.push(Making { number, awaited: awaited.clone(), cancel: cancel.clone() });
            jobs.push(Box::new(move |_| {
                let page = awaited.made(&world, &cancel).map(Box::new);
                // Nobody hears of it where the program has ended.
                let _ = sender.send((number, page));
            }));
        }
        jobs
    }
    fn made(&mut self, patience: Duration) -> Vec<Message> {
        let until = Instant::now() + patience;
        let mut made = Vec::new();
        loop {
            // What was cancelled tells so too, and nobody waits for that.
            let left = if self.making.is_empty() { Duration::ZERO } else { until.saturating_duration_since(Instant::now()) };
            let Ok((number, page)) = self.made.1.recv_timeout(left) else { return made };
            let Some(at) = self.making.iter().position(|making| making.number == number) else { continue };
            let awaited = self.making.swap_remove(at).awaited;
            made.extend(page.map(|page| Message::Made { awaited, page }));
        }
    }
    fn keep_catalogue(&mut self) -> Option<BackgroundJob> {
        let (keeper, heard) = (self.catalogue.take()?, Arc::clone(&self.heard));
        Some(Box::new(move |told| {
            keeper.keep(&|message| {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(message);
                told();
            });
        }))
    }
    fn changes_in(&self) -> Option<Duration> {
        self.model.changes_in()
    }
    fn begin_talk(&mut self) -> Option<BackgroundJob> {
        let (mut talk, notice) = Running::begin(&self.model, self.socket.as_deref(), self.is_restricted());
        let job = talk.job();
        self.talk = Some(talk);
        if let Some(notice) = notice {
            self.model.update(&Message::Trouble(notice));
        }
        job
    }
    fn news(&mut self) -> Vec<Message> {
        let news = std::mem::take(&mut *self.news.lock().unwrap_or_else(PoisonError::into_inner));
        let messages = news.into_iter().flat_map(|new| match new {
            News::Library => vec![Message::Reread(self.live.library())],
            News::File(path) => (self.on_saved)(&path),
            News::Notice(words) => vec![Message::Trouble(words)],
        });
        let heard = std::mem::take(&mut *self.heard.lock().unwrap_or_else(PoisonError::into_inner));
        let said = self.talk.iter().flat_map(Running::heard).map(Message::Follow).collect::<Vec<_>>();
        let messages: Vec<Message> = messages.chain(heard).chain(said).collect();
        messages.into_iter().chain(self.made(Duration::ZERO)).collect()
    }
    fn themes(&self) -> Option<Themes> {
        self.read_themes.as_ref().map(|read| read())
    }
    fn hold_few(&mut self) {
        self.live.hold_few(&self.model.world().library);
    }
    fn reread(&self) -> Library {
        self.live.look();
        self.live.library()
    }
    fn leave(&mut self) -> Option<String> {
        self.talk.iter_mut().for_each(Running::end);
        if let Some((catalogue, listing)) = self.model.listed() {
            // Words that were typed are not kept, and the next start begins without them.
            let listing = Listing { query: String::new(), ..listing };
            catalogue.keep_front(Some((&listing, self.model.first_row())));
        }
        let failed = self.state.as_ref()?.write(&self.model.state()).err()?;
        Some(format!("the place was not kept: {}", without_number(&failed.to_string())))
    }
}
